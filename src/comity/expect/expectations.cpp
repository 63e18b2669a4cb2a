#include "comity/expect/expectations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/expect/year_model.hpp"
#include "comity/world/register.hpp"

namespace comity::expect {
namespace {

// Not migrant stocks: all of UN DESA's are the compiler's estimates, which are not compared (rule 29).
constexpr std::array<ModelledIndicator, 4> modelled = {{
    {"goods_imports", "cow_trade_4_0"},
    {"goods_exports", "penppml_trade"},
    {"fdi_outward_stock", "imf_cdis"},
    {"students", "oecd_student_mobility"},
}};

constexpr int years_back = 12;  // from the newest year of a source

// What lies between two states besides distance; only pairs that CEPII knows are compared, since no row is not a 0.
constexpr const char* link_sql = R"(
CREATE OR REPLACE TEMP TABLE expect_link AS
SELECT from_state AS a, to_state AS b, max(value) FILTER (indicator::VARCHAR = 'land_border') AS border,
       max(value) FILTER (indicator::VARCHAR = 'language_official_common') AS language, max(value) FILTER (indicator::VARCHAR = 'colonial_link') AS colony
FROM all_observation WHERE source::VARCHAR = 'cepii_geodist' AND to_state IS NOT NULL GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE expect_agreement AS
SELECT least(state_a, state_b) AS a, greatest(state_a, state_b) AS b, min(TRY_CAST(left(in_force, 4) AS INTEGER)) AS from_year,
       CASE WHEN count(*) = count(terminated) THEN max(TRY_CAST(left(terminated, 4) AS INTEGER)) END AS to_year
FROM all_agreement WHERE kind = 'trade_agreement' AND in_force IS NOT NULL GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE expect_mark AS SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key;
CREATE OR REPLACE TEMP TABLE expected_figure (key UBIGINT, variant VARCHAR, value DOUBLE, taught UINTEGER);
)";

// A figure that a compiler or a model made, a contradicted zero, or what is no plain figure teaches nothing; it may
// still have an expectation beside it, which says what the missing figure would be.
std::string rows_sql(const ModelledIndicator& one) {
  return fmt::format(R"(
SELECT o.from_state, o.to_state, year(o.period_start)::INTEGER, coalesce(o.value, 0),
       coalesce(o.absence IN ('value', 'true_zero', 'below_unit') AND (o.value IS NOT NULL OR o.absence = 'below_unit') AND coalesce(o.value, 0) >= 0
        AND coalesce(m.flags, 0) & 1 = 0 AND coalesce(m.origin, o.origin::VARCHAR) IN ('reported', 'unknown'), false),
       o.key, l.border, l.language, l.colony,
       (g.from_year IS NOT NULL AND g.from_year <= year(o.period_start) AND coalesce(g.to_year, 9999) > year(o.period_start))::DOUBLE
FROM all_observation o
JOIN expect_link l ON l.a = least(o.from_state, o.to_state) AND l.b = greatest(o.from_state, o.to_state)
LEFT JOIN expect_agreement g ON g.a = least(o.from_state, o.to_state) AND g.b = greatest(o.from_state, o.to_state)
LEFT JOIN expect_mark m ON m.key = o.key
WHERE o.indicator::VARCHAR = '{0}' AND o.source::VARCHAR = '{1}' AND o.to_state IS NOT NULL AND o.from_state <> o.to_state AND o.product = 'total' AND o.period_months IN (0, 12)
  AND l.border IS NOT NULL AND l.language IS NOT NULL AND l.colony IS NOT NULL
  AND year(o.period_start) > (SELECT max(year(period_start)) - {2} FROM all_observation WHERE indicator::VARCHAR = '{0}' AND source::VARCHAR = '{1}' AND to_state IS NOT NULL)
ORDER BY 3, 1, 2, o.key)",
                     one.indicator, one.source, years_back);
}

class Appender {
 public:
  explicit Appender(store::Connection& connection) {
    if (duckdb_appender_create_ext(connection.handle(), "temp", nullptr, "expected_figure", &appender_) != DuckDBSuccess) fail();
  }
  ~Appender() { duckdb_appender_destroy(&appender_); }
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  void add(std::uint64_t key, const std::string& variant, double value, std::size_t taught) {
    duckdb_append_uint64(appender_, key);
    duckdb_append_varchar_length(appender_, variant.data(), variant.size());
    duckdb_append_double(appender_, value);
    duckdb_append_uint32(appender_, std::uint32_t(taught));
    if (duckdb_appender_end_row(appender_) != DuckDBSuccess) fail();
  }
  void finish() {
    if (duckdb_appender_close(appender_) != DuckDBSuccess) fail();
  }

