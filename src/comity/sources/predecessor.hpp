// What the edition in place and the one to be made have in common. The large tables of an edition bear a hash of all that
// they are made of; where that is the same they are taken over and not made again.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "comity/sources/assembly.hpp"
#include "comity/sources/derived_facts.hpp"
#include "comity/sources/groundwork.hpp"

namespace comity::sources {

// By table: SHA-256 of what goes into it. Of the tables of facts but state_name, and of standing, mirror, derivation and disagreement; the others are small and made anew.
std::map<std::string, std::string> table_inputs(const Assembly& assembly, const Numbering& numbering, const DerivedFacts& derived);

// Under which an edition keeps one of them among its properties.
std::string input_property(const std::string& table);

// What the rows of every table stand on besides facts: the numbers of sources, indicators and files, the schema, the code.
std::string table_ground(const Numbering& numbering);

struct Predecessor {
  std::filesystem::path file;                  // empty: there is none
  std::string ground;                          // as table_ground, of it
  std::string derived;                         // hash of its derived facts
  std::string packing;                         // code that its file of pairs was laid out by
  std::map<std::string, std::string> fragments;  // by source: hash of the fragment that it was made of
  std::map<std::string, std::string> inputs;   // as table_inputs, of it
  struct Content {
    std::string hash;
    std::int64_t rows = 0;
  };
  std::map<std::string, Content> contents;     // its table_hash

  bool holds(const std::string& table, const std::map<std::string, std::string>& wanted) const;
};
// An edition that cannot be read, or of another schema, is none.
Predecessor read_predecessor(const std::filesystem::path& file);

}  // namespace comity::sources
