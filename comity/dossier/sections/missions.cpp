#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section missions_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
