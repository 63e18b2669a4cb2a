// Verdicts on made-up claims in little worlds: each verdict, each trap that it must not fall into.
#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/audit_text.hpp"

namespace comity::audit {
namespace {

using claims::Claim;
using claims::Kind;
using testing::HasSubstr;
using testing::Not;

constexpr const char* relations_world = R"(pair DEU KAZ
source emb official:KAZ "Embassy page"
source foreign official:DEU "Foreign office"
recognition DEU->KAZ 1991-12-31 source emb
relations DEU KAZ 1992-02-11 source emb
relations DEU KAZ 1992-02-11 source foreign
)";

TEST(AuditOfRelations, Rule1RecognitionIsNotRelations) {
  const Finding finding = one("Diplomatic relations were established in 1991.", relations_world);
  EXPECT_EQ(finding.verdict, Verdict::confused);
  EXPECT_THAT(finding.reason, HasSubstr("recognition"));
  EXPECT_THAT(finding.today, HasSubstr("11 February 1992"));
  EXPECT_EQ(finding.replaces, "in 1991");
  EXPECT_EQ(finding.with, "on 11 February 1992");
}

TEST(AuditOfRelations, ThatThereAreNoneIsNotSupportedByTheirDay) {
  const Finding finding = one("Germany and Kazakhstan have no diplomatic relations.", relations_world);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_THAT(finding.reason, HasSubstr("Independent sources date"));
}

TEST(AuditOfRelations, SupportedByYearAndDay) {
  EXPECT_EQ(one("Diplomatic relations were established in 1992.", relations_world).verdict, Verdict::supported);
  EXPECT_EQ(one("Diplomatic relations were established on 11 February 1992.", relations_world).verdict, Verdict::supported);
}

TEST(AuditOfRelations, ContradictedOnlyByASourceOfTheTwoSides) {
  EXPECT_EQ(one("Diplomatic relations were established in 1998.", relations_world).verdict, Verdict::contradicted);
  EXPECT_EQ(one("Diplomatic relations were established in 1998.", "pair DEU KAZ\nsource book scholarly \"A book\"\nrelations DEU KAZ 1992-02-11 source book\n").verdict, Verdict::unverifiable);
}

TEST(AuditOfRelations, AnotherActIsNoContradiction) {
  // Before one of the two existed: a predecessor's. At another level. One of two that the text tells apart.
  EXPECT_EQ(one("Diplomatic relations were established in 1975.", relations_world).verdict, Verdict::unverifiable);
  EXPECT_EQ(one("Full diplomatic relations were established in 1998.", relations_world).verdict, Verdict::unverifiable);
  const test::World world(relations_world);
  const Report report = audit_text("Diplomatic relations were established on 11 February 1992.\n\nDiplomatic relations were established in 1998.", world);
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.count(Verdict::contradicted), 0u);
}

TEST(AuditOfRelations, AFeastIsNeverHeldAgainstTheText) {
  EXPECT_EQ(one("In 2023 both countries celebrated the 30th anniversary of diplomatic relations.", relations_world).verdict, Verdict::supported);
  EXPECT_EQ(one("In 2025 both countries celebrated the 20th anniversary of diplomatic relations.", relations_world).verdict, Verdict::unverifiable);
}

TEST(AuditOfMissions, AnEmbassyReopenedWithRelationsIsNotConfused) {
  constexpr const char* again = "pair DEU KAZ\nsource emb official:KAZ \"Embassy page\"\nrelations DEU KAZ 1992-02-11 source emb\n";
  EXPECT_EQ(one("Germany reopened its embassy in Astana on 11 February 1992.", again).verdict, Verdict::unverifiable);
}

TEST(AuditOfRelations, NothingKnownIsUnverifiable) {
  EXPECT_EQ(one("Diplomatic relations were established in 1992.", "pair DEU KAZ\n").verdict, Verdict::unverifiable);
}

TEST(AuditEvidence, Rule9CrowdWrittenPagesAreNone) {
  const Finding finding = one("Diplomatic relations were established in 1991.", "pair DEU KAZ\nsource wiki crowd \"Some encyclopaedia\"\nrelations DEU KAZ 1991 source wiki\n");
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_TRUE(finding.evidence.empty());
  ASSERT_EQ(finding.beside.size(), 1u);  // seen, and said to be what it is
  EXPECT_EQ(finding.beside[0].classes, "crowd");
}

