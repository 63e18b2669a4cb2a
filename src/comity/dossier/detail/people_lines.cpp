#include "comity/dossier/detail/people_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

// The UN adds refugees to the migrants of most hosts; those of Palestine by the books of UNRWA, whoever's citizens they became.
bool has_refugees_added(const Observation& o) { return o.note.find("refugees are added") != facts::Text::npos; }

// "people born in Kazakhstan lived in Germany"
std::string basis_words(const Shelf& shelf, const Observation& o) {
  const std::string& id = shelf.context.indicators[o.indicator.value].id;
  const std::string from = in_text(shelf.state(o.from)), to = in_text(shelf.state(o.to));
  if (is_mostly_refugees(shelf, o)) return fmt::format("people from {}, most of them refugees that are added to the migrants, lived in {}", from, to);
  if (id == "migrant_stock_citizen" || o.is(facts::by_citizenship)) return fmt::format("citizens of {} lived in {}", from, to);
  if (id == "migrant_stock_mixed") return fmt::format("people from {}, by birth or citizenship, lived in {}", from, to);
  return fmt::format("people born in {} lived in {}", from, to);
}

std::string signed_percent(double change) { return fmt::format("{}{}", change < 0 ? "−" : "+", human_percent(std::abs(change), std::abs(change) < 10 ? 1 : 0)); }

// The figure before within the same series.
const Observation* before(const FactSeries& s, const Observation& last) {
  const Observation* out = nullptr;
  for (const Observation* o : s.cells) {
    if (o != &last && speaks_for_itself(*o) && o->period_start < last.period_start) out = o;
  }
  return out;
}

void say_change(Words& words, const Shelf& shelf, const FactSeries& s, const Observation& last) {
  const Observation* earlier = before(s, last);
  if (!earlier || earlier->value <= 0) return;
  words.text(fmt::format(" {}: ", capitalised(in_period(*earlier)))).figure(count(earlier->value, "persons")).cite(*earlier);
  const PolicyRow* broken = break_between(shelf, *earlier, last);
  if (broken) {
    words.badge({"break in the series", document::Badge::warning}).text(" ").add(policy_sentence(shelf, *broken));
  } else if (last.is(facts::implausible_jump)) {
    words.badge({"break in the series", document::Badge::warning}).text(" The two do not compare.");
  } else {
    if (is_mostly_refugees(shelf, last) && !is_mostly_refugees(shelf, *earlier)) {
      words.text(". Most of the newer figure are refugees that are added to it.");
      return;
    }
    if (last.value == earlier->value) {
      words.text(" (no change since).");
      return;
    }
    // Of three people one is a third: no rate.
    constexpr double fewest_for_a_rate = 100;
    if (std::max(last.value, earlier->value) < fewest_for_a_rate) {
      words.text(".");
      return;
    }
    const double change = 100 * (last.value / earlier->value - 1);
    words.text(" (").figure({signed_percent(change), change, "percent"}).text(" since)").cite(std::vector{last.from_where, earlier->from_where}).text(".");
  }
}

// A border that moved makes migrants of people who did not.
void say_moved_border(Words& words, const Shelf& shelf, const Observation& o) {
  for (const PolicyRow* row : remarks_on(shelf, o)) {
    if (row->kind != "border_moved") continue;
    words.text(" ").add(policy_sentence(shelf, *row));
    return;
  }
}

void say_rank(Words& words, const Shelf& shelf, const Observation& o) {
  for (const StateId of : {o.to, o.from}) {
    const facts::Standing* s = standing_of(shelf, o, of);
    if (!s || !s->rank) continue;
    words.text(of == o.to ? fmt::format(" Rank {} of {} origins in {}.", s->rank, s->partners, in_text(shelf.state(of)))
                          : fmt::format(" Rank {} of {} places where people from {} live.", s->rank, s->partners, in_text(shelf.state(of))));
  }
}

}  // namespace

bool is_mostly_refugees(const Shelf& shelf, const Observation& o) {
  if (!has_refugees_added(o) || !o.has_value) return false;
  if (shelf.state(o.from).key == "PSE") return true;
  double most = 0;
  for (const std::string_view id : {"refugees", "others_in_need"}) {
    double of_year = 0;
    for (const Observation& r : shelf.observations(id)) {
      if (r.from == o.from && r.to == o.to && r.usable() && std::abs(r.year() - o.year()) <= 1) of_year = std::max(of_year, r.value);
    }
    most += of_year;
  }
  return most > o.value / 2;
}

