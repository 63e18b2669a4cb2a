#include "comity/web/assets.hpp"

#include <algorithm>

namespace comity::web {

const Asset* try_find_asset(std::string_view name) {
  const auto assets = web_assets();
  const auto at = std::ranges::lower_bound(assets, name, {}, &Asset::name);
  return at != assets.end() && at->name == name ? &*at : nullptr;
}

const Asset* try_find_stem(std::string_view stem) {
  const auto assets = web_assets();
  const auto at = std::ranges::find(assets, stem, &Asset::stem);
  return at != assets.end() ? &*at : nullptr;
}

}  // namespace comity::web
