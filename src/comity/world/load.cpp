// Reads the register's tables and holds them to their invariants.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "comity/base/error.hpp"
#include "comity/base/table.hpp"
#include "comity/world/detail/cells.hpp"
#include "comity/world/detail/tables.hpp"

namespace comity::world::detail {
namespace {

namespace fs = std::filesystem;

class Loader {
 public:
  Loader(const fs::path& folder, Tables& out)
      : folder_(folder), out_(out), states_(Table::read(folder / "states.csv")), names_(Table::read(folder / "names.csv")) {}

  void run() {
    read_states();
    read_spans();
    read_ambiguous();
    read_names();
    read_codes();
    read_non_states();
    read_lineage();
    read_capitals();
    read_cities();
    read_regions();
  }

 private:
  void read_states();
  void read_spans();
  void read_codes();
  void read_ambiguous();
  void read_names();
  void read_non_states();
  void read_lineage();
  void read_capitals();
  void read_cities();
  void read_regions();
  void add_members_of_parts();

  Table read(const char* name) const { return Table::read(folder_ / name); }

  StateId state_at(const Table& table, std::size_t row, std::size_t column) const {
    const std::string_view key = table.at(row, column);
    if (const auto found = out_.keys.find(key); found != out_.keys.end()) return found->second;
    table.fail(row, table.columns()[column], fmt::format("no state has the key '{}'", key));
  }

  State& of(StateId id) { return out_.states[out_.place_of_id[id.value] - 1u]; }

  const fs::path& folder_;
  Tables& out_;
  Table states_, names_;
};

void Loader::read_states() {
  const Table& t = states_;
  const auto id = t.column("id"), key = t.column("key"), name = t.column("name"), kind = t.column("kind"), adjective = t.column("adjective"),
             wikidata = t.column("wikidata"), note = t.column("note");
  out_.states.reserve(t.rows());
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const std::string_view text = t.at(row, id);
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0) t.fail(row, "id", fmt::format("'{}' is no number from 1 to 65535", text));
    if (t.at(row, key).empty()) t.fail(row, "key", "a state needs a key");
    if (t.at(row, name).empty()) t.fail(row, "name", "a state needs a name");
    State& state = out_.states.emplace_back();
    state.id = StateId(number);
    state.key = t.at(row, key), state.name = t.at(row, name), state.adjective = t.at(row, adjective);
    state.kind = t.at(row, kind), state.wikidata = t.at(row, wikidata), state.note = t.at(row, note);
    if (out_.place_of_id.size() <= number) out_.place_of_id.resize(number + 1u);
    if (std::exchange(out_.place_of_id[number], std::uint16_t{1}) != 0) t.fail(row, "id", fmt::format("the number {} is given twice", number));
    if (!out_.keys.emplace(out_.texts.keep(t.at(row, key)), state.id).second) t.fail(row, "key", fmt::format("the key '{}' is given twice", t.at(row, key)));
  }
  std::sort(out_.states.begin(), out_.states.end(), [](const State& a, const State& b) { return a.id < b.id; });
  for (std::size_t i = 0; i < out_.states.size(); ++i) out_.place_of_id[out_.states[i].id.value] = static_cast<std::uint16_t>(i + 1);
}

void Loader::read_spans() {
  const Table t = read("state_spans.csv");
  const auto state = t.column("state");
  const SpanColumns columns(t);
  for (std::size_t row = 0; row < t.rows(); ++row) {
    auto& spans = of(state_at(t, row, state)).spans;
    const DaySpan span = columns.at(t, row);
    if (!spans.empty() && span.from <= spans.back().to) t.fail(row, "day_from", "the spans of a state ascend and do not overlap; this one begins before the last has ended");
    spans.push_back(span);
  }
}

void Loader::read_codes() {
  const Table t = read("codes.csv");
  const auto scheme = t.column("scheme"), code = t.column("code"), state = t.column("state");
  const SpanColumns columns(t);
  for (std::size_t row = 0; row < t.rows(); ++row) {
    if (t.at(row, code).empty()) t.fail(row, "code", "a code is never empty");
    out_.codes.add(t.at(row, scheme), out_.texts.keep(t.at(row, code)), state_at(t, row, state), columns.at(t, row), row);
  }
  out_.codes.finish(t);
}

