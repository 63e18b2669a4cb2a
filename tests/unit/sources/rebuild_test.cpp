// A build that takes over what did not change makes the edition that a build from nothing makes: the same tables, row by row.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/table.hpp"
#include "comity/store/pair_file.hpp"
#include "comity/store/pair_file_layout.hpp"
#include "comity/store/schema.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Schools: facts that no derivation reads.
constexpr const char* schools_toml = R"(id = "toy_schools"
folder = "toy-schools"
title = "Toy schools"
publisher = "Toy ministry"
version = "1"
as_of = "2003"
licence = "CC0"
url = "https://example.org/"
role = "facts"
class = "official:DEU"

[[file]]
name = "schools"
path = "schools.csv"
format = "delimited"
columns = ["state", "name"]
)";
constexpr const char* schools_sql = R"(CREATE VIEW presence AS
SELECT state_by_key('DEU') AS home_state, state_by_name(state, DATE '2001-01-01') AS host_state, 'school' AS kind, name, _file, _record FROM read_delimited('schools');
)";
// Visas: figures that no derivation reads.
constexpr const char* visas_sql = R"(CREATE VIEW observation AS
SELECT 'visa_rule' AS indicator, state_by_key('DEU') AS from_state, state_by_name(state, DATE '2001-01-01') AS to_state, DATE '2001-01-01' AS period_start, 0 AS period_months,
       length(name) AS value, name AS variant, _file, _record FROM read_delimited('schools');
)";

class Rebuild : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    std::filesystem::create_directories(folder_ / "share/sources/toy_schools");
    std::filesystem::create_directories(folder_ / "mirror/toy-schools");
    put("share/sources/toy_schools/source.toml", schools_toml);
    put("share/sources/toy_schools/load.sql", schools_sql);
    put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,German School\nFrance,Lycée\n");
  }

  // Every table: its rows in the order in which they lie. Not the edition's own properties, which tell nothing of facts.
  std::map<std::string, std::string> content() {
    std::map<std::string, std::string> out;
    for (const auto& table : store::tables()) {
      out[table.name] = ask(fmt::format("SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::VARCHAR, chr(10) ORDER BY rowid)), '') FROM \"{}\" t {}", table.name,
                                        std::string_view(table.name) == "edition" ? "WHERE name IN ('hash', 'inputs', 'date')" : ""));
    }
    // What lies beside it, byte for byte, but the head, which says where things stand in the edition's own file.
    out["file of pairs"] = sha256_of(read_file(store::pair_file_of(edition())).substr(sizeof(store::PairHead)));
    return out;
  }
  // Held against an edition for which nothing was at hand.
  void expect_as_from_nothing() {
    const auto rebuilt = content();
    std::filesystem::remove_all(folder_ / "cache");
    std::filesystem::remove(edition());
    build();
    EXPECT_EQ(rebuilt, content());
  }
  // Whether the last build wrote only figures that differ.
  bool replaced() const { return std::ranges::find(steps_.seen, "replacing figures") != steps_.seen.end(); }
  std::vector<std::string> derived_files() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "cache")) {
      const auto name = entry.path().filename().string();
      if (name.starts_with("derived-")) out.push_back(name);
    }
    return out;
  }
};

TEST_F(Rebuild, FactsThatNoFigureRestsOnLeaveTheFiguresAsTheyAre) {
  build();
  const auto before = content();
  put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,German School Almaty\nFrance,Lycée\nFrance,Goethe-Gymnasium\n");
  build();
  EXPECT_EQ(derived_files().size(), 1u);
  EXPECT_EQ(ask("SELECT string_agg(name, ';' ORDER BY rowid) FROM presence"), "Goethe-Gymnasium;Lycée;German School Almaty");
  auto after = content();
  EXPECT_EQ(before.at("observation"), after.at("observation"));
  EXPECT_NE(before.at("presence"), after.at("presence"));
  expect_as_from_nothing();
}