TEST(AuditEvidence, Rule9TheDocumentsOwnTitleIsNoSource) {
  const test::World world("pair DEU KAZ\nsource copy press \"An article on two countries\"\nrelations DEU KAZ 1991 source copy\n");
  EXPECT_EQ(audit_text("Diplomatic relations were established in 1991.", world).findings[0].verdict, Verdict::unverifiable);
  EXPECT_EQ(audit_text("Diplomatic relations were established in 1991.", world, {"Another title altogether", "x"}).findings[0].verdict, Verdict::supported);
}

TEST(AuditEvidence, Rule9SameAuditWithAndWithoutTheDocumentsFacts) {
  const std::string text = "Diplomatic relations were established in 1991. Trade between the two countries amounted to EUR 4.9 billion in 2017. Over 900 German enterprises operate in Kazakhstan.";
  const std::string own = "source article crowd \"An article on two countries\"\nrelations DEU KAZ 1991 source article\nobserve goods_trade_total DEU->KAZ 2017 4900 eur_million source article\nobserve affiliates_active DEU->KAZ 2017 900 companies source article\n";
  const test::World without(relations_world), with(relations_world + own);
  const Heading heading{"a", "b", "Germany", "Kazakhstan", "e", "d"};
  EXPECT_EQ(write_text(audit_text(text, without), heading, without.context()), write_text(audit_text(text, with), heading, with.context()));
}

TEST(AuditEvidence, Rule8OneClassCountsOnce) {
  const test::World world("pair DEU KAZ\nsource a press \"Paper A\"\nsource b press \"Paper B\"\nobserve goods_trade_total DEU->KAZ 2017 4900 eur_million source a\nobserve goods_trade_total DEU->KAZ 2017 4900 eur_million source b\n");
  const Report report = audit_text("Trade between the two countries amounted to EUR 4.9 billion in 2017.", world);
  EXPECT_EQ(report.findings[0].evidence.size(), 1u);
}

constexpr const char* trade_world = R"(pair DEU KAZ
source office official:DEU "Statistics"
trade DEU->KAZ 2012 3000 usd_million by DEU fob source office
trade KAZ->DEU 2012 5000 usd_million by DEU cif source office
trade DEU->KAZ 2015 2000 usd_million by DEU fob source office
trade KAZ->DEU 2015 4000 usd_million by DEU cif source office
)";

TEST(AuditOfTrade, Rule17TotalsAreSumsOfOneSetOfBooks) {
  const Finding finding = one("Trade between the two countries amounted to 8 billion dollars in 2012.", trade_world);
  EXPECT_EQ(finding.verdict, Verdict::outdated);  // right, and 2015 is known
  EXPECT_THAT(finding.also, testing::ElementsAre(Verdict::supported));
  EXPECT_THAT(finding.today, HasSubstr("2015"));
}

TEST(AuditOfTrade, HalfForTheWholeIsConfused) {
  const Finding finding = one("Trade between the two countries amounted to 5.00 billion dollars in 2012.", trade_world);
  EXPECT_EQ(finding.verdict, Verdict::confused);
  EXPECT_THAT(finding.reason, HasSubstr("from Kazakhstan to Germany alone"));
}

TEST(AuditOfTrade, ToleranceComesFromHowItIsWritten) {
  EXPECT_EQ(one("Trade between the two countries amounted to 6 billion dollars in 2015.", trade_world).verdict, Verdict::supported);
  EXPECT_EQ(one("Trade between the two countries amounted to 6.31 billion dollars in 2015.", trade_world).verdict, Verdict::imprecise);
}

TEST(AuditOfTrade, FarFromEveryReadingButOneIsNotEnough) {
  EXPECT_EQ(one("Trade between the two countries amounted to 40 billion dollars in 2015.", trade_world).verdict, Verdict::unverifiable);
}

TEST(AuditOfTrade, AFigureBelowMayBeAPart) {
  EXPECT_THAT(one("Trade between the two countries amounted to 1.10 billion dollars in 2015.", trade_world).reason, HasSubstr("a part of the trade"));
  EXPECT_EQ(one("Trade between the two countries amounted to 1.10 billion dollars in 2015.", trade_world).verdict, Verdict::unverifiable);
}

