// Visits as trips, each counted once, with the host state of the day, the occasion, and who is covered at all
// (rules.md 4). Meetings without a trip are told apart and not counted.
#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Event;

// The best told value of a field among the visits that are one trip.
facts::Text told(const Trip& trip, facts::Text Event::*field) {
  if (!(trip.event->*field).empty()) return trip.event->*field;
  for (const Event* e : trip.all) {
    if (!(e->*field).empty()) return e->*field;
  }
  for (const Event* e : trip.along) {
    if (field != &Event::occasion && !(e->*field).empty()) return e->*field;
  }
  return {};
}

std::string who(const Trip& trip) {
  const facts::Text office = told(trip, &Event::office);
  if (trip.event->person.empty()) return office.empty() ? "a representative" : std::string(office);
  return office.empty() ? std::string(trip.event->person) : fmt::format("{} ({})", trip.event->person, office);
}

const Trip* last_from(const std::vector<Trip>& trips, StateId visitor) {
  const auto it = std::ranges::find_if(trips.rbegin(), trips.rend(), [&](const Trip& t) { return t.visitor == visitor; });
  return it == trips.rend() ? nullptr : &*it;
}

// Whether a list covers travellers of the state: one that names nobody whom it covers, or names the state.
bool covers_travellers_of(const Shelf& shelf, StateId visitor) {
  const auto rows = coverage_of(shelf, "visits");
  if (rows.empty()) return true;  // said in a sentence of its own
  return std::ranges::any_of(rows, [&](const facts::Coverage* row) {
    return row->reporters.empty() || row->reporters == "all" || ("|" + row->reporters + "|").find("|" + shelf.state(visitor).key + "|") != std::string::npos;
  });
}

void add_finding(Section& section, const Shelf& shelf, const std::vector<Trip>& trips) {
  Words words(shelf);
  for (const StateId visitor : {shelf.facts.a, shelf.facts.b}) {
    const StateId host = visitor == shelf.facts.a ? shelf.facts.b : shelf.facts.a;
    const auto count = static_cast<std::size_t>(std::ranges::count(trips, visitor, &Trip::visitor));
    if (!words.empty()) words.text(" ");
    if (count == 0) {
      // None told by a list that covers this traveller is one thing; none because no list covers any is another (rules.md 4).
      const bool covered = covers_travellers_of(shelf, visitor);
      words.text(fmt::format(fmt::runtime(covered ? "No trip from {} to {} is recorded." : "Trips from {} to {} are covered by no list read here."), in_text(shelf.state(visitor)), in_text(shelf.state(host))));
      continue;
    }
    const Trip& last = *last_from(trips, visitor);
    words.text(fmt::format("{} from {} to {} recorded, the last by {} {}", capitalised(count_of(count, "trip", "trips")),
                           in_text(shelf.state(visitor)), in_text(shelf.state(host)) + (count == 1 ? " is" : " are"), who(last),
                           on_date(last.event->date)));
    words.age(last.event->date.to).cite(last.from()).text(".");
  }
  section.blocks.push_back(words.paragraph());
}

void add_timeline(Section& section, const Shelf& shelf, const std::vector<Trip>& trips) {
  constexpr std::size_t most = 30;  // an axis of more is no longer read; the table has them all
  document::Timeline timeline;
  timeline.title = fmt::format("Trips between {} and {}{}", in_text(shelf.a()), in_text(shelf.b()), trips.size() > most ? fmt::format(", the last {}", most) : "");
  for (const Trip& trip : std::span(trips).last(std::min(trips.size(), most))) {
    document::Timeline::Entry entry = timeline_span(trip.event->date);
    const facts::Text place = told(trip, &Event::place);
    entry.text = fmt::format("{} to {}", trip.event->person.empty() ? shelf.state(trip.visitor).name : std::string(trip.event->person),
                             place.empty() ? in_text(shelf.state(trip.host)) : std::string(place));
    entry.hue = shelf.hue(trip.visitor);
    entry.cites = shelf.book.cite(trip.from()).to;
    timeline.entries.push_back(std::move(entry));
  }
  section.blocks.push_back(std::move(timeline));
}

