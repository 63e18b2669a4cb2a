#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

std::string structure_message(const std::string& inside, const std::string& version = "v2_1") {
  return "<m:Structure xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/" + version + "/message\" xmlns:s=\"urn:s\" xmlns:c=\"urn:c\"><m:Header><m:ID>S</m:ID></m:Header><m:Structures>" + inside + "</m:Structures></m:Structure>";
}
const std::string kCodes =
    "<s:Codelists><s:Codelist id=\"CL_P\" agencyID=\"XX\" version=\"1.0\"><c:Name xml:lang=\"en\">Partners</c:Name><c:Name xml:lang=\"fr\">Partenaires</c:Name><s:Code id=\"KZ\"><c:Name xml:lang=\"en\">Kazakhstan</c:Name><s:Parent><Ref id=\"ASIA\"/></s:Parent></s:Code>"
    "<s:Code id=\"ASIA\"><c:Name xml:lang=\"en\">Asia</c:Name></s:Code></s:Codelist></s:Codelists>";
const std::string kStructure =
    "<s:DataStructures><s:DataStructure id=\"TRADE\" agencyID=\"XX\" version=\"1.0\"><c:Name>Trade</c:Name><s:DataStructureComponents><s:DimensionList>"
    "<s:Dimension id=\"PARTNER\"><s:ConceptIdentity><Ref maintainableParentID=\"CS\" agencyID=\"XX\" id=\"PARTNER\"/></s:ConceptIdentity><s:LocalRepresentation><s:Enumeration><Ref id=\"CL_P\" agencyID=\"XX\" version=\"1.0\"/></s:Enumeration></s:LocalRepresentation></s:Dimension>"
    "<s:TimeDimension><s:ConceptIdentity><URN>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=XX:CS(1.0).TIME_PERIOD</URN></s:ConceptIdentity></s:TimeDimension></s:DimensionList>"
    "<s:Group id=\"Sib\"><s:GroupDimension><s:DimensionReference><Ref id=\"PARTNER\"/></s:DimensionReference></s:GroupDimension></s:Group>"
    "<s:AttributeList><s:Attribute id=\"OBS_STATUS\" assignmentStatus=\"Mandatory\"><s:AttributeRelationship><s:PrimaryMeasure><Ref id=\"OBS_VALUE\"/></s:PrimaryMeasure></s:AttributeRelationship></s:Attribute>"
    "<s:Attribute id=\"UNIT\" assignmentStatus=\"Conditional\"><s:AttributeRelationship><s:Dimension><Ref id=\"PARTNER\"/></s:Dimension></s:AttributeRelationship></s:Attribute>"
    "<s:Attribute id=\"SOURCE\"><s:AttributeRelationship><s:None/></s:AttributeRelationship></s:Attribute></s:AttributeList>"
    "<s:MeasureList><s:PrimaryMeasure id=\"OBS_VALUE\"/></s:MeasureList></s:DataStructureComponents></s:DataStructure></s:DataStructures>";

TEST(SdmxStructure, code_lists_in_all_languages) {
  const Folder folder;
  const Structures found = read_structures(folder.write("s.xml", structure_message(kCodes)));
  ASSERT_EQ(found.artefacts.size(), 1u);
  const Artefact& list = found.artefacts[0];
  EXPECT_EQ(list.text(), "XX:CL_P(1.0)");
  EXPECT_EQ(list.name.best(), "Partners");
  EXPECT_EQ(list.name.notation(), "en:Partners;fr:Partenaires");
  EXPECT_THAT(found.languages(), ElementsAre("en", "fr"));
  ASSERT_TRUE(list.find_item("KZ"));
  EXPECT_EQ(list.find_item("KZ")->parent, "ASIA");
  EXPECT_EQ(list.find_item("XX"), nullptr);
}

