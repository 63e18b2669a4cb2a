#include "comity/formats/xlsx.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "comity/formats/detail/serial_date.hpp"
#include "workbook.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

const char* const kSheet =
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>flow</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>flow</t></is></c><c r=\"E1\" t=\"str\"><f>A1&amp;\"x\"</f><v>day</v></c></row>"
    "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\"><v>541.58500000000004</v></c><c r=\"C3\"><v>100000</v></c><c r=\"D3\" s=\"0\"/><c r=\"E3\" s=\"1\"><v>42919</v></c></row>"
    "<row><c t=\"s\"><v>2</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"2\"><v>42919.520833333336</v></c><c s=\"3\"><f>SUM(B3:C3)</f><v>1.0000000000000001E-2</v></c></row>"
    "<row r=\"6\"><c r=\"G6\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";

std::filesystem::path write_book(const Folder& folder, const std::string& sheet = kSheet) {
  return folder.write("b.xlsx", make_zip(workbook_parts(sheet, "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>")));
}

TEST(Xlsx, gives_one_record_per_cell) {
  const Folder folder;
  const auto reader = open_xlsx(write_book(folder), "Trade & aid");
  EXPECT_EQ(reader->columns(), (std::vector<std::string>{"sheet", "row", "column", "text", "type", "formula"}));
  const auto rows = read_all(*reader);
  EXPECT_EQ(joined(rows),
            "Trade & aid|1|1|Country|text|<null>\nTrade & aid|1|2|flow|text|<null>\nTrade & aid|1|3|flow|text|<null>\nTrade & aid|1|5|day|text|A1&\"x\"\n"
            "Trade & aid|3|1|Côte d'Ivoire|text|<null>\nTrade & aid|3|2|541.585|number|<null>\nTrade & aid|3|3|100000|number|<null>\nTrade & aid|3|5|2017-07-03|date|<null>\n"
            "Trade & aid|4|1|two\r\nlines|text|<null>\nTrade & aid|4|2|true|boolean|<null>\nTrade & aid|4|3|#N/A|error|<null>\nTrade & aid|4|4|2017-07-03T12:30:00|date|<null>\n"
            "Trade & aid|4|5|0.01|number|SUM(B3:C3)\nTrade & aid|6|7|1|number|<null>");
  EXPECT_EQ(rows[5].line, 3u);
  EXPECT_EQ(rows[5].number, 6u);
}

// Rows of equal length below each other are one entry.
TEST(Xlsx, says_on_which_sheet_and_row_each_record_stands) {
  const Folder folder;
  const std::string three = "<row r=\"6\"><c r=\"B6\"><v>1</v></c></row><row r=\"7\"><c r=\"A7\"><v>2</v></c></row><row r=\"9\"><c r=\"A9\"><v>3</v></c></row></sheetData>";
  std::string sheet = kSheet;
  sheet.replace(sheet.find("<row r=\"6\">"), std::string::npos, three);
  const auto reader = open_xlsx(write_book(folder, sheet));
  EXPECT_EQ(read_all(*reader).size(), 17u);
  std::string places;
  for (const SheetRows& one : reader->sheet_rows()) places += fmt::format("{} from {}: {} x {} from record {}\n", one.sheet, one.row, one.rows, one.cells, one.record);
  EXPECT_EQ(places,
            "Trade & aid from 1: 1 x 4 from record 1\nTrade & aid from 3: 1 x 4 from record 5\nTrade & aid from 4: 1 x 5 from record 9\n"
            "Trade & aid from 6: 2 x 1 from record 14\nTrade & aid from 9: 1 x 1 from record 16\nNotes from 1: 1 x 1 from record 17\n");
  const auto rows = open_xlsx_rows(folder.path("b.xlsx"), "", 1);
  read_all(*rows);
  EXPECT_TRUE(rows->sheet_rows().empty());
}

