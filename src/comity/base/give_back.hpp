// Frees what containers hold. `v = {}` assigns an empty list and keeps the memory; so does clear().
#pragma once

#include <utility>

namespace comity {

template <class... Containers>
void give_back(Containers&... containers) {
  ((void)std::exchange(containers, Containers()), ...);
}

}  // namespace comity
