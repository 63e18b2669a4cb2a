// The whole path: the real program, a clock moved a month on, publishers of whom one fails. What it must show: the others are new, the
// failing one is as it was, and the program says so, in words and by its exit code.
#include "comity/sources/change_file.hpp"
#include "tests/live/updating.hpp"

namespace comity::live_tests {
namespace {

using ::testing::ContainsRegex;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST_F(Updating, AMonthLaterWithOneProviderFailingTheOthersAreNew) {
  const Ran first = update("2026-11-26");
  ASSERT_EQ(first.code, 0) << first.out;
  EXPECT_EQ(figure("worldbank_live", "gdp", 2024), "11150000000.0 288100000000.5 4685000000000.0");
  EXPECT_EQ(figure("comtrade_live", "goods_exports", 2024, "KAZ"), "1529000000.0");
  EXPECT_EQ(ask("SELECT as_of FROM source WHERE key = 'worldbank_live'"), "2026-11-26");
  EXPECT_EQ(ask("SELECT value FROM edition WHERE name = 'date'"), "2026-11-26");
  const auto comtrade = files("comtrade-live");
  EXPECT_THAT(comtrade, SizeIs(24));  // two reporters, two flows, 2020 to 2025
  const std::string before = ask("SELECT value FROM edition WHERE name = 'hash'");
  server_.asked();

  december();
  server_.trouble("comtradeapi.un.org", "503 Service Unavailable", "Retry-After: 7200\r\n");
  const Ran second = update("2026-12-26");
  EXPECT_EQ(second.code, 3) << second.out;
  EXPECT_THAT(second.out, HasSubstr("comtrade_live                stays as it was on 2026-11-26\n"));
  EXPECT_THAT(second.out, HasSubstr("    https://comtradeapi.un.org/public/v1/preview/"));
  EXPECT_THAT(second.out, HasSubstr("the server answered 503 (“out of order”), and asks to be left alone for 120 minutes"));
  EXPECT_THAT(second.out, ContainsRegex("worldbank_live +new: 2 files of 4 requests"));
  EXPECT_THAT(second.out, ContainsRegex("unhcr_live +new: 1 files of 2 requests"));
  EXPECT_THAT(second.out, ContainsRegex("worldbank_live +revision +observation +1 +0 +1"));
  EXPECT_THAT(second.out, HasSubstr("1 of 3 sources could not be updated and are as they were."));
  // The others are new ...
  EXPECT_EQ(figure("worldbank_live", "gdp", 2024), "11150000000.0 288100000000.5 4690000000000.0");
  EXPECT_EQ(figure("worldbank_live", "gdp", 2025), "300500000000.0");
  EXPECT_THAT(figure("unhcr_live", "refugees", 2025), HasSubstr("402.0"));
  EXPECT_EQ(ask("SELECT as_of FROM source WHERE key = 'worldbank_live'"), "2026-12-26");
  EXPECT_EQ(ask("SELECT max(to_year)::VARCHAR FROM coverage c JOIN source s ON s.id = c.source WHERE s.key = 'worldbank_live'"), "2026");
  EXPECT_NE(ask("SELECT value FROM edition WHERE name = 'hash'"), before);
  const Ran dossier = run(fmt::format("dossier DEU KAZ --edition '{}' --format markdown --output -", edition().string()), "2026-12-26");
  EXPECT_THAT(dossier.out, HasSubstr("GDP 4.69"));  // not 4.60, which the older table of the same publisher has
  EXPECT_THAT(dossier.out, HasSubstr("facts up to 2026-12-26"));
  // ... and the failing one is as it was.
  EXPECT_EQ(files("comtrade-live"), comtrade);
  EXPECT_EQ(figure("comtrade_live", "goods_exports", 2024, "KAZ"), "1529000000.0");
  EXPECT_EQ(ask("SELECT as_of FROM source WHERE key = 'comtrade_live'"), "2026-11-26");

  // The next day it answers again, and only it is asked.
  server_.trouble("comtradeapi.un.org", "");
  server_.replay(fmt::format(fmt::runtime(preview), 398, "X"), replaced(specimen("comtrade_live", "preview-X-398-2024.json"), "\"primaryValue\":1529000000", "\"primaryValue\":1531000000"));
  server_.asked();
  const Ran third = update("2026-12-27");
  EXPECT_EQ(third.code, 0) << third.out;
  EXPECT_THAT(server_.asked(), Each(HasSubstr("comtradeapi.un.org")));
  EXPECT_EQ(figure("comtrade_live", "goods_exports", 2024, "KAZ"), "1531000000.0");
  EXPECT_THAT(leftovers(), IsEmpty());
  // The page of the pair shows the revised figure, before and now, and behind it what was derived of it.
  const auto state = [&](const char* key) { return StateId{static_cast<std::uint16_t>(std::stoi(ask(fmt::format("SELECT id::VARCHAR FROM state WHERE key = '{}'", key))))}; };
  const auto changes = sources::ChangeFile::try_open(edition(), ask("SELECT value FROM edition WHERE name = 'hash'"));
  ASSERT_TRUE(changes);
  const auto of_pair = changes->of_pair(state("DEU"), state("KAZ"));
  ASSERT_FALSE(of_pair.examples.empty());
  EXPECT_EQ(of_pair.examples.front().subject, "goods_exports");
  EXPECT_EQ(of_pair.examples.front().reason, "revision");
  EXPECT_EQ(of_pair.examples.front().before, 1529000000.0);
  EXPECT_EQ(of_pair.examples.front().after, 1531000000.0);
  EXPECT_EQ(of_pair.counts.front().reason, "revision");
  EXPECT_EQ(of_pair.counts.back().reason, "derived");
  for (const auto& one : of_pair.examples) EXPECT_FALSE(one.reason == "derived" && one.before == one.after) << one.subject;
}

TEST_F(Updating, WhatIsSettledOrNewIsNotAskedAgain) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  server_.asked();
  const Ran same_day = update("2026-11-27");
  EXPECT_EQ(same_day.code, 0);
  EXPECT_THAT(server_.asked(), IsEmpty());
  EXPECT_THAT(same_day.out, HasSubstr("holds exactly this already"));
  // A month later the years that may be revised are asked again, and no others: 2000 to 2019 of the World Bank are settled.
  const Ran later = update("2026-12-26", "--source worldbank_live");
  EXPECT_EQ(later.code, 0) << later.out;
  EXPECT_THAT(server_.asked(), SizeIs(4));  // two indicators, 2020:2024 and 2025:2025
  const Ran all = update("2027-01-26", "--source worldbank_live --all-years");
  EXPECT_EQ(all.code, 0) << all.out;
  EXPECT_THAT(server_.asked(), SizeIs(12));
}

TEST_F(Updating, WhereNothingAnswersTheEditionIsNotTouched) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  const std::string before = sha256_of_file(edition());
  for (const char* host : {"api.worldbank.org", "api.unhcr.org", "comtradeapi.un.org"}) server_.trouble(host, "403 Forbidden");
  const Ran ran = update("2026-12-26");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("Nothing could be asked"));
  EXPECT_EQ(sha256_of_file(edition()), before);
}

