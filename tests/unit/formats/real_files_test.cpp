// Publishers' own files, as delimited text: the counts that their SOURCE.md states.
#include <gmock/gmock.h>

#include "comity/formats/delimited.hpp"
#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;

struct Count {
  std::size_t records = 0, problems = 0;
  std::string first_problem;
  std::uint64_t last_line = 0;
};

Count count(RecordReader& reader) {
  Count out;
  for (Record record; reader.next(record);) {
    ++out.records;
    out.last_line = record.line;
    if (record.problem.empty()) continue;
    if (out.problems++ == 0) out.first_problem = std::to_string(record.line) + ": " + std::string(record.problem);
  }
  return out;
}

Count count(const std::filesystem::path& file, const Dialect& dialect) { return count(*open_delimited(file, dialect)); }

TEST(RealFiles, cow_trade_gz) {
  SKIP_WITHOUT_DATA(file, "cow-trade-4.0/cow_trade_undirected.csv.gz");
  Dialect dialect;
  dialect.columns_expected = {"ccode1", "ccode2", "year", "flow1", "flow2"};
  const Count found = count(file, dialect);
  EXPECT_EQ(found.records, 673654u);
  EXPECT_EQ(found.problems, 0u) << found.first_problem;
  EXPECT_EQ(found.last_line, 673655u);
}

TEST(RealFiles, confucius_quotes_over_lines) {
  SKIP_WITHOUT_DATA(file, "confucius-institutes/confucius_institutes.csv");
  const Count found = count(file, {});
  EXPECT_EQ(found.records, 665u);
  EXPECT_EQ(found.problems, 0u) << found.first_problem;
}

TEST(RealFiles, embassies_with_a_trailing_delimiter) {
  SKIP_WITHOUT_DATA(file, "database-of-embassies/database_of_embassies.csv");
  Dialect dialect;
  dialect.delimiter = ';';
  dialect.trailing_delimiter = true;
  const auto reader = open_delimited(file, dialect);
  EXPECT_EQ(reader->columns().back(), "QID");
  const Count found = count(*reader);
  EXPECT_EQ(found.records, 9852u);
  EXPECT_EQ(found.problems, 0u) << found.first_problem;
}

TEST(RealFiles, desta_in_cp1252) {
  SKIP_WITHOUT_DATA(dyads, "desta-02-02/desta_list_of_treaties_02_02_dyads.txt");
  Dialect dialect;
  dialect.encoding = "cp1252";
  const Count found = count(dyads, dialect);
  EXPECT_EQ(found.records, 20320u);
  EXPECT_EQ(found.problems, 0u) << found.first_problem;
  EXPECT_GT(count(dyads, {}).problems, 0u) << "read as UTF-8 it has bad bytes";
  dialect.encoding = "utf-8|cp1252";
  EXPECT_EQ(count(dyads, dialect).problems, 0u);
}

TEST(RealFiles, ecb_zip_with_a_trailing_comma) {
  SKIP_WITHOUT_DATA(file, "ecb-eurofxref/eurofxref-hist.zip");
  Dialect dialect;
  dialect.trailing_delimiter = true;
  const auto reader = open_delimited(file, dialect);
  EXPECT_EQ(reader->columns().front(), "Date");
  EXPECT_NE(reader->columns().back(), "column_" + std::to_string(reader->columns().size()));
  const Count found = count(*reader);
  EXPECT_GT(found.records, 6800u);
  EXPECT_EQ(found.problems, 0u) << found.first_problem;
}

TEST(RealFiles, zst_files) {
  SKIP_WITHOUT_DATA(folder, "");
  for (const char* name : {"wikipedia-foreign-relations/diplomatic_relations_dates.csv.zst", "un-votes/UNVotesPublished.csv.zst", "kdiplo-korea-ties/diplo_ties_data.csv.zst"}) {
    Dialect dialect;
    dialect.encoding = "utf-8|cp1252";
    const Count found = count(folder / name, dialect);
    EXPECT_GT(found.records, 1000u) << name;
    EXPECT_EQ(found.problems, 0u) << name << " " << found.first_problem;
  }
}

}  // namespace
}  // namespace comity::formats
