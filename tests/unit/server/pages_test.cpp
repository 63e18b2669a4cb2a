// Pages through the server: addresses, languages, redirections, and that nothing of a source or of a request becomes markup.
#include "tests/unit/server/served_world.hpp"

namespace comity::server::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Pages : public Served {};

TEST_F(Pages, AreThereInEachLanguage) {
  for (const char* path : {"", "pair/DEU/KAZ/", "pair/DEU/KAZ/full/", "country/KAZ/", "rankings/", "compare/?pairs=DEU-KAZ", "disagreements/", "sources/", "sources/books/", "about/", "audit/", "sql/"}) {
    for (const char* folder : {"/", "/de/"}) {
      const Sending answer = get(std::string(folder) + path);
      EXPECT_EQ(answer.status, 200) << folder << path;
      EXPECT_THAT(header(answer, "Content-Type"), StartsWith("text/html")) << path;
      EXPECT_THAT(*answer.body, HasSubstr(std::string_view(folder) == "/de/" ? "lang=\"de\"" : "lang=\"en\"")) << path;
      EXPECT_THAT(header(answer, "Content-Security-Policy"), HasSubstr("script-src 'self'")) << path;
    }
  }
}

TEST_F(Pages, OneAddressForOneThing) {
  const auto location = [&](const std::string& target) {
    const Sending answer = get(target);
    EXPECT_THAT(answer.status, ::testing::AnyOf(302, 308)) << target;
    return header(answer, "Location");
  };
  EXPECT_EQ(location("/pair/germany/kazakhstan/"), "../../../pair/DEU/KAZ/");
  EXPECT_EQ(location("/de/pair/germany/kazakhstan"), "../../../de/pair/DEU/KAZ/");
  EXPECT_EQ(location("/pair/DEU/KAZ"), "./KAZ/");
  EXPECT_EQ(location("/pair/?a=DEU&b=KAZ"), "../pair/DEU/KAZ/");
  EXPECT_EQ(location("/pair/DEU/DEU/"), "../../../country/DEU/");
  EXPECT_EQ(location("/?q=Kazakhstan"), "./country/KAZ/");
  EXPECT_EQ(location("/?q=Germany+and+Kazakhstan"), "./pair/DEU/KAZ/");
}

TEST_F(Pages, WhatIsNotThereIsAPageWithSuggestions) {
  const Sending country = get("/country/Kasachstn/");
  EXPECT_EQ(country.status, 404);
  EXPECT_THAT(*country.body, HasSubstr("country/KAZ/"));
  const Sending path = get("/ranking/");
  EXPECT_EQ(path.status, 404);
  EXPECT_THAT(*path.body, HasSubstr("rankings"));
  EXPECT_EQ(get("/assets/nothing.js").status, 404);
  EXPECT_EQ(get("/assets/..%2f..%2fetc%2fpasswd").status, 404);
  EXPECT_EQ(get("/assets/../../etc/passwd").status, 400);
}

// Every text of the little edition is markup; every text of these requests is.
TEST_F(Pages, NamesWithMarkupNeverBecomeMarkup) {
  outcome_ = {.exit_code = 0, .output = fmt::format("a\n\"{}\"\n", "<script>alert(1)</script><b>\"\"x\"\"</b>'&")};
  const std::string asked = percent_encode(markup);
  const std::vector<std::string> targets = {"/", "/pair/DEU/KAZ/", "/pair/DEU/KAZ/full/", "/country/KAZ/", "/rankings/", "/rankings/goods_exports/", "/matrix/goods_exports/", "/compare/?pairs=DEU-KAZ", "/disagreements/", "/sources/",
                                            "/sources/books/", "/about/", "/?q=" + asked, "/pair/" + asked + "/KAZ/", "/country/" + asked + "/", "/rankings/" + asked + "/", "/sources/" + asked + "/", "/" + asked, "/assets/" + asked,
                                            "/compare/?pairs=" + asked, "/compare/?indicator=" + asked, "/sql/?q=" + asked, "/data/" + asked, "/de/" + asked + "/"};
  int escaped = 0;
  for (const std::string& target : targets) {
    const Sending answer = get(target);
    escaped += answer.body->find("&lt;script&gt;alert") != std::string::npos;
    EXPECT_THAT(*answer.body, Not(HasSubstr("<script>alert"))) << target;
    EXPECT_THAT(*answer.body, Not(HasSubstr("<b>\"x"))) << target;
    EXPECT_THAT(header(answer, "Location"), Not(HasSubstr("<"))) << target;
  }
  EXPECT_GE(escaped, 10) << "the texts do reach the pages";
  outcome_ = {.exit_code = 1, .talk = std::string("comity: ") + markup};
  EXPECT_THAT(*get("/sql/?q=x" + asked).body, Not(HasSubstr("<script>alert")));
  const Sending audit = ask(Method::post, "/audit/", {}, std::string("text=Germany–Kazakhstan relations\n\nGermany and Kazakhstan ") + markup + " established relations in 1992.\r\n");
  EXPECT_EQ(audit.status, 200);
  EXPECT_THAT(*audit.body, Not(HasSubstr("<script>alert")));
  // As data of the API it is data: JSON, and no browser reads it as a page.
  const Sending api = get("/api/v1/resolve?name=" + asked);
  EXPECT_EQ(header(api, "Content-Type"), "application/json");
  EXPECT_THAT(header(api, "Content-Security-Policy"), HasSubstr("sandbox"));
}

TEST_F(Pages, RedirectionsCarryNoForeignHost) {
  for (const char* target : {"/pair//evil.example/KAZ/", "//evil.example/pair/DEU/KAZ", "/pair/DEU/KAZ?x=//evil.example", "http://evil.example/pair/germany/KAZ/"}) {
    const std::string location = header(get(target), "Location");
    EXPECT_TRUE(location.empty() || location.starts_with("./") || location.starts_with("../")) << target << " → " << location;
  }
}

}  // namespace
}  // namespace comity::server::test
