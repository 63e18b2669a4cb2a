// What treaties are for, whether they are only wanted, and those whose topics alone are listed. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;

TEST(PurposesOfTreaties, TheClauseBehindTellsTheTopic) {
  EXPECT_THAT(about("In 2016, the two countries concluded an agreement aimed at boosting tourism."), ElementsAre("treaty_signed NOR PER - tourism - 2016"));
  EXPECT_THAT(about("Norway signed an agreement with Peru in 2011 under which it would grant a loan for a port."), ElementsAre("treaty_signed NOR PER - loan - 2011"));
  EXPECT_THAT(about("In June 2019, Norway and Peru signed an agreement that will focus on the training of Norwegian pilots."), ElementsAre("treaty_signed NOR PER - training of pilots - 2019-06"));
  EXPECT_THAT(about("Both countries reached an agreement to cooperate in the fight against drug trafficking in 2008."), ElementsAre("treaty_signed NOR PER - drug trafficking - 2008"));
  EXPECT_THAT(about("In 2018, a memorandum of understanding (MoU) on higher education was signed by Peru and Norway."), ElementsAre("treaty_signed NOR PER - higher education - 2018"));
}

TEST(PurposesOfTreaties, TheOfficesThatSign) {
  EXPECT_THAT(about("The Norwegian Ministry of Health and its Peruvian counterpart signed an MoU in 2017."), ElementsAre("treaty_signed NOR PER - health - 2017"));
  EXPECT_THAT(about("A memorandum of understanding between the two health ministries was signed in 2015."), ElementsAre("treaty_signed NOR PER - health - 2015"));
}

TEST(PurposesOfTreaties, WhatIsAmendedIsNotSignedAgain) {
  EXPECT_THAT(about("In 2013 a protocol amending the double taxation convention was signed."), ElementsAre("treaty_signed NOR PER - double taxation - 2013"));
  EXPECT_THAT(about("In 2016 Peru and Norway signed an agreement to expand the preferential trade agreement."), ElementsAre("treaty_signed NOR PER - preferential trade - 2016"));
}

TEST(PurposesOfTreaties, TheirOwnWords) {
  EXPECT_THAT(about("In 2001, Peru and Norway signed an Agreement of General Cooperation."), ElementsAre("treaty_signed NOR PER - general cooperation - 2001"));
  EXPECT_THAT(about("Peru and Norway signed a Memorandum of Understanding on cooperation within the framework of the Belt and Road Initiative in 2018."), ElementsAre("treaty_signed NOR PER - Belt and Road - 2018"));
  EXPECT_THAT(about("In 2017 Peru and Norway signed a treaty of cession."), ElementsAre("treaty_signed NOR PER - cession - 2017"));
  EXPECT_THAT(about("In 2005 they signed a protocol on the establishment of a Bilateral Fjord Cooperation Council."), ElementsAre("treaty_signed NOR PER - fjord council - 2005"));
  EXPECT_THAT(about("Peru and Norway signed an Agreement on Cooperation in the Fields of Culture, Education and Tourism in 2007."), ElementsAre("treaty_signed NOR PER - culture, education and tourism - 2007"));
}

TEST(TreatiesToCome, WantedAnnouncedTalkedAbout) {
  for (const char* text : {"Peru has expressed its readiness to sign an extradition treaty with Norway.", "Norway and Peru are in talks to sign an extradition treaty.", "Peru and Norway agreed to sign an extradition treaty.", "Peru has the opportunity to conclude an extradition treaty with Norway.",
                           "An extradition treaty is expected to be signed by Norway and Peru.", "Peru is willing to create an extradition treaty with Norway.", "Peru and Norway have agreed to negotiate an extradition treaty.", "The two ministers discussed the possibility of signing an extradition treaty."}) {
    EXPECT_THAT(about(text), ElementsAre("treaty_signed NOR PER - extradition [planned]")) << text;
  }
  EXPECT_THAT(about("In July 2015 Peru and Norway announced a free trade agreement, and signed it in August 2016."), ElementsAre("treaty_signed NOR PER - FTA - 2015-07 [planned]", "treaty_signed NOR PER - FTA - 2016-08"));
  EXPECT_THAT(about("The Norwegian king visited Lima in May 2013 to sign an agreement on mining."), Contains("treaty_signed NOR PER - mining - 2013-05"));  // what was done
}

