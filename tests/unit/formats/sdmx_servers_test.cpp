// What servers and their libraries write beside the standard, or in its corners: each form with a few rows, made up here.
#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

// A value without its attribute (Deutsche Bundesbank), an observation without a value (OECD).
TEST(SdmxServers, generic_values_that_are_left_out) {
  const Folder folder;
  const auto file = folder.write("b.xml", generic("<g:Series><g:SeriesKey><g:Value id=\"FREQ\" value=\"D\"/><g:Value id=\"CUR\" value=\"USD\"></g:Value></g:SeriesKey><g:Attributes><g:Value id=\"UNIT_ENG\"></g:Value></g:Attributes>"
                                                  "<g:Obs><g:ObsDimension value=\"2024-01-02\"/><g:ObsValue value=\"1.1\"/></g:Obs><g:Obs><g:ObsDimension value=\"2024-01-03\"/><g:Attributes><g:Value id=\"OBS_STATUS\" value=\"K\"/></g:Attributes></g:Obs>"
                                                  "<g:Obs><g:ObsDimension value=\"2024-01-04\"/><g:ObsValue/></g:Obs></g:Series>"));
  EXPECT_THAT(facts(file), ElementsAre("CUR=USD FREQ=D OBS_STATUS=K TIME_PERIOD=2024-01-03", "CUR=USD FREQ=D OBS_VALUE=1.1 TIME_PERIOD=2024-01-02", "CUR=USD FREQ=D TIME_PERIOD=2024-01-04"));
}

// Blanks in front of the XML declaration, as some servers send them: offsets and lines are still the file's.
TEST(SdmxServers, blanks_before_the_declaration) {
  const Folder folder;
  const auto file = folder.write("t.xml", "\n\n  " + specific("<Obs P=\"KZ\" TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n<Obs P=\"UZ\" TIME_PERIOD=\"someday\" OBS_VALUE=\"2\"/>\n", "AllDimensions"));
  EXPECT_EQ(problems(*open_sdmx_records(file)), (std::vector<std::string>{"", "8: TIME_PERIOD 'someday' is no time period"}));
  EXPECT_THAT(error_of<DataError>([&] { open_sdmx_records(folder.write("bad.xml", "\n\n<a/>")); }), HasSubstr("bad.xml, line 3: no SDMX data message"));
}

// Two structures in one message, the second flat and of a provision agreement.
TEST(SdmxServers, data_sets_of_different_structures) {
  const Folder folder;
  std::string text = message("StructureSpecificData", "<m:DataSet s:structureRef=\"S1\" s:action=\"Append\"><Series FREQ=\"A\" X=\"1\"><Obs TIME_PERIOD=\"2001\" OBS_VALUE=\"1\"/></Series></m:DataSet>"
                                                      "<m:DataSet s:structureRef=\"S2\" s:action=\"Delete\"><Obs FREQ=\"A\" Y=\"2\" TIME_PERIOD=\"2001\"/></m:DataSet>");
  const std::string second = "<m:Structure structureID=\"S2\" dimensionAtObservation=\"AllDimensions\"><c:ProvisionAgrement><URN>urn:sdmx:org.sdmx.infomodel.registry.ProvisionAgreement=YY:PA(2.0)</URN></c:ProvisionAgrement></m:Structure>";
  text.insert(text.find("</m:Header>"), second);
  const auto file = folder.write("t.xml", text);
  EXPECT_THAT(facts(file), ElementsAre("FREQ=A OBS_VALUE=1 TIME_PERIOD=2001 X=1", "FREQ=A TIME_PERIOD=2001 Y=2"));
  EXPECT_THAT(column(file, "_structure"), ElementsAre("XX:TRADE(1.0)", "YY:PA(2.0)"));
  EXPECT_THAT(column(file, "_action"), ElementsAre("A", "D"));
}

