// The article again: what an editor of an encyclopaedia would have to undo.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/audit_text.hpp"

namespace comity::audit {
namespace {

using claims::Format;
using testing::HasSubstr;
using testing::Not;

constexpr const char* trade = R"(pair DEU KAZ
edition 2025-12-31
source office official:DEU "Statistics"
trade DEU->KAZ 2019 3000 usd_million by DEU fob source office
trade KAZ->DEU 2019 5000 usd_million by DEU cif source office
trade DEU->KAZ 2023 2000 usd_million by DEU fob source office
trade KAZ->DEU 2023 4000 usd_million by DEU cif source office
)";

std::string suggested(const std::string& text, const std::string& world_text, Format format, const std::string& language = "en") {
  const test::World world(world_text);
  return suggest(audit_text(text, world, {"An article on two countries", "a.txt", language}), world.context(), text, format);
}

std::size_t times(const std::string& text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++out;
  return out;
}

const std::string sentence = "Trade between the two countries amounted to 8 billion dollars in 2019.";
constexpr const char* addition = "In 2023, trade in goods between the two countries came to US$6 billion.";

TEST(AuditSuggest, AnAdditionReadsAsASentence) {
  EXPECT_THAT(suggested(sentence + " More follows.", trade, Format::wikitext), HasSubstr("in 2019. " + std::string(addition) + "<ref name=\"comity1\">"));
}

TEST(AuditSuggest, OneSentenceIsAddedOnceAndOneSourceHasOneNote) {
  const std::string twice = "Trade between the two countries amounted to 8 billion dollars in 2019.\n\nIn 2019 trade between Germany and Kazakhstan amounted to US$8 billion.";
  const std::string wiki = suggested(twice, trade, Format::wikitext), markdown = suggested(twice, trade, Format::markdown);
  EXPECT_EQ(times(wiki, "<ref name=\"comity1\">"), 1u);
  EXPECT_EQ(times(wiki, "<ref name=\"comity1\" />"), 1u);
  EXPECT_EQ(times(markdown, "[^c1]:"), 1u);
  EXPECT_EQ(times(markdown, "[^c2]"), 0u);
  const std::string same = "Trade between the two countries amounted to 8 billion dollars (US$8.00 billion) in 2019.";
  EXPECT_LE(times(suggested(same, trade, Format::markdown), addition), 1u);
}

TEST(AuditSuggest, ItemsAndRowsHoldNoSentences) {
  const std::string item = "== Trade ==\n* Trade between the two countries in 2019: 8 billion dollars\n* Another item\n";
  EXPECT_EQ(suggested(item, trade, Format::wikitext), item);
}

TEST(AuditSuggest, AnAbbreviationEndsNoSentence) {
  const std::string text = "Trade between the two countries amounted to 8 billion dollars in 2019, as the U.S. Department of Commerce noted. More follows.";
  EXPECT_THAT(suggested(text, trade, Format::markdown), HasSubstr("noted. " + std::string(addition)));
}

TEST(AuditSuggest, NumberedNotesStayWithTheirSentence) {
  EXPECT_THAT(suggested(sentence + "[137] More follows.", trade, Format::markdown), HasSubstr("in 2019.[137] " + std::string(addition)));
}

TEST(AuditSuggest, NoEnglishSentenceInAGermanArticle) {
  EXPECT_EQ(suggested(sentence, trade, Format::markdown, "de"), sentence);
}

TEST(AuditSuggest, AFigureOfTenYearsAgoIsNoNews) {
  std::string old = trade;
  for (std::size_t at; (at = old.find("2023")) != std::string::npos;) old.replace(at, 4, "2016");
  for (std::size_t at; (at = old.find("2019")) != std::string::npos;) old.replace(at, 4, "2012");
  const std::string text = "Trade between the two countries amounted to 8 billion dollars in 2012.";
  EXPECT_EQ(suggested(text, old, Format::markdown), text);
}

// What is only beside a claim that nothing settles is no reason to touch the article.
TEST(AuditSuggest, OnlyWhatWasRightAndIsOldIsAddedTo) {
  const std::string undated = "Trade between the two countries amounts to 900 million dollars.", other = "Trade between the two countries amounted to 1.1 billion dollars in 2019.";
  EXPECT_EQ(suggested(undated, trade, Format::markdown), undated);
  EXPECT_EQ(suggested(other, trade, Format::markdown), other);
}

constexpr const char* relations = "pair DEU KAZ\nsource emb official:KAZ \"Page [of the embassy]\"\nrecognition DEU->KAZ 1991-12-31 source emb\nrelations DEU KAZ 1992-02-11 source emb\n";

TEST(AuditSuggest, ABracketInATitleDoesNotEndTheLink) {
  test::World world(relations);
  for (auto& source : world.context().sources) source.url = "https://example.org/page", source.publisher = "Embassy";
  const std::string text = "Diplomatic relations were established in 1991.";
  EXPECT_THAT(suggest(audit_text(text, world), world.context(), text, Format::wikitext), HasSubstr("<ref name=\"comity1\">[https://example.org/page Embassy: Page (of the embassy)]</ref>"));
}

TEST(AuditSuggest, MarkupAroundAReplacementIsKept) {
  const std::string text = "{{Infobox x\n|a=b}}\n'''Diplomatic relations''' were established in 1991,<ref>{{cite web|url=x}}</ref> after [[independence]].\n{| class=\"wikitable\"\n| 1991 || x\n|}\n";
  EXPECT_EQ(suggested(text, relations, Format::wikitext),
            "{{Infobox x\n|a=b}}\n'''Diplomatic relations''' were established on 11 February 1992,<ref>{{cite web|url=x}}</ref><ref name=\"comity1\">Page [of the embassy]</ref> after [[independence]].\n{| class=\"wikitable\"\n| 1991 || x\n|}\n");
}

}  // namespace
}  // namespace comity::audit
