// Reads the policy tables that the project carries (data/dossier/*.csv) into rows for Context.policies, which the sections
// of economy and people read. For whoever makes a Context; sections read the rows through it alone.
#pragma once

#include <filesystem>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::dossier {

// Throws DataError naming the file and line of a row with an unknown state or a year that is none. Tables that are not
// there give no rows. Order: by table's name, then as in the file.
std::vector<facts::PolicyRow> read_policies(const std::filesystem::path& data_folder, const world::Register& states);

}  // namespace comity::dossier
