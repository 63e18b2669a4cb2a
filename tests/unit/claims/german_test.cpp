// German in its own order: verbs at the end, particles far from their verbs, directions in prepositions, rows of guests.
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

std::vector<std::string> ghana(std::string_view text) { return lines("Beziehungen zwischen Deutschland und Ghana\n\nDie Beziehungen der beiden Länder sind gut.\n" + std::string(text) + "\n"); }

TEST(GermanRelations, FeastsCountBackAndAreNoDates) {
  EXPECT_THAT(ghana("Im Jahr 2017 feierten beide Länder das 60-jährige Bestehen ihrer diplomatischen Beziehungen."), ElementsAre("relations_established DEU GHA - - - 1957~"));
  EXPECT_THAT(ghana("2022 jährte sich die Aufnahme diplomatischer Beziehungen zum 65. Mal."), IsEmpty());
}

TEST(GermanRelations, EachVerbHasTheDateOfItsClause) {
  EXPECT_THAT(ghana("Im Mai 1965 wurden die diplomatischen Beziehungen abgebrochen und erst 1972 wiederaufgenommen."), ElementsAre("relations_severed DEU GHA - - - 1965-05", "relations_resumed DEU GHA - - - 1972"));
  EXPECT_THAT(ghana("Diplomatische Beziehungen bestanden ab dem 9. Juli 1921 und wieder seit dem 28. August 1961."), ElementsAre("relations_established DEU GHA - - - 1921-07-09", "relations_resumed DEU GHA - - - 1961-08-28"));
  EXPECT_THAT(ghana("Die Beziehungen wurden 1966 wieder aufgenommen."), ElementsAre("relations_resumed DEU GHA - - - 1966"));
}

TEST(GermanRelations, RecognitionWithItsVerbLast) {
  EXPECT_THAT(ghana("Deutschland war 1957 das erste Land, das Ghana völkerrechtlich anerkannte."), Contains("recognition DEU GHA - - - 1957"));
  EXPECT_THAT(ghana("Ghana wurde 1957 von Deutschland anerkannt."), Contains("recognition DEU GHA - - - 1957"));
}

TEST(GermanMissions, TownsInFrontAndLaterClosings) {
  EXPECT_THAT(ghana("In Kumasi befindet sich ein deutsches Honorarkonsulat."), ElementsAre("mission DEU GHA - honorary consulate - - Kumasi"));
  EXPECT_THAT(ghana("Ghana eröffnete 2001 ein Generalkonsulat in Hamburg, das 2010 wieder geschlossen wurde."), ElementsAre("mission_opened GHA DEU - consulate general - 2001 Hamburg", "mission_closed GHA DEU - consulate general - 2010 Hamburg"));
  EXPECT_THAT(ghana("Am 12. Mai 2011 weihte Außenminister Westerwelle die neue Botschaft in Accra ein."), testing::UnorderedElementsAre("mission_opened DEU GHA - embassy - 2011-05-12 Accra", "visit DEU GHA - - - 2011-05-12 Accra Westerwelle"));
  EXPECT_THAT(ghana("Im Jahr 1957 richtete Ghana eine Gesandtschaft in Bonn ein."), ElementsAre("mission_opened GHA DEU - legation - 1957 Bonn"));
}

TEST(GermanVisits, RowsOfGuestsInTheGenitive) {
  EXPECT_THAT(ghana("Der Besuchsaustausch ist dicht (u. a. Besuch des Bundespräsidenten in Ghana im März 2007, der Bundeskanzlerin im Mai 2008, von Präsident Mahama in Berlin im Januar 2009)."),
              ElementsAre("visit DEU GHA - - - 2007-03", "visit DEU GHA - - - 2008-05", "visit GHA DEU - - - 2009-01 Berlin Mahama"));
  EXPECT_THAT(ghana("Das Jahr 2015 war mit den Reisen des damaligen Außenministers Steinmeier (Februar 2015) und des Bundespräsidenten Gauck (März 2015) nach Ghana besonders intensiv."),
              ElementsAre("visit DEU GHA - - - 2015-02 - Steinmeier", "visit DEU GHA - - - 2015-03 - Gauck"));
}

