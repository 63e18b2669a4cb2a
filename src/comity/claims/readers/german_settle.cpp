// What the readers before took for a claim of the two and is none: trade with a third state, an organisation's rank or loan, companies
// and tourists of nobody said, a university that is only in one of the two. Runs last.
#include <algorithm>

#include "comity/claims/readers/german.hpp"
#include "comity/claims/readers/german_parts.hpp"

namespace comity::claims {

using namespace german;

namespace {

bool names_side(const Document& d, const std::string& code) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::both || (Document::is_pair(one.side) && d.code(one.side) == code); });
}

bool is_of_others(const Document& d, const Sentence& s, const Claim& claim) {
  const CueSpot* org = find_cue(s, Cue::org);
  const auto third = [&](const Mention& one) { return one.side == Side::third && one.form == NameForm::name && one.begin > s.range.begin && d.of(one.begin - 1) == "mit"; };
  switch (claim.kind) {
    case Kind::trade_total: case Kind::trade_growth:
      return std::any_of(d.mentions.begin(), d.mentions.end(), third);
    case Kind::trade_share:
      return claim.unit == "rank" && org && org->begin <= s.range.begin + 1 && !d.tokens[org->end < s.range.end ? org->end : org->begin].is(Token::Kind::hyphen);
    case Kind::aid:
      return claim.number && org && !names_side(d, claim.subject) && d.heading.alone == Side::none;
    case Kind::company_count: case Kind::tourism: {
      if (claim.subject.empty() || names_side(d, claim.subject) || d.heading.alone != Side::none) return false;
      const auto spoken = [&](const Mention& one) { return Document::is_pair(one.side); };
      return std::any_of(d.mentions.begin(), d.mentions.end(), spoken);
    }
    case Kind::cultural_institute: {
      if (claim.unit != "university") return false;
      const auto nation = [&](const Mention& one) { return one.form == NameForm::adjective || (Document::is_pair(one.side) && d.code(one.side) == claim.subject); };
      for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
        if (d.of(i).starts_with("deutsch") || d.of(i).starts_with("Deutsch")) return false;
      }
      return std::none_of(d.mentions.begin(), d.mentions.end(), nation);
    }
    default: return false;
  }
}

}  // namespace

void settle_german(Document& d, const Sentence& s) {
  for (std::size_t i = d.claims.size(); i-- > d.sentence_claims;) {
    Claim& claim = d.claims[i];
    // "erkannte die Regierung nicht an": the denial of a split verb stands behind it
    if (claim.kind == Kind::recognition && claim.polarity.empty() && find_word(d, s.range.begin, s.range.end, {"nicht", "nie", "niemals"}) < s.range.end) claim.polarity = "neg", claim.period.clear();
    if (is_of_others(d, s, claim)) d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace comity::claims
