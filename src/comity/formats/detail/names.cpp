#include "comity/formats/detail/names.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"

namespace comity::formats::detail {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t(0));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (lower(a[i - 1]) != lower(b[j - 1]))});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

void make_column_names(std::vector<std::string>& names) {
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string& name = names[i];
    const std::size_t from = name.find_first_not_of(" \t\r\n");
    name = from == std::string::npos ? fmt::format("column_{}", i + 1) : name.substr(from, name.find_last_not_of(" \t\r\n") - from + 1);
    const std::string base = name;
    for (int n = 2; !taken.insert(name).second; ++n) name = fmt::format("{}_{}", base, n);
  }
}

std::string_view find_nearest(std::string_view wanted, const std::vector<std::string>& candidates) {
  std::string_view best;
  std::size_t best_distance = std::size_t(-1);
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted.substr(0, 100), std::string_view(candidate).substr(0, 100));
    if (distance < best_distance) best = candidate, best_distance = distance;
  }
  return best;
}

void check_columns(const std::vector<std::string>& found, const std::vector<std::string>& expected, const std::string& file, std::uint64_t line, char delimiter) {
  for (const auto& name : expected) {
    if (std::find(found.begin(), found.end(), name) != found.end()) continue;
    std::string what = fmt::format("{}, line {}: no column '{}'; the nearest is '{}'", file, line, name, find_nearest(name, found).substr(0, 100));
    if (delimiter && found.size() == 1) {
      for (const char other : {',', ';', '\t', '|'}) {
        if (other == delimiter || found[0].find(other) == std::string::npos) continue;
        throw DataError(what, fmt::format("The whole header came out as one column. The delimiter is probably {}, not {}.", other == '\t' ? "a tab" : fmt::format("'{}'", other),
                                          delimiter == '\t' ? "a tab" : fmt::format("'{}'", delimiter)));
      }
    }
    auto shown = found;
    if (shown.size() > 40) shown.resize(40), shown.push_back("…");
    throw DataError(what, fmt::format("The publisher may have renamed the column, or this is another file. Correct the source's columns, or fetch the right file. The header has: {}.",
                                      fmt::join(shown, ", ")));
  }
}

}  // namespace comity::formats::detail
