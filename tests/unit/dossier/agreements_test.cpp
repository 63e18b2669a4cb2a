// Agreements and treaties: one that several lists have is told once, with the day, the status and the name that are right.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule25, ATreatyOfManyIsNamedAndATaxTreatyOfTwoListsToldOnce) {
  const World many("pair ESH MAR\nedition 2025-12-31\nagreement trade_agreement \"African Continental Free Trade Area (AfCFTA)\" signed 2018 in_force 2019 status in_force_as_a_whole source desta\n");
  EXPECT_THAT(words_of(many.section(agreements_section)), HasSubstr("a trade agreement of several states, “African Continental Free Trade Area (AfCFTA)” (signed 2018"));
  const World tax("pair GBR IND\nedition 2025-12-31\nagreement double_taxation \"Double taxation treaty\" in_force 1993 status in_force source oecd\n"
                  "agreement double_taxation \"Double taxation agreement\" signed 1993 status in_force source ictd\n");
  const std::string words = words_of(tax.section(agreements_section));
  const std::string sentence = words.substr(0, words.find("Agreements between the two"));
  EXPECT_THAT(sentence, HasSubstr("a double taxation agreement (signed 1993, in force 1993)."));
  EXPECT_EQ(sentence.find("double taxation"), sentence.rfind("double taxation"));
}

TEST(Rule25, APeaceTreatyInAListOnWatersIsNoEnvironmentalAgreement) {
  const World world("pair ISR PSE\nedition 2025-12-31\nagreement environment \"Annex II: protocol concerning elections\" signed 1995-09-28 subject \"water: Jordan\" source tfdd\n");
  EXPECT_THAT(words_of(world.section(agreements_section)), HasSubstr("an agreement listed for shared waters"));
  EXPECT_THAT(words_of(world.section(agreements_section)), Not(HasSubstr("environmental agreement")));
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

TEST(Climate, TreatiesOfOneAloneHaveTheirArticle) {
  const World world("pair USA CYP\nedition 2025-12-31\norganization T1 \"Convention on biological diversity\" kind treaty importance 6\nmember T1 CYP from 1996-07-10 kind party\n"
                    "organization GCA \"Green Central Asia\" kind initiative importance 1\nmember GCA USA from 2020-01-28\n"
                    "trade CYP->USA 2012 5 usd_million by CYP fob source list\ntrade CYP->USA 2013 5 usd_million by CYP fob source list\ntrade CYP->USA 2014 5 usd_million by CYP fob source list\n"
                    "trade USA->CYP 2012 5 usd_million by USA fob source list\ntrade USA->CYP 2013 5 usd_million by USA fob source list\ntrade USA->CYP 2014 5 usd_million by USA fob source list\n");
  const std::string words = words_of(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("only Cyprus is listed as party to the Convention on biological diversity."));
  EXPECT_THAT(words, Not(HasSubstr("Green Central Asia"))) << "no matter between the two";
}

TEST(Rule25, TheListThatDatesAPactToTheDaySaysSinceWhen) {
  const World world("pair USA SLV\nedition 2025-12-31\nagreement trade_agreement \"Central American Free Trade Agreement (CAFTA)\" signed 2004 in_force 2004 status in_force_as_a_whole source desta\n"
                    "agreement treaty_with_investment_provisions \"CAFTA - DR (2004)\" signed 2004-08-05 in_force 2006-03-01 status in_force_as_a_whole source unctad\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("in force from 1 March 2006"));
  EXPECT_THAT(words, Not(HasSubstr("in force from 2004")));
}

TEST(Rule25, AReplacedTreatyOfManyIsNotTheOneInForce) {
  const World world("pair TCD DEU\nedition 2025-12-31\nagreement trade_agreement \"Yaounde II\" signed 1969 in_force 1971 status in_force_as_a_whole\n"
                    "agreement trade_agreement \"Cotonou Agreement\" signed 2000 in_force 2003 status in_force_as_a_whole\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Cotonou Agreement"));
  EXPECT_THAT(words, Not(HasSubstr("Yaounde")));
}

TEST(Rule25, ATreatyThatAListHasTwiceIsOne) {
  const World world("pair GBR IND\nedition 2025-12-31\nsource iea scholarly \"IEA\" as_of 2020\n"
                    "agreement environment \"Agreement between India and United Kingdom of Great Britain and Northern Ireland on Peaceful Uses of Nuclear Energy\" signed 2015-11-13 source iea\n"
                    "agreement environment \"Agreement between the Government of the United Kingdom of Great Britain and Northern Ireland and the Government of India for Co-Operation in the Peaceful Uses of Nuclear Energy\" signed 2015-11-13 source iea\n"
                    "agreement environment \"Agreement between India and the United Kingdom on Plant Protection\" signed 2015-11-13 source iea\n"
                    "agreement environment \"Agreement between India and the United Kingdom on Animal Health\" signed 2015-11-13 source iea\n");
  const std::string words = words_of(world.section(agreements_section));
  const auto first = words.find("Uses of Nuclear Energy");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(words.find("Uses of Nuclear Energy", first + 1), std::string::npos);
  EXPECT_THAT(words, AllOf(HasSubstr("Plant Protection"), HasSubstr("Animal Health"))) << "two of one day are two";
}

TEST(Rule25, WhatAnAgreementIsStandsOnceInItsName) {
  const World world("pair IRN IRQ\nedition 2025-12-31\nagreement double_taxation \"Double taxation agreement, applied from 2016\" signed 2011 status in_force source list\nagreement trade_agreement \"Iran Iraq\" signed 2012 status signed source desta\n");
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words, Not(HasSubstr("(double taxation agreement)")));
  EXPECT_THAT(words, HasSubstr("Iran Iraq (trade agreement)"));
}

TEST(Rule25, WhatTheTwoConcludedWithAThirdDoesNotGovern) {
  const World world("pair SLV HND\nedition 2025-12-31\nagreement trade_agreement \"El Salvador Honduras Taiwan\" signed 2007 in_force 2008 status in_force_as_a_whole source desta\n"
                    "agreement trade_agreement \"Central American Common Market\" signed 1960 in_force 1961 status in_force_as_a_whole source desta\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("“Central American Common Market”"), Not(HasSubstr("“El Salvador Honduras Taiwan”"))));
  const World guinea("pair AUS PNG\nedition 2025-12-31\nagreement trade_agreement \"Australia Papua New Guinea\" signed 1991 in_force 1991 status entered_into_force source desta\n"
                     "agreement trade_agreement \"South Pacific Trade\" signed 1980 in_force 1981 status in_force_as_a_whole source desta\n");
  EXPECT_THAT(words_of(guinea.section(at_glance_section)), HasSubstr("signed 1991"));
}

TEST(Rule25, AnEarlierTaxTreatyIsNotNamedBesideTheNewer) {
  const World world("pair EGY SYR\nedition 2025-12-31\nagreement double_taxation \"Double taxation agreement, applied from 1992\" signed 1991 status in_force source list\nagreement double_taxation \"Double taxation agreement, applied from 1974\" signed 1973 status in_force source list\n");
  const std::string words = words_of(world.section(agreements_section));
  EXPECT_THAT(words.substr(0, words.find("Agreements between")), AllOf(HasSubstr("signed 1991"), Not(HasSubstr("signed 1973"))));
}

}  // namespace
}  // namespace comity::dossier
