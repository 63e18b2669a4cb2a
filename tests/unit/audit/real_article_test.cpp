// The audit of the article that Comity set out from, against a full edition. Needs COMITY_TEST_FULL_EDITION (made by
// `comity build` from all sources) and the article as COMITY_TEST_ARTICLE, else as documents/germany-kazakhstan.txt
// beside COMITY_DATA_DIR; skipped where either is missing.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/audit/write.hpp"
#include "comity/base/bytes.hpp"
#include "comity/claims/extract.hpp"
#include "comity/store/edition.hpp"

namespace comity::audit {
namespace {

using claims::Kind;
using testing::Contains;
using testing::HasSubstr;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Figures print with no-break blanks; tests are easier to read without.
std::string spaced(std::string text) {
  for (const std::string_view blank : {"\xc2\xa0", "\xe2\x80\xaf"}) {
    for (std::size_t at; (at = text.find(blank)) != std::string::npos;) text.replace(at, blank.size(), " ");
  }
  return text;
}

class RealArticle : public testing::Test {
 protected:
  void SetUp() override {
    const std::string edition = variable("COMITY_TEST_FULL_EDITION"), mirror = variable("COMITY_DATA_DIR");
    std::string article = variable("COMITY_TEST_ARTICLE");
    if (article.empty() && !mirror.empty()) article = mirror + "/../documents/germany-kazakhstan.txt";
    if (edition.empty() || article.empty() || !std::filesystem::exists(article)) GTEST_SKIP() << "COMITY_TEST_FULL_EDITION or the article is not there";
    const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
    const claims::Extractor extractor(COMITY_SOURCE_DIR "/data", world::Resolver::make(states, COMITY_SOURCE_DIR "/data", COMITY_PARTS));
    edition_ = std::make_unique<store::Edition>(edition, states);
    session_ = std::make_unique<store::Session>(*edition_);
    auto read = extractor.extract(read_file(article), {});
    facts_ = session_->pair_facts(read.a, read.b);
    title_ = read.title;
    claims_ = read.claims;
    report_ = check(std::move(read.claims), facts_, edition_->context(), {title_, "article"});
  }

  const Finding& of(Kind kind, std::string_view quote) const {
    for (const Finding& one : report_.findings) {
      const claims::Claim& claim = report_.claims[one.claim];
      if (claim.kind == kind && claim.quote.find(quote) != std::string::npos) return one;
    }
    throw std::runtime_error("no such claim: " + std::string(quote));
  }

  static std::string all(const Finding& finding) {
    std::string out = finding.reason + finding.arithmetic + finding.today;
    for (const auto* list : {&finding.evidence, &finding.beside}) {
      for (const Evidence& one : *list) out += "\n" + one.text;
    }
    return spaced(out);
  }

