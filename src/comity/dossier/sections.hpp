// The makers of the dossier's sections, one file sections/<id>.cpp each; sections.cpp is the table that joins them.
// A maker reads one Shelf, cites every figure, and leaves only a Gap (or nothing) where it has nothing to say: such a
// section is folded into "What is not known". Not here: the order and choice of a profile (dossier.cpp).
#pragma once

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

document::Section at_glance_section(const Shelf& shelf);
document::Section relations_section(const Shelf& shelf);
document::Section missions_section(const Shelf& shelf);
document::Section history_section(const Shelf& shelf);
// Economy
document::Section trade_section(const Shelf& shelf);
document::Section products_section(const Shelf& shelf);
document::Section tariffs_section(const Shelf& shelf);
document::Section services_section(const Shelf& shelf);
document::Section investment_section(const Shelf& shelf);
document::Section portfolio_section(const Shelf& shelf);
document::Section companies_section(const Shelf& shelf);
document::Section finance_section(const Shelf& shelf);
document::Section agreements_section(const Shelf& shelf);
document::Section expected_section(const Shelf& shelf);

document::Section people_section(const Shelf& shelf);
document::Section culture_section(const Shelf& shelf);
document::Section climate_section(const Shelf& shelf);
document::Section politics_section(const Shelf& shelf);
document::Section visits_section(const Shelf& shelf);
document::Section disagreements_section(const Shelf& shelf);
document::Section not_known_section(const Shelf& shelf);
document::Section sources_section(const Shelf& shelf);  // made last: it reads the book

// Whether a section has something to say. Gaps alone are not something.
bool is_empty(const document::Section& section);

}  // namespace comity::dossier
