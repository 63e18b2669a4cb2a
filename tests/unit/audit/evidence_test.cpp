// What is evidence for what: readings that look alike and are not, and lists that nobody vouches for.
#include <gmock/gmock.h>
#include <fmt/format.h>
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

Claim treaty(std::string unit, std::string period) {
  Claim out;
  out.kind = Kind::treaty_signed, out.subject = "DEU", out.object = "KAZ", out.unit = std::move(unit), out.period = std::move(period), out.quote = "an agreement";
  return out;
}

TEST(AuditOfTreaties, AListThatKnowsNoSignatureShowsNoMixUp) {
  const Finding finding = finding_of(treaty("double taxation", "1992"), "pair DEU KAZ\nsource oecd statistical_office \"Pairs\"\nagreement double_taxation \"Double taxation treaty\" in_force 1992 source oecd\n");
  EXPECT_EQ(finding.verdict, Verdict::supported);
  EXPECT_THAT(finding.reason, HasSubstr("does not say when it was signed"));
}

TEST(AuditOfTreaties, OnlyTheTreatyOfThatDateIsEvidence) {
  const Finding finding = finding_of(treaty("FTA", "2013"), R"world(pair DEU KAZ
source desta scholarly "Trade agreements"
agreement trade_agreement "Global System of Trade Preferences (GSTP)" signed 1988 in_force 1989 source desta
agreement trade_agreement "Germany Kazakhstan" signed 2012 in_force 2013 source desta
)world");
  EXPECT_EQ(finding.verdict, Verdict::confused);
  ASSERT_THAT(finding.evidence, SizeIs(1));
  EXPECT_THAT(finding.evidence[0].text, HasSubstr("signed in 2012"));
}

TEST(AuditOfTreaties, CooperationIsAWordOfHalfOfAllTreaties) {
  constexpr const char* world = "pair DEU KAZ\nsource book scholarly \"Book\"\nagreement nuclear_cooperation \"Nuclear cooperation: research\" signed 1963 source book\n";
  EXPECT_EQ(finding_of(treaty("cooperation", ""), world).verdict, Verdict::unverifiable);
  EXPECT_EQ(finding_of(treaty("nuclear energy", "1963"), world).verdict, Verdict::supported);
  EXPECT_EQ(finding_of(treaty("nuclear energy", ""), world).verdict, Verdict::unverifiable);  // there are too many of them
}

TEST(AuditOfTreaties, ASystemOfHalfTheWorldIsNoAgreementOfTheTwo) {
  constexpr const char* system = "pair DEU KAZ\nsource desta scholarly \"Trade agreements\"\nagreement trade_agreement \"Global System of Trade Preferences (GSTP)\" signed 1988 source desta\n";
  EXPECT_EQ(finding_of(treaty("FTA", ""), system).verdict, Verdict::unverifiable);
}

TEST(AuditOfTreaties, EntryIntoForceAndEndAreHeldAgainstRegisters) {
  constexpr const char* world = "pair DEU KAZ\nsource iia depositary \"Treaties\"\nagreement bilateral_investment_treaty \"Germany - Kazakhstan BIT\" signed 1992-09-22 in_force 1995-05-10 source iia\n";
  Claim claim = treaty("entry into force", "1995-05-10");
  claim.kind = Kind::other;
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.period = "1996-05-10";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.period = "1995-05-10", claim.polarity = "neg";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
}

TEST(AuditOfPeople, AFigureOfAnotherCenturyIsNoReading) {
  Claim claim;
  claim.kind = Kind::migration_stock, claim.subject = "DEU", claim.object = "KAZ", claim.number = 153, claim.tolerance = 0.5, claim.unit = "people", claim.period = "1865", claim.quote = "153 settlers";
  EXPECT_EQ(finding_of(claim, "pair DEU KAZ\nsource un statistical_office \"Refugees\"\nobserve refugees DEU->KAZ 1990 153 persons source un\n").verdict, Verdict::unverifiable);
  claim.period = "1991";
  EXPECT_EQ(finding_of(claim, "pair DEU KAZ\nsource un statistical_office \"Refugees\"\nobserve refugees DEU->KAZ 1990 153 persons source un\n").verdict, Verdict::imprecise);
  // A model's estimate of who moved is not how many are there.
  claim.period = "1990";
  EXPECT_EQ(finding_of(claim, "pair DEU KAZ\nsource model scholarly \"Flows\"\nobserve migration_flow DEU->KAZ 1990 153 persons source model\n").verdict, Verdict::unverifiable);
}

