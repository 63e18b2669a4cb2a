// /api/v1/openapi.json: the OpenAPI 3.1 description, written from the table of routes: what is refused and what is described are one.
#include <algorithm>

#include "comity/server/json.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

const char* type_of(Kind kind) { return kind == Kind::integer ? "integer" : kind == Kind::flag ? "boolean" : "string"; }

void put_parameter(Json& json, const Route& route, const Parameter& one) {
  const bool place = route.pattern.find("{" + one.name + "}") != std::string::npos;
  json.begin_object().field("name", one.name).field("in", place ? "path" : "query").field("required", place || one.required).field("description", one.meaning);
  json.key("schema").begin_object().field("type", type_of(one.kind));
  if (one.kind == Kind::integer) json.field("minimum", one.least).field("maximum", one.most);
  if (one.kind == Kind::day) json.field("format", "date");
  if (!one.choices.empty()) json.field("enum", one.choices);
  if (!one.otherwise.empty()) {
    json.key("default");
    one.kind == Kind::integer ? json.raw(one.otherwise) : json.text(one.otherwise);
  }
  json.end_object();
  if (!one.example.empty()) {
    json.key("example");
    one.kind == Kind::integer ? json.raw(one.example) : json.text(one.example);
  }
  json.end_object();
}

void put_error(Json& json, const char* status, const char* meaning) {
  json.key(status).begin_object().field("description", meaning).key("content").begin_object().key("application/json").begin_object();
  json.key("schema").begin_object().field("$ref", "#/components/schemas/Error").end_object().end_object().end_object().end_object();
}

std::string id_of(const Route& route) {
  std::string out = route.method == Method::post ? "post" : "get";
  for (const char c : route.pattern) {
    if (c == '/' || c == '_' || c == '.') out += '_';
    else if (c != '{' && c != '}') out += c;
  }
  return out;
}

void put_operation(Json& json, const Route& route) {
  json.key(route.method == Method::post ? "post" : "get").begin_object().field("operationId", id_of(route)).field("summary", route.summary);
  json.key("parameters").begin_array();
  for (const Parameter& one : route.parameters) put_parameter(json, route, one);
  json.end_array();
  if (route.most_body) {
    json.key("requestBody").begin_object().field("required", true).field("description", route.body_meaning).key("content").begin_object().key(route.body_type).begin_object();
    json.key("schema").begin_object().field("type", "string").field("maxLength", route.most_body).end_object().end_object().end_object().end_object();
  }
  json.key("responses").begin_object().key("200").begin_object().field("description", "the answer").key("content").begin_object();
  for (const std::string& type : route.media_types) json.key(type).begin_object().end_object();
  json.end_object().end_object();
  if (route.method == Method::get) json.key("304").begin_object().field("description", "not changed since the ETag that If-None-Match names").end_object();
  put_error(json, "400", "a parameter is unknown, missing or wrong; it is named");
  put_error(json, "404", "nothing of that name, with suggestions");
  if (route.most_body) put_error(json, "413", "the body is too large");
  if (route.lane == Lane::child || route.most_body) put_error(json, "422", "understood, and too much or not readable");
  put_error(json, "503", "too busy; try again");
  json.end_object().end_object();
}

void put_error_schema(Json& json) {
  const auto text = [&](const char* name, bool may_be_null) {
    json.key(name).begin_object().key("type");
    may_be_null ? json.begin_array().text("string").text("null").end_array() : json.text("string");
    json.end_object();
  };
  json.key("components").begin_object().key("schemas").begin_object().key("Error").begin_object().field("type", "object").field("required", std::vector<std::string>{"error"});
  json.key("properties").begin_object().key("error").begin_object().field("type", "object").field("required", std::vector<std::string>{"code", "message", "hint", "parameter", "suggestions"});
  json.key("properties").begin_object();
  text("code", false), text("message", false), text("hint", true), text("parameter", true);
  json.key("suggestions").begin_object().field("type", "array").key("items").begin_object().field("type", "string").end_object().end_object();
  json.end_object().end_object().end_object().end_object().end_object().end_object();
}

Response answer(Call& call) {
  Json json;
  json.begin_object().field("openapi", "3.1.0").key("info").begin_object().field("title", "Comity").field("version", call.service.ports().version);
  json.field("summary", "What is between two countries, with a source for every figure");
  json.field("description",
             "Every answer that rests on data names its edition in the header Comity-Edition and carries an ETag. Lists are paged: limit, offset, and next in the answer. Errors have one shape.");
  json.end_object().key("paths").begin_object();
  const auto all = routes();
  std::vector<std::string> done;
  for (const Route& route : all) {
    if (route.is_page || std::ranges::find(done, route.pattern) != done.end()) continue;
    done.push_back(route.pattern);
    json.key(route.pattern).begin_object();
    for (const Route& same : all) {
      if (same.pattern == route.pattern) put_operation(json, same);
    }
    json.end_object();
  }
  json.end_object();
  put_error_schema(json);
  json.end_object();
  Response out;
  out.body = json.take();
  return out;
}

}  // namespace

Route openapi_route() { return {.pattern = "/api/v1/openapi.json", .summary = "This description", .handler = answer}; }

}  // namespace comity::server
