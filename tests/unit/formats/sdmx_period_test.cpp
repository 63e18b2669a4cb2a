#include "comity/formats/sdmx/period.hpp"

#include <gtest/gtest.h>

namespace comity::formats::sdmx {
namespace {

std::string days(std::string_view text, YearStart start = {}) {
  const auto period = try_parse_period(text, start);
  return period ? to_string(period->from) + " " + to_string(period->to) + " " + char(period->frequency) : "none";
}

TEST(SdmxPeriod, gregorian) {
  EXPECT_EQ(days("2010"), "2010-01-01 2010-12-31 A");
  EXPECT_EQ(days("2010-02"), "2010-02-01 2010-02-28 M");
  EXPECT_EQ(days("2012-02-29"), "2012-02-29 2012-02-29 D");
  EXPECT_EQ(days("2010Z"), "2010-01-01 2010-12-31 A");
  EXPECT_EQ(days("2010-02+01:00"), "2010-02-01 2010-02-28 M");
  EXPECT_EQ(days("2010-02-05:00"), "2010-02-01 2010-02-28 M");
  EXPECT_EQ(days("2010-08-15Z"), "2010-08-15 2010-08-15 D");
  EXPECT_EQ(days("2010-08-15T12:30:00"), "2010-08-15 2010-08-15 I");
  EXPECT_EQ(days("2010-08-15T12:30:00.250+02:00"), "2010-08-15 2010-08-15 I");
  EXPECT_EQ(days(" 2010-08 "), "2010-08-01 2010-08-31 M");
}

TEST(SdmxPeriod, reporting) {
  EXPECT_EQ(days("2010-A1"), "2010-01-01 2010-12-31 A");
  EXPECT_EQ(days("2010-S2"), "2010-07-01 2010-12-31 S");
  EXPECT_EQ(days("2010-T2"), "2010-05-01 2010-08-31 T");
  EXPECT_EQ(days("2010-Q3"), "2010-07-01 2010-09-30 Q");
  EXPECT_EQ(days("2010-M02"), "2010-02-01 2010-02-28 M");
  EXPECT_EQ(days("2010-D032"), "2010-02-01 2010-02-01 D");
  EXPECT_EQ(days("2012-D366"), "2012-12-31 2012-12-31 D");
  EXPECT_EQ(days("2010-D366"), "none");
  // ISO 8601: 2010 began on a Friday, 2009 has 53 weeks
  EXPECT_EQ(days("2010-W01"), "2010-01-04 2010-01-10 W");
  EXPECT_EQ(days("2009-W53"), "2009-12-28 2010-01-03 W");
  EXPECT_EQ(days("2015-W01"), "2014-12-29 2015-01-04 W");
  EXPECT_EQ(days("2010-Q3+01:00"), "2010-07-01 2010-09-30 Q");
}

TEST(SdmxPeriod, reporting_years_that_begin_in_summer) {
  const auto july = try_parse_year_start("--07-01").value();
  EXPECT_EQ(days("2010-A1", july), "2010-07-01 2011-06-30 A");
  EXPECT_EQ(days("2010-Q2", july), "2010-10-01 2010-12-31 Q");
  EXPECT_EQ(days("2010-M12", july), "2011-06-01 2011-06-30 M");
  EXPECT_EQ(days("2010-D001", july), "2010-07-01 2010-07-01 D");
  EXPECT_EQ(days("2010-W01", july), "2010-06-28 2010-07-04 W");  // 1 July 2010 is a Thursday
  EXPECT_EQ(days("2010", july), "2010-01-01 2010-12-31 A");      // Gregorian periods do not move
  EXPECT_EQ(days("2010-Q1", try_parse_year_start("--04-06").value()), "2010-04-06 2010-07-05 Q");
  EXPECT_FALSE(try_parse_year_start("07-01").has_value());
  EXPECT_FALSE(try_parse_year_start("--13-01").has_value());
}

TEST(SdmxPeriod, ranges) {
  EXPECT_EQ(days("2010-08-01/P1M"), "2010-08-01 2010-08-31 R");
  EXPECT_EQ(days("2010-01-01T00:00:00/P1Y2M"), "2010-01-01 2011-02-28 R");
  EXPECT_EQ(days("2010-01-31/P1M"), "2010-01-31 2010-02-27 R");
  EXPECT_EQ(days("2010-01-01/P2W"), "2010-01-01 2010-01-14 R");
  EXPECT_EQ(days("2010-01-01/PT12H"), "2010-01-01 2010-01-01 R");
  EXPECT_EQ(days("2010-01-01/2010-03-31"), "2010-01-01 2010-03-31 R");
  EXPECT_EQ(days("2010/2012"), "2010-01-01 2012-12-31 R");
  EXPECT_EQ(days("2010-03-31/2010-01-01"), "none");
  EXPECT_EQ(days("2010-01-01/P"), "none");
  EXPECT_EQ(days("2010-01-01/P1Y/P1Y"), "none");
}

TEST(SdmxPeriod, spellings_of_publishers) {
  EXPECT_EQ(days("2010Q3"), "2010-07-01 2010-09-30 Q");
  EXPECT_EQ(days("2010M08"), "2010-08-01 2010-08-31 M");
  EXPECT_EQ(days("2010S1"), "2010-01-01 2010-06-30 S");
  EXPECT_EQ(days("2010-H2"), "2010-07-01 2010-12-31 S");
  EXPECT_EQ(days("2010-B2"), "2010-07-01 2010-12-31 S");
  EXPECT_EQ(days("2010W05"), "2010-02-01 2010-02-07 W");
  EXPECT_EQ(days("2010A"), "2010-01-01 2010-12-31 A");
  EXPECT_EQ(days("2010-q1"), "2010-01-01 2010-03-31 Q");
  EXPECT_EQ(days("2010-8"), "2010-08-01 2010-08-31 M");
  EXPECT_EQ(days("201008"), "2010-08-01 2010-08-31 M");
  EXPECT_EQ(days("20100815"), "2010-08-15 2010-08-15 D");
  EXPECT_EQ(days("2010-2012"), days("2010/2012"));
  for (const char* text : {"201013", "20100231", "2012-2010", "2010081", "201008151"}) EXPECT_EQ(days(text), "none") << text;
}

TEST(SdmxPeriod, none) {
  for (const char* text : {"", "10", "201", "20100", "2010-13", "2010-00", "2010-02-30", "2010-Q5", "2010-Q0", "2010-S3", "2010-M13", "2010-W54", "2010-X1", "2010-08-15T25:00", "2010-08-15Tx", "year", "2010-",
                           "2010--08", "/2010", "2010/", "NaN", "-2010"}) {
    EXPECT_EQ(days(text), "none") << text;
  }
}

TEST(SdmxPeriod, months) {
  EXPECT_EQ(try_parse_period("2010")->months(), 12);
  EXPECT_EQ(try_parse_period("2010-Q1")->months(), 3);
  EXPECT_EQ(try_parse_period("2010-08-01/P5M")->months(), 5);
  EXPECT_EQ(try_parse_period("2010-W05")->months(), 0);
}

}  // namespace
}  // namespace comity::formats::sdmx
