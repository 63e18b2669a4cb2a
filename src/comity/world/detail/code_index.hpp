// Codes of states, both ways: (scheme, code, day) → state and (scheme, state, day) → code. Filled once; reads are a
// hash and a run of one to five spans, some tens of nanoseconds, from any number of threads.
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

struct CodeSpan {
  std::uint64_t hash = 0;  // of scheme and code
  std::string_view code;
  DaySpan span;
  StateId state;
  std::uint16_t scheme = 0;
  std::uint32_t row = 0;  // in codes.csv, for messages
};

class CodeIndex {
 public:
  // The code must outlive the index.
  void add(std::string_view scheme, std::string_view code, StateId state, DaySpan span, std::size_t row);
  // Sorts and checks; throws DataError at the row of `table` that gives a code or a state twice on a day.
  void finish(const Table& table);

  // To and from an image of the register; the texts read are views of it.
  void write(ImageWriter& out) const;
  void read(ImageReader& in);

  std::span<const CodeSpan> states_of(std::string_view scheme, std::string_view code) const;  // ascending by day
  std::span<const CodeSpan> codes_of(std::string_view scheme, StateId state) const;           // ascending by day
  const std::vector<std::string>& schemes() const { return schemes_; }

 private:
  void fill_slots();
  void fill_first();
  int scheme_number(std::string_view scheme) const;  // -1: none

  std::vector<std::string> schemes_;
  std::vector<CodeSpan> by_code_, by_state_;
  Slots slots_;
  std::vector<std::uint32_t> first_;  // [scheme * states + state] → first of by_state_
  std::size_t states_ = 0;
};

}  // namespace comity::world::detail
