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

}  // namespace
}  // namespace comity::formats::sdmx
