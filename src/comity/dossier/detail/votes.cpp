#include "comity/dossier/detail/votes.hpp"

#include <algorithm>

#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

std::vector<VoteYear> vote_years(const Shelf& shelf) {
  std::vector<VoteYear> out;
  const auto common = pick_all(shelf, {"un_votes_common", {}, {}, {}});
  for (const facts::Observation* o : pick_all(shelf, {"un_vote_agreement", {}, {}, {}})) {
    if (!o->usable()) continue;
    const auto fits = [&](const facts::Observation* c) {
      return c->usable() && c->period_start == o->period_start && c->from_where.source == o->from_where.source;
    };
    const auto it = std::ranges::find_if(common, fits);
    if (it == common.end() || (*it)->value < fewest_common_votes) continue;
    const bool same_year = !out.empty() && out.back().agreement->period_start == o->period_start;
    if (!same_year) out.push_back({o, *it});
  }
  return out;
}

std::string vote_period(const facts::Observation& o) {
  const auto end = o.note.find(';');
  return o.note.starts_with("session ") && end != facts::Text::npos ? std::string(o.note.substr(0, end)) : period_words(o);
}

}  // namespace comity::dossier
