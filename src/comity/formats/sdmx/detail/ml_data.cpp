#include "comity/formats/sdmx/detail/ml_data.hpp"

#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/ml_old_data.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

// Attributes of a data set that are the message's own, written with or without a prefix.
bool is_reserved(std::string_view name) {
  for (const char* one : {"structureRef", "setID", "action", "dataScope", "reportingBeginDate", "reportingEndDate", "validFromDate", "validToDate", "publicationYear",
                          "publicationPeriod", "keyFamilyURI", "datasetID", "type", "schemaLocation", "noNamespaceSchemaLocation"}) {
    if (name == one) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

void MlDataHandler::start(std::string_view name, RawAttributes attributes) {
  const std::string_view local = local_name(name);
  const At parent = open_.empty() ? At::wrapper : open_.back();
  At here = At::skipped;
  switch (parent) {
    case At::wrapper: return start_root(name, local, attributes);
    case At::root:
      if (local == "DataSet") {
        start_data_set(name, attributes);
        here = At::data_set;
      } else if (local == "Header" || local == "Footer" || local == "ErrorMessage") {
        here = At::head;
      }
      break;
    case At::head: here = At::head; break;
    case At::data_set: here = start_in_data_set(local, attributes); break;
    case At::cross_group: here = start_cross_section(parent, local, attributes); break;
    case At::group:
      if (local == "GroupKey") {
        group_plan_.at = 0, here = At::group_key;
      } else if (local == "Attributes") {
        group_attribute_plan_.at = 0, here = At::group_attributes;
      } else if (local == "Series") {  // SDMX 2.0 puts series into their group
        end_group();
        here = start_series(attributes);
      } else {
        here = local == "Comp" ? start_component(parent, attributes) : skip(local);
      }
      break;
    case At::series: here = start_in_series(local, attributes); break;
    case At::observation: here = start_in_observation(local, attributes); break;
    case At::group_key:
    case At::group_attributes:
    case At::series_key:
    case At::series_attributes:
    case At::observation_key:
    case At::observation_attributes:
    case At::data_set_attributes: here = utility_ ? start_text(local) : local == "Value" ? start_generic_value(parent, attributes) : local == "Comp" ? start_component(parent, attributes) : skip(local); break;
    case At::component:
      if (local == "Value") {
        component_values_.emplace_back();
        language_.clear(), text_.clear();
        parser->want_text(true);
        here = At::component_value;
      }
      break;
    case At::component_value:
      if (local == "Text" || local == "StructuredText") {
        language_ = find_attribute(attributes, "lang");
        if (language_.empty()) language_ = "en";  // as the schema has it
        text_.clear();
      }
      here = At::component_value;
      break;
    case At::leaf:
    case At::key_family:
    case At::skipped: break;
  }
  if (here == At::head) {
    parser->want_text(true);
    header.start(local, attributes, parser->line());
  }
  open_.push_back(here);
}

void MlDataHandler::start_root(std::string_view name, std::string_view local, RawAttributes attributes) {
  const auto refuse = [&](const std::string& hint) { parser->fail(fmt::format("no SDMX data message but <{}>", shortened(name)), hint); };
  if (local == "Envelope" || local == "Body" || local.ends_with("Response") || local.ends_with("Result")) return open_.push_back(At::wrapper);  // SOAP
  const std::string version = version_of(name, attributes);
  old_ = version == "2.0" || version == "1.0";
  specific_ = local == "StructureSpecificData" || local == "StructureSpecificTimeSeriesData" || local == "CompactData";
  if (local == "html" || local == "HTML") refuse("This is a web page: the publisher answered with a page where a message was expected. Fetch the file again.");
  if (local == "Structure" || local == "RegistryInterface") refuse("This message holds structures: read it with sdmx_structure or `comity sdmx schema`.");
  if (local.ends_with("Metadata") || local == "MetadataReport") refuse("This message holds reference metadata (texts about data), which are no observations.");
  if (local.ends_with("Query")) refuse("This message is a question to a registry: read the answer.");
  if (local == "schema") refuse("This is an XML schema: read the message that it describes.");
  cross_ = local == "CrossSectionalData", utility_ = local == "UtilityData", form_unknown_ = local == "MessageGroup";
  specific_ |= cross_ || utility_;
  const bool generic = local == "GenericData" || local == "GenericTimeSeriesData";
  if (!specific_ && !generic && !form_unknown_ && local != "Error") refuse("Data messages begin with GenericData or StructureSpecificData.");
  const char* what = local == "Error" ? "error message" : cross_ ? "cross-sectional data" : utility_ ? "utility data" : form_unknown_ ? "message group" : specific_ ? "structure-specific data" : "generic data";
  format = fmt::format("SDMX-ML {} {}", version.empty() ? "of no known version," : version, what);
  for (auto one = attributes; old_ && *one; one += 2) {
    if (std::strncmp(one[0], "xmlns", 5) == 0) namespaces_.emplace_back(one[0], one[1]);
  }
  open_.push_back(At::root);
}

void MlDataHandler::start_data_set(std::string_view name, RawAttributes attributes) {
  header_done = true;
  const auto value = [&](const char* wanted) { return std::string(find_attribute(attributes, wanted)); };
  data_set_ = header.data_set_of(value("structureRef"));
  const std::string action = value("action");
  data_set_.action = action_of(action.empty() ? header.action : action);
  data_set_.valid_from = value("validFromDate"), data_set_.valid_to = value("validToDate");
  series_layout_ = observation_layout_ = group_layout_ = {};
  data_set_plan_.at = 0;
  if (old_ && data_set_.structure.empty()) data_set_.structure = key_family_of(name, attributes, namespaces_);
  begins_later_ = old_ && (!specific_ || form_unknown_);
  if (begins_later_) return;
  begin_data_set();
  if (!specific_) return;
  for (; *attributes; attributes += 2) {
    const std::string_view own = attributes[0];
    if (own.find(':') != std::string_view::npos || own == "xmlns" || is_reserved(own)) continue;
    builder_.set_data_set(builder_.component(own, cross_ ? Kind::unknown : Kind::attribute), attributes[1]);
  }
}

void MlDataHandler::begin_data_set() {
  begins_later_ = false;
  builder_.begin_data_set(data_set_);
  const std::string& at = data_set_.dimension_at_observation;
  at_observation_ = UINT32_MAX;
  if (!at.empty() && at != "AllDimensions") at_observation_ = builder_.component(at, at == "TIME_PERIOD" ? Kind::time : Kind::dimension);
}

MlDataHandler::At MlDataHandler::skip(std::string_view local) {
  builder_.counts.annotations += local == "Annotation";
  annotations_open_ += local == "Annotations";
  return At::skipped;
}

MlDataHandler::At MlDataHandler::start_in_data_set(std::string_view local, RawAttributes attributes) {
  if (form_unknown_) look_at_first(local, attributes);
  if (local == "KeyFamilyRef") {
    text_.clear();
    parser->want_text(true);
    return At::key_family;
  }
  if (begins_later_) begin_data_set();
  if (cross_) return start_cross_section(At::data_set, local, attributes);
  if (local == "Series") return start_series(attributes);
  if (local == "Obs") return start_observation(attributes);
  if (local == "Group" || local == "Atts") return start_group(attributes);
  if (local == "Attributes") return At::data_set_attributes;
  if (local == "Comp") return start_component(At::data_set, attributes);
  // SDMX 2.0 calls the element of a group by the group's id.
  if (old_ && specific_ && local != "Annotations" && attributes[0]) return start_group(attributes);
  return skip(local);
}

MlDataHandler::At MlDataHandler::start_in_series(std::string_view local, RawAttributes attributes) {
  if (cross_) return start_cross_section(At::series, local, attributes);
  if (local == "Obs") return start_observation(attributes);
  if (local == "Key" && utility_) return At::series_key;
  if (local == "SeriesKey") return series_plan_.at = 0, At::series_key;
  if (local == "Attributes") return series_attribute_plan_.at = 0, At::series_attributes;
  if (local == "Comp") return start_component(At::series, attributes);
  return skip(local);
}

MlDataHandler::At MlDataHandler::start_in_observation(std::string_view local, RawAttributes attributes) {
  if (utility_ && local != "Annotations") return start_text(local);
  if (local == "ObsDimension" || local == "Time") {
    const auto id = find_attribute(attributes, "id");
    const auto component = !id.empty() ? planned(observation_plan_, id, Kind::dimension) : at_observation_ != UINT32_MAX ? at_observation_ : builder_.component("TIME_PERIOD", Kind::time);
    if (const auto value = find_attribute(attributes, "value"); value.data()) {
      builder_.set(component, value);
    } else if (local == "Time") {  // SDMX 2.0: its text
      component_id_ = "TIME_PERIOD", component_values_.clear(), component_values_.emplace_back();
      text_.clear(), language_.clear();
      parser->want_text(true);
      return At::component_value;
    }
    return At::leaf;
  }
  if (local == "ObsValue") {
    const auto id = find_attribute(attributes, "id");
    builder_.set(planned(attribute_plan_, id.empty() ? "OBS_VALUE" : id, Kind::measure), find_attribute(attributes, "value"));
    return At::leaf;
  }
  if (local == "Attributes") return At::observation_attributes;
  if (local == "ObsKey") return At::observation_key;
  if (local == "Comp") return start_component(At::observation, attributes);
  return skip(local);
}

MlDataHandler::At MlDataHandler::start_group(RawAttributes attributes) {
  if (utility_) return carry(attributes), At::group;  // its series stand inside it
  group_open_ = true;
  builder_.begin_group();
  if (specific_) {
    set_attributes(group_layout_, attributes, Kind::unknown, [&](std::uint32_t component, std::string_view value) { builder_.set_group(component, value); });
  }
  return At::group;
}

void MlDataHandler::end_group() {
  if (group_open_) builder_.end_group();
  group_open_ = false;
}

MlDataHandler::At MlDataHandler::start_series(RawAttributes attributes) {
  builder_.begin_series();
  if (specific_) {
    set_attributes(series_layout_, attributes, Kind::unknown, [&](std::uint32_t component, std::string_view value) { builder_.set_series(component, value); });
  }
  if (utility_) set_carried();
  return At::series;
}

MlDataHandler::At MlDataHandler::start_observation(RawAttributes attributes) {
  builder_.begin_observation(parser->offset());
  if (!specific_) {
    observation_plan_.at = attribute_plan_.at = 0;
    return At::observation;
  }
  // Below a series only one dimension is left, and the message says which.
  const Kind hint = builder_.in_series() && at_observation_ != UINT32_MAX ? Kind::attribute : Kind::unknown;
  bool has_dimension = false;
  set_attributes(observation_layout_, attributes, hint, [&](std::uint32_t component, std::string_view value) {
    has_dimension |= component == at_observation_;
    builder_.set(component, value);
  });
  if (!has_dimension && at_observation_ != UINT32_MAX && data_set_.dimension_at_observation != "TIME_PERIOD") {
    // Explicit measures: the observation's type is the value of the dimension (xsi:type="ns:STOCK").
    builder_.set(at_observation_, local_name(find_attribute(attributes, "type")));
  }
  return At::observation;
}

std::uint32_t MlDataHandler::laid_out(Layout& layout, std::size_t i, const char* name, Kind hint) {
  const bool own = std::strchr(name, ':') == nullptr && std::strncmp(name, "xmlns", 5) != 0;
  const std::uint32_t component = own ? builder_.component(name, hint) : Layout::kIgnored;
  if (layout.entries.size() <= i) layout.entries.resize(i + 1, {nullptr, 0});
  layout.entries[i] = {name, component};
  return component;
}

template <typename Set>
void MlDataHandler::set_attributes(Layout& layout, RawAttributes attributes, Kind hint, Set set) {
  for (std::size_t i = 0; *attributes; ++i, attributes += 2) {
    const bool known = i < layout.entries.size() && layout.entries[i].first == attributes[0];
    const std::uint32_t component = known ? layout.entries[i].second : laid_out(layout, i, attributes[0], hint);
    if (component != Layout::kIgnored) set(component, attributes[1]);
  }
}

std::uint32_t MlDataHandler::planned(Plan& plan, std::string_view id, Kind hint) {
  auto& entries = plan.entries;
  if (plan.at < entries.size() && entries[plan.at].first == id) return entries[plan.at++].second;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].first == id) return plan.at = i + 1, entries[i].second;
  }
  const std::uint32_t component = builder_.component(id, hint);
  entries.emplace_back(id, component);
  plan.at = entries.size();
  return component;
}

