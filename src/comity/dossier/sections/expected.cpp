// More or less than expected: where the two trade at all, one honest line until an edition carries the model. Pairs with
// nothing to compare say nothing here (rules.md 29).
#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

document::Section expected_section(const Shelf& shelf) {
  document::Section section;
  section.id = "expected";
  section.title = "More or less than expected";
  if (trade_books(shelf).any_figure()) {
    section.blocks.push_back(gap("what two states of this size and distance would be expected to trade", "this edition, which carries no model of trade yet", ""));
  }
  return section;
}

}  // namespace comity::dossier