// SDMX 1.0 as the Federal Reserve writes it: a message group, each data set in a namespace of its own, annotations inside series.
TEST(SdmxServers, message_groups_of_1_0) {
  const Folder folder;
  const auto file = folder.write("f.xml", R"xml(<?xml version="1.0"?>
<message:MessageGroup xmlns:common="http://www.SDMX.org/resources/SDMXML/schemas/v1_0/common" xmlns:frb="urn:frb:common" xmlns:message="http://www.SDMX.org/resources/SDMXML/schemas/v1_0/message">
<message:Header><message:ID>G17</message:ID><message:Test>false</message:Test><message:Sender id="FRB"/></message:Header>
<frb:DataSet id="IP" xmlns:kf="urn:frb:IP"><kf:Series FREQ="129" NAME="IP.B5"><frb:Annotations><common:Annotation><common:AnnotationText>Total</common:AnnotationText></common:Annotation></frb:Annotations>
<frb:Obs OBS_STATUS="A" OBS_VALUE="4.9" TIME_PERIOD="1919-01-31"/></kf:Series></frb:DataSet>
<frb:DataSet id="CAP" xmlns:kf="urn:frb:CAP"><kf:Series FREQ="129" NAME="CAP.B5"><frb:Obs OBS_STATUS="A" OBS_VALUE="40" TIME_PERIOD="1967-01-31"/></kf:Series></frb:DataSet></message:MessageGroup>)xml");
  EXPECT_THAT(column(file, "NAME"), ElementsAre("IP.B5", "CAP.B5"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("4.9", "40"));
  EXPECT_THAT(column(file, "_period_from"), ElementsAre("1919-01-31", "1967-01-31"));
}

// NaN and Infinity are no JSON, but what libraries of several languages write as such; an index of an attribute into
// nothing (OECD.Stat) is a fault of its row, one of a dimension is the end.
TEST(SdmxServers, json_that_is_nearly_json) {
  const Folder folder;
  const auto json = [&](const std::string& series, const std::string& attributes) {
    return folder.write("t.json", "{\"structure\":{\"dimensions\":{\"series\":[{\"id\":\"P\",\"values\":[{\"id\":\"KZ\"}]}],\"observation\":[{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2020\"},{\"id\":\"2021\"},{\"id\":\"2022\"}]}]},\"attributes\":{\"series\":[{\"id\":\"UNIT\",\"values\":[]}],\"observation\":[" +
                                      attributes + "]}},\"dataSets\":[{\"series\":" + series + "}]}");
  };
  const auto nan = json("{\"0\":{\"observations\":{\"0\":[NaN,0],\"1\":[-Infinity,0],\"2\":[ NaN ]}}}", "{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"M\"}]}");
  EXPECT_THAT(column(nan, "_absence"), ElementsAre("not_applicable", "not_applicable", "not_reported"));
  EXPECT_THAT(column(nan, "OBS_VALUE"), ElementsAre("NaN", "-Infinity", "NaN"));
  const auto nowhere = json("{\"0\":{\"attributes\":[0],\"observations\":{\"0\":[1,5],\"1\":[2,0]}}}", "{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"A\"}]}");
  EXPECT_THAT(column(nowhere, "OBS_STATUS"), ElementsAre("<null>", "A"));
  EXPECT_THAT(column(nowhere, "UNIT"), ElementsAre("<null>", "<null>"));
  EXPECT_THAT(problems(*open_sdmx_records(nowhere)).front(), HasSubstr("index 5 of OBS_STATUS, which has 1 values"));
  EXPECT_THAT(error_of<DataError>([&] { facts(json("{\"0\":{\"observations\":{\"0\":[Nothing]}}}", "")); }), HasSubstr("no JSON"));
}

// Measures that are codes, or several numbers: no fault. "~" in a group's key: of no value of that dimension.
TEST(SdmxServers, json_measures_of_codes_and_of_several_values) {
  const Folder folder;
  const auto file = folder.write("t.json", R"json({"data":{"structures":[{"dimensions":{"series":[{"id":"AREA","values":[{"id":"DE"},{"id":"FR"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"value":"2020"}]}]},
    "measures":{"observation":[{"id":"M1","format":{"dataType":"Double"}},{"id":"M2","values":[{"id":"X"},{"id":"Y"}]},{"id":"M3","format":{"maxOccurs":3,"dataType":"Integer"}}]},
    "attributes":{"dimensionGroup":[{"id":"TITLE","values":[{"value":{"en":"Ger","fr":"All"}}]}]}}],
    "dataSets":[{"structure":0,"dimensionGroupAttributes":{"0:~":[0]},"series":{"0":{"observations":{"0":[1.5,1,[1,2,3]]}},"1":{"observations":{"0":["word"]}}}}]}})json");
  EXPECT_THAT(facts(file), ElementsAre("AREA=DE M1=1.5 M2=Y M3=1;2;3 TIME_PERIOD=2020 TITLE=en:Ger;fr:All", "AREA=FR M1=word TIME_PERIOD=2020 ! M1 'word' is no number"));
}

