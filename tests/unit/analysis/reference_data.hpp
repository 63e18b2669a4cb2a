// Real panels and reference estimates, where the data folder is set: columns by name from a delimited file.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "comity/analysis/fixed_effects.hpp"
#include "comity/formats/delimited.hpp"

namespace comity::analysis::reference {

// $COMITY_DATA_DIR, and the folder `gravity` beside it. Empty where there is none.
inline std::filesystem::path data_file(const std::string& name) {
  const char* folder = std::getenv("COMITY_DATA_DIR");
  if (!folder) return {};
  for (const auto& root : {std::filesystem::path(folder), std::filesystem::path(folder).parent_path()}) {
    if (std::filesystem::exists(root / name)) return root / name;
  }
  return {};
}

struct Columns {
  std::map<std::string, std::vector<std::string>> text;
  std::size_t rows = 0;

  explicit Columns(const std::filesystem::path& file) {
    const auto reader = formats::open_delimited(file, {});
    const auto names = reader->columns();
    for (formats::Record record; reader->next(record); ++rows) {
      for (std::size_t i = 0; i < names.size(); ++i) text[names[i]].emplace_back(record.fields[i]);
    }
  }
  std::vector<double> numbers(const std::string& name) const {
    std::vector<double> out;
    for (const auto& one : text.at(name)) out.push_back(std::strtod(one.c_str(), nullptr));
    return out;
  }
  Grouping group(const std::string& name) const {
    const auto& all = text.at(name);
    return make_grouping(name, std::vector<std::string_view>(all.begin(), all.end()));
  }
  Grouping group(const std::string& a, const std::string& b) const { return cross_groupings(group(a), group(b)); }
};

}  // namespace comity::analysis::reference

#define NEEDS_FILE(path, name)                                         \
  const auto path = reference::data_file(name);                        \
  if (path.empty()) GTEST_SKIP() << name << " is not in COMITY_DATA_DIR"
