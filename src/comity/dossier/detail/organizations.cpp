#include "comity/dossier/detail/organizations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Membership;
using facts::Organization;

bool is_full(std::string_view kind) { return kind == "member" || kind == "founding_member" || kind == "party" || kind == "participant"; }

// A member whose rights rest, that takes no part of its own will (Cuba in the Organization of American States), or that says it is one no more while the
// organisation goes on listing it (Venezuela).
bool is_resting(std::string_view kind) { return kind == "suspended" || kind == "takes_no_part" || kind == "says_it_left"; }

bool holds_on(const Membership& m, Day day) {
  if (m.from.known() && m.from.from > day) return false;
  return !m.to.known() || m.to.to >= day;
}

// The row of one state in one organisation that speaks on the day.
Belonging belonging(std::span<const Membership> rows, const Organization& organization, Day day) {
  Belonging out{&organization, nullptr, false, nullptr, nullptr};
  for (const Membership& m : rows) {
    if (!is_full(m.kind)) continue;
    if (m.from.known() && m.from.from > day) continue;
    const bool now = holds_on(m, day);
    if (out.inside && !now) continue;
    if (!out.row || now || m.to.to > out.row->to.to) out.row = &m;
    out.inside |= now;
  }
  // A suspension that has not ended takes a member out of the count, not out of the organisation.
  for (const Membership& m : rows) {
    if (is_resting(m.kind) && holds_on(m, day)) out.inside = false, out.suspension = &m;
    else if (!is_full(m.kind) && !is_resting(m.kind) && m.from.known() && holds_on(m, day)) out.lesser = &m;
  }
  return out;
}

bool has_ended(const Organization& o, Day day) {
  // Only organisations of the past have a reach that ended long ago: the G8, the OAU.
  if (o.importance < 7) return false;
  const auto reach = try_parse_edtf(o.coverage_to);
  return reach && reach->known() && years_between(reach->to, day) >= 5;
}

// The last day of a state that is no more.
std::optional<Day> ended_on(const world::State& state, Day day) {
  if (state.spans.empty() || state.spans.back().to >= day) return std::nullopt;
  return state.spans.back().to;
}

// A membership that ended with its state was not left.
bool left_alive(const Membership& m, std::optional<Day> end) { return !end || m.to.to < *end - std::chrono::days{1}; }

// A membership that ended with the organisation was not left either: the Warsaw Pact, whose members ended it.
bool ended_with_it(const Membership& m, const Organization& o, Day day) {
  const auto reach = try_parse_edtf(o.coverage_to);
  return reach && reach->known() && years_between(reach->to, day) >= 5 && m.to.to >= reach->to;
}

// A leaving that says something of the two: what the other has belonged to as well, or of the last 25 years. That Britain left EFTA in
// 1972 is no matter between it and North Korea.
bool concerns_both(const Membership& left, std::span<const Membership> others, Day day) {
  return std::ranges::any_of(others, [](const Membership& m) { return is_full(m.kind); }) || years_between(left.to.to, day) < 25;
}

// An organisation and what either has to do with it.
struct Concern {
  const Organization* organization;
  std::span<const Membership> a, b;
};

}  // namespace

