#include <gmock/gmock.h>

#include "comity/formats/sdmx/detail/json_splitter.hpp"
#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::Each;
using testing::ElementsAre;

const std::string kDimensions =
    R"json("dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"A"}]}],"series":[{"id":"PARTNER","values":[{"id":"KZ"},{"id":"UZ"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"id":"2020"},{"id":"2021"}]}]})json";

TEST(SdmxJson, version_1_0_with_the_structure_behind_the_data) {
  const Folder folder;
  const auto file = folder.write("t.json", R"json({"header":{"id":"H"},"dataSets":[{"action":"Replace","series":{"0":{"attributes":[1],"observations":{"0":[1.50,0],"1":[null,1]}},"1":{"attributes":[null],"observations":{"1":[-2e3]}}}}],"structure":{"links":[{"rel":"dataflow","href":"https://example.org/rest/dataflow/XX/TRADE/1.0?a=b"}],)json" +
                                               kDimensions + R"json(,"attributes":{"dataSet":[],"series":[{"id":"TITLE","values":[{"name":"first"},{"name":"second"}]}],"observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"M"}]}]}}})json");
  EXPECT_THAT(facts(file), ElementsAre("FREQ=A OBS_STATUS=A OBS_VALUE=1.50 PARTNER=KZ TIME_PERIOD=2020 TITLE=second", "FREQ=A OBS_STATUS=M PARTNER=KZ TIME_PERIOD=2021 TITLE=second", "FREQ=A OBS_VALUE=-2e3 PARTNER=UZ TIME_PERIOD=2021"));
  EXPECT_THAT(column(file, "_absence"), ElementsAre("value", "not_applicable", "value"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("1.5", "<null>", "-2000"));
  EXPECT_THAT(column(file, "_structure"), Each("XX:TRADE(1.0)"));
  EXPECT_THAT(column(file, "_action"), Each("R"));
}

TEST(SdmxJson, version_2_0_flat_with_lists_languages_and_groups) {
  const Folder folder;
  const auto file = folder.write("t.json", R"json({"meta":{"id":"M","contentLanguages":["en","fr"]},"data":{"structures":[{"links":[{"rel":"datastructure","urn":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:D(2.0.0)"}],)json" + kDimensions +
                                               R"json(,"measures":{"observation":[{"id":"OBS_VALUE"},{"id":"SECOND"}]},"attributes":{"dimensionGroup":[{"id":"UNIT","values":[{"id":"EUR"},{"id":"USD"}]}],"observation":[{"id":"AGENCY","values":[{"id":"A1"},{"id":"A2"}]},{"id":"NOTE"}]}}],
    "dataSets":[{"structure":0,"dimensionGroupAttributes":{"0:0:":[0],"0:1:":[1]},"observations":{"0:0":[1, 10, [0,1], {"en":"a;b","fr":"c"}, 3], "1:1":[2,null,0,"say \"x\""]}}]}})json");
  EXPECT_THAT(facts(file), ElementsAre("AGENCY=A1 FREQ=A NOTE=say \"x\" OBS_VALUE=2 PARTNER=UZ TIME_PERIOD=2021 UNIT=USD", "AGENCY=A1;A2 FREQ=A NOTE=\"en:a;b\";fr:c OBS_VALUE=1 PARTNER=KZ SECOND=10 TIME_PERIOD=2020 UNIT=EUR"));
  const auto reader = open_data(file);
  ASSERT_TRUE(reader->next());
  EXPECT_THAT(reader->header().content_languages, ElementsAre("en", "fr"));
  EXPECT_EQ(reader->format(), "SDMX-JSON 2.0 data");
}

TEST(SdmxJson, blocks_are_cut_anywhere) {
  std::string series, whole = "{\"x\":\"}{\\\"\",\"dataSets\":[{\"series\":{";
  for (int i = 0; i < 500; ++i) series += std::string(i ? " , " : "") + "\"" + std::to_string(i) + "\":{\"t\":\"a]}\\\\\",\"observations\":{\"0\":[" + std::to_string(i) + "]}}";
  whole += series + "}}, {\"observations\": {} }],\"structure\":{\"series\":{\"kept\":1}}}";
  for (const std::size_t piece : {1u, 7u, 16u, 33u, 1000u, 100000u}) {
    detail::JsonSplitter splitter(300);
    for (std::size_t at = 0; at < whole.size(); at += piece) splitter.feed(std::string_view(whole).substr(at, piece));
    ASSERT_TRUE(splitter.complete());
    EXPECT_EQ(splitter.skeleton(), "{\"x\":\"}{\\\"\",\"dataSets\":[{\"series\":{}}, {\"observations\": {} }],\"structure\":{\"series\":{\"kept\":1}}}");
    ASSERT_EQ(splitter.bulks().size(), 2u);
    EXPECT_EQ(splitter.bulks()[1].data_set, 1u);
    std::string joined;
    for (const auto& block : splitter.bulks()[0].blocks) joined += whole.substr(block.from, block.to - block.from);
    EXPECT_EQ(joined, series);
    EXPECT_GT(splitter.bulks()[0].blocks.size(), 20u);
  }
}

