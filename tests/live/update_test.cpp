// The whole path: the real program, a clock moved a month on, publishers of whom one fails. What it must show: the others are new, the
// failing one is as it was, and the program says so, in words and by its exit code.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <gmock/gmock.h>

#include "comity/base/bytes.hpp"
#include "comity/sources/plan_requests.hpp"
#include "comity/store/duckdb.hpp"
#include "tests/support/replay_server.hpp"

namespace comity::live_tests {
namespace {

namespace fs = std::filesystem;
using ::testing::ContainsRegex;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const fs::path project = COMITY_SOURCE_DIR;

std::string specimen(const std::string& source, const std::string& file) { return read_file(project / "tests/sources" / source / file); }

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the specimen does not hold " + what);
  return text.replace(at, what.size(), with);
}

const std::string world_bank = "https://api.worldbank.org/v2/en/country/all/indicator/";
const std::string gdp = world_bank + "NY.GDP.MKTP.CD?format=json&per_page=20000&date=2020:2024&page=1";
const std::string gdp_2025 = world_bank + "NY.GDP.MKTP.CD?format=json&per_page=20000&date=2025:2025&page=1";
const std::string refugees = "https://api.unhcr.org/population/v1/population/?coo_all=true&coa_all=true&yearFrom=2025&yearTo=2025&limit=10000&page=1";
const std::string preview = "https://comtradeapi.un.org/public/v1/preview/C/A/HS?reporterCode={}&period=2024&partner2Code=0&customsCode=C00&motCode=0&cmdCode=TOTAL&flowCode={}";

struct Ran {
  int code = -1;
  std::string out;
};

class Updating : public ::testing::Test {
 protected:
  void SetUp() override {
    program_ = std::getenv("COMITY_TEST_PROGRAM") ? std::getenv("COMITY_TEST_PROGRAM") : "";
    ASSERT_FALSE(program_.empty()) << "COMITY_TEST_PROGRAM names no program";
    folder_ = fs::temp_directory_path() / fmt::format("comity-live-{}-{}", ::getpid(), ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "share/sources");
    for (const char* part : {"data", "derive"}) fs::create_directory_symlink(project / part, folder_ / "share" / part);
    for (const char* source : {"prelude.sql", "worldbank_live", "unhcr_live", "comtrade_live", "wb_gdp"}) fs::create_symlink(project / "sources" / source, folder_ / "share/sources" / source);
    ::setenv("no_proxy", "127.0.0.1", 1);
    ::setenv("COMITY_SHARE", (folder_ / "share").c_str(), 1);
    ::setenv("COMITY_PACE", "0", 1);
    ::setenv("COMITY_THROUGH", server_.address().c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    ::setenv("COMITY_CONFIG", (folder_ / "config.toml").c_str(), 1);
    ::unsetenv("COMITY_DATA_DIR");
    ::unsetenv("COMITY_KEY_UN_COMTRADE");
    // An older table of the World Bank, whose places the live one takes.
    fs::create_directories(mirror() / "wb-gdp");
    write_file(mirror() / "wb-gdp/gdp.csv", "Country Name,Country Code,Year,Value\nGermany,DEU,2023,4400000000000\nGermany,DEU,2024,4600000000000\n");
    november();
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What the publishers say in November: the specimens of tests/sources.
  void november() {
    server_.empty("api.worldbank.org", R"([{"page":1,"pages":1,"per_page":20000,"total":0,"sourceid":"2","lastupdated":"2026-10-07"},null])");
    server_.empty("api.unhcr.org", R"({"page":1,"short_url":"","maxPages":1,"total":[],"items":[]})");
    server_.empty("comtradeapi.un.org", R"({"elapsedTime":"0.02 secs","count":0,"data":[],"error":""})");
    server_.replay(gdp, specimen("worldbank_live", "NY.GDP.MKTP.CD-2020-1.json"));
    server_.replay(refugees, specimen("unhcr_live", "population-2025-1.json"));
    for (const char* flow : {"M", "X"}) server_.replay(fmt::format(fmt::runtime(preview), 276, flow), specimen("comtrade_live", fmt::format("preview-{}-276-2024.json", flow)));
    server_.replay(fmt::format(fmt::runtime(preview), 398, "X"), specimen("comtrade_live", "preview-X-398-2024.json"));
  }
  // A month later the World Bank has revised a figure and has a new year, UNHCR has revised one.
  void december() {
    server_.replay(gdp, replaced(replaced(specimen("worldbank_live", "NY.GDP.MKTP.CD-2020-1.json"), "4685000000000", "4690000000000"), "2026-10-07", "2026-12-16"));
    server_.replay(gdp_2025, R"json([{"page":1,"pages":1,"per_page":20000,"total":1,"sourceid":"2","lastupdated":"2026-12-16"},
[{"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP (current US$)"},"country":{"id":"KZ","value":"Kazakhstan"},"countryiso3code":"KAZ","date":"2025","value":300500000000,"unit":"","obs_status":"","decimal":0}]])json");
    server_.replay(refugees, replaced(specimen("unhcr_live", "population-2025-1.json"), "\"refugees\":390", "\"refugees\":402"));
  }

