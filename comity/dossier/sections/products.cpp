#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section products_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
