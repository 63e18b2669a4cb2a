#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

std::string error(const std::string& text, const char* name = "t.xml") {
  const Folder folder;
  const auto file = folder.write(name, text);
  return error_of<DataError>([&] { facts(file); });
}

const std::string kObservation = "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n";

TEST(SdmxBadInput, truncated) {
  const std::string text = specific("<Series P=\"KZ\">\n" + kObservation + kObservation + "</Series>");
  EXPECT_THAT(error(text.substr(0, text.find("</Series>"))), HasSubstr("t.xml, line 8: no well-formed XML"));
  EXPECT_THAT(error(text.substr(0, text.find("</Series>"))), HasSubstr("cut off"));
  EXPECT_THAT(error(text.substr(0, text.find("OBS_VALUE=\"1") + 9)), HasSubstr("cut off"));
  EXPECT_THAT(error("{\"dataSets\":[{\"series\":{\"0\":{\"obs", "t.json"), HasSubstr("t.json: no JSON (it ends inside"));
  const std::string packed = formats::test::compress(text, "gzip");
  EXPECT_THAT(error(packed.substr(0, packed.size() - 20), "t.xml.gz"), HasSubstr("t.xml.gz"));
}

TEST(SdmxBadInput, what_is_refused) {
  EXPECT_THAT(error("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>"), HasSubstr("t.xml, line 2: declares a document type ('a'); that is refused"));
  EXPECT_THAT(error("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), HasSubstr("refused"));
  std::string deep = specific("");
  std::string nest, unnest;
  for (int i = 0; i < 300; ++i) nest += "<x>", unnest += "</x>";
  deep.insert(deep.find("</m:DataSet>"), nest + unnest);
  EXPECT_THAT(error(deep), HasSubstr("nested more than 256 deep"));
}

TEST(SdmxBadInput, millions_of_attributes) {
  const Folder folder;
  std::string many;
  for (int i = 0; i < 5000; ++i) many += " A" + std::to_string(i) + "=\"1\"";
  EXPECT_THAT(error(specific("<Obs" + many + "/>", "AllDimensions")), HasSubstr("more than 4096 different components"));
  // One element so long that it would have to be held whole.
  std::string longer = "<Obs";
  while (longer.size() < 3000000) longer += " B" + std::to_string(longer.size()) + "=\"1\"";
  ReadOptions options;
  options.limits.record_bytes = 1u << 20;
  const auto file = folder.write("t.xml", specific(longer + "/>", "AllDimensions"));
  EXPECT_THAT(error_of<DataError>([&] { open_sdmx_records(file, options); }), HasSubstr("an element or text longer than 1048576 bytes"));
}

TEST(SdmxBadInput, other_things_in_place_of_a_message) {
  EXPECT_THAT(error("<!DOCTYPE html>\n<html><body>Service unavailable</body></html>"), HasSubstr("a web page"));
  EXPECT_THAT(error("<html><body>Service unavailable</body></html>"), HasSubstr("a web page"));
  EXPECT_THAT(error(""), HasSubstr("t.xml: the file is empty"));
  EXPECT_THAT(error("a,b\n1,2\n", "t.csv"), HasSubstr("t.csv: no SDMX message but"));
  EXPECT_THAT(error("<a/>"), HasSubstr("t.xml, line 1: no SDMX data message but <a>"));
  EXPECT_THAT(error("{\"class\":\"dataset\",\"value\":[1]}", "t.json"), HasSubstr("JSON-stat"));
  EXPECT_THAT(error("{\"errors\":[{\"code\":404,\"title\":\"No data\"}]}", "t.json"), HasSubstr("no data, but a message of the publisher: 404 Error: No data"));
  EXPECT_THAT(error("{\"errors\":[{\"code\":413,\"title\":\"Too large\",\"detail\":\"Ask for less\"}]}", "t.json"), HasSubstr("413 Error: Too large: Ask for less"));
}

TEST(SdmxBadInput, wrong_declared_encoding) {
  EXPECT_THAT(error(specific("<Obs P=\"C\xf4te\" OBS_VALUE=\"1\"/>", "AllDimensions")), HasSubstr("t.xml, line 5: no well-formed XML"));
  EXPECT_THAT(error(specific("<Obs P=\"C\xf4te\" OBS_VALUE=\"1\"/>", "AllDimensions")), HasSubstr("encoding it declares"));
  std::string text = specific(kObservation);
  text.replace(text.find("UTF-8"), 5, "x-nobody");
  EXPECT_THAT(error(text), HasSubstr("declares an encoding that nobody knows"));
}

TEST(SdmxBadInput, rows_that_lack_something_keep_their_place_and_say_so) {
  const Folder folder;
  const auto file = folder.write("t.xml", generic("<g:Series><g:SeriesKey><g:Value id=\"P\" value=\"KZ\"/><g:Value id=\"Q\" value=\"1\"/></g:SeriesKey>\n<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"1\"/></g:Obs>\n"
                                                  "<g:Obs><g:ObsValue value=\"2\"/></g:Obs>\n<g:Obs><g:ObsDimension value=\"someday\"/><g:ObsValue value=\"3\"/></g:Obs>\n<g:Obs><g:ObsDimension value=\"2021\"/><g:ObsValue value=\"three\"/></g:Obs></g:Series>\n"
                                                  "<g:Series><g:SeriesKey><g:Value id=\"P\" value=\"UZ\"/></g:SeriesKey>\n<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"4\"/></g:Obs></g:Series>"));
  EXPECT_THAT(problems(*open_sdmx_records(file)), ElementsAre("", "7: an observation without its time (TIME_PERIOD)", "8: TIME_PERIOD 'someday' is no time period", "9: OBS_VALUE 'three' is no number", "11: no value for the dimension Q"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("1", "2", "3", "<null>", "4"));
}

TEST(SdmxBadInput, powers_that_are_none) {
  const Folder folder;
  const auto file = folder.write("t.xml", specific("<Series P=\"KZ\" UNIT_MULT=\"millions\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>"));
  EXPECT_THAT(problems(*open_sdmx_records(file)), ElementsAre("5: UNIT_MULT 'millions' is no power of ten"));
}

TEST(SdmxBadInput, headers_that_contradict_themselves) {
  std::string text = specific(kObservation);
  const auto from = text.find("<m:Structure structureID"), to = text.find("</m:Header>");
  text.insert(to, text.substr(from, to - from));
  EXPECT_THAT(error(text), HasSubstr("two structures for one id ('S1')"));
}

TEST(SdmxBadInput, json_that_points_nowhere) {
  const std::string head = "{\"structure\":{\"dimensions\":{\"series\":[{\"id\":\"P\",\"values\":[{\"id\":\"KZ\"}]}],\"observation\":[{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2020\"}]}]},\"attributes\":{\"observation\":[{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"A\"}]}]}},\"dataSets\":[{\"series\":";
  const auto json = [&](const std::string& series) { return error(head + series + "}]}", "t.json"); };
  EXPECT_THAT(json("{\"7\":{\"observations\":{\"0\":[1]}}}"), HasSubstr("t.json: index 7 of P, which has 1 values"));
  EXPECT_THAT(json("{\"0:0\":{\"observations\":{\"0\":[1]}}}"), HasSubstr("a key that does not fit its dimensions"));
  EXPECT_THAT(json("{\"0\":{\"observations\":{\"0\":[1,}}}"), HasSubstr("t.json: no"));
  EXPECT_THAT(json("{\"0\":{\"observations\":{\"0\":7}}}"), HasSubstr("no list of values"));
  EXPECT_THAT(json("{\"0\":{\"observations\":{\"0\":[\"\xff\"]}}}"), HasSubstr("not UTF-8"));
  EXPECT_THAT(error("{\"dataSets\":[{\"series\":{}}]}", "t.json"), HasSubstr("no 'structure'"));
}

TEST(SdmxBadInput, csv_that_is_broken) {
  const Folder folder;
  const auto file = folder.write("t.csv", "DATAFLOW,P,TIME_PERIOD,OBS_VALUE\nXX:F(1.0),KZ,2020,1\nXX:F(1.0),KZ\nXX:F(1.0),,2021,2\nXX:F(1.0),KZ,,3\n");
  const auto found = problems(*open_sdmx_records(file));
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0], "");
  EXPECT_THAT(found[1], HasSubstr("3: "));
  EXPECT_EQ(found[2], "4: no value for the dimension P");
  EXPECT_EQ(found[3], "5: an observation without its time (TIME_PERIOD)");
  EXPECT_THAT(error("STRUCTURE,ACTION,P,OBS_VALUE\ndataflow,I,KZ,1\n", "t.csv"), HasSubstr("no column STRUCTURE_ID"));
}

}  // namespace
}  // namespace comity::formats::sdmx
