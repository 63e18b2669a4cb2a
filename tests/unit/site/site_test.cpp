#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "support/page_check.hpp"
#include "unit/site/little_edition.hpp"

namespace comity::site {
namespace {

using test::files_of;
using test::make_edition;
using test::make_site;
using test::request_for;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

namespace fs = std::filesystem;

// The file that a link of a page leads to; empty for the world outside, and for places within the page.
std::string target_of(const std::string& page, const std::string& link) {
  if (link.empty() || link.front() == '#' || link.find("://") != std::string::npos || link.starts_with("data:")) return {};
  const std::string path = link.substr(0, link.find_first_of("#?"));
  if (path.front() == '/') return fs::path(path.substr(std::string("/world/").size() - 0)).generic_string();
  fs::path out = (fs::path(page).parent_path() / path).lexically_normal();
  std::string file = out.generic_string();
  if (file.empty() || file == ".") file = "./";
  if (file.ends_with('/')) file += "index.html";
  if (file.starts_with("./")) file.erase(0, 2);
  return file;
}

TEST(Site, EveryPageIsSoundAndEveryLinkLeadsSomewhere) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  make_site(scratch / "e.duckdb", request_for(scratch / "site"));
  const auto files = files_of(scratch / "site");
  std::size_t pages = 0, links = 0;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".html")) continue;
    ++pages;
    const auto check = comity::test::check_page(bytes);
    for (const auto& trouble : check.troubles) ADD_FAILURE() << name << ": " << trouble;
    EXPECT_EQ(bytes.find("<evil"), std::string::npos) << name;
    for (const auto& link : check.links) {
      if (link.starts_with('#')) {
        EXPECT_TRUE(check.ids.contains(link.substr(1))) << name << ": " << link;
        continue;
      }
      const std::string target = target_of(name, link);
      if (target.empty() || name.ends_with("404.html")) continue;
      EXPECT_TRUE(files.contains(target)) << name << ": " << link << " → " << target;
      ++links;
    }
  }
  EXPECT_GT(pages, 30u);
  EXPECT_GT(links, 300u);
}

TEST(Site, HoldsWhatMayBePassedOnAndNothingElse) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  const Made made = make_site(scratch / "e.duckdb", request_for(scratch / "site"));
  const auto files = files_of(scratch / "site");
  EXPECT_THAT(made.left_out, ElementsAre("closed"));
  EXPECT_EQ(made.pairs, 2u);
  EXPECT_THAT(files, Contains(Key("pair/DEU/KAZ/index.html")));
  EXPECT_THAT(files, Contains(Key("de/pair/FRA/KAZ/index.html")));
  EXPECT_THAT(files, Not(Contains(Key("pair/DEU/FRA/index.html"))));  // all that is known of them may not be passed on
  for (const auto& [name, bytes] : files) {
    for (const char* figure : {"987654321", "987.7", "123456789", "123.5 million", "424242", "424 242", "not to be seen"}) EXPECT_EQ(bytes.find(figure), std::string::npos) << name << " has " << figure;
  }
  EXPECT_THAT(files.at("left-out/index.html"), HasSubstr("The closed source"));
  EXPECT_THAT(files.at("pair/DEU/KAZ/index.html"), Not(HasSubstr("The closed source")));  // nor does it claim to have looked there
  EXPECT_THAT(files.at("pair/DEU/KAZ/index.html"), HasSubstr("130"));

  Request asked = request_for(scratch / "all");
  asked.include = {"closed"};
  EXPECT_THAT(make_site(scratch / "e.duckdb", asked).left_out, testing::IsEmpty());
  const auto all = files_of(scratch / "all");
  EXPECT_THAT(all, Contains(Key("pair/DEU/FRA/index.html")));
  EXPECT_THAT(all.at("disagreements/index.html"), HasSubstr("not to be seen"));
}

TEST(Site, WritesAgainOnlyPairsWhoseFactsMoved) {
  test::Scratch scratch;
  make_edition(scratch / "one.duckdb", 130);
  make_edition(scratch / "two.duckdb", 140);
  const Request request = request_for(scratch / "site");
  EXPECT_EQ(make_site(scratch / "one.duckdb", request).pairs_written, 2u);
  const auto first = files_of(scratch / "site");
  const Made again = make_site(scratch / "one.duckdb", request);
  EXPECT_EQ(again.pairs_written, 0u);
  EXPECT_EQ(again.pairs_kept, 2u);
  EXPECT_EQ(again.pages, 0u);  // not one file
  EXPECT_EQ(files_of(scratch / "site"), first);
  const Made moved = make_site(scratch / "two.duckdb", request);
  EXPECT_EQ(moved.pairs_written, 1u);
  EXPECT_EQ(moved.pairs_kept, 1u);
  EXPECT_THAT(files_of(scratch / "site").at("pair/DEU/KAZ/index.html"), HasSubstr("140"));
  // A page that is gone is made again, and so are those of another program.
  fs::remove(scratch / "site" / "de/pair/FRA/KAZ/index.html");
  EXPECT_EQ(make_site(scratch / "two.duckdb", request).pairs_written, 1u);
  Request other = request;
  other.program = "two";
  EXPECT_EQ(make_site(scratch / "two.duckdb", other).pairs_written, 2u);
}

