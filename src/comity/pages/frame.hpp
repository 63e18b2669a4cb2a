// The frame around every page: head, search, navigation, languages, footer. A page is a complete HTML document that stands
// under a policy without inline style or script, is of use without any script, and reaches its neighbours by relative links,
// so that the same bytes serve from any folder. Same input, same bytes. Not here: what stands in a page.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/facts/pair_facts.hpp"
#include "comity/pages/words.hpp"

namespace comity::pages {

// What all pages of one language share. Held by reference while pages are made.
struct Site {
  const Words& words;
  const StateNames& names;
  const facts::Context& context;
  std::vector<std::string> languages = {"en", "de"};  // the first stands at the root, the others under /<language>/
  bool has_server = false;                // a server answers /api/v1 beside the pages
  std::vector<std::string> styles, scripts;  // names under assets/
  std::string address;                    // of the site's root, with a slash at its end; empty: not known
  std::string rates;                      // rates_json(); empty: pages of pairs offer no other currency
  // Whether a pair has a page, for sites that do not have all: nothing leads to a page that is not there. Empty: every pair has.
  std::function<bool(StateId a, StateId b)> has_pair;
  std::function<bool(StateId state)> has_country;
};

// Where a page stands: its path below the root of its language, "pair/DEU/KAZ/", "" for the start.
class Place {
 public:
  Place(const Site& site, std::string path, bool from_root = false);

  const std::string& path() const { return path_; }
  const std::string& root() const { return root_; }                 // "../../../": the way to the site's root; "./" there
  std::string to(std::string_view path) const;                      // a page of the same language
  std::string to_language(std::string_view language) const;         // this page in another
  std::string asset(std::string_view name) const { return root_ + "assets/" + std::string(name); }

 private:
  const Site& site_;
  std::string path_, root_;
};

struct Page {
  std::string kind;               // data-page: "pair"
  std::string path;               // as in Place
  std::string title;              // of the window and, where `heading` is empty, of the page
  std::string description;        // one sentence for those who list pages
  std::string heading;            // HTML: <h1> and what belongs to it
  std::string sections;           // HTML: <nav> beside the text; empty: the text takes the page's width
  std::string text;               // HTML
  std::string text_language;      // where it is not the interface's
  std::string body_class;
  std::vector<std::pair<std::string, std::string>> data;  // data-* of the body
  std::string json;               // id="page-data"
  std::string linked_data;        // schema.org as JSON-LD
  bool indexed = true;            // search engines may list it
  bool from_root = false;         // served at addresses that nobody knows (404): links begin at the root
  bool all_languages = true;      // stands in every language of the site
};

std::string write_page(const Site& site, const Page& page);

// The folder of a pair's page.
std::string pair_path(std::string_view key_a, std::string_view key_b);
std::string country_path(std::string_view key);
// The pair's page as a site writes it once for both orders: keys in alphabetical order where there is no server.
std::string pair_link(const Site& site, StateId a, StateId b);
std::string key_of(const Site& site, StateId state);

// Text as JSON that may stand inside a <script> block: no <, no >, no &.
std::string json_text(std::string_view text);

}  // namespace comity::pages
