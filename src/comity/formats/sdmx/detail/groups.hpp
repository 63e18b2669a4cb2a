// The groups of a data set: attributes for all observations that share some dimensions. Which of a group's values are
// its key is known when the first observation is: those that series and observations have too.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace comity::formats::sdmx::detail {

struct Value {
  std::uint32_t component = 0, code = 0;
};

class Groups {
 public:
  bool empty() const { return waiting_.empty() && indexes_.empty(); }
  void add(std::vector<Value> group) { waiting_.push_back(std::move(group)); }
  const std::vector<std::vector<Value>>& waiting() const { return waiting_; }
  // Files what was added under its key: the values whose component is one. A key that stands whole in the series is
  // looked up once a series, any other once an observation.
  using Test = std::function<bool(std::uint32_t component)>;
  void index(const Test& is_key, const Test& is_in_series);
  bool any(bool per_row) const {
    for (const Index& index : indexes_) {
      if (index.per_row == per_row) return true;
    }
    return false;
  }
  // Calls `found(component, code)` for each attribute of each group whose key fits; code_of: the row's code of a component.
  template <typename CodeOf, typename Found>
  void look_up(bool per_row, CodeOf code_of, Found found) {
    for (auto& index : indexes_) {
      if (index.per_row != per_row) continue;
      scratch_.clear();
      for (const auto component : index.keys) scratch_.push_back(code_of(component));
      const auto group = index.by_key.find(scratch_);
      if (group == index.by_key.end()) continue;
      for (const Value& value : group->second) found(value.component, value.code);
    }
  }
  void clear() { waiting_.clear(), indexes_.clear(); }

 private:
  struct HashOfKey {
    std::size_t operator()(const std::vector<std::uint32_t>& key) const {
      std::size_t hash = 0;
      for (const auto code : key) hash = (hash ^ code) * 0x9E3779B97F4A7C15ull;
      return hash ^ hash >> 29;
    }
  };
  struct Index {
    std::vector<std::uint32_t> keys;  // components, rising
    bool per_row = false;
    std::unordered_map<std::vector<std::uint32_t>, std::vector<Value>, HashOfKey> by_key;
  };
  std::vector<std::vector<Value>> waiting_;
  std::vector<Index> indexes_;
  std::vector<std::uint32_t> scratch_;
};

}  // namespace comity::formats::sdmx::detail
