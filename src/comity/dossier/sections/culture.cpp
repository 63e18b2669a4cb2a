// Institutes, schools, twin towns, conventions that both have joined, and what sources say in words. Lists of institutes
// and twin towns are never complete here: what is not named may exist.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/languages.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Presence;

bool is_cultural(const Presence& p) { return p.kind != "company" && p.kind != "company_count" && p.kind != "bank"; }

// One institute told by two lists is one.
struct House {
  const Presence* presence = nullptr;
  std::vector<facts::Provenance> from;
};

// "Goethe-Institut Almaty" in Almaty is "Goethe-Institut".
std::string bare_name(const Presence& p) {
  std::string name = world::fold_name(p.name), city = world::fold_name(p.place);
  const std::size_t at = city.empty() ? std::string::npos : name.find(city);
  if (at != std::string::npos && city.size() < name.size()) name.erase(at, city.size());
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

// Lists name one house in two languages; then the name of its network tells that it is one.
bool same_house(const Presence& a, const Presence& b) {
  if (a.place != b.place && !a.place.empty() && !b.place.empty()) return false;
  const std::string x = bare_name(a), y = bare_name(b);
  if (x == y) return true;
  if (a.place.empty() || b.place.empty()) return false;
  const auto network = [](const Presence& p, const std::string& name) { return !name.empty() && world::fold_name(p.basis).starts_with(name); };
  return network(a, y) || network(b, x);
}

std::vector<House> houses(const Shelf& shelf, StateId home) {
  std::vector<House> out;
  for (const Presence& p : shelf.facts.presences) {
    if (p.home != home || !is_cultural(p) || p.kind == "twin_town" || (p.from_where.source && is_fixture(shelf.source(p.from_where.source)))) continue;
    const auto same = std::ranges::find_if(out, [&](const House& h) { return same_house(*h.presence, p); });
    House& house = same == out.end() ? out.emplace_back() : *same;
    if (!house.presence || (house.presence->place.empty() && !p.place.empty())) house.presence = &p;
    house.from.push_back(p.from_where);
  }
  return out;
}

// A list that only saw that its web page was gone does not say whether a house still works.
bool is_doubtful(const Presence& p) { return p.note.starts_with("page not reachable"); }

// A university that is host to a Confucius Institute is not China's.
std::string house_name(const Presence& p) {
  std::string out(p.name.empty() ? std::string(p.kind) : std::string(p.name));
  if (p.basis == "Confucius Institute" && out.find("Confucius") == std::string::npos) out = fmt::format("Confucius Institute at {}", out);
  return out;
}

std::string house_words(const Presence& p) {
  std::string out = house_name(p);
  if (!p.place.empty() && out.find(p.place) == std::string::npos) out += fmt::format(" in {}", p.place);
  return out;
}

void add_houses(Section& section, const Shelf& shelf, bool& any) {
  for (const StateId home : {shelf.facts.a, shelf.facts.b}) {
    const StateId host = home == shelf.facts.a ? shelf.facts.b : shelf.facts.a;
    std::vector<House> found = houses(shelf, home);
    if (found.empty()) continue;
    std::ranges::stable_sort(found, {}, [](const House& h) { return is_doubtful(*h.presence); });
    const auto doubtful = static_cast<std::size_t>(std::ranges::count_if(found, [](const House& h) { return is_doubtful(*h.presence); }));
    any = true;
    constexpr std::size_t most = 6;
    Words words(shelf);
    words.text(fmt::format("Institutes, schools and universities of {} in {} that the sources name: ", in_text(shelf.state(home)), in_text(shelf.state(host))));
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
      if (i > 0) words.text(", ");
      words.text(house_words(*found[i].presence)).cite(found[i].from);
    }
    if (found.size() > most) words.text(fmt::format(" and {}", count_of(found.size() - most, "other", "others")));
    words.text(".");
    if (doubtful) {
      const Presence& p = *found.back().presence;
      words.text(fmt::format(" Of the {}, the web page of {} was gone on {}: whether they still work is not known.", found.size(), doubtful == 1 ? "one" : std::to_string(doubtful), human_date(p.as_of)));
      words.cite(found.back().from);
    }
    section.blocks.push_back(words.paragraph());
    if (found.size() <= most || shelf.request.profile == Profile::brief) continue;
    document::Table table;
    table.caption = fmt::format("Institutes, schools and universities of {} in {}", in_text(shelf.state(home)), in_text(shelf.state(host)));
    table.columns = {{"Name", "", false}, {"City", "", false}, {"As of", "", false}, {"Said by", "", false}};
    table.folded = true;
    for (const House& house : found) {
      const Presence& p = *house.presence;
      table.rows.push_back({plain(house_name(p)), plain(p.place), plain((p.as_of.known() ? human_date(p.as_of) : "undated") + (is_doubtful(p) ? "; page gone" : "")),
                            Words(shelf).text(publisher_words(shelf.source(p.from_where.source))).cite(house.from).done()});
    }
    section.blocks.push_back(std::move(table));
  }
  if (any) section.blocks.push_back(Words(shelf).text("The lists of institutes are not complete: others may exist.").paragraph());
}

