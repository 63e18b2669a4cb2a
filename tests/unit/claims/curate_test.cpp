// Claims as rows of the curated form. Facts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/claims/curate.hpp"
#include "unit/claims/reading.hpp"

namespace comity::claims {
namespace {

using testing::HasSubstr;
using testing::Not;

std::map<std::string, std::string> tables_of(std::string_view text) {
  return curated_tables({"document_x", "x.txt", "A \"title\"", "2020-02-03", "ab12"}, read("Peru–Norway relations\n\n" + std::string(text) + "\n").claims);
}

TEST(CuratedClaims, EachInTheTableOfItsKind) {
  const auto tables = tables_of("Norway's Prime Minister Erna Solberg visited Lima in June 2014. Norwegian exports to Peru were US$30 million in 2019. Norway has an honorary consulate in Cusco. Both are members of the WTO.");
  EXPECT_THAT(tables.at("events.csv"), HasSubstr("document_x_1,visit,NOR,PER,NOR,PER,,2014-06,Erna Solberg,,,Lima,"));
  EXPECT_THAT(tables.at("observations.csv"), HasSubstr("document_x_2,goods_exports,NOR,PER,,2019,30000000,,USD,USD,"));
  EXPECT_THAT(tables.at("missions.csv"), HasSubstr("document_x_3,NOR,PER,honorary_consulate,true,Cusco,"));
  EXPECT_THAT(tables.at("statements.csv"), HasSubstr("document_x_4,NOR,PER,membership,"));
}

TEST(CuratedClaims, WhatIsDeniedOrPlannedIsNotCounted) {
  const auto tables = tables_of("Peru does not recognise Norway. Norway plans to open an embassy in Lima in 2030.");
  EXPECT_THAT(tables.at("events.csv"), Not(HasSubstr("document_x")));
  EXPECT_THAT(tables.at("statements.csv"), HasSubstr("recognition, PER to NOR; denied"));
  EXPECT_THAT(tables.at("statements.csv"), HasSubstr(",2030,planned,"));
}

TEST(CuratedClaims, ImportsComeFromTheSeller) {
  EXPECT_THAT(tables_of("Norwegian imports from Peru were €5 million in 2018.").at("observations.csv"), HasSubstr(",goods_imports,PER,NOR,,2018,5000000,,EUR,EUR,"));
}

TEST(CuratedClaims, TheSourceSpeaksForNobody) {
  const std::string source = tables_of("Peru has an embassy in Oslo.").at("source.toml");
  EXPECT_THAT(source, HasSubstr("role = \"document\""));
  EXPECT_THAT(source, HasSubstr("derives_from = \"document:x\""));
  EXPECT_THAT(source, HasSubstr("title = \"A \\\"title\\\"\""));
}

TEST(CuratedClaims, TheFolderIsCalledAfterTheFile) {
  EXPECT_EQ(document_id("/home/me/Peru–Norway (2).html"), "document_peru_norway_2");
  EXPECT_EQ(document_id("..."), "document_text");
  EXPECT_LE(document_id(std::string(300, 'a')).size(), 60u);
}

}  // namespace
}  // namespace comity::claims
