#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section politics_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
