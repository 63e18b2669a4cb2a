#include "comity/expect/expectations.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/expect/partner_model.hpp"
#include "comity/world/register.hpp"

namespace comity::expect {
namespace {

// Not students: no source of them speaks (the OECD's table is a sample). Not migrants that the publisher imputes or counts on two
// bases at once (migrant_stock_mixed).
constexpr std::array<ModelledIndicator, 7> modelled = {{
    {"goods_imports", "cow_trade_4_0", "", false, 500'000},      // in whole millions
    {"goods_exports", "penppml_trade", "", false, 1000},         // most reporters send thousands; what is below is a sample or a gift
    {"fdi_outward_stock", "imf_cdis", "", false, 500'000},       // a zero is nothing or less than half a million
    {"migrant_stock_born", "undesa_migrant_stock", "rev2020", false, 10},
    {"migrant_stock_citizen", "undesa_migrant_stock", "rev2020", false, 10},
    {"leader_visits", "", "", true},
    {"career_posts", "", "", true},
}};

constexpr int years_back = 12;  // from the newest year of a source

// What lies between two states besides distance; only pairs that CEPII knows are compared, since no row is not a 0.
constexpr const char* link_sql = R"(
CREATE OR REPLACE TEMP TABLE expect_link AS
SELECT from_state AS a, to_state AS b, max(value) FILTER (indicator = 'land_border'::indicator_t) AS border,
       max(value) FILTER (indicator = 'language_official_common'::indicator_t) AS language, max(value) FILTER (indicator = 'colonial_link'::indicator_t) AS colony
FROM all_observation WHERE source = TRY_CAST('cepii_geodist' AS source_t) AND to_state IS NOT NULL GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE expect_agreement AS
SELECT least(state_a, state_b) AS a, greatest(state_a, state_b) AS b, min(TRY_CAST(left(in_force, 4) AS INTEGER)) AS from_year,
       CASE WHEN count(*) = count(terminated) THEN max(TRY_CAST(left(terminated, 4) AS INTEGER)) END AS to_year
FROM all_agreement WHERE kind = 'trade_agreement' AND in_force IS NOT NULL GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE expect_mark AS SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key;
CREATE OR REPLACE TEMP TABLE expected_figure (key UBIGINT, variant VARCHAR, value DOUBLE, taught UINTEGER, of_partners BOOLEAN);
)";

// A figure that a compiler made of missing reports of money, or a model of anything, a contradicted zero, a figure of books
// that are not all there (flags 1 and 2048), a negative position or what is no plain figure teaches nothing; it may still have an expectation beside it, which says what the missing
// figure would be. What a compiler makes of censuses is the count there is. A token position of investment teaches nothing: where another
// reporter prints it as a zero, that teaches nothing either.
std::string rows_sql(const ModelledIndicator& one) {
  return fmt::format(R"(
SELECT o.from_state, o.to_state, year(o.period_start)::INTEGER, coalesce(o.value, 0),
       coalesce(o.absence IN ('value', 'true_zero', 'below_unit') AND (o.value IS NOT NULL OR o.absence = 'below_unit') AND coalesce(o.value, 0) >= 0
        AND NOT (o.indicator::VARCHAR = 'fdi_outward_stock' AND coalesce(o.value, 0) < {4}) AND coalesce(m.flags, 0) & 2049 = 0
        AND (coalesce(m.origin, o.origin::VARCHAR) IN ('reported', 'unknown') OR (o.origin = 'compiler' AND o.currency IS NULL)), false),
       o.key, l.border, l.language, l.colony,
       (g.from_year IS NOT NULL AND g.from_year <= year(o.period_start) AND coalesce(g.to_year, 9999) > year(o.period_start))::DOUBLE
FROM all_observation o
JOIN expect_link l ON l.a = least(o.from_state, o.to_state) AND l.b = greatest(o.from_state, o.to_state)
LEFT JOIN expect_agreement g ON g.a = least(o.from_state, o.to_state) AND g.b = greatest(o.from_state, o.to_state)
LEFT JOIN expect_mark m ON m.key = o.key
WHERE o.indicator = '{0}'::indicator_t AND o.source = TRY_CAST('{1}' AS source_t) AND o.to_state IS NOT NULL AND o.from_state <> o.to_state AND o.product = 'total' AND o.period_months IN (0, 12)
  AND ('{2}' = '' OR o.variant = '{2}') AND l.border IS NOT NULL AND l.language IS NOT NULL AND l.colony IS NOT NULL
  AND year(o.period_start) > (SELECT max(year(period_start)) - {3} FROM all_observation WHERE indicator = '{0}'::indicator_t AND source = TRY_CAST('{1}' AS source_t) AND to_state IS NOT NULL)
ORDER BY 3, 1, 2, o.key)",
                     one.indicator, one.source, one.variant, years_back, one.least);
}

// Counts of one state with each other whose size is known: GDP and population of the span's middle, or of the nearest of the
// three years before and after.
std::string partners_sql(const ModelledIndicator& one) {
  return fmt::format(R"(
WITH counted AS (SELECT *, year(period_start + to_months(period_months::INTEGER // 2))::INTEGER AS middle FROM all_observation WHERE indicator = '{0}'::indicator_t AND to_state IS NOT NULL),
size AS (
  SELECT c.middle, o.from_state AS state, arg_min(ln(o.value), (abs(year(o.period_start) - c.middle), o.period_start)) FILTER (o.indicator::VARCHAR = 'gdp') AS gdp,
         arg_min(ln(o.value), (abs(year(o.period_start) - c.middle), o.period_start)) FILTER (o.indicator::VARCHAR = 'population') AS population
  FROM (SELECT DISTINCT middle FROM counted) c JOIN all_observation o ON abs(year(o.period_start) - c.middle) <= 3
  WHERE o.source IN (TRY_CAST('wb_gdp' AS source_t), TRY_CAST('wb_population' AS source_t)) AND o.indicator IN ('gdp'::indicator_t, 'population'::indicator_t) AND o.to_state IS NULL AND o.value > 0 GROUP BY ALL)
SELECT o.source::VARCHAR, o.from_state, o.to_state, o.middle, coalesce(o.value, 0), coalesce(o.value IS NOT NULL AND o.absence IN ('value', 'true_zero'), false), o.key, s.gdp, s.population, l.border,
       l.language, l.colony
FROM counted o JOIN size s ON s.middle = o.middle AND s.state = o.to_state JOIN expect_link l ON l.a = least(o.from_state, o.to_state) AND l.b = greatest(o.from_state, o.to_state)
WHERE s.gdp IS NOT NULL AND s.population IS NOT NULL AND l.border IS NOT NULL AND l.language IS NOT NULL AND l.colony IS NOT NULL
ORDER BY 1, 2, o.period_start, 3, o.key)",
                     one.indicator);
}

class Appender {
 public:
  explicit Appender(store::Connection& connection) {
    if (duckdb_appender_create_ext(connection.handle(), "temp", nullptr, "expected_figure", &appender_) != DuckDBSuccess) fail();
  }
  ~Appender() { duckdb_appender_destroy(&appender_); }
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  void add(std::uint64_t key, const std::string& variant, double value, std::size_t taught, bool of_partners) {
    duckdb_append_uint64(appender_, key);
    duckdb_append_varchar_length(appender_, variant.data(), variant.size());
    duckdb_append_double(appender_, value);
    duckdb_append_uint32(appender_, std::uint32_t(taught));
    duckdb_append_bool(appender_, of_partners);
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

// Log of kilometres between two capitals on a day; nothing where one is not known.
class Distances {
 public:
  explicit Distances(const world::Register& states) : states_(states) {}

  std::optional<double> between(std::uint32_t a, std::uint32_t b, Day day) {
    const world::Capital *from = states_.capital(StateId(std::uint16_t(a)), day), *to = states_.capital(StateId(std::uint16_t(b)), day);
    if (!from || !to) return std::nullopt;
    const auto [it, fresh] = known_.try_emplace({std::min(from, to), std::max(from, to)}, 0);
    if (fresh) it->second = std::log(std::max(1.0, world::distance_km(from->latitude, from->longitude, to->latitude, to->longitude)));
    return it->second;
  }

 private:
  const world::Register& states_;
  std::map<std::array<const world::Capital*, 2>, double> known_;
};

struct YearRows {
  int year = 0;
  bool newest = false;  // of its figure and source
  std::vector<YearRow> rows;
  std::vector<std::uint64_t> keys;
};

// Rows of one source by year; pairs without a capital on one side are left out.
void read_years(store::Connection& connection, const ModelledIndicator& one, Distances& distances, std::vector<YearRows>& out) {
  const std::size_t before = out.size();
  auto result = connection.query(rows_sql(one));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const int year = chunk.get<std::int32_t>(2, i);
      YearRow row;
      row.origin = chunk.get<std::uint16_t>(0, i), row.destination = chunk.get<std::uint16_t>(1, i);
      const auto distance = distances.between(row.origin, row.destination, make_day(year, 7, 1));
      if (!distance) continue;
      row.value = chunk.get<double>(3, i);
      row.may_teach = chunk.get<bool>(4, i);
      row.link = {*distance, chunk.get<double>(6, i), chunk.get<double>(7, i), chunk.get<double>(8, i), chunk.get<double>(9, i)};
      if (out.size() == before || out.back().year != year) out.push_back({year, false, {}, {}});
      out.back().rows.push_back(row), out.back().keys.push_back(chunk.get<std::uint64_t>(5, i));
    }
  }
  if (out.size() > before) out.back().newest = true;
}

// The years know nothing of each other: each is estimated by one thread, several at once. The answer does not depend on it.
std::vector<std::optional<YearModel>> expect_years(const std::vector<YearRows>& years, int threads) {
  std::vector<std::optional<YearModel>> out(years.size());
  std::atomic<std::size_t> next = 0;
  std::exception_ptr trouble;
  std::mutex mutex;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < years.size(); i = next++) out[i] = expect_year(years[i].rows, 5, 1);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      trouble = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (int t = 1; t < threads; ++t) others.emplace_back(work);
    work();
  }
  if (trouble) std::rethrow_exception(trouble);
  return out;
}

void append(Appender& appender, std::uint64_t key, const YearExpectation& one, std::size_t taught, bool with_drivers, bool of_partners) {
  appender.add(key, "expected", one.expected, taught, of_partners);
  appender.add(key, "low", one.low, taught, of_partners);
  appender.add(key, "high", one.high, taught, of_partners);
  if (!with_drivers) return;
  appender.add(key, "typical", one.typical, taught, of_partners);
  appender.add(key, "driver size", one.size, taught, of_partners);
  for (std::size_t k = 0; k < links; ++k) appender.add(key, std::string("driver ") + link_names[k], one.driver[k], taught, of_partners);
}

// What one state has with each other: one list of one state at a time, in the order of the rows.
void expect_counts(store::Connection& connection, const ModelledIndicator& one, Distances& distances, Appender& appender) {
  std::vector<PartnerRow> rows;
  std::vector<std::uint64_t> keys;
  std::pair<std::string, std::uint16_t> of;
  const auto finish = [&] {
    const auto model = expect_partners(rows);
    for (std::size_t i = 0; model && i < rows.size(); ++i) {
      if (model->rows[i]) append(appender, keys[i], *model->rows[i], model->taught, true, true);
    }
    rows.clear(), keys.clear();
  };
  auto result = connection.query(partners_sql(one));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto distance = distances.between(chunk.get<std::uint16_t>(1, i), chunk.get<std::uint16_t>(2, i), make_day(chunk.get<std::int32_t>(3, i), 7, 1));
      if (!distance) continue;
      const std::pair list(std::string(chunk.text(0, i)), chunk.get<std::uint16_t>(1, i));
      if (list != of) finish(), of = list;
      rows.push_back({chunk.get<double>(4, i), chunk.get<bool>(5, i), chunk.get<double>(7, i), chunk.get<double>(8, i), {*distance, chunk.get<double>(9, i), chunk.get<double>(10, i), chunk.get<double>(11, i)}});
      keys.push_back(chunk.get<std::uint64_t>(6, i));
    }
  }
  finish();
}

}  // namespace

