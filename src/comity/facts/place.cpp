#include "comity/facts/place.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace comity::facts {
namespace {

// 1 → "A", 28 → "AB", as spreadsheets name their columns.
std::string letters_of(std::uint32_t column) {
  std::string out;
  for (; column; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

// "row 3", "rows 3, 12–23"
std::string rows_words(std::vector<std::uint64_t> rows) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::string out;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t j = i;
    while (j + 1 < rows.size() && rows[j + 1] == rows[j] + 1) ++j;
    if (!out.empty()) out += ", ";
    out += std::to_string(rows[i]);
    if (j > i) out += (j == i + 1 ? ", " : "–") + std::to_string(rows[j]);
    i = j + 1;
  }
  return fmt::format("row{} {}", rows.size() == 1 ? "" : "s", out);
}

}  // namespace

std::optional<SourceFile::Place> SourceFile::place_of(std::uint64_t record) const {
  auto after = std::ranges::upper_bound(sheet_rows, record, {}, &Rows::record);
  if (after == sheet_rows.begin()) return std::nullopt;
  const Rows& here = *--after;
  const std::uint64_t below = (record - here.record) / std::max(here.cells, 1u);
  if (below >= here.rows) return std::nullopt;
  return Place{here.sheet, static_cast<std::uint32_t>(here.row + below)};
}

// Said of each figure of a dossier: a list's row is put together without more ado.
std::string record_words(const SourceFile& file, std::uint64_t record) {
  if (record == 0) return {};
  if (file.sheet_rows.empty()) return "row " + std::to_string(record);
  return records_words(file, {record});
}

std::string records_words(const SourceFile& file, const std::vector<std::uint64_t>& records) {
  std::vector<std::pair<std::string_view, std::vector<std::uint64_t>>> sheets;  // "" for what stands on none
  for (const std::uint64_t record : records) {
    if (record == 0) continue;
    const auto place = file.place_of(record);
    const std::string_view sheet = place ? place->sheet : std::string_view();
    auto known = std::ranges::find(sheets, sheet, &std::pair<std::string_view, std::vector<std::uint64_t>>::first);
    if (known == sheets.end()) known = sheets.insert(sheets.end(), {sheet, {}});
    known->second.push_back(place ? place->row : record);
  }
  std::string out;
  for (const auto& [sheet, rows] : sheets) {
    if (!out.empty()) out += "; ";
    if (!sheet.empty()) out += fmt::format("sheet '{}', ", sheet);
    out += rows_words(rows);
  }
  return out;
}

std::string column_words(const SourceFile& file, std::uint16_t column) {
  if (column == 0) return {};
  if (!file.sheet_rows.empty()) return "column " + letters_of(column);
  return column <= file.columns.size() ? file.columns[column - 1] : "";
}

}  // namespace comity::facts
