// The API's answers on a made-up edition, and its one shape of errors.
#include "comity/document/render.hpp"
#include "comity/dossier/dossier.hpp"
#include "tests/unit/server/served_world.hpp"

namespace comity::server::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Api : public Served {
 protected:
  json error(const std::string& target, int status, Method method = Method::get, std::string body = {}) {
    const Sending answer = ask(method, target, {}, std::move(body));
    EXPECT_EQ(answer.status, status) << target << "\n" << *answer.body;
    EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
    const json out = json::parse(*answer.body);
    EXPECT_EQ(out.size(), 1u);
    for (const char* key : {"code", "message", "hint", "parameter", "suggestions"}) EXPECT_TRUE(out.at("error").contains(key)) << target << " " << key;
    return out.at("error");
  }
};

TEST_F(Api, ADossierIsTheBytesOfTheCommandLine) {
  store::Edition edition(file().path(), states());
  auto session = edition.session();
  const auto report = dossier::make_dossier(session.pair_facts(states()->by_key("DEU"), states()->by_key("KAZ")), edition.context(), {});
  EXPECT_EQ(*get("/api/v1/pairs/DEU/KAZ").body, document::find_renderer("json").render(report, {}));
  EXPECT_EQ(*get("/api/v1/pairs/germany/Kazakhstan").body, *get("/api/v1/pairs/DEU/KAZ").body);
}

TEST_F(Api, UnknownThingsComeWithSuggestions) {
  const json state = error("/api/v1/pairs/DEU/Kasachstn", 404);
  EXPECT_EQ(state["code"], "unknown_state");
  EXPECT_EQ(state["parameter"], "b");
  EXPECT_EQ(state["suggestions"][0], "Kazakhstan");
  EXPECT_EQ(error("/api/v1/indicatrs", 404)["suggestions"][0], "/api/v1/indicators");
  EXPECT_EQ(error("/api/v1/observations?indicator=goods_export", 404)["suggestions"][0], "goods_exports");
  EXPECT_EQ(error("/api/v1/observations?source=book", 404)["suggestions"][0], "books");
  EXPECT_EQ(error("/api/v1/sources/boks", 404)["suggestions"][0], "books");
}

TEST_F(Api, WrongParametersAreNamed) {
  EXPECT_EQ(error("/api/v1/pairs/DEU/KAZ?profil=brief", 400)["suggestions"][0], "profile");
  EXPECT_EQ(error("/api/v1/pairs/DEU/KAZ?profile=brif", 400)["parameter"], "profile");
  EXPECT_EQ(error("/api/v1/pairs/DEU/KAZ?since=x", 400)["parameter"], "since");
  EXPECT_EQ(error("/api/v1/pairs/DEU/KAZ?since=2001&until=1999", 400)["parameter"], "since");
  EXPECT_EQ(error("/api/v1/states?on=1990-13-01", 400)["parameter"], "on");
  EXPECT_EQ(error("/api/v1/states?language=xx", 400)["parameter"], "language");
  EXPECT_EQ(error("/api/v1/observations?limit=0", 400)["parameter"], "limit");
  EXPECT_EQ(error("/api/v1/observations?limit=100001", 400)["parameter"], "limit");
  EXPECT_EQ(error("/api/v1/observations?limit=9999999999999", 400)["parameter"], "limit");
  EXPECT_EQ(error("/api/v1/observations?b=KAZ", 400)["parameter"], "a");
  EXPECT_EQ(error("/api/v1/observations?limit=1&limit=2", 400)["parameter"], "limit");
  EXPECT_EQ(error("/api/v1/resolve", 400)["parameter"], "name");
  EXPECT_EQ(error("/api/v1/facts/zz", 400)["parameter"], "key");
  EXPECT_EQ(error("/api/v1/panel", 400)["parameter"], "variables");
}

TEST_F(Api, MethodsAreThoseOfTheRoute) {
  EXPECT_EQ(error("/api/v1/states", 405, Method::post)["code"], "wrong_method");
  EXPECT_EQ(header(ask(Method::get, "/api/v1/audit"), "Allow"), "POST");
}

TEST_F(Api, NamesAreResolvedAndSuggested) {
  EXPECT_EQ(get_json("/api/v1/resolve?name=Kazakhstan%0Anowhere")["names"][0]["state"], "KAZ");
  EXPECT_EQ(get_json("/api/v1/resolve?name=nowhere")["names"][0]["state"], nullptr);
  EXPECT_EQ(get_json("/api/v1/suggest?q=kazak")["suggestions"][0]["key"], "KAZ");
  EXPECT_EQ(get_json("/api/v1/suggest?q=Kasachstn")["suggestions"][0]["key"], "KAZ") << "a slip";
}

