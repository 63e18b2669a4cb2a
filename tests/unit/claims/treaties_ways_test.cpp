// Treaties in lists, series and counts, as pages write them. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

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

}  // namespace
}  // namespace comity::claims
