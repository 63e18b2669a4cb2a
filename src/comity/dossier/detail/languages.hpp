// The languages that people of both states can use, by one compiler's estimates. Not official languages alone, and no
// statement on how many do speak with each other.
#pragma once

#include <optional>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// "Russian (6 % in Germany, 72 % in Kazakhstan) and German (…)": at most five, by the smaller of the two shares, which must
// be one per cent at least. Nothing when no source lists languages of both, or they share none.
std::optional<document::Block> common_languages(const Shelf& shelf);

}  // namespace comity::dossier
