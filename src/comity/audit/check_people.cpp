// Companies, people and everything that has no statistics of its own.
#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"
#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

using claims::Kind;

std::string figure(const Bench& bench, const facts::Observation& one) {
  const std::string hedge = one.is(facts::hedge_gt) ? "over " : one.is(facts::hedge_ge) ? "at least " : one.is(facts::hedge_approx) ? "about " : "";
  const bool dated = !one.is(facts::undated) && one.period_start > first_day && one.year() > 1000 && one.year() < 3000;
  return fmt::format("{}: {}{}, {}{}", bench.source_words(one.from_where.source), context_title(bench, one), dated ? fmt::format(" in {}", one.year()) : ", undated", hedge, human_number(one.value));
}

// One of the two came from the other: the Soviet Union and Russia.
bool akin(const Bench& bench, StateId a, StateId b) {
  return std::any_of(bench.context.states->lineage().begin(), bench.context.states->lineage().end(), [&](const world::Lineage& one) { return (one.predecessor == a && one.successor == b) || (one.predecessor == b && one.successor == a); });
}

// "Bonn – Ulaanbaatar" of a list that anybody may edit.
void show_twinning(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const auto holds = [&](std::string_view name, std::string_view town) { return name.find(world::fold_name(town)) != std::string_view::npos || name.find(world::fold_name(bench.context.states->city_of(town))) != std::string_view::npos; };
  for (const facts::Presence& one : bench.facts.presences) {
    if (one.kind != "twin_town" || !bench.crowd(one.from_where.source)) continue;
    const std::string name = world::fold_name(one.name);
    if (holds(name, claim.subject) && holds(name, claim.object)) out.beside.push_back(bench.evidence(fmt::format("{}: {}", bench.source_words(one.from_where.source), one.name), one.from_where));
  }
}

bool about_ethnicity(const claims::Claim& claim) {
  const std::string quote = world::fold_name(claim.quote);
  return quote.find("ethnic") != std::string::npos || quote.find("descent") != std::string::npos || quote.find("origin") != std::string::npos || quote.find("stammig") != std::string::npos;
}

}  // namespace

void check_companies(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const StateId host = bench.state_of(claim.object);
  if (claim.kind == Kind::company_presence) {
    const std::string wanted = world::fold_name(claim.subject);
    for (const facts::Presence& one : bench.facts.presences) {
      if (one.host != host || one.has_count || one.name.empty() || !bench.usable(one.from_where.source)) continue;
      const std::string name = world::fold_name(one.name);
      if (name != wanted && !(wanted.size() > 3 && (name.starts_with(wanted + " ") || wanted.starts_with(name + " ")))) continue;
      out.evidence.push_back(bench.evidence(fmt::format("{}: {}{}{}", bench.source_words(one.from_where.source), one.name, one.basis.empty() ? "" : fmt::format(", {}", one.basis), one.as_of.known() ? ", " + human_date(one.as_of) : ""), one.from_where));
    }
    out.verdict = out.evidence.empty() ? Verdict::unverifiable : Verdict::supported;
    out.reason = out.evidence.empty() ? "No independent source in the edition names this company there; registers of companies are not loaded." : "Independent sources name it there.";
    return;
  }
  const StateId home = bench.state_of(claim.subject);
  std::size_t counts = 0;
  bool same = false;
  for (const facts::Observation& one : bench.facts.observations) {
    const std::string_view indicator = bench.indicator(one);
    if (!indicator.starts_with("affiliates_") && indicator != "joint_ventures") continue;
    if (one.from != home || !one.has_value || !bench.usable(one.from_where.source)) continue;
    ++counts;
    const bool equal = bench.same(claim, one.value) && indicator != "joint_ventures";
    same = same || equal;
    (equal ? out.evidence : out.beside).push_back(bench.evidence(figure(bench, one), one.from_where));
  }
  for (const facts::Presence& one : bench.facts.presences) {
    if (one.home != home || !one.has_count || !bench.usable(one.from_where.source)) continue;
    ++counts;
    out.beside.push_back(bench.evidence(fmt::format("{}: {}{}, {}", bench.source_words(one.from_where.source), human_number(one.count), one.place.empty() ? "" : fmt::format(" in {}", one.place), one.as_of.known() ? human_date(one.as_of) : std::string("undated")), one.from_where));
  }
  out.tolerance = bench.tolerance_words(claim);
  out.verdict = same ? Verdict::supported : Verdict::unverifiable;
  out.reason = same ? "An independent count is the same." : counts ? fmt::format("{} independent counts, each of another kind or date (registered, active, represented); none is this one.", counts) : "No independent count in the edition.";
}

