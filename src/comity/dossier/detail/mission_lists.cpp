#include "comity/dossier/detail/mission_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Mission;

std::size_t order_of(std::string_view kind) {
  constexpr std::array<std::string_view, 10> order = {"embassy", "legation", "branch", "consulate_general", "consulate", "honorary_consulate",
                                                      "permanent_mission", "interests_section", "liaison_office", "representative_office"};
  return static_cast<std::size_t>(std::ranges::find(order, kind) - order.begin());
}

bool is_one_office(std::string_view kind) { return is_embassy_class(kind) || kind == "interests_section"; }

// Where the row's post stands: its own position, or that of the capital where its city is the capital.
std::optional<std::pair<double, double>> position_of(const Shelf& shelf, const Mission& m) {
  if (m.has_position) return std::pair(m.latitude, m.longitude);
  const world::Capital* capital = shelf.context.states->capital(m.receiving, edition_day(shelf.context));
  if (!capital || world::fold_name(capital->city) != world::fold_name(m.city)) return std::nullopt;
  return std::pair(capital->latitude, capital->longitude);
}

// One list names the suburb in which an embassy stands, another the city: Psychiko and Athens, Hazmiyeh and Beirut, Muri and Bern.
constexpr double suburb_km = 25;
bool is_same_town(const Shelf& shelf, const Mission& a, const Mission& b) {
  const auto x = position_of(shelf, a), y = position_of(shelf, b);
  return x && y && world::distance_km(x->first, x->second, y->first, y->second) <= suburb_km;
}

// Two rows are one post when kind and city agree; an embassy without a city is the embassy, for there is one.
bool same_post(const Shelf& shelf, const Mission& a, const Mission& b) {
  if (a.kind != b.kind || a.resident != b.resident) return false;
  const std::string x = world::fold_name(a.city), y = world::fold_name(b.city);
  // "Brussels, Belgium" and "Brussels": who is accredited from there names the land or leaves it to the reader.
  const bool unnamed_land = !a.resident && !x.empty() && (!a.covered_from || !b.covered_from);
  if (a.covered_from != b.covered_from && !unnamed_land) return false;
  // "Washington" and "Washington, D.C."
  if (x == y || (!x.empty() && y.starts_with(x + " ")) || (!y.empty() && x.starts_with(y + " "))) return true;
  if (a.resident && is_embassy_class(a.kind) && is_same_town(shelf, a, b)) return true;
  return is_one_office(a.kind) && (x.empty() || y.empty());
}

bool is_fixture_row(const Shelf& shelf, const Mission& m) { return m.from_where.source && is_fixture(shelf.source(m.from_where.source)); }

// The last day on which a list names the post; the first day of all where none is dated.
Day listed_to(const Post& post) {
  Day out = first_day;
  for (const Mission* m : post.all) {
    if (m->as_listed_on.known()) out = std::max(out, m->as_listed_on.to);
  }
  return out;
}

