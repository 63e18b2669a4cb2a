#include "comity/sources/sdmx_question.hpp"

#include <gmock/gmock.h>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::HasSubstr;

std::string code(const char* id, const char* name) { return fmt::format(R"(<str:Code id="{}"><com:Name xml:lang="en">{}</com:Name></str:Code>)", id, name); }
std::string list(const char* id, const std::string& codes) {
  return fmt::format(R"(<str:Codelist id="{}" agencyID="TOY" version="1.0"><com:Name xml:lang="en">{}</com:Name>{}</str:Codelist>)", id, id, codes);
}
std::string dimension(int position, const char* id, const char* codelist) {
  return fmt::format(R"(<str:Dimension id="{1}" position="{0}"><str:ConceptIdentity><Ref id="{1}" maintainableParentID="CS" agencyID="TOY" maintainableParentVersion="1.0" class="Concept"/></str:ConceptIdentity><str:LocalRepresentation><str:Enumeration><Ref id="{2}" agencyID="TOY" version="1.0" class="Codelist"/></str:Enumeration></str:LocalRepresentation></str:Dimension>)",
                     position, id, codelist);
}

class Questions : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    static const auto loaded = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
    states_ = loaded;
    // Codes of the publisher's own: K1 is Kazakhstan here, and its "KAZ" an area of the sea.
    const std::string areas = list("CL_AREA", code("DEU", "Germany") + code("KAZ", "Sea of nowhere") + code("K1", "Kazakhstan") + code("G001", "World"));
    const std::string names = list("CL_AREA2", code("DEU", "Germany") + code("KAZ", "Kazakhstan") + code("G001", "World"));
    const std::string flows = list("CL_FLOW", code("XG", "Exports of goods, FOB, US dollar") + code("MGC", "Imports of goods, CIF, US dollar") + code("MGF", "Imports of goods, FOB, US dollar") + code("XS", "Exports of services, US dollar"));
    const std::string sectors = list("CL_SECTOR", code("_T", "All sectors") + code("S11", "Nonfinancial corporations"));
    const std::string empty = list("CL_MISC", code("Q1", "One thing") + code("Q2", "Another"));
    put("structure.xml", R"(<?xml version="1.0" encoding="UTF-8"?><mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"><mes:Header><mes:ID>T</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2026-11-26T00:00:00</mes:Prepared><mes:Sender id="TOY"/></mes:Header><mes:Structures><str:Codelists>)" +
                            areas + names + flows + sectors + empty +
                            R"(</str:Codelists><str:DataStructures><str:DataStructure id="TRADE" agencyID="TOY" version="1.2"><com:Name xml:lang="en">Trade</com:Name><str:DataStructureComponents><str:DimensionList id="DimensionDescriptor">)" +
                            dimension(1, "COUNTRY", "CL_AREA2") + dimension(2, "INDICATOR", "CL_FLOW") + dimension(3, "COUNTERPART_COUNTRY", "CL_AREA") + dimension(4, "SECTOR", "CL_SECTOR") + dimension(5, "OTHER", "CL_MISC") +
                            dimension(6, "FREQUENCY", "CL_SECTOR") + R"(</str:DimensionList></str:DataStructureComponents></str:DataStructure></str:DataStructures></mes:Structures></mes:Structure>)");
    provider_.base = "https://example.org";
  }
  SdmxQuery ask(const std::string& question, const std::string& flow = "TRADE") {
    return make_query(parse_question(question, *states_), formats::sdmx::read_structures(folder_ / "structure.xml"), flow, provider_, *states_, make_day(2026, 11, 26));
  }
  template <class Call>
  static std::string says(Call call) {
    try {
      call();
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing";
  }

  std::shared_ptr<const world::Register> states_;
  Provider provider_;
};

TEST_F(Questions, WordsBecomeAKey) {
  const auto query = ask("goods exports, Germany to Kazakhstan, since 2015");
  EXPECT_EQ(query.key, "DEU.XG.K1._T..A");
  EXPECT_EQ(query.url, "https://example.org/data/TOY,TRADE,1.2/DEU.XG.K1._T..A?startPeriod=2015&endPeriod=2026");
  EXPECT_EQ(query.choices[1].why, "Exports of goods, FOB, US dollar");
  EXPECT_EQ(query.choices[3].why, "the total");
  EXPECT_EQ(query.choices[4].why, "nothing in the question fits");
}

// Imports are in the books of the state that they enter; both valuations fit.
TEST_F(Questions, ImportsAreAskedOfTheirBuyer) {
  const auto query = ask("imports of goods, Germany to Kazakhstan, 2015 to 2020, monthly");
  EXPECT_EQ(query.key, "KAZ.MGC+MGF.DEU._T..M");
  EXPECT_THAT(query.url, HasSubstr("startPeriod=2015&endPeriod=2020"));
}

TEST_F(Questions, AProvidersOwnFormIsUsed) {
  provider_.data_url = "{base}/{flow}/{key}?c[TIME_PERIOD]=ge:{since}";
  provider_.open_dimension = "*";
  EXPECT_EQ(ask("goods exports, Germany, in 2020").url, "https://example.org/TRADE/DEU.XG.*._T.*.A?c[TIME_PERIOD]=ge:2020");
}

// One question, an address at each publisher of SDMX that data/providers/ describes.
TEST_F(Questions, EveryProviderOfSdmxIsAsked) {
  const auto providers = read_providers(std::filesystem::path(COMITY_SOURCE_DIR) / "data" / "providers");
  std::size_t asked = 0;
  for (const auto& [id, provider] : providers) {
    if (provider.version.find("SDMX") == std::string::npos) continue;
    SCOPED_TRACE(id);
    provider_ = provider;
    const auto query = ask("goods exports, Germany to Kazakhstan, since 2015");
    EXPECT_TRUE(query.url.starts_with(provider.base + "/")) << query.url;
    EXPECT_EQ(query.url.find_first_of("{} "), std::string::npos) << query.url;
    for (const std::string part : {std::string("TRADE"), query.key, std::string("2015"), std::string("2026")}) EXPECT_THAT(query.url, HasSubstr(part));
    EXPECT_THAT(query.key, testing::MatchesRegex("DEU\\.XG\\.K1\\._T\\.[*]?\\.A"));
    ++asked;
  }
  EXPECT_GE(asked, 12u);
}

TEST_F(Questions, BadQuestionsAreNamed) {
  EXPECT_THAT(says([&] { ask("goods exports, since 2015"); }), HasSubstr("names no state"));
  EXPECT_THAT(says([&] { ask("Germany to Kazakhstan, since 2015"); }), HasSubstr("does not say what is asked for"));
  EXPECT_THAT(says([&] { ask("goods exports,, Germany"); }), HasSubstr("has an empty part"));
  EXPECT_THAT(says([&] { ask("goods exports, Germany to Atlantis"); }), HasSubstr("Atlantis"));
  EXPECT_THAT(says([&] { ask("goods exports, Germany to China"); }), HasSubstr("the code list of COUNTERPART_COUNTRY has no code for China"));
  EXPECT_THAT(says([&] { ask("goods exports, Germany", "NOTHING"); }), HasSubstr("neither a flow nor a data structure 'NOTHING'"));
}

}  // namespace
}  // namespace comity::sources::test
