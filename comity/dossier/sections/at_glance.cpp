#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section at_glance_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
