// Visits as pages lay them out: under headings that say the way, in tables, and in the first person. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(VisitsOnPages, AHeadingThatOnlySaysTheWay) {
  EXPECT_THAT(about("To Norway\nJanuary 2018 President Alan Lujan\nMay 2014 The director of the Ministry of Defence, General Adam Kerr"),
              ElementsAre("visit PER NOR - - - 2018-01 - Alan Lujan", "visit PER NOR - - - 2014-05 - Adam Kerr"));
  EXPECT_THAT(about("From Peru\n\n- President Alan Lujan (January 2018)\n\nFrom Norway\n\n- Prime Minister Ola Nordli (May 2016)"),
              ElementsAre("visit PER NOR - - - 2018-01 - Alan Lujan", "visit NOR PER - - - 2016-05 - Ola Nordli"));
  EXPECT_THAT(about("Visits\n\nPeru to Norway\n\n- 2014: President Alan Lujan"), ElementsAre("visit PER NOR - - - 2014 - Alan Lujan"));
  EXPECT_THAT(about("Ambassadors\n\nFrom Peru\n\n- Alan Lujan (2018)"), Not(Contains(StartsWith("visit"))));
}

TEST(VisitsOnPages, ASentenceThatHeadsAList) {
  EXPECT_THAT(about("The following Peruvian dignitaries have visited Norway:\n\n- President Alan Lujan (1995)"), ElementsAre("visit PER NOR - - - 1995 - Alan Lujan"));
  EXPECT_THAT(about("Norway has been visited by the following Peruvian leaders:\n\n- President Alan Lujan (1995)"), ElementsAre("visit PER NOR - - - 1995 - Alan Lujan"));
}

TEST(VisitsOnPages, AParagraphThatHoldsAList) {
  EXPECT_THAT(about("Ministerial Visits: (a) From Peru: 1. Alan Lujan, Foreign Minister (April 1992). 2. Adam Kerr, Minister of Economy (November 1998)."),
              ElementsAre("visit PER NOR - - - 1992-04 - Alan Lujan", "visit PER NOR - - - 1998-11 - Adam Kerr"));
}

TEST(VisitsOnPages, ItemsWithoutAName) {
  EXPECT_THAT(about("Visits from Peru to Norway\n\n- June 2015: parliamentary delegation\n- 15 June 2007 - Vice-speaker V. Lujan official visit"),
              ElementsAre("visit PER NOR - - - 2015-06", "visit PER NOR - - - 2007-06-15 - V. Lujan"));
  EXPECT_THAT(about("Royal visits to Norway\n\n- Princess Maria of Peru\n  - 23–25 May 1993 – Oslo\n  - 8 June 2003 – Bergen"),
              ElementsAre("visit PER NOR - - - 1993-05-23/1993-05-25 Oslo", "visit PER NOR - - - 2003-06-08 Bergen"));
  EXPECT_THAT(about("Visits from Peru to Norway\n\n- The Peruvian government declared war in August 1917."), Not(Contains(StartsWith("visit"))));
}

TEST(VisitsOnPages, ATable) {
  EXPECT_THAT(about("Guest | Host | Place of visit | Date of visit |\n---|---|---|---|\nPresident Alan Lujan | Prime Minister Ola Nordli | Oslo | March 29–30, 2022 |"),
              ElementsAre("visit PER NOR - - - 2022-03-29/2022-03-30 Oslo Alan Lujan"));
}

TEST(VisitsOnPages, InTheFirstPerson) {
  EXPECT_THAT(about("This successful visit, the first by a Norwegian Foreign Minister, reciprocated my visit to Norway in July 2000."), ElementsAre("visit PER NOR - - - 2000-07"));
  EXPECT_THAT(about("I visited Norway from 20 to 22 December 2002 for talks."), ElementsAre("visit PER NOR - - - 2002-12-20/2002-12-22"));
  EXPECT_THAT(about("Alan Lujan was elected president of Peru in 2010. He visited Norway in May 2014."), Contains("visit PER NOR - - - 2014-05 - Alan Lujan"));
}

TEST(VisitsOnPages, WhichDateAmongSeveral) {
  EXPECT_THAT(about("President Alan Lujan, who had become president in 2010, visited Norway in 2014."), ElementsAre("visit PER NOR - - - 2014 - Alan Lujan"));
  EXPECT_THAT(about("Peruvian President Alan Lujan travelled to Norway for the funeral of the former Prime Minister Ola Nordli in May 2014."), ElementsAre("visit PER NOR - - - 2014-05 - Alan Lujan"));
  EXPECT_THAT(about("President Alan Lujan visited Norway first in 2001 and then in 2005."), ElementsAre("visit PER NOR - - - 2001 - Alan Lujan", "visit PER NOR - - - 2005 - Alan Lujan"));
}

TEST(VisitsOnPages, ToldAsDoneAndNotDone) {
  EXPECT_THAT(about("Peruvian President Alan Lujan, who would visit Norway in May 1928, was popular."), ElementsAre("visit PER NOR - - - 1928-05 - Alan Lujan"));
  EXPECT_THAT(about("The minister said that President Alan Lujan would visit Norway in May 1928."), ElementsAre("visit PER NOR - - - 1928-05 - Alan Lujan [planned]"));
  EXPECT_THAT(about("No Peruvian leader has ever visited Norway."), ElementsAre("visit PER NOR [neg]"));
  EXPECT_THAT(about("High-level visits from Peru took place in 1995."), Not(Contains(StartsWith("visit NOR"))));
}

