// Trade and investment: a sum against every reading the edition holds of it: each side's books, each source, totals and
// halves, the years around, and the currencies it may have been meant in.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"
#include "comity/audit/readings.hpp"
#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

using claims::Kind;

// The claim's sum in the reading's currency equals it; or, where it names none or another, as if it had.
bool equals(const Bench& bench, const claims::Claim& claim, const Reading& one, bool& other_currency) {
  other_currency = false;
  if (claim.currency.empty() || one.currency == claim.currency) return bench.same(claim, one.value);
  if (one.currency.empty()) return false;
  if (const auto converted = bench.convert(one.value, one.currency, claim.currency, one.year)) {
    if (bench.same(claim, *converted)) return true;
  }
  other_currency = true;
  return bench.same(claim, one.value);
}

void newest(const Bench& bench, const std::vector<Reading>& readings, int after, bool total, bool exports, Finding& out) {
  int year = after;
  for (const Reading& one : readings) {
    if (one.total == total && (total || one.exports == exports) && !one.estimated && !one.mixed) year = std::max(year, one.year);
  }
  if (year <= after) return;
  std::set<std::string> told;
  for (const Reading& one : readings) {
    if (one.year != year || one.total != total || (!total && one.exports != exports) || one.estimated || one.mixed) continue;
    Evidence evidence = tell(bench, one);
    if (!told.insert(evidence.text).second) continue;
    out.beside.push_back(std::move(evidence));
    if (one.currency.empty()) continue;
    // The first reading, or the first that an article may cite.
    const bool citable = bench.source(one.from.source).citable;
    if (!out.today.empty() && (out.bases.empty() || bench.source(out.bases.front()).citable || !citable)) continue;
    out.today = fmt::format("In {}, {} came to {} ({}).", year, one.total ? std::string("trade in goods between the two countries") : "exports of " + one.what, prose_money(one.value, one.currency), bench.source_words(one.from.source));
    out.bases = {one.from.source};
  }
  // A figure of ten years ago is no news for an article; and a sentence is written in English only.
  const int now = year_of_period(bench.context.edition_date);
  out.append_today = after > 0 && !out.today.empty() && (now == 0 || year >= now - 6) && bench.document.language != "de";
}

// "2.96 bn USD + 552 million USD = 3.52 bn USD, each flow from its importer's books"; and what that is in the text's currency.
std::string addition(const Bench& bench, const claims::Claim& claim, const Reading& one) {
  std::string out = fmt::format("{} + {} = {}, {}.", human_money(one.first, one.currency), human_money(one.second, one.currency), human_money(one.value, one.currency), one.books.substr(one.books.rfind(", ") + 2));
  if (claim.currency.empty() || claim.currency == one.currency) return out;
  if (const auto converted = bench.convert(one.value, one.currency, claim.currency, one.year)) out += fmt::format(" That is {} at the mean rate of {}.", human_money(*converted, claim.currency), one.year);
  return out;
}

// The text's sum may be of months, of a year that begins in spring, or of several years.
bool of_no_single_year(const claims::Claim& claim) { return claim.period.find('-') != std::string::npos || claim.period.find('/') != std::string::npos; }

}  // namespace

