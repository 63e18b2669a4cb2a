#include "comity/panel/shelf.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {

using world::DaySpan;

namespace {

DaySpan common(const DaySpan& a, const DaySpan& b) { return {std::max(a.from, b.from), std::min(a.to, b.to)}; }
bool any(const DaySpan& span) { return span.from <= span.to; }

std::string key_list(const std::vector<std::string>& keys) {
  std::string out;
  for (const auto& key : keys) out += (out.empty() ? "" : ", ") + store::sql_text(key);
  return out;
}

}  // namespace

Shelf::Shelf(store::Connection& connection, const world::Register& states, const Frame& frame)
    : connection_(connection), states_(states), frame_(frame) {
  read_codes();
  auto result = connection.query(
      "SELECT i.key, s.key FROM (SELECT DISTINCT indicator, source FROM series) d JOIN indicator i ON i.id = d.indicator JOIN source s ON s.id = d.source ORDER BY ALL");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) series_sources_[std::string(chunk.text(0, i))].emplace_back(chunk.text(1, i));
  }
}

// Which states each code of the scholars' lists has meant, and from that which states each member of the frame is.
void Shelf::read_codes() {
  auto result = connection_.query("SELECT scheme, code, state, day_from, day_to FROM state_code WHERE scheme IN ('cow', 'gw') ORDER BY ALL");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto text = chunk.text(1, i);
      std::uint16_t code = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), code).ec != std::errc()) continue;
      codes_[std::string(chunk.text(0, i))][code].push_back(
          {chunk.get<std::uint16_t>(2, i), {chunk.is_null(3, i) ? first_day : chunk.day(3, i), chunk.is_null(4, i) ? last_day : chunk.day(4, i)}});
    }
  }
  const System& system = frame_.system();
  members_.resize(system.members.size());
  of_state_.resize(65536);
  for (std::size_t m = 0; m < system.members.size(); ++m) {
    const Member& member = system.members[m];
    if (system.scheme == "iso") {
      members_[m].push_back({member.code, {first_day, last_day}});
    } else {
      members_[m] = codes_[system.scheme][member.code];
    }
    for (const Held& held : members_[m]) {
      for (const DaySpan& span : member.spans) {
        const DaySpan days = common(held.days, span);
        if (any(days)) of_state_[held.state].push_back({static_cast<std::int32_t>(m), days});
      }
    }
  }
}

const std::vector<Shelf::Part>& Shelf::parts_of(StateId state) const { return of_state_[state.value]; }

StateId Shelf::state_of(std::size_t member, Day day) const {
  for (const Held& held : members_[member]) {
    if (held.days.contains(day)) return StateId{held.state};
  }
  return {};
}

std::vector<StateId> Shelf::shared_states(std::size_t member, const DaySpan& days) const {
  std::vector<StateId> out;
  for (const Held& held : members_[member]) {
    bool own = false, other = false;
    for (const Part& part : of_state_[held.state]) {
      if (!any(common(part.days, days))) continue;
      (static_cast<std::size_t>(part.member) == member ? own : other) = true;
    }
    if (own && other) out.push_back(StateId{held.state});
  }
  return out;
}

std::vector<std::pair<int, DaySpan>> Shelf::codes_in(const System& other, std::size_t member) const {
  std::vector<std::pair<int, DaySpan>> out;
  const auto list = codes_.find(other.scheme);
  if (list == codes_.end()) return out;
  for (const Member& candidate : other.members) {
    const auto states = list->second.find(candidate.code);
    if (states == list->second.end()) continue;
    for (const Held& is : members_[member]) {
      for (const Held& held : states->second) {
        if (is.state != held.state) continue;
        for (const DaySpan& span : candidate.spans) {
          const DaySpan days = common(common(is.days, held.days), span);
          if (any(days)) out.push_back({candidate.code, days});
        }
      }
    }
  }
  return out;
}

bool Shelf::members_of(StateId a, StateId b, const DaySpan& period, std::int32_t& one, std::int32_t& two) const {
  Day latest = first_day;
  bool found = false;
  for (const Part& x : parts_of(a)) {
    for (const Part& y : parts_of(b)) {
      const DaySpan days = common(common(x.days, y.days), period);
      if (!any(days) || (found && days.to <= latest)) continue;
      latest = days.to;
      found = true;
      one = x.member;
      two = y.member;
    }
  }
  return found;
}

bool Shelf::member_of(StateId state, const DaySpan& period, std::int32_t& one) const {
  Day latest = first_day;
  bool found = false;
  for (const Part& x : parts_of(state)) {
    const DaySpan days = common(x.days, period);
    if (!any(days) || (found && days.to <= latest)) continue;
    latest = days.to;
    found = true;
    one = x.member;
  }
  return found;
}

// For each code of a list the members of the frame that are the same states, and when. A list is itself.
const std::map<std::uint16_t, Shelf::Parts>& Shelf::translation(const std::string& scheme) {
  const auto known = translations_.find(scheme);
  if (known != translations_.end()) return known->second;
  auto& out = translations_[scheme];
  if (scheme == frame_.system().scheme) {
    for (std::size_t m = 0; m < frame_.members(); ++m) out[frame_.system().members[m].code] = {{static_cast<std::int32_t>(m), {first_day, last_day}}};
    return out;
  }
  for (const auto& [code, states] : codes_[scheme]) {
    for (const Held& held : states) {
      for (std::size_t m = 0; m < frame_.members(); ++m) {
        for (const Held& is : members_[m]) {
          const DaySpan days = common(held.days, is.days);
          if (is.state == held.state && any(days)) out[code].push_back({static_cast<std::int32_t>(m), days});
        }
      }
    }
  }
  return out;
}

