// The same facts in each form of the standard, and what stands between registries and their users.
#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kOld = "http://www.SDMX.org/resources/SDMXML/schemas/v2_0/";

std::string registry_2_0(const std::string& inside) {
  const std::string space = kOld;
  return "<RegistryInterface xmlns=\"" + space + "message\" xmlns:r=\"" + space + "registry\" xmlns:s=\"" + space + "structure\"><Header><ID>I</ID></Header><QueryStructureResponse>" + inside +
         "</QueryStructureResponse></RegistryInterface>";
}
std::string registry_2_1(const std::string& inside) {
  const std::string space = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
  return "<m:RegistryInterface xmlns:m=\"" + space + "message\" xmlns:r=\"" + space + "registry\" xmlns:s=\"" + space + "structure\" xmlns:c=\"" + space + "common\"><m:Header><m:ID>I</m:ID></m:Header>" + inside + "</m:RegistryInterface>";
}
// 3.0, structure-specific or of structures.
std::string message_3_0(const std::string& root, const std::string& inside) {
  const std::string space = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
  return "<m:" + root + " xmlns:m=\"" + space + "message\" xmlns:c=\"" + space + "common\" xmlns:s=\"" + space + "structure\" xmlns:ss=\"" + space +
         "data/structurespecific\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:n=\"urn:n\"><m:Header><m:ID>I</m:ID>"
         "<m:Structure structureID=\"S\" dimensionAtObservation=\"TIME_PERIOD\"><c:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:D(1.0.0+)</c:Structure></m:Structure></m:Header>" +
         inside + "</m:" + root + ">";
}

TEST(SdmxForms, structures_in_answers_of_registries) {
  const Folder folder;
  const auto old = read_structures(folder.write("old.xml", registry_2_0("<r:StatusMessage status=\"Success\"/><r:Dataflows><s:Dataflow id=\"TRADE\" agencyID=\"XX\" version=\"1.0\"><s:KeyFamilyRef><s:KeyFamilyID>DSD</s:KeyFamilyID>"
                                                                          "<s:KeyFamilyAgencyID>XX</s:KeyFamilyAgencyID></s:KeyFamilyRef></s:Dataflow></r:Dataflows><r:CodeLists><s:CodeList id=\"CL_FREQ\" agencyID=\"XX\" version=\"1.0\">"
                                                                          "<s:Code value=\"A\"/><s:Code value=\"M\" parentCode=\"A\"/></s:CodeList></r:CodeLists>")));
  ASSERT_EQ(old.artefacts.size(), 2u);
  EXPECT_EQ(old.artefacts[0].text(), "XX:TRADE(1.0)");
  EXPECT_EQ(old.artefacts[0].references.at(0).text(), "XX:DSD");
  ASSERT_EQ(old.artefacts[1].items.size(), 2u);
  EXPECT_EQ(old.artefacts[1].items[1].parent, "A");
  const auto submitted = read_structures(folder.write("new.xml", registry_2_1("<m:SubmitStructureRequest action=\"Append\"><r:Structures><s:Codelists><s:Codelist id=\"CL\" agencyID=\"XX\" version=\"1.0\"><s:Code id=\"A\"/></s:Codelist>"
                                                                             "</s:Codelists></r:Structures></m:SubmitStructureRequest>")));
  ASSERT_EQ(submitted.artefacts.size(), 1u);
  EXPECT_EQ(submitted.artefacts[0].items.size(), 1u);
}

TEST(SdmxForms, answers_of_registries_without_structures_say_why) {
  const Folder folder;
  const auto error = [&](const char* name, const std::string& text) { return error_of<DataError>([&] { read_structures(folder.write(name, text)); }); };
  EXPECT_THAT(error("f.xml", registry_2_0("<r:StatusMessage status=\"Failure\"><r:MessageText xml:lang=\"en\">No results found</r:MessageText></r:StatusMessage>")),
              HasSubstr("f.xml: no structures, but a message of the publisher: Error: No results found"));
  EXPECT_THAT(error("g.xml", registry_2_1("<m:SubmitStructureResponse><r:SubmissionResult><r:StatusMessage status=\"Failure\"><r:MessageText code=\"140\"><c:Text xml:lang=\"en\">There already</c:Text></r:MessageText>"
                                          "</r:StatusMessage></r:SubmissionResult></m:SubmitStructureResponse>")),
              HasSubstr("140 Error: There already"));
  EXPECT_THAT(error("r.xml", registry_2_1("<m:QueryRegistrationResponse><r:StatusMessage status=\"Success\"/></m:QueryRegistrationResponse>")),
              AllOf(HasSubstr("r.xml: a message between a registry and its users without structures (QueryRegistrationResponse)"), HasSubstr("ask for the structure itself")));
}

