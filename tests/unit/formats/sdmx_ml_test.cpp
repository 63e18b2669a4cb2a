#include <gmock/gmock.h>

#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kGroup = "<Group xsi:type=\"n:Sib\" PARTNER=\"KZ\" TITLE=\"Trade with KZ\"/>\n";

TEST(SdmxMl, structure_specific_series) {
  const Folder folder;
  const auto file = folder.write("t.xml", specific("<Series FREQ=\"A\" PARTNER=\"KZ\" UNIT_MULT=\"6\">\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1.50\" OBS_STATUS=\"A\"/>\n"
                                                   "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"NaN\" OBS_STATUS=\"Q\"/>\n</Series>\n<Series FREQ=\"A\" PARTNER=\"UZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"0\" OBS_STATUS=\"N\"/></Series>"));
  EXPECT_THAT(facts(file), ElementsAre("FREQ=A OBS_STATUS=A OBS_VALUE=1.50 PARTNER=KZ TIME_PERIOD=2020 UNIT_MULT=6", "FREQ=A OBS_STATUS=N OBS_VALUE=0 PARTNER=UZ TIME_PERIOD=2020",
                                       "FREQ=A OBS_STATUS=Q OBS_VALUE=NaN PARTNER=KZ TIME_PERIOD=2021 UNIT_MULT=6"));
  EXPECT_THAT(column(file, "_value"), ElementsAre("1500000", "<null>", "<null>"));
  EXPECT_THAT(column(file, "_absence"), ElementsAre("value", "confidential", "below_unit"));
  EXPECT_THAT(column(file, "_structure"), Each("XX:TRADE(1.0)"));
  EXPECT_THAT(column(file, "_series"), ElementsAre("1", "1", "2"));
  EXPECT_THAT(column(file, "_period_to"), ElementsAre("2020-12-31", "2021-12-31", "2020-12-31"));
  const auto reader = open_data(file);
  ASSERT_TRUE(reader->next());
  EXPECT_EQ(reader->format(), "SDMX-ML 2.1 structure-specific data");
  EXPECT_EQ(reader->header().sender_name.best(), "An office");
  EXPECT_EQ(reader->header().prepared, "2024-05-01T10:00:00");
  EXPECT_THAT(std::vector(reader->batch().lines.begin(), reader->batch().lines.begin() + 3), ElementsAre(6, 7, 9));
}

TEST(SdmxMl, generic_series_flat_and_cross_section_say_the_same) {
  const Folder folder;
  const std::string key = "<g:Value id=\"FREQ\" value=\"A\"/><g:Value id=\"PARTNER\" value=\"KZ\"/>", status = "<g:Attributes><g:Value id=\"OBS_STATUS\" value=\"A\"/></g:Attributes>";
  const auto series = folder.write("series.xml", generic("<g:Series><g:SeriesKey>" + key + "</g:SeriesKey><g:Attributes><g:Value id=\"UNIT_MULT\" value=\"3\"/></g:Attributes><g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"7\"/>" + status + "</g:Obs></g:Series>"));
  const auto flat = folder.write("flat.xml", generic("<g:Obs><g:ObsKey>" + key + "<g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:ObsKey><g:ObsValue value=\"7\"/><g:Attributes><g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"UNIT_MULT\" value=\"3\"/></g:Attributes></g:Obs>", "AllDimensions"));
  const auto cross = folder.write("cross.xml", generic("<g:Series><g:SeriesKey><g:Value id=\"FREQ\" value=\"A\"/><g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:SeriesKey><g:Obs><g:ObsDimension id=\"PARTNER\" value=\"KZ\"/><g:ObsValue value=\"7\"/><g:Attributes><g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"UNIT_MULT\" value=\"3\"/></g:Attributes></g:Obs></g:Series>", "PARTNER"));
  EXPECT_THAT(facts(series), ElementsAre("FREQ=A OBS_STATUS=A OBS_VALUE=7 PARTNER=KZ TIME_PERIOD=2020 UNIT_MULT=3"));
  EXPECT_EQ(facts(flat), facts(series));
  EXPECT_EQ(facts(cross), facts(series));
  EXPECT_THAT(column(flat, "_value"), ElementsAre("7000"));
  EXPECT_THAT(column(flat, "_series"), ElementsAre("<null>"));
}

