#include "comity/sources/ask.hpp"

#include <gmock/gmock.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "tests/support/loopback_server.hpp"
#include "tests/unit/sources/little_mirror.hpp"

namespace comity::sources::test {
namespace {

using comity::test::Answering;
using comity::test::HttpRequest;
using comity::test::LoopbackServer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// One provider, example.org, asked through the loopback.
class AskingOne : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    ::setenv("no_proxy", "127.0.0.1", 1);
    provider_.id = "office";
    provider_.title = "The office";
    provider_.base = "https://example.org/api";
    declared_.provider = "office";
    declared_.form = "json";
    options_.today = "2026-11-26";
    options_.through = server_.url("");
    options_.pause = [this](double seconds) { pauses_.push_back(seconds); };
    options_.download.attempts = 1;
    source_.id = "toy";
    source_.folder = "toy";
  }
  PlannedRequest planned(const std::string& url, const std::string& to) {
    declared_.url = url;
    declared_.to = to;
    PlannedRequest out;
    out.declaration = &declared_;
    out.provider = &provider_;
    out.page_url = url;
    out.page_to = to;
    out.url = out.url_of(0);
    out.to = out.to_of(0);
    return out;
  }
  std::vector<Answer> ask(Asking& asking, const PlannedRequest& request) {
    Progress silent;
    return asking.ask(request, source_, folder_ / "waiting", waiting_, folder_ / "mirror/toy", lock_, silent);
  }
  std::string says(Asking& asking, const PlannedRequest& request) {
    try {
      ask(asking, request);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing";
  }
  void on(const std::string& path, const std::string& body) {
    server_.on("/example.org/api" + path, [body](const HttpRequest&, const Answering& a) { a.send_whole(body); });
  }

  LoopbackServer server_;
  Provider provider_;
  RequestDeclaration declared_;
  AskOptions options_;
  Source source_;
  LockFile lock_{folder_ / "no-lock"}, waiting_{folder_ / "no-waiting-lock"};
  std::vector<double> pauses_;
};

TEST_F(AskingOne, PagesByTheAddressThatAnAnswerNames) {
  declared_.next_at = "/links/next";
  on("/records?size=2", R"({"data":[1,2],"links":{"next":"https://example.org/api/records?cursor=b"}})");
  on("/records?cursor=b", R"({"data":[3],"links":{"next":null}})");
  Asking asking(options_);
  const auto pages = ask(asking, planned("https://example.org/api/records?size=2", "{page}.json"));
  ASSERT_THAT(pages, SizeIs(2));
  EXPECT_EQ(pages[1].to, "2.json");
  EXPECT_EQ(pages[1].locked.url, "https://example.org/api/records?cursor=b");
  EXPECT_EQ(read_file(folder_ / "waiting/2.json"), R"({"data":[3],"links":{"next":null}})");
}

TEST_F(AskingOne, PagesByOffsetUntilOneIsNotFull) {
  declared_.rows_at = "/rows";
  declared_.most_rows = 2;
  on("/x?o=0", R"({"rows":[1,2]})");
  on("/x?o=2", R"({"rows":[3,4]})");
  on("/x?o=4", R"({"rows":[]})");
  Asking asking(options_);
  EXPECT_THAT(ask(asking, planned("https://example.org/api/x?o={offset}", "{page}.json")), SizeIs(3));
  EXPECT_EQ(asking.calls(), 3u);
}

TEST_F(AskingOne, LimitsOfAProviderAreKept) {
  provider_.calls_a_minute = 10;
  provider_.calls_a_day = 3;
  for (const char* path : {"/1", "/2", "/3"}) on(path, "{}");
  lock_.set("other/a.json", {std::string(64, '0'), 2, "2026-11-26", "", "https://example.org/api/a"});  // another source's call of today
  lock_.set("other/b.json", {std::string(64, '0'), 2, "2026-11-25", "", "https://example.org/api/b"});
  Asking asking(options_);
  for (const char* number : {"1", "2"}) {
    for (const auto& page : ask(asking, planned("https://example.org/api/" + std::string(number), std::string(number) + ".json"))) waiting_.set("toy/" + page.to, page.locked);
  }
  EXPECT_THAT(pauses_, ElementsAre(6.0));
  EXPECT_THAT(says(asking, planned("https://example.org/api/3", "3.json")), HasSubstr("The office allows 3 calls a day, and so many were made"));
}

TEST_F(AskingOne, WhatWaitsOfTodayIsNotAskedAgain) {
  on("/1", "{}");
  Asking asking(options_);
  const auto request = planned("https://example.org/api/1", "1.json");
  waiting_.set("toy/1.json", ask(asking, request).at(0).locked);
  EXPECT_THAT(ask(asking, request), SizeIs(1));
  EXPECT_EQ(asking.calls(), 1u);
  options_.today = "2026-11-27";
  ask(asking, request);
  EXPECT_EQ(asking.calls(), 2u);
}

TEST_F(AskingOne, AnotherFormThanDeclaredIsRefused) {
  on("/1", "Error: no such dataset\n");
  on("/2", "{\"error\": 7}");
  on("/3", "PK\x03\x04");
  Asking asking(options_);
  EXPECT_THAT(says(asking, planned("https://example.org/api/1", "1.json")), HasSubstr("https://example.org/api/1: the answer is not of the form json: it begins “Error: no such dataset"));
  declared_.form = "csv";
  EXPECT_THAT(says(asking, planned("https://example.org/api/2", "1.csv")), HasSubstr("not of the form csv"));
  EXPECT_THAT(says(asking, planned("https://example.org/api/3", "1.csv")), HasSubstr("not of the form csv"));
  declared_.form = "zip";
  EXPECT_EQ(says(asking, planned("https://example.org/api/3", "1.zip")), "nothing");
}

// Publishers without ETags send the same bytes again: nothing is new then.
TEST_F(AskingOne, TheSameBytesAreNothingNew) {
  on("/1", "{}");
  std::filesystem::create_directories(folder_ / "mirror/toy");
  put("mirror/toy/1.json", "{}");
  lock_.set("toy/1.json", {sha256_of("{}"), 2, "2026-10-01", "", "https://example.org/api/1"});
  Asking asking(options_);
  const auto answer = ask(asking, planned("https://example.org/api/1", "1.json")).at(0);
  EXPECT_TRUE(answer.unchanged);
  EXPECT_EQ(answer.locked.date, "2026-11-26");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "waiting/1.json"));
}

