// What a site holds for programs: the index for search in the browser, the sitemap, robots.txt.
#pragma once

#include <string>
#include <vector>

#include "comity/pages/frame.hpp"
#include "comity/site/folder.hpp"

namespace comity::site {

// {"format":"comity-search/1","states":[{"key":…,"name":…,"names":[…]}]}: names in every language that the index of names has.
std::string search_index(const world::Register& states, const world::Resolver& names, const std::vector<StateId>& countries);

// `paths` below the address; a sitemap holds at most 50,000 (sitemaps.org), so that there may be several behind an index.
void write_sitemap(Folder& folder, const std::string& address, const std::vector<std::string>& paths);
std::string robots_text(const std::string& address);

}  // namespace comity::site
