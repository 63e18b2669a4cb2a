// Who the two are on the day that is told of: states that are no more, territories, and those whose standing is disputed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "tests/support/world.hpp"

namespace comity::dossier {
namespace {

using test::items_of;
using test::words_of;
using test::World;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Rule05, AStateThatIsNoMoreIsInNothingAndOutsideNothing) {
  const World world(R"(
pair YUG DEU
edition 2025-12-31
organization NATO "North Atlantic Treaty Organization" importance 1
organization OSCE "Organization for Security and Co-operation in Europe" importance 1
organization GATT "General Agreement on Tariffs and Trade" importance 1
member NATO DEU from 1955-05-06
member OSCE YUG from 1973-06-25 to 2006-06-05
member GATT YUG from 1966-08-25 to 1993-06-19
member OSCE DEU from 1973-06-25
)");
  const std::string words = words_of(world.section(politics_section));
  EXPECT_THAT(words, Not(HasSubstr("Only Germany is in"))) << "beside a state that ended in 2006 nothing of today is Germany's alone";
  EXPECT_THAT(words, Not(HasSubstr("left the OSCE"))) << "a membership that ended with its state was not left";
  EXPECT_THAT(words, HasSubstr("Yugoslavia left the GATT (last day 19 June 1993)"));
}

TEST(Rule05, NothingBegunAfterItsEndIsHeldAgainstAnEndedState) {
  const World world(R"(
pair DDR DEU
edition 2025-12-31
organization PARIS "Paris Agreement" kind treaty importance 2
member PARIS DEU from 2016-11-04
)");
  EXPECT_THAT(words_of(world.section(climate_section)), Not(HasSubstr("Paris Agreement")));
}

TEST(Rule26, AMembershipWithAnEndWasLeftAndIsNotSince) {
  const World world(R"(
pair USA FSM
edition 2026-04-13
organization PARIS "Paris Agreement" kind treaty importance 2
member PARIS USA from 2021-02-19 to 2026-01-26
member PARIS FSM from 2016-11-04
)");
  const std::string words = words_of(world.section(climate_section));
  EXPECT_THAT(words, HasSubstr("Paris Agreement: the United States left (party from 19 February 2021 to 26 January 2026)"));
  EXPECT_THAT(words, Not(HasSubstr("left by the United States since")));
}

TEST(Rule13, ATerritoryIsNotOutsideWhatItsStateJoined) {
  const World world(R"(
pair HKG CHN
edition 2025-12-31
organization PARIS "Paris Agreement" kind treaty importance 2
organization G20 "Group of Twenty" importance 1
member PARIS CHN from 2016-11-04
member G20 CHN from 1999-12-15
)");
  EXPECT_THAT(words_of(world.section(climate_section)), Not(HasSubstr("only China")));
  EXPECT_THAT(words_of(world.section(politics_section)), Not(HasSubstr("Only China")));
}

TEST(Rule01, ATerritoryKeepsNoRelationsOfItsOwn) {
  const World world("pair HKG CHN\nedition 2025-12-31\nsource list crowd \"Lists of relations\" as_of 2025-11\ncoverage list relations 1900..2025\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("a territory keeps no diplomatic relations of its own"));
  EXPECT_THAT(words, HasSubstr("Hong Kong – Special administrative region of China since 1 July 1997"));
  EXPECT_THAT(words, Not(HasSubstr("does not mean that there are none")));
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("foreign ministries of Hong Kong")));
}

TEST(Rule01, WhereTheStandingIsDisputedTheGlanceSaysSo) {
  const World world("pair XKX SRB\nedition 2025-12-31\nsource list crowd \"Lists of relations\" as_of 2025-11\ncoverage list relations 1900..2025\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Kosovo – Declared independent on 17 February 2008; recognised by some states and not by others."));
  EXPECT_THAT(words, Not(HasSubstr("user-assigned"))) << "what follows the first sentence is about codes";
}

