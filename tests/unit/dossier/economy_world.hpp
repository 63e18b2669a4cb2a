// The little world with the project's policy tables, for tests of the sections of economy and people.
#pragma once

#include "tests/support/world.hpp"
#include "tests/support/world_policies.hpp"

namespace comity::test {

struct Economy : World {
  explicit Economy(std::string_view text) : World(text) { context().policies = read_policies(COMITY_SOURCE_DIR "/data", *context().states); }
};

// The words of a section with plain blanks in place of the narrow and no-break ones inside quantities.
inline std::string plain_words(const document::Section& section) {
  std::string out = words_of(section);
  for (const std::string_view blank : {"\u00a0", "\u202f"}) {
    for (std::size_t at = 0; (at = out.find(blank, at)) != std::string::npos;) out.replace(at, blank.size(), " ");
  }
  return out;
}

// The first chart of a section; null when it has none.
inline const document::LineChart* chart_of(const document::Section& section) {
  for (const auto& block : section.blocks) {
    if (const auto* chart = std::get_if<document::LineChart>(&block)) return chart;
  }
  return nullptr;
}

}  // namespace comity::test