TEST(Site, AFreshFolderAndAnOldOneComeToTheSame) {
  test::Scratch scratch;
  make_edition(scratch / "one.duckdb", 130);
  make_edition(scratch / "two.duckdb", 140);
  make_site(scratch / "one.duckdb", request_for(scratch / "old"));
  make_site(scratch / "two.duckdb", request_for(scratch / "old"));
  make_site(scratch / "two.duckdb", request_for(scratch / "fresh"));
  EXPECT_EQ(files_of(scratch / "old"), files_of(scratch / "fresh"));
}

TEST(Site, PairsOfWhichNothingIsKnownAnyMoreGo) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  Request request = request_for(scratch / "site");
  request.include = {"closed"};
  EXPECT_EQ(make_site(scratch / "e.duckdb", request).pairs, 3u);
  request.include = {};
  const Made made = make_site(scratch / "e.duckdb", request);
  EXPECT_EQ(made.pairs_removed, 1u);
  EXPECT_FALSE(fs::exists(scratch / "site" / "pair/DEU/FRA/index.html"));
  EXPECT_FALSE(fs::exists(scratch / "site" / "de/pair/DEU/FRA/index.html"));
}

TEST(Site, SomeCountriesAloneLeadNowhereElse) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  Request request = request_for(scratch / "site");
  request.only = {test::state("DEU"), test::state("KAZ")};
  request.languages = {"de"};
  const Made made = make_site(scratch / "e.duckdb", request);
  EXPECT_EQ(made.pairs, 1u);
  EXPECT_EQ(made.countries, 2u);
  const auto files = files_of(scratch / "site");
  EXPECT_THAT(files.at("index.html"), HasSubstr("<html lang=\"de\""));
  EXPECT_THAT(files, Not(Contains(Key("country/FRA/index.html"))));
  for (const auto& [name, bytes] : files) EXPECT_EQ(bytes.find("href=\"../../country/FRA/"), std::string::npos) << name;
}

TEST(Site, RefusesAFolderThatHoldsSomethingElse) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  fs::create_directories(scratch / "mine");
  write_file(scratch / "mine" / "letter.txt", "dear");
  EXPECT_THROW(make_site(scratch / "e.duckdb", request_for(scratch / "mine")), StoreError);
  EXPECT_EQ(files_of(scratch / "mine").size(), 1u);
  write_file(scratch / "file", "x");
  EXPECT_THROW(make_site(scratch / "e.duckdb", request_for(scratch / "file")), UsageError);
  Request bad = request_for(scratch / "new");
  bad.languages = {"en", "tlh"};
  EXPECT_THROW(make_site(scratch / "e.duckdb", bad), UsageError);
  bad.languages = {"en"};
  bad.address = "example.org";
  EXPECT_THROW(make_site(scratch / "e.duckdb", bad), UsageError);
  bad.address.clear();
  bad.include = {"no_such_source"};
  EXPECT_THROW(make_site(scratch / "e.duckdb", bad), UsageError);
}

TEST(Site, TellsProgramsWhereEverythingIs) {
  test::Scratch scratch;
  make_edition(scratch / "e.duckdb");
  make_site(scratch / "e.duckdb", request_for(scratch / "site"));
  const auto files = files_of(scratch / "site");
  EXPECT_THAT(files.at("robots.txt"), HasSubstr("Sitemap: https://example.org/world/sitemap.xml"));
  const std::string& map = files.at("sitemap.xml");
  EXPECT_THAT(map, HasSubstr("<loc>https://example.org/world/pair/DEU/KAZ/</loc>"));
  EXPECT_THAT(map, HasSubstr("<loc>https://example.org/world/de/country/KAZ/</loc>"));
  // Each address of the map is a page.
  std::size_t found = 0;
  for (auto at = map.find("<loc>"); at != std::string::npos; at = map.find("<loc>", at + 1), ++found) {
    const std::string address = map.substr(at + 5, map.find('<', at + 5) - at - 5);
    EXPECT_TRUE(files.contains(address.substr(std::string("https://example.org/world/").size()) + "index.html")) << address;
  }
  EXPECT_GT(found, 20u);
  EXPECT_THAT(files.at("search.json"), HasSubstr("{\"key\":\"KAZ\",\"name\":\"Kazakhstan\",\"names\":["));
  EXPECT_THAT(files.at("pair/DEU/KAZ/index.html"), HasSubstr("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\""));
  EXPECT_THAT(files.at("rankings/goods_exports/index.html"), HasSubstr("\"@type\":\"Dataset\""));
  EXPECT_THAT(files.at("pair/DEU/KAZ/index.html"), HasSubstr("<link rel=\"canonical\" href=\"https://example.org/world/pair/DEU/KAZ/\"/>"));
}

}  // namespace
}  // namespace comity::site
