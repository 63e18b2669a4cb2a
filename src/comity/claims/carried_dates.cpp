// The date of what a sentence without one tells: "They signed two agreements." behind "In May 2004 the king visited Lima", "This was
// his first visit to Peru", "Peru then severed its relations". Comes behind the readers of claims.
#include <algorithm>

#include "comity/claims/document.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

bool has_word(const Document& d, Spot where, std::string_view word) {
  for (std::uint32_t i = where.begin; i < where.end; ++i) {
    if (d.of(i) == word) return true;
  }
  return false;
}

// "have signed", "has been signed": no act of one day.
bool is_perfect(const Sentence& s, const Document& d) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (one_of(d.of(i), {"has", "have", "had", "will", "would", "yet", "ago"})) return true;
  }
  return false;
}

// "They witnessed the signing of four agreements" in a communiqué: on the day, or in the month, of the visit that it told last.
std::string day_of_talks(const Document& d, const Sentence& s) {
  constexpr std::size_t day = 10, span_of_days = 21, month = 7;
  if (!has_word(d, s.range, "witnessed") && !has_word(d, s.range, "witness")) return {};
  for (auto one = d.claims.rbegin(); one != d.claims.rend(); ++one) {
    if (one->kind != Kind::visit) continue;
    if (one->status != "asserted" || !one->scope.empty() || !one->polarity.empty()) return {};
    if (one->period.size() == day) return one->period;
    return one->period.size() == span_of_days && one->period.compare(0, month, one->period, day + 1, month) == 0 ? one->period.substr(0, month) : std::string();
  }
  return {};
}

bool carries(const Document& d, const Sentence& s, const Claim& claim) {
  if (!claim.period.empty() || claim.status != "asserted" || !claim.polarity.empty()) return false;
  switch (claim.kind) {
    case Kind::relations_severed: return true;
    // of the visit or the meeting told before in the paragraph
    case Kind::treaty_signed: return d.told_meeting && (has_word(d, s.range, "signed") || has_word(d, s.range, "signing") || has_word(d, s.range, "concluded") || has_word(d, s.range, "adopted") || has_word(d, s.range, "issued"));
    case Kind::visit: return d.told_meeting && one_of(d.of(s.range.begin), {"This", "It"});
    default: return false;
  }
}

}  // namespace

void Document::carry_dates(const Sentence& s, std::size_t before) {
  const bool dated = std::any_of(s.dates.begin(), s.dates.end(), [](const When& one) { return one.dated(); });
  if (!dated && !told_when.empty() && claims.size() > before && !is_perfect(s, *this) && !s.has(Cue::this_year)) {
    for (std::size_t i = before; i < claims.size(); ++i) {
      if (carries(*this, s, claims[i])) claims[i].period = told_when;
    }
  }
  const bool open = !dated && std::any_of(claims.begin() + static_cast<std::ptrdiff_t>(before), claims.end(), [](const Claim& one) { return one.kind == Kind::treaty_signed && one.period.empty() && one.status == "asserted"; });
  if (const std::string day = open ? day_of_talks(*this, s) : std::string(); !day.empty()) {
    for (std::size_t i = before; i < claims.size(); ++i) {
      if (claims[i].kind == Kind::treaty_signed && claims[i].period.empty() && claims[i].status == "asserted") claims[i].period = day;
    }
  }
  if (!dated) return;
  told_when.clear();
  told_meeting = s.has(Cue::meeting) || s.has(Cue::visit_verb) || s.has(Cue::visit_noun);
  for (std::size_t i = before; i < claims.size(); ++i) {
    if (!claims[i].period.empty()) told_when = claims[i].period, told_meeting = told_meeting || claims[i].kind == Kind::visit;
  }
  const When& only = s.dates.front();
  if (told_when.empty() && s.dates.size() == 1 && only.dated() && !only.since && !only.until && !only.decade && !only.century) told_when = only.text();
  if (told_when.find("..") != std::string::npos) told_when.clear();
  // "on 4–7 March 2005 the king visited Lima": they signed in that month
  constexpr std::size_t month = 7, days = 21;
  if (told_when.size() == days && told_when.compare(0, month, told_when, days / 2 + 1, month) == 0) told_when.resize(month);
}

}  // namespace comity::claims
