#include "comity/sources/plan_requests.hpp"

#include <gmock/gmock.h>

#include <set>

#include "comity/base/error.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Planning : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    Provider provider;
    provider.id = "office";
    provider.base = "https://example.org/api";
    provider.accept = "application/json";
    provider.key_header = "Key";
    providers_.emplace("office", provider);
    static const auto states = world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data");
    options_.today = "2026-11-26";
    options_.providers = &providers_;
    options_.states = states.get();
  }
  std::vector<PlannedRequest> plan(const std::string& request) {
    put("share/sources/toy_trade/source.toml", std::string(toml) + "\n[[request]]\nprovider = \"office\"\n" + request);
    source_ = read_source(folder_ / "share/sources/toy_trade");
    return plan_requests(source_, lock_, options_);
  }
  std::vector<std::string> urls(const std::string& request) {
    std::vector<std::string> out;
    for (const auto& one : plan(request)) {
      if (one.state == PlannedRequest::ask) out.push_back(one.url);
    }
    return out;
  }
  std::string says(const std::string& request) {
    try {
      plan(request);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing";
  }
  void locked(const std::string& to, const std::string& date) { lock_.set("toy-trade/" + to, {std::string(64, '0'), 1, date, "", ""}); }

  Providers providers_;
  PlanOptions options_;
  LockFile lock_{folder_ / "no-lock"};
  Source source_;
};

TEST_F(Planning, PlaceholdersAreFilledInOrder) {
  EXPECT_THAT(urls("url = \"{base}/{flow}?y={year}\"\nto = \"{flow}-{year}.json\"\nfirst_year = 2025\n[request.values]\nflow = [\"M\", \"X\"]\n"),
              ElementsAre("https://example.org/api/M?y=2025", "https://example.org/api/M?y=2026", "https://example.org/api/X?y=2025", "https://example.org/api/X?y=2026"));
  EXPECT_THAT(urls("url = \"{base}/{since}:{until}\"\nto = \"{since}.json\"\nfirst_year = 2018\nyears_a_request = 5\ndelay_years = 1\n"),
              ElementsAre("https://example.org/api/2018:2022", "https://example.org/api/2023:2025"));
}

// Codes are those of the day in the scheme that the publisher writes: the United States are 842 at Comtrade.
TEST_F(Planning, ReportersAreWrittenInTheirScheme) {
  options_.reporters = {"DEU", "USA"};
  EXPECT_THAT(urls("url = \"{base}/{reporter}\"\nto = \"{reporter}.json\"\nscheme = \"comtrade\"\n"), ElementsAre("https://example.org/api/276", "https://example.org/api/842"));
  EXPECT_THAT(urls("url = \"{base}/{reporter}\"\nto = \"{reporter}.json\"\nscheme = \"eurostat\"\nreporters = [\"GRC\"]\n"), ElementsAre("https://example.org/api/EL"));
  options_.reporters.clear();
  EXPECT_GT(urls("url = \"{base}/{reporter}\"\nto = \"{reporter}.json\"\nscheme = \"iso3\"\n").size(), 190u);
  options_.reporters = {"SUN"};
  EXPECT_THAT(says("url = \"{base}/{reporter}\"\nto = \"{reporter}.json\"\nscheme = \"iso3\"\n"), HasSubstr("SUN is no state of 2026-11-26"));
}

