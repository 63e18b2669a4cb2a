#include <gmock/gmock.h>

#include "comity/base/bytes.hpp"
#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::HasSubstr;

std::filesystem::path converted(const Folder& folder, const std::filesystem::path& file, const std::string& form) {
  std::string bytes;
  convert(file, form, [&](std::string_view piece) { bytes += piece; });
  return folder.write("out." + form, bytes);
}

const std::string kMessage = specific("<Group xsi:type=\"n:Sib\" PARTNER=\"KZ\" TITLE=\"a &lt;&amp;&quot;, b&#10;c\"/><Series PARTNER=\"KZ\" DECIMALS=\"1\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1.50\" OBS_STATUS=\"A\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"NaN\"/></Series>"
                                      "<Series PARTNER=\"UZ\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"3\"/></Series>",
                                      "TIME_PERIOD", " s:action=\"Replace\"");

TEST(SdmxWrite, what_was_read_comes_out_again) {
  const Folder folder;
  const auto file = folder.write("t.xml", kMessage);
  for (const char* form : {"csv", "xml", "xml3"}) {
    SCOPED_TRACE(form);
    const auto out = converted(folder, file, form);
    EXPECT_EQ(facts(out), facts(file));
    for (const char* name : {"_structure", "_action", "_value", "_absence"}) EXPECT_EQ(column(out, name), column(file, name)) << name;
    EXPECT_EQ(read_file(converted(folder, out, form)), read_file(out)) << "a second time, the same bytes";
  }
}

TEST(SdmxWrite, csv_as_the_standard_has_it) {
  const Folder folder;
  EXPECT_EQ(read_file(converted(folder, folder.write("t.xml", kMessage), "csv")),
            "STRUCTURE,STRUCTURE_ID,ACTION,PARTNER,TIME_PERIOD,OBS_VALUE,TITLE,DECIMALS,OBS_STATUS\n"
            "datastructure,XX:TRADE(1.0),R,KZ,2020,1.50,\"a <&\"\", b\nc\",1,A\ndatastructure,XX:TRADE(1.0),R,KZ,2021,NaN,\"a <&\"\", b\nc\",1,\ndatastructure,XX:TRADE(1.0),R,UZ,2020,3,,,\n");
}

TEST(SdmxWrite, xml_puts_on_a_series_what_its_observations_share) {
  const Folder folder;
  const std::string text = read_file(converted(folder, folder.write("t.xml", kMessage), "xml"));
  EXPECT_THAT(text, HasSubstr("<Series PARTNER=\"KZ\" TITLE=\"a &lt;&amp;&quot;, b&#10;c\" DECIMALS=\"1\">\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1.50\" OBS_STATUS=\"A\"/>\n<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"NaN\"/>\n</Series>"));
  EXPECT_THAT(text, HasSubstr("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:TRADE(1.0)"));
}

TEST(SdmxWrite, several_values_and_languages) {
  const Folder folder;
  std::string text = specific("<Series PARTNER=\"KZ\"><Comp id=\"AGENCY\"><Value>4F0</Value><Value>4;D0</Value></Comp><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"><Comp id=\"NOTE\"><Value><c:Text xml:lang=\"en\">one</c:Text><c:Text xml:lang=\"fr\">un</c:Text></Value></Comp></Obs></Series>");
  for (auto at = text.find("v2_1"); at != std::string::npos; at = text.find("v2_1")) text.replace(at, 4, "v3_0");
  const auto file = folder.write("t.xml", text);
  for (const char* form : {"csv", "xml3"}) EXPECT_EQ(facts(converted(folder, file, form)), facts(file)) << form;
  EXPECT_THAT(read_file(folder.path("out.csv")), HasSubstr("STRUCTURE[;],STRUCTURE_ID,ACTION,PARTNER,TIME_PERIOD,OBS_VALUE,AGENCY[],NOTE[en]\n"));
}

// Without what is wrong with them: a message of the publisher in place of data is no fact.
std::vector<std::string> plain_facts(const std::filesystem::path& file) {
  std::vector<std::string> out;
  for (const auto& one : facts(file)) {
    if (const auto fact = one.substr(0, one.find(" ! ")); !fact.empty()) out.push_back(fact);
  }
  return out;
}

TEST(SdmxWrite, every_specimen_in_every_form) {
  SKIP_WITHOUT_SPECIMENS(specimens);
  const Folder folder;
  std::size_t messages = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(specimens)) {
    if (!entry.is_regular_file()) continue;
    std::vector<std::string> expected;
    try {
      expected = plain_facts(entry.path());
    } catch (const DataError&) {
      continue;  // no data message
    }
    ++messages;
    for (const char* form : {"csv", "xml", "xml3"}) EXPECT_EQ(plain_facts(converted(folder, entry.path(), form)), expected) << entry.path() << " " << form;
  }
  EXPECT_GE(messages, 45u);
}

TEST(SdmxWrite, refusals) {
  const Folder folder;
  const auto file = folder.write("t.xml", kMessage);
  EXPECT_THAT(error_of<UsageError>([&] { converted(folder, file, "json"); }), HasSubstr("'json' is no form that is written"));
  const auto odd = folder.write("t.csv", "DATAFLOW,LAST UPDATE,P,TIME_PERIOD,OBS_VALUE\nXX:F(1.0),now,KZ,2020,1\n");
  EXPECT_THAT(error_of<UsageError>([&] { converted(folder, odd, "xml"); }), HasSubstr("'LAST UPDATE' cannot be the name of an XML attribute"));
}

}  // namespace
}  // namespace comity::formats::sdmx
