// One line of a little world (world.hpp): its words, and what stands behind its names.
#pragma once

#include <fmt/format.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/world.hpp"

namespace comity::test {

struct World::Line {
  std::string text;
  std::vector<std::string> words;
  std::size_t next = 0;
  std::map<std::string, std::string> names;

  [[noreturn]] void fail(const std::string& why) const { throw std::runtime_error(fmt::format("world: {} in \"{}\"", why, text)); }
  bool more() const { return next < words.size(); }
  const std::string& word(const char* what) {
    if (!more()) fail(fmt::format("no {}", what));
    return words[next++];
  }
  // What stands behind a name; empty when it is not there.
  std::string_view operator[](const char* name) const {
    const auto it = names.find(name);
    return it == names.end() ? std::string_view() : std::string_view(it->second);
  }
  double number(const char* name, double otherwise = 0) const {
    const auto value = (*this)[name];
    return value.empty() ? otherwise : std::stod(std::string(value));
  }
  // The rest of the line as names and values; lone fob, cif and breaks are names of themselves.
  void read_names() {
    while (more()) {
      const std::string name = words[next++];
      if (name == "fob" || name == "cif") {
        names["valuation"] = name;
      } else if (name == "breaks") {
        names[name] = "yes";
      } else {
        names[name] = word(name.c_str());
      }
    }
  }
};

}  // namespace comity::test
