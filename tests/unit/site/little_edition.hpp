// An edition of three states in a file, whose sources write markup into every text they have: what the tests of sites read.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/site/site.hpp"
#include "comity/store/schema.hpp"

namespace comity::site::test {

namespace fs = std::filesystem;

inline const std::string evil = "\"><evil onload='1'>' onclick='1' </script><!-- & {0} ]]>";

// A folder of its own for each test, gone with it.
class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / fmt::format("comity-site-{}-{}", ::getpid(), counter_++)) { fs::create_directories(path_); }
  ~Scratch() { fs::remove_all(path_); }
  fs::path operator/(std::string_view name) const { return path_ / name; }

 private:
  inline static int counter_ = 0;
  fs::path path_;
};

inline std::shared_ptr<const world::Register> states() {
  static const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
  return states;
}
inline const world::Resolver& names() {
  static const auto names = world::Resolver::make(states(), COMITY_SOURCE_DIR "/data", fs::path());
  return *names;
}
inline StateId state(std::string_view key) { return states()->by_key(key); }

// Source 1 may be passed on, source 2 may not. `trade`: what Germany's exports to Kazakhstan of 2014 are, in million dollars.
inline void make_edition(const fs::path& file, double trade = 130) {
  store::Database database(file);
  auto c = database.connect();
  for (const auto& table : store::tables()) c.run(store::create_statements(table));
  const std::string e = store::sql_text(evil);
  const int deu = state("DEU").value, fra = state("FRA").value, kaz = state("KAZ").value;
  const auto pair = [](int a, int b) { return static_cast<unsigned>(std::min(a, b)) << 16 | static_cast<unsigned>(std::max(a, b)); };
  c.run(fmt::format("INSERT INTO edition VALUES ('schema', '{}'), ('date', '2024-12-31'), ('hash', 'abcdef0123456789')", store::schema_version));
  for (const auto& [id, key, may] : {std::tuple{1, "open", "true"}, {2, "closed", "false"}}) {
    c.run(fmt::format("INSERT INTO source (id, key, title, publisher, version, licence, terms, citation, url, role, independence, derives_from, citable, redistributable, as_of) "
                      "VALUES ({0}, '{1}', {2}, {2}, {2}, {2}, {2}, {2}, 'javascript:alert(1)', 'facts', 'scholarly', '', true, {3}, '2024-06-30')", id, key, id == 1 ? e : "'The closed source'", may));
    c.run(fmt::format("INSERT INTO source_file (id, source, path, columns) VALUES ({0}, {0}, {1}, [{1}])", id, e));
    c.run(fmt::format("INSERT INTO coverage (source, indicator, from_year, to_year, reporters, covers_breaks, note) VALUES ({}, 'goods_exports', 1992, 2020, 'all', false, {})", id, e));
    c.run(fmt::format("INSERT INTO ledger (source, file, records_read, used, rejected, unwanted, facts, absences) VALUES ({0}, {0}, 9, 7, 1, 1, 7, 0)", id));
    c.run(fmt::format("INSERT INTO reject (source, file, record, line, col, reason, raw) VALUES ({0}, {0}, 1, 1, 'x', {1}, {1})", id, e));
    c.run(fmt::format("INSERT INTO unwanted (source, reason, records) VALUES ({}, {}, 1)", id, e));
  }
  c.run("INSERT INTO indicator (id, key, title, measure, unit, undirected, description) VALUES (1, 'goods_exports', 'Goods exports', 'flow', 'money', false, 'x'), (2, 'refugees', 'Refugees', 'stock', 'persons', false, 'x')");
  const auto observe = [&](int indicator, int from, int to, int year, double value, int source, int key, const char* origin = "reported") {
    c.run(fmt::format("INSERT INTO observation (pair, indicator, from_state, to_state, reporter, reporter_kind, period_start, period_months, at_end, product, value, absence, unit, currency, valuation, origin, flags, note, key, source, file, record, col) "
                      "VALUES ({}, {}, {}, {}, {}, 'from_side', DATE '{}-01-01', 12, false, 'total', {}, 'value', '{}', {}, '{}', '{}', 0, {}, {}, {}, {}, {}, 1)",
                      pair(from, to), indicator, from, to, from, year, value, indicator == 1 ? "money" : "persons", indicator == 1 ? "'USD'" : "NULL", indicator == 1 ? "fob" : "none", origin, e, key, source, source, key));
  };
  for (int year = 2010; year <= 2013; ++year) observe(1, deu, kaz, year, 1e6 * (year - 2000), 1, year);
  observe(1, deu, kaz, 2014, trade * 1e6, 1, 2014);
  observe(1, fra, kaz, 2014, 70e6, 1, 3);
  observe(2, kaz, deu, 2014, 5, 1, 4);
  observe(1, kaz, fra, 2014, 987654321, 2, 5);           // may not be passed on
  observe(1, kaz, deu, 2014, 123456789, 1, 6, "derived"); // made from it
  observe(2, deu, fra, 2014, 424242, 2, 7);              // all that is known of Germany and France
  // Editions are sorted by pair.
  c.run("CREATE TEMP TABLE sorted AS SELECT * FROM observation ORDER BY pair, indicator, period_start");
  c.run("DELETE FROM observation");
  c.run("INSERT INTO observation SELECT * FROM sorted");
  c.run("INSERT INTO derivation (key, from_key) VALUES (6, 5)");
  const std::string provenance = "{}, 1, 1, {}, 1";
  c.run(fmt::format("INSERT INTO event (pair, kind, state_a, state_b, date_edtf, day_from, day_to, actor_state, person, office, host, place, occasion, title, detail, status, key, source, file, record, col) "
                    "VALUES ({0}, 'visit', {1}, {2}, '2014-05-06', '2014-05-06', '2014-05-06', {1}, {3}, {3}, {3}, {3}, {3}, {3}, {3}, 'asserted', 20, 1, 1, 20, 1)", pair(deu, kaz), deu, kaz, e));
  c.run(fmt::format("INSERT INTO mission (pair, sending, receiving, kind, resident, city, as_listed_on, name, note, key, source, file, record, col) VALUES ({}, {}, {}, 'embassy', true, {}, '2024-06', {}, {}, 21, 1, 1, 21, 1)", pair(deu, kaz), deu, kaz, e, e, e));
  c.run(fmt::format("INSERT INTO organization (key, name, short_name, kind, importance, coverage_to) VALUES ('X', {0}, {0}, 'economic', 1, '2024-12-31')", e));
  for (const int member : {deu, kaz}) c.run(fmt::format("INSERT INTO membership (state, organization, kind, date_from, key, source, file, record, col) VALUES ({0}, 'X', 'member', '2000-01-01', {1}, 1, 1, {1}, 1)", member, 30 + member));
  c.run(fmt::format("INSERT INTO presence (pair, home_state, host_state, kind, name, sector, place, note, flags, key, source, file, record, col) VALUES ({}, {}, {}, 'company', {}, {}, {}, {}, 0, 22, 1, 1, 22, 1)", pair(deu, kaz), deu, kaz, e, e, e, e));
  c.run(fmt::format("INSERT INTO disagreement (pair, consequence, kind, title, said, reading, size, unit, key_a, key_b) VALUES ({0}, 3, 'trade_mirror', {1}, {1}, {1}, 2, 'factor', 2014, 4), ({0}, 3, 'total', 'not to be seen', 'closed', '', 2, 'factor', 2014, 5)", pair(deu, kaz), e));
  c.run("CHECKPOINT");
}

// Every file below a folder with its bytes.
inline std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out[fs::relative(entry.path(), folder).generic_string()] = read_file(entry.path());
  }
  return out;
}

inline Request request_for(const fs::path& folder) {
  Request out;
  out.folder = folder;
  out.data_folder = COMITY_SOURCE_DIR "/data";
  out.address = "https://example.org/world/";
  out.program = "one";
  out.version = "0";
  out.threads = 2;
  return out;
}

inline Made make_site(const fs::path& edition, const Request& request) {
  store::Edition opened(edition, states());
  Progress quiet;
  return write_site(opened, names(), request, quiet);
}

}  // namespace comity::site::test
