#include "comity/formats/sdmx/detail/ml_header.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx::detail {
namespace {

// In one line, however it was laid out.
std::string trimmed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// The element inside <Structure> that says what kind of thing is referred to.
std::string_view class_of(std::string_view local) {
  if (local == "StructureUsage") return "dataflow";
  if (local == "ProvisionAgrement" || local == "ProvisionAgreement") return "provisionagreement";
  return "datastructure";
}

std::string_view class_of_urn(std::string_view class_name) {
  if (class_name == "Dataflow") return "dataflow";
  return class_name == "ProvisionAgreement" ? "provisionagreement" : "datastructure";
}

}  // namespace

std::string version_of(std::string_view root, RawAttributes attributes) {
  const auto colon = root.find(':');
  const std::string wanted = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(root.substr(0, colon));
  std::string_view space;
  for (; *attributes; attributes += 2) {
    if (attributes[0] == wanted) space = attributes[1];
  }
  if (space.find("sdmx") == std::string_view::npos && space.find("SDMX") == std::string_view::npos) return {};
  for (const auto& [mark, version] : {std::pair{"v2_1", "2.1"}, {"v3_0", "3.0"}, {"v3_1", "3.1"}, {"v2_0", "2.0"}, {"v1_0", "1.0"}}) {
    if (space.find(mark) != std::string_view::npos) return version;
  }
  return {};
}

void MlHeader::start(std::string_view local, RawAttributes attributes, std::uint64_t line) {
  const auto value = [&](std::string_view name) { return std::string(find_attribute(attributes, name)); };
  text_.clear();
  language_ = value("lang");
  const std::string parent = open_.empty() ? "" : open_.back();
  if (local == "Sender") header.sender = value("id");
  if (local == "Receiver" && header.receiver.empty()) header.receiver = value("id");
  if (local == "Structure" && parent == "Header") {
    structure_ = {};
    structure_id_ = value("structureID");
    structure_.dimension_at_observation = value("dimensionAtObservation");
    if (structures.count(structure_id_)) {
      throw DataError(fmt::format("{}, line {}: two structures for one id ('{}')", file_, line, structure_id_), "The message contradicts itself: ask the publisher, or fetch it again.");
    }
  } else if (local == "Ref" && std::find(open_.begin(), open_.end(), "Structure") != open_.end()) {
    const Reference reference{"", value("agencyID"), value("id"), value("version"), ""};
    structure_.structure = reference.text();
    structure_.structure_class = class_of(parent);
  } else if (local == "Message" || local == "ErrorMessage") {
    const std::string severity = value("severity");
    footer.push_back({value("code"), severity.empty() && local == "ErrorMessage" ? "Error" : severity, {}, line});
  } else if (local == "StatusMessage") {  // of a registry
    status_ = value("status");
  } else if (local == "MessageText") {
    footer.push_back({value("code"), status_ == "Failure" ? "Error" : status_ == "Warning" ? "Warning" : "Information", {}, line});
  }
  open_.emplace_back(local);
}

void MlHeader::end(std::string_view local) {
  if (open_.empty()) return;
  open_.pop_back();
  const std::string parent = open_.empty() ? "" : open_.back();
  const std::string text = trimmed(text_);
  if (local == "Text" && !footer.empty() && (parent == "Message" || parent == "ErrorMessage" || parent == "MessageText")) {
    footer.back().text.all.emplace_back(language_, text);
  } else if (local == "MessageText" && !footer.empty() && !text.empty()) {  // 2.0: without <Text>
    footer.back().text.all.emplace_back(language_, text);
  } else if (!open_.empty() && open_.front() == "Header") {
    end_in_header(local, parent);
  }
  text_.clear();
}

void MlHeader::end_in_header(std::string_view local, const std::string& parent) {
  const std::string text = trimmed(text_);
  if (parent == "Header") {
    if (local == "ID") header.id = text;
    if (local == "Test") header.test = text == "true" || text == "1";
    if (local == "Prepared") header.prepared = text;
    if (local == "Extracted") header.extracted = text;
    if (local == "DataSetAction" && action.empty()) action = text;
    if (local == "DataSetID" && header.data_set_id.empty()) header.data_set_id = text;
    if (local == "ReportingBegin") header.reporting_begin = text;
    if (local == "ReportingEnd") header.reporting_end = text;
    if (local == "Name") header.name.all.emplace_back(language_, text);
    if (local == "Structure") structures[structure_id_] = structure_;
    if (local == "KeyFamilyRef") key_family = text;
    if (local == "KeyFamilyAgency") key_family_agency = text;
  } else if (parent == "Sender" && local == "Name") {
    header.sender_name.all.emplace_back(language_, text);
  } else if (!text.empty() && (local == "URN" || local == "Structure" || local == "StructureUsage" || local == "ProvisionAgreement" || local == "ProvisionAgrement")) {
    // 2.1: <Structure><URN>…</URN></Structure>; 3.0: <Structure>urn:…</Structure>
    const Reference reference = parse_reference(text);
    if (reference.empty()) return;
    structure_.structure = reference.text();
    structure_.structure_class = class_of_urn(reference.class_name);
  }
}

DataSet MlHeader::data_set_of(std::string_view structure_ref) const {
  if (!key_family.empty()) {  // SDMX 2.0
    DataSet out;
    out.structure = key_family_agency.empty() ? key_family : key_family_agency + ":" + key_family;
    out.structure_class = "datastructure";
    return out;
  }
  if (const auto found = structures.find(std::string(structure_ref)); found != structures.end()) return found->second;
  return structures.size() == 1 ? structures.begin()->second : DataSet{};
}

}  // namespace comity::formats::sdmx::detail