// What spreadsheets put in front, and UTF-16; the lines are the file's.
TEST(SdmxServers, csv_that_went_through_a_spreadsheet) {
  const Folder folder;
  const std::string text = "DATAFLOW;FREQ;TIME_PERIOD;OBS_VALUE\r\nX:Y(1.0);A;2020;1.5\r\nX:Y(1.0);A;when;2\r\n", found = "FREQ=A OBS_VALUE=1.5 TIME_PERIOD=2020";
  EXPECT_THAT(facts(folder.write("sep.csv", "sep=;\r\n" + text)).front(), found);
  EXPECT_EQ(problems(*open_sdmx_records(folder.path("sep.csv"))).back(), "4: TIME_PERIOD 'when' is no time period");
  EXPECT_THAT(facts(folder.write("blank.csv", "\n\r\n" + text)).front(), found);
  EXPECT_EQ(problems(*open_sdmx_records(folder.path("blank.csv"))).back(), "5: TIME_PERIOD 'when' is no time period");
  EXPECT_THAT(facts(folder.write("mark.csv", "\xef\xbb\xbf" "sep=;\n" + text)).front(), found);
  for (const bool little : {true, false}) {
    std::string wide = little ? "\xff\xfe" : "\xfe\xff";
    for (const char c : text) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
    EXPECT_THAT(facts(folder.write("wide.csv", wide)).front(), found);
    EXPECT_EQ(problems(*open_sdmx_records(folder.path("wide.csv"))).back(), "3: TIME_PERIOD 'when' is no time period");
  }
}

// Columns in another order, a URN for the structure, actions in words, small letters and with labels, a header line of eight kilobytes.
TEST(SdmxServers, csv_headers_and_actions_of_other_writers) {
  const Folder folder;
  const auto mid = folder.write("mid.csv", "FREQ,STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,OBS_VALUE\nA,dataflow,urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=XX:FLOW(1.0),Replace,2020,1\n"
                                           "A,dataflow,XX:FLOW(1.0),d,2021,\nA,dataflow,XX:FLOW(1.0),M: Merge,2022,2\n");
  EXPECT_THAT(facts(mid), ElementsAre("FREQ=A OBS_VALUE=1 TIME_PERIOD=2020", "FREQ=A OBS_VALUE=2 TIME_PERIOD=2022", "FREQ=A TIME_PERIOD=2021"));
  EXPECT_THAT(column(mid, "_structure"), ElementsAre("XX:FLOW(1.0)", "XX:FLOW(1.0)", "XX:FLOW(1.0)"));
  EXPECT_THAT(column(mid, "_action"), ElementsAre("R", "D", "M"));
  std::string header, row;
  for (int i = 0; i < 80; ++i) header += "D" + std::to_string(i) + ": " + std::string(100, 'x') + ",", row += "a: b,";
  EXPECT_THAT(column(folder.write("long.csv", header + "TIME_PERIOD: T,OBS_VALUE: V\n" + row + "2020,1\n"), "D79"), ElementsAre("a"));
}

// A structure that calls its time by another name than the server's data do (OECD).
TEST(SdmxServers, the_time_by_another_name) {
  const Folder folder;
  const std::vector<std::filesystem::path> structure = {folder.write(
      "s.xml", "<m:Structure xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\" xmlns:s=\"urn:s\"><m:Structures><s:DataStructures><s:DataStructure id=\"TRADE\" agencyID=\"XX\" version=\"1.0\"><s:DataStructureComponents>"
               "<s:DimensionList><s:Dimension id=\"P\" position=\"1\"/><s:TimeDimension id=\"YEAR\" position=\"2\"/></s:DimensionList><s:MeasureList><s:PrimaryMeasure id=\"OBS_VALUE\"/></s:MeasureList>"
               "</s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures></m:Structure>")};
  const auto file = folder.write("t.xml", specific("<Series P=\"KZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>"));
  EXPECT_THAT(facts(*open_sdmx_records(file, structure)), ElementsAre("OBS_VALUE=1 P=KZ YEAR=2020"));
  EXPECT_THAT(column(*open_sdmx_records(file, structure), "_period_to"), ElementsAre("2020-12-31"));
  EXPECT_THAT(facts(*open_sdmx_records(folder.write("t.csv", "DATAFLOW,P,TIME_PERIOD,OBS_VALUE\nXX:TRADE(1.0),KZ,2020,1\n"), structure)), ElementsAre("OBS_VALUE=1 P=KZ YEAR=2020"));
}

