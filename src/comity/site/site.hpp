// The whole edition as a folder of static pages: every pair of which it holds a fact that may be passed on, every country,
// rankings, sources, disagreements, search index, sitemap. Written so that a kill leaves whole files; a second run writes
// only the pairs whose facts moved. Not here: how pages look (room pages), the command line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "comity/base/progress.hpp"
#include "comity/store/edition.hpp"
#include "comity/world/resolver.hpp"

namespace comity::site {

struct Request {
  std::filesystem::path folder;           // made if it is not there
  std::filesystem::path data_folder;      // the project's tables (data/)
  std::vector<std::string> languages = {"en", "de"};  // of pages; the first at the root
  std::vector<StateId> only;              // these countries and the pairs among them; empty = all
  std::vector<std::string> include;       // sources to take against their terms, by key
  std::string address;                    // of the site's root, "https://example.org/world/"; empty: no sitemap, no canonical links
  std::string program;                    // changes with the program's code: pages of another are written again
  std::string version;                    // for people
  int threads = 1;
};

struct Made {
  std::size_t pairs = 0, pairs_written = 0, pairs_kept = 0, pairs_removed = 0;
  std::size_t countries = 0, pages = 0;   // pages: files of HTML written in this run
  std::uint64_t bytes = 0;                // written in this run
  std::vector<std::string> left_out;      // keys of sources whose facts are not on the site
};

// Throws UsageError (no such language, an address that is none), StoreError (a folder that holds something and is no site of
// Comity's, a full disk).
Made write_site(store::Edition& edition, const world::Resolver& names, const Request& request, Progress& progress);

}  // namespace comity::site