TEST_F(Planning, WhatIsNewOrSettledIsNotAsked) {
  const std::string request = "url = \"{base}/{year}\"\nto = \"{year}.json\"\nfirst_year = 2019\nrevised_years = 3\nrefresh_days = 28\n";
  locked("2019.json", "2023-01-10");  // asked four years later: not revised any more
  locked("2020.json", "2022-01-10");  // asked while it was still revised: once more
  locked("2025.json", "2026-11-20");  // asked six days ago
  locked("2026.json", "2026-10-01");
  const auto all = plan(request);
  ASSERT_THAT(all, SizeIs(8));
  EXPECT_EQ(all[0].state, PlannedRequest::settled);
  EXPECT_EQ(all[1].state, PlannedRequest::ask);
  EXPECT_EQ(all[6].state, PlannedRequest::fresh);
  EXPECT_EQ(all[7].state, PlannedRequest::ask);
  options_.all_years = true;
  EXPECT_EQ(plan(request)[0].state, PlannedRequest::ask);
  EXPECT_EQ(plan(request)[6].state, PlannedRequest::fresh);
  options_.again = true;
  EXPECT_THAT(urls(request), SizeIs(8));
  // The answer to another question is no answer: the year's block reaches further now.
  options_.again = false;
  lock_.set("toy-trade/2024.json", {std::string(64, '0'), 1, "2026-11-25", "", "https://example.org/api/2024:2025"});
  EXPECT_THAT(urls("url = \"{base}/{since}:{until}\"\nto = \"{since}.json\"\nfirst_year = 2024\nyears_a_request = 5\n"), ElementsAre("https://example.org/api/2024:2026"));
  options_.today = "2025-12-01";
  lock_.set("toy-trade/2024.json", {std::string(64, '0'), 1, "2025-11-25", "", "https://example.org/api/2024:2025"});
  EXPECT_THAT(urls("url = \"{base}/{since}:{until}\"\nto = \"{since}.json\"\nfirst_year = 2024\nyears_a_request = 5\n"), ElementsAre());
}

TEST_F(Planning, AKeyDecidesWhatIsAsked) {
  const std::string with = "url = \"{base}/all\"\nto = \"all.json\"\nkey = \"needed\"\n", without = "url = \"{base}/preview\"\nto = \"preview.json\"\nkey = \"without\"\n";
  EXPECT_THAT(urls(with), IsEmpty());
  EXPECT_THAT(urls(without), SizeIs(1));
  options_.key = [](const Provider&) { return std::string("3141"); };
  EXPECT_TRUE(plan(with).at(0).with_key);
  EXPECT_THAT(urls(without), IsEmpty());
}

TEST_F(Planning, PagesAreNumbered) {
  const auto one = plan("url = \"{base}?o={offset}&p={page}\"\nto = \"{page}.json\"\nrows_at = \"/rows\"\nmost_rows = 500\n").at(0);
  EXPECT_EQ(one.url, "https://example.org/api?o=0&p=1");
  EXPECT_EQ(one.url_of(2), "https://example.org/api?o=1000&p=3");
  EXPECT_EQ(one.to_of(2), "3.json");
}

TEST_F(Planning, AQuestionIsPercentEncoded) {
  put("share/sources/toy_trade/q.rq", "SELECT ?a { ?a wdt:P1 \"é\" }\n");
  EXPECT_THAT(urls("url = \"{base}?q={query}\"\nto = \"a.json\"\nquery_file = \"q.rq\"\n"),
              ElementsAre("https://example.org/api?q=SELECT%20%3Fa%20%7B%20%3Fa%20wdt%3AP1%20%22%C3%A9%22%20%7D%0A"));
}

TEST_F(Planning, BadDeclarationsAreNamed) {
  EXPECT_THAT(says("url = \"{base}/{product}\"\nto = \"a.json\"\n"), HasSubstr("nothing fills the placeholder {product}"));
  EXPECT_THAT(says("url = \"{base}/{year}\"\nto = \"a.json\"\n"), HasSubstr("first_year is missing"));
  EXPECT_THAT(says("url = \"{base}?p={page}\"\nto = \"a.json\"\npages_at = \"/pages\"\n"), HasSubstr("'to' must hold {page}"));
  EXPECT_THAT(says("url = \"{base}?p={page}\"\nto = \"{page}.json\"\n"), HasSubstr("which is the last"));
  EXPECT_THAT(says("url = \"{base}\"\nto = \"../a.json\"\n"), HasSubstr("leads out of the source's folder"));
  EXPECT_THAT(says("url = \"{base}\"\nto = \"a.json\"\nkey = \"maybe\"\n"), HasSubstr("key is 'maybe'"));
  EXPECT_THAT(says("url = \"{base}\"\nto = \"a.json\"\ncolour = 1\n"), HasSubstr("unknown key 'colour'"));
  providers_.clear();
  EXPECT_THAT(says("url = \"{base}\"\nto = \"a.json\"\n"), HasSubstr("there is no provider 'office'"));
}

