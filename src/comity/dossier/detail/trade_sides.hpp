// Each side's own books on trade in goods in the latest year for which both have spoken.
#pragma once

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct TradeSide {
  StateId reporter;
  const facts::Observation* exports = nullptr;  // what the reporter sent to the other; null: not reported
  const facts::Observation* imports = nullptr;

  bool any() const { return exports || imports; }
};

struct TradeSides {
  int year = 0;        // of both; where they have no year in common, each side has its own latest
  bool common = false;
  TradeSide a, b;
};

// No estimates: a figure made from the partner’s is no second voice (rules.md 7).
TradeSides latest_trade(const Shelf& shelf);

}  // namespace comity::dossier
