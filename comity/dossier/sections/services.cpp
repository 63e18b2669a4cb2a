#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section services_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
