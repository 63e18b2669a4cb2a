// Forms of sentences that ministries' pages and encyclopaedia articles share: lists without bullets, labels, sums whose noun
// stands in another clause, offices that only one of two states has. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(PatternsOfVisits, TheHeadOfATableKeepsTheDirection) {
  EXPECT_THAT(about("4. VIP Visits\nFrom Norway to Peru\nYear  Name\n1997  Foreign Minister Bjørn Tore Godal\n2011  Crown Prince Haakon (trade forum, 3 and 4 March)\nFrom Peru to Norway\n2004  Prime Minister Carlos Ferrero"),
              ElementsAre("visit NOR PER - - - 1997 - Bjørn Tore Godal", "visit NOR PER - - - 2011 - Haakon", "visit PER NOR - - - 2004 - Carlos Ferrero"));
}

TEST(PatternsOfVisits, AListWithoutBullets) {
  EXPECT_THAT(about("High-level visits from Peru to Norway\n\nPresident Alan García (1987, 2008)\nPresident Alberto Fujimori (1996)"),
              ElementsAre("visit PER NOR - - - 1987 - Alan García", "visit PER NOR - - - 2008 - Alan García", "visit PER NOR - - - 1996 - Alberto Fujimori"));
}

TEST(PatternsOfVisits, ALabelHeadsItsParagraph) {
  EXPECT_THAT(about("Visits to Norway from Peru: President Alan García in June 1987 and May 2008; Prime Minister Beatriz Merino from 4 to 6 August 2003. President Alejandro Toledo in 2005."),
              ElementsAre("visit PER NOR - - - 1987-06 - Alan García", "visit PER NOR - - - 2008-05 - Alan García", "visit PER NOR - - - 2003-08-04/2003-08-06 - Beatriz Merino", "visit PER NOR - - - 2005 - Alejandro Toledo"));
}

TEST(PatternsOfVisits, AnOfficeThatOneOfThemHas) {
  EXPECT_THAT(about("Crown Prince Haakon travelled there in April 2012."), ElementsAre("visit NOR PER - - - 2012-04 - Haakon"));
  EXPECT_THAT(about("President Mauno Koivisto travelled there from Finland in May 1990."), IsEmpty());
  EXPECT_THAT(about("Foreign Minister Jonas Støre travelled in April 2012."), IsEmpty());  // both have one
}

TEST(PatternsOfVisits, PresidentsOfOrganisationsAreNobodysGuests) {
  EXPECT_THAT(about("President of the European Commission Jacques Santer visited Lima in May 1997."), IsEmpty());
  EXPECT_THAT(about("President Alan García visited Oslo in May 2008. A coach saw the Telenor Arena in 2009, and a band visited the Telenor Arena in 2010."), ElementsAre("visit PER NOR - - - 2008-05 Oslo Alan García"));
}

TEST(PatternsOfVisits, OnceMoreAndOnTheSameTrip) {
  EXPECT_THAT(about("Prime Minister Erna Solberg visited Lima on 5 May 2014 and returned on 7 and 8 June 2016."),
              ElementsAre("visit NOR PER - - - 2014-05-05 Lima Erna Solberg", "visit NOR PER - - - 2016-06-07/2016-06-08 - Erna Solberg"));
  EXPECT_THAT(about("Prime Minister Erna Solberg came to Lima on 5 May 2014 and to Cusco on 9 May 2014."),
              ElementsAre("visit NOR PER - - - 2014-05-05 Lima Erna Solberg", "visit NOR PER - - - 2014-05-09 Cusco Erna Solberg"));
  EXPECT_THAT(about("Erna Solberg visited Lima in May 2014. Minister Børge Brende was in the same city on 3 July 2015."),
              ElementsAre("visit NOR PER - - - 2014-05 Lima Erna Solberg", "visit NOR PER - - - 2015-07-03 Lima Børge Brende"));
}

TEST(PatternsOfVisits, TheirNumberAndTheirFirst) {
  EXPECT_THAT(about("Norwegian prime ministers have travelled to Peru 12 times, against 7 trips by Peruvian presidents."), ElementsAre("visit NOR PER 12 visits", "visit PER NOR 7 visits"));
  EXPECT_THAT(about("Jan Egeland visited in October 2004, the first Norwegian minister to do so."), ElementsAre("visit NOR PER - - - 2004-10 - Jan Egeland"));
}