void check_trade(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (!claim.number) {
    out.reason = "Products of the trade are not held against statistics here.";
    return;
  }
  out.tolerance = bench.tolerance_words(claim);
  const int year = year_of_period(claim.period);
  const bool total = claim.kind == Kind::trade_total;
  const StateId subject = bench.state_of(claim.subject);
  const auto readings = readings_of(bench, subject);
  // Imports of A from B are goods from B: not exports of the subject.
  const bool exports = claim.kind == Kind::exports;
  if (!year && !of_no_single_year(claim)) {
    newest(bench, readings, 0, total, exports, out);
    out.reason = "The text gives no single year, so no figure can be named that it should equal.";
    return;
  }
  // Some months are no year: nothing that statistics of years could settle.
  if (of_no_single_year(claim)) {
    const auto said = try_parse_edtf(claim.period);
    for (const Reading& one : readings) {
      if (said && said->known() && one.year >= year_of(said->from) && one.year <= year_of(said->to) && one.total == total && (total || one.exports == exports)) out.beside.push_back(tell(bench, one));
    }
    out.reason = fmt::format("The text speaks of {}; statistics of calendar years neither bear it out nor refute it.", said && said->known() ? human_date(*said) : claim.period);
    return;
  }
  const auto right_kind = [&](const Reading& one) { return total ? one.total : (!one.total && one.exports == exports); };
  std::size_t of_kind = 0, far = 0, below = 0;
  std::set<std::string> classes;
  std::set<std::uint16_t> far_sources;
  const Reading *same = nullptr, *half = nullptr, *whole = nullptr, *near_year = nullptr, *currency = nullptr, *close = nullptr, *added = nullptr;
  for (const Reading& one : readings) {
    bool other_currency = false;
    const bool equal = equals(bench, claim, one, other_currency);
    if (one.year == year) {
      const bool kind = right_kind(one);
      if (one.mixed && !total) continue;
      if (kind && one.mixed && (!added || equal)) added = &one;
      if (kind && equal && !other_currency) {
        same = same ? same : &one;
        if (classes.insert(bench.source(one.from.source).independence).second) out.evidence.push_back(tell(bench, one));
        continue;
      }
      if (kind && equal) currency = &one;
      // Only a figure written finely enough can be told to belong to something else.
      const bool fine = claim.hedge != "approx" && claim.tolerance <= std::abs(*claim.number) * 0.02;
      if (!kind && equal && !other_currency && fine && !one.mixed) (one.total ? whole : half) = &one;
      if (kind) {
        of_kind += !one.mixed;
        const auto converted = claim.currency.empty() ? std::optional<double>(one.value) : bench.convert(one.value, one.currency, claim.currency, year);
        if (converted && std::abs(*converted - *claim.number) <= std::abs(*claim.number) * 0.1) close = &one;
        // A figure below may be a part: some months, some goods. Only one far above every reading is wrong as it stands.
        const bool open_above = claim.hedge == "lt" || claim.hedge == "le";
        if (one.mixed) continue;  // shown as an addition; it refutes nothing
        if (converted && !one.estimated && !one.incomplete && !open_above && *converted > 0 && *converted < *claim.number / 2) ++far, far_sources.insert(one.from.source.value);
        if (converted && !one.estimated && claim.hedge != "gt" && claim.hedge != "ge" && *converted > *claim.number * 2) ++below;
      }
      out.beside.push_back(tell(bench, one));
    } else if (right_kind(one) && equal && !other_currency && !one.mixed && std::abs(one.year - year) <= 2 && *claim.number != 0 && claim.tolerance <= std::abs(*claim.number) * 0.01) {
      near_year = &one;
    }
  }
  if (total && added && (!same || same->mixed)) out.arithmetic = addition(bench, claim, *added);
  if (same) {
    out.verdict = Verdict::supported;
    if (same->mixed) out.reason = "The two flows that an independent source gives add up to it.";
    else out.reason = fmt::format("{} gives the same figure.", classes.size() > 1 ? fmt::format("Each of {} independent voices", classes.size()) : "An independent source");
    const std::size_t before = out.beside.size();
    newest(bench, readings, year, total, exports, out);
    if (out.beside.size() > before) {
      out.verdict = Verdict::outdated;
      out.also.push_back(Verdict::supported);
      out.reason += " Newer figures exist.";
    }
    return;
  }
  const auto decide = [&](Verdict verdict, const Reading& one, std::string reason) {
    out.verdict = verdict;
    out.reason = std::move(reason);
    out.evidence.push_back(tell(bench, one));
    std::erase_if(out.beside, [&](const Evidence& other) { return other.text == out.evidence.back().text; });
  };
  if (half && !total && claim.note == "side not said") {
    // "exports amounted to …", on a page of either: read one way, and true the other.
    decide(Verdict::imprecise, *half, fmt::format("The text does not say whose exports; the figure is that of {}.", half->what));
  } else if ((half || whole) && claim.note == "elliptic") {
    // A bare number, read with a noun that stands far before it: the reading may be at fault as well as the text.
    out.reason = fmt::format("The figure is that of {}; the text names no flow beside it.", (half ? half : whole)->what);
    out.beside.push_back(tell(bench, half ? *half : *whole));
  } else if (half) {
    decide(Verdict::confused, *half, total ? fmt::format("The figure is that of {} alone.", half->what) : fmt::format("The figure is that of {}.", half->what));
  } else if (whole) {
    decide(Verdict::confused, *whole, "The figure is that of trade in both directions.");
  } else if (currency) {
    decide(Verdict::imprecise, *currency, fmt::format("Right in {}, not in {}.", currency->currency, claim.currency));
  } else if (close) {
    decide(Verdict::imprecise, *close, "Within a tenth of an independent reading.");
  } else if (near_year) {
    decide(Verdict::imprecise, *near_year, fmt::format("Right for {}.", near_year->year));
  } else if (far_sources.size() >= 2 && far == of_kind) {
    out.verdict = Verdict::contradicted;
    out.reason = "Every independent reading of that year is less than half of it.";
    out.evidence = std::move(out.beside);
    out.beside.clear();
  } else if (of_kind > 0 && below == of_kind) {
    out.reason = "Every independent reading of that year is more than twice as large; the text may mean a part of the trade or of the year.";
  } else if (of_kind > 0) {
    out.reason = of_kind > 1 ? "Independent readings of that year differ from it and from one another; none settles it." : "The one independent reading of that year differs from it; alone it settles nothing.";
  } else if (added) {
    out.reason = "The two flows that an independent source gives, each from another side's books, add up to another sum; that bears nothing out and refutes nothing.";
  } else if (!out.beside.empty()) {
    out.reason = fmt::format("For {} the edition holds {} only in part: no independent figure of this kind.", year, total ? "trade" : "this flow");
  } else {
    out.reason = fmt::format("No independent source in the edition covers {}.", year);
  }
  newest(bench, readings, year, total, exports, out);
  out.append_today = false;
}

