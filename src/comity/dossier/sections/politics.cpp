// Votes at the United Nations with their rank, organisations shared and left, sanctions and disputes. No flag of an
// alliance, regime or empire becomes a word here (rules.md 24 to 26).
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/organizations.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/detail/votes.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "comity/base/number.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Event;
using facts::Organization;

std::string rank_words(const Shelf& shelf, const facts::Observation& o, StateId of) {
  const facts::Standing* s = standing_of(shelf, o, of);
  if (!s) return {};
  const std::string name = possessive(in_text(shelf.state(of)));
  if (s->rank == 0) return s->why_no_rank.empty() ? std::string() : fmt::format("no rank among {} partners ({})", name, s->why_no_rank);
  return fmt::format("rank {} of {} among {} partners", s->rank, human_number(s->partners), name);
}

void say_agreement(Words& words, const Shelf& shelf, const VoteYear& last) {
  words.text(fmt::format("In {} the two voted alike in ", vote_period(*last.agreement))).figure(*last.agreement).cite(*last.agreement);
  words.text(" of ").figure(count(last.common->value, "votes")).text(" votes of the General Assembly in which both took part").cite(*last.common);
  std::vector<std::string> ranks;
  for (const StateId id : {shelf.facts.a, shelf.facts.b}) {
    if (std::string rank = rank_words(shelf, *last.agreement, id); !rank.empty()) ranks.push_back(std::move(rank));
  }
  words.text(ranks.empty() ? "; where that stands among the partners of each is not known here" : fmt::format(": {}", join_words(ranks)));
  words.age(end_of(*last.agreement)).text(".");
}

void add_votes(Section& section, const Shelf& shelf) {
  const std::vector<VoteYear> years = vote_years(shelf);
  if (years.empty()) return;
  const VoteYear& last = years.back();
  Words words(shelf);
  // Of a thin pair the figure and its ranks stand at a glance; what was measured stands here.
  const bool ranked = standing_of(shelf, *last.agreement, shelf.facts.a) || standing_of(shelf, *last.agreement, shelf.facts.b);
  const bool thin = ranked && is_thin(shelf) && shelf.request.profile == Profile::full;
  if (!thin) say_agreement(words, shelf, last);
  const std::string_view measure = last.agreement->variant.empty()
                                       ? std::string_view("the same vote (yes, no, abstention) of those in which both took part")
                                       : std::string_view(last.agreement->variant);
  words.text(fmt::format("{}: {}", thin ? "Measure of the votes at a glance" : " Measure", measure));
  if (thin) words.cite(*last.agreement);
  if (!last.agreement->note.empty()) words.text(fmt::format(" ({})", last.agreement->note));
  words.text(".");
  section.blocks.push_back(words.paragraph());
  if (shelf.request.profile == Profile::brief || is_thin(shelf) || years.size() < 3) return;
  document::LineChart chart;
  chart.indicator = "un_vote_agreement";
  chart.title = fmt::format("How often {} and {} vote alike", in_text(shelf.a()), in_text(shelf.b()));
  chart.subtitle = "Share of common votes of the UN General Assembly, percent, by session, under the year in which it began; sessions with fewer than 30 common votes are left out";
  chart.unit = "percent";
  document::Series series;
  series.name = "agreement";
  std::vector<facts::Provenance> from;
  int before = years.front().agreement->year();
  for (const VoteYear& year : years) {
    for (int gap = before + 1; gap < year.agreement->year(); ++gap) series.points.push_back({static_cast<double>(gap), std::nullopt, "fewer than 30 common votes", "", false});
    before = year.agreement->year();
    series.points.push_back({static_cast<double>(before), year.agreement->value, "", "", false});
    from.push_back(year.agreement->from_where);
  }
  series.points.back().label = human_percent(last.agreement->value);
  series.cites = shelf.book.enter_rows(from);
  chart.series.push_back(std::move(series));
  chart.source_line = publisher_words(shelf.source(last.agreement->from_where.source));
  section.blocks.push_back(std::move(chart));
}

bool is_organisation(const Organization& o) { return !is_treaty(o); }

std::string joined(const std::vector<Belonging>& rows, std::size_t most) {
  std::vector<std::string> names;
  for (const Belonging& row : rows) {
    if (names.size() == most) break;
    names.push_back(short_name(*row.organization));
  }
  if (rows.size() > most) names.push_back(count_of(rows.size() - most, "other", "others"));
  return join_words(names);
}