void Shelf::place(const std::string& indicator, const std::string& scheme, std::uint16_t from, std::uint16_t to, Span span) {
  auto& spans = series_[indicator];
  auto& matching = matching_[indicator];
  ++matching.rows;
  const auto& table = translation(scheme);
  const auto one = table.find(from);
  const auto two = table.find(to);
  if (one == table.end() || (to && two == table.end())) {
    ++matching.unmatched;
    return;
  }
  const std::size_t before = spans.size();
  const DaySpan given{span.first, span.last};
  for (const Part& x : one->second) {
    const DaySpan first = common(given, x.days);
    if (!any(first)) continue;
    span.from = x.member;
    span.to = -1;
    span.first = first.from;
    span.last = first.to;
    if (!to) spans.push_back(span);
    if (!to) continue;
    for (const Part& y : two->second) {
      const DaySpan both = common(first, y.days);
      if (!any(both) || y.member == x.member) continue;
      span.to = y.member;
      span.first = both.from;
      span.last = both.to;
      spans.push_back(span);
    }
  }
  if (spans.size() == before) ++matching.unmatched;
}

void Shelf::load_series(const std::vector<std::string>& indicators) {
  if (indicators.empty()) return;
  const std::string own = frame_.system().scheme == "iso" ? "gw" : frame_.system().scheme;
  const std::string keys = key_list(indicators);
  // An indicator given under both lists is read under the frame's own; for ISO under Gleditsch and Ward's, which follows
  // independence.
  std::map<std::string, std::string> scheme_of;
  auto schemes = connection_.query(fmt::format("SELECT DISTINCT i.key, s.scheme FROM series s JOIN indicator i ON i.id = s.indicator WHERE i.key IN ({}) ORDER BY ALL", keys));
  while (const auto chunk = schemes.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const std::string key(chunk.text(0, i)), scheme(chunk.text(1, i));
      if (scheme == own || !scheme_of.contains(key)) scheme_of[key] = scheme;
    }
  }
  std::vector<std::string> names;
  std::string wanted;
  for (const auto& [key, scheme] : scheme_of) {
    names.push_back(key);
    wanted += fmt::format("{}(indicator = (SELECT id FROM indicator WHERE key = {}) AND scheme = {})", wanted.empty() ? "" : " OR ", store::sql_text(key), store::sql_text(scheme));
  }
  if (wanted.empty()) return;
  std::map<std::uint16_t, std::string> name_of;
  auto ids = connection_.query(fmt::format("SELECT id, key FROM indicator WHERE key IN ({})", keys));
  while (const auto chunk = ids.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) name_of[chunk.get<std::uint16_t>(0, i)] = std::string(chunk.text(1, i));
  }
  auto result = connection_.stream(fmt::format("SELECT indicator, from_code, to_code, item, day_from, day_to, value FROM series WHERE {} ORDER BY rowid", wanted));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const std::string& name = name_of[chunk.get<std::uint16_t>(0, i)];
      place(name, scheme_of[name], chunk.get<std::uint16_t>(1, i), chunk.get<std::uint16_t>(2, i),
            {0, -1, chunk.get<std::uint32_t>(3, i), chunk.day(4, i), chunk.day(5, i), chunk.get<double>(6, i)});
    }
  }
  // Where several values fall into one period the later one comes later: under another list's codes they need not.
  for (const auto& name : names) {
    if (scheme_of[name] != frame_.system().scheme || !series_[name].empty()) std::ranges::stable_sort(series_[name], {}, &Span::first);
  }
}

const std::vector<Span>& Shelf::series(const std::string& indicator) const {
  static const std::vector<Span> none;
  const auto found = series_.find(indicator);
  return found == series_.end() ? none : found->second;
}

const Matching& Shelf::matching(const std::string& indicator) const {
  static const Matching none;
  const auto found = matching_.find(indicator);
  return found == matching_.end() ? none : found->second;
}

const Coverage& Shelf::coverage(const std::string& indicator) {
  const auto known = coverage_.find(indicator);
  if (known != coverage_.end()) return known->second;
  Coverage& out = coverage_[indicator];
  auto result = connection_.query(fmt::format(
      "SELECT c.from_year, c.to_year, c.blank, c.note, s.key FROM coverage c JOIN source s ON s.id = c.source WHERE c.indicator = {} ORDER BY s.key", store::sql_text(indicator)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      // An indicator may stand among the observations of other sources as well: their coverage is not the series'.
      const auto givers = series_sources_.find(indicator);
      if (givers != series_sources_.end() && std::ranges::find(givers->second, chunk.text(4, i)) == givers->second.end()) continue;
      const int from = chunk.get<std::int16_t>(0, i), to = chunk.get<std::int16_t>(1, i);
      out.from = out.sources.empty() ? from : std::min(out.from, from);
      out.to = out.sources.empty() ? to : std::max(out.to, to);
      out.absent_is_zero = chunk.text(2, i) == "true_zero";
      out.sources.emplace_back(chunk.text(4, i));
      if (!chunk.text(3, i).empty()) out.note += (out.note.empty() ? "" : " ") + std::string(chunk.text(3, i));
    }
  }
  return out;
}

}  // namespace comity::panel
