// Where things are on this machine: the project's tables and sources, the packages, the mirror of publishers' files,
// editions, the cache. The only file of the program that reads the environment for places; the library is told.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "comity/sources/source.hpp"
#include "comity/world/register.hpp"
#include "comity/world/resolver.hpp"

namespace comity::cli {

// The folder that holds data/, sources/ and derive/: COMITY_SHARE, COMITY_HOME, <program>/../share/comity, the clone.
std::filesystem::path share_folder();
// `mirror` empty: COMITY_DATA_DIR, else the mirror that `comity sources get` fills, if there is one.
sources::Places find_places(const std::string& mirror = {});
// The register, from its image beside the base edition where that is of the same tables, else from the tables themselves
// (checked; the image is then left there for the next start, when it can be).
std::shared_ptr<const world::Register> load_register();
// Opens the index of names in all languages that was made with the base edition; where there is none, or one of other
// tables, makes it (about a second) and leaves it there for the next time when it can.
std::shared_ptr<const world::Resolver> load_resolver(std::shared_ptr<const world::Register> states);
// Makes the image of the register and the index of names, where `base` is the edition that they are looked for beside;
// an edition made elsewhere gets none. Throws StoreError.
void write_start_files(const world::Register& states, const std::filesystem::path& base);

// The edition to read: `named` (--edition), COMITY_EDITION, the newest under the data folder that this version can read, the
// base edition. One that another version left there is passed over, with a note on stderr. Throws NotFound.
std::filesystem::path find_edition(const std::string& named);
// Where `comity build` writes when not told.
std::filesystem::path default_edition(bool base);
// The mirror that `comity sources get` fills when not told; empty when there is no home.
std::filesystem::path own_mirror();
// Where `comity claims --add` leaves what documents say, for the next build; empty when there is no home.
std::filesystem::path own_documents();
// Where fragments are kept; beside `output` when there is no cache folder.
std::filesystem::path fragment_cache(const std::filesystem::path& output);

// The value of a variable; empty when it is not set.
std::string environment(const char* name);

}  // namespace comity::cli
