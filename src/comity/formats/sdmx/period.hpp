// The time periods of SDMX → the days they cover: Gregorian (2010, 2010-08, 2010-08-15, with or without a time zone),
// date and time, the standard's reporting periods (2010-A1, -S1, -T1, -Q3, -M08, -W05, -D032, in a reporting year that
// may begin on another day than 1 January), ranges (start/duration, start/end), and the spellings of SDMX 2.0 and of
// publishers (2010Q3, 2010M08, 2010S1, 2010H1, 2010W05). Not for uncertain dates: base/date.hpp.
#pragma once

#include <optional>
#include <string_view>

#include "comity/base/date.hpp"

namespace comity::formats::sdmx {

// As CL_FREQ has it; range: a period of its own length.
enum class Frequency : char { annual = 'A', half_year = 'S', trimester = 'T', quarter = 'Q', month = 'M', week = 'W', day = 'D', instant = 'I', range = 'R' };

struct Period {
  Day from{}, to{};  // first and last day, both in it
  Frequency frequency = Frequency::annual;
  // Of a whole number of months that begins on the first of one: that number; else 0.
  int months() const;
  friend bool operator==(const Period&, const Period&) = default;
};

// The day on which the reporting year begins: REPORTING_YEAR_START_DAY, "--07-01" (nullopt when it reads otherwise).
struct YearStart {
  unsigned month = 1, day = 1;
};
std::optional<YearStart> try_parse_year_start(std::string_view text);

// nullopt when the text is no time period. Weeks begin on Mondays; the first is the one that holds the first Thursday
// on or after the start of the reporting year (for 1 January: ISO 8601). A time of the day counts as its day.
std::optional<Period> try_parse_period(std::string_view text, YearStart year_start = {});

}  // namespace comity::formats::sdmx
