#include "comity/formats/detail/json_columns.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/names.hpp"
#include "comity/formats/detail/number_text.hpp"

namespace comity::formats::detail {
namespace {

JsonColumn parse_column(const std::string& text) {
  JsonColumn column;
  std::string_view rest = text;
  const auto equals = rest.find('=');
  const auto first = rest.find_first_of("/*#!@");
  if (equals != std::string_view::npos && (first == std::string_view::npos || equals < first)) {
    column.name = rest.substr(0, equals);
    rest.remove_prefix(equals + 1);
  } else {
    column.name = text;
  }
  if (rest.starts_with('@')) column.of_element = true, rest.remove_prefix(1);
  if (rest == "*") {
    column.what = JsonColumn::What::key;
  } else if (rest == "#") {
    column.what = JsonColumn::What::position;
  } else if (rest == "!" && !column.of_element) {
    column.what = JsonColumn::What::document;
  } else if (rest.empty() || rest.front() == '/') {
    column.pointer = rest;
  } else {
    throw UsageError(fmt::format("the column '{}' is no JSON pointer", text), "Write /name/common, * (key), # (position), ! (document), @/x (in the exploded element), each with name= before it if you like.");
  }
  return column;
}

}  // namespace

std::vector<JsonColumn> parse_json_columns(const JsonShape& shape) {
  std::vector<JsonColumn> out;
  std::vector<std::string> names;
  for (const auto& text : shape.columns) {
    out.push_back(parse_column(text));
    names.push_back(out.back().name);
  }
  if (out.empty()) throw UsageError("no columns are named for a JSON file", "Name at least one, for example name=/name.");
  make_column_names(names);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].name = names[i];
  for (const auto& pointer : {shape.pointer, shape.explode}) {
    if (!pointer.empty() && pointer.front() != '/' && pointer != ".") throw UsageError(fmt::format("'{}' is no JSON pointer", pointer), "It begins with '/', for example /supplemental/territoryInfo.");
  }
  return out;
}

void append_parts(std::vector<JsonPart>& out, simdjson::dom::element container) {
  std::uint64_t position = 0;
  if (simdjson::dom::array array; container.get(array) == simdjson::SUCCESS) {
    for (const auto value : array) out.push_back({{}, ++position, value});
  } else if (simdjson::dom::object object; container.get(object) == simdjson::SUCCESS) {
    for (const auto field : object) out.push_back({field.key, ++position, field.value});
  }
}

void explode(std::vector<JsonPart>& out, simdjson::dom::element from, std::string_view pointer) {
  const auto star = pointer.find("/*");
  if (star != std::string_view::npos && (star + 2 == pointer.size() || pointer[star + 2] == '/')) {
    std::vector<JsonPart> middle;
    explode(middle, from, star == 0 ? "." : pointer.substr(0, star));
    const auto rest = pointer.substr(star + 2);
    for (const auto& part : middle) explode(out, part.value, rest.empty() ? "." : rest);
    return;
  }
  simdjson::dom::element found = from;
  if (pointer != "." && from.at_pointer(pointer).get(found) != simdjson::SUCCESS) return;
  append_parts(out, found);
}

bool append_json_text(std::string& out, simdjson::dom::element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::NULL_VALUE: return false;
    case simdjson::dom::element_type::STRING: out += std::string_view(value.get_string().value_unsafe()); return true;
    case simdjson::dom::element_type::BOOL: out += value.get_bool().value_unsafe() ? "true" : "false"; return true;
    case simdjson::dom::element_type::INT64: fmt::format_to(std::back_inserter(out), "{}", value.get_int64().value_unsafe()); return true;
    case simdjson::dom::element_type::UINT64: fmt::format_to(std::back_inserter(out), "{}", value.get_uint64().value_unsafe()); return true;
    case simdjson::dom::element_type::DOUBLE: append_round_trip(out, value.get_double().value_unsafe()); return true;
    default: out += simdjson::minify(value); return true;
  }
}

}  // namespace comity::formats::detail
