#include "comity/server/page_call.hpp"

#include <algorithm>

#include "comity/pages/text_pages.hpp"

namespace comity::server {
namespace {

// "../../": from the address asked for to the site's root.
std::string root_of(const Target& target) {
  const std::size_t depth = target.segments.size() - (target.closed || target.segments.empty() ? 0 : 1);
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += "../";
  return out.empty() ? "./" : out;
}

std::string folder_of(const std::string& language) { return language == page_languages.front() ? "" : language + "/"; }

}  // namespace

std::string language_of(const Target& target) {
  const bool named = !target.segments.empty() && std::find(page_languages.begin() + 1, page_languages.end(), target.segments.front()) != page_languages.end();
  return named ? target.segments.front() : page_languages.front();
}

const pages::Site& site_of(const Call& call) { return call.holding.shelf(call.service).site(language_of(call.target)); }

Response html(std::string page) {
  Response out;
  out.media_type = "text/html; charset=utf-8";
  out.body = std::move(page);
  return out;
}

Response redirect(const Call& call, std::string_view path, int status) {
  Response out;
  out.status = status;
  out.media_type = "text/plain; charset=utf-8";
  out.keeping = Keeping::never;
  out.headers.emplace_back("Location", root_of(call.target) + folder_of(language_of(call.target)) + std::string(path));
  return out;
}

std::optional<Response> mended(const Call& call) {
  if (call.target.closed) return std::nullopt;
  std::string location = percent_encode(call.target.segments.empty() ? "" : call.target.segments.back()) + "/";
  if (const std::size_t mark = call.request.target.find('?'); mark != std::string::npos) location += call.request.target.substr(mark);
  Response out;
  out.status = 308;
  out.media_type = "text/plain; charset=utf-8";
  out.keeping = Keeping::never;
  out.headers.emplace_back("Location", "./" + location);
  return out;
}

void add_page(std::vector<Route>& routes, const std::string& pattern, const char* summary, Handler handler, std::vector<Parameter> parameters) {
  for (const std::string& language : page_languages) {
    routes.push_back({.pattern = language == page_languages.front() ? pattern : "/" + language + pattern, .summary = summary, .handler = handler, .parameters = parameters, .media_types = {"text/html"}, .is_page = true});
  }
}

std::string not_found(const pages::Site& site, const world::Register& states, const Problem& problem, std::string_view path) {
  std::vector<std::pair<std::string, std::string>> near;
  for (const std::string& one : problem.suggestions) {
    if (problem.code == "unknown_state") {
      const auto match = states.match(one, last_day);
      if (match.state) near.emplace_back(pages::country_path(states.state(match.state).key), std::string(site.names.of(match.state)));
    } else if (one.starts_with('/')) {
      near.emplace_back(one.substr(1) + (one.ends_with('/') ? "" : "/"), one);
    }
  }
  return pages::not_found_page(site, path, near);
}

}  // namespace comity::server
