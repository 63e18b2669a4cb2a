// Bad input as it comes: each case a build over one made-up source, with an edition in place that must stay or a reject that
// must name file, line and reason. The readers' own tests go deeper: tests/unit/formats (delimited, bytes_source, xlsx, xls, xml, json), and
// tests/sources has each publisher's quirks (Excel serials and "C" for confidential: imf_cdis; codes "NA": tests/unit/world).
#include <gmock/gmock.h>
#include <unistd.h>

#include "comity/base/error.hpp"
#include "tests/unit/formats/specimen.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class BadInput : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    good_ = build().edition;
  }
  void TearDown() override {
    EXPECT_EQ(ask("SELECT value FROM edition WHERE name = 'hash'"), good_) << "the last edition did not stay";
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
      EXPECT_EQ(entry.path().string().find(".wal"), std::string::npos) << entry.path();
    }
    LittleMirror::TearDown();
  }
  // The source read from another file, packed perhaps, in another dialect.
  std::string with(const std::string& name, std::string_view bytes, const std::string& more = "") {
    std::string declared = toml;
    declared.replace(declared.find("path = \"flows.csv\""), 18, "path = \"" + name + "\"\n" + more);
    put("share/sources/toy_trade/source.toml", declared);
    put("mirror/toy-trade/" + name, bytes);
    return what_build_says();
  }
  std::string with_text(std::string_view text) {
    put("mirror/toy-trade/flows.csv", text);
    return what_build_says();
  }

  std::string good_;
};

std::string noise() {
  std::string out = "exporter,importer,month,value\n";
  for (unsigned i = 0, x = 1; i < 20000; ++i) out += "Germany,Kazakhstan,2001-01," + std::to_string((x = x * 1103515245u + 12345u) >> 8) + "\n";
  return out;
}

TEST_F(BadInput, TruncatedGzip) {
  const std::string packed = formats::test::compress(noise(), "gzip");
  EXPECT_THAT(with("flows.csv.gz", packed.substr(0, packed.size() / 2)), AllOf(HasSubstr("flows.csv.gz"), HasSubstr("damaged archive")));
}

TEST_F(BadInput, TruncatedZip) {
  const std::string packed = formats::test::make_zip({{"flows.csv", noise()}});
  EXPECT_THAT(with("flows.zip", packed.substr(0, packed.size() / 2)), AllOf(HasSubstr("flows.zip"), HasSubstr("damaged archive")));
}

TEST_F(BadInput, ZipBomb) {
  std::string blank_lines = year_of_months();
  for (int i = 0; i < 70; ++i) blank_lines += std::string(std::size_t{1} << 20, ' ') + "\n";
  EXPECT_THAT(with("flows.csv.gz", formats::test::compress(blank_lines, "gzip")), AllOf(HasSubstr("flows.csv.gz"), HasSubstr("500 times")));
}

TEST_F(BadInput, MissingColumn) { EXPECT_THAT(with_text("exporter,importer,month\nGermany,Kazakhstan,2001-01\n"), AllOf(HasSubstr("flows.csv"), HasSubstr("value"))); }

TEST_F(BadInput, RenamedColumn) { EXPECT_THAT(with_text("exporter,importer,month,amount\nGermany,Kazakhstan,2001-01,5\n"), AllOf(HasSubstr("flows.csv"), HasSubstr("value"))); }

TEST_F(BadInput, LoginPage) { EXPECT_THAT(with_text("<!DOCTYPE html>\n<html><body><form>Please log in</form></body></html>\n"), HasSubstr("flows.csv")); }

TEST_F(BadInput, EmptyFile) { EXPECT_THAT(with_text(""), HasSubstr("flows.csv")); }

// A line of a gigabyte: sparse on disk, and given up after the bound on one record, not after the gigabyte.
TEST_F(BadInput, GigabyteLine) {
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,Kazakhstan,2002-01,");
  ASSERT_EQ(::truncate((folder_ / "mirror/toy-trade/flows.csv").c_str(), off_t{1} << 30), 0);
  EXPECT_THAT(what_build_says(), HasSubstr("flows.csv"));
}

TEST_F(BadInput, WorkbookThatIsNone) {
  std::string declared = toml;
  declared.replace(declared.find("path = \"flows.csv\""), 18, "path = \"flows.xlsx\"\nsheet = \"Data\"");
  declared.replace(declared.find("format = \"delimited\""), 20, "format = \"xlsx_rows\"");
  put("share/sources/toy_trade/source.toml", declared);
  std::string rule = sql;
  rule.replace(rule.rfind("read_delimited('flows')"), 23, "read_xlsx('flows')");
  put("share/sources/toy_trade/load.sql", rule);
  put("mirror/toy-trade/flows.xlsx", year_of_months());
  EXPECT_THAT(what_build_says(), HasSubstr("flows.xlsx"));
}