TEST_F(Updating, APageOfHtmlWithStatus200IsRefused) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  const auto before = files("unhcr-live");
  server_.replay(refugees, "<!DOCTYPE html>\n<html><head><title>Scheduled maintenance</title></head></html>", "text/html");
  const Ran ran = update("2026-12-26", "--source unhcr_live");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("an HTML page came instead of a file: “Scheduled maintenance”"));
  EXPECT_EQ(files("unhcr-live"), before);
}

TEST_F(Updating, AnAnswerThatLoadSqlCannotReadLeavesTheSourceAsItWas) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  const auto before = files("worldbank-live");
  server_.replay(gdp, R"([{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}])");
  Ran ran = update("2026-12-26", "--source worldbank_live,unhcr_live");
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("its number of pages (/0/pages) is not where it should be"));
  server_.replay(refugees, R"({"page":1,"maxPages":1,"rows":[{"year":2025}]})");
  ran = update("2027-01-26", "--source unhcr_live");
  EXPECT_EQ(ran.code, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("nothing at '/items'"));
  EXPECT_EQ(files("worldbank-live"), before);
  EXPECT_THAT(leftovers(), Not(::testing::Contains(".next-unhcr_live")));
}

TEST_F(Updating, AnAnswerThatChangesWhileItIsReadIsRefused) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  const auto page = [](int number, const std::string& day) {
    return fmt::format(R"([{{"page":{},"pages":2,"per_page":20000,"total":2,"sourceid":"2","lastupdated":"{}"}},
[{{"indicator":{{"id":"NY.GDP.MKTP.CD","value":"GDP"}},"country":{{"id":"KZ","value":"Kazakhstan"}},"countryiso3code":"KAZ","date":"202{}","value":1,"unit":"","obs_status":"","decimal":0}}]])", number, day, number);
  };
  std::string second = gdp;
  second.back() = '2';
  server_.replay(gdp, page(1, "2026-12-16"));
  server_.replay(second, page(2, "2026-12-17"));
  const Ran ran = update("2026-12-26", "--source worldbank_live");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("the answer changed while it was read: 2, 2026-12-16 first, 2, 2026-12-17 on a later page"));
  // When it holds still, both pages are there; when it is shorter again, the second is gone.
  server_.replay(second, page(2, "2026-12-16"));
  EXPECT_EQ(update("2026-12-26", "--source worldbank_live").code, 0);
  EXPECT_TRUE(fs::exists(mirror() / "worldbank-live/NY.GDP.MKTP.CD-2020-2.json"));
  server_.replay(gdp, specimen("worldbank_live", "NY.GDP.MKTP.CD-2020-1.json"));
  EXPECT_EQ(update("2027-01-26", "--source worldbank_live").code, 0);
  EXPECT_FALSE(fs::exists(mirror() / "worldbank-live/NY.GDP.MKTP.CD-2020-2.json"));
  EXPECT_EQ(figure("worldbank_live", "gdp", 2022), "");
}

