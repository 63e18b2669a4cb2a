// Any bytes as an answer that lists addresses: what is taken is the provider's own, fits the pattern, comes once and becomes a file of its
// own inside the source's folder; all else is refused in words. Wide patterns stand for a careless declaration.
#include <re2/re2.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "comity/base/error.hpp"
#include "comity/sources/listing.hpp"

namespace {

using namespace comity::sources;

void require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s: %.*s\n", what, int(text.size()), text.data());
  std::abort();
}

void check(std::string_view text, const Listing& listing) {
  const RE2 pattern(listing.pattern, RE2::Quiet);
  std::set<std::string> addresses, files;
  for (const auto& [address, to] : read_listing(text, listing)) {
    require(text.find(address) != std::string_view::npos, "an address stands in the answer", address);
    require(RE2::FullMatch(address, pattern), "an address fits the pattern", address);
    require(address.starts_with(listing.base + "/"), "an address is the provider's", address);
    require(address.find("/../") == std::string::npos && address.find_first_of("\n\r\\ \"") == std::string::npos, "an address stays below the base", address);
    require(addresses.insert(address).second, "an address comes once", address);
    require(files.insert(to).second, "a file has one address", to);
    const std::filesystem::path path(to);
    require(path.is_relative() && path.lexically_normal() == path && path.parent_path() == "files", "a file stays in the folder", to);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr const char* kPatterns[] = {".*", "https?://[^/]+/.*", "http://data\\.example\\.org/v2/\\d{14}\\.export\\.CSV\\.zip", "https://api\\.example\\.org/bulk/v1/file/\\d+/[0-9a-f]+"};
  for (const char* pattern : kPatterns) {
    const bool bulk = std::string_view(pattern).find("bulk") != std::string_view::npos;
    try {
      check(text, {"https://api.example.org/list", pattern, bulk ? "https://api.example.org" : "http://data.example.org/v2", "files/{name}.gz"});
    } catch (const comity::DataError& error) {
      require(error.what()[0] != '\0' && !error.hint().empty(), "a refusal has words and a way out", error.what());
    }
  }
  return 0;
}