void check_people(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const StateId of = bench.state_of(claim.subject);
  const int year = year_of_period(claim.period);
  if (!claim.number) {
    out.verdict = Verdict::not_checkable;
    out.reason = "It gives no figure.";
    return;
  }
  if (claim.unit == "rank" || claim.unit == "percent growth") {
    out.reason = claim.unit == "rank" ? "It gives a place among others; the counts here are of the pair." : "It gives a growth without the counts it is of.";
    return;
  }
  out.tolerance = bench.tolerance_words(claim);
  const bool ethnic = claim.kind == Kind::diaspora && about_ethnicity(claim);
  const facts::Observation *same = nullptr, *close = nullptr, *other_year = nullptr, *nearest = nullptr;
  int newest_year = 0;  // of figures of the claim's kind
  for (const facts::Observation& one : bench.facts.observations) {
    const std::string_view indicator = bench.indicator(one);
    const bool resident = indicator == "migrant_stock_born" || indicator == "migrant_stock_citizen";
    const bool displaced = indicator == "refugees" || indicator == "asylum_seekers";
    const bool census = indicator == "ethnic_group_census";
    const bool fits = claim.kind == Kind::diaspora ? (ethnic ? census : resident) : claim.kind == Kind::migration_stock ? displaced || indicator == "others_in_need" : claim.kind == Kind::students ? indicator == "students" : false;
    if (!(fits || (ethnic && resident)) || one.from != of || !one.has_value || !bench.usable(one.from_where.source)) continue;
    if (fits && !one.is(facts::undated)) newest_year = std::max(newest_year, one.year());
    if (fits && bench.same(claim, one.value)) {
      if (year ? one.year() == year : !same || one.year() > same->year()) same = &one;
      else if (year && std::abs(one.year() - year) <= 5) other_year = &one;
    } else if (fits && year && one.year() == year && std::abs(one.value - *claim.number) <= *claim.number * 0.1) {
      close = &one;
    }
    if (!fits && !(year && std::abs(one.year() - year) <= 1)) continue;
    if (!nearest || std::abs(one.year() - (year ? year : 9999)) < std::abs(nearest->year() - (year ? year : 9999))) nearest = &one;
    if (census || (year && std::abs(one.year() - year) <= 1)) out.beside.push_back(bench.evidence(figure(bench, one), one.from_where));
  }
  // A text without a date speaks of its own day: an older figure that it equals is not yet today's.
  if (same && !year && same->year() < newest_year) other_year = same, same = nullptr;
  if (out.beside.empty() && nearest) out.beside.push_back(bench.evidence(figure(bench, *nearest), nearest->from_where));
  if (same) {
    out.verdict = Verdict::supported;
    out.reason = "An independent source gives the same figure.";
    out.evidence.push_back(bench.evidence(figure(bench, *same), same->from_where));
    std::erase_if(out.beside, [&](const Evidence& one) { return one.key == out.evidence.front().key; });
  } else if (ethnic) {
    out.verdict = Verdict::not_checkable;
    out.reason = "Ethnicity is counted by censuses of the host; statistics of birthplace and citizenship count other people, and no independent ethnic count of that year is in the edition.";
  } else if (close) {
    out.verdict = Verdict::imprecise;
    out.reason = "Within a tenth of an independent figure.";
    out.evidence.push_back(bench.evidence(figure(bench, *close), close->from_where));
  } else if (other_year) {
    out.verdict = Verdict::imprecise;
    out.reason = fmt::format("Right for {}{}.", other_year->year(), year ? "" : "; the text gives no date");
    out.evidence.push_back(bench.evidence(figure(bench, *other_year), other_year->from_where));
  } else {
    out.reason = nearest ? "Independent figures count by another basis or of another year; none is this one." : "No independent source in the edition covers it.";
  }
}

void check_rest(const Bench& bench, const claims::Claim& claim, Finding& out) {
  std::string_view event;
  switch (claim.kind) {
    case Kind::initiative: event = "initiative_launched"; break;
    case Kind::export_credit: event = "credit_extended"; break;
    case Kind::twin_towns: event = "twinning_agreed"; break;
    default: break;
  }
  if (claim.sub == "deportation") event = "population_transfer";
  if (claim.sub == "independence") event = "independence";
  const auto said = try_parse_edtf(claim.period);
  const StateId own = bench.state_of(claim.subject), from = bench.state_of(claim.object);
  const auto look = [&](const facts::Event& one) {
    // The other one's is no evidence, nor beside it; unless "its independence" of a day is that of the other and the day fits.
    if (event == "independence" && one.a != own && one.b != own && !(from && one.third == from && said && said->known() && one.date.overlaps(*said))) return;
    if (event.empty() || one.kind != event || !bench.usable(one.from_where.source)) return;
    const bool dated = !said || !said->known() || !one.date.known() || one.date.overlaps(*said);
    // What it is called must agree, where the claim names it.
    bool named = true;
    if (claim.kind == Kind::initiative) named = claim.quote.find(std::string(one.title.substr(0, one.title.find(' ')))) != std::string::npos;
    // Hungary of 1918 did not leave the Soviet Union.
    if (event == "independence" && from && one.third && one.third != from && !akin(bench, one.third, from)) named = false;
    if (claim.kind == Kind::twin_towns) named = world::fold_name(one.place).find(world::fold_name(claim.subject)) != std::string::npos;
    (dated && named ? out.evidence : out.beside).push_back(bench.evidence(fmt::format("{}: {}{}", bench.source_words(one.from_where.source), one.title, one.date.known() ? ", " + human_date(one.date) : ""), one.from_where));
  };
  for (const facts::Event& one : bench.facts.events) look(one);
  for (const auto* list : {&bench.facts.of_a->events, &bench.facts.of_b->events}) {
    for (const facts::Event& one : *list) look(one);
  }
  if (!out.evidence.empty()) {
    out.verdict = Verdict::supported;
    out.reason = "Independent sources tell of it.";
    return;
  }
  switch (claim.kind) {
    case Kind::twin_towns:
      out.reason = "Partnerships of towns stand in the edition only by a list that anybody may edit, which is no evidence.";
      show_twinning(bench, claim, out);
      break;
    default: out.reason = "No independent source in the edition covers it."; break;
  }
}

}  // namespace comity::audit