// SDMX-CSV 2.1: "~" where an attribute speaks of no value of a dimension. It is no code and no time.
TEST(SdmxServers, csv_dimensions_that_are_switched_off) {
  const Folder folder;
  const auto file = folder.write("t.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,TIME_PERIOD,OBS_VALUE,NOTE\ndataflow,X:Y(1.0),M,A,~,~,,some\ndataflow,X:Y(1.0),M,A,DE,2020,5,\n");
  EXPECT_THAT(facts(file), ElementsAre("AREA=DE FREQ=A OBS_VALUE=5 TIME_PERIOD=2020", "FREQ=A NOTE=some"));
}

// Positions from 0 and none of the time; codes of hierarchies by id; which measures an attribute speaks of.
TEST(SdmxServers, json_structures_in_their_corners) {
  const Folder folder;
  const Structures found = read_structures(folder.write("s.json", R"json({"meta":{"id":"S"},"data":{"dataStructures":[{"id":"D","agencyID":"XX","version":"1.0.0","dataStructureComponents":{
   "attributeList":{"attributes":[{"id":"S","attributeRelationship":{"observation":{}},"measureRelationship":["M1","M2"]}],"metadataAttributeUsages":[{"metadataAttributeReference":"MA","attributeRelationship":{"dimensions":["FREQ"]}}]},
   "dimensionList":{"dimensions":[{"id":"FREQ","position":0},{"id":"AREA","position":1}],"timeDimension":{"id":"TIME_PERIOD"}},"measureList":{"measures":[{"id":"M1"},{"id":"M2"}]}}}],
   "hierarchicalCodelists":[{"id":"H","agencyID":"XX","version":"1.0","hierarchies":[{"id":"H1","hierarchicalCodes":[{"id":"1","codeID":"A","hierarchicalCodes":[{"id":"2","codeID":"B"}]}]}]}]}})json"));
  const Artefact* structure = found.of_class("DataStructure").at(0);
  std::string all;
  for (const auto& one : structure->components) all += one.kind + " " + one.id + " " + std::to_string(one.position) + "\n";
  EXPECT_EQ(all, "dimension FREQ 1\ndimension AREA 2\ntime_dimension TIME_PERIOD 3\nmeasure M1 0\nmeasure M2 0\nattribute S 0\nmetadata_attribute MA 0\n");
  EXPECT_THAT(structure->find_component("S")->attachment, ElementsAre("M1", "M2"));
  const Artefact* hierarchy = found.of_class("HierarchicalCodelist").at(0);
  ASSERT_EQ(hierarchy->items.size(), 3u);
  EXPECT_EQ(hierarchy->items[2].refers_to.item, "B");
  EXPECT_EQ(hierarchy->items[2].parent, "H1.1");
}

// Of before 1.0: artefacts by their URNs.
TEST(SdmxServers, json_structures_of_before_1_0) {
  const Folder folder;
  const Structures found = read_structures(folder.write("s.json", R"json({"resources":[],"references":{"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=XX:CL(1.0)":{"id":"CL","agencyID":"XX","version":"1.0","names":{"en":"Codes"},"codes":[{"id":"A"},{"id":"B","parent":"A"}]},
   "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=XX:F(1.0)":{"id":"F","agencyID":"XX","version":"1.0","structure":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:D(1.0)"}}})json"));
  ASSERT_EQ(found.artefacts.size(), 2u);
  EXPECT_EQ(found.of_class("Codelist").at(0)->find_item("B")->parent, "A");
  EXPECT_EQ(found.of_class("Dataflow").at(0)->references.at(0).text(), "XX:D(1.0)");
}

TEST(SdmxServers, constraints_of_metadata) {
  const Folder folder;
  const Structures found = read_structures(folder.write(
      "s.xml", "<m:Structure xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message\" xmlns:s=\"urn:s\"><m:Structures><s:MetadataConstraints><s:MetadataConstraint id=\"MC\" agencyID=\"XX\" version=\"1.0\" role=\"Allowed\">"
               "<s:MetadataTargetRegion include=\"false\"><s:Component id=\"MA\"><s:Value>1</s:Value></s:Component></s:MetadataTargetRegion></s:MetadataConstraint></s:MetadataConstraints></m:Structures></m:Structure>"));
  const Artefact* constraint = found.of_class("MetadataConstraint").at(0);
  ASSERT_EQ(constraint->regions.size(), 1u);
  EXPECT_FALSE(constraint->regions[0].include);
  EXPECT_EQ(constraint->regions[0].parts.at(0).component, "MA");
  EXPECT_THAT(constraint->regions[0].parts.at(0).values, ElementsAre("1"));
}

}  // namespace
}  // namespace comity::formats::sdmx
