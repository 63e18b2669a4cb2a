// What one state would be expected to have with each other state, where only that state's own relations are covered (its
// leaders' visits, its posts): a gravity model by Poisson pseudo-maximum likelihood over its partners, whose sizes are
// measured, since there is nothing to learn an effect of each partner from:
//   E[count] = exp(c + g log GDP + p log population + b1 log distance + b2 border + b3 language + b4 colonial link),
// each partner left out of the sample that its own expectation comes from (rule 29). Not here: all pairs (year_model.hpp).
#pragma once

#include "comity/expect/year_model.hpp"

namespace comity::expect {

inline constexpr std::size_t partner_links = 4;  // the first four of link_names

struct PartnerRow {
  double value = 0;
  bool may_teach = false;
  double log_gdp = 0, log_population = 0;
  std::array<double, partner_links> link{};  // log of kilometres, then 0 or 1
};

struct PartnersModel {
  std::vector<std::optional<YearExpectation>> rows;  // the driver of agreements is 1: not in the model
  std::size_t taught = 0;
  // Share of the counts' deviance around their mean that the expectations explain, each made without its own count.
  double explained = 0;
};

// A link that fewer than ten partners have, or lack, is not in the model: one of them left out would be judged by a
// handful of others. Nothing where fewer than 100 rows may teach, an estimate does not converge, or the expectations explain less
// than a quarter. Cost: one small estimate a row.
std::optional<PartnersModel> expect_partners(const std::vector<PartnerRow>& rows);

}  // namespace comity::expect
