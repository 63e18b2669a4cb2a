// Climate and environment: initiatives, treaties both are party to with each one's date, agreements and statements.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;

// In the order of their first letters.
constexpr std::array<std::string_view, 18> climate_words = {"biodivers", "biological diversity", "carbon",  "climat", "desertif", "emission",   "endangered species", "environment", "forest",
                                                            "green",     "hazardous",            "hydrogen", "kyoto",  "ozone",    "pollut",     "renewab",            "water",       "wetland"};
static_assert(std::ranges::is_sorted(climate_words));

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Where the words of each letter begin among the words; those of 'z' end at the end.
constexpr auto make_begins() {
  std::array<std::uint8_t, 27> out{};
  for (std::size_t letter = 0; letter <= 26; ++letter) {
    while (out[letter] < climate_words.size() && climate_words[out[letter]][0] < static_cast<char>('a' + letter)) ++out[letter];
  }
  return out;
}

// Asked of each of some thousand treaties: the words are of plain letters, so that nothing but case need be folded.
bool speaks_of_climate(std::string_view text) {
  static constexpr auto begins = make_begins();
  for (; !text.empty(); text.remove_prefix(1)) {
    const char first = lower(text[0]);
    if (first < 'a' || first > 'z') continue;
    const auto letter = static_cast<std::size_t>(first - 'a');
    for (std::size_t i = begins[letter]; i < begins[letter + 1]; ++i) {
      const std::string_view word = climate_words[i];
      if (text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char w, char c) { return w == lower(c); })) return true;
    }
  }
  return false;
}

bool is_of_climate(const facts::Organization& o) { return o.key == "PARIS" || o.key == "GCA" || o.kind == "environment_treaty" || ((o.kind == "treaty" || o.kind == "initiative") && speaks_of_climate(o.name)); }

void say_member(Words& words, const world::State& state, const facts::Membership& m) {
  words.text(fmt::format("{} {}", in_text(state), m.from.known() ? "since " + human_date(m.from) : "at a date not given")).cite(m);
}

// Named one by one: the Paris Agreement, initiatives, whatever else matters by itself.
bool leads(const facts::Organization& o) { return o.importance < 6; }

