// A source of an edition as reference managers take it: BibTeX and CSL-JSON. What a source does not say stays out.
// Not here: which sources are cited.
#pragma once

#include <string>

#include "comity/facts/pair_facts.hpp"

namespace comity::facts {

// `where` is the row of the file, for a single fact; may be empty.
std::string bibtex_entry(const Source& source, const std::string& where);
std::string csl_item(const Source& source, const std::string& where);

}  // namespace comity::facts
