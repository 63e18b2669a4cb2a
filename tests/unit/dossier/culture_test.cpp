// Twin towns and institutes, each told once and by its name.
#include "tests/unit/dossier/reading.hpp"

namespace comity::dossier {
namespace {

// A university is no institute of China, and a web page that is gone does not say that its institute works.
TEST(Culture, ConfuciusInstitutesAreCalledSoAndThoseOfDeadPagesApart) {
  const Economy world(R"(
pair USA CHN
edition 2025-12-31
source las scholarly "Confucius Institutes"
presence institute CHN->USA "Alfred University" basis "Confucius Institute" as_of 2022-04-22 note "page not reachable on 2022-04-22" source las
presence institute CHN->USA "Webster University" basis "Confucius Institute" as_of 2022-04-22 source las
)");
  const std::string words = plain_words(world.section(culture_section));
  EXPECT_THAT(words, HasSubstr("sources name: Confucius Institute at Webster University, Confucius Institute at Alfred University. Of the 2, the web page of one was gone on 22 April 2022"));
}

TEST(Culture, ATwinningOfTwoListsIsOneAndTheFirstStatesTownLeads) {
  const World world("pair NLD SVK\nedition 2025-12-31\npresence twin_town NLD->SVK \"Haaren – Esch – Medzev\" place \"Medzev\" source twins\npresence twin_town SVK->NLD \"Medzev – Esch (Haaren)\" place \"Esch (Haaren)\" source twins\n"
                    "presence twin_town SVK->NLD \"Martin – Hoogeveen\" place \"Hoogeveen\" source twins\n");
  EXPECT_THAT(words_of(world.section(culture_section)), HasSubstr("Twin towns and regions named: Haaren – Esch – Medzev and Hoogeveen – Martin."));
}

}  // namespace
}  // namespace comity::dossier
