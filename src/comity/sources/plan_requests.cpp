#include "comity/sources/plan_requests.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/date.hpp"
#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

// Placeholders and what stands for them, in one request.
using Filling = std::vector<std::pair<std::string, std::string>>;

std::string filled(std::string text, const Filling& filling) {
  for (const auto& [name, value] : filling) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size()) text.replace(at, mark.size(), value);
  }
  return text;
}

bool uses(const RequestDeclaration& request, const char* name) {
  const std::string mark = fmt::format("{{{}}}", name);
  return request.url.find(mark) != std::string::npos || request.to.find(mark) != std::string::npos;
}

// Each of `fillings` once with every one of `more`.
void multiply(std::vector<Filling>& fillings, const std::vector<Filling>& more) {
  std::vector<Filling> out;
  for (const auto& one : fillings) {
    for (const auto& other : more) {
      out.push_back(one);
      out.back().insert(out.back().end(), other.begin(), other.end());
    }
  }
  fillings = std::move(out);
}

std::vector<Filling> reporters_of(const RequestDeclaration& request, const PlanOptions& options) {
  const Day today = parse_day(options.today);
  std::vector<Filling> out;
  const auto& named = !request.reporters.empty() ? request.reporters : options.reporters;
  if (named.empty()) {
    for (const auto& state : options.states->states()) {
      if (!state.is_current()) continue;
      if (const auto code = options.states->code(request.scheme, state.id, today); !code.empty()) out.push_back({{"reporter", std::string(code)}});
    }
    return out;
  }
  for (const auto& key : named) {
    const StateId state = options.states->by_key(key);
    if (!options.states->try_state(state)) throw UsageError(fmt::format("{}: there is no state '{}'", request.where, key), "`comity states` lists their keys.");
    const auto code = options.states->code(request.scheme, state, today);
    if (!options.states->state(state).exists_on(today)) throw DataError(fmt::format("{}: {} is no state of {}", request.where, key, options.today), "Leave it out of the reporters.");
    if (code.empty()) throw DataError(fmt::format("{}: {} has no code of the scheme '{}'", request.where, key, request.scheme), "Leave it out of the reporters.");
    out.push_back({{"reporter", std::string(code)}});
  }
  return out;
}

// {since} and {until} of each block; {year} is the block's first.
std::vector<Filling> blocks_of(const RequestDeclaration& request, int this_year) {
  if (request.first_year == 0) throw DataError(fmt::format("{}: it goes by year, but first_year is missing", request.where), "docs/live.md says how a request is declared.");
  std::vector<Filling> out;
  const int last = this_year - request.delay_years;
  for (int year = request.first_year; year <= last; year += request.years_a_request) {
    const int until = std::min(year + request.years_a_request - 1, last);
    out.push_back({{"year", std::to_string(year)}, {"since", std::to_string(year)}, {"until", std::to_string(until)}});
  }
  return out;
}

const std::string* value_of(const Filling& filling, std::string_view name) {
  for (const auto& [key, value] : filling) {
    if (key == name) return &value;
  }
  return nullptr;
}

PlannedRequest::State state_of(const RequestDeclaration& request, const std::string& url, const LockedFile& locked, const std::string* until, const PlanOptions& options) {
  if (options.again) return PlannedRequest::ask;
  // Another question than the one that was answered: a block that reaches a year further, a changed query.
  if (!locked.url.empty() && locked.url != url) return PlannedRequest::ask;
  const Day today = parse_day(options.today);
  const auto asked = try_parse_day(locked.date);
  if (!asked) return PlannedRequest::ask;
  // A year is settled once it was asked when it was old enough: what was asked while it was being revised is asked again.
  if (until && request.revised_years > 0 && !options.all_years && year_of(*asked) - std::atoi(until->c_str()) > request.revised_years) return PlannedRequest::settled;
  if (today >= *asked && (today - *asked).count() < request.refresh_days) return PlannedRequest::fresh;
  return PlannedRequest::ask;
}

