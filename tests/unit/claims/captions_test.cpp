// Lines that count what the line before names, goods behind their direction, ranks and projects with words between; German that
// stands the other way round. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::StartsWith;

TEST(CaptionsOfPeople, TheNumberIsOnTheNextLine) {
  EXPECT_THAT(about("Peruvian visitors to Norway (2019 Statistics Office)\n29,600\nNorwegian students in Peru (2018)\n81"),
              ElementsAre("tourism PER NOR 29600 people - 2019", "students NOR PER 81 people - 2018"));
  EXPECT_THAT(about("Norwegian nationals in Peru (data: Ministry of the Interior):\n\n261 (as of October 2015)"), ElementsAre("diaspora NOR PER 261 people - 2015-10"));
  EXPECT_THAT(about("Resident Norwegian population born in Peru (2016 census)\n4,085\nNorwegian residents of Peruvian descent\n5,233"),
              ElementsAre("diaspora PER NOR 4085 people - 2016", "diaspora PER NOR 5233 people"));
}

TEST(CaptionsOfPeople, OtherNumbersAreTheirOwn) {
  EXPECT_THAT(about("Peruvian visitors to Norway\n2019"), IsEmpty());
  EXPECT_THAT(about("Peruvian visitors to Norway\nOther figures\n29,600"), IsEmpty());
  EXPECT_THAT(about("Peruvian visitors to Chile\n29,600"), IsEmpty());
}

TEST(PeopleMoved, ImmigrantsAreNoMereResidents) {
  EXPECT_THAT(about("Around 4,500 Peruvian immigrants work in Norway."), ElementsAre("migration_stock PER NOR 4500 people"));
  EXPECT_THAT(about("Some 4,500 Peruvians live in Norway."), ElementsAre("diaspora PER NOR 4500 people"));
}

TEST(GoodsTold, TheOtherStandsBeforeThem) {
  EXPECT_THAT(about("Norway imports from Peru fishmeal, copper and fruit."), ElementsAre("imports NOR PER - goods"));
  EXPECT_THAT(about("Peru exports to Norway mainly coffee and quinoa."), ElementsAre("exports PER NOR - goods"));
}

TEST(TradeRanks, SourcesAndDestinationsWithTheirOwnerBetween) {
  EXPECT_THAT(about("Peru was the 26th largest source of Norwegian merchandise imports in 2014."), ElementsAre("trade_share PER NOR 26 rank - 2014"));
  EXPECT_THAT(about("Norway is the second largest destination for Peruvian goods."), ElementsAre("trade_share NOR PER 2 rank"));
  EXPECT_THAT(about("Peru is the third largest source of Norway's imports."), ElementsAre("trade_share PER NOR 3 rank"));
}

TEST(ToldOfAid, ProjectsWhateverTheyAre) {
  EXPECT_THAT(about("Norway has funded many infrastructure projects in Peru."), ElementsAre(StartsWith("aid NOR PER")));
  EXPECT_THAT(about("Norway has carried out several rural development projects in Peru."), ElementsAre(StartsWith("aid NOR PER")));
  EXPECT_THAT(about("The water works of Lima were financed by Norway."), ElementsAre(StartsWith("aid NOR PER")));
  EXPECT_THAT(about("Norway furnished relief aid to Peru in 1970."), ElementsAre("aid NOR PER - - - 1970"));
  EXPECT_THAT(about("The mine in Peru was financed by a Norwegian bank."), IsEmpty());
}

TEST(Institutes, ByTheNamesThatStatesGiveThem) {
  EXPECT_THAT(lines("Turkey–Kenya relations\n\nThe Turkish Maarif Foundation is currently running schools in Nairobi.\n"), ElementsAre("cultural_institute TUR KEN - Maarif Foundation - - Nairobi"));
  EXPECT_THAT(lines("Italy–Kenya relations\n\nThe Dante Alighieri Society has operated in Nairobi since 1965.\n"), ElementsAre(StartsWith("cultural_institute ITA KEN - Dante Alighieri Society - 1965")));
  EXPECT_THAT(lines("Beziehungen zwischen Österreich und Polen\n\nDas Österreichische Kulturforum in Warschau besteht seit 1965.\n"), ElementsAre(StartsWith("cultural_institute AUT POL - Austrian Cultural Forum - 1965")));
}

