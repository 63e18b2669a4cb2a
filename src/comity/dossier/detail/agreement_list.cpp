#include "comity/dossier/detail/agreement_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Agreement;

struct Kind {
  std::string_view id, words;
};
// In the order of reading.
constexpr std::array<Kind, 14> kinds = {{
    {"friendship", "treaty of friendship"},
    {"partnership_cooperation", "partnership and cooperation agreement"},
    {"trade_agreement", "trade agreement"},
    {"bilateral_investment_treaty", "bilateral investment treaty"},
    {"double_taxation", "double taxation agreement"},
    {"treaty_with_investment_provisions", "treaty with investment provisions"},
    {"boundary", "boundary agreement"},
    {"culture", "cultural agreement"},
    {"environment", "environmental agreement"},
    {"nuclear_cooperation", "agreement on nuclear cooperation"},
    {"defence", "defence agreement"},
    {"multilateral", "multilateral treaty"},
    {"joint_declaration", "joint declaration"},
    {"other", "agreement"},
}};

std::size_t order_of(std::string_view kind) { return static_cast<std::size_t>(std::ranges::find(kinds, kind, &Kind::id) - kinds.begin()); }

bool is_fixture_row(const Shelf& shelf, const Agreement& g) { return g.from_where.source && is_fixture(shelf.source(g.from_where.source)); }

bool says_ended(const Shelf& shelf, const Agreement& g) {
  return g.status == "terminated" || (g.terminated.known() && g.terminated.from <= edition_day(shelf.context));
}

// Lists of trade agreements and of investment chapters hold one free trade agreement each under its own kind.
bool is_trade_pact(const Agreement& g) { return g.kind == "trade_agreement" || g.kind == "treaty_with_investment_provisions"; }

// A defence row without a title is a scholar's code for a treaty that is not named: no treaty to show.
bool is_bare_code(const Agreement& g) { return g.kind == "defence" && g.title.empty(); }

// What a title says beside who the two are and that it is a treaty: "Agreement between India and … on Peaceful Uses of Nuclear Energy" and "Agreement between the
// Government of … for Co-Operation in the Peaceful Uses of Nuclear Energy" speak of one thing.
std::set<std::string> matter_of(const Shelf& shelf, facts::Text title) {
  static const std::set<std::string, std::less<>> form = {
      "a", "about", "agreement", "and", "area", "areas", "between", "britain", "co", "concerning", "constituting", "convention", "cooperation", "democratic", "exchange", "federal", "federation", "federative", "field", "fields",
      "for", "government", "governments", "great", "in", "ireland", "its", "kingdom", "letters", "northern", "notes", "of", "on", "operation", "people", "peoples", "regard", "regarding", "republic", "s", "socialist", "soviet", "sphere",
      "state", "states", "the", "to", "treaty", "union", "united", "ussr", "with"};
  std::set<std::string> out;
  const auto each_word = [](std::string_view text, const auto& work) {
    std::string word;
    for (const char c : world::fold_name(text) + " ") {
      if (c >= 0 && !std::isalnum(static_cast<unsigned char>(c))) {
        if (!word.empty()) work(word);
        word.clear();
      } else {
        word += c;
      }
    }
  };
  each_word(title, [&](const std::string& word) {
    if (!form.contains(word)) out.insert(word);
  });
  for (const world::State* state : {&shelf.a(), &shelf.b()}) {
    for (const std::string& name : {state->name, state->adjective}) each_word(name, [&](const std::string& word) { out.erase(word); });
  }
  return out;
}

// A list of one field may have a treaty twice, under titles of two translators.
bool told_twice(const Shelf& shelf, const Agreement& g) {
  const auto says = [](const Agreement& one) { return std::tuple(!one.in_force.known(), one.from_where.record); };
  return std::ranges::any_of(shelf.facts.agreements, [&](const Agreement& other) {
    if (other.kind != g.kind || other.signed_on != g.signed_on || other.from_where.source != g.from_where.source || says(other) >= says(g)) return false;
    const auto matter = matter_of(shelf, g.title);
    return matter.size() >= 2 && matter == matter_of(shelf, other.title);
  });
}

