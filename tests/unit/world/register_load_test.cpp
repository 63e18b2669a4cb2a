// What load() refuses, on small tables of our own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

using testing::HasSubstr;
using testing::AllOf;

TEST(RegisterLoad, accepts_the_specimen) {
  const auto states = Specimen().load();
  EXPECT_EQ(states->states().size(), 5u);
  EXPECT_EQ(states->state(states->by_key("KAZ")).name, "Kazakhstan");
  EXPECT_FALSE(states->by_key("XYZ"));
  EXPECT_EQ(states->try_state(StateId(4)), nullptr);
  EXPECT_THROW(states->state(StateId(999)), NotFound);
}

TEST(RegisterLoad, refuses_keys_and_numbers_given_twice) {
  EXPECT_THAT(Specimen().add("states.csv", "9,KAZ,Other,state,,,").complaint(), AllOf(HasSubstr("states.csv, line 7"), HasSubstr("'KAZ' is given twice")));
  EXPECT_THAT(Specimen().add("states.csv", "3,XYZ,Other,state,,,").complaint(), HasSubstr("number 3 is given twice"));
  EXPECT_THAT(Specimen().add("states.csv", "0,XYZ,Other,state,,,").complaint(), HasSubstr("line 7, column id"));
}

TEST(RegisterLoad, refuses_unknown_states) {
  EXPECT_THAT(Specimen().add("state_spans.csv", "XYZ,,,").complaint(), AllOf(HasSubstr("state_spans.csv, line 5"), HasSubstr("'XYZ'")));
  EXPECT_THAT(Specimen().add("codes.csv", "cow,1,XYZ,,").complaint(), HasSubstr("codes.csv, line 8"));
  EXPECT_THAT(Specimen().add("names.csv", "XYZ,en,variant,Name,,").complaint(), HasSubstr("names.csv, line 2"));
  EXPECT_THAT(Specimen().add("lineage.csv", "DDR,XYZ,1990-10-03,merger,").complaint(), HasSubstr("lineage.csv, line 2"));
  EXPECT_THAT(Specimen().add("ambiguous_names.csv", "Name,DEU|XYZ,").complaint(), HasSubstr("ambiguous_names.csv, line 2"));
}

TEST(RegisterLoad, refuses_a_code_of_two_states_on_a_day) {
  EXPECT_THAT(Specimen().add("codes.csv", "cow,260,DDR,1990-10-02,1990-10-05").complaint(), AllOf(HasSubstr("codes.csv, line 8"), HasSubstr("'260'"), HasSubstr("line 2")));
  EXPECT_EQ(Specimen().add("codes.csv", "cow,260,KAZ,1990-10-03,").complaint(), "") << "the day after is free";
  EXPECT_THAT(Specimen().add("codes.csv", "iso3,deu,KAZ,,").complaint(), HasSubstr("line 8")) << "small letters are the same code";
}

TEST(RegisterLoad, refuses_two_codes_of_a_state_on_a_day) {
  EXPECT_THAT(Specimen().add("codes.csv", "iso3,GER,DEU,1990-01-01,").complaint(), AllOf(HasSubstr("codes.csv, line 8, column state"), HasSubstr("'DEU'")));
}

TEST(RegisterLoad, refuses_spans_that_overlap_or_run_backwards) {
  EXPECT_THAT(Specimen().add("state_spans.csv", "KAZ,2000-01-01,,").complaint(), HasSubstr("state_spans.csv, line 5"));
  EXPECT_THAT(Specimen().add("state_spans.csv", "COG,2000-01-01,1999-12-31,").complaint(), HasSubstr("1999-12-31 is before"));
  EXPECT_THAT(Specimen().add("state_spans.csv", "COG,1960-02-30,,").complaint(), HasSubstr("'1960-02-30' is no day"));
}

TEST(RegisterLoad, refuses_a_name_of_two_states_unless_declared) {
  EXPECT_THAT(Specimen().add("names.csv", "COG,en,variant,Congo,,").add("names.csv", "COD,en,variant,CONGO,,").complaint(),
              AllOf(HasSubstr("names.csv, line 3"), HasSubstr("'CONGO'")));
  EXPECT_EQ(Specimen().add("names.csv", "COG,en,variant,Congo,,1990-01-01").add("names.csv", "COD,en,variant,Congo,1990-01-02,").complaint(), "");
  EXPECT_EQ(Specimen().add("names.csv", "COG,en,variant,Congo,,").add("names.csv", "COD,en,variant,Congo,,").add("ambiguous_names.csv", "Congo,COG|COD,").complaint(), "");
  EXPECT_THAT(Specimen().add("names.csv", "COD,en,variant,Germany,,").complaint(), HasSubstr("states.csv"));
}