TEST(GermanVisits, DelegationsTalksAndWhatIsOnlyCompared) {
  EXPECT_THAT(ghana("Eine Delegation des Bundestages besuchte im April 2018 Ghana."), ElementsAre("visit DEU GHA - - - 2018-04"));
  EXPECT_THAT(ghana("Außenministerin Ayorkor Botchwey führte im Mai 2018 politische Gespräche in Berlin."), ElementsAre("visit GHA DEU - - - 2018-05 Berlin Ayorkor Botchwey"));
  EXPECT_THAT(ghana("Es war der erste Besuch eines deutschen Bundeskanzlers in Ghana seit 1998."), IsEmpty());
  EXPECT_THAT(ghana("1887 kamen 14 Familien nach Ghana."), Not(Contains(StartsWith("visit"))));
}

TEST(GermanTreaties, TopicsOfCompoundsAndForceIsNoSignature) {
  EXPECT_THAT(ghana("Ein Investitionsförderungs- und -schutzvertrag wurde am 24. Februar 1995 unterzeichnet und ist am 23. November 1998 in Kraft getreten."), Contains("treaty_signed DEU GHA - investment protection - 1995-02-24"));
  EXPECT_THAT(ghana("Das Abkommen über die Vermeidung der Doppelbesteuerung trat am 14. Dezember 2007 in Kraft."), Not(Contains(StartsWith("treaty_signed"))));
  EXPECT_THAT(ghana("Im November 2019 kam es zur Unterzeichnung eines Rahmenabkommens über finanzielle Zusammenarbeit."), ElementsAre("treaty_signed DEU GHA - financial cooperation - 2019-11"));
  EXPECT_THAT(ghana("Beide Länder unterzeichneten 1979 ein Postabkommen und 2000 ein Sozialversicherungsabkommen."), ElementsAre("treaty_signed DEU GHA - postal - 1979", "treaty_signed DEU GHA - social security - 2000"));
  EXPECT_THAT(ghana("Am 3. März 2013 unterzeichneten die Außenminister beider Länder ein Memorandum of Understanding zur beruflichen Bildung."), ElementsAre("treaty_signed DEU GHA - vocational training - 2013-03-03"));
}

TEST(GermanTrade, SumsByTheirPrepositions) {
  EXPECT_THAT(ghana("Das Handelsvolumen lag 2017 bei 480 Mio. Euro, davon entfielen 260 Mio. Euro auf deutsche Ausfuhren und 220 Mio. Euro auf Einfuhren aus Ghana."),
              ElementsAre("trade_total DEU GHA 480000000 - EUR 2017", "exports DEU GHA 260000000 - EUR 2017", "imports DEU GHA 220000000 - EUR 2017"));
  EXPECT_THAT(ghana("Aus Ghana wurden 2016 Waren im Wert von 210 Mio. Euro eingeführt."), ElementsAre("imports DEU GHA 210000000 - EUR 2016"));
  EXPECT_THAT(ghana("2016 wurden Waren für 230 Mio. Euro nach Ghana exportiert."), ElementsAre("exports DEU GHA 230000000 - EUR 2016"));
  EXPECT_THAT(ghana("Im Jahr 2020 führte Deutschland Waren im Wert von 300 Mio. Euro aus Ghana ein."), ElementsAre("imports DEU GHA 300000000 - EUR 2020"));
}

TEST(GermanTrade, RanksSharesAndGrowth) {
  EXPECT_THAT(ghana("Deutschland ist nach China und den USA der drittwichtigste Handelspartner Ghanas."), ElementsAre("trade_share DEU GHA 3 rank"));
  EXPECT_THAT(ghana("Unter den Handelspartnern Deutschlands lag Ghana 2019 auf Rang 89."), ElementsAre("trade_share GHA DEU 89 rank - 2019"));
  EXPECT_THAT(ghana("Deutschlands Anteil an den ghanaischen Einfuhren beträgt rund 5 Prozent."), ElementsAre("trade_share DEU GHA 5 percent"));
  EXPECT_THAT(ghana("Die deutschen Einfuhren aus Ghana gingen 2019 um 8 % zurück."), ElementsAre("trade_growth DEU GHA -8 percent - 2019"));
  EXPECT_THAT(ghana("Der bilaterale Handel hat sich zwischen 2010 und 2018 verdoppelt."), ElementsAre("trade_growth DEU GHA 2 times - 2010/2018"));
  EXPECT_THAT(ghana("Deutschland ist der fünftgrößte Investor in Ghana."), ElementsAre("fdi_stock DEU GHA 5 rank"));
}

