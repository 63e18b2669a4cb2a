// A small tree of elements: one maintainable artefact at a time, so that readers of structures can look around in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::formats::sdmx::detail {

struct Node {
  std::string name, text;  // local name; own text, trimmed
  std::vector<std::pair<std::string, std::string>> attributes;  // by local name
  std::vector<Node> children;
  std::uint64_t line = 0;

  std::string_view attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes) {
      if (key == wanted) return value;
    }
    return {};
  }
  bool is_true(std::string_view wanted) const { return attribute(wanted) == "true" || attribute(wanted) == "1"; }
  const Node* child(std::string_view wanted) const {
    for (const auto& one : children) {
      if (one.name == wanted) return &one;
    }
    return nullptr;
  }
};

}  // namespace comity::formats::sdmx::detail