std::span<const ModelledIndicator> modelled_indicators() { return modelled; }

void add_expectations(store::Connection& connection, const world::Register& states, int threads) {
  connection.run("CREATE OR REPLACE TEMP VIEW expected_observation AS SELECT * FROM all_observation LIMIT 0");
  connection.run(link_sql);
  if (connection.number("SELECT count(*) FROM expect_link") == 0) return;
  Distances distances(states);
  std::vector<YearRows> years;
  for (const ModelledIndicator& one : modelled) {
    if (!one.of_partners) read_years(connection, one, distances, years);
  }
  const auto models = expect_years(years, threads);
  Appender appender(connection);
  for (std::size_t y = 0; y < years.size(); ++y) {
    for (std::size_t i = 0; models[y] && i < years[y].rows.size(); ++i) {
      if (models[y]->rows[i]) append(appender, years[y].keys[i], *models[y]->rows[i], models[y]->taught, years[y].newest, false);
    }
  }
  for (const ModelledIndicator& one : modelled) {
    if (one.of_partners) expect_counts(connection, one, distances, appender);
  }
  appender.finish();
  // Of a key that stands twice the first record is taken; only of the keys that have an expectation, for the others are millions. What differs
  // but little is worded once and not once a figure.
  connection.run(
      "CREATE OR REPLACE TEMP TABLE expect_note AS SELECT taught, of_partners, CASE WHEN of_partners THEN 'gravity model over the partners of one state, this one left out; learned from ' || taught || "
      "' partners' ELSE 'gravity model of the year without pair effects, this pair left out; learned from ' || taught || ' figures' END AS note "
      "FROM (SELECT DISTINCT taught, of_partners FROM expected_figure); "
      "CREATE OR REPLACE TEMP TABLE expect_of AS SELECT * REPLACE ((indicator::VARCHAR || '_expected')::indicator_t AS indicator) FROM all_observation "
      "WHERE key IN (SELECT DISTINCT key FROM expected_figure); "
      "DELETE FROM expect_of WHERE rowid IN (SELECT place FROM (SELECT rowid AS place, row_number() OVER (PARTITION BY key ORDER BY record) AS n FROM expect_of "
      "WHERE key IN (SELECT key FROM expect_of GROUP BY key HAVING count(*) > 1)) WHERE n > 1)");
  // A view: millions of rows that nothing reads but what keeps them.
  connection.run(
      "CREATE OR REPLACE TEMP VIEW expected_observation AS SELECT o.* REPLACE (e.value AS value, 'value'::absence_t AS absence, e.variant AS variant, "
      "'modelled'::origin_t AS origin, 0::UINTEGER AS flags, n.note AS note, "
      "CASE WHEN e.variant LIKE 'driver%' THEN 'score' ELSE o.unit::VARCHAR END AS unit, CASE WHEN e.variant LIKE 'driver%' THEN NULL ELSE o.currency END AS currency, "
      "fact_key_of('expected', o.key, e.variant) AS key) "
      "FROM expected_figure e JOIN expect_of o ON o.key = e.key JOIN expect_note n ON n.taught = e.taught AND n.of_partners = e.of_partners");
  connection.run(
      "INSERT INTO derivation SELECT fact_key_of('expected', key, variant) AS of, 'gravity model, pair left out', key FROM expected_figure WHERE variant = 'expected' ORDER BY of");
}

}  // namespace comity::expect
