#include "comity/dossier/detail/glance_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/detail/disputes.hpp"
#include "comity/dossier/detail/investment_lines.hpp"
#include "comity/dossier/detail/leaders.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/mission_lists.hpp"
#include "comity/dossier/detail/people_lines.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/detail/trade_sides.hpp"
#include "comity/dossier/detail/votes.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Inlines;
using facts::Event;
using facts::Observation;

// What may stand at a glance: dated and not modelled (rules.md 23).
bool may_stand(const Observation* o) { return o && !o->is(facts::undated) && o->origin != facts::Origin::modelled && !o->is(facts::planned); }

const Observation* newest(const Shelf& shelf, std::initializer_list<std::string_view> indicators, StateId from, StateId to) {
  const Observation* out = nullptr;
  for (const std::string_view indicator : indicators) {
    for (const Observation* o : pick_all(shelf, {indicator, from, to, {}})) {
      if (!o->usable() || !may_stand(o) || is_on_other_basis(o->variant)) continue;
      const bool better = !out || end_of(*o) > end_of(*out) ||
                          (end_of(*o) == end_of(*out) && shelf.source(o->from_where.source).as_of > shelf.source(out->from_where.source).as_of);
      if (better) out = o;
    }
  }
  return out;
}

void separate(Words& words) {
  if (!words.empty()) words.text("; ");
}

}  // namespace

Inlines glance_relations(const Shelf& shelf) {
  const RelationsState state = status_of(shelf);
  const bool any = state.status != RelationsStatus::unknown || state.ambiguous || state.listed_as_cut || state.embassy_after;
  Words words(shelf);
  if (any) words.add(status_sentence(shelf, state));
  // Where one voice gives two days, neither is told alone. What several voices say stands where the sources disagree.
  if (const auto others = other_starts(shelf, state); any && !others.empty() && disputed_relations_dates(shelf).empty()) {
    std::vector<std::string> days;
    std::vector<facts::Provenance> from;
    for (const MergedEvent& merged : others) {
      days.push_back(human_date(merged.event->date));
      for (const auto& one : merged.from()) from.push_back(one);
    }
    words.text(fmt::format(" {} given for the beginning as well.", capitalised(fmt::format("{} {}", join_words(days), days.size() == 1 ? "is" : "are")))).cite(from);
  }
  for (const MergedEvent& merged : recognitions(shelf)) {
    if (!words.empty()) words.text(" ");
    add_recognition(words, shelf, merged);
  }
  if (words.empty()) say_predecessors_date(words, shelf);
  if (words.empty() && is_territory_pair(shelf)) words.text(no_relations_of_a_territory);
  if (words.empty() && covering_words(shelf, "relations") != nobody_covers) {
    words.text("None recorded in the lists read here, which are not complete");
  }
  if (!any && !words.empty()) {
    if (const std::string end = end_words(shelf); !end.empty()) words.text(words.ends_with('.') ? " " : ". ").text(end);
  }
  for (const std::string& note : standing_notes(shelf)) words.text(words.empty() ? "" : words.ends_with('.') ? " " : ". ").text(note);
  return words.done();
}

// Of two states that are, what was looked for and not found; a territory keeps no missions.
void say_no_post(Words& words, const Shelf& shelf) {
  if (is_territory_pair(shelf) || status_day(shelf) < edition_day(shelf.context) || covering_words(shelf, "missions") == nobody_covers) return;
  const bool accredited = !accreditations(shelf, shelf.facts.a, shelf.facts.b).empty() || !accreditations(shelf, shelf.facts.b, shelf.facts.a).empty();
  words.text(accredited ? "None resident in the lists read here; accredited from elsewhere" : "None named in the lists read here, which are not complete");
}

