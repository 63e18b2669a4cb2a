// Finds statements of independent voices that cannot both be right: pure, and across classes only (rules.md 8).
#pragma once

#include <string>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct Disputed {
  std::string kind;                 // relations_date, missions, mirror, count, other
  std::string title;
  document::Inlines said;           // who says what, with marks
  std::string reading;              // what may lie behind it; empty: none offered
  double size = 0;                  // factor or days: larger first within a kind
};

std::vector<Disputed> disputed_relations_dates(const Shelf& shelf);
std::vector<Disputed> disputed_missions(const Shelf& shelf);
// The two sides of one flow or position in the latest year that both report, where they differ by a tenth or more.
std::vector<Disputed> disputed_mirrors(const Shelf& shelf);
// Counts of companies and of people that different voices give.
std::vector<Disputed> disputed_counts(const Shelf& shelf);
// Totals of trade for one year by different voices.
std::vector<Disputed> disputed_totals(const Shelf& shelf);
// What the edition itself found when it was assembled and the above do not compute.
std::vector<Disputed> disputed_by_edition(const Shelf& shelf);

}  // namespace comity::dossier
