// An edition of a few made-up rows in memory, under the true register: what the tests of panels join from.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include "comity/panel/panel.hpp"
#include "comity/store/schema.hpp"

namespace comity::panel::test {

class LittleEdition {
 public:
  LittleEdition() : database_({}), connection_(database_.connect()) {
    static const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
    states_ = states;
    for (const auto& table : store::tables()) connection_.run(store::create_statements(table));
    run("INSERT INTO edition VALUES ('date', '2016-12-31'), ('hash', 'abc')");
    run("INSERT INTO source (id, key, title, publisher, role, as_of) VALUES (1, 'lists', 'Lists', 'Somebody', 'facts', '2016'), (2, 'other', 'Other', 'Somebody else', 'facts', '2016')");
    for (const auto& [code, key, from, to] : {std::tuple{"2", "USA", "", ""}, {"200", "GBR", "", ""}, {"220", "FRA", "", ""}, {"255", "DEU_1871", "1871-01-18", "1945-05-08"},
                                              {"255", "DEU", "1990-10-03", ""}, {"260", "DEU", "1949-05-23", "1990-10-02"}, {"265", "DDR", "", ""}, {"705", "KAZ", "", ""}}) {
      run(fmt::format("INSERT INTO state_code VALUES ({}, 'cow', '{}', {}, {})", states_->by_key(key).value, code, day(from), day(to)));
    }
    run(fmt::format("INSERT INTO state_code VALUES ({}, 'gw', '260', NULL, NULL)", states_->by_key("DEU").value));
    for (const auto& [code, from, to] : {std::tuple{2, "1816-01-01", "2016-12-31"}, {200, "1816-01-01", "2016-12-31"}, {220, "1816-01-01", "1942-11-11"}, {220, "1944-08-25", "2016-12-31"},
                                         {255, "1816-01-01", "1945-05-08"}, {255, "1990-10-03", "2016-12-31"}, {260, "1955-05-05", "1990-10-02"}, {265, "1954-03-25", "1990-10-02"},
                                         {705, "1991-12-26", "2016-12-31"}}) {
      series("system_member", code, 0, from, to, 1);
    }
    series("system_member", 260, 0, "1949-09-21", "2016-12-31", 1, 0, "gw");
    series("system_member", 221, 0, "1861-02-02", "2016-12-31", 1, 0, "gw");
    series("system_microstate", 221, 0, "1861-02-02", "2016-12-31", 1, 0, "gw");
    series("milex", 2, 0, "1900-01-01", "1901-12-31", 1000);
    series("milex", 200, 0, "1900-01-01", "1900-12-31", 0.5);
    series("mindist", 255, 705, "1992-01-01", "2016-12-31", 2247.1);
    series("atop_defense", 220, 2, "1932-01-01", "1933-12-31", 1);
    covers("atop_defense", 1930, 1940, "true_zero");
    covers("mindist", 1992, 2016, "not_covered");
    covers("milex", 1900, 1950, "not_reported");
  }

  void run(const std::string& sql) { connection_.run(sql); }
  // Makes the indicator known, once.
  int indicator(const std::string& key, bool undirected = false) {
    const auto known = connection_.number(fmt::format("SELECT coalesce(max(id), 0) FROM indicator WHERE key = '{}'", key));
    if (known) return static_cast<int>(known);
    const auto id = connection_.number("SELECT coalesce(max(id), 0) + 1 FROM indicator");
    run(fmt::format("INSERT INTO indicator (id, key, title, undirected) VALUES ({}, '{}', '{}', {})", id, key, key, undirected));
    return static_cast<int>(id);
  }
  void series(const std::string& key, int from, int to, const char* first, const char* last, double value, int item = 0, const char* scheme = "cow") {
    run(fmt::format("INSERT INTO series (indicator, scheme, from_code, to_code, item, day_from, day_to, value, source) VALUES ({}, '{}', {}, {}, {}, '{}', '{}', {}, 1)", indicator(key), scheme,
                    from, to, item, first, last, value));
  }
  void state(const char* key) { run(fmt::format("INSERT INTO state (id, key) VALUES ({}, '{}')", states_->by_key(key).value, key)); }
  void agreement(const char* a, const char* b, const char* kind, const char* signed_on, const char* in_force, int source) {
    run(fmt::format("INSERT INTO agreement (state_a, state_b, kind, signed_on, in_force, source) VALUES ({}, {}, '{}', '{}', '{}', {})", states_->by_key(a).value, states_->by_key(b).value, kind,
                    signed_on, in_force, source));
  }
  void covers(const std::string& key, int from, int to, const char* blank, int source = 1) {
    run(fmt::format("INSERT INTO coverage (source, indicator, from_year, to_year, blank, reporters) VALUES ({}, '{}', {}, {}, '{}', 'all')", source, key, from, to, blank));
  }
  void observe(const std::string& key, const char* from, const char* to, const char* reporter, int year, const char* value, const char* absence = "value", int source = 2) {
    const int a = states_->by_key(from).value, b = *to ? states_->by_key(to).value : 0;
    run(fmt::format("INSERT INTO observation (pair, indicator, from_state, to_state, reporter, reporter_kind, period_start, period_months, product, value, absence, unit, currency, origin, flags, key, source) "
                    "VALUES ({}, {}, {}, {}, {}, '{}', '{}-01-01', 12, 'total', {}, '{}', 'money', 'USD', 'reported', 0, 0, {})",
                    b ? std::min(a, b) * 65536 + std::max(a, b) : a, indicator(key), a, b ? std::to_string(b) : "NULL", *reporter ? std::to_string(states_->by_key(reporter).value) : "NULL",
                    std::string(reporter) == from ? "from_side" : std::string(reporter) == to ? "to_side" : "third", year, value, absence, source));
  }
  Panel make(const PanelRequest& request) { return make_panel(connection_, *states_, request); }
  // A panel of directed pairs with these variables.
  Panel make(std::vector<std::string> variables, int from = 0, int to = 0) {
    PanelRequest request;
    request.variables = std::move(variables);
    request.frame.from_year = from;
    request.frame.to_year = to;
    return make(request);
  }
  store::Connection& connection() { return connection_; }
  const world::Register& states() const { return *states_; }

 private:
  static std::string day(const std::string& text) { return text.empty() ? "NULL" : "'" + text + "'"; }
  store::Database database_;
  store::Connection connection_;
  std::shared_ptr<const world::Register> states_;
};

// Row of a directed pair in a year; -1 when the panel has none.
inline std::int64_t row_of(const Panel& panel, int one, int two, int year) {
  const auto &a = panel.column("ccode1"), &b = panel.column("ccode2"), &when = panel.column("year");
  for (std::size_t row = 0; row < panel.rows; ++row) {
    if (a.at(row) == one && b.at(row) == two && when.at(row) == year) return static_cast<std::int64_t>(row);
  }
  return -1;
}

// The cell as text: "" when it is missing.
inline std::string cell(const Panel& panel, const std::string& column, int one, int two, int year) {
  const std::int64_t row = row_of(panel, one, two, year);
  if (row < 0) return "no row";
  const Column& cells = panel.column(column);
  const auto at = static_cast<std::size_t>(row);
  if (!cells.has(at)) return "";
  return cells.kind() == Kind::text ? cells.dictionary()[static_cast<std::size_t>(cells.at(at))] : fmt::format("{}", cells.at(at));
}

}  // namespace comity::panel::test
