// Days, and dates that are less sure than a day. Day is a civil day of the proleptic Gregorian calendar;
// EdtfDate is a date or interval as a source gives it (ISO 8601-2 / EDTF level 1 and the unspecified digits
// of level 2), with the first and last day it may mean. Not for clock times: Comity has none.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity {

using Day = std::chrono::sys_days;

inline constexpr Day first_day{std::chrono::year{-9999} / 1 / 1};  // "open, to the past"
inline constexpr Day last_day{std::chrono::year{9999} / 12 / 31};  // "open, to the future"

Day make_day(int year, unsigned month, unsigned day);
int year_of(Day day);
// "2017-07-03". Exactly this form, a day that exists; nothing else.
std::optional<Day> try_parse_day(std::string_view text);
Day parse_day(std::string_view text);  // throws UsageError
std::string to_string(Day day);

// One date as a source gives it. Known forms: 2017-07-03, 2017-07, 2017, 198X, 19XX, 2004-21 (spring; 21..24
// seasons), each with ~ (about), ? (unsure) or % (both) behind; intervals A/B, A/.. and ../B (open) and A/ (end unknown).
struct EdtfDate {
  std::string text;             // as written; empty when unknown
  Day from = first_day;         // first day it may mean; first_day when open or unknown
  Day to = last_day;            // last day it may mean
  bool approximate = false;     // ~ or %
  bool uncertain = false;       // ? or %

  bool known() const { return !text.empty(); }
  bool exact() const { return known() && from == to && !approximate && !uncertain; }  // one certain day
  // Whether the two may mean a common day.
  bool overlaps(const EdtfDate& other) const { return from <= other.to && other.from <= to; }
  friend bool operator==(const EdtfDate& a, const EdtfDate& b) { return a.text == b.text; }
};

// An empty text is an unknown date. nullopt when the text is no EDTF of the forms above.
std::optional<EdtfDate> try_parse_edtf(std::string_view text);
EdtfDate parse_edtf(std::string_view text);  // throws UsageError

// For people, in the date's own precision: "11 February 1992", "July 2017", "1991", "about 1910", "1939 to 1945", "since 2004".
std::string human_date(const EdtfDate& date);
std::string human_date(Day day);

}  // namespace comity