TEST(AuditOfTrade, Rule10FixturesAreNoEvidence) {
  test::World world(trade_world);
  for (auto& source : world.context().sources) source.role = "fixture";
  EXPECT_EQ(audit_text("Trade between the two countries amounted to 8 billion dollars in 2012.", world).findings[0].verdict, Verdict::unverifiable);
}

TEST(AuditOfVisits, TwoTripsInTheYearAreSaid) {
  const Finding finding = one("German chancellor Angela Merkel visited Kazakhstan in 2010.", "pair DEU KAZ\nsource emb official:KAZ \"Embassy\"\nvisit DEU->KAZ 2010-07 \"Angela Merkel\" source emb\nvisit DEU->KAZ 2010-12 \"Angela Merkel\" source emb\n");
  EXPECT_EQ(finding.verdict, Verdict::supported);
  EXPECT_THAT(finding.also, testing::ElementsAre(Verdict::imprecise));
  EXPECT_THAT(finding.reason, HasSubstr("July 2010 and December 2010"));
}

TEST(AuditOfVisits, Rule4AnUnlistedVisitIsNeverContradicted) {
  // A visit to a third state is not borne out by one to the other of the two.
  EXPECT_EQ(one("German chancellor Angela Merkel visited Norway in 2010.", "pair DEU KAZ\nsource emb official:KAZ \"Embassy\"\nvisit DEU->KAZ 2010-07 \"Angela Merkel\" source emb\n").verdict, Verdict::unverifiable);
  EXPECT_EQ(one("German chancellor Angela Merkel visited Kazakhstan in 2011.", "pair DEU KAZ\nsource emb official:KAZ \"Embassy\"\nvisit DEU->KAZ 2010-07 \"Angela Merkel\" source emb\n").verdict, Verdict::unverifiable);
}

TEST(AuditOfMissions, Rule3ListedByAndOmittedConsulates) {
  const Finding finding = one("* Germany has an embassy in Astana.", "pair DEU KAZ\nsource aa official:DEU \"List\"\nembassy DEU->KAZ Astana listed 2016-02 source aa\nmission consulate_general DEU->KAZ Almaty listed 2016-02 source aa\n");
  EXPECT_EQ(finding.verdict, Verdict::supported);
  EXPECT_THAT(finding.evidence[0].text, HasSubstr("listed in February 2016"));
  EXPECT_THAT(finding.reason, HasSubstr("consulate general in Almaty"));
}

TEST(AuditOfMissions, Rule3NoListIsNoAbsence) {
  EXPECT_EQ(one("* Germany has a consulate in Aktau.", "pair DEU KAZ\nsource aa official:DEU \"List\"\nembassy DEU->KAZ Astana listed 2016-02 source aa\n").verdict, Verdict::unverifiable);
}

TEST(AuditOfPeople, Rule21EthnicityIsNotCheckedWithBirthplaces) {
  const Finding finding = one("About one million ethnic Germans lived in Kazakhstan in 1990.", "pair DEU KAZ\nsource un statistical_office \"Migrants\"\nobserve migrant_stock_born DEU->KAZ 1990 1000000 persons source un\n");
  EXPECT_EQ(finding.verdict, Verdict::not_checkable);
}

TEST(AuditOfInvestment, Rule18StockIsNoFlow) {
  EXPECT_EQ(one("Direct investment from Germany in Kazakhstan reached $541.6 million in 2018.", "pair DEU KAZ\nsource imf statistical_office \"CDIS\"\nobserve fdi_outward_stock DEU->KAZ end-2018 541.6 usd_million by DEU source imf\n").verdict, Verdict::confused);
}

// It stands beside the publisher's figure and bears the publisher's name, who never said it.
TEST(AuditOfInvestment, WhatAModelExpectsIsNoEvidence) {
  const Finding finding = one("Direct investment from Germany in Kazakhstan stood at $7.34 billion at the end of 2018.", R"(pair DEU KAZ
source imf statistical_office "CDIS"
observe fdi_outward_stock DEU->KAZ end-2018 541.6 usd_million by DEU source imf
observe fdi_outward_stock_expected DEU->KAZ end-2018 7340 usd_million by DEU source imf variant high origin modelled
)");
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
  EXPECT_TRUE(finding.evidence.empty());
  EXPECT_EQ(finding.beside.size(), 1u);
}

