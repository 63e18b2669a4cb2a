// Every live source through the server that replays publishers' answers, by the publishers' own addresses; and a publisher that knows what it has changed.
#include "tests/live/updating.hpp"

namespace comity::live_tests {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The European Central Bank tells what it has changed since a day: only that is asked for a month later, and it has the word; a block that is asked for as a
// whole takes its place.
TEST_F(Updating, OnlyWhatHasChangedIsAskedForWhereThePublisherKnowsIt) {
  fs::create_symlink(project / "sources/ecb_exr_live", folder_ / "share/sources/ecb_exr_live");
  const std::string year = specimen("ecb_exr_live", "EXR-2025.csv"), header = year.substr(0, year.find('\n') + 1);
  const std::string asked = "https://data-api.ecb.europa.eu/service/data/EXR/D..EUR.SP00.A?format=csvdata&startPeriod={0}-01-01&endPeriod={0}-12-31{1}";
  const auto address = [&](int of, const std::string& since) {
    return fmt::format(fmt::runtime(asked), of, since.empty() ? "" : "&updatedAfter=" + since + "T00%3A00%3A00%2B00%3A00");
  };
  server_.empty("data-api.ecb.europa.eu", header);
  server_.replay(address(2025, ""), year, "text/csv");
  const std::string rate = "SELECT round(rate, 4)::VARCHAR FROM fx_rate f JOIN source s ON s.id = f.source WHERE s.key = 'ecb_exr_live' AND year = 2025 AND currency = 'USD'";
  ASSERT_EQ(update("2026-11-26", "--source ecb_exr_live").code, 0);
  EXPECT_EQ(ask(rate), "1.151");
  server_.asked();

  const auto nothing = [](const test::HttpRequest&, const test::Answering& a) { a.send_whole("No results found", "", "404 Not Found"); };
  server_.on(address(2026, "2026-11-26"), nothing);
  server_.replay(address(2025, "2026-11-26"), specimen("ecb_exr_live", "EXR-2025~2026-01-10.csv"), "text/csv");
  const Ran second = update("2026-12-26", "--source ecb_exr_live");
  EXPECT_EQ(second.code, 0) << second.out;
  EXPECT_THAT(server_.asked(), ::testing::ElementsAre(address(2025, "2026-11-26"), address(2026, "2026-11-26")));
  EXPECT_EQ(ask(rate), "1.152");
  EXPECT_TRUE(fs::exists(mirror() / "ecb-exr-live/EXR-2025~2026-12-26.csv"));

  const Ran third = update("2027-01-26", "--source ecb_exr_live --all-years");
  EXPECT_EQ(third.code, 0) << third.out;
  EXPECT_FALSE(fs::exists(mirror() / "ecb-exr-live/EXR-2025~2026-12-26.csv"));
  EXPECT_EQ(ask(rate), "1.151");
}

// The OECD says as well what it has deleted: a figure that was withdrawn is gone from the next edition.
TEST_F(Updating, WhatAPublisherWithdrewIsGone) {
  fs::create_symlink(project / "sources/oecd_fdi_live", folder_ / "share/sources/oecd_fdi_live");
  const std::string block = specimen("oecd_fdi_live", "POS_CTRY-DEU-2015.csv");
  const std::string base = "https://sdmx.oecd.org/public/rest/data/OECD.DAF.INV,DSD_FDI@DF_FDI_POS_CTRY,1.0/DEU.LE_FA_F.USD_EXC.DO+DI.NET_FDI.ALL.D.S1..IMC+ULT._T.A.CTRY_IND?dimensionAtObservation=AllDimensions";
  const std::string first = base + "&startPeriod=2015&endPeriod=2024", since = "&updatedAfter=2026-11-26T00%3A00%3A00Z";
  server_.empty("sdmx.oecd.org", block.substr(0, block.find('\n') + 1));
  server_.replay(first, block, "text/csv");
  const std::string figures = "SELECT count(*)::VARCHAR || ' ' || max(value) FROM observation o JOIN source s ON s.id = o.source WHERE s.key = 'oecd_fdi_live' AND absence = 'value'";
  ASSERT_EQ(update("2026-11-26", "--source oecd_fdi_live --reporters DEU").code, 0);
  EXPECT_EQ(ask(figures), "3 805500000.0");
  EXPECT_EQ(server_.requests().front().header("Accept"), "application/vnd.sdmx.data+csv;version=2.0");
  server_.asked();
  server_.replay(first + since, specimen("oecd_fdi_live", "POS_CTRY-DEU-2015~2026-10-05.csv"), "text/csv");
  const Ran second = update("2026-12-26", "--source oecd_fdi_live --reporters DEU");
  EXPECT_EQ(second.code, 0) << second.out;
  EXPECT_THAT(server_.asked(), ::testing::Contains(first + since));
  EXPECT_EQ(ask(figures), "2 810250000.0");
}

// By the same status a publisher says that an address is wrong: where nothing came at all, that is said.
TEST_F(Updating, NoRowsForAnyRequestIsTrouble) {
  fs::create_symlink(project / "sources/ecb_exr_live", folder_ / "share/sources/ecb_exr_live");
  const Ran ran = update("2026-11-26", "--source ecb_exr_live");
  EXPECT_EQ(ran.code, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("the publisher had no rows for any of 7 requests"));
}

// What a publisher answers to one request: the specimen of that name, else the specimen's form without rows (a table's header, an empty list).
std::string answer_to(const std::string& source, const std::string& to) {
  const fs::path folder = project / "tests/sources" / source, file = folder / to;
  if (fs::exists(file)) return read_file(file);
  const std::string prefix = to.substr(0, to.find('-'));
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != file.extension() || (file.extension() != ".xml" && !name.starts_with(prefix))) continue;
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

}  // namespace
}  // namespace comity::live_tests