TEST(GermanAid, WhoGivesIsTheSubjectUnlessTheVerbIsPassive) {
  EXPECT_THAT(ghana("Deutschland hat Ghana seit 1957 rund 1,5 Milliarden Euro an Entwicklungsgeldern zur Verfügung gestellt."), ElementsAre("aid DEU GHA 1500000000 - EUR 1957/.."));
  EXPECT_THAT(ghana("Bei den Regierungsverhandlungen im November 2019 wurden Ghana 90 Mio. Euro neu zugesagt."), ElementsAre("aid DEU GHA 90000000 - EUR 2019-11"));
  EXPECT_THAT(ghana("Deutschland ist der zweitgrößte bilaterale Geber Ghanas."), ElementsAre("aid DEU GHA 2 rank"));
  EXPECT_THAT(ghana("Ghana ist ein Schwerpunktland der deutschen Entwicklungszusammenarbeit."), ElementsAre("aid DEU GHA"));
}

TEST(GermanPeople, NumbersBehindTheirNounsAndHouses) {
  EXPECT_THAT(ghana("Die ghanaische Gemeinschaft in Deutschland zählt etwa 40.000 Personen."), ElementsAre("diaspora GHA DEU 40000 people"));
  EXPECT_THAT(ghana("Etwa 500 Ghanaer erhielten 2018 ein Stipendium des DAAD."), ElementsAre("students GHA DEU 500 people - 2018"));
  EXPECT_THAT(ghana("Die Friedrich-Ebert-Stiftung ist seit 1969 in Ghana tätig."), ElementsAre("cultural_institute DEU GHA - foundation - 1969"));
  EXPECT_THAT(ghana("Die Deutsch-Ghanaische Gesellschaft wurde 1990 gegründet."), ElementsAre("cultural_institute DEU GHA - society - 1990"));
  EXPECT_THAT(ghana("Zahlreiche deutsche Unternehmen sind in Ghana tätig."), ElementsAre("company_count DEU GHA - companies [vague]"));
}

TEST(GermanMemberships, BetweenTheVerbAndItsParticle) {
  EXPECT_THAT(ghana("Seit 2004 gehören beide Länder der WTO an."), ElementsAre("membership DEU,GHA WTO - - - 2004"));
  EXPECT_THAT(ghana("Deutschland wurde 1973 in die Vereinten Nationen aufgenommen."), ElementsAre("membership DEU UN - - - 1973"));
  EXPECT_THAT(ghana("Ghana ist der Internationalen Organisation der Frankophonie 2006 beigetreten."), ElementsAre("membership GHA OIF - - - 2006"));
  EXPECT_THAT(ghana("Deutschland gehört zu den größten Gebern Ghanas."), Not(Contains(StartsWith("membership"))));
}

TEST(GermanWars, WhoOccupiedWhom) {
  EXPECT_THAT(ghana("1943 wurde Ghana von der Wehrmacht besetzt."), ElementsAre("conflict DEU GHA - occupation - 1943"));
  EXPECT_THAT(ghana("Im Jahr 1941 besetzte die Wehrmacht Ghana."), ElementsAre("conflict DEU GHA - occupation - 1941"));
  EXPECT_THAT(ghana("Am 1. September 1939 griff die Wehrmacht Ghana an."), ElementsAre("conflict DEU GHA - - - 1939-09-01"));
  EXPECT_THAT(ghana("Die deutsche Besatzung endete im Mai 1945."), ElementsAre("conflict DEU GHA - occupation - 1945-05"));
  EXPECT_THAT(ghana("Zwischen 1904 und 1908 töteten deutsche Truppen rund 65.000 Ghanaer."), ElementsAre("conflict GHA DEU 65000 people - 1904/1908"));
  EXPECT_THAT(ghana("Im August 1914 griffen britische Truppen die deutsche Kolonie Togo an."), Not(Contains(StartsWith("conflict DEU GHA"))));
}

