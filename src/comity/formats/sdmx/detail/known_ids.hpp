// What the ids of SDMX's cross-domain concepts tell where no structure is at hand, and what a definition is to a reader
// of data. Ids that some publishers use for a dimension and others for an attribute (UNIT_MEASURE) tell nothing.
#pragma once

#include <string_view>

#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx::detail {

Kind kind_by_id(std::string_view id);
// Titles, comments, notes, sources: sentences in every publisher's use of the word.
bool is_free_text_id(std::string_view id);
Kind kind_of(const ComponentDefinition& definition);
// Whether values of it must be numbers (so it is where nothing is said).
bool is_numeric(const Representation& representation);

}  // namespace comity::formats::sdmx::detail
