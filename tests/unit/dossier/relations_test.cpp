// Rules 1 to 3: recognition, relations with their breaks, and lists of missions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/sections.hpp"
#include "tests/support/world.hpp"

namespace comity::dossier {
namespace {

using test::uncited_figures;
using test::words_of;
using test::World;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

RelationsState status(const World& world, std::string_view day = "2025-12-31") {
  return relations_status(world.facts().events, world.context(), world.facts().a, world.facts().b, parse_day(day));
}

constexpr std::string_view deu_kaz = R"(
pair DEU KAZ
edition 2025-12-31
source embassy official:KAZ "Page on relations" publisher "Embassy of Kazakhstan"
source article crowd "An article" publisher "Wikipedia contributors"
source list crowd "Lists of relations" publisher "Wikipedia contributors"
recognition DEU->KAZ 1991-12-31 source embassy
relations DEU KAZ 1992-02-11 source embassy
relations DEU KAZ 1992-02-11 source list
relations DEU KAZ 1991 source article
)";

constexpr std::string_view irn_usa = R"(
pair IRN USA
edition 2025-12-31
source historian official:USA "Guide to recognition" publisher "Office of the Historian"
source list crowd "Lists of relations"
source embassies crowd "Database of Embassies"
source missions official:USA "Mission status" as_of 2024-12-31
coverage missions relations 1776..2024 breaks
relations IRN USA 1883-06-11 source historian
severed IRN USA 1980-04-07 source list actor USA
mission interests_section IRN->USA "Washington" listed 2022-11-16 source embassies
)";

TEST(Rule01, RecognitionIsNotRelations) {
  const World world(deu_kaz);
  const auto state = status(world);
  ASSERT_EQ(state.status, RelationsStatus::in_relations);
  EXPECT_EQ(state.made_by->date.text, "1992-02-11");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("established diplomatic relations on 11 February 1992"));
  EXPECT_THAT(words, HasSubstr("Germany recognised Kazakhstan on 31 December 1991"));
  EXPECT_THAT(words, HasSubstr("Recognition is not yet relations"));
}

TEST(Rule01, ARecognitionAloneMakesNoRelations) {
  const World world("pair DEU KAZ\nrecognition DEU->KAZ 1991-12-31 source embassy\n");
  EXPECT_EQ(status(world).status, RelationsStatus::unknown);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("that does not mean that there are none"));
}

TEST(Rule01, TheDisagreementSaysThatTheTwoAreConfused) {
  const World world(deu_kaz);
  const std::string words = words_of(world.section(disagreements_section));
  EXPECT_THAT(words, HasSubstr("1991"));
  EXPECT_THAT(words, HasSubstr("11 February 1992"));
  EXPECT_THAT(words, HasSubstr("confuses recognition with relations"));
}

TEST(Rule02, SinceOnlyWhereBreaksAreCovered) {
  const World uncovered(deu_kaz);
  const std::string words = words_of(uncovered.section(relations_section));
  EXPECT_THAT(words, Not(HasSubstr("since")));
  EXPECT_THAT(words, HasSubstr("later breaks are not covered"));

  const World partly(std::string(deu_kaz) + "source wiki crowd \"List\" as_of 2020-06-30\ncoverage wiki relations 1800..2030 breaks\n");
  EXPECT_THAT(words_of(partly.section(relations_section)), HasSubstr("no later break is recorded up to 30 June 2020"));

  const World covered(std::string(deu_kaz) + "source wiki crowd \"List\" as_of 2025-12-31\ncoverage wiki relations 1800..2030 breaks\n");
  EXPECT_THAT(words_of(covered.section(relations_section)), HasSubstr("have had diplomatic relations since 11 February 1992"));
}

