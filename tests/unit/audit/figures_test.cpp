// Sums, shares and ranks: what adds up to what, and in whose books.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/audit_text.hpp"

namespace comity::audit {
namespace {

using claims::Claim;
using claims::Kind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Each state's imports as it booked them.
constexpr const char* importers = R"(pair NLD VNM
source cow scholarly "Trade"
trade VNM->NLD 2014 2964 usd_million by NLD source cow
trade NLD->VNM 2014 552 usd_million by VNM source cow
rate EUR USD 2014 1.25
)";

TEST(AuditOfTrade, TwoFlowsOfOneSourceAddUpToATotal) {
  const Finding finding = one("In 2014 trade between the two countries amounted to 3.52 billion dollars.", importers);
  EXPECT_EQ(finding.verdict, Verdict::supported);
  EXPECT_THAT(finding.reason, HasSubstr("add up to it"));
  EXPECT_THAT(spaced(finding.arithmetic), HasSubstr("2.96 bn USD = 3.52 bn USD, each flow from its importer's books"));
}

TEST(AuditOfTrade, WhatDoesNotAddUpIsShownAndNotRefuted) {
  const Finding finding = one("In 2014 trade between the two countries amounted to 90.1 billion euros.", importers);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(spaced(finding.arithmetic), HasSubstr("= 3.52 bn USD"));
  EXPECT_THAT(spaced(finding.arithmetic), HasSubstr("That is 2.81 bn EUR at the mean rate of 2014."));
}

TEST(AuditOfTrade, NearTheSumIsImprecise) {
  EXPECT_EQ(one("In 2014 trade between the two countries amounted to 3.40 billion dollars.", importers).verdict, Verdict::imprecise);
}

TEST(AuditOfTrade, ASumOfAnotherYearIsChance) {
  EXPECT_EQ(one("In 2013 trade between the two countries amounted to 3.516 billion dollars.", importers).verdict, Verdict::unverifiable);
}

TEST(AuditOfGrowth, IsOfTheFlowThatTheTextSpeaksOf) {
  constexpr const char* world = R"(pair DEU MNG
source cow scholarly "Trade"
trade DEU->MNG 2013 237 usd_million by MNG source cow
trade DEU->MNG 2014 166 usd_million by MNG source cow
)";
  Claim flow, growth;
  flow.kind = Kind::exports, flow.subject = "DEU", flow.object = "MNG", flow.number = 166e6, flow.tolerance = 5e5, flow.currency = "USD", flow.period = "2014", flow.quote = "166 million", flow.plain = {0, 10};
  growth.kind = Kind::trade_growth, growth.subject = "DEU", growth.object = "MNG", growth.number = -30, growth.tolerance = 0.5, growth.unit = "percent", growth.period = "2014", growth.quote = "down 30%", growth.plain = {20, 30};
  const test::World mongolia(world);
  const auto verdict = [&] { return check({flow, growth}, mongolia.facts(), mongolia.context(), {"A", "a"}).findings[1].verdict; };
  EXPECT_EQ(verdict(), Verdict::supported);
  growth.number = -40;
  EXPECT_EQ(verdict(), Verdict::unverifiable);
  growth.number = -30, flow.kind = Kind::imports;
  EXPECT_EQ(verdict(), Verdict::unverifiable);
}

TEST(AuditOfTrade, ASumOfTwoBooksIsNoMixUpForOneFlow) {
  EXPECT_EQ(one("In 2014 Dutch exports to Vietnam amounted to 3.516 billion dollars.", importers).verdict, Verdict::unverifiable);
}

TEST(AuditOfTrade, AYearFromSpringToSpringIsNoCalendarYear) {
  const Finding finding = one("Trade between the two countries reached 3.52 billion dollars in 2013–14.", importers);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(finding.reason, HasSubstr("calendar years"));
  EXPECT_THAT(finding.today, IsEmpty());
}

