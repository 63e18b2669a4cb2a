// Which code this program reads sources with, which it assembles editions with and which it lays out pairs with: SHA-256 over the source files of
// those parts and DuckDB's version, put in by the build (cmake/hash_code.cmake, code_files.cmake). A change of the
// command line or of a dossier's section changes neither, so nothing is read or assembled again for it.
#pragma once

#include <string_view>

namespace comity::sources {

std::string_view reading_code();     // part of every fragment's hash
std::string_view assembling_code();  // part of every edition's hash of inputs
std::string_view packing_code();     // that makes of an edition's tables the bytes of its file of pairs
std::string_view judging_code();     // of the rule that finds disagreements, where an edition is assembled with it

}  // namespace comity::sources
