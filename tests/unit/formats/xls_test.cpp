#include "comity/formats/xls.hpp"

#include <gmock/gmock.h>

#include <signal.h>
#include <unistd.h>

#include <cstring>

#include "comity/base/bytes.hpp"
#include "comity/formats/detail/trial.hpp"
#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

// A sheet of BIFF4, which stands without a container: a code page, texts and numbers.
std::string make_biff4() {
  const auto two = [](unsigned v) { return std::string{char(v & 255), char(v >> 8)}; };
  const auto record = [&](unsigned kind, const std::string& body) { return two(kind) + two(unsigned(body.size())) + body; };
  const auto text = [&](unsigned row, unsigned column, const std::string& bytes) {
    return record(0x0204, two(row) + two(column) + two(0) + two(unsigned(bytes.size())) + bytes);
  };
  const auto number = [&](unsigned row, unsigned column, double value) {
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &value, 8);
    return record(0x0203, two(row) + two(column) + two(0) + bytes);
  };
  return record(0x0409, two(0) + two(0x10) + two(0)) + record(0x0042, two(1251)) + record(0x0200, two(0) + two(3) + two(0) + two(2) + two(0)) +
         text(0, 0, "\xd1\xf2\xf0\xe0\xed\xe0") + text(0, 1, "export") + text(1, 0, "\xc3\xe5\xf0\xec\xe0\xed\xe8\xff") + number(1, 1, 541.585) +
         number(2, 1, 100000) + record(0x000A, "");
}

TEST(Xls, reads_cells_in_cp1251) {
  const Folder folder;
  const auto file = folder.write("b.xls", make_biff4());
  EXPECT_EQ(list_xls_sheets(file), std::vector<std::string>{"Worksheet"});
  const auto rows = read_all(*open_xls(file));
  EXPECT_EQ(joined(rows), "Worksheet|1|1|Страна|text|<null>\nWorksheet|1|2|export|text|<null>\nWorksheet|2|1|Германия|text|<null>\n"
                          "Worksheet|2|2|541.585|number|<null>\nWorksheet|3|2|100000|number|<null>");
  EXPECT_EQ(rows[4].line, 3u);
}

TEST(Xls, reads_rows) {
  const Folder folder;
  const auto file = folder.write("b.xls", make_biff4());
  const auto reader = open_xls_rows(file, "", 1, {"export"});
  EXPECT_EQ(reader->columns(), (std::vector<std::string>{"Страна", "export"}));
  EXPECT_EQ(joined(read_all(*reader)), "Германия|541.585\n<null>|100000");
  EXPECT_EQ(open_xls_rows(file, "", 0)->columns(), (std::vector<std::string>{"column_1", "column_2"}));
  EXPECT_THAT(error_of<DataError>([&] { open_xls_rows(file, "", 1, {"exports"}); }), HasSubstr("no column 'exports'; the nearest is 'export'"));
}

TEST(Xls, what_crashes_the_library_is_an_error) {
  EXPECT_EQ(detail::try_in_child([] { return 7; }), 7);
  EXPECT_EQ(detail::try_in_child([]() -> int { ::kill(::getpid(), SIGKILL); return 0; }), std::nullopt);
}

TEST(Xls, errors_say_what_and_what_to_do) {
  const Folder folder;
  const auto error = [&](const std::string& bytes) { return error_of<DataError>([&] { open_xls(folder.write("b.xls", bytes)); }); };
  EXPECT_THAT(error("<html>sorry</html>"), HasSubstr("a web page (HTML)"));
  EXPECT_THAT(error(make_zip({{"a", "b"}})), HasSubstr("Read it as xlsx"));
  EXPECT_THAT(error(""), HasSubstr("b.xls"));
  EXPECT_THAT(error("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(100, 'x')), HasSubstr("a damaged workbook"));
  EXPECT_THAT(error("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(4000, '\0')), HasSubstr("a damaged workbook"));
  EXPECT_THAT(error_of<NotFound>([] { open_xls("/nowhere/b.xls"); }), HasSubstr("/nowhere/b.xls"));
}

TEST(Xls, real_kz_bns_books) {
  SKIP_WITHOUT_DATA(file, "kz-bns-trade/osnovnye_pokazateli_vneshney_torgovli_2019.xls");
  std::size_t germany = 0, numbers = 0;
  const auto rows = read_all(*open_xls(file));
  for (const auto& row : rows) {
    germany += row.fields[3].find("Германия") != std::string::npos;
    numbers += row.fields[4] == "number";
    EXPECT_EQ(row.problem, "");
  }
  EXPECT_GT(germany, 0u) << "names are Cyrillic in UTF-8";
  EXPECT_GT(numbers, 500u);
  const auto error = error_of<DataError>([&] { open_xls(file, "2035"); });
  EXPECT_THAT(error, HasSubstr("no sheet '2035'"));
  for (const auto& sheet : list_xls_sheets(file)) EXPECT_THAT(error, HasSubstr(sheet));
}

TEST(Xls, real_book_cut_off) {
  SKIP_WITHOUT_DATA(file, "kz-bns-trade/osnovnye_pokazateli_vneshney_torgovli_2019.xls");
  const Folder folder;
  const auto bytes = comity::read_file(file);
  EXPECT_THAT(error_of<DataError>([&] { read_all(*open_xls(folder.write("cut.xls", bytes.substr(0, bytes.size() / 2)))); }), HasSubstr("cut.xls: a damaged workbook"));
}

TEST(Xls, real_cepii_rows) {
  SKIP_WITHOUT_DATA(file, "cepii-geodist/geo_cepii.xls");
  const auto reader = open_xls_rows(file, "", 1, {"iso2", "iso3"});
  const auto rows = read_all(*reader);
  EXPECT_GT(rows.size(), 200u);
  EXPECT_EQ(rows[0].line, 2u);
}

}  // namespace
}  // namespace comity::formats
