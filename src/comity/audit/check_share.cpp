// Ranks and shares: a place among a country's partners, a part of its trade, a part of something wider.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "comity/audit/readings.hpp"
#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

using claims::Kind;

bool of_goods(const Bench& bench, const facts::Standing& one) {
  const std::string_view indicator = bench.context.indicators[one.indicator.value].id;
  return (indicator == "goods_exports" || indicator == "goods_imports" || indicator == "goods_trade_total") && one.region.empty() && one.period_months == 12 && bench.usable(one.source);
}

// "goods imports"
std::string what_of(const Bench& bench, const facts::Standing& one) {
  const facts::Indicator& indicator = bench.context.indicators[one.indicator.value];
  std::string title = indicator.title.empty() ? indicator.id : indicator.title;
  if (!title.empty() && title[0] >= 'A' && title[0] <= 'Z') title[0] |= 0x20;
  return title;
}

// "2006 to 2009, 2012"
std::string spans(const std::vector<int>& years) {
  std::string out;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t end = i;
    while (end + 1 < years.size() && years[end + 1] == years[end] + 1) ++end;
    out += (out.empty() ? "" : ", ") + std::to_string(years[i]) + (end > i ? " to " + std::to_string(years[end]) : "");
    i = end + 1;
  }
  return out;
}

Evidence at(const Bench& bench, const facts::Standing& one, const std::string& years) {
  return {fmt::format("{}: rank {} of {} partners of {} by {} in {}", bench.source_words(one.source), one.rank, one.partners, bench.in_text(one.of), what_of(bench, one), years), one.source, 0, bench.source(one.source).independence};
}

void check_rank(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const StateId of = bench.state_of(claim.object);
  const int year = year_of_period(claim.period);
  // Runs of years in which one measure in one source gave the place that the text gives.
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::vector<const facts::Standing*>> runs;
  std::size_t other = 0;
  for (const facts::Standing& one : bench.facts.standings) {
    if (one.of != of || one.rank == 0 || !of_goods(bench, one) || (year && year_of(one.period_start) != year)) continue;
    if (one.rank == *claim.number) runs[{one.source.value, one.indicator.value}].push_back(&one);
    else if (++other < 4) out.beside.push_back(at(bench, one, std::to_string(year_of(one.period_start))));
  }
  for (auto& [key, run] : runs) {
    std::vector<int> years;
    for (const facts::Standing* one : run) years.push_back(year_of(one->period_start));
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    out.evidence.push_back(at(bench, *run.back(), spans(years)));
  }
  if (out.evidence.empty()) {
    out.reason = other ? "Rankings by one flow in one set of books give another place; the text does not say what it ranks by." : "No ranking in the edition covers it.";
  } else if (year) {
    out.verdict = Verdict::supported;
    out.reason = "An independent ranking gives the same place.";
  } else {
    out.beside.insert(out.beside.begin(), out.evidence.begin(), out.evidence.end());
    out.evidence.clear();
    out.reason = "It was so in some years by one flow; the text names neither.";
  }
}

// A part of all that one of the two imports or exports: both ends of one set of books.
bool shares_of(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const int year = year_of_period(claim.period);
  const std::string whole = world::fold_name(claim.denominator);
  if (!year || !claim.number || claim.unit != "percent" || whole.empty()) return false;
  const bool imports = whole.find("import") != std::string::npos || whole.find("einfuhr") != std::string::npos, exports = whole.find("export") != std::string::npos || whole.find("ausfuhr") != std::string::npos;
  if (imports == exports) return false;
  const auto named = [&](StateId id) {
    const world::State& state = bench.context.states->state(id);
    return whole.find(world::fold_name(state.name)) != std::string::npos || (!state.adjective.empty() && whole.find(world::fold_name(state.adjective)) != std::string::npos);
  };
  const StateId of = named(bench.facts.a) == named(bench.facts.b) ? StateId{} : named(bench.facts.a) ? bench.facts.a : bench.facts.b;
  if (!of) return false;
  for (const facts::Standing& one : bench.facts.standings) {
    if (one.of != of || !of_goods(bench, one) || year_of(one.period_start) != year || one.total <= 0 || one.reporter != of || one.outgoing != exports) continue;
    const double share = one.value / one.total * 100;
    const bool equal = std::abs(share - *claim.number) <= std::max(claim.tolerance, 0.05);
    (equal ? out.evidence : out.beside).push_back({fmt::format("{}: {} of {}'s {} in {}", bench.source_words(one.source), human_percent(share), bench.in_text(of), exports ? "exports" : "imports", year), one.source, 0, bench.source(one.source).independence});
  }
  if (out.evidence.empty() && out.beside.empty()) return false;
  out.verdict = out.evidence.empty() ? Verdict::unverifiable : Verdict::supported;
  out.reason = out.evidence.empty() ? "By the partners that an independent source lists it was another share." : "An independent source gives the same share.";
  return true;
}

