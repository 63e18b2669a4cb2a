#include "comity/site/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include "comity/base/error.hpp"
#include "comity/dossier/dossier.hpp"
#include "comity/pages/assets.hpp"
#include "comity/pages/gather.hpp"
#include "comity/pages/pair.hpp"
#include "comity/pages/text_pages.hpp"
#include "comity/site/fact_hash.hpp"
#include "comity/site/files_for_robots.hpp"
#include "comity/site/folder.hpp"
#include "comity/site/selection.hpp"
#include "comity/sources/change_file.hpp"
#include "comity/sources/redistribution.hpp"
#include "comity/web/assets.hpp"

namespace comity::site {
namespace {

// The site in one language: its words and names, and the frame that refers to them.
struct Tongue {
  pages::Words words;
  pages::StateNames names;
  pages::Site site;

  Tongue(const std::string& language, const Request& request, const Selection& selection, const world::Resolver& resolver)
      : words(pages::Words::load(request.data_folder, language)), names(*selection.context().states, &resolver, language), site{words, names, selection.context()} {
    site.languages = request.languages;
    site.address = request.address;
    site.rates = pages::rates_json(selection.context());
    for (const auto& asset : pages::page_assets()) (asset.name.ends_with(".css") ? site.styles : site.scripts).push_back(asset.name);
    if (const auto* style = web::try_find_stem("main.css")) site.styles.emplace_back(style->name);
    if (const auto* script = web::try_find_stem("main.js")) site.scripts.emplace_back(script->name);
  }
  Tongue(const Tongue&) = delete;
  // Below the site's root.
  std::string path(const std::string& page) const { return (words.language() == site.languages.front() ? "" : words.language() + "/") + page; }
};

std::string pair_name(const world::Register& states, StateId a, StateId b) {
  const std::string &first = states.state(a).key, &second = states.state(b).key;
  return first < second ? first + " " + second : second + " " + first;
}

class Writer {
 public:
  Writer(store::Edition& edition, const world::Resolver& names, const Request& request, Progress& progress)
      : edition_(edition), names_(names), request_(request), progress_(progress), folder_(request.folder), session_(edition.session()), selection_(session_.connection(), edition.context(), request.include) {
    for (const auto& language : request.languages) tongues_.push_back(std::make_unique<Tongue>(language, request, selection_, names));
  }

  Made write() {
    write_assets();
    find_pages();
    write_pairs();
    write_countries();
    write_rankings();
    write_sources();
    write_words();
    write_for_robots();
    folder_.finish();
    made_.pages = folder_.files_written();
    made_.bytes = folder_.bytes_written();
    return made_;
  }

 private:
  const facts::Context& context() const { return selection_.context(); }
  const world::Register& states() const { return *context().states; }
  bool is_wanted(StateId state) const { return request_.only.empty() || std::ranges::find(request_.only, state) != request_.only.end(); }

  void put(const Tongue& tongue, const std::string& path, const std::string& html) {
    folder_.write(tongue.path(path) + "index.html", html);
    const std::lock_guard lock(mutex_);
    paths_.insert(tongue.path(path));
  }

  void write_assets() {
    for (const auto& asset : pages::page_assets()) folder_.write("assets/" + asset.name, asset.bytes);
    for (const auto& asset : web::web_assets()) folder_.write("assets/" + std::string(asset.name), asset.bytes);
  }

  // What each country's page needs, and with it which pairs and countries have pages: links lead to these alone.
  void find_pages() {
    progress_.step("countries", 0);
    changes_ = sources::ChangeFile::try_open(edition_.file(), context().edition);
    if (changes_) changed_ = changes_->pairs();
    limits_ = pages::make_totals(session_.connection(), context(), {.facts = std::string(sources::leaves_condition)});
    countries_ = pages::gather_countries(session_.connection(), context(), {}, limits_);
    for (auto at = countries_.begin(); at != countries_.end();) {
      auto& pairs = at->second.pairs;
      std::erase_if(pairs, [&](StateId other) { return !is_wanted(other) || other == at->second.state; });
      at = pairs.empty() || !is_wanted(at->second.state) ? countries_.erase(at) : std::next(at);
    }
    for (const auto& [id, country] : countries_) {
      ordered_.push_back(country.state);
      for (const StateId other : country.pairs) pairs_.insert(Pair(country.state, other).code());
    }
    std::ranges::sort(ordered_, {}, [&](StateId id) { return states().state(id).key; });
    for (auto& tongue : tongues_) {
      tongue->site.has_pair = [this](StateId a, StateId b) { return pairs_.contains(Pair(a, b).code()); };
      tongue->site.has_country = [this](StateId state) { return countries_.contains(state.value); };
    }
  }

