// Puts the outlines of the two states, what is disputed and their surroundings under a map's points, and centres it.
// The viewpoint is stated with every map (rules.md 27); shapes come with the edition.
#pragma once

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// Fills shapes, centre and policy; the points must be there already.
void frame_map(document::Map& map, const Shelf& shelf);

}  // namespace comity::dossier