// Lists of one field give a treaty in different words: two rows of two sources on the environment with one day of signature
// are one treaty, and the row that says more of it stands.
bool told_elsewhere(const Shelf& shelf, const Agreement& g) {
  if (g.kind != "environment" || !g.signed_on.known() || g.signed_on.from != g.signed_on.to) return false;
  const auto says = [](const Agreement& one) { return std::tuple(!one.in_force.known(), one.from_where.source.value); };
  return told_twice(shelf, g) || std::ranges::any_of(shelf.facts.agreements, [&](const Agreement& other) {
    return other.kind == g.kind && other.signed_on == g.signed_on && other.from_where.source != g.from_where.source && says(other) < says(g);
  });
}

// A treaty of many whose list says when it came into force, not for whom.
bool is_in_force_as_a_whole(const Agreement& g) { return g.status == "in_force_as_a_whole"; }

std::string organisation_of(facts::Text capacity) {
  return capacity.starts_with("through:") ? std::string(capacity.substr(8)) : std::string();
}

}  // namespace

bool is_same_pact(const Agreement& x, const Agreement& y) {
  return x.from_where.source != y.from_where.source && is_trade_pact(x) && is_trade_pact(y) && x.signed_on.known() && y.signed_on.known() &&
         year_of(x.signed_on.from) == year_of(y.signed_on.from);
}

bool has_ended(const Shelf& shelf, const Agreement& g) {
  return says_ended(shelf, g) || std::ranges::any_of(shelf.facts.agreements, [&](const Agreement& other) { return is_same_pact(g, other) && says_ended(shelf, other); });
}

std::vector<const Agreement*> own_agreements(const Shelf& shelf) {
  std::vector<const Agreement*> out;
  for (const Agreement& g : shelf.facts.agreements) {
    if (g.kind != "multilateral" && !is_fixture_row(shelf, g) && !is_bare_code(g) && !told_elsewhere(shelf, g)) out.push_back(&g);
  }
  std::ranges::stable_sort(out, {}, [&](const Agreement* g) {
    return std::tuple(has_ended(shelf, *g), !g->in_force.known(), order_of(g->kind), -g->signed_on.from.time_since_epoch().count());
  });
  return out;
}

std::vector<const Agreement*> shared_treaties(const Shelf& shelf) {
  std::vector<const Agreement*> out;
  for (const Agreement& g : shelf.facts.agreements) {
    if (g.kind != "multilateral" || is_fixture_row(shelf, g) || has_ended(shelf, g)) continue;
    const bool both = g.a_in_force.known() && g.b_in_force.known();
    const bool same_title = std::ranges::any_of(out, [&](const Agreement* other) { return other->title == g.title; });
    if ((both || g.status == "in_force") && !same_title) out.push_back(&g);
  }
  std::ranges::stable_sort(out, {}, [](const Agreement* g) { return std::max(g->a_in_force.from, g->b_in_force.from); });
  return out;
}

namespace {

// One list of tax treaties says since when they are in force, the other when they were signed.
bool may_be_one_tax_treaty(const Shelf& shelf, const Agreement& x, const Agreement& y) {
  if (x.kind != "double_taxation" || y.kind != x.kind || x.from_where.source == y.from_where.source || says_ended(shelf, x) || says_ended(shelf, y)) return false;
  const Agreement& begun = x.signed_on.known() ? y : x;
  const Agreement& dated = x.signed_on.known() ? x : y;
  if (begun.signed_on.known() || !dated.signed_on.known() || dated.in_force.known()) return false;
  return !begun.in_force.known() || (dated.signed_on.from <= begun.in_force.to && years_between(dated.signed_on.to, begun.in_force.to) < 10);
}

bool may_be_one_pact(const Agreement& x, const Agreement& y) {
  if (!is_same_pact(x, y) || is_in_force_as_a_whole(x) != is_in_force_as_a_whole(y)) return false;
  return !x.in_force.known() || !y.in_force.known() || year_of(x.in_force.from) == year_of(y.in_force.from);
}

bool may_be_one_treaty(const Shelf& shelf, const Agreement& x, const Agreement& y) { return may_be_one_tax_treaty(shelf, x, y) || may_be_one_pact(x, y); }

// The sharper of two dates that do not contradict each other.
void sharpen(EdtfDate& date, const EdtfDate& other) {
  if (other.known() && (!date.known() || (date.from <= other.from && other.to <= date.to))) date = other;
}

}  // namespace