Inlines glance_missions(const Shelf& shelf) {
  Words words(shelf);
  bool names_post = false;
  for (const auto& [sender, host] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    std::vector<const Post*> embassies, others;
    const std::vector<Post> posts = open_posts(shelf, sender, host);
    for (const Post& post : posts) (is_embassy_class(post.mission->kind) ? embassies : others).push_back(&post);
    if (embassies.empty() && others.empty()) continue;
    separate(words);
    words.text(fmt::format("{} in {}: ", shelf.state(sender).name, in_text(shelf.state(host))));
    if (embassies.empty()) {
      const facts::Mission& other = *others.front()->mission;
      const std::string what = others.size() > 1 ? count_of(others.size(), "other post", "other posts")
                               : other.city.empty() ? std::string(mission_words(other.kind))
                                                    : fmt::format("{} in {}", mission_words(other.kind), other.city);
      words.text(fmt::format("no embassy listed, {}", what)).cite(others.front()->from());
      const facts::Mission& newest = *others.front()->all.front();  // of the lists that name it
      if (others.size() == 1) words.text(fmt::format(", listed{}", last_listed_words(newest)));
      if (newest.as_listed_on.known()) words.age(newest.as_listed_on.to);
      names_post = names_post || std::ranges::any_of(others, [](const Post* p) { return is_consular_class(p->mission->kind); });
      continue;
    }
    names_post = true;
    const Post& embassy = *embassies.front();
    words.text(post_words(shelf, *embassy.mission)).text(embassy.mission->city.empty() ? "" : fmt::format(" in {}", embassy.mission->city));
    words.text(fmt::format(", listed{}", last_listed_words(*embassy.all.front()))).cite(embassy.all.front()->from_where);
    if (embassy.all.front()->as_listed_on.known()) words.age(embassy.all.front()->as_listed_on.to);
    if (const facts::Mission* elsewhere = accredited_since(shelf, sender, host)) words.text(fmt::format(", but accredited from elsewhere by a list of {}", human_date(elsewhere->as_listed_on))).cite(*elsewhere);
    if (!others.empty()) {
      std::vector<facts::Provenance> from;
      for (const Post* post : others) from.push_back(post->mission->from_where);
      words.text(fmt::format(", and {}", count_of(others.size(), "other post", "other posts"))).cite(from);
    }
  }
  const RelationsState relations = status_of(shelf);
  const RelationsStatus status = relations.status;
  if (!embassies_during_breaks(shelf, relations).empty()) words.text("; by the events above the two had no diplomatic relations when the list was made");
  if (names_post && (status == RelationsStatus::severed || status == RelationsStatus::suspended)) words.text(resumption_agreed(shelf, relations) ? "; that relations have been resumed is recorded nowhere here, whatever a list names" : "; by the events above the two have no diplomatic relations now, whatever a list names");
  if (words.empty()) say_no_post(words, shelf);
  return words.done();
}

Inlines glance_leaders(const Shelf& shelf) { return leaders_line(shelf); }

namespace {

// "; Astana is 4 hours ahead in standard time"
std::string hours_words(double hours, const world::Capital& a, const world::Capital& b) {
  if (hours == 0) return ", in the same standard time";
  const double size = std::abs(hours);
  const std::string much = size < 1 ? fmt::format("{:.0f} minutes", size * 60) : fmt::format("{} {}", human_number(size, 2), size == 1 ? "hour" : "hours");
  return fmt::format("; {} is {} {} {} in standard time", b.city, much, hours > 0 ? "ahead of" : "behind", a.city);
}

// "Rabat", "El Aaiún (seat or chief town; there is no capital)", "Hong Kong", which is the town itself
std::string seat_words(const world::Capital& seat, const world::State& whose) {
  return seat.role == "capital" || seat.city == whose.name ? seat.city : seat.city + " (seat or chief town; there is no capital)";
}

}  // namespace