TEST(SdmxMl, attributes_of_data_set_group_series_and_observation) {
  const Folder folder;
  const auto file = folder.write("t.xml", specific(kGroup + "<Series PARTNER=\"KZ\" DECIMALS=\"1\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"2\" DECIMALS=\"3\" TITLE=\"Own\"/></Series>"
                                                                "<Series PARTNER=\"UZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"3\"/></Series>",
                                                   "TIME_PERIOD", " SOURCE=\"S\" s:dataScope=\"DataStructure\" s:action=\"Replace\""));
  EXPECT_THAT(facts(file), ElementsAre("DECIMALS=1 OBS_VALUE=1 PARTNER=KZ SOURCE=S TIME_PERIOD=2020 TITLE=Trade with KZ", "DECIMALS=3 OBS_VALUE=2 PARTNER=KZ SOURCE=S TIME_PERIOD=2021 TITLE=Own",
                                       "OBS_VALUE=3 PARTNER=UZ SOURCE=S TIME_PERIOD=2020"));
  EXPECT_THAT(column(file, "_action"), Each("R"));
  const auto reader = open_data(file);
  while (reader->next()) {}
  const Counts& counts = reader->counts();
  EXPECT_EQ(counts.data_set_attributes, 1u);
  EXPECT_EQ(counts.group_attributes, 1u);
  EXPECT_EQ(counts.series_attributes, 1u);
  EXPECT_EQ(counts.observation_attributes, 2u);
}

TEST(SdmxMl, groups_behind_their_series_are_found_as_well) {
  const Folder folder;
  const auto file = folder.write("t.xml", specific("<Series PARTNER=\"KZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>" + kGroup));
  EXPECT_THAT(facts(file), ElementsAre("OBS_VALUE=1 PARTNER=KZ TIME_PERIOD=2020 TITLE=Trade with KZ"));
  const auto once = open_data(file);
  while (once->next()) {}
  EXPECT_EQ(once->counts().late_groups, 1u);
}

TEST(SdmxMl, any_prefixes_in_any_order) {
  const Folder folder;
  std::string text = specific(kGroup + "<Series PARTNER=\"KZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>");
  const auto plain = facts(folder.write("a.xml", text));
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"<m:", "<"}, {"</m:", "</"}, {"xmlns:m=", "xmlns="}, {" s:", " data:"}, {"xmlns:s=", "xmlns:data="}, {"<c:", "<x1:"}, {"</c:", "</x1:"}, {"xmlns:c=", "xmlns:x1="}}) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  }
  ASSERT_THAT(text, HasSubstr("<StructureSpecificData xmlns=\"http"));
  const auto other = folder.write("b.xml", text);
  EXPECT_EQ(facts(other), plain);
  EXPECT_THAT(column(other, "_structure"), Each("XX:TRADE(1.0)"));
}

TEST(SdmxMl, structures_of_headers) {
  const Folder folder;
  const auto structure = [&](const std::string& inside) {
    std::string text = specific("<Obs P=\"KZ\" OBS_VALUE=\"1\"/>", "AllDimensions");
    const std::string old = "<c:Structure><Ref agencyID=\"XX\" id=\"TRADE\" version=\"1.0\"/></c:Structure>";
    text.replace(text.find(old), old.size(), inside);
    return column(folder.write("t.xml", text), "_structure")[0];
  };
  EXPECT_EQ(structure("<c:StructureUsage><Ref agencyID=\"XX\" id=\"FLOW\" version=\"2.1\"/></c:StructureUsage>"), "XX:FLOW(2.1)");
  EXPECT_EQ(structure("<c:Structure><URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX.YY:D(1.0)</URN></c:Structure>"), "XX.YY:D(1.0)");
  EXPECT_EQ(structure("<c:ProvisionAgreement>urn:sdmx:org.sdmx.infomodel.registry.ProvisionAgreement=XX:P(3.0.1)</c:ProvisionAgreement>"), "XX:P(3.0.1)");
  EXPECT_EQ(structure("<c:Structure><Ref agencyID=\"XX\" id=\"NOVERSION\"/></c:Structure>"), "XX:NOVERSION");
}