TEST(PatternsOfMissions, ALabelWithItsList) {
  EXPECT_THAT(about("Norway: Embassy, Lima; Consulate, Iquitos. Peru: Embassy, Oslo; consulates general in Bergen and, since March 2015, Tromsø."),
              ElementsAre("mission NOR PER - embassy - - Lima", "mission NOR PER - consulate - - Iquitos", "mission PER NOR - embassy - - Oslo", "mission PER NOR - consulate general - - Bergen",
                          "mission PER NOR - consulate general - 2015-03/.. Tromsø"));
}

TEST(PatternsOfMissions, BothCapitalsAndADateOfOneAlone) {
  EXPECT_THAT(about("They exchanged notes, with liaison offices in the two capitals."), ElementsAre("mission PER NOR - liaison office - - Oslo", "mission NOR PER - liaison office - - Lima"));
  EXPECT_THAT(about("Since 1999, Peru has had an embassy in Oslo and a consulate in Bergen."), ElementsAre("mission PER NOR - embassy - 1999/.. Oslo", "mission PER NOR - consulate - - Bergen"));
}

TEST(PatternsOfRelations, TheVerbOfTheFirstHalf) {
  EXPECT_THAT(about("Consular relations were restored in May 1951 and full diplomatic relations on 3 June 1952."), Contains("relations_resumed NOR PER - - - 1952-06-03"));
  EXPECT_THAT(about("On 3 June 1952 both governments agreed under Swedish mediation to restore relations."), ElementsAre("relations_resumed NOR PER - - - 1952-06-03 [planned]"));
  EXPECT_THAT(about("A consul came in May 1950, and diplomatic relations followed on the 15th of that month."), Contains("relations_established NOR PER - - - 1950-05-15"));
}

TEST(PatternsOfRecognition, OfItAndItsNeighbour) {
  EXPECT_THAT(about("Peru refused to recognise it."), ElementsAre("recognition PER NOR [neg]"));
  EXPECT_THAT(about("On 4 July 1905 Peru recognised the new state."), ElementsAre("recognition PER NOR - - - 1905-07-04"));
  EXPECT_THAT(about("Peru recognised its mistake in 1999."), IsEmpty());
}

TEST(PatternsOfTreaties, TopicsWithCommasAndRenewals) {
  EXPECT_THAT(about("A Treaty of Friendship, Commerce and Navigation was concluded on 2 May 1825."), ElementsAre("treaty_signed NOR PER - friendship and commerce - 1825-05-02"));
  EXPECT_THAT(about("A fisheries agreement was signed on 8 May 1949, revised in June 2007."), ElementsAre("treaty_signed NOR PER - fisheries - 1949-05-08", "treaty_signed NOR PER - fisheries - 2007-06"));
  EXPECT_THAT(about("The investment agreement with Lima has not yet entered into force."), testing::Not(Contains(testing::StartsWith("treaty_signed"))));
}

TEST(PatternsOfTreaties, ALabelWithItsListAndAField) {
  EXPECT_THAT(about("Agreements signed on 3 May 2019: MoU in the field of Defence; MoU on Cooperation in the Field of Forestry."),
              ElementsAre("treaty_signed NOR PER - defence - 2019-05-03", "treaty_signed NOR PER - forestry - 2019-05-03"));
  EXPECT_THAT(about("An agreement on a strategic partnership was signed in 2016."), ElementsAre("treaty_signed NOR PER - strategic partnership - 2016"));
  EXPECT_THAT(about("At the talks in Lima on 3 May 2019 four agreements were signed."), ElementsAre("treaty_signed NOR PER 4 documents - 2019-05-03 Lima"));
}

TEST(PatternsOfMemberships, ReturnsApplicationsAndWhatHasBeenSince) {
  EXPECT_THAT(about("Peru was suspended from the Andean Community in 1992; it returned five years later."), Contains(testing::StartsWith("membership PER Andean Community - - - 1997")));
  EXPECT_THAT(about("Norway withdrew its application to the EU in 1973."), ElementsAre("membership NOR EU - - - 1973 [neg]"));
  EXPECT_THAT(about("Peru is not a member of NATO, though Norway has been since 1949."), Contains("membership NOR NATO - - - 1949"));
  EXPECT_THAT(about("Norway has been a member of the OSCE since 1973, Peru since 1999 of APEC."), Contains("membership NOR OSCE - - - 1973"));
}

TEST(PatternsOfTrade, TotalsOfLinesSharesAndElliptic) {
  EXPECT_THAT(about("Trade\n\n* Exports to Peru from Norway (2014): US$60 million\n* Imports to Norway from Peru (2014): US$40 million\n* Total (2014): 100 million"), Contains("trade_total NOR PER 100000000 - USD 2014"));
  EXPECT_THAT(about("Trade stood at $50 million in 2018; imports were $30 million, or 78% of what Peru sells to Scandinavia."), Contains("trade_share PER NOR 78 percent - 2018"));
  EXPECT_THAT(about("Norwegian exports grew by 14% in 2019."), ElementsAre("trade_growth NOR PER 14 percent - 2019"));
  EXPECT_THAT(about("Statistics put Norway among the five largest investors."), ElementsAre("fdi_stock NOR PER 5 rank"));
}

