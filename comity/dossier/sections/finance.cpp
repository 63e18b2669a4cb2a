#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section finance_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
