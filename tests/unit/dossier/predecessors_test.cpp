// States that are no more, that began late or had another name: nothing of theirs is told of another, nothing before or after their days.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule06, WhichOfTheTwoEndedIsSaid) {
  const World world("pair SUN USA\nedition 2025-12-31\nrelations SUN USA 1933-11-16 source historian\n");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("The Soviet Union existed until 25 December 1991."));
  EXPECT_THAT(words, Not(HasSubstr("One of the two")));
}

TEST(Rule06, TariffsOfTheSurvivorAreNotOfAPairThatEnded) {
  const World world("pair SUN USA\nedition 2025-12-31\nobserve tariff_simple_average USA 2015 2.9 percent source wits\ntrade SUN->USA 1988 500 usd_million by USA source cow\n");
  EXPECT_THAT(words_of(world.section(tariffs_section)), Not(HasSubstr("2015")));
}

TEST(Rule06, WhatLeftAStateThatLivesOnIsNoSuccessorOfThePair) {
  const World britain("pair GBR IND\nedition 2025-12-31\nevent war GBR IND 1950 source list\n");
  EXPECT_THAT(items_of(britain.section(history_section)), Not(HasSubstr("Ireland")));
  const World japan("pair TWN JPN\nedition 2025-12-31\nrelations TWN JPN 1952 source list\n");
  EXPECT_THAT(items_of(japan.section(history_section)), Not(HasSubstr("Korea")));
  EXPECT_THAT(items_of(japan.section(history_section)), HasSubstr("China and Japan"));
  const World korea("pair KOR PRK\nedition 2025-12-31\nevent war KOR PRK 1950-06-25 source list\n");
  EXPECT_THAT(items_of(korea.section(history_section)), Not(HasSubstr("Japan"))) << "three weeks beside a predecessor are none";
  const World belarus("pair LTU BLR\nedition 2025-12-31\nrelations LTU BLR 1992-12-30 source list\n");
  EXPECT_THAT(items_of(belarus.section(history_section)), Not(HasSubstr("Soviet Union and Belarus")));
  EXPECT_THAT(items_of(belarus.section(history_section)), HasSubstr("Lithuania and the Soviet Union"));
  const World sudan("pair SSD KEN\nedition 2025-12-31\nrelations SSD KEN 2011-07-09 source list\n");
  EXPECT_THAT(items_of(sudan.section(history_section)), HasSubstr("Before 9 July 2011: Sudan and Kenya"));
}

TEST(Rule06, WhatWasATerritoryKeptNoRelationsEither) {
  const World antilles("pair ANT GUY\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(antilles.section(at_glance_section)), HasSubstr("a territory keeps no diplomatic relations of its own"));
  const World zanzibar("pair ZANZIBAR PHL\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(zanzibar.section(at_glance_section)), Not(HasSubstr("a territory")));
  const World zone("pair PCZ ITA\nedition 2025-12-31\n");
  EXPECT_THAT(items_of(zone.section(history_section)), Not(HasSubstr("Sicilies")));
}

TEST(Rule06, WhatTheStateWasCalledThenIsSaid) {
  const Economy world("pair CHN TZA\nedition 2025-12-31\nrelations CHN TZA 1961-12-09 source list\n");
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("It was Tanganyika then;"));
  const Economy later("pair GBR TZA\nedition 2025-12-31\nrelations GBR TZA 1968-07-04 source list\n");
  EXPECT_THAT(words_of(later.section(relations_section)), Not(HasSubstr("Tanganyika")));
}

TEST(Rule06, APairThatBeganLaterBeginsWhenItBegan) {
  const World world("pair AUH NRU\nedition 2025-12-31\n");
  const std::string words = words_of(world.dossier());
  EXPECT_THAT(words, HasSubstr("From 31 January 1968: Austria and Nauru"));
  EXPECT_THAT(words, Not(HasSubstr("After 12 November 1918")));
}

TEST(Rule06, WhoEndedFirstIsNamedOfTwoThatAreNoMore) {
  constexpr std::string_view text = "pair CSK SUN\nedition 2025-12-31\nrelations CSK SUN 1934-06-09 source atlas\n";
  const std::string words = words_of(World(text).section(relations_section));
  EXPECT_THAT(words, HasSubstr("The Soviet Union existed until 25 December 1991."));
  EXPECT_THAT(words, Not(HasSubstr("Czechoslovakia existed until")));
  EXPECT_THAT(words, HasSubstr("breaks after that are not covered")) << "an ended state had breaks as well";
}

TEST(Rule06, TheEndIsToldWhereNoRelationsAreRecorded) {
  const World world("pair DEU DDR\nedition 2025-12-31\ncoverage list relations\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("East Germany existed until 2 October 1990."));
}

TEST(Rule06, WhatIsNoDescentIsNoPredecessor) {
  const auto lines = [](std::string_view pair) { return items_of(World(fmt::format("pair {}\nedition 2025-12-31\n", pair)).section(history_section)); };
  EXPECT_THAT(lines("CSK SUN"), Not(HasSubstr("Lithuania"))) << "an occupied state is no part of the occupier's story";
  EXPECT_THAT(lines("USA CHN"), Not(HasSubstr("Tibet")));
  EXPECT_THAT(lines("ARM AZE"), Not(HasSubstr("Nagorno-Karabakh")));
  EXPECT_THAT(lines("ISR EGY"), Not(HasSubstr("Syria"))) << "a union that came apart again";
  EXPECT_THAT(lines("SYR TUR"), Not(HasSubstr("Egypt")));
  EXPECT_THAT(lines("SRB XKX"), Not(HasSubstr("Yugoslavia"))) << "Kosovo was part of what Serbia continued";
  EXPECT_THAT(lines("FRA DZA"), Not(HasSubstr("5 July 1962"))) << "the Regency ended in 1830";
  EXPECT_THAT(lines("VAT ITA"), HasSubstr("Papal States and Italy")) << "what was joined in 1870 was no part before";
  EXPECT_THAT(lines("FRA KAZ"), HasSubstr("France and the Soviet Union"));
}

TEST(Rule06, ADayBeforeIndependenceIsNobodyElses) {
  const World iraq("pair IRN IRQ\nedition 2025-12-31\nrelations IRN IRQ 1929-04-25 source list\n");
  EXPECT_THAT(words_of(iraq.section(at_glance_section)), HasSubstr("25 April 1929 is given for the beginning of relations, before Iraq was independent (3 October 1932); none after that is recorded"));
  EXPECT_THAT(words_of(iraq.section(relations_section)), HasSubstr("Iraq was not yet independent then, but became so on 3 October 1932."));
  // Syria came out of its union with Egypt in 1961, and was there before it.
  const World syria("pair EGY SYR\nedition 2025-12-31\nrelations EGY SYR 1944 source list\n");
  EXPECT_THAT(words_of(syria.section(at_glance_section)), HasSubstr("before Syria was independent"));
  const World russia("pair FRA RUS\nedition 2025-12-31\nrelations FRA RUS 1924-10-28 source list\n");
  EXPECT_THAT(words_of(russia.section(at_glance_section)), HasSubstr("which is a predecessor’s date"));
}

TEST(Rule06, WhatHasNoBeginningHadNoPairBeforeTheWar) {
  const World world("pair ESH DZA\nedition 2025-12-31\nrelations ESH DZA 1976-03-06 source list\n");
  EXPECT_THAT(words_of(world.section(history_section)), Not(HasSubstr("Algiers")));
}

}  // namespace
}  // namespace comity::dossier
