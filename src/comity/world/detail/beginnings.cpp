// Names whose words are cut short anywhere: "Bosnia & Herzeg.", "Neth. Antil.". Each word must be the beginning of a word
// of the name, all words of the name must be met, and enough of its letters be there.
#include "comity/world/detail/meaning.hpp"
#include "comity/world/detail/resolver_index.hpp"
#include "comity/world/detail/word_forms.hpp"

namespace comity::world::detail {
namespace {

struct CutWords {
  std::array<std::u32string_view, 12> words;
  std::size_t size = 0, letters = 0, longest = 0;
};

CutWords content_of(const Folded& name) {
  CutWords out;
  for (std::size_t i = 0; i < name.words && out.size < out.words.size(); ++i) {
    const auto word = name.word(i);
    if (is_stop_word(word)) continue;
    out.words[out.size++] = word;
    out.letters += word.size(), out.longest = std::max(out.longest, word.size());
  }
  return out;
}

bool begins_each(const CutWords& cut, const CutWords& full) {
  if (cut.size != full.size) return false;
  std::array<bool, 12> used{};
  for (std::size_t i = 0; i < cut.size; ++i) {
    std::size_t at = 0;
    while (at < full.size && (used[at] || !full.words[at].starts_with(cut.words[i]))) ++at;
    if (at == full.size) return false;
    used[at] = true;
  }
  return true;
}

}  // namespace

bool Attempt::by_beginnings(Resolution& out) const {
  if (name.words < 2) return false;
  const CutWords cut = content_of(name);
  if (cut.size < 2 || cut.longest < 3 || cut.letters < 6) return false;
  bool several = false;
  Folded full;
  store.each_with_initials(initials_of(name), [&](std::uint32_t group) {
    if (several) return;
    for (const auto& row : store.rows(store.groups()[group])) {
      if (row.kind > NameKind::official || row.kind == NameKind::common) continue;
      store.fold_table().fold(store.text(row), full);
      const CutWords words = content_of(full);
      if (cut.letters * 20 < words.letters * 9 || !begins_each(cut, words)) continue;
      const Resolution found = meaning(store, states, group, options);
      if (!found.state || (out.state && out.state != found.state)) several = true;
      out = found;
      return;
    }
  });
  if (several || !out.state) {
    out = {};
    return false;
  }
  for (std::size_t i = 0; i < out.candidates.size(); ++i) out.candidates[i].score *= 0.85, out.candidates[i].how = How::reordered;
  out.confidence *= 0.85, out.how = How::reordered;
  return true;
}

}  // namespace comity::world::detail