Inlines glance_distance(const Shelf& shelf) {
  Words words(shelf);
  const Observation* border = newest(shelf, {"border_km"}, {}, {});
  const Day day = status_day(shelf);
  const world::Capital* a = shelf.context.states->capital(shelf.facts.a, day);
  const world::Capital* b = shelf.context.states->capital(shelf.facts.b, day);
  if (border && border->value > 0) words.text("a common border of ").figure({human_number(border->value, border->value < 10 ? 2 : 0), border->value, "km"}).text("\u00a0km").cite(*border);
  const Observation* measured = newest(shelf, {"distance_capitals_km"}, {}, {});
  if (!measured && !(a && b)) return words.done();
  // Our own geodesic between the capitals of the day, where no source of the edition gives it (rules.md 28).
  const double km = measured ? measured->value : world::distance_km(a->latitude, a->longitude, b->latitude, b->longitude);
  // Two capitals claimed in one city (Israel, Palestine) are no distance.
  constexpr double one_city_km = 1;
  if (km < one_city_km) return words.done();
  separate(words);
  const bool capitals = a && b && a->role == "capital" && b->role == "capital";
  words.figure(count(std::round(km), "km")).text(capitals || !a || !b ? "\u00a0km between the capitals" : "\u00a0km");
  if (a && b) {
    words.text(capitals ? fmt::format(", {} and {}", a->city, b->city) : fmt::format(" between {} and {}", seat_words(*a, shelf.state(shelf.facts.a)), seat_words(*b, shelf.state(shelf.facts.b))));
    // A zone is that of today's clocks: Saigon's were another hour when it was a capital.
    if (const auto hours = day < edition_day(shelf.context) ? std::nullopt : world::hours_apart(a->timezone, b->timezone)) words.text(hours_words(*hours, *a, *b));
  }
  if (measured) words.cite(*measured);
  else words.cite_table("data/capitals.csv", "Register of states: capitals with their days, positions and time zones");
  // A capital that others do not accept as one is not told without that.
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    for (const PolicyRow* row : policies_of(shelf, "capital_notes", id)) words.text(words.ends_with('.') ? " " : ". ").add(policy_sentence(shelf, *row));
  }
  return words.done();
}

Inlines glance_size(const Shelf& shelf) {
  Words words(shelf);
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    const Observation* people = pick_latest_of(shelf, id, "population");
    const Observation* gdp = pick_latest_of(shelf, id, "gdp");
    // Of a pair that has ended, figures of today's survivor say nothing.
    const auto within = [&](const Observation* o) { return may_stand(o) && o->period_start <= status_day(shelf); };
    if (!within(people)) people = nullptr;
    if (!within(gdp)) gdp = nullptr;
    if (!people && !gdp) continue;
    separate(words);
    words.text(shelf.state(id).name + ": ");
    if (people) {
      const bool millions = people->value >= 1e6;
      document::Figure figure{millions ? human_money(people->value, "") : human_number(people->value), people->value, "persons"};
      words.figure(std::move(figure)).text(fmt::format(" people ({})", period_words(*people))).age(end_of(*people)).cite(*people);
    }
    if (gdp) words.text(people ? ", GDP " : "GDP ").figure(*gdp).text(fmt::format(" ({})", period_words(*gdp))).age(end_of(*gdp)).cite(*gdp);
  }
  return words.done();
}

namespace {

void add_share(Words& words, const Shelf& shelf, const Observation& o, StateId reporter, std::string_view of_what) {
  const facts::Standing* s = standing_of(shelf, o, reporter);
  if (!s || s->total <= 0) return;
  words.text(fmt::format(" ({} of its {}", share_text(s->value, s->total), of_what));
  if (s->rank) words.text(fmt::format(", rank {} of {}", s->rank, s->partners));
  words.text(")");
}

// The last day of which a side speaks.
std::optional<Day> last_day_of(const TradeSide& side) {
  std::optional<Day> out;
  for (const Observation* o : {side.exports, side.imports}) {
    if (o) out = std::max(out.value_or(end_of(*o)), end_of(*o));
  }
  return out;
}

void add_side(Words& words, const Shelf& shelf, const TradeSide& side) {
  if (!side.any()) return;
  separate(words);
  const std::string name = in_text(shelf.state(side.reporter));
  words.text(fmt::format("{} books, {}: ", words.empty() ? capitalised(name) : name, period_words(side.exports ? *side.exports : *side.imports)));
  if (side.exports) {
    words.text("exports ").figure(*side.exports);
    add_share(words, shelf, *side.exports, side.reporter, "exports");
    words.cite(*side.exports);
  }
  if (side.imports) {
    words.text(side.exports ? ", imports " : "imports ").figure(*side.imports);
    add_share(words, shelf, *side.imports, side.reporter, "imports");
    words.cite(*side.imports);
  }
}

}  // namespace

