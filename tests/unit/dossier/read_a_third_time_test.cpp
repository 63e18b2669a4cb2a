// A third reading of dossiers drawn at random: what forty-five pages told wrongly, twice or not at all. (The others:
// read_as_an_editor_test.cpp, read_once_more_test.cpp.)
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/disagreements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {
namespace {

using test::Economy;
using test::items_of;
using test::plain_words;
using test::words_of;
using test::World;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Rule11, ConfidentialYearsWithOthersBetweenAreNoRun) {
  const Economy world("pair MEX THA\nedition 2025-12-31\nobserve fdi_outward_stock MEX->THA end-2011 confidential usd_million by MEX source cdis\n"
                      "observe fdi_outward_stock MEX->THA end-2012 zero_or_not_reported usd_million by MEX source cdis\n"
                      "observe fdi_outward_stock MEX->THA end-2019 confidential usd_million by MEX source cdis\nobserve fdi_outward_stock MEX->THA end-2020 confidential usd_million by MEX source cdis\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("confidential in 2011 and 2019 to 2020"), Not(HasSubstr("from 2011"))));
  EXPECT_THAT(plain_words(world.section(investment_section)), HasSubstr("in 2011 and 2019 to 2020: it exists and is not published"));
}

TEST(Rule11, ARunOfConfidentialYearsHasItsEnd) {
  const Economy world("pair MEX MLT\nedition 2025-12-31\nobserve fdi_outward_stock MLT->MEX end-2010 confidential usd_million by MLT source cdis\n"
                      "observe fdi_outward_stock MLT->MEX end-2011 confidential usd_million by MLT source cdis\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("confidential from 2010 to 2011"));
}

TEST(Rule26, BothTakePartFromTheDayOfTheLater) {
  const World world("pair AUT GRC\nedition 2025-12-31\norganization 3SI \"Three Seas Initiative\" short \"Three Seas Initiative\" kind initiative importance 5\nmember 3SI AUT from 2016\nmember 3SI GRC from 2023\n");
  EXPECT_THAT(words_of(world.section(politics_section)), HasSubstr("Three Seas Initiative (from 2023)"));
}

TEST(Leaders, WhoOverthrewIsNotWhoWasOverthrownOnThatDay) {
  const World world("pair GRC COL\nedition 2025-12-31\nsource list scholarly \"Archigos (ARCHIGOS)\"\nsevered GRC COL 1950-01-01 source list\nrelations GRC COL 1940-01-01 source list\nresumed GRC COL 1951-01-01 source list\n"
                    "visit GRC->COL 1990-01-01 \"A\" source list\nvisit GRC->COL 1991-01-01 \"A\" source list\nvisit GRC->COL 1992-01-01 \"A\" source list\n"
                    "event leader COL 1953-06-13/1953-06-13 person \"Gomez\" office \"effective leader\" source list\n"
                    "event leader COL 1953-06-13/1957-05-10 person \"Rojas Pinilla\" office \"effective leader\" source list\n"
                    "event leader COL 1953-06-13/1957-05 person \"Rojas Pinillia\" office \"effective leader\" source other\n");
  const std::string words = words_of(world.section(history_section));
  EXPECT_THAT(words, AllOf(HasSubstr("Gomez"), HasSubstr("Rojas Pinil")));
  EXPECT_EQ(words.find("Rojas Pinil"), words.rfind("Rojas Pinil")) << "two lists that spell one leader in two ways tell of one";
}

TEST(Rule22, ACategoryWithoutAFigureStandsApart) {
  const World world("pair MEX GBR\nedition 2026-04-13\nobserve asylum_seekers GBR->MEX end-2025 5 persons source unhcr\nobserve refugees GBR->MEX end-2025 zero_or_not_reported persons source unhcr\n"
                    "observe refugees MEX->GBR end-2025 68 persons source unhcr\nobserve asylum_seekers MEX->GBR end-2025 50 persons source unhcr\n");
  const std::string words = words_of(world.section(people_section));
  EXPECT_THAT(words, HasSubstr("5, all of them asylum seekers; refugees: zero or not reported; others in need of protection: no figure"));
  EXPECT_THAT(words, HasSubstr("118, made of 68 refugees and 50 asylum seekers; others in need of protection: no figure"));
}

TEST(Words, BelowZeroStandsAMinusSign) {
  EXPECT_EQ(human_number(-12345), "−12\u202f345");
  EXPECT_EQ(human_money(-81.7e6, "USD"), "−81.7\u00a0million\u00a0USD");
  EXPECT_EQ(human_percent(-3.25, 1), "−3.2\u00a0%");
  EXPECT_EQ(human_number(-0.2), "0");
}

TEST(Rule01, ARecognitionOfLaterIsSaidToContradict) {
  const World later("pair USA VEN\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA VEN 1834-07-07 source wiki\nrecognition USA->VEN 1835 source panorama\n");
  EXPECT_THAT(words_of(later.section(relations_section)), AllOf(HasSubstr("That is later than 7 July 1834"), Not(HasSubstr("Recognition is not yet relations"))));
  // Where another day of the beginning fits the recognition, it is the better one.
  const World two("pair USA VEN\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA VEN 1834-07-07 source wiki\nrelations USA VEN 1835-06-30 source wiki\nrecognition USA->VEN 1835 source panorama\n");
  EXPECT_THAT(words_of(two.section(relations_section)), AllOf(HasSubstr("established diplomatic relations on 30 June 1835"), HasSubstr("Recognition is not yet relations"), HasSubstr("7 July 1834 by List")));
  // A recognition of much later was of a new government.
  const World mexico("pair USA MEX\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA MEX 1822-12-12 source wiki\nrelations USA MEX 1923-09-03 source wiki\nrecognition USA->MEX 1923-08-31 source panorama\n");
  EXPECT_THAT(words_of(mexico.section(relations_section)), HasSubstr("established diplomatic relations on 12 December 1822"));
}

TEST(Rule02, ToAgreeToResumeIsSaidAndIsNotToHaveResumed) {
  const World world("pair USA VEN\nedition 2026-04-13\nrelations USA VEN 1835-06-30 source list\nsevered USA VEN 2019-01-23 source list\nevent relations_resumption_agreed USA VEN 2026-03-05 \"Resumption of diplomatic relations agreed\" source paper\n"
                    "embassy VEN->USA \"Washington\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)),
              AllOf(HasSubstr("On 5 March 2026 the two agreed to resume them; no source read here records that this was done."), Not(HasSubstr("have no diplomatic relations now"))));
}

TEST(Rule08, ADayThatAnotherIsSetAgainstIsNotToldAloneAtAGlance) {
  const World world("pair ESP BEL\nedition 2025-12-31\nrelations ESP BEL 1832-09-18 source list\nrelations ESP BEL 1921-01-21 source list\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("18 September 1832"), HasSubstr("21 January 1921 is given for the beginning as well")));
  const World voices("pair DEU KAZ\nedition 2025-12-31\nsource historian scholarly \"Historian\"\nsource paper press \"Paper\"\nrelations DEU KAZ 1992-02-11 source historian\nrelations DEU KAZ 1990 source paper\n");
  EXPECT_THAT(words_of(voices.section(at_glance_section)), Not(HasSubstr("given for the beginning"))) << "it stands where the sources disagree";
}

TEST(History, AWarThatTwoListsHaveIsToldOnce) {
  const World world("pair EGY ISR\nedition 2025-12-31\nsource cow scholarly \"COW\"\nsource ucdp scholarly \"UCDP\"\n"
                    "event war EGY ISR 1948-05-15/1948-07-18 \"Arab-Israeli War\" source cow\nevent war EGY ISR 1948-10-15/1949-01-07 \"Arab-Israeli War\" source cow\n"
                    "event war EGY ISR 1948-04-15/1949-01-07 \"War over territory (1,000 or more battle deaths in a year)\" source ucdp\n"
                    "event war EGY ISR 1990-01-01/1990-02-01 \"Armed conflict over territory (25 or more battle deaths in a year, never 1,000)\" source ucdp\n");
  for (const auto make : {history_section, politics_section}) {
    const std::string words = words_of(world.section(make));
    EXPECT_THAT(words, AllOf(HasSubstr("Arab-Israeli War"), Not(HasSubstr("War over territory")))) << "nor does a war of the two begin before one of them";
    EXPECT_THAT(words, HasSubstr("Armed conflict over territory")) << "which no other list names";
  }
}

TEST(Rule25, OneTreatyOfTwoListsIsToldOnceWithWhatEachKnows) {
  const World world("pair CRI PER\nedition 2025-12-31\nsource desta scholarly \"DESTA\" as_of 2023\nsource iia depositary \"UNCTAD\" as_of 2025-04-08\nsource oecd official \"OECD\" as_of 2025\nsource ictd scholarly \"ICTD\" as_of 2020-12-31\n"
                    "agreement trade_agreement \"Costa Rica Peru\" signed 2011 in_force 2013 status entered_into_force source desta\n"
                    "agreement treaty_with_investment_provisions \"Costa Rica - Peru FTA (2011)\" signed 2011-05-26 in_force 2013-06-01 status in_force source iia\n"
                    "agreement double_taxation \"Double taxation treaty\" in_force 2015 status in_force source oecd\n"
                    "agreement double_taxation \"Double taxation agreement, applied from 2016\" signed 2014 status in_force source ictd\n");
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words, HasSubstr("a trade agreement (signed 26 May 2011, in force 1 June 2013)"));
  EXPECT_THAT(words, HasSubstr("a double taxation agreement (signed 2014, in force 2015)"));
  EXPECT_THAT(words, AllOf(Not(HasSubstr("FTA (2011)")), Not(HasSubstr("end not listed")), Not(HasSubstr("applied from 2016")))) << "rows of their own";
  EXPECT_THAT(words, HasSubstr("in force (8 April 2025) | DESTA; UNCTAD")) << "the status is of the list that says it";
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("A double taxation agreement (signed 2014, in force 2015); a trade agreement (signed 26 May 2011, in force 1 June 2013)"));
}

TEST(Rule25, TwoTreatiesOfOneYearAreNotTakenForOne) {
  const World world("pair AUS PER\nedition 2025-12-31\nsource desta scholarly \"DESTA\" as_of 2023\nsource iia depositary \"UNCTAD\" as_of 2025-04-08\n"
                    "agreement trade_agreement \"Australia Peru\" signed 2018 in_force 2020 status entered_into_force source desta\nagreement trade_agreement \"Another\" signed 2018 status signed source desta\n"
                    "agreement treaty_with_investment_provisions \"Australia - Peru FTA (2018)\" signed 2018-02-12 in_force 2020-02-11 status in_force source iia\n");
  EXPECT_THAT(words_of(world.section(agreements_section)), HasSubstr("Australia - Peru FTA (2018)")) << "which of the two it is cannot be told";
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

TEST(Culture, ATwinningOfTwoListsIsOneAndTheFirstStatesTownLeads) {
  const World world("pair NLD SVK\nedition 2025-12-31\npresence twin_town NLD->SVK \"Haaren – Esch – Medzev\" place \"Medzev\" source twins\npresence twin_town SVK->NLD \"Medzev – Esch (Haaren)\" place \"Esch (Haaren)\" source twins\n"
                    "presence twin_town SVK->NLD \"Martin – Hoogeveen\" place \"Hoogeveen\" source twins\n");
  EXPECT_THAT(words_of(world.section(culture_section)), HasSubstr("Twin towns and regions named: Haaren – Esch – Medzev and Hoogeveen – Martin."));
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

TEST(Climate, TreatiesOfOneAloneHaveTheirArticle) {
  const World world("pair USA CYP\nedition 2025-12-31\norganization T1 \"Convention on biological diversity\" kind treaty importance 6\nmember T1 CYP from 1996-07-10 kind party\n"
                    "organization GCA \"Green Central Asia\" kind initiative importance 1\nmember GCA USA from 2020-01-28\n"
                    "trade CYP->USA 2012 5 usd_million by CYP fob source list\ntrade CYP->USA 2013 5 usd_million by CYP fob source list\ntrade CYP->USA 2014 5 usd_million by CYP fob source list\n"
                    "trade USA->CYP 2012 5 usd_million by USA fob source list\ntrade USA->CYP 2013 5 usd_million by USA fob source list\ntrade USA->CYP 2014 5 usd_million by USA fob source list\n");
  const std::string words = words_of(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("only Cyprus is listed as party to the Convention on biological diversity."));
  EXPECT_THAT(words, Not(HasSubstr("Green Central Asia"))) << "no matter between the two";
}

TEST(Rule18, ReadingsSayOfWhichSourceTheySpeak) {
  const Economy world("pair EGY ISR\nedition 2025-12-31\nsource imf_cdis statistical_office \"International Monetary Fund\"\nsource unctad_bilateral_fdi statistical_office \"UNCTAD\"\n"
                      "observe fdi_outward_stock ISR->EGY end-2012 9.7 usd_million by ISR source imf_cdis\nobserve fdi_outflow ISR->EGY 2007 15 usd_million by ISR source unctad_bilateral_fdi\n");
  const std::string words = plain_words(world.section(investment_section));
  EXPECT_THAT(words, AllOf(HasSubstr("How to read this. International Monetary Fund: Positions abroad"), HasSubstr("UNCTAD: The two sides are not independent")));
}

TEST(Rule06, WhatTheStateWasCalledThenIsSaid) {
  const Economy world("pair CHN TZA\nedition 2025-12-31\nrelations CHN TZA 1961-12-09 source list\n");
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("It was Tanganyika then;"));
  const Economy later("pair GBR TZA\nedition 2025-12-31\nrelations GBR TZA 1968-07-04 source list\n");
  EXPECT_THAT(words_of(later.section(relations_section)), Not(HasSubstr("Tanganyika")));
}

TEST(Glance, ACapitalThatOthersDoNotAcceptIsNotToldWithoutThat) {
  const Economy world("pair EGY ISR\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("Cairo and Jerusalem"), HasSubstr("the Security Council (resolution 478 of 1980) does not accept that")));
}

TEST(People, NoChangeIsNoPlusNought) {
  const World world("pair CRI MAR\nedition 2025-12-31\nobserve migrant_stock_born MAR->CRI 2015-07-01 4 persons by CRI variant rev2020 source undesa\nobserve migrant_stock_born MAR->CRI 2020-07-01 4 persons by CRI variant rev2020 source undesa\n");
  EXPECT_THAT(words_of(world.section(people_section)), AllOf(HasSubstr("(no change since)"), Not(HasSubstr("+0"))));
}

}  // namespace
}  // namespace comity::dossier