TEST(AuditOfPlans, AreNotCheckable) {
  EXPECT_EQ(one("The two countries aim to raise trade to $10 billion by 2030.", trade_world).verdict, Verdict::not_checkable);
}

TEST(AuditOfShares, TheArithmeticIsShown) {
  const test::World world("pair DEU KAZ\n");
  const Report report = audit_text("The total trade between Kazakhstan and Germany in 2017 amounted to 4 billion 856 million euros, which is 81.3% of Germany's trade turnover with the Central Asian countries.", world);
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_THAT(spaced(report.findings[1].arithmetic), HasSubstr("81.3"));
  EXPECT_THAT(spaced(report.findings[1].arithmetic), HasSubstr("1.12 bn EUR"));
}

TEST(AuditClashes, ATextAgainstItselfIsPaired) {
  const test::World world("pair DEU KAZ\n");
  const Report report = audit_text("Diplomatic relations were established in 1991.\n\nDiplomatic relations were established on 11 February 1992.", world);
  ASSERT_EQ(report.clashes.size(), 1u);
  EXPECT_THAT(report.clashes[0].reading, HasSubstr("1991"));
}

// A rank among all partners and one among those of a region, or by another flow, are two measures.
TEST(AuditClashes, RanksAreOfMoreThanOneMeasure) {
  const test::World world("pair DEU KAZ\n");
  EXPECT_TRUE(audit_text("In 2019 Germany was Kazakhstan's sixth largest trading partner and fourth largest export destination.", world).clashes.empty());
  const Report report = audit_text("In 2019 Germany was the third largest source of tourists for Kazakhstan. In 2019, 3,100 German tourists visited Kazakhstan.", world);
  EXPECT_TRUE(report.clashes.empty());
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.findings[0].verdict, Verdict::unverifiable);
}

TEST(AuditWriters, EscapeAndRate) {
  const test::World world(relations_world);
  const std::string text = "Diplomatic relations <b> were established in 1991.";
  const Report report = audit_text(text, world);
  const Heading heading{"a<b>.txt", "T & <script>", "Germany", "Kazakhstan", "e", "d"};
  claims::PlainText plain;
  claims::read_markup(claims::Format::text, text, plain);
  const std::string html = write_html(report, heading, world.context(), plain.text, plain.blocks);
  EXPECT_THAT(html, Not(HasSubstr("& <script>")));  // the page has one of its own, and none of the title's
  EXPECT_THAT(html, HasSubstr("T &amp; &lt;script&gt;"));
  EXPECT_THAT(html, HasSubstr("class=\"c cf\""));
  const std::string json = write_json(report, heading, world.context());
  EXPECT_THAT(json, HasSubstr("\"@type\":\"ClaimReview\""));
  EXPECT_THAT(json, HasSubstr("\"ratingValue\":2"));
  EXPECT_THAT(write_markdown(report, heading, world.context()), HasSubstr("## confused"));
}

