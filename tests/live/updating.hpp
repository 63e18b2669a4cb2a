// The real program on a clock that a test moves, against a server that replays publishers' answers (tests/support/replay_server.hpp): what all tests of
// `comity update` begin with.
#pragma once

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

namespace fs = std::filesystem;

inline const fs::path project = COMITY_SOURCE_DIR;

inline std::string specimen(const std::string& source, const std::string& file) { return read_file(project / "tests/sources" / source / file); }

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the specimen does not hold " + what);
  return text.replace(at, what.size(), with);
}

inline const std::string world_bank = "https://api.worldbank.org/v2/en/country/all/indicator/";
inline const std::string gdp = world_bank + "NY.GDP.MKTP.CD?format=json&per_page=20000&date=2020:2024&page=1";
inline const std::string gdp_2025 = world_bank + "NY.GDP.MKTP.CD?format=json&per_page=20000&date=2025:2025&page=1";
inline const std::string refugees = "https://api.unhcr.org/population/v1/population/?coo_all=true&coa_all=true&yearFrom=2025&yearTo=2025&limit=10000&page=1";
inline const std::string preview = "https://comtradeapi.un.org/public/v1/preview/C/A/HS?reporterCode={}&period=2024&partner2Code=0&customsCode=C00&motCode=0&cmdCode=TOTAL&flowCode={}";

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
      // What changed, and the pairs, stand beside the edition.
      const bool is_beside = entry.path().extension() == ".changes" || entry.path().extension() == ".pairs";
      if (entry.path().filename().string().starts_with("edition.duckdb.") && !is_beside) out.push_back(entry.path().filename());
    }
    return out;
  }

  test::ReplayServer server_;
  fs::path folder_;
  std::string program_;
};

}  // namespace comity::live_tests
