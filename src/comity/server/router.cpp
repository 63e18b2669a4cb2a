#include "comity/server/router.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/server/page_call.hpp"

namespace comity::server {
namespace {

bool is_place(std::string_view part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

std::vector<std::string_view> parts_of(std::string_view pattern) {
  std::vector<std::string_view> out;
  for (std::size_t at = 1; at < pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', at), pattern.size());
    out.push_back(pattern.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool matches(const Route& route, const Target& target, std::vector<std::string>& places) {
  places.clear();
  const auto parts = parts_of(route.pattern);
  if (parts.size() != target.segments.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_place(parts[i])) places.push_back(target.segments[i]);
    else if (parts[i] != target.segments[i]) return false;
  }
  return true;
}

bool is_api(std::string_view path) { return path.starts_with("/api/") || path == "/api"; }

// Paths that look like the one asked for: those of as many parts first, compared with their places filled in.
std::vector<std::string> near_paths(std::span<const Route> routes, const Target& target) {
  std::vector<std::string> known;
  std::string typed;
  for (const auto& segment : target.segments) typed += "/" + segment;
  for (const Route& route : routes) {
    const auto parts = parts_of(route.pattern);
    std::string path;
    for (std::size_t i = 0; i < parts.size(); ++i) path += "/" + (is_place(parts[i]) && i < target.segments.size() ? target.segments[i] : std::string(parts[i]));
    if (!path.empty() && parts.size() == target.segments.size()) known.push_back(path);
  }
  return nearest(typed, known);
}

std::string what_of(std::exception_ptr exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown";
  }
}

void check_parameters(const Route& route, const Target& target) {
  std::vector<std::string> known;
  for (const Parameter& one : route.parameters) {
    if (route.pattern.find("{" + one.name + "}") == std::string::npos) known.push_back(one.name);
  }
  for (const auto& [name, value] : target.query) {
    const auto one = std::ranges::find(route.parameters, name, &Parameter::name);
    if (one == route.parameters.end() || std::ranges::find(known, name) == known.end()) {
      if (route.is_page) continue;
      throw Problem(400, "unknown_parameter", fmt::format("{} takes no parameter {}", route.pattern, name),
                    known.empty() ? "It takes none." : fmt::format("It takes: {}.", fmt::join(known, ", ")), name, nearest(name, known));
    }
    if (one->kind == Kind::choice && std::ranges::find(one->choices, value) == one->choices.end()) {
      throw Problem(400, "bad_parameter", fmt::format("{}={} is none of {}", name, value, fmt::join(one->choices, ", ")), {}, name, nearest(value, one->choices));
    }
  }
  for (const Parameter& one : route.parameters) {
    const bool given = std::ranges::any_of(target.query, [&](const auto& pair) { return pair.first == one.name && !pair.second.empty(); });
    if (one.required && !given && std::ranges::find(known, one.name) != known.end()) {
      throw Problem(400, "missing_parameter", fmt::format("the parameter {} is missing: {}", one.name, one.meaning), one.example.empty() ? "" : fmt::format("For example {}={}", one.name, percent_encode(one.example)), one.name);
    }
  }
}

}  // namespace

const std::string* Call::find(std::string_view name) const {
  std::size_t place = 0;
  for (const std::string_view part : parts_of(route.pattern)) {
    if (!is_place(part)) continue;
    if (part.substr(1, part.size() - 2) == name) return &places_[place];
    ++place;
  }
  for (const auto& [key, value] : target.query) {
    if (key == name && !value.empty()) return &value;
  }
  return nullptr;
}

const Parameter& Call::parameter(std::string_view name) const {
  const auto one = std::ranges::find(route.parameters, name, &Parameter::name);
  if (one == route.parameters.end()) throw std::logic_error(fmt::format("{} declares no parameter {}", route.pattern, name));
  return *one;
}

std::string Call::text(std::string_view name) const {
  const std::string* given = find(name);
  return given ? *given : parameter(name).otherwise;
}

int Call::integer(std::string_view name) const {
  const Parameter& one = parameter(name);
  const std::string value = text(name);
  if (value.empty()) return 0;
  int out = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error != std::errc() || end != value.data() + value.size() || out < one.least || out > one.most) {
    throw Problem(400, "bad_parameter", fmt::format("{}={} is no whole number from {} to {}", name, value, one.least, one.most), {}, std::string(name));
  }
  return out;
}

bool Call::flag(std::string_view name) const {
  const std::string value = text(name);
  if (value.empty() || value == "0" || value == "false") return false;
  if (value == "1" || value == "true") return true;
  throw Problem(400, "bad_parameter", fmt::format("{}={} is neither true nor false", name, value), {}, std::string(name));
}

std::optional<Day> Call::day(std::string_view name) const {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  const auto day = try_parse_day(value);
  if (!day) throw Problem(400, "bad_parameter", fmt::format("{}={} is no day", name, value), "Write it as 2017-07-03.", std::string(name));
  return day;
}

std::vector<std::string> Call::list(std::string_view name) const {
  std::vector<std::string> out;
  const std::string value = text(name);
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find(',', at), value.size());
    if (end > at) out.push_back(value.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

StateId Call::state(std::string_view name) const {
  const std::string value = text(name);
  try {
    return service.states().understand(value);
  } catch (const NotFound& error) {
    throw Problem(404, "unknown_state", error.what(), error.hint(), std::string(name), service.states().nearest_names(value, 3));
  } catch (const UsageError& error) {
    throw Problem(400, "bad_parameter", error.what(), error.hint(), std::string(name));
  }
}

std::optional<StateId> Call::state_if_given(std::string_view name) const { return has(name) ? std::optional(state(name)) : std::nullopt; }

Router::Found Router::find(Method method, std::string_view text) const {
  Found out;
  out.page = !is_api(text);
  try {
    out.target = parse_target(text);
    const Method wanted = method == Method::head ? Method::get : method;
    for (const Route& route : routes_) {
      if (!matches(route, out.target, out.places)) continue;
      if (route.method == wanted) {
        out.route = &route;
        return out;
      }
      out.allowed += (out.allowed.empty() ? "" : ", ") + std::string(route.method == Method::post ? "POST" : "GET, HEAD");
    }
    if (!out.allowed.empty()) throw Problem(405, "wrong_method", fmt::format("{} is not asked in this way", out.target.path), fmt::format("It takes {}.", out.allowed));
    throw Problem(404, "unknown_path", fmt::format("there is nothing at {}", out.target.path), is_api(out.target.path) ? "All paths: /api/v1/openapi.json" : "", {}, near_paths(routes_, out.target));
  } catch (const Problem& problem) {
    out.trouble = problem;
  }
  return out;
}

// A page for whoever asks for one: with the names and links of the site where that can be had.
Response Router::refusal(const Found& found, const Problem& problem, bool page, const Holding& holding) const {
  Response out = error_response(problem, page);
  if (page && problem.status == 404) {
    try {
      out.body = not_found(holding.shelf(service_).site(language_of(found.target)), service_.states(), problem, found.target.path);
    } catch (const Error&) {
      // The plain page says the same.
    }
  }
  if (!found.allowed.empty()) out.headers.emplace_back("Allow", found.allowed);
  return out;
}

Response Router::answer(const Request& request, const Found& found, const Holding& holding) const {
  if (!found.route) return refusal(found, *found.trouble, found.page, holding);
  try {
    check_parameters(*found.route, found.target);
    Call call(request, found.target, *found.route, service_, holding, found.places);
    Response out = found.route->handler(call);
    out.headers.emplace_back("Comity-Edition", holding.name());
    return out;
  } catch (...) {
    const Problem problem = problem_of(std::current_exception());
    if (problem.status >= 500 && service_.ports().complain) service_.ports().complain(request.target + ": " + what_of(std::current_exception()));
    return refusal(found, problem, found.route->is_page, holding);
  }
}

}  // namespace comity::server
