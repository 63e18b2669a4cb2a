#include "comity/formats/xml.hpp"

#include <gmock/gmock.h>

#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

std::vector<Row> read(std::string_view text, const std::string& element, const std::vector<std::string>& columns, const Limits& limits = {}) {
  const Folder folder;
  return read_all(*open_xml_records(folder.write("t.xml", text), element, columns, limits));
}

TEST(Xml, reads_elements_and_attributes) {
  const auto rows = read(
      "<?xml version=\"1.0\"?>\n<x:list xmlns:x=\"urn:x\">\n <x:c iso=\"CIV\"><name>\n  C&#xF4;te <b>d'Ivoire</b> </name><code s=\"a\">1</code><code s=\"b\">2</code></x:c>\n <c><name/></c></x:list>",
      "c", {"iso=@iso", "name", "code", "code/@s", "."});
  EXPECT_EQ(joined(rows), "CIV|Côte d'Ivoire|1\n2|a\nb|Côte d'Ivoire 12\n<null>||<null>|<null>|");
  EXPECT_EQ(rows[0].line, 3u);
  EXPECT_EQ(rows[1].number, 2u);
}

// A table's row whose cells are elements of one name: which cell is empty must not be lost.
TEST(Xml, an_occurrence_without_text_keeps_its_place) {
  EXPECT_EQ(joined(read("<a><r><e>x</e><e/><e> y </e></r><r><e></e><e>z</e></r><r><e>w</e><e> </e></r></a>", "r", {"e"})), "x\n\ny\n\nz\nw\n");
}

TEST(Xml, records_by_path_and_attributes_around_them) {
  EXPECT_EQ(joined(read("<Envelope><Cube><Cube time=\"2024-01-02\"><Cube currency=\"USD\" rate=\"1.09\"/><Cube currency=\"JPY\" rate=\"155\"/></Cube></Cube></Envelope>", "Cube/Cube/Cube",
                        {"day=../@time", "@currency", "@rate", "../../@none"})),
            "2024-01-02|USD|1.09|<null>\n2024-01-02|JPY|155|<null>");
}

TEST(Xml, an_element_of_the_same_name_inside_a_record_is_part_of_it) { EXPECT_EQ(joined(read("<a><r><r>x</r></r></a>", "r", {"r"})), "x"); }

TEST(Xml, declared_encodings) { EXPECT_EQ(joined(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><r>C\xf4te</r></a>", "r", {"."})), "Côte"); }

TEST(Xml, members_of_an_archive) {
  const Folder folder;
  const auto zip = folder.write("t.zip", make_zip({{"b.xml", "<a><r>2</r></a>"}, {"a.xml", "<a><r>1</r></a>"}}));
  EXPECT_EQ(joined(read_all(*open_xml_records(zip.string() + "!*.xml", "r", {"!", "."}))), "a.xml|1\nb.xml|2");
}

TEST(Xml, refuses_what_could_hurt) {
  const auto error = [](std::string_view text, const Limits& limits = {}) { return error_of<DataError>([&] { read(text, "r", {"."}, limits); }); };
  EXPECT_THAT(error("<!DOCTYPE l [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;\">]><a><r>&b;</r></a>"), HasSubstr("t.xml, line 1: declares the entity 'a'"));
  EXPECT_THAT(error("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><r>&x;</r></a>"), HasSubstr("entities are refused"));
  EXPECT_THAT(error("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a><r/></a>"), HasSubstr("external document type"));
  Limits limits;
  limits.record_bytes = 100;
  EXPECT_THAT(error("<a><r>" + std::string(200, 'x') + "</r></a>", limits), HasSubstr("a record longer than 100 bytes"));
}

TEST(Xml, errors_say_what_and_what_to_do) {
  const auto error = [](std::string_view text) { return error_of<DataError>([&] { read(text, "r", {"."}); }); };
  EXPECT_THAT(error("<a>\n<r>x</r>\n<r>"), HasSubstr("t.xml, line 3: no well-formed XML"));
  EXPECT_THAT(error("<html><body>no</body></html>"), HasSubstr("a web page (HTML)"));
  EXPECT_THAT(error(""), HasSubstr("t.xml: the file is empty"));
  EXPECT_THAT(error_of<UsageError>([] { read("<a/>", "r", {"a//b"}); }), HasSubstr("'a//b' is no path"));
  EXPECT_THAT(error_of<UsageError>([] { read("<a/>", "r", {"../a"}); }), HasSubstr("looks outside its record"));
}

TEST(Xml, real_iati_activities) {
  SKIP_WITHOUT_DATA(file, "aiddata/iati-xml/iati_1.04_HondurasAIMS_GeocodedResearchRelease.xml");
  const auto rows = read_all(*open_xml_records(file, "iati-activity", {"iati-identifier", "title", "recipient-country/@code"}));
  ASSERT_GT(rows.size(), 0u);
  for (const auto& row : rows) ASSERT_NE(row.fields[0], "<null>");
}

}  // namespace
}  // namespace comity::formats
