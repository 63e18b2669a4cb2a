#include "apps/cli/ask_state.hpp"

#include <fmt/format.h>

#include "apps/cli/places.hpp"
#include "comity/base/error.hpp"
#include "comity/dossier/words.hpp"

namespace comity::cli {
namespace {

// The system of states of the Correlates of War begins here; nobody knows which states there will be.
const Day first_known_day = make_day(1816, 1, 1), last_known_day = make_day(2099, 12, 31);

const world::Region* find_region(const world::Register& states, const std::string& text) {
  const std::string folded = world::fold_name(text);
  for (const world::Region& region : states.regions()) {
    if (region.key == text || world::fold_name(region.name) == folded) return &region;
  }
  return nullptr;
}

[[noreturn]] void fail_region(const world::Register& states, const world::Region& region) {
  std::vector<std::string> names;
  for (const auto& [id, span] : region.members) {
    const world::State& member = states.state(id);
    if (member.is_current() && span.to == last_day) names.push_back(member.name);
  }
  const std::size_t count = names.size();
  if (count > 12) names.resize(12);
  throw NotFound(fmt::format("{} is a region of {} states, not a state", region.name, count),
                 fmt::format("Name one of: {}{}.", fmt::join(names, ", "), count > 12 ? ", …" : ""));
}

std::optional<StateId> try_state(const world::Register& states, const std::string& text) {
  try {
    return ask_state(states, text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// What people call states in other languages and spellings ("Deutschland", "Казахстан", "Korea, Rep. of"): an exact name
// that means one state, never a guess at a misspelt one. Says so where it means several or a part of one.
StateId in_any_language(const world::Register& states, const std::string& text) {
  // The resolver only reads the register, which outlives it here.
  const auto resolver = load_resolver({std::shared_ptr<const void>(), &states});
  const world::Resolution found = resolver->resolve(text);
  using enum world::How;
  switch (found.how) {
    case name:
    case former_name:
    case reordered:
    case shortened: return found.confidence >= 0.9 ? found.state : StateId{};
    case part: {
      const world::State& whole = states.state(found.state);
      throw NotFound(fmt::format("'{}' is a part of {}, not a state of its own", text, dossier::in_text(whole)), fmt::format("Name the state: {}", whole.name));
    }
    case ambiguous: {
      std::vector<std::string> names;
      for (const auto& one : found.candidates) names.push_back(fmt::format("{} ({})", states.state(one.state).name, states.state(one.state).key));
      throw NotFound(fmt::format("'{}' may mean {}", text, fmt::join(names, " or ")), "Give the full name or the code in brackets.");
    }
    default: return {};
  }
}

}  // namespace

StateId ask_state(const world::Register& states, const std::string& text) {
  try {
    return states.understand(text);
  } catch (const NotFound&) {
    if (const world::Region* region = find_region(states, text)) fail_region(states, *region);
    // What the register itself asks back ("Congo") or knows for no state ("EU") stays so.
    const std::string_view how = states.match(text, last_day).how;
    if (how != "ambiguous" && states.declared_ambiguous(text).empty()) {
      if (const StateId state = in_any_language(states, text)) return state;
    }
    throw;
  }
}

std::pair<StateId, StateId> ask_pair(const world::Register& states, const std::vector<std::string>& words, const char* command) {
  if (words.size() < 2) {
    const std::string given = words.empty() ? "none is given" : fmt::format("only '{}' is given", states.state(ask_state(states, words[0])).name);
    throw UsageError(fmt::format("{} is about two countries; {}", command, given), fmt::format("For example: comity {} Germany Kazakhstan", command));
  }
  if (words.size() == 2) return {ask_state(states, words[0]), ask_state(states, words[1])};
  std::vector<std::pair<StateId, StateId>> found;
  for (std::size_t cut = 1; cut < words.size(); ++cut) {
    const auto a = try_state(states, fmt::format("{}", fmt::join(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(cut), " ")));
    const auto b = try_state(states, fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(cut), words.end(), " ")));
    if (a && b) found.emplace_back(*a, *b);
  }
  if (found.size() == 1) return found.front();
  throw UsageError(fmt::format("{} is about two countries, and these are {} words", command, words.size()),
                   fmt::format("Put names of several words in quotes: comity {} \"South Korea\" Japan", command));
}

std::optional<Day> ask_day(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto day = try_parse_day(text);
  if (!day) throw UsageError(fmt::format("'{}' is no day", text), "Write it as 2017-07-03.");
  if (*day < first_known_day || *day > last_known_day) {
    throw UsageError(fmt::format("{} is outside the register of states", text), fmt::format("It reaches from {} on; later days than {} are not answered.", to_string(first_known_day), to_string(last_known_day)));
  }
  return day;
}

}  // namespace comity::cli
