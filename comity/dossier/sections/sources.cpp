#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section sources_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
