#include "comity/world/detail/name_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace comity::world::detail {

void NameIndex::add(std::string_view folded, std::string_view name, StateId state, DaySpan span, bool main, std::size_t row) {
  rows_.push_back({hash_text(folded, false), folded, name, span, state, main, static_cast<std::uint32_t>(row)});
}

void NameIndex::sort() {
  std::sort(rows_.begin(), rows_.end(), [](const NameSpan& a, const NameSpan& b) {
    return std::tie(a.hash, a.span.from, a.state, b.main, a.row) < std::tie(b.hash, b.span.from, b.state, a.main, b.row);
  });
  fill_slots();
}

void NameIndex::write(ImageWriter& out) const {
  out.number(static_cast<std::uint32_t>(rows_.size()));
  for (const auto& row : rows_) {
    out.number(row.hash), out.text(row.folded), out.text(row.name), out.span(row.span), out.state(row.state);
    out.number(static_cast<std::uint8_t>(row.main)), out.number(row.row);
  }
}

void NameIndex::read(ImageReader& in) {
  rows_.resize(in.count());
  for (auto& row : rows_) {
    row.hash = in.number<std::uint64_t>(), row.folded = in.text(), row.name = in.text(), row.span = in.span(), row.state = in.state();
    row.main = in.number<std::uint8_t>() != 0, row.row = in.number<std::uint32_t>();
  }
  fill_slots();
}

void NameIndex::fill_slots() {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(rows_.size());
  for (const auto& row : rows_) hashes.push_back(row.hash);
  slots_.fill(hashes);
}

std::span<const NameSpan> NameIndex::find(std::string_view folded) const {
  const auto group = slots_.find(hash_text(folded, false));
  if (group.count == 0 || rows_[group.first].folded != folded) return {};
  return {rows_.data() + group.first, group.count};
}

void NameIndex::fail(const Table& states, const Table& names, const NameSpan& a, const NameSpan& b) const {
  // The row of names.csv is the one to mend; of two such rows the later one.
  const NameSpan& late = a.main != b.main ? (a.main ? b : a) : (a.row > b.row ? a : b);
  const NameSpan& early = &late == &a ? b : a;
  const Table& table = late.main ? states : names;
  const Table& other = early.main ? states : names;
  table.fail(late.row, "name", fmt::format("'{}' means another state on the same days in line {} of {} ('{}'); bound the days or declare it in ambiguous_names.csv",
                                           late.name, other.line(early.row), other.name(), early.name));
}

}  // namespace comity::world::detail
