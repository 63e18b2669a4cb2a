// The files of a source into a mirror: from the publisher's address or from another mirror, verified before they replace
// what is there, and noted in comity.lock. A file that does not open as source.toml declares it (a login page, a changed
// header) never takes the place of one that did. What needs a registration says what a person must do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "comity/fetch/download.hpp"
#include "comity/sources/lock_file.hpp"
#include "comity/sources/source.hpp"

namespace comity::sources {

struct GetOptions {
  std::filesystem::path to;    // the mirror to fill: one folder per source
  std::filesystem::path from;  // another mirror to take the files from; empty: the publishers' addresses
  std::string today;           // ISO day, for the lock file: the library has no clock
  std::string through;         // a gateway in place of the publishers' hosts (ask.hpp); empty: none
  fetch::DownloadOptions download;
};

struct GotFile {
  enum Status { loaded, unchanged, copied } status = loaded;
  std::string path;  // relative to the source's folder
  std::uint64_t bytes = 0;
};

struct GotSource {
  std::string id;
  std::vector<GotFile> files;
  // Not empty: a person has to do something, and this says what and where to put the file. No file was loaded.
  std::string by_hand;
};

// Notes each file in `lock` as soon as it is in place; saving is the caller's. Throws DataError (the server, a wrong checksum,
// a file that is not what it should be), StoreError (disk), NotFound (nothing of the source in `from`).
GotSource get_source(const Source& source, const GetOptions& options, LockFile& lock, Progress& progress);

}  // namespace comity::sources