  std::unique_ptr<store::Edition> edition_;
  std::unique_ptr<store::Session> session_;
  facts::PairFacts facts_;
  std::vector<claims::Claim> claims_;
  std::string title_;
  Report report_;
};

TEST_F(RealArticle, All33ClaimsAndNoneContradicted) {
  EXPECT_EQ(report_.findings.size(), 33u);
  EXPECT_EQ(report_.count(Verdict::contradicted), 0u);
}

TEST_F(RealArticle, Relations1991AreConfusedWithRecognition) {
  const Finding& finding = of(Kind::relations_established, "1991");
  EXPECT_EQ(finding.verdict, Verdict::confused);
  EXPECT_THAT(all(finding), HasSubstr("31 December 1991"));
  EXPECT_THAT(all(finding), HasSubstr("11 February 1992"));
  EXPECT_THAT(all(finding), HasSubstr("Embassy of Kazakhstan"));
}

TEST_F(RealArticle, BothEmbassiesAreSupportedWithWhatTheTextOmits) {
  const Finding& astana = of(Kind::mission, "Astana");
  EXPECT_EQ(astana.verdict, Verdict::supported);
  EXPECT_THAT(all(astana), HasSubstr("consulate general in Almaty"));
  EXPECT_THAT(all(astana), HasSubstr("listed in"));
  EXPECT_EQ(of(Kind::mission, "Berlin").verdict, Verdict::supported);
}

// The other state's independence is no evidence for this one's.
TEST_F(RealArticle, IndependenceIsThatOfTheStateItIsSaidOf) {
  const Finding& finding = of(Kind::other, "independence");
  EXPECT_EQ(finding.verdict, Verdict::supported);
  EXPECT_THAT(all(finding), HasSubstr("1991"));
  EXPECT_THAT(all(finding), testing::Not(HasSubstr("1949")));
}

TEST_F(RealArticle, EthnicGermansAreNotCheckedWithBirthplaces) {
  const Finding& finding = of(Kind::diaspora, "one million");
  EXPECT_EQ(finding.verdict, Verdict::not_checkable);
  EXPECT_THAT(all(finding), HasSubstr("180"));
}

TEST_F(RealArticle, TradeOf2017IsRightAndOld) {
  const Finding& finding = of(Kind::trade_total, "4 billion 856");
  EXPECT_EQ(finding.verdict, Verdict::outdated);
  EXPECT_THAT(finding.also, Contains(Verdict::supported));
  EXPECT_THAT(all(finding), HasSubstr("4.86 bn EUR"));
  EXPECT_THAT(all(finding), HasSubstr("8.75 bn EUR"));
  EXPECT_THAT(all(finding), HasSubstr("3 900 000 000"));
}

TEST_F(RealArticle, TradeOf2016HasOnlyHalves) {
  const Finding& finding = of(Kind::trade_total, "2016");
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(all(finding), HasSubstr("goods from Germany to Kazakhstan in 2016"));
}

TEST_F(RealArticle, InvestmentOf2018IsUnverifiableBesideTheStock) {
  const Finding& finding = of(Kind::fdi_flow, "183");
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(all(finding), HasSubstr("541.6 million USD"));
  EXPECT_THAT(all(finding), HasSubstr("gross or net"));
}

TEST_F(RealArticle, VisitsAreSupported) {
  const Finding& merkel = of(Kind::visit, "Merkel");
  EXPECT_EQ(merkel.verdict, Verdict::supported);
  EXPECT_THAT(merkel.also, Contains(Verdict::imprecise));
  EXPECT_EQ(of(Kind::visit, "Steinmeier").verdict, Verdict::supported);
}

TEST_F(RealArticle, CompaniesAreCountedInFourWays) {
  const Finding& finding = of(Kind::company_count, "1450");
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_GE(finding.beside.size(), 4u);
}

TEST_F(RealArticle, TheShareShowsItsArithmetic) {
  EXPECT_THAT(spaced(of(Kind::trade_share, "81.3").arithmetic), HasSubstr("5.97 bn EUR: the others would share 1.12 bn EUR"));
}

TEST_F(RealArticle, Rule9TheSameWithoutTheFactsTakenFromIt) {
  facts::PairFacts bare = facts_;
  const auto own = [&](const auto& fact) { return edition_->context().sources[fact.from_where.source.value].derives_from.find("document:") != std::string::npos; };
  const std::size_t before = bare.observations.size() + bare.events.size() + bare.presences.size() + bare.missions.size();
  std::erase_if(bare.observations, own);
  std::erase_if(bare.events, own);
  std::erase_if(bare.presences, own);
  std::erase_if(bare.missions, own);
  ASSERT_LT(bare.observations.size() + bare.events.size() + bare.presences.size() + bare.missions.size(), before);
  const Report without = check(claims_, bare, edition_->context(), {title_, "article"});
  const Heading heading{"f", title_, "a", "b", "e", "d"};
  EXPECT_EQ(write_json(report_, heading, edition_->context()), write_json(without, heading, edition_->context()));
}

}  // namespace
}  // namespace comity::audit