std::vector<facts::Provenance> ToldAgreement::from() const {
  std::vector<facts::Provenance> out;
  for (const Agreement* g : all) out.push_back(g->from_where);
  return out;
}

bool is_one_treaty(const Shelf& shelf, const Agreement& one, const Agreement& other) {
  if (!may_be_one_treaty(shelf, one, other)) return false;
  const auto alone = [&](const Agreement& x, const Agreement& y) {
    return std::ranges::count_if(shelf.facts.agreements, [&](const Agreement& z) { return z.from_where.source == y.from_where.source && may_be_one_treaty(shelf, x, z); }) == 1;
  };
  return alone(one, other) && alone(other, one);
}

ToldAgreement told_agreement(const Shelf& shelf, const Agreement& g) {
  ToldAgreement out{g, {&g}, g.from_where.source};
  for (const Agreement& other : shelf.facts.agreements) {
    if (is_fixture_row(shelf, other) || !is_one_treaty(shelf, g, other)) continue;
    out.all.push_back(&other);
    sharpen(out.row.signed_on, other.signed_on), sharpen(out.row.in_force, other.in_force), sharpen(out.row.terminated, other.terminated);
    // A list that knows the beginning alone does not know whether it still holds.
    const bool knows_little = g.status == "signed" || g.status == "unknown";
    const bool knows_more = other.status == "in_force" || other.status == "terminated" ? knows_little || g.status == "entered_into_force" : knows_little && other.status == "entered_into_force";
    if (knows_more) out.row.status = other.status, out.status_from = other.from_where.source;
  }
  return out;
}

namespace {

// "Central American Free Trade Agreement (CAFTA)" and "CAFTA - DR (2004)": a word of four capitals or more that both have.
bool share_acronym(std::string_view one, std::string_view other) {
  std::string word;
  for (const char c : std::string(one) + " ") {
    if (c >= 'A' && c <= 'Z') {
      word += c;
      continue;
    }
    if (word.size() >= 4 && other.find(word) != std::string_view::npos) return true;
    word.clear();
  }
  return false;
}

// "El Salvador Honduras Taiwan" is what the two concluded with another, not with each other.
bool names_a_third(const Shelf& shelf, std::string title) {
  // Guinea is no third in what Papua New Guinea has concluded.
  for (const world::State* own : {&shelf.a(), &shelf.b()}) {
    if (const auto at = title.find(own->name); at != std::string::npos) title.replace(at, own->name.size(), 1, '-');
  }
  return std::ranges::any_of(shelf.context.states->states(), [&](const world::State& state) {
    if (state.id == shelf.facts.a || state.id == shelf.facts.b || state.kind == "historical") return false;
    const auto at = title.find(state.name);
    if (at == std::string::npos) return false;
    const auto is_letter = [&](std::size_t i) { return i < title.size() && std::isalpha(static_cast<unsigned char>(title[i])); };
    return !(at > 0 && is_letter(at - 1)) && !is_letter(at + state.name.size());
  });
}

// Which trade agreement governs: a common customs tariff before a free trade area, of the two or of several, that before what one has through
// the Union; preferences of whole continents and who came to a treaty later say least of two.
int govern_rank(const Shelf& shelf, const Agreement& g) {
  const std::string_view title = g.title;
  const auto has = [&](std::initializer_list<std::string_view> words) { return std::ranges::any_of(words, [&](std::string_view w) { return title.find(w) != std::string_view::npos; }); };
  if (has({"Cotonou", "Lomé ", "Lome ", "Yaounde", "Global System of Trade Preferences", "Protocol on Trade Negotiations", "African Continental Free Trade", "Association of Caribbean States"})) return 5;
  if (has({"Customs Union", "SACU", "Eurasian Economic Union", "MERCOSUR", "Mercosur"})) return 0;
  if (has({"accession"})) return 4;
  if (names_a_third(shelf, std::string(title))) return 3;
  return organisation_of(g.capacity_a).empty() && organisation_of(g.capacity_b).empty() ? 1 : 2;
}

}  // namespace

