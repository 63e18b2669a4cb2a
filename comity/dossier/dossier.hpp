// The dossier: everything between two states as a report. One row of the table in sections.cpp per section, one file
// sections/<id>.cpp each; a profile is a choice and an order of them. Pure: the same facts give the same report.
#pragma once

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct SectionDefinition {
  const char* id;
  const char* title;
  const char* description;  // what the section answers, for docs/sections.md
  document::Section (*make)(const Shelf&);
};

// In the order of the full profile.
std::span<const SectionDefinition> sections();

document::Report make_dossier(const facts::PairFacts& facts, const facts::Context& context, const Request& request = {});

}  // namespace comity::dossier
