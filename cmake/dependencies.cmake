# Everything Comity links. docs/dependencies.md gives the reason for each.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(simdjson REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Eigen3 REQUIRED NO_MODULE)
pkg_check_modules(archive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(freexl REQUIRED IMPORTED_TARGET freexl)
# ReadStat comes without a description for pkg-config or CMake.
find_library(READSTAT_LIBRARY readstat REQUIRED)
find_path(READSTAT_INCLUDE readstat.h REQUIRED)
add_library(readstat UNKNOWN IMPORTED)
set_target_properties(readstat PROPERTIES IMPORTED_LOCATION ${READSTAT_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${READSTAT_INCLUDE})
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
# Debian keeps GeographicLib's CMake module where find_package does not look.
pkg_check_modules(geographiclib REQUIRED IMPORTED_TARGET geographiclib)
add_library(GeographicLib_shared ALIAS PkgConfig::geographiclib)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
# -pthread, which glibc no longer needs, would keep the precompiled headers of the rooms above from being used.
set_target_properties(PkgConfig::re2 PROPERTIES INTERFACE_COMPILE_OPTIONS "")
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc)
find_package(ZLIB REQUIRED)
# Only headers of it: Beast and Asio. Debian's CMake module for it is of another version's package.
find_path(BOOST_INCLUDE boost/beast.hpp REQUIRED)

# DuckDB: an installed one of the right version, else the npm packages of package.json.
set(COMITY_DUCKDB_VERSION 1.4.4)
set(COMITY_PARTS ${CMAKE_SOURCE_DIR}/node_modules CACHE PATH "where npm ci put the parts of package.json")
find_library(DUCKDB_LIBRARY duckdb PATHS ${COMITY_PARTS}/@duckdb/node-bindings-linux-x64 NO_DEFAULT_PATH)
find_path(DUCKDB_INCLUDE duckdb.h PATHS ${COMITY_PARTS}/duckdb/src/duckdb/src/include NO_DEFAULT_PATH)
if(NOT DUCKDB_LIBRARY OR NOT DUCKDB_INCLUDE)
  message(FATAL_ERROR "DuckDB ${COMITY_DUCKDB_VERSION} is not here. Run: npm ci --ignore-scripts")
endif()
# The C API header names no version; its package does, and the library says its own at run time
# (store checks it when it opens the first database).
file(READ ${COMITY_PARTS}/duckdb/package.json duckdb_package)
string(JSON duckdb_header_version GET "${duckdb_package}" version)
if(NOT duckdb_header_version STREQUAL COMITY_DUCKDB_VERSION)
  message(FATAL_ERROR "DuckDB's header is of version ${duckdb_header_version}, not ${COMITY_DUCKDB_VERSION}. Run: npm ci --ignore-scripts")
endif()
# Not linked: opened when it is first called (duckdb_on_demand.cmake).
add_library(duckdb INTERFACE)
target_include_directories(duckdb SYSTEM INTERFACE ${DUCKDB_INCLUDE})
target_compile_definitions(duckdb INTERFACE COMITY_DUCKDB_VERSION="v${COMITY_DUCKDB_VERSION}")
get_filename_component(duckdb_folder ${DUCKDB_LIBRARY} DIRECTORY)
list(APPEND CMAKE_BUILD_RPATH ${duckdb_folder})
include(duckdb_on_demand)
comity_duckdb_on_demand(${DUCKDB_INCLUDE}/duckdb.h ${CMAKE_BINARY_DIR}/generated/duckdb_on_demand.cpp)