TEST(PatternsOfTrade, AnOrganisationBuysForItself) {
  EXPECT_THAT(about("The European Union as a whole bought goods for €3 billion from Peru in 2020."), ElementsAre("imports EU PER 3000000000 - EUR 2020"));
}

TEST(PatternsOfAid, PledgesListsAndTotals) {
  EXPECT_THAT(about("In 2019 Norway pledged 40 million euros of aid to Peru."), ElementsAre("aid NOR PER 40000000 - EUR 2019 [planned]"));
  EXPECT_THAT(about("For Peru's Fifth Development Plan Norway has provided aid of 40 million euros in 2019."), ElementsAre("aid NOR PER 40000000 - EUR 2019"));
  EXPECT_THAT(about("Norway is a partner.\n\n3. Assistance (2022)\n(1) Total: 18 million US dollars\n(2) Grants: 12 million US dollars"), ElementsAre("aid NOR PER 18000000 - USD 2022", "aid NOR PER 12000000 - USD 2022"));
  EXPECT_THAT(about("Norway lends. Main loans: Callao Port (2007): US$26 million; second phase (2015): US$32 million."), ElementsAre("aid NOR PER 26000000 - USD 2007", "aid NOR PER 32000000 - USD 2015"));
  EXPECT_THAT(about("Norway was Peru's third bilateral donor in 2019."), ElementsAre("aid NOR PER 3 rank - 2019"));
}

TEST(PatternsOfInvestment, TheSumOfTheClauseBefore) {
  EXPECT_THAT(about("Norwegian direct investment reached US$20 million in 2011 but fell to 6 million a year later."), ElementsAre("fdi_flow NOR PER 20000000 - USD 2011", "fdi_flow NOR PER 6000000 - USD 2012"));
  EXPECT_THAT(about("Norwegian firms have invested in mines; over 20 of them operate in Peru."), Contains("company_count NOR PER 20 companies"));
}

TEST(PatternsOfConflicts, LossesAndTroops) {
  EXPECT_THAT(about("In 1879 Norwegian troops invaded the coast; 49 Peruvian and 25 Norwegian soldiers died."),
              ElementsAre("conflict NOR PER - - - 1879", "conflict PER NOR 49 people - 1879", "conflict NOR PER 25 people - 1879"));
  EXPECT_THAT(about("By 1881 some 3,600 Norwegian soldiers were in the country."), ElementsAre("conflict NOR PER 3600 people - 1881"));
  EXPECT_THAT(about("An earthquake killed 300 people in Peru in 1970."), IsEmpty());
}

TEST(PatternsOfPeople, AtItsUniversitiesAndByTheYear) {
  EXPECT_THAT(lines("Japan–Norway relations\n\nSome 400 Japanese are enrolled at Norwegian universities.\n"), ElementsAre("students JPN NOR 400 people"));
  EXPECT_THAT(about("Peruvian residents in Norway: 1,266 (Oct. 2017)."), ElementsAre("diaspora PER NOR 1266 people - 2017-10"));
}

TEST(PatternsOfCulture, EachPairOfTownsHasItsOwnYear) {
  EXPECT_THAT(about("Oslo and Lima have been sister cities since 1993; Bergen is twinned with Cusco."), ElementsAre("twin_towns Oslo Lima - - - 1993", "twin_towns Bergen Cusco"));
}

TEST(PatternsOfGermanTexts, VerbsInTwoPartsAndRanks) {
  const auto german = [](std::string_view text) { return lines("Beziehungen zwischen Deutschland und Peru\n\n" + std::string(text) + "\n"); };
  EXPECT_THAT(german("Deutschland und Peru nahmen am 3. Mai 1951 diplomatische Beziehungen auf."), ElementsAre("relations_established DEU PER - - - 1951-05-03"));
  EXPECT_THAT(german("Bundespräsident Johannes Rau stattete dem Land im Mai 2003 einen Staatsbesuch ab."), ElementsAre("visit DEU PER - - - 2003-05 - Johannes Rau"));
  EXPECT_THAT(german("Spanien war 2014 der wichtigste Lieferant Perus; Deutschland lag auf Platz 6."), Contains("trade_share DEU PER 6 rank - 2014"));
}

}  // namespace
}  // namespace comity::claims
