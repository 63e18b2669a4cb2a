#include <gtest/gtest.h>

#include "comity/world/register.hpp"

namespace comity::world {
namespace {

TEST(FoldName, ignores_case_accents_and_punctuation) {
  EXPECT_EQ(fold_name("Côte d’Ivoire"), "cote divoire");
  EXPECT_EQ(fold_name("COTE D'IVOIRE"), "cote divoire");
  EXPECT_EQ(fold_name("São Tomé and Príncipe"), "sao tome and principe");
  EXPECT_EQ(fold_name("Åland"), "aland");
  EXPECT_EQ(fold_name("Curaçao"), "curacao");
  EXPECT_EQ(fold_name("Österreich, Straße"), "osterreich strasse");
  EXPECT_EQ(fold_name("Færøerne"), "faeroerne");
  EXPECT_EQ(fold_name("Guinea-Bissau"), "guinea bissau");
}

TEST(FoldName, knows_the_and_saint_and_initials) {
  EXPECT_EQ(fold_name("The  Gambia"), "gambia");
  EXPECT_EQ(fold_name("Gambia, The"), "gambia");
  EXPECT_EQ(fold_name("Bosnia & Herzegovina"), fold_name("Bosnia and Herzegovina"));
  EXPECT_EQ(fold_name("Trinidad&Tobago"), "trinidad and tobago");
  EXPECT_EQ(fold_name("St. Lucia"), "saint lucia");
  EXPECT_EQ(fold_name("St Kitts"), "saint kitts");
  EXPECT_EQ(fold_name("U.S.S.R."), "ussr");
  EXPECT_EQ(fold_name("Dem. Rep. of the Congo"), "dem rep of congo");
  EXPECT_EQ(fold_name("Netherlands"), "netherlands") << "the is a word, not a part of one";
}

TEST(FoldName, folds_other_scripts) {
  EXPECT_EQ(fold_name("РОССИЯ"), "россия");
  EXPECT_EQ(fold_name("Королёв"), fold_name("Королев"));
  EXPECT_EQ(fold_name("Китай"), fold_name("КИТАЙ"));
  EXPECT_EQ(fold_name("Nguyễn"), "nguyen");
  EXPECT_EQ(fold_name("ΕΛΛΆΔΑ"), "ελλαδα");
  EXPECT_EQ(fold_name("中国"), "中国");
  EXPECT_EQ(fold_name("Korea\u00a0–\u2009Republic"), "korea republic");
}

TEST(FoldName, takes_anything) {
  EXPECT_EQ(fold_name(""), "");
  EXPECT_EQ(fold_name("the"), "");
  EXPECT_EQ(fold_name("..,,--"), "");
  EXPECT_EQ(fold_name("a\xff\xfe b"), "a b");
  EXPECT_EQ(fold_name(fold_name("St. Vincent & the Grenadines")), fold_name("St. Vincent & the Grenadines"));
}

}  // namespace
}  // namespace comity::world
