#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section visits_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