MlDataHandler::At MlDataHandler::start_generic_value(At parent, RawAttributes attributes) {
  std::string_view id, value;
  for (; *attributes; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "id" || name == "concept") id = attributes[1];
    if (name == "value") value = attributes[1];
  }
  switch (parent) {
    case At::observation_attributes: builder_.set(planned(attribute_plan_, id, Kind::attribute), value); break;
    case At::observation_key: builder_.set(planned(observation_plan_, id, Kind::dimension), value); break;
    case At::series_key: builder_.set_series(planned(series_plan_, id, Kind::dimension), value); break;
    case At::series_attributes: builder_.set_series(planned(series_attribute_plan_, id, Kind::attribute), value); break;
    case At::group_key: builder_.set_group(planned(group_plan_, id, Kind::dimension), value); break;
    case At::group_attributes: builder_.set_group(planned(group_attribute_plan_, id, Kind::attribute), value); break;
    default: builder_.set_data_set(planned(data_set_plan_, id, Kind::attribute), value);
  }
  return At::leaf;
}

MlDataHandler::At MlDataHandler::start_component(At, RawAttributes attributes) {
  component_id_ = find_attribute(attributes, "id");
  component_values_.clear();
  return At::component;
}

// The place that the values of a <Comp> belong to is what stands around it.
void MlDataHandler::end_component() {
  if (component_id_.empty() || component_values_.empty()) return;
  const bool of_key = utility_ && !open_.empty() && open_.back() == At::series_key;
  const auto component = builder_.component(component_id_, component_id_ == "TIME_PERIOD" ? Kind::time : of_key ? Kind::dimension : Kind::attribute);
  bool languages = false;
  std::vector<std::string> values;
  for (const auto& value : component_values_) {
    for (const auto& [language, text] : value) languages |= !language.empty();
    values.push_back(value.size() == 1 && value.front().first.empty() ? value.front().second : join_languages(value));
  }
  const bool multiple = values.size() > 1;
  builder_.mark(component, multiple, languages);
  const std::string text = multiple ? join_values(values) : values.front();
  for (auto around = open_.rbegin(); around != open_.rend(); ++around) {
    switch (*around) {
      case At::observation: return builder_.set(component, text);
      case At::series: return builder_.set_series(component, text);
      case At::group: return builder_.set_group(component, text);
      case At::data_set: return builder_.set_data_set(component, text);
      default: break;
    }
  }
}

