// A server without sockets over an edition of a few made-up rows: what the tests of routes ask. Some of its texts are markup, as a
// publisher's file may hold it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "comity/server/front.hpp"
#include "comity/server/routes.hpp"
#include "comity/store/schema.hpp"
#include "comity/store/views.hpp"

namespace comity::server::test {

using nlohmann::json;

inline constexpr const char* markup = "<script>alert(1)</script><b>\"x\"</b>'&";

inline std::shared_ptr<const world::Register> states() {
  static const auto all = world::Register::load(COMITY_SOURCE_DIR "/data");
  return all;
}

class LittleFile {
 public:
  explicit LittleFile(const std::string& hash = "0123456789abcdef") : path_(std::filesystem::temp_directory_path() / fmt::format("comity-served-{}-{}-{}.duckdb", ::getpid(), hash, ++count())) {
    store::Database database(path_);
    auto connection = database.connect();
    connection.run("BEGIN");
    for (const auto& table : store::tables()) connection.run(store::create_statements(table));
    for (const auto& view : store::views()) connection.run(store::create_statements(view));
    const auto run = [&](const std::string& sql) { connection.run(sql); };
    run(fmt::format("INSERT INTO edition VALUES ('schema', '{}'), ('date', '2024-12-31'), ('hash', '{}')", store::schema_version, hash));
    const std::string bad = store::sql_text(markup);
    std::string all;
    for (const auto& state : states()->states()) all += fmt::format("{}({}, {}, {}, '{}', NULL, NULL)", all.empty() ? "" : ", ", state.id.value, store::sql_text(state.key), store::sql_text(state.name), state.kind);
    run("INSERT INTO state VALUES " + all);
    run(fmt::format("INSERT INTO source (id, key, title, publisher, version, licence, terms, citation, url, role, independence, citable, redistributable, as_of) VALUES "
                    "(1, 'books', {0}, {0}, {0}, {0}, {0}, {0}, 'https://example.org/?{1}', 'facts', 'scholarly', true, true, '2024'), "
                    "(2, 'sample', 'A sample', 'Somebody', '1', 'unknown', '', '', '', 'fixture', 'scholarly', false, false, '2024')", bad, "a=1&b=%3Cscript%3E"));
    run("INSERT INTO source_file (id, source, path) VALUES (1, 1, 'books.csv')");
    run("INSERT INTO ledger (source, file, records_read, used, rejected, unwanted, facts, absences) VALUES (1, 1, 9, 7, 1, 1, 7, 1)");
    run(fmt::format("INSERT INTO reject (source, file, record, reason, raw) VALUES (1, 1, 9, {0}, {0})", bad));
    run(fmt::format("INSERT INTO indicator (id, key, title, measure, unit, direction) VALUES (1, 'goods_exports', 'Exports', 'flow', 'money', 'from the exporter'), (2, 'goods_imports', 'Imports', 'flow', 'money', {})", bad));
    const int a = states()->by_key("DEU").value, b = states()->by_key("KAZ").value;
    const std::uint32_t pair = Pair(StateId{static_cast<std::uint16_t>(a)}, StateId{static_cast<std::uint16_t>(b)}).code();
    int key = 16;
    const auto observe = [&](int indicator, int from, int to, int reporter, const char* side, int year, const char* value, int source) {
      run(fmt::format("INSERT INTO observation (pair, indicator, from_state, to_state, reporter, reporter_kind, period_start, period_months, at_end, product, value, absence, unit, currency, valuation, origin, flags, note, key, source, "
                      "file, record, col) VALUES ({}, {}, {}, {}, {}, '{}', '{}-01-01', 12, false, 'total', {}, '{}', 'money', 'USD', 'fob', 'reported', 0, {}, {}, {}, 1, 3, 4)",
                      pair, indicator, from, to, reporter, side, year, value, std::string_view(value) == "NULL" ? "confidential" : "value", bad, key++, source));
    };
    for (int year = 2001; year <= 2005; ++year) observe(1, a, b, a, "from_side", year, "100000000", 1);
    observe(2, a, b, b, "to_side", 2001, "90000000.5", 1);
    observe(2, a, b, b, "to_side", 2002, "NULL", 1);
    observe(1, b, a, b, "from_side", 2001, "7", 2);  // of a sample
    run(fmt::format("INSERT INTO event (pair, kind, state_a, state_b, date_edtf, day_from, day_to, person, office, host, place, occasion, title, detail, status, key, source, file, record, col) VALUES "
                    "({0}, 'visit', {1}, {2}, '2001-05-06', '2001-05-06', '2001-05-06', {3}, {3}, {3}, {3}, {3}, {3}, {3}, 'asserted', 99, 1, 1, 5, 0)", pair, a, b, bad));
    run(fmt::format("INSERT INTO mission (pair, sending, receiving, kind, resident, city, as_listed_on, name, note, key, source, file, record, col) VALUES ({0}, {1}, {2}, 'embassy', true, {3}, '2024-01-01', {3}, {3}, 98, 1, 1, 6, 0)",
                    pair, a, b, bad));
    run(fmt::format("INSERT INTO agreement (pair, state_a, state_b, title, subject, kind, signed_on, status, key, source, file, record, col) VALUES ({0}, {1}, {2}, {3}, {3}, 'other', '1997-01-01', 'in_force', 97, 1, 1, 7, 0)", pair, a, b, bad));
    run(fmt::format("INSERT INTO presence (pair, home_state, host_state, kind, name, sector, place, key, source, file, record, col) VALUES ({0}, {1}, {2}, 'company', {3}, {3}, {3}, 96, 1, 1, 8, 0)", pair, a, b, bad));
    run(fmt::format("INSERT INTO organization (key, name, short_name, kind, importance) VALUES ('ORG', {0}, {0}, 'organization', 1)", bad));
    run(fmt::format("INSERT INTO membership (state, organization, kind, date_from, key, source, file, record, col) VALUES ({1}, 'ORG', 'member', '1992', 95, 1, 1, 9, 0), ({2}, 'ORG', 'member', '1993', 94, 1, 1, 9, 0)", 0, a, b));
    run(fmt::format("INSERT INTO disagreement (pair, consequence, kind, title, said, reading, size, unit, key_a, key_b) VALUES ({0}, 2, 'relations_date', {1}, {1}, {1}, 3, 'days', 16, 17)", pair, bad));
    run("COMMIT");
    run("CHECKPOINT");
  }
  ~LittleFile() { std::filesystem::remove(path_); }
  LittleFile(const LittleFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  static int& count() {
    static int n = 0;
    return n;
  }
  std::filesystem::path path_;
};

class Served : public ::testing::Test {
 protected:
  explicit Served(FrontOptions options = {}) : holding_(file().path(), states()), service_(ports(), states()), front_(std::move(options), service_) {}