// Without OBS_VALUE and without the structure: what stands behind the time and holds numbers alone.
TEST(SdmxForms, measures_of_other_names) {
  const Folder folder;
  const auto csv = folder.write("m.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AGE,TIME_PERIOD,EXPORTS,IMPORTS,UNIT_MULT,QUALITY\ndatastructure,XX:D(1.0),I,A,15,2020,1.5,2.5,3,good\n"
                                        "datastructure,XX:D(1.0),I,A,15,2021,NaN,,3,1\n");
  EXPECT_THAT(facts(csv), ElementsAre("AGE=15 EXPORTS=1.5 FREQ=A IMPORTS=2.5 QUALITY=good TIME_PERIOD=2020 UNIT_MULT=3", "AGE=15 EXPORTS=NaN FREQ=A QUALITY=1 TIME_PERIOD=2021 UNIT_MULT=3"));
  EXPECT_THAT(column(csv, "_value"), ElementsAre("1500", "<null>"));
  EXPECT_THAT(column(csv, "_absence"), ElementsAre("value", "not_reported"));
  const auto xml = folder.write("m.xml", message_3_0("StructureSpecificData", "<m:DataSet ss:structureRef=\"S\"><Series FREQ=\"A\" AGE=\"15\" UNIT_MULT=\"3\"><Obs TIME_PERIOD=\"2020\" EXPORTS=\"1.5\" IMPORTS=\"2.5\" QUALITY=\"good\"/>"
                                                                               "<Obs TIME_PERIOD=\"2021\" EXPORTS=\"NaN\" QUALITY=\"1\"/></Series></m:DataSet>"));
  EXPECT_EQ(facts(xml), facts(csv));
  EXPECT_EQ(column(xml, "_value"), column(csv, "_value"));
  // Where there is an OBS_VALUE nothing is guessed.
  const auto plain = folder.write("p.csv", "DATAFLOW,FREQ,TIME_PERIOD,WEIGHT,OBS_VALUE\nXX:D(1.0),A,2020,7,1.5\n");
  EXPECT_THAT(column(plain, "_value"), ElementsAre("1.5"));
}

TEST(SdmxForms, keys_to_be_deleted_are_rows_in_each_form) {
  const Folder folder;
  const std::vector<std::string> expected = {"FREQ=A REF_AREA=DE TIME_PERIOD=2020", "FREQ=M REF_AREA=DE"};
  const auto xml = folder.write("d.xml", specific("<Series FREQ=\"A\" REF_AREA=\"DE\"><Obs TIME_PERIOD=\"2020\"/></Series><Series FREQ=\"M\" REF_AREA=\"DE\"/>\n", "TIME_PERIOD", " s:action=\"Delete\""));
  EXPECT_EQ(facts(xml), expected);
  EXPECT_THAT(column(xml, "_action"), ElementsAre("D", "D"));
  const auto json = folder.write("d.json", R"({"meta":{"id":"x"},"data":{"dataSets":[{"structure":0,"action":"Delete","series":{"0":{"observations":{"0":[]}},"1":{}}}],"structures":[{"dimensions":{"dataSet":[{"id":"REF_AREA","values":[{"id":"DE"}]}],)"
                                           R"("series":[{"id":"FREQ","values":[{"id":"A"},{"id":"M"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"value":"2020"}]}]},"attributes":{}}]}})");
  EXPECT_EQ(facts(json), expected);
  const auto csv = folder.write("d.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,XX:D(1.0),D,A,DE,2020,\ndataflow,XX:D(1.0),D,M,DE,,\n");
  EXPECT_EQ(facts(csv), expected);
  // A data set of which nothing is said is to be deleted whole.
  const std::vector<std::string> whole = {"", "FREQ=A OBS_VALUE=1 TIME_PERIOD=2020"};
  const auto both = folder.write("w.xml", message("StructureSpecificData", "<m:DataSet s:structureRef=\"S1\" s:action=\"Replace\"><Series FREQ=\"A\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series></m:DataSet><m:DataSet s:structureRef=\"S1\" s:action=\"Delete\"/>"));
  EXPECT_EQ(facts(both), whole);
  EXPECT_THAT(column(both, "_action"), ElementsAre("R", "D"));
  EXPECT_EQ(facts(folder.write("w.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,TIME_PERIOD,OBS_VALUE\ndataflow,XX:D(1.0),R,A,2020,1\ndataflow,XX:D(1.0),D,,,\n")), whole);
  const auto fixed = folder.write("w.json", R"({"data":{"dataSets":[{"structure":0,"action":"Delete"}],"structures":[{"dimensions":{"dataSet":[{"id":"REF_AREA","values":[{"id":"DE"}]}],"observation":[{"id":"TIME_PERIOD","values":[]}]}}]}})");
  EXPECT_THAT(facts(fixed), ElementsAre("REF_AREA=DE"));
  EXPECT_THAT(column(fixed, "_action"), ElementsAre("D"));
  for (const char* form : {"csv", "xml", "xml3"}) {
    std::string bytes;
    convert(both, form, [&](std::string_view piece) { bytes += piece; });
    EXPECT_EQ(facts(folder.write(std::string("again.") + form, bytes)), whole) << form << bytes;
  }
  // A series without observations that is not to be deleted is none.
  EXPECT_THAT(facts(folder.write("k.xml", specific("<Series FREQ=\"A\" REF_AREA=\"DE\"/>\n"))), ElementsAre());
}

