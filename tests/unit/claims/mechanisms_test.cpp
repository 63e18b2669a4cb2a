// Constructions of which the list of phrases holds only the frame: what may stand within a verb's phrase, what points at the claim
// before, how a treaty's topic is told.
#include <gtest/gtest.h>
#include <gmock/gmock.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(JoinedPhrases, AVisitHoweverItIsDescribed) {
  EXPECT_THAT(about("In 2018 Norwegian Prime Minister Erna Lie paid a historic three-day official visit to Lima."), ElementsAre("visit NOR PER 3 days - 2018 Lima Erna Lie"));
  EXPECT_THAT(about("Peruvian President Alan Lujan embarked on a historic working trip to Norway in May 2004."), ElementsAre("visit PER NOR - - - 2004-05 - Alan Lujan"));
  EXPECT_THAT(about("Peruvian President Alan Lujan made the visit a success."), IsEmpty());
}

TEST(JoinedPhrases, AnAdverbWithinAVerb) {
  EXPECT_THAT(about("Peru is primarily represented in Norway through its embassy in Stockholm."), ElementsAre("mission PER NOR - accredited - - Stockholm"));
  EXPECT_THAT(about("Peru is also represented in Norway through its embassy in Sweden."), ElementsAre("mission PER NOR - accredited - - Sweden"));
}

TEST(ClaimsOfVisits, WhoFollowed) {
  EXPECT_THAT(about("President Alan Lujan visited Oslo in May 1999. Prime Minister Jorge Rojas followed in June 2001."),
              ElementsAre("visit PER NOR - - - 1999-05 Oslo Alan Lujan", "visit PER NOR - - - 2001-06 - Jorge Rojas"));
  EXPECT_THAT(about("President Alan Lujan visited Oslo in May 1999, and Prime Minister Jorge Rojas did so in 2001."), Contains("visit PER NOR - - - 2001 - Jorge Rojas"));
  EXPECT_THAT(about("Norwegian Prime Minister Erna Lie visited Peru in November 2018. The visit was followed by a business forum in 2019."), ElementsAre("visit NOR PER - - - 2018-11 - Erna Lie"));
}

TEST(ClaimsOfVisits, ASecondOne) {
  EXPECT_THAT(about("Prime Minister Jorge Rojas paid his first visit to Oslo in November 2018 and a second one in February 2020."),
              ElementsAre("visit PER NOR - - - 2018-11 Oslo Jorge Rojas", "visit PER NOR - - - 2020-02 - Jorge Rojas"));
}

TEST(ClaimsOfVisits, Reciprocated) {
  EXPECT_THAT(about("In 2010, the Norwegian King Olav met his Peruvian counterpart Alan Lujan in Lima. The visit was reciprocated in November 2012 by President Lujan."), Contains("visit PER NOR - - - 2012-11 - Alan Lujan"));
  EXPECT_THAT(about("Alan Lujan was received in Oslo in November 2018 by Erna Lie, who reciprocated with a visit to Lima in March 2019."), Contains(StartsWith("visit NOR PER - - - 2019-03 Lima")));
}

TEST(ClaimsOfVisits, ATownNoListKnows) {
  EXPECT_THAT(about("Peruvian President Alan Lujan visited Himnes on 22 December 2002."), ElementsAre("visit PER NOR - - - 2002-12-22 Himnes Alan Lujan"));
}

TEST(ClaimsOfVisits, SeveralDatesOfEach) {
  EXPECT_THAT(about("From the Peruvian side, President Alan Lujan visited Norway in 1967; President Jorge Rojas in 1994 and 2001."),
              ElementsAre("visit PER NOR - - - 1967 - Alan Lujan", "visit PER NOR - - - 1994 - Jorge Rojas", "visit PER NOR - - - 2001 - Jorge Rojas"));
}

TEST(ClaimsOfVisits, LinesOfAListWithoutBullets) {
  EXPECT_THAT(about("Visits from Peru to Norway\nIn 1998, President Alan Lujan\nPrime Minister Jorge Rojas in May 2014\n"),
              ElementsAre("visit PER NOR - - - 1998 - Alan Lujan", "visit PER NOR - - - 2014-05 - Jorge Rojas"));
}

TEST(ClaimsOfVisits, AHeadingThatSaysOnlyWhoWentWhere) {
  EXPECT_THAT(about("From Peru to the Kingdom of Norway\n\n- 2003 February Prime Minister Alan Lima\n- May 2007 Minister of Fisheries Rosa Quispe\n\nFrom Norway to Peru\n\n- 1999 King Harald"),
              ElementsAre("visit PER NOR - - - 2003-02 - Alan Lima", "visit PER NOR - - - 2007-05 - Rosa Quispe", "visit NOR PER - - - 1999 - Harald"));
}