  Sending ask(Method method, std::string target, std::vector<Header> headers = {}, std::string body = {}) {
    const Request request{method, std::move(target), std::move(headers), std::move(body)};
    if (auto quick = front_.quick(request, holding_)) return *quick;
    return front_.work(request, holding_);
  }
  Sending get(std::string target, std::vector<Header> headers = {}) { return ask(Method::get, std::move(target), std::move(headers)); }
  json get_json(const std::string& target, int status = 200) {
    const Sending answer = get(target);
    EXPECT_EQ(answer.status, status) << target << "\n" << *answer.body;
    return json::parse(*answer.body);
  }
  static std::string header(const Sending& answer, std::string_view name) {
    std::string out;
    for (const auto& [key, value] : answer.headers) {
      if (key == name) out += out.empty() ? value : " AND " + value;
    }
    return out;
  }

  // One for all tests: nothing writes to it.
  static const LittleFile& file() {
    static const LittleFile one;
    return one;
  }
  Holding holding_;
  std::vector<Task> tasks_;
  Outcome outcome_;
  Service service_;
  Front front_;

 private:
  Ports ports() {
    Ports out;
    out.share = COMITY_SOURCE_DIR;
    out.version = "1.2.3";
    out.load_resolver = [] {
      static const auto made = world::Resolver::make(states(), COMITY_SOURCE_DIR "/data", {});
      return made;
    };
    out.run = [this](const Task& task, const Holding&) {
      tasks_.push_back(task);
      return outcome_;
    };
    out.complain = [](const std::string& what) { ADD_FAILURE() << what; };
    return out;
  }
};

}  // namespace comity::server::test
