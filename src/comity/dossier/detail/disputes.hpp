// Finds statements of independent voices that cannot both be right: pure, and across classes only (rules.md 8).
#pragma once

#include <string>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct Disputed {
  std::string kind;                 // as in facts::Disagreement
  std::string title;
  document::Inlines said;           // who says what, with marks
  std::string reading;              // what may lie behind it; empty: none offered
  double size = 0;                  // factor or days
  bool is_small = false;            // money of less than 50 million US dollars: a factor says little
  std::uint64_t key_a = 0, key_b = 0;  // two of the facts
};

std::vector<Disputed> disputed_relations_dates(const Shelf& shelf);
std::vector<Disputed> disputed_missions(const Shelf& shelf);
// The two sides of one flow or position in the latest year that both report, where they differ by a tenth or more.
std::vector<Disputed> disputed_mirrors(const Shelf& shelf);
// Counts of companies and of people that different voices give.
std::vector<Disputed> disputed_counts(const Shelf& shelf);
// Totals of trade for one year by different voices.
std::vector<Disputed> disputed_totals(const Shelf& shelf);

// All of the above, the most consequential first, larger first among equals: what the facts of one pair show.
std::vector<Disputed> disputes_of_pair(const Shelf& shelf);
// What the edition found beside these when it was assembled, because it needs more than one pair's facts.
std::vector<Disputed> disputed_by_edition(const Shelf& shelf);

// 1 weighs most: whether there are relations at all, then since when, then figures of weight that differ by two or more.
int consequence_of(const Disputed& disputed);
std::string unit_of(std::string_view kind);  // of size: days, factor
std::vector<std::string_view> counted_indicators();

}  // namespace comity::dossier