TEST_F(Rebuild, FiguresThatNothingIsDerivedFromAreReplaced) {
  put("share/sources/toy_schools/load.sql", visas_sql);
  build();
  put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,required\nFrance,free\nItaly,free\n");
  build();
  EXPECT_TRUE(replaced());
  EXPECT_EQ(derived_files().size(), 1u);
  EXPECT_EQ(ask("SELECT string_agg(value::INTEGER, ';' ORDER BY rowid) FROM observation WHERE variant IN ('required', 'free')"), "4;4;8");
  expect_as_from_nothing();
}

// Values change, rows go, rows come: at the front, in the midst, at the end, many at once; whatever is sorted at once.
TEST_F(Rebuild, ReplacedFiguresLieInTheOrderOfTheWhole) {
  put("share/sources/toy_schools/load.sql", visas_sql);
  std::string flows = year_of_months();
  for (const char* importer : {"France", "Italy", "Poland", "Spain", "Austria"}) {
    for (int m = 1; m <= 12; ++m) flows += fmt::format("Germany,{0},2001-{1:02},2000000\n{0},Germany,2001-{1:02},2500000\n", importer, m);
  }
  put("mirror/toy-trade/flows.csv", flows);
  put("mirror/toy-schools/schools.csv", "state,name\nAustria,b\nFrance,free\nItaly,c\nKazakhstan,required\nPoland,d\n");
  build();
  bool sliced = false;
  for (const char* changed : {"state,name\nAustria,a\nAustria,b\nFrance,free\nFrance,x\nItaly,c\nKazakhstan,required\nPoland,d\n", "state,name\nFrance,a\nFrance,free\nZambia,z\n"}) {
    rows_at_once_ = (sliced = !sliced) ? 40 : 0;
    put("mirror/toy-schools/schools.csv", changed);
    build();
    EXPECT_TRUE(replaced()) << changed;
    const auto after = content();
    // Beside one that is merged whole; the next change meets what was replaced in again.
    std::filesystem::rename(edition(), folder_ / "aside");
    build();
    EXPECT_FALSE(replaced());
    EXPECT_EQ(after, content()) << changed;
    std::filesystem::rename(folder_ / "aside", edition());
  }
}

TEST_F(Rebuild, FiguresThatOthersRestOnAreDerivedAnew) {
  build();
  const auto first = derived_files();
  put("mirror/toy-trade/flows.csv", year_of_months(11));
  build();
  EXPECT_TRUE(replaced());
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 12"), "0");
  EXPECT_THAT(derived_files(), Not(::testing::ElementsAreArray(first)));
  put("mirror/toy-trade/flows.csv", year_of_months(12));
  build();
  EXPECT_TRUE(replaced());
  EXPECT_EQ(ask("SELECT value FROM observation WHERE period_months = 12"), "78000000.0");
  expect_as_from_nothing();
}

// Facts of all kinds: what a pair's and a state's bytes in the file of pairs may rest on.
constexpr const char* many_sql = R"(CREATE MACRO named(what) AS TABLE SELECT state_by_name(state, DATE '2001-01-01') AS other, name, _file, _record FROM read_delimited('schools') WHERE kind = what;
CREATE VIEW presence AS SELECT state_by_key('DEU') AS home_state, other AS host_state, 'school' AS kind, name, '2001' AS as_of, _file, _record FROM named('school');
CREATE VIEW mission AS SELECT state_by_key('DEU') AS sending, other AS receiving, 'embassy' AS kind, name AS city, '2002' AS as_listed_on, _file, _record FROM named('embassy');
CREATE VIEW agreement AS SELECT state_by_key('DEU') AS state_a, other AS state_b, 'treaty' AS kind, name AS title, '1999' AS signed_on, _file, _record FROM named('treaty');
CREATE VIEW event AS SELECT 'visit' AS kind, state_by_key('DEU') AS state_a, other AS state_b, name AS date_edtf, _file, _record FROM named('visit');
CREATE VIEW membership AS SELECT other AS state, name AS organization, '2000' AS date_from, _file, _record FROM named('member');
CREATE VIEW observation AS SELECT 'visa_rule' AS indicator, state_by_key('DEU') AS from_state, other AS to_state, DATE '2001-01-01' AS period_start, 0 AS period_months, length(name) AS value, name AS variant,
       _file, _record FROM named('visa');