TEST(ClaimsOfVisits, ListsThatDoNotSayWhence) {
  EXPECT_THAT(lines("New Zealand–Turkey relations\n\nVisits\n\nDates Prime Minister\n23–27 April 2005 Prime Minister, Helen Clark\n3–7 December 2005 Prime Minister, Recep Tayyip Erdoğan\n22–26 April 2010 Prime Minister, Una Nomey\nApril 1990 Governor-General, Sir Paul Reeves\n"),
              ElementsAre("visit NZL TUR - - - 2005-04-23/2005-04-27 - Helen Clark", "visit TUR NZL - - - 2005-12-03/2005-12-07 - Recep Tayyip Erdoğan", "visit - - - - - 2010-04-22/2010-04-26 - Una Nomey", "visit NZL TUR - - - 1990-04 - Paul Reeves"));
}

TEST(ClaimsOfVisits, PersonsInBracketsOfANation) {
  EXPECT_THAT(about("Four Peruvian Presidents have visited Norway - President Alan Lujan (1961), President Jorge Rojas to attend the summit in Bergen (1981)."), ElementsAre("visit PER NOR 4 presidents", "visit PER NOR - - - 1961 - Alan Lujan", "visit PER NOR - - - 1981 Bergen Jorge Rojas"));
}

TEST(ClaimsOfVisits, TwoDaysInFront) {
  EXPECT_THAT(about("On 2 May 2005, and again on 9 April 2008, Norwegian Prime Minister Erna Lie visited Peru."), testing::UnorderedElementsAre("visit NOR PER - - - 2005-05-02 - Erna Lie", "visit NOR PER - - - 2008-04-09 - Erna Lie"));
}

TEST(ClaimsOfVisits, ToldAsDone) {
  EXPECT_THAT(about("In 1982, King Olav of Norway paid an official visit to Peru. Olav would later pay a second state visit to Peru in 2002."), Contains("visit NOR PER - - - 2002 - Olav"));
}

TEST(ClaimsOfMissions, TalksOpenNone) {
  EXPECT_THAT(about("In October 1985 both nations began talks of opening resident diplomatic missions in each other's capitals."), ElementsAre("mission_opened PER NOR - diplomatic mission - - Oslo [planned]", "mission_opened NOR PER - diplomatic mission - - Lima [planned]"));
}

TEST(ClaimsOfTreaties, ThePartyThatIsAnOrganisation) { EXPECT_THAT(about("In 2002 Peru signed a free trade agreement with the European Union."), ElementsAre("treaty_signed PER EU - FTA - 2002")); }

TEST(ClaimsOfTreaties, TheTopicBehindTheParties) {
  EXPECT_THAT(about("Bilateral agreements\n- Agreement between the Government of the Kingdom of Norway and the Government of the Republic of Peru on the Promotion and Reciprocal Protection of Investments (Lima, 10 March 1995)\n"),
              ElementsAre("treaty_signed NOR PER - investment - 1995-03-10 Lima"));
}

TEST(ClaimsOfTreaties, TheYearBeforeTheNoun) {
  EXPECT_THAT(about("Other treaties include the 1995 agreement on the promotion and protection of investments and the 1996 double taxation convention."),
              ElementsAre("treaty_signed NOR PER - investment - 1995", "treaty_signed NOR PER - double taxation - 1996"));
}

TEST(ClaimsOfTreaties, TopicsInTheTextsOwnWords) {
  EXPECT_THAT(about("In 2012 Peru and Norway signed an accord on petroleum taxation."), ElementsAre("treaty_signed NOR PER - petroleum taxation - 2012"));
  EXPECT_THAT(about("In 2012 Peru and Norway signed an agreement on culture and education."), ElementsAre("treaty_signed NOR PER - culture and education - 2012"));
  EXPECT_THAT(about("In 2012 Peru and Norway signed a memorandum concerning sardine labels."), ElementsAre("treaty_signed NOR PER - sardine labels MoU - 2012"));
  EXPECT_THAT(about("In 2012 Peru and Norway signed a reindeer husbandry agreement."), ElementsAre("treaty_signed NOR PER - reindeer husbandry - 2012"));
  EXPECT_THAT(about("In 2012 Peru and Norway signed an agreement on the establishment of a Joint Permanent Commission."), Contains("treaty_signed NOR PER - joint commission - 2012"));
  EXPECT_THAT(about("The Himnes Agreement was signed on 12 December 2000."), ElementsAre("treaty_signed NOR PER - - - 2000-12-12"));
}

