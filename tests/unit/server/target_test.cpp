// Targets of requests: what strangers send, taken apart or refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/server/problem.hpp"
#include "comity/server/target.hpp"

namespace comity::server {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

int refused(std::string_view text) {
  try {
    parse_target(text);
  } catch (const Problem& problem) {
    return problem.status;
  }
  return 200;
}

TEST(Target, IsTakenApart) {
  const Target target = parse_target("/api/v1/pairs/C%C3%B4te%20d%27Ivoire/KAZ?since=1991&q=a+b%2Bc&empty=&bare");
  EXPECT_EQ(target.path, "/api/v1/pairs/C%C3%B4te%20d%27Ivoire/KAZ");
  EXPECT_THAT(target.segments, ElementsAre("api", "v1", "pairs", "Côte d'Ivoire", "KAZ"));
  EXPECT_THAT(target.query, ElementsAre(Pair("since", "1991"), Pair("q", "a b+c"), Pair("empty", ""), Pair("bare", "")));
  EXPECT_FALSE(target.closed);
  EXPECT_TRUE(parse_target("/pair/DEU/KAZ/").closed);
  EXPECT_TRUE(parse_target("/").segments.empty());
}

TEST(Target, MayNameItsHost) {
  EXPECT_THAT(parse_target("http://example.org:80/a?b=c").segments, ElementsAre("a"));
  EXPECT_TRUE(parse_target("http://example.org").segments.empty());
}

TEST(Target, NeverLeavesItsPlace) {
  for (const char* text : {"/../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/%2E%2E", "/a/.", "/%2e/a"}) EXPECT_EQ(refused(text), 400) << text;
  // An encoded slash stays inside its segment: no file is ever looked for by it.
  EXPECT_THAT(parse_target("/assets/..%2f..%2fetc%2fpasswd").segments, ElementsAre("assets", "../../etc/passwd"));
}

TEST(Target, IsRefusedWhereItIsNone) {
  for (const char* text : {"", "*", "a", "/%", "/%4", "/%zz", "/a?b=%", "/%ff", "/%c0%af", "/%ed%a0%80", "/%f5%80%80%80", "/a%00b", "/a%0ab", "/a%7f", "/a#b"}) EXPECT_EQ(refused(text), 400) << text;
  EXPECT_EQ(refused("/a//b"), 404);
  EXPECT_EQ(refused("/a?b=1&b=2"), 400);
  std::string many = "/a?";
  for (int i = 0; i < 65; ++i) many += "p" + std::to_string(i) + "=1&";
  EXPECT_EQ(refused(many), 400);
}

TEST(Target, WhatIsEncodedReadsBack) {
  const std::string all = "Côte d'Ivoire/Казахстан?&=%+#";
  EXPECT_EQ(percent_decode(percent_encode(all), true), all);
}

}  // namespace
}  // namespace comity::server
