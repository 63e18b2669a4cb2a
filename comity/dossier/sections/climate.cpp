#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section climate_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
