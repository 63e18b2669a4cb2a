#include "comity/dossier/detail/disputes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/detail/mission_lists.hpp"
#include "comity/dossier/detail/money.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Event;
using facts::Observation;

std::string voice(const Shelf& shelf, const facts::Provenance& from) { return voice_of(shelf.context, shelf.source(from.source)); }

std::vector<std::string> publishers(const Shelf& shelf, std::span<const facts::Provenance> from) {
  std::vector<std::string> out;
  for (const auto& one : from) {
    std::string name = publisher_words(shelf.source(one.source));
    if (std::ranges::find(out, name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

// The recognition whose date another source gives as that of relations; null when none fits.
const Event* recognition_within(const Shelf& shelf, const EdtfDate& date) {
  for (const Event& e : shelf.facts.events) {
    if (e.kind == "recognition" && e.date.known() && date.from <= e.date.from && e.date.to <= date.to && is_shown(shelf, e)) return &e;
  }
  return nullptr;
}

// "10 %", "a factor of 2.1", "a factor of 26", "a factor of over 1000": beside three dollars no digit of a quotient means anything.
std::string factor_words(double factor) {
  if (factor < 2) return human_percent((factor - 1) * 100, 0);
  if (factor > 1000) return "a factor of over 1000";
  return fmt::format("a factor of {}", factor < 10 ? human_number(factor, 1) : human_number(std::round(factor)));
}

}  // namespace

std::vector<Disputed> disputed_relations_dates(const Shelf& shelf) {
  const RelationsState state = status_of(shelf);
  std::vector<MergedEvent> dates;
  for (MergedEvent& merged : merge_events(shelf, [&](const Event& e) { return e.kind == "relations_established" && e.date.known() && !is_of_predecessor(e, shelf.context); })) {
    // A second establishment after a break is no contradiction; of those before and after years without independence, the latter count.
    const bool counts = state.interrupted && state.made_by != state.established ? state.is_anew(*merged.event) : !state.is_anew(*merged.event);
    if (counts) dates.push_back(std::move(merged));
  }
  std::set<std::string> voices;
  bool apart = false;
  for (const MergedEvent& x : dates) {
    voices.insert(x.voices.begin(), x.voices.end());
    for (const MergedEvent& y : dates) apart |= !x.event->date.overlaps(y.event->date);
  }
  voices.erase("");
  if (!apart || voices.size() < 2) return {};
  Disputed out;
  out.kind = "relations_date";
  std::vector<std::string> titles;
  Words words(shelf);
  for (const MergedEvent& merged : dates) {
    titles.push_back(human_date(merged.event->date));
    if (!words.empty()) words.text("; ");
    words.text(fmt::format("{}: {}", human_date(merged.event->date), join_words(publishers(shelf, merged.from())))).cite(merged.from());
  }
  out.title = fmt::format("Diplomatic relations established: {}?", join_words(titles, "or"));
  const Event* start = state.start_beside(*dates.back().event);
  const EdtfDate& best = start ? start->date : dates.back().event->date;
  out.key_a = (start ? start : dates.back().event)->from_where.key;
  for (const MergedEvent& merged : dates) {
    if (merged.event->date.overlaps(best)) continue;
    const auto days = static_cast<double>(std::abs((merged.event->date.from - best.from).count()));
    if (!out.key_b || days > out.size) out.key_b = merged.event->from_where.key;
    out.size = std::max(out.size, days);
    const Event* recognition = recognition_within(shelf, merged.event->date);
    if (!recognition) continue;
    words.text(fmt::format("; recognition was {}", on_date(recognition->date))).cite(*recognition);
    out.reading = fmt::format("“{}” confuses recognition with relations: recognition fell {}, relations were taken up {}.",
                              human_date(merged.event->date), on_date(recognition->date), on_date(best));
  }
  out.said = words.done();
  return {std::move(out)};
}

namespace {

// Embassies that several lists name are one conflict: the same two states and the same city, or a list that names none.
std::vector<std::vector<const facts::Mission*>> by_post(const std::vector<const facts::Mission*>& all) {
  std::vector<std::vector<const facts::Mission*>> out;
  for (const facts::Mission* m : all) {
    const auto same = std::ranges::find_if(out, [&](const auto& post) {
      return post.front()->sending == m->sending && (post.front()->city == m->city || post.front()->city.empty() || m->city.empty());
    });
    if (same == out.end()) out.push_back({m});
    else same->push_back(m);
  }
  return out;
}

}  // namespace

std::vector<Disputed> disputed_missions(const Shelf& shelf) {
  const RelationsState state = status_of(shelf);
  std::vector<Disputed> out;
  for (const auto& post : by_post(embassies_without_relations(shelf, state))) {
    const facts::Mission* m = post.front();
    Disputed d;
    d.kind = "mission_without_relations";
    d.key_a = m->from_where.key;
    d.title = fmt::format("An embassy of {} in {} without diplomatic relations?", in_text(shelf.state(m->sending)), in_text(shelf.state(m->receiving)));
    Words words(shelf);
    for (const facts::Mission* one : post) {
      if (one->city.size() > m->city.size()) m = one;
      const std::string said = fmt::format("{}{}", publisher_in_text(shelf.source(one->from_where.source)), listed_words(*one));
      words.text(words.empty() ? capitalised(said) : "; " + said).cite(*one);
    }
    words.text(fmt::format("{} named one{}", post.size() > 1 ? ":" : "", m->city.empty() ? "" : fmt::format(" in {}", m->city)));
    if (state.made_by && state.status != RelationsStatus::never_established) {
      words.text(fmt::format("; relations were {} {}", state.status == RelationsStatus::severed ? "severed" : "suspended", on_date(state.made_by->date)));
      words.cite(*state.made_by);
      d.key_b = state.made_by->from_where.key;
      for (const facts::Mission* one : post) {
        if (one->as_listed_on.known()) d.size = std::max(d.size, static_cast<double>((one->as_listed_on.to - state.made_by->date.to).count()));
      }
    }
    d.said = words.done();
    d.reading = "Lists of missions often keep posts that have closed.";
    out.push_back(std::move(d));
  }
  return out;
}

namespace {

struct TwoSides {
  const Observation* from_side = nullptr;
  const Observation* to_side = nullptr;
};

// The latest end of a year at which both report the position in one currency; estimates are no second voice (rules.md 7).
TwoSides latest_positions(const Shelf& shelf, StateId from, StateId to) {
  const auto sent = pick_all(shelf, {"fdi_outward_stock", from, to, from, true});
  const auto received = pick_all(shelf, {"fdi_inward_stock", from, to, to, true});
  TwoSides out;
  for (const Observation* s : sent) {
    if (!s->usable() || s->value <= 0) continue;
    for (const Observation* r : received) {
      if (!r->usable() || r->value <= 0 || r->currency != s->currency || r->period_start != s->period_start || r->period_months != s->period_months) continue;
      if (!out.from_side || s->period_start > out.from_side->period_start) out = {s, r};
    }
  }
  return out;
}

// The two sides side by side where they differ by a tenth or more, in dollars where they book in different currencies.
std::optional<Disputed> differing(const Shelf& shelf, Money& rates, const TwoSides& sides, std::string_view what) {
  const auto sent = rates.value_in(*sides.from_side, "USD"), received = rates.value_in(*sides.to_side, "USD");
  if (!sent || !received || *sent <= 0 || *received <= 0) return std::nullopt;
  const auto [factor, rounded] = distance_of(shelf, *sides.from_side, *sent, *sides.to_side, *received);
  if (factor < 1.1) return std::nullopt;
  const StateId from = sides.from_side->from, to = sides.from_side->to;
  Disputed d;
  d.kind = what.find("investment") == std::string_view::npos ? "trade_mirror" : "fdi_mirror";
  d.size = factor;
  d.is_small = std::max(*sent, *received) < 50e6;
  d.key_a = sides.from_side->from_where.key;
  d.key_b = sides.to_side->from_where.key;
  d.title = fmt::format("{}, {}?", fmt::format(fmt::runtime(what), in_text(shelf.state(from)), in_text(shelf.state(to))), period_words(*sides.from_side));
  Words words(shelf);
  const auto side = [&](StateId who, const Observation& o, double usd) {
    words.text(fmt::format("{} books ", words.empty() ? capitalised(in_text(shelf.state(who))) : in_text(shelf.state(who)))).figure(o);
    if (o.currency != "USD") words.text(fmt::format(" ({})", converted_money(usd, "USD")));
    words.cite(o);
  };
  side(from, *sides.from_side, *sent);
  words.text(", ");
  side(to, *sides.to_side, *received);
  words.text(fmt::format("; they differ by {}{}", rounded ? "at least " : "", factor_words(factor)));
  d.said = words.done();
  return d;
}

}  // namespace

std::vector<Disputed> disputed_mirrors(const Shelf& shelf) {
  std::vector<Disputed> out;
  Money rates(shelf);
  const TradeBooks books = trade_books(shelf);
  for (const StateId exporter : {shelf.facts.a, shelf.facts.b}) {
    const Ends ends = latest_mirror(books, exporter);
    if (!ends || within_margin(ends, ends.one->value, rates.value_in(*ends.other, ends.one->currency).value_or(0))) continue;
    auto d = differing(shelf, rates, {ends.one, ends.other}, "How much trade in goods from {} to {}");
    if (!d) continue;
    for (const auto& reading : mirror_readings(shelf, ends, d->size)) {
      // A remark that holds for both sides' figures is one remark.
      const std::string words = to_plain(reading);
      if (d->reading.find(words) == std::string::npos) d->reading += (d->reading.empty() ? "" : " ") + words;
    }
    out.push_back(std::move(*d));
  }
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    const TwoSides sides = latest_positions(shelf, from, to);
    if (!sides.from_side) continue;
    if (auto d = differing(shelf, rates, sides, "How much direct investment from {} in {}")) out.push_back(std::move(*d));
  }
  return out;
}

namespace {

struct Count {
  std::string_view indicator, words;
};
constexpr std::array<Count, 5> counts = {{{"affiliates_registered", "registered"},
                                          {"affiliates_active", "active"},
                                          {"affiliates_represented", "represented"},
                                          {"affiliates_controlled", "majority-owned"},
                                          {"joint_ventures", "joint ventures"}}};

}  // namespace

std::vector<std::string_view> counted_indicators() {
  std::vector<std::string_view> out;
  for (const Count& c : counts) out.push_back(c.indicator);
  return out;
}

std::vector<Disputed> disputed_counts(const Shelf& shelf) {
  std::vector<Disputed> out;
  for (const auto& [home, host] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    struct Row {
      const Observation* o;
      std::string_view words;
    };
    std::vector<Row> rows;
    std::set<std::string> voices;
    for (const Count& c : counts) {
      for (const Observation* o : pick_all(shelf, {c.indicator, home, host, {}, false, false})) {
        if (!o->has_value) continue;
        rows.push_back({o, c.words});
        voices.insert(voice(shelf, o->from_where));
      }
    }
    voices.erase("");
    if (rows.size() < 2 || voices.size() < 2) continue;
    std::ranges::stable_sort(rows, {}, [](const Row& r) { return r.o->value; });
    const double factor = rows.front().o->value > 0 ? rows.back().o->value / rows.front().o->value : 0;
    if (factor < 1.1) continue;
    Disputed d;
    d.kind = "count";
    d.size = factor;
    d.key_a = rows.front().o->from_where.key;
    d.key_b = rows.back().o->from_where.key;
    d.title = fmt::format("How many companies of {} are in {}?", in_text(shelf.state(home)), in_text(shelf.state(host)));
    Words words(shelf);
    for (const Row& row : rows) {
      if (!words.empty()) words.text("; ");
      words.figure(figure_of(*row.o)).text(fmt::format(" {} ({}, {})", row.words, period_words(*row.o), publisher_words(shelf.source(row.o->from_where.source))));
      words.cite(*row.o);
    }
    d.said = words.done();
    d.reading = "They count different things at different times: registered, active, represented and majority-owned companies and joint ventures are not one figure.";
    out.push_back(std::move(d));
  }
  return out;
}

std::vector<Disputed> disputed_totals(const Shelf& shelf) {
  std::map<std::pair<int, std::string>, std::vector<const Observation*>> years;
  for (const Observation* o : pick_all(shelf, {"goods_trade_total", {}, {}, {}})) {
    if (o->usable() && o->value > 0) years[{o->year(), std::string(o->currency)}].push_back(o);
  }
  std::vector<Disputed> out;
  for (auto& [year, rows] : years) {
    std::set<std::string> voices;
    for (const Observation* o : rows) voices.insert(voice(shelf, o->from_where));
    voices.erase("");
    std::ranges::stable_sort(rows, {}, &Observation::value);
    const double factor = rows.back()->value / rows.front()->value;
    if (voices.size() < 2 || factor < 1.1) continue;
    Disputed d;
    d.kind = "total";
    d.size = factor;
    d.key_a = rows.front()->from_where.key;
    d.key_b = rows.back()->from_where.key;
    d.title = fmt::format("Trade both ways, {}", year.first);
    Words words(shelf);
    for (const Observation* o : rows) {
      if (!words.empty()) words.text("; ");
      words.figure(*o).text(fmt::format(" ({})", publisher_words(shelf.source(o->from_where.source)))).cite(*o);
    }
    d.said = words.done();
    d.reading = "A total does not say whose books were added.";
    out.push_back(std::move(d));
  }
  return out;
}

namespace {

// Where the facts behind a key stand, over all tables of the pair.
std::vector<facts::Provenance> places_of(const Shelf& shelf, std::initializer_list<std::uint64_t> keys) {
  std::vector<facts::Provenance> out;
  const auto look = [&](const auto& range) {
    for (const auto& fact : range) {
      if (fact.from_where.key && std::ranges::find(keys, fact.from_where.key) != keys.end()) out.push_back(fact.from_where);
    }
  };
  look(shelf.facts.observations), look(shelf.facts.events), look(shelf.facts.missions), look(shelf.facts.presences), look(shelf.facts.agreements);
  return out;
}

bool is_of_pair(facts::Text kind) {
  constexpr std::array<std::string_view, 6> kinds = {"relations_date", "mission_without_relations", "trade_mirror", "fdi_mirror", "count", "total"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

std::vector<Disputed> disputed_by_edition(const Shelf& shelf) {
  std::vector<Disputed> out;
  for (const facts::Disagreement& row : shelf.facts.disagreements) {
    if (is_of_pair(row.kind)) continue;
    const auto from = places_of(shelf, {row.key_a, row.key_b});
    std::set<std::string> voices;
    for (const auto& one : from) voices.insert(voice(shelf, one));
    // Revisions are one publisher's: there the distance between its own editions is what is told.
    if (row.kind != "revision" && from.size() > 1 && voices.size() < 2) continue;
    Disputed d;
    d.kind = std::string(row.kind);
    d.title = std::string(row.title);
    d.size = row.size;
    d.key_a = row.key_a;
    d.key_b = row.key_b;
    Words words(shelf);
    words.text(row.said.empty() ? join_words(publishers(shelf, from)) : std::string(row.said)).cite(from);
    d.said = words.done();
    d.reading = std::string(row.reading);
    out.push_back(std::move(d));
  }
  return out;
}

int consequence_of(const Disputed& d) {
  if (d.kind == "mission_without_relations") return 1;
  if (d.kind == "relations_date") return 2;
  return d.size >= 2 && !d.is_small ? 3 : 4;
}

std::string unit_of(std::string_view kind) {
  return kind == "mission_without_relations" || kind == "relations_date" ? "days" : "factor";
}

std::vector<Disputed> disputes_of_pair(const Shelf& shelf) {
  std::vector<Disputed> out;
  for (auto* finder : {disputed_relations_dates, disputed_missions, disputed_mirrors, disputed_totals, disputed_counts}) {
    for (Disputed& one : finder(shelf)) out.push_back(std::move(one));
  }
  std::ranges::stable_sort(out, {}, [](const Disputed& d) { return std::pair(consequence_of(d), -d.size); });
  return out;
}

}  // namespace comity::dossier
