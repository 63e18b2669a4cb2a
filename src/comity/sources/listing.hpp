// The addresses that an answer lists (`follow` of a request), and the file that each becomes. What is listed comes from outside: only the
// provider's own addresses are taken, none leads out of the source's folder, and no two become one file. Not here: the asking (ask.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comity::sources {

struct Listing {
  std::string url;        // of the answer, for messages
  std::string pattern;    // RE2's form; the whole of an address must fit it
  std::string base;       // of the provider: "https://host/path", without a slash at the end
  std::string follow_to;  // with {name}: the last part of an address, in letters of file names
};

struct Listed {
  std::string address, to;  // to: in the source's folder
};

// Each address once, in the answer's order. Throws DataError: an address of another server or above the base, one that leaves no name for
// a file, two that would become one file, more than ten thousand.
std::vector<Listed> read_listing(std::string_view text, const Listing& listing);

}  // namespace comity::sources
