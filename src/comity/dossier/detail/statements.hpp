// What sources say in words, without a figure: events of the kind "statement", whose `occasion` is the topic
// ("culture", "investment", …) and whose `detail` (or title) is the sentence. Shown as said, never as found.
#pragma once

#include <string_view>
#include <vector>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// One line each, with its date, its voice and a mark "said" or "vague". An empty topic: those without one.
std::vector<document::Inlines> statement_lines(const Shelf& shelf, std::string_view topic);

}  // namespace comity::dossier
