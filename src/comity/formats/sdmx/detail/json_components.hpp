// The components of an SDMX-JSON data message with their values, which its data sets refer to by index.
#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "comity/formats/sdmx/detail/builder.hpp"

namespace comity::formats::sdmx::detail {

struct JsonComponent {
  std::uint32_t component = 0;
  std::string id;
  bool has_values = false;            // then data hold indexes into them, else the values themselves
  bool numeric = false;               // its format says so
  std::string default_text;           // of an attribute: what holds where the data say nothing
  std::vector<std::string> texts;     // of values; "" for null
  std::vector<std::uint32_t> codes;   // in the Builder's dictionary; empty for measures
};

struct JsonStructure {
  DataSet data_set;                   // what it is of
  std::vector<JsonComponent> data_set_dimensions, series_dimensions, observation_dimensions;
  std::vector<JsonComponent> flat_dimensions;  // those of series, then those of observations
  std::vector<JsonComponent> measures;
  std::vector<JsonComponent> data_set_attributes, group_attributes, series_attributes, observation_attributes;
};

// What the links of a structure, or of a data set that names its own, say that data are of.
DataSet json_data_set_from(simdjson::dom::element linked);
JsonStructure json_structure_from(simdjson::dom::element structure, Builder& builder);
// A value written into the data itself (a list becomes `a;b`, languages `en:a;fr:b`); "" for null.
std::string json_value_text(simdjson::dom::element value, bool& multiple, bool& multilingual);

}  // namespace comity::formats::sdmx::detail