void Loader::read_ambiguous() {
  const Table t = read("ambiguous_names.csv");
  const auto name = t.column("name"), states = t.column("states");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    auto& candidates = out_.ambiguous[out_.texts.keep(fold_name(t.at(row, name)))];
    for (std::string_view rest = t.at(row, states); !rest.empty();) {
      const std::string_view key = rest.substr(0, rest.find('|'));
      const auto found = out_.keys.find(key);
      if (found == out_.keys.end()) t.fail(row, "states", fmt::format("no state has the key '{}'", key));
      candidates.push_back(found->second);
      rest.remove_prefix(std::min(key.size() + 1, rest.size()));
    }
  }
}

// A name of states.csv holds on every day, unless names.csv has the same name for the same state and bounds its days.
void Loader::read_names() {
  const auto state = names_.column("state"), name = names_.column("name");
  const SpanColumns columns(names_);
  std::vector<std::string_view> mains(out_.place_of_id.size());
  std::vector<char> bounded(out_.place_of_id.size());
  const auto main_name = states_.column("name"), main_key = states_.column("key");
  for (std::size_t row = 0; row < states_.rows(); ++row) {
    mains[state_at(states_, row, main_key).value] = out_.texts.keep(fold_name(states_.at(row, main_name)));
  }
  for (std::size_t row = 0; row < names_.rows(); ++row) {
    const StateId id = state_at(names_, row, state);
    const std::string folded = fold_name(names_.at(row, name));
    if (folded.empty()) names_.fail(row, "name", "nothing is left of the name when it is folded");
    if (folded == mains[id.value]) bounded[id.value] = 1;
    const bool main = folded == mains[id.value];
    out_.names.add(main ? mains[id.value] : out_.texts.keep(folded), out_.texts.keep(names_.at(row, name)), id, columns.at(names_, row), false, row);
  }
  for (std::size_t row = 0; row < states_.rows(); ++row) {
    const StateId id = state_at(states_, row, main_key);
    if (!bounded[id.value]) out_.names.add(mains[id.value], of(id).name, id, {}, true, row);
  }
  out_.names.finish(states_, names_, [&](std::string_view folded) { return out_.ambiguous.contains(folded); });
}

void Loader::read_non_states() {
  const Table t = read("non_states.csv");
  const auto name = t.column("name"), kind = t.column("kind");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const std::string folded = fold_name(t.at(row, name));
    if (folded.empty()) continue;  // an aggregate that its source gives only as a code
    // "Bavaria" may be a state to 1871 and a part of one since; a state's name of today may not.
    for (const auto& own : out_.names.find(folded)) {
      if (own.span.to == last_day && !out_.ambiguous.contains(folded))
        t.fail(row, "name", fmt::format("'{}' is today's name of a state; bound its days in names.csv or declare it in ambiguous_names.csv", t.at(row, name)));
    }
    out_.non_states.try_emplace(out_.texts.keep(folded), Tables::NonState{out_.texts.keep(t.at(row, name)), out_.texts.keep(t.at(row, kind))});
  }
}

void Loader::read_lineage() {
  const Table t = read("lineage.csv");
  const auto predecessor = t.column("predecessor"), successor = t.column("successor"), day = t.column("day"), kind = t.column("kind"), note = t.column("note");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    std::optional<Day> on;
    if (!t.at(row, day).empty()) on = day_cell(t, row, day, {});
    out_.lineage.push_back({state_at(t, row, predecessor), state_at(t, row, successor), on, std::string(t.at(row, kind)), std::string(t.at(row, note))});
  }
}

