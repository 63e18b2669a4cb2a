#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"
#include "comity/store/record_functions.hpp"
#include "comity/store/register_functions.hpp"
#include "comity/store/schema.hpp"

namespace comity::store {
namespace {

std::shared_ptr<const world::Register> states() {
  static const auto loaded = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
  return loaded;
}

// Records "0,zero", "1,one", … of two files.
struct Numbers : formats::RecordReader {
  explicit Numbers(std::size_t count) : count_(count) {}
  const std::vector<std::string>& columns() const override { return columns_; }
  bool next(formats::Record& record) override {
    if (at_ == count_) return false;
    if (at_ == 700) throw DataError("numbers, line 700: cut off", "Fetch the file again.");
    text_ = std::to_string(at_);
    record.fields = {text_, at_ % 2 ? "odd" : "even"};
    record.is_null = {false, at_ % 10 == 9};
    record.number = ++at_;
    record.problem = {};
    record.raw = text_;
    return true;
  }
  std::vector<std::string> columns_ = {"n", "kind"};
  std::size_t count_, at_ = 0;
  std::string text_;
};

struct TwoFiles : RecordCatalog {
  std::vector<std::string> files(const std::string& name) override {
    if (name == "long") return {"long"};
    if (name != "numbers") throw UsageError("no such file");
    return {"a", "b"};
  }
  std::unique_ptr<formats::RecordReader> open(const std::string&, const std::string& file) override {
    return std::make_unique<Numbers>(file == "long" ? 5000 : file == "a" ? 600 : 50);
  }
  void counted(const std::string& file, const formats::RecordReader&, std::uint64_t records) override { counts[file] = records; }
  std::map<std::string, std::uint64_t> counts;
};

struct RecordFunctions : ::testing::Test {
  TwoFiles catalog;
  Database database{{}, {}};
  Connection connection = database.connect();
  RecordFunctions() { register_record_functions(connection, catalog); }
};

TEST(Chunks, ANullReadsAsNoughtWhateverLiesInItsPlace) {
  Database database{{}, {}};
  Connection connection = database.connect();
  connection.run("CREATE TABLE t AS SELECT i % 2 = 0 AS even, i::BIGINT AS n FROM range(2000) r(i)");
  connection.run("UPDATE t SET even = NULL, n = NULL WHERE n % 3 = 1");
  auto result = connection.query("SELECT even, n, CASE WHEN n > 9 THEN even END, CASE WHEN n > 9 THEN n END FROM t");
  std::size_t nulls = 0;
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      for (const std::size_t column : {std::size_t{0}, std::size_t{2}}) {
        if (!chunk.is_null(column, i)) continue;
        ++nulls;
        EXPECT_FALSE(chunk.get<bool>(column, i)) << i;
        EXPECT_EQ(chunk.get<std::int64_t>(column + 1, i), 0) << i;
      }
    }
  }
  EXPECT_GT(nulls, 1000u);
}

TEST_F(RecordFunctions, ReadFilesInOrderAndCountThem) {
  EXPECT_EQ(connection.number("SELECT count(*) FROM read_delimited('numbers')"), 650);
  EXPECT_EQ(catalog.counts["a"], 600u);
  EXPECT_EQ(catalog.counts["b"], 50u);
  EXPECT_EQ(connection.number("SELECT sum(n::INTEGER) FROM read_delimited('numbers') WHERE _file = 'b'"), 49 * 50 / 2);
  EXPECT_EQ(connection.number("SELECT _record FROM read_xlsx('numbers') WHERE n = '599'"), 600);
}

TEST_F(RecordFunctions, AMissingFieldIsNull) {
  EXPECT_EQ(connection.number("SELECT count(*) FROM read_delimited('numbers') WHERE kind IS NULL"), 65);
}

TEST_F(RecordFunctions, AReadersErrorIsTheQuerysWithItsHint) {
  try {
    connection.number("SELECT count(*) FROM read_delimited('long')");
    FAIL();
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("line 700: cut off. Fetch the file again."));
  }
  EXPECT_THROW(connection.number("SELECT count(*) FROM read_delimited('elsewhere')"), StoreError);
  EXPECT_EQ(connection.number("SELECT 1"), 1);
}

struct WorldFunctions : ::testing::Test {
  Database database{{}, {}};
  Connection connection = database.connect();
  WorldFunctions() { register_world_functions(connection, *states()); }
  std::string key(const std::string& expression) {
    const auto id = connection.number(expression);
    return id ? states()->state(StateId(static_cast<std::uint16_t>(id))).key : "none";
  }
};