  void write_pairs() {
    made_.pairs = pairs_.size();
    progress_.step("pairs", pairs_.size());
    std::string basis = request_.program + "\n" + request_.address;
    for (const auto& tongue : tongues_) basis += "\n" + tongue->words.language();
    for (const auto& name : tongues_.front()->site.styles) basis += "\n" + name;
    for (const auto& name : tongues_.front()->site.scripts) basis += "\n" + name;
    basis += changes_ ? "\nchanges" : "";
    const FactHash hashes(context(), basis);
    std::atomic<std::size_t> written = 0, kept = 0;
    edition_.for_each_pair(request_.threads, [&](std::size_t number, facts::PairFacts& facts) {
      if (!pairs_.contains(Pair(facts.a, facts.b).code())) return;
      selection_.apply(facts);
      if (states().state(facts.b).key < states().state(facts.a).key) turn(facts);
      const std::string name = pair_name(states(), facts.a, facts.b);
      const std::uint64_t hash = hashes.of(facts, changed_.contains(Pair(facts.a, facts.b).code()) ? changes_->editions().before : "");
      const std::string path = pages::pair_path(states().state(facts.a).key, states().state(facts.b).key);
      const bool is_there = folder_.known(name) == hash && std::ranges::all_of(tongues_, [&](const auto& tongue) { return folder_.has(tongue->path(path) + "index.html"); });
      if (is_there) ++kept;
      else write_pair(facts, path), ++written;
      folder_.remember(name, hash);
      if (number % 256 == 0) progress_.advance(number);
    }, {}, selection_.sources());
    made_.pairs_written = written;
    made_.pairs_kept = kept;
    for (const auto& tongue : tongues_) {
      for (const std::uint32_t code : pairs_) paths_.insert(tongue->path(path_of(Pair(code))));
    }
    forget();
  }

  std::string path_of(Pair pair) const {
    const std::string &a = states().state(pair.low).key, &b = states().state(pair.high).key;
    return a < b ? pages::pair_path(a, b) : pages::pair_path(b, a);
  }

  void write_pair(const facts::PairFacts& facts, const std::string& path) {
    dossier::Request wanted;
    wanted.with_facts = false;
    const auto report = dossier::make_dossier(facts, context(), wanted);
    const auto changes = changes_of(facts);
    const auto texts = pages::pair_texts(report, request_.languages);
    for (std::size_t i = 0; i < tongues_.size(); ++i) {
      const auto& tongue = tongues_[i];
      folder_.write(tongue->path(path) + "index.html", pages::pair_page(tongue->site, texts[i], {.a = facts.a, .b = facts.b, .full = true, .one_length = true, .changes = changes ? &*changes : nullptr}));
    }
  }

  // Nothing where no former edition was at hand; of a pair that did not change, the two editions alone.
  std::optional<facts::EditionChanges> changes_of(const facts::PairFacts& facts) const {
    if (!changes_) return std::nullopt;
    if (changed_.contains(Pair(facts.a, facts.b).code())) return changes_->of_pair(facts.a, facts.b, shown_sources());
    return facts::EditionChanges{.editions = changes_->editions(), .counts = {}, .pairs = {}, .examples = {}};
  }

  std::vector<std::string> shown_sources() const {
    std::vector<std::string> out;
    for (const SourceId id : selection_.sources()) out.push_back(context().sources[id.value].id);
    return out;
  }

  // Pages of pairs of which nothing is known any more.
  void forget() {
    for (const auto& name : folder_.forgotten()) {
      const auto blank = name.find(' ');
      for (const auto& tongue : tongues_) folder_.remove(tongue->path(pages::pair_path(name.substr(0, blank), name.substr(blank + 1))));
      ++made_.pairs_removed;
    }
  }