std::string occasion_words(const Trip& trip) {
  std::string out(told(trip, &Event::occasion));
  for (const Event* e : trip.along) out += fmt::format("{}{}", out.empty() ? "" : "; ", event_title(*e));
  // A list without titles tells in its own words what each journey was for.
  if (const facts::Text why = told(trip, &Event::detail); !why.empty() && trip.event->title.empty()) return out.empty() ? std::string(why) : fmt::format("{}: {}", out, why);
  if (const facts::Text met = told(trip, &Event::host); !met.empty()) out += fmt::format("{}met {}", out.empty() ? "" : "; ", met);
  return out.empty() ? "not given" : out;
}

void add_table(Section& section, const Shelf& shelf, const std::vector<Trip>& trips) {
  document::Table table;
  table.caption = "Trips, newest first";
  table.columns = {{"Date", "", false}, {"Who", "", false}, {"Trip", "", false}, {"Occasion", "", false}, {"Said by", "", false}};
  table.folded = true;
  for (auto it = trips.rbegin(); it != trips.rend(); ++it) {
    const facts::Text place = told(*it, &Event::place);
    std::vector<facts::Provenance> from = it->from();
    for (const Event* e : it->along) from.push_back(e->from_where);
    std::vector<std::string> said;
    for (const auto& one : from) {
      std::string name = publisher_words(shelf.source(one.source));
      if (std::ranges::find(said, name) == said.end()) said.push_back(std::move(name));
    }
    std::string trip = capitalised(fmt::format("{} to {}", in_text(shelf.state(it->visitor)), in_text(shelf.state(it->host))));
    if (!place.empty()) trip += fmt::format(" ({})", place);
    table.rows.push_back({plain(human_date(it->event->date)), plain(who(*it)), plain(trip), plain(occasion_words(*it)),
                          Words(shelf).text(join_words(said)).cite(from).done()});
  }
  section.blocks.push_back(std::move(table));
}

void add_rest(Section& section, const Shelf& shelf, const Trips& counted) {
  document::List list;
  for (const Event* e : counted.unplaced) {
    list.items.push_back(Words(shelf)
                             .text(fmt::format("{} ({}): which trip is meant cannot be told from the date; not counted again", event_title(*e),
                                               human_date(e->date)))
                             .cite(*e)
                             .done());
  }
  for (const MergedEvent& merged : merge_events(shelf, [](const Event& e) { return e.kind == "meeting"; })) {
    const Event& e = *merged.event;
    Words words(shelf);
    words.text(fmt::format("{}: {}", human_date(e.date), event_title(e)));
    if (!e.place.empty()) words.text(fmt::format(", {}", e.place));
    list.items.push_back(words.cite(merged.from()).text(" (a meeting, not counted as a visit)").done());
  }
  for (auto& line : statement_lines(shelf, "visits")) list.items.push_back(std::move(line));
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

}  // namespace

Section visits_section(const Shelf& shelf) {
  Section section;
  section.id = "visits";
  section.title = "Visits";
  const Trips counted = count_trips(shelf);
  const bool meetings = std::ranges::any_of(shelf.facts.events, [&](const Event& e) { return e.kind == "meeting" && is_shown(shelf, e); });
  if (counted.trips.empty() && counted.unplaced.empty() && !meetings) {
    // Lists of the travels of two states' leaders cover no other pair.
    const std::string where = covering_words(shelf, "visits");
    section.blocks.push_back(gap("visits of heads of state and government and ministers", where, "the two foreign ministries"));
    return section;
  }
  if (!counted.trips.empty()) add_finding(section, shelf, counted.trips);
  section.blocks.push_back(Words(shelf).text(who_is_covered(shelf, "visits")).paragraph());
  const bool brief = shelf.request.profile == Profile::brief;
  if (!counted.trips.empty() && !brief) {
    add_timeline(section, shelf, counted.trips);
    add_table(section, shelf, counted.trips);
  }
  if (!brief) add_rest(section, shelf, counted);
  return section;
}

}  // namespace comity::dossier
