#include <cmath>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "comity/base/number.hpp"
#include "comity/document/render.hpp"
#include "unit/document/sample_report.hpp"

namespace comity::document {
namespace {

using nlohmann::json;

TEST(JsonRenderer, SaysEverythingTheReportHolds) {
  const std::string text = render_json(sample_report(), {});
  ASSERT_TRUE(text.ends_with("}\n"));
  EXPECT_EQ(text.find('\n'), text.size() - 1) << "compact: one line";
  EXPECT_EQ(text.find("\": "), std::string::npos);
  const json page = json::parse(text);
  EXPECT_EQ(page["format"], "comity-dossier/2");
  EXPECT_EQ(page["a"]["id"], "AAA");
  EXPECT_EQ(page["b"]["name"], "Beland");
  ASSERT_EQ(page["sections"].size(), 4u);
  const json& trade = page["sections"][1]["children"][0];
  EXPECT_EQ(trade["id"], "trade");
  EXPECT_EQ(trade["blocks"][0]["type"], "paragraph");
  const json& figure = trade["blocks"][0]["content"][1];
  EXPECT_EQ(figure["value"], 4600000000.5);
  EXPECT_EQ(figure["unit"], "USD");
  EXPECT_EQ(trade["blocks"][0]["content"][2]["kind"], "estimate");
  EXPECT_EQ(trade["blocks"][0]["content"][3]["cite"], json::array({0, 1}));
  const json& points = trade["blocks"][1]["series"][0]["points"];
  ASSERT_EQ(points.size(), 10u);
  EXPECT_TRUE(points[4]["y"].is_null());
  EXPECT_EQ(points[4]["why"], "confidential");
  EXPECT_EQ(points[6]["suspect"], true);
  EXPECT_EQ(trade["blocks"][1]["bands"], json::array({json::array({0, 1})}));
  EXPECT_EQ(trade["blocks"][2]["columns"][1]["unit"], "million USD");
  EXPECT_EQ(trade["blocks"][2]["rows"].size(), 3u);
  EXPECT_EQ(page["sections"][2]["blocks"][2]["entries"][0]["from"], 1991);
  EXPECT_EQ(page["sections"][2]["blocks"][3]["points"][2]["kind"], "consulate general");
  EXPECT_EQ(page["sections"][3]["blocks"][0]["ask"], "the office");
}

TEST(JsonRenderer, FactsAndCitationsAreExact) {
  const json page = json::parse(render_json(sample_report(), {}));
  ASSERT_EQ(page["citations"].size(), 4u);
  EXPECT_EQ(page["citations"][0]["record"], "row 1");
  const json& last = page["sources"][page["citations"][3]["source"].get<std::size_t>()];
  EXPECT_EQ(last["citable"], false);
  EXPECT_LT(page["sources"].size(), page["citations"].size()) << "each source once";
  const json& fact = page["facts"][0];
  EXPECT_EQ(fact["key"], "00000000000000ff");
  EXPECT_EQ(fact["fields"]["indicator"], "goods_imports");
  EXPECT_EQ(fact["fields"]["value"], 4600000000.5);
  EXPECT_EQ(fact["fields"]["small"], 1e-7);
  EXPECT_EQ(fact["fields"]["at_end"], false);
  EXPECT_EQ(fact["cites"], json::array({1}));
}

TEST(JsonRenderer, AnyBytesGiveValidJson) {
  Report report = sample_report(std::string("\"\\\n\t\x01\x7f</script>\xff\xc3(\xed\xa0\x80 ж 💶 "));
  report.facts.add("nan", std::nan(""));
  report.facts.add("infinity", std::numeric_limits<double>::infinity());
  const json page = json::parse(render_json(report, {}));  // throws on bad UTF-8 or bad syntax
  EXPECT_TRUE(page["facts"][0]["fields"]["nan"].is_null());
  EXPECT_TRUE(page["facts"][0]["fields"]["infinity"].is_null());
  EXPECT_NE(page["title"].get<std::string>().find("\"\\\n\t"), std::string::npos);
  EXPECT_NE(page["title"].get<std::string>().find("\ufffd"), std::string::npos);
}

// Law 7: the same digits as exact() prints everywhere else.
TEST(JsonRenderer, NumbersPrintAsExactDoes) {
  for (const double value : {0.0, -0.0, 1.0, -17.25, 0.1, 0.1 + 0.2, 1.0 / 3, 2e15, 1e15, 123456789012345.0, 12345678901234.5, 123456789012345.6, 1e-3, 1e-5, 1e22,
                             4600000000.5, 541.585, -1e-300, 5770123456.75, 99999999999999.9, 0.000123456789}) {
    Report report;
    report.facts.begin("t");
    report.facts.add("v", value);
    EXPECT_NE(render_json(report, {}).find("\"v\":" + exact(value) + "}"), std::string::npos) << exact(value);
  }
}

// Texts lie in blocks: those that fit the rest of one, those that do not, and one longer than any.
TEST(JsonRenderer, FactsKeepEveryText) {
  Report report;
  for (std::size_t i = 0; i < 5000; ++i) {
    report.facts.begin("t");
    report.facts.add("text", std::string(i % 97, 'x') + std::to_string(i));
  }
  report.facts.begin("t");
  report.facts.add("text", std::string(200000, 'y'));
  report.facts.add("more", "after it");
  const json page = json::parse(render_json(Report(std::move(report)), {}));
  for (std::size_t i = 0; i < 5000; ++i) ASSERT_EQ(page["facts"][i]["fields"]["text"], std::string(i % 97, 'x') + std::to_string(i));
  EXPECT_EQ(page["facts"][5000]["fields"]["text"], std::string(200000, 'y'));
  EXPECT_EQ(page["facts"][5000]["fields"]["more"], "after it");
  EXPECT_EQ(page["facts"][0]["key"], "");
}

TEST(JsonRenderer, AnEmptyReportIsValidToo) {
  const json page = json::parse(render_json(Report{}, {}));
  EXPECT_TRUE(page["sections"].empty() && page["sections"].is_array());
  EXPECT_TRUE(page["facts"].is_array());
}

// What the schema requires is there, and what it names is all there is at the top.
TEST(JsonRenderer, FollowsTheDocumentedSchema) {
  std::ifstream file(COMITY_SOURCE_DIR "/docs/dossier.schema.json");
  ASSERT_TRUE(file) << "docs/dossier.schema.json";
  const json schema = json::parse(file);
  const json page = json::parse(render_json(sample_report(), {}));
  for (const auto& name : schema["required"]) EXPECT_TRUE(page.contains(name)) << name;
  for (const auto& [name, value] : page.items()) EXPECT_TRUE(schema["properties"].contains(name)) << name;
  const json& blocks = schema["$defs"]["block"]["oneOf"];
  std::set<std::string> documented;
  for (const auto& block : blocks) documented.insert(block["properties"]["type"]["const"]);
  EXPECT_EQ(documented, (std::set<std::string>{"paragraph", "list", "definitions", "table", "line_chart", "bar_chart", "map", "timeline", "gap"}));
  for (const char* part : {"source", "citation"}) {
    for (const auto& [name, value] : page[std::string(part) + "s"][0].items()) EXPECT_TRUE(schema["$defs"][part]["properties"].contains(name)) << name;
  }
}

}  // namespace
}  // namespace comity::document
