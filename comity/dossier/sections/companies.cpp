#include "comity/dossier/sections.hpp"

namespace comity::dossier {

document::Section companies_section(const Shelf&) { return {}; }

}  // namespace comity::dossier
