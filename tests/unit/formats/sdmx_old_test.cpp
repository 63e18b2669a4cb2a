// Messages of SDMX 2.0, which some publishers still send.
#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;

const std::string kMessage = " xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"";

TEST(SdmxOld, cross_sections) {
  const Folder folder;
  const auto file = folder.write("x.xml", "<CrossSectionalData" + kMessage + " xmlns:b=\"urn:sdmx:org.sdmx.infomodel.keyfamily.KeyFamily=BIS:DEBT:cross\"><Header><ID>B</ID><Sender id=\"BIS\"/><DataSetAction>Append</DataSetAction></Header>"
                                              "<b:DataSet><b:Group TIME=\"2000\" UNIT_MULT=\"5\" FREQ=\"A\"><b:Section COLLECTION=\"B\"><b:STOCKS CAT=\"A\" value=\"3.14\" OBS_STATUS=\"A\"/>\n<b:FLOWS CAT=\"A\" value=\"1.00\"/></b:Section>"
                                              "<b:Section COLLECTION=\"E\"><b:OBS_VALUE CAT=\"B\" value=\"NaN\"/></b:Section><b:FLOWS CAT=\"C\" value=\"7\"/></b:Group></b:DataSet></CrossSectionalData>");
  EXPECT_THAT(facts(file), ElementsAre("CAT=A COLLECTION=B FREQ=A MEASURE=FLOWS OBS_VALUE=1.00 TIME=2000 UNIT_MULT=5", "CAT=A COLLECTION=B FREQ=A MEASURE=STOCKS OBS_STATUS=A OBS_VALUE=3.14 TIME=2000 UNIT_MULT=5",
                                       "CAT=B COLLECTION=E FREQ=A OBS_VALUE=NaN TIME=2000 UNIT_MULT=5", "CAT=C FREQ=A MEASURE=FLOWS OBS_VALUE=7 TIME=2000 UNIT_MULT=5"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("314000", "100000", "<null>", "700000"));
  EXPECT_THAT(column(file, "_action"), ElementsAre("A", "A", "A", "A"));
  EXPECT_THAT(column(file, "_structure"), testing::Each("BIS:DEBT"));
}

TEST(SdmxOld, utility_data) {
  const Folder folder;
  const auto file = folder.write("u.xml", "<UtilityData" + kMessage + " xmlns:b=\"urn:b\"><Header/><b:DataSet><b:SiblingGroup UNIT_MULT=\"5\"><b:Series COLLECTION=\"B\"><b:Key><b:FREQ>M</b:FREQ><b:CTY> MX </b:CTY></b:Key>"
                                              "<b:Obs OBS_STATUS=\"A\"><b:TIME_PERIOD>2000-01</b:TIME_PERIOD><b:OBS_VALUE>3.14</b:OBS_VALUE></b:Obs></b:Series></b:SiblingGroup>"
                                              "<b:SiblingGroup UNIT_MULT=\"0\"><b:Series><b:Key><b:FREQ>M</b:FREQ><b:CTY>DE</b:CTY></b:Key><b:Obs><b:TIME_PERIOD>2000-01</b:TIME_PERIOD><b:OBS_VALUE>2</b:OBS_VALUE></b:Obs></b:Series></b:SiblingGroup></b:DataSet></UtilityData>");
  EXPECT_THAT(facts(file), ElementsAre("COLLECTION=B CTY=MX FREQ=M OBS_STATUS=A OBS_VALUE=3.14 TIME_PERIOD=2000-01 UNIT_MULT=5", "CTY=DE FREQ=M OBS_VALUE=2 TIME_PERIOD=2000-01 UNIT_MULT=0"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("314000", "2"));
}

TEST(SdmxOld, message_groups_and_soap) {
  const Folder folder;
  const auto compact = folder.write("c.xml", "<MessageGroup" + kMessage + "><Header><ID>1</ID></Header><DataSet action=\"Replace\"><Group P=\"SE\" TITLE=\"T\"/><Series P=\"SE\"><Obs TIME_PERIOD=\"2005-03\" OBS_VALUE=\"0.26\"/></Series></DataSet></MessageGroup>");
  EXPECT_THAT(facts(compact), ElementsAre("OBS_VALUE=0.26 P=SE TIME_PERIOD=2005-03 TITLE=T"));
  const auto generic = folder.write("g.xml", "<MessageGroup" + kMessage + " xmlns:g=\"urn:g\"><Header/><g:DataSet><g:KeyFamilyRef>KF</g:KeyFamilyRef><g:Group type=\"Sib\"><g:GroupKey><g:Value concept=\"P\" value=\"MX\"/></g:GroupKey><g:Attributes><g:Value concept=\"TITLE\" value=\"T\"/></g:Attributes>"
                                                 "<g:Series><g:SeriesKey><g:Value concept=\"P\" value=\"MX\"/></g:SeriesKey><g:Obs><g:Time>2000-01</g:Time><g:ObsValue value=\"3\"/></g:Obs></g:Series></g:Group></g:DataSet></MessageGroup>");
  EXPECT_THAT(facts(generic), ElementsAre("OBS_VALUE=3 P=MX TIME_PERIOD=2000-01 TITLE=T"));
  EXPECT_THAT(column(generic, "_structure"), ElementsAre("KF"));
  const auto soap = folder.write("s.xml", "<soap:Envelope xmlns:soap=\"urn:s\"><soap:Body><GetCompactDataResponse><GetCompactDataResult><m:CompactData xmlns:m=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"><m:Header/><o:DataSet xmlns:o=\"urn:o\" keyFamilyURI=\"x\">"
                                              "<o:Series P=\"A\"><o:Obs TIME=\"1990\" OBS_VALUE=\"1\"/></o:Series><o:Series P=\"B\"/><o:Annotations/></o:DataSet></m:CompactData></GetCompactDataResult></GetCompactDataResponse></soap:Body></soap:Envelope>");
  EXPECT_THAT(facts(soap), ElementsAre("OBS_VALUE=1 P=A TIME=1990"));
}

// Key families become data structures: components by their concepts, levels of attachment, a group, a code list by attributes.
const std::string kStructures =
    "<m:Structure xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/structure\" xmlns:m=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"><m:Header><m:ID>x</m:ID></m:Header>"
    "<m:CodeLists><CodeList id=\"CL_CTY\" agencyID=\"BIS\"><Name xml:lang=\"en\">Country</Name><Code value=\"MX\"><Description xml:lang=\"en\">Mexico</Description><Description xml:lang=\"fr\">Mexique</Description></Code>"
    "<Code value=\"MX1\" parentCode=\"MX\"><Description>Part</Description></Code></CodeList></m:CodeLists>"
    "<m:Concepts><ConceptScheme id=\"CS\" agencyID=\"BIS\"><Name>c</Name><Concept id=\"FREQ\"><Name>Frequency</Name></Concept></ConceptScheme></m:Concepts>"
    "<m:KeyFamilies><KeyFamily id=\"DEBT\" agencyID=\"BIS\" version=\"1.0\"><Name>Debt</Name><Components><Dimension conceptRef=\"FREQ\" conceptSchemeRef=\"CS\" conceptSchemeAgency=\"BIS\"/><Dimension conceptRef=\"CTY\" codelist=\"CL_CTY\"/>"
    "<Dimension conceptRef=\"JD_TYPE\" isMeasureDimension=\"true\"/><TimeDimension conceptRef=\"TIME\"/><Group id=\"Sibling\"><DimensionRef>CTY</DimensionRef></Group><PrimaryMeasure conceptRef=\"OBS_VALUE\"/>"
    "<CrossSectionalMeasure conceptRef=\"STOCKS\" measureDimension=\"JD_TYPE\" code=\"P\"/><Attribute conceptRef=\"UNIT_MULT\" attachmentLevel=\"Group\" assignmentStatus=\"Mandatory\"><AttachmentGroup>Sibling</AttachmentGroup></Attribute>"
    "<Attribute conceptRef=\"OBS_STATUS\" attachmentLevel=\"Observation\"/><Attribute conceptRef=\"COLLECTION\" attachmentLevel=\"Series\"/><Attribute conceptRef=\"NOTE\" attachmentLevel=\"DataSet\"/></Components></KeyFamily></m:KeyFamilies>"
    "<m:Dataflows><Dataflow id=\"F\" agencyID=\"BIS\"><Name>f</Name><KeyFamilyRef><KeyFamilyID>DEBT</KeyFamilyID><KeyFamilyAgencyID>BIS</KeyFamilyAgencyID></KeyFamilyRef></Dataflow></m:Dataflows></m:Structure>";

TEST(SdmxOld, structures) {
  const Folder folder;
  const Structures structures = read_structures(folder.write("s.xml", kStructures));
  EXPECT_EQ(structures.format, "SDMX-ML 2.0 structure");
  const Artefact* list = structures.find("Codelist", {"", "BIS", "CL_CTY", "", ""});
  ASSERT_TRUE(list);
  ASSERT_TRUE(list->find_item("MX"));
  EXPECT_EQ(list->find_item("MX")->name.notation(), "en:Mexico;fr:Mexique");
  EXPECT_EQ(list->find_item("MX1")->parent, "MX");
  const Artefact* family = structures.find("DataStructure", {"", "BIS", "DEBT", "", ""});
  ASSERT_TRUE(family);
  std::vector<std::string> components;
  for (const auto& one : family->components) components.push_back(one.kind + " " + one.id + " " + one.attached_to);
  EXPECT_THAT(components, ElementsAre("dimension FREQ ", "dimension CTY ", "measure_dimension JD_TYPE ", "time_dimension TIME ", "measure OBS_VALUE ", "cross_measure STOCKS ", "attribute UNIT_MULT group", "attribute OBS_STATUS observation",
                                      "attribute COLLECTION dimensions", "attribute NOTE data_set"));
  EXPECT_EQ(structures.code_list_of(*family->find_component("CTY")), list);
  EXPECT_THAT(family->groups[0].dimensions, ElementsAre("CTY"));
  DataSet through_flow;
  through_flow.structure = "BIS:F(1.0)", through_flow.structure_class = "dataflow";
  EXPECT_EQ(structures.data_structure_of(through_flow), family);
}

// Codes of hierarchies name their list by an alias.
TEST(SdmxOld, hierarchies) {
  const Folder folder;
  const Structures structures = read_structures(folder.write(
      "h.xml",
      "<m:Structure xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/structure\" xmlns:m=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"><m:Header><m:ID>S</m:ID></m:Header><m:HierarchicalCodelists>"
      "<HierarchicalCodelist id=\"HCL\" agencyID=\"XX\" version=\"1.0\"><Name>h</Name><CodelistRef><AgencyID>XX</AgencyID><CodelistID>CL_A</CodelistID><Version>1.1</Version><Alias>a</Alias></CodelistRef>"
      "<CodelistRef><AgencyID>YY</AgencyID><CodelistID>CL_B</CodelistID><Alias>b</Alias></CodelistRef><Hierarchy id=\"H1\"><Name>h1</Name><CodeRef><CodelistAliasRef>a</CodelistAliasRef><CodeID>T</CodeID>"
      "<CodeRef><CodelistAliasRef>b</CodelistAliasRef><CodeID>X</CodeID><LevelRef>L2</LevelRef></CodeRef><LevelRef>L1</LevelRef></CodeRef><Level id=\"L1\"><Name>one</Name></Level></Hierarchy></HierarchicalCodelist></m:HierarchicalCodelists></m:Structure>"));
  ASSERT_EQ(structures.artefacts.size(), 1u);
  std::vector<std::string> items;
  for (const auto& one : structures.artefacts[0].items) items.push_back(one.kind + " " + one.parent + "/" + one.id + " " + one.refers_to.text());
  EXPECT_THAT(items, ElementsAre("Hierarchy /H1 ", "HierarchicalCode H1/T XX:CL_A(1.1).T", "HierarchicalCode H1.T/X YY:CL_B(1.0).X", "Level H1/L1 "));
}

TEST(SdmxOld, cross_sections_held_against_their_structure) {
  const Folder folder;
  const auto structure = folder.write("s.xml", kStructures);
  const auto file = folder.write("x.xml", "<CrossSectionalData" + kMessage + " xmlns:b=\"urn:sdmx:org.sdmx.infomodel.keyfamily.KeyFamily=BIS:DEBT:cross\"><Header/><b:DataSet><b:Group TIME=\"2000\" FREQ=\"A\"><b:Section>"
                                              "<b:STOCKS CTY=\"MX\" value=\"3\"/><b:STOCKS CTY=\"XX\" value=\"4\"/></b:Section></b:Group></b:DataSet></CrossSectionalData>");
  EXPECT_THAT(facts(*open_sdmx_records(file, {structure}, Limits{})), ElementsAre("CTY=MX FREQ=A JD_TYPE=P OBS_VALUE=3 TIME=2000", "CTY=XX FREQ=A JD_TYPE=P OBS_VALUE=4 TIME=2000 ! CTY 'XX' is no code of BIS:CL_CTY(1.0)"));
}

}  // namespace
}  // namespace comity::formats::sdmx
