// Goods trade: whose books, what they leave out, no share, growth or expectation that the figures do not carry.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule17, AShareOfATotalThatIsLessThanItIsNone) {
  const Economy world("pair CHN SDN\nedition 2023-12-31\nobserve fdi_outward_stock CHN->SDN end-2022 886 usd_million by CHN source imf_cdis\n"
                      "standing fdi_outward_stock CHN out 2022 value 886000000 total 825000000 rank 1 partners 14 by CHN source imf_cdis\n");
  EXPECT_THAT(plain_words(world.section(investment_section)), Not(HasSubstr("107")));
}

TEST(Rule13, ChinaInCorrelatesOfWarHoldsHongKong) {
  const Economy world(R"(
pair CHN IND
edition 2025-12-31
source cow_trade_4_0 scholarly "COW Trade" as_of 2014-12-31
trade IND->CHN 1998 900 usd_million by CHN cif source cow_trade_4_0
trade IND->CHN 1999 3000 usd_million by CHN cif source cow_trade_4_0
trade IND->CHN 2012 14700 usd_million by IND fob source bok
trade IND->CHN 2012 29400 usd_million by CHN cif source cow_trade_4_0
)");
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, HasSubstr("hold Hong Kong’s trade as well"));
  const Economy step("pair CHN IND\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n"
                     "trade IND->CHN 1998 900 usd_million by CHN cif source cow_trade_4_0\ntrade IND->CHN 1999 3000 usd_million by CHN cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(step.section(trade_section)), Not(HasSubstr("1998 to 1999"))) << "no growth from China to China with Hong Kong";
}

