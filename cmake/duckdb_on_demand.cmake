# Writes generated/duckdb_on_demand.cpp: every function of DuckDB's C API under its own name, which opens libduckdb.so when the first of them is called and
# passes the call on. To load that library takes longer than a dossier, and most commands can do without it.
#
#   comity_duckdb_on_demand(<duckdb.h> <file to write>)
function(comity_duckdb_on_demand header output)
  file(READ ${header} text)
  # Without comments, the preprocessor's lines, line ends, and what CMake's lists would trip over.
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "#[^\n]*" "" text "${text}")
  string(REPLACE "[" " " text "${text}")
  string(REPLACE "]" " " text "${text}")
  string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
  string(REPLACE ";" "@" text "${text}")
  string(REGEX MATCHALL "DUCKDB_C_API [^@]*@" declarations "${text}")
  set(functions "")
  set(count 0)
  foreach(declaration ${declarations})
    if(NOT declaration MATCHES "^DUCKDB_C_API (.*[ *])(duckdb_[a-z0-9_]+)\\((.*)\\)@$")
      message(FATAL_ERROR "This declaration in ${header} is of a form that cmake/duckdb_on_demand.cmake does not know:\n${declaration}")
    endif()
    set(result "${CMAKE_MATCH_1}")
    set(name "${CMAKE_MATCH_2}")
    set(parameters "${CMAKE_MATCH_3}")
    set(names "")
    if(NOT parameters STREQUAL "void")
      string(REPLACE "," ";" list "${parameters}")
      foreach(parameter ${list})
        string(REGEX MATCH "[A-Za-z0-9_]+ *$" one "${parameter}")
        list(APPEND names "${one}")
      endforeach()
    endif()
    list(JOIN names ", " names)
    string(APPEND functions "${result}${name}(${parameters}) {\n  static const auto in_library = reinterpret_cast<decltype(&${name})>(find(\"${name}\"))@\n  return in_library(${names})@\n}\n")
    math(EXPR count "${count} + 1")
  endforeach()
  if(count LESS 300)
    message(FATAL_ERROR "Only ${count} functions were found in ${header}")
  endif()
  string(REPLACE "@" ";" functions "${functions}")
  file(CONFIGURE OUTPUT ${output} CONTENT [[
// Made by cmake/duckdb_on_demand.cmake from duckdb.h. Do not edit.
#include <dlfcn.h>
#include <duckdb.h>

#include <string>

#include "comity/base/error.hpp"

namespace {

void* open_library() {
  // Beside the program, as its RPATH says; else where it was when the program was built.
  for (const char* name : {"libduckdb.so", "@DUCKDB_LIBRARY@"}) {
    if (void* library = ::dlopen(name, RTLD_LAZY | RTLD_LOCAL)) return library;
  }
  const char* why = ::dlerror();
  throw comity::StoreError(std::string("DuckDB's library cannot be opened: ") + (why ? why : "unknown error"), "Restore it with npm ci --ignore-scripts, or install Comity again.");
}

void* find(const char* name) {
  static void* const library = open_library();
  if (void* found = ::dlsym(library, name)) return found;
  throw comity::StoreError(std::string("DuckDB's library has no function ") + name, "Run npm ci --ignore-scripts to restore the version that Comity needs.");
}

}  // namespace

extern "C" {
@functions@
}
]] @ONLY)
endfunction()
