// Small numbers with a type, so that a state is never taken for a source. The numbers of states are
// permanent (data/states.csv); those of sources and indicators are assigned when an edition is assembled
// and mean nothing outside it. Not for use as counts or indexes into anything but their own table.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace comity {

template <class Tag, class Number>
struct Id {
  Number value = 0;  // 0 is "none": no table has a row 0

  constexpr Id() = default;
  constexpr explicit Id(Number number) : value(number) {}
  constexpr explicit operator bool() const { return value != 0; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using StateId = Id<struct StateTag, std::uint16_t>;
using SourceId = Id<struct SourceTag, std::uint16_t>;
using IndicatorId = Id<struct IndicatorTag, std::uint16_t>;
using FileId = Id<struct FileTag, std::uint32_t>;

// Two states without order: the smaller number in the upper half. A fact about one state alone
// (its population) has the pair {0, state} and so sorts before every true pair.
struct Pair {
  StateId low, high;

  constexpr Pair() = default;
  constexpr Pair(StateId a, StateId b) : low(a < b ? a : b), high(a < b ? b : a) {}
  constexpr explicit Pair(std::uint32_t code)
      : low(static_cast<std::uint16_t>(code >> 16)), high(static_cast<std::uint16_t>(code & 0xffff)) {}
  constexpr std::uint32_t code() const { return std::uint32_t{low.value} << 16 | high.value; }
  friend constexpr auto operator<=>(const Pair&, const Pair&) = default;
};

}  // namespace comity

template <class Tag, class Number>
struct std::hash<comity::Id<Tag, Number>> {
  std::size_t operator()(const comity::Id<Tag, Number>& id) const noexcept { return id.value; }
};