MigrantStock migrant_stock(const Shelf& shelf, StateId from, StateId to) {
  MigrantStock out{from, to, {}};
  for (const std::string_view indicator : {"migrant_stock_born", "migrant_stock_citizen", "migrant_stock_mixed"}) {
    for (FactSeries& s : series_of(shelf, indicator, from, to)) {
      if (!s.statement) out.series.push_back(std::move(s));
    }
  }
  std::ranges::stable_sort(out.series, [](const FactSeries& x, const FactSeries& y) {
    const Observation *a = x.last_usable(), *b = y.last_usable();
    if (!a || !b) return a != nullptr && b == nullptr;
    return std::tuple(a->year(), x.variant) > std::tuple(b->year(), y.variant);
  });
  return out;
}

bool add_stock(document::Section& section, const Shelf& shelf, const MigrantStock& stock) {
  if (stock.series.empty()) return false;
  const FactSeries& s = stock.series.front();
  const Observation* last = s.last_usable();
  // Where nobody counted, a model's figure with its badge.
  if (!last && s.cells.back()->usable()) last = s.cells.back();
  Words words(shelf);
  if (!last) {
    // No figure, but the source has the cell: zero, or an origin that the host does not list.
    const Observation& o = *s.cells.back();
    words.text(fmt::format("How many {}: ", basis_words(shelf, o))).badge({std::string(comity::words_for(o.absence)), document::Badge::absence});
    if (is_zero_like(o)) words.text(fmt::format(" – {} does not list this origin separately, so this is not “nobody”", in_text(shelf.state(o.to))));
    section.blocks.push_back(words.text(fmt::format(" ({}, {})", period_words(o), source_words(shelf, s))).cite(o).text(".").paragraph());
    return true;
  }
  // A model's figure was counted by nobody.
  const std::string_view by = last->origin == facts::Origin::modelled ? "by an estimate, which is no count" : "by the count of the place where they live";
  words.figure(*last).text(fmt::format(" {} {}, {} ({})", basis_words(shelf, *last), in_period(*last), by, source_words(shelf, s)));
  words.age(end_of(*last)).cite(*last).text(".");
  say_change(words, shelf, s, *last);
  say_rank(words, shelf, *last);
  say_moved_border(words, shelf, *last);
  section.blocks.push_back(words.paragraph());
  return true;
}

document::LineChart stock_chart(const Shelf& shelf, const MigrantStock& one, const MigrantStock& other) {
  document::LineChart chart;
  chart.indicator = "migrant_stock_born";
  std::vector<const FactSeries*> sources;
  std::set<int> years;
  for (const MigrantStock* stock : {&one, &other}) {
    if (stock->series.empty() || !stock->series.front().last_usable()) continue;
    const FactSeries& s = stock->series.front();
    document::Series line = line_of(shelf, s, [](const Observation& o) { return std::optional(o.value); }, true);
    line.name = fmt::format("from {} in {}", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)));
    line.hue = shelf.hue(s.from);
    line.cites = shelf.book.enter_rows(s.from_where());
    const auto last = std::ranges::find_if(line.points.rbegin(), line.points.rend(), [](const auto& p) { return p.y && !p.suspect; });
    last->label = human_number(*last->y);
    for (const Observation* o : s.cells) {
      if (speaks_for_itself(*o)) years.insert(o->year());
    }
    for (const PolicyRow* row : remarks_on(shelf, *s.cells.front())) {
      if (row->kind == "method" && row->from_year && row->to_year && chart.marks.size() < 2) chart.marks.push_back({(row->from_year + row->to_year) / 2.0, "another method", between_words(*row)});
    }
    chart.series.push_back(std::move(line));
    sources.push_back(&s);
  }
  if (years.size() < 3) return {};
  chart.title = fmt::format("People from {} in {} and the other way round", in_text(shelf.a()), in_text(shelf.b()));
  chart.subtitle = "persons, as the state where they live counts them; counts of single years, joined by lines";
  chart.unit = "persons";
  chart.source_line = source_line(shelf, sources);
  return chart;
}

// --- displaced people -------------------------------------------------------------------------------------------

namespace {

struct Category {
  std::string_view indicator, words;
};
constexpr std::array<Category, 3> categories = {{{"refugees", "refugees"}, {"asylum_seekers", "asylum seekers"}, {"others_in_need", "others in need of protection"}}};

using Parts = std::array<const Observation*, 3>;

bool any_value(const Parts& parts) {
  return std::ranges::any_of(parts, [](const Observation* o) { return o && o->usable(); });
}

// Cells of each category by year and source.
std::map<int, std::map<SourceId, Parts>> displaced_cells(const Shelf& shelf, StateId from, StateId to) {
  std::map<int, std::map<SourceId, Parts>> out;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    for (const FactSeries& series : series_of(shelf, categories[i].indicator, from, to)) {
      for (const Observation* o : series.cells) {
        const Observation*& cell = out[o->year()][o->from_where.source][i];
        if (!cell) cell = o;
      }
    }
  }
  return out;
}