  Ran run(const std::string& arguments, const std::string& today) {
    Ran out;
    const std::string command = fmt::format("COMITY_TODAY='{}' '{}' {} 2>&1", today, program_, arguments);
    std::FILE* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    while (const std::size_t got = std::fread(buffer, 1, sizeof(buffer), pipe)) out.out.append(buffer, got);
    const int status = ::pclose(pipe);
    out.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
  }
  Ran update(const std::string& today, const std::string& more = "--source worldbank_live,unhcr_live,comtrade_live --reporters DEU,KAZ") {
    return run(fmt::format("update {} --data '{}' --output '{}'", more, mirror().string(), edition().string()), today);
  }

  fs::path mirror() const { return folder_ / "mirror"; }
  fs::path edition() const { return folder_ / "edition.duckdb"; }
  std::string ask(const std::string& query) {
    store::Database database(edition(), {.read_only = true});
    return database.connect().text(query);
  }
  std::string figure(const std::string& source, const std::string& indicator, int year, const std::string& reporter = "") {
    return ask(fmt::format("SELECT string_agg(value::VARCHAR, ' ' ORDER BY value) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator "
                           "LEFT JOIN state r ON r.id = o.reporter WHERE s.key = '{}' AND i.key = '{}' AND year(period_start) = {} AND absence = 'value'{}",
                           source, indicator, year, reporter.empty() ? "" : fmt::format(" AND r.key = '{}'", reporter)));
  }
  // Every file of the mirror but the lock, with its hash.
  std::map<std::string, std::string> files(const std::string& of) {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(mirror() / of)) {
      if (entry.is_regular_file()) out[entry.path().filename()] = sha256_of_file(entry.path());
    }
    return out;
  }
  std::vector<std::string> leftovers() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(mirror())) {
      if (entry.path().filename().string().starts_with(".")) out.push_back(entry.path().filename());
    }
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.path().filename().string().starts_with("edition.duckdb.")) out.push_back(entry.path().filename());
    }
    return out;
  }

  test::ReplayServer server_;
  fs::path folder_;
  std::string program_;
};

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

TEST_F(Updating, ACutAnswerIsRefused) {
  std::string rows;
  for (int i = 0; i < 500; ++i) rows += std::string(i ? "," : "") + "{\"refYear\":2024}";
  server_.replay(fmt::format(fmt::runtime(preview), 276, "M"), fmt::format("{{\"count\":500,\"data\":[{}],\"error\":\"\"}}", rows));
  const Ran ran = update("2026-11-26", "--source comtrade_live --reporters DEU");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("the answer is cut: it holds 500 rows"));
  EXPECT_FALSE(fs::exists(edition()));
}