CREATE VIEW observation_alone AS SELECT 'population' AS indicator, other AS from_state, DATE '2001-01-01' AS period_start, number(name) AS value, _file, _record FROM named('people');
)";

// The bytes of pairs that did not move are copied, and yet the file is the one that a build from nothing lays out: also where texts come or go before them, so
// that all are numbered otherwise.
TEST_F(Rebuild, PairsThatDidNotMoveAreNotPackedAnew) {
  std::string many = schools_toml;
  many.replace(many.find("\"state\", "), 9, "\"state\", \"kind\", ");
  put("share/sources/toy_schools/source.toml", many);
  put("share/sources/toy_schools/load.sql", many_sql);
  std::string rows = "state,kind,name\n";
  for (const char* state : {"Austria", "France", "Italy", "Japan", "Kazakhstan", "Poland", "Spain", "Turkey", "Zambia"}) {
    for (const char* fact : {"school,Schule", "embassy,Stadt", "treaty,Treaty", "visit,2001-05", "member,UN", "member,OSCE", "visa,required", "people,5000000"}) rows += fmt::format("{},{}\n", state, fact);
  }
  put("mirror/toy-schools/schools.csv", rows);
  build();
  const auto change = [&](const std::vector<std::pair<std::string, std::string>>& words) {
    for (const auto& [from, to] : words) {
      const auto at = rows.find(from);
      ASSERT_NE(at, std::string::npos) << from;
      rows.replace(at, from.size(), to);
    }
    put("mirror/toy-schools/schools.csv", rows);
    EXPECT_GT(build().kept_pairs, 10u) << words.front().second;
    const auto rebuilt = content();
    std::filesystem::rename(edition(), folder_ / "aside");
    std::filesystem::rename(store::pair_file_of(edition()), store::pair_file_of(folder_ / "aside"));
    EXPECT_EQ(build().kept_pairs, 0u);
    EXPECT_EQ(rebuilt, content()) << words.front().second;
    std::filesystem::rename(folder_ / "aside", edition());
    std::filesystem::rename(store::pair_file_of(folder_ / "aside"), store::pair_file_of(edition()));
  };
  change({{"Austria,school,Schule", "Austria,school,A new name before all others"},
          {"Italy,embassy,Stadt", "Italy,embassy,Rome"},
          {"Japan,treaty,Treaty", "Japan,treaty,Other"},
          {"Poland,visit,2001-05", "Poland,visit,2001-06"},
          {"France,member,OSCE", "France,member,NATO"},
          {"Turkey,visa,required", "Turkey,visa,free"},
          {"Kazakhstan,people,5000000", "Kazakhstan,people,5000001"}});
  change({{"Austria,school,A new name before all others", "Austria,school,Schule"}, {"Zambia,visa,required\nZambia,people,5000000\n", "Malta,visit,2003\n"}});
}

// Which sources are shown is no fact of any pair, and moves all of them.
TEST_F(Rebuild, PairsAreLaidOutAnewWhereASourceIsShownOtherwise) {
  build();
  std::string hidden = schools_toml;
  hidden.replace(hidden.find("role = \"facts\""), 14, "role = \"reference\"");
  put("share/sources/toy_schools/source.toml", hidden);
  EXPECT_EQ(build().kept_pairs, 0u);
  expect_as_from_nothing();
}

