#include "comity/audit/readings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "comity/base/number.hpp"

namespace comity::audit {
namespace {

bool is_total_product(const facts::Observation& one) { return one.product.empty() || one.product == "total" || one.product == "TOTAL"; }

std::string reporter_words(const Bench& bench, const facts::Observation& one) { return one.reporter ? bench.books_of(one.reporter) : std::string("books not named"); }

constexpr std::uint16_t importers = 0xfffe, exporters = 0xffff;

}  // namespace

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
    reading.incomplete = one.is(facts::incomplete_books);
    reading.books = fmt::format("{}, {}", bench.source_words(one.from_where.source), reporter_words(bench, one));
    if (total) {
      reading.what = "trade in both directions";
    } else {
      // Goods that leave `from`: whichever side booked them.
      reading.exports = one.from == subject;
      reading.what = fmt::format("goods from {} to {}", bench.in_text(one.from), bench.in_text(one.to));
      if (one.reporter && !reading.estimated) {
        Half& half = books[{one.from_where.source.value, one.reporter.value, one.year(), std::string(one.variant), std::string(one.currency)}];
        (one.from == subject ? half.exports : half.imports) = &one;
        // Beside each state's own books, the importers' and the exporters' of one source.
        Half& sides = books[{one.from_where.source.value, imports ? importers : exporters, one.year(), std::string(one.variant), std::string(one.currency)}];
        (one.from == subject ? sides.exports : sides.imports) = &one;
      }
    }
    out.push_back(std::move(reading));
  }
  for (const auto& [key, half] : books) {
    const bool sides = std::get<1>(key) == importers || std::get<1>(key) == exporters;
    if (!half.exports || !half.imports || sides != (half.exports->reporter != half.imports->reporter)) continue;
    Reading sum;
    sum.year = half.exports->year();
    sum.value = half.exports->value + half.imports->value;
    sum.currency = half.exports->currency;
    sum.incomplete = half.exports->is(facts::incomplete_books) || half.imports->is(facts::incomplete_books);
    sum.from = half.exports->from_where;
    sum.total = true;
    sum.first = half.exports->value;
    sum.second = half.imports->value;
    sum.mixed = half.exports->reporter != half.imports->reporter;
    sum.what = "trade in both directions (the sum of both)";
    const bool by_importer = std::get<1>(key) == importers;
    sum.books = fmt::format("{}, {}", bench.source_words(sum.from.source), !sum.mixed ? reporter_words(bench, *half.exports) : by_importer ? "each flow from its importer's books" : "each flow from its exporter's books");
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

}  // namespace comity::audit