TEST(AuditOfIndependence, IsFromTheStateThatTheTextNames) {
  constexpr const char* world = "pair HUN AZE\nsource icow scholarly \"Colonial History\"\nevent independence HUN 1918-11 \"Independence by partition\" third AUT source icow\n";
  Claim claim;
  claim.kind = Kind::other, claim.sub = "independence", claim.subject = "HUN", claim.object = "SUN", claim.quote = "independence from the Soviet Union";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.object = "AUT";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
}

TEST(AuditOfMemberships, TheDateOfTheOtherIsNoError) {
  constexpr const char* world = "pair GRC MKD\norganization UN \"United Nations\"\nsource un depositary \"Charter\"\nmember UN GRC from 1945-10-25 kind member source un\nmember UN MKD from 1993-04-08 kind member source un\n";
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "GRC", claim.object = "UN", claim.period = "1993-04-08", claim.quote = "It was admitted to the United Nations on 8 April 1993";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.period = "1993-05-01";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::imprecise);
}

TEST(AuditOfMemberships, AnAssociateAfterItLeftHasNotOnlyLeft) {
  constexpr const char* world = "pair AUS CHL\norganization CAN \"Andean Community\"\nsource list official \"Members\"\nmember CAN CHL from 1969-05-26 to 1976-10-30 kind member source list\nmember CAN CHL from 2006-09-20 kind associate source list\n";
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "CHL", claim.object = "CAN", claim.quote = "an associate member of the Andean Community";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.quote = "a member of the Andean Community";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::imprecise);
}

TEST(AuditOfMemberships, APartyBelongs) {
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "NOR", claim.object = "Paris", claim.quote = "Norway is party to the Paris Agreement";
  EXPECT_EQ(finding_of(claim, "pair NOR PER\norganization Paris \"Paris Agreement\"\nsource un depositary \"Treaties\"\nmember Paris NOR from 2016-11-04 kind party source un\n").verdict, Verdict::supported);
}

// The states of the Eastern Partnership are its partners; those of BRICS stand beside its members.
TEST(AuditOfMemberships, APartnerBelongsToAnInitiative) {
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "NOR", claim.object = "EAP", claim.quote = "Norway is part of the Eastern Partnership";
  const auto verdict = [&](std::string_view kind) {
    return finding_of(claim, fmt::format("pair NOR PER\norganization EAP \"Eastern Partnership\" {}\nsource list official \"Members\"\nmember EAP NOR from 2009-05-07 kind partner source list\n", kind)).verdict;
  };
  EXPECT_EQ(verdict("kind initiative"), Verdict::supported);
  EXPECT_EQ(verdict("kind economic"), Verdict::imprecise);
}

// A list that ends years ago bears a membership out for its own time, and says nothing of today.
TEST(AuditOfMemberships, AListOfScholarsSpeaksOfItsOwnTime) {
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "NOR", claim.object = "NAM", claim.quote = "Norway is a member of the Non-Aligned Movement";
  const auto finding = [&](std::string_view organisation, std::string_view row) {
    return finding_of(claim, fmt::format("pair NOR PER\norganization NAM \"Non-Aligned Movement\" {}\nsource cow scholarly \"Organizations\"\n{}", organisation, row));
  };
  constexpr std::string_view listed = "kind listed coverage_to 2014-12-31", is_in = "member NAM NOR from 1973 kind listed_member source cow\n";
  EXPECT_EQ(finding(listed, is_in).verdict, Verdict::unverifiable);
  EXPECT_EQ(finding(listed, is_in).reason, "Scholars' list of members names it, and ends in 2014; the edition holds no list of later years.");
  EXPECT_EQ(finding(listed, is_in).evidence.size(), 1u);
  EXPECT_EQ(finding("kind listed_past coverage_to 2011-12-31", is_in).verdict, Verdict::supported);
  claim.period = "1973";
  EXPECT_EQ(finding(listed, is_in).verdict, Verdict::supported);
  claim.period = "1975";
  EXPECT_EQ(finding(listed, is_in).verdict, Verdict::unverifiable) << "coded by years";
  EXPECT_EQ(finding(listed, "").verdict, Verdict::unverifiable) << "not whole";
  claim.polarity = "neg";
  EXPECT_EQ(finding(listed, "").verdict, Verdict::unverifiable);
  EXPECT_EQ(finding(listed, is_in).verdict, Verdict::unverifiable);
}

// What texts call it, and what the edition does.
TEST(AuditOfMemberships, TheWorldBankIsTheBankForReconstruction) {
  Claim claim;
  claim.kind = Kind::membership, claim.subject = "NOR", claim.object = "World Bank", claim.quote = "Norway is a member of the World Bank";
  EXPECT_EQ(finding_of(claim, "pair NOR PER\norganization IBRD \"International Bank for Reconstruction and Development (World Bank)\"\nsource ibrd official \"Members\"\nmember IBRD NOR from 1945-12-27 kind member source ibrd\n").verdict, Verdict::supported);
}