TEST(GermanVisits, AQuoteEndsWhereTheNextVisitBegins) {
  EXPECT_THAT(ghana("Die letzten Besuche waren: Bundespräsident Gauck in Ghana (März 2015), Bundesaußenminister Maas in Accra (April 2019) und Präsident Mahama in Berlin (Februar 2018)."),
              ElementsAre("visit DEU GHA - - - 2015-03 - Gauck", "visit DEU GHA - - - 2019-04 Accra Maas", "visit GHA DEU - - - 2018-02 Berlin Mahama"));
  EXPECT_THAT(ghana("Der ghanaische Präsident John Mahama besuchte im Juni 2012 Deutschland und im Juli 2014 erneut Berlin."), ElementsAre("visit GHA DEU - - - 2012-06 - John Mahama", "visit GHA DEU - - - 2014-07 Berlin John Mahama"));
  EXPECT_THAT(ghana("Zuletzt reiste Entwicklungsminister Gerd Müller im August 2016 nach Accra und traf dort Präsident Mahama."), ElementsAre("visit DEU GHA - - - 2016-08 Accra Gerd Müller"));
  EXPECT_THAT(ghana("Im Oktober 2022 reiste Bundespräsident Steinmeier nach Ghana, im November folgte Bundesministerin Schulze."), Contains("visit DEU GHA - - - 2022-10 - Steinmeier"));
}

TEST(GermanMissions, TownsBeforeWhatIsThere) {
  EXPECT_THAT(ghana("Deutschland unterhält in Accra eine Botschaft und in Kumasi und Tamale Honorarkonsulate."),
              ElementsAre("mission DEU GHA - embassy - - Accra", "mission DEU GHA - honorary consulate - - Kumasi", "mission DEU GHA - honorary consulate - - Tamale"));
}

TEST(GermanTrade, TheYearBeforeASumInBrackets) {
  EXPECT_THAT(ghana("Das bilaterale Handelsvolumen stieg 2018 auf 2,3 Mrd. USD (2017: 2,0 Mrd. USD)."), ElementsAre("trade_total DEU GHA 2300000000 - USD 2018", "trade_total DEU GHA 2000000000 - USD 2017"));
}

TEST(GermanTreaties, ADenialIsOfTheLastAndAnOrganisationIsAParty) {
  EXPECT_THAT(ghana("Ein Abkommen über Investitionsschutz ist seit 1997 in Kraft, ein Doppelbesteuerungsabkommen wurde noch nicht abgeschlossen."), Not(Contains(StartsWith("treaty_signed DEU GHA - investment"))));
  EXPECT_THAT(ghana("Ghana und die EU unterzeichneten 2012 ein Freihandelsabkommen."), ElementsAre("treaty_signed EU GHA - FTA - 2012"));
}

TEST(GermanNumbers, BlanksGroupDigitsAndDecadesHaveAnEnding) {
  EXPECT_THAT(lines("Beziehungen Schweiz–Peru\n\nDie Beziehungen der beiden Länder sind gut und eng.\nJährlich besuchen rund 20 000 Schweizer Touristen Peru.\n"), ElementsAre("tourism CHE PER 20000 people/year"));
  EXPECT_THAT(ghana("Mitte der 1980er Jahre nahm die Bundesrepublik diplomatische Beziehungen mit Ghana auf."), ElementsAre("relations_established DEU GHA - - - 198X"));
}

TEST(GermanMissions, EachHasTheYearBeforeIt) {
  EXPECT_THAT(ghana("Ghana eröffnete 1958 ein Honorarkonsulat in Hamburg, 1962 ein Generalkonsulat in Berlin und 1963 eine Botschaft in Bonn."),
              ElementsAre("mission_opened GHA DEU - honorary consulate - 1958 Hamburg", "mission_opened GHA DEU - consulate general - 1962 Berlin", "mission_opened GHA DEU - embassy - 1963 Bonn"));
}