// Each year's categories, of the source that knew it last: parts of one sum are of one source, and a year that a newer source does not reach
// keeps the older one's.
std::map<int, Parts> displaced_years(const Shelf& shelf, const std::map<int, std::map<SourceId, Parts>>& cells) {
  std::map<int, Parts> out;
  for (const auto& [year, sources] : cells) {
    const auto order = [&](const auto& one) { return std::tuple(any_value(one.second), -nearness(shelf.source(one.first)), shelf.source(one.first).as_of); };
    out[year] = std::ranges::max_element(sources, {}, order)->second;
  }
  return out;
}

// "the edition of 31 December 2025"
std::string as_of_day(const facts::Source& source) {
  const auto day = try_parse_edtf(source.as_of);
  return day && day->known() ? fmt::format("the edition of {}", human_date(*day)) : fmt::format("the edition “{}”", source.version);
}

// What an earlier edition of the same publisher had for the year: the revision is said, not hidden.
void say_revision(Words& words, const Shelf& shelf, const Parts& now, const std::map<SourceId, Parts>& sources) {
  for (const auto& [id, then] : sources) {
    const facts::Source& source = shelf.source(id);
    bool begun = false;
    for (std::size_t i = 0; i < categories.size(); ++i) {
      const Observation *before = then[i], *after = now[i];
      if (!before || !after || !before->usable() || !after->usable() || before->from_where.source == after->from_where.source || before->value == after->value) continue;
      if (source.publisher != shelf.source(after->from_where.source).publisher) continue;
      if (!begun) words.text(fmt::format(" Revised: {} had", as_of_day(source)));
      words.text(begun ? ", " : " ").figure(*before).text(fmt::format(" {}", categories[i].words)).cite(*before);
      begun = true;
    }
    if (begun) words.text(".");
  }
}

// Falls by nine tenths or more within a year that no row of the policy explains (rules.md 22).
void say_falls(Words& words, const Shelf& shelf, const std::map<int, Parts>& years) {
  std::vector<const PolicyRow*> told;
  for (const auto& [year, parts] : years) {
    const auto prior = years.find(year - 1);
    if (prior == years.end()) continue;
    for (std::size_t i = 0; i < categories.size(); ++i) {
      const Observation *now = parts[i], *then = prior->second[i];
      if (!now || !then || !now->usable() || !then->usable() || now->from_where.source != then->from_where.source) continue;
      if (const PolicyRow* row = break_between(shelf, *then, *now); row && row->kind != "not_collected") {
        if (std::ranges::find(told, row) == told.end()) words.text(" ").add(policy_sentence(shelf, *row));
        told.push_back(row);
      } else if (then->value >= 1000 && now->value < then->value / 10) {
        words.text(fmt::format(" Between {} and {} the number of {} falls from ", then->year(), now->year(), categories[i].words)).figure(*then).text(" to ").figure(*now);
        words.cite(std::vector{then->from_where, now->from_where}).text(": a fall of this size is mostly another definition; these figures do not tell whether people went home or on.");
      }
    }
  }
}

// ", made of 68 refugees and 50 asylum seekers; others in need of protection: no figure": a category without a figure is no part of the sum, and
// stands apart from those that are.
void say_categories(Words& words, const Parts& parts) {
  const auto known = static_cast<std::size_t>(std::ranges::count_if(parts, [](const Observation* o) { return o && o->usable(); }));
  words.text(known == 1 ? ", all of them " : ", made of ");
  for (std::size_t i = 0, said = 0; i < categories.size(); ++i) {
    const Observation* o = parts[i];
    if (!o || !o->usable()) continue;
    if (said++) words.text(said == known ? " and " : ", ");
    if (known > 1) words.figure(*o).text(" ");
    words.text(categories[i].words).cite(*o);
  }
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const Observation* o = parts[i];
    if (!o || !o->usable()) words.text(fmt::format("; {}: {}", categories[i].words, o ? comity::words_for(o->absence) : std::string_view("no figure")));
  }
}

}  // namespace

bool add_displaced(document::Section& section, const Shelf& shelf, StateId from, StateId to) {
  const auto cells = displaced_cells(shelf, from, to);
  const auto years = displaced_years(shelf, cells);
  const auto last = std::ranges::find_if(years.rbegin(), years.rend(), [](const auto& one) { return any_value(one.second); });
  if (last == years.rend()) return false;
  double sum = 0;
  std::vector<facts::Provenance> all;
  const Observation* any = nullptr;
  for (const Observation* o : last->second) {
    if (o && o->usable()) sum += o->value, all.push_back(o->from_where), any = o;
  }
  if (sum == 0) return false;
  Words words(shelf);
  words.text(fmt::format("Displaced people from {} in {} {}: ", in_text(shelf.state(from)), in_text(shelf.state(to)), in_period(*any))).figure(count(sum, "persons")).cite(all);
  say_categories(words, last->second);
  words.text(fmt::format(" ({})", publisher_words(shelf.source(any->from_where.source)))).age(end_of(*any)).text(".");
  say_revision(words, shelf, last->second, cells.at(last->first));
  say_falls(words, shelf, years);
  section.blocks.push_back(words.paragraph());
  return true;
}

