// What a person sets for live sources, once, in a file of their own (docs/live.md): keys of publishers' interfaces, which sources
// `comity update` keeps up, and of which states. The library is told where the file is.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace comity::sources {

struct LiveSettings {
  std::map<std::string, std::string> keys;  // provider → key
  std::vector<std::string> sources;         // ids; empty: those whose answers the mirror holds
  std::vector<std::string> reporters;       // keys of states; empty: all
  std::string contact;                      // whom a publisher may write to; sent with every request (some want it)
};

// No file: no settings. Throws DataError with file and line.
LiveSettings read_live_settings(const std::filesystem::path& file);

}  // namespace comity::sources
