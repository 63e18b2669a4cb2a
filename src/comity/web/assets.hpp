// The built front end (web/dist), embedded as bytes: what the server serves under /assets/ and a static site writes there.
// Not here: how pages look without it, and any serving. Where web/ was not built the list is empty, and pages do without.
#pragma once

#include <span>
#include <string_view>

namespace comity::web {

// One built file. All views are into the program and live as long as it does.
struct Asset {
  std::string_view name;        // as in /assets/NAME: "main-1f0c9a3b.js"; the hash changes with the content, so it may be cached for ever
  std::string_view stem;        // the same without its hash: "main.js"
  std::string_view media_type;  // with its charset where it is text
  std::string_view bytes;
  std::string_view hash;        // SHA-256 of the bytes, 64 hexadecimal digits
};

// Sorted by name. Empty where the program was built without web/dist.
std::span<const Asset> web_assets();

// nullptr where there is none of that name ("main-1f0c9a3b.js").
const Asset* try_find_asset(std::string_view name);
// By its name without the hash, as pages ask for it ("main.js", "main.css"); nullptr where there is none.
const Asset* try_find_stem(std::string_view stem);

}  // namespace comity::web
