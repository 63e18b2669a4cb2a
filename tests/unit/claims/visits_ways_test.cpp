// Ordinary ways of telling of visits that single phrases do not hold. Facts are made up.
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

TEST(WaysOfVisits, ThePersonStandsElsewhere) {
  EXPECT_THAT(about("The latest visit was that of Norwegian Foreign Minister Ola Nordli in October 2016."), ElementsAre("visit NOR PER - - - 2016-10 - Ola Nordli"));
  EXPECT_THAT(about("Ola Nordli, Prime Minister of Norway, paid an official visit to Peru in June 2013."), ElementsAre("visit NOR PER - - - 2013-06 - Ola Nordli"));
  EXPECT_THAT(about("Prime Minister Ola Nordli, accompanied by his wife Kari Nordli, made a state visit to Peru in 2016."), ElementsAre("visit NOR PER - - - 2016 - Ola Nordli"));
  EXPECT_THAT(about("Prime Minister Ola Nordli was the first Norwegian head of government to visit Peru, in 2007."), ElementsAre("visit NOR PER - - - 2007 - Ola Nordli"));
  EXPECT_THAT(about("Prime Minister Ola Nordli paid a visit to Peru in 2005, and in 2009 Crown Prince Haakon made another."),
              ElementsAre("visit NOR PER - - - 2005 - Ola Nordli", "visit NOR PER - - - 2009 - Haakon"));
}

TEST(WaysOfVisits, BothMet) {
  EXPECT_THAT(about("The foreign ministers of the two countries met in Oslo in May 2010."), ElementsAre("visit PER NOR - - - 2010-05 Oslo"));
  EXPECT_THAT(about("Peruvian President Alan Lima and Norwegian Prime Minister Ola Nordli met in Oslo on 3 March 2018."), ElementsAre("visit PER NOR - - - 2018-03-03 Oslo Alan Lima"));
  EXPECT_THAT(about("Peruvian President Alan Lima held talks in Oslo on Tuesday."), ElementsAre("visit PER NOR - - - - Oslo Alan Lima"));
  EXPECT_THAT(about("The foreign ministers of the two countries met in Madrid in May 2010."), IsEmpty());
  EXPECT_THAT(about("The foreign ministers of Chile and Peru met in Oslo in May 2010."), Not(Contains(StartsWith("visit"))));
}

TEST(WaysOfVisits, ManyWithoutNames) {
  EXPECT_THAT(about("Norwegian ministers came to Peru in 2001, 2004 and 2010."), ElementsAre("visit NOR PER - - - 2001", "visit NOR PER - - - 2004", "visit NOR PER - - - 2010"));
  EXPECT_THAT(about("A delegation of Norwegian parliamentarians visited Peru in November 2012."), ElementsAre("visit NOR PER - - - 2012-11"));
  EXPECT_THAT(about("Swedish parliamentarians visited Peru in November 2012."), IsEmpty());
  EXPECT_THAT(about("Members of the Peruvian community in Oslo visited Lima in 2010."), Not(Contains(StartsWith("visit"))));
}

TEST(WaysOfVisits, OneTripIsOne) {
  EXPECT_THAT(about("The first visit by a Peruvian head of state to Norway took place in 2007, when President Alan Lima travelled to Oslo."), ElementsAre("visit PER NOR - - - 2007 Oslo Alan Lima"));
  EXPECT_THAT(about("In November 2014 Peru received an official visit by Prime Minister Ola Nordli."), ElementsAre("visit NOR PER - - - 2014-11 - Ola Nordli"));
}

TEST(WaysOfVisits, BehindALabel) {
  EXPECT_THAT(about("High-level visits: In 2004 President Alan Lima visited Norway. In 2008 Prime Minister Ola Nordli visited Peru."),
              ElementsAre("visit PER NOR - - - 2004 - Alan Lima", "visit NOR PER - - - 2008 - Ola Nordli"));
}