  void write_countries() {
    made_.countries = ordered_.size();
    progress_.step("pages of countries", ordered_.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    std::exception_ptr failed;
    for (int i = 0; i < request_.threads; ++i) {
      threads.emplace_back([&] {
        try {
          for (std::size_t at; (at = next++) < ordered_.size();) {
            auto& country = countries_.at(ordered_[at].value);
            if (changes_) country.changes = changes_->of_state(country.state, shown_sources());
            for (const auto& tongue : tongues_) put(*tongue, pages::country_path(states().state(country.state).key), pages::country_page(tongue->site, country));
          }
        } catch (...) {
          const std::lock_guard lock(mutex_);
          failed = std::current_exception();
        }
      });
    }
    threads.clear();
    if (failed) std::rethrow_exception(failed);
  }

  void write_rankings() {
    progress_.step("rankings", 0);
    slices_ = pages::gather_slices(session_.connection(), context(), limits_);
    for (const auto& tongue : tongues_) put(*tongue, "rankings/", pages::rankings_index_page(tongue->site, slices_));
    for (const auto& slice : slices_) {
      const std::string& key = context().indicators[slice.indicator.value].id;
      pages::RankingData data{.slice = slice, .rows = pages::gather_ranking(session_.connection(), context(), slice, limits_), .others = slices_, .csv = "data/" + key + ".csv"};
      folder_.write(data.csv, pages::ranking_csv(tongues_.front()->site, data));
      for (const auto& tongue : tongues_) {
        put(*tongue, "rankings/" + key + "/", pages::ranking_page(tongue->site, data));
        put(*tongue, "matrix/" + key + "/", pages::matrix_page(tongue->site, data));
      }
    }
    const auto disagreements = pages::gather_disagreements(session_.connection(), limits_);
    for (const auto& tongue : tongues_) put(*tongue, "disagreements/", pages::disagreements_page(tongue->site, disagreements));
  }

  void write_sources() {
    progress_.step("sources", 0);
    sources_ = pages::gather_sources(session_.connection(), edition_.context());
    for (auto& one : sources_) {
      const auto& source = context().sources[one.source.value];
      one.left_out = !selection_.shows(one.source) && source.role == "facts";
      if (one.left_out) made_.left_out.push_back(source.id);
    }
    std::ranges::sort(made_.left_out);
    for (const auto& tongue : tongues_) {
      put(*tongue, "sources/", pages::sources_page(tongue->site, sources_));
      put(*tongue, "left-out/", pages::left_out_page(tongue->site, sources_));
      for (const auto& one : sources_) put(*tongue, "sources/" + context().sources[one.source.value].id + "/", pages::source_page(tongue->site, one));
    }
  }

  void write_words() {
    auto start = pages::gather_start(session_.connection(), context(), slices_, limits_);
    start.pairs = pairs_.size();
    start.countries = ordered_;
    for (const auto& tongue : tongues_) {
      put(*tongue, "", pages::start_page(tongue->site, start));
      put(*tongue, "about/", pages::about_page(tongue->site, {.program_version = request_.version, .pairs = start.pairs, .facts = start.facts, .sources = start.sources, .left_out_sources = made_.left_out.size(),
                                                              .pairs_rule = std::string(tongue->words("about.pairs_rule"))}));
      folder_.write(tongue->path("404.html"), pages::not_found_page(tongue->site, {}));
    }
  }

  void write_for_robots() {
    folder_.write("search.json", search_index(states(), names_, ordered_));
    folder_.write("robots.txt", robots_text(request_.address));
    if (!request_.address.empty()) write_sitemap(folder_, request_.address, {paths_.begin(), paths_.end()});
  }

  store::Edition& edition_;
  const world::Resolver& names_;
  const Request& request_;
  Progress& progress_;
  Folder folder_;
  store::Session session_;
  Selection selection_;
  pages::Limits limits_;
  std::vector<std::unique_ptr<Tongue>> tongues_;
  std::unordered_map<std::uint16_t, pages::CountryData> countries_;
  std::vector<StateId> ordered_;        // countries with a page, by key
  std::set<std::uint32_t> pairs_;       // with a page
  std::shared_ptr<const sources::ChangeFile> changes_;
  std::set<std::uint32_t> changed_;     // pairs of which it has anything
  std::vector<pages::Slice> slices_;
  std::vector<pages::SourceData> sources_;
  std::set<std::string> paths_;         // of pages, for the sitemap
  std::mutex mutex_;
  Made made_;
};

void check(const Request& request) {
  const auto known = pages::languages_of_words(request.data_folder);
  if (request.languages.empty()) throw UsageError("a site needs a language", fmt::format("Name one or more: {}", fmt::join(known, ", ")));
  for (const auto& language : request.languages) {
    if (std::ranges::find(known, language) == known.end()) throw UsageError(fmt::format("the pages do not speak '{}'", language), fmt::format("Languages: {}", fmt::join(known, ", ")));
    if (std::ranges::count(request.languages, language) > 1) throw UsageError(fmt::format("'{}' is named twice", language));
  }
  const auto& address = request.address;
  if (!address.empty() && !address.starts_with("https://") && !address.starts_with("http://")) throw UsageError(fmt::format("'{}' is no web address", address), "Write it whole: --address https://example.org/world/");
}

}  // namespace

Made write_site(store::Edition& edition, const world::Resolver& names, const Request& request, Progress& progress) {
  check(request);
  Request whole = request;
  if (!whole.address.empty() && !whole.address.ends_with('/')) whole.address += '/';
  edition.load_shapes();
  return Writer(edition, names, whole, progress).write();
}

}  // namespace comity::site
