#include "comity/formats/json.hpp"

#include <gmock/gmock.h>

#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

std::vector<Row> read(std::string_view text, const JsonShape& shape, const std::string& name = "t.json") {
  const Folder folder;
  return read_all(*open_json_records(folder.write(name, text), shape));
}

TEST(Json, reads_an_array_of_records) {
  const Folder folder;
  const auto file = folder.write("t.json", R"([{"name":{"common":"Côte d'Ivoire"},"area":322463.0,"big":9007199254740993,"un":true,"borders":["BFA","GHA"]},
                                               {"name":{},"area":null,"x":1}])");
  const auto reader = open_json_records(file, "", {"/name/common", "area=/area", "/big", "/un", "/borders", "/borders/1", "#"});
  EXPECT_EQ(reader->columns(), (std::vector<std::string>{"/name/common", "area", "/big", "/un", "/borders", "/borders/1", "#"}));
  const auto rows = read_all(*reader);
  EXPECT_EQ(joined(rows), "Côte d'Ivoire|322463|9007199254740993|true|[\"BFA\",\"GHA\"]|GHA|1\n<null>|<null>|<null>|<null>|<null>|<null>|2");
  EXPECT_EQ(rows[1].number, 2u);
  EXPECT_THAT(rows[1].raw, HasSubstr("\"x\":1"));
}

TEST(Json, reads_the_members_of_an_object) {
  EXPECT_EQ(joined(read(R"({"a":{"b":{"DE":{"n":"Germany"},"KZ":{"n":"Kazakhstan"}}}})", {"/a/b", {"*", "/n"}, ""})), "DE|Germany\nKZ|Kazakhstan");
  EXPECT_EQ(joined(read(R"({"a":{"DE":"Germany","KZ":"Kazakhstan"}})", {"/a", {"code=*", "name="}, ""})), "DE|Germany\nKZ|Kazakhstan");
}

TEST(Json, an_object_without_a_key_column_is_one_record) { EXPECT_EQ(joined(read(R"({"a":1,"b":[2]})", {"", {"/a", "/b"}, ""})), "1|[2]"); }

TEST(Json, unfolds_nested_parts) {
  const std::string text = R"({"DE":{"pop":80,"lang":{"de":{"p":91},"en":{"p":64}}},"AQ":{"pop":0}})";
  EXPECT_EQ(joined(read(text, {"", {"*", "/pop", "@*", "@/p", "@#"}, "/lang"})), "DE|80|de|91|1\nDE|80|en|64|2\nAQ|0|<null>|<null>|<null>");
  EXPECT_EQ(joined(read(R"({"DE":[{"EUR":{"from":"1999"}},{"DEM":{"from":"1948"}}]})", {"", {"*", "@*", "@/from"}, "/*"})), "DE|EUR|1999\nDE|DEM|1948");
  EXPECT_EQ(joined(read(R"({"k":["a","b"]})", {"", {"*", "@"}, "."})), "k|a\nk|b");
}

TEST(Json, each_member_of_an_archive_is_a_document) {
  const Folder folder;
  const auto file = folder.write("f.tar.gz", make_tar_gz({{"f/kz.json", R"({"n":"Kazakhstan"})"}, {"f/de.json", R"([{"n":"Germany"},{"n":"GDR"}])"}, {"README", "x"}}));
  EXPECT_EQ(joined(read_all(*open_json_records(file.string() + "!f/*.json", "", {"!", "/n"}))), "f/de.json|Germany\nf/de.json|GDR\nf/kz.json|Kazakhstan");
}

TEST(Json, reads_json_lines) {
  const auto rows = read("{\"a\":1}\r\n\n{\"a\":\n{\"a\":\"x\"}\n", {"", {"/a"}, ""}, "t.jsonl");
  EXPECT_EQ(joined(rows), "1\n<null>\nx");
  EXPECT_THAT(rows[1].problem, HasSubstr("no JSON"));
  EXPECT_EQ(rows[1].raw, "{\"a\":");
  EXPECT_EQ(rows[2].line, 4u);
  EXPECT_EQ(rows[2].number, 3u);
}

// An answer without rows may say null in the place of the list: no records, not one of nulls.
TEST(Json, a_null_where_the_records_should_be_gives_none) {
  EXPECT_TRUE(read(R"([{"pages":1},null])", {"/1", {"/a"}, ""}).empty());
  EXPECT_EQ(joined(read(R"([{"pages":1},[{"a":1}]])", {"/1", {"/a"}, ""})), "1");
}

TEST(Json, errors_say_what_and_what_to_do) {
  const auto error = [](std::string_view text, const JsonShape& shape) { return error_of<DataError>([&] { read(text, shape); }); };
  EXPECT_THAT(error("{\"a\":[1,2", {"/a", {"#"}, ""}), HasSubstr("t.json: no JSON"));
  EXPECT_THAT(error("<!doctype html><html></html>", {"", {"/a"}, ""}), HasSubstr("a web page (HTML)"));
  const auto missing = error(R"({"data":{"rows":[],"meta":1}})", {"/data/records", {"#"}, ""});
  EXPECT_THAT(missing, HasSubstr("t.json: nothing at '/data/records'"));
  EXPECT_THAT(missing, HasSubstr("At '/data' stand: rows, meta"));
  EXPECT_THAT(error_of<UsageError>([] { read("[]", {"", {"name"}, ""}); }), HasSubstr("'name' is no JSON pointer"));
  EXPECT_THAT(error_of<UsageError>([] { read("[]", {"a", {"/name"}, ""}); }), HasSubstr("'a' is no JSON pointer"));
}

TEST(Json, real_factbook_archive) {
  SKIP_WITHOUT_DATA(file, "cia-factbook/factbook-json.tar.gz");
  const auto rows = read_all(*open_json_records(file.string() + "!*.json", "", {"!", "/Government/Country name/conventional short form/text", "/Geography/Land boundaries/border countries/text"}));
  std::size_t places = 0;
  std::string kazakhstan;
  for (const auto& row : rows) {
    places += row.fields[0] != "meta/categories.json";
    if (row.fields[1] == "Kazakhstan") kazakhstan = row.fields[0];
  }
  EXPECT_EQ(places, 261u);
  EXPECT_EQ(rows.size(), 262u);
  EXPECT_THAT(kazakhstan, HasSubstr("kz.json"));
}

TEST(Json, real_cldr_territories) {
  SKIP_WITHOUT_DATA(info, "cldr/supplemental/territoryInfo.json");
  const auto rows = read_all(*open_json_records(info, "/supplemental/territoryInfo", {"*", "@*", "@/_populationPercent"}, "/languagePopulation"));
  bool found = false;
  for (const auto& row : rows) found |= row.fields[0] == "KZ" && row.fields[1] == "kk";
  EXPECT_TRUE(found);
  const auto currencies = read_all(*open_json_records(data_file("cldr/supplemental/currencyData.json"), "/supplemental/currencyData/region", {"*", "@*", "@/_from", "@/_to"}, "/*"));
  std::string mark;
  for (const auto& row : currencies) {
    if (row.fields[0] == "DE" && row.fields[1] == "DEM") mark = row.fields[2];
  }
  EXPECT_EQ(mark, "1948-06-20");
}

}  // namespace
}  // namespace comity::formats