TEST_F(Updating, AKeyIsSentAndNeverShown) {
  write_file(folder_ / "config.toml", "reporters = [\"KAZ\"]\ncontact = \"desk@example.org\"\n[keys]\nun_comtrade = \"secret-3141\"\n");
  const Ran dry = update("2026-11-26", "--source comtrade_live --dry-run");
  EXPECT_EQ(dry.code, 0);
  EXPECT_THAT(dry.out, HasSubstr("Ocp-Apim-Subscription-Key: (key COMITY_KEY_UN_COMTRADE)"));
  EXPECT_THAT(dry.out, Not(HasSubstr("secret-3141")));
  EXPECT_THAT(server_.asked(), IsEmpty());
  EXPECT_FALSE(fs::exists(mirror() / "comtrade-live"));
  const Ran ran = update("2026-11-26", "--source comtrade_live");
  EXPECT_EQ(ran.code, 0) << ran.out;
  const auto requests = server_.requests();
  ASSERT_THAT(requests, SizeIs(11));  // 2015 to 2025, both flows at once
  EXPECT_EQ(requests[0].header("Ocp-Apim-Subscription-Key"), "secret-3141");
  EXPECT_THAT(requests[0].header("User-Agent"), HasSubstr("(desk@example.org)"));
  EXPECT_THAT(read_file(mirror() / "comity.lock"), Not(HasSubstr("secret-3141")));
  server_.trouble("comtradeapi.un.org", "401 Unauthorized", "", "key secret-3141 is not known");
  EXPECT_THAT(update("2026-12-26", "--source comtrade_live").out, Not(HasSubstr("secret-3141")));
}

