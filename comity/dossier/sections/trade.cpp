#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section trade_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
