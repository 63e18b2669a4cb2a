#include "comity/formats/delimited.hpp"

#include <gmock/gmock.h>

#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

std::vector<Row> read(std::string_view text, const Dialect& dialect = {}, const Limits& limits = {}) {
  const Folder folder;
  const auto reader = open_delimited(folder.write("t.csv", text), dialect, limits);
  return read_all(*reader);
}

std::vector<std::string> columns_of(std::string_view text, const Dialect& dialect = {}) {
  const Folder folder;
  return open_delimited(folder.write("t.csv", text), dialect)->columns();
}

std::string error_for(std::string_view text, const Dialect& dialect = {}, const Limits& limits = {}) {
  return error_of<DataError>([&] { read(text, dialect, limits); });
}

TEST(Delimited, reads_plain_records) {
  const auto rows = read("a,b,c\n1,2,3\n4,,6\n");
  EXPECT_EQ(joined(rows), "1|2|3\n4||6");
  EXPECT_EQ(rows[1].number, 2u);
  EXPECT_EQ(rows[1].line, 3u);
  EXPECT_EQ(rows[1].raw, "4,,6");
  EXPECT_EQ(rows[1].problem, "");
}

TEST(Delimited, needs_no_line_end_at_the_end) { EXPECT_EQ(joined(read("a,b\n1,2\n3,4")), "1|2\n3|4"); }

TEST(Delimited, empty_last_field_is_a_field) { EXPECT_EQ(joined(read("a,b\r\n1,\r\n,")), "1|\n|"); }

TEST(Delimited, knows_the_three_line_ends) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    std::string text;
    for (const char* line : {"a,b", "1,\"x,", "y\"", "", "2,z"}) text += std::string(line) + end;
    const auto rows = read(text);
    EXPECT_EQ(joined(rows), std::string("1|x,") + end + "y\n2|z");
    EXPECT_EQ(rows[0].line, 2u);
    EXPECT_EQ(rows[1].line, 5u) << "a quoted line end and a blank line count as lines";
    EXPECT_EQ(rows[1].number, 2u) << "a blank line is no record";
  }
}

TEST(Delimited, a_lone_cr_inside_lf_lines_is_a_character) { EXPECT_EQ(joined(read("a,b\n1\r2,3\n")), "1\r2|3"); }

TEST(Delimited, doubled_quotes_mean_one) { EXPECT_EQ(joined(read("a,b\n\"say \"\"hi\"\", ok\",\"\"\"\"\n")), "say \"hi\", ok|\""); }

TEST(Delimited, a_quote_inside_a_field_is_a_character) {
  const auto rows = read("a,b\n5\" pipe,x\n");
  EXPECT_EQ(joined(rows), "5\" pipe|x");
  EXPECT_EQ(rows[0].problem, "");
}

TEST(Delimited, unclosed_quote_costs_its_own_line_only) {
  const auto rows = read("a,b\n1,\"open\n2,x\n3,\"y\"\n4,z\n");
  EXPECT_EQ(joined(rows), "1|open\n2|x\n3|y\n4|z");
  EXPECT_EQ(rows[0].problem, "unclosed quote");
  EXPECT_EQ(rows[0].raw, "1,\"open");
  EXPECT_EQ(rows[1].problem, "");
  EXPECT_EQ(rows[3].line, 5u);
}

TEST(Delimited, unclosed_quote_that_swallows_too_many_lines) {
  std::string text = "a,b\n1,\"open\n";
  for (int i = 0; i < 30; ++i) text += "k,v\n";
  text += "\"z\",\"\"\n";
  Dialect dialect;
  dialect.quoted_lines = 10;
  const auto rows = read(text, dialect);
  ASSERT_EQ(rows.size(), 32u);
  EXPECT_EQ(rows[0].problem, "unclosed quote");
  EXPECT_EQ(rows[31].fields[0], "z");
  EXPECT_EQ(rows[31].line, 33u);
}