// What a publisher answers to one request: the specimen of that name, else the specimen's form without rows (a table's header, an empty list).
std::string answer_to(const std::string& source, const std::string& to) {
  const fs::path folder = project / "tests/sources" / source, file = folder / to;
  if (fs::exists(file)) return read_file(file);
  const std::string prefix = to.substr(0, to.find('-'));
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(prefix) || entry.path().extension() != file.extension()) continue;
    const std::string text = read_file(entry.path());
    if (file.extension() == ".csv") return text.substr(0, text.find('\n') + 1);
    if (file.extension() == ".xml") return text;  // one treaty in place of another
  }
  if (source == "wto_timeseries_live") return R"({"Dataset":[]})";
  if (source == "comtrade_bulk_live") return R"({"count":0,"data":[],"error":""})";
  if (source == "worldbank_live") return R"([{"page":1,"pages":1,"per_page":20000,"total":0,"sourceid":"2","lastupdated":"2026-10-07"},null])";
  if (source == "unhcr_live") return R"({"page":1,"maxPages":1,"items":[]})";
  if (source == "comtrade_live") return R"({"count":0,"data":[],"error":""})";
  return {};
}

// Every live source's own addresses, answered one by one; everything else is 404. A source whose addresses, files and load.sql do not fit together
// does not come through.
TEST_F(Updating, EveryLiveSourceComesThroughTheServer) {
  server_.empty("api.worldbank.org", "no such address");
  server_.empty("api.unhcr.org", "no such address");
  server_.empty("comtradeapi.un.org", "no such address");
  const auto states = world::Register::load(project / "data");
  const auto providers = sources::read_providers(project / "data/providers");
  sources::PlanOptions options;
  options.today = "2026-11-26";
  options.providers = &providers;
  options.states = states.get();
  options.reporters = {"DEU", "KAZ"};  // of some specimens Kazakhstan is the reporter
  options.key = [](const sources::Provider& provider) { return provider.id == "wto" || provider.id == "un_comtrade" ? std::string("toy-key") : std::string(); };
  ::setenv("COMITY_KEY_WTO", "toy-key", 1);
  ::setenv("COMITY_KEY_UN_COMTRADE", "toy-key", 1);
  std::string ids;
  std::vector<std::string> live;
  for (const auto& source : sources::read_sources(project / "sources")) {
    if (!source.live()) continue;
    if (!fs::exists(folder_ / "share/sources" / source.id)) fs::create_symlink(project / "sources" / source.id, folder_ / "share/sources" / source.id);
    for (const auto& one : sources::plan_requests(source, sources::LockFile(folder_ / "none"), options)) {
      const std::string body = answer_to(source.id, one.to);
      if (!body.empty()) server_.replay(one.url, body, one.to.ends_with(".csv") ? "text/csv" : "application/octet-stream");
      // What the answer lists, for those whose specimens are there.
      for (std::size_t at = 0; !one.declaration->follow.empty() && (at = body.find("http", at)) != std::string::npos;) {
        const std::string url = body.substr(at, body.find_first_of("\" \n", at) - at);
        at += url.size();
        const std::string name = replaced(one.declaration->follow_to, "{name}", url.substr(url.rfind('/') + 1));
        if (fs::exists(project / "tests/sources" / source.id / name)) server_.replay(url, specimen(source.id, name), "application/octet-stream");
      }
    }
    live.push_back(source.id);
    ids += (ids.empty() ? "" : ",") + source.id;
  }
  ASSERT_GE(live.size(), 30u);
  const Ran ran = update("2026-11-26", "--source " + ids + " --reporters DEU,KAZ");
  ::unsetenv("COMITY_KEY_WTO");
  ::unsetenv("COMITY_KEY_UN_COMTRADE");
  EXPECT_EQ(ran.code, 0) << ran.out;
  for (const auto& id : live) {
    EXPECT_THAT(ran.out, ContainsRegex(id + " +new: ")) << ran.out;
    EXPECT_EQ(ask(fmt::format("SELECT count(*)::VARCHAR FROM source s JOIN ledger l ON l.source = s.id WHERE s.key = '{}' AND l.used > 0 AND s.as_of = '2026-11-26'", id)) == "0", false) << id;
  }
  EXPECT_EQ(figure("imf_imts_live", "goods_exports", 2024), "310000000.0 3199000000.0");
  EXPECT_THAT(leftovers(), IsEmpty());
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
