#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section history_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