// What is here of a block: its whole answer, dated by the newest of its changes.
LockedFile newest_of(const LockFile& lock, const std::string& folder, const std::string& to, const LockedFile& whole) {
  LockedFile out = whole;
  for (const auto& [path, file] : lock.files()) {
    if (path.starts_with(folder + "/") && is_changes_file(to, path.substr(folder.size() + 1))) out.date = std::max(out.date, file.date);
  }
  return out;
}

void check_filled(const RequestDeclaration& request, const std::string& text) {
  const auto begin = text.find('{');
  if (begin == std::string::npos) return;
  const auto end = text.find('}', begin);
  throw DataError(fmt::format("{}: nothing fills the placeholder {}", request.where, text.substr(begin, end == std::string::npos ? end : end - begin + 1)),
                  "Placeholders: base, year, since, until, reporter, page, offset, query and the names of [request.values].");
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const unsigned char c : text) {
    if (std::isalnum(c) || c == '-' || c == '.' || c == '_' || c == '~') out += static_cast<char>(c);
    else out += fmt::format("%{:02X}", c);
  }
  return out;
}

std::string changes_file(const std::string& to, std::string_view day) {
  const auto dot = std::min(to.rfind('.'), to.size());
  return fmt::format("{}~{}{}", to.substr(0, dot), day, to.substr(dot));
}

bool is_changes_file(const std::string& to, const std::string& file) {
  constexpr std::size_t length_of_day = 10;
  const auto dot = std::min(to.rfind('.'), to.size());
  return file.size() == to.size() + 1 + length_of_day && file == changes_file(to, std::string_view(file).substr(dot + 1, length_of_day)) && try_parse_day(file.substr(dot + 1, length_of_day));
}

std::string PlannedRequest::url_of(unsigned page) const {
  const std::uint64_t rows = declaration->most_rows;
  return filled(page_url, {{"page", std::to_string(page + 1)}, {"offset", std::to_string(rows * page)}});
}

std::string PlannedRequest::to_of(unsigned page) const { return filled(page_to, {{"page", std::to_string(page + 1)}}); }

std::vector<PlannedRequest> plan_requests(const Source& source, const LockFile& lock, const PlanOptions& options) {
  std::vector<PlannedRequest> out;
  for (const auto& request : source.requests) {
    const auto provider = options.providers->find(request.provider);
    if (provider == options.providers->end()) throw DataError(fmt::format("{}: there is no provider '{}'", request.where, request.provider), "Providers are the files of data/providers/.");
    const bool has_key = provider->second.takes_key() && options.key && !options.key(provider->second).empty();
    if ((request.key == "needed" && !has_key) || (request.key == "without" && has_key)) continue;
    std::vector<Filling> fillings(1, {{"base", provider->second.base}});
    if (uses(request, "query")) multiply(fillings, {{{"query", percent_encoded(read_file(source.place / request.query_file))}}});
    for (const auto& [name, values] : request.values) {
      std::vector<Filling> each;
      for (const auto& value : values) each.push_back({{name, value}});
      multiply(fillings, each);
    }
    if (uses(request, "reporter")) multiply(fillings, reporters_of(request, options));
    if (uses(request, "year") || uses(request, "since")) multiply(fillings, blocks_of(request, year_of(parse_day(options.today))));
    for (const auto& filling : fillings) {
      PlannedRequest one;
      one.declaration = &request;
      one.provider = &provider->second;
      one.page_url = filled(request.url, filling);
      one.page_to = filled(request.to, filling);
      one.url = one.url_of(0);
      one.to = one.to_of(0);
      one.accept = request.accept.empty() ? provider->second.accept : request.accept;
      one.with_key = has_key && request.key != "without";
      check_filled(request, one.url);
      check_filled(request, one.to);
      if (const LockedFile* locked = lock.find(source.folder + "/" + one.to)) {
        const LockedFile here = request.changes.empty() ? *locked : newest_of(lock, source.folder, one.to, *locked);
        one.date = here.date;
        one.state = state_of(request, one.url, here, value_of(filling, "until"), options);
        if (!request.changes.empty() && !options.again && !options.all_years && locked->url == one.url && try_parse_day(here.date)) {
          one.only_changes = true;
          one.page_url = one.url = one.url + filled(request.changes, {{"asked", here.date}});
          one.page_to = one.to = changes_file(one.to, options.today);
        }
      }
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace comity::sources