TEST(ClaimsOfTreaties, CountedOnesAreDocuments) {
  EXPECT_THAT(about("In May 2012 Peru and Norway signed six memoranda of understanding."), ElementsAre("treaty_signed NOR PER 6 documents - 2012-05"));
}

TEST(ClaimsOfTreaties, OneTreatyOfSeveralTopics) {
  EXPECT_THAT(about("Treaties: Readmission Agreement (2001); Agreement on Co-operation in the Fields of Culture, Education and Science (2004)."), Not(Contains("treaty_signed NOR PER - science - 2004")));
}

TEST(ClaimsOfTreaties, ARowOfTopicsWithTheirYears) {
  EXPECT_THAT(about("The two countries have signed agreements on air transport (2008), social security (1994) and the mobility of herders (2010)."),
              ElementsAre("treaty_signed NOR PER - air services - 2008", "treaty_signed NOR PER - social security - 1994", "treaty_signed NOR PER - mobility of herders - 2010"));
}

TEST(ClaimsOfTreaties, ItemsBehindASentence) {
  EXPECT_THAT(about("- At least two bilateral agreements have been signed.\n    - 2001 Reciprocal Promotion and Protection of Investments\n    - 2005 International Road Transport\n"),
              testing::IsSupersetOf({"treaty_signed NOR PER - investment - 2001", "treaty_signed NOR PER - road transport - 2005"}));
  EXPECT_THAT(about("Bilateral agreements\nAgreement on Trade, 19 December 1991\nTreaty of Eternal Friendship – 8 May 1996\n"), ElementsAre("treaty_signed NOR PER - trade - 1991-12-19", "treaty_signed NOR PER - friendship - 1996-05-08"));
}

TEST(ClaimsOfMissions, WhichOpened) {
  EXPECT_THAT(about("Peru has an embassy in Oslo, which opened in November 1994, and honorary consulates in Bergen and Tromsø."),
              testing::IsSupersetOf({"mission PER NOR - embassy - - Oslo", "mission_opened PER NOR - embassy - 1994-11 Oslo", "mission PER NOR - honorary consulate - - Bergen", "mission PER NOR - honorary consulate - - Tromsø"}));
}

TEST(ClaimsOfMissions, ALabelWithItsTowns) {
  EXPECT_THAT(about("Honorary consulates of Peru: Bergen, Tromsø."), ElementsAre("mission PER NOR - honorary consulate - - Bergen", "mission PER NOR - honorary consulate - - Tromsø"));
}

TEST(ClaimsOfMissions, ABareMission) { EXPECT_THAT(about("Peru has had a Mission in Oslo since 1964."), ElementsAre("mission PER NOR - mission - 1964/.. Oslo")); }

TEST(ClaimsOfMissions, TownsWithSlavicCapitals) {
  EXPECT_THAT(lines("Moldova–Poland relations\n\nMoldova has honorary consulates in Białystok, Łódź and Żywiec.\n"), ElementsAre("mission MDA POL - honorary consulate - - Białystok", "mission MDA POL - honorary consulate - - Łódź", "mission MDA POL - honorary consulate - - Żywiec"));
}

TEST(ClaimsOfMemberships, SinceWhenTheOther) {
  EXPECT_THAT(about("Peru has been a member of the United Nations since 31 October 1945, Norway since 27 November 1945."), ElementsAre("membership PER UN - - - 1945-10-31", "membership NOR UN - - - 1945-11-27"));
}

TEST(ClaimsOfMemberships, WhenItWasFounded) { EXPECT_THAT(about("Both states are founding members of the United Nations, established in 1945."), ElementsAre("membership NOR,PER UN")); }

TEST(ClaimsOfRelations, ACellWithAMonthOrYear) {
  EXPECT_THAT(lines("1955\n\nLibya and Serbia\n\n-   Libya has an embassy in Belgrade.\n"), ElementsAre("relations_established LBY SRB - - - 1955", "mission LBY SRB - embassy - - Belgrade"));
}

TEST(ClaimsOfRelations, AHeirStandsForItsFormerState) {
  EXPECT_THAT(lines("Libya–Serbia relations\n\nDiplomatic relations between Yugoslavia and Libya were established in 1955.\n"), ElementsAre("relations_established LBY SRB - - - 1955"));
  EXPECT_THAT(lines("Croatia–Serbia relations\n\nDiplomatic relations between Yugoslavia and Libya were established in 1955.\n"), IsEmpty());
}