TEST(RegisterLoad, bounds_a_main_name_by_its_row_in_names) {
  const auto states = Specimen().add("names.csv", "DEU,en,short,Germany,1949-05-23,").add("names.csv", "KAZ,en,former,Germany,,1949-05-22").load();
  EXPECT_EQ(states->by_name("germany", make_day(1949, 5, 22)).state, states->by_key("KAZ"));
  EXPECT_EQ(states->by_name("germany", make_day(1949, 5, 23)).state, states->by_key("DEU"));
}

TEST(RegisterLoad, refuses_a_non_state_with_a_name_of_today) {
  EXPECT_THAT(Specimen().add("non_states.csv", "Kazakhstan,,,aggregate,,").complaint(), HasSubstr("non_states.csv, line 2"));
  const auto states = Specimen().add("names.csv", "DDR,en,variant,Bavaria,,1871-01-18").add("non_states.csv", "Bavaria,,,subnational,DEU,").load();
  EXPECT_EQ(states->by_name("Bavaria", make_day(1850, 1, 1)).state, states->by_key("DDR"));
  EXPECT_EQ(states->by_name("Bavaria", make_day(1950, 1, 1)).how, "non-state");
  EXPECT_EQ(states->non_state_kind("BAVARIA"), "subnational");
}

TEST(RegisterLoad, refuses_two_capitals_on_a_day) {
  EXPECT_THAT(Specimen().add("capitals.csv", "KAZ,Almaty,,43.25,76.95,Asia/Almaty,,1997-12-10,capital").add("capitals.csv", "KAZ,Astana,,51.18,71.45,Asia/Almaty,1997-12-10,,capital").complaint(),
              AllOf(HasSubstr("capitals.csv, line 3"), HasSubstr("Almaty and Astana")));
  EXPECT_THAT(Specimen().add("capitals.csv", "KAZ,Almaty,,143.25,76.95,Asia/Almaty,,,capital").complaint(), HasSubstr("column lat"));
}

TEST(RegisterLoad, gives_larger_regions_what_their_parts_hold) {
  const auto states = Specimen().add("regions.csv", "asia,Asia,m49,").add("regions.csv", "central_asia,Central Asia,m49,asia").add("region_members.csv", "central_asia,KAZ,,").load();
  const auto regions = states->regions_of(states->by_key("KAZ"), make_day(2000, 1, 1));
  ASSERT_EQ(regions.size(), 2u);
  EXPECT_EQ(states->region("asia")->members.size(), 1u);
  EXPECT_EQ(states->region("nowhere"), nullptr);
  EXPECT_THAT(Specimen().add("regions.csv", "a,A,m49,b").add("regions.csv", "b,B,m49,a").complaint() + Specimen().add("regions.csv", "a,A,m49,c").complaint(),
              HasSubstr("no region has the key 'c'"));
}

TEST(RegisterLoad, refuses_ragged_rows_and_missing_tables) {
  EXPECT_THAT(Specimen().add("codes.csv", "cow,1").complaint(), HasSubstr("codes.csv, line 8"));
  EXPECT_THROW(Register::load("/nonexistent"), Error);
}

TEST(RegisterLoad, gives_a_code_in_a_year_to_who_held_it_longest) {
  const auto states = Specimen().add("codes.csv", "x,9,DDR,1990-01-01,1990-07-01").add("codes.csv", "x,9,DEU,1990-07-02,").load();
  EXPECT_EQ(states->by_code_in_year("x", "9", 1990), states->by_key("DEU")) << "183 days against 182";
  EXPECT_EQ(states->by_code_in_year("x", "9", 1991), states->by_key("DEU"));
  EXPECT_FALSE(states->by_code_in_year("x", "9", 1989));
  EXPECT_FALSE(states->by_code_in_year("y", "9", 1990));
  EXPECT_EQ(states->by_code_in_year("cow", "260", 1990), states->by_key("DEU"));
  EXPECT_EQ(states->code("cow", states->by_key("DEU")), "255");
  EXPECT_EQ(states->code("cow", states->by_key("DEU"), make_day(1990, 10, 2)), "260");
  EXPECT_EQ(states->code("cow", states->by_key("KAZ")), "");
}

}  // namespace
}  // namespace comity::world
