#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section relations_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