bool add_unrwa(document::Section& section, const Shelf& shelf, StateId from, StateId to) {
  const Observation* last = pick_latest(shelf, {"refugees_unrwa", from, to, {}});
  if (!last || !last->usable()) return false;
  Words words(shelf);
  words.text(fmt::format("Palestine refugees under UNRWA’s mandate in {} {}: ", in_text(shelf.state(to)), in_period(*last))).figure(*last).cite(*last);
  words.text(fmt::format(" ({})", publisher_words(shelf.source(last->from_where.source)))).age(end_of(*last)).text(".");
  if (const PolicyRow* reading = reading_of(shelf, last->from_where.source, "unrwa")) words.text(" ").add(policy_sentence(shelf, *reading));
  section.blocks.push_back(words.paragraph());
  return true;
}

// --- visas ------------------------------------------------------------------------------------------------------

namespace {

bool is_ban(std::string_view rule) { return world::fold_name(rule).find("ban") != std::string::npos; }

}  // namespace

std::string visa_rule_words(const Observation& o) {
  if (o.has_value && o.value > 0) return fmt::format("{} days without a visa", human_number(o.value));
  if (!o.note.empty()) {
    const bool number = std::ranges::all_of(o.note, [](char c) { return c >= '0' && c <= '9'; });
    return number ? fmt::format("{} days without a visa", o.note) : std::string(o.note);
  }
  return {};
}

namespace {

// Whether two snapshots of a list may say one rule in two ways, so that nothing changed: "visa free" and a number of days; before 2020 the list
// had four codes and none for e-visas; before 2025 it had electronic travel authorisations among these.
bool is_one_rule(const Observation& earlier, const Observation& later) {
  const std::string one = visa_rule_words(earlier), other = visa_rule_words(later);
  if (one == other) return true;
  const auto is_short = [](std::string_view rule) { return rule == "visa free"; };
  const auto has_days = [](std::string_view rule) { return rule.ends_with("without a visa"); };
  if ((is_short(one) && has_days(other)) || (has_days(one) && is_short(other))) return true;
  if (one == "e-visa" && other == "electronic travel authorisation") return true;
  return earlier.year() < 2020 && other == "e-visa" && (one == "visa required" || one == "visa on arrival");
}

}  // namespace

bool add_visa(document::List& list, const Shelf& shelf, StateId from, StateId to) {
  std::map<Day, const Observation*> snapshots;
  bool banned = false;
  for (const std::string_view indicator : {"visa_rule", "visa_free_days"}) {
    for (const Observation& o : shelf.observations(indicator)) {
      if (o.from != from || o.to != to || o.is(facts::undated) || !is_within(shelf, o) || is_fixture(shelf.source(o.from_where.source))) continue;
      const std::string rule = visa_rule_words(o);
      banned |= is_ban(rule);
      // Days say more than "visa free".
      if (!rule.empty() && !is_ban(rule)) snapshots[o.period_start] = &o;
    }
  }
  if (snapshots.empty()) return false;
  const Observation& last = *snapshots.rbegin()->second;
  Words words(shelf);
  words.text(fmt::format("{} into {}: {}, ordinary passports, {}", capitalised(citizens_words(shelf, from)), in_text(shelf.state(to)),
                         visa_rule_words(last), period_words(last)));
  words.age(end_of(last)).cite(last);
  // The first snapshot of each rule, of one that says it in full where another says it in short.
  std::vector<const Observation*> rules;
  const Observation* previous = nullptr;
  for (const auto& [day, o] : snapshots) {
    if (!previous || !is_one_rule(*previous, *o)) rules.push_back(o);
    else if (visa_rule_words(*rules.back()) != visa_rule_words(*o)) rules.back() = o;
    previous = o;
  }
  if (rules.size() > 1) {
    std::vector<std::string> earlier;
    std::vector<facts::Provenance> from_where;
    for (const Observation* o : rules) {
      if (o != &last) earlier.push_back(fmt::format("{} in {}", visa_rule_words(*o), o->year())), from_where.push_back(o->from_where);
    }
    words.text(fmt::format("; in earlier snapshots {}", fmt::join(earlier, ", then "))).cite(from_where);
  }
  if (banned) words.text("; bans of the pandemic are left out");
  list.items.push_back(words.done());
  return true;
}

}  // namespace comity::dossier
