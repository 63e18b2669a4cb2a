#include "comity/dossier/disagreements.hpp"

#include "comity/dossier/detail/disputes.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

std::vector<facts::FoundDisagreement> find_disagreements(const facts::PairFacts& facts, const facts::Context& context) {
  const Request request;
  CitationBook book(context);
  const Shelf shelf{facts, context, request, book};
  std::vector<facts::FoundDisagreement> out;
  for (const Disputed& one : disputes_of_pair(shelf)) {
    out.push_back({one.kind, consequence_of(one), one.title, to_plain(one.said), one.reading, one.size, unit_of(one.kind), one.key_a, one.key_b});
  }
  return out;
}

std::vector<std::string> indicators_disagreed_on() {
  std::vector<std::string> out = {"goods_exports", "goods_imports", "goods_trade_total", "fdi_outward_stock", "fdi_inward_stock"};
  for (const auto indicator : counted_indicators()) out.emplace_back(indicator);
  return out;
}

}  // namespace comity::dossier
