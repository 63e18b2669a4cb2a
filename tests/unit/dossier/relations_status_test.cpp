// Recognition, beginning, break and resumption of relations, told as what they are and once.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule06, ARecognitionOfAPredecessorIsNotTold) {
  const World world("pair TWN USA\nedition 2025-12-31\nrecognition USA->TWN 1844 source atlas\nsevered TWN USA 1978-12-31 source atlas\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, Not(HasSubstr("1844"))) << "the Republic of China began in 1912";
  EXPECT_THAT(words_of(world.section(relations_section)), Not(HasSubstr("recognised Taiwan")));
  EXPECT_THAT(words_of(world.section(history_section)), Not(HasSubstr("recognised Taiwan")));
}

TEST(Rule02, ResumedInTheYearOfTheFirstDayIsNoResumption) {
  const World world("pair VNM USA\nedition 2025-12-31\nresumed VNM USA 1995 source atlas\nrelations VNM USA 1995-07-11 source historian\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("established diplomatic relations on 11 July 1995"));
  EXPECT_THAT(glance, Not(HasSubstr("resumed")));
}

TEST(Rule01, AMutualRecognitionIsNotToldOnceMoreOfOne) {
  const World world("pair IRN USA\nedition 2025-12-31\nevent recognition IRN USA 1850 \"Mutual recognition\" source historian\nrecognition USA->IRN 1850 source atlas\n");
  const std::string glance = words_of(world.section(at_glance_section));
  EXPECT_THAT(glance, HasSubstr("recognised each other in 1850"));
  EXPECT_THAT(glance, Not(HasSubstr("The United States recognised Iran")));
}

TEST(Rule02, ADayWithinASpanIsNotADuration) {
  const World world("pair ARE EGY\nedition 2025-12-31\nrelations ARE EGY 1972-01-10 source list\nsevered ARE EGY 1979-04-25 source list\nresumed ARE EGY 1979-04-26/2025-11 source list\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("from 26 April 1979 to")));
  EXPECT_THAT(words, HasSubstr("resumed diplomatic relations at a date between 26 April 1979 and November 2025 that no source read here gives"));
}

TEST(Rule05, RelationsWithoutADateAreOfTheListsDay) {
  const World world("pair NOR SRB\nedition 2026-04-13\nsource wiki crowd \"List\" as_of 2025-11\nrelations NOR SRB \"\" source wiki\n");
  const std::string words = words_of(world.section(at_glance_section));
  EXPECT_THAT(words, Not(HasSubstr("have had")));
  EXPECT_THAT(words, HasSubstr("had diplomatic relations according to"));
  EXPECT_THAT(words, HasSubstr("(as of November 2025); the date at which they took them up is not given."));
}

TEST(Rule01, ARecognitionOfLaterIsSaidToContradict) {
  const World later("pair USA VEN\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA VEN 1834-07-07 source wiki\nrecognition USA->VEN 1835 source panorama\n");
  EXPECT_THAT(words_of(later.section(relations_section)), AllOf(HasSubstr("That is later than 7 July 1834"), Not(HasSubstr("Recognition is not yet relations"))));
  // Where another day of the beginning fits the recognition, it is the better one.
  const World two("pair USA VEN\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA VEN 1834-07-07 source wiki\nrelations USA VEN 1835-06-30 source wiki\nrecognition USA->VEN 1835 source panorama\n");
  EXPECT_THAT(words_of(two.section(relations_section)), AllOf(HasSubstr("established diplomatic relations on 30 June 1835"), HasSubstr("Recognition is not yet relations"), HasSubstr("7 July 1834 by List")));
  // A recognition of much later was of a new government.
  const World mexico("pair USA MEX\nedition 2025-12-31\nsource panorama scholarly \"Panorama\"\nsource wiki crowd \"List\"\nrelations USA MEX 1822-12-12 source wiki\nrelations USA MEX 1923-09-03 source wiki\nrecognition USA->MEX 1923-08-31 source panorama\n");
  EXPECT_THAT(words_of(mexico.section(relations_section)), HasSubstr("established diplomatic relations on 12 December 1822"));
}

TEST(Rule02, ToAgreeToResumeIsSaidAndIsNotToHaveResumed) {
  const World world("pair USA VEN\nedition 2026-04-13\nrelations USA VEN 1835-06-30 source list\nsevered USA VEN 2019-01-23 source list\nevent relations_resumption_agreed USA VEN 2026-03-05 \"Resumption of diplomatic relations agreed\" source paper\n"
                    "embassy VEN->USA \"Washington\" listed 2022-11-16 source posts\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)),
              AllOf(HasSubstr("On 5 March 2026 the two agreed to resume them; no source read here records that this was done."), Not(HasSubstr("have no diplomatic relations now"))));
}

TEST(Rule08, ADayThatAnotherIsSetAgainstIsNotToldAloneAtAGlance) {
  const World world("pair ESP BEL\nedition 2025-12-31\nrelations ESP BEL 1832-09-18 source list\nrelations ESP BEL 1921-01-21 source list\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("18 September 1832"), HasSubstr("21 January 1921 is given for the beginning as well")));
  const World voices("pair DEU KAZ\nedition 2025-12-31\nsource historian scholarly \"Historian\"\nsource paper press \"Paper\"\nrelations DEU KAZ 1992-02-11 source historian\nrelations DEU KAZ 1990 source paper\n");
  EXPECT_THAT(words_of(voices.section(at_glance_section)), Not(HasSubstr("given for the beginning"))) << "it stands where the sources disagree";
}

TEST(Rule02, AResumptionIsToldWithTheBreakThatItEnded) {
  const World world("pair UKR SYR\nedition 2025-12-31\nrelations UKR SYR 1992-03-31 source atlas\nsevered UKR SYR 2022-06-30 source press\nresumed UKR SYR 2025-09-24 source press\n"
                    "embassy UKR->SYR \"Damascus\" listed 2022-11-16 source list\nembassy SYR->UKR \"Kyiv\" listed 2021-11-16 source old\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("resumed diplomatic relations on 24 September 2025, after they had been severed on 30 June 2022; they had first been established on 31 March 1992"));
  const std::string words = words_of(world.section(relations_section));
  EXPECT_THAT(words, HasSubstr("An embassy of Ukraine in Damascus is named by list on 16 November 2022, although relations were severed from 30 June 2022 to 24 September 2025"))
      << "the list's day counts, not today";
  EXPECT_THAT(words, Not(HasSubstr("Kyiv"))) << "a list of before the break contradicts nothing";
}

TEST(Rule02, ADayOfYearsLaterIsNoBeginning) {
  const World world("pair AUS PNG\nedition 2026-04-13\nsource list crowd \"List\"\nrelations AUS PNG 1975-09-16 source list\nevent relations_established AUS PNG 2025-10-06 detail \"the same page numbers the two with another day\" status disputed source list\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), Not(HasSubstr("2025 is given for the beginning")));
  EXPECT_THAT(words_of(world.section(relations_section)), AllOf(HasSubstr("A page by List dates relations on 6 October 2025 as well, without saying what fell on that day"), Not(HasSubstr("Another date is given"))));
  const World near("pair DZA FRA\nedition 2026-04-13\nrelations DZA FRA 1962-07-05 source list\nevent relations_established DZA FRA 1962-07-03 status disputed source list\n");
  EXPECT_THAT(words_of(near.section(at_glance_section)), HasSubstr("3 July 1962 is given for the beginning as well."));
}

}  // namespace
}  // namespace comity::dossier
