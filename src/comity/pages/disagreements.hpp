// Where independent sources contradict each other, over all pairs: the first of them by weight in the page.
#pragma once

#include <string>
#include <vector>

#include "comity/pages/frame.hpp"

namespace comity::pages {

struct DisagreementRow {
  StateId a, b;            // b none: of one state
  std::string kind, title, said, unit;
  int consequence = 5;     // 1 weighs most
  double size = 0;
};

// Rows by weight, then size.
std::string disagreements_page(const Site& site, const std::vector<DisagreementRow>& rows, std::size_t most = 500);

}  // namespace comity::pages