TEST(TreatiesToCome, WhatIsThereAlready) {
  EXPECT_THAT(about("The two countries began talks to update the free trade agreement."), Not(Contains(StartsWith("treaty_signed"))));
  EXPECT_THAT(about("Peru and Norway plan to deepen their strategic partnership."), Not(Contains(StartsWith("treaty_signed"))));
}

TEST(BareTreatyLists, TopicsWithoutANoun) {
  EXPECT_THAT(about("A number of agreements were signed in November 2009 including the mutual recognition of diplomas and cooperation in health."), ElementsAre("treaty_signed NOR PER - diplomas - 2009-11", "treaty_signed NOR PER - health - 2009-11"));
  EXPECT_THAT(about("Norway and Peru signed ten agreements in May 2011. They cover trade and investment; tourism; youth and sports. The rest include hydrocarbons; health and mining."),
              ElementsAre("treaty_signed NOR PER 10 documents - 2011-05", "treaty_signed NOR PER - trade and investment - 2011-05", "treaty_signed NOR PER - tourism - 2011-05", "treaty_signed NOR PER - youth and sports - 2011-05", "treaty_signed NOR PER - hydrocarbons - 2011-05",
                          "treaty_signed NOR PER - health and mining - 2011-05"));
  EXPECT_THAT(about("Norway and Peru signed ten agreements in May 2011. The agreements cover various areas such as trade, tourism and health."), ElementsAre("treaty_signed NOR PER 10 documents - 2011-05"));
}

TEST(TreatiesThatStand, HadInARowAndWorkedUnder) {
  EXPECT_THAT(about("Norway and Peru have a Double Taxation Agreement, an Air Services Agreement, and an Investment Agreement."), ElementsAre("treaty_signed NOR PER - double taxation", "treaty_signed NOR PER - air services", "treaty_signed NOR PER - investment"));
  EXPECT_THAT(about("Pursuant to the Norway-Peru Defence Agreement, four sites will be built."), ElementsAre("treaty_signed NOR PER - defence"));
  EXPECT_THAT(about("The countries are bound by a mutual defence treaty since 1951."), ElementsAre("treaty_signed NOR PER - defence - 1951"));
  EXPECT_THAT(about("Norway reminded Peru of the border treaties in 1952 and 1954."), ElementsAre("treaty_signed NOR PER - border - 1952", "treaty_signed NOR PER - border - 1954"));
}

TEST(WorthOfTreaties, BeforeAndBehindTheNoun) {
  EXPECT_THAT(about("Norway and Peru signed a 9-million-euro agreement on ports in 2012."), ElementsAre("treaty_signed NOR PER 9000000 ports EUR 2012"));
  EXPECT_THAT(about("Deals worth up to $10 billion were signed by Norway and Peru in 2018."), ElementsAre("treaty_signed NOR PER 10000000000 deals USD 2018"));
}

TEST(MembershipsTold, InManyWays) {
  EXPECT_THAT(about("Peru has quit UNASUR as well as the G77."), ElementsAre("membership PER UNASUR", "membership PER G77"));
  EXPECT_THAT(about("Norway is an associate member of the Pacific Alliance, which includes Peru, Chile and Mexico."), ElementsAre("membership NOR Pacific Alliance", "membership PER Pacific Alliance"));
  EXPECT_THAT(about("Norway is an OECD member since 1961 and Peru is a candidate."), ElementsAre("membership NOR OECD - - - 1961", "membership PER OECD [planned]"));
  EXPECT_THAT(about("We cooperate at several platforms such as the UN, the WTO and APEC."), ElementsAre("membership NOR,PER UN", "membership NOR,PER WTO", "membership NOR,PER APEC"));
  EXPECT_THAT(about("Peru is a member of the OECD (which it joined late), APEC and the WTO."), ElementsAre("membership PER OECD", "membership PER APEC", "membership PER WTO"));
  EXPECT_THAT(about("In 1998, the two countries co-founded the D-8."), ElementsAre("membership NOR,PER D-8 - - - 1998"));
  EXPECT_THAT(about("Peru is a member of the OAS and has been an APEC member since 1998."), ElementsAre("membership PER OAS", "membership PER APEC - - - 1998"));
  EXPECT_THAT(about("Norway is not a member of the European Union but belongs to EFTA."), ElementsAre("membership NOR EU [neg]", "membership NOR EFTA"));
  EXPECT_THAT(about("Norway was neutral until 1949, when it joined NATO."), ElementsAre("membership NOR NATO - - - 1949"));
}

