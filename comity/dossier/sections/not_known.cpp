#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section not_known_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
