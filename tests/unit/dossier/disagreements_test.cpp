// What is a contradiction between sources, what is none, and how it is told.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule08, ARevisionIsNoContradictionOfIndependentVoices) {
  const World world("pair IND SWE\nedition 2025-12-31\ndisagreement revision \"People born in one state and living in the other, 2015: which edition?\" reading \"The publisher revised its figures.\" size 1.1\n");
  const std::string words = words_of(world.section(disagreements_section));
  EXPECT_THAT(words, Not(HasSubstr("contradict")));
}

TEST(Rule08, OneVoiceWithTwoDatesPointsToNoSectionThatIsSilent) {
  const World one("pair AFG TUR\nedition 2025-12-31\nrelations AFG TUR 1921-03-01 source list\nrelations AFG TUR 1926-02-24 source list\n");
  EXPECT_THAT(words_of(one.section(relations_section)), AllOf(HasSubstr("24 February 1926 by list."), Not(HasSubstr("Where the sources disagree"))));
  const World two("pair AFG TUR\nedition 2025-12-31\nsource historian scholarly \"Historian\"\nsource paper press \"Paper\"\nrelations AFG TUR 1921-03-01 source historian\nrelations AFG TUR 1926-02-24 source paper\n");
  EXPECT_THAT(words_of(two.section(relations_section)), HasSubstr("see “Where the sources disagree”"));
}

TEST(Rule03, AnEmbassyOfThreeListsIsOneDisagreement) {
  const World world("pair MAR DZA\nedition 2025-12-31\nsevered MAR DZA 2021-08-24 source press\nembassy DZA->MAR \"Rabat\" listed 2022-11-16 source posts\nembassy DZA->MAR \"Rabat\" listed 2025-11-30 source list\n"
                    "embassy MAR->DZA \"Algiers\" listed 2025-11-30 source list\n");
  const auto found = found_in(world);
  ASSERT_EQ(found.size(), 2u) << "one for each of the two embassies, not one for each list";
  EXPECT_THAT(found[0].said, AllOf(HasSubstr("on 16 November 2022"), HasSubstr("on 30 November 2025"), HasSubstr("named one in Rabat")));
  EXPECT_DOUBLE_EQ(found[0].size, 1559) << "days from the break to the newest list";
}

TEST(Rule11, ARoundedMillionContradictsNothingWithinHalfAMillion) {
  const Economy world(cow("FIN YMD", "trade FIN->YMD 1988 652570 usd by FIN fob source list\ntrade FIN->YMD 1988 1 usd_million by YMD cif source cow_trade_4_0\n"));
  EXPECT_TRUE(found_in(world).empty());
  const std::string words = plain_words(world.section(trade_section));
  EXPECT_THAT(words, Not(HasSubstr("53 %")));
  EXPECT_THAT(words, HasSubstr("one of the two is rounded to whole millions, and so far they agree."));
}

TEST(Rule11, BeyondTheRoundingTheDistanceIsALeast) {
  const Economy world(cow("FIN YMD", "trade FIN->YMD 1988 0.1 usd_million by FIN fob source list\ntrade FIN->YMD 1988 2 usd_million by YMD cif source cow_trade_4_0\n"));
  const auto found = found_in(world);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_DOUBLE_EQ(found[0].size, 15) << "1.5 million at the least, against 0.1";
  EXPECT_THAT(found[0].said, HasSubstr("differ by at least a factor of 15"));
}

TEST(Rule15, FreightAndInsuranceContradictNobody) {
  const Economy world("pair DEU JPN\nedition 2025-12-31\ntrade DEU->JPN 2012 21700 usd_million by DEU fob source list\ntrade DEU->JPN 2012 24700 usd_million by JPN cif source other\n");
  EXPECT_TRUE(found_in(world).empty());
  EXPECT_THAT(plain_words(world.section(trade_section)), HasSubstr("14 % higher")) << "the difference is told all the same";
  const Economy less("pair DEU JPN\nedition 2025-12-31\ntrade DEU->JPN 2012 24700 usd_million by DEU fob source list\ntrade DEU->JPN 2012 21700 usd_million by JPN cif source other\n");
  EXPECT_EQ(found_in(less).size(), 1u) << "freight makes no buyer's figure smaller";
}

TEST(Rule08, AnotherDateNamesWhoSaysItAndSendsNobodyToNothing) {
  const World world("pair AUS PNG\nedition 2025-12-31\nsource wiki crowd \"The Wiki\" publisher \"Wiki People\"\nrelations AUS PNG 1975-09-16 source wiki\nrelations AUS PNG 1976-10-06 status disputed source wiki\n");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("established diplomatic relations on 16 September 1975"));
  EXPECT_THAT(words, HasSubstr("Another date is given as well: 6 October 1976 by Wiki People (whose own list has the other)."));
  EXPECT_THAT(words, Not(HasSubstr("Where the sources disagree")));
}

TEST(Rule08, TheBriefSaysThatItTellsTheFirstOfMore) {
  const World world("pair IND SWE\nedition 2025-12-31\ndisagreement revision \"One?\" size 2\ndisagreement revision \"Two?\" size 2\ndisagreement revision \"Three?\" size 2\n");
  EXPECT_THAT(words_of(world.section(disagreements_section, Profile::brief)), HasSubstr("the most consequential of them:"));
  EXPECT_THAT(words_of(world.section(disagreements_section)), Not(HasSubstr("the most consequential")));
}

TEST(Rule16, ARemarkOnBothSidesIsMadeOnce) {
  const Economy world("pair CYP TUR\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\ntrade TUR->CYP 2012 1010 usd_million by TUR fob source bok\ntrade TUR->CYP 2012 8 usd_million by CYP cif source cow_trade_4_0\n");
  const std::string words = words_of(world.section(disagreements_section));
  const std::string remark = "What Turkey books as trade with Cyprus up to 2012";
  ASSERT_NE(words.find(remark), std::string::npos);
  EXPECT_EQ(words.find(remark), words.rfind(remark));
}

}  // namespace
}  // namespace comity::dossier
