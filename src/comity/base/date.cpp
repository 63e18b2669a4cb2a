#include "comity/base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/base/error.hpp"

namespace comity {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> month_names = {"January", "February", "March", "April", "May", "June", "July",
                                                          "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 4> season_names = {"spring", "summer", "autumn", "winter"};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  if (text.empty()) return std::nullopt;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

struct Span {
  Day from, to;
};

// The northern seasons as meteorologists count them; winter begins in December of the named year.
Span season_span(int year, int season) {
  const unsigned month = 3 + 3 * static_cast<unsigned>(season - 21);
  const Day from{std::chrono::year{year} / month / 1};
  const int end_year = season == 24 ? year + 1 : year;
  const unsigned end_month = season == 24 ? 2 : month + 2;
  return {from, Day{std::chrono::year{end_year} / end_month / last}};
}

// YYYY with X for unspecified last digits.
std::optional<Span> year_span(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const std::size_t known = std::min(text.find('X'), text.size());
  if (known == 0 || text.find_first_not_of('X', known) != std::string_view::npos) return std::nullopt;
  const auto value = digits(text.substr(0, known));
  if (!value) return std::nullopt;
  int low = *value, high = *value;
  for (std::size_t i = known; i < 4; ++i) low = low * 10, high = high * 10 + 9;
  return Span{Day{std::chrono::year{low} / 1 / 1}, Day{std::chrono::year{high} / 12 / 31}};
}

std::optional<Span> date_span(std::string_view text) {
  const auto years = year_span(text.substr(0, 4));
  if (!years || text.size() == 4) return years;
  const auto year = digits(text.substr(0, 4));
  if (!year || text.size() < 7 || text[4] != '-') return std::nullopt;
  const auto month = digits(text.substr(5, 2));
  if (!month) return std::nullopt;
  if (text.size() == 7 && *month >= 21 && *month <= 24) return season_span(*year, *month);
  if (*month < 1 || *month > 12) return std::nullopt;
  const auto ym = std::chrono::year{*year} / static_cast<unsigned>(*month);
  if (text.size() == 7) return Span{Day{ym / 1}, Day{ym / last}};
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto day = digits(text.substr(8, 2));
  if (!day) return std::nullopt;
  const auto ymd = ym / static_cast<unsigned>(*day);
  if (!ymd.ok()) return std::nullopt;
  return Span{Day{ymd}, Day{ymd}};
}

struct Qualified {
  std::string_view date;
  bool approximate = false, uncertain = false;
};

Qualified strip_qualifier(std::string_view text) {
  Qualified q{text};
  if (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    q.approximate = text.back() != '?';
    q.uncertain = text.back() != '~';
    q.date.remove_suffix(1);
  }
  return q;
}

bool add_end(EdtfDate& out, std::string_view end, bool is_start) {
  if (end == ".." || end.empty()) return true;  // open or unknown: the bound stays
  const auto q = strip_qualifier(end);
  const auto span = date_span(q.date);
  if (!span) return false;
  out.approximate |= q.approximate;
  out.uncertain |= q.uncertain;
  (is_start ? out.from : out.to) = is_start ? span->from : span->to;
  return true;
}

std::string human_point(std::string_view text) {
  const auto q = strip_qualifier(text);
  std::string_view d = q.date;
  std::string out;
  if (d.size() == 10) {
    out = fmt::format("{} {} {}", *digits(d.substr(8, 2)), month_names[static_cast<std::size_t>(*digits(d.substr(5, 2)) - 1)], d.substr(0, 4));
  } else if (d.size() == 7) {
    const int month = *digits(d.substr(5, 2));
    out = fmt::format("{} {}", month > 12 ? season_names[static_cast<std::size_t>(month - 21)] : month_names[static_cast<std::size_t>(month - 1)],
                      d.substr(0, 4));
  } else if (d.size() == 4 && d.ends_with("XX")) {
    out = fmt::format("{}00s", d.substr(0, 2));
  } else if (d.size() == 4 && d.back() == 'X') {
    out = fmt::format("{}0s", d.substr(0, 3));
  } else {
    out = std::string(d);
  }
  if (q.uncertain) out += " (uncertain)";
  return q.approximate ? "about " + out : out;
}

}  // namespace

Day make_day(int y, unsigned m, unsigned d) { return Day{year{y} / month{m} / day{d}}; }

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }

std::optional<Day> try_parse_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const auto span = date_span(text);
  if (!span || span->from != span->to) return std::nullopt;
  return span->from;
}

Day parse_day(std::string_view text) {
  if (const auto day = try_parse_day(text)) return *day;
  throw UsageError(fmt::format("'{}' is not a day", text), "Write a day as YYYY-MM-DD, for example 1992-02-11.");
}

std::string to_string(Day day) {
  const year_month_day ymd{day};
  const int year = static_cast<int>(ymd.year());
  const unsigned month = static_cast<unsigned>(ymd.month()), day_of_month = static_cast<unsigned>(ymd.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
  std::string out = "0000-00-00";  // thousands of these stand in a dossier
  const auto digit = [](int of) { return static_cast<char>('0' + of % 10); };
  out[0] = digit(year / 1000), out[1] = digit(year / 100), out[2] = digit(year / 10), out[3] = digit(year);
  out[5] = digit(static_cast<int>(month) / 10), out[6] = digit(static_cast<int>(month));
  out[8] = digit(static_cast<int>(day_of_month) / 10), out[9] = digit(static_cast<int>(day_of_month));
  return out;
}

std::optional<EdtfDate> try_parse_edtf(std::string_view text) {
  EdtfDate out;
  out.text = std::string(text);
  if (text.empty()) return out;
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto start = text.substr(0, slash), end = text.substr(slash + 1);
    if (start.empty() && end.empty()) return std::nullopt;
    if (!add_end(out, start, true) || !add_end(out, end, false) || out.from > out.to) return std::nullopt;
    return out;
  }
  if (!add_end(out, text, true) || !add_end(out, text, false) || text == "..") return std::nullopt;
  return out;
}

EdtfDate parse_edtf(std::string_view text) {
  if (auto date = try_parse_edtf(text)) return *date;
  throw UsageError(fmt::format("'{}' is not a date", text),
                   "Write a date as EDTF (ISO 8601-2): 1992-02-11, 2017-07, 2017, 198X, 1910~, 1939/1945, 2004/..");
}

std::string human_date(const EdtfDate& date) {
  if (!date.known()) return "date not known";
  const std::string_view text = date.text;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return human_point(text);
  const auto start = text.substr(0, slash), end = text.substr(slash + 1);
  if (end == "..") return "since " + human_point(start);
  if (end.empty()) return "from " + human_point(start);
  if (start == ".." || start.empty()) return "until " + human_point(end);
  // Two days of one year or month: "30 June to 2 July 2020", "20 to 22 July 2020".
  const std::string first = human_point(start), last = human_point(end);
  if (first == last) return first;
  const bool days = start.size() == 10 && end.size() == 10;
  if (days && start.substr(0, 7) == end.substr(0, 7)) return first.substr(0, first.find(' ')) + " to " + last;
  if (days && start.substr(0, 4) == end.substr(0, 4)) return first.substr(0, first.rfind(' ')) + " to " + last;
  return first + " to " + last;
}

std::string human_date(Day day) { return human_point(to_string(day)); }

}  // namespace comity