TEST(SdmxForms, one_text_in_two_languages_reads_alike) {
  const Folder folder;
  const auto xml = folder.write("t.xml", message_3_0("StructureSpecificData", "<m:DataSet ss:structureRef=\"S\"><Series FREQ=\"A\"><Comp id=\"TITLE\"><Value><c:Text xml:lang=\"en\">Trade; all</c:Text><c:Text xml:lang=\"fr\">Commerce</c:Text></Value></Comp>"
                                                                               "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series></m:DataSet>"));
  const auto json = folder.write("t.json", R"({"meta":{"id":"x"},"data":{"dataSets":[{"structure":0,"action":"Information","dimensionGroupAttributes":{"0:":[0]},"series":{"0":{"observations":{"0":[1]}}}}],"structures":[{"dimensions":{)"
                                           R"("series":[{"id":"FREQ","values":[{"id":"A"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"value":"2020"}]}]},"attributes":{"dimensionGroup":[{"id":"TITLE","values":[{"values":[{"en":"Trade; all","fr":"Commerce"}]}]}]}}]}})");
  const auto csv = folder.write("t.csv", "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,TIME_PERIOD,OBS_VALUE,TITLE[en;fr]\ndatastructure,XX:D(1.0.0+),I,A,2020,1,\"\"\"en:Trade; all\"\";fr:Commerce\"\n");
  EXPECT_THAT(facts(xml), ElementsAre("FREQ=A OBS_VALUE=1 TIME_PERIOD=2020 TITLE=\"en:Trade; all\";fr:Commerce"));
  EXPECT_EQ(facts(json), facts(xml));
  EXPECT_EQ(facts(csv), facts(xml));
}

constexpr const char* kStructures =
    "<m:Structures><s:Codelists><s:Codelist id=\"CL_BASE\" agencyID=\"XX\" version=\"1.2.0\"><s:Code id=\"DE\"/></s:Codelist><s:Codelist id=\"CL_AREA\" agencyID=\"XX\" version=\"1.0.0\"><s:Code id=\"EU\"/>"
    "<s:CodelistExtension prefix=\"X_\"><s:Codelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=XX:CL_BASE(1.0+.0)</s:Codelist></s:CodelistExtension></s:Codelist></s:Codelists>"
    "<s:GeographicCodelists><s:GeographicCodelist id=\"CL_GEO\" agencyID=\"XX\" version=\"1.0.0\"><s:GeoFeatureSetCode id=\"A1\" value=\"POINT(1 2)\"/></s:GeographicCodelist></s:GeographicCodelists>"
    "<s:GeoGridCodelists><s:GeoGridCodelist id=\"CL_GRID\" agencyID=\"XX\" version=\"1.0.0\"><s:GridDefinition>EPSG:4326</s:GridDefinition><s:GeoGridCode id=\"G1\"><s:GeoCell>1;1</s:GeoCell></s:GeoGridCode></s:GeoGridCodelist></s:GeoGridCodelists>"
    "<s:DataStructures><s:DataStructure id=\"D\" agencyID=\"XX\" version=\"1.0.1\"><s:DataStructureComponents><s:DimensionList><s:Dimension id=\"AREA\" position=\"1\"><s:LocalRepresentation>"
    "<s:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=XX:CL_AREA(1.0.0)</s:Enumeration></s:LocalRepresentation></s:Dimension><s:TimeDimension id=\"TIME_PERIOD\"/></s:DimensionList>"
    "<s:MeasureList><s:Measure id=\"OBS_VALUE\"/></s:MeasureList></s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures>";

