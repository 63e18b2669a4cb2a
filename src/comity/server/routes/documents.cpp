// POST /api/v1/claims and /api/v1/audit: the checkable statements of a text about two countries, and what the edition says of each.
// The text is the body itself, up to two megabytes, and is kept nowhere.
#include <fmt/format.h>

#include "comity/audit/write.hpp"
#include "comity/claims/write.hpp"
#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_text = 2u << 20;  // bytes

claims::Extractor::Options options_of(const Call& call) {
  claims::Extractor::Options out;
  out.language = call.text("language");
  const std::string markup = call.text("markup");
  if (markup == "text") out.format = claims::Format::text;
  if (markup == "markdown") out.format = claims::Format::markdown;
  if (markup == "html") out.format = claims::Format::html;
  if (markup == "wikitext") out.format = claims::Format::wikitext;
  const auto a = call.state_if_given("a"), b = call.state_if_given("b");
  if (a.has_value() != b.has_value()) throw Problem(400, "missing_parameter", "a pair is a and b; only one is given", "Give both, or none: then the text says which.", a ? "b" : "a");
  if (a && *a == *b) throw Problem(400, "bad_parameter", "a and b are one state", {}, "b");
  if (a) out.pair = {*a, *b};
  return out;
}

claims::Extractor::Result read(const Call& call) {
  if (call.request.body.empty()) throw Problem(400, "empty_body", "the body is empty", "Send the text itself as the body, as UTF-8.");
  auto out = call.service.extractor().extract(call.request.body, options_of(call));
  if (out.binary) throw Problem(422, "unreadable", "the body is no text", "Send plain text, Markdown, HTML or wikitext.");
  return out;
}

Response claims_answer(Call& call) {
  const auto found = read(call);
  Response out;
  out.media_type = "application/x-ndjson";
  out.keeping = Keeping::never;
  for (const claims::Claim& claim : found.claims) claims::append_jsonl(out.body, claim);
  return out;
}

Response audit_answer(Call& call) {
  auto found = read(call);
  const auto& context = call.holding.context();
  const auto& states = call.service.states();
  if (!found.a) {
    throw Problem(422, "no_pair", found.why_no_pair.empty() ? "the text is about no two countries that could be told" : found.why_no_pair, "Name them: a=DEU&b=KAZ.", "a");
  }
  auto session = call.holding.edition().session();
  const auto report = audit::check(std::move(found.claims), session.pair_facts(found.a, found.b), context, {found.title, {}});
  const audit::Heading heading{{}, found.title, states.state(found.a).name, states.state(found.b).name, context.edition, context.edition_date};
  Response out;
  out.keeping = Keeping::never;
  const std::string format = call.text("format");
  if (format == "json") {
    out.body = audit::write_json(report, heading, context);
  } else if (format == "suggest") {
    if (found.encoding != "utf-8" && !found.encoding.empty()) throw Problem(422, "unreadable", fmt::format("the text is {}: a suggestion can be written for UTF-8 only", found.encoding));
    out.body = audit::suggest(report, context, call.request.body, found.format);
    out.media_type = "text/plain; charset=utf-8";
  } else {
    out.body = format == "markdown" ? audit::write_markdown(report, heading, context) : audit::write_text(report, heading, context);
    out.media_type = format == "markdown" ? "text/markdown; charset=utf-8" : "text/plain; charset=utf-8";
  }
  return out;
}

std::vector<Parameter> parameters(std::vector<Parameter> more) {
  std::vector<Parameter> out = {{.name = "a", .kind = Kind::state, .meaning = "one of the two countries; usually the text says which"},
                                {.name = "b", .kind = Kind::state, .meaning = "the other"},
                                {.name = "language", .kind = Kind::choice, .meaning = "the text's language, instead of guessing", .choices = {"en", "de"}},
                                {.name = "markup", .kind = Kind::choice, .meaning = "how the text is written, instead of guessing", .choices = {"text", "markdown", "html", "wikitext"}}};
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

}  // namespace

Route claims_route() {
  return {.method = Method::post,
          .pattern = "/api/v1/claims",
          .summary = "The checkable statements of a text, one JSON object a line",
          .handler = claims_answer,
          .parameters = parameters({}),
          .media_types = {"application/x-ndjson"},
          .most_body = most_text,
          .body_meaning = "a document: plain text, Markdown, HTML or wikitext",
          .body_type = "text/plain"};
}

Route audit_route() {
  return {.method = Method::post,
          .pattern = "/api/v1/audit",
          .summary = "A text's claims held against the edition: a verdict and evidence for each",
          .handler = audit_answer,
          .parameters = parameters({{.name = "format", .kind = Kind::choice, .meaning = "form of the answer; suggest: the text with what is wrong replaced", .otherwise = "json", .choices = {"json", "markdown", "text", "suggest"}}}),
          .media_types = {"application/json", "text/markdown", "text/plain"},
          .most_body = most_text,
          .body_meaning = "a document: plain text, Markdown, HTML or wikitext",
          .body_type = "text/plain"};
}

}  // namespace comity::server
