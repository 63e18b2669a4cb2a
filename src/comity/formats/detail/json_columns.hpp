// Which parts of a JSON record become its columns: the small language of JsonShape::columns, taken apart once.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/json.hpp"

namespace comity::formats::detail {

struct JsonColumn {
  enum class What { pointer, key, position, document };
  std::string name, pointer;
  What what = What::pointer;
  bool of_element = false;  // of what `explode` unfolds, not of the record
};

// Throws UsageError.
std::vector<JsonColumn> parse_json_columns(const JsonShape& shape);

// An element of an array or a member of an object.
struct JsonPart {
  std::string_view key;
  std::uint64_t position = 0;
  simdjson::dom::element value;
};
void append_parts(std::vector<JsonPart>& out, simdjson::dom::element container);
// Follows a pointer whose tokens may be "*"; everything found there is unfolded.
void explode(std::vector<JsonPart>& out, simdjson::dom::element from, std::string_view pointer);
// The text of a value; false when it is null.
bool append_json_text(std::string& out, simdjson::dom::element value);

}  // namespace comity::formats::detail