Inlines glance_trade(const Shelf& shelf) {
  const TradeSides sides = latest_trade(shelf);
  Words words(shelf);
  const auto a = last_day_of(sides.a), b = last_day_of(sides.b);
  // Sides of different years are of different ages; of one year the badge stands once.
  const bool apart = a && b && years_between(*a, edition_day(shelf.context)) != years_between(*b, edition_day(shelf.context));
  add_side(words, shelf, sides.a);
  if (apart) words.age(*a);
  add_side(words, shelf, sides.b);
  if (apart) words.age(*b);
  else if (a || b) words.age(std::max(a.value_or(first_day), b.value_or(first_day)));
  return words.done();
}

Inlines glance_products(const Shelf& shelf) {
  Words words(shelf);
  for (const StateId from : {shelf.facts.a, shelf.facts.b}) {
    std::vector<const Observation*> all;
    for (const std::string_view indicator : {"goods_exports", "goods_imports"}) {
      for (const Observation& o : shelf.observations(indicator)) {
        const bool part = !o.product.empty() && o.product != "total" && o.from == from && o.usable() && o.value > 0;
        // One set of books only: the exporter's where it speaks, so that nothing is counted twice.
        if (part && may_stand(&o) && !is_fixture(shelf.source(o.from_where.source)) && o.side != facts::Side::third) all.push_back(&o);
      }
    }
    if (all.empty()) continue;
    const auto order = [](const Observation* o) { return std::tuple(end_of(*o), o->side == facts::Side::from_side, o->product_scheme); };
    const auto best = *std::ranges::max_element(all, {}, order);
    std::erase_if(all, [&](const Observation* o) { return order(o) != order(best) || o->from_where.source != best->from_where.source; });
    std::ranges::stable_sort(all, std::greater<>(), &Observation::value);
    separate(words);
    words.text(fmt::format("from {}, {}: ", in_text(shelf.state(from)), period_words(*best)));
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 3); ++i) {
      const Observation& o = *all[i];
      words.text(i ? ", " : "").text(o.note.empty() ? fmt::format("{} {}", o.product_scheme, o.product) : std::string(o.note)).text(" ").figure(o).cite(o);
    }
    words.age(end_of(*best));
  }
  return words.done();
}

Inlines glance_investment(const Shelf& shelf) {
  Words words(shelf);
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    const Observation* o = newest(shelf, {"fdi_outward_stock", "fdi_inward_stock"}, from, to);
    // A newer cell that is withheld is part of the finding.
    std::vector<const Observation*> withheld;
    for (const std::string_view indicator : {"fdi_outward_stock", "fdi_inward_stock"}) {
      for (const Observation* cell : pick_all(shelf, {indicator, from, to, {}})) {
        const bool later = !o || (end_of(*cell) > end_of(*o) && cell->indicator == o->indicator && cell->reporter == o->reporter);
        const bool one_book = withheld.empty() || (cell->indicator == withheld.front()->indicator && cell->reporter == withheld.front()->reporter);
        if (!cell->has_value && cell->absence == Absence::confidential && later && one_book) withheld.push_back(cell);
      }
    }
    if (!o && withheld.empty()) continue;
    separate(words);
    words.text(fmt::format("of {} in {}: ", in_text(shelf.state(from)), in_text(shelf.state(to))));
    if (o) words.figure(*o).text(fmt::format(" {} {}", in_period(*o), reporter_words(shelf, *o))).age(end_of(*o)).cite(*o);
    if (!withheld.empty()) words.text(o ? ", " : "").text(fmt::format("confidential {}", withheld_years(withheld))).cite(*withheld.front());
  }
  return words.done();
}

Inlines glance_people(const Shelf& shelf) {
  struct Basis {
    std::string_view indicator, words;
  };
  constexpr std::array<Basis, 3> bases = {{{"migrant_stock_born", "born in {} living in {}"},
                                           {"migrant_stock_citizen", "citizens of {} living in {}"},
                                           {"migrant_stock_mixed", "from {} living in {}"}}};
  Words words(shelf);
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    const Observation* o = newest(shelf, {bases[0].indicator, bases[1].indicator, bases[2].indicator}, from, to);
    if (!o) continue;
    const std::string& id = shelf.context.indicators[o->indicator.value].id;
    const Basis& basis = *std::ranges::find(bases, id, &Basis::indicator);
    separate(words);
    const std::string_view what = is_mostly_refugees(shelf, *o) ? "from {} living in {}, most of them refugees" : basis.words;
    words.figure(*o).text(" " + fmt::format(fmt::runtime(what), in_text(shelf.state(from)), in_text(shelf.state(to))));
    words.text(fmt::format(" ({})", period_words(*o))).age(end_of(*o)).cite(*o);
  }
  return words.done();
}

