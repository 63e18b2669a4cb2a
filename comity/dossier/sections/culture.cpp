#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section culture_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
