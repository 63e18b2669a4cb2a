// Wars, treaties' entry into force and end, institutes, and aid.
#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"
#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

std::string told(const Bench& bench, const facts::Event& one) {
  return fmt::format("{}: {}{}", bench.source_words(one.from_where.source), one.title, one.date.known() ? ", " + human_date(one.date) : "");
}

}  // namespace

// A list of wars tells that the two were at war over a span of days: of the war itself and of what fell into it, not of who
// began, of incidents that it does not count, or of the dead.
void check_conflict(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const StateId a = bench.facts.a, b = bench.facts.b, subject = bench.state_of(claim.subject);
  const auto said = try_parse_edtf(claim.period);
  const bool civil = claim.quote.find("civil war") != std::string::npos || claim.quote.find("Bürgerkrieg") != std::string::npos;
  const auto look = [&](const facts::Event& one) {
    const bool within = civil && one.kind == "intra_state_war";
    if (!(one.kind == "war" || within) || !bench.usable(one.from_where.source) || !one.date.known()) return;
    const bool then = said && said->known() && one.date.overlaps(*said);
    if (then || (!civil && !within)) (then ? out.evidence : out.beside).push_back(bench.evidence(told(bench, one), one.from_where));
  };
  for (const facts::Event& one : bench.facts.events) look(one);
  if (civil) {
    for (const auto* list : {&bench.facts.of_a->events, &bench.facts.of_b->events}) {
      for (const facts::Event& one : *list) look(one);
    }
  }
  const auto unsettled = [&](std::string reason) {
    out.reason = std::move(reason);
    out.beside.insert(out.beside.begin(), out.evidence.begin(), out.evidence.end());
    out.evidence.clear();
  };
  if (claim.number) return unsettled("Troops, the dead and the wounded are not held against sources here.");
  if (subject && subject != a && subject != b) return unsettled("It tells of a war of others.");
  if (out.evidence.empty()) {
    out.reason = "The lists of wars in the edition (a thousand battle deaths, or twenty-five in a year) name none between the two at that time; they leave smaller incidents out.";
    return;
  }
  // Colonies, massacres and declarations are other things than the war that fell into the same years.
  if (claim.unit == "colony" || (!civil && claim.period.size() == 4 && claim.quote.find("massacre") != std::string::npos)) return unsettled("A list of wars names one at that time; the text tells of something else.");
  out.verdict = Verdict::supported;
  out.reason = said->exact() ? "An independent list has the two at war over that day." : civil ? "An independent list names the war." : "An independent list names a war between the two at that time.";
}

void check_force(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const auto said = try_parse_edtf(claim.period);
  const bool ended = claim.unit == "termination";
  if (!said || !said->known() || claim.polarity == "neg") {
    out.reason = claim.polarity == "neg" ? "Lists of treaties in force are no proof that another is not." : "The text gives no day, and does not say which treaty.";
    return;
  }
  for (const facts::Agreement& one : bench.facts.agreements) {
    const EdtfDate& date = ended ? one.terminated : one.in_force;
    // "Since 14 September 1993" begins on that day; a year alone is that of many.
    if (!bench.usable(one.from_where.source) || !date.known() || !said->overlaps(date) || date.from < said->from) continue;
    if (claim.period.ends_with("..") && date.from > said->from) continue;
    out.evidence.push_back(bench.evidence(fmt::format("{}: {}, {} {}", bench.source_words(one.from_where.source), one.title.empty() ? std::string(one.kind) : std::string(one.title), ended ? "ended" : "in force", when(date)), one.from_where));
  }
  out.would_settle = would_settle(claims::Kind::treaty_signed);
  if (out.evidence.empty()) {
    out.reason = fmt::format("No treaty of the two that the edition knows {} then.", ended ? "ended" : "entered into force");
    return;
  }
  out.verdict = Verdict::supported;
  out.reason = ended ? "An independent list has a treaty of the two end then." : "An independent list has a treaty of the two enter into force then.";
}

