#include "comity/sources/get.hpp"

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
using ::testing::HasSubstr;

class Getting : public LittleMirror {
 protected:
  void SetUp() override {
    LittleMirror::SetUp();
    ::setenv("no_proxy", "127.0.0.1", 1);
    options_.to = folder_ / "got";
    options_.today = "2026-11-26";
    options_.download.attempts = 2;
    options_.download.first_pause_seconds = 0.01;
    std::filesystem::create_directories(options_.to);
  }
  void declare(const std::string& more) { put("share/sources/toy_trade/source.toml", std::string(toml) + "\n" + more); }
  std::string get_table(const std::string& path, const std::string& more = "") { return fmt::format("[[get]]\nurl = \"{}\"\nto = \"flows.csv\"\n{}\n", server_.url(path), more); }
  GotSource get() {
    Progress silent;
    LockFile lock(options_.to / "comity.lock");
    const auto got = get_source(read_source(folder_ / "share/sources/toy_trade"), options_, lock, silent);
    lock.save();
    return got;
  }
  std::string what_get_says() {
    try {
      get();
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return "nothing";
  }
  std::filesystem::path got() const { return options_.to / "toy-trade/flows.csv"; }
  std::vector<std::string> left_over() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(options_.to)) {
      if (entry.is_regular_file() && entry.path() != got() && entry.path().filename() != "comity.lock") out.push_back(entry.path().string());
    }
    return out;
  }

  LoopbackServer server_;
  GetOptions options_;
};

TEST_F(Getting, AFileIsLoadedCheckedAndLocked) {
  declare(get_table("/flows"));
  server_.on("/flows", [](const HttpRequest& r, const Answering& a) {
    r.header("If-None-Match") == "\"v1\"" ? a.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n") : a.send_whole(year_of_months(), "ETag: \"v1\"\r\n");
  });
  EXPECT_EQ(get().files.at(0).status, GotFile::loaded);
  EXPECT_EQ(read_file(got()), year_of_months());
  const LockFile lock(options_.to / "comity.lock");
  const LockedFile* locked = lock.find("toy-trade/flows.csv");
  ASSERT_TRUE(locked);
  EXPECT_EQ(locked->sha256, sha256_of(year_of_months()));
  EXPECT_EQ(locked->date, "2026-11-26");
  EXPECT_EQ(locked->url, server_.url("/flows"));
  // The second time the server is asked by its ETag and loads nothing.
  options_.today = "2026-11-27";
  EXPECT_EQ(get().files.at(0).status, GotFile::unchanged);
  EXPECT_EQ(LockFile(options_.to / "comity.lock").find("toy-trade/flows.csv")->date, "2026-11-27");
  EXPECT_TRUE(left_over().empty());
}

TEST_F(Getting, AFileThatWasChangedHereIsLoadedAgain) {
  declare(get_table("/flows"));
  server_.on("/flows", [](const HttpRequest& r, const Answering& a) {
    r.header("If-None-Match").empty() ? a.send_whole(year_of_months(), "ETag: \"v1\"\r\n") : a.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
  });
  get();
  write_file(got(), "spoilt");
  EXPECT_EQ(get().files.at(0).status, GotFile::loaded);
  EXPECT_EQ(read_file(got()), year_of_months());
}

// A page to log in instead of the file, a file with another header, an empty one: the file that is here stays.
TEST_F(Getting, WhatDoesNotOpenTakesNobodysPlace) {
  declare(get_table("/flows"));
  std::string answer = year_of_months();
  server_.on("/flows", [&](const HttpRequest&, const Answering& a) { a.send_whole(answer); });
  get();
  for (const std::string& bad : {std::string("<!DOCTYPE html><html><body>Please log in</body></html>"), std::string("exporter,importer,month\nGermany,Kazakhstan,2001-01\n"), std::string()}) {
    answer = bad;
    EXPECT_NE(what_get_says(), "nothing") << bad;
    EXPECT_EQ(read_file(got()), year_of_months());
    EXPECT_TRUE(left_over().empty());
  }
}

TEST_F(Getting, AWrongChecksumIsNamed) {
  declare(get_table("/flows", "sha256 = \"" + sha256_of("other") + "\""));
  server_.on("/flows", [](const HttpRequest&, const Answering& a) { a.send_whole(year_of_months()); });
  EXPECT_THAT(what_get_says(), HasSubstr("SHA-256"));
  EXPECT_FALSE(std::filesystem::exists(got()));
}

TEST_F(Getting, FromAnotherMirror) {
  options_.from = folder_ / "mirror";
  EXPECT_EQ(get().files.at(0).status, GotFile::copied);
  EXPECT_EQ(read_file(got()), year_of_months());
  EXPECT_EQ(get().files.at(0).status, GotFile::unchanged);
  options_.from = folder_ / "share";
  EXPECT_THAT(what_get_says(), HasSubstr("holds no file of toy_trade"));
}

TEST_F(Getting, WhatAPersonMustDoIsSaid) {
  declare("");
  EXPECT_THAT(get().by_hand, HasSubstr("https://example.org/"));
  put("share/sources/toy_trade/source.toml", "by_hand = \"Register with the toy office.\"\n" + std::string(toml));
  EXPECT_THAT(get().by_hand, HasSubstr("Register with the toy office. Put the file into"));
  EXPECT_THAT(get().by_hand, HasSubstr("toy-trade/"));
  EXPECT_TRUE(server_.asked().empty());
}

TEST_F(Getting, APathOutOfTheFolderIsRefused) {
  declare("[[get]]\nurl = \"http://127.0.0.1/x\"\nto = \"../x.csv\"\n");
  EXPECT_THAT(what_get_says(), HasSubstr("leads out of"));
}

TEST_F(Getting, ADamagedLockIsNamed) {
  write_file(options_.to / "comity.lock", "# file\nnonsense\n");
  EXPECT_THAT(what_get_says(), HasSubstr("comity.lock, line 2"));
}

}  // namespace
}  // namespace comity::sources::test
