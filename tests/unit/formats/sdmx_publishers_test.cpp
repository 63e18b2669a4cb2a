// What publishers make of the standard: each message is as its publisher sends it, with a few rows.
#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Kind> kinds(const std::filesystem::path& file) {
  const auto reader = open_data(file);
  while (reader->next()) {}
  std::vector<Kind> out;
  for (const auto& one : reader->components()) out.push_back(one.kind);
  return out;
}

// Names in columns of their own behind each id, the kind of structure in capital letters, quotes around names.
TEST(SdmxPublishers, oecd_csv_with_labels) {
  const Folder folder;
  const auto file = folder.write("o.csv",
                                 "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,DONOR,Donor,SECTOR,Sector,TIME_PERIOD,Time period,OBS_VALUE,Observation value,BASE_PER,Base period,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier\r\n"
                                 "DATAFLOW,OECD.DCD.FSD:DSD_DAC1@DF_DAC1(1.7),\"DAC1: Flows, by provider\",I,DEU,Germany,_Z,\"Not applicable, \"\"all\"\"\",2023,,37900.5,,,,A,Normal value,6,Millions\r\n"
                                 "DATAFLOW,OECD.DCD.FSD:DSD_DAC1@DF_DAC1(1.7),\"DAC1: Flows, by provider\",I,DEU,Germany,_Z,\"Not applicable, \"\"all\"\"\",2024,,,,,,O,Missing value,6,Millions\r\n");
  EXPECT_THAT(facts(file), ElementsAre("DONOR=DEU OBS_STATUS=A OBS_VALUE=37900.5 SECTOR=_Z TIME_PERIOD=2023 UNIT_MULT=6", "DONOR=DEU OBS_STATUS=O SECTOR=_Z TIME_PERIOD=2024 UNIT_MULT=6"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("37900500000", "<null>"));
  EXPECT_THAT(column(file, "_absence"), ElementsAre("value", "not_reported"));
  const auto reader = open_data(file);
  reader->next();
  EXPECT_EQ(reader->data_sets()[0].structure, "OECD.DCD.FSD:DSD_DAC1@DF_DAC1(1.7)");
  EXPECT_EQ(reader->data_sets()[0].structure_class, "dataflow");
}

TEST(SdmxPublishers, a_name_of_the_structure_without_names_of_the_rest) {
  const Folder folder;
  const auto file = folder.write("o.csv", "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE\ndataflow,OECD:DF_CLI(1.0),CLI,I,USA,M,2024-01,99.85\n");
  EXPECT_THAT(facts(file), ElementsAre("FREQ=M OBS_VALUE=99.85 REF_AREA=USA TIME_PERIOD=2024-01"));
}

// Ids in small letters; its own columns; no ACTION in 2.0; a colon for nothing; small flags.
TEST(SdmxPublishers, eurostat_csv) {
  const Folder folder;
  const auto one = folder.write("e1.csv", "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\nESTAT:MIGR(1.0),22/05/26 11:00:00,A,PER,FR,2021,287179,p,\nESTAT:MIGR(1.0),22/05/26 11:00:00,A,PER,FR,2022,,c,C\n");
  EXPECT_THAT(column(one, "_absence"), ElementsAre("value", "confidential"));
  EXPECT_THAT(kinds(one), ElementsAre(Kind::attribute, Kind::dimension, Kind::dimension, Kind::dimension, Kind::time, Kind::measure, Kind::attribute, Kind::attribute));
  const auto two = folder.write("e2.csv",
                                "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)\n"
                                "dataflow,ESTAT:PAT_EP(1.0),Patents,A,Annual,DE,Germany,2020,,25.5,,p,provisional,,\ndataflow,ESTAT:PAT_EP(1.0),Patents,A,Annual,DE,Germany,2021,,:,,,,,\n");
  EXPECT_THAT(facts(two), ElementsAre("OBS_FLAG=p OBS_VALUE=25.5 TIME_PERIOD=2020 freq=A geo=DE", "OBS_VALUE=: TIME_PERIOD=2021 freq=A geo=DE"));
  EXPECT_THAT(column(two, "_absence"), ElementsAre("value", "not_reported"));
}

// Labels behind a colon without a blank in the header; sentences with a colon are no codes.
TEST(SdmxPublishers, bis_and_unicef_csv_with_labels) {
  const Folder folder;
  const auto bis = folder.write("b.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,BORROWERS_CTY:Borrowers' country,TIME_PERIOD:Time period or range,OBS_VALUE:Observation Value,UNIT_MULT:Unit Multiplier,TITLE_TS:Title,REMARK:Remark\n"
                                        "dataflow,BIS:WS_TC(2.0),I,Q: Quarterly,DE: Germany,2023-Q4,12.5,9: Billions,Credit: total - DE,Note: broken off\n");
  EXPECT_THAT(facts(bis), ElementsAre("BORROWERS_CTY=DE FREQ=Q OBS_VALUE=12.5 REMARK=Note: broken off TIME_PERIOD=2023-Q4 TITLE_TS=Credit: total - DE UNIT_MULT=9"));
  EXPECT_THAT(column(bis, "_value"), ElementsAre("12500000000"));
  const auto unicef = folder.write("u.csv", "DATAFLOW,REF_AREA:Geographic area,SEX:Sex,TIME_PERIOD:Time period,OBS_VALUE:Observation Value,UNIT_MULTIPLIER:Unit multiplier,DATA_SOURCE:Data Source\n"
                                           "UNICEF:GLOBAL_DATAFLOW(1.0): Cross-sector indicators,AFG: Afghanistan,_T: Total,2020,58.2,: ,IGME: 2021\nUNICEF:GLOBAL_DATAFLOW(1.0): Cross-sector indicators,AFG: Afghanistan,_T: Total,2021-05,>95,,\n");
  EXPECT_THAT(facts(unicef), ElementsAre("DATA_SOURCE=IGME: 2021 OBS_VALUE=58.2 REF_AREA=AFG SEX=_T TIME_PERIOD=2020", "OBS_VALUE=>95 REF_AREA=AFG SEX=_T TIME_PERIOD=2021-05 ! OBS_VALUE '>95' is no number"));
  EXPECT_THAT(column(unicef, "_structure"), ElementsAre("UNICEF:GLOBAL_DATAFLOW(1.0)", "UNICEF:GLOBAL_DATAFLOW(1.0)"));
}

// Some writers label whatever there is.
TEST(SdmxPublishers, labels_of_figures) {
  const Folder folder;
  const auto file = folder.write("l.csv", "STRUCTURE,STRUCTURE_ID,ACTION,DIM1: Dimension 1,OBS_VALUE: Value,TIME_PERIOD: Time\ndatastructure,MD:T(1.0): Test,M,A: A,1.5: 1.5,2020: 2020\n");
  EXPECT_THAT(facts(file), ElementsAre("DIM1=A OBS_VALUE=1.5 TIME_PERIOD=2020"));
  EXPECT_THAT(column(file, "_action"), ElementsAre("M"));
}

TEST(SdmxPublishers, norges_bank_csv_without_a_flow) {
  const Folder folder;
  const auto file = folder.write("n.csv", "\xef\xbb\xbf" "FREQ;Frequency;BASE_CUR;Base Currency;DECIMALS;UNIT_MULT;Unit Multiplier;TIME_PERIOD;OBS_VALUE\nB;Business;USD;US dollar;4;0;Units;2024-01-02;10.2645\n");
  EXPECT_THAT(facts(file), ElementsAre("BASE_CUR=USD DECIMALS=4 FREQ=B OBS_VALUE=10.2645 TIME_PERIOD=2024-01-02 UNIT_MULT=0"));
}

// Fields over several lines, keys of series, values for keys that are not whole, the provision agreement's name.
TEST(SdmxPublishers, csv_2_0_of_registries) {
  const Folder folder;
  const auto file = folder.write("i.csv", "STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,COUNTRY,FREQ,TIME_PERIOD,OBS_VALUE,SCALE,METHOD\n"
                                         "dataprovision,IMF:PA(1.0),I,DEU.A,DEU.A.2024,DEU,A,2024-A1,12,6,\"two\nlines, \"\"quoted\"\"\"\n"
                                         "dataprovision,IMF:PA(1.0),I,DEU.A,,DEU,A,,,6,\"two\nlines, \"\"quoted\"\"\"\ndataprovision,IMF:PA(1.0),I,FRA.A,,FRA,A,2024-A1,#N/A,6,\n");
  EXPECT_THAT(facts(file), ElementsAre("COUNTRY=DEU FREQ=A METHOD=two\nlines, \"quoted\" OBS_VALUE=12 SCALE=6 TIME_PERIOD=2024-A1", "COUNTRY=DEU FREQ=A METHOD=two\nlines, \"quoted\" SCALE=6",
                                       "COUNTRY=FRA FREQ=A OBS_VALUE=#N/A SCALE=6 TIME_PERIOD=2024-A1"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("12", "<null>", "<null>"));  // SCALE is no power of ten
  const auto reader = open_data(file);
  ASSERT_TRUE(reader->next());
  EXPECT_THAT(reader->batch().lines, testing::Contains(6u));
  EXPECT_EQ(reader->data_sets()[0].structure_class, "provisionagreement");
}

// Rows are compared with the ones before them: none may inherit what is not its own.
TEST(SdmxPublishers, csv_rows_that_resemble_each_other) {
  const Folder folder;
  std::string text = "DATAFLOW,P,Q,TIME_PERIOD,OBS_VALUE,OBS_STATUS,REMARK\n";
  std::vector<std::string> expected;
  const char* remarks[] = {"", "\"a, b\"", "\"a\"\"c\"", "plain", "\xc3\xa9"};
  const char* plain[] = {"", "a, b", "a\"c", "plain", "\xc3\xa9"};
  for (int i = 0; i < 30000; ++i) {
    const std::string p = i % 7 == 0 ? "" : "P" + std::to_string(i / 5 % 13), q = "Q" + std::to_string(i / 3 % 2), year = std::to_string(1990 + i % 30), value = std::to_string(i % 11) + ".5";
    const std::string status = i % 4 == 0 ? "A" : "";
    text += "XX:F(1.0)," + p + "," + q + "," + year + "," + value + "," + status + "," + remarks[i % 5] + (i % 2 ? "\n" : "\r\n");
    if (i % 997 == 0) text += "\n";
    expected.push_back((status.empty() ? "" : "OBS_STATUS=A ") + std::string("OBS_VALUE=") + value + (p.empty() ? "" : " P=" + p) + " Q=" + q + (i % 5 ? std::string(" REMARK=") + plain[i % 5] : "") + " TIME_PERIOD=" + year +
                       (p.empty() ? " ! no value for the dimension P" : ""));
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(facts(folder.write("r.csv", text)), expected);
  // The same, handed over to the cutter of all delimited text after some rows.
  const auto odd = folder.write("odd.csv", text.substr(0, text.size() / 2) + "\nXX:F(1.0),P1,Q1,2000,1,A,\"a\" b\n" + text.substr(text.find('\n', text.size() / 2) + 1));
  EXPECT_GT(facts(odd).size(), 29990u);
}

// The structure named by the data set, in capital letters; an attribute without values says them itself; numbers as texts.
TEST(SdmxPublishers, stat_suite_json) {
  const Folder folder;
  const std::string text =
      R"j({"meta":{"schema":"https://x/2.0.0/sdmx-json-data-schema.json","id":"f","contentLanguages":["en"],"sender":{"id":"ILO","name":"ILOSTAT"}},"data":{"dataSets":[{"structure":0,"action":"Information",)j"
      R"j("links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=ILO:EAP(1.0)","rel":"DataStructure"}],"annotations":[0],"series":{"0:0":{"attributes":[null,0],"annotations":[],"observations":{"0":[50.5,0,null,null]}},)j"
      R"j("0:1":{"attributes":[null],"annotations":[],"observations":{"0":["60.25",0,null,"x"]}},"0:0":{"observations":{"1":[51]}}}}],"structures":[{"dimensions":{"dataSet":[],"series":[{"id":"REF_AREA","values":[{"id":"KAZ"}]},)j"
      R"j({"id":"SEX","values":[{"id":"T"},{"id":"M"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"start":"2010-01-01T00:00:00Z","id":"2010"},{"id":"2011"}]}]},"attributes":{"dataSet":[],"dimensionGroup":[],)j"
      R"j("series":[{"id":"UNIT_MEASURE","values":[{"id":"PT"}]},{"id":"UNIT_MULT","default":"3","values":[{"id":"0"}]}],"observation":[{"id":"SOURCE","values":[{"id":"A survey"}]},{"id":"OBS_STATUS","default":"A","values":[{"id":"B"}]},)j"
      R"j({"id":"NOTE","values":[]}]},"dataSets":[0]}]},"errors":[]})j";
  const auto file = folder.write("s.json", text);
  // What the data leave out has the default that the structure gives.
  EXPECT_THAT(facts(file), ElementsAre("NOTE=x OBS_STATUS=A OBS_VALUE=60.25 REF_AREA=KAZ SEX=M SOURCE=A survey TIME_PERIOD=2010 UNIT_MULT=3", "OBS_STATUS=A OBS_VALUE=50.5 REF_AREA=KAZ SEX=T SOURCE=A survey TIME_PERIOD=2010 UNIT_MULT=0",
                                       "OBS_STATUS=A OBS_VALUE=51 REF_AREA=KAZ SEX=T TIME_PERIOD=2011 UNIT_MULT=3"));
  EXPECT_THAT(column(file, "_structure"), ElementsAre("ILO:EAP(1.0)", "ILO:EAP(1.0)", "ILO:EAP(1.0)"));
  EXPECT_EQ(open_data(file)->data_sets().size(), 0u);
}

// As the OECD's former interface and others of its family wrote it.
TEST(SdmxPublishers, json_of_before_1_0) {
  const Folder folder;
  const auto file = folder.write("o.json", R"({"header":{"id":"x","sender":{"id":"OECD","name":"OECD"}},"dataSets":[{"action":"Information","observations":{"0:0:0":[12.5,0,null],"0:1:0":[null,1]}}],"structure":{"links":[],"name":"P","dimensions":{"observation":[)"
                                           R"({"keyPosition":0,"id":"COU","values":[{"id":"AUS"}],"role":"REF_AREA"},{"id":"IND","values":[{"id":"A"},{"id":"B"}]},{"id":"TIME_PERIOD","values":[{"id":"2010"}]}]},)"
                                           R"("attributes":{"dataSet":[],"series":[],"observation":[{"id":"TIME_FORMAT","values":[{"id":"P1Y"},{"id":"P3M"}]},{"id":"OBS_STATUS","values":[]}]}}})");
  EXPECT_THAT(facts(file), ElementsAre("COU=AUS IND=A OBS_VALUE=12.5 TIME_FORMAT=P1Y TIME_PERIOD=2010", "COU=AUS IND=B TIME_FORMAT=P3M TIME_PERIOD=2010"));
}

// A data set that deletes everything beside one that brings it anew; actions of the header where a data set has none.
TEST(SdmxPublishers, actions_of_data_sets_and_headers) {
  const Folder folder;
  std::string text = generic("", "AllDimensions");
  text.replace(text.find("<m:DataSet"), std::string::npos,
               "<m:DataSet action=\"Delete\" structureRef=\"S1\"/><m:DataSet structureRef=\"S1\"><g:Obs><g:ObsKey><g:Value id=\"TIME_PERIOD\" value=\"3000-01\"/><g:Value id=\"P\" value=\"KZ\"/></g:ObsKey><g:ObsValue value=\"1\"/></g:Obs></m:DataSet></m:GenericData>");
  text.insert(text.find("</m:Header>"), "<m:DataSetAction>Replace</m:DataSetAction>");
  const auto file = folder.write("a.xml", text);
  EXPECT_THAT(column(file, "_action"), ElementsAre("D", "R"));
  EXPECT_THAT(facts(file), ElementsAre("", "OBS_VALUE=1 P=KZ TIME_PERIOD=3000-01"));
  const auto reader = open_data(file);
  while (reader->next()) {}
  ASSERT_EQ(reader->data_sets().size(), 2u);
  EXPECT_EQ(reader->data_sets()[0].action, Action::remove);
}

TEST(SdmxPublishers, sentences_in_place_of_messages) {
  const Folder folder;
  const auto error = [&](const char* name, const std::string& text) {
    const auto file = folder.write(name, text);
    return error_of<DataError>([&] { facts(file); });
  };
  EXPECT_THAT(error("n.txt", "NoRecordsFound"), HasSubstr("n.txt: no SDMX message but text that begins 'NoRecordsFound'"));
  EXPECT_THAT(error("r.json", R"({ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 4 seconds." })"), HasSubstr("a message of the publisher: Rate limit is exceeded"));
  EXPECT_THAT(error("e.xml", "<m:Error xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"><m:ErrorMessage code=\"1003\"><Text>\n   Too\n   much\n</Text></m:ErrorMessage></m:Error>"), HasSubstr("1003 Error: Too much"));
  EXPECT_THAT(error("m.json", R"({"meta":{"id":"x"},"data":{"metadataSets":[{"id":"M"}]}})"), HasSubstr("one of reference metadata"));
  EXPECT_THAT(error("q.xml", "<m:CodelistQuery xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"/>"), HasSubstr("a question to a registry"));
  const auto metadata = folder.write("s.json", R"({"meta":{"id":"x"},"data":{"metadataSets":[{"id":"M"}]}})");
  EXPECT_THAT(error_of<DataError>([&] { read_structures(metadata); }), HasSubstr("reference metadata, not one of structures"));
}

}  // namespace
}  // namespace comity::formats::sdmx
