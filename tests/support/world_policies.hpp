// The policy tables that the project carries (data/dossier/*.csv) for a little world: the same rows as an edition gives to
// Context.policies, read without a store. For tests of the sections of economy and people.
#pragma once

#include <filesystem>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::test {

// Throws DataError naming the file and line of a row with an unknown state or a year that is none. Tables that are not
// there give no rows. Order: by table's name, then as in the file.
std::vector<facts::PolicyRow> read_policies(const std::filesystem::path& data_folder, const world::Register& states);

}  // namespace comity::test
