#include "comity/formats/sdmx/detail/order.hpp"

#include <algorithm>
#include <numeric>

namespace comity::formats::sdmx::detail {

std::vector<std::size_t> in_order(const std::vector<Component>& components) {
  std::vector<std::size_t> order(components.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank_of(components[a].kind) < rank_of(components[b].kind); });
  return order;
}

}  // namespace comity::formats::sdmx::detail