TEST_F(Updating, WhatCameBeforeAFailureIsNotAskedForAgainThatDay) {
  const std::string one = fmt::format(fmt::runtime(preview), 398, "X");
  server_.on(one, [](const test::HttpRequest&, const test::Answering& a) { a.send_whole("not now", "", "404 Not Found"); });
  ASSERT_EQ(update("2026-11-26", "--source comtrade_live --reporters DEU,KAZ").code, 1);
  EXPECT_FALSE(fs::exists(mirror() / "comtrade-live"));
  const auto first = server_.asked().size();
  server_.replay(one, specimen("comtrade_live", "preview-X-398-2024.json"));
  const Ran again = update("2026-11-26", "--source comtrade_live --reporters DEU,KAZ");
  EXPECT_EQ(again.code, 0) << again.out;
  EXPECT_EQ(first - 1 + server_.asked().size(), 24u);  // the one that failed was asked twice, all others once
  EXPECT_EQ(figure("comtrade_live", "goods_exports", 2024, "KAZ"), "1529000000.0");
}

// The connection breaks each time before the length that was promised.
TEST_F(Updating, ATruncatedAnswerLeavesTheSourceAsItWas) {
  ASSERT_EQ(update("2026-11-26").code, 0);
  const auto before = files("unhcr-live");
  server_.on(refugees, [](const test::HttpRequest&, const test::Answering& a) { a.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"page\":1,\"items\":["); });
  const Ran ran = update("2026-12-26", "--source unhcr_live,worldbank_live");
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("unhcr_live                   stays as it was on 2026-11-26\n"));
  EXPECT_EQ(files("unhcr-live"), before);
  EXPECT_THAT(figure("unhcr_live", "refugees", 2025), HasSubstr("390.0"));
}

// Refused for some minutes, and then answered: the pauses are taken, and nobody is told of it.
TEST_F(Updating, ABusyPublisherIsWaitedFor) {
  int asked = 0;
  server_.on(refugees, [&asked](const test::HttpRequest&, const test::Answering& a) {
    ++asked;
    if (asked <= 6) return a.send_whole("slow down", asked % 2 ? "" : "Retry-After: 0\r\n", asked % 2 ? "429 Too Many Requests" : "503 Service Unavailable");
    a.send_whole(specimen("unhcr_live", "population-2025-1.json"), "Content-Type: application/json\r\n");
  });
  const Ran ran = update("2026-11-26", "--source unhcr_live");
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(asked, 7);
  EXPECT_THAT(figure("unhcr_live", "refugees", 2025), HasSubstr("390.0"));
}

TEST_F(Updating, ACutAnswerIsRefused) {
  std::string rows;
  for (int i = 0; i < 500; ++i) rows += std::string(i ? "," : "") + "{\"refYear\":2024}";
  server_.replay(fmt::format(fmt::runtime(preview), 276, "M"), fmt::format("{{\"count\":500,\"data\":[{}],\"error\":\"\"}}", rows));
  const Ran ran = update("2026-11-26", "--source comtrade_live --reporters DEU");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("the answer is cut: it holds 500 rows"));
  EXPECT_FALSE(fs::exists(edition()));
}

TEST_F(Updating, BadInput) {
  Ran ran = update("2026-11-26", "--source worldbank_liev");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, HasSubstr("Did you mean worldbank_live?"));
  ran = update("26 November", "--source worldbank_live");
  EXPECT_EQ(ran.code, 2);
  ran = update("2026-13-26", "--source worldbank_live");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, HasSubstr("'2026-13-26' is no day"));
  ran = update("2026-11-26", "");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, HasSubstr("update what?"));
  ran = update("2026-11-26", "--source comtrade_live --reporters XXX");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, HasSubstr("there is no state 'XXX'"));
  write_file(folder_ / "config.toml", "colour = 1\n");
  ran = update("2026-11-26", "--source worldbank_live");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("config.toml, line 1: unknown key 'colour'"));
}

}  // namespace
}  // namespace comity::live_tests
