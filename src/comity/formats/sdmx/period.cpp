#include "comity/formats/sdmx/period.hpp"

#include <algorithm>
#include <string>

namespace comity::formats::sdmx {
namespace {

using namespace std::chrono;

// Reads from the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char wanted) {
    if (peek() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Between `least` and `most` digits.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n < most && n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') value = value * 10 + (rest_[n++] - '0');
    if (n < least) return std::nullopt;
    rest_.remove_prefix(n);
    return value;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

Period whole_months(year_month first, int count, Frequency frequency) {
  const year_month last_month = first + months{count - 1};
  return {Day{first / 1}, Day{last_month / last}, frequency};
}

// Z, +01:00, -0500: it says where the day is, not which.
bool skip_zone(Cursor& at) {
  if (at.at_end() || at.take('Z')) return at.at_end();
  if (!at.take('+') && !at.take('-')) return false;
  if (!at.digits(2, 2)) return false;
  at.take(':');
  return (at.at_end() || at.digits(2, 2)) && at.at_end();
}

bool skip_clock(Cursor& at) {
  const auto hour = at.digits(2, 2);
  if (!hour || *hour > 24) return false;
  if (at.take(':')) {
    const auto minute = at.digits(2, 2);
    if (!minute || *minute > 59) return false;
    if (at.take(':')) {
      const auto second = at.digits(2, 2);
      if (!second || *second > 60) return false;
      if (at.take('.') || at.take(',')) {
        if (!at.digits(1, 9)) return false;
        while (at.digits(1, 9)) {}
      }
    }
  }
  return skip_zone(at);
}

std::optional<Day> year_base(int year_number, YearStart start) {
  const year_month_day day{year{year_number}, month{start.month}, std::chrono::day{start.day}};
  if (!day.ok()) return std::nullopt;
  return Day{day};
}

std::optional<Period> week(int year_number, int number, YearStart start) {
  const auto base = year_base(year_number, start);
  if (!base || number < 1 || number > 53) return std::nullopt;
  const unsigned from_monday = weekday{*base}.iso_encoding() - 1;
  const Day first = from_monday <= 3 ? *base - days{from_monday} : *base + days{7 - from_monday};
  const Day from = first + days{7 * (number - 1)};
  return Period{from, from + days{6}, Frequency::week};
}

// The months of a part of the year; 0: it is not cut into months.
int months_in(char letter) {
  switch (letter) {
    case 'A': return 12;
    case 'S':
    case 'H':
    case 'B': return 6;
    case 'T': return 4;
    case 'Q': return 3;
    case 'M': return 1;
    default: return 0;
  }
}

Frequency frequency_of(char letter) {
  if (letter == 'H' || letter == 'B') return Frequency::half_year;
  return Frequency(letter);
}

std::optional<Period> part_of_year(int year_number, Cursor& at, YearStart start) {
  char letter = at.peek();
  if (letter >= 'a' && letter <= 'z') letter = char(letter - 'a' + 'A');
  at.take(at.peek());
  if (letter == 'A' && at.at_end()) at = Cursor("1");  // "2010A" and "2010-A"
  const auto number = at.digits(1, 3);
  if (!number || !skip_zone(at)) return std::nullopt;
  if (letter == 'W') return week(year_number, *number, start);
  const auto base = year_base(year_number, start);
  if (!base) return std::nullopt;
  if (letter == 'D') {
    if (*number < 1 || *number > 366) return std::nullopt;
    const Day day = *base + days{*number - 1};
    const auto end = year_base(year_number + 1, start);
    if (!end || day >= *end) return std::nullopt;
    return Period{day, day, Frequency::day};
  }
  const int length = months_in(letter);
  if (length == 0 || *number < 1 || *number > 12 / length) return std::nullopt;
  const year_month_day first{*base};
  const year_month from = first.year() / first.month() + months{length * (*number - 1)};
  if (first.day() == std::chrono::day{1}) return whole_months(from, length, frequency_of(letter));
  const auto on = [&](year_month ym) {
    const year_month_day day = ym / first.day();
    return day.ok() ? Day{day} : Day{ym / last};
  };
  return Period{on(from), on(from + months{length}) - days{1}, frequency_of(letter)};
}

// Whether all that is left is a time zone, and not "-08" of a month or a day.
bool is_zone(Cursor at) {
  const std::string_view rest = at.rest();
  if (rest.starts_with('-') && !(rest.size() == 6 && rest[3] == ':')) return false;
  return skip_zone(at);
}

// What stands behind the year of a Gregorian period: "", "-08", "-08-15", "-08-15T12:00:00Z".
std::optional<Period> gregorian(int year_number, Cursor& at) {
  const year y{year_number};
  if (is_zone(at)) return whole_months(y / 1, 12, Frequency::annual);
  if (!at.take('-')) return std::nullopt;
  const auto month_number = at.digits(1, 2);
  if (!month_number || *month_number < 1 || *month_number > 12) return std::nullopt;
  const year_month ym = y / month(unsigned(*month_number));
  if (is_zone(at)) return whole_months(ym, 1, Frequency::month);
  if (!at.take('-')) return std::nullopt;
  const auto day_number = at.digits(1, 2);
  if (!day_number) return std::nullopt;
  const year_month_day ymd = ym / std::chrono::day(unsigned(*day_number));
  if (!ymd.ok()) return std::nullopt;
  const Day day{ymd};
  if (at.take('T') || at.take(' ')) {
    if (!skip_clock(at)) return std::nullopt;
    return Period{day, day, Frequency::instant};
  }
  if (!skip_zone(at)) return std::nullopt;
  return Period{day, day, Frequency::day};
}

// "P1Y2M10DT2H": days behind `from`, the end not in it.
std::optional<Day> add_duration(Day from, std::string_view text) {
  Cursor at(text);
  if (!at.take('P') || at.at_end()) return std::nullopt;
  int month_count = 0, day_count = 0;
  bool clock = false, any = false;
  while (!at.at_end()) {
    if (!clock && at.take('T')) {
      clock = true;
      continue;
    }
    const auto number = at.digits(1, 5);
    if (!number) return std::nullopt;
    if (at.take('.') && !at.digits(1, 9)) return std::nullopt;
    const char unit = at.peek();
    at.take(unit);
    any = true;
    if (clock) {
      if (unit != 'H' && unit != 'M' && unit != 'S') return std::nullopt;
      if (unit == 'H') day_count += *number / 24;
    } else if (unit == 'Y') {
      month_count += 12 * *number;
    } else if (unit == 'M') {
      month_count += *number;
    } else if (unit == 'W' || unit == 'D') {
      day_count += unit == 'W' ? 7 * *number : *number;
    } else {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  const year_month_day day{from};
  const year_month_day moved = day + months{month_count};
  return (moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / last}) + days{day_count};
}

std::optional<Period> range(std::string_view start, std::string_view end, YearStart year_start) {
  const auto first = try_parse_period(start, year_start);
  if (!first || first->frequency == Frequency::range) return std::nullopt;
  if (end.starts_with('P')) {
    const auto behind = add_duration(first->from, end);
    if (!behind) return std::nullopt;
    return Period{first->from, std::max(first->from, *behind - days{1}), Frequency::range};
  }
  const auto second = try_parse_period(end, year_start);
  if (!second || second->frequency == Frequency::range || second->to < first->from) return std::nullopt;
  return Period{first->from, second->to, Frequency::range};
}

}  // namespace

int Period::months() const {
  const year_month_day first{from}, next{to + days{1}};
  if (first.day() != std::chrono::day{1} || next.day() != std::chrono::day{1}) return 0;
  return int((next.year() / next.month() - first.year() / first.month()).count());
}

std::optional<YearStart> try_parse_year_start(std::string_view text) {
  Cursor at(text);
  if (!at.take('-') || !at.take('-')) return std::nullopt;
  const auto m = at.digits(2, 2);
  if (!m || !at.take('-')) return std::nullopt;
  const auto d = at.digits(2, 2);
  if (!d || !skip_zone(at) || !(month(unsigned(*m)) / std::chrono::day(unsigned(*d))).ok()) return std::nullopt;
  return YearStart{unsigned(*m), unsigned(*d)};
}

std::optional<Period> try_parse_period(std::string_view text, YearStart year_start) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (const auto slash = text.find('/'); slash != std::string_view::npos) return range(text.substr(0, slash), text.substr(slash + 1), year_start);
  const auto digits_at = [&](std::size_t from, std::size_t count) {
    const std::string_view part = text.substr(std::min(from, text.size()), count);
    return part.size() == count && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  // 202005, 20200501, 2019-2020: no form of the standard, and understood alike by all who meet them.
  if ((text.size() == 6 || text.size() == 8) && digits_at(0, text.size())) {
    return try_parse_period(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + (text.size() == 8 ? "-" + std::string(text.substr(6)) : ""), year_start);
  }
  if (text.size() == 9 && text[4] == '-' && digits_at(0, 4) && digits_at(5, 4)) return range(text.substr(0, 4), text.substr(5), year_start);
  Cursor at(text);
  const auto year_number = at.digits(4, 4);
  if (!year_number) return std::nullopt;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Y') || (c >= 'a' && c <= 'y'); };
  if (is_letter(at.peek())) return part_of_year(*year_number, at, year_start);  // 2010Q3
  Cursor behind = at;
  if (behind.take('-') && is_letter(behind.peek())) return part_of_year(*year_number, behind, year_start);
  return gregorian(*year_number, at);
}

}  // namespace comity::formats::sdmx
