// Declared repairs: one that fits its record mends it, one that fits nothing any more stops the build with its line.
#include <gmock/gmock.h>

#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Corrections : public LittleMirror {
 protected:
  // January of 2001 is repaired where it stands as `expect`.
  void declare(const std::string& expect, int record = 1, bool told = true) {
    put("share/sources/toy_trade/corrections.toml", "# made up\n\n[[correction]]\nid = \"january\"\nfile = \"flows.csv\"\nrecord = " + std::to_string(record) +
                                                        "\ncolumn = \"value\"\nexpect = \"" + expect + "\"\nvalue = \"7000000\"\nreason = \"a digit too few\"\nstatus = \"open\"\n");
    std::string script = sql;
    const std::string read = "read_delimited('flows')";
    script.replace(script.find(read), read.size(), "mended");
    script.insert(0, "CREATE TEMP TABLE mended AS SELECT r.* REPLACE (coalesce(c.value, r.value) AS value), c.id FROM read_delimited('flows') r "
                     "LEFT JOIN correction c ON c.expect = r.value AND c.record = r._record;\n");
    if (told) script += "CREATE TEMP VIEW applied_correction AS SELECT id FROM mended;\n";
    put("share/sources/toy_trade/load.sql", script);
  }
};

TEST_F(Corrections, ARepairThatFitsIsMadeAndKept) {
  declare("1000000");
  build();
  EXPECT_EQ(ask("SELECT max(value)::BIGINT FROM observation WHERE period_start = DATE '2001-01-01' AND period_months = 1"), "7000000");
}

TEST_F(Corrections, ARepairWhoseErrorIsMendedStopsTheBuildWithItsLine) {
  declare("1");
  EXPECT_THAT(what_build_says(), AllOf(HasSubstr("sources/toy_trade/corrections.toml, line 3"), HasSubstr("january"), HasSubstr("'1'"), HasSubstr("record 1 of flows.csv")));
}

TEST_F(Corrections, AFileThatEndsBeforeTheRecordSaysNothingOfIt) {
  declare("1", 400);
  EXPECT_EQ(what_build_says(), "nothing");
}

TEST_F(Corrections, AScriptThatDoesNotSayWhatItMendedIsRefused) {
  declare("1000000", 1, false);
  EXPECT_THAT(what_build_says(), HasSubstr("no view applied_correction(id)"));
}

}  // namespace
}  // namespace comity::sources::test
