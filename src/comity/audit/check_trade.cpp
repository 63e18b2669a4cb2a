// Trade and investment: a sum against every reading the edition holds of it: each side's books, each source, totals and
// halves, the years around, and the currencies it may have been meant in.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"
#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

using claims::Kind;

// One way to read a year's trade: a total or a half, in one set of books.
struct Reading {
  std::string what;      // "total trade", "exports from Germany to Kazakhstan"
  std::string books;     // source, reporter
  double value = 0;
  std::string currency;
  int year = 0;
  facts::Provenance from;
  bool total = false, exports = false;  // exports: from the claim's subject
  bool estimated = false;
  std::string note;
};

bool is_total_product(const facts::Observation& one) { return one.product.empty() || one.product == "total" || one.product == "TOTAL"; }

std::string reporter_words(const Bench& bench, const facts::Observation& one) {
  return one.reporter ? fmt::format("{}'s books", bench.context.states->state(one.reporter).name) : std::string("books not named");
}

// All readings of goods trade of the pair, totals made from halves of the same books.
std::vector<Reading> readings_of(const Bench& bench, StateId subject) {
  std::vector<Reading> out;
  struct Half {
    const facts::Observation* exports = nullptr;
    const facts::Observation* imports = nullptr;
  };
  std::map<std::tuple<std::uint16_t, std::uint16_t, int, std::string, std::string>, Half> books;
  for (const facts::Observation& one : bench.facts.observations) {
    const std::string_view indicator = bench.indicator(one);
    const bool total = indicator == "goods_trade_total", exports = indicator == "goods_exports", imports = indicator == "goods_imports";
    if (!(total || exports || imports) || !one.usable() || one.period_months != 12 || !is_total_product(one) || one.price_base != 0) continue;
    if (!bench.usable(one.from_where.source) || one.is(facts::planned)) continue;
    Reading reading;
    reading.year = one.year();
    reading.value = one.value;
    reading.currency = one.currency;
    reading.from = one.from_where;
    reading.total = total;
    reading.estimated = one.origin == facts::Origin::partner_based || one.origin == facts::Origin::modelled || one.origin == facts::Origin::derived;
    reading.note = one.note;
    reading.books = fmt::format("{}, {}", bench.source_words(one.from_where.source), reporter_words(bench, one));
    if (total) {
      reading.what = "trade in both directions";
    } else {
      // Goods that leave `from`: whichever side booked them.
      reading.exports = one.from == subject;
      reading.what = fmt::format("goods from {} to {}", bench.context.states->state(one.from).name, bench.context.states->state(one.to).name);
      if (one.reporter && !reading.estimated) {
        Half& half = books[{one.from_where.source.value, one.reporter.value, one.year(), std::string(one.variant), std::string(one.currency)}];
        (one.from == subject ? half.exports : half.imports) = &one;
      }
    }
    out.push_back(std::move(reading));
  }
  for (const auto& [key, half] : books) {
    if (!half.exports || !half.imports) continue;
    Reading sum;
    sum.year = half.exports->year();
    sum.value = half.exports->value + half.imports->value;
    sum.currency = half.exports->currency;
    sum.from = half.exports->from_where;
    sum.total = true;
    sum.what = "trade in both directions (the sum of both)";
    sum.books = fmt::format("{}, {}", bench.source_words(sum.from.source), reporter_words(bench, *half.exports));
    // Where the same books print their total, the sum says it a second time.
    const auto printed = [&](const Reading& one) { return one.total && one.from.source == sum.from.source && one.year == sum.year && one.currency == sum.currency && std::abs(one.value - sum.value) <= std::abs(sum.value) * 0.005; };
    if (std::any_of(out.begin(), out.end(), printed)) continue;
    out.push_back(std::move(sum));
  }
  return out;
}

