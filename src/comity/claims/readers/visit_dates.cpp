// "During his visit, the President announced that Peru would open an embassy": what is told of a visit took place when it did.
#include <algorithm>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

bool takes_date(Kind kind) { return kind == Kind::mission_opened || kind == Kind::aid || kind == Kind::initiative || kind == Kind::export_credit; }

// "… were also announced" right behind the sentence that told the visit.
bool goes_on(const Document& d, const Sentence& s) {
  bool also = false, announced = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) also = also || d.of(i) == "also", announced = announced || d.of(i) == "announced";
  return also && announced && d.sentence_claims > 0 && d.claims[d.sentence_claims - 1].kind == Kind::visit;
}

}  // namespace

void read_visit_dates(Document& d, const Sentence& s) {
  if (d.claims.size() == d.sentence_claims || !s.dates.empty()) return;
  const auto first = d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims);
  if (std::none_of(first, d.claims.end(), [](const Claim& one) { return takes_date(one.kind) && one.period.empty(); })) return;
  if (!is_during_visit(d, s) && !goes_on(d, s)) return;
  const auto visit = std::find_if(std::make_reverse_iterator(first), d.claims.rend(), [](const Claim& one) { return one.kind == Kind::visit; });
  if (visit == d.claims.rend() || visit->period.empty()) return;
  const std::string period = visit->period;
  for (auto one = first; one != d.claims.end(); ++one) {
    if (takes_date(one->kind) && one->period.empty()) one->period = period;
  }
}

}  // namespace comity::claims