TEST_F(Api, StatesOfADay) {
  const auto keys = [&](const std::string& target) {
    std::set<std::string> out;
    const json answer = get_json(target);
    for (const auto& state : answer["states"]) out.insert(state["key"]);
    return out;
  };
  EXPECT_TRUE(keys("/api/v1/states?on=1989-01-01").contains("DDR"));
  EXPECT_FALSE(keys("/api/v1/states?on=1991-01-01").contains("DDR"));
  EXPECT_TRUE(keys("/api/v1/states").contains("DDR"));
}

TEST_F(Api, BothSidesOfAPairStandApart) {
  const json all = get_json("/api/v1/observations?a=KAZ&b=DEU&since=2001&until=2001");
  ASSERT_EQ(all["rows"].size(), 2u) << "the sample's row stays out (rule 10)";
  EXPECT_EQ(all["rows"][0]["reporter"], "DEU");
  EXPECT_EQ(all["rows"][0]["value"], 100000000);
  EXPECT_EQ(all["rows"][1]["reporter"], "KAZ");
  EXPECT_EQ(all["rows"][1]["value"], 90000000.5);
  EXPECT_EQ(get_json("/api/v1/observations?a=DEU&b=KAZ&side=to_side&since=2002")["rows"][0]["absence"], "confidential");
  EXPECT_EQ(get_json("/api/v1/observations?a=DEU&b=KAZ&side=to_side&since=2002")["rows"][0]["value"], nullptr) << "absence is not zero";
  EXPECT_EQ(get_json("/api/v1/observations?source=sample")["rows"].size(), 1u) << "by name it is there";
  EXPECT_THAT(get_json("/api/v1/observations?from=KAZ&to=DEU")["rows"], IsEmpty());
}

TEST_F(Api, ListsArePaged) {
  std::string target = "/api/v1/observations?a=DEU&b=KAZ&limit=3";
  std::size_t rows = 0, pages = 0;
  std::set<std::string> keys;
  while (!target.empty()) {
    const json page = get_json(target);
    rows += page["rows"].size(), ++pages;
    for (const auto& row : page["rows"]) keys.insert(row["key"]);
    target = page["next"].is_null() ? "" : page["next"].get<std::string>();
  }
  EXPECT_EQ(rows, 7u);
  EXPECT_EQ(keys.size(), 7u);
  EXPECT_EQ(pages, 3u);
  const Sending csv = get("/api/v1/observations?a=DEU&b=KAZ&limit=3&format=csv");
  EXPECT_EQ(std::ranges::count(*csv.body, '\n'), 4);
  EXPECT_EQ(header(csv, "Comity-Truncated"), "true");
  EXPECT_EQ(header(csv, "Link"), "</api/v1/observations?a=DEU&b=KAZ&limit=3&format=csv&offset=3>; rel=\"next\"");
}

TEST_F(Api, ParquetIsMadeByAChild) {
  outcome_ = {.exit_code = 0, .output = "PAR1"};
  EXPECT_EQ(*get("/api/v1/observations?a=DEU&b=KAZ&format=parquet").body, "PAR1");
  ASSERT_EQ(tasks_.size(), 1u);
  EXPECT_THAT(tasks_[0].input, HasSubstr("pair = "));
  EXPECT_EQ(front_.lane(Method::get, "/api/v1/observations?format=parquet"), Lane::child);
  EXPECT_EQ(front_.lane(Method::get, "/api/v1/observations"), Lane::store);
}

TEST_F(Api, OtherFactsHaveTheirLists) {
  EXPECT_EQ(get_json("/api/v1/events?a=DEU&b=KAZ&kind=visit")["rows"][0]["person"], markup);
  EXPECT_THAT(get_json("/api/v1/events?a=DEU&b=KAZ&since=2001-05-07")["rows"], IsEmpty());
  EXPECT_EQ(get_json("/api/v1/missions?sending=DEU")["rows"][0]["receiving"], "KAZ");
  EXPECT_EQ(get_json("/api/v1/memberships?state=KAZ")["rows"][0]["organization"], "ORG");
  EXPECT_EQ(get_json("/api/v1/agreements?a=DEU")["rows"][0]["kind"], "other");
  EXPECT_EQ(get_json("/api/v1/presences?a=KAZ")["rows"][0]["host"], "KAZ");
  EXPECT_EQ(get_json("/api/v1/disagreements?a=DEU&b=KAZ")["rows"][0]["consequence"], 2);
  EXPECT_EQ(get_json("/api/v1/indicators")["indicators"].size(), 2u);
  EXPECT_THAT(get_json("/api/v1/schema")["tables"], Not(IsEmpty()));
  const json source = get_json("/api/v1/sources/books");
  EXPECT_EQ(source["files"][0]["records"], 9);
  EXPECT_EQ(source["rejected"][0]["records"], 1);
  EXPECT_THAT(*get("/api/v1/sources/books/citation").body, HasSubstr("@misc{books"));
  EXPECT_EQ(json::parse(*get("/api/v1/citations?format=csl-json").body).size(), 2u);
}

