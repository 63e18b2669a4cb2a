// What two states would be expected to have in one year: a gravity model by Poisson pseudo-maximum likelihood with an
// effect for each origin and each destination and no effect of the pair (with one, the pair would explain itself),
//   E[value] = exp(origin + destination + b1 log distance + b2 border + b3 language + b4 colonial link + b5 agreement),
// cross-validated: each pair, in both directions, is left out of the sample that its own expectation comes from
// (rule 29). Not here: where figures come from (expectations.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace comity::expect {

inline constexpr std::size_t links = 5;
inline constexpr std::array<const char*, links> link_names = {"distance", "border", "language", "colonial link", "agreement"};

struct YearRow {
  std::uint32_t origin = 0, destination = 0;
  double value = 0;
  bool may_teach = false;           // a plain reported figure: the model learns from no other
  std::array<double, links> link{};  // log of kilometres, then 0 or 1
};

struct YearExpectation {
  double expected = 0;
  double low = 0, high = 0;  // a tenth of the pairs of like expectation lie below, a tenth above
  // By what factor the pair differs from one of median size and distance without border, common language, colonial
  // link and agreement: size, then the links. typical × size × links = expected.
  double typical = 0, size = 0;
  std::array<double, links> driver{};
};

struct YearModel {
  std::vector<std::optional<YearExpectation>> rows;  // nothing where an end has no figure to learn its size from, or less with everyone than is expected of the pair
  std::size_t taught = 0;                            // rows that the model learned from
  std::array<double, links> coefficient{};           // of all of them; NaN: not in the model
};

// `folds`: in how many parts the pairs are split to be left out. Nothing where fewer than 200 rows may teach, or the
// estimate does not converge. Cost: folds + 1 estimates of the rows.
std::optional<YearModel> expect_year(const std::vector<YearRow>& rows, int folds = 5, int threads = 2);

}  // namespace comity::expect