TEST(Xlsx, all_sheets_without_a_name) {
  const Folder folder;
  const auto reader = open_xlsx(write_book(folder));
  const auto rows = read_all(*reader);
  ASSERT_EQ(rows.size(), 15u);
  EXPECT_EQ(rows.back().fields[0], "Notes");
  EXPECT_EQ(list_xlsx_sheets(folder.path("b.xlsx")), (std::vector<std::string>{"Trade & aid", "Notes"}));
}

TEST(Xlsx, gives_one_record_per_row) {
  const Folder folder;
  const auto reader = open_xlsx_rows(write_book(folder), "", 1);
  EXPECT_EQ(reader->columns(), (std::vector<std::string>{"Country", "flow", "flow_2", "column_4", "day"}));
  const auto rows = read_all(*reader);
  EXPECT_EQ(joined(rows), "Côte d'Ivoire|541.585|100000|<null>|2017-07-03\ntwo\r\nlines|true|#N/A|2017-07-03T12:30:00|0.01\n<null>|<null>|<null>|<null>|<null>");
  EXPECT_EQ(rows[0].line, 3u);
  EXPECT_EQ(rows[0].number, 1u);
  EXPECT_EQ(rows[2].problem, "a cell in column 7, behind the header's last (5)");
  EXPECT_EQ(rows[2].raw, "1");
  EXPECT_EQ(open_xlsx_rows(folder.path("b.xlsx"), "", 0)->columns().size(), 7u);
}

TEST(Xlsx, reads_workbooks_inside_archives) {
  const Folder folder;
  const auto zip = folder.write("outer.zip", make_zip({{"x/b.xlsx", make_zip(workbook_parts(kSheet))}, {"readme", "x"}}));
  EXPECT_EQ(read_all(*open_xlsx(zip.string() + "!x/b.xlsx")).size(), 14u);
}

TEST(Xlsx, errors_say_what_and_what_to_do) {
  const Folder folder;
  const auto error = [&](const std::string& bytes) { return error_of<DataError>([&] { read_all(*open_xlsx(folder.write("b.xlsx", bytes))); }); };
  const auto sheets = error_of<DataError>([&] { open_xlsx(write_book(folder), "Table 6"); });
  EXPECT_THAT(sheets, HasSubstr("b.xlsx: no sheet 'Table 6'"));
  EXPECT_THAT(sheets, HasSubstr("'Trade & aid', 'Notes'"));
  EXPECT_THAT(error("<html><body>login</body></html>"), HasSubstr("a web page (HTML)"));
  EXPECT_THAT(error("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"), HasSubstr("old Excel workbook (.xls)"));
  std::string locked = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  for (const char c : std::string("EncryptedPackage")) locked += c, locked += '\0';
  EXPECT_THAT(error(locked), HasSubstr("protected by a password"));
  EXPECT_THAT(error(make_zip({{"a.txt", "x"}})), HasSubstr("no Excel workbook in it"));
  EXPECT_THAT(error(make_zip(workbook_parts("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>"))), HasSubstr("no well-formed XML"));
  EXPECT_THAT(error(make_zip(workbook_parts("<sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData>"))), HasSubstr("'XFE1', which no sheet has"));
  EXPECT_THAT(error_of<DataError>([&] { open_xlsx_rows(write_book(folder), "", 2); }), HasSubstr("row 2 is to be the header, but is empty"));
  EXPECT_THAT(error_of<DataError>([&] { open_xlsx_rows(write_book(folder), "", 1, {"Land"}); }), HasSubstr("b.xlsx, line 1: no column 'Land'"));
  const auto whole = make_zip(workbook_parts(kSheet));
  EXPECT_THAT(error(whole.substr(0, whole.size() / 2)), HasSubstr("b.xlsx"));
}

TEST(Xlsx, refuses_entities) {
  const Folder folder;
  auto parts = workbook_parts(kSheet);
  for (auto& [name, bytes] : parts) {
    if (name == "xl/sharedStrings.xml") bytes = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
  }
  EXPECT_THAT(error_of<DataError>([&] { open_xlsx(folder.write("b.xlsx", make_zip(parts))); }), HasSubstr("declares the entity 'a'"));
}