TEST(SdmxMl, version_3_0) {
  const Folder folder;
  std::string text = specific("<Atts PARTNER=\"KZ\" TITLE=\"All of KZ\"/><Series PARTNER=\"KZ\"><Comp id=\"AGENCY\"><Value>4F0</Value><Value>4D0</Value></Comp><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\">"
                              "<Comp id=\"NOTE\"><Value><c:Text xml:lang=\"en\">one &amp; only</c:Text><c:Text xml:lang=\"fr\">seul</c:Text></Value></Comp></Obs></Series>");
  for (auto at = text.find("v2_1"); at != std::string::npos; at = text.find("v2_1")) text.replace(at, 4, "v3_0");
  const auto file = folder.write("t.xml", text);
  EXPECT_THAT(facts(file), ElementsAre("AGENCY=4F0;4D0 NOTE=en:one & only;fr:seul OBS_VALUE=1 PARTNER=KZ TIME_PERIOD=2020 TITLE=All of KZ"));
  const auto reader = open_data(file);
  while (reader->next()) {}
  EXPECT_EQ(reader->format(), "SDMX-ML 3.0 structure-specific data");
  for (const auto& one : reader->components()) {
    EXPECT_EQ(one.multiple, one.id == "AGENCY") << one.id;
    EXPECT_EQ(one.multilingual, one.id == "NOTE") << one.id;
  }
}

TEST(SdmxMl, messages_of_2_0_that_are_still_about) {
  const Folder folder;
  const std::string head = "<?xml version=\"1.0\"?>\n<CompactData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\" xmlns:ns=\"urn:sdmx:x\"><Header><ID>A</ID></Header>";
  const auto compact = folder.write("c.xml", head + "<ns:DataSet><ns:SiblingGroup PARTNER=\"KZ\" TITLE=\"T\"/><ns:Series PARTNER=\"KZ\"><ns:Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></ns:Series></ns:DataSet></CompactData>");
  EXPECT_THAT(facts(compact), ElementsAre("OBS_VALUE=1 PARTNER=KZ TIME_PERIOD=2020 TITLE=T"));
  const auto old = folder.write("g.xml", "<GenericData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\" xmlns:g=\"urn:g\"><Header/><DataSet><g:KeyFamilyRef>KF</g:KeyFamilyRef><g:Series><g:SeriesKey><g:Value concept=\"PARTNER\" value=\"KZ\"/>"
                                          "</g:SeriesKey><g:Obs><g:Time>2020</g:Time><g:ObsValue value=\"1\"/></g:Obs></g:Series></DataSet></GenericData>");
  EXPECT_THAT(facts(old), ElementsAre("OBS_VALUE=1 PARTNER=KZ TIME_PERIOD=2020"));
}

