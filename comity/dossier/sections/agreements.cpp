#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section agreements_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
