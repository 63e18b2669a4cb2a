// What an answer lists comes from outside: only the provider's own addresses are taken, and each becomes a file of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "comity/sources/listing.hpp"

namespace comity::sources::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> read(std::string_view text, const std::string& pattern = ".*") {
  std::vector<std::string> out;
  for (const auto& [address, to] : read_listing(text, {"https://h.example/list", pattern, "https://h.example/api", "d/{name}.gz"})) out.push_back(address + " " + to);
  return out;
}
std::string refused(std::string_view text) {
  try {
    read(text);
  } catch (const DataError& error) {
    return error.what();
  }
  return "taken";
}

TEST(Listing, EachAddressOnceInItsOrder) {
  EXPECT_THAT(read("x https://h.example/api/b?y=1 <a href=\"https://h.example/api/a\"> https://h.example/api/b?y=1,https://h.example/api/c d"),
              ElementsAre("https://h.example/api/b?y=1 d/b.gz", "https://h.example/api/a d/a.gz", "https://h.example/api/c d/c.gz"));
  EXPECT_THAT(read("https://h.example/api/1 https://h.example/api/x https://e.example/api/2", R"(https://h\.example/api/\d)"), ElementsAre("https://h.example/api/1 d/1.gz"));
  EXPECT_THAT(read("no address, http", "https?://.+"), ElementsAre());
}

TEST(Listing, NothingLeadsElsewhere) {
  for (const char* text : {"https://e.example/api/a", "https://h.example.e.example/api/a", "https://h.example/apiary/a", "https://h.example/api/../a", "https://h.example/api/%2E./a", "https://h.example/api/..",
                           "https://h.example/api/a\\b", "https://h.example/api/\xc3\xa9", "https://h.example@e.example/api/a", "httpx"}) {
    EXPECT_THAT(refused(text), HasSubstr("lists an address of another server")) << text;
  }
  EXPECT_THAT(refused("https://h.example/api/"), HasSubstr("leaves no name for a file"));
  EXPECT_THAT(refused("https://h.example/api/-._"), HasSubstr("leaves no name for a file"));
  EXPECT_THAT(refused("https://h.example/api/x/one https://h.example/api/y/one"), HasSubstr("two of the listed addresses would become one file, d/one.gz: https://h.example/api/x/one and https://h.example/api/y/one"));
}

TEST(Listing, MoreThanAnyPublisherLists) {
  std::string many;
  for (int i = 0; i < 10'001; ++i) many += "https://h.example/api/" + std::to_string(i) + "\n";
  EXPECT_THAT(refused(many), HasSubstr("more than 10000 addresses"));
}

}  // namespace
}  // namespace comity::sources::test