// Initiatives are known up to days of their own: each is told with its first day and that one.
void add_initiatives(Section& section, const Shelf& shelf, const OrganizationsOfPair& both) {
  Words words(shelf);
  for (const SharedOrganization& s : both.shared) {
    if (!is_initiative(*s.organization)) continue;
    words.text(fmt::format("{}{}", words.empty() ? "Both take part in " : "; in ", short_name(*s.organization)));
    // Both take part from the day on which the later of the two came to it.
    if (s.a->from.known() && s.b->from.known()) words.text(fmt::format(" (from {})", human_date(s.a->from.from < s.b->from.from ? s.b->from : s.a->from)));
    words.cite(std::vector{s.a->from_where, s.b->from_where});
    const auto reach = try_parse_edtf(s.organization->coverage_to);
    if (reach && reach->known()) words.text(fmt::format(", known up to {}", human_date(*reach)));
  }
  if (!words.empty()) section.blocks.push_back(words.text(".").paragraph());
}

void add_shared(Section& section, const Shelf& shelf, const OrganizationsOfPair& both) {
  std::vector<SharedOrganization> shared;
  std::ranges::copy_if(both.shared, std::back_inserter(shared), [](const SharedOrganization& s) { return !is_initiative(*s.organization); });
  if (shared.empty()) return add_initiatives(section, shelf, both);
  constexpr std::size_t most = 6;
  std::vector<std::string> names;
  std::vector<facts::Provenance> from;
  for (const SharedOrganization& s : shared) {
    if (names.size() < most) names.push_back(short_name(*s.organization));
    from.push_back(s.a->from_where), from.push_back(s.b->from_where);
  }
  if (shared.size() > most) names.push_back(count_of(shared.size() - most, "other", "others"));
  Words words(shelf);
  words.text(fmt::format("Both belong to {}", join_words(names))).cite(std::span(from).first(std::min(from.size(), 2 * most)));
  const std::string reach = reach_words(shared, most);
  words.text(reach.empty() ? "." : fmt::format(", by a table of memberships that reaches {}.", reach));
  section.blocks.push_back(words.paragraph());
  add_initiatives(section, shelf, both);
}

std::string lesser_words(std::string_view kind) {
  if (kind == "associate") return "an associate member";
  return kind == "observer" ? "an observer" : fmt::format("“{}”", kind);
}

// "Sudan has been suspended from the AU since 27 October 2021 and remains a member".
std::string resting_words(std::string_view state, const Belonging& one) {
  const facts::Membership& row = *one.suspension;
  const std::string name = short_name(*one.organization), day = row.from.known() ? human_date(row.from) : std::string();
  if (row.kind == "says_it_left") return fmt::format("By its own account {} left {}{}; the organisation goes on listing it as a member", state, name, day.empty() ? "" : fmt::format(" with effect of {}", day));
  if (day.empty()) return fmt::format("{} {} {}, of which it remains a member", state, row.kind == "suspended" ? "is suspended from" : "takes no part in", name);
  return fmt::format("{} {} {} since {} and remains a member", state, row.kind == "suspended" ? "has been suspended from" : "has taken no part in", name, day);
}

// What is recognised by some alone did not walk out: its seat went to another.
std::string_view leaving_words(const world::State& state) { return state.kind == "disputed" ? "ceased to belong to" : "left"; }

void add_exits(Section& section, const Shelf& shelf, const OrganizationsOfPair& both) {
  Words words(shelf);
  for (const auto& [state, rows] : {std::pair(shelf.facts.a, &both.left_by_a), std::pair(shelf.facts.b, &both.left_by_b)}) {
    for (std::size_t i = 0; i < std::min<std::size_t>(rows->size(), 3); ++i) {
      const Belonging& left = (*rows)[i];
      if (!words.empty()) words.text(" ");
      // A year or a month has no last day.
      const std::string when = left.row->to.text.size() >= 10 ? "last day " + human_date(left.row->to) : on_date(left.row->to);
      words.text(fmt::format("{} {} {} ({})", capitalised(in_text(shelf.state(state))), leaving_words(shelf.state(state)), short_name(*left.organization), when));
      words.cite(*left.row);
      if (left.lesser) words.text(fmt::format(", and has taken part as {} since {}", lesser_words(left.lesser->kind), human_date(left.lesser->from))).cite(*left.lesser);
      words.text(".");
    }
  }
  for (const SharedOrganization& one : both.ended) {
    const std::string end = one.a->to.text.size() >= 10 ? "last day " + human_date(one.a->to) : on_date(one.a->to);
    words.text(fmt::format("{}Both belonged to {} until it ended ({})", words.empty() ? "" : " ", short_name(*one.organization), end));
    words.cite(std::vector{one.a->from_where, one.b->from_where}).text(".");
  }
  for (const auto& [state, rows] : {std::pair(shelf.facts.a, &both.suspended_a), std::pair(shelf.facts.b, &both.suspended_b)}) {
    for (const Belonging& one : *rows) {
      if (!words.empty()) words.text(" ");
      words.text(resting_words(capitalised(in_text(shelf.state(state))), one)).cite(*one.suspension).text(".");
    }
  }
  if (!words.empty()) section.blocks.push_back(words.paragraph());
}

