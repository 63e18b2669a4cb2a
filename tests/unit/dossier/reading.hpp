// What tests of a dossier's sentences share: little worlds, the words of their sections, and matchers. For tests of this room alone.
#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comity/base/number.hpp"
#include "comity/document/render.hpp"
#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/disagreements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"
#include "tests/unit/dossier/economy_world.hpp"

namespace comity::dossier {

using test::Economy;
using test::items_of;
using test::plain_words;
using test::words_of;
using test::World;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

inline auto found_in(const World& world) { return find_disagreements(world.facts(), world.context()); }

// A little world whose trade comes from Correlates of War.
inline std::string cow(std::string_view pair, std::string_view lines) {
  return "pair " + std::string(pair) + "\nedition 2025-12-31\nsource cow_trade_4_0 scholarly \"COW Trade\" as_of 2014-12-31\n" + std::string(lines);
}

}  // namespace comity::dossier