TEST(SdmxStructure, components_and_where_they_are_attached) {
  const Folder folder;
  const Structures found = read_structures(folder.write("s.xml", structure_message(kCodes + kStructure)));
  const Artefact* trade = found.find("DataStructure", parse_reference("XX:TRADE(1.0)"));
  ASSERT_TRUE(trade);
  std::string all;
  for (const auto& one : trade->components) all += one.kind + " " + one.id + " " + std::to_string(one.position) + " " + one.attached_to + (one.mandatory ? " mandatory" : "") + "\n";
  EXPECT_EQ(all, "dimension PARTNER 1 \ntime_dimension TIME_PERIOD 2 \nmeasure OBS_VALUE 0 \nattribute OBS_STATUS 0 observation mandatory\nattribute UNIT 0 dimensions\nattribute SOURCE 0 data_set\n");
  EXPECT_THAT(trade->groups.at(0).dimensions, ElementsAre("PARTNER"));
  EXPECT_THAT(trade->find_component("UNIT")->attachment, ElementsAre("PARTNER"));
  EXPECT_EQ(found.code_list_of(*trade->find_component("PARTNER"))->id, "CL_P");
  DataSet data_set;
  data_set.structure = "XX:TRADE(1.0)";
  EXPECT_EQ(found.data_structure_of(data_set), trade);
}

TEST(SdmxStructure, a_component_without_codes_of_its_own_has_its_concept_s) {
  const Folder folder;
  const std::string concepts = "<s:Concepts><s:ConceptScheme id=\"CS\" agencyID=\"XX\" version=\"1.0\"><c:Name>C</c:Name><s:Concept id=\"PARTNER\"><c:Name xml:lang=\"en\">Partner</c:Name><s:CoreRepresentation><s:Enumeration><Ref id=\"CL_P\" agencyID=\"XX\" version=\"1.0\"/></s:Enumeration></s:CoreRepresentation></s:Concept></s:ConceptScheme></s:Concepts>";
  std::string structure = kStructure;
  const auto from = structure.find("<s:LocalRepresentation>"), to = structure.find("</s:Dimension>");
  structure.erase(from, to - from);
  const Structures found = read_structures(folder.write("s.xml", structure_message(kCodes + concepts + structure)));
  EXPECT_EQ(found.code_list_of(*found.of_class("DataStructure")[0]->find_component("PARTNER"))->id, "CL_P");
}

TEST(SdmxStructure, hierarchies_constraints_and_flows) {
  const Folder folder;
  const Structures found = read_structures(folder.write(
      "s.xml",
      structure_message("<s:Hierarchies><s:Hierarchy id=\"H\" agencyID=\"XX\" version=\"1.0\"><c:Name>H</c:Name><s:HierarchicalCode id=\"h1\"><s:Code>urn:sdmx:org.sdmx.infomodel.codelist.Code=XX:CL_P(1.0).ASIA</s:Code><s:HierarchicalCode id=\"h2\"><s:Code>urn:sdmx:org.sdmx.infomodel.codelist.Code=XX:CL_P(1.0).KZ</s:Code>"
                        "</s:HierarchicalCode></s:HierarchicalCode></s:Hierarchy></s:Hierarchies><s:Dataflows><s:Dataflow id=\"F\" agencyID=\"XX\" version=\"2.0\"><c:Name>F</c:Name><s:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:TRADE(1.0)</s:Structure></s:Dataflow></s:Dataflows>"
                        "<s:DataConstraints><s:DataConstraint id=\"C\" agencyID=\"XX\" version=\"1.0\" role=\"Actual\"><c:Name>C</c:Name><s:ConstraintAttachment><s:Dataflow>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=XX:F(2.0)</s:Dataflow></s:ConstraintAttachment>"
                        "<s:CubeRegion include=\"true\"><s:KeyValue id=\"PARTNER\" include=\"false\"><s:Value>KZ</s:Value><s:Value>UZ</s:Value></s:KeyValue><s:KeyValue id=\"TIME_PERIOD\"><s:TimeRange><s:StartPeriod>2000</s:StartPeriod></s:TimeRange></s:KeyValue></s:CubeRegion></s:DataConstraint></s:DataConstraints>" +
                            kStructure,
                        "v3_0")));
  const Artefact* hierarchy = found.of_class("Hierarchy").at(0);
  ASSERT_EQ(hierarchy->items.size(), 2u);
  EXPECT_EQ(hierarchy->items[1].parent, "h1");
  EXPECT_EQ(hierarchy->items[1].refers_to.item, "KZ");
  const Artefact* constraint = found.of_class("DataConstraint").at(0);
  ASSERT_EQ(constraint->regions.size(), 1u);
  EXPECT_THAT(constraint->regions[0].parts[0].values, ElementsAre("KZ", "UZ"));
  EXPECT_FALSE(constraint->regions[0].parts[0].include);
  EXPECT_EQ(constraint->regions[0].parts[1].from, "2000");
  EXPECT_EQ(constraint->references.at(0).text(), "XX:F(2.0)");
  DataSet data_set;
  data_set.structure = "XX:F(2.0)", data_set.structure_class = "dataflow";
  EXPECT_EQ(found.data_structure_of(data_set), found.of_class("DataStructure").at(0));
  EXPECT_EQ(found.format, "SDMX-ML 3.0 structure");
}

