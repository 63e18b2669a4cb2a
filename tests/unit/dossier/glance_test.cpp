// The lines at a glance: distances, borders, capitals, hours and the last contact.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule28, TwoCapitalsClaimedInOneCityAreNoDistance) {
  EXPECT_THAT(words_of(World("pair ISR PSE\nedition 2025-12-31\n").section(at_glance_section)), Not(HasSubstr("between the capitals")));
  EXPECT_THAT(words_of(World("pair COD COG\nedition 2025-12-31\n").section(at_glance_section)), HasSubstr("between the capitals"));
}

TEST(AtAGlance, HalfAnHourIsThirtyMinutes) {
  EXPECT_THAT(words_of(World("pair SAU IRN\nedition 2025-12-31\n").section(at_glance_section)), HasSubstr("Tehran is 30 minutes ahead of Riyadh"));
}

TEST(AtAGlance, ATreatyAloneIsNoLastContact) {
  const World world("pair MEX ECU\nedition 2025-12-31\nagreement double_taxation \"Double taxation agreement\" signed 1992 source ictd\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("Newest treaty: In the lists read here: Double taxation agreement, signed 1992"));
  EXPECT_THAT(words, Not(HasSubstr("Last contacts")));
}

TEST(Glance, ACapitalThatOthersDoNotAcceptIsNotToldWithoutThat) {
  const Economy world("pair EGY ISR\nedition 2025-12-31\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("Cairo and Jerusalem"), HasSubstr("the Security Council (resolution 478 of 1980) does not accept that")));
}

TEST(Rule27, WhoseCapitalACityIsIsToldUnderThePolicy) {
  const auto words = [](std::string_view pair) { return words_of(test::Economy(fmt::format("pair {}\nedition 2025-12-31\n", pair)).section(at_glance_section)); };
  EXPECT_THAT(words("ISR DEU"), HasSubstr("Israel designates Jerusalem as its capital; the Security Council (resolution 478 of 1980) does not accept that"));
  EXPECT_THAT(words("DEU PSE"), HasSubstr("Palestine designates East Jerusalem as its capital"));
  EXPECT_THAT(words("FRA DEU"), Not(HasSubstr("designates")));
}

TEST(Rule28, AShortBorderIsNoBorderOfNought) {
  const auto words = [](std::string_view km) { return words_of(World(fmt::format("pair BWA ZMB\nedition 2025-12-31\nobserve border_km BWA->ZMB 2026 {} km\n", km)).section(at_glance_section)); };
  EXPECT_THAT(words("0.15"), HasSubstr("A common border of 0.15\u00a0km"));
  EXPECT_THAT(words("1969"), HasSubstr("A common border of 1969\u00a0km"));
}

TEST(Rule28, HoursAreOfTodaysClocksAndASeatIsNoCapital) {
  EXPECT_THAT(words_of(World("pair VNR USA\nedition 2025-12-31\n").section(at_glance_section)), Not(HasSubstr("standard time")));
  const std::string words = words_of(World("pair ESH MAR\nedition 2025-12-31\n").section(at_glance_section));
  EXPECT_THAT(words, HasSubstr("between El Aaiún (seat or chief town; there is no capital) and Rabat"));
  EXPECT_THAT(words, Not(HasSubstr("between the capitals")));
  EXPECT_THAT(words_of(World("pair DEU HKG\nedition 2025-12-31\n").section(at_glance_section)), HasSubstr("km between Berlin and Hong Kong"));
}

}  // namespace
}  // namespace comity::dossier