OrganizationsOfPair organizations_of(const Shelf& shelf, const std::function<bool(const Organization&)>& wanted) {
  OrganizationsOfPair out;
  const Day day = edition_day(shelf.context);
  const auto end_a = ended_on(shelf.a(), day), end_b = ended_on(shelf.b(), day);
  const Day until = std::min({day, end_a.value_or(day), end_b.value_or(day)});
  std::vector<Concern> all;
  const auto& organizations = shelf.context.organizations;
  each_concern(*shelf.facts.of_a, *shelf.facts.of_b, organizations.size(), [&](std::size_t place, std::span<const Membership> a, std::span<const Membership> b) {
    const Organization& one = organizations[place];
    if (wanted(one) && !has_ended(one, day)) all.push_back({&one, a, b});
  });
  // An initiative of some years is no body that a state belongs to for good: last.
  std::ranges::stable_sort(all, {}, [](const Concern& c) { return std::tuple(is_initiative(*c.organization), c.organization->importance, std::string_view(c.organization->name)); });
  for (const auto& [o, rows_a, rows_b] : all) {
    const Belonging a = belonging(rows_a, *o, day), b = belonging(rows_b, *o, day);
    if (a.belongs() && b.belongs() && a.row && b.row) {
      out.shared.push_back({o, a.row, b.row});
      if (a.suspension) out.suspended_a.push_back(a);
      if (b.suspension) out.suspended_b.push_back(b);
      continue;
    }
    // Who is an associate or an observer is not outside (Chile and Mercosur).
    if (a.inside && !b.lesser) out.only_a.push_back(a);
    if (b.inside && !a.lesser) out.only_b.push_back(b);
    const auto left = [&](const Belonging& one, std::optional<Day> end, std::span<const Membership> others) {
      return one.row && !one.inside && one.row->to.known() && !ended_with_it(*one.row, *o, day) && left_alive(*one.row, end) && concerns_both(*one.row, others, until);
    };
    if (left(a, end_a, rows_b)) out.left_by_a.push_back(a);
    if (left(b, end_b, rows_a)) out.left_by_b.push_back(b);
    if (a.row && b.row && ended_with_it(*a.row, *o, day) && ended_with_it(*b.row, *o, day)) out.ended.push_back({o, a.row, b.row});
  }
  // Of what is, nothing is told where one of the two is no more; and a territory is not outside what its state has joined for it.
  if (end_a || end_b) out.shared.clear(), out.suspended_a.clear(), out.suspended_b.clear();
  if (end_a || end_b || is_territory(shelf, shelf.facts.b)) out.only_a.clear();
  if (end_a || end_b || is_territory(shelf, shelf.facts.a)) out.only_b.clear();
  if (end_b) std::erase_if(out.left_by_a, [&](const Belonging& b) { return b.row->to.to > *end_b; });
  if (end_a) std::erase_if(out.left_by_b, [&](const Belonging& b) { return b.row->to.to > *end_a; });
  return out;
}

bool is_inside(const facts::StateFacts& state, std::string_view organization, Day day) {
  return std::ranges::any_of(state.in(organization), [&](const Membership& m) { return is_full(m.kind) && holds_on(m, day); });
}

bool is_initiative(const Organization& o) { return o.kind == "initiative"; }

bool is_treaty(const Organization& o) { return o.kind == "treaty" || o.kind == "environment_treaty" || o.kind == "compiled_treaty"; }

bool is_culture_convention(const Organization& o) {
  return o.key == "CETS018" || o.key == "CETS165" || (o.key.starts_with("UNESCO") && o.key.size() > 6);
}

std::string short_name(const Organization& o) {
  // Names that take no article: those read as words, and names of programmes.
  constexpr std::array<std::string_view, 22> bare = {"NATO",  "ASEAN",  "UNESCO",   "OPEC",  "MERCOSUR", "BRICS",  "SCHENGEN", "TURKSOY", "EFTA",
                                                     "CARICOM", "ECOWAS", "SAARC", "GCA",  "Z5_1",     "BIMSTEC", "APEC",    "GUAM",
                                                     "AUKUS", "BENELUX", "CEMAC", "UEMOA", "ANZUS"};
  const std::string& name = o.short_name.empty() ? o.name : o.short_name;
  return std::ranges::find(bare, o.key) != bare.end() ? name : "the " + name;
}

std::string since_words(const Shelf& shelf, const Membership& membership) {
  if (!membership.from.known()) return "not given";
  const std::string date = human_date(membership.from);
  const world::State& state = shelf.state(membership.state);
  if (state.spans.empty() || membership.from.to >= state.spans.front().from - std::chrono::days{60}) return date;
  return fmt::format("{} ({})", date, had_predecessor(*shelf.context.states, state.id) ? "its predecessor" : "before its independence");
}

std::string reach_words(const std::vector<SharedOrganization>& shared, std::size_t first) {
  std::optional<EdtfDate> reach;
  for (std::size_t i = 0; i < std::min(first, shared.size()); ++i) {
    const auto date = try_parse_edtf(shared[i].organization->coverage_to);
    if (!date || !date->known()) return {};
    if (!reach || date->to < reach->to) reach = *date;
  }
  return reach ? human_date(*reach) : std::string();
}

}  // namespace comity::dossier
