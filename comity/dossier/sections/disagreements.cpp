#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section disagreements_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
