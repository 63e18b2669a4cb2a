// Resident missions: one post of several lists is told once, in its town, of its kind and of its day.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule03, MembersOfTheCommonwealthKeepHighCommissionsAndTheHolySeeNunciatures) {
  const World india("pair GBR IND\nedition 2025-12-31\norganization COMMONWEALTH \"Commonwealth of Nations\"\nmember COMMONWEALTH GBR from 1931-12-11\nmember COMMONWEALTH IND from 1947-08-15\n"
                    "embassy GBR->IND \"New Delhi\" listed 2025-11-30\nembassy GBR->IND \"Chennai\" listed 2025-11-30\nmission consulate GBR->IND \"Chennai\" listed 2022-11-16\n");
  const std::string words = words_of(india.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a high commission in New Delhi"));
  EXPECT_THAT(words, Not(HasSubstr("also"))) << "the consulate in Chennai is what the list calls an embassy";
  EXPECT_THAT(words_of(india.section(at_glance_section)), HasSubstr("high commission in New Delhi"));
  const World taipei("pair TWN VAT\nedition 2025-12-31\nembassy VAT->TWN \"Taipei\" listed 2022-11-16\n");
  EXPECT_THAT(words_of(taipei.section(missions_section)), HasSubstr("an apostolic nunciature in Taipei"));
}

