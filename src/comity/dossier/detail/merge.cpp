#include "comity/dossier/detail/merge.hpp"

#include <algorithm>

#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Event;

std::vector<facts::Provenance> places(const std::vector<const Event*>& events) {
  std::vector<facts::Provenance> out;
  for (const Event* event : events) out.push_back(event->from_where);
  return out;
}

bool is_travel(std::string_view kind) { return kind == "visit" || kind == "ceremony"; }

// "Steinmeier" of "Frank-Walter Steinmeier": lists write first names and titles differently.
std::string last_name(std::string_view person) {
  const std::string folded = world::fold_name(person);
  const std::size_t blank = folded.rfind(' ');
  return blank == std::string::npos ? folded : folded.substr(blank + 1);
}

// Whether one of the two lies within the other: "1883" and 11 June 1883.
bool contains(const EdtfDate& x, const EdtfDate& y) { return (x.from <= y.from && y.to <= x.to) || (y.from <= x.from && x.to <= y.to); }

StateId host_of(const Event& event) { return event.actor == event.a ? event.b : event.a; }

// A list by years that names a traveller twice under one year, and says so, means two trips.
bool listed_apart(const Trip& trip, const Event& event) {
  constexpr std::string_view again = "another visit of the year";
  return std::ranges::any_of(trip.all, [&](const Event* told) {
    return told->from_where.source == event.from_where.source && told->date == event.date && (told->occasion == again || event.occasion == again);
  });
}

bool same_trip(const Trip& trip, const Event& event) {
  return !listed_apart(trip, event) && trip.visitor == event.actor && trip.host == host_of(event) && last_name(trip.event->person) == last_name(event.person) &&
         trip.event->date.overlaps(event.date);
}

}  // namespace

std::vector<facts::Provenance> MergedEvent::from() const { return places(all); }

std::vector<facts::Provenance> Trip::from() const { return places(all); }

bool is_shown(const Shelf& shelf, const Event& event) {
  return event.status != "planned" && !(event.from_where.source && is_fixture(shelf.source(event.from_where.source)));
}

std::vector<MergedEvent> merge_events(const Shelf& shelf, const std::function<bool(const Event&)>& wanted) {
  std::vector<MergedEvent> out;
  for (const Event& event : shelf.facts.events) {
    if (!is_shown(shelf, event) || !wanted(event)) continue;
    const auto same = std::ranges::find_if(out, [&](const MergedEvent& m) {
      const Event& e = *m.event;
      const bool actors = e.actor == event.actor || !e.actor || !event.actor;
      // Of relations, a year and a day in it are one date told twice.
      const bool relations = event.kind.starts_with("relations_");
      const bool dates = e.date == event.date || (relations && e.date.known() && event.date.known() && contains(e.date, event.date));
      return e.kind == event.kind && dates && actors && (relations || e.title == event.title);
    });
    MergedEvent& merged = same == out.end() ? out.emplace_back() : *same;
    const bool sharper = merged.event && event.date.to - event.date.from < merged.event->date.to - merged.event->date.from;
    const bool fuller = merged.event && !merged.event->actor && event.actor && event.date == merged.event->date;
    if (!merged.event || sharper || fuller) merged.event = &event;
    merged.all.push_back(&event);
    merged.voices.insert(voice_of(shelf.context, shelf.source(event.from_where.source)));
  }
  std::ranges::stable_sort(out, {}, [](const MergedEvent& m) {
    return std::tuple(!m.event->date.known(), m.event->date.from == first_day ? m.event->date.to : m.event->date.from);
  });
  return out;
}

namespace {

// "War over territory (1,000 or more battle deaths in a year)": a list that has no names for what it counts.
bool is_nameless_war(const Event& e) {
  // "War over the Aouzou Strip" is a name.
  return e.kind == "war" && (e.title.starts_with("War over territory") || e.title.starts_with("War over government") || e.title.starts_with("Armed conflict over "));
}

}  // namespace

void fold_wars(std::vector<MergedEvent>& events) {
  std::erase_if(events, [&](const MergedEvent& nameless) {
    if (!is_nameless_war(*nameless.event)) return false;
    bool told = false;
    for (MergedEvent& named : events) {
      const Event& e = *named.event;
      if (e.kind != "war" || is_nameless_war(e) || !e.date.known() || !e.date.overlaps(nameless.event->date)) continue;
      named.all.insert(named.all.end(), nameless.all.begin(), nameless.all.end());
      named.voices.insert(nameless.voices.begin(), nameless.voices.end());
      told = true;
    }
    return told;
  });
}

Trips count_trips(const Shelf& shelf) {
  std::vector<const Event*> visits, along;
  for (const Event& event : shelf.facts.events) {
    if (!is_shown(shelf, event) || !is_travel(event.kind) || !event.actor) continue;
    if (event.actor != shelf.facts.a && event.actor != shelf.facts.b) continue;
    if (is_of_predecessor(event, shelf.context)) continue;  // who came to Palau in 1986 came to no state of that name
    (event.kind == "visit" ? visits : along).push_back(&event);
  }
  // The most exact first: a year alone joins the day, not the other way round.
  std::ranges::stable_sort(visits, {}, [](const Event* e) { return std::pair(!e->date.known(), e->date.to - e->date.from); });
  Trips out;
  for (const Event* event : visits) {
    std::vector<Trip*> fitting;
    for (Trip& trip : out.trips) {
      if (same_trip(trip, *event)) fitting.push_back(&trip);
    }
    if (fitting.size() == 1) {
      fitting[0]->all.push_back(event);
    } else if (fitting.size() > 1 || !event->date.known()) {
      out.unplaced.push_back(event);
    } else {
      out.trips.push_back({event, {event}, {}, event->actor, host_of(*event)});
    }
  }
  for (const Event* event : along) {
    std::vector<Trip*> fitting;
    for (Trip& trip : out.trips) {
      if (same_trip(trip, *event)) fitting.push_back(&trip);
    }
    if (fitting.size() == 1) fitting[0]->along.push_back(event);
    else out.unplaced.push_back(event);
  }
  std::ranges::stable_sort(out.trips, {}, [](const Trip& t) { return std::pair(t.event->date.from, t.event->date.to); });
  return out;
}

}  // namespace comity::dossier