void MlDataHandler::text(std::string_view piece) {
  if (!open_.empty() && (open_.back() == At::component_value || open_.back() == At::key_family)) {
    text_ += piece;
  } else if (!open_.empty() && open_.back() == At::head) {
    header.text(piece);
  }
}

void MlDataHandler::end(std::string_view name) {
  const At here = open_.back();
  open_.pop_back();
  const At parent = open_.empty() ? At::wrapper : open_.back();
  switch (here) {
    case At::observation: return builder_.end_observation();
    case At::series: return builder_.end_series(parser->offset());
    case At::group: return end_group();
    case At::data_set:
      if (begins_later_) begin_data_set();
      return builder_.end_data_set();
    case At::cross_group:
      carried_.clear();
      return builder_.end_series();
    case At::key_family:
      if (data_set_.structure.empty()) data_set_.structure = trimmed(text_);
      return parser->want_text(false);
    case At::component: return end_component();
    case At::component_value: {
      const std::string_view local = local_name(name);
      const bool closes = local == "Value" || local == "Time" || utility_;
      if (local == "Text" || local == "StructuredText" || (closes && component_values_.back().empty())) {
        component_values_.back().emplace_back(closes ? "" : language_, trimmed(text_));
        text_.clear();
      }
      if (parent == At::component_value) return;
      parser->want_text(false);
      if (local == "Time" || utility_) end_component();
      return;
    }
    case At::head:
      header.end(local_name(name));
      if (parent != At::head) parser->want_text(false), header_done = true;
      return;
    default: return;
  }
}

}  // namespace comity::formats::sdmx::detail
