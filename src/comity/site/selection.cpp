#include "comity/site/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/base/error.hpp"
#include "comity/sources/redistribution.hpp"

namespace comity::site {

using namespace facts;

Selection::Selection(store::Connection& connection, const Context& context, const std::vector<std::string>& include) : context_(context), shown_(context.sources.size()) {
  for (const auto& key : include) {
    if (std::ranges::find(context.sources, key, &Source::id) == context.sources.end()) throw UsageError(fmt::format("the edition has no source '{}'", key), "comity sources lists them.");
  }
  sources::mark_what_leaves(connection, include);
  stay_ = sources::derived_keys_that_stay(connection);
  for (std::size_t id = 1; id < context.sources.size(); ++id) {
    shown_[id] = context.sources[id].redistributable || std::ranges::find(include, context.sources[id].id) != include.end();
    if (shown_[id]) sources_.push_back(SourceId{static_cast<std::uint16_t>(id)});
  }
  std::erase_if(context_.coverage, [&](const Coverage& c) { return !shows(c.source); });
  std::erase_if(context_.rates, [&](const Rate& r) { return !shows(r.from_where.source); });
}

std::shared_ptr<const StateFacts> Selection::shown(const std::shared_ptr<const StateFacts>& whole) const {
  const std::lock_guard lock(mutex_);
  auto& known = states_[whole];
  if (known) return known;
  const auto stays = [&](const auto& fact) { return !shows(fact.from_where.source) || (!stay_.empty() && stay_.contains(fact.from_where.key)); };
  auto out = std::make_shared<StateFacts>(*whole);
  out->texts = whole;
  std::erase_if(out->observations, stays);
  std::erase_if(out->events, stays);
  std::erase_if(out->memberships, stays);
  return known = std::move(out);
}

void Selection::apply(PairFacts& facts) const {
  const auto stays = [&](const auto& fact) { return !shows(fact.from_where.source) || (!stay_.empty() && stay_.contains(fact.from_where.key)); };
  std::erase_if(facts.observations, stays);
  std::erase_if(facts.events, stays);
  facts.of_a = shown(facts.of_a), facts.of_b = shown(facts.of_b);
  std::erase_if(facts.missions, stays);
  std::erase_if(facts.agreements, stays);
  std::erase_if(facts.presences, stays);
  std::erase_if(facts.standings, [&](const Standing& s) { return !shows(s.source); });
  if (facts.disagreements.empty()) return;
  std::unordered_set<std::uint64_t> keys;
  const auto enter = [&](const auto& list) {
    for (const auto& fact : list) keys.insert(fact.from_where.key);
  };
  enter(facts.observations), enter(facts.events), enter(facts.missions), enter(facts.agreements), enter(facts.presences), enter(facts.of_a->memberships), enter(facts.of_b->memberships);
  std::erase_if(facts.disagreements, [&](const Disagreement& d) { return !keys.contains(d.key_a) || !keys.contains(d.key_b); });
}

bool Selection::has_anything(const PairFacts& facts) {
  return !facts.observations.empty() || !facts.events.empty() || !facts.missions.empty() || !facts.agreements.empty() || !facts.presences.empty();
}

void turn(PairFacts& facts) {
  std::swap(facts.a, facts.b);
  std::swap(facts.of_a, facts.of_b);
  for (auto& agreement : facts.agreements) {
    std::swap(agreement.capacity_a, agreement.capacity_b);
    std::swap(agreement.a_in_force, agreement.b_in_force);
  }
}

}  // namespace comity::site
