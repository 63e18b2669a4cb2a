#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section people_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