// The text's own sum before it of the same period and flow: imports for a share of imports, both flows for one of the trade.
const claims::Claim* sum_of(const Bench& bench, const claims::Claim& claim) {
  if (claim.unit != "percent" || *claim.number <= 0 || *claim.number > 100) return nullptr;
  const std::string whole = world::fold_name(claim.denominator);
  const auto says = [&](std::string_view word) { return whole.find(word) != std::string::npos; };
  const bool imports = says("import") || says("einfuhr"), exports = says("export") || says("ausfuhr"), both = says("trade") || says("turnover") || says("handel");
  if (imports + exports + both != 1) return nullptr;
  const claims::Claim* found = nullptr;
  for (const claims::Claim& one : bench.claims) {
    if (one.kind != (both ? Kind::trade_total : imports ? Kind::imports : Kind::exports) || !one.number || one.status != "asserted" || one.period != claim.period) continue;
    if (one.plain.begin > claim.plain.begin || claim.plain.begin - one.plain.begin > 400) continue;
    if (!found || one.plain.begin > found->plain.begin) found = &one;
  }
  return found;
}

}  // namespace

void check_share(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (!claim.number) return;
  if (claim.unit == "rank") return check_rank(bench, claim, out);
  out.tolerance = bench.tolerance_words(claim);
  if (shares_of(bench, claim, out)) return;
  // A share with the sum that it is of beside it: the arithmetic shows what it would take.
  if (const claims::Claim* sum = sum_of(bench, claim)) {
    const double whole = *sum->number / *claim.number * 100, rest = whole - *sum->number;
    out.arithmetic = fmt::format("{} is {} of {}: the others would share {}.", human_money(*sum->number, sum->currency), human_percent(*claim.number), human_money(whole, sum->currency), human_money(rest, sum->currency));
  }
  out.reason = claim.denominator.empty() ? "The text does not say of what it is a share." : fmt::format("No independent source in the edition gives the whole it is a share of ({}).", claim.denominator);
}

// Growth is of one flow in one set of books from one year to the next: of the flow that the text speaks of before it.
void check_growth(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const int year = year_of_period(claim.period);
  out.reason = "Growth would need two years of the same books; none in the edition is named by the text.";
  if (!year || claim.period.size() != 4 || !claim.number || claim.unit != "percent") return;
  const claims::Claim* flow = nullptr;
  for (const claims::Claim& one : bench.claims) {
    if (one.kind != Kind::trade_total && one.kind != Kind::exports && one.kind != Kind::imports) continue;
    if (!one.number || one.plain.begin > claim.plain.begin || claim.plain.begin - one.plain.begin > 250) continue;
    if (!flow || one.plain.begin > flow->plain.begin) flow = &one;
  }
  if (!flow) return;
  const bool total = flow->kind == Kind::trade_total, exports = flow->kind == Kind::exports;
  const auto readings = readings_of(bench, bench.state_of(flow->subject));
  for (const Reading& now : readings) {
    if (now.year != year || now.total != total || (!total && now.exports != exports) || now.estimated || now.value <= 0) continue;
    const auto before = std::find_if(readings.begin(), readings.end(), [&](const Reading& one) { return one.year == year - 1 && one.books == now.books && one.what == now.what && one.currency == now.currency && one.total == now.total && one.value > 0; });
    if (before == readings.end()) continue;
    const double growth = (now.value / before->value - 1) * 100;
    const bool equal = std::abs(growth - *claim.number) <= std::max(claim.tolerance, 0.5);
    Evidence evidence = tell(bench, now);
    evidence.text += fmt::format(", after {} in {}: {}", human_money(before->value, before->currency), year - 1, human_percent(growth));
    (equal ? out.evidence : out.beside).push_back(std::move(evidence));
  }
  if (!out.evidence.empty()) {
    out.verdict = Verdict::supported;
    out.reason = "Two years of one set of books give the same growth.";
  } else if (!out.beside.empty()) {
    out.reason = "Two years of one set of books give another growth; the text does not say whose books it follows, nor in which currency.";
  }
}

}  // namespace comity::audit