void add_leading(Section& section, const Shelf& shelf, const OrganizationsOfPair& of) {
  document::List list;
  for (const SharedOrganization& s : of.shared) {
    if (!leads(*s.organization)) continue;
    Words words(shelf);
    words.text(fmt::format("{}: both – ", s.organization->name));
    say_member(words, shelf.a(), *s.a);
    words.text(", ");
    say_member(words, shelf.b(), *s.b);
    if (!s.organization->coverage_to.empty()) words.text(fmt::format(" (known to {})", human_date(parse_edtf(s.organization->coverage_to))));
    list.items.push_back(words.done());
  }
  const auto one_sided = [&](const std::vector<Belonging>& all, const world::State& state, const char* how) {
    for (const Belonging& b : all) {
      if (!leads(*b.organization)) continue;
      // An initiative of some states for a region: that the other is no part of it says nothing of the two.
      if (is_initiative(*b.organization)) continue;
      Words words(shelf);
      if (std::string_view(how) == "left by") {
        words.text(fmt::format("{}: {} left (party {}to {})", b.organization->name, in_text(state),
                               b.row->from.known() ? fmt::format("from {} ", human_date(b.row->from)) : "", human_date(b.row->to)));
        list.items.push_back(words.cite(*b.row).done());
        continue;
      }
      words.text(fmt::format("{}: of the two, {} ", b.organization->name, how));
      say_member(words, state, *b.row);
      if (b.row->to.known()) words.text(fmt::format(" to {}", human_date(b.row->to)));
      list.items.push_back(words.done());
    }
  };
  // A treaty of which a list says little proves nothing about the other.
  one_sided(of.only_a, shelf.a(), "only");
  one_sided(of.only_b, shelf.b(), "only");
  one_sided(of.left_by_a, shelf.a(), "left by");
  one_sided(of.left_by_b, shelf.b(), "left by");
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

constexpr std::size_t treaties_named = 3;

// What stands by itself comes before amendments and protocols to it; short names before long ones.
auto weight(const facts::Organization& o) {
  const bool follows = o.name.starts_with("Amend") || o.name.find("rotocol to the ") != std::string::npos;
  return std::tuple(follows, o.name.size(), std::string_view(o.name));
}

// "March 2015", "March 2015 and 2020": one list may reach further than another. Empty when one does not say.
std::string reaches(const std::vector<SharedOrganization>& treaties) {
  std::map<Day, std::string> out;
  for (const SharedOrganization& s : treaties) {
    const auto date = try_parse_edtf(s.organization->coverage_to);
    if (!date || !date->known()) return {};
    out.emplace(date->to, human_date(*date));
  }
  std::vector<std::string> words;
  for (const auto& [day, text] : out) words.push_back(text);
  return join_words(words);
}

// A thin pair: how many, without their names.
void count_treaties(Section& section, const Shelf& shelf, const OrganizationsOfPair& of) {
  std::vector<facts::Provenance> from;
  std::vector<SharedOrganization> treaties;
  for (const SharedOrganization& s : of.shared) {
    if (!leads(*s.organization)) treaties.push_back(s), from.push_back(s.a->from_where), from.push_back(s.b->from_where);
  }
  if (treaties.empty()) return;
  Words words(shelf);
  words.text(fmt::format("Both are listed as party to {} on the environment", count_of(treaties.size(), "treaty", "treaties"))).cite_rows(from);
  if (const std::string reach = reaches(treaties); !reach.empty()) words.text(fmt::format(", by lists that reach {}", reach));
  section.blocks.push_back(words.text(".").paragraph());
}

// "Both are party to twelve further treaties …: A, B, C and nine more", and all of them in a table.
void add_shared_treaties(Section& section, const Shelf& shelf, const OrganizationsOfPair& of) {
  std::vector<SharedOrganization> treaties;
  std::ranges::copy_if(of.shared, std::back_inserter(treaties), [](const SharedOrganization& s) { return !leads(*s.organization); });
  if (treaties.empty()) return;
  std::ranges::sort(treaties, {}, [](const SharedOrganization& s) { return weight(*s.organization); });
  Words words(shelf);
  words.text(fmt::format("Both are listed as party to {} on the environment", count_of(treaties.size(), "treaty", "treaties")));
  if (const std::string reach = reaches(treaties); !reach.empty()) words.text(fmt::format(" ({} {}; who left since is not covered)", reach.find(" and ") == std::string::npos ? "known to" : "by lists that reach", reach));
  words.text(": ");
  const std::size_t named = treaties.size() <= treaties_named + 1 ? treaties.size() : treaties_named;
  for (std::size_t i = 0; i < named; ++i) {
    const SharedOrganization& s = treaties[i];
    if (i > 0) words.text(i + 1 == treaties.size() ? " and " : ", ");
    words.text(s.organization->name).cite(std::array{s.a->from_where, s.b->from_where});
  }
  std::vector<facts::Provenance> rest;
  for (std::size_t i = named; i < treaties.size(); ++i) rest.push_back(treaties[i].a->from_where), rest.push_back(treaties[i].b->from_where);
  if (!rest.empty()) words.text(fmt::format(" and {}", count_of(treaties.size() - named, "other", "others"))).cite_rows(rest);
  section.blocks.push_back(words.text(".").paragraph());
  if (shelf.request.profile == Profile::brief) return;
  document::Table table;
  table.caption = "Treaties on the environment that list both as party";
  table.columns = {{"Treaty", "", false}, {fmt::format("{} since", shelf.a().name), "", false}, {fmt::format("{} since", shelf.b().name), "", false}};
  table.folded = true;
  const auto cell = [&](const facts::Membership& m) { return Words(shelf).text(since_words(shelf, m)).cite(m).done(); };
  for (const SharedOrganization& s : treaties) table.rows.push_back({plain(s.organization->name), cell(*s.a), cell(*s.b)});
  section.blocks.push_back(std::move(table));
}

// Treaties of one alone: the list may say little of the other, which the sentence leaves open.
void add_treaties_of_one(Section& section, const Shelf& shelf, const OrganizationsOfPair& of) {
  for (const auto& [state, all] : {std::pair(&shelf.a(), &of.only_a), std::pair(&shelf.b(), &of.only_b)}) {
    std::vector<const Belonging*> treaties;
    for (const Belonging& b : *all) {
      if (!leads(*b.organization)) treaties.push_back(&b);
    }
    if (treaties.empty()) continue;
    std::ranges::sort(treaties, {}, [](const Belonging* b) { return weight(*b->organization); });
    Words words(shelf);
    words.text(fmt::format("Of the two, only {} is listed as party to ", in_text(*state)));
    const std::size_t named = treaties.size() <= treaties_named + 1 ? treaties.size() : treaties_named;
    for (std::size_t i = 0; i < named; ++i) {
      if (i > 0) words.text(i + 1 == treaties.size() ? " and " : ", ");
      words.text("the " + treaties[i]->organization->name).cite(*treaties[i]->row);
    }
    std::vector<facts::Provenance> rest;
    for (std::size_t i = named; i < treaties.size(); ++i) rest.push_back(treaties[i]->row->from_where);
    if (!rest.empty()) words.text(fmt::format(" and {}", count_of(rest.size(), "other", "others"))).cite_rows(rest);
    section.blocks.push_back(words.text(".").paragraph());
  }
}

bool is_protocol(std::string_view folded) { return folded.find("protocol") != std::string_view::npos || folded.find("amend") != std::string_view::npos; }

// "Stockholm Convention on Persistent Organic Pollutants" and "Convention on Persistent Organic Pollutants", but not the
// protocol to a convention and the convention.
bool same_treaty(std::string_view one, std::string_view other) {
  return one == other || ((one.ends_with(other) || other.ends_with(one)) && is_protocol(one) == is_protocol(other));
}

// Two lists that hold one treaty would count it twice: the depositary's, which comes first, stands.
void drop_repeated(std::vector<SharedOrganization>& treaties) {
  std::vector<std::string> names;
  std::erase_if(treaties, [&](const SharedOrganization& s) {
    std::string name = world::fold_name(s.organization->name);
    const bool scholars = s.organization->kind == "environment_treaty";
    if (scholars && std::ranges::any_of(names, [&](const std::string& before) { return same_treaty(before, name); })) return true;
    names.push_back(std::move(name));
    return false;
  });
}

void add_memberships(Section& section, const Shelf& shelf) {
  OrganizationsOfPair of = organizations_of(shelf, is_of_climate);
  std::ranges::stable_sort(of.shared, {}, [](const SharedOrganization& s) { return s.organization->kind == "environment_treaty"; });
  drop_repeated(of.shared);
  // Of the hundreds of treaties that a scholars' list holds, those of one alone would fill pages.
  for (auto* one : {&of.only_a, &of.only_b}) std::erase_if(*one, [](const Belonging& b) { return b.organization->kind == "environment_treaty"; });
  add_leading(section, shelf, of);
  if (is_thin(shelf)) return count_treaties(section, shelf, of);
  add_shared_treaties(section, shelf, of);
  add_treaties_of_one(section, shelf, of);
}

void add_initiatives(Section& section, const Shelf& shelf) {
  const auto of_climate = [](const facts::Event& e) {
    return e.kind == "initiative_launched" && (e.occasion == "climate" || speaks_of_climate(e.title) || speaks_of_climate(e.detail));
  };
  document::List list;
  for (const MergedEvent& merged : merge_events(shelf, of_climate)) {
    const facts::Event& e = *merged.event;
    Words words(shelf);
    words.text(fmt::format("{}, {}", event_title(e), e.date.known() ? human_date(e.date) : "at a date not given"));
    if (!e.place.empty()) words.text(fmt::format(", {}", e.place));
    if (!e.detail.empty()) words.text(fmt::format(": {}", e.detail));
    list.items.push_back(words.cite(merged.from()).done());
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

void add_agreements(Section& section, const Shelf& shelf) {
  document::List list;
  std::size_t own_more = 0;
  std::vector<facts::Provenance> own_rest;
  for (const facts::Agreement* g : own_agreements(shelf)) {
    if (g->kind != "environment" && g->kind != "climate" && !speaks_of_climate(g->title) && !speaks_of_climate(g->subject)) continue;
    if (list.items.size() >= 6) {
      ++own_more, own_rest.push_back(g->from_where);
      continue;
    }
    list.items.push_back(Words(shelf).text(fmt::format("{} ({})", g->title.empty() ? capitalised(agreement_phrase(shelf, *g)) : std::string(g->title), agreement_dates(*g))).cite(*g).done());
  }
  if (own_more) list.items.push_back(Words(shelf).text(fmt::format("and {} between the two, under “Agreements”", count_of(own_more, "further one", "further ones"))).cite_rows(own_rest).done());
  std::size_t more = 0;
  std::vector<facts::Provenance> rest;
  for (const facts::Agreement* g : shared_treaties(shelf)) {
    if (!speaks_of_climate(g->title) && !speaks_of_climate(g->subject)) continue;
    if (g->title.find("Paris Agreement") != facts::Text::npos) continue;  // stands above, by its dated table
    if (list.items.size() >= 6) {
      ++more, rest.push_back(g->from_where);
      continue;
    }
    const auto since = [](const EdtfDate& date) { return date.known() ? human_date(date) : std::string("at a date not given"); };
    const bool dated = g->a_in_force.known() || g->b_in_force.known();
    const std::string dates = dated ? fmt::format(" ({} {}, {} {})", shelf.a().name, since(g->a_in_force), shelf.b().name, since(g->b_in_force)) : std::string();
    list.items.push_back(Words(shelf).text(fmt::format("{}{}", g->title, dates)).cite(*g).done());
  }
  if (more) list.items.push_back(Words(shelf).text(fmt::format("and {} to which both are party", count_of(more, "further treaty", "further treaties"))).cite_rows(rest).done());
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("Treaties and agreements on the environment:").paragraph());
  section.blocks.push_back(std::move(list));
}

// Aid that scholars code as meant for the environment: a commitment, in the prices of one year, under the code's own name.
void add_green_aid(Section& section, const Shelf& shelf) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> codes = {{{"ESD_GREEN", "strictly"}, {"EBD_GREEN", "broadly"}}};
  document::List list;
  for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    for (const auto& [code, how] : codes) {
      for (const FactSeries& s : part_series_of(shelf, "oda_commitment", from, to, code)) {
        const facts::Observation* o = s.newest();
        if (!o) continue;
        Words words(shelf);
        words.text(fmt::format("Aid for the environment committed, {} to {}: ", in_text(shelf.state(from)), in_text(shelf.state(to)))).figure(*o);
        words.text(fmt::format(" {} (environment {} defined, coded green by {}; a commitment, not a payment)", in_period(*o), how, source_words(shelf, s)));
        list.items.push_back(words.age(end_of(*o)).cite(*o).done());
      }
    }
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

}  // namespace

Section climate_section(const Shelf& shelf) {
  Section section;
  section.id = "climate";
  section.title = "Climate and environment";
  add_initiatives(section, shelf);
  add_memberships(section, shelf);
  add_agreements(section, shelf);
  add_green_aid(section, shelf);
  for (const std::string_view topic : {"climate", "environment"}) {
    if (auto lines = statement_lines(shelf, topic); !lines.empty()) section.blocks.push_back(document::List{std::move(lines)});
  }
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("initiatives, treaties and agreements on climate and the environment", covering_words(shelf, "memberships"),
                                 "the environment ministries of either"));
  }
  return section;
}

}  // namespace comity::dossier
