#include "comity/dossier/detail/leaders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Event;

constexpr std::string_view end_of_coverage = "end of coverage";

bool is_spell(const Shelf& shelf, const Event& e) { return e.kind == "leader" && e.date.known() && is_shown(shelf, e); }

// Who holds an office in one state is an event of that state alone.
bool holds_office(const Shelf& shelf, const Event& e) {
  return !e.b && e.kind != "leader" && !e.person.empty() && !e.office.empty() && is_shown(shelf, e);
}

// The day a source speaks of; empty when it names none.
std::string day_of_source(const Shelf& shelf, const Event& e) {
  const auto as_of = try_parse_edtf(shelf.source(e.from_where.source).as_of);
  return as_of && as_of->known() ? human_date(*as_of) : std::string();
}

// What a list is called by those who use it, for a column that repeats it in each row: "Rulers, … (REIGN): leaders" is REIGN.
std::string short_title(std::string_view title) {
  const std::size_t open = title.find('('), close = title.find(')', open);
  if (open != std::string_view::npos && close != std::string_view::npos && close > open + 1) {
    const std::string_view within = title.substr(open + 1, close - open - 1);
    if (std::ranges::all_of(within, [](char c) { return c >= 'A' && c <= 'Z'; })) return std::string(within);
  }
  return std::string(title.substr(0, title.find(": ")));
}

// "2019", "in The World Factbook of February 2026": an event's own date, else the edition of the list, whose entries may be older.
std::string office_date(const Shelf& shelf, const Event& e) {
  if (e.date.known()) return human_date(e.date);
  const std::string day = day_of_source(shelf, e);
  return day.empty() ? "undated" : fmt::format("in {} of {}", short_title(shelf.source(e.from_where.source).title), day);
}

std::vector<const Event*> offices_of(const Shelf& shelf, std::span<const Event> events) {
  std::vector<const Event*> dated, undated;
  for (const Event& e : events) {
    if (holds_office(shelf, e)) (e.date.known() ? dated : undated).push_back(&e);
  }
  // The head of state before the head of government, whatever the order of the list.
  const auto second = [](const Event* e) { return e->office.find("chief of state") == facts::Text::npos && e->office.find("head of state") == facts::Text::npos; };
  std::ranges::stable_sort(dated, [&](const Event* x, const Event* y) { return std::tuple(y->date.from, second(x)) < std::tuple(x->date.from, second(y)); });
  std::ranges::stable_sort(undated, {}, second);
  return dated.empty() ? undated : dated;
}

// The date of the offices of both states where it is one; else empty.
std::string common_office_date(const Shelf& shelf, std::size_t most) {
  std::string out;
  for (const auto* events : {&shelf.facts.of_a->events, &shelf.facts.of_b->events}) {
    const std::vector<const Event*> offices = offices_of(shelf, *events);
    if (offices.empty()) return {};
    for (std::size_t i = 0; i < std::min(offices.size(), most); ++i) {
      const std::string date = office_date(shelf, *offices[i]);
      if (!out.empty() && date != out) return {};
      out = date;
    }
  }
  return out;
}

// Whom the list that reaches furthest names on its last day.
const Event* last_listed(const Shelf& shelf, std::span<const Event> events) {
  const Event* out = nullptr;
  for (const Event& e : events) {
    if (is_spell(shelf, e) && e.occasion == end_of_coverage && (!out || e.date.to > out->date.to)) out = &e;
  }
  return out;
}

// "March 2019": a list may know the month of leaving alone.
std::string end_words(const LeaderSpell& spell) {
  const std::string& text = spell.event->date.text;
  const auto end = try_parse_edtf(std::string_view(text).substr(text.find('/') + 1));
  const std::string words = end ? human_date(*end) : human_date(spell.event->date.to);
  return spell.open ? fmt::format("in office when the list ends ({})", words) : words;
}

// Two names on one first day are one leader spelt twice, but where one of them was gone long before the other: who was overthrown on the day
// on which he came back, and who overthrew him.
bool is_one_spell(const LeaderSpell& told, const Event& e) {
  if (told.open || e.occasion == end_of_coverage) return true;
  return std::chrono::abs(told.event->date.to - e.date.to) < std::chrono::days{366};
}

}  // namespace

