// Investment: confidential years, rankings of one, and of which source a note speaks.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

TEST(Rule11, ConfidentialYearsWithOthersBetweenAreNoRun) {
  const Economy world("pair MEX THA\nedition 2025-12-31\nobserve fdi_outward_stock MEX->THA end-2011 confidential usd_million by MEX source cdis\n"
                      "observe fdi_outward_stock MEX->THA end-2012 zero_or_not_reported usd_million by MEX source cdis\n"
                      "observe fdi_outward_stock MEX->THA end-2019 confidential usd_million by MEX source cdis\nobserve fdi_outward_stock MEX->THA end-2020 confidential usd_million by MEX source cdis\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), AllOf(HasSubstr("confidential in 2011 and 2019 to 2020"), Not(HasSubstr("from 2011"))));
  EXPECT_THAT(plain_words(world.section(investment_section)), HasSubstr("in 2011 and 2019 to 2020: it exists and is not published"));
}

TEST(Rule11, ARunOfConfidentialYearsHasItsEnd) {
  const Economy world("pair MEX MLT\nedition 2025-12-31\nobserve fdi_outward_stock MLT->MEX end-2010 confidential usd_million by MLT source cdis\n"
                      "observe fdi_outward_stock MLT->MEX end-2011 confidential usd_million by MLT source cdis\n");
  EXPECT_THAT(words_of(world.section(at_glance_section)), HasSubstr("confidential from 2010 to 2011"));
}

TEST(Rule18, ReadingsSayOfWhichSourceTheySpeak) {
  const Economy world("pair EGY ISR\nedition 2025-12-31\nsource imf_cdis statistical_office \"International Monetary Fund\"\nsource unctad_bilateral_fdi statistical_office \"UNCTAD\"\n"
                      "observe fdi_outward_stock ISR->EGY end-2012 9.7 usd_million by ISR source imf_cdis\nobserve fdi_outflow ISR->EGY 2007 15 usd_million by ISR source unctad_bilateral_fdi\n");
  const std::string words = plain_words(world.section(investment_section));
  EXPECT_THAT(words, AllOf(HasSubstr("How to read this. International Monetary Fund: Positions abroad"), HasSubstr("UNCTAD: The two sides are not independent")));
}

TEST(Rule17, TheFirstOfOneIsNoRank) {
  const auto words = [](int partners) {
    return words_of(World(fmt::format("pair WSM AUS\nedition 2012-12-31\nobserve fdi_outward_stock WSM->AUS end-2011 3.48 usd_million by WSM source cdis\n"
                                      "standing fdi_outward_stock WSM out 2011 value 3480000 total 3480000 rank 1 partners {} by WSM source cdis\n", partners)).section(investment_section));
  };
  EXPECT_THAT(words(2), HasSubstr("rank 1 of 2"));
  EXPECT_THAT(words(1), Not(HasSubstr("rank 1 of 1")));
}

}  // namespace
}  // namespace comity::dossier
