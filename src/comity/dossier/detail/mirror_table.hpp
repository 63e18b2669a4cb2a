// The reconciled figures of the edition, at the end of the section and folded: a reader who calculates may want them, and they
// lead nowhere (rule 16). Made when the edition is assembled; docs/mirror.md documents the methods.
#pragma once

#include <optional>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// A row a direction and year of which both sides' books are reports: their ratio and the figure by each method with its interval.
// Nothing where the edition has none.
std::optional<document::Table> mirror_table(const Shelf& shelf);

}  // namespace comity::dossier
