#include "comity/world/territories.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/base/table.hpp"
#include "comity/world/detail/cells.hpp"

namespace comity::world {
namespace {

std::vector<ReportingTerritory> read_reporting(const std::filesystem::path& folder, const Register& states) {
  const Table t = Table::read(folder / "reporting_territories.csv");
  const auto key = t.column("territory"), name = t.column("name"), scheme = t.column("scheme"), code = t.column("code"), member = t.column("member"),
             note = t.column("note");
  const detail::SpanColumns span(t);
  std::vector<ReportingTerritory> out;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const auto same = [&](const ReportingTerritory& other) {
      return other.key == t.at(row, key) && other.name == t.at(row, name) && other.scheme == t.at(row, scheme) && other.code == t.at(row, code);
    };
    auto at = std::find_if(out.begin(), out.end(), same);
    if (at == out.end()) {
      out.push_back({std::string(t.at(row, key)), std::string(t.at(row, name)), std::string(t.at(row, scheme)), std::string(t.at(row, code)), {}});
      at = out.end() - 1;
    }
    const StateId state = detail::state_cell(t, row, member, states);
    if (!state) t.fail(row, "member", "a reporting territory has members");
    const DaySpan days = span.at(t, row);
    for (const auto& other : at->members) {
      if (other.state == state && other.span.overlaps(days)) t.fail(row, "member", "the state is a member on these days already, by an earlier row");
    }
    at->members.push_back({state, days, std::string(t.at(row, note))});
  }
  return out;
}

std::vector<RecognitionStatus> read_recognition(const std::filesystem::path& folder, const Register& states) {
  const Table t = Table::read(folder / "recognition_status.csv");
  const auto state = t.column("state"), by = t.column("by"), scheme = t.column("scheme"), status = t.column("status"), note = t.column("note");
  const detail::SpanColumns span(t);
  std::vector<RecognitionStatus> out;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    out.push_back({detail::state_cell(t, row, state, states), std::string(t.at(row, by)), std::string(t.at(row, scheme)), std::string(t.at(row, status)),
                   std::string(t.at(row, note)), span.at(t, row)});
    if (!out.back().state) t.fail(row, "state", "which state?");
  }
  return out;
}

std::vector<DisputedTerritory> read_disputed(const std::filesystem::path& folder, const Register& states) {
  const Table t = Table::read(folder / "disputed_territories.csv");
  const auto key = t.column("territory"), policy = t.column("policy"), administered = t.column("administered_by"), claimed = t.column("claimed_by"),
             hatched = t.column("hatched"), lat = t.column("test_lat"), lon = t.column("test_lon"), expected = t.column("expected"),
             note = t.column("viewpoint_note");
  std::vector<DisputedTerritory> out;
  for (std::size_t row = 0; row < t.rows(); ++row) {
    DisputedTerritory territory;
    territory.key = t.at(row, key), territory.policy = t.at(row, policy), territory.note = t.at(row, note);
    territory.name = territory.note.substr(0, territory.note.find(". "));
    territory.administered_by = detail::states_cell(t, row, administered, states);
    territory.claimed_by = detail::states_cell(t, row, claimed, states);
    territory.hatched = t.at(row, hatched) == "1";
    territory.expected = detail::state_cell(t, row, expected, states);
    territory.test_latitude = detail::number_cell(t, row, lat, -90, 90);
    territory.test_longitude = detail::number_cell(t, row, lon, -180, 180);
    for (const auto& other : out) {
      if (other.key == territory.key) t.fail(row, "territory", fmt::format("'{}' is given twice", territory.key));
    }
    if ((territory.policy == "no_state") != !territory.expected) t.fail(row, "expected", "blank for the policy no_state, and for no other");
    out.push_back(std::move(territory));
  }
  return out;
}

bool has(const std::vector<StateId>& list, StateId state) { return std::find(list.begin(), list.end(), state) != list.end(); }

}  // namespace

bool ReportingTerritory::holds(StateId state, Day day) const {
  return std::any_of(members.begin(), members.end(), [&](const Member& member) { return member.state == state && member.span.contains(day); });
}

StateId DisputedTerritory::shown_with(StateId viewpoint) const {
  return viewpoint && (has(administered_by, viewpoint) || has(claimed_by, viewpoint)) ? viewpoint : expected;
}

std::shared_ptr<const Territories> Territories::load(const std::filesystem::path& data_folder, const Register& states) {
  auto out = std::make_shared<Territories>();
  out->reporting_ = read_reporting(data_folder, states);
  out->recognition_ = read_recognition(data_folder, states);
  out->disputed_ = read_disputed(data_folder, states);
  return out;
}

std::vector<const ReportingTerritory*> Territories::reporting(std::string_view scheme, std::string_view code) const {
  std::vector<const ReportingTerritory*> out;
  for (const auto& territory : reporting_) {
    if (territory.scheme == scheme && territory.code == code) out.push_back(&territory);
  }
  return out;
}

std::vector<const ReportingTerritory*> Territories::reporting_of(StateId state, Day day) const {
  std::vector<const ReportingTerritory*> out;
  for (const auto& territory : reporting_) {
    if (territory.holds(state, day)) out.push_back(&territory);
  }
  return out;
}

std::vector<const RecognitionStatus*> Territories::recognition(StateId state) const {
  std::vector<const RecognitionStatus*> out;
  for (const auto& row : recognition_) {
    if (row.state == state) out.push_back(&row);
  }
  return out;
}

const DisputedTerritory* Territories::disputed(std::string_view key) const {
  for (const auto& territory : disputed_) {
    if (territory.key == key) return &territory;
  }
  return nullptr;
}

}  // namespace comity::world