TEST(Delimited, unclosed_quote_at_the_end_of_the_file) {
  const auto rows = read("a,b\n\"two\nlines\",\"open\nx,y\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(joined(rows), "two\nlines|open\nx|y");
  EXPECT_EQ(rows[0].problem, "unclosed quote, opened on line 3");
  EXPECT_EQ(rows[1].line, 4u);
}

TEST(Delimited, wrong_number_of_fields_is_a_problem_of_the_record) {
  const auto rows = read("a,b\n1\n1,2,3\n1,2\n");
  EXPECT_EQ(joined(rows), "1|<null>\n1|2\n1|2");
  EXPECT_EQ(rows[0].problem, "1 field where the header has 2");
  EXPECT_EQ(rows[1].problem, "3 fields where the header has 2");
  EXPECT_EQ(rows[1].raw, "1,2,3");
  EXPECT_EQ(rows[2].problem, "");
}

TEST(Delimited, ragged_rows_may_be_short) {
  Dialect dialect;
  dialect.ragged = true;
  const auto rows = read("a,b,c\n1\n", dialect);
  EXPECT_EQ(joined(rows), "1|<null>|<null>");
  EXPECT_EQ(rows[0].problem, "");
}

TEST(Delimited, text_behind_a_closing_quote) {
  const auto rows = read("a,b\n\"x\"y,2\n");
  EXPECT_EQ(joined(rows), "\"x\"y|2");
  EXPECT_EQ(rows[0].problem, "text behind a closing quote");
}

TEST(Delimited, trailing_delimiter) {
  Dialect dialect;
  dialect.trailing_delimiter = true;
  EXPECT_EQ(joined(read("a;b;\n1;2;\n3;4\n", [&] { auto d = dialect; d.delimiter = ';'; return d; }())), "1|2\n3|4");
  EXPECT_EQ(columns_of("a,b,\n1,2,\n", dialect), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(read("a,b\n1,2,x\n", dialect)[0].problem, "3 fields where the header has 2");
}

TEST(Delimited, trims_and_knows_null_text) {
  Dialect dialect;
  dialect.trim = true;
  dialect.null_text = "NA";
  EXPECT_EQ(joined(read("a, b ,c,d\n 1 , \"x \" ,NA,\"NA\"\n", dialect)), "1|x |<null>|NA");
}

TEST(Delimited, comments_and_skipped_lines_and_later_headers) {
  Dialect dialect;
  dialect.comment = '#';
  dialect.skip_lines = 2;
  dialect.header_row = 2;
  const auto rows = read("Title \"of\nthe table\n# no\nunits,usd\na,b\n1,2\n#3,4\n5,6\n", dialect);
  EXPECT_EQ(joined(rows), "1|2\n5|6");
  EXPECT_EQ(rows[0].line, 6u);
  EXPECT_EQ(rows[1].line, 8u);
  EXPECT_EQ(rows[1].number, 2u);
}

TEST(Delimited, no_header) {
  Dialect dialect;
  dialect.header_row = 0;
  EXPECT_EQ(columns_of("1,2\n3,4\n", dialect), (std::vector<std::string>{"column_1", "column_2"}));
  EXPECT_EQ(joined(read("1,2\n3,4\n", dialect)), "1|2\n3|4");
  dialect.columns_expected = {"x", "y"};
  EXPECT_EQ(columns_of("1,2\n", dialect), dialect.columns_expected);
  EXPECT_EQ(joined(read("1,2\n3,4\n", dialect)), "1|2\n3|4");
}

TEST(Delimited, column_names_are_made_unique) {
  EXPECT_EQ(columns_of("x, x ,,\"y\nz\"\n"), (std::vector<std::string>{"x", "x_2", "column_3", "y\nz"}));
}

TEST(Delimited, byte_order_mark) { EXPECT_EQ(columns_of("\xef\xbb\xbf" "a,b\n1,2\n"), (std::vector<std::string>{"a", "b"})); }

TEST(Delimited, bytes_that_are_not_utf8) {
  const auto rows = read("a,b\nC\xf4te,2\nd,3\n");
  EXPECT_EQ(joined(rows), "C\xef\xbf\xbdte|2\nd|3");
  EXPECT_THAT(rows[0].problem, HasSubstr("not UTF-8 (byte 0xF4 at 2 of the record)"));
  EXPECT_THAT(rows[0].problem, HasSubstr("cp1252"));
  EXPECT_EQ(rows[1].problem, "");
}

TEST(Delimited, declared_encodings) {
  Dialect dialect;
  dialect.encoding = "cp1252";
  EXPECT_EQ(joined(read("a,b\nC\xf4te d\x92Ivoire,\"q\"\"\xe9\"\n", dialect)), "Côte d’Ivoire|q\"é");
  EXPECT_THAT(read("a,b\n\x81,2\n", dialect)[0].problem, HasSubstr("byte 0x81 at 1 of the record means nothing in cp1252"));
  dialect.encoding = "cp1251";
  EXPECT_EQ(joined(read("a,b\n\xcf\xf0\xe8,2\n", dialect)), "При|2");
  dialect.encoding = "utf-8|cp1252";
  const auto rows = read("a,b\nC\xf4te,1\nCôte,2\n", dialect);
  EXPECT_EQ(joined(rows), "Côte|1\nCôte|2");
  EXPECT_EQ(rows[0].problem + rows[1].problem, "");
  dialect.encoding = "utf-16";
  EXPECT_EQ(joined(read(std::string_view("\xff\xfe" "a\0,\0b\0\n\0\xe9\0,\0" "2\0\n\0", 18), dialect)), "é|2");
  dialect.encoding = "gb18030";
  EXPECT_EQ(joined(read("a,b\n\xd6\xd0\xb9\xfa,2\n", dialect)), "中国|2");
}

TEST(Delimited, nul_bytes_are_a_problem_of_the_record) {
  const auto rows = read(std::string_view("a,b\n1\0" "2,3\n4,5\n", 14));
  EXPECT_EQ(rows[0].problem, "NUL byte");
  EXPECT_EQ(rows[1].problem, "");
}

TEST(Delimited, errors_say_what_and_what_to_do) {
  Dialect dialect;
  dialect.columns_expected = {"ccode1", "smoothtotrade"};
  const auto missing = error_for("ccode1,smooth_total_trade,Smoothtotrade\n1,2,3\n", dialect);
  EXPECT_THAT(missing, HasSubstr("t.csv, line 1: no column 'smoothtotrade'; the nearest is 'Smoothtotrade'"));
  EXPECT_THAT(missing, HasSubstr("renamed"));
  EXPECT_THAT(error_for("ccode1;smoothtotrade\n1;2\n", dialect), HasSubstr("The delimiter is probably ';', not ','"));
  EXPECT_THAT(error_for(" \n<!DOCTYPE HTML><html><body>Please log in", dialect), HasSubstr("a web page (HTML)"));
  EXPECT_THAT(error_for(""), HasSubstr("t.csv: the file is empty"));
  EXPECT_THAT(error_for("a,\"b\n1,2\n"), HasSubstr("unclosed quote in the header"));
  EXPECT_THAT(error_for("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), HasSubstr(".xls"));
  EXPECT_THAT(error_for(std::string_view("\xff\xfe" "a\0\n\0", 6)), HasSubstr("encoding = \"utf-16\""));
  dialect = {};
  dialect.encoding = "klingon-8";
  EXPECT_THAT(error_for("a\n1\n", dialect), HasSubstr("unknown encoding 'klingon-8'"));
  EXPECT_THAT(error_of<NotFound>([] { open_delimited("/nowhere/t.csv", {}); }), HasSubstr("/nowhere/t.csv"));
}

TEST(Delimited, a_record_beyond_the_limit_stops) {
  Limits limits;
  limits.record_bytes = 3u << 20;
  EXPECT_THAT(error_for("a,b\n1,2\n" + std::string(8u << 20, 'x') + ",1\n", {}, limits), HasSubstr("t.csv, line 3: a record longer than 3145728 bytes"));
  limits.record_bytes = 100;
  EXPECT_THAT(error_for("a,b\n1," + std::string(200, 'x') + "\n", {}, limits), HasSubstr("line 2"));
}

TEST(Delimited, records_across_the_edge_of_the_buffer) {
  std::string text = "n,text\n", want;
  for (int i = 0; i < 60000; ++i) {
    const std::string value = i % 7 == 0 ? "\"line one\r\n" + std::to_string(i) + ", \"\"q\"\"\"" : "value number " + std::to_string(i * 7919);
    text += std::to_string(i) + "," + value + "\r\n";
  }
  ASSERT_GT(text.size(), 1u << 20);
  const auto rows = read(text);
  ASSERT_EQ(rows.size(), 60000u);
  std::uint64_t line = 2;
  for (int i = 0; i < 60000; ++i) {
    ASSERT_EQ(rows[std::size_t(i)].fields[0], std::to_string(i));
    ASSERT_EQ(rows[std::size_t(i)].line, line);
    ASSERT_EQ(rows[std::size_t(i)].problem, "");
    ASSERT_EQ(rows[std::size_t(i)].fields[1], i % 7 == 0 ? "line one\r\n" + std::to_string(i) + ", \"q\"" : "value number " + std::to_string(i * 7919));
    line += i % 7 == 0 ? 2 : 1;
  }
}

}  // namespace
}  // namespace comity::formats