TEST_F(BadInput, XmlWithEntities) {
  const std::string laughs =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\"><!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;\">]>\n"
      "<flows><flow><exporter>&lol3;</exporter></flow></flows>\n";
  std::string declared = toml;
  declared.replace(declared.find("path = \"flows.csv\""), 18, "path = \"flows.xml\"\nrecord_element = \"flow\"");
  declared.replace(declared.find("format = \"delimited\""), 20, "format = \"xml\"");
  put("share/sources/toy_trade/source.toml", declared);
  std::string rule = sql;
  rule.replace(rule.rfind("read_delimited('flows')"), 23, "read_xml_records('flows')");
  put("share/sources/toy_trade/load.sql", rule);
  put("mirror/toy-trade/flows.xml", laughs);
  EXPECT_THAT(what_build_says(), HasSubstr("flows.xml"));
}

// What a file may hold without stopping the build: each blemish is a reject with its line and reason, everything else is read.
TEST_F(LittleMirror, BlemishesAreRejectsWithLineAndReason) {
  put("mirror/toy-trade/flows.csv",
      "value,month,importer,exporter\n"            // reordered columns are no trouble: they are found by name
      "1000000,2001-01,Kazakhstan,Germany\n"       //
      "1e6,2001-02,Kazakhstan,Germany\n"           // scientific notation is a number
      " 2000000 ,2001-03,Kazakhstan,Germany\n"     // blanks around one too
      "1 000 000,2001-04,Kazakhstan,Germany\n"     // blanks inside are not
      "NA,2001-05,Kazakhstan,Germany\n"            //
      "C,2001-06,Kazakhstan,Germany\n"             //
      "5,2001-07,Namibia,Germany\n"                //
      "6,2699-13,Kazakhstan,Germany\n"             // no month
      "7,36892,Kazakhstan,Germany\n"               // an Excel serial where a month should be
      "8,2001-01,Kazakhstan,Germany\n"             // another value for a fact that is there
      "1000000,2001-01,Kazakhstan,Germany\n"       // the same again
      "9,2001-08,\"Kazakhstan,Germany\n"           // an unclosed quote swallows no other line
      "10,2001-09,Kazakhstan,Germany\n");
  build();
  EXPECT_EQ(ask("SELECT records_read || ' = ' || used || ' + ' || rejected || ' + ' || unwanted FROM ledger"), "13 = 6 + 6 + 1");
  EXPECT_EQ(ask("SELECT string_agg(value::BIGINT::VARCHAR, ' ' ORDER BY period_start) FROM observation"), "1000000 1000000 2000000 5 9 10");
  EXPECT_EQ(ask("SELECT string_agg(line::VARCHAR, ' ' ORDER BY line) FROM reject"), "5 6 7 9 10 11");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 5"), "not a number: 1 000 000");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 6"), "not a number: NA");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 7"), "not a number: C");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 9"), "no period");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 10"), "no period");
  EXPECT_EQ(ask("SELECT reason FROM reject WHERE line = 11"), "another value for what an earlier record gives");
  EXPECT_EQ(ask("SELECT s.key FROM observation o JOIN state s ON s.id = o.to_state WHERE value = 5"), "NAM");
}

// Bytes that are not of the declared encoding cost their record, with its line; they are never guessed at.
TEST_F(LittleMirror, AWrongEncodingIsAReject) {
  put("mirror/toy-trade/flows.csv", year_of_months() + "Germany,C\xf4te d'Ivoire,2001-01,5\n");
  build();
  EXPECT_EQ(ask("SELECT used || ' ' || rejected FROM ledger"), "12 1");
  EXPECT_EQ(ask("SELECT line FROM reject"), "14");
}

TEST_F(LittleMirror, MixedEncodingsAreDeclared) {
  std::string declared = toml;
  declared.replace(declared.find("format = \"delimited\""), 20, "format = \"delimited\"\nencoding = \"utf-8|cp1252\"");
  put("share/sources/toy_trade/source.toml", declared);
  put("mirror/toy-trade/flows.csv", "exporter,importer,month,value\nGermany,C\xf4te d'Ivoire,2001-01,5\nGermany,C\xc3\xb4te d'Ivoire,2001-02,6\n");
  build();
  EXPECT_EQ(ask("SELECT count(*) FROM observation o JOIN state s ON s.id = o.to_state WHERE s.key = 'CIV'"), "2");
}

}  // namespace
}  // namespace comity::sources::test
