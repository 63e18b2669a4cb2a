// A publisher's interface as data/providers/<id>.toml describes it: where it is, which version, how fast it may be asked, how a key is
// sent and where it deviates from what its standard says. Requests of sources (request.hpp) name one. Not here: any connection.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace comity::sources {

struct Provider {
  std::string id;             // the file's name
  std::string title;
  std::string base;           // {base} of its requests, without a slash at the end
  std::string version;        // of the interface, as its documentation calls it
  std::string documentation;  // address
  std::string accept;         // media types asked for, where a request says nothing else
  unsigned calls_a_minute = 0;  // no more than these; 0 = no limit is known
  unsigned calls_a_day = 0;     // counted by the day's answers in the mirror
  unsigned longest_wait = 300;  // seconds: where the server asks for more patience (Retry-After), it is left for another day
  std::string key_header, key_parameter;  // how a key is sent; both empty: there is none
  std::string key_terms;      // how a person comes by a key
  std::vector<std::string> deviations;    // sentences, for people
  // SDMX: the address of a flow's data with {base} {agency} {flow} {version} {key} {since} {until} (empty: as REST 2.1 has it), and how a
  // dimension of the key is left open.
  std::string data_url, open_dimension;

  bool takes_key() const { return !key_header.empty() || !key_parameter.empty(); }
};

using Providers = std::map<std::string, Provider>;

// Every file of the folder. Throws DataError with file and line. No folder: none.
Providers read_providers(const std::filesystem::path& folder);

}  // namespace comity::sources