void check_investment(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (claim.sub == "sectors") {
    out.verdict = Verdict::not_checkable;
    out.reason = "No statistics of the pair tell investment by sector.";
    return;
  }
  out.tolerance = bench.tolerance_words(claim);
  const int year = year_of_period(claim.period);
  const StateId from = bench.state_of(claim.subject);
  const bool flow = claim.kind == Kind::fdi_flow;
  const facts::Observation *same = nullptr, *other_kind = nullptr, *newest_stock = nullptr;
  for (const facts::Observation& one : bench.facts.observations) {
    const std::string_view indicator = bench.indicator(one);
    if (!indicator.starts_with("fdi_") && indicator != "investment_unspecified") continue;
    // What a model expects beside a figure bears the name of the figure's publisher, who never said it.
    if (one.from != from || !one.has_value || one.origin == facts::Origin::modelled || !bench.usable(one.from_where.source)) continue;
    const bool is_stock = indicator.find("stock") != std::string_view::npos;
    const auto value = claim.currency.empty() ? std::optional<double>(one.value) : bench.convert(one.value, one.currency, claim.currency, one.year());
    const bool equal = claim.number && value && bench.same(claim, *value) && *claim.number != 0;
    const Evidence evidence = bench.evidence(fmt::format("{}: {} in {}, {}", bench.source_words(one.from_where.source), context_title(bench, one), one.year(), human_money(one.value, one.currency)), one.from_where);
    if (year && one.year() == year) {
      if (equal && is_stock != flow && indicator != "investment_unspecified") {
        same = &one;
        out.evidence.push_back(evidence);
      } else {
        if (equal && is_stock == flow) other_kind = &one;
        out.beside.push_back(evidence);
      }
    }
    if (is_stock && (!newest_stock || one.year() > newest_stock->year())) newest_stock = &one;
  }
  if (same) {
    out.verdict = Verdict::supported;
    out.reason = "An independent source gives the same figure.";
  } else if (other_kind) {
    out.verdict = Verdict::confused;
    out.reason = flow ? "The figure is that of the stock, not of a year's flow." : "The figure is that of a year's flow, not of the stock.";
  } else {
    out.reason = flow ? "The text does not say gross or net, nor whose books; a flow of that year, gross and net, in the investor's or the host's balance of payments would settle it."
                      : "No independent source in the edition gives this figure.";
  }
  if (newest_stock && out.beside.empty()) out.beside.push_back(bench.evidence(fmt::format("{}: {} in {}, {}", bench.source_words(newest_stock->from_where.source), context_title(bench, *newest_stock), newest_stock->year(), human_money(newest_stock->value, newest_stock->currency)), newest_stock->from_where));
}

std::string context_title(const Bench& bench, const facts::Observation& one) {
  const facts::Indicator& indicator = bench.context.indicators[one.indicator.value];
  std::string out = indicator.title.empty() ? indicator.id : indicator.title;
  if (!one.variant.empty()) out += fmt::format(" ({})", one.variant);
  if (one.reporter) out += ", " + bench.books_of(one.reporter);
  return out;
}

}  // namespace comity::audit
