// Reads Comity's own source files and the room rules of CMakeLists.txt, and checks the one against the
// other. Every check returns the breaches it found as "file:line: what", an empty list when there are none.
// It knows text only: it does not compile anything.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace comity::layers {

struct SourceFile {
  std::string path;  // as includes name it, for example comity/base/date.hpp; from the root for all others
  std::string room;  // base for comity/base/..., empty for files outside comity/
  std::vector<std::string> lines;
};

// Room → every room that it may include, itself among them.
using RoomRules = std::map<std::string, std::set<std::string>>;
using Breaches = std::vector<std::string>;

// Every .cpp and .hpp of the library, apps/, tests/, bench/ and fuzz/, sorted by path.
std::vector<SourceFile> read_source_tree(const std::filesystem::path& root);

// From lines such as `comity_room(store ROOMS facts formats LINK duckdb)`; ROOMS is followed through.
RoomRules read_room_rules(const std::string& cmake_lists);

Breaches check_includes_go_one_way(const std::vector<SourceFile>& files, const RoomRules& rules);
Breaches check_libraries_stay_in_their_room(const std::vector<SourceFile>& files);
// Every header of another project comes from a package of scripts/debian-packages.txt or package.json. A header that this
// check does not know is a breach as well: name it here, and its package in docs/dependencies.md.
Breaches check_headers_are_installed(const std::vector<SourceFile>& files, const std::string& packages);

Breaches check_library_has_no_edges(const std::vector<SourceFile>& files);
Breaches check_headers_say_what_they_are_for(const std::vector<SourceFile>& files);

// `allowed` has lines "path: reason"; # starts a comment. An allowance that is no longer needed is a breach too.
Breaches check_file_lengths(const std::vector<SourceFile>& files, const std::string& allowed, std::size_t limit = 400);

}  // namespace comity::layers