TEST(Rule02, SeveredRelationsNeverReadAsCurrent) {
  const World world(irn_usa);
  const auto state = status(world);
  ASSERT_EQ(state.status, RelationsStatus::severed);
  EXPECT_EQ(state.made_by->date.text, "1980-04-07");
  ASSERT_NE(state.established, nullptr);
  EXPECT_EQ(state.established->date.text, "1883-06-11");
  for (const Profile profile : {Profile::full, Profile::article, Profile::brief}) {
    const std::string words = words_of(world.dossier(profile));
    EXPECT_THAT(words, HasSubstr("severed on 7 April 1980 by the United States"));
    EXPECT_THAT(words, Not(HasSubstr("since 11 June 1883")));
    EXPECT_THAT(words, Not(HasSubstr("since 1883")));
  }
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("interests section"));
}

TEST(Rule02, StatusFollowsTheDay) {
  const World world("pair DZA MAR\nsevered DZA MAR 1976 source a\nresumed DZA MAR 1988 source a\nsevered DZA MAR 2021-08-24 source a actor DZA\n");
  EXPECT_EQ(status(world, "1970-01-01").status, RelationsStatus::unknown);
  EXPECT_EQ(status(world, "1980-01-01").status, RelationsStatus::severed);
  EXPECT_EQ(status(world, "2000-01-01").status, RelationsStatus::in_relations);
  EXPECT_EQ(status(world, "2025-01-01").status, RelationsStatus::severed);
  EXPECT_EQ(status(world).turns.size(), 3u);
}

TEST(Rule02, ASuspensionIsNotASeverance) {
  const World world("pair CAN IRN\nrelations CAN IRN 1955 source a\nsuspended CAN IRN 2012-09-07 source b actor CAN\n");
  EXPECT_EQ(status(world).status, RelationsStatus::suspended);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("suspended on 7 September 2012 by Canada"));
}

TEST(Rule02, NoRecordIsNotNoRelations) {
  const World world("pair NRU BTN\nsource list crowd \"Lists of relations\"\ncoverage list relations 1800..2025\n");
  EXPECT_EQ(status(world).status, RelationsStatus::unknown);
  const auto section = world.section(relations_section);
  EXPECT_TRUE(is_empty(section));
  EXPECT_THAT(words_of(section), HasSubstr("does not mean that there are none"));
  EXPECT_THAT(words_of(section), HasSubstr("Lists of relations"));
}

TEST(Rule02, NeverEstablishedOnlyWhereASourceSaysSo) {
  const World world("pair ISR SAU\nsource paper press \"A report\" publisher \"A paper\"\nevent no_relations ISR SAU ../2025-02 source paper\n");
  EXPECT_EQ(status(world).status, RelationsStatus::never_established);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("According to A paper, Israel and Saudi Arabia had no diplomatic relations"));
}

TEST(Rule02, ContraryEventsOfTheSameTimeLeaveTheStatusOpen) {
  const World world("pair EGY IRN\nsevered EGY IRN 1979 source a\nresumed EGY IRN 1979 source b\n");
  EXPECT_EQ(status(world).status, RelationsStatus::unknown);
  EXPECT_TRUE(status(world).ambiguous);
}

constexpr std::string_view unnumbered =
    "source wiki crowd \"Lists of relations\" publisher \"Lists\" as_of 2025-11\n"
    "event relations_severed PAR TWO undated title \"Not numbered\" status vague source wiki\n";

std::string listed_as_cut(std::string_view a, std::string_view b, std::string_view events) {
  std::string text = fmt::format("pair {} {}\nedition 2025-12-31\n{}{}", a, b, events, unnumbered);
  for (const auto& [from, to] : {std::pair(std::string("PAR"), a), std::pair(std::string("TWO"), b)}) text.replace(text.find(from), 3, to);
  return text;
}

TEST(Rule02, AListThatHasThemCutIsBelievedOverAnOldStart) {
  const World world(listed_as_cut("CYP", "TUR", "relations CYP TUR 1960 source wiki\n"));
  EXPECT_EQ(status(world).status, RelationsStatus::severed);
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("According to Lists, Cyprus and Turkey are without diplomatic relations"));
  EXPECT_THAT(words, HasSubstr("(as of November 2025)"));
  EXPECT_THAT(words, Not(HasSubstr("later breaks")));
}

