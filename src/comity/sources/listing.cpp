#include "comity/sources/listing.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>
#include <re2/re2.h>

#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

constexpr std::size_t most_addresses = 10'000, longest_address = 2000;

// Printable ASCII: everything else is percent-encoded in an address.
bool is_plain(std::string_view address) {
  return std::ranges::all_of(address, [](char c) { return c > ' ' && c < 127 && c != '\\'; });
}

// "/../" leads out of the base; servers and gateways resolve it, also when it is percent-encoded.
bool climbs(std::string_view address) {
  std::string path(address.substr(0, address.find_first_of("?#")));
  for (std::size_t at = 0; (at = path.find('%', at)) != std::string::npos; ++at) {
    if (path.size() >= at + 3 && path[at + 1] == '2' && (path[at + 2] == 'e' || path[at + 2] == 'E')) path.replace(at, 3, ".");
  }
  return path.find("/../") != std::string::npos || path.ends_with("/..") || path.find("/./") != std::string::npos || path.ends_with("/.");
}

void check_address(const std::string& address, const Listing& listing) {
  if (address.starts_with(listing.base + "/") && is_plain(address) && !climbs(address)) return;
  throw DataError(fmt::format("{}: the answer lists an address of another server: {}", listing.url, is_plain(address) ? address : "(with signs that no address has)"),
                  "Comity asks only the provider's own addresses (data/providers/).");
}

// {name}: the last part of an address without what stands behind a question mark, letters of file names only.
std::string filled_name(std::string to, const std::string& address, const Listing& listing) {
  const std::string path = address.substr(0, address.find_first_of("?#"));
  std::string name = path.substr(path.rfind('/') + 1);
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-' && c != '_') c = '_';
  }
  if (name.find_first_not_of("._-") == std::string::npos || name.size() > 200) {
    throw DataError(fmt::format("{}: the answer lists an address that leaves no name for a file: {}", listing.url, address.substr(0, 300)), "The interface may have changed; see docs/live.md.");
  }
  return to.replace(to.find("{name}"), 6, name);
}

}  // namespace

std::vector<Listed> read_listing(std::string_view text, const Listing& listing) {
  const RE2 pattern(listing.pattern, RE2::Quiet);  // checked where the declaration was read
  std::vector<Listed> out;
  std::unordered_set<std::string> known;
  std::unordered_map<std::string, std::string> files;  // → the address that becomes it
  for (std::size_t begin = 0; (begin = text.find("http", begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of("\"'<>, \t\r\n", begin), text.size());
    const std::string address(text.substr(begin, end - begin));
    begin = end;
    if (address.size() > longest_address || !RE2::FullMatch(address, pattern) || !known.insert(address).second) continue;
    check_address(address, listing);
    if (out.size() == most_addresses) throw DataError(fmt::format("{}: the answer lists more than {} addresses", listing.url, most_addresses), "Ask for less at once (docs/live.md).");
    const std::string to = filled_name(listing.follow_to, address, listing);
    if (const auto [had, fresh] = files.emplace(to, address); !fresh) {
      throw DataError(fmt::format("{}: two of the listed addresses would become one file, {}: {} and {}", listing.url, to, had->second, address), "The interface may have changed; see docs/live.md.");
    }
    out.push_back({address, to});
  }
  return out;
}

}  // namespace comity::sources