TEST(AuditOfTreaties, OfSeveralNoneIsConfused) {
  constexpr const char* world = "pair NOR PER\nsource list official \"Treaties\"\nagreement trade_agreement NOR PER \"Norway-Peru Trade Agreement\" signed 1971-02-08 in_force 1973-02-11 source list\n";
  Claim claim;
  claim.kind = Kind::treaty_signed, claim.subject = "NOR", claim.object = "PER", claim.unit = "trade", claim.period = "1973", claim.quote = "several trade agreements have been reached";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.quote = "a trade agreement was signed in 1973";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::confused);
}

TEST(AuditOfWars, AListOfWarsTellsThatTheTwoWereAtWar) {
  constexpr const char* world = "pair ARG GBR\nsource cow scholarly \"Wars\"\nevent war ARG GBR 1982-03-25/1982-06-15 \"Falkland Islands War\" source cow\n";
  Claim claim;
  claim.kind = Kind::conflict, claim.subject = "ARG", claim.object = "GBR", claim.period = "1982-04-02", claim.quote = "On 2 April 1982 Argentine troops invaded";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.period = "1976";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.period = "1982", claim.number = 649;
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);  // the dead are not counted there
}

TEST(AuditOfAid, Rule19PricesOfAnotherYearAreSaid) {
  constexpr const char* world = R"(pair JPN KEN
source dac statistical_office "Aid"
observe oda_gross_disbursement JPN->KEN 2022 62.58 usd_million product "Grants, Total" price_base 2022 source dac
observe oda_gross_disbursement JPN->KEN 2014 62.58 usd_million product "Grants, Total" price_base 2022 source dac
)";
  Claim claim;
  claim.kind = Kind::aid, claim.subject = "JPN", claim.object = "KEN", claim.number = 62.6e6, claim.tolerance = 5e4, claim.currency = "USD", claim.period = "2022", claim.quote = "Grants: 62.6 million US dollars";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.period = "2014";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::imprecise);
  EXPECT_THAT(finding_of(claim, world).reason, HasSubstr("prices of 2022"));
}

TEST(AuditOfInstitutes, ACityHasMoreThanOneName) {
  constexpr const char* world = "pair DEU NAM\nsource gi official:DEU \"Places\"\npresence institute DEU->NAM \"Goethe-Institut\" place Windhoek source gi\n";
  Claim claim;
  claim.kind = Kind::cultural_institute, claim.subject = "DEU", claim.object = "NAM", claim.unit = "Goethe-Institut", claim.place = "Windhuk", claim.quote = "Goethe-Institut in Windhuk";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
  claim.period = "2016";  // since when, the list does not say
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
}

TEST(AuditOfVisits, AVisitOfNobodyNamedIsNotAnyonesVisit) {
  Claim claim;
  claim.kind = Kind::visit, claim.subject = "DEU", claim.object = "KAZ", claim.period = "2010", claim.quote = "A delegation of farmers visited Kazakhstan in 2010";
  constexpr const char* world = "pair DEU KAZ\nsource emb official:KAZ \"Embassy\"\nvisit DEU->KAZ 2010-07 \"Angela Merkel\" office Chancellor source emb\n";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::unverifiable);
  claim.quote = "The Chancellor visited Kazakhstan in 2010";
  EXPECT_EQ(finding_of(claim, world).verdict, Verdict::supported);
}

// Crowd-written lists: seen, said to be what they are, and of no weight.
constexpr const char* crowd_world = R"(pair ARG MYS
source wiki crowd "Foreign relations of many states"
relations ARG MYS 1967-06-07 source wiki
embassy ARG->MYS "Kuala Lumpur" listed 2025-11 source wiki
)";

TEST(AuditEvidence, Rule9AListThatAnybodyMayEditStandsBesideOnly) {
  const Finding date = one("Diplomatic relations were established on 7 June 1967.", crowd_world);
  EXPECT_EQ(date.verdict, Verdict::unverifiable);
  EXPECT_THAT(date.evidence, IsEmpty());
  ASSERT_THAT(date.beside, SizeIs(1));
  EXPECT_EQ(date.beside[0].classes, "crowd");
  EXPECT_THAT(date.reason, HasSubstr("gives the same date, which is no evidence"));
  EXPECT_THAT(one("Diplomatic relations were established in 1990.", crowd_world).reason, HasSubstr("gives another date, which is no evidence"));
  const Finding mission = one("* Argentina has an embassy in Kuala Lumpur.", crowd_world);
  EXPECT_EQ(mission.verdict, Verdict::unverifiable);
  EXPECT_THAT(mission.beside, SizeIs(1));
}