void Loader::read_capitals() {
  const Table t = read("capitals.csv");
  const auto state = t.column("state"), city = t.column("city"), wikidata = t.column("wikidata"), lat = t.column("lat"), lon = t.column("lon"),
             timezone = t.column("timezone"), role = t.column("role");
  const SpanColumns columns(t);
  for (std::size_t row = 0; row < t.rows(); ++row) {
    Capital capital{state_at(t, row, state), std::string(t.at(row, city)), std::string(t.at(row, timezone)), std::string(t.at(row, role)),
                    std::string(t.at(row, wikidata)), number_cell(t, row, lat, -90, 90), number_cell(t, row, lon, -180, 180), columns.at(t, row)};
    for (const auto& other : out_.capitals) {
      if (other.state == capital.state && other.role == "capital" && capital.role == "capital" && other.span.overlaps(capital.span))
        t.fail(row, "day_from", fmt::format("on some days {} and {} are both the capital", other.city, capital.city));
    }
    out_.capitals.push_back(std::move(capital));
  }
  std::stable_sort(out_.capitals.begin(), out_.capitals.end(),
                   [](const Capital& a, const Capital& b) { return std::tie(a.state, a.span.from) < std::tie(b.state, b.span.from); });
}

void Loader::read_cities() {
  const Table t = read("city_names.csv");
  const auto city = t.column("city"), name = t.column("name");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const auto [at, added] = out_.cities.emplace(out_.texts.keep(fold_name(t.at(row, name))), out_.texts.keep(t.at(row, city)));
    if (!added && at->second != t.at(row, city)) t.fail(row, "name", fmt::format("'{}' is also a name of {}", t.at(row, name), at->second));
  }
}

void Loader::read_regions() {
  const Table t = read("regions.csv");
  const auto key = t.column("region"), name = t.column("name"), scheme = t.column("scheme"), parent = t.column("parent");
  TextMap<std::size_t> places;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    if (!places.emplace(t.at(row, key), row).second) t.fail(row, "region", fmt::format("the region '{}' is given twice", t.at(row, key)));
    out_.regions.push_back({std::string(t.at(row, key)), std::string(t.at(row, name)), std::string(t.at(row, scheme)), std::string(t.at(row, parent)), {}});
  }
  for (std::size_t row = 0; row < t.rows(); ++row) {
    if (!t.at(row, parent).empty() && !places.contains(t.at(row, parent))) t.fail(row, "parent", fmt::format("no region has the key '{}'", t.at(row, parent)));
  }
  const Table members = read("region_members.csv");
  const auto region = members.column("region"), state = members.column("state");
  const SpanColumns columns(members);
  for (std::size_t row = 0; row < members.rows(); ++row) {
    const auto found = places.find(members.at(row, region));
    if (found == places.end()) members.fail(row, "region", fmt::format("no region has the key '{}'", members.at(row, region)));
    out_.regions[found->second].members.emplace_back(state_at(members, row, state), columns.at(members, row));
  }
  add_members_of_parts();
}

// The table may give a state to the smallest region only; the larger ones hold what their parts hold.
void Loader::add_members_of_parts() {
  TextMap<std::size_t> places;
  for (std::size_t i = 0; i < out_.regions.size(); ++i) places.emplace(out_.regions[i].key, i);
  std::vector<std::vector<std::pair<StateId, DaySpan>>> own;
  for (const auto& region : out_.regions) own.push_back(region.members);
  for (std::size_t i = 0; i < out_.regions.size(); ++i) {
    std::size_t depth = 0;
    for (std::string_view up = out_.regions[i].parent; !up.empty(); up = out_.regions[places.at(up)].parent) {
      if (++depth > 20) throw DataError(fmt::format("regions.csv: the region '{}' is a part of itself", out_.regions[i].key), "Mend the column parent.");
      auto& members = out_.regions[places.at(up)].members;
      for (const auto& member : own[i]) {
        const auto same = [&](const auto& other) { return other.first == member.first && other.second.overlaps(member.second); };
        if (std::none_of(members.begin(), members.end(), same)) members.push_back(member);
      }
    }
  }
}

}  // namespace

void load_tables(const fs::path& folder, Tables& tables) { Loader(folder, tables).run(); }

}  // namespace comity::world::detail
