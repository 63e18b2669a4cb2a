#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section investment_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
