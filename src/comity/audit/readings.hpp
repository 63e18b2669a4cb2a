// The ways to read a year of the pair's trade in goods: each source's totals and halves, and the sums of halves.
#pragma once

#include <string>
#include <vector>

#include "comity/audit/bench.hpp"

namespace comity::audit {

// One way to read a year's trade: a total or a half, in one set of books.
struct Reading {
  std::string what;      // "total trade", "exports from Germany to Kazakhstan"
  std::string books;     // source, reporter
  double value = 0;
  std::string currency;
  int year = 0;
  facts::Provenance from;
  bool total = false, exports = false;  // exports: from the claim's subject
  bool estimated = false;
  bool incomplete = false;               // of books whose partners add up to well under their own total
  bool mixed = false;                    // a total of two flows, each from another side's books
  double first = 0, second = 0;          // of a mixed total
};

// All readings of goods trade of the pair, totals made from halves: of the same books, and of one source's books of both sides.
std::vector<Reading> readings_of(const Bench& bench, StateId subject);

Evidence tell(const Bench& bench, const Reading& one);

}  // namespace comity::audit