TEST(Rule02, AListThatHasThemCutAgainstAResumptionLeavesItOpen) {
  const World before(listed_as_cut("SYR", "UKR", "severed SYR UKR 2022-06-30 source a\nresumed SYR UKR 2025-09-24 source b\n"));
  EXPECT_EQ(status(before).status, RelationsStatus::unknown);
  EXPECT_THAT(words_of(before.section(relations_section)), HasSubstr("Whether they have relations today is not known"));
  const World after(listed_as_cut("BOL", "ISR", "severed BOL ISR 2023-10-31 source a\nresumed BOL ISR 2025-12-09 source b\n"));
  EXPECT_EQ(status(after).status, RelationsStatus::in_relations);
}

// Chile's list numbers Bolivia, with which it broke in 1978.
TEST(Rule02, AListThatNumbersThemInSpiteOfABreakEndsNone) {
  const std::string list = "pair BOL CHL\nedition 2025-12-31\nsource list crowd \"Lists of relations\" as_of 2025-11\nsource paper press \"A paper\"\nrelations BOL CHL 1840-08-01 source list\n"
                           "severed BOL CHL 1978 source list\nresumed BOL CHL 1978/2025-11 source list status disputed\n";
  const World alone(list);
  EXPECT_EQ(status(alone).status, RelationsStatus::unknown);
  EXPECT_THAT(words_of(alone.section(relations_section)), HasSubstr("were severed in 1978; Lists of relations number the two among those in relations all the same (as of November 2025). Whether they have been resumed is not known."));
  const World with_another(list + "severed BOL CHL 1978-03 source paper\n");
  EXPECT_EQ(status(with_another).status, RelationsStatus::severed);
  EXPECT_THAT(words_of(with_another.section(relations_section)), HasSubstr("were severed in March 1978"));
}

TEST(Rule02, AListAloneIsOnlyAList) {
  const World world(listed_as_cut("ISR", "SAU", ""));
  EXPECT_EQ(status(world).status, RelationsStatus::unknown);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("are without relations (as of November 2025)"));
}

TEST(Rule06, APredecessorsDateIsNotTheirs) {
  const World world(R"(
pair DEU PRK
source wiki crowd "Lists of relations"
source embassy official:PRK "A page"
relations DEU PRK 1949 source wiki detail "the day lies before the state that bears this name: a predecessor's date"
relations DEU PRK 2001-03-01 source embassy
)");
  EXPECT_EQ(status(world).made_by->date.text, "2001-03-01");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("1949 is given as well (diplomatic relations established); that is a predecessor’s date"));
  EXPECT_TRUE(is_empty(world.section(disagreements_section)));
}

TEST(Rule06, AStartInTheWeeksBeforeIndependenceIsTheirOwn) {
  const World world("pair ERI ETH\nrelations ERI ETH 1993-05-22 source a\nresumed ERI ETH 2018-07-09 source b\n");
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("resumed diplomatic relations on 9 July 2018"));
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("they had first been established on 22 May 1993"));
}

TEST(Rule06, RelationsBeforeAndAfterYearsWithoutIndependenceAreTakenUpTwice) {
  const World twice("pair EST JPN\nedition 2025-12-31\nrelations EST JPN 1921-01-26 source a\nrelations EST JPN 1991-10-10 source a\n");
  const std::string words = words_of(twice.section(relations_section));
  EXPECT_EQ(status(twice).made_by->date.text, "1991-10-10");
  EXPECT_THAT(words, HasSubstr("resumed diplomatic relations on 10 October 1991"));
  EXPECT_THAT(words, HasSubstr("they had first been established on 26 January 1921"));
  EXPECT_THAT(words, HasSubstr("Estonia was not independent between 6 August 1940 and 20 August 1991"));
  EXPECT_THAT(words, Not(HasSubstr("Another date")));
  const World once("pair EST JPN\nedition 2025-12-31\ncoverage a relations 1816..2025 breaks\nrelations EST JPN 1921-01-26 source a\n");
  EXPECT_THAT(words_of(once.section(relations_section)), HasSubstr("no source read here dates relations after that"));
  EXPECT_THAT(words_of(once.section(relations_section)), Not(HasSubstr("since")));
  const World later("pair EST KAZ\nedition 2025-12-31\nrelations EST KAZ 1992-05-27 source a\n");
  EXPECT_THAT(words_of(later.section(relations_section)), Not(HasSubstr("independent")));
}

