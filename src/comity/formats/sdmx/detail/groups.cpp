#include "comity/formats/sdmx/detail/groups.hpp"

#include <algorithm>

namespace comity::formats::sdmx::detail {

void Groups::index(const Test& is_key, const Test& is_in_series) {
  for (auto& group : waiting_) {
    std::sort(group.begin(), group.end(), [](const Value& a, const Value& b) { return a.component < b.component; });
    std::vector<std::uint32_t> keys, codes;
    std::vector<Value> attributes;
    for (const Value& value : group) {
      if (is_key(value.component)) {
        keys.push_back(value.component), codes.push_back(value.code);
      } else {
        attributes.push_back(value);
      }
    }
    auto index = std::find_if(indexes_.begin(), indexes_.end(), [&](const Index& one) { return one.keys == keys; });
    if (index == indexes_.end()) {
      const bool per_row = !std::all_of(keys.begin(), keys.end(), is_in_series);
      index = indexes_.insert(indexes_.end(), Index{keys, per_row, {}});
    }
    auto& filed = index->by_key[codes];
    filed.insert(filed.end(), attributes.begin(), attributes.end());
  }
  waiting_.clear();
}

}  // namespace comity::formats::sdmx::detail