// Two readings of one source are one voice: too little to call a text wrong.
TEST(AuditOfTrade, Rule8OneSourceTwiceContradictsNothing) {
  constexpr const char* one_source = "pair DEU KAZ\nsource cow scholarly \"Trade\"\ntrade DEU->KAZ 2014 100 usd_million by DEU source cow\ntrade DEU->KAZ 2014 110 usd_million by KAZ source cow\n";
  const std::string two_sources = std::string(one_source) + "source office official:DEU \"Statistics\"\nobserve goods_exports DEU->KAZ 2014 105 usd_million by DEU source office\n";
  EXPECT_EQ(one("In 2014 German exports to Kazakhstan amounted to 40 billion dollars.", one_source).verdict, Verdict::unverifiable);
  EXPECT_EQ(one("In 2014 German exports to Kazakhstan amounted to 40 billion dollars.", two_sources).verdict, Verdict::contradicted);
}

TEST(AuditOfShares, OfWhatOneOfTheTwoImports) {
  constexpr const char* world = "pair JPN KEN\nsource cow scholarly \"Trade\"\nstanding goods_imports KEN in 2014 value 460 total 10000 rank 5 partners 90 by KEN source cow\n";
  Claim claim;
  claim.kind = Kind::trade_share, claim.subject = "JPN", claim.object = "KEN", claim.number = 4.6, claim.tolerance = 0.05, claim.unit = "percent", claim.denominator = "Kenya's imports", claim.period = "2014", claim.quote = "4.6 % of Kenya's imports";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.number = 6.6;
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.number = 4.6, claim.denominator = "Kenya's exports";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
}

TEST(AuditOfShares, AShareOfImportsIsNotOfTheTwoFlows) {
  const auto sum = [](Kind kind, std::string period) {
    Claim out;
    out.kind = kind, out.subject = "BTN", out.object = "IND", out.number = 92.28e9, out.currency = "INR", out.period = std::move(period), out.quote = "Rs. 9,228 crore", out.plain = {0, 10};
    return out;
  };
  Claim share;
  share.kind = Kind::trade_share, share.subject = "IND", share.object = "BTN", share.number = 84, share.unit = "percent", share.denominator = "Bhutan's total imports", share.period = "2018", share.quote = "84%", share.plain = {50, 60};
  const test::World world("pair BTN IND\n");
  const auto arithmetic = [&](const Claim& before) { return check({before, share}, world.facts(), world.context(), {"A", "a"}).findings[1].arithmetic; };
  EXPECT_THAT(arithmetic(sum(Kind::trade_total, "2018")), IsEmpty());
  EXPECT_THAT(arithmetic(sum(Kind::imports, "2018")), Not(IsEmpty()));
  Claim planned = sum(Kind::imports, "2018");
  planned.status = "planned";
  EXPECT_THAT(arithmetic(planned), IsEmpty());
}

TEST(AuditOfRanks, YearsInARowAreOneLine) {
  constexpr const char* world = R"(pair CHN IND
source cow scholarly "Trade"
standing goods_imports IND in 2012 value 5 total 9 rank 1 partners 160 by IND source cow
standing goods_imports IND in 2013 value 5 total 9 rank 1 partners 160 by IND source cow
standing goods_imports IND in 2014 value 5 total 9 rank 1 partners 168 by IND source cow
)";
  Claim claim;
  claim.kind = Kind::trade_share, claim.subject = "CHN", claim.object = "IND", claim.number = 1, claim.unit = "rank", claim.quote = "largest trading partner";
  const Finding finding = finding_of(claim, world);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);  // the text names neither year nor flow
  EXPECT_THAT(finding.evidence, IsEmpty());
  ASSERT_THAT(finding.beside, SizeIs(1));
  EXPECT_THAT(finding.beside[0].text, HasSubstr("in 2012 to 2014"));
  EXPECT_THAT(finding.beside[0].text, Not(HasSubstr("goods_imports")));
  EXPECT_THAT(finding.tolerance, IsEmpty());
  claim.period = "2013";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
}

}  // namespace
}  // namespace comity::audit