TEST(Xlsx, bombs_are_stopped) {
  const Folder folder;
  const auto file = folder.write("b.xlsx", make_zip(workbook_parts("<sheetData>" + std::string(70u << 20, ' ') + "</sheetData>")));
  EXPECT_THAT(error_of<DataError>([&] { read_all(*open_xlsx(file)); }), HasSubstr("unpacks to more than 500 times"));
  Limits limits;
  limits.record_bytes = 1000;
  EXPECT_THAT(error_of<DataError>([&] {
                read_all(*open_xlsx(write_book(folder, "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(2000, 'x') + "</v></c></row></sheetData>"), "", limits));
              }),
              HasSubstr("a cell longer than 1000 bytes"));
}

TEST(Xlsx, a_cell_that_lies_is_a_problem_of_its_record) {
  const Folder folder;
  const auto rows = read_all(*open_xlsx(write_book(folder, "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"B1\"><v>1,5</v></c></row></sheetData>"), "Trade & aid"));
  EXPECT_EQ(rows[0].problem, "text number 99 of 3");
  EXPECT_EQ(rows[1].problem, "not a number: '1,5'");
}

TEST(SerialDate, knows_the_calendar_of_spreadsheets) {
  using detail::serial_to_text;
  EXPECT_EQ(serial_to_text(1, false), "1900-01-01");
  EXPECT_EQ(serial_to_text(59, false), "1900-02-28");
  EXPECT_EQ(serial_to_text(60, false), std::nullopt) << "a day that never was";
  EXPECT_EQ(serial_to_text(61, false), "1900-03-01");
  EXPECT_EQ(serial_to_text(42919, false), "2017-07-03");
  EXPECT_EQ(serial_to_text(41457, true), "2017-07-03");
  EXPECT_EQ(serial_to_text(0.5, false), "12:00:00");
  EXPECT_EQ(serial_to_text(42918.9999999, false), "2017-07-03");
  EXPECT_EQ(serial_to_text(-1, false), std::nullopt);
  EXPECT_EQ(serial_to_text(2958466, false), std::nullopt);
}

TEST(SerialDate, tells_date_formats_from_number_formats) {
  for (const char* code : {"yyyy-mm-dd", "[$-409]d-mmm-yy;@", "dd.mm.yyyy", "h:mm AM/PM", "mm:ss.0", "\"on\" d"}) EXPECT_TRUE(detail::is_date_format(code)) << code;
  for (const char* code : {"General", "0.00", "#,##0 \"days\"", "[Red]0.0", "@", "0.00E+00", "[h]:mm", "_-* #,##0\\ _d_-", "\"", "["}) EXPECT_FALSE(detail::is_date_format(code)) << code;
  EXPECT_TRUE(detail::is_date_format(14));
  EXPECT_FALSE(detail::is_date_format(46)) << "a duration";
}

TEST(Xlsx, real_imf_cdis_cells) {
  SKIP_WITHOUT_DATA(file, "imf-cdis/CDIS_Table_6_Direct_Investment_Position_2018.xlsx");
  const auto reader = open_xlsx_rows(file, "Table 6", 4, {"Investment in:", "Germany"});
  std::size_t germany = 0;
  for (std::size_t i = 0; i < reader->columns().size(); ++i) {
    if (reader->columns()[i] == "Germany") germany = i;
  }
  std::string found;
  for (const auto& row : read_all(*reader)) {
    if (row.fields[0] == "Kazakhstan, Rep. of" || row.fields[0] == "Kazakhstan") found = row.fields[germany];
  }
  EXPECT_EQ(found, "541.5850000000002") << "as stored (541.58500000000015), in the fewest digits that read back";
}

}  // namespace
}  // namespace comity::formats