TEST(SdmxStructure, json_says_the_same) {
  const Folder folder;
  const Structures found = read_structures(folder.write("s.json", R"json({"meta":{"id":"S","contentLanguages":["en"]},"data":{"codelists":[{"id":"CL_P","agencyID":"XX","version":"1.0","names":{"en":"Partners"},"codes":[{"id":"KZ","name":"Kazakhstan","parent":"ASIA"},{"id":"ASIA","name":"Asia"}]}],
   "dataStructures":[{"id":"TRADE","agencyID":"XX","version":"1.0","name":"Trade","dataStructureComponents":{"dimensionList":{"dimensions":[{"id":"PARTNER","position":0,"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=XX:CS(1.0).PARTNER","localRepresentation":{"enumeration":"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=XX:CL_P(1.0)"}}],
   "timeDimension":{"id":"TIME_PERIOD"}},"groups":[{"id":"Sib","groupDimensions":["PARTNER"]}],"attributeList":{"attributes":[{"id":"OBS_STATUS","usage":"mandatory","attributeRelationship":{"observation":{}}},{"id":"UNIT","attributeRelationship":{"dimensions":["PARTNER"]}},{"id":"SOURCE","attributeRelationship":{"dataflow":{}}}]},"measureList":{"measures":[{"id":"OBS_VALUE"}]}}}],
   "dataConstraints":[{"id":"C","agencyID":"XX","version":"1.0","role":"Allowed","constraintAttachment":{"dataflows":["urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=XX:F(2.0)"]},"cubeRegions":[{"isIncluded":true,"keyValues":[{"id":"PARTNER","values":["KZ",{"value":"UZ"}]}]}]}]}})json"));
  const Artefact* trade = found.find("DataStructure", parse_reference("XX:TRADE(1.0)"));
  ASSERT_TRUE(trade);
  std::string all;
  for (const auto& one : trade->components) all += one.kind + " " + one.id + " " + one.attached_to + (one.mandatory ? " mandatory" : "") + "\n";
  EXPECT_EQ(all, "dimension PARTNER \ntime_dimension TIME_PERIOD \nmeasure OBS_VALUE \nattribute OBS_STATUS observation mandatory\nattribute UNIT dimensions\nattribute SOURCE data_set\n");
  EXPECT_EQ(found.code_list_of(*trade->find_component("PARTNER"))->find_item("KZ")->parent, "ASIA");
  EXPECT_THAT(found.of_class("DataConstraint").at(0)->regions.at(0).parts.at(0).values, ElementsAre("KZ", "UZ"));
  EXPECT_EQ(found.of_class("DataConstraint").at(0)->references.at(0).text(), "XX:F(2.0)");
  EXPECT_THAT(found.header.content_languages, ElementsAre("en"));
}

// Codes of a hierarchy in SDMX-JSON need no id of their own.
TEST(SdmxStructure, json_hierarchies) {
  const Folder folder;
  const Structures found = read_structures(folder.write("h.json", R"json({"data":{"hierarchies":[{"id":"H","agencyID":"XX","version":"1.0","name":"h","level":{"id":"L1","name":"one"},"hierarchicalCodes":[{"code":"urn:sdmx:org.sdmx.infomodel.codelist.Code=XX:CL_P(1.0).ASIA","level":"L1",
   "hierarchicalCodes":[{"id":"own","code":"urn:sdmx:org.sdmx.infomodel.codelist.Code=XX:CL_P(1.0).KZ","hierarchicalCodes":[{"code":"urn:sdmx:org.sdmx.infomodel.codelist.Code=XX:CL_P(1.0).ALA"}]}]}]}]}})json"));
  std::vector<std::string> items;
  for (const auto& one : found.artefacts.at(0).items) items.push_back(one.kind + " " + one.parent + "/" + one.id + " " + one.refers_to.text());
  EXPECT_THAT(items, ElementsAre("Level /L1 ", "HierarchicalCode /ASIA XX:CL_P(1.0).ASIA", "HierarchicalCode ASIA/own XX:CL_P(1.0).KZ", "HierarchicalCode ASIA.own/ALA XX:CL_P(1.0).ALA"));
}

