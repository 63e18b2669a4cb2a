// More or less than expected: what the two report of each other beside what a gravity model without effects of the pair,
// learned from all other pairs, expects of two such states (derived facts <indicator>_expected, docs/gravity.md). A figure
// that is estimated, contradicted or of books that are not all there is not compared (rules.md 29).
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/detail/people_lines.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Kind {
  const char* indicator;
  const char* revision = "";   // of a source that holds several, never mixed (rule 21)
  bool of_partners = false;    // learned from the other partners of the same state, not from all pairs
  double least = 0;            // what its books can tell from nothing: less is a token, less expected hardly any (docs/gravity.md)
};
constexpr Kind kinds[] = {{"goods_exports", "", false, 1000},
                          {"goods_imports", "", false, 500'000},
                          {"fdi_outward_stock", "", false, 500'000},
                          {"migrant_stock_born", "rev2020", false, 10},
                          {"migrant_stock_citizen", "rev2020", false, 10},
                          {"career_posts", "", true},
                          {"leader_visits", "", true}};

// One year of one flow in one set of books.
struct Expected {
  const Observation* actual = nullptr;  // null where there is none; may be no figure to compare
  const Observation* expected = nullptr;
  double low = 0, high = 0, typical = 0;
  double least = 0;  // of its kind
  std::map<std::string, double, std::less<>> driver;

  bool is_money() const { return !expected->currency.empty(); }
  bool is_plain() const {
    return actual && actual->usable() && !is_estimate(*actual) && !is_suspect(*actual) && !actual->is(facts::incomplete_books) && actual->has_value && actual->value >= 0;
  }
  bool comparable() const {
    if (!is_plain() || expected->value < least || (is_money() && high < least)) return false;
    // What four in five have lies about what is expected; where it does not, the model has nothing to say of such a pair.
    if (expected->value < low || expected->value > high) return false;
    return !is_money() || actual->value == 0 || actual->value >= least;
  }
  double ratio() const { return actual->value / expected->value; }
};

struct Flow {
  const Kind* kind = nullptr;
  StateId from, to, reporter;
  SourceId source;
  std::map<int, Expected> years;

  // The newest year whose figure may be compared; null: none.
  const Expected* newest() const {
    for (auto it = years.rbegin(); it != years.rend(); ++it) {
      if (it->second.comparable()) return &it->second;
    }
    return nullptr;
  }
};

bool same_books(const Kind& kind, const Observation& a, const Observation& b) {
  return (!*kind.revision || a.variant == kind.revision) && a.period_months == b.period_months && a.from == b.from && a.to == b.to && a.reporter == b.reporter && a.from_where.source == b.from_where.source && a.period_start == b.period_start;
}

std::vector<Flow> flows_of(const Shelf& shelf, const Kind& kind) {
  std::vector<Flow> out;
  const auto actual = shelf.observations(kind.indicator);
  for (const Observation& o : shelf.observations(std::string(kind.indicator) + "_expected")) {
    if (!is_within(shelf, o) || !o.has_value) continue;
    auto it = std::ranges::find_if(out, [&](const Flow& f) { return f.from == o.from && f.to == o.to && f.reporter == o.reporter && f.source == o.from_where.source; });
    if (it == out.end()) out.push_back({&kind, o.from, o.to, o.reporter, o.from_where.source, {}}), it = out.end() - 1;
    Expected& year = it->years[o.year()];
    if (o.variant == "expected") {
      year.expected = &o, year.least = kind.least;
      const auto own = std::ranges::find_if(actual, [&](const Observation& a) { return same_books(kind, a, o) && (a.product.empty() || a.product == "total"); });
      if (own != actual.end()) year.actual = &*own;
    } else if (o.variant == "low") {
      year.low = o.value;
    } else if (o.variant == "high") {
      year.high = o.value;
    } else if (o.variant == "typical") {
      year.typical = o.value;
    } else if (o.variant.starts_with("driver ")) {
      year.driver.emplace(o.variant.substr(7), o.value);
    }
  }
  for (Flow& flow : out) std::erase_if(flow.years, [](const auto& one) { return !one.second.expected; });
  std::erase_if(out, [](const Flow& flow) { return flow.years.empty(); });
  return out;
}

std::string times_words(double ratio) {
  if (ratio == 0) return "none";
  if (ratio >= 9.95) return fmt::format("{:.0f} times as much", ratio);
  if (ratio >= 1.05) return fmt::format("{:.1f} times as much", ratio);
  if (ratio > 0.95) return "about as much";
  return ratio >= 0.01 ? fmt::format("{:.0f} % of it", 100 * ratio) : "less than one hundredth of it";
}

std::string reading_words(const Flow& flow, const Expected& one) {
  const double value = one.actual->value;
  const char* like = flow.kind->of_partners ? "partners of like expectation" : "pairs of like expectation";
  return fmt::format("{} {}{}", value > one.high ? "more than nine in ten" : value < one.low ? "less than nine in ten" : "within what four in five", like, value > one.high || value < one.low ? "" : " have");
}

constexpr double nearest_km = 30;
// Nor is it asked where a stock is mostly one of refugees, whom no size or distance brought, or between a state and a territory.
// A model of size and distance goes astray where the distance is next to nothing (Kinshasa and Brazzaville, 9 km): an expectation
// of more emigrants than a third of those at home, or of more trade or capital than half a state's product, is none.
bool is_beyond_reason(const Shelf& shelf, const Flow& flow, const Expected& one) {
  if (flow.kind->of_partners) return false;
  const Day day = end_of(*one.actual);
  const world::Capital *a = shelf.context.states->capital(shelf.facts.a, day), *b = shelf.context.states->capital(shelf.facts.b, day);
  if (a && b && world::distance_km(a->latitude, a->longitude, b->latitude, b->longitude) < nearest_km) return true;
  if (one.expected->currency.empty() && (is_mostly_refugees(shelf, *one.actual) || shelf.a().kind == "territory" || shelf.b().kind == "territory")) return true;
  const auto most = [&](StateId state, std::string_view of, double part) {
    const Observation* size = pick_latest_of(shelf, state, of);
    return size && size->usable() && size->value > 0 && one.expected->value > part * size->value;
  };
  if (one.expected->currency.empty()) return most(flow.from, "population", 1.0 / 3) || most(flow.to, "population", 1.0 / 3);
  return one.expected->currency == "USD" && (most(flow.from, "gdp", 0.5) || most(flow.to, "gdp", 0.5));
}

// Of a handful of visits or posts the tenths mean something; of people and money they do not.
document::Figure amount(const Flow& flow, const Expected& one, double value) {
  if (flow.kind->of_partners) return {human_number(value, value < 10 ? 1 : 0), value, std::string(one.expected->unit)};
  if (!one.is_money()) return count(std::round(value), one.expected->unit);
  document::Figure out = money(std::max(value, flow.kind->least), one.expected->currency);
  if (value < flow.kind->least) out.text = "under " + out.text, out.value = value;  // what the books print as nothing
  return out;
}

std::string flow_words(const Shelf& shelf, const Flow& flow) {
  const std::string from = in_text(shelf.state(flow.from)), to = in_text(shelf.state(flow.to));
  const std::string_view id = flow.kind->indicator;
  if (id == "goods_exports") return fmt::format("exports to {} in {} books", to, possessive(from));
  if (id == "goods_imports") return fmt::format("imports from {} in {} books", from, possessive(to));
  if (id == "fdi_outward_stock") return fmt::format("direct investment from {} in {}", from, to);
  if (id == "migrant_stock_born") return fmt::format("people born in {} living in {}", from, to);
  if (id == "migrant_stock_citizen") return fmt::format("citizens of {} living in {}", from, to);
  if (id == "career_posts") return fmt::format("embassies and career consulates of {} in {}", from, to);
  return fmt::format("visits by leaders of {} to {}", from, to);
}

constexpr double fewest_for_a_ratio = 3;

document::Inlines sentence(const Shelf& shelf, const Flow& flow, const Expected& one) {
  Words words(shelf);
  words.text(capitalised(flow_words(shelf, flow)) + ", " + in_period(*one.actual) + ": ").figure(*one.actual).cite(*one.actual);
  words.text(flow.kind->of_partners ? "; expected of such a partner: " : "; expected of two such states: ").figure(amount(flow, one, one.expected->value)).text(". That is ");
  // A post or two beside half of one expected: no ratio says anything of it.
  if (!flow.kind->of_partners || std::max(one.actual->value, one.expected->value) >= fewest_for_a_ratio) words.strong(times_words(one.ratio())).text(", ");
  words.text(reading_words(flow, one) + " (").figure(amount(flow, one, one.low)).text(" to ").figure(amount(flow, one, one.high)).text(").");
  if (flow.kind->of_partners && !one.actual->note.empty()) words.text(fmt::format(" Counted: {}.", one.actual->note));
  words.age(end_of(*one.actual));
  return words.done();
}

// The factors that make the expectation, those of a tenth or more.
document::Inlines drivers_sentence(const Shelf& shelf, const Flow& flow, const Expected& one) {
  Words words(shelf);
  words.text(fmt::format("What makes the expectation for {} in {}: a pair of median size and distance, without border, common language, colonial link or trade agreement, would have ", flow_words(shelf, flow),
                         one.expected->year()))
      .figure(amount(flow, one, one.typical));
  std::string factors;
  for (const auto& [name, factor] : one.driver) {
    if (factor > 0.9 && factor < 1.1) continue;
    const std::string size = factor >= 10 ? human_number(std::round(factor)) : factor < 0.001 ? std::string("under 0.001") : fmt::format("{:.2g}", factor);
    factors += fmt::format("{}{} ×{}", factors.empty() ? "" : ", ", name, size);
  }
  words.text(factors.empty() ? "." : "; " + factors + ".");
  return words.done();
}

document::Series line(const Shelf& shelf, const Flow& flow, bool expected) {
  document::Series out;
  out.name = (expected ? "expected: " : "") + flow_words(shelf, flow);
  out.hue = shelf.hue(flow.from);
  out.dashed = expected;
  for (const auto& [year, one] : flow.years) {
    document::Series::Point point;
    point.x = year;
    if (expected) {
      point.y = one.expected->value / 1e6;
    } else if (one.is_plain() && one.actual->value > 0) {
      point.y = one.actual->value / 1e6;
    } else {
      point.why = one.actual ? why_gap(shelf, *one.actual) : "no figure";
    }
    out.points.push_back(std::move(point));
  }
  return out;
}

document::LineChart chart(const Shelf& shelf, const std::vector<const Flow*>& flows) {
  document::LineChart out;
  out.indicator = "goods_imports_expected";
  out.title = "Goods trade and what would be expected";
  out.subtitle = "million USD a year; solid: reported, dashed: expected of two such states";
  out.unit = "million USD";
  out.log_scale = true;
  std::vector<facts::Provenance> from;
  for (const Flow* flow : flows) {
    // One set of books a direction, the one with more years: eight lines are none. The sentences have both.
    const bool other_says_more = std::ranges::any_of(flows, [&](const Flow* other) { return other->from == flow->from && other->to == flow->to && other->years.size() > flow->years.size(); });
    if (other_says_more) continue;
    out.series.push_back(line(shelf, *flow, false));
    out.series.push_back(line(shelf, *flow, true));
    for (const auto& [year, one] : flow->years) {
      if (one.actual) from.push_back(one.actual->from_where);
    }
    out.series[out.series.size() - 2].cites = shelf.book.enter_rows(from);
    out.series.back().cites = out.series[out.series.size() - 2].cites;
    from.clear();
    const std::string publisher = shelf.source(flow->source).publisher;
    if (out.source_line.find(publisher) == std::string::npos) out.source_line += (out.source_line.empty() ? "Sources: " : "; ") + publisher;
  }
  out.source_line += ". Expected: gravity model of each year without effects of the pair, the pair left out.";
  return out;
}

}  // namespace

document::Section expected_section(const Shelf& shelf) {
  document::Section section;
  section.id = "expected";
  section.title = "More or less than expected";
  document::List list;
  std::vector<Flow> all;
  for (const Kind& kind : kinds) {
    for (Flow& flow : flows_of(shelf, kind)) all.push_back(std::move(flow));
  }
  std::vector<const Flow*> trade;
  const Flow* explained = nullptr;
  for (const Flow& flow : all) {
    const Expected* newest = flow.newest();
    if (newest && is_beyond_reason(shelf, flow, *newest)) continue;
    if (newest) list.items.push_back(sentence(shelf, flow, *newest));
    const bool goods = std::string_view(flow.kind->indicator).starts_with("goods_");
    if (goods && newest && flow.years.size() > 2) trade.push_back(&flow);
    // Explained is what a sentence tells, not the expectation of another year.
    if (goods && !explained && newest && newest == &flow.years.rbegin()->second && !newest->driver.empty()) explained = &flow;
  }
  if (list.items.empty()) {
    if (trade_books(shelf).any_figure()) {
      section.blocks.push_back(gap("what two states of this size and distance would be expected to trade", "this edition, whose models of trade do not reach this pair", ""));
    }
    return section;
  }
  section.blocks.push_back(std::move(list));
  if (!trade.empty()) section.blocks.push_back(chart(shelf, trade));
  if (explained) section.blocks.push_back(document::Paragraph{drivers_sentence(shelf, *explained, explained->years.rbegin()->second)});
  const bool partners = std::ranges::any_of(all, [](const Flow& flow) { return flow.kind->of_partners && flow.newest(); });
  section.blocks.push_back(document::Paragraph{plain(
      std::string("An expectation says what two states of such size and distance have on average; it is no norm, and more or less is neither good nor bad. It is learned from the figures of all other pairs of the year") +
      (partners ? "; that of visits and posts from the same state's other partners, by their GDP, population, distance and language." : "."))});
  return section;
}

}  // namespace comity::dossier
