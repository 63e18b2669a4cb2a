// Militarized disputes by pair and period. A pair may have several at once; one is kept, by the rule that the publisher of the
// table uses (S. V. Miller, "coerce dispute-year to dyad-year", after Gibler, Miller and Little 2016), in this order:
// a dispute that began in the year before one that goes on; the highest level of deaths (unknown, -9, between 0 and 1); the
// highest hostility; the longest shortest duration; the longest longest duration; reciprocated before not; the earliest month;
// the lowest number.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "comity/panel/fill.hpp"

namespace comity::panel {

// Every indicator that the columns of disputes are made of.
const std::vector<std::string>& dispute_indicators();
extern const char* const whittling_rule;

class Disputes {
 public:
  explicit Disputes(Shelf& shelf);
  // A column of the dispute kept. Where the coverage holds and there is none, going on and begun are 0.
  Column column(const ColumnRequest& request) const;
  // Dispute-years that gave way to another one of the same pair and year.
  std::size_t dropped() const { return dropped_; }

 private:
  struct Kept {
    std::uint32_t row;
    std::size_t one, two;  // numbers of the two directed records
  };
  // One dispute of one directed pair in one period; NaN where nothing is said.
  struct Record {
    std::int32_t from, to, period;
    std::uint32_t item;
    std::array<double, 16> values;
  };
  static bool before(const Record& a, const Record& b);

  const Frame& frame_;
  Coverage coverage_;
  std::vector<Record> records_;
  std::vector<Kept> kept_;
  std::size_t dropped_ = 0;
};

}  // namespace comity::panel