TEST(VisitsOnPages, Delegations) {
  EXPECT_THAT(about("Norway received a Peruvian military delegation in May 2014."), ElementsAre("visit PER NOR - - - 2014-05"));
  EXPECT_THAT(about("A business delegation from the Republic of Peru came to Oslo in May 2014."), Contains("visit PER NOR - - - 2014-05 Oslo"));
  EXPECT_THAT(about("Peru sent a trade mission to Norway in May 2014."), ElementsAre("visit PER NOR - - - 2014-05"));
  EXPECT_THAT(about("In 1994, a council came out of the first Peruvian trade mission to Norway."), ElementsAre("visit PER NOR"));
}

TEST(VisitsOnPages, WhatASentenceOpensWith) {
  EXPECT_THAT(about("Speaking alongside his Norwegian counterpart Ola Nordli in the capital Oslo, Peruvian President Alan Lujan praised the trade."), ElementsAre("visit PER NOR - - - - Oslo Alan Lujan"));
  EXPECT_THAT(about("While on a visit to Norway in May 2014, Peruvian President Alan Lujan spoke of friendship."), ElementsAre("visit PER NOR - - - 2014-05 - Alan Lujan"));
  EXPECT_THAT(about("Speaking in Oslo, Norwegian Prime Minister Ola Nordli praised the trade."), Not(Contains(StartsWith("visit"))));
}

TEST(VisitsOnPages, TheOtherWay) {
  EXPECT_THAT(about("Peruvian President Alan Lujan visited Norway in 2001, a visit reciprocated by Prime Minister Ola Nordli in 2003."),
              ElementsAre("visit PER NOR - - - 2001 - Alan Lujan", "visit NOR PER - - - 2003 - Ola Nordli"));
  EXPECT_THAT(about("President Alan Lujan's state visit to Norway (May 2001) and Prime Minister Ola Nordli's visit to Peru (July 2006) were milestones."),
              ElementsAre("visit PER NOR - - - 2001-05 - Alan Lujan", "visit NOR PER - - - 2006-07 - Ola Nordli"));
}

TEST(VisitsOnPages, InAThirdState) {
  EXPECT_THAT(about("Peruvian President Alan Lujan also visited South Sudan in May 2014."), ElementsAre("visit PER SSD - - - 2014-05 - Alan Lujan"));
  EXPECT_THAT(about("Peruvian President Alan Lujan will also stop in Addis Ababa for talks."), ElementsAre("visit PER ETH - - - - Addis Ababa Alan Lujan [planned]"));
  EXPECT_THAT(about("Swedish Prime Minister Lars Berg visited South Sudan in May 2014."), IsEmpty());
}

TEST(VisitsOnPages, WhoStayedAtHome) {
  EXPECT_THAT(about("The President Alan Lujan gave a speech in Oslo on 12 May 2001."), Not(Contains(StartsWith("visit NOR"))));
  EXPECT_THAT(about("Peruvian writer Alan Lujan travelled to Oslo in 1950."), Not(Contains(StartsWith("visit"))));
  EXPECT_THAT(about("Peruvian President Alan Lujan was invited to visit Norway."), ElementsAre("visit PER NOR - - - - - Alan Lujan [planned]"));
  EXPECT_THAT(about("Prime Minister Ola Nordli invited his Peruvian counterpart to visit Norway."), ElementsAre("visit PER NOR [planned]"));
  EXPECT_THAT(about("Around 7,000 Peruvian citizens visit Norway each year and around 4,000 Norwegians are resident in Peru."),
              ElementsAre("tourism PER NOR 7000 people/year", "diaspora NOR PER 4000 people"));
}

TEST(VisitsOnPages, WhoseParliamentItIs) {
  EXPECT_THAT(about("Visits\n\n- 15 June 2007 - Speaker of the Storting Kari Lundby official visit"), ElementsAre("visit NOR PER - - - 2007-06-15 - Kari Lundby"));
}

TEST(VisitsOnPages, HowOftenAndHowMany) {
  EXPECT_THAT(about("President Alan Lujan of Peru has made three official visits to Norway."), ElementsAre("visit PER NOR 3 visits - - - Alan Lujan"));
  EXPECT_THAT(about("President Alan Lujan of Peru has visited Norway twice."), ElementsAre("visit PER NOR 2 visits - - - Alan Lujan"));
  EXPECT_THAT(about("Norway is a popular destination for Peruvian travellers."), ElementsAre("tourism PER NOR [vague]"));
  EXPECT_THAT(about("From 1992 to 2016, visits were carried out from Peru to Norway: 2 visits of Prime Minister (1996, 2005), a visit of Deputy Prime Minister (2014)."),
              ElementsAre("visit PER NOR - - - 1996", "visit PER NOR - - - 2005", "visit PER NOR - - - 2014"));
}

TEST(VisitsOnPages, WarsSideBySide) {
  EXPECT_THAT(about("Peru and Norway were allies in the Second World War."), ElementsAre("conflict NOR PER - - - 1939/1945"));
  EXPECT_THAT(about("Peru sent 3,000 soldiers to Norway in 1914."), ElementsAre("conflict PER NOR 3000 people - 1914"));
  EXPECT_THAT(about("The government declared war on Norway in August 1917."), ElementsAre("conflict PER NOR - - - 1917-08"));
}

}  // namespace
}  // namespace comity::claims
