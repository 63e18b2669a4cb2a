// Tariffs that one of the two may levy on the other's goods: the lowest preferential ones, product by product, as notified, and each one's
// average on goods of all the world, which is no tariff on the other. Within a customs union there are none.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Observation;

constexpr std::size_t most_products = 40;

// The customs union that both belonged to on the day; empty where there is none.
std::string_view union_of(const Shelf& shelf, Day day) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> unions = {{{"EU", "the European Union"}, {"EAEU", "the Eurasian Economic Union"}}};
  for (const auto& [key, name] : unions) {
    if (is_inside(*shelf.facts.of_a, key, day) && is_inside(*shelf.facts.of_b, key, day)) return name;
  }
  return {};
}

// The state's membership of the European Union on the day of the status, whose members levy one tariff towards all others; null outside it.
const facts::Membership* union_membership(const Shelf& shelf, StateId of) {
  const facts::StateFacts& facts = of == shelf.facts.a ? *shelf.facts.of_a : *shelf.facts.of_b;
  if (!is_inside(facts, "EU", status_day(shelf))) return nullptr;
  for (const facts::Membership& m : facts.in("EU")) {
    if (!m.to.known()) return &m;
  }
  return nullptr;
}

// The newest year's tariffs of one on goods of the other, a product each; of one product the newest source's.
std::vector<const Observation*> preferences(const Shelf& shelf, StateId of, StateId goods_of) {
  std::map<std::string_view, const Observation*> by_product;
  int newest = 0;
  for (const Observation& o : shelf.observations("tariff_preferential_lowest")) {
    if (o.from != of || o.to != goods_of || !o.usable() || !is_within(shelf, o) || o.is(facts::planned) || is_fixture(shelf.source(o.from_where.source))) continue;
    if (o.year() > newest) newest = o.year(), by_product.clear();
    if (o.year() < newest) continue;
    const Observation*& had = by_product[std::string_view(o.product)];
    if (!had || shelf.source(o.from_where.source).as_of > shelf.source(had->from_where.source).as_of) had = &o;
  }
  std::vector<const Observation*> out;
  for (const auto& [product, o] : by_product) out.push_back(o);
  return out;
}

void add_products(Section& section, const Shelf& shelf, StateId of, StateId goods_of, const std::vector<const Observation*>& all) {
  document::Table table;
  table.caption = fmt::format("Lowest preferential tariff of {} on goods of {}, {}", in_text(shelf.state(of)), in_text(shelf.state(goods_of)), period_words(*all.front()));
  if (all.size() > most_products) table.caption += fmt::format(": the first {} of {} products", most_products, all.size());
  table.columns = {{"Product", "", false}, {"Tariff", "percent", true}};
  table.folded = true;
  for (const Observation* o : all | std::views::take(most_products)) {
    const std::string code = fmt::format("{}{}{}", o->product_scheme, o->product_scheme.empty() ? "" : " ", o->product);
    table.rows.push_back({plain(o->note.empty() ? code : fmt::format("{} ({})", o->note, code)), Words(shelf).figure(*o).cite(*o).done()});
  }
  section.blocks.push_back(std::move(table));
}

void add_preferences(Section& section, const Shelf& shelf, StateId of, StateId goods_of) {
  const auto all = preferences(shelf, of, goods_of);
  if (all.empty()) return;
  const auto [least, most] = std::ranges::minmax_element(all, {}, [](const Observation* o) { return o->value; });
  const auto free = std::size_t(std::ranges::count_if(all, [](const Observation* o) { return o->value == 0; }));
  std::vector<facts::Provenance> rows;
  for (const Observation* o : all) rows.push_back(o->from_where);
  Words words(shelf);
  words.text(fmt::format("{} notified preferential tariffs on ", capitalised(in_text(shelf.state(of))))).figure(count(double(all.size()), "products"));
  words.text(fmt::format(" product{} of {} {}", all.size() == 1 ? "" : "s", in_text(shelf.state(goods_of)), in_period(*all.front()))).cite_rows(rows);
  if (free == all.size()) {
    words.text(all.size() == 1 ? ", which may enter free of duty" : ", all of which may enter free of duty");
  } else if ((*least)->value == (*most)->value) {
    words.text(all.size() == 1 ? ", at the lowest " : ", each at the lowest ").figure(**least);
  } else {
    words.text(", at the lowest from ").figure(**least).text(" to ").figure(**most);
    if (free > 0) words.text(fmt::format(" ({} free of duty)", free)).cite_rows(rows);
  }
  words.text(". ").age(end_of(*all.front())).text(" A preference must be claimed, and the rules of origin met; a product without one pays the tariff that all pay.");
  section.blocks.push_back(words.paragraph());
  add_products(section, shelf, of, goods_of, all);
}