TEST_F(WorldFunctions, ACodeIsAStateOnADay) {
  EXPECT_EQ(key("state_by_code('cow', '255', DATE '1900-01-01')"), "DEU_1871");
  EXPECT_EQ(key("state_by_code('cow', '260', DATE '1960-01-01')"), "DEU");
  EXPECT_EQ(key("state_by_code('cow', '255', DATE '1991-01-01')"), "DEU");
  EXPECT_EQ(key("state_by_code('cow', '345', DATE '2006-06-05')"), "YUG");
  EXPECT_EQ(key("state_by_code('cow', '345', DATE '2006-06-06')"), "SRB");
  EXPECT_EQ(key("state_by_code('iso2', 'NA', DATE '2000-01-01')"), "NAM");
  EXPECT_EQ(key("state_by_name('Germany', DATE '1900-01-01')"), "DEU_1871");
}

TEST_F(WorldFunctions, WhatIsUnknownIsNull) {
  for (const char* expression : {"state_by_name('Atlantis', DATE '2000-01-01')", "state_by_code('cow', NULL, DATE '2000-01-01')", "state_by_key(NULL)", "edtf_from('soon')",
                                 "edtf_checked('2001-13')", "state_by_name(NULL, NULL)", "edtf_to('2001/..')"}) {
    EXPECT_EQ(connection.number(std::string("SELECT ") + expression + " IS NULL"), 1) << expression;
  }
  EXPECT_EQ(connection.text("edtf_to('1992-02')::VARCHAR"), "1992-02-29");
  EXPECT_EQ(connection.text("non_state('World')"), "aggregate");
}

// The key of several values is that of their text, as DuckDB writes them, whatever is missing.
TEST_F(WorldFunctions, AKeyOfValuesIsTheKeyOfTheirText) {
  constexpr const char* values = "name, state, small, big, day, truth, minus";
  connection.run(
      "CREATE TEMP TABLE written AS SELECT n, CASE WHEN n % 5 <> 0 THEN 'é|' || n END AS name, (n * 7)::USMALLINT AS state, (n % 200)::UTINYINT AS small, (n * 1000003)::UBIGINT AS big, "
      "CASE WHEN n % 3 <> 1 THEN DATE '0001-03-01' + (n * 3653)::INTEGER - 800 END AS day, n % 2 = 0 AS truth, (-n)::SMALLINT AS minus FROM range(500) t(n)");
  EXPECT_EQ(connection.number(fmt::format("SELECT count(*) FROM written WHERE fact_key_of('a', 'b', {0}) <> fact_key('a|b|' || concat_ws('|', {0}))", values)), 0);
  EXPECT_EQ(connection.number(fmt::format("SELECT count(DISTINCT fact_key_of({})) FROM written", values)), 500);
  EXPECT_EQ(connection.number("SELECT count(*) FROM written WHERE day < DATE '0001-01-01'"), 1) << "years before Christ are written too";
  EXPECT_THROW(connection.number("SELECT fact_key_of(1.5::DOUBLE)"), StoreError);
}
TEST_F(WorldFunctions, KeysDoNotChange) { EXPECT_EQ(connection.text("printf('%016x', fact_key('a|b'))"), "c7ee863ab9632249"); }

TEST(Schema, EveryStagedColumnStandsInItsTable) {
  for (const auto& table : tables()) {
    if (!table.is_fact) continue;
    for (const auto& column : staged_columns(table.name)) {
      if (std::string_view(column.name) == "reference") continue;
      const bool found = std::ranges::any_of(table.columns, [&](const auto& c) { return std::string_view(c.name) == column.name; });
      EXPECT_TRUE(found) << table.name << "." << column.name;
    }
  }
  EXPECT_THROW(staged_columns("ledger"), StoreError);
}

TEST(OpenEdition, SaysWhatIsWrong) {
  const auto folder = std::filesystem::temp_directory_path() / ("comity-open-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  EXPECT_THROW(Edition(folder / "none.duckdb", states()), NotFound);
  write_file(folder / "text.duckdb", "this is no database");
  EXPECT_THROW(Edition(folder / "text.duckdb", states()), StoreError);
  { Database(folder / "empty.duckdb").connect().run("CREATE TABLE t (x INTEGER)"); }
  EXPECT_THROW(Edition(folder / "empty.duckdb", states()), StoreError);
  std::filesystem::remove_all(folder);
}

TEST(OpenEdition, AnOpenedDatabaseReadsNoFiles) {
  Database database({}, {});
  auto connection = database.connect();
  EXPECT_THROW(connection.run("SELECT * FROM read_csv('/etc/passwd')"), StoreError);
  EXPECT_THROW(connection.run("INSTALL httpfs"), StoreError);
}

}  // namespace
}  // namespace comity::store
