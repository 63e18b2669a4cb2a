// "FY16", "FY-20": the year of a state's budget, from its first month to the last of the next year, where one of the two alone has one.
#include "comity/claims/document.hpp"

namespace comity::claims {
namespace {

struct Fiscal {
  std::string_view state;
  int month;  // in which it begins
};

constexpr Fiscal years[] = {{"IND", 4}, {"JPN", 4}, {"SGP", 4}, {"ZAF", 4}, {"PAK", 7}, {"BGD", 7}, {"NPL", 7}, {"AUS", 7}, {"NZL", 7}, {"EGY", 7}, {"KEN", 7}, {"UGA", 7}, {"TZA", 7}, {"ETH", 7}, {"USA", 10}, {"THA", 10}};

}  // namespace

void Document::take_fiscal_years(Sentence& s) const {
  static constexpr WordBits any = bits_of(WordSet("FY"));
  if (s.amounts.empty() || !s.words.meet(any)) return;
  int month = 0;
  for (const StateId state : states) {
    for (const Fiscal& one : years) {
      if (one.state == grammar.code(state)) month = month && month != one.month ? -1 : one.month;
    }
  }
  for (std::uint32_t i = s.range.begin; month > 0 && i + 1 < s.range.end; ++i) {
    if (of(i) != "FY") continue;
    const std::uint32_t at = tokens[i + 1].is(Token::Kind::hyphen) || tokens[i + 1].is(Token::Kind::dash) ? i + 2 : i + 1;
    if (at >= s.range.end || !tokens[at].is(Token::Kind::number) || of(at).size() != 2) continue;
    const int last = 2000 + (of(at)[0] - '0') * 10 + (of(at)[1] - '0');
    When when;
    when.begin = i, when.end = at + 1;
    when.year = last - 1, when.month = month, when.year2 = last, when.month2 = month - 1;
    s.dates.push_back(when);
    std::sort(s.dates.begin(), s.dates.end(), [](const When& a, const When& b) { return a.begin < b.begin; });
  }
}

}  // namespace comity::claims
