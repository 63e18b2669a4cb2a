#include "comity/sources/detail/toml_keys.hpp"

#include <fmt/format.h>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

const toml::table& as_table(const void* table) { return *static_cast<const toml::table*>(table); }

[[noreturn]] void fail(const std::string& where, const toml::node& node, const std::string& key, const char* why) {
  throw DataError(fmt::format("{}, line {}: '{}' {}", where, node.source().begin.line, key, why));
}

}  // namespace

struct TomlKeys::File {
  toml::table root;
};

TomlKeys TomlKeys::parse(const std::filesystem::path& path, std::string where, std::string manual) {
  if (!std::filesystem::exists(path)) throw NotFound(fmt::format("{} is not there", where), fmt::format("{} says what it holds.", manual));
  auto file = std::make_shared<File>();
  try {
    file->root = toml::parse_file(path.string());
  } catch (const toml::parse_error& error) {
    throw DataError(fmt::format("{}, line {}: {}", where, error.source().begin.line, error.description()), "Mend the file; it is TOML.");
  }
  const void* root = &file->root;
  return {std::move(file), root, std::move(where), std::move(manual)};
}

void TomlKeys::text(const char* key, std::string& out) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return;
  const auto value = node->value_exact<std::string>();
  if (!value) fail(where_, *node, key, "is not a text");
  out = *value;
}

void TomlKeys::required(const char* key, std::string& out) {
  if (!as_table(table_).contains(key)) throw DataError(fmt::format("{}: the key '{}' is missing", where_, key), fmt::format("Add it; {} lists every key.", manual_));
  text(key, out);
}

void TomlKeys::flag(const char* key, bool& out) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return;
  const auto value = node->value_exact<bool>();
  if (!value) fail(where_, *node, key, "is not true or false");
  out = *value;
}

std::optional<std::int64_t> TomlKeys::whole(const char* key) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return std::nullopt;
  const auto value = node->value_exact<std::int64_t>();
  if (!value) fail(where_, *node, key, "is not a whole number");
  return value;
}

void TomlKeys::character(const char* key, char& out) {
  std::string value(1, out);
  text(key, value);
  if (value.size() > 1) fail(where_, *as_table(table_).get(key), key, "is more than one character");
  out = value.empty() ? '\0' : value[0];
}

void TomlKeys::list(const char* key, std::vector<std::string>& out) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return;
  if (!node->is_array()) fail(where_, *node, key, "is not a list");
  for (const auto& item : *node->as_array()) out.push_back(item.value_or(std::string()));
}

void TomlKeys::numbers(const char* key, std::vector<int>& out) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return;
  if (!node->is_array()) fail(where_, *node, key, "is not a list of whole numbers");
  for (const auto& item : *node->as_array()) {
    const auto value = item.value_exact<std::int64_t>();
    if (!value) fail(where_, item, key, "is not a list of whole numbers");
    out.push_back(static_cast<int>(*value));
  }
}

void TomlKeys::years(const char* key, int& from, int& to) {
  seen_.insert(key);
  const auto* node = as_table(table_).get(key);
  if (!node) return;
  const auto* pair = node->as_array();
  if (!pair || pair->size() != 2) fail(where_, *node, key, "is not [first, last]");
  from = (*pair)[0].value_or(0);
  to = (*pair)[1].value_or(0);
}

std::map<std::string, std::vector<std::string>> TomlKeys::lists(const char* key) {
  seen_.insert(key);
  std::map<std::string, std::vector<std::string>> out;
  const auto* node = as_table(table_).get(key);
  if (!node) return out;
  if (!node->is_table()) fail(where_, *node, key, "is not a table");
  for (const auto& [name, value] : *node->as_table()) {
    auto& values = out[std::string(name.str())];
    if (const auto one = value.value_exact<std::string>()) {
      values.push_back(*one);
    } else if (value.is_array()) {
      for (const auto& item : *value.as_array()) values.push_back(item.value_or(std::string()));
    } else {
      fail(where_, value, std::string(name.str()), "is neither a text nor a list of texts");
    }
  }
  return out;
}

std::vector<TomlKeys> TomlKeys::tables(const char* key) {
  seen_.insert(key);
  std::vector<TomlKeys> out;
  const auto* node = as_table(table_).get(key);
  if (!node) return out;
  if (!node->is_array()) fail(where_, *node, key, "is not a list of tables");
  for (const auto& item : *node->as_array()) {
    if (!item.is_table()) fail(where_, item, key, "is not a list of tables");
    const void* table = item.as_table();
    out.push_back(TomlKeys(file_, table, fmt::format("{}, [[{}]]", where_, key), manual_));
  }
  return out;
}

void TomlKeys::finish() const {
  for (const auto& [key, node] : as_table(table_)) {
    if (seen_.contains(std::string(key.str()))) continue;
    throw DataError(fmt::format("{}, line {}: unknown key '{}'", where_, node.source().begin.line, key.str()), fmt::format("{} lists the keys.", manual_));
  }
}

}  // namespace comity::sources