void check_institute(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const auto city = [&](std::string_view name) { return world::fold_name(bench.context.states->city_of(name)); };
  const auto said = try_parse_edtf(claim.period);
  const StateId home = bench.state_of(claim.subject);
  const bool any_name = claim.unit == "cultural centre" || claim.unit == "cultural institute" || claim.unit == "language centre";
  for (const facts::Event& one : bench.facts.events) {
    if (one.kind != "institution_founded" || claim.place.empty() || !bench.usable(one.from_where.source) || city(one.place) != city(claim.place)) continue;
    if (said && said->known() && one.date.known() && !one.date.overlaps(*said)) continue;
    out.evidence.push_back(bench.evidence(told(bench, one), one.from_where));
  }
  const bool founded = !out.evidence.empty();
  for (const facts::Presence& one : bench.facts.presences) {
    if ((one.kind != "institute" && one.kind != "university" && one.kind != "language_centre") || !bench.usable(one.from_where.source)) continue;
    if (any_name ? one.home != home || one.kind != "institute" : world::fold_name(one.name).find(world::fold_name(claim.unit)) == std::string::npos) continue;
    if (claim.place.empty() ? !any_name : city(one.place) != city(claim.place)) continue;
    out.evidence.push_back(bench.evidence(fmt::format("{}: {}{}{}", bench.source_words(one.from_where.source), one.name, one.place.empty() ? "" : fmt::format(", {}", one.place), one.as_of.known() ? ", listed " + when(one.as_of) : ""), one.from_where));
  }
  if (out.evidence.empty()) {
    out.reason = "No independent source in the edition names it.";
  } else if (said && said->known() && !founded) {
    out.reason = "An independent list names it; since when, it does not say.";
    out.beside = std::move(out.evidence);
    out.evidence.clear();
  } else {
    out.verdict = Verdict::supported;
    out.reason = founded ? "Independent sources tell of it." : "Independent lists name it.";
  }
}

// Statistics of aid count what was paid in a year, by its type; a text's sum may be a promise, a project or a year's budget.
void check_aid(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const int year = year_of_period(claim.period);
  const StateId subject = bench.state_of(claim.subject), object = bench.state_of(claim.object);
  out.tolerance = claim.currency.empty() ? "" : bench.tolerance_words(claim);
  const facts::Observation *same = nullptr, *other_prices = nullptr;
  const auto tell = [&](const facts::Observation& one) {
    const std::string kind = one.product.empty() || one.product == "total" ? "" : fmt::format(" ({})", one.product);
    return bench.evidence(fmt::format("{}: {}{}, from {} to {}, in {}, {}{}", bench.source_words(one.from_where.source), bench.context.indicators[one.indicator.value].title, kind, bench.in_text(one.from), bench.in_text(one.to), one.year(), human_money(one.value, one.currency), one.price_base && one.price_base != one.year() ? fmt::format(" in prices of {}", one.price_base) : ""), one.from_where);
  };
  for (const facts::Observation& one : bench.facts.observations) {
    if (bench.indicator(one) != "oda_gross_disbursement" || !one.usable() || !year || one.year() != year || claim.currency.empty() || !claim.number || !bench.usable(one.from_where.source)) continue;
    if (one.from != subject && one.from != object) continue;
    const auto value = bench.convert(one.value, one.currency, claim.currency, year);
    const bool equal = value && *claim.number != 0 && bench.same(claim, *value) && bench.tolerance(claim) <= *claim.number * 0.05;
    const bool prices = one.price_base != 0 && one.price_base != year;
    if (equal && !prices) same = same ? same : &one;
    if (equal && prices) other_prices = other_prices ? other_prices : &one;
    if (one.product.empty() || one.product == "total") out.beside.push_back(tell(one));
  }
  const auto rest_on = [&](const facts::Observation& one) {
    out.evidence.push_back(tell(one));
    std::erase_if(out.beside, [&](const Evidence& other) { return other.text == out.evidence.back().text; });
  };
  if (same) {
    out.verdict = Verdict::supported;
    out.reason = "The figure is what was paid in that year, by the donor's report.";
    rest_on(*same);
  } else if (other_prices) {
    out.verdict = Verdict::imprecise;
    out.reason = fmt::format("The figure is what was paid in that year in prices of {}, not in those of the year.", other_prices->price_base);
    rest_on(*other_prices);
  } else {
    out.reason = out.beside.empty() ? "The text does not say whether committed or paid, nor in which prices." : "What was paid in that year, by the donor's report, is another sum; the text may tell of a promise, a project or a part.";
  }
}

}  // namespace comity::audit