TEST(SdmxStructure, data_held_against_it) {
  const Folder folder;
  const std::vector<std::filesystem::path> structure = {folder.write("s.xml", structure_message(kCodes + kStructure))};
  const auto file = folder.write("t.xml", specific("<Series PARTNER=\"KZ\" UNIT=\"EUR\">\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n</Series><Series PARTNER=\"QQ\">\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/>\n</Series>"
                                                   "<Series PARTNER=\"KZ\" STRANGE=\"1\">\n<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"3\"/>\n</Series><Series UNIT=\"EUR\">\n<Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"4\"/></Series>"));
  const auto reader = open_sdmx_records(file, structure);
  EXPECT_THAT(std::vector(reader->columns().begin(), reader->columns().begin() + 6), ElementsAre("PARTNER", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT", "SOURCE"));
  EXPECT_THAT(problems(*open_sdmx_records(file, structure)),
              ElementsAre("", "8: PARTNER 'QQ' is no code of XX:CL_P(1.0)", "10: STRANGE is no component of XX:TRADE(1.0)", "12: no value for the dimension PARTNER"));
  // and nothing of it where no structure is at hand
  EXPECT_THAT(problems(*open_sdmx_records(file)), ElementsAre("", "", "", ""));
}

TEST(SdmxStructure, two_structures_for_one_id) {
  const Folder folder;
  std::string other = kStructure;
  other.replace(other.find("id=\"PARTNER\""), 12, "id=\"COUNTRY\"");
  const auto message = [&](const std::string& a, const std::string& b) { return structure_message(a + b); };
  EXPECT_THAT(error_of<DataError>([&] { read_structures(folder.write("s.xml", message(kStructure, other))); }), HasSubstr("s.xml, line 1: two structures for one id (DataStructure XX:TRADE(1.0))"));
  EXPECT_EQ(read_structures(folder.write("t.xml", message(kStructure, kStructure))).artefacts.size(), 1u);
  EXPECT_EQ(read_structures(folder.write("u.xml", message("<s:DataStructures><s:DataStructure id=\"TRADE\" agencyID=\"XX\" version=\"1.0\" isExternalReference=\"true\"/></s:DataStructures>", kStructure))).artefacts.at(0).components.size(), 6u);
}

TEST(SdmxStructure, one_long_table) {
  const Folder folder;
  const auto reader = open_sdmx_structure_records(folder.write("s.xml", structure_message(kCodes + kStructure)));
  std::string all;
  for (Record record; reader->next(record);) all += std::string(record.fields[4]) + " " + std::string(record.fields[5]) + " " + std::string(record.fields[12]) + " " + std::string(record.fields[14]) + "\n";
  EXPECT_EQ(all, "artefact CL_P  \nCode KZ  \nCode ASIA  \nartefact TRADE  \ndimension PARTNER XX:CL_P(1.0) \ntime_dimension TIME_PERIOD  \nmeasure OBS_VALUE  \nattribute OBS_STATUS  observation:OBS_VALUE\nattribute UNIT  dimensions:PARTNER\nattribute SOURCE  data_set\ngroup Sib  PARTNER\n");
}

TEST(SdmxStructure, references) {
  EXPECT_EQ(parse_reference("urn:sdmx:org.sdmx.infomodel.codelist.Code=XX.YY:CL(1.2.0).A.B"), (Reference{"Code", "XX.YY", "CL", "1.2.0", "A.B"}));
  EXPECT_EQ(parse_reference("XX:CL").id, "CL");
  for (const char* text : {"", "x", "urn:sdmx", "urn:sdmx:a=b", "XX:CL(1"}) EXPECT_TRUE(parse_reference(text).empty()) << text;
}

}  // namespace
}  // namespace comity::formats::sdmx
