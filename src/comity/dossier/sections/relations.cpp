// Recognition, relations and their breaks. The status is computed from dated events (detail/relations_status.hpp);
// "since D" stands only where a source that would list breaks reaches the edition's date (rules.md 1 to 3).
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "comity/dossier/detail/disputes.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/mission_lists.hpp"
#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Event;

bool belongs(const Event& event) {
  return is_relations_event(event.kind) || event.kind == "recognition" || event.kind == "recognition_withdrawn" ||
         event.kind == "protecting_power_named";
}

void add_recognitions(Section& section, const Shelf& shelf, const RelationsState& state) {
  Words words(shelf);
  // Whoever takes up relations recognises: a recognition of later contradicts their date, or was of another government.
  const Event* start = state.established && state.established->date.known() ? state.established : nullptr;
  bool all_later = start != nullptr;
  for (const MergedEvent& merged : recognitions(shelf)) {
    if (!words.empty()) words.text(" ");
    add_recognition(words, shelf, merged);
    all_later = all_later && merged.event->date.known() && merged.event->date.from > start->date.to;
  }
  if (words.empty()) return;
  words.text(all_later ? fmt::format(" That is later than {}, the date given for relations: whoever takes up relations recognises, so one of the two dates is wrong or the recognition was of a new government.", human_date(start->date))
                       : std::string(" Recognition is not yet relations."));
  section.blocks.push_back(words.paragraph());
}

void add_protecting_powers(Section& section, const Shelf& shelf) {
  for (const MergedEvent& merged : merge_events(shelf, [](const Event& e) { return e.kind == "protecting_power_named"; })) {
    const Event& e = *merged.event;
    if (!e.third) continue;
    Words words(shelf);
    const std::string power = capitalised(in_text(shelf.state(e.third)));
    const std::string whose = e.actor ? in_text(shelf.state(e.actor)) : std::string("one of the two");
    words.text(e.date.known() ? fmt::format("{} took over the protection of the interests of {} {}", power, whose, on_date(e.date))
                              : fmt::format("{} is named as protecting power for {}; the date is not given", power, whose));
    section.blocks.push_back(words.cite(merged.from()).text(".").paragraph());
  }
  for (const auto& [sender, host] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    for (const Post& post : resident_posts(shelf, sender, host)) {
      if (post.mission->kind != "interests_section" || is_closed(shelf, post)) continue;
      Words words(shelf);
      words.text(fmt::format("{} interests section{} is listed by ", capitalised(possessive(in_text(shelf.state(sender)))),
                             post.mission->city.empty() ? "" : fmt::format(" in {}", post.mission->city)));
      for (const facts::Mission* m : post.all) {
        if (m != post.all.front()) words.text(" and by ");
        words.text(fmt::format("{}{}", publisher_in_text(shelf.source(m->from_where.source)), listed_words(*m))).cite(*m);
      }
      section.blocks.push_back(words.text(". An interests section is no embassy.").paragraph());
    }
  }
}

// An embassy on a list made after relations were cut: one of the two is out of date (rules.md 3).
void add_conflicts(Section& section, const Shelf& shelf, const RelationsState& state) {
  const std::vector<const facts::Mission*> listed = embassies_without_relations(shelf, state);
  for (const StateId sender : {shelf.facts.a, shelf.facts.b}) {
    std::vector<const facts::Mission*> own;
    std::ranges::copy_if(listed, std::back_inserter(own), [&](const facts::Mission* m) { return m->sending == sender; });
    if (own.empty()) continue;
    const auto placed = std::ranges::find_if(own, [](const facts::Mission* m) { return !m->city.empty(); });
    const facts::Mission& one = placed == own.end() ? *own.front() : **placed;
    Words words(shelf);
    words.badge({"conflict", document::Badge::warning});
    words.text(fmt::format(" An embassy of {} in {} is named by ", in_text(shelf.state(sender)), one.city.empty() ? in_text(shelf.state(one.receiving)) : std::string(one.city)));
    for (const facts::Mission* m : own) {
      if (m != own.front()) words.text(" and by ");
      words.text(fmt::format("{}{}", publisher_in_text(shelf.source(m->from_where.source)), listed_words(*m))).cite(*m);
    }
    words.text(fmt::format(", although the two have no diplomatic relations by the events above; the {} may be out of date.", own.size() == 1 ? "list" : "lists"));
    section.blocks.push_back(words.paragraph());
  }
}

// The same of a break that has ended since: the list's day counts, not today.
void add_conflicts_of_then(Section& section, const Shelf& shelf, const RelationsState& state) {
  for (const facts::Mission* m : embassies_during_breaks(shelf, state)) {
    const Break during = *break_on(state, m->as_listed_on);
    Words words(shelf);
    words.badge({"conflict", document::Badge::warning});
    words.text(fmt::format(" An embassy of {} in {} is named by {}{}", in_text(shelf.state(m->sending)), m->city.empty() ? in_text(shelf.state(m->receiving)) : std::string(m->city),
                           publisher_words(shelf.source(m->from_where.source)), listed_words(*m))).cite(*m);
    words.text(fmt::format(", although relations were {} from {}", during.made_by->kind == "relations_severed" ? "severed" : "suspended", human_date(during.made_by->date))).cite(*during.made_by);
    words.text(fmt::format(" to {}", human_date(during.ended_by->date))).cite(*during.ended_by).text("; the list may have been out of date.");
    section.blocks.push_back(words.paragraph());
  }
}

