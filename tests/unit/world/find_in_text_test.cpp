// Names inside sentences: places, the longest name, and the traps.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "Papua New Guinea=PNG" for each mention; "=-" where no one state is meant.
std::vector<std::string> found(std::string_view text, const TextOptions& options = {}) {
  std::vector<std::string> out;
  for (const auto& mention : real_resolver().find_in_text(text, options)) {
    const StateId state = mention.state();
    out.push_back(std::string(text.substr(mention.begin, mention.end - mention.begin)) + "=" + (state ? real_register().state(state).key : "-"));
  }
  return out;
}

TEST(FindInText, says_where_a_name_stands) {
  const std::string text = "Côte d’Ivoire’s trade with Germany's firms.";
  const auto mentions = real_resolver().find_in_text(text);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), "Côte d’Ivoire");
  EXPECT_EQ(text.substr(mentions[1].begin, mentions[1].end - mentions[1].begin), "Germany");
}

TEST(FindInText, takes_the_longest_name) {
  EXPECT_THAT(found("Papua New Guinea, Equatorial Guinea and Guinea-Bissau"), ElementsAre("Papua New Guinea=PNG", "Equatorial Guinea=GNQ", "Guinea-Bissau=GNB"));
  EXPECT_THAT(found("the Republic of Korea and the Democratic People's Republic of Korea"), ElementsAre("Republic of Korea=KOR", "Democratic People's Republic of Korea=PRK"));
  EXPECT_THAT(found("South Sudan left Sudan"), ElementsAre("South Sudan=SSD", "Sudan=SDN"));
}

TEST(FindInText, ends_names_with_words) {
  EXPECT_THAT(found("Nigeria, Niger and Mali; Malians and Malinese; Omaniacs, Perus"), testing::Not(testing::Contains("Oman=OMN")));
  EXPECT_THAT(found("Nigeria and Niger"), ElementsAre("Nigeria=NGA", "Niger=NER"));
  EXPECT_THAT(found("the Nigerien and the Nigerian army"), ElementsAre("Nigerien=NER", "Nigerian=NGA"));
}

TEST(FindInText, is_told_people_from_states) {
  EXPECT_THAT(found("Michael Jordan met Chad Smith and Barbara Jordan in Jordan."), ElementsAre("Jordan=-", "Chad=-", "Jordan=-", "Jordan=JOR"));
  EXPECT_THAT(found("In Jordan Foreign Minister Safadi spoke."), ElementsAre("Jordan=JOR"));
  EXPECT_THAT(found("King Abdullah of Jordan visited Chad."), ElementsAre("Jordan=JOR", "Chad=TCD"));
}

TEST(FindInText, is_told_Georgia_from_Georgia) {
  EXPECT_THAT(found("He was born in Atlanta, Georgia."), ElementsAre("Georgia=-"));
  EXPECT_THAT(found("Troops from Alabama, Georgia and Florida."), ElementsAre("Georgia=-"));
  EXPECT_THAT(found("The talks in Tbilisi, Georgia, went on."), ElementsAre("Georgia=GEO"));
  EXPECT_THAT(found("Georgia and Armenia signed."), ElementsAre("Georgia=GEO", "Armenia=ARM"));
  EXPECT_THAT(found("the University of Georgia"), IsEmpty());
}

TEST(FindInText, is_told_waters_and_places_from_states) {
  EXPECT_THAT(found("the Gulf of Guinea, Lake Chad, New Mexico, the Indian Ocean and the South China Sea"), IsEmpty());
  EXPECT_THAT(found("along the Senegal River and the Gambia River"), IsEmpty());
  EXPECT_THAT(found("in Luxembourg City"), ElementsAre("Luxembourg=-"));
}

TEST(FindInText, small_letters_name_no_state) {
  EXPECT_THAT(found("We ate turkey from china in Turkey."), ElementsAre("Turkey=TUR"));
  EXPECT_THAT(found("The island of Iceland; a Guinea pig; give us the US."), ElementsAre("Iceland=ISL", "US=USA"));
  EXPECT_THAT(found("The Island is large."), IsEmpty());
}

TEST(FindInText, table_heads_and_other_languages_make_no_person) {
  EXPECT_THAT(found("Visits to Jordan\nYear Name\n2001 Mori"), ElementsAre("Jordan=JOR"));
  EXPECT_THAT(found("the German Foreign Minister; Namibia hat"), ElementsAre("German=DEU", "Namibia=NAM"));
  EXPECT_THAT(found("joined the EU; the Prince of Wales"), IsEmpty());
  EXPECT_THAT(found("P&O and AT&T in Malta"), ElementsAre("Malta=MLT"));
}

TEST(FindInText, reads_initials) { EXPECT_THAT(found("The U.S. and the U.K. agreed; the U.S.S.R. did not."), ElementsAre("U.S.=USA", "U.K.=GBR", "U.S.S.R.=SUN")); }

TEST(FindInText, leaves_ambiguous_names_open) {
  EXPECT_THAT(found("Korea and the Congo"), ElementsAre("Korea=-", "Congo=-"));
  EXPECT_THAT(found("the two Koreas"), ElementsAre("Koreas=-"));
}

TEST(FindInText, names_hold_on_a_day) {
  TextOptions options;
  options.day = parse_day("1960-01-01");
  EXPECT_THAT(found("Germany and Poland", options), ElementsAre("Germany=-", "Poland=POL"));
}

TEST(FindInText, reads_scripts_without_blanks) {
  EXPECT_THAT(found("中国和哈萨克斯坦建立外交关系。"), ElementsAre("中国=CHN", "哈萨克斯坦=KAZ"));
  EXPECT_THAT(found("ドイツとカザフスタン"), ElementsAre("ドイツ=DEU", "カザフスタン=KAZ"));
  EXPECT_THAT(found("독일은 카자흐스탄과"), ElementsAre("독일=DEU", "카자흐스탄=KAZ"));
}

TEST(FindInText, reads_other_languages_when_told) {
  TextOptions options;
  options.languages = {"de"};
  EXPECT_THAT(found("Frankreich und die Schweiz", options), ElementsAre("Frankreich=FRA", "Schweiz=CHE"));
  EXPECT_THAT(found("Frankreich und die Schweiz"), IsEmpty());
  EXPECT_THAT(found("Казахстан и Россия"), ElementsAre("Казахстан=KAZ", "Россия=RUS"));
}

TEST(FindInText, capitals_and_non_states_only_when_asked) {
  EXPECT_THAT(found("Berlin and Astana agreed with the European Union"), IsEmpty());
  TextOptions options;
  options.metonyms = true, options.non_states = true;
  EXPECT_THAT(found("Berlin and Astana agreed with the European Union", options), ElementsAre("Berlin=DEU", "Astana=KAZ", "European Union=-"));
}

TEST(FindInText, no_name_goes_across_a_sentence) {
  EXPECT_THAT(found("They left South. Sudan stayed."), ElementsAre("Sudan=SDN"));
  EXPECT_THAT(found(""), IsEmpty());
  EXPECT_THAT(found("...'' \n\n &"), IsEmpty());
}

}  // namespace
}  // namespace comity::world