TEST(Rule06, APostOpenedByAPredecessorIsNotSaidToBeOpenedThen) {
  const World world("pair POL HRV\nedition 2025-12-31\nembassy POL->HRV \"Zagreb\" listed 2022-11-16 opened 1972\nembassy HRV->POL \"Warsaw\" listed 2022-11-16 opened 1993\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, Not(HasSubstr("1972")));
  EXPECT_THAT(words, HasSubstr("from 1993"));
}

TEST(Rule03, AConsulateListedAfterABreakIsDoubted) {
  const World world("pair IRN USA\nedition 2025-12-31\nsevered IRN USA 1980-04-07 source historian\nmission consulate IRN->USA \"San Francisco\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("have no diplomatic relations now, whatever a list names"));
}

TEST(Rule03, AnEmbassyThatSeveralListsNameIsOneConflict) {
  const World world("pair MAR DZA\nedition 2025-12-31\nsevered MAR DZA 2021-08-24 source press\nembassy DZA->MAR \"Rabat\" listed 2022-11-16 source posts\nembassy DZA->MAR \"Rabat\" listed 2025-11-30 source list\n");
  const std::string words = words_of(world.section(relations_section));
  const std::size_t first = words.find("An embassy of Algeria in Rabat is named by");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(words.find("An embassy of Algeria in Rabat", first + 1), std::string::npos);
  EXPECT_THAT(words, HasSubstr("the lists may be out of date"));
}

TEST(Rule03, AConsulateBesideAConsulateGeneralOfAnotherListIsThatPost) {
  const World world("pair GBR AUS\nedition 2025-12-31\nembassy GBR->AUS \"Canberra\" listed 2025-11-30 source list\nmission consulate_general GBR->AUS \"Brisbane\" listed 2025-11-30 source list\n"
                    "mission consulate GBR->AUS \"Brisbane\" listed 2022-11-16 source posts\nmission consulate GBR->AUS \"Canberra\" listed 2022-11-16 source posts\nmission consulate GBR->AUS \"Perth\" listed 2022-11-16 source posts\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a consulate general in Brisbane and a consulate in Perth"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("two other posts"));
}

TEST(Rule03, OnePostIsNotTheseAll) {
  const World world("pair ARM PHL\nedition 2025-12-31\nmission honorary_consulate PHL->ARM \"Yerevan\" listed 2025-11-30 source list\n");
  EXPECT_THAT(words_of(world.section(missions_section)), AllOf(HasSubstr("It is no embassy."), Not(HasSubstr("None of these"))));
}

TEST(Rule03, AnEmbassyOfAnOlderListBesideAnAccreditationOfANewer) {
  const World world("pair SWE PER\nedition 2026-04-13\nembassy SWE->PER \"Lima\" listed 2022-11-16 source posts\nmission embassy SWE->PER \"Santiago\" listed 2025-11-30 from CHL source list\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("the embassy of the older list may have been closed"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("but accredited from elsewhere by a list of 30 November 2025"));
}

TEST(Rule03, OneEmbassyInTwoTownsIsNotTwo) {
  const World world("pair GRC MLT\nedition 2026-04-13\nembassy GRC->MLT \"Valletta\" listed 2025-11-30 source list\nembassy GRC->MLT \"Ta' Xbiex\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("an embassy in Valletta (by another list in Ta' Xbiex) in Malta"));
}

TEST(Rule03, AnHonoraryConsulateOfAnOlderListIsTheConsulateOfANewer) {
  const World world("pair EGY ISR\nedition 2026-04-13\nembassy EGY->ISR \"Tel Aviv\" listed 2025-11-30 source list\nmission consulate_general EGY->ISR \"Eilat\" listed 2025-11-30 source list\n"
                    "mission honorary_consulate EGY->ISR \"Eilat\" listed 2022-11-16 source posts\nmission honorary_consulate EGY->ISR \"Haifa\" listed 2025-11-30 source list\nmission consulate EGY->ISR \"Haifa\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("an embassy in Tel Aviv, a consulate general in Eilat, a consulate in Haifa and an honorary consulate in Haifa"));
}

TEST(Rule03, AnEmbassyInASuburbIsTheEmbassyInTheCity) {
  const World world("pair MAR GRC\nedition 2025-12-31\nembassy MAR->GRC \"Psychiko\" listed 2022-11-16 at \"38.0146 23.7837\" source list\n"
                    "embassy MAR->GRC \"Athens\" listed 2025-11 source pages\nembassy GRC->MAR \"Rabat\" listed 2025-11 source pages\n"
                    "embassy GRC->MAR \"Casablanca\" listed 2022-11-16 at \"33.59 -7.62\" source list\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("the lists name an embassy in Athens in Greece"));
  EXPECT_THAT(words, Not(HasSubstr("Psychiko")));
  EXPECT_THAT(words, HasSubstr("an embassy in Rabat (by another list in Casablanca)")) << "another town is told beside it";
}

TEST(Rule03, ACityThatIsTheStateIsNamedOnce) {
  const World world("pair DEU SGP\nedition 2025-12-31\nembassy DEU->SGP \"Singapore\" listed 2025-11\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("an embassy in Singapore;"));
}

TEST(Rule03, WhoIsAccreditedFromOneCityIsToldOnce) {
  const World world("pair DEU FJI\nedition 2025-12-31\nembassy FJI->DEU \"Brussels\" listed 2022-11-16 from BEL source list\n"
                    "mission embassy FJI->DEU \"Brussels\" listed 2025-11 from BEL source pages\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_EQ(words.find("accredited to Germany"), words.rfind("accredited to Germany"));
}

TEST(Rule03, APostThatIsNoEmbassyHasTheDayOfItsListAtAGlance) {
  const World world("pair DEU FJI\nedition 2025-12-31\nmission honorary_consulate DEU->FJI \"Suva\" listed 2016-02\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("no embassy listed, honorary consulate in Suva"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("listed in February 2016"));
}

// A list of spans without towns says nothing of the town that another list names.
TEST(Rule03, ATownIsNotTheTownOfAllTheYears) {
  const World world("pair USA ISR\nedition 2025-12-31\nembassy USA->ISR \"\" listed 1949-03-28/2024-12-31 source status\nembassy USA->ISR \"Jerusalem\" listed 2022-11-16 source list\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("embassy in Jerusalem, listed up to 31 December 2024"));
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("; the newest reaches to 31 December 2024"));
}

TEST(Rule03, OneOfficeThatTwoPagesCallDifferentlyIsOnePost) {
  const World world("pair BOL CHL\nedition 2025-12-31\nmission consulate_general BOL->CHL \"Calama\" listed 2025-11\nmission consulate BOL->CHL \"Calama\" listed 2025-11\n"
                    "mission consulate BOL->CHL \"Arica\" listed 2025-11\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("a consulate general in Calama and a consulate in Arica"));
  EXPECT_THAT(words, Not(HasSubstr("consulates in")));
}

TEST(Rule03, AnOfficeInPlaceOfAnEmbassyIsNotDroppedForWantOfATown) {
  const World world("pair USA TWN\nedition 2025-12-31\nmission representative_office USA->TWN \"Kaohsiung\" listed 2022-11-16\nmission representative_office USA->TWN \"\" listed 2022-11-16 opened 1979-01-16\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("representative offices in Kaohsiung and a town not given"));
}

TEST(Rule03, WhoHasAnEmbassyThereNeedsNoneElsewhere) {
  constexpr std::string_view resident = "embassy SUR->NLD \"The Hague\" listed 2025-11\n";
  constexpr std::string_view text = "pair SUR NLD\nedition 2025-12-31\nembassy SUR->NLD \"Rabat\" listed 2022-11-16 from MAR\n";
  EXPECT_THAT(words_of(World(text).section(missions_section)), HasSubstr("Rabat"));
  EXPECT_THAT(words_of(World(std::string(text) + std::string(resident)).section(missions_section)), Not(HasSubstr("Rabat")));
}

TEST(Rule03, AnEmbassyToTheHolySeeStandsInTheSendersOwnLand) {
  const World world("pair VAT ITA\nedition 2025-12-31\nembassy ITA->VAT \"Rome\" listed 2022-11-16 from ITA\nembassy VAT->ITA \"Rome\" listed 2022-11-16\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("Italy’s embassy to the Holy See"));
  EXPECT_THAT(words, HasSubstr("stands in Rome, in Italy itself"));
  EXPECT_THAT(words, Not(HasSubstr("No list read here names a post of Italy")));
}

TEST(Rule03, AnInterestsSectionEndsWithTheEmbassy) {
  const World world("pair USA CUB\nedition 2025-12-31\nmission interests_section USA->CUB \"Havana\" listed 2022-11-16\nembassy USA->CUB \"Havana\" listed 2025-11\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("other post")));
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("interests section")));
}

TEST(Rule03, WhatNoListNamesIsSaidAtAGlance) {
  const World world("pair HND CHN\nedition 2025-12-31\ncoverage list missions\nrelations HND CHN 2023-03-26 source atlas\n");
  EXPECT_THAT(words_of(world.section(at_glance_section, Profile::brief)), HasSubstr("None named in the lists read here"));
}

TEST(Rule03, AConsulateWithoutATownIsNoPostMoreAtAGlance) {
  const World world("pair FRA DZA\nedition 2026-04-13\nembassy FRA->DZA \"Algiers\" listed 2025-11-30 source list\nmission consulate_general FRA->DZA \"Annaba\" listed 2025-11-30 source list\n"
                    "mission consulate_general FRA->DZA \"Oran\" listed 2025-11-30 source list\nmission consulate_general FRA->DZA \"\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("an embassy in Algiers and consulates general in Annaba and Oran in Algeria"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("and two other posts"));
}

TEST(Rule03, TheRealmOfNewZealandKeepsHighCommissionsToo) {
  const World world("pair COK NZL\nedition 2025-12-31\norganization COMMONWEALTH \"Commonwealth of Nations\"\nmember COMMONWEALTH NZL from 1931-12-11\nembassy COK->NZL \"Wellington\" listed 2025-11-30\n");
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("a high commission in Wellington"));
}

}  // namespace
}  // namespace comity::dossier