void add_other_dates(Section& section, const Shelf& shelf, const RelationsState& state) {
  std::vector<std::string> dates;
  std::vector<facts::Provenance> from;
  for (const MergedEvent& merged : other_starts(shelf, state)) {
    const Event& e = *merged.event;
    std::vector<std::string> publishers;
    for (const Event* one : merged.all) {
      if (std::string name = publisher_words(shelf.source(one->from_where.source)); std::ranges::find(publishers, name) == publishers.end()) publishers.push_back(std::move(name));
    }
    dates.push_back(fmt::format("{} by {}{}", human_date(e.date), join_words(publishers), e.status == "disputed" ? " (whose own list has the other)" : ""));
    for (const auto& one : merged.from()) from.push_back(one);
  }
  if (dates.empty()) return;
  Words words(shelf);
  words.text(fmt::format("{} given as well: {}", dates.size() == 1 ? "Another date is" : "Other dates are", join_words(dates))).cite(from);
  // One voice that says two things is no disagreement, and nothing stands there (rules.md 8).
  words.text(disputed_relations_dates(shelf).empty() ? "." : "; see “Where the sources disagree”.");
  section.blocks.push_back(words.paragraph());
}

// "Contributors to … have 6 October 2025 beside it": what fell on that day the page does not say.
void add_later_days(Section& section, const Shelf& shelf, const RelationsState& state) {
  std::vector<std::string> days;
  std::vector<facts::Provenance> from;
  std::string publisher;
  for (const MergedEvent& merged : later_days(shelf, state)) {
    days.push_back(human_date(merged.event->date));
    if (publisher.empty()) publisher = publisher_in_text(shelf.source(merged.event->from_where.source));
    for (const auto& one : merged.from()) from.push_back(one);
  }
  if (days.empty()) return;
  section.blocks.push_back(Words(shelf)
                               .text(fmt::format("A page by {} dates relations on {} as well, without saying what fell on {}: relations resumed, a treaty, or a slip", publisher, join_words(days),
                                                 days.size() == 1 ? "that day" : "those days"))
                               .cite(from)
                               .text(".")
                               .paragraph());
}

// "that is a predecessor's date", "Iraq was not yet independent".
std::string why_not_theirs(const Shelf& shelf, const Event& e) {
  const StateId young = not_yet_independent(e, shelf.context);
  if (!young) return "that is a predecessor’s date, not one of these two";
  return fmt::format("{} was not yet independent then, but {}", in_text(shelf.state(young)), on_date(shelf.state(young).spans.front().from).insert(0, "became so "));
}

// A date of before one of the two is not theirs (rules.md 6).
void add_predecessors(Section& section, const Shelf& shelf) {
  for (const MergedEvent& merged : merge_events(shelf, belongs)) {
    const Event& e = *merged.event;
    if (!e.date.known() || !is_of_predecessor(e, shelf.context)) continue;
    section.blocks.push_back(Words(shelf)
                                 .text(fmt::format("{} is given as well ({}); {}", capitalised(human_date(e.date)), event_kind_words(e.kind), why_not_theirs(shelf, e)))
                                 .cite(merged.from())
                                 .text(".")
                                 .paragraph());
  }
}

std::string actor_words(const Shelf& shelf, const Event& event) {
  return event.actor ? shelf.state(event.actor).name : event.kind == "recognition" ? "mutual" : "";
}

void add_table(Section& section, const Shelf& shelf) {
  document::Table table;
  table.caption = "Events that made or broke relations";
  table.columns = {{"Date", "", false}, {"Event", "", false}, {"By", "", false}, {"Said by", "", false}};
  table.folded = true;
  for (const MergedEvent& merged : merge_events(shelf, belongs)) {
    const Event& e = *merged.event;
    std::vector<std::string> publishers;
    for (const Event* one : merged.all) {
      std::string name = publisher_words(shelf.source(one->from_where.source));
      if (std::ranges::find(publishers, name) == publishers.end()) publishers.push_back(std::move(name));
    }
    Words what(shelf);
    what.text(event_title(e));
    if (!e.detail.empty()) what.text(fmt::format(". {}", capitalised(std::string(e.detail))));
    table.rows.push_back({plain(human_date(e.date)), what.done(), plain(actor_words(shelf, e)),
                          Words(shelf).text(join_words(publishers)).cite(merged.from()).done()});
  }
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
}

}  // namespace

Section relations_section(const Shelf& shelf) {
  Section section;
  section.id = "relations";
  section.title = "Diplomatic relations";
  const RelationsState state = status_of(shelf);
  const bool any = std::ranges::any_of(shelf.facts.events, [&](const Event& e) { return belongs(e) && is_shown(shelf, e); }) ||
                   std::ranges::any_of(shelf.facts.missions, [](const auto& m) { return m.kind == "interests_section"; });
  if (!any) {
    section.blocks.push_back(no_relations_gap(shelf));
    return section;
  }
  // The brief has two pages: relations that were never cut stand at a glance, and once is enough.
  if (shelf.request.profile == Profile::brief && state.status == RelationsStatus::in_relations && state.made_by == state.established) return section;
  section.blocks.push_back(document::Paragraph{status_sentence(shelf, state)});
  for (const std::string& note : standing_notes(shelf)) section.blocks.push_back(Words(shelf).text(note).paragraph());
  add_recognitions(section, shelf, state);
  add_other_dates(section, shelf, state);
  add_later_days(section, shelf, state);
  add_predecessors(section, shelf);
  add_protecting_powers(section, shelf);
  add_conflicts(section, shelf, state);
  add_conflicts_of_then(section, shelf, state);
  if (shelf.request.profile != Profile::brief) add_table(section, shelf);
  return section;
}

}  // namespace comity::dossier
