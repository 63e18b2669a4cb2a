// JSON written from left to right into a string: compact, keys in the order given. Text that is no UTF-8 comes out with U+FFFD.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity::server {

class Json {
 public:
  Json& begin_object() { return open('{'); }
  Json& end_object() { return close('}'); }
  Json& begin_array() { return open('['); }
  Json& end_array() { return close(']'); }
  Json& key(std::string_view name);
  Json& text(std::string_view value);
  Json& number(double value);
  template <std::integral Integer>
  Json& integer(Integer value) { return raw(std::to_string(value)); }
  Json& boolean(bool value) { return raw(value ? "true" : "false"); }
  Json& null() { return raw("null"); }
  // A value that is JSON already.
  Json& raw(std::string_view json);
  // key and value at once.
  Json& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  Json& field(std::string_view name, const char* value) { return key(name).text(value); }
  // null where it is empty.
  Json& field_or_null(std::string_view name, std::string_view value) { return value.empty() ? key(name).null() : key(name).text(value); }
  template <std::integral Integer>
  Json& field(std::string_view name, Integer value) { return key(name).integer(value); }
  Json& field(std::string_view name, bool value) { return key(name).boolean(value); }
  Json& field(std::string_view name, const std::vector<std::string>& values);

  // With a line end, as every JSON of this program.
  std::string take() { return std::move(out_ += '\n'); }
  std::string& bytes() { return out_; }

 private:
  Json& open(char c);
  Json& close(char c);
  void separate();

  std::string out_;
  bool first_ = true;  // nothing stands before in this object or array
};

}  // namespace comity::server
