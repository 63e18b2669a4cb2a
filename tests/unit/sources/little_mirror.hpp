// A mirror of one made-up source in a temporary folder, beside the project's own data/ and derive/: what the tests of
// loading build from.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "comity/base/bytes.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources::test {

inline const char* const toml = R"(id = "toy_trade"
folder = "toy-trade"
title = "Toy trade"
publisher = "Toy office"
version = "1"
as_of = "2003"
licence = "CC0"
url = "https://example.org/"
role = "facts"
class = "statistical_office"

[[file]]
name = "flows"
path = "flows.csv"
format = "delimited"
columns = ["exporter", "importer", "month", "value"]

[[coverage]]
indicator = "goods_exports"
years = [2001, 2003]
)";

inline const char* const sql = R"(CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, a AS from_state, b AS to_state, a AS reporter, TRY_CAST(month || '-01' AS DATE) AS period_start, 1 AS period_months,
       number(value) AS value, 'money' AS unit, 'USD' AS currency, 'fob' AS valuation, _file, _record, 'value' AS _col,
       CASE WHEN a IS NULL THEN unknown_state(a, exporter) WHEN b IS NULL THEN unknown_state(b, importer) WHEN number(value) IS NULL THEN 'not a number: ' || value END AS _reject,
       coalesce(no_state(a, exporter), no_state(b, importer)) AS _unwanted
FROM (SELECT *, state_by_name(exporter, DATE '2001-01-01') AS a, state_by_name(importer, DATE '2001-01-01') AS b FROM read_delimited('flows'));
)";

class LittleMirror : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("comity-mirror-" + std::to_string(::getpid()) + "-" +
                                                         ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "share/sources/toy_trade");
    std::filesystem::create_directories(folder_ / "mirror/toy-trade");
    const std::filesystem::path project = COMITY_SOURCE_DIR;
    for (const char* part : {"data", "derive"}) std::filesystem::create_directory_symlink(project / part, folder_ / "share" / part);
    std::filesystem::create_symlink(project / "sources/prelude.sql", folder_ / "share/sources/prelude.sql");
    put("share/sources/toy_trade/source.toml", toml);
    put("share/sources/toy_trade/load.sql", sql);
    put("mirror/toy-trade/flows.csv", year_of_months());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void put(const std::string& name, std::string_view text) { write_file(folder_ / name, text); }

  // Germany to Kazakhstan, 1 to 12 million a month in 2001: 78 million.
  static std::string year_of_months(int months = 12) {
    std::string out = "exporter,importer,month,value\n";
    for (int m = 1; m <= months; ++m) out += "Germany,Kazakhstan,2001-" + std::string(m < 10 ? "0" : "") + std::to_string(m) + "," + std::to_string(m) + "000000\n";
    return out;
  }

  BuildOutcome build(bool overwrite = true) {
    static const auto states = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
    BuildOptions options;
    options.places = {folder_ / "share", COMITY_PARTS, folder_ / "mirror"};
    options.places.packages = folder_ / "no-packages";  // outlines are not wanted here
    options.states = states;
    options.output = edition();
    options.cache = folder_ / "cache";
    options.overwrite = overwrite;
    options.check = check_;
    if (rows_at_once_) options.rows_at_once = rows_at_once_;
    steps_.seen.clear();
    return build_edition(options, steps_);
  }
  std::filesystem::path edition() const { return folder_ / "edition.duckdb"; }
  std::string ask(const std::string& query) {
    store::Database database(edition(), {.read_only = true});
    return database.connect().text(query);
  }
  std::string what_build_says() {
    try {
      build();
    } catch (const std::exception& error) {
      return error.what();
    }
    return "nothing";
  }

  struct Steps : Progress {
    std::vector<std::string> seen;
    void step(std::string_view what, std::uint64_t) override { seen.emplace_back(what); }
  };

  std::filesystem::path folder_;
  Steps steps_;  // of the last build
  bool check_ = false;
  std::size_t rows_at_once_ = 0;  // 0 = as usual
};

}  // namespace comity::sources::test
