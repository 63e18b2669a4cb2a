// The part of the stylesheet that is the frame's and the pages' own; colours and type are the dossier's custom properties.
#pragma once

#include <string_view>

namespace comity::pages {

extern const std::string_view site_css;

}  // namespace comity::pages
