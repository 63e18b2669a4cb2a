#include "comity/formats/sdmx/detail/json_components.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/known_ids.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

using simdjson::dom::element;

std::string text_at(element value, const char* key) {
  std::string_view text;
  return value[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// The id of a code, else the value, else (1.0: uncoded attributes) the name.
std::string text_of_value(element value, bool& multiple, bool& multilingual) {
  if (value.is_null()) return {};
  element part;
  if (!value.is_object()) return json_value_text(value, multiple, multilingual);
  for (const char* key : {"id", "ids", "value", "values", "name"}) {
    if (value[key].get(part) == simdjson::SUCCESS && !part.is_null()) return json_value_text(part, multiple, multilingual);
  }
  return {};
}

// "maxOccurs": 3, "unbounded"
bool takes_several(element format, bool has_format) {
  element most;
  if (!has_format || format["maxOccurs"].get(most) != simdjson::SUCCESS) return false;
  std::uint64_t number = 0;
  return most.get(number) != simdjson::SUCCESS || number > 1;
}

JsonComponent component_from(element one, Kind kind, Builder& builder) {
  JsonComponent out;
  out.id = text_at(one, "id");
  if (out.id.empty()) throw DataError(fmt::format("{}: a component without id", builder.file()), "The message is damaged: fetch it again.");
  if (kind == Kind::dimension && kind_by_id(out.id) == Kind::time) kind = Kind::time;
  std::string_view type;
  element format;
  const bool has_format = one["format"].get(format) == simdjson::SUCCESS;
  const bool has_type = has_format && format["dataType"].get(type) == simdjson::SUCCESS;
  if (kind == Kind::measure && has_type) out.numeric = is_numeric({{}, std::string(type), {}});
  out.component = builder.component(out.id, kind);
  if (kind == Kind::measure && ((has_type && !out.numeric) || takes_several(format, has_format))) builder.expect_texts(out.component);
  bool listed = false, languages = false;
  if (element usual; kind == Kind::attribute && one["default"].get(usual) == simdjson::SUCCESS) out.default_text = json_value_text(usual, listed, languages);
  simdjson::dom::array values;
  const bool has_values = one["values"].get(values) == simdjson::SUCCESS;
  // An empty list beside a format means values in the data themselves; without one (1.0) it means that there are none.
  if (!has_values || (values.size() == 0 && (kind == Kind::measure || has_format))) return out;
  out.has_values = true;
  if (kind == Kind::measure) builder.expect_texts(out.component);
  const bool codes = !builder.is_measure(out.component);
  if (codes) builder.pin(out.component);
  bool multiple = false, multilingual = false;
  for (const element value : values) {
    out.texts.push_back(text_of_value(value, multiple, multilingual));
    if (codes) out.codes.push_back(out.texts.back().empty() ? 0 : builder.code(out.component, out.texts.back()));
  }
  builder.mark(out.component, multiple, multilingual);
  return out;
}

std::vector<JsonComponent> components_at(element structure, const char* what, const char* level, Kind kind, Builder& builder) {
  std::vector<JsonComponent> out;
  simdjson::dom::array all;
  element levels;
  if (structure[what].get(levels) != simdjson::SUCCESS || !levels.is_object() || levels[level].get(all) != simdjson::SUCCESS) return out;
  for (const element one : all) out.push_back(component_from(one, kind, builder));
  return out;
}

// "…/dataflow/ECB/EXR/1.0?references=all" → ECB:EXR(1.0)
Reference reference_of_href(std::string_view href, std::string_view rel) {
  const std::string mark = "/" + std::string(rel) + "/";
  const auto at = href.find(mark);
  if (at == std::string_view::npos) return {};
  std::string_view rest = href.substr(at + mark.size());
  rest = rest.substr(0, rest.find('?'));
  Reference out;
  std::string* parts[] = {&out.agency, &out.id, &out.version};
  for (std::string* part : parts) {
    const auto slash = rest.find('/');
    *part = rest.substr(0, slash);
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  return out;
}

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a - 'A' + 'a') : a) == b; });
}

}  // namespace

DataSet json_data_set_from(element linked) {
  DataSet out;
  simdjson::dom::array links;
  if (linked["links"].get(links) != simdjson::SUCCESS) return out;
  for (const char* wanted : {"dataflow", "provisionagreement", "datastructure"}) {
    for (const element link : links) {
      const std::string rel = text_at(link, "rel");
      if (!same_letters(rel, wanted) || !out.structure.empty()) continue;
      Reference reference = parse_reference(text_at(link, "urn"));
      if (reference.empty()) reference = reference_of_href(text_at(link, "href"), wanted);
      out.structure = reference.text();
      out.structure_class = wanted;
    }
  }
  return out;
}

std::string json_value_text(element value, bool& multiple, bool& multilingual) {
  if (value.is_null()) return {};
  if (std::string_view text; value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (simdjson::dom::array all; value.get(all) == simdjson::SUCCESS) {
    if (all.size() == 1 && all.at(0).is_object()) return json_value_text(all.at(0).value(), multiple, multilingual);  // one text, in its languages
    multiple = true;
    std::vector<std::string> texts;
    for (const element one : all) texts.push_back(json_value_text(one, multiple, multilingual));
    return join_values(texts);
  }
  if (simdjson::dom::object languages; value.get(languages) == simdjson::SUCCESS) {
    multilingual = true;
    std::vector<std::pair<std::string, std::string>> texts;
    bool ignored = false;
    for (const auto [language, one] : languages) texts.emplace_back(language, json_value_text(one, ignored, ignored));
    return join_languages(texts);
  }
  return simdjson::minify(value);
}

JsonStructure json_structure_from(element structure, Builder& builder) {
  JsonStructure out;
  out.data_set = json_data_set_from(structure);
  out.data_set_dimensions = components_at(structure, "dimensions", "dataSet", Kind::dimension, builder);
  out.series_dimensions = components_at(structure, "dimensions", "series", Kind::dimension, builder);
  out.observation_dimensions = components_at(structure, "dimensions", "observation", Kind::dimension, builder);
  out.flat_dimensions = out.series_dimensions;
  out.flat_dimensions.insert(out.flat_dimensions.end(), out.observation_dimensions.begin(), out.observation_dimensions.end());
  out.measures = components_at(structure, "measures", "observation", Kind::measure, builder);
  if (out.measures.empty()) {
    JsonComponent value;
    value.id = "OBS_VALUE", value.component = builder.component("OBS_VALUE", Kind::measure);
    out.measures.push_back(value);
  }
  out.data_set_attributes = components_at(structure, "attributes", "dataSet", Kind::attribute, builder);
  out.group_attributes = components_at(structure, "attributes", "dimensionGroup", Kind::attribute, builder);
  out.series_attributes = components_at(structure, "attributes", "series", Kind::attribute, builder);
  out.observation_attributes = components_at(structure, "attributes", "observation", Kind::attribute, builder);
  const auto& at = out.observation_dimensions;
  if (at.size() == 1 && !out.series_dimensions.empty()) out.data_set.dimension_at_observation = at.front().id;
  if (at.size() > 1) out.data_set.dimension_at_observation = "AllDimensions";
  return out;
}

}  // namespace comity::formats::sdmx::detail
