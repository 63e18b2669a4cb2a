// The description and the routes are one: every route is described, every described one answers as described.
#include "tests/unit/server/served_world.hpp"

namespace comity::server::test {
namespace {

class OpenApi : public Served {
 protected:
  OpenApi() : description_(get_json("/api/v1/openapi.json")) { outcome_ = {.exit_code = 0, .output = "{\"columns\":[],\"rows\":[],\"truncated\":false}\n"}; }
  json description_;
};

TEST_F(OpenApi, EveryRouteIsDescribedAndNothingElse) {
  EXPECT_EQ(description_["openapi"], "3.1.0");
  std::set<std::string> described, there, ids;
  for (const auto& [path, methods] : description_["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      described.insert(method + " " + path);
      EXPECT_TRUE(ids.insert(operation["operationId"]).second) << operation["operationId"];
      EXPECT_FALSE(operation["summary"].get<std::string>().empty());
    }
  }
  for (const Route& route : routes()) {
    if (!route.is_page) there.insert((route.method == Method::post ? "post " : "get ") + route.pattern);
  }
  EXPECT_EQ(described, there);
}

TEST_F(OpenApi, PlacesOfAPathAreParameters) {
  for (const auto& [path, methods] : description_["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      std::size_t places = 0;
      for (const auto& one : operation["parameters"]) {
        EXPECT_FALSE(one["description"].get<std::string>().empty()) << path;
        if (one["in"] != "path") continue;
        ++places;
        EXPECT_NE(path.find("{" + one["name"].get<std::string>() + "}"), std::string::npos);
        EXPECT_EQ(one["required"], true);
      }
      EXPECT_EQ(places, static_cast<std::size_t>(std::ranges::count(path, '{'))) << path;
    }
  }
}

// Each GET is asked with its examples; places without an example get what the little edition has.
TEST_F(OpenApi, AnswersAreAsDescribed) {
  const std::map<std::string, std::string> known = {{"edition", holding_.name()}, {"key", "0000000000000010"}, {"id", "books"}, {"table", "state"}};
  for (const auto& [path, methods] : description_["paths"].items()) {
    if (!methods.contains("get")) continue;
    const json& operation = methods["get"];
    std::string target = path, query;
    for (const auto& one : operation["parameters"]) {
      const std::string name = one["name"];
      std::string value = known.contains(name) ? known.at(name) : one.contains("example") ? one["example"].is_string() ? one["example"].get<std::string>() : one["example"].dump() : "";
      if (one["in"] == "path") {
        const std::string place = "{" + name + "}";
        ASSERT_FALSE(value.empty()) << path << " " << name;
        target.replace(target.find(place), place.size(), percent_encode(value));
      } else if (!value.empty() && name != "language") {  // no names of other languages here
        query += (query.empty() ? "?" : "&") + name + "=" + percent_encode(value);
      }
    }
    if (path == "/api/v1/panel") query = "?variables=mindist";
    const Sending answer = get(target + query);
    ASSERT_EQ(answer.status, 200) << target << query << "\n" << *answer.body;
    const std::string type = header(answer, "Content-Type");
    bool declared = false;
    for (const auto& [name, unused] : operation["responses"]["200"]["content"].items()) declared |= type.starts_with(name);
    EXPECT_TRUE(declared) << target << " answers " << type;
    EXPECT_TRUE(type != "application/json" || json::accept(*answer.body)) << target;
    const Sending wrong = get(target + "?no_such_parameter=1");
    EXPECT_EQ(wrong.status, 400) << target;
    EXPECT_EQ(json::parse(*wrong.body)["error"]["parameter"], "no_such_parameter");
  }
}

// Every "$ref" anywhere in the description.
void each_reference(const json& value, const std::function<void(const std::string&)>& work) {
  if (value.is_object() && value.contains("$ref")) work(value["$ref"]);
  if (value.is_structured()) {
    for (const json& one : value) each_reference(one, work);
  }
}

TEST_F(OpenApi, ReferencesLeadSomewhere) {
  std::size_t count = 0;
  each_reference(description_, [&](const std::string& reference) {
    ++count;
    ASSERT_TRUE(reference.starts_with("#/"));
    EXPECT_TRUE(description_.contains(json::json_pointer(reference.substr(1)))) << reference;
  });
  EXPECT_GT(count, 50u);
}

}  // namespace
}  // namespace comity::server::test