// A link opens the closed evidence it leads into only where its target lies within; and there is a way back.
TEST(AuditWriters, AMarkLeadsIntoItsEvidenceAndBack) {
  const test::World world(relations_world);
  const std::string text = "Diplomatic relations were established in 1991.";
  claims::PlainText plain;
  claims::read_markup(claims::Format::text, text, plain);
  const std::string html = write_html(audit_text(text, world), {"a.txt", "T", "Germany", "Kazakhstan", "e", "d"}, world.context(), plain.text, plain.blocks);
  EXPECT_THAT(html, HasSubstr("<a class=\"c cf\" id=\"c0\" href=\"#f0\""));
  EXPECT_THAT(html, HasSubstr("</summary><p id=\"f0\">"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#c0\">in the text</a>"));
  EXPECT_THAT(html, HasSubstr("beforeprint"));  // closed evidence is opened for the printer
}

TEST(AuditWriters, StressInPlainTextIsNotShownAndNothingElseIsLost) {
  const test::World world(relations_world);
  const Heading heading{"a.txt", "T", "Germany", "Kazakhstan", "e", "d"};
  const auto shown = [&](const std::string& text) {
    claims::PlainText plain;
    claims::read_markup(claims::Format::text, text, plain);
    return write_html(audit_text(text, world), heading, world.context(), plain.text, plain.blocks);
  };
  const std::string html = shown("**Diplomatic relations** were established in 1991, **or** so.");
  EXPECT_THAT(html, HasSubstr(">Diplomatic relations were established in 1991</a>, or so."));
  EXPECT_THAT(shown("Two ** stars."), HasSubstr("Two ** stars."));
}

// A figure is cited to its row in each form.
TEST(AuditWriters, EvidenceNamesItsRow) {
  const test::World world(relations_world);
  const Report report = audit_text("Diplomatic relations were established in 1991.", world);
  const Heading heading{"a.txt", "T", "Germany", "Kazakhstan", "e", "d"};
  ASSERT_FALSE(report.findings[0].evidence.empty());
  const std::string place = report.findings[0].evidence[0].place;
  EXPECT_THAT(place, HasSubstr(", row "));
  const std::string text = "Diplomatic relations were established in 1991.";
  claims::PlainText plain;
  claims::read_markup(claims::Format::text, text, plain);
  for (const std::string& out : {write_html(report, heading, world.context(), plain.text, plain.blocks), write_text(report, heading, world.context()), write_json(report, heading, world.context())}) {
    EXPECT_THAT(out, HasSubstr(place));
  }
  EXPECT_THAT(write_markdown(report, heading, world.context()), HasSubstr(", row "));
}

TEST(AuditSuggest, ReplacesWrongDatesAndCitesNoEncyclopaedia) {
  const test::World world(relations_world);
  const std::string text = "Diplomatic relations were established in 1991 after independence.";
  const std::string out = suggest(audit_text(text, world), world.context(), text, claims::Format::wikitext);
  EXPECT_THAT(out, HasSubstr("were established on 11 February 1992<ref name=\"comity1\">"));
  EXPECT_THAT(out, HasSubstr("</ref> after independence."));
}

TEST(AuditSuggest, NotesStandBehindThePointAndTheNotesThere) {
  const test::World world(relations_world);
  const std::string text = "Diplomatic relations were established in 1991.<ref>x</ref> More follows.";
  EXPECT_THAT(suggest(audit_text(text, world), world.context(), text, claims::Format::wikitext), HasSubstr("on 11 February 1992.<ref>x</ref><ref name=\"comity1\">"));
  const test::World trade(std::string("edition 2016-12-31\n") + trade_world);
  const std::string old = "Trade between the two countries amounted to 8 billion dollars in 2012.[^1] More follows.";
  EXPECT_THAT(suggest(audit_text(old, trade), trade.context(), old, claims::Format::markdown), HasSubstr("in 2012.[^1] In 2015, trade in goods between the two countries came to US$6 billion.[^c1]"));
  EXPECT_THAT(suggest(audit_text(old, trade), trade.context(), old, claims::Format::markdown), Not(HasSubstr("(Statistics")));
}

// The source cited is the one that says the new figure, not another that stands beside; where none may be cited, nothing is suggested.
TEST(AuditSuggest, CitesTheSourceOfTheNewFigure) {
  test::World world(R"(pair DEU KAZ
source early official:KAZ "Other book"
source right official:DEU "Right book"
relations DEU KAZ 1993-05 source early
relations DEU KAZ 1992-02-11 source right
recognition DEU->KAZ 1991-12-31 source right
)");
  const std::string text = "Diplomatic relations were established in 1991.";
  const std::string out = suggest(audit_text(text, world), world.context(), text, claims::Format::wikitext);
  EXPECT_THAT(out, HasSubstr("on 11 February 1992"));
  EXPECT_THAT(out, HasSubstr("Right book"));
  EXPECT_THAT(out, Not(HasSubstr("Other book")));
  for (auto& source : world.context().sources) source.citable = source.title != "Right book";
  EXPECT_EQ(suggest(audit_text(text, world), world.context(), text, claims::Format::wikitext), text);
}

TEST(AuditOfTrade, ABareNumberFarFromItsNounIsNotConfused) {
  test::World world("pair DEU KAZ\nsource aa official:DEU \"Office\"\nobserve goods_exports DEU->KAZ 2010 40 usd_million by DEU source aa\n");
  claims::Claim claim;
  claim.kind = Kind::imports, claim.subject = "DEU", claim.object = "KAZ", claim.number = 40e6, claim.tolerance = 5e5, claim.currency = "USD", claim.period = "2010", claim.quote = "40 million", claim.note = "elliptic";
  EXPECT_EQ(check({claim}, world.facts(), world.context(), {"A", "a.txt"}).findings[0].verdict, Verdict::unverifiable);
  claim.note.clear();
  EXPECT_EQ(check({claim}, world.facts(), world.context(), {"A", "a.txt"}).findings[0].verdict, Verdict::confused);
}

TEST(AuditOfPeople, AnOldFigureIsNotTodaysWhereTheTextGivesNoDate) {
  constexpr const char* world = "pair DEU KAZ\nsource un statistical_office \"Migrants\"\nobserve migrant_stock_born DEU->KAZ 1990 50000 persons source un\nobserve migrant_stock_born DEU->KAZ 2020 8000 persons source un\n";
  const Finding old = one("50,000 Germans live in Kazakhstan.", world);
  EXPECT_EQ(old.verdict, Verdict::imprecise);
  EXPECT_THAT(old.reason, HasSubstr("Right for 1990"));
  EXPECT_EQ(one("8,000 Germans live in Kazakhstan.", world).verdict, Verdict::supported);
}

TEST(AuditOfMissions, AListWithoutCitiesNamesNoOtherCity) {
  const test::World world("pair DEU KAZ\nsource aa scholarly \"List\"\nembassy DEU->KAZ Almaty listed 1993 source aa\nembassy DEU->KAZ Almaty listed 2016-02 source aa\n");
  facts::PairFacts facts = world.facts();
  for (facts::Mission& one : facts.missions) one.city = {};
  claims::Claim claim;
  claim.kind = Kind::mission, claim.subject = "DEU", claim.object = "KAZ", claim.unit = "embassy", claim.place = "Astana", claim.quote = "an embassy in Astana";
  const Report report = check({claim}, facts, world.context(), {"A", "a.txt"});
  EXPECT_EQ(report.findings[0].verdict, Verdict::supported);
  EXPECT_THAT(report.findings[0].reason, HasSubstr("without its city"));
  ASSERT_EQ(report.findings[0].evidence.size(), 1u);
  EXPECT_THAT(report.findings[0].evidence[0].text, HasSubstr("2016"));
  EXPECT_TRUE(report.findings[0].beside.empty()) << "what the list had before is no news";
}

TEST(AuditOfRelations, ACoarserSourceIsNoCorrection) {
  EXPECT_TRUE(one("Diplomatic relations were established on 1 April 1963.", "pair KOR PER\nsource book scholarly \"A book\"\nrelations KOR PER 1963 source book\n").today.empty());
}

TEST(AuditOfTrade, MonthsAreNoYear) {
  const Finding finding = one("From January to May 2012, trade between the two countries amounted to 40 billion dollars.", trade_world);
  EXPECT_EQ(finding.verdict, Verdict::unverifiable);
}

TEST(AuditOfTrade, ExportsOfNobodyNamedAreNotConfused) {
  // Germany's 3 billion, on a page that may be either side's.
  EXPECT_EQ(one("Kazakhstan lies far away. In 2012, exports amounted to 3.00 billion dollars.", trade_world).verdict, Verdict::imprecise);
  EXPECT_EQ(one("In 2012, Kazakhstan's exports to Germany amounted to 3.00 billion dollars.", trade_world).verdict, Verdict::confused);
}

TEST(AuditJson, AReviewNamesItsAuthorItsDayAndWhatItReviews) {
  const test::World world(relations_world);
  const std::string json = write_json(audit_text("Diplomatic relations were established in 1991.", world), {"file.txt", "A title", "Germany", "Kazakhstan", "e", "2026-04-13"}, world.context());
  EXPECT_THAT(json, HasSubstr("\"author\":{\"@type\":\"Organization\",\"name\":\"Comity\"},\"datePublished\":\"2026-04-13\",\"itemReviewed\":{\"@type\":\"Claim\",\"text\":"));
  EXPECT_THAT(json, HasSubstr("\"appearance\":{\"@type\":\"CreativeWork\",\"name\":\"A title\"}"));
}

}  // namespace
}  // namespace comity::audit