TEST(SdmxForms, lists_that_extend_others_and_geographic_codes) {
  const Folder folder;
  const auto structure = folder.write("s.xml", message_3_0("Structure", kStructures));
  const auto data = folder.write("d.csv", "STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD,OBS_VALUE\ndatastructure,XX:D(1.0.0+),I,EU,2020,1\ndatastructure,XX:D(1.0.0+),I,X_DE,2020,2\ndatastructure,XX:D(1.0.0+),I,DE,2020,3\n");
  const auto reader = open_sdmx_records(data, std::vector{structure});
  EXPECT_THAT(facts(*reader), ElementsAre("AREA=DE OBS_VALUE=3 TIME_PERIOD=2020 ! AREA 'DE' is no code of XX:CL_AREA(1.0.0)", "AREA=EU OBS_VALUE=1 TIME_PERIOD=2020", "AREA=X_DE OBS_VALUE=2 TIME_PERIOD=2020"));
  const auto structures = read_structures(structure);
  EXPECT_EQ(structures.find("GeographicCodelist", parse_reference("XX:CL_GEO(1.0.0)"))->items.at(0).value, "POINT(1 2)");
  EXPECT_EQ(structures.find("GeoGridCodelist", parse_reference("XX:CL_GRID(1.0.0)"))->items.at(0).value, "1;1");
}

// SDMX-JSON counts dimensions from 0 and writes isMultilingual; what it says is what SDMX-ML says.
TEST(SdmxForms, data_structures_in_json) {
  const Folder folder;
  const auto structures = read_structures(folder.write(
      "s.json", R"({"meta":{"id":"x","schema":"https://x/2.0.0/sdmx-json-structure-schema.json"},"data":{"dataStructures":[{"id":"D","agencyID":"XX","version":"1.0.0","dataStructureComponents":{"dimensionList":{"dimensions":[)"
                R"({"id":"FREQ","position":0},{"id":"AREA","position":1}],"timeDimensions":[{"id":"TIME_PERIOD","position":2}]},"measureList":{"measures":[{"id":"OBS_VALUE"}]},"attributeList":{"attributes":[)"
                R"({"id":"TITLE","attributeRelationship":{"dimensions":["AREA"]},"localRepresentation":{"maxOccurs":"unbounded","format":{"dataType":"String","isMultilingual":true}}}]}}}],)"
                R"j("geographicCodelists":[{"id":"CL_GEO","agencyID":"XX","version":"1.0.0","geoFeatureSetCodes":[{"id":"A1","value":"POINT(1 2)"}]}],"geoGridCodelists":[{"id":"CL_GRID","agencyID":"XX","version":"1.0.0","geoGridCodes":[{"id":"G1","geoCell":"1;1"}]}]}})j"));
  const auto* d = structures.find("DataStructure", parse_reference("XX:D(1.0.0)"));
  ASSERT_TRUE(d);
  EXPECT_EQ(d->find_component("FREQ")->position, 1);
  EXPECT_EQ(d->find_component("AREA")->position, 2);
  EXPECT_EQ(d->find_component("TIME_PERIOD")->position, 3);
  EXPECT_TRUE(d->find_component("TITLE")->multilingual);
  EXPECT_EQ(structures.find("GeographicCodelist", parse_reference("XX:CL_GEO(1.0.0)"))->items.at(0).value, "POINT(1 2)");
  EXPECT_EQ(structures.find("GeoGridCodelist", parse_reference("XX:CL_GRID(1.0.0)"))->items.at(0).value, "1;1");
}

TEST(SdmxForms, references_to_later_versions) {
  const Folder folder;
  const auto structures = read_structures(folder.write("s.xml", message_3_0("Structure", kStructures)));
  const auto found = [&](const char* version) { return structures.find("Codelist", parse_reference(std::string("XX:CL_BASE(") + version + ")")) != nullptr; };
  for (const char* version : {"1.2.0", "1.0+.0", "1.2.0+", "1+.0.0", "0+.9.9", "1.*", "*", "latest"}) EXPECT_TRUE(found(version)) << version;
  for (const char* version : {"1.1.0+", "1.3+.0", "2+.0.0", "2.*", "1.1.*", "1.0"}) EXPECT_FALSE(found(version)) << version;
}

}  // namespace
}  // namespace comity::formats::sdmx
