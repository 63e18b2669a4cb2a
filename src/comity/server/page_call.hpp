// What handlers of pages share: the language of an address, answers in HTML, redirections that hold behind any prefix of a proxy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/server/page_shelf.hpp"
#include "comity/server/router.hpp"

namespace comity::server {

// "de" for /de/…, else the first language.
std::string language_of(const Target& target);
const pages::Site& site_of(const Call& call);

Response html(std::string page);
// To a page of the same language, given below its root ("pair/DEU/KAZ/").
Response redirect(const Call& call, std::string_view path, int status = 302);
// Where an address lacks its closing slash, relative links would lead astray: the answer that mends it; nothing where it is there.
std::optional<Response> mended(const Call& call);

// The same route once in each language, under pattern ("/pair/{a}/{b}/").
void add_page(std::vector<Route>& routes, const std::string& pattern, const char* summary, Handler handler, std::vector<Parameter> parameters = {});

// A page that says what is not there.
std::string not_found(const pages::Site& site, const world::Register& states, const Problem& problem, std::string_view path);

// Each in routes/: pages of facts, and pages that are forms or lists of sources.
void add_fact_pages(std::vector<Route>& routes);
void add_form_pages(std::vector<Route>& routes);

}  // namespace comity::server