// Long enough for many pieces and batches: a piece ends inside observations, series and texts.
TEST(SdmxMl, rows_do_not_care_where_pieces_end) {
  const Folder folder;
  std::string inside;
  const std::size_t count = 30000;
  const std::string filling(180, 'x');  // so much that a dictionary begins anew on the way
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 100 == 0) inside += std::string(i ? "</g:Series>\n" : "") + "<g:Series><g:SeriesKey><g:Value id=\"P\" value=\"P" + std::to_string(i / 100) + "\"/></g:SeriesKey>\n";
    inside += "<g:Obs><g:ObsDimension value=\"" + std::to_string(1900 + i % 100) + "\"/><g:ObsValue value=\"" + std::to_string(i) + "\"/><g:Attributes><g:Value id=\"NOTE\" value=\"n" + std::to_string(i) + filling + "\"/></g:Attributes></g:Obs>\n";
  }
  const auto file = folder.write("t.xml", generic(inside + "</g:Series>"));
  const auto reader = open_sdmx_records(file);
  ASSERT_THAT(std::vector(reader->columns().begin(), reader->columns().begin() + 4), ElementsAre("P", "TIME_PERIOD", "OBS_VALUE", "NOTE"));
  std::uint64_t i = 0;
  for (Record record; reader->next(record); ++i) {
    ASSERT_EQ(record.fields[0], "P" + std::to_string(i / 100));
    ASSERT_EQ(record.fields[1], std::to_string(1900 + i % 100));
    ASSERT_EQ(record.fields[2], std::to_string(i));
    ASSERT_EQ(record.fields[3], "n" + std::to_string(i) + filling);
    ASSERT_EQ(record.line, 6 + i + 2 * (i / 100));
    ASSERT_TRUE(record.problem.empty());
  }
  EXPECT_EQ(i, count);
  const Table table = read_table(file);
  ASSERT_EQ(table.rows(), count);
  for (std::size_t row = 0; row < count; ++row) {
    ASSERT_EQ(table.values[row], double(row));
    ASSERT_EQ(table.find("NOTE")->dictionary.text(table.find("NOTE")->codes[row]), "n" + std::to_string(row) + filling);
  }
  EXPECT_EQ(table.find("P")->codes.width(), 2);
  EXPECT_EQ(table.find("TIME_PERIOD")->codes.width(), 1);
}

TEST(SdmxMl, packed_messages) {
  const Folder folder;
  const std::string text = specific("<Obs P=\"KZ\" OBS_VALUE=\"1\"/>", "AllDimensions");
  const auto plain = facts(folder.write("a.xml", text));
  EXPECT_EQ(facts(folder.write("a.xml.gz", formats::test::compress(text, "gzip"))), plain);
  EXPECT_EQ(facts(folder.write("a.zip", formats::test::make_zip({{"x.xml", text}}))), plain);
  EXPECT_EQ(facts(folder.write("b.zip", formats::test::make_zip({{"x.xml", text}, {"readme.txt", "r"}})).string() + "!x.xml"), plain);
}

TEST(SdmxMl, declared_encodings) {
  const Folder folder;
  std::string text = specific("<Obs P=\"C\xf4te\" OBS_VALUE=\"1\"/>", "AllDimensions");
  text.replace(text.find("UTF-8"), 5, "windows-1252");
  EXPECT_THAT(facts(folder.write("a.xml", text)), ElementsAre("OBS_VALUE=1 P=Côte"));
}

TEST(SdmxMl, the_reporting_year) {
  const Folder folder;
  const auto file = folder.write("t.xml", specific("<Series P=\"KZ\"><Obs TIME_PERIOD=\"2010-Q1\" OBS_VALUE=\"1\"/></Series>", "TIME_PERIOD", " REPORTING_YEAR_START_DAY=\"--07-01\""));
  EXPECT_THAT(column(file, "_period_from"), ElementsAre("2010-07-01"));
}

TEST(SdmxMl, footers_and_partial_answers) {
  const Folder folder;
  const std::string footer = "<f:Footer xmlns:f=\"urn:f\"><f:Message code=\"510\" severity=\"Warning\"><c:Text xml:lang=\"en\">Too large, cut off</c:Text></f:Message></f:Footer>";
  std::string text = specific("<Obs P=\"KZ\" OBS_VALUE=\"1\"/>", "AllDimensions");
  text.insert(text.find("</m:StructureSpecificData>"), footer);
  EXPECT_THAT(facts(folder.write("a.xml", text)), ElementsAre(" ! the publisher says that this is not all: 510 Warning: Too large, cut off", "OBS_VALUE=1 P=KZ"));
  std::string error = "<m:Error xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\" xmlns:c=\"urn:c\"><m:ErrorMessage code=\"100\"><c:Text>No Results Found</c:Text></m:ErrorMessage></m:Error>";
  EXPECT_THAT(error_of<DataError>([&] { facts(folder.write("e.xml", error)); }), HasSubstr("e.xml, line 1: no data, but a message of the publisher: 100 Error: No Results Found"));
}

}  // namespace
}  // namespace comity::formats::sdmx
