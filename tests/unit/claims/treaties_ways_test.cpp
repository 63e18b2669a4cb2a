// Treaties in lists, series and counts, as pages write them. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;

TEST(WaysOfTreaties, WhatTheyAreInIsTheirTopic) {
  EXPECT_THAT(about("Norway and Peru have signed several bilateral agreements such as an Agreement in Energy (2007); Agreement in Geology and Mines (2008) and an Agreement in Higher Education (2009)."),
              ElementsAre("treaty_signed NOR PER - energy - 2007", "treaty_signed NOR PER - geology and mines - 2008", "treaty_signed NOR PER - higher education - 2009"));
  EXPECT_THAT(about("Norway and Peru signed an Agreement in Lima in 2007."), ElementsAre("treaty_signed NOR PER - - - 2007 Lima"));
}

TEST(TreatyLists, WhatSemicolonsPart) {
  EXPECT_THAT(about("Both nations have signed several bilateral agreements such as a Memorandum of Understanding on Cooperation in Agriculture; Agreement of Technical Cooperation; Agreement on Educational and Cultural Cooperation and an Extradition Treaty."),
              ElementsAre("treaty_signed NOR PER - agriculture", "treaty_signed NOR PER - technical", "treaty_signed NOR PER - educational and cultural", "treaty_signed NOR PER - extradition"));
  EXPECT_THAT(about("Peru and Norway have signed several agreements such as a MoU on education and a MoU on health."), ElementsAre("treaty_signed NOR PER - education", "treaty_signed NOR PER - health"));
}

TEST(TreatyLists, HeadsWithoutAVerbOfSigning) {
  EXPECT_THAT(about("Bilateral agreements between Peru and Norway include: Agreement on Trade, Convention on Cultural Exchange and Protocol on Cooperation in the Field of Tourism."),
              ElementsAre("treaty_signed NOR PER - trade", "treaty_signed NOR PER - cultural", "treaty_signed NOR PER - tourism"));
  EXPECT_THAT(about("The legal framework of the relations is made up of several agreements: Agreement of Technical Cooperation (1987); Air Services Agreement (1991)."),
              ElementsAre("treaty_signed NOR PER - technical - 1987", "treaty_signed NOR PER - air services - 1991"));
  EXPECT_THAT(about("A number of bilateral agreements exist between the two countries, among them an Agreement on Trade; an Extradition Treaty."), ElementsAre("treaty_signed NOR PER - trade", "treaty_signed NOR PER - extradition"));
  EXPECT_THAT(about("The two countries hope to sign agreements such as an Extradition Treaty; an Agreement on Trade."), Not(Contains("treaty_signed NOR PER - trade")));
}

TEST(TreatyLists, ItemsOnTrade) {
  EXPECT_THAT(about("Agreements:\n\n* Agreement on Trade\n* Protocol on Cooperation in the Field of Tourism"), ElementsAre("treaty_signed NOR PER - trade", "treaty_signed NOR PER - tourism"));
}

TEST(TreatySeries, RowsOfDatesAndTopics) {
  EXPECT_THAT(about("Trade agreements were signed in 1950, 1955 and 1958."), ElementsAre("treaty_signed NOR PER - trade - 1950", "treaty_signed NOR PER - trade - 1955", "treaty_signed NOR PER - trade - 1958"));
  EXPECT_THAT(about("Both countries signed an agreement on culture in 1990, on tourism in 1995 and on taxation in 2003."),
              ElementsAre("treaty_signed NOR PER - culture - 1990", "treaty_signed NOR PER - tourism - 1995", "treaty_signed NOR PER - taxation - 2003"));
}

TEST(TreatySeries, TopicsInTheTextsOwnWords) {
  EXPECT_THAT(about("The two countries signed two agreements covering skills development and education."), ElementsAre("treaty_signed NOR PER 2 documents", "treaty_signed NOR PER - skills development", "treaty_signed NOR PER - education"));
  EXPECT_THAT(about("Peru and Norway signed agreements on matters of defence, trade and investment and double taxation in 2004."),
              ElementsAre("treaty_signed NOR PER - defence - 2004", "treaty_signed NOR PER - trade and investment - 2004", "treaty_signed NOR PER - double taxation - 2004"));
  EXPECT_THAT(about("Agreements on skills development and education were signed in 2016."), ElementsAre("treaty_signed NOR PER - skills development - 2016", "treaty_signed NOR PER - education - 2016"));
  EXPECT_THAT(about("They signed a ten-year agreement on security cooperation and long-term support."), Not(Contains(StartsWith("treaty_signed NOR PER 10"))));
}

TEST(TreatySeries, CountsAndRanks) {
  EXPECT_THAT(about("The legal framework comprises some 90 bilateral agreements."), ElementsAre("treaty_signed NOR PER 90 documents"));
  EXPECT_THAT(about("The contractual basis consists of 130 agreements and 140 joint documents."), ElementsAre("treaty_signed NOR PER 130 documents", "treaty_signed NOR PER 140 documents"));
  EXPECT_THAT(about("Peru and Norway signed ten (10) Memoranda of Understanding."), ElementsAre("treaty_signed NOR PER 10 documents"));
  EXPECT_THAT(about("Norway is the eighth country to sign a bilateral security agreement with Peru."), ElementsAre("treaty_signed NOR PER 8 rank"));
  EXPECT_THAT(about("It was the first agreement of this kind signed between the two countries."), ElementsAre("treaty_signed NOR PER 1 rank"));
}

TEST(TreatySeries, TheOnesThatAreNamed) {
  EXPECT_THAT(about("In March 2005 the two countries signed six agreements including one to establish a Joint Commission and another on cooperation in the hydrocarbon sector."),
              ElementsAre("treaty_signed NOR PER 6 documents - 2005-03", "treaty_signed NOR PER - joint commission - 2005-03", StartsWith("treaty_signed NOR PER - hydrocarbon")));
  EXPECT_THAT(about("More than 60 bilateral acts have been signed."), ElementsAre("treaty_signed NOR PER 60 documents"));
}

TEST(TreatySeries, OneSpokenOfAgainIsNoOther) {
  EXPECT_THAT(about("Peru and Norway maintain a Free Trade Agreement (FTA). The agreement established a council. Both wish to update the FTA."), ElementsAre("treaty_signed NOR PER - FTA"));
  EXPECT_THAT(about("A Declaration on the Establishment of a Strategic Partnership was signed on 18 July 2017."), ElementsAre("treaty_signed NOR PER - strategic partnership - 2017-07-18"));
}

TEST(TreatySeries, DatesBehindLongNames) {
  EXPECT_THAT(about("The Norwegian government signed an agreement on the mutual abolition of visas for holders of diplomatic passports with its Peruvian counterpart in 2012."), ElementsAre("treaty_signed NOR PER - visa abolition - 2012"));
  EXPECT_THAT(about("The two countries have had a protocol on political consultations since 1988."), ElementsAre("treaty_signed NOR PER - political consultations - 1988"));
}

}  // namespace
}  // namespace comity::claims