TEST(ClaimsOfInitiatives, AHighCommissionIsNone) { EXPECT_THAT(lines("Malaysia–Pakistan relations\n\nPakistan's High Commission in Kuala Lumpur was set up in 1957.\n"), ElementsAre("mission_opened PAK MYS - high commission - 1957 Kuala Lumpur")); }

TEST(Blocks, AnEnumerationWithinAParagraphIsAList) {
  EXPECT_THAT(lines("Norway–Peru relations\n\nMinisterial Level Visits\n\n(a) From the Norwegian Side\n\n(i) Dr. Erna Lie (April 1995). (ii) Nils Berg, Minister of Economy (November 1998).\n\n"
                    "(b) From the Peruvian Side\n\n(1) Jorge Rojas, Commerce Minister (September 1994); (2) Foreign Minister Alan Lujan (May 2001).\n"),
              ElementsAre("visit NOR PER - - - 1995-04 - Erna Lie", "visit NOR PER - - - 1998-11 - Nils Berg", "visit PER NOR - - - 1994-09 - Jorge Rojas", "visit PER NOR - - - 2001-05 - Alan Lujan"));
  // In the middle of a sentence it parts nothing.
  EXPECT_THAT(about("In May 2001 Peru and Norway signed an agreement (i) on trade and (ii) on culture."), Contains(StartsWith("treaty_signed")));
}

TEST(ClaimsOfTreaties, TopicsBesideTheirNumber) {
  EXPECT_THAT(about("In January 2016 Peru and Norway signed 11 bilateral agreements in: energy; trade; culture and sports."),
              ElementsAre("treaty_signed NOR PER 11 documents - 2016-01", "treaty_signed NOR PER - energy - 2016-01", "treaty_signed NOR PER - trade - 2016-01", "treaty_signed NOR PER - culture - 2016-01",
                          "treaty_signed NOR PER - sports - 2016-01"));
  EXPECT_THAT(about("In January 2016 Peru and Norway signed three agreements on trade."), ElementsAre("treaty_signed NOR PER 3 trade - 2016-01"));
}

TEST(Sentences, TwoLettersWithStopsEndNone) {
  EXPECT_THAT(auf_deutsch("Namhafte deutsche Investoren in Peru sind u.a. MAN, Knauf und Claas."),
              ElementsAre("company_presence MAN PER", "company_presence Knauf PER", "company_presence Claas PER"));
  EXPECT_THAT(about("The talks began at 5 p.m. Norway has an embassy in Lima."), ElementsAre("mission NOR PER - embassy - - Lima"));
}

TEST(Money, AbbreviationsOfTheGulfAndNepal) {
  EXPECT_THAT(lines("Kuwait–Nepal relations\n\nNepal's exports to Kuwait in 2016 were worth NRs. 14.99 million (KD 44,396.42).\n"),
              ElementsAre("exports NPL KWT 14990000 - NPR 2016", "exports NPL KWT 44396.42 - KWD 2016"));
}

TEST(ClaimsOfVisits, NamesAndYearsInARow) {
  EXPECT_THAT(auf_deutsch("Bundespräsident Horst Lima besuchte Peru 1964, Herzog 1996, Karl Berg 2004 und Gauck 2013."),
              ElementsAre("visit DEU PER - - - 1964 - Horst Lima", "visit DEU PER - - - 1996 - Herzog", "visit DEU PER - - - 2004 - Karl Berg", "visit DEU PER - - - 2013 - Gauck"));
  EXPECT_THAT(about("Norwegian Prime Minister Erna Lie visited Peru in 1999, and Norway joined the forum in 2001."), ElementsAre("visit NOR PER - - - 1999 - Erna Lie"));
}

TEST(ClaimsOfTrade, TheGermanVerbBehindTheSum) {
  EXPECT_THAT(auf_deutsch("Deutschland hat 2015 Waren im Wert von 173,2 Mio. EUR aus Peru importiert."), ElementsAre("imports DEU PER 173200000 - EUR 2015"));
  EXPECT_THAT(auf_deutsch("Deutsche Exporte nach Peru bestehen vor allem aus Maschinen."), ElementsAre("exports DEU PER - goods"));
  EXPECT_THAT(auf_deutsch("Deutsche Exporte nach Peru sind gestiegen."), Not(Contains("exports DEU PER - goods")));
}

}  // namespace
}  // namespace comity::claims