Evidence tell(const Bench& bench, const Reading& one) {
  const std::string value = one.currency.empty() ? human_number(one.value) + " (currency not known)" : human_money(one.value, one.currency);
  return bench.evidence(fmt::format("{}: {} in {}, {}{}", one.books, one.what, one.year, value, one.estimated ? " (estimated)" : ""), one.from);
}

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
    if (one.total == total && (total || one.exports == exports) && !one.estimated) year = std::max(year, one.year);
  }
  if (year <= after) return;
  std::set<std::string> told;
  for (const Reading& one : readings) {
    if (one.year != year || one.total != total || (!total && one.exports != exports) || one.estimated) continue;
    Evidence evidence = tell(bench, one);
    if (!told.insert(evidence.text).second) continue;
    out.beside.push_back(std::move(evidence));
    if (one.currency.empty()) continue;
    // The first reading, or the first that an article may cite.
    const bool citable = bench.source(one.from.source).citable;
    if (!out.today.empty() && (out.bases.empty() || bench.source(out.bases.front()).citable || !citable)) continue;
    out.today = fmt::format("In {} {} came to {} ({}).", year, one.total ? std::string("trade in both directions") : one.what, human_money(one.value, one.currency), bench.source_words(one.from.source));
    out.bases = {one.from.source};
  }
  out.append_today = !out.today.empty();
}

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
  if (!year) {
    newest(bench, readings, 0, total, exports, out);
    out.reason = "The text gives no single year, so no figure can be named that it should equal.";
    return;
  }
  // Some months are no year: nothing that statistics of years could settle.
  if (claim.period.find('-') != std::string::npos) {
    newest(bench, readings, year - 1, total, exports, out);
    out.today.clear();
    out.append_today = false;
    out.reason = fmt::format("The text speaks of {}; statistics of whole years neither bear it out nor refute it.", claim.period);
    return;
  }
  const auto right_kind = [&](const Reading& one) { return total ? one.total : (!one.total && one.exports == exports); };
  std::size_t of_kind = 0, far = 0, below = 0;
  std::set<std::string> classes;
  const Reading *same = nullptr, *half = nullptr, *whole = nullptr, *near_year = nullptr, *currency = nullptr, *close = nullptr;
  for (const Reading& one : readings) {
    bool other_currency = false;
    const bool equal = equals(bench, claim, one, other_currency);
    if (one.year == year) {
      const bool kind = right_kind(one);
      if (kind && equal && !other_currency) {
        same = same ? same : &one;
        if (classes.insert(bench.source(one.from.source).independence).second) out.evidence.push_back(tell(bench, one));
        continue;
      }
      if (kind && equal) currency = &one;
      // Only a figure written finely enough can be told to belong to something else.
      const bool fine = claim.hedge != "approx" && claim.tolerance <= std::abs(*claim.number) * 0.02;
      if (!kind && equal && !other_currency && fine) (one.total ? whole : half) = &one;
      if (kind) {
        ++of_kind;
        const auto converted = claim.currency.empty() ? std::optional<double>(one.value) : bench.convert(one.value, one.currency, claim.currency, year);
        if (converted && std::abs(*converted - *claim.number) <= std::abs(*claim.number) * 0.1) close = &one;
        // A figure below may be a part: some months, some goods. Only one far above every reading is wrong as it stands.
        const bool open_above = claim.hedge == "lt" || claim.hedge == "le";
        if (converted && !one.estimated && !open_above && *converted > 0 && *converted < *claim.number / 2) ++far;
        if (converted && !one.estimated && claim.hedge != "gt" && claim.hedge != "ge" && *converted > *claim.number * 2) ++below;
      }
      out.beside.push_back(tell(bench, one));
    } else if (right_kind(one) && equal && !other_currency && std::abs(one.year - year) <= 2 && *claim.number != 0 && claim.tolerance <= std::abs(*claim.number) * 0.01) {
      near_year = &one;
    }
  }
  if (same) {
    out.verdict = Verdict::supported;
    out.reason = fmt::format("{} gives the same figure.", classes.size() > 1 ? fmt::format("Each of {} independent voices", classes.size()) : "An independent source");
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
  } else if (of_kind >= 2 && far == of_kind) {
    out.verdict = Verdict::contradicted;
    out.reason = "Every independent reading of that year is less than half of it.";
    out.evidence = std::move(out.beside);
    out.beside.clear();
  } else if (of_kind > 0 && below == of_kind) {
    out.reason = "Every independent reading of that year is more than twice as large; the text may mean a part of the trade or of the year.";
  } else if (of_kind > 0) {
    out.reason = "Independent readings of that year differ from it and from one another; none settles it.";
  } else if (!out.beside.empty()) {
    out.reason = fmt::format("For {} the edition holds {} only in part: no independent figure of this kind.", year, total ? "trade" : "this flow");
  } else {
    out.reason = fmt::format("No independent source in the edition covers {}.", year);
  }
  newest(bench, readings, year, total, exports, out);
  out.append_today = false;
}

void check_share(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (!claim.number) return;
  out.tolerance = bench.tolerance_words(claim);
  const int year = year_of_period(claim.period);
  if (claim.unit == "rank") {
    const StateId of = bench.state_of(claim.object);
    const facts::Standing* same = nullptr;
    std::size_t other = 0;
    for (const facts::Standing& one : bench.facts.standings) {
      const std::string_view indicator = bench.context.indicators[one.indicator.value].id;
      if (one.of != of || indicator.find("goods") == std::string_view::npos || !one.region.empty() || one.rank == 0 || !bench.usable(one.source)) continue;
      if (year && year_of(one.period_start) != year) continue;
      Evidence evidence{fmt::format("{}: rank {} of {} partners for {} in {}", bench.source_words(one.source), one.rank, one.partners, indicator, year_of(one.period_start)), one.source, 0, bench.source(one.source).independence};
      if (one.rank == *claim.number) {
        same = &one;
        out.evidence.push_back(std::move(evidence));
      } else if (++other < 6) {
        out.beside.push_back(std::move(evidence));
      }
    }
    if (same && year) {
      out.verdict = Verdict::supported;
      out.reason = "An independent ranking gives the same place.";
    } else if (same) {
      out.reason = "It was so in some years; the text names none.";
    } else {
      out.reason = other ? "Rankings by one flow in one set of books give another place; the text does not say what it ranks by." : "No ranking in the edition covers it.";
    }
    return;
  }
  // A share with a sum beside it: the arithmetic shows what it would take.
  for (const claims::Claim& one : bench.claims) {
    if (one.kind != Kind::trade_total || !one.number || one.period != claim.period || claim.unit != "percent" || *claim.number <= 0 || *claim.number > 100) continue;
    if (one.plain.begin > claim.plain.begin || claim.plain.begin - one.plain.begin > 400) continue;
    const double whole = *one.number / *claim.number * 100, rest = whole - *one.number;
    out.arithmetic = fmt::format("{} is {} of {}: the others would share {}.", human_money(*one.number, one.currency), human_percent(*claim.number), human_money(whole, one.currency), human_money(rest, one.currency));
    break;
  }
  out.reason = claim.denominator.empty() ? "The text does not say of what it is a share." : fmt::format("No independent source in the edition gives the whole it is a share of ({}).", claim.denominator);
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
  if (one.reporter) out += fmt::format(", {}'s books", bench.context.states->state(one.reporter).name);
  return out;
}

}  // namespace comity::audit