const Agreement* standing_agreement(const Shelf& shelf, std::string_view kind) {
  const Agreement* out = nullptr;
  for (const Agreement* g : own_agreements(shelf)) {
    if (g->kind != kind || has_ended(shelf, *g)) continue;
    if (kind != "trade_agreement") return g;
    const auto rank = [&](const Agreement& one) { return std::tuple(!one.in_force.known(), govern_rank(shelf, one)); };
    if (!out || rank(*g) < rank(*out)) out = g;
  }
  if (out && out->in_force.known() && out->in_force.from != out->in_force.to) {
    // A list that dates the same pact to the day: DESTA has CAFTA in force in the year of its signature.
    const auto dated = std::ranges::find_if(shelf.facts.agreements, [&](const Agreement& other) {
      return is_same_pact(*out, other) && other.in_force.known() && other.in_force.from == other.in_force.to && !is_fixture_row(shelf, other) && share_acronym(out->title, other.title);
    });
    if (dated != shelf.facts.agreements.end() && year_of(dated->in_force.from) != year_of(out->in_force.from)) return &*dated;
  }
  if (!out || out->in_force.known()) return out;
  // Another list may know since when.
  const auto twin = std::ranges::find_if(shelf.facts.agreements, [&](const Agreement& other) { return is_same_pact(*out, other) && other.in_force.known() && !is_fixture_row(shelf, other); });
  return twin == shelf.facts.agreements.end() ? out : &*twin;
}

std::string_view agreement_kind_words(std::string_view kind) {
  const auto it = std::ranges::find(kinds, kind, &Kind::id);
  return it == kinds.end() ? "agreement" : it->words;
}

std::string_view agreement_kind_words(const Agreement& g) {
  // A list of treaties on shared waters has the peace treaties too in which waters are one matter of many.
  if (g.kind == "environment" && g.subject.starts_with("water: ")) return "agreement listed for shared waters";
  return agreement_kind_words(g.kind);
}

std::string agreement_phrase(const Shelf& shelf, const Agreement& g) {
  const std::string_view kind = agreement_kind_words(g);
  const char* article = std::string_view("aeiou").find(kind.front()) == std::string_view::npos ? "a" : "an";
  std::string out = fmt::format("{} {}", article, kind);
  // One of many states says more by its name: no treaty of these two alone.
  if (is_in_force_as_a_whole(g) && !g.title.empty()) out += fmt::format(" of several states, “{}”", g.title);
  const std::string capacity = capacity_words(shelf, g);
  if (capacity != "own" && !capacity.empty()) out += fmt::format(", {}", capacity);
  return out;
}

std::string agreement_dates(const Agreement& g) {
  std::vector<std::string> parts;
  if (g.signed_on.known()) parts.push_back("signed " + human_date(g.signed_on));
  // Some lists know when a treaty began and not whether it ran out or was replaced. Rule 25: a treaty of many is in force for those
  // that are bound by it; where the list does not say who, nor do we.
  if (g.in_force.known()) {
    const std::string date = human_date(g.in_force);
    parts.push_back(is_in_force_as_a_whole(g) ? fmt::format("in force from {} for those bound by it, end not listed", date)
                    : g.status == "entered_into_force" ? fmt::format("in force from {}, end not listed", date) : "in force " + date);
  }
  if (g.terminated.known()) parts.push_back("ended " + human_date(g.terminated));
  if (!g.in_force.known() && !g.terminated.known()) parts.push_back(g.status == "in_force" ? "in force at a date not given" : "entry into force not recorded");
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string capacity_words(const Shelf& shelf, const Agreement& g) {
  const std::string a = organisation_of(g.capacity_a), b = organisation_of(g.capacity_b);
  if (a.empty() && b.empty()) return g.capacity_a.empty() && g.capacity_b.empty() ? "" : "own";
  if (a == b) return fmt::format("both through the {}", a);
  std::vector<std::string> parts;
  if (!a.empty()) parts.push_back(fmt::format("{} through the {}", in_text(shelf.a()), a));
  if (!b.empty()) parts.push_back(fmt::format("{} through the {}", in_text(shelf.b()), b));
  return join_words(parts);
}

}  // namespace comity::dossier