// What lies beside the edition in place is damaged, or gone: nothing of it is taken over.
TEST_F(Rebuild, PairsOfADamagedFileAreLaidOutAnew) {
  build();
  const auto file = store::pair_file_of(edition());
  std::string bytes = read_file(file);
  bytes[sizeof(store::PairHead) + 9] = static_cast<char>(bytes[sizeof(store::PairHead) + 9] ^ 0x40);
  write_file(file, bytes);
  put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,German School\nFrance,Other\n");
  build();
  const auto rebuilt = content();
  std::filesystem::remove(file);
  put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,German School\nFrance,Lycée\n");
  EXPECT_EQ(build().kept_pairs, 0u);
  put("mirror/toy-schools/schools.csv", "state,name\nKazakhstan,German School\nFrance,Other\n");
  EXPECT_GT(build().kept_pairs, 0u);
  EXPECT_EQ(rebuilt, content());
  expect_as_from_nothing();
}

// Someone wrote to the edition in place: nothing of it is taken over, and the build neither fails nor keeps what was written.
TEST_F(Rebuild, AnEditionThatWasWrittenToIsMergedWhole) {
  build();
  {
    store::Database database(edition());
    database.connect().run("UPDATE observation SET value = value + 1 WHERE period_months = 1; CHECKPOINT");
  }
  put("mirror/toy-trade/flows.csv", year_of_months(11));
  build();
  EXPECT_THAT(steps_.seen, ::testing::Contains(::testing::HasSubstr("as it was built")));
  expect_as_from_nothing();
}

// An event that no derivation reads, then one that some do.
TEST_F(Rebuild, OnlyKindsThatDerivationsReadAreDerivedFrom) {
  const std::string recognised =
      "CREATE VIEW event AS SELECT name AS kind, state_by_key('DEU') AS state_a, state_by_name(state, DATE '2001-01-01') AS state_b, '2001-02-03' AS date_edtf, _file, _record FROM read_delimited('schools');\n";
  put("share/sources/toy_schools/load.sql", recognised);
  put("mirror/toy-schools/schools.csv", "state,name\nFrance,recognition\nItaly,visit\n");
  build();
  put("mirror/toy-schools/schools.csv", "state,name\nFrance,recognition\nItaly,visit\nPoland,recognition\n");
  build();
  EXPECT_EQ(derived_files().size(), 1u);
  expect_as_from_nothing();
  put("mirror/toy-schools/schools.csv", "state,name\nFrance,recognition\nItaly,visit\nPoland,independence\n");
  build();
  EXPECT_EQ(derived_files().size(), 2u);
  expect_as_from_nothing();
}

TEST_F(Rebuild, WhereTheFormerFragmentHasGoneAllIsMerged) {
  build();
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "cache")) {
    if (entry.path().filename().string().starts_with("toy_trade-")) std::filesystem::remove(entry.path());
  }
  put("mirror/toy-trade/flows.csv", year_of_months(11));
  build();
  EXPECT_FALSE(replaced());
  expect_as_from_nothing();
}

TEST_F(Rebuild, WhereMostFiguresDifferAllIsMerged) {
  rows_at_once_ = 4;
  build();
  put("mirror/toy-trade/flows.csv", year_of_months(9));
  build();
  EXPECT_FALSE(replaced());
  expect_as_from_nothing();
}

// A source that comes or goes moves the numbers of the others: nothing may be taken over then.
TEST_F(Rebuild, ASourceThatComesMovesTheNumbersOfOthers) {
  std::filesystem::rename(folder_ / "share/sources/toy_schools", folder_ / "aside");
  build();
  std::filesystem::rename(folder_ / "aside", folder_ / "share/sources/toy_schools");
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation o JOIN source s ON s.id = o.source WHERE s.key <> 'toy_trade'"), "0");
  expect_as_from_nothing();
}

TEST_F(Rebuild, WordsOfASourceChangeAndItsFactsStay) {
  build();
  std::string renamed = schools_toml;
  renamed.replace(renamed.find("Toy ministry"), 12, "Other office");
  put("share/sources/toy_schools/source.toml", renamed);
  build();
  EXPECT_EQ(ask("SELECT publisher FROM source WHERE key = 'toy_schools'"), "Other office");
  expect_as_from_nothing();
}