TEST(InitiativesTold, WhatTheTwoStarted) {
  EXPECT_THAT(about("The two governments established a human rights dialogue in 1998."), ElementsAre("initiative NOR PER - - - 1998"));
  EXPECT_THAT(about("In 2007 Norway and Peru partnered to launch a regional training centre."), ElementsAre("initiative NOR PER - - - 2007"));
  EXPECT_THAT(about("The Norway-Peru Bilateral Commission was released in March 2007."), ElementsAre("initiative NOR PER - - - 2007-03"));
  EXPECT_THAT(about("Through the Young Fjord Leaders Initiative (YFLI), Peruvian students came to Norway."), Contains("initiative NOR PER - YFLI"));
  EXPECT_THAT(about("Peru's Look North policy since 1996 brought it closer to Norway."), ElementsAre("initiative PER NOR - - - 1996/.."));
  EXPECT_THAT(about("The relations between Norway and Peru were raised to a Comprehensive Strategic Partnership (CSP)."), Not(Contains(StartsWith("initiative"))));
  EXPECT_THAT(about("Norway, Peru and Chile created a joint fund in 2004."), Not(Contains(StartsWith("initiative"))));
  EXPECT_THAT(about("Norway and Peru signed an agreement to establish a joint commission in 2001."), Not(Contains(StartsWith("initiative"))));
}

TEST(TreatiesToCome, WhatIsNone) {
  for (const char* text : {"Peru's football team signed a Norwegian player under a two-year contract.", "Norway would like to sign agreements with all its neighbours.", "Norway announced an agreement between the government of Colombia and the rebels in 2016.", "The company signed a deal with a Norwegian firm in 2010.",
                           "Peru and Norway are not sure what deals have been made."}) {
    EXPECT_THAT(about(text), Not(Contains(StartsWith("treaty_signed")))) << text;
  }
  for (const char* text : {"Norwegian engineers created a network of roads in Peru in 1950.", "The government of Peru launched a plan to attract Norwegian tourists in 2015."}) {
    EXPECT_THAT(about(text), Not(Contains(StartsWith("initiative")))) << text;
  }
}

TEST(TreatiesInGerman, PlannedAndOutOfAYear) {
  EXPECT_THAT(auf_deutsch("Zwischen Deutschland und Peru besteht ein Kulturabkommen aus dem Jahr 1965."), ElementsAre("treaty_signed DEU PER - cultural - 1965"));
  EXPECT_THAT(auf_deutsch("Die beiden Regierungen vereinbarten 2016, ein Abkommen zur Rückführung auszuhandeln."), ElementsAre("treaty_signed DEU PER - readmission - 2016 [planned]"));
  EXPECT_THAT(auf_deutsch("Es bestehen Abkommen über Luftverkehr und Tourismus."), ElementsAre("treaty_signed DEU PER - air services", "treaty_signed DEU PER - tourism"));
  EXPECT_THAT(auf_deutsch("Es besteht ein Doppelbesteuerungsabkommen."), ElementsAre("treaty_signed DEU PER - double taxation"));
  EXPECT_THAT(auf_deutsch("Peru strebt den Beitritt zur OECD an."), ElementsAre("membership PER OECD [planned]"));
  EXPECT_THAT(auf_deutsch("Ein Freihandelsabkommen zwischen den EFTA-Staaten und Peru trat 2011 in Kraft."), Not(Contains(StartsWith("membership"))));
}

}  // namespace
}  // namespace comity::claims
