// The stage that reads dates: days, months, years, spans, decades, seasons, in the forms of English and German, and what
// points at another date ("that year", "two years later"), which the document resolves (document.cpp).
#include <algorithm>
#include <charconv>

#include "comity/claims/sentence.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

int number_of(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

bool year_number(int value) { return value >= 1500 && value <= 2100; }

class Reader {
 public:
  Reader(const Words& words, Sentence& sentence) : w_(words), s_(sentence) {}

  void run() {
    for (std::uint32_t i = s_.range.begin; i < s_.range.end;) {
      When when;
      when.begin = when.end = i;
      if (!read(i, when)) {
        ++i;
        continue;
      }
      const bool told = !compared(when);
      if (told) frame(when), join(when);
      i = when.end;
      if (told) s_.dates.push_back(when);
    }
  }

 private:
  const Token& token(std::uint32_t i) const { return w_.tokens[i]; }
  bool in(std::uint32_t i) const { return i >= s_.range.begin && i < s_.range.end; }
  std::string_view at(std::uint32_t i) const { return w_.of(token(i)); }
  const std::string& text(const CueSpot& cue) const { return w_.grammar.texts[cue.data]; }

  const CueSpot* cue_at(std::uint32_t i, Cue cue) const { return s_.has(cue) ? s_.cue_at(i, cue) : nullptr; }
  const CueSpot* ending_at(std::uint32_t i, Cue cue) const {
    for (const CueSpot& one : s_.cues) {
      if (one.begin >= i) break;
      if (one.end == i && one.cue == cue) return &one;
    }
    return nullptr;
  }

  int month_at(std::uint32_t i) const {
    if (!in(i) || !token(i).is_word() || !token(i).capital) return 0;
    const CueSpot* cue = cue_at(i, Cue::month);
    if (cue && w_.grammar.language == "en" && std::ranges::any_of(at(i), [](unsigned char c) { return c >= 0x80; })) return 0;  // "Ján" is a name
    return cue ? number_of(text(*cue)) : 0;
  }
  int day_at(std::uint32_t i) const {
    if (!in(i)) return 0;
    const bool ordinal = token(i).is(Kind::ordinal);
    if (!ordinal && !(token(i).is(Kind::number) && at(i).size() <= 2)) return 0;
    const int value = number_of(ordinal ? at(i).substr(0, at(i).size() - 2) : at(i));
    return value >= 1 && value <= 31 ? value : 0;
  }
  int year_at(std::uint32_t i) const {
    if (!in(i) || !token(i).is(Kind::number) || at(i).size() != 4) return 0;
    const int value = number_of(at(i));
    const bool early = value >= 1000 && i > s_.range.begin && cue_at(i - 1, Cue::in_word) && !(in(i + 1) && token(i + 1).is_word() && !cue_at(i + 1, Cue::by_word) && !cue_at(i + 1, Cue::and_word));  // "in 1242."
    return year_number(value) || (early && value < 1500) ? value : 0;
  }
  // Skips a stop ("21. März"), a comma ("May 3, 2001") or "of" where it may stand.
  std::uint32_t skip(std::uint32_t i, Kind kind) const { return in(i) && token(i).is(kind) ? i + 1 : i; }
  std::uint32_t skip_of(std::uint32_t i) const {
    const CueSpot* cue = in(i) ? cue_at(i, Cue::of_word) : nullptr;
    return cue ? cue->end : i;
  }
  bool dash(std::uint32_t i) const { return in(i) && (token(i).is(Kind::dash) || token(i).is(Kind::hyphen)); }
  bool joins(std::uint32_t i) const { return dash(i) || (in(i) && (cue_at(i, Cue::to_word) || cue_at(i, Cue::and_word) || cue_at(i, Cue::until))); }

  bool read(std::uint32_t i, When& out) {
    const Token& first = token(i);
    if (part_of_year(i, out)) return true;
    if (first.is(Kind::number)) return iso(i, out) || slashed(i, out) || dotted(i, out) || days_dotted(i, out) || day_first(i, out) || decade(i, out) || year(i, out);
    if (first.is(Kind::ordinal)) return day_first(i, out);
    if (!first.is_word() || first.word == 0) return false;
    if (first.capital && month_first(i, out)) return true;
    return season(i, out) || relative(i, out);
  }

  // "the first half of 2023", "the third quarter of 2021", "Q1 2022", "the first seven months of 2024", "1. Halbjahr 2010".
  bool part_of_year(std::uint32_t i, When& out) {
    const CueSpot* ordinal = token(i).is_word() ? cue_at(i, Cue::ordinal_word) : nullptr;
    int nth = ordinal ? number_of(text(*ordinal)) : token(i).is(Kind::ordinal) ? day_at(i) : 0;
    std::uint32_t k = i + 1;
    const std::string_view word = at(i);
    const bool coded = word.size() == 2 && (word[0] == 'Q' || word[0] == 'H') && word[1] >= '1' && word[1] <= '4';
    if (coded) nth = word[1] - '0', --k;
    if (!nth && word.size() == 1 && token(i).is(Kind::number) && w_.grammar.language == "de" && in(k) && token(k).is(Kind::stop)) nth = day_at(i), ++k;
    if (nth < 1 || nth > 4 || !in(k)) return false;
    int months = part_length(at(k));
    if (coded) months = word[0] == 'Q' ? 3 : 6;
    if (!months && nth == 1) {
      const CueSpot* count = cue_at(k, Cue::number_word);
      const int many = count ? number_of(text(*count)) : day_at(k);
      const std::uint32_t next = count ? count->end : k + 1;
      if (many >= 2 && many <= 11 && in(next) && (at(next) == "months" || at(next) == "Monaten" || at(next) == "Monate")) months = many, k = next;
    }
    if (!months || (nth - 1) * months + months > 12) return false;
    std::uint32_t behind = skip_of(k + 1);
    if (in(behind) && (at(behind) == "des" || at(behind) == "the") && in(behind + 1) && (at(behind + 1) == "Jahres" || at(behind + 1) == "year")) behind = skip_of(behind + 2);
    const int year = year_at(behind);
    if (!year) return false;
    out.year = out.year2 = year, out.month = (nth - 1) * months + 1, out.month2 = nth * months, out.end = behind + 1;
    return true;
  }

  static int part_length(std::string_view word) {
    if (word == "half" || word == "Halbjahr" || word == "Halbjahres" || word == "Jahreshälfte") return 6;
    if (word == "quarter" || word == "Quartal" || word == "Quartals") return 3;
    return 0;
  }

  bool iso(std::uint32_t i, When& out) {
    const int year = year_at(i);
    if (!year || !in(i + 4) || !token(i + 1).is(Kind::hyphen) || !token(i + 3).is(Kind::hyphen) || at(i + 2).size() != 2 || at(i + 4).size() != 2) return false;
    const int month = number_of(at(i + 2)), day = number_of(at(i + 4));
    if (month < 1 || month > 12 || day < 1 || day > 31) return false;
    out.year = year, out.month = month, out.day = day, out.end = i + 5;
    return true;
  }

  bool dotted(std::uint32_t i, When& out) {
    const std::string_view text = at(i);
    const std::size_t one = text.find('.'), two = one == std::string_view::npos ? one : text.find('.', one + 1);
    if (two == std::string_view::npos) return false;
    const bool short_year = w_.grammar.language == "de" && text.size() == 8 && one == 2 && two == 5;  // "07.04.03"
    if (text.size() - two != 5 && !short_year) return false;
    const int day = number_of(text.substr(0, one)), month = number_of(text.substr(one + 1, two - one - 1));
    int year = number_of(text.substr(two + 1));
    if (short_year) year += year < 50 ? 2000 : 1900;
    if (day < 1 || day > 31 || month < 1 || month > 12 || !year_number(year)) return false;
    out.year = year, out.month = month, out.day = day, out.end = i + 1;
    return true;
  }

  // "23.-24.03.2004"
  bool days_dotted(std::uint32_t i, When& out) {
    const int day = day_at(i);
    if (!day || !in(i + 3) || !token(i + 1).is(Kind::stop) || !dash(i + 2)) return false;
    When last;
    if (!token(i + 3).is(Kind::number) || !dotted(i + 3, last) || last.day <= day) return false;
    out = last;
    out.begin = i, out.day = day, out.year2 = last.year, out.month2 = last.month, out.day2 = last.day;
    return true;
  }

  // "21/03/1990", "03/21/1990": which is the day is told only where one of the two can be no month; else the year alone.
  bool slashed(std::uint32_t i, When& out) {
    if (!in(i + 4) || !token(i + 1).is(Kind::slash) || !token(i + 3).is(Kind::slash) || token(i + 1).spaced || !token(i + 2).is(Kind::number)) return false;
    const int a = day_at(i), b = day_at(i + 2), year = year_at(i + 4);
    if (!a || !b || !year || (a > 12 && b > 12)) return false;
    out.year = year, out.end = i + 5;
    if (a > 12 || a == b) out.day = a, out.month = b;
    else if (b > 12) out.day = b, out.month = a;
    return true;
  }

  // "21 March 1990", "21. März 1990", "20 to 22 March 2016", "6-8 July 2017", "24. und 25. Februar 2024", "31 October – 2 November 2007"
  bool day_first(std::uint32_t i, When& out) {
    const int day = day_at(i);
    if (!day) return false;
    std::uint32_t k = skip_of(skip(i + 1, Kind::stop));
    if (const int month = month_at(k)) {
      out.day = day, out.month = month, out.end = k + 1;
      year_behind(out);
      return true;
    }
    std::uint32_t link = skip(i + 1, Kind::stop);
    if (!joins(link) && !(in(link) && token(link).is(Kind::slash))) return false;
    const CueSpot* until = in(link) ? cue_at(link, Cue::until) : nullptr;
    link = until ? until->end : link + 1;
    if (in(link) && (at(link) == "zum" || at(link) == "the")) ++link;
    const int day2 = day_at(link);
    if (!day2 || day2 <= day) return false;
    k = skip_of(skip(link + 1, Kind::stop));
    const int month = month_at(k);
    if (!month) return false;
    out.day = day, out.month = month, out.end = k + 1;
    year_behind(out);
    out.year2 = out.year, out.month2 = month, out.day2 = day2;
    return true;
  }

  // "March 1990", "Oct. 2017", "March 21, 1990", "July 6-8, 2017", "March"
  bool month_first(std::uint32_t i, When& out) {
    const int month = month_at(i);
    if (!month) return false;
    std::uint32_t k = skip(i + 1, Kind::stop);
    out.month = month, out.end = i + 1;
    const int day = day_at(k);
    const bool day_is_day = day && !(in(k + 1) && month_at(skip(k + 1, Kind::stop)) && !dash(k + 1));
    if (day_is_day) {
      out.day = day, out.end = k + 1;
      if (joins(k + 1) && day_at(k + 2) > day && !month_at(k + 3)) {
        out.day2 = day_at(k + 2), out.month2 = month, out.end = k + 3;
      }
    }
    if (out.end == i + 1 && k == i + 2 && year_at(k)) out.end = k;
    year_behind(out);
    if (out.day2) out.year2 = out.year;
    // "January to November 2019", "January-November 2019"
    if (!out.year && joins(out.end) && month_at(out.end + 1) > month && !out.day) {
      When second;
      month_first(out.end + 1, second);
      if (second.year && !second.day) out.year = out.year2 = second.year, out.month2 = second.month, out.end = second.end;
    }
    if (!out.year && !out.day && at(i) == "Jan" && in(i + 1) && token(i + 1).is_word() && token(i + 1).capital) return false;  // "Jan Egeland"
    if (!out.year && !out.day && w_.grammar.language == "en" && at(i) == "May") return (i == s_.range.begin && s_.block == Block::Kind::item && in(i + 1) && (token(i + 1).is(Kind::colon) || token(i + 1).is(Kind::dash))) || (in(i - 1) && (cue_at(i - 1, Cue::in_word) || ending_at(i, Cue::since)));
    return true;
  }

  void year_behind(When& out) {
    std::uint32_t k = skip_of(skip(out.end, Kind::comma));
    if (const int year = year_at(k)) {
      if (k > out.end && token(out.end).is(Kind::comma) && in(k + 1) && month_at(k + 1)) return;
      out.year = year;
      out.end = k + 1;
    }
  }

  bool decade(std::uint32_t i, When& out) {
    const std::string_view text = at(i);
    if (in(i + 1) && !token(i + 1).spaced && (at(i + 1) == "er" || at(i + 1) == "ern") && text.size() == 4 && text[3] == '0' && year_number(number_of(text))) {
      out.end = in(i + 2) && at(i + 2).starts_with("Jahre") ? i + 3 : i + 2;  // "Mitte der 1980er Jahre"
    } else if (text.size() == 5 && text[4] == 's' && year_number(number_of(text.substr(0, 4)))) {
      out.end = i + 1;
    } else return false;
    out.year = number_of(text.substr(0, 4)), out.decade = true;
    return true;
  }

  bool year(std::uint32_t i, When& out) {
    const int year = year_at(i);
    if (!year) return false;
    if (const Amount* amount = amount_on(i)) {
      if (amount->kind != Amount::Kind::number || amount->scaled || amount->end - amount->begin > 3) return false;
      if (counts(i)) return false;
    }
    if (in(i + 1) && token(i + 1).is(Kind::percent)) return false;
    if (i > s_.range.begin && token(i - 1).is(Kind::hyphen) && i >= 2 && !token(i - 1).spaced && token(i - 2).is_word() && !token(i).spaced && !ending_at(i - 1, Cue::decade_part)) return false;  // "EXPO-2017", not "mid-1994"
    out.year = year;
    out.end = i + 1;
    if (i == s_.range.begin && in(i + 1) && month_at(i + 1) && !(in(i + 2) && year_at(i + 2))) out.month = month_at(i + 1), out.end = i + 2;  // "2003 February  Prime Minister …": a row
    const std::uint32_t short_year = in(i + 3) && dash(i + 1) && !token(i + 2).is(Kind::number) && !token(i + 2).is_word() && (at(i + 2) == "'" || at(i + 2) == "’") && token(i + 3).is(Kind::number) && at(i + 3).size() == 2 ? i + 3 : 0;
    if (short_year && number_of(at(short_year)) == (year + 1) % 100) {  // "2011-'12"
      out.year2 = year + 1, out.end = short_year + 1;
    } else if (dash(i + 1) && in(i + 2) && token(i + 2).is(Kind::number)) {
      int last = year_at(i + 2);
      if (!last && at(i + 2).size() == 2 && !(in(i + 3) && s_.cue_at(i + 3, Cue::scale))) {
        last = year / 100 * 100 + number_of(at(i + 2));  // not "2012 – 14 thousand"
        if (last != year + 1 && (last <= year || !token(i + 1).is(Kind::dash))) last = 0;
      }
      if (last > year && !(in(i + 3) && token(i + 3).is(Kind::hyphen))) out.year2 = last, out.end = i + 3;
    } else if (in(i + 1) && token(i + 1).is(Kind::slash) && in(i + 2) && ((at(i + 2).size() == 2 && number_of(at(i + 2)) == (year + 1) % 100) || (token(i + 2).is(Kind::number) && at(i + 2).size() == 4 && number_of(at(i + 2)) == year + 1))) {
      out.year2 = year + 1, out.end = i + 3;
    }
    return true;
  }

  // "8.9 % more than a year earlier", "compared with 2019": no date of what is said.
  bool compared(const When& when) const {
    for (std::uint32_t back = 1; back <= 2 && when.begin >= s_.range.begin + back; ++back) {
      const std::string_view word = at(when.begin - back);
      if (back == 1 && (word == "on" || word == "over" || word == "against") && when.year && !when.month && std::any_of(s_.amounts.begin(), s_.amounts.end(), [](const Amount& one) { return one.kind == Amount::Kind::percent; })) return true;  // "up 22 percent on 2009"
      if (word == "than" || word == "compared" || word == "gegenüber") return true;
    }
    return false;
  }

  const Amount* amount_on(std::uint32_t i) const {
    for (const Amount& one : s_.amounts) {
      if (one.begin <= i && i < one.end) return &one;
    }
    return nullptr;
  }

  // Whether a number of four digits counts things: "1450 companies", "some 2000 people".
  bool counts(std::uint32_t i) const {
    if (i > s_.range.begin) {
      if (ending_at(i, Cue::hedge) && !ending_at(i, Cue::in_word)) return behind_is_thing(i) || std::any_of(s_.names.begin(), s_.names.end(), [&](const NameSpot& one) { return one.begin == i + 1 && (one.form == NameForm::people || (one.form == NameForm::adjective && at(i + 1).ends_with('s'))); });  // "an estimated 1646 Norwegians"
      if (ending_at(i, Cue::in_word) || ending_at(i, Cue::since) || ending_at(i, Cue::until)) return false;
    }
    return behind_is_thing(i);
  }
  bool behind_is_thing(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < i + 4 && in(k); ++k) {
      if (!token(k).is_word()) return false;
      for (const Cue cue : {Cue::people_noun, Cue::company_noun, Cue::student_noun, Cue::tourist_noun, Cue::worker_noun, Cue::refugee_noun, Cue::jobs_noun, Cue::project_noun}) {
        if (cue_at(k, cue)) return true;
      }
      if (cue_at(k, Cue::in_word) || cue_at(k, Cue::have)) return false;
    }
    return false;
  }

  bool season(std::uint32_t i, When& out) {
    const CueSpot* cue = cue_at(i, Cue::season);
    if (!cue) return false;
    const std::uint32_t k = skip_of(cue->end);
    const int year = year_at(k);
    if (!year) return false;
    out.year = year, out.month = number_of(text(*cue)), out.end = k + 1;
    return true;
  }

  bool relative(std::uint32_t i, When& out) {
    const CueSpot* cue = cue_at(i, Cue::same_year);
    if (!cue) cue = cue_at(i, Cue::this_year);
    out.published = cue && cue->cue == Cue::this_year;
    if (!cue) cue = cue_at(i, Cue::year_later);
    if (!cue) cue = cue_at(i, Cue::day_word);
    if (!cue) return false;
    // "+1y", "0m", "+nd": n is the number before ("two years later").
    const std::string& how = text(*cue);
    if (how.size() < 2) return false;
    if (in(cue->end) && at(cue->end - 1) == "after" && token(cue->end).is_word()) return false;  // "70 years after the first mission": counted from that
    out.relative = true, out.since = at(i) == "since" || at(i) == "Since";  // "since then"
    out.end = cue->end, out.unit = how.back();
    if (out.unit == 'm' && i >= s_.range.begin + 2 && token(i - 2).is(Kind::ordinal) && cue_at(i - 1, Cue::of_word)) out.day = day_at(i - 2), out.begin = i - 2;  // "the 15th of that month"
    if (how.find('n') != std::string::npos) {
      const Amount* count = nullptr;
      for (const Amount& one : s_.amounts) {
        if (one.end == cue->begin && one.kind == Amount::Kind::number) count = &one;
      }
      if (!count || count->value > 200) return false;
      out.shift = static_cast<int>(count->value) * (how[0] == '-' ? -1 : 1);
      out.begin = count->begin;
    } else {
      out.shift = number_of(how[0] == '+' || how[0] == '-' ? std::string_view(how).substr(1, how.size() - 2) : std::string_view(how).substr(0, how.size() - 1)) * (how[0] == '-' ? -1 : 1);
    }
    return true;
  }

  // "since 1990", "until 1975", "from 1990 to 1995", "between 1904 and 1908", brackets, "late 1980s", "around 1910".
  void frame(When& out) {
    std::uint32_t before = out.begin;
    if (before > s_.range.begin && token(before - 1).is(Kind::hyphen) && ending_at(before - 1, Cue::decade_part)) --before;
    if (const CueSpot* part = ending_at(before, Cue::decade_part)) before = part->begin;
    if (before > s_.range.begin && w_.of(token(before - 1)) == "the") --before;
    if (const CueSpot* hedge = ending_at(before, Cue::hedge); hedge && w_.grammar.texts[hedge->data] == "approx" && !out.month) out.about = true, before = hedge->begin;
    if (const CueSpot* in_cue = ending_at(before, Cue::in_word)) before = in_cue->begin;
    if (const CueSpot* next = ending_at(out.begin, Cue::day_word); next && !out.year) out.following = text(*next) == "next";
    if (ending_at(before, Cue::since)) out.since = true;
    if (const CueSpot* until = ending_at(before, Cue::until)) out.until = until->begin == s_.range.begin || at(until->begin - 1) != "not";  // "it was not until 1848 that"
    if (out.begin > s_.range.begin && token(out.begin - 1).is(Kind::open)) out.parens = true;
    for (std::uint32_t i = out.begin; !out.parens && i-- > s_.range.begin && out.begin - i < 12;) {
      if (token(i).is(Kind::close)) break;
      if (token(i).is(Kind::open)) out.parens = true;
    }
  }

  // Joins "from A to B" and "between A and B" to one span.
  void join(When& out) {
    if (s_.dates.empty()) return;
    When& last = s_.dates.back();
    if (last.year2 || last.relative || out.relative || out.year2 || last.end + 1 != out.begin || last.decade || out.decade) return;
    const bool linked = dash(last.end) || cue_at(last.end, Cue::to_word) || cue_at(last.end, Cue::until) || (cue_at(last.end, Cue::and_word) && ending_at(last.begin, Cue::between));
    if (!linked) return;
    const bool years = last.begin > s_.range.begin && (at(last.begin - 1) == "years" || at(last.begin - 1) == "period" || at(last.begin - 1) == "Jahre" || at(last.begin - 1) == "Jahren");  // "for the years 2013 to 2016"
    const bool opened = years || ending_at(last.begin, Cue::from_word) || ending_at(last.begin, Cue::between) || ending_at(last.begin, Cue::since) || dash(last.end);
    if (!opened && !(last.day && out.day)) return;
    if (!out.year) return;
    const int year = last.year ? last.year : out.year;
    if (year > out.year) return;
    last.year = year;
    last.year2 = out.year, last.month2 = out.month, last.day2 = out.day;
    last.end = out.end;
    last.since = last.until = false;
    out = last;
    s_.dates.pop_back();
  }

  const Words& w_;
  Sentence& s_;
};

}  // namespace

void find_dates(const Words& words, Sentence& sentence) {
  Reader(words, sentence).run();
  find_long_dates(words, sentence);
}

}  // namespace comity::claims
