#include "comity/dossier/shelf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace comity::dossier {

namespace {

// A workbook that is read cell by cell: a record is a filled cell, counted along the rows, and a column the sheet's own.
bool is_read_by_cells(const facts::SourceFile& file) {
  constexpr std::array<std::string_view, 4> cells = {"sheet", "row", "column", "text"};
  return file.columns.size() >= cells.size() && std::ranges::equal(cells, std::span(file.columns).first(cells.size()));
}

// 1 → "A", 28 → "AB", as spreadsheets name their columns.
std::string letters_of(std::uint32_t column) {
  std::string out;
  for (; column; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

}  // namespace

document::CitedSource as_cited(const facts::Source& s) { return {s.id, s.publisher, s.title, s.version, s.url, s.licence, s.terms, s.independence, s.as_of, s.citable}; }

const std::shared_ptr<const document::CitedSource>& CitationBook::cited(SourceId id) {
  if (sources_.size() <= id.value) sources_.resize(context_.sources.size());
  auto& known = sources_[id.value];
  if (!known) {
    known = std::make_shared<const document::CitedSource>(as_cited(context_.sources[id.value]));
  }
  return known;
}

document::Citation CitationBook::describe(const facts::Provenance& from) {
  document::Citation c;
  c.source = cited(from.source);
  if (from.file) c.file = context_.files[from.file.value].path;
  return c;
}

document::CitationIndex CitationBook::enter(const facts::Provenance& from) {
  const auto next = static_cast<document::CitationIndex>(citations_.size());
  const auto [it, fresh] = known_.try_emplace({from.source.value, from.file.value, from.record, from.column}, next);
  if (!fresh) return it->second;
  document::Citation c = describe(from);
  const facts::SourceFile* file = from.file ? &context_.files[from.file.value] : nullptr;
  const bool by_cells = file && is_read_by_cells(*file);
  if (by_cells && from.column) c.column = "column " + letters_of(from.column);
  else if (file && from.column && from.column <= file->columns.size()) c.column = file->columns[from.column - 1];
  if (from.record) c.record = (by_cells ? "filled cell " : "row ") + std::to_string(from.record);
  citations_.push_back(std::move(c));
  return next;
}

namespace {

// "row 3", "rows 3, 12–23"
std::string rows_text(std::vector<std::uint64_t> rows, std::string_view one) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::erase(rows, 0);
  if (rows.empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t j = i;
    while (j + 1 < rows.size() && rows[j + 1] == rows[j] + 1) ++j;
    if (!out.empty()) out += ", ";
    out += std::to_string(rows[i]);
    if (j > i) out += (j == i + 1 ? ", " : "–") + std::to_string(rows[j]);
    i = j + 1;
  }
  return fmt::format("{}{} {}", one, rows.size() == 1 ? "" : "s", out);
}

}  // namespace

std::vector<document::CitationIndex> CitationBook::enter_rows(std::span<const facts::Provenance> from) {
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::vector<std::uint64_t>> files;
  std::vector<facts::Provenance> firsts;
  for (const auto& one : from) {
    auto& rows = files[{one.source.value, one.file.value}];
    if (rows.empty()) firsts.push_back(one);
    rows.push_back(one.record);
  }
  std::vector<document::CitationIndex> out;
  for (const auto& first : firsts) {
    const auto& rows = files[{first.source.value, first.file.value}];
    if (rows.size() == 1) {
      out.push_back(enter(first));
      continue;
    }
    document::Citation c = describe(first);
    c.record = rows_text(rows, first.file && is_read_by_cells(context_.files[first.file.value]) ? "filled cell" : "row");
    const auto next = static_cast<document::CitationIndex>(citations_.size());
    const auto [it, fresh] = known_rows_.try_emplace(std::to_string(first.source.value) + "/" + c.file + "/" + c.record, next);
    if (fresh) citations_.push_back(std::move(c));
    out.push_back(it->second);
  }
  return out;
}

document::CitationIndex CitationBook::enter_table(const std::string& file, const std::string& title) {
  const auto next = static_cast<document::CitationIndex>(citations_.size());
  const auto [it, fresh] = known_rows_.try_emplace("table/" + file, next);
  if (!fresh) return it->second;
  document::Citation c;
  c.source = std::make_shared<const document::CitedSource>(document::CitedSource{
      .id = "comity_register", .publisher = "Comity", .title = title, .edition = {}, .url = {}, .licence = "Apache-2.0", .terms = {}, .independence = "own", .as_of = {}, .citable = false});
  c.file = file;
  citations_.push_back(std::move(c));
  return next;
}

document::Cite CitationBook::cite(std::span<const facts::Provenance> from) {
  document::Cite out;
  for (const auto& one : from) {
    const auto index = enter(one);
    if (std::find(out.to.begin(), out.to.end(), index) == out.to.end()) out.to.push_back(index);
  }
  return out;
}

std::span<const facts::Observation> Shelf::observations(std::string_view indicator) const {
  const IndicatorId id = context.indicator(indicator);
  if (!id) return {};
  const auto [first, last] = std::ranges::equal_range(facts.observations, id, {}, &facts::Observation::indicator);
  return {first, last};
}

}  // namespace comity::dossier