TEST(GermanTold, TopicsBehindDatesAndRowsOfYears) {
  EXPECT_THAT(auf_deutsch("Abkommen:\n\n- Abkommen vom 03.04.1971 zur Vermeidung der Doppelbesteuerung\n- Abkommen vom 22.10.1996 über den Luftverkehr"),
              ElementsAre("treaty_signed DEU PER - double taxation - 1971-04-03", "treaty_signed DEU PER - air services - 1996-10-22"));
  EXPECT_THAT(auf_deutsch("Abkommen\n\n- Handelsabkommen (1951, 1954, 1959)"),
              ElementsAre("treaty_signed DEU PER - trade - 1951", "treaty_signed DEU PER - trade - 1954", "treaty_signed DEU PER - trade - 1959"));
}

TEST(GermanTold, WhoBrokeOffAndWhoInvests) {
  EXPECT_THAT(auf_deutsch("Am 24. Januar 1942 brach Peru die diplomatischen Beziehungen zu Deutschland ab."), ElementsAre("relations_severed PER DEU - - - 1942-01-24"));
  EXPECT_THAT(auf_deutsch("Deutschland ist Perus zweitgrößter Investor."), ElementsAre("fdi_stock DEU PER 2 rank"));
}

TEST(GermanTold, ForWhomAPartnerMatters) {
  EXPECT_THAT(auf_deutsch("Peru ist für Deutschland ein wichtiger Handelspartner in den Anden."), ElementsAre("trade_share PER DEU [vague]"));
  EXPECT_THAT(auf_deutsch("Deutschland bleibt für Peru ein bedeutender Absatzmarkt."), ElementsAre(StartsWith("trade_share DEU PER")));
}

TEST(GermanTold, MissionsWithoutATownAndRelationsSince) {
  EXPECT_THAT(auf_deutsch("Deutschland hat 1952 als erster Staat eine Botschaft in Peru eröffnet."), Contains("mission_opened DEU PER - embassy - 1952 Lima"));
  EXPECT_THAT(lines("Beziehungen zwischen Deutschland und Peru\n\nDie diplomatischen Beziehungen sind eng. Sie bestehen seit 1951.\n"), ElementsAre("relations_established DEU PER - - - 1951"));
  EXPECT_THAT(auf_deutsch("Peru nahm diplomatische Beziehungen sowohl mit der Bundesrepublik Deutschland (1951) als auch mit der DDR (1972) auf."),
              IsSupersetOf({"relations_established DEU PER - - - 1951", "relations_established DEU PER - - - 1972"}));
}

TEST(GermanTold, AidAndHouses) {
  EXPECT_THAT(auf_deutsch("Peru zählt zu den Partnerländern der deutschen Entwicklungszusammenarbeit."), ElementsAre("aid DEU PER [vague]"));
  EXPECT_THAT(auf_deutsch("Deutschland leistete Peru nach dem Erdbeben humanitäre Hilfe."), ElementsAre("aid DEU PER [vague]"));
  EXPECT_THAT(auf_deutsch("Das Goethe-Institut leistet in Lima Kulturarbeit."), ElementsAre("cultural_institute DEU PER - Goethe-Institut - - Lima"));
  EXPECT_THAT(auf_deutsch("Der Deutsche Akademische Austauschdienst unterhält ein Informationsbüro."), ElementsAre("cultural_institute DEU PER - DAAD"));
  EXPECT_THAT(auf_deutsch("Der Deutsche Kulturverein besteht seit 1920."), ElementsAre(StartsWith("cultural_institute DEU PER - society")));
}

}  // namespace
}  // namespace comity::claims