Inlines glance_framework(const Shelf& shelf) {
  Words words(shelf);
  for (const std::string_view kind : {"bilateral_investment_treaty", "double_taxation", "trade_agreement", "partnership_cooperation"}) {
    const facts::Agreement* g = standing_agreement(shelf, kind);
    if (!g) continue;
    separate(words);
    const ToldAgreement told = told_agreement(shelf, *g);
    words.text(fmt::format("{} ({})", agreement_phrase(shelf, told.row), agreement_dates(told.row))).cite(told.from());
  }
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    const auto rules = pick_all(shelf, {"visa_rule", from, to, {}});
    if (rules.empty() || visa_rule_words(*rules.back()).empty()) continue;
    const Observation& o = *rules.back();
    separate(words);
    words.text(fmt::format("{} into {}: {} ({})", citizens_words(shelf, from), in_text(shelf.state(to)),
                           visa_rule_words(o), period_words(o)));
    words.cite(o);
  }
  return words.done();
}

Inlines glance_politics(const Shelf& shelf) {
  const std::vector<VoteYear> years = vote_years(shelf);
  if (years.empty()) return {};
  const VoteYear& last = years.back();
  const facts::Standing* of_a = standing_of(shelf, *last.agreement, shelf.facts.a);
  const facts::Standing* of_b = standing_of(shelf, *last.agreement, shelf.facts.b);
  // Without its rank the figure says nothing (rules.md 24).
  if (!(of_a && of_a->rank) && !(of_b && of_b->rank)) return {};
  Words words(shelf);
  words.text("voted alike in ").figure(*last.agreement).cite(*last.agreement);
  words.text(" of ").figure(count(last.common->value, "votes")).text(fmt::format(" common UN votes, {}", vote_period(*last.agreement))).cite(*last.common);
  for (const auto* s : {of_a, of_b}) {
    if (s && s->rank) words.text(fmt::format(", rank {} of {} for {}", s->rank, s->partners, in_text(shelf.state(s->of))));
  }
  return words.age(end_of(*last.agreement)).done();
}

Inlines glance_contacts(const Shelf& shelf) {
  Words words(shelf);
  const Trips counted = count_trips(shelf);
  for (const StateId visitor : {shelf.facts.a, shelf.facts.b}) {
    const auto it = std::ranges::find_if(counted.trips.rbegin(), counted.trips.rend(), [&](const Trip& t) { return t.visitor == visitor; });
    if (it == counted.trips.rend()) continue;
    separate(words);
    words.text(fmt::format("{} to {}, {}", it->event->person.empty() ? "a representative" : std::string(it->event->person),
                           in_text(shelf.state(it->host)), human_date(it->event->date)));
    // No last visit, but the last in a list that ends.
    const auto reach = try_parse_edtf(shelf.source(it->event->from_where.source).as_of);
    if (reach && reach->known() && years_between(reach->to, edition_day(shelf.context)) >= 1) words.text(fmt::format(", the last in a list that reaches {}", human_date(*reach)));
    words.age(it->event->date.to).cite(it->from());
  }
  // The lists know no other treaties: the newest of them is not the last that there is.
  const auto when = [](const facts::Agreement& g) { return g.signed_on.known() ? g.signed_on : g.in_force; };
  const facts::Agreement* last = nullptr;
  for (const facts::Agreement* g : own_agreements(shelf)) {
    if (g->kind == "other" && g->subject == "trade") continue;  // the Union's own treaties, of all its members
    if (when(*g).known() && (!last || when(*g).from > when(*last).from)) last = g;
  }
  if (last) {
    separate(words);
    words.text(fmt::format("newest treaty in the lists read here: {}, {} {}", last->title.empty() || last->kind == "nuclear_cooperation" ? agreement_kind_words(last->kind) : std::string_view(last->title),
                           last->signed_on.known() ? "signed" : "in force", human_date(when(*last))));
    if (has_ended(shelf, *last)) words.text(", no longer in force");
    words.cite(*last);
  }
  return words.done();
}

}  // namespace comity::dossier