TEST(SdmxJson, many_blocks_are_one_message) {
  const Folder folder;
  std::string text = R"json({"data":{"dataSets":[{"series":{)json", values;
  for (int i = 0; i < 20000; ++i) {
    text += std::string(i ? "," : "") + "\n\"" + std::to_string(i) + "\": {\"observations\": {\"0\": [" + std::to_string(i) + "], \"1\":[" + std::to_string(i) + ".5]}}";
    values += std::string(i ? "," : "") + "{\"id\":\"P" + std::to_string(i) + "\"}";
  }
  text += "}}],\"structures\":[{\"dimensions\":{\"series\":[{\"id\":\"P\",\"values\":[" + values + "]}],\"observation\":[{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2020\"},{\"id\":\"2021\"}]}]}}]}}";
  const Table table = read_table(folder.write("t.json", text));
  ASSERT_EQ(table.rows(), 40000u);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    ASSERT_EQ(table.values[row], double(row / 2) + (row % 2 ? 0.5 : 0));
    ASSERT_EQ(table.find("P")->dictionary.text(table.find("P")->codes[row]), "P" + std::to_string(row / 2));
  }
}

TEST(SdmxCsv, version_1_0) {
  const Folder folder;
  const auto file = folder.write("t.csv", "DATAFLOW,FREQ,PARTNER,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE\nXX:F(1.0),A,KZ,2020,1.50,A,\"a, \"\"b\"\"\"\nXX:F(1.0),A,KZ,2021,,M,\n");
  EXPECT_THAT(facts(file), ElementsAre("FREQ=A OBS_STATUS=A OBS_VALUE=1.50 PARTNER=KZ TIME_PERIOD=2020 TITLE=a, \"b\"", "FREQ=A OBS_STATUS=M PARTNER=KZ TIME_PERIOD=2021"));
  EXPECT_THAT(column(file, "_structure"), Each("XX:F(1.0)"));
  const auto reader = open_data(file);
  ASSERT_TRUE(reader->next());
  EXPECT_EQ(reader->format(), "SDMX-CSV 1.0");
  EXPECT_EQ(reader->data_sets()[0].structure_class, "dataflow");
}

TEST(SdmxCsv, labels_other_separators_and_what_publishers_make_of_it) {
  const Folder folder;
  const std::string plain = "FREQ=A OBS_VALUE=1 PARTNER=KZ TIME_PERIOD=2020 UNIT=EUR";
  EXPECT_THAT(facts(folder.write("both.csv", "DATAFLOW,FREQ: Frequency,PARTNER: Partner,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT: Unit\nXX:F(1.0): A flow,A: Annual,KZ: Kazakhstan,2020,1,EUR: Euro\n")), ElementsAre(plain));
  EXPECT_THAT(facts(folder.write("tight.csv", "DATAFLOW,FREQ:Frequency,PARTNER:Partner,TIME_PERIOD:Time,OBS_VALUE:Value,UNIT:Unit\nXX:F(1.0): A flow,A: Annual,KZ: Kazakhstan,2020,1,EUR: Euro\n")), ElementsAre(plain));
  EXPECT_THAT(facts(folder.write("name.csv", "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,PARTNER,Partner,TIME_PERIOD,Time,OBS_VALUE,Value,UNIT,Unit\ndataflow,XX:F(1.0),A flow,I,A,Annual,KZ,Kazakhstan,2020,,1,,EUR,Euro\n")), ElementsAre(plain));
  EXPECT_THAT(facts(folder.write("semicolon.csv", "STRUCTURE[|];STRUCTURE_ID;ACTION;FREQ;PARTNER;TIME_PERIOD;OBS_VALUE;UNIT\ndataflow;XX:F(1.0);I;A;KZ;2020;1;EUR\n")), ElementsAre(plain));
  EXPECT_THAT(facts(folder.write("ecb.csv", "KEY,FREQ,PARTNER,TIME_PERIOD,OBS_VALUE,UNIT\nTRD.A.KZ,A,KZ,2020,1,EUR\n")), ElementsAre(plain));
  EXPECT_THAT(facts(folder.write("eurostat.csv", "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),01/02/24 11:00:00,A,KZ,2020,,c\n")),
              ElementsAre("LAST UPDATE=01/02/24 11:00:00 OBS_FLAG=c TIME_PERIOD=2020 freq=A geo=KZ"));
  EXPECT_THAT(column(folder.path("eurostat.csv"), "_absence"), ElementsAre("confidential"));
}

TEST(SdmxCsv, version_2_0_with_actions_structures_and_lists) {
  const Folder folder;
  const auto file = folder.write("t.csv", "STRUCTURE[|],STRUCTURE_ID,ACTION,P,TIME_PERIOD,OBS_VALUE,AGENCY[],TITLE[en|fr]\ndataflow,XX:F(1.0.0),A,KZ,2020,1,A1|A2;x,en:Any: thing|fr:Chose\n"
                                           "datastructure,XX:D(1.0.0),D,KZ,2021,-,,\n");
  EXPECT_THAT(facts(file), ElementsAre("AGENCY=A1;\"A2;x\" OBS_VALUE=1 P=KZ TIME_PERIOD=2020 TITLE=en:Any: thing;fr:Chose", "OBS_VALUE=- P=KZ TIME_PERIOD=2021"));
  EXPECT_THAT(column(file, "_action"), ElementsAre("A", "D"));
  EXPECT_THAT(column(file, "_structure"), ElementsAre("XX:F(1.0.0)", "XX:D(1.0.0)"));
  EXPECT_THAT(column(file, "_absence"), ElementsAre("value", "not_reported"));
}

}  // namespace
}  // namespace comity::formats::sdmx