TEST_F(Api, WithoutAFormerEditionNothingIsSaidOfChanges) {
  const json answer = get_json("/api/v1/changes?a=DEU&b=KAZ");
  EXPECT_TRUE(answer["previous"].is_null());
  EXPECT_TRUE(answer["rows"].empty());
  EXPECT_EQ(answer["edition"], holding_.name());
  EXPECT_EQ(*get("/api/v1/changes?format=csv").body, "state_a,state_b,source,reason,table,added,gone,changed\n");
  EXPECT_EQ(error("/api/v1/changes?b=KAZ", 400)["parameter"], "a");
  EXPECT_EQ(error("/api/v1/changes?reason=whim", 400)["parameter"], "reason");
  EXPECT_NE(get("/country/KAZ/").body->find("No former edition was at hand"), std::string::npos);
  EXPECT_NE(get("/pair/DEU/KAZ/").body->find("No former edition was at hand"), std::string::npos);
}

TEST_F(Api, ChangesAreThoseFromTheFormerEdition) {
  const LittleFile before("00000000000000000000"), after("11111111111111111111");
  {
    store::Database database(before.path());
    auto connection = database.connect();
    connection.run("UPDATE observation SET value = 50000000 WHERE period_start = DATE '2005-01-01'");
    connection.run("DELETE FROM mission");
    connection.run("CHECKPOINT");
  }
  const auto file = sources::change_file_of(after.path());
  sources::write_change_file(before.path(), after.path(), file);
  {
    const Holding holding(after.path(), states());
    ASSERT_TRUE(holding.changes());
    const auto body = [&](std::string target) { return *front_.work({Method::get, std::move(target), {}, {}}, holding).body; };
    const json answer = json::parse(body("/api/v1/changes?a=KAZ"));
    EXPECT_EQ(answer["previous"]["edition"], "000000000000");
    std::map<std::string, json> rows;
    for (const auto& row : answer["rows"]) rows[row["table"]] = row;
    ASSERT_EQ(rows.size(), 2u) << answer;
    EXPECT_EQ(rows["observation"]["changed"], 1);
    EXPECT_EQ(rows["mission"]["added"], 1);
    EXPECT_EQ(rows["mission"]["state_a"], "DEU");
    const auto fact = std::ranges::find_if(answer["facts"], [](const json& one) { return one["table"] == "observation"; });
    ASSERT_NE(fact, answer["facts"].end());
    EXPECT_EQ((*fact)["before"], 50000000);
    EXPECT_EQ((*fact)["after"], 100000000);
    EXPECT_EQ((*fact)["when"], "2005");
    EXPECT_EQ(json::parse(body("/api/v1/changes?a=KAZ&kind=mission"))["rows"].size(), 1u);
    EXPECT_TRUE(json::parse(body("/api/v1/changes?a=FRA"))["rows"].empty());
    const std::string page = body("/country/KAZ/"), pair = body("/pair/DEU/KAZ/");
    EXPECT_NE(page.find("1 facts added, 0 gone, 1 changed"), std::string::npos);
    EXPECT_NE(pair.find("id=\"changes\""), std::string::npos);
    for (const std::string* one : {&page, &pair}) EXPECT_EQ(one->find("<script>alert"), std::string::npos);
    EXPECT_NE(body("/country/FRA/").find("every fact is as it was"), std::string::npos);
  }
  std::filesystem::remove(file);
}

TEST_F(Api, APanelComesInTheFormAskedForAndSaysWhenItIsCut) {
  outcome_ = {.exit_code = 0, .out_of_time = false, .too_long = false, .output = "[{\"year\":2001,\"mindist\":null}]\n", .talk = "comity: only the first 1 rows are shown\n"};
  const Sending cut = get("/api/v1/panel?variables=mindist&format=json&limit=1");
  ASSERT_EQ(cut.status, 200) << *cut.body;
  const json answer = json::parse(*cut.body);
  EXPECT_EQ(answer["truncated"], true);
  EXPECT_EQ(answer["rows"].size(), 1u);
  EXPECT_EQ(header(cut, "Comity-Truncated"), "true");
  EXPECT_THAT(tasks_.back().arguments, testing::IsSupersetOf({"--format", "json", "--limit", "1"}));
  outcome_ = {.exit_code = 0, .out_of_time = false, .too_long = false, .output = "bytes", .talk = ""};
  const std::map<std::string, std::string> types = {{"csv", "text/csv; charset=utf-8"}, {"csv.gz", "application/gzip"}, {"parquet", "application/vnd.apache.parquet"}};
  for (const auto& [format, type] : types) {
    const Sending whole = get("/api/v1/panel?variables=mindist&format=" + format);
    EXPECT_EQ(header(whole, "Content-Type"), type);
    EXPECT_EQ(header(whole, "Content-Disposition"), "attachment; filename=\"panel." + format + "\"");
    EXPECT_EQ(header(whole, "Comity-Truncated"), "");
  }
  EXPECT_EQ(error("/api/v1/panel?variables=mindist&format=json&limit=1000000", 400)["parameter"], "limit");
}

