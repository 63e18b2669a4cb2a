// comity expect: actual against expected figures of a pair, the partners of a state that stand out, the peers of a pair.
// The expectations are facts of the edition (docs/gravity.md); nothing is estimated here.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/error.hpp"
#include "comity/base/number.hpp"
#include "comity/expect/expectations.hpp"

namespace comity::cli {
namespace {

using store::sql_text;

// Actual and expected side by side, one row a figure. A figure that is estimated, contradicted or no plain figure is not
// compared, and says why (rule 29).
constexpr const char* compared_sql = R"(
WITH e AS (
  SELECT o.pair, {2} AS revision, any_value(o.currency) AS currency, i.key AS expected_key, replace(i.key, '_expected', '') AS indicator, o.from_state, o.to_state, o.reporter, o.source, o.period_start, o.period_months,
         max(o.value) FILTER (o.variant = 'expected') AS expected, max(o.value) FILTER (o.variant = 'low') AS low, max(o.value) FILTER (o.variant = 'high') AS high,
         max(o.value) FILTER (o.variant = 'typical') AS typical, max(o.value) FILTER (o.variant = 'driver size') AS size, max(o.value) FILTER (o.variant = 'driver distance') AS distance,
         max(o.value) FILTER (o.variant = 'driver border') AS border, max(o.value) FILTER (o.variant = 'driver language') AS language,
         max(o.value) FILTER (o.variant = 'driver colonial link') AS colonial_link, max(o.value) FILTER (o.variant = 'driver agreement') AS agreement
  FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.key IN ({0}) AND {1} GROUP BY ALL),
compared AS MATERIALIZED (
  SELECT e.*, f.key AS "from", t.key AS "to", r.key AS reporter_key, s.key AS source_key, year(e.period_start) AS year, 
         CASE WHEN e.period_months > 12 THEN year(e.period_start) + e.period_months // 12 - 1 END AS through, a.value AS actual,
         {3} AS least, coalesce(a.absence = 'below_unit', false) AND e.currency IS NOT NULL AS below_unit,
         CASE WHEN a.key IS NULL THEN 'no figure' WHEN a.flags & 1 = 1 THEN 'a contradicted zero' WHEN a.flags & 2048 = 2048 THEN 'books that are not all there' WHEN a.origin IN ('partner_based', 'modelled') OR (a.origin = 'compiler' AND a.currency IS NOT NULL) THEN 'an estimate: ' || a.origin
              WHEN a.value < 0 THEN 'a negative position' WHEN e.expected < least OR (e.high < least AND e.currency IS NOT NULL) THEN 'hardly any is expected'
              WHEN a.absence = 'below_unit' AND e.currency IS NOT NULL THEN 'less than the books can show, or nothing' WHEN a.value > 0 AND a.value < least AND e.currency IS NOT NULL THEN 'a token amount' WHEN a.absence NOT IN ('value', 'true_zero') OR a.value IS NULL THEN replace(a.absence::VARCHAR, '_', ' ') END AS not_compared
  FROM e JOIN state f ON f.id = e.from_state JOIN state t ON t.id = e.to_state LEFT JOIN state r ON r.id = e.reporter JOIN source s ON s.id = e.source
  LEFT JOIN (SELECT o.*, i.key AS indicator_key FROM observation o JOIN indicator i ON i.id = o.indicator WHERE o.product = 'total' AND i.key || '_expected' IN ({0}) AND {1}) a
    ON a.pair = e.pair AND a.indicator_key = e.indicator AND a.from_state = e.from_state AND a.to_state = e.to_state AND a.reporter IS NOT DISTINCT FROM e.reporter AND a.source = e.source
       AND a.period_start = e.period_start AND a.period_months = e.period_months AND (e.revision = '' OR a.variant = e.revision)))";

// A table is for people: three digits that mean something, thousands parted, and "< 500 000" for what the books print as nothing. CSV and JSON stay
// exact, and have a column more, `below`.
class ForPeople : public RowWriter {
 public:
  explicit ForPeople(std::unique_ptr<RowWriter> table) : table_(std::move(table)) {}
  void begin(std::vector<Column> columns) override {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string& name = columns[i].name;
      figure_.push_back(columns[i].kind == Column::number && name != "year" && name != "through");
      bound_.push_back(name == "low" || name == "high");
      for (auto [which, place] : {std::pair{"indicator", &indicator_}, {"actual", &actual_}, {"below", &below_}}) {
        if (name == which) *place = i;
      }
    }
    if (below_ < columns.size()) columns.erase(columns.begin() + std::ptrdiff_t(below_));
    table_->begin(std::move(columns));
  }
  void row(std::span<const Cell> cells) override {
    std::vector<Cell> shown(cells.begin(), cells.end());
    const double least = indicator_ < cells.size() ? least_of(*cells[indicator_]) : 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (!figure_[i] || !shown[i]) continue;
      const double value = std::strtod(shown[i]->c_str(), nullptr);
      shown[i] = bound_[i] && value < least ? "< " + three_digits(least) : three_digits(value);
    }
    if (below_ < cells.size()) {
      if (cells[below_]) shown[actual_] = "< " + three_digits(std::strtod(cells[below_]->c_str(), nullptr));
      shown.erase(shown.begin() + std::ptrdiff_t(below_));
    }
    table_->row(shown);
  }
  void end() override { table_->end(); }

 private:
  static double least_of(const std::string& indicator) {
    for (const auto& one : expect::modelled_indicators()) {
      if (one.indicator == indicator && one.least >= 1000) return one.least;  // of money; people are counted one by one
    }
    return 0;
  }

  static std::string three_digits(double value) {
    if (value != 0 && std::abs(value) < 0.005) return value > 0 ? "< 0.01" : "> −0.01";  // small is not nothing
    if (std::abs(value) < 100) return human_number(value, 2);
    const double step = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
    return human_number(std::round(value / step) * step, 0);
  }

  static constexpr std::size_t nowhere = std::size_t(-1);
  std::unique_ptr<RowWriter> table_;
  std::vector<bool> figure_, bound_;
  std::size_t indicator_ = nowhere, actual_ = nowhere, below_ = nowhere;
};

class ExpectCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("INDICATOR", "trade, migrants, investment, missions or visits; or one figure: goods_exports, goods_imports, migrant_stock_born, …", words_);
    arguments.text("--pair", "A B", "two states: actual and expected by year", pair_);
    arguments.text("--of", "A", "one state: the partners it has more, and less, with than expected", of_);
    arguments.number("--year", "YEAR", "this year (of the ranking; by default the newest)", year_, 1800, 2200);
    arguments.number("--top", "N", "how many at each end of the ranking, or how many peers (10)", top_, 1, 10000);
    arguments.flag("--peers", "with --pair: pairs like this one", peers_);
    arguments.flag("--drivers", "with --pair: what the expectation is made of, in the newest year", drivers_);
    format_.add_to(arguments, row_formats, "table");
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    const auto states = load_register();
    if (words_.empty()) throw UsageError("expect needs an indicator", "For example: comity expect goods_exports --pair Germany Kazakhstan");
    if (pair_.empty() == of_.empty()) throw UsageError("expect needs either --pair A B or --of A", "For example: comity expect goods_exports --pair Germany Kazakhstan");
    if (pair_.empty() && (peers_ || drivers_)) throw UsageError(peers_ ? "--peers is of a pair" : "--drivers is of a pair", "For example: comity expect goods_exports --pair Germany Kazakhstan --peers");
    if (peers_ && drivers_) throw UsageError("--peers and --drivers are two answers", "Keep one of them.");
    const std::string keys = indicator_keys(words_[0]);
    auto database = edition_.open_database();
    auto connection = database.connect();
    if (connection.number(fmt::format("SELECT count(*) FROM observation WHERE indicator IN (SELECT id FROM indicator WHERE key IN ({})) AND variant = 'expected'", keys)) == 0) {
      throw NotFound(fmt::format("this edition holds no expectation for {}", words_[0]), "They are made by comity build, from the sources " + sources_needed(words_[0]) + " and cepii_geodist.");
    }
    const std::string sql = pair_.empty() ? ranking_sql(keys, covered(connection, keys, ask_state(*states, of_), *states)) : pair_sql(keys, pair(*states));
    Output out = output_.open();
    auto writer = make_row_writer(format_.name, out);
    if (format_.name == "table") writer = std::make_unique<ForPeople>(std::move(writer));
    write_query(connection, sql, *writer);
    out.finish();
    return 0;
  }

 private:
  // What people call it, and the figures that are meant. Either book of goods gives both.
  static bool belongs(const std::string& asked, const std::string& indicator) {
    if (asked == "trade" || asked.starts_with("goods_")) return indicator.starts_with("goods_");
    if (asked == "migrants") return indicator.starts_with("migrant_stock_");
    if (asked == "investment") return indicator == "fdi_outward_stock";
    if (asked == "missions") return indicator == "career_posts";
    if (asked == "visits") return indicator == "leader_visits";
    return indicator == asked;
  }

  static std::string indicator_keys(const std::string& asked) {
    std::string keys, known;
    for (const auto& one : expect::modelled_indicators()) {
      known += (known.empty() ? "" : ", ") + std::string(one.indicator);
      if (belongs(asked, one.indicator)) keys += (keys.empty() ? "" : ", ") + sql_text(std::string(one.indicator) + "_expected");
    }
    if (asked == "students") {
      throw UsageError("there is no expectation for students: no source of this program gives students by origin and destination that a model could learn from",
                       "The OECD's table is held as a sample only, since its counts look doubled. It may be one of " + known + ".");
    }
    if (keys.empty()) throw UsageError(fmt::format("there is no expectation for '{}'", asked), "It may be trade, migrants, investment, missions, visits, or one of " + known + ".");
    return keys;
  }

  static std::string sources_needed(const std::string& asked) {
    std::string out;
    for (const auto& one : expect::modelled_indicators()) {
      const std::string source = one.of_partners ? one.indicator == std::string_view("career_posts") ? "aa_missions_2016" : "us_leader_travel or ceias_chinese_leader_travel" : one.source;
      if (belongs(asked, one.indicator) && out.find(source) == std::string::npos) out += (out.empty() ? "" : " or ") + source;
    }
    return belongs(asked, "leader_visits") || belongs(asked, "career_posts") ? out + ", wb_gdp, wb_population" : out;
  }

  // Which revision of a source an expectation stands beside; '' where it has one.
  static std::string revision_sql() {
    std::string out = "CASE i.key";
    for (const auto& one : expect::modelled_indicators()) {
      if (*one.variant) out += fmt::format(" WHEN {} THEN {}", sql_text(std::string(one.indicator) + "_expected"), sql_text(one.variant));
    }
    return out + " ELSE '' END";
  }

  static std::string least_sql() {
    std::string out = "CASE e.indicator";
    for (const auto& one : expect::modelled_indicators()) {
      if (one.least > 0) out += fmt::format(" WHEN {} THEN {}", sql_text(one.indicator), one.least);
    }
    return out + " ELSE 0 END";
  }

  static std::string compared(const std::string& keys, const std::string& condition) { return fmt::format(compared_sql, keys, condition, revision_sql(), least_sql()); }

  // A ranking of what only some states' lists cover wholly is asked of those states.
  static StateId covered(store::Connection& connection, const std::string& keys, StateId of, const world::Register& states) {
    const bool of_partners = keys.find("leader_visits") != std::string::npos || keys.find("career_posts") != std::string::npos;
    if (!of_partners) return of;
    std::string known;
    auto result = connection.query(fmt::format("SELECT DISTINCT from_state FROM observation WHERE indicator IN (SELECT id FROM indicator WHERE key IN ({})) ORDER BY 1", keys));
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        const StateId one(chunk.get<std::uint16_t>(0, i));
        if (one == of) return of;
        known += (known.empty() ? "" : ", ") + states.state(one).name;
      }
    }
    throw NotFound(fmt::format("no list covers all that {} makes or keeps abroad, so that there is no ranking of its partners", states.state(of).name),
                   fmt::format("A ranking is to be had for {}; --pair shows what one of these has with {}.", known, states.state(of).name));
  }

  // "--pair A B" gives the first as the option's value and the second as a word; "--pair A,B" both.
  Pair pair(const world::Register& states) const {
    std::vector<std::string> names{pair_};
    names.insert(names.end(), words_.begin() + 1, words_.end());
    if (const auto comma = pair_.find(','); comma != std::string::npos && words_.size() == 1) names = {pair_.substr(0, comma), pair_.substr(comma + 1)};
    const auto [a, b] = ask_pair(states, names, "expect");
    return Pair(a, b);
  }

  static std::string pair_condition(const Pair& pair) { return fmt::format("o.pair = {}", pair.code()); }

  std::string pair_sql(const std::string& keys, const Pair& pair) const {
    const std::string with = compared(keys, pair_condition(pair));
    if (drivers_) {
      return with + "SELECT indicator, year, \"from\", \"to\", reporter_key AS reporter, expected, typical, size, distance, border, language, colonial_link, agreement FROM compared "
                    "WHERE typical IS NOT NULL ORDER BY \"from\", \"to\", indicator, year";
    }
    if (peers_) return peers_sql(keys, pair);
    return with + fmt::format("SELECT year, through, \"from\", \"to\", reporter_key AS reporter, indicator, actual, CASE WHEN below_unit THEN least END AS below, expected, CASE WHEN not_compared IS NULL THEN actual / expected END AS ratio, low, high, "
                              "CASE WHEN not_compared IS NOT NULL THEN 'not compared: ' || not_compared WHEN actual > high THEN 'more than nine in ten like pairs' WHEN actual < low THEN "
                              "'less than nine in ten like pairs' ELSE 'as usual' END AS reading, source_key AS source FROM compared {}ORDER BY \"from\", \"to\", indicator, year",
                              year_ ? fmt::format("WHERE year = {} ", year_) : "");
  }

  // In the newest year: the pair itself, then pairs of the same links that are nearest in size and distance.
  std::string peers_sql(const std::string& keys, const Pair& pair) const {
    const std::string newest = fmt::format("o.period_start IN (SELECT period_start FROM observation WHERE pair = {} AND variant = 'typical' AND indicator IN (SELECT id FROM indicator WHERE key IN ({})))", pair.code(), keys);
    return compared(keys, newest) +
           fmt::format(", mine AS (SELECT * FROM compared WHERE pair = {} AND typical IS NOT NULL), near AS (SELECT m.\"from\" || ' to ' || m.\"to\" AS like_pair, c.*, "
                       "abs(ln(c.size / m.size)) + abs(ln(c.distance / m.distance)) AS apart, row_number() OVER (PARTITION BY m.indicator, m.from_state ORDER BY "
                       "abs(ln(c.size / m.size)) + abs(ln(c.distance / m.distance)), c.pair <> m.pair, c.pair, c.from_state) AS place FROM mine m JOIN compared c ON c.indicator = m.indicator AND c.year = m.year AND "
                       "c.source = m.source AND (c.border = 1) = (m.border = 1) AND (c.language = 1) = (m.language = 1) AND (c.colonial_link = 1) = (m.colonial_link = 1) AND (c.agreement = 1) = (m.agreement = 1) "
                       "WHERE c.pair <> m.pair AND c.not_compared IS NULL OR c.pair = m.pair AND c.from_state = m.from_state) "
                       "SELECT like_pair, indicator, year, \"from\", \"to\", actual, expected, CASE WHEN not_compared IS NULL THEN actual / expected END AS ratio, apart FROM near WHERE place <= {} "
                       "ORDER BY like_pair, indicator, place",
                       pair.code(), (top_ ? top_ : 10) + 1);
  }

  // Only partners outside the interval stand out; in the state's own books, or nobody's. A partner that is less than a ten-thousandth of the whole,
  // by the figure and by the expectation, is too small to say anything of: islands of a few hundred people would lead every list. A single visit or post
  // is no surplus.
  std::string ranking_sql(const std::string& keys, StateId of) const {
    const std::string own = fmt::format("(o.from_state = {0} OR o.to_state = {0})", of.value);
    return compared(keys, own) +
           fmt::format(", mine AS (SELECT *, actual / expected AS ratio, CASE WHEN from_state = {0} THEN \"to\" ELSE \"from\" END AS partner, CASE WHEN from_state = {0} THEN to_state ELSE from_state END AS partner_state, from_state = {0} AS outgoing, "
                       "sum(greatest(actual, expected)) OVER (PARTITION BY indicator, from_state = {0}, year) AS whole FROM compared WHERE not_compared IS NULL AND (reporter = {0} OR reporter IS NULL OR indicator NOT LIKE 'goods%')), newest AS (SELECT indicator, outgoing, {1} AS year FROM mine GROUP BY ALL), "
                       "placed AS (SELECT m.*, actual > high AS more, row_number() OVER (PARTITION BY m.indicator, m.outgoing, actual > high ORDER BY CASE WHEN actual > high THEN -ratio ELSE ratio END, "
                       "expected DESC) AS place FROM mine m JOIN newest n ON n.indicator = m.indicator AND n.outgoing = m.outgoing AND n.year = m.year WHERE ((actual > high AND actual > 1) OR actual < low) "
                       "AND greatest(actual, expected) * 10000 >= whole) "
                       "SELECT indicator, CASE WHEN outgoing THEN 'to' ELSE 'from' END AS direction, partner, year, through, actual, expected, ratio, low, high, CASE WHEN more THEN 'more' ELSE 'less' END || "
                       "CASE WHEN indicator LIKE 'fdi%' AND EXISTS (SELECT 1 FROM policy h WHERE h.table_name = 'fdi_hubs' AND h.state = partner_state) THEN '; a hub, whose investment is mostly passed through' ELSE '' END AS "
                       "reading FROM placed WHERE place <= {2} ORDER BY indicator, outgoing DESC, more DESC, place",
                       of.value, year_ ? std::to_string(year_) : "max(year)", top_ ? top_ : 10);
  }

  std::vector<std::string> words_;
  std::string pair_, of_;
  int year_ = 0, top_ = 0;
  bool peers_ = false, drivers_ = false;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_expect_command() { return std::make_unique<ExpectCommand>(); }

}  // namespace comity::cli