// On goods of all the world: what a state levies as a rule.
// `told`: the other's is told, so that a reader would look for this one's.
void add_averages(document::List& list, const Shelf& shelf, StateId of, bool told) {
  // Of a pair that has ended, what the survivor levies today says nothing.
  const auto latest = [&](std::string_view indicator) {
    const Observation* o = pick_latest_of(shelf, of, indicator);
    return o && o->period_start <= status_day(shelf) ? o : nullptr;
  };
  const Observation* simple = latest("tariff_simple_average");
  const Observation* weighted = latest("tariff_weighted_average");
  const facts::Membership* member = union_membership(shelf, of);
  if (!simple && !weighted) {
    if (member) list.items.push_back(Words(shelf).text(fmt::format("{} levies the common tariff of the European Union, of which no average is read here", capitalised(in_text(shelf.state(of))))).cite(*member).done());
    else if (told) list.items.push_back(Words(shelf).text(fmt::format("{} average tariff on goods of all the world: no figure in the sources of this edition", capitalised(possessive(in_text(shelf.state(of)))))).done());
    return;
  }
  Words words(shelf);
  words.text(fmt::format("{} average tariff on goods of all the world: ", capitalised(possessive(in_text(shelf.state(of))))));
  for (const auto& [o, how] : {std::pair(simple, "every product counting alike"), std::pair(weighted, "weighted by its imports")}) {
    if (!o) continue;
    if (o == weighted && simple) words.text("; ");
    words.figure(*o).text(fmt::format(" {}, {}{}", in_period(*o), how, o->note.empty() ? "" : fmt::format(" ({})", o->note))).age(end_of(*o)).cite(*o);
  }
  const Observation* newest = !simple || (weighted && weighted->period_start > simple->period_start) ? weighted : simple;
  if (member && member->from.known() && end_of(*newest) < member->from.from) {
    words.text(fmt::format("; a tariff of before it joined the European Union on {}, whose common tariff it levies since", human_date(member->from))).cite(*member);
  }
  list.items.push_back(words.done());
}

bool has_average(const Shelf& shelf, StateId of) { return pick_latest_of(shelf, of, "tariff_simple_average") || pick_latest_of(shelf, of, "tariff_weighted_average"); }

}  // namespace

Section tariffs_section(const Shelf& shelf) {
  Section section;
  section.id = "tariffs";
  section.title = "Tariffs";
  for (const auto& [of, goods_of] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) add_preferences(section, shelf, of, goods_of);
  document::List averages;
  const std::string_view inside = union_of(shelf, status_day(shelf));
  // Of a thin pair what each levies on all the world says nothing about the two.
  if (!section.blocks.empty() || !inside.empty() || !is_thin(shelf)) {
    // Where neither has a figure there is nothing to miss the other's by.
    const bool any = has_average(shelf, shelf.facts.a) || has_average(shelf, shelf.facts.b);
    for (const StateId state : {shelf.facts.a, shelf.facts.b}) {
      if (any) add_averages(averages, shelf, state, inside.empty());
    }
  }
  if (!averages.items.empty()) {
    section.blocks.push_back(Words(shelf).text(inside.empty() ? std::string("What each levies on imports as a rule; tariffs on goods of the other may be lower where an agreement says so.")
                                                              : fmt::format("Both belong to {}, a customs union: between the two there are no tariffs. Towards others:", inside)).paragraph());
    section.blocks.push_back(std::move(averages));
  }
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("tariffs on each other’s goods", covering_words(shelf, "tariff_preferential_lowest"), "the World Trade Organization"));
  }
  return section;
}

}  // namespace comity::dossier