 private:
  [[noreturn]] void fail() const {
    const char* why = appender_ ? duckdb_appender_error(appender_) : nullptr;
    throw StoreError(fmt::format("expected figures cannot be kept: {}", why ? why : "no appender"));
  }
  duckdb_appender appender_ = nullptr;
};

struct YearRows {
  int year = 0;
  std::vector<YearRow> rows;
  std::vector<std::uint64_t> keys;
};

// Rows of one source by year; pairs without a capital on one side are left out.
std::vector<YearRows> read_years(store::Connection& connection, const ModelledIndicator& one, const world::Register& states) {
  std::vector<YearRows> out;
  std::map<std::array<const world::Capital*, 2>, double> known;
  auto result = connection.query(rows_sql(one));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const int year = chunk.get<std::int32_t>(2, i);
      YearRow row;
      row.origin = chunk.get<std::uint16_t>(0, i), row.destination = chunk.get<std::uint16_t>(1, i);
      const Day day = make_day(year, 7, 1);
      const world::Capital *from = states.capital(StateId(std::uint16_t(row.origin)), day), *to = states.capital(StateId(std::uint16_t(row.destination)), day);
      if (!from || !to) continue;
      const auto [it, fresh] = known.try_emplace({std::min(from, to), std::max(from, to)}, 0);
      if (fresh) it->second = std::log(std::max(1.0, world::distance_km(from->latitude, from->longitude, to->latitude, to->longitude)));
      row.value = chunk.get<double>(3, i);
      row.may_teach = chunk.get<bool>(4, i);
      row.link = {it->second, chunk.get<double>(6, i), chunk.get<double>(7, i), chunk.get<double>(8, i), chunk.get<double>(9, i)};
      if (out.empty() || out.back().year != year) out.push_back({year, {}, {}});
      out.back().rows.push_back(row), out.back().keys.push_back(chunk.get<std::uint64_t>(5, i));
    }
  }
  return out;
}

void append_year(Appender& appender, const YearRows& year, const YearModel& model, bool newest) {
  for (std::size_t i = 0; i < year.rows.size(); ++i) {
    const auto& one = model.rows[i];
    if (!one) continue;
    appender.add(year.keys[i], "expected", one->expected, model.taught);
    appender.add(year.keys[i], "low", one->low, model.taught);
    appender.add(year.keys[i], "high", one->high, model.taught);
    if (!newest) continue;
    appender.add(year.keys[i], "typical", one->typical, model.taught);
    appender.add(year.keys[i], "driver size", one->size, model.taught);
    for (std::size_t k = 0; k < links; ++k) appender.add(year.keys[i], std::string("driver ") + link_names[k], one->driver[k], model.taught);
  }
}

}  // namespace

std::span<const ModelledIndicator> modelled_indicators() { return modelled; }

void add_expectations(store::Connection& connection, const world::Register& states, int threads) {
  connection.run(link_sql);
  if (connection.number("SELECT count(*) FROM expect_link") == 0) return;
  {
    Appender appender(connection);
    for (const ModelledIndicator& one : modelled) {
      const auto years = read_years(connection, one, states);
      for (std::size_t y = 0; y < years.size(); ++y) {
        if (const auto model = expect_year(years[y].rows, 5, threads)) append_year(appender, years[y], *model, y + 1 == years.size());
      }
    }
    appender.finish();
  }
  connection.run(
      "CREATE OR REPLACE TEMP TABLE expected_fact AS SELECT o.* REPLACE (o.indicator::VARCHAR || '_expected' AS indicator, e.value AS value, 'value' AS absence, e.variant AS variant, "
      "'modelled' AS origin, 0 AS flags, 'gravity model of the year without pair effects, this pair left out; learned from ' || e.taught || ' figures' AS note, "
      "CASE WHEN e.variant LIKE 'driver%' THEN 'score' ELSE o.unit::VARCHAR END AS unit, CASE WHEN e.variant LIKE 'driver%' THEN NULL ELSE o.currency END AS currency, "
      "fact_key(concat_ws('|', 'expected', o.key::VARCHAR, e.variant)) AS key), o.key AS actual_key "
      "FROM expected_figure e JOIN (SELECT * FROM all_observation QUALIFY row_number() OVER (PARTITION BY key ORDER BY record) = 1) o ON o.key = e.key");
  connection.run("INSERT INTO all_observation BY NAME SELECT * EXCLUDE (actual_key) FROM expected_fact");
  connection.run("INSERT INTO derivation SELECT key, 'gravity model, pair left out', actual_key FROM expected_fact WHERE variant = 'expected' ORDER BY key");
}

}  // namespace comity::expect
