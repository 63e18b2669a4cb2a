#include "comity/server/suggester.hpp"

#include <algorithm>
#include <set>

namespace comity::server {

Suggester::Suggester(const world::Resolver& resolver) {
  for (const world::State& state : resolver.states().states()) {
    const auto add = [&](std::string_view name, std::string_view language) {
      std::string folded = world::fold_name(name);
      if (!folded.empty()) entries_.push_back({std::move(folded), state.id, name, language, state.is_current()});
    };
    add(state.name, "en");
    add(state.key, "");
    for (const auto& name : resolver.names_of(state.id)) {
      if (name.kind != "adjective") add(name.text, name.language);
    }
  }
  std::ranges::stable_sort(entries_, {}, &Entry::folded);
}

std::vector<Suggestion> Suggester::suggest(std::string_view typed, std::size_t most) const {
  const std::string wanted = world::fold_name(typed);
  if (wanted.empty()) return {};
  auto first = std::ranges::lower_bound(entries_, wanted, {}, &Entry::folded);
  std::vector<const Entry*> found;
  for (; first != entries_.end() && first->folded.starts_with(wanted); ++first) found.push_back(&*first);
  std::ranges::stable_sort(found, {}, [&](const Entry* one) { return std::tuple(!one->current, one->folded.size() != wanted.size(), one->language != "en", one->folded.size()); });
  std::vector<Suggestion> out;
  std::set<StateId> known;
  for (const Entry* one : found) {
    if (out.size() == most) break;
    if (known.insert(one->state).second) out.push_back({one->state, one->name, one->language});
  }
  return out;
}

}  // namespace comity::server
