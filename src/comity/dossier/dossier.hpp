// The dossier: everything between two states as a report. One row of the table in sections.cpp per section, one file
// sections/<id>.cpp each; a profile is a choice and an order of them. Pure: the same facts give the same report.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct SectionDefinition {
  const char* id;
  const char* title;
  const char* description;  // what the section answers, for docs/sections.md
  document::Section (*make)(const Shelf&);
  const char* group = "";   // "economy": stands as a part of the section of this name
};

// In the order of the full profile.
std::span<const SectionDefinition> sections();
const SectionDefinition* find_section(std::string_view id);
// The ids that a profile shows, in its order.
std::span<const std::string_view> sections_of(Profile profile);

std::string_view id_of(Profile profile);  // "brief"
std::optional<Profile> try_profile(std::string_view id);

// Any two states give a report: a state with itself and two that never existed on a common day are answered in
// words. Throws NotFound when one of the two is not in the register. Cost: well under a millisecond for a thin pair.
document::Report make_dossier(const facts::PairFacts& facts, const facts::Context& context, const Request& request = {});

}  // namespace comity::dossier