// Two pages of one encyclopaedia, or two lists, that call one office in one town a consulate and a consulate general: one post, of the
// higher rank. What one row names beside the other (a record with both) is two.
void join_consulates(std::vector<Post>& posts) {
  const auto shares_record = [](const Post& x, const Post& y) {
    return std::ranges::any_of(x.all, [&](const Mission* m) {
      return std::ranges::any_of(y.all, [&](const Mission* o) { return m->from_where.file == o->from_where.file && m->from_where.record == o->from_where.record; });
    });
  };
  for (std::size_t i = 0; i < posts.size();) {
    Post& lower = posts[i];
    // An honorary consulate of an older list is the consulate of a newer one; the other way round the career post may have been closed.
    const auto outranks = [&](const Post& p) {
      const std::string_view low = lower.mission->kind, high = p.mission->kind;
      if (low == "consulate") return high == "consulate_general";
      return low == "honorary_consulate" && (high == "consulate_general" || high == "consulate") && listed_to(p) > listed_to(lower);
    };
    const auto higher = std::ranges::find_if(posts, [&](const Post& p) {
      return outranks(p) && !lower.mission->city.empty() && world::fold_name(p.mission->city) == world::fold_name(lower.mission->city) && !shares_record(p, lower);
    });
    if (higher == posts.end()) {
      ++i;
      continue;
    }
    higher->all.insert(higher->all.end(), lower.all.begin(), lower.all.end());
    posts.erase(posts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

auto newest_first(const Mission* m) { return std::tuple(!m->as_listed_on.known(), -m->as_listed_on.to.time_since_epoch().count()); }

std::vector<Post> posts(const Shelf& shelf, StateId sending, StateId receiving, bool resident) {
  std::vector<Post> out;
  for (const Mission& m : shelf.facts.missions) {
    if (m.sending != sending || m.receiving != receiving || m.resident != resident || is_fixture_row(shelf, m)) continue;
    const auto same = std::ranges::find_if(out, [&](const Post& p) { return same_post(shelf, *p.mission, m); });
    Post& post = same == out.end() ? out.emplace_back() : *same;
    post.all.push_back(&m);
    if (!post.mission || (post.mission->city.empty() && !m.city.empty())) post.mission = &m;
  }
  join_consulates(out);
  for (Post& post : out) {
    std::ranges::stable_sort(post.all, {}, newest_first);
    // Of the rows with a city, the newest that has a position speaks for the post.
    const std::string_view kind = post.mission->kind;
    for (const Mission* m : post.all) {
      if (m->city.empty() || m->kind != kind) continue;
      post.mission = m;
      break;
    }
    for (const Mission* m : post.all) {
      // The suburb's position is not taken for the city's name.
      const bool same_city = post.mission->city.empty() || world::fold_name(m->city) == world::fold_name(post.mission->city);
      if (!post.mission->has_position && m->has_position && m->kind == kind && same_city) post.mission = m;
    }
  }
  // The embassy in the capital first: a list that puts one elsewhere is rarely right.
  const world::Capital* capital = shelf.context.states->capital(receiving, edition_day(shelf.context));
  std::ranges::stable_sort(out, {}, [&](const Post& p) {
    const bool away = !capital || world::fold_name(capital->city) != world::fold_name(p.mission->city);
    return std::tuple(order_of(p.mission->kind), away, std::string(p.mission->city));
  });
  return out;
}

}  // namespace

std::vector<facts::Provenance> Post::from() const {
  std::vector<facts::Provenance> out;
  for (const Mission* m : all) out.push_back(m->from_where);
  return out;
}

namespace {

// The last day on which a list names an embassy of the one in the other; nullopt when none does.
std::optional<Day> embassy_listed_to(const Shelf& shelf, StateId sending, StateId receiving) {
  std::optional<Day> out;
  for (const Mission& m : shelf.facts.missions) {
    if (m.sending != sending || m.receiving != receiving || !m.resident || !is_embassy_class(m.kind) || is_fixture_row(shelf, m) || m.closed.known()) continue;
    if (m.as_listed_on.known()) out = std::max(out.value_or(m.as_listed_on.to), m.as_listed_on.to);
  }
  return out;
}

}  // namespace

bool is_closed(const Shelf& shelf, const Post& post) {
  // An interests section ends with the embassy that opens again, whatever a list of as long ago keeps.
  if (post.mission->kind == "interests_section") {
    const auto embassy = embassy_listed_to(shelf, post.mission->sending, post.mission->receiving);
    if (embassy && std::ranges::all_of(post.all, [&](const Mission* m) { return m->as_listed_on.known() && m->as_listed_on.to <= *embassy; })) return true;
  }
  std::optional<Day> closed;
  for (const Mission* m : post.all) {
    if (m->closed.known() && m->closed.from <= edition_day(shelf.context)) closed = std::max(closed.value_or(m->closed.from), m->closed.from);
  }
  if (!closed) return false;
  return std::ranges::none_of(post.all, [&](const Mission* m) {
    if (m->closed.known()) return false;
    return (m->as_listed_on.known() && m->as_listed_on.to > *closed) || (m->opened.known() && m->opened.from >= *closed);
  });
}

std::vector<Post> resident_posts(const Shelf& shelf, StateId sending, StateId receiving) { return posts(shelf, sending, receiving, true); }

std::vector<Post> open_posts(const Shelf& shelf, StateId sending, StateId receiving) {
  std::vector<Post> out = resident_posts(shelf, sending, receiving);
  std::erase_if(out, [&](const Post& post) { return is_closed(shelf, post); });
  const std::vector<Post> all = out;
  // A consulate without a town beside others with is most likely one of them: no post more to be counted.
  std::erase_if(out, [&](const Post& post) {
    if (!is_consular_class(post.mission->kind) || !post.mission->city.empty()) return false;
    return std::ranges::any_of(all, [&](const Post& other) { return other.mission->kind == post.mission->kind && !other.mission->city.empty(); });
  });
  std::erase_if(out, [&](const Post& post) {
    if (post.mission->kind != "consulate" || post.mission->city.empty()) return false;
    return std::ranges::any_of(all, [&](const Post& other) {
      if (!is_embassy_class(other.mission->kind)) return false;  // a consulate general has taken it up already
      const bool same_list = std::ranges::any_of(post.all, [&](const Mission* m) {
        return std::ranges::any_of(other.all, [&](const Mission* o) { return o->from_where.source == m->from_where.source; });
      });
      return !same_list && world::fold_name(other.mission->city) == world::fold_name(post.mission->city);
    });
  });
  return out;
}

std::vector<Post> accreditations(const Shelf& shelf, StateId sending, StateId receiving) {
  std::vector<Post> out = posts(shelf, sending, receiving, false);
  // Who has an embassy there needs none elsewhere: a list of the same time or older is out of date or mistaken.
  const auto embassy = embassy_listed_to(shelf, sending, receiving);
  if (embassy) std::erase_if(out, [&](const Post& post) { return post.all.front()->as_listed_on.known() && post.all.front()->as_listed_on.to <= *embassy; });
  return out;
}

const Mission* accredited_since(const Shelf& shelf, StateId sending, StateId receiving) {
  const auto embassy = embassy_listed_to(shelf, sending, receiving);
  if (!embassy) return nullptr;
  for (const Post& post : accreditations(shelf, sending, receiving)) {
    const Mission& m = *post.all.front();
    if (is_embassy_class(m.kind) && m.as_listed_on.known() && m.as_listed_on.to > *embassy && m.covered_from != sending) return &m;
  }
  return nullptr;
}

std::string_view post_words(const Shelf& shelf, const Mission& m, bool plural) {
  if (m.kind != "embassy") return mission_words(m.kind, plural);
  if (shelf.state(m.sending).key == "VAT") return plural ? "apostolic nunciatures" : "apostolic nunciature";
  // Members of the Commonwealth keep high commissions with each other.
  const Day day = m.as_listed_on.known() ? m.as_listed_on.to : edition_day(shelf.context);
  // So do the Cook Islands and Niue, which belong to the Realm of New Zealand and are no members of their own.
  const auto belongs = [&](const facts::StateFacts& facts, const world::State& state) { return state.key == "COK" || state.key == "NIU" || is_inside(facts, "COMMONWEALTH", day); };
  const bool both = belongs(*shelf.facts.of_a, shelf.a()) && belongs(*shelf.facts.of_b, shelf.b());
  return both ? plural ? "high commissions" : "high commission" : mission_words(m.kind, plural);
}

std::string listed_words(const Mission& m) {
  return m.as_listed_on.known() ? " " + on_date(m.as_listed_on) : std::string(" without a date");
}

bool lists_a_span(const Mission& m) { return m.as_listed_on.known() && m.as_listed_on.to > m.as_listed_on.from + std::chrono::days(366); }

std::string last_listed_words(const Mission& m) {
  return lists_a_span(m) ? " up to " + human_date(m.as_listed_on.to) : listed_words(m);
}

bool reaches_edition(const Shelf& shelf, const Mission& m) {
  return m.as_listed_on.known() && m.as_listed_on.to >= edition_day(shelf.context);
}

std::optional<Break> break_on(const RelationsState& state, const EdtfDate& day) {
  if (!day.known() || state.ambiguous) return std::nullopt;
  for (std::size_t i = 0; i + 1 < state.turns.size(); ++i) {
    const facts::Event &from = *state.turns[i], &to = *state.turns[i + 1];
    if (from.kind == "relations_resumed" || to.kind != "relations_resumed") continue;
    if (from.date.known() && to.date.known() && from.date.to < day.from && day.to < to.date.from) return Break{&from, &to};
  }
  return std::nullopt;
}

std::vector<const Mission*> embassies_during_breaks(const Shelf& shelf, const RelationsState& state) {
  std::vector<const Mission*> out;
  for (const Mission& m : shelf.facts.missions) {
    if (m.resident && is_embassy_class(m.kind) && !is_fixture_row(shelf, m) && !m.closed.known() && break_on(state, m.as_listed_on)) out.push_back(&m);
  }
  return out;
}

std::vector<const Mission*> embassies_without_relations(const Shelf& shelf, const RelationsState& state) {
  std::vector<const Mission*> out;
  const bool cut = state.status == RelationsStatus::severed || state.status == RelationsStatus::suspended;
  if (!cut && state.status != RelationsStatus::never_established) return out;
  for (const Mission& m : shelf.facts.missions) {
    if (!m.resident || !is_embassy_class(m.kind) || is_fixture_row(shelf, m)) continue;
    if (m.closed.known() && m.closed.from <= edition_day(shelf.context)) continue;
    // A list of before the break contradicts nothing; one without a date may.
    if (cut && m.as_listed_on.known() && m.as_listed_on.to < state.made_by->date.to) continue;
    out.push_back(&m);
  }
  return out;
}

}  // namespace comity::dossier