TEST(Rule13, TradeBetweenTheTwoKoreasIsNotForeignTrade) {
  const Economy world("pair KOR PRK\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\ntrade PRK->KOR 1997 1 usd_million by KOR cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("not counted as foreign trade"));
}

TEST(Rule13, WhatTurkeyBookedAsCyprusIsTheNorth) {
  const Economy world("pair TUR CYP\nedition 2025-12-31\ntrade TUR->CYP 2012 1010 usd_million by TUR fob source customs\ntrade TUR->CYP 2012 8 usd_million by CYP cif source other\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("for the most part trade with Northern Cyprus"));
}

TEST(Rule17, NoGrowthOfAHandfulOfRoundedMillions) {
  const Economy world("pair COD COG\nedition 2016-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n"
                      "trade COD->COG 2013 10 usd_million by COG cif source cow_trade_4_0\ntrade COD->COG 2014 9 usd_million by COG cif source cow_trade_4_0\n");
  EXPECT_THAT(plain_words(world.section(trade_section)), Not(HasSubstr("2013 to 2014:")));
}

// An office that tells imports by origin and by consignment: the origin's figure is the import.
TEST(Rule11, ImportsAreByCountryOfOrigin) {
  const Economy world(R"(
pair TUR ARM
edition 2023-12-31
source arm statistical_office "Armstat"
trade TUR->ARM 2021 33 usd_million by ARM source arm variant "country of consignment"
trade TUR->ARM 2022 74 usd_million by ARM source arm variant "country of consignment"
trade TUR->ARM 2021 73 usd_million by ARM source arm variant "country of origin"
trade TUR->ARM 2022 263 usd_million by ARM source arm variant "country of origin"
)");
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("263"));
  const std::string glance = plain_words(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("263 million"));
  EXPECT_THAT(glance, Not(HasSubstr("74 million")));
}

// The last year in which both reported may be long ago.
TEST(Rule12, AYearOfBothLongAgoDoesNotLead) {
  const Economy world(R"(
pair TLS IDN
edition 2017-12-31
source cow statistical_office "Trade"
trade TLS->IDN 2004 1.28 usd_million by TLS source cow
trade IDN->TLS 2004 27 usd_million by IDN source cow
trade IDN->TLS 2016 225.8 usd_million by IDN source cow
)");
  const std::string glance = plain_words(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("Indonesia books, 2016: exports 225.8 million USD"));
  EXPECT_THAT(glance, Not(HasSubstr("27 million")));
}

TEST(Rule16, AFewMillionsAreNoOil) {
  const Economy chad("pair RUS TCD\nedition 2025-12-31\ntrade RUS->TCD 2012 0.3 usd_million by RUS fob source list\ntrade RUS->TCD 2012 16 usd_million by TCD cif source other\n");
  EXPECT_THAT(plain_words(chad.section(trade_section)), Not(HasSubstr("oil")));
  const Economy germany("pair RUS DEU\nedition 2025-12-31\ntrade RUS->DEU 2012 23000 usd_million by RUS fob source list\ntrade RUS->DEU 2012 50000 usd_million by DEU cif source other\n");
  EXPECT_THAT(plain_words(germany.section(trade_section)), HasSubstr("Russian oil"));
}

TEST(Tariffs, OfAMemberOfTheUnionItsTariffOfBeforeIsHistory) {
  const World world("pair CYP THA\nedition 2025-12-31\norganization EU \"European Union\" importance 1\nmember EU CYP from 2004-05-01\nobserve tariff_simple_average CYP 2002 8.5 percent source wits\n"
                    "trade CYP->THA 2012 5 usd_million by CYP fob source list\ntrade CYP->THA 2013 5 usd_million by CYP fob source list\ntrade CYP->THA 2014 5 usd_million by CYP fob source list\n"
                    "trade THA->CYP 2012 5 usd_million by THA fob source list\ntrade THA->CYP 2013 5 usd_million by THA fob source list\ntrade THA->CYP 2014 5 usd_million by THA fob source list\n");
  const std::string words = words_of(world.section(tariffs_section));
  EXPECT_THAT(words, HasSubstr("a tariff of before it joined the European Union on 1 May 2004, whose common tariff it levies since"));
  EXPECT_THAT(words, HasSubstr("Thailand’s average tariff on goods of all the world: no figure in the sources of this edition"));
}

TEST(Tariffs, AMemberWithoutAFigureLeviesTheUnions) {
  const World world("pair NLD ISR\nedition 2025-12-31\norganization EU \"European Union\" importance 1\nmember EU NLD from 1958-01-01\nobserve tariff_simple_average ISR 2015 4 percent source wits\n"
                    "trade NLD->ISR 2012 5 usd_million by NLD fob source list\ntrade NLD->ISR 2013 5 usd_million by NLD fob source list\ntrade NLD->ISR 2014 5 usd_million by NLD fob source list\n"
                    "trade ISR->NLD 2012 5 usd_million by ISR fob source list\ntrade ISR->NLD 2013 5 usd_million by ISR fob source list\ntrade ISR->NLD 2014 5 usd_million by ISR fob source list\n");
  EXPECT_THAT(words_of(world.section(tariffs_section)), HasSubstr("The Netherlands levies the common tariff of the European Union"));
}

TEST(Glance, SidesOfDifferentYearsHaveAgesOfTheirOwn) {
  const Economy world("pair BGR RUS\nedition 2026-04-13\ntrade BGR->RUS 2023 500 usd_million by BGR fob source new\ntrade RUS->BGR 2016 1930 usd_million by RUS fob source old\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_LT(words.find("2 years old"), words.find("Russia books, 2016"));
  EXPECT_THAT(words, HasSubstr("9 years old"));
}

TEST(Rule29, AnExpectationOutsideItsOwnIntervalIsNoneToCompareWith) {
  const auto words = [](std::string_view low) {
    return words_of(World(fmt::format("pair BOL PAN\nedition 2023-12-31\nobserve fdi_outward_stock BOL->PAN end-2022 67 usd_million by BOL source cdis\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 2 usd_million by BOL source cdis variant expected origin modelled\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 {} usd_million by BOL source cdis variant low origin modelled\n"
                                      "observe fdi_outward_stock_expected BOL->PAN end-2022 176 usd_million by BOL source cdis variant high origin modelled\n", low))
                        .section(expected_section));
  };
  EXPECT_THAT(words("1"), HasSubstr("expected of two such states"));
  EXPECT_THAT(words("3"), Not(HasSubstr("expected of two such states"))) << "two is below what four in five have";
}

TEST(Rule12, ALoneFigureThatTheOtherSideHasAsWellIsNoSlip) {
  const auto words = [](std::string_view other) {
    return words_of(World(fmt::format("pair OMN TKM\nedition 2025-12-31\ntrade OMN->TKM 2008 25000 usd by OMN fob source penppml\ntrade OMN->TKM 2012 26700000 usd by OMN fob source penppml\n"
                                      "trade OMN->TKM 2016 950 usd by OMN fob source penppml\n{}", other))
                        .section(trade_section));
  };
  EXPECT_THAT(words(""), HasSubstr("one large transaction, or a slip of the source"));
  const std::string confirmed = words("trade OMN->TKM 2012 30000000 usd by TKM cif source cow\n");
  EXPECT_THAT(confirmed, HasSubstr("the other side’s books have it as well"));
  EXPECT_THAT(confirmed, Not(HasSubstr("slip of the source")));
}

TEST(Rule16, AQuotientHasNoMoreDigitsThanItsFigures) {
  const auto words = [](std::string_view sold) {
    const World world(fmt::format("pair CRI KAZ\nedition 2025-12-31\nsource penppml scholarly \"penppml\"\nsource cow scholarly \"COW\"\ntrade CRI->KAZ 2012 {} usd_million by CRI fob source penppml\n"
                                  "trade CRI->KAZ 2012 90 usd_million by KAZ cif source cow\n", sold));
    return words_of(world.section(trade_section)) + words_of(world.section(disagreements_section));
  };
  EXPECT_THAT(words("0.000003"), HasSubstr("they differ by a factor of over 1000"));
  EXPECT_THAT(words("0.000003"), HasSubstr("over 1000 times as large"));
  EXPECT_THAT(words("3.3"), HasSubstr("they differ by a factor of 27"));
  EXPECT_THAT(words("30"), HasSubstr("they differ by a factor of 3"));
}

}  // namespace
}  // namespace comity::dossier