TEST(Rule02, AResumptionAloneIsNoBeginning) {
  const World world("pair DEU YUG\nresumed DEU YUG 1968-01-31 source a\n");
  EXPECT_EQ(status(world).established, nullptr);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("resumed diplomatic relations on 31 January 1968"));
}

TEST(Relations, AYearAndADayInItAreOneDate) {
  const World world("pair IRN USA\nsource a official:USA \"A\"\nsource b crowd \"B\"\nrelations IRN USA 1883-06-11 source a\nrelations IRN USA 1883 source b\nsevered IRN USA 1980-04-07 source a\n");
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("Another date")));
  EXPECT_TRUE(is_empty(world.section(disagreements_section)));
}

TEST(Rule02, APlannedResumptionChangesNothing) {
  const World world("pair ARE QAT\nsevered ARE QAT 2017-06-05 source a\nresumed ARE QAT 2023-06 source a status planned\nevent relations_resumption_agreed ARE QAT 2021-01-05 source a\n");
  EXPECT_EQ(status(world).status, RelationsStatus::severed);
}

TEST(Rule02, AYearBeforeADayOfSeveranceIsTheStart) {
  const World world("pair BEL RWA\nrelations BEL RWA 1962 source a\nsevered BEL RWA 2025-03-17 source b actor RWA\n");
  EXPECT_EQ(status(world).status, RelationsStatus::severed);
  EXPECT_EQ(status(world).established->date.text, "1962");
}

TEST(Rule03, MissionsBelongToAListWithADate) {
  const World world(R"(
pair DEU KAZ
edition 2025-12-31
source doe crowd "Database of Embassies"
source aa official:DEU "Missions abroad" publisher "Federal Foreign Office"
embassy DEU->KAZ Astana listed 2022-11-16 source doe at "51.13 71.43"
embassy DEU->KAZ Astana listed 2016-02 source aa
embassy KAZ->DEU Berlin listed 2022-11-16 source doe
mission consulate_general DEU->KAZ Almaty listed 2016-02 source aa
mission honorary_consulate DEU->KAZ Atyrau listed 2016-02 source aa
mission branch KAZ->DEU Bonn listed 2016-02 source aa
)");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("an embassy in Astana, a consulate general in Almaty and an honorary consulate in Atyrau"));
  EXPECT_THAT(words, HasSubstr("a branch office of the embassy in Bonn"));
  EXPECT_THAT(words, HasSubstr("on 16 November 2022"));
  EXPECT_THAT(words, HasSubstr("in February 2016"));
  EXPECT_THAT(words, Not(HasSubstr("has today")));
  EXPECT_THAT(words, Not(HasSubstr("currently")));
  EXPECT_THAT(words, HasSubstr("point Astana"));
}

TEST(Rule03, AnEmbassyListedAfterABreakIsAConflict) {
  const World world(std::string(irn_usa) + "embassy IRN->USA Washington listed 2022-11-16 source embassies\n");
  EXPECT_EQ(status(world).status, RelationsStatus::severed);
  EXPECT_THAT(words_of(world.section(relations_section)), HasSubstr("conflict"));
  EXPECT_THAT(words_of(world.section(disagreements_section)), HasSubstr("without diplomatic relations?"));
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("the two have no diplomatic relations now, whatever a list names"));
}

TEST(Rule03, AListOfBeforeTheBreakIsNoConflict) {
  const World world(std::string(irn_usa) + "embassy IRN->USA Washington listed 1979-01-01 source embassies\n");
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("conflict")));
}