void add_apart(Section& section, const Shelf& shelf, const OrganizationsOfPair& both) {
  Words words(shelf);
  for (const auto& [state, rows] : {std::pair(shelf.facts.a, &both.only_a), std::pair(shelf.facts.b, &both.only_b)}) {
    std::vector<Belonging> bodies;
    std::ranges::copy_if(*rows, std::back_inserter(bodies), [](const Belonging& b) { return !is_initiative(*b.organization); });
    if (bodies.empty()) continue;
    std::vector<facts::Provenance> from;
    for (std::size_t i = 0; i < std::min<std::size_t>(bodies.size(), 6); ++i) from.push_back(bodies[i].row->from_where);
    if (!words.empty()) words.text(" ");
    words.text(fmt::format("Only {} {} in {}", in_text(shelf.state(state)), "is", joined(bodies, 6))).cite(from).text(".");
  }
  if (!words.empty()) section.blocks.push_back(words.paragraph());
}

void add_table(Section& section, const Shelf& shelf, const OrganizationsOfPair& both) {
  if (both.shared.empty()) return;
  document::Table table;
  table.caption = "Organisations to which both belong";
  table.columns = {{"Organisation", "", false}, {fmt::format("{} since", shelf.a().name), "", false}, {fmt::format("{} since", shelf.b().name), "", false}};
  table.folded = true;
  for (const SharedOrganization& s : both.shared) {
    const auto cell = [&](const facts::Membership& m) { return Words(shelf).text(since_words(shelf, m)).cite(m).done(); };
    table.rows.push_back({plain(s.organization->name), cell(*s.a), cell(*s.b)});
  }
  section.blocks.push_back(std::move(table));
}

void add_quarrels(Section& section, const Shelf& shelf) {
  document::List list;
  const auto wanted = [](const Event& e) { return e.kind == "dispute" || e.kind == "war" || e.kind.starts_with("sanction_"); };
  std::vector<MergedEvent> quarrels = merge_events(shelf, wanted);
  fold_wars(quarrels);
  for (const MergedEvent& merged : quarrels) {
    const Event& e = *merged.event;
    Words words(shelf);
    words.text(fmt::format("{}: {}", human_date(e.date), event_title(e)));
    if (e.actor && e.kind.starts_with("sanction_")) words.text(fmt::format(", by {}", in_text(shelf.state(e.actor))));
    if (!e.detail.empty()) words.text(fmt::format(". {}", e.detail));
    list.items.push_back(words.cite(merged.from()).done());
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

}  // namespace

Section politics_section(const Shelf& shelf) {
  Section section;
  section.id = "politics";
  section.title = "Politics";
  const OrganizationsOfPair both = organizations_of(shelf, is_organisation);
  const bool brief = shelf.request.profile == Profile::brief;
  if (!brief) add_votes(section, shelf);  // the brief has the measure and its rank at a glance
  add_shared(section, shelf, both);
  add_exits(section, shelf, both);
  add_quarrels(section, shelf);
  for (auto& line : statement_lines(shelf, "politics")) section.blocks.push_back(document::Paragraph{std::move(line)});
  if (!brief && !is_thin(shelf)) {
    add_apart(section, shelf, both);
    add_table(section, shelf, both);
  }
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("votes at the United Nations, shared organisations, sanctions and disputes", covering_words(shelf, "un_vote_agreement")));
  }
  return section;
}

}  // namespace comity::dossier
