# cmake -DROOT=… -DDUCKDB=… -DOUTPUT=… -P hash_code.cmake
# Writes the .cpp that tells the program which code it reads sources with and which it assembles editions with
# (src/comity/sources/code_hashes.hpp). A fragment stays valid while the first stays the same, whatever else is built.
function(hash_of variable)
  set(all "${DUCKDB}")
  foreach(file ${ARGN})
    file(SHA256 ${file} hash)
    file(RELATIVE_PATH name ${ROOT} ${file})
    string(APPEND all "${name} ${hash}\n")
  endforeach()
  string(SHA256 hash "${all}")
  set(${variable} ${hash} PARENT_SCOPE)
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/code_files.cmake)
comity_code_files(${ROOT} reading assembling judging packing)
hash_of(reading_hash ${reading})
hash_of(assembling_hash ${assembling})
hash_of(judging_hash ${judging})
hash_of(packing_hash ${packing})
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
// Written by cmake/hash_code.cmake.
#include "comity/sources/code_hashes.hpp"

namespace comity::sources {

std::string_view reading_code() { return "@reading_hash@"; }
std::string_view assembling_code() { return "@assembling_hash@"; }
std::string_view packing_code() { return "@packing_hash@"; }
std::string_view judging_code() { return "@judging_hash@"; }

}  // namespace comity::sources
]] @ONLY)
