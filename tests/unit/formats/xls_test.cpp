#include "comity/formats/xls.hpp"

#include <gmock/gmock.h>

#include "comity/base/bytes.hpp"
#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

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
