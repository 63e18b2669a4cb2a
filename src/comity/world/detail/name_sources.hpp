// Where the names of the index come from: the register's own tables, CLDR (npm cldr-localenames-full), the older CLDR
// inside ICU, for spellings of before, and the JSON of npm world-countries.
#pragma once

#include <filesystem>

#include "comity/world/detail/name_book.hpp"
#include "comity/world/register.hpp"

namespace comity::world::detail {

// The register's tables: names, adjectives, capitals, what is ambiguous and what is no state.
void add_register_names(NameBook& book, const Register& states, const std::filesystem::path& data);
// The packages' names. Throws DataError with the file where one is not what it should be.
void add_cldr_names(NameBook& book, const Register& states, const std::filesystem::path& parts);
void add_icu_names(NameBook& book, const Register& states);
void add_world_countries(NameBook& book, const Register& states, const std::filesystem::path& parts);

// A number that changes with the register's tables of names and with ICU's version.
std::uint64_t names_fingerprint(const std::filesystem::path& data);

}  // namespace comity::world::detail
