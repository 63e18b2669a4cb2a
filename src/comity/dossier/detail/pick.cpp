#include "comity/dossier/detail/pick.hpp"

#include <algorithm>
#include <tuple>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

int origin_rank(facts::Origin origin) {
  switch (origin) {
    case facts::Origin::reported: return 0;
    case facts::Origin::derived: return 1;
    case facts::Origin::unknown: return 2;
    case facts::Origin::compiler: return 3;
    case facts::Origin::partner_based: return 4;
    case facts::Origin::modelled: break;
  }
  return 5;
}

bool fits(const Shelf& shelf, const Observation& o, const Wanted& w) {
  if (w.from && o.from != w.from) return false;
  if (w.to && o.to != w.to) return false;
  if (w.reporter && o.reporter != w.reporter) return false;
  if (w.no_estimates && origin_rank(o.origin) > 2) return false;
  if (w.dated_only && o.is(facts::undated)) return false;
  return is_headline(shelf, o);
}

const Observation* latest(const Shelf& shelf, std::span<const Observation* const> all) {
  const auto order = [&](const Observation* o) {
    const facts::Source& source = shelf.source(o->from_where.source);
    return std::tuple(end_of(*o), origin_rank(o->origin) > 2 ? 0 : 1, -nearness(source), source.as_of, !is_on_other_basis(o->variant), o->variant);
  };
  const Observation* out = nullptr;
  for (const Observation* o : all) {
    if (o->usable() && (!out || order(o) > order(out))) out = o;
  }
  return out;
}

}  // namespace

int nearness(const facts::Source& source) {
  const std::string_view name = source.independence;
  if (name.starts_with("statistical_office")) return 0;
  if (name == "scholarly" || name == "depositary") return 1;
  if (name.starts_with("official")) return 2;
  return name == "press" ? 3 : name == "crowd" ? 4 : 5;
}

bool is_on_other_basis(std::string_view variant) { return variant == "ultimate investor" || variant == "country of consignment"; }

bool is_headline(const Shelf& shelf, const Observation& o) {
  if (o.price_base != 0 || o.is(facts::planned)) return false;
  if (!o.product.empty() && o.product != "total") return false;
  if (o.from_where.source && is_fixture(shelf.source(o.from_where.source))) return false;
  return o.period_months == 12 || o.period_months == 0 || o.at_end;
}

std::vector<const Observation*> pick_all(const Shelf& shelf, const Wanted& wanted) {
  std::vector<const Observation*> out;
  for (const Observation& o : shelf.observations(wanted.indicator)) {
    if (fits(shelf, o, wanted)) out.push_back(&o);
  }
  return out;
}

const Observation* pick_latest(const Shelf& shelf, const Wanted& wanted) { return latest(shelf, pick_all(shelf, wanted)); }

const Observation* pick_latest_of(const Shelf& shelf, StateId state, std::string_view indicator) {
  const IndicatorId id = shelf.context.indicator(indicator);
  std::vector<const Observation*> all;
  if (!id) return nullptr;
  for (const Observation& o : shelf.alone(state).of(id)) {
    if (!o.is(facts::undated) && is_headline(shelf, o)) all.push_back(&o);
  }
  return latest(shelf, all);
}

const facts::Standing* standing_of(const Shelf& shelf, const Observation& o, StateId of, std::string_view region) {
  for (const facts::Standing& s : shelf.facts.standings) {
    if (s.indicator != o.indicator || s.of != of || s.region != region) continue;
    if (s.period_start != o.period_start || s.period_months != o.period_months || s.reporter != o.reporter) continue;
    if (s.source && o.from_where.source && s.source != o.from_where.source) continue;
    if (s.variant != o.variant) continue;
    const bool symmetric = shelf.context.indicators[o.indicator.value].symmetric;
    if (!symmetric && s.outgoing != (o.from == of)) continue;
    // Where some positions are negative the total is smaller than its parts: a share of it, of 107 % or less, is none.
    if (!symmetric && (s.value < 0 || s.value > s.total * (1 + 1e-9))) continue;
    return &s;
  }
  return nullptr;
}

}  // namespace comity::dossier
