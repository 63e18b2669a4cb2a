#include "comity/sources/mirror_facts.hpp"

#include <map>
#include <set>

#include "comity/analysis/mirror_reconcile.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/json.hpp"

namespace comity::sources {
namespace {

using analysis::MirrorFlow;

// Which states have a coast and which share a border, today, from world-countries.
struct Neighbourhood {
  std::set<StateId> landlocked;
  std::set<Pair> borders;
};

Neighbourhood read_neighbourhood(const world::Register& states, const std::filesystem::path& packages) {
  Neighbourhood out;
  const auto file = packages / "world-countries" / "countries.json";
  if (!std::filesystem::exists(file)) return out;
  const Day day = last_day;
  const auto reader = formats::open_json_records(file, "", {"code=/cca3", "landlocked=/landlocked", "borders=/borders"});
  for (formats::Record record; reader->next(record);) {
    const StateId state = states.by_code("iso3", record.fields[0], day);
    if (!state) continue;
    if (record.fields[1] == "true") out.landlocked.insert(state);
    // ["BEL","DEU"]: every run of three capitals is a code.
    const std::string_view borders = record.fields[2];
    for (std::size_t at = borders.find('"'); at != std::string_view::npos && at + 4 < borders.size(); at = borders.find('"', at + 5)) {
      if (const StateId other = states.by_code("iso3", borders.substr(at + 1, 3), day)) out.borders.insert(Pair(state, other));
    }
  }
  return out;
}

// Distances between the capitals of mid-year; the same two capitals are measured once.
class Distances {
 public:
  explicit Distances(const world::Register& states) : states_(states) {}
  double between(StateId a, StateId b, int year) {
    const Day day = make_day(year, 7, 1);
    const world::Capital* one = states_.capital(a, day);
    const world::Capital* two = states_.capital(b, day);
    if (!one || !two) return 0;
    const auto [it, fresh] = known_.try_emplace({std::min(one, two), std::max(one, two)}, 0);
    if (fresh) it->second = world::distance_km(one->latitude, one->longitude, two->latitude, two->longitude);
    return it->second;
  }

 private:
  const world::Register& states_;
  std::map<std::pair<const world::Capital*, const world::Capital*>, double> known_;
};

struct Row {
  MirrorFlow flow;
  bool estimated = false;
};

std::vector<Row> read_rows(store::Connection& connection, const world::Register& states, const Places& places) {
  const Neighbourhood around = read_neighbourhood(states, places.packages);
  Distances distances(states);
  std::vector<Row> out;
  auto result = connection.query(
      "SELECT from_state, to_state, year::INTEGER, exported, imported, import_valuation = 'fob', independent, estimated FROM mirrored ORDER BY from_state, to_state, year");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      MirrorFlow f;
      f.exporter = StateId(chunk.get<std::uint16_t>(0, i));
      f.importer = StateId(chunk.get<std::uint16_t>(1, i));
      f.year = chunk.get<std::int32_t>(2, i);
      f.exported = chunk.get<double>(3, i);
      f.imported = chunk.get<double>(4, i);
      f.imported_with_freight = !chunk.get<bool>(5, i);
      f.independent = chunk.get<bool>(6, i);
      f.distance_km = distances.between(f.exporter, f.importer, f.year);
      f.contiguous = around.borders.contains(Pair(f.exporter, f.importer));
      f.landlocked = static_cast<int>(around.landlocked.count(f.exporter) + around.landlocked.count(f.importer));
      out.push_back({f, chunk.get<bool>(7, i)});
    }
  }
  return out;
}

void append(duckdb_appender appender, const analysis::Reconciled& value, bool known) {
  for (const double figure : {value.value, value.low, value.high}) known ? duckdb_append_double(appender, figure) : duckdb_append_null(appender);
}

}  // namespace

void compute_mirror(store::Connection& connection, const world::Register& states, const Places& places) {
  const std::vector<Row> rows = read_rows(connection, states, places);
  std::vector<MirrorFlow> flows;
  flows.reserve(rows.size());
  for (const Row& row : rows) flows.push_back(row.flow);
  const auto margin = analysis::fit_margin(flows);
  const auto reliability = analysis::fit_reliability(flows, margin);
  duckdb_appender appender = nullptr;
  if (duckdb_appender_create_ext(connection.handle(), "temp", nullptr, "mirror_computed", &appender) != DuckDBSuccess) {
    throw StoreError("cannot fill mirror_computed");
  }
  for (const auto& [flow, estimated] : rows) {
    duckdb_append_uint16(appender, flow.exporter.value);
    duckdb_append_uint16(appender, flow.importer.value);
    duckdb_append_int32(appender, flow.year);
    flow.distance_km > 0 ? duckdb_append_double(appender, flow.distance_km) : duckdb_append_null(appender);
    duckdb_append_bool(appender, flow.contiguous);
    duckdb_append_uint8(appender, static_cast<std::uint8_t>(flow.landlocked));
    append(appender, analysis::reconcile_larger(flow), !estimated);
    const auto weighted = analysis::reconcile_weighted(flow, margin, reliability);
    append(appender, weighted, !estimated);
    estimated ? duckdb_append_null(appender) : duckdb_append_double(appender, weighted.weight_of_export);
    duckdb_appender_end_row(appender);
  }
  const bool fine = duckdb_appender_close(appender) == DuckDBSuccess;
  duckdb_appender_destroy(&appender);
  if (!fine) throw StoreError("cannot fill mirror_computed");
}

std::vector<MirrorFlow> mirror_flows(store::Connection& edition) {
  std::vector<MirrorFlow> out;
  auto result = edition.query(
      "SELECT from_state, to_state, year::INTEGER, exported, imported, import_valuation = 'fob', independent, coalesce(distance_km, 0), contiguous, landlocked::INTEGER "
      "FROM mirror ORDER BY pair, from_state, year");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      out.push_back({StateId(chunk.get<std::uint16_t>(0, i)), StateId(chunk.get<std::uint16_t>(1, i)), chunk.get<std::int32_t>(2, i), chunk.get<double>(3, i), chunk.get<double>(4, i),
                     !chunk.get<bool>(5, i), chunk.get<double>(7, i), chunk.get<bool>(8, i), chunk.get<std::int32_t>(9, i), chunk.get<bool>(6, i)});
    }
  }
  return out;
}

}  // namespace comity::sources