// The project's own: every request of every source can be planned, and its provider is described.
TEST_F(Planning, EverySourcesRequestsCanBePlanned) {
  const std::filesystem::path project = COMITY_SOURCE_DIR;
  const Providers providers = read_providers(project / "data/providers");
  for (const char* id : {"ecb_sdmx", "eurostat", "oecd", "imf", "worldbank", "ilo", "unsd", "unicef", "bis", "insee", "istat", "spc"}) EXPECT_TRUE(providers.contains(id)) << id;
  options_.providers = &providers;
  options_.key = [](const Provider&) { return std::string("3141"); };
  int live = 0;
  for (const auto& source : read_sources(project / "sources")) {
    if (!source.live()) continue;
    ++live;
    const auto planned = plan_requests(source, lock_, options_);
    EXPECT_FALSE(planned.empty()) << source.id;
    std::set<std::string> files;
    for (const auto& one : planned) EXPECT_TRUE(files.insert(one.to).second) << source.id << " writes two answers to " << one.to;
  }
  EXPECT_GE(live, 10);
}

// A publisher that knows what it has changed is asked for that alone, into a file beside the block's.
TEST_F(Planning, OfABlockThatIsHereOnlyTheChangesAreAsked) {
  const std::string declared = "url = \"{base}/r?from={year}\"\nto = \"R-{year}.csv\"\nfirst_year = 2025\nrevised_years = 5\nchanges = \"&after={asked}T00\"\n";
  const auto locked_as = [this](const std::string& to, const std::string& date, const std::string& url) { lock_.set("toy-trade/" + to, {std::string(64, '0'), 1, date, "", url}); };
  EXPECT_THAT(urls(declared), ElementsAre("https://example.org/api/r?from=2025", "https://example.org/api/r?from=2026"));
  locked_as("R-2025.csv", "2026-08-01", "https://example.org/api/r?from=2025");
  locked_as("R-2025~2026-09-10.csv", "2026-09-10", "https://example.org/api/r?from=2025&after=2026-08-01T00");
  locked_as("R-2026.csv", "2026-09-01", "https://example.org/api/r?from=2026");
  const auto planned = plan(declared);
  ASSERT_THAT(planned, SizeIs(2));
  EXPECT_EQ(planned[0].url, "https://example.org/api/r?from=2025&after=2026-09-10T00");
  EXPECT_EQ(planned[0].to, "R-2025~2026-11-26.csv");
  EXPECT_TRUE(planned[0].only_changes);
  EXPECT_EQ(planned[1].url, "https://example.org/api/r?from=2026&after=2026-09-01T00");
  // Changes of some days ago are new enough, as a whole answer would be.
  locked_as("R-2025~2026-11-20.csv", "2026-11-20", "");
  EXPECT_THAT(urls(declared), ElementsAre("https://example.org/api/r?from=2026&after=2026-09-01T00"));
  // Asked anew, or for another question than was answered, the block comes whole.
  options_.again = true;
  EXPECT_THAT(urls(declared), ElementsAre("https://example.org/api/r?from=2025", "https://example.org/api/r?from=2026"));
  options_.again = false;
  locked_as("R-2026.csv", "2026-09-01", "https://example.org/api/another");
  EXPECT_THAT(urls(declared), ElementsAre("https://example.org/api/r?from=2026"));
  EXPECT_THAT(says("url = \"{base}/r\"\nto = \"r.csv\"\nchanges = \"&after=yesterday\"\n"), HasSubstr("changes holds no {asked}"));
}

TEST(ChangesFile, IsToldByItsDay) {
  EXPECT_EQ(changes_file("a/EXR-2025.csv", "2026-11-26"), "a/EXR-2025~2026-11-26.csv");
  EXPECT_TRUE(is_changes_file("a/EXR-2025.csv", "a/EXR-2025~2026-11-26.csv"));
  EXPECT_FALSE(is_changes_file("a/EXR-2025.csv", "a/EXR-2024~2026-11-26.csv"));
  EXPECT_FALSE(is_changes_file("a/EXR-2025.csv", "a/EXR-2025~yesterday_!.csv"));
  EXPECT_FALSE(is_changes_file("a/EXR-2025.csv", "a/EXR-2025.csv"));
}

}  // namespace
}  // namespace comity::sources::test
