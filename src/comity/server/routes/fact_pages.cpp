// Pages of facts: start, pair, country, rankings, matrix, compare, disagreements. What they look like is the room pages'.
#include <algorithm>

#include <fmt/format.h>

#include "comity/dossier/dossier.hpp"
#include "comity/pages/compare.hpp"
#include "comity/pages/pair.hpp"
#include "comity/pages/text_pages.hpp"
#include "comity/server/page_call.hpp"

namespace comity::server {
namespace {

std::string key_of(const Call& call, StateId state) { return call.service.states().state(state).key; }

// A search without a script: one state is its page, two in a text are their pair's; else what it may have meant.
Response start(Call& call) {
  if (auto answer = mended(call)) return *answer;
  const pages::Site& site = site_of(call);
  bool whole = false;
  const auto data = call.holding.shelf(call.service).start_so_far(whole);
  const std::string asked = call.text("q");
  if (asked.empty()) {
    Response out = html(pages::start_page(site, data));
    if (!whole) out.keeping = Keeping::never;  // the server has just begun: soon there is more to show
    return out;
  }
  if (asked.size() > 300) throw Problem(400, "bad_parameter", "the search is too long", {}, "q");
  const world::Resolver& resolver = call.service.resolver();
  const auto found = resolver.resolve(asked, {});
  if (found.state) return redirect(call, pages::country_path(key_of(call, found.state)));
  std::vector<StateId> named;
  world::TextOptions options;
  options.languages = resolver.languages();
  for (const auto& mention : resolver.find_in_text(asked, options)) {
    if (mention.state() && std::ranges::find(named, mention.state()) == named.end()) named.push_back(mention.state());
  }
  if (named.size() == 2) return redirect(call, pages::pair_path(key_of(call, named[0]), key_of(call, named[1])));
  for (const auto& candidate : found.candidates) {
    if (std::ranges::find(named, candidate.state) == named.end()) named.push_back(candidate.state);
  }
  Response out = html(pages::start_page(site, data, asked, named));
  out.keeping = Keeping::never;
  return out;
}

// Two countries picked from lists.
Response picked(Call& call) {
  if (!call.has("a") || !call.has("b")) return redirect(call, "");
  return redirect(call, pages::pair_path(key_of(call, call.state("a")), key_of(call, call.state("b"))));
}

Response pair(Call& call, bool full) {
  const StateId a = call.state("a"), b = call.state("b");
  const std::string path = pages::pair_path(key_of(call, a), key_of(call, b)) + (full ? "full/" : "");
  if (a == b) return redirect(call, pages::country_path(key_of(call, a)));
  if (call.text("a") != key_of(call, a) || call.text("b") != key_of(call, b)) return redirect(call, path, 308);
  if (auto answer = mended(call)) return *answer;
  auto session = call.holding.edition().session();
  dossier::Request request;
  request.profile = full ? dossier::Profile::full : dossier::Profile::brief;
  const auto report = dossier::make_dossier(session.pair_facts(a, b), call.holding.drawing_context(), request);
  std::optional<facts::EditionChanges> changes;
  if (const auto* file = call.holding.changes()) changes = file->of_pair(a, b);
  return html(pages::pair_page(site_of(call), report, {.a = a, .b = b, .full = full, .changes = changes ? &*changes : nullptr}));
}
Response brief_pair(Call& call) { return pair(call, false); }
Response full_pair(Call& call) { return pair(call, true); }

Response country(Call& call) {
  const StateId state = call.state("a");
  if (call.text("a") != key_of(call, state)) return redirect(call, pages::country_path(key_of(call, state)), 308);
  if (auto answer = mended(call)) return *answer;
  auto session = call.holding.edition().session();
  auto all = pages::gather_countries(session.connection(), call.holding.context(), state);
  pages::CountryData data;
  if (const auto known = all.find(state.value); known != all.end()) data = std::move(known->second);
  data.state = state;
  if (const auto* file = call.holding.changes()) data.changes = file->of_state(state);
  return html(pages::country_page(site_of(call), data));
}

Response rankings(Call& call) {
  if (auto answer = mended(call)) return *answer;
  return html(pages::rankings_index_page(site_of(call), call.holding.shelf(call.service).slices()));
}

pages::RankingData ranking_data(const Call& call, const std::string& key) {
  const auto& context = call.holding.context();
  const auto& slices = call.holding.shelf(call.service).slices();
  const auto slice = std::ranges::find_if(slices, [&](const pages::Slice& one) { return context.indicators[one.indicator.value].id == key; });
  if (slice == slices.end()) {
    std::vector<std::string> known;
    for (const auto& one : slices) known.push_back(context.indicators[one.indicator.value].id);
    auto near = nearest(key, known);
    for (auto& one : near) one.insert(0, "/rankings/");
    throw Problem(404, "unknown_indicator", fmt::format("there is no ranking of '{}'", key), "All: /rankings/", "indicator", near);
  }
  auto session = call.holding.edition().session();
  return {.slice = *slice, .rows = pages::gather_ranking(session.connection(), context, *slice), .others = slices, .csv = "data/" + key + ".csv"};
}

Response ranking(Call& call) {
  if (auto answer = mended(call)) return *answer;
  return html(pages::ranking_page(site_of(call), ranking_data(call, call.text("indicator"))));
}

Response matrix(Call& call) {
  if (auto answer = mended(call)) return *answer;
  return html(pages::matrix_page(site_of(call), ranking_data(call, call.text("indicator"))));
}

// The whole table behind a ranking, where pages of every language lead to.
Response ranking_table(Call& call) {
  std::string name = call.text("name");
  if (!name.ends_with(".csv")) throw Problem(404, "unknown_path", "there is no such table", "Tables end in .csv.");
  name.resize(name.size() - 4);
  Response out;
  out.media_type = "text/csv; charset=utf-8";
  out.body = pages::ranking_csv(call.holding.shelf(call.service).site(page_languages.front()), ranking_data(call, name));
  return out;
}

Response compare(Call& call) {
  if (auto answer = mended(call)) return *answer;
  pages::CompareData data;
  data.indexed = call.text("scale") == "indexed";
  data.indicators = call.holding.shelf(call.service).slices();
  data.indicator = call.text("indicator").empty() ? "goods_exports" : call.text("indicator");
  for (const std::string& one : call.list("pairs")) {
    const std::size_t dash = one.find('-');
    if (dash == std::string::npos) throw Problem(400, "bad_parameter", fmt::format("'{}' is no pair", one), "Write it as DEU-KAZ.", "pairs");
    if (data.pairs.size() == pages::most_compared) throw Problem(400, "bad_parameter", fmt::format("more than {} pairs", pages::most_compared), {}, "pairs");
    const auto state = [&](const std::string& text) {
      const auto match = call.service.states().match(text, last_day);
      if (!match.state) throw Problem(404, "unknown_state", fmt::format("no state is called '{}'", text), {}, "pairs", call.service.states().nearest_names(text, 3));
      return match.state;
    };
    data.pairs.emplace_back(state(one.substr(0, dash)), state(one.substr(dash + 1)));
  }
  if (!data.pairs.empty()) {
    auto session = call.holding.edition().session();
    data.series = pages::gather_compare(session.connection(), call.holding.context(), data.indicator, data.pairs);
  }
  return html(pages::compare_page(site_of(call), data));
}

Response disagreements(Call& call) {
  if (auto answer = mended(call)) return *answer;
  auto session = call.holding.edition().session();
  return html(pages::disagreements_page(site_of(call), pages::gather_disagreements(session.connection())));
}

}  // namespace

void add_fact_pages(std::vector<Route>& routes) {
  const Parameter a = {.name = "a", .kind = Kind::state, .meaning = "a state"}, b = {.name = "b", .kind = Kind::state, .meaning = "another"};
  const Parameter indicator = {.name = "indicator", .meaning = "key of an indicator"};
  add_page(routes, "/", "the start", start, {{.name = "q", .meaning = "what is searched for"}});
  add_page(routes, "/pair/", "two countries picked from lists", picked, {a, b});
  add_page(routes, "/pair/{a}/{b}/", "a pair in brief", brief_pair, {a, b});
  add_page(routes, "/pair/{a}/{b}/full/", "a pair, everything", full_pair, {a, b});
  add_page(routes, "/country/{a}/", "a country", country, {a});
  add_page(routes, "/rankings/", "which rankings there are", rankings);
  add_page(routes, "/rankings/{indicator}/", "all pairs by one indicator", ranking, {indicator});
  add_page(routes, "/matrix/{indicator}/", "the same as a matrix", matrix, {indicator});
  add_page(routes, "/compare/", "up to six pairs beside each other", compare,
           {{.name = "pairs", .kind = Kind::list, .meaning = "DEU-KAZ,FRA-KAZ"}, indicator, {.name = "scale", .meaning = "absolute or indexed"}});
  add_page(routes, "/disagreements/", "where sources contradict each other", disagreements);
  routes.push_back({.pattern = "/data/{name}", .summary = "the table behind a ranking", .handler = ranking_table, .parameters = {{.name = "name", .meaning = "indicator.csv"}}, .media_types = {"text/csv"}, .is_page = true});
}

}  // namespace comity::server