TEST(WaysOfVisits, WhichDate) {
  EXPECT_THAT(about("2004: President Alan Lima visited Oslo and met with King Harald in July 2004."), ElementsAre("visit PER NOR - - - 2004-07 Oslo Alan Lima"));
  EXPECT_THAT(about("Ola Nordli, Prime Minister of Norway from 2000 to 2012, made a state visit to Peru in 2003."), ElementsAre("visit NOR PER - - - 2003 - Ola Nordli"));
  EXPECT_THAT(about("Prime Minister Ola Nordli's 1993 visit to Peru was followed by that of Crown Prince Haakon in 1997."), Contains("visit NOR PER - - - 1997 - Haakon"));
  EXPECT_THAT(about("1. Contacts in 2006: the year of Peru\n\n- March: Visit of Prime Minister Ola Nordli to Peru\n- August: Visit of President Alan Lima to Norway"),
              testing::IsSupersetOf({"visit NOR PER - - - 2006-03 - Ola Nordli", "visit PER NOR - - - 2006-08 - Alan Lima"}));
}

TEST(WaysOfVisits, EventsAndCaptions) {
  EXPECT_THAT(about("President Alan Lima participated in the extraordinary summit on Palestine in Oslo in March 2016."), ElementsAre("visit PER NOR - - - 2016-03 Oslo Alan Lima"));
  EXPECT_THAT(about("Peruvian President Alan Lima and Norwegian Prime Minister Ola Nordli in Oslo, 2016."), ElementsAre("visit PER NOR - - - 2016 Oslo Alan Lima"));
  EXPECT_THAT(about("Peruvian President Alan Lima and Norwegian Prime Minister Ola Nordli in Madrid, 2016."), IsEmpty());
}

TEST(WaysOfVisits, NamesAndYearsInARow) {
  EXPECT_THAT(about("Two Norwegian leaders have visited Peru so far: Nordli in 2003 and Lundby (2016)."),
              ElementsAre("visit NOR PER 2 leaders", "visit NOR PER - - - 2003 - Nordli", "visit NOR PER - - - 2016 - Lundby"));
  EXPECT_THAT(about("Among the Norwegian leaders who have visited Peru are Ola Nordli (1958), Kari Lundby (1989) and Per Berg (2003)."),
              ElementsAre("visit NOR PER - - - 1958 - Ola Nordli", "visit NOR PER - - - 1989 - Kari Lundby", "visit NOR PER - - - 2003 - Per Berg"));
  EXPECT_THAT(about("Norway has been visited by President Alan Lujan (1995), Rojas (2003) and Limas (2007)."),
              ElementsAre("visit PER NOR - - - 1995 - Alan Lujan", "visit PER NOR - - - 2003 - Rojas", "visit PER NOR - - - 2007 - Limas"));
}

TEST(WaysOfVisits, HowMany) {
  EXPECT_THAT(about("So far four (4) Peruvian Presidents have visited Norway."), ElementsAre("visit PER NOR 4 presidents"));
  EXPECT_THAT(about("All three Presidents of Peru have made official visits to Norway."), ElementsAre("visit PER NOR 3 presidents"));
  EXPECT_THAT(about("President Alan Lima visited Norway four times before 1990."), ElementsAre("visit PER NOR 4 visits - ../1990 - Alan Lima"));
}

TEST(WaysOfVisits, OnAWeekday) {
  EXPECT_THAT(about("Lima, 10 October 2018 (ANP) – Norwegian Prime Minister Ola Nordli arrived in Lima on Tuesday."), ElementsAre("visit NOR PER - - - 2018-10-09 Lima Ola Nordli"));
  EXPECT_THAT(about("Norwegian Prime Minister Ola Nordli arrived in Lima on Tuesday."), ElementsAre("visit NOR PER - - - - Lima Ola Nordli"));
}

TEST(WaysOfVisits, AGuestKnownByOneName) {
  EXPECT_THAT(about("Peruvian President Alan Lujan visited Norway in 2012. On 30 October 2013, the Norwegian prime minister received Lujan in Oslo."),
              ElementsAre("visit PER NOR - - - 2012 - Alan Lujan", "visit PER NOR - - - 2013-10-30 Oslo Alan Lujan"));
}

TEST(WaysOfVisits, AwaitedOnes) {
  EXPECT_THAT(about("Norwegian Prime Minister Ola Nordli is expected in Lima on 6 February 2024."), ElementsAre("visit NOR PER - - - 2024-02-06 Lima Ola Nordli [planned]"));
}

}  // namespace
}  // namespace comity::claims