std::vector<LeaderSpell> leader_spells(const Shelf& shelf, std::span<const Event> events, Day from, Day to) {
  std::vector<LeaderSpell> out;
  for (const Event& e : events) {
    if (!is_spell(shelf, e) || e.date.to < from || e.date.from > to) continue;
    // One first day, or one name over common days: a list may begin anew where the state's code changes.
    const auto same = std::ranges::find_if(out, [&](const LeaderSpell& s) {
      const bool one_day = s.event->date.from == e.date.from;
      if (!one_day && !s.event->date.overlaps(e.date)) return false;
      return (one_day && is_one_spell(s, e)) || world::fold_name(s.event->person) == world::fold_name(e.person);
    });
    LeaderSpell& spell = same == out.end() ? out.emplace_back() : *same;
    const bool closed = e.occasion != end_of_coverage;
    const bool better = !spell.event || (spell.open && (closed || e.date.to > spell.event->date.to)) || (!spell.open && closed && e.date.from < spell.event->date.from);
    if (better) spell.event = &e, spell.open = !closed;
    spell.all.push_back(&e);
  }
  std::ranges::stable_sort(out, {}, [](const LeaderSpell& s) { return s.event->date.from; });
  return out;
}

document::Inlines leaders_line(const Shelf& shelf) {
  Words words(shelf);
  // Of a pair that has ended, today's leaders say nothing.
  if (const auto both = common_span(shelf.a(), shelf.b()); both && both->to < edition_day(shelf.context)) return {};
  const std::size_t most = is_thin(shelf) ? 1 : 2;
  const std::string date_of_all = common_office_date(shelf, most);
  for (const auto* events : {&shelf.facts.of_a->events, &shelf.facts.of_b->events}) {
    const std::vector<const Event*> offices = offices_of(shelf, *events);
    const std::size_t told = std::min<std::size_t>(offices.size(), most);
    for (std::size_t i = 0; i < told; ++i) {
      const Event& e = *offices[i];
      // One state and one date are said once for both of its leaders.
      const std::string date = office_date(shelf, e);
      const bool again = i > 0 && office_date(shelf, *offices[i - 1]) == date, goes_on = i + 1 < told && office_date(shelf, *offices[i + 1]) == date;
      if (again) words.text(fmt::format(", and {}, {}", e.person, e.office));
      else words.text(words.empty() ? "" : "; ").text(fmt::format("{}: {}, {}", shelf.state(e.a).name, e.person, e.office));
      if (!goes_on && date_of_all.empty()) words.text(fmt::format(" ({})", date));
      words.cite(e);
    }
    if (!offices.empty()) continue;
    const Event* last = last_listed(shelf, *events);
    if (!last) continue;
    words.text(words.empty() ? "" : "; ").text(fmt::format("{}: {}, {} when the list ends ({})", shelf.state(last->a).name, last->person, last->office, day_of_source(shelf, *last)));
    words.age(last->date.to).cite(*last);
  }
  if (!date_of_all.empty()) words.text(fmt::format(" (all {})", date_of_all));
  return words.done();
}

// The day from which a state whose standing is disputed says of itself that it is one; what the register has before is a territory.
Day declared_on(const world::State& state) { return state.kind == "disputed" && state.spans.size() > 1 ? state.spans.back().from : first_day; }

document::Table leaders_table(const Shelf& shelf) {
  document::Table table;
  const auto both = common_span(shelf.a(), shelf.b());
  const Day from = std::max({both ? both->from : first_day, declared_on(shelf.a()), declared_on(shelf.b())}), to = both ? both->to : last_day;
  table.caption = "Who led either state since both have existed, by lists of effective leaders";
  table.columns = {{"State", "", false}, {"Leader", "", false}, {"From", "", false}, {"To", "", false}, {"Said by", "", false}};
  table.folded = true;
  for (const auto* events : {&shelf.facts.of_a->events, &shelf.facts.of_b->events}) {
    for (const LeaderSpell& spell : leader_spells(shelf, *events, from, to)) {
      std::vector<std::string> said;
      std::vector<facts::Provenance> sources;
      for (const Event* e : spell.all) {
        std::string name = short_title(shelf.source(e->from_where.source).title);
        if (std::ranges::find(said, name) == said.end()) said.push_back(std::move(name));
        sources.push_back(e->from_where);
      }
      std::ranges::sort(said);
      const Event& e = *spell.event;
      table.rows.push_back({plain(shelf.state(e.a).name), plain(e.person), plain(human_date(e.date.from)), plain(end_words(spell)),
                            Words(shelf).text(join_words(said)).cite(sources).done()});
    }
  }
  return table;
}

}  // namespace comity::dossier
