// Names of states in their folded form, each with the days on which it means the state. Filled once, then only read.
// A name that means two states on one day must be declared in ambiguous_names.csv; finish() checks it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "comity/base/table.hpp"
#include "comity/world/detail/register_image.hpp"
#include "comity/world/detail/slots.hpp"
#include "comity/world/register.hpp"

namespace comity::world::detail {

struct NameSpan {
  std::uint64_t hash = 0;
  std::string_view folded, name;
  DaySpan span;
  StateId state;
  bool main = false;      // the name of states.csv
  std::uint32_t row = 0;  // in its table, for messages
};

class NameIndex {
 public:
  // Both texts must outlive the index.
  void add(std::string_view folded, std::string_view name, StateId state, DaySpan span, bool main, std::size_t row);
  // `declared(folded)` says whether a name may mean several states. Throws DataError at a row of either table.
  template <class Declared>
  void finish(const Table& states, const Table& names, Declared declared);

  // To and from an image of the register; the texts read are views of it.
  void write(ImageWriter& out) const;
  void read(ImageReader& in);

  std::span<const NameSpan> find(std::string_view folded) const;
  std::span<const NameSpan> all() const { return rows_; }

 private:
  void sort();
  void fill_slots();
  [[noreturn]] void fail(const Table& states, const Table& names, const NameSpan& a, const NameSpan& b) const;

  std::vector<NameSpan> rows_;
  Slots slots_;
};

template <class Declared>
void NameIndex::finish(const Table& states, const Table& names, Declared declared) {
  sort();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (std::size_t j = i + 1; j < rows_.size() && rows_[j].hash == rows_[i].hash; ++j) {
      const NameSpan &a = rows_[i], &b = rows_[j];
      if (a.folded != b.folded || (a.state != b.state && a.span.overlaps(b.span) && !declared(a.folded))) fail(states, names, a, b);
    }
  }
}

}  // namespace comity::world::detail
