// Facts made from facts (derive/*.sql, mirror trade, expected figures) as a file of their own in the cache, kept under the hash
// of all that they are made of: the scripts, the code, the project's tables and the content of those facts that derivations
// read. derive/unread.csv names the kinds of facts that none reads: a source that gives only such leaves the file as it is (but_of: sources of which the kind is read all the same). Figures of
// which a publisher's editions are told apart (variants "rev2020", "book of 2020") are read by 80-disagreements.sql, whatever they count.
#pragma once

#include <filesystem>
#include <string>

#include "comity/base/progress.hpp"
#include "comity/sources/assembly.hpp"
#include "comity/sources/groundwork.hpp"

namespace comity::sources {

struct DerivedFacts {
  std::filesystem::path file;
  std::string hash;
};

// Where facts of a hash lie in a cache.
std::filesystem::path derived_file(const std::filesystem::path& cache, const std::string& hash);

// Finds the file in the cache or makes it. Its tables: observation, standing, disagreement, mirror and derivation as in an edition
// of this numbering, each in its order, and mark (pair, key, flags, origin): what derivations found out about facts of sources.
DerivedFacts derive_facts(const Assembly& assembly, const Numbering& numbering, Progress& progress);

}  // namespace comity::sources
