#include "tests/unit/panel/little_edition.hpp"

#include "comity/base/error.hpp"
#include "comity/panel/resolve.hpp"

namespace comity::panel::test {
namespace {

TEST(Panel, symmetric_variables_are_symmetric) {
  LittleEdition edition;
  const Panel panel = edition.make({"mindist", "capdist"});
  const auto &one = panel.column("ccode1"), &two = panel.column("ccode2"), &year = panel.column("year");
  std::size_t values = 0;
  for (std::size_t row = 0; row < panel.rows; ++row) {
    if (!panel.column("mindist").has(row)) continue;
    ++values;
    const auto mirror = row_of(panel, static_cast<int>(two.at(row)), static_cast<int>(one.at(row)), static_cast<int>(year.at(row)));
    ASSERT_GE(mirror, 0);
    EXPECT_EQ(panel.column("mindist").at(row), panel.column("mindist").at(static_cast<std::size_t>(mirror)));
  }
  EXPECT_EQ(values, 50u) << "25 years, both ways";
}

TEST(Panel, directed_variables_are_not_mirrored_by_accident) {
  LittleEdition edition;
  const Panel panel = edition.make({"atop_defense"});
  EXPECT_EQ(cell(panel, "atop_defense", 220, 2, 1932), "1");
  EXPECT_EQ(cell(panel, "atop_defense", 2, 220, 1932), "0");
}

TEST(Panel, no_zero_outside_coverage) {
  LittleEdition edition;
  const Panel panel = edition.make({"atop_defense", "milex"});
  EXPECT_EQ(cell(panel, "atop_defense", 2, 200, 1930), "0");
  EXPECT_EQ(cell(panel, "atop_defense", 2, 200, 1929), "");
  EXPECT_EQ(cell(panel, "atop_defense", 2, 200, 1941), "");
  EXPECT_EQ(cell(panel, "milex1", 2, 200, 1901), "1000");
  EXPECT_EQ(cell(panel, "milex2", 2, 200, 1901), "") << "not reported is not zero";
}

// A list that says of its blanks that they are not covered gives no zero, however many years it declares.
TEST(Panel, a_count_is_zero_only_where_a_source_declares_it) {
  for (const auto& [blank, none] : {std::pair("not_covered", ""), std::pair("not_reported", ""), std::pair("true_zero", "0")}) {
    for (const auto& [variable, topic] : {std::pair("shared_memberships", "memberships"), std::pair("agreements_in_force", "agreements:trade_agreement"),
                                          std::pair("visits_12", "events:visits")}) {
      LittleEdition edition;
      edition.covers(topic, 1900, 1940, blank);
      edition.state("USA");  // whose visits the list covers
      const Panel panel = edition.make({variable});
      EXPECT_EQ(cell(panel, variable, 2, 200, 1930), none) << variable << ", " << blank;
      EXPECT_EQ(cell(panel, variable, 2, 200, 1899), "") << variable << ", before the source begins";
    }
  }
}

TEST(Panel, a_treaty_in_two_lists_counts_once) {
  LittleEdition edition;
  edition.state("USA"), edition.state("GBR");
  edition.agreement("USA", "GBR", "trade_agreement", "1910-02-01", "1911", 1);
  edition.agreement("USA", "GBR", "treaty_with_investment_provisions", "1910", "1912", 2);  // the same one, as the second list sees it
  edition.agreement("USA", "GBR", "trade_agreement", "1910-11-01", "1911", 1);              // two of one list are two
  edition.agreement("USA", "GBR", "environment", "1910", "1911", 2);                        // another subject
  const Panel panel = edition.make({"agreements_in_force"});
  EXPECT_EQ(cell(panel, "agreements_in_force", 2, 200, 1912), "3");
  EXPECT_EQ(cell(panel, "agreements_in_force", 200, 2, 1912), "3");
  EXPECT_EQ(panel.reports.back().dropped, 1u);
}

TEST(Panel, an_undirected_pair_has_a_pledge_when_either_side_gave_one) {
  LittleEdition edition;
  PanelRequest request;
  request.frame.unit = Unit::dyad_year;
  request.variables = {"atop_defense"};
  EXPECT_EQ(cell(edition.make(request), "atop_defense", 2, 220, 1932), "1");
}

TEST(Panel, one_state_under_two_codes_keeps_them_apart) {
  LittleEdition edition;
  edition.series("milex", 260, 0, "1990-01-01", "1990-12-31", 7);
  edition.series("milex", 255, 0, "1990-01-01", "1990-12-31", 9);
  const Panel panel = edition.make({"milex", "gwcode"});
  EXPECT_EQ(cell(panel, "milex1", 260, 2, 1990), "7");
  EXPECT_EQ(cell(panel, "milex1", 255, 2, 1990), "9");
  EXPECT_EQ(cell(panel, "gwcode1", 255, 2, 1990), "260");
  EXPECT_EQ(cell(panel, "gwcode2", 255, 2, 1990), "") << "a list that does not have the state gives no code";
}

TEST(Panel, a_list_of_other_states_gets_values_by_the_state_of_the_day) {
  LittleEdition edition;
  edition.series("milex", 260, 0, "1989-01-01", "1990-12-31", 7);
  edition.series("milex", 255, 0, "1990-01-01", "1991-12-31", 9);
  PanelRequest request;
  request.system = "gw";
  request.frame.unit = Unit::state_year;
  request.variables = {"milex"};
  request.frame.from_year = 1989;
  request.frame.to_year = 1992;
  const Panel panel = edition.make(request);
  std::map<int, double> germany;
  for (std::size_t row = 0; row < panel.rows; ++row) {
    if (panel.column("gwcode").at(row) == 260 && panel.column("milex").has(row)) germany[static_cast<int>(panel.column("year").at(row))] = panel.column("milex").at(row);
  }
  EXPECT_EQ(germany, (std::map<int, double>{{1989, 7}, {1990, 9}, {1991, 9}})) << "1990 is the later member's";
}

void dispute(LittleEdition& edition, int number, const char* first, const char* last, const char* began, double deaths, double hostility) {
  for (const auto& [a, b] : {std::pair{2, 200}, {200, 2}}) {
    edition.series("gml_ongoing", a, b, first, last, 1, number);
    edition.series("gml_onset", a, b, began, (std::string(began).substr(0, 4) + "-12-31").c_str(), 1, number);
    edition.series("gml_sidea", a, b, first, last, a == 2, number);
    edition.series("gml_orig", a, b, first, last, 1, number);
    edition.series("gml_dispute_fatality", a, b, first, last, deaths, number);
    edition.series("gml_dispute_hostlev", a, b, first, last, hostility, number);
    for (const char* other : {"mindur", "maxdur", "recip", "stmon"}) edition.series(std::string("gml_dispute_") + other, a, b, first, last, 1, number);
  }
}

TEST(Panel, of_several_disputes_one_is_kept_by_the_rule) {
  LittleEdition edition;
  edition.covers("gml_ongoing", 1816, 2010, "true_zero");
  edition.covers("gml_onset", 1816, 2010, "true_zero");
  dispute(edition, 10, "1900-01-01", "1902-12-31", "1900-01-01", 6, 5);
  dispute(edition, 11, "1902-01-01", "1902-12-31", "1902-01-01", -9, 2);
  dispute(edition, 12, "1902-01-01", "1902-12-31", "1902-01-01", 0, 4);
  const Panel panel = edition.make({"dispnum", "gmlmidongoing", "gmlmidonset", "init", "sidea"});
  EXPECT_EQ(cell(panel, "dispnum", 2, 200, 1900), "10");
  EXPECT_EQ(cell(panel, "dispnum", 2, 200, 1902), "11") << "one that began goes before one that goes on; unknown deaths go before none";
  EXPECT_EQ(cell(panel, "gmlmidonset", 2, 200, 1901), "0");
  EXPECT_EQ(cell(panel, "gmlmidongoing", 2, 200, 1950), "0");
  EXPECT_EQ(cell(panel, "gmlmidongoing", 2, 200, 2011), "") << "the table ends in 2010";
  EXPECT_EQ(cell(panel, "dispnum", 2, 200, 1950), "");
  EXPECT_EQ(cell(panel, "init1", 2, 200, 1900), "1");
  EXPECT_EQ(cell(panel, "init2", 2, 200, 1900), "0");
  EXPECT_EQ(cell(panel, "sidea1", 200, 2, 1900), "0");
}

TEST(Panel, each_sides_report_is_a_column_of_its_own) {
  LittleEdition edition;
  edition.covers("goods_exports", 1900, 1901, "not_reported", 2);
  edition.observe("goods_exports", "USA", "GBR", "USA", 1900, "50");
  edition.observe("goods_exports", "USA", "GBR", "GBR", 1900, "70");
  edition.observe("goods_exports", "GBR", "USA", "GBR", 1901, "NULL", "confidential");
  PanelRequest request;
  request.variables = {"goods_exports"};
  request.status = true;
  const Panel panel = edition.make(request);
  EXPECT_EQ(cell(panel, "goods_exports_12_by1", 2, 200, 1900), "50");
  EXPECT_EQ(cell(panel, "goods_exports_12_by2", 2, 200, 1900), "70");
  EXPECT_EQ(cell(panel, "goods_exports_21_by2", 200, 2, 1900), "50");
  EXPECT_EQ(cell(panel, "goods_exports_21_by1", 200, 2, 1900), "70");
  EXPECT_EQ(cell(panel, "goods_exports_12_by1_status", 2, 200, 1900), "value");
  EXPECT_EQ(cell(panel, "goods_exports_12_by1_status", 200, 2, 1901), "confidential");
  EXPECT_EQ(cell(panel, "goods_exports_12_by1_status", 2, 200, 1901), "not_reported");
  EXPECT_EQ(cell(panel, "goods_exports_12_by1_status", 2, 200, 1950), "not_covered");
}

TEST(Panel, lags_and_peace_years_stay_within_the_pair_and_do_not_cross_a_gap) {
  LittleEdition edition;
  edition.covers("gml_ongoing", 1816, 2010, "true_zero");
  dispute(edition, 10, "1920-01-01", "1921-12-31", "1920-01-01", 6, 5);
  const Panel panel = edition.make({"milex1:lag1", "milex1:lead1", "gmlmidongoing:onset", "gmlmidongoing:duration", "gmlmidongoing:peace", "gmlmidongoing:peace2", "gmlmidongoing:lag1"});
  EXPECT_EQ(cell(panel, "milex1_lag1", 2, 200, 1901), "1000");
  EXPECT_EQ(cell(panel, "milex1_lead1", 2, 200, 1899), "1000");
  EXPECT_EQ(cell(panel, "milex1_lag1", 2, 200, 1900), "");
  EXPECT_EQ(cell(panel, "gmlmidongoing_onset", 2, 200, 1920), "1");
  EXPECT_EQ(cell(panel, "gmlmidongoing_onset", 2, 200, 1921), "0");
  EXPECT_EQ(cell(panel, "gmlmidongoing_duration", 2, 200, 1921), "2");
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace", 2, 200, 1816), "0");
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace", 2, 200, 1836), "20");
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace2", 2, 200, 1836), "4");
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace", 2, 200, 1922), "0");
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace", 2, 220, 1944), "0") << "France was away in 1943";
  EXPECT_EQ(cell(panel, "gmlmidongoing_lag1", 2, 220, 1944), "");
}

TEST(Panel, spells_and_lags_know_the_years_before_the_first_asked_for) {
  LittleEdition edition;
  edition.covers("gml_ongoing", 1816, 2010, "true_zero");
  const Panel panel = edition.make({"gmlmidongoing:peace", "milex1:lag1"}, 1901, 1950);
  EXPECT_EQ(cell(panel, "gmlmidongoing_peace", 2, 200, 1901), "85");
  EXPECT_EQ(cell(panel, "milex1_lag1", 2, 200, 1901), "1000");
  EXPECT_EQ(cell(panel, "milex1_lag1", 2, 200, 1900), "no row");
  EXPECT_EQ(panel.from_year, 1901);
}

TEST(Panel, states_in_organisations_have_a_row_each) {
  LittleEdition edition;
  edition.run("INSERT INTO source_file VALUES (1, 1, 'igo.csv', ['ccode', 'year', 'uno', 'nato'])");
  edition.series("igo_membership", 2, 0, "1949-01-01", "1950-12-31", 1, 3);
  edition.series("igo_membership", 2, 0, "1950-01-01", "1950-12-31", 3, 4);
  edition.run("UPDATE series SET file = 1");
  PanelRequest request;
  request.frame.unit = Unit::state_organization_year;
  request.variables = {"milex"};
  const Panel panel = edition.make(request);
  EXPECT_EQ(panel.rows, 3u);
  EXPECT_EQ(panel.columns[1].dictionary()[static_cast<std::size_t>(panel.columns[1].at(2))], "nato");
  EXPECT_EQ(panel.column("membership").at(2), 3);
  EXPECT_EQ(panel.column("year").at(2), 1950);
}

TEST(Panel, a_condition_keeps_rows_and_order) {
  LittleEdition edition;
  PanelRequest request;
  request.variables = {"milex"};
  request.where = "year = 1900 AND milex1 > 1";
  const Panel panel = edition.make(request);
  EXPECT_EQ(panel.rows, 3u) << "the United States with Britain, France and Germany";
  EXPECT_EQ(panel.column("ccode2").at(0), 200);
  request.where = "nonsense > 1";
  EXPECT_THROW(edition.make(request), UsageError);
}

TEST(Panel, an_unknown_variable_gives_the_nearest_names) {
  LittleEdition edition;
  try {
    edition.make({"atop_defence"});
    FAIL();
  } catch (const NotFound& error) {
    EXPECT_STREQ(error.what(), "there is no variable 'atop_defence'");
    EXPECT_NE(error.hint().find("atop_defense"), std::string::npos) << error.hint();
  }
  EXPECT_THROW(edition.make({"milex:lagg"}), UsageError);
}

TEST(Panel, a_variable_of_pairs_has_no_place_among_states) {
  LittleEdition edition;
  PanelRequest request;
  request.frame.unit = Unit::state_year;
  request.variables = {"mindist"};
  EXPECT_THROW(edition.make(request), UsageError);
  edition.observe("goods_exports", "USA", "GBR", "USA", 1900, "50");
  request.variables = {"goods_exports"};
  EXPECT_THROW(edition.make(request), UsageError);
  request.frame.unit = Unit::directed_dyad_year;
  request.frame.step = Step::month;
  request.frame.from_year = request.frame.to_year = 1900;
  EXPECT_THROW(edition.make(request), UsageError) << "a year is not spread over its months";
}

TEST(Panel, surprises_are_in_the_report) {
  LittleEdition edition;
  edition.series("milex", 999, 0, "1900-01-01", "1900-12-31", 1);
  const Panel panel = edition.make({"milex1", "mindist"});
  EXPECT_EQ(panel.reports[3].unmatched, 1u);
  EXPECT_NE(panel.reports[3].surprise(), "");
  EXPECT_EQ(panel.reports[4].surprise(), "");
  EXPECT_EQ(panel.reports[4].values, 50u);
  EXPECT_GT(panel.reports[3].missing, panel.reports[3].missing_covered);
}

}  // namespace
}  // namespace comity::panel::test
