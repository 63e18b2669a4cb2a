// Words of a command line that name states and days. Regions, empty names and days that the register cannot answer
// for are said so in plain words. Throws UsageError and NotFound, each with what to type instead.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "comity/world/register.hpp"

namespace comity::cli {

StateId ask_state(const world::Register& states, const std::string& text);
// Two states out of the words of a command: two words, or more where exactly one way to part them gives two names
// (United States Iran).
std::pair<StateId, StateId> ask_pair(const world::Register& states, const std::vector<std::string>& words, const char* command);
// A day within what the register knows; nothing when the text is empty.
std::optional<Day> ask_day(const std::string& text);

}  // namespace comity::cli
