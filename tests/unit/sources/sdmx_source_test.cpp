// A source whose files are declared as SDMX: one description of the structure in the source's folder serves many files, and load.sql sees dimensions,
// values with their multiplier, typed absence and the days of the period, whatever form the message has.
#include <gmock/gmock.h>

#include "comity/base/error.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::HasSubstr;

const char* const declared = R"(id = "toy_trade"
folder = "toy-trade"
title = "Toy trade"
publisher = "Toy office"
version = "1"
as_of = "2024"
licence = "CC0"
url = "https://example.org/"
role = "facts"
class = "statistical_office"

[[file]]
name = "flows"
path = "answers/FLOW-*"
format = "sdmx"
structure = "dsd.xml"

[[coverage]]
indicator = "goods_exports"
years = [2023, 2024]
)";

const char* const loading = R"(CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, a AS from_state, b AS to_state, a AS reporter, TRY_CAST(_period_from AS DATE) AS period_start, 12 AS period_months, number(_value) AS value, _absence AS absence,
       'money' AS unit, 'USD' AS currency, 'fob' AS valuation, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN a IS NULL OR b IS NULL THEN 'unknown code: ' || coalesce("REF_AREA", '') || ', ' || coalesce("PARTNER", '') END AS _reject
FROM (SELECT *, state_by_code('iso3', "REF_AREA", DATE '2024-01-01') AS a, state_by_code('iso3', "PARTNER", DATE '2024-01-01') AS b FROM read_sdmx('flows'));
)";

const char* const dsd = R"(<?xml version="1.0" encoding="UTF-8"?><m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:Header><m:ID>D</m:ID><m:Test>false</m:Test><m:Prepared>2026-11-26T00:00:00</m:Prepared><m:Sender id="TOY"/></m:Header><m:Structures><s:DataStructures>
<s:DataStructure id="FLOW" agencyID="TOY" version="1.0"><c:Name xml:lang="en">Flows</c:Name><s:DataStructureComponents>
<s:DimensionList id="DimensionDescriptor"><s:Dimension id="FREQ" position="1"/><s:Dimension id="REF_AREA" position="2"/><s:Dimension id="PARTNER" position="3"/><s:TimeDimension id="TIME_PERIOD" position="4"/></s:DimensionList>
<s:AttributeList id="AttributeDescriptor"><s:Attribute id="UNIT_MULT" assignmentStatus="Conditional"/><s:Attribute id="OBS_STATUS" assignmentStatus="Conditional"/><s:Attribute id="CONF_STATUS" assignmentStatus="Conditional"/></s:AttributeList>
<s:MeasureList id="MeasureDescriptor"><s:PrimaryMeasure id="OBS_VALUE"/></s:MeasureList>
</s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures></m:Structure>
)";

// One series as SDMX-ML 2.1, one as SDMX-CSV: the same columns for load.sql.
const char* const as_xml = R"(<?xml version="1.0" encoding="UTF-8"?><m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific">
<m:Header><m:ID>A</m:ID><m:Test>false</m:Test><m:Prepared>2026-11-26T00:00:00</m:Prepared><m:Sender id="TOY"/><m:Structure structureID="S1" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="TOY" id="FLOW" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet s:structureRef="S1"><Series FREQ="A" REF_AREA="DEU" PARTNER="KAZ" UNIT_MULT="6"><Obs TIME_PERIOD="2023" OBS_VALUE="3218.1"/><Obs TIME_PERIOD="2024" OBS_VALUE="NaN" CONF_STATUS="C"/></Series></m:DataSet></m:StructureSpecificData>
)";
const char* const as_csv = "DATAFLOW,FREQ,REF_AREA,PARTNER,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,CONF_STATUS\nTOY:FLOW(1.0),A,KAZ,DEU,2023,780,6,A,F\nTOY:FLOW(1.0),A,KAZ,ATL,2023,1,6,A,F\nTOY:FLOW(1.0),A,KAZ,,2024,1,6,A,F\n";

class SdmxSource : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    put("share/sources/toy_trade/source.toml", declared);
    put("share/sources/toy_trade/load.sql", loading);
    std::filesystem::remove(folder_ / "mirror/toy-trade/flows.csv");
    std::filesystem::create_directories(folder_ / "mirror/toy-trade/answers");
    put("mirror/toy-trade/dsd.xml", dsd);
    put("mirror/toy-trade/answers/FLOW-DEU.xml", as_xml);
    put("mirror/toy-trade/answers/FLOW-KAZ.csv", as_csv);
  }
};

TEST_F(SdmxSource, OneStructureServesFilesOfSeveralForms) {
  build();
  EXPECT_EQ(ask("SELECT string_agg(value::VARCHAR, ' ' ORDER BY value) FROM observation WHERE absence = 'value'"), "780000000.0 3218100000.0");
  EXPECT_EQ(ask("SELECT string_agg(absence::VARCHAR || ' ' || period_start::VARCHAR, ', ') FROM observation WHERE absence <> 'value'"), "confidential 2024-01-01");
  // Kept with the file and record they stand in; an unknown code, and a dimension without a code.
  EXPECT_EQ(ask("SELECT string_agg(f.path || ' ' || r.record, ', ' ORDER BY r.record) FROM reject r JOIN source_file f ON f.id = r.file"), "answers/FLOW-KAZ.csv 2, answers/FLOW-KAZ.csv 3");
}

// The structure is read with every file: where it changes, the source is read again.
TEST_F(SdmxSource, AChangedStructureIsNoCachedFragment) {
  build();
  EXPECT_TRUE(build().sources.at(0).was_cached);
  put("mirror/toy-trade/dsd.xml", std::string(dsd) + "\n");
  EXPECT_FALSE(build().sources.at(0).was_cached);
}

TEST_F(SdmxSource, AMissingStructureIsSaid) {
  std::filesystem::remove(folder_ / "mirror/toy-trade/dsd.xml");
  const std::string says = what_build_says();
  EXPECT_THAT(says, HasSubstr("dsd.xml"));
}

TEST_F(SdmxSource, AnotherFileInItsPlaceIsRefused) {
  put("mirror/toy-trade/answers/FLOW-DEU.xml", "<!DOCTYPE html><html><head><title>Login</title></head></html>");
  EXPECT_THAT(what_build_says(), HasSubstr("FLOW-DEU.xml"));
}

}  // namespace
}  // namespace comity::sources::test
