#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/pages/assets.hpp"
#include "comity/pages/changes.hpp"
#include "comity/pages/compare.hpp"
#include "comity/pages/country.hpp"
#include "comity/pages/disagreements.hpp"
#include "comity/pages/elements.hpp"
#include "comity/pages/pair.hpp"
#include "comity/pages/sources.hpp"
#include "comity/pages/start.hpp"
#include "comity/pages/text_pages.hpp"
#include "unit/pages/little_site.hpp"

namespace comity::pages {
namespace {

using test::evil;
using test::expect_sound;
using test::LittleSite;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view world_text =
    "pair DEU KAZ\n"
    "edition 2024-12-31\n"
    "source cow scholarly \"COW Trade\" as_of 2014\n"
    "coverage cow goods_exports 1992..2014\n"
    "trade DEU->KAZ 2011 100 usd_million by DEU fob source cow\n"
    "trade DEU->KAZ 2012 110 usd_million by DEU fob source cow\n"
    "trade DEU->KAZ 2013 120 usd_million by DEU fob source cow\n"
    "trade DEU->KAZ 2014 130 usd_million by DEU fob source cow\n"
    "relations DEU KAZ 1992-02-11 source aa\n"
    "embassy DEU->KAZ Astana listed 2024-01 source aa\n"
    "visit DEU->KAZ 2024-09-16 \"Olaf Scholz\" source aa\n"
    "presence company DEU->KAZ \"Somebody & Sons\" source aa\n";

Slice slice_of(const LittleSite& little) {
  Slice slice;
  slice.indicator = little.world.context().indicator("goods_exports");
  slice.source = SourceId{1};
  slice.period_start = make_day(2014, 1, 1);
  slice.unit = "money", slice.currency = "USD", slice.pairs = 2;
  slice.books = facts::Side::from_side;
  return slice;
}

// Every page there is, each with what its data can hold of a source's texts.
std::vector<std::pair<std::string, std::string>> all_pages(const LittleSite& little, const std::string& text) {
  const Site& site = little.site;
  const StateId a = little.state("DEU"), b = little.state("KAZ");
  Slice slice = slice_of(little);
  slice.variant = text;
  const std::vector<RankedRow> rows = {{a, b, a, 5e9, SourceId{1}, 7}, {b, a, b, 1e9, SourceId{1}, 8}};
  const RankingData ranking{.slice = slice, .rows = rows, .others = {slice}, .csv = "data/goods_exports.csv"};
  CountryData country{.state = a, .partners = {{slice, true, 2, 6e9, rows}}, .missions = {{b, true, text, text, text, SourceId{1}}, {b, false, "embassy", text, text, SourceId{1}}},
                      .memberships = {{text, text, text, text, text, 1, SourceId{1}}}, .events = {{b, text, text, text, text, SourceId{1}}}, .pairs = {b}};
  SourceData source{.source = SourceId{1}, .records_read = 3, .used = 1, .rejected = 1, .unwanted = 1, .facts = 1, .absences = 0, .rejects = {{text, 1}}, .unwanted_why = {{text, 1}}, .left_out = true};
  StartData start{.striking = {{"striking.largest_imports", slice, rows[0]}}, .pairs = 1, .facts = 2, .sources = 3, .countries = {a, b}};
  ComparedSeries series{.from = a, .to = b, .reporter = a, .slice = slice, .points = {{2011, 1}, {2012, 2}, {2014, 3}}};
  CompareData compare{.indicator = "goods_exports", .pairs = {{a, b}, {b, a}}, .series = {series}, .indexed = true, .indicators = {slice}};
  audit::Report report;
  claims::Claim claim;
  claim.quote = text;
  claim.plain = {0, text.size()};
  report.claims = {claim};
  audit::Finding finding;
  finding.reason = finding.arithmetic = finding.tolerance = finding.today = text;
  finding.evidence = finding.beside = {{text, SourceId{1}, 1, text}};
  report.findings = {finding};
  report.clashes = {{0, 0, text}};
  const audit::Heading heading{text, text, text, text, text, text};
  const std::vector<claims::Block> blocks = {{.begin = 0, .end = text.size()}};
  facts::EditionChanges changes{.editions = {text, text, text, text},
                                .counts = {{text, text, 1, 2, 3}},
                                .pairs = {{a, b, 6}},
                                .examples = {{.a = a, .b = b, .source = text, .reason = text, .table = text, .change = text, .subject = text, .when = text, .words = text, .from = a, .to = b, .reporter = a, .unit = text, .currency = text, .before = 1, .after = 2},
                                             {.a = a, .b = {}, .source = text, .table = "membership", .change = "gone", .subject = text, .when = text, .words = text}}};
  country.changes = changes;
  return {{"pair brief", pair_page(site, little.world.dossier(dossier::Profile::brief), {.a = a, .b = b, .changes = &changes})},
          {"pair full", pair_page(site, little.world.dossier(), {.a = a, .b = b, .full = true})},
          {"pair one length", pair_page(site, little.world.dossier(), {.a = a, .b = b, .full = true, .one_length = true})},
          {"country", country_page(site, country)},
          {"empty country", country_page(site, {.state = b})},
          {"rankings", rankings_index_page(site, {slice})},
          {"ranking", ranking_page(site, ranking)},
          {"matrix", matrix_page(site, ranking)},
          {"sources", sources_page(site, {source})},
          {"source", source_page(site, source)},
          {"left out", left_out_page(site, {source})},
          {"disagreements", disagreements_page(site, {{a, b, text, text, text, text, 1, 2.5}, {a, StateId{}, "count", text, text, "days", 5, 0}})},
          {"start", start_page(site, start)},
          {"search", start_page(site, start, text, {a, b})},
          {"search without an answer", start_page(site, start, text, {})},
          {"compare", compare_page(site, compare)},
          {"nothing to compare", compare_page(site, {})},
          {"about", about_page(site, {.program_version = text, .pairs = 1, .facts = 1, .sources = 1, .left_out_sources = 1, .pairs_rule = text})},
          {"sql", sql_page(site, text, {}, text)},
          {"audit form", audit_form_page(site, text)},
          {"audit", audit_page(site, {report, heading, text, blocks})},
          {"not found", not_found_page(site, text, {{"country/DEU/", text}})}};
}

TEST(Pages, EveryPageIsSoundInBothLanguages) {
  for (const char* language : {"en", "de"}) {
    for (const bool server : {true, false}) {
      const LittleSite little(world_text, server, language);
      for (const auto& [name, page] : all_pages(little, "words")) expect_sound(page, name + " " + language);
    }
  }
}

TEST(Pages, TextOfASourceNeverBecomesMarkup) {
  LittleSite little(world_text);
  test::poison(little.world.context());
  for (const auto& [name, page] : all_pages(little, evil)) {
    expect_sound(page, name);
    EXPECT_EQ(page.find("<evil"), std::string::npos) << name;
    EXPECT_EQ(page.find("</script><script>alert"), std::string::npos) << name;
    const auto check = comity::test::check_page(page);
    // It is there, as text, wherever the page shows what a source says.
    const bool shows = name != "empty country" && name != "nothing to compare";
    EXPECT_EQ(check.text.find("<evil onload='1'>") != std::string::npos, shows || check.text.find("evil") != std::string::npos) << name;
  }
}

TEST(Pages, FactsOfASourceNeverBecomeMarkup) {
  // Each text of a fact in turn: a World takes them one by one.
  std::string quoted;
  for (const char c : std::string("<evil onload=1></script><!-- & ' {0}")) quoted += c;
  const auto in = [&](std::string_view line) {
    std::string out(world_text);
    out += line;
    for (auto at = out.find("EVIL"); at != std::string::npos; at = out.find("EVIL")) out.replace(at, 4, quoted);
    return out + "\n";
  };
  for (const std::string_view line : {"visit DEU->KAZ 2023-09-16 \"EVIL\" office \"EVIL\" place \"EVIL\" occasion \"EVIL\" host \"EVIL\" source aa", "event agreement_signed DEU KAZ 2001-02-03 \"EVIL\" detail \"EVIL\" source aa",
                                      "mission consulate DEU->KAZ \"EVIL\" listed 2024-01 name \"EVIL\" note \"EVIL\" source aa", "presence company DEU->KAZ \"EVIL\" sector \"EVIL\" place \"EVIL\" note \"EVIL\" source aa",
                                      "agreement double_taxation \"EVIL\" signed 1997-11-26 in_force 1998-12-21 source aa", "presence twin_town DEU->KAZ \"EVIL\" place \"EVIL\" source aa",
                                      "observe refugees KAZ->DEU 2020 12 persons note \"EVIL\" variant \"EVIL\" source aa", "disagreement count \"EVIL\" reading \"EVIL\" size 3"}) {
    const LittleSite little(in(line));
    for (const auto profile : {dossier::Profile::brief, dossier::Profile::full}) {
      const std::string page = pair_page(little.site, little.world.dossier(profile), {.a = little.state("DEU"), .b = little.state("KAZ"), .full = profile == dossier::Profile::full});
      expect_sound(page, std::string(line));
      EXPECT_EQ(page.find("<evil"), std::string::npos) << line;
    }
  }
}

TEST(Pages, LinksAreRelativeAndLeadThroughTheLanguage) {
  const LittleSite little(world_text, false, "de");
  const std::string page = pair_page(little.site, little.world.dossier(), {.a = little.state("DEU"), .b = little.state("KAZ"), .full = true, .one_length = true});
  EXPECT_THAT(page, HasSubstr("<html lang=\"de\""));
  EXPECT_THAT(page, HasSubstr("data-root=\"../../../../\""));
  EXPECT_THAT(page, HasSubstr("href=\"../../../../assets/comity.css\""));
  EXPECT_THAT(page, HasSubstr("href=\"../../../../de/country/DEU/\""));
  EXPECT_THAT(page, HasSubstr("hreflang=\"en\" href=\"../../../../pair/DEU/KAZ/\""));
  EXPECT_THAT(page, HasSubstr("<main id=\"main\" tabindex=\"-1\" lang=\"en\">"));
  EXPECT_THAT(page, Not(HasSubstr("data-api")));
  const LittleSite served(world_text, true, "en");
  const std::string brief = pair_page(served.site, served.world.dossier(dossier::Profile::brief), {.a = served.state("KAZ"), .b = served.state("DEU")});
  EXPECT_THAT(brief, HasSubstr("data-api=\"/api/v1\""));
  EXPECT_THAT(brief, HasSubstr("href=\"../../../pair/DEU/KAZ/\""));  // the two turned round
  EXPECT_THAT(brief, HasSubstr("href=\"../../../pair/KAZ/DEU/full/\""));
}

TEST(Pages, WhatChangedIsSaidAndWhatIsNotKnownIsNotGuessed) {
  const LittleSite little(world_text, true, "de");
  const Place place(little.site, "country/DEU/");
  const StateId a = little.state("DEU"), b = little.state("KAZ");
  const std::string unknown = changes_section(little.site, place, nullptr, "Deutschland", false);
  EXPECT_THAT(unknown, HasSubstr("lag keine frühere vor"));
  EXPECT_THAT(unknown, Not(HasSubstr("<table")));
  facts::EditionChanges changes{.editions = {"aaaaaaaaaaaa", "2023-12-31", "bbbbbbbbbbbb", "2024-12-31"}, .counts = {}, .pairs = {}, .examples = {}};
  const std::string none = changes_section(little.site, place, &changes, "Deutschland", false);
  EXPECT_THAT(none, HasSubstr("Jede Angabe ist, wie sie war, von Ausgabe aaaaaaaaaaaa (Angaben bis 31. Dezember 2023) zu Ausgabe bbbbbbbbbbbb (31. Dezember 2024)"));
  changes.counts = {{"cow", "revision", 12345, 0, 1}, {"no_longer_read", "source_gone", 0, 2, 0}};
  changes.pairs = {{a, b, 12348}};
  changes.examples = {{.a = a, .b = b, .source = "cow", .reason = "revision", .table = "observation", .change = "changed", .subject = "goods_exports", .when = "2012", .from = a, .to = b, .reporter = a, .unit = "money", .currency = "USD", .before = 110e6, .after = 8.75e9},
                      {.a = a, .b = b, .source = "no_longer_read", .table = "event", .change = "gone", .subject = "visit", .when = "2001-05-06", .words = "Somebody"}};
  const std::string some = changes_section(little.site, place, &changes, "Deutschland", false);
  EXPECT_THAT(some, HasSubstr("12.345 Angaben neu, 2 entfallen, 1 geändert"));
  EXPECT_THAT(some, HasSubstr("8,75\u00a0Mrd.\u00a0USD"));
  EXPECT_THAT(some, HasSubstr("110\u00a0Mio.\u00a0USD"));
  EXPECT_THAT(some, HasSubstr("<td data-value=\"2001-05-06\">6. Mai 2001</td>"));
  EXPECT_THAT(some, HasSubstr("Besuch: Somebody"));
  EXPECT_THAT(some, HasSubstr("href=\"../../../de/pair/DEU/KAZ/\""));
  EXPECT_THAT(some, HasSubstr("href=\"../../../de/sources/cow/\""));
  EXPECT_THAT(some, Not(HasSubstr("sources/no_longer_read")));
}

TEST(Pages, FiguresAndDatesTakeTheFormOfTheLanguage) {
  for (const bool german : {false, true}) {
    const LittleSite little(world_text, true, german ? "de" : "en");
    const std::string page = pair_page(little.site, little.world.dossier(), {.a = little.state("DEU"), .b = little.state("KAZ"), .full = true});
    const auto table = page.find("<tbody>");
    ASSERT_NE(table, std::string::npos);
    EXPECT_EQ(page.find("130\u00a0Mio.\u00a0USD") != std::string::npos, german);
    EXPECT_EQ(value_text(little.site, 1128201, "count", ""), german ? "1.128.201" : "1\u202f128\u202f201");
    EXPECT_EQ(value_text(little.site, 8.75e9, "money", "EUR"), german ? "8,75\u00a0Mrd.\u00a0EUR" : "8.75\u00a0bn\u00a0EUR");
    EXPECT_EQ(value_text(little.site, 2.3, "percent", ""), german ? "2,3\u00a0%" : "2.3\u00a0%");
    EXPECT_EQ(date_text(little.site, "1992-02-11"), german ? "11. Februar 1992" : "11 February 1992");
    EXPECT_EQ(date_text(little.site, "no date"), "no date");
    // What programs read stays as it is.
    EXPECT_THAT(ranking_csv(little.site, {.slice = slice_of(little), .rows = {{little.state("DEU"), little.state("KAZ"), little.state("DEU"), 1234567.5, SourceId{1}, 7}}, .others = {}, .csv = {}}), HasSubstr(",1234567.5,"));
  }
}

// Keys of tables and the sources' own English words are nothing for a reader; a text of no known form stays as it is.
TEST(Pages, ClassesLicencesAndVariantsAreSaidInTheLanguageOfThePage) {
  LittleSite little(world_text, true, "de");
  auto& source = little.world.context().sources[1];
  source.independence = "statistical_office", source.licence = "unknown";
  const SourceData data{.source = SourceId{1}};
  EXPECT_THAT(sources_page(little.site, {data}), testing::AllOf(HasSubstr(">Statistikamt<"), HasSubstr(">unbekannt<"), Not(HasSubstr("statistical_office"))));
  source.independence = "official:KAZ", source.licence = "CC BY 4.0";
  EXPECT_THAT(source_page(little.site, data), testing::AllOf(HasSubstr("amtlich (Kazakhstan)"), HasSubstr("CC BY 4.0")));
  RankingData ranking{.slice = slice_of(little), .rows = {{little.state("DEU"), little.state("KAZ"), little.state("DEU"), 5e9, SourceId{1}, 7}}};
  for (const auto& [variant, words] : std::vector<std::pair<std::string, std::string>>{{"book of 2023", ", Jahrbuch 2023. "}, {"rev2020", ", Revision von 2020. "}, {"net", ", netto. "}, {"as the profile of Kazakhstan gives it", ", nach dem Profil von Kazakhstan. "},
                                                                                       {"reversed", ", reversed. "}}) {
    ranking.slice.variant = variant;
    EXPECT_THAT(ranking_page(little.site, ranking), HasSubstr(words)) << variant;
  }
}

// The script fills the table from the CSV, whose names are English.
TEST(Pages, ARankingBringsTheNamesThatItsCsvDoesNotHave) {
  for (const bool german : {false, true}) {
    const LittleSite little(world_text, true, german ? "de" : "en");
    const RankingData data{.slice = slice_of(little), .rows = {{little.state("DEU"), little.state("KAZ"), little.state("DEU"), 5e9, SourceId{1}, 7}}};
    EXPECT_EQ(ranking_page(little.site, data).find(R"("page-data">{"names":{"DEU":)") != std::string::npos, german);
  }
}

TEST(Pages, ASiteLeadsNowhereThatIsNotThere) {
  LittleSite little(world_text, false);
  little.site.has_pair = [](StateId, StateId) { return false; };
  little.site.has_country = [&](StateId state) { return state == little.state("DEU"); };
  for (const auto& [name, page] : all_pages(little, "words")) {
    if (name.starts_with("pair") || name == "empty country") continue;  // the very pages that are not there
    for (const auto& link : comity::test::check_page(page).links) {
      EXPECT_EQ(link.find("pair/"), std::string::npos) << name << ": " << link;
      EXPECT_EQ(link.find("country/KAZ"), std::string::npos) << name << ": " << link;
    }
  }
}

TEST(Pages, ACellWithoutAFigureIsEmptyAndNotZero) {
  const LittleSite little(world_text);
  RankingData data{.slice = slice_of(little), .rows = {{little.state("DEU"), little.state("KAZ"), little.state("DEU"), 5e9, SourceId{1}, 7}}};
  const std::string page = matrix_page(little.site, data);
  EXPECT_THAT(page, HasSubstr("Germany → Kazakhstan: 5\u00a0bn\u00a0USD"));
  EXPECT_THAT(page, HasSubstr("<td></td>"));
  EXPECT_THAT(page, Not(HasSubstr("Kazakhstan → Germany")));
}

// A server shows its start before it has counted.
TEST(Pages, WhatIsNotCountedYetIsNotNone) {
  const LittleSite little(world_text);
  StartData start;
  start.sources = 3;
  EXPECT_THAT(start_page(little.site, start), Not(HasSubstr("0 pairs")));
  EXPECT_THAT(about_page(little.site, {.program_version = "1"}), Not(HasSubstr("0 pairs")));
  start.pairs = 2, start.facts = 5;
  EXPECT_THAT(start_page(little.site, start), HasSubstr("2 pairs, 5 facts, 3 sources"));
}

TEST(Pages, CsvKeepsFormulasFromSpreadsheets) {
  LittleSite little(world_text);
  little.world.context().sources[1].id = "=cmd";
  const RankingData data{.slice = slice_of(little), .rows = {{little.state("DEU"), little.state("KAZ"), little.state("DEU"), -5.5, SourceId{1}, 0xabc}}};
  EXPECT_EQ(ranking_csv(little.site, data), "from,to,from_name,to_name,value,unit,currency,period,reporter,source,key\nDEU,KAZ,Germany,Kazakhstan,-5.5,money,USD,2014-01-01,DEU,'=cmd,0000000000000abc\n");
}

TEST(Pages, AnIndexBeginsInTheFirstYearThatAllHave) {
  const LittleSite little(world_text);
  const StateId a = little.state("DEU"), b = little.state("KAZ");
  const auto with = [&](StateId from, StateId to, std::vector<std::pair<int, double>> points) { return ComparedSeries{from, to, from, slice_of(little), std::move(points)}; };
  const CompareData data{.indicator = "goods_exports", .pairs = {{a, b}, {b, a}}, .series = {with(a, b, {{2010, 5}, {2011, 10}, {2012, 20}}), with(b, a, {{2011, 4}, {2012, 2}})}, .indexed = true};
  const std::string page = compare_page(little.site, data);
  EXPECT_THAT(page, HasSubstr("2011 = 100"));
  EXPECT_THAT(page, HasSubstr("{\"x\":2012,\"y\":200}"));
  EXPECT_THAT(page, HasSubstr("{\"x\":2012,\"y\":50}"));
}

TEST(Pages, AssetsCarryTheHashOfTheirBytes) {
  ASSERT_EQ(page_assets().size(), 2u);
  EXPECT_THAT(page_assets()[0].name, testing::MatchesRegex("comity-[0-9a-f]+\\.css"));
  EXPECT_EQ(page_assets()[0].hash.size(), 64u);
  EXPECT_EQ(page_assets()[0].bytes.find("</style"), std::string_view::npos);
  EXPECT_NE(page_assets()[0].bytes.find("prefers-color-scheme: dark"), std::string_view::npos);
}

TEST(Pages, JsonMayStandInAScript) {
  EXPECT_EQ(json_text("a\"b\\c</script>&\n\xE2\x80\xA8"), "\"a\\\"b\\\\c\\u003c/script\\u003e\\u0026\\u000a\\u2028\"");
}

}  // namespace
}  // namespace comity::pages
