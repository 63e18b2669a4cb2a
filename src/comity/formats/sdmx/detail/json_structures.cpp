// SDMX-JSON structure messages (1.0 and 2.0): each artefact is turned into the tree that SDMX-ML would have, so that
// there is one place that knows what it means.
#include <simdjson.h>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/sdmx/detail/artefacts.hpp"
#include "comity/formats/sdmx/detail/json_header.hpp"
#include "comity/formats/sdmx/detail/structure_readers.hpp"

namespace comity::formats::sdmx::detail {
namespace {

using simdjson::dom::element;

// "hierarchies" → "Hierarchy", "codes" → "Code", "dimensionList" → "DimensionList"
std::string element_name(std::string_view key, bool plural) {
  std::string name(key);
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = char(name[0] - 'a' + 'A');
  if (!plural) return name;
  if (name.ends_with("ies")) {
    name.replace(name.size() - 3, 3, "y");
  } else if (name.ends_with("s")) {
    name.pop_back();
  }
  return name;
}

void add_texts(Node& node, const char* name, element texts) {
  simdjson::dom::object languages;
  if (texts.get(languages) != simdjson::SUCCESS) return;
  for (const auto [language, text] : languages) {
    std::string_view words;
    if (text.get(words) != simdjson::SUCCESS) continue;
    node.children.push_back({name, std::string(words), {{"lang", std::string(language)}}, {}, 0});
  }
}

std::string scalar_text(element value) {
  if (std::string_view text; value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_null() ? "" : simdjson::minify(value);
}

Node node_from(const std::string& name, element value, int depth);

void add_member(Node& node, std::string_view key, element value, bool has_names, bool has_descriptions, int depth) {
  if (key == "links") return;
  if (key == "names") return add_texts(node, "Name", value);
  if (key == "descriptions") return add_texts(node, "Description", value);
  if (key == "name" || key == "description") {
    if (key == "name" ? !has_names : !has_descriptions) node.children.push_back({key == "name" ? "Name" : "Description", scalar_text(value), {}, {}, 0});
    return;
  }
  if (key == "annotations") {
    simdjson::dom::array all;
    Node annotations{"Annotations", "", {}, {}, 0};
    if (value.get(all) == simdjson::SUCCESS) annotations.children.resize(all.size());
    node.children.push_back(std::move(annotations));
    return;
  }
  if (value.is_array()) {
    for (const element one : simdjson::dom::array(value)) node.children.push_back(node_from(element_name(key, true), one, depth + 1));
  } else if (value.is_object()) {
    node.children.push_back(node_from(element_name(key, false), value, depth + 1));
  } else {
    const std::string text = scalar_text(value);
    if (text.starts_with("urn:")) node.children.push_back({element_name(key, false), text, {}, {}, 0});
    node.attributes.emplace_back(key, text);
  }
}

Node node_from(const std::string& name, element value, int depth) {
  Node node;
  node.name = name;
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) {
    node.text = scalar_text(value);
    return node;
  }
  if (depth > 64) throw DataError("a structure nested more than 64 deep", "The file is damaged, or made to fill the memory.");
  const auto has = [&](const char* key) { return object.at_key(key).error() == simdjson::SUCCESS; };
  const bool names = has("names"), descriptions = has("descriptions");
  for (const auto [key, member] : object) add_member(node, key, member, names, descriptions, depth);
  return node;
}

// Of before 1.0: {"resources": [], "references": {"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=XX:CL(1.0)": {…}}}
Structures by_urn(Structures out, simdjson::dom::object references) {
  out.format = "SDMX-JSON of before 1.0 structure";
  for (const auto [urn, one] : references) {
    const Reference reference = parse_reference(urn);
    if (!reference.class_name.empty() && one.is_object()) out.artefacts.push_back(artefact_from(node_from(reference.class_name, one, 0)));
  }
  return out;
}

}  // namespace

Structures read_json_structures(const std::filesystem::path& file, const Limits& limits) {
  const std::string shown = formats::detail::shown_name(file);
  const std::string bytes = read_all_bytes(file, limits);
  simdjson::dom::parser parser;
  element root;
  std::string_view text = bytes;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  if (const auto error = parser.parse(simdjson::padded_string(text)).get(root)) {
    throw DataError(fmt::format("{}: no JSON ({})", shown, simdjson::error_message(error)), "If it was cut off, fetch it again.");
  }
  Structures out;
  read_json_header(root, out.header, out.footer);
  simdjson::dom::object data;
  if (root["references"].get(data) == simdjson::SUCCESS) return by_urn(std::move(out), data);
  if (root["data"].get(data) != simdjson::SUCCESS && root["structures"].get(data) != simdjson::SUCCESS) {
    if (!out.footer.empty()) return out;  // an answer of nothing but errors: there is no object to go through
    throw DataError(fmt::format("{}: no SDMX-JSON structure message (nothing at 'data')", shown), "Data messages are read with read_sdmx or `comity sdmx cat`.");
  }
  out.format = out.header.schema.find("/1.") != std::string::npos ? "SDMX-JSON 1.0 structure" : "SDMX-JSON 2.0 structure";
  for (const auto [key, list] : data) {
    if (key == "dataSets" || key == "structures") {
      throw DataError(fmt::format("{}: an SDMX-JSON data message, not one of structures", shown), "Read it with read_sdmx or `comity sdmx cat`.");
    }
    if (key == "metadataSets") {
      throw DataError(fmt::format("{}: an SDMX-JSON message of reference metadata, not one of structures", shown), "It holds texts about data, which are neither observations nor structures.");
    }
    simdjson::dom::array artefacts;
    if (list.get(artefacts) != simdjson::SUCCESS) continue;
    for (const element one : artefacts) {
      if (one.is_object()) out.artefacts.push_back(artefact_from(node_from(element_name(key, true), one, 0)));
    }
  }
  return out;
}

}  // namespace comity::formats::sdmx::detail
