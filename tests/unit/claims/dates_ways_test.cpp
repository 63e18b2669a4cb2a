// Which date belongs to what a text tells, and which of the two states "the country" or "the latter" is. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(LongDates, DecadesAndCenturies) {
  EXPECT_THAT(about("In the 1960s and 1970s, Norway maintained an embassy in Lima."), ElementsAre("mission NOR PER - embassy - 196X/197X Lima"));
  EXPECT_THAT(about("Norway maintained an embassy in Lima from the 1960s to the 1980s."), ElementsAre("mission NOR PER - embassy - 196X/198X Lima"));
  EXPECT_THAT(about("Peru has provided aid to Norway since the 1980s."), ElementsAre("aid PER NOR - - - 198X/.."));
  EXPECT_THAT(about("In the 18th century, Peru exported tobacco to Norway."), ElementsAre("exports PER NOR - goods - 17XX"));
  EXPECT_THAT(about("In the late 1800s, Peru exported tobacco to Norway."), ElementsAre("exports PER NOR - goods - 18XX"));
}

TEST(DatesOfSentencesBefore, SinceThen) {
  EXPECT_THAT(about("Peru recognised Norway on 5 September 1991 and established diplomatic relations with it on 5 December 1991. Since then, Peru has been accredited to Norway from its embassy in Helsinki, Finland."),
              Contains("mission PER NOR - accredited - 1991-12-05/.. Helsinki"));
}

TEST(DatesOfSentencesBefore, TheSameYearAsASpansEnd) {
  EXPECT_THAT(about("Peru was a colony from 1814 until 1964. Peru was recognised by Norway the same year."), ElementsAre("recognition NOR PER - - - 1964"));
}

TEST(DatesOfSentencesBefore, WhatWasSignedOnAVisit) {
  EXPECT_THAT(about("In May 2004, Peruvian Foreign Minister José Soto visited Norway. The two countries signed an agreement on tourism."), Contains("treaty_signed NOR PER - tourism - 2004-05"));
  EXPECT_THAT(about("From 4 to 7 May 2004, Peruvian Foreign Minister José Soto visited Norway. They signed an agreement on tourism."), Contains("treaty_signed NOR PER - tourism - 2004-05"));
  EXPECT_THAT(about("In May 2004, a school was opened. The two countries have signed an agreement on tourism."), ElementsAre("treaty_signed NOR PER - tourism"));
}

TEST(DatesOfSentencesBefore, RelationsBrokenOffInReturn) {
  EXPECT_THAT(about("In 2002, Peru recognised Kosovo. Consequently, Norway severed its relations with Peru."), Contains("relations_severed NOR PER - - - 2002"));
}

TEST(DatesOfClauses, MidOfAYear) {
  EXPECT_THAT(about("Peru opened an embassy in Oslo in mid-1994."), ElementsAre("mission_opened PER NOR - embassy - 1994 Oslo"));
}

TEST(DatesOfClauses, NotUntil) {
  EXPECT_THAT(about("The union was dissolved in 1839, but it was not until May 30, 1848 that Peru and Norway established diplomatic relations."), ElementsAre("relations_established NOR PER - - - 1848-05-30"));
}

TEST(DatesOfClauses, EachOfTwoEmbassiesItsOwn) {
  EXPECT_THAT(about("In April 1992, the Peruvian embassy was opened in Oslo and in October 1992 in Lima the embassy of Norway was opened."),
              ElementsAre("mission_opened PER NOR - embassy - 1992-04 Oslo", "mission_opened NOR PER - embassy - 1992-10 Lima"));
}

TEST(States, TheCountryIsTheOtherOne) {
  EXPECT_THAT(about("In 2018, Norway exported goods worth $5 million to the country."), ElementsAre("exports NOR PER 5000000 - USD 2018"));
  EXPECT_THAT(about("Norway has provided $5 million in aid to the South American nation."), ElementsAre("aid NOR PER 5000000 - USD"));
  EXPECT_THAT(about("Norway is the country's third largest trading partner."), ElementsAre("trade_share NOR PER 3 rank"));
}

TEST(States, TheCountryOfAnotherClause) {
  EXPECT_THAT(about("Peru is a large market, and Norwegian companies have invested $5 million in the country."), ElementsAre("fdi_stock NOR PER 5000000 - USD"));
  EXPECT_THAT(about("Peru was in debt, and aid to the country amounted to $5 million in 1990."), testing::Not(Contains("aid PER NOR 5000000 - USD 1990")));
  EXPECT_THAT(about("Peru is stable and foreign investment in the country rose to $5 billion in 2018."), IsEmpty());
}

TEST(States, FormerAndLatter) {
  EXPECT_THAT(about("Peru and Norway trade with each other. In 2019 the former exported goods worth $60 million to the latter."), ElementsAre("exports PER NOR 60000000 - USD 2019"));
  EXPECT_THAT(about("Peru and Norway trade with each other. In 2019 the latter exported goods worth $60 million to the former."), ElementsAre("exports NOR PER 60000000 - USD 2019"));
  EXPECT_THAT(about("Peru and Norway are friends. The latter opened an embassy in the former in 1990."), ElementsAre("mission_opened NOR PER - embassy - 1990 Lima"));
  EXPECT_THAT(about("Peru and Norway are friends. The former president of Norway was seventy."), IsEmpty());
}

}  // namespace
}  // namespace comity::claims
