#include "comity/server/page_shelf.hpp"

#include <algorithm>

#include "comity/base/error.hpp"
#include "comity/pages/assets.hpp"
#include "comity/pages/pair.hpp"
#include "comity/web/assets.hpp"

namespace comity::server {

struct PageShelf::Tongue {
  pages::Words words;
  pages::StateNames names;
  pages::Site site;

  Tongue(const std::string& language, const Holding& holding, Service& service)
      : words(pages::Words::load(service.ports().share / "data", language)), names(service.states(), &service.resolver(), language), site{words, names, holding.drawing_context()} {
    site.languages = page_languages;
    site.has_server = true;
    site.rates = pages::rates_json(holding.context());
    for (const auto& asset : pages::page_assets()) (asset.name.ends_with(".css") ? site.styles : site.scripts).push_back(asset.name);
    if (const auto* style = web::try_find_stem("main.css")) site.styles.emplace_back(style->name);
    if (const auto* script = web::try_find_stem("main.js")) site.scripts.emplace_back(script->name);
  }
  Tongue(const Tongue&) = delete;
};

PageShelf::PageShelf(const Holding& holding, Service& service) : holding_(holding), service_(service) {
  for (const auto& state : service_.states().states()) countries_.push_back(state.id);
  std::ranges::sort(countries_, {}, [&](StateId id) { return service_.states().state(id).key; });
}

PageShelf::~PageShelf() = default;

const pages::Site& PageShelf::site(const std::string& language) {
  if (std::ranges::find(page_languages, language) == page_languages.end()) throw NotFound("the pages do not speak '" + language + "'");
  const std::lock_guard lock(mutex_);
  auto& tongue = tongues_[language];
  if (!tongue) tongue = std::make_unique<Tongue>(language, holding_, service_);
  return tongue->site;
}

const std::vector<pages::Slice>& PageShelf::slices() {
  std::call_once(slices_once_, [&] {
    auto session = holding_.edition().session();
    slices_ = pages::gather_slices(session.connection(), holding_.context());
  });
  return slices_;
}

const pages::StartData& PageShelf::start() {
  const auto& all = slices();
  std::call_once(start_once_, [&] {
    auto session = holding_.edition().session();
    start_ = pages::gather_start(session.connection(), holding_.context(), all);
    start_.pairs = holding_.edition().pair_count();
    start_.countries = countries_;
    has_start_ = true;
  });
  return start_;
}

pages::StartData PageShelf::start_so_far(bool& whole) const {
  whole = has_start_;
  if (whole) return start_;
  pages::StartData out;
  out.countries = countries_;
  out.sources = holding_.context().sources.empty() ? 0 : holding_.context().sources.size() - 1;
  return out;
}

}  // namespace comity::server