TEST(AuditEvidence, Rule9WhatWasTakenFromTheDocumentIsNotEvenBeside) {
  test::World world(crowd_world);
  const std::string text = "Diplomatic relations were established on 7 June 1967.";
  EXPECT_THAT(audit_text(text, world, {"Foreign relations of many states", "x"}).findings[0].beside, IsEmpty());
  for (auto& source : world.context().sources) source.derives_from = "document:article";
  EXPECT_THAT(audit_text(text, world).findings[0].beside, IsEmpty());
}

TEST(AuditOfRelations, ABreakThatOnlyAListTellsStillForbidsAContradiction) {
  const std::string plain = "pair DEU KAZ\nsource emb official:KAZ \"Embassy page\"\nrelations DEU KAZ 1992-02-11 source emb\n";
  EXPECT_EQ(one("Diplomatic relations were established in 1998.", plain).verdict, Verdict::contradicted);
  EXPECT_EQ(one("Diplomatic relations were established in 1998.", plain + "source wiki crowd \"List\"\nresumed DEU KAZ 1998 source wiki\n").verdict, Verdict::unverifiable);
}

TEST(AuditOfRelations, TwoYearsInARowAreNotTwoMonthsApart) {
  constexpr const char* year = "pair KOR PER\nsource book scholarly \"Ties\"\nrelations KOR PER 1963 source book\n";
  const Finding finding = one("Diplomatic relations were established in 1962.", year);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(finding.replaces, IsEmpty());
  EXPECT_EQ(one("Diplomatic relations were established in 1962.", "pair KOR PER\nsource book scholarly \"Ties\"\nrelations KOR PER 1963-01-05 source book\n").verdict, Verdict::imprecise);
}

TEST(AuditEvidence, ARowThatRepeatsAnotherIsToldOnce) {
  const Finding finding = one("Diplomatic relations were established in 1963.", "pair KOR PER\nsource book scholarly \"Ties\"\nrelations KOR PER 1963 source book\nrelations KOR PER 1963 source book\n");
  EXPECT_THAT(finding.evidence, SizeIs(1));
}

// Rule 3: a list speaks of its own day.
TEST(AuditOfMissions, WhatListsNameIsSaidWithTheirDay) {
  const Finding finding = one("* Germany has an embassy in Astana.", "pair DEU KAZ\nsource aa official:DEU \"List\"\nembassy DEU->KAZ Astana listed 2016-02 source aa\nmission consulate_general DEU->KAZ Almaty listed 2016-02 source aa\n");
  EXPECT_EQ(finding.today, "Lists (February 2016) name Germany's embassy in Astana, and also: consulate general in Almaty.");
}

TEST(AuditWords, UnverifiableSaysWhichSourceWouldTell) {
  const Finding finding = one("Diplomatic relations were established in 1992.", "pair DEU KAZ\n");
  EXPECT_THAT(finding.would_settle, HasSubstr("foreign ministry"));
  const test::World world("pair DEU KAZ\n");
  const Report report = audit_text("Diplomatic relations were established in 1992.", world);
  const Heading heading{"a.txt", "T", "Germany", "Kazakhstan", "e", "d"};
  EXPECT_THAT(write_json(report, heading, world.context()), HasSubstr("\"would_settle\":"));
  EXPECT_THAT(write_text(report, heading, world.context()), HasSubstr("would settle it: "));
}

TEST(AuditWords, StatesStandInASentenceWithTheirArticle) {
  const Finding finding = one("Diplomatic relations were established in 1902.", "pair CUB USA\nsource us official:USA \"Guide\"\nrelations CUB USA 1902-05-27 source us\n");
  EXPECT_EQ(finding.today, "Diplomatic relations between Cuba and the United States were established on 27 May 1902.");
}

TEST(AuditWords, ManyAuthorsAreTheFirstAndOthers) {
  test::World world("pair DEU KAZ\nsource book scholarly \"Exports\"\nrelations DEU KAZ 1992 source book\n");
  for (auto& source : world.context().sources) source.publisher = "Abel, Baker, Cole and Dunn", source.version = "as shipped with a package at some commit of some year";
  EXPECT_THAT(audit_text("Diplomatic relations were established in 1992.", world).findings[0].evidence[0].text, testing::StartsWith("Abel and others, Exports: "));
  for (auto& source : world.context().sources) source.publisher = "United Nations, Department of Economic and Social Affairs, Population Division";
  EXPECT_THAT(audit_text("Diplomatic relations were established in 1992.", world).findings[0].evidence[0].text, testing::StartsWith("United Nations, Department"));
}

}  // namespace
}  // namespace comity::audit