TEST_F(Api, APermalinkNamesItsEdition) {
  const json fact = get_json("/api/v1/facts/0000000000000010");
  const auto row = fact["facts"][0]["rows"][0];
  EXPECT_EQ(row["file"], "books.csv");
  EXPECT_EQ(row["record"], 3);
  EXPECT_EQ(row["column"], 4);
  const std::string link = fact["permalink"];
  EXPECT_EQ(link, "/api/v1/editions/" + holding_.name() + "/facts/0000000000000010");
  EXPECT_EQ(header(get(link), "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(*get(link).body, *get("/api/v1/facts/0000000000000010").body);
  const json other = error("/api/v1/editions/ffffffffffff/facts/0000000000000010", 404);
  EXPECT_EQ(other["code"], "other_edition");
  EXPECT_EQ(other["suggestions"][0], "/api/v1/facts/0000000000000010");
  error("/api/v1/facts/ffffffffffffffff", 404);
}

TEST_F(Api, TextsAreReadAndNotKept) {
  const std::string text = "Germany–Kazakhstan relations\n\nDiplomatic relations between Germany and Kazakhstan were established in 1992.\n";
  const Sending claims = ask(Method::post, "/api/v1/claims", {}, text);
  EXPECT_EQ(claims.status, 200);
  EXPECT_EQ(header(claims, "Cache-Control"), "no-store");
  EXPECT_THAT(*claims.body, HasSubstr("relations_established"));
  EXPECT_EQ(ask(Method::post, "/api/v1/audit?format=markdown", {}, text).status, 200);
  EXPECT_EQ(json::parse(*ask(Method::post, "/api/v1/audit", {}, text).body)["pair"][0], "Germany");
  error("/api/v1/audit", 400, Method::post);
  error("/api/v1/audit?a=DEU", 400, Method::post, text);
  EXPECT_EQ(error("/api/v1/audit", 422, Method::post, "Nothing about anybody.")["code"], "no_pair");
  EXPECT_EQ(front_.most_body(Method::post, "/api/v1/audit"), 2u << 20);
  EXPECT_EQ(front_.most_body(Method::get, "/api/v1/audit"), 0u);
  EXPECT_EQ(front_.most_body(Method::post, "/api/v1/states"), 0u);
}

TEST_F(Api, SqlIsRunByAConfinedChild) {
  outcome_ = {.exit_code = 0, .output = "{\"columns\":[],\"rows\":[[1]],\"truncated\":true}\n", .talk = "comity: only the first 1 rows are shown\n"};
  const Sending answer = get("/api/v1/sql?query=SELECT+1&limit=1&seconds=3");
  EXPECT_EQ(json::parse(*answer.body)["edition"], holding_.name());
  EXPECT_EQ(json::parse(*answer.body)["truncated"], true);
  EXPECT_EQ(header(answer, "Comity-Truncated"), "true");
  ASSERT_EQ(tasks_.size(), 1u);
  EXPECT_THAT(tasks_[0].arguments, ::testing::IsSupersetOf({"query", "--confined", "--limit"}));
  EXPECT_EQ(tasks_[0].input, "SELECT 1");
  EXPECT_EQ(tasks_[0].deadline, std::chrono::seconds(3));
  outcome_ = {.out_of_time = true};
  EXPECT_EQ(error("/api/v1/sql?query=a", 422)["code"], "out_of_time");
  outcome_ = {.too_long = true};
  EXPECT_EQ(error("/api/v1/sql?query=b", 422)["code"], "too_much");
  outcome_ = {.exit_code = -1};
  EXPECT_EQ(error("/api/v1/sql?query=c", 422)["code"], "stopped");
  outcome_ = {.exit_code = 1, .talk = "comity: Catalog Error: no such table\n  query takes one SELECT.\n"};
  EXPECT_EQ(error("/api/v1/sql?query=d", 400)["message"], "Catalog Error: no such table");
  EXPECT_EQ(error("/api/v1/sql", 400, Method::post)["parameter"], "query");
}

}  // namespace
}  // namespace comity::server::test
