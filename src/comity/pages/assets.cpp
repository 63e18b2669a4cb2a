#include "comity/pages/assets.hpp"

#include <array>

#include "comity/base/bytes.hpp"
#include "comity/document/html.hpp"
#include "comity/pages/detail/site_css.hpp"

namespace comity::pages {
namespace {

Asset named(std::string_view stem, std::string_view ending, std::string_view media_type, std::string_view bytes) {
  std::string hash = sha256_of(bytes);
  std::string name = std::string(stem) + "-" + hash.substr(0, 12) + std::string(ending);
  return {std::move(name), std::string(media_type), bytes, std::move(hash)};
}

}  // namespace

std::span<const Asset> page_assets() {
  static const std::string style = std::string(document::html_style()) + std::string(site_css);
  static const std::array<Asset, 2> assets = {named("comity", ".css", "text/css; charset=utf-8", style),
                                              named("comity", ".js", "text/javascript; charset=utf-8", document::html_script())};
  return assets;
}

}  // namespace comity::pages