TEST(GermanMemberships, WhoseAccessionIsBacked) {
  EXPECT_THAT(ghana("Deutschland unterstützt den OECD-Beitritt Ghanas."), ElementsAre("membership GHA OECD [planned]"));
  EXPECT_THAT(ghana("Ghana ist seit 1995 Mitglied der WTO und seit 2014 Partner der OECD."), Contains("membership GHA WTO - - - 1995"));
}

TEST(GermanTrade, NoRankForOneOfTheGreatest) {
  EXPECT_THAT(ghana("Ghana ist einer der wichtigsten Handelspartner Deutschlands in Afrika."), ElementsAre("trade_share GHA DEU [vague]"));
  EXPECT_THAT(ghana("Deutschland ist ein wichtiger Handelspartner Ghanas."), ElementsAre("trade_share DEU GHA [vague]"));
  EXPECT_THAT(ghana("Deutschland nahm 2018 den 10. Platz unter den Lieferländern Ghanas ein."), ElementsAre("trade_share DEU GHA 10 rank - 2018"));
  EXPECT_THAT(ghana("Die deutsche Ausfuhr nach Ghana stieg 2018 um 5,6 % auf 980 Mio. Euro, die Einfuhr sank um 3,1 % auf 1,2 Mrd. Euro."), Contains("trade_growth DEU GHA 5.6 percent - 2018"));
}

TEST(GermanVisits, GuestsInATownOfTheOtherSide) {
  EXPECT_THAT(ghana("2018 wurde Präsident Mahama in Berlin von Bundeskanzlerin Merkel empfangen."), ElementsAre("visit GHA DEU - - - 2018 Berlin Mahama"));
  EXPECT_THAT(ghana("Die ghanaische Außenministerin Botchwey traf am 20. Mai 2019 in Berlin Außenminister Maas."), ElementsAre("visit GHA DEU - - - 2019-05-20 Berlin Botchwey"));
  EXPECT_THAT(ghana("Im Juli 2014 reiste Präsident Mahama (zum zweiten Mal nach 2012) nach Berlin."), ElementsAre("visit GHA DEU - - - 2014-07 Berlin Mahama"));
}

TEST(GermanTexts, WhatIsOfOthersIsNoClaimOfTheTwo) {
  for (const std::string_view text : {"Ghanas Handel mit China stieg 2019 um 10 Prozent.", "Die EU ist der drittgrößte Handelspartner Ghanas.", "Ghana und Togo unterzeichneten 1975 einen Grenzvertrag.", "Rund 2.000 Unternehmen in Ghana exportieren Textilien.",
                                      "Im Jahr 2019 reisten 4,4 Millionen Touristen nach Ghana.", "Die Universität Legon in Accra wurde 1948 gegründet."}) {
    EXPECT_THAT(ghana(text), IsEmpty()) << text;
  }
  EXPECT_THAT(ghana("Deutschland erkannte die Regierung in Accra nicht an."), Not(Contains("recognition DEU GHA")));
}

TEST(GermanRelations, DuringTheWarPartsNothing) {
  EXPECT_THAT(ghana("Die diplomatischen Beziehungen wurden während des Zweiten Weltkriegs 1942 abgebrochen."), ElementsAre("relations_severed DEU GHA - - - 1942"));
}

TEST(GermanTrade, WhoseBeyondAnAside) {
  EXPECT_THAT(auf_deutsch("Die peruanischen Lieferungen nach Deutschland hingegen beliefen sich im Jahr 2003 auf 1,05 Mrd. Euro."), ElementsAre("exports PER DEU 1050000000 - EUR 2003"));
}

TEST(GermanTrade, CurrenciesByName) {
  EXPECT_THAT(auf_deutsch("Im Jahr 2003 betrug das Handelsvolumen 4,2 Mrd. australische Dollar."), ElementsAre("trade_total DEU PER 4200000000 - AUD 2003"));
}

}  // namespace
}  // namespace comity::claims