void add_counts(Section& section, const Shelf& shelf) {
  struct Count {
    std::string_view indicator, what;
  };
  constexpr std::array<Count, 3> counts = {{{"partner_schools", "partner schools of {} in {}"},
                                            {"teachers_posted", "teachers posted by {} to {}"},
                                            {"language_centres", "language centres of {} in {}"}}};
  document::List list;
  for (const Count& c : counts) {
    for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
      const facts::Observation* o = pick_latest(shelf, {c.indicator, from, to, {}, false, false});
      if (!o) continue;
      Words words(shelf);
      words.figure(*o).text(fmt::format(" {} ({})", fmt::format(fmt::runtime(c.what), in_text(shelf.state(from)), in_text(shelf.state(to))), period_words(*o)));
      list.items.push_back(words.age(end_of(*o)).cite(*o).done());
    }
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

void add_conventions(Section& section, const Shelf& shelf) {
  const OrganizationsOfPair both = organizations_of(shelf, is_culture_convention);
  if (both.shared.empty()) return;
  Words words(shelf);
  words.text("Both are party to ");
  for (std::size_t i = 0; i < both.shared.size(); ++i) {
    const SharedOrganization& s = both.shared[i];
    // "(Mexico 1984, Spain at a date not given)"; nothing where the table dates neither.
    const auto year = [](const facts::Membership& m) { return m.from.known() ? std::to_string(year_of(m.from.from)) : std::string("at a date not given"); };
    if (i > 0) words.text(i + 1 == both.shared.size() ? " and " : ", ");
    const std::string name = "the " + s.organization->name;
    words.text(name);
    if (s.a->from.known() || s.b->from.known()) words.text(fmt::format(" ({} {}, {} {})", shelf.a().name, year(*s.a), shelf.b().name, year(*s.b)));
    words.cite(s.a->from_where).cite(s.b->from_where);
  }
  section.blocks.push_back(words.text(".").paragraph());
}

// The towns of a partnership, that of the first state of the pair first, whichever state's list it is from.
std::string partnership_name(const Shelf& shelf, const Presence& p) {
  constexpr std::string_view between = " – ";
  const std::string_view name = p.name, place = p.place;
  const bool whole = !place.empty() && name.ends_with(place) && name.size() > place.size() + between.size() && name.substr(0, name.size() - place.size()).ends_with(between);
  if (p.home != shelf.facts.b || !whole) return std::string(name);
  return fmt::format("{}{}{}", place, between, name.substr(0, name.size() - place.size() - between.size()));
}

std::set<std::string> words_in(std::string_view name) {
  std::set<std::string> out;
  std::string word;
  for (const char c : world::fold_name(name) + " ") {
    if (c != ' ' && c != '-' && c != '(' && c != ')' && c != ',') word += c;
    else if (!word.empty()) out.insert(std::exchange(word, {}));
  }
  out.erase("–");
  return out;
}

// Each state's list writes the names in its own way: "Haaren – Esch – Medzev" and "Medzev – Esch (Haaren)" are one partnership.
bool is_one_partnership(std::string_view one, std::string_view other) {
  const auto x = words_in(one), y = words_in(other);
  return std::ranges::includes(x, y) || std::ranges::includes(y, x);
}

void add_towns(Section& section, const Shelf& shelf) {
  const facts::Observation* o = pick_latest(shelf, {"twin_towns", {}, {}, {}, false, false});
  std::vector<facts::Provenance> from;
  std::vector<std::string> names;
  for (const Presence& p : shelf.facts.presences) {
    if (p.kind != "twin_town") continue;
    from.push_back(p.from_where);
    std::string name = partnership_name(shelf, p);
    if (names.size() < 6 && std::ranges::none_of(names, [&](const std::string& told) { return is_one_partnership(told, name); })) names.push_back(std::move(name));
  }
  for (const MergedEvent& merged : merge_events(shelf, [](const facts::Event& e) { return e.kind == "twinning_agreed"; })) {
    for (const auto& one : merged.from()) from.push_back(one);
    if (names.size() < 6) names.push_back(merged.event->place.empty() ? event_title(*merged.event) : std::string(merged.event->place));
  }
  Words words(shelf);
  if (o) {
    words.text("Twin towns in the list that was read: ").figure(*o).cite(*o);
    words.text(fmt::format(" ({})", period_words(*o)));
  }
  if (!names.empty()) words.text(o ? "; named are " : "Twin towns and regions named: ").text(join_words(names)).cite_rows(from);
  if (words.empty()) return;
  words.text(". The list covers some countries well and others hardly: more partnerships may exist.");
  section.blocks.push_back(words.paragraph());
}

void add_agreements(Section& section, const Shelf& shelf) {
  for (const facts::Agreement* g : own_agreements(shelf)) {
    if (g->kind != "culture") continue;
    section.blocks.push_back(Words(shelf)
                                 .text(fmt::format("{} ({})", g->title.empty() ? capitalised(agreement_phrase(shelf, *g)) : std::string(g->title), agreement_dates(*g)))
                                 .cite(*g)
                                 .text(".")
                                 .paragraph());
  }
}

}  // namespace

Section culture_section(const Shelf& shelf) {
  Section section;
  section.id = "culture";
  section.title = "Culture";
  bool any = false;
  add_houses(section, shelf, any);
  add_counts(section, shelf);
  add_agreements(section, shelf);
  add_conventions(section, shelf);
  add_towns(section, shelf);
  if (auto lines = statement_lines(shelf, "culture"); !lines.empty()) section.blocks.push_back(document::List{std::move(lines)});
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("institutes, schools, twin towns and shared conventions of culture", covering_words(shelf, "presences"),
                                 "the ministries of culture and the institutes themselves"));
  }
  if (shelf.request.profile == Profile::full && !is_thin(shelf)) {
    if (auto languages = common_languages(shelf)) section.blocks.push_back(std::move(*languages));
  }
  return section;
}

}  // namespace comity::dossier