TEST(Rule02, APredecessorsDateIsNotNothing) {
  const World world("pair TUR IRQ\nedition 2025-12-31\nsource list crowd \"Lists of relations\" as_of 2025-11\ncoverage list relations 1900..2025\nrelations TUR IRQ 1928-01-16 source list\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("16 January 1928 is given for the beginning of relations"));
  EXPECT_THAT(words, Not(HasSubstr("None recorded")));
}

TEST(Rule03, AnEmbassyInNoTownIsNoSignOfRelations) {
  constexpr std::string_view text = "pair TWN ZAF\nedition 2025-12-31\nrelations TWN ZAF 1976-04-26 source list\nsevered TWN ZAF 1997-12-31 source list\n";
  const World unfilled(std::string(text) + "mission embassy ZAF->TWN \"\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(unfilled.section(at_glance_section)), HasSubstr("were severed on 31 December 1997"));
  EXPECT_THAT(words_of(unfilled.section(at_glance_section)), Not(HasSubstr("seem to have been resumed")));
  const World named(std::string(text) + "mission embassy ZAF->TWN \"Taipei\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(named.section(at_glance_section)), HasSubstr("seem to have been resumed"));
}

TEST(Rule03, APostThatWasClosedIsNotNoPost) {
  const World world("pair DDR DEU\nedition 2025-12-31\nmission permanent_mission DDR->DEU \"Bonn\" opened 1974 closed 1990 source gazette\n");
  const std::string words = words_of(world.section(missions_section));
  EXPECT_THAT(words, HasSubstr("No list read here names an open post of East Germany in Germany; those that were closed are in the table"));
  EXPECT_THAT(words, HasSubstr("No list read here names a post of Germany in East Germany."));
}

TEST(Rule06, APairBeforeADayNeedsTwoStatesBeforeIt) {
  const World serbia("pair SRB HRV\nedition 2025-12-31\nrelations SRB HRV 2006-09-01 source list\n");
  EXPECT_THAT(items_of(serbia.section(history_section)), HasSubstr("Before 5 June 2006: Yugoslavia and Croatia"));
  EXPECT_THAT(items_of(serbia.section(history_section)), Not(HasSubstr("Serbia and Yugoslavia"))) << "before 1991 there was no Serbia beside Yugoslavia";
  const World korea("pair KOR PRK\nedition 2025-12-31\nrelations KOR PRK 1991 source list\n");
  EXPECT_THAT(items_of(korea.section(history_section)), Not(HasSubstr("North Korea (JPN PRK)"))) << "before 1948 there was no North Korea";
  const World turkey("pair TUR IRQ\nedition 2025-12-31\nrelations TUR IRQ 1933 source list\n");
  EXPECT_THAT(items_of(turkey.section(history_section)), Not(HasSubstr("Greece"))) << "Greece left the Ottoman Empire a century before there was an Iraq";
}

TEST(Rule06, IndependenceIsNotToldOfAStateThatHadLongBeenOne) {
  const World world("pair TWN JPN\nedition 2025-12-31\nrelations TWN JPN 1952 source list\nevent independence TWN 1949-12 \"Independence by secession\" source coder\n");
  EXPECT_THAT(words_of(world.section(history_section)), Not(HasSubstr("secession")));
}

TEST(Rule26, TwoStatesOfOneAdjectiveAreToldApart) {
  const World world("pair COD COG\nedition 2025-12-31\nsource passport_index crowd \"Passport Index\"\nobserve visa_rule COD->COG 2025-01-12 not_applicable text note \"visa required\" source passport_index\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("itizens of the Democratic Republic of the Congo into the Republic of the Congo"));
  EXPECT_THAT(words, Not(HasSubstr("Congolese citizens")));
}

TEST(Rule18, ANegativePositionIsNoShare) {
  const World world(R"(
pair MAC PRT
edition 2025-12-31
source cdis statistical_office "CDIS" as_of 2022
observe fdi_outward_stock MAC->PRT end-2022 -26.9 usd_million by MAC source cdis
standing fdi_outward_stock MAC out 2022 value -26900000 total 13000000000 rank 0 partners 20 absent 2 by MAC
)");
  EXPECT_THAT(words_of(world.section(investment_section)), Not(HasSubstr("-0.2 %")));
}

TEST(Rule17, FiguresOfBooksThatAreNotAllThereSaySo) {
  const World world("pair USA CHN\nedition 2025-12-31\ntrade USA->CHN 2016 89200 usd_million by USA fob flags incomplete_books source copy\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("incomplete books"));
  EXPECT_THAT(words_of(world.section(trade_section)), HasSubstr("The United States’ exports by partner of 2016 add up to well under its total by another source"));
}

// What is missing from a copy may be the whole difference between two sides: said where they are held against each other.
TEST(Rule16, BooksThatAreNotAllThereAreNamedBesideTheDifference) {
  const auto world = [](const std::string& flag) {
    return World("pair USA CHN\nedition 2025-12-31\nsource copy scholarly \"Copy of customs\"\nsource office official:CHN \"China's customs\"\ntrade USA->CHN 2016 89200 usd_million by USA fob" + flag +
                 " source copy\ntrade USA->CHN 2016 135000 usd_million by CHN cif source office\n");
  };
  const std::string why = "The United States’ exports by partner of 2016 add up to well under its total by another source: what is missing from this copy may be the difference.";
  EXPECT_THAT(words_of(world(" flags incomplete_books").section(disagreements_section)), HasSubstr(why));
  EXPECT_THAT(words_of(world("").section(disagreements_section)), AllOf(HasSubstr("they differ by"), Not(HasSubstr("well under its total"))));
}

TEST(Languages, OneLanguageInTwoScriptsIsToldOnce) {
  const World world(R"(
pair XKX SRB
edition 2025-12-31
source cldr statistical_office "CLDR"
observe language_share XKX 2026-01-31 5 percent product sr note "Serbian, official" source cldr
observe language_share XKX 2026-01-31 5 percent product sr_Latn note "Serbian, official" source cldr
observe language_share SRB 2026-01-31 99 percent product sr note "Serbian, official" source cldr
observe language_share SRB 2026-01-31 99 percent product sr_Latn note "Serbian, official" source cldr
)");
  EXPECT_THAT(words_of(world.section(culture_section)), Not(HasSubstr("and Serbian")));
}

}  // namespace
}  // namespace comity::dossier