TEST_F(Rebuild, SlicesMakeTheOrderOfTheWhole) {
  std::string flows = year_of_months();
  for (const char* importer : {"France", "Italy", "Poland", "Spain", "Austria"}) {
    for (const char* year : {"2001", "2002"}) {
      for (int m = 1; m <= 12; ++m) flows += fmt::format("Germany,{0},{1}-{2:02},{2}000000\n{0},Germany,{1}-{2:02},{2}500000\n", importer, year, m);
    }
  }
  put("mirror/toy-trade/flows.csv", flows);
  rows_at_once_ = 16;
  build();
  const std::string order = store::table("observation").order;
  EXPECT_EQ(ask("SELECT count(*) FROM (SELECT rowid AS r, row_number() OVER (ORDER BY " + order + ") - 1 AS n FROM observation) WHERE r <> n"), "0");
  // Eleven flows of 2001 and ten of 2002 are summed; the ten grew by nothing.
  EXPECT_EQ(ask("SELECT count(*) FROM observation WHERE period_months = 12 AND origin = 'derived'"), "31");
  const auto sliced = content();
  rows_at_once_ = 0;
  std::filesystem::remove(edition());
  build();
  EXPECT_EQ(sliced, content());
}

// What a kill leaves in the cache: halves of files under other names, and at worst a summary that the disk lost.
TEST_F(Rebuild, HalfAFileInTheCacheDoesNoHarm) {
  const std::string hash = build().edition;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "cache")) {
    if (entry.path().extension() == ".summary") write_file(entry.path(), read_file(entry.path()).substr(0, 40));
  }
  put("cache/derived-0123456789abcdef.duckdb.1.part", "half");
  put("cache/toy_trade-0123456789abcdef.duckdb.1.part", "half");
  std::filesystem::remove(edition());
  EXPECT_EQ(build().edition, hash);
}

TEST_F(Rebuild, AnEditionThatCannotBeReadIsNotTakenOver) {
  const std::string hash = build().edition;
  put("edition.duckdb", "no edition");
  EXPECT_EQ(build().edition, hash);
}

// derive/unread.csv would be a lie where a derivation names what it lists.
TEST(Derivations, ReadNothingThatIsDeclaredUnread) {
  const std::filesystem::path project = COMITY_SOURCE_DIR;
  std::string texts;
  for (const char* folder : {"derive", "src/comity/expect"}) {
    for (const auto& entry : std::filesystem::directory_iterator(project / folder)) {
      const auto extension = entry.path().extension();
      if (extension == ".sql" || extension == ".cpp") texts += read_file(entry.path());
    }
  }
  std::string vocabulary;
  for (const auto& entry : std::filesystem::directory_iterator(project / "data/indicators")) vocabulary += read_file(entry.path());
  const Table unread = Table::read(project / "derive/unread.csv");
  ASSERT_GT(unread.rows(), 0u);
  for (std::size_t i = 0; i < unread.rows(); ++i) {
    const std::string table(unread.at(i, unread.column("table"))), kind(unread.at(i, unread.column("kind")));
    if (const std::string but_of(unread.at(i, unread.column("but_of"))); !but_of.empty()) {
      // Read of sources that a script names, and of no other.
      for (std::size_t from = 0; from <= but_of.size();) {
        const std::size_t to = std::min(but_of.find('|', from), but_of.size());
        EXPECT_THAT(texts, HasSubstr("'" + but_of.substr(from, to - from) + "'"));
        from = to + 1;
      }
    } else if (kind == "*") {
      EXPECT_THAT(texts, Not(HasSubstr("all_" + table))) << table;
    } else {
      if (table == "observation") {
        EXPECT_THAT(vocabulary, HasSubstr("id = \"" + kind + "\"")) << kind;
      }
      for (const char quote : {'\'', '"'}) EXPECT_THAT(texts, Not(HasSubstr(quote + kind + quote))) << kind;
    }
  }
}

}  // namespace
}  // namespace comity::sources::test