TEST(Rule03, AnEmbassyListedLongAfterABreakLeavesTheStatusOpen) {
  const std::string_view base = "pair FRA ZAF\nsource wiki crowd \"Lists\"\nrelations FRA ZAF 1934-11-05 source wiki\nsevered FRA ZAF 1942-04-23 source wiki\n";
  const World world(std::string(base) + "embassy FRA->ZAF Pretoria listed 2022-11-16 source wiki\n");
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("severed on 23 April 1942"));
  EXPECT_THAT(words, HasSubstr("they seem to have been resumed, at a date that no source read here gives"));
  EXPECT_THAT(words, Not(HasSubstr("conflict")));
  const World alone(base);
  EXPECT_THAT(words_of(alone.section(relations_section)), HasSubstr("No source read here records that they were resumed"));
}

TEST(Rule03, AnInterestsSectionIsNoEmbassy) {
  const World world(irn_usa);
  EXPECT_THAT(words_of(world.section(missions_section)), HasSubstr("It is no embassy."));
}

TEST(Rule03, ThinCoverageNeverYieldsNoConsulate) {
  const World world("pair DEU KAZ\nsource doe crowd \"Database of Embassies\"\nembassy DEU->KAZ Astana listed 2022-11-16 source doe\n");
  const std::string words = words_of(world.dossier());
  EXPECT_THAT(words, HasSubstr("does not mean that there is none"));
  EXPECT_THAT(words, Not(HasSubstr("no consulate")));
}

TEST(Rule03, JurisdictionIsNotResidence) {
  const World world("pair NRU DEU\nsource doe crowd \"Database of Embassies\"\nmission embassy NRU->DEU London from GBR listed 2022-11-16 source doe\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("No list read here names a post of Nauru in Germany"));
  EXPECT_THAT(words, HasSubstr("in London, the United Kingdom"));
  EXPECT_THAT(words, HasSubstr("without residing there"));
}

TEST(Rule27, DisputedTerritoryIsHatchedAndGivenToNone) {
  World world(R"(
pair RUS UKR
source doe crowd "Database of Embassies"
embassy UKR->RUS Moscow listed 2022-11-16 source doe at "55.75 37.6"
shape RUS ring "30 50, 60 50, 60 70, 30 70"
shape UKR ring "22 45, 40 45, 40 52, 22 52"
shape RUS "Crimea" disputed yes ring "33 44, 36 44, 36 46, 33 46"
shape POL ring "14 49, 24 49, 24 54, 14 54"
shape AUS ring "115 -35, 150 -35, 150 -12, 115 -12"
)");
  const auto section = world.section(missions_section);
  const document::Map* map = nullptr;
  for (const auto& block : section.blocks) {
    if (const auto* m = std::get_if<document::Map>(&block)) map = m;
  }
  ASSERT_NE(map, nullptr);
  std::map<std::string, const document::Map::Shape*> shapes;
  for (const auto& shape : map->shapes) shapes[shape.name] = &shape;
  ASSERT_TRUE(shapes.contains("Crimea"));
  EXPECT_TRUE(shapes["Crimea"]->hatched);
  EXPECT_EQ(shapes["Crimea"]->hue, document::Hue::none);
  EXPECT_EQ(shapes["Russia"]->hue, document::Hue::a);
  EXPECT_TRUE(shapes.contains("Poland"));      // beside the two
  EXPECT_FALSE(shapes.contains("Australia"));  // far away
  EXPECT_THAT(map->policy, HasSubstr("given to none"));
}

TEST(Relations, EveryFigureIsCited) {
  for (const auto text : {deu_kaz, irn_usa}) {
    const World world(text);
    EXPECT_THAT(uncited_figures(world.section(relations_section)), IsEmpty());
    EXPECT_THAT(uncited_figures(world.section(missions_section)), IsEmpty());
    EXPECT_THAT(uncited_figures(world.section(disagreements_section)), IsEmpty());
  }
}

}  // namespace
}  // namespace comity::dossier