// Some publishers say "there are no rows" by a status: no file then, and no error.
TEST_F(AskingOne, AStatusThatMeansNothing) {
  const auto refuse = [this](const std::string& path, const std::string& status) {
    server_.on("/example.org/api" + path, [status](const HttpRequest&, const Answering& a) { a.send_whole(status == "204 No Content" ? "" : "NoRecordsFound", "", status); });
  };
  refuse("/1", "404 Not Found");
  refuse("/2", "204 No Content");
  refuse("/3", "400 Bad Request");
  Asking asking(options_);
  EXPECT_THAT(says(asking, planned("https://example.org/api/1", "1.json")), HasSubstr("the server answered 404"));
  declared_.nothing = {404, 204};
  EXPECT_THAT(ask(asking, planned("https://example.org/api/1", "1.json")), SizeIs(0));
  EXPECT_THAT(ask(asking, planned("https://example.org/api/2", "2.json")), SizeIs(0));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "waiting/1.json"));
  EXPECT_THAT(says(asking, planned("https://example.org/api/3", "3.json")), HasSubstr("the server answered 400"));
}

TEST_F(AskingOne, WhatAnAnswerListsIsAskedOnce) {
  declared_.follow = R"(https://example\.org/api/file/\d+/[0-9a-f]+)";
  declared_.follow_to = "bulk-{name}.gz";
  on("/list", R"({"data":[{"url":"https://example.org/api/file/398/ab12"},{"url":"https://example.org/api/file/398/cd34"},{"url":"https://example.org/api/file/398/ab12"},{"url":"https://example.org/other"}]})");
  on("/file/398/ab12", "first");
  on("/file/398/cd34", "second");
  // What came under such an address before is not asked for again.
  std::filesystem::create_directories(folder_ / "mirror/toy");
  put("mirror/toy/bulk-cd34.gz", "second");
  lock_.set("toy/bulk-cd34.gz", {sha256_of("second"), 6, "2026-10-01", "", "https://example.org/api/file/398/cd34"});
  Asking asking(options_);
  const auto answers = ask(asking, planned("https://example.org/api/list", "list.json"));
  ASSERT_THAT(answers, SizeIs(3));
  EXPECT_EQ(answers[1].to, "bulk-ab12.gz");
  EXPECT_EQ(read_file(folder_ / "waiting/bulk-ab12.gz"), "first");
  EXPECT_TRUE(answers[2].unchanged);
  EXPECT_EQ(answers[2].locked.date, "2026-10-01");
  EXPECT_EQ(asking.calls(), 2u);
}

TEST_F(AskingOne, AnAddressOfAnotherServerIsNotFollowed) {
  declared_.follow = ".*";
  declared_.follow_to = "{name}";
  on("/list", R"({"data":["https://elsewhere.example/api/file"]})");
  Asking asking(options_);
  EXPECT_THAT(says(asking, planned("https://example.org/api/list", "list.json")), HasSubstr("the answer lists an address of another server: https://elsewhere.example/api/file"));
}

}  // namespace
}  // namespace comity::sources::test
