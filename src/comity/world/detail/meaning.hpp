// What a name of the index means on a day: which state, how surely, or which several. Pure, allocates nothing.
#pragma once

#include "comity/world/detail/name_store.hpp"
#include "comity/world/resolver.hpp"

namespace comity::world::detail {

// Fills how, candidates, state, confidence and matched. A name that is only a capital (and not asked for) gives
// How::non_state; a phrase that holds a state's name gives How::none.
Resolution meaning(const NameStore& store, const Register& states, std::uint32_t group, const ResolveOptions& options);

// Edits (insertion, deletion, substitution, swap of neighbours) between two texts; more than `most` comes back as most + 1.
std::size_t edits_within(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace comity::world::detail
