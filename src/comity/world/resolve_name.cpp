// The steps from one name to its state, the surest first (Resolver::resolve).
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "comity/world/detail/meaning.hpp"
#include "comity/world/detail/resolver_index.hpp"
#include "comity/world/detail/word_forms.hpp"

namespace comity::world {
namespace detail {
namespace {

bool is_answer(const Resolution& found) { return found.state || found.how == How::ambiguous || found.how == How::non_state; }

void lessen(Resolution& out, double factor, How how) {
  for (std::size_t i = 0; i < out.candidates.size(); ++i) out.candidates[i].score *= factor, out.candidates[i].how = how;
  out.confidence *= factor;
  if (out.state) out.how = how;
}

// "France, excluding overseas": a word behind which nothing is the name any more.
bool begins_remark(std::u32string_view word) {
  static constexpr std::u32string_view words[] = {U"dom", U"ex", U"except", U"excl", U"excluding", U"former", U"formerly", U"incl", U"including", U"mainland", U"without"};
  return std::binary_search(std::begin(words), std::end(words), word);
}

bool is_code_like(std::string_view text) {
  if (text.size() < 2 || text.size() > 12) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

void Attempt::fold(std::string_view of) {
  text = of;
  store.fold_table().fold(of, name);
  hash = hash_letters(name.text());
}

bool Attempt::by_code(Resolution& out) const {
  if (!is_code_like(text)) return false;
  const auto found = [&](StateId state, How how) {
    out.state = state, out.confidence = 1, out.how = how;
    out.candidates.add({state, 1, how});
    if (options.day != last_day && !states.state(state).exists_on(options.day)) out.existed = false, out.confidence = 0.8;
    return true;
  };
  if (options.day != last_day && (text.size() == 2 || text.size() == 3)) {
    if (const StateId state = states.by_code(text.size() == 2 ? "iso2" : "iso3", text, options.day)) return found(state, How::code);
  }
  const bool is_item = text[0] == 'Q' && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (text.size() > 3 && !is_item) {  // "KAZAKHSTAN" is a name
    const StateId key = states.by_key(text);
    return key && found(key, How::key);
  }
  const Match match = states.match(text, options.day);
  if (!match.state || match.how.ends_with("name")) return false;
  return found(match.state, match.how == "key" ? How::key : How::code);
}

bool Attempt::by_letters(Resolution& out) const {
  const std::uint32_t group = store.find(name.text(), hash);
  if (group == NameStore::none) return false;
  out = meaning(store, states, group, options);
  return true;
}

bool Attempt::by_words(Resolution& out) const {
  if (name.words < 2) return false;
  const Bag bag = bag_of(name);
  if (bag.size < 1 || bag.too_long) return false;
  if (const std::uint32_t group = store.find_bag(bag.hash()); group != NameStore::none) {
    out = meaning(store, states, group, options);
    lessen(out, 0.97, How::reordered);
    return is_answer(out);
  }
  return false;
}

bool Attempt::without_remark(Resolution& out) const {
  std::size_t end = 1;
  while (end < name.words && !begins_remark(name.word(end))) ++end;
  if (end >= name.words) return false;
  Attempt core{store, states, options, text, name, 0};
  core.name.words = static_cast<std::uint16_t>(end), core.name.size = name.starts[end];
  core.hash = hash_letters(core.name.text());
  if (!core.by_letters(out) && !core.by_words(out)) return false;
  lessen(out, 0.8, How::shortened);
  return is_answer(out);
}

// 中国 to 中华人民共和国: forms of government stand behind a name that is written without blanks.
bool Attempt::without_suffix(Resolution& out) const {
  static constexpr std::u32string_view suffixes[] = {U"人民共和国", U"民主共和国", U"联合共和国", U"共和国", U"联邦共和国", U"王国", U"联邦", U"公国", U"酋长国", U"国", U"共和國", U"王國", U"聯邦", U"국", U"공화국", U"왕국"};
  for (const auto suffix : suffixes) {
    if (name.size < suffix.size() + 2 || !name.text().ends_with(suffix)) continue;
    const auto core = name.text().substr(0, name.size - suffix.size());
    const std::uint32_t group = store.find(core, hash_letters(core));
    if (group == NameStore::none) continue;
    out = meaning(store, states, group, options);
    lessen(out, 0.9, How::shortened);
    if (out.state) return true;
  }
  return false;
}

bool Attempt::without_form(Resolution& out) const {
  Attempt core{store, states, options, text, {}, 0};
  core.name.size = core.name.words = 0;
  bool any = false;
  for (std::size_t i = 0; i < name.words; ++i) {
    const auto word = name.word(i);
    if (is_government_word(word)) {
      any = true;
      continue;
    }
    if (is_stop_word(word) && (i == 0 || is_government_word(name.word(i - 1)) || i + 1 == name.words)) continue;
    core.name.starts[core.name.words++] = static_cast<std::uint8_t>(core.name.size);
    for (const char32_t c : word) core.name.letters[core.name.size++] = c;
    core.name.starts[core.name.words] = static_cast<std::uint8_t>(core.name.size);
  }
  if (!any || core.name.size == 0) return false;
  core.hash = hash_letters(core.name.text());
  Resolution found;
  if (!core.by_letters(found) && !core.by_words(found)) return false;
  if (found.how == How::non_state || !is_answer(found) || found.how == How::capital) return false;
  out = found;
  lessen(out, 0.9, found.how == How::adjective ? How::adjective : How::shortened);
  return true;
}

namespace {

std::size_t pieces(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
  return count;
}

}  // namespace

bool Attempt::by_edits(Resolution& out) const {
  const std::size_t size = name.size;
  if (!options.misspellings || size < 5 || size > 60 || !store.has_known_edge(name.text())) return false;
  const std::size_t most = size < 9 ? 1 : 2;
  struct Near {
    std::uint32_t group;
    std::size_t edits;
  };
  std::array<Near, 24> near;
  std::size_t count = 0;
  const auto look = [&](std::uint32_t group) {
    if (count == near.size() || std::any_of(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), [&](const Near& one) { return one.group == group; })) return;
    const std::size_t edits = edits_within(name.text(), store.letters(store.groups()[group]), most);
    if (edits <= most) near[count++] = {group, edits};
  };
  // The hashes of the name without one letter, and without two, from the hashes of its parts.
  std::array<std::uint64_t, 64> before, behind, power;
  before[0] = 1, power[0] = 1;
  for (std::size_t i = 0; i < size; ++i) before[i + 1] = add_letter(before[i], name.letters[i]), power[i + 1] = power[i] * hash_base;
  behind[size] = 0;
  for (std::size_t i = size; i-- > 0;) behind[i] = letter_hash(name.letters[i]) * power[size - 1 - i] + behind[i + 1];
  store.each_deletion(before[size], look);
  for (std::size_t a = 0; a < size; ++a) {
    const std::uint64_t without = before[a];
    store.each_deletion(without * power[size - 1 - a] + behind[a + 1], look);
    if (most < 2 || size > 42) continue;
    std::uint64_t middle = without;
    for (std::size_t b = a + 1; b < size; ++b) {
      store.each_deletion(middle * power[size - 1 - b] + behind[b + 1], look);
      middle = add_letter(middle, name.letters[b]);
    }
  }
  if (count == 0) return false;
  std::sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), [](const Near& a, const Near& b) { return std::tie(a.edits, a.group) < std::tie(b.edits, b.group); });
  // All that is nearest must mean one state, and nothing one edit further may mean another.
  Resolution best;
  for (std::size_t i = 0; i < count && near[i].edits <= near[0].edits + (near[0].edits > 1 ? 1u : 0u); ++i) {
    const Resolution found = meaning(store, states, near[i].group, options);
    if (found.how == How::capital || found.how == How::adjective || found.how == How::none) continue;
    if (!found.state) return false;
    if (!best.state) best = found;
    if (best.state != found.state) return false;
  }
  // Blanks are no letters, but whoever misspells a name does not tear it to pieces.
  if (!best.state || pieces(text) > pieces(best.matched) + 1) return false;
  const auto target = store.letters(store.groups()[near[0].group]);
  if (target[0] != name.letters[0] && (near[0].edits > 1 || size < 7)) return false;
  out = best;
  lessen(out, (near[0].edits == 1 ? 0.85 : 0.7) * (size < 7 ? 0.8 : 1.0), How::misspelling);
  return true;
}

}  // namespace detail

namespace {

// "S. Sudan" must not be met by a name that is written "Ssudan" in some language.
bool has_single_letter(const detail::Folded& name) {
  for (std::size_t i = 0; name.words > 1 && i < name.words; ++i) {
    if (name.word(i).size() == 1 && name.word(i)[0] < 0x80) return true;
  }
  return false;
}

bool step(const detail::Attempt& attempt, Resolution& out) {
  Resolution found;
  if (has_single_letter(attempt.name) && attempt.by_words(found)) {
    out = found;
    return true;
  }
  for (const auto way : {&detail::Attempt::by_letters, &detail::Attempt::by_words, &detail::Attempt::by_beginnings, &detail::Attempt::by_segments, &detail::Attempt::without_remark,
                         &detail::Attempt::without_form, &detail::Attempt::without_suffix, &detail::Attempt::by_mending, &detail::Attempt::by_edits}) {
    found = {};
    if (!(attempt.*way)(found)) continue;
    out = found;
    return true;
  }
  return false;
}

}  // namespace

Resolution Resolver::resolve(std::string_view name, const ResolveOptions& options) const {
  Resolution out;
  name = detail::trimmed(name);
  if (name.empty()) {
    out.how = How::empty;
    return out;
  }
  detail::Attempt attempt{index_->store, *index_->states, options, name, {}, 0};
  const bool is_code = attempt.by_code(out);
  attempt.fold(name);
  if (is_code) {
    // "RU" is Russia's code, and Spanish for the United Kingdom.
    Resolution other;
    if (attempt.by_letters(other) && other.state && other.state != out.state) out.confidence = 0.9, out.candidates.add({other.state, 0.1, other.how});
    return out;
  }
  if (attempt.name.size == 0 || attempt.name.too_long) return out;
  step(attempt, out);
  if (!options.pick || out.state) return out;
  if (out.how == How::ambiguous) {
    out.state = out.candidates[0].state, out.confidence = out.candidates[0].score;
    return out;
  }
  // A capital, though none was asked for; else a guess, and called one.
  ResolveOptions capitals = options;
  capitals.metonyms = true, capitals.pick = false;
  if (Resolution seat; !options.metonyms && attempt.by_letters(seat)) {
    const detail::Attempt again{index_->store, *index_->states, capitals, name, attempt.name, attempt.hash};
    seat = {};
    if (again.by_letters(seat) && seat.how == How::capital) {
      seat.confidence = 0.5;
      return seat;
    }
  }
  if (out.how == How::non_state) return out;  // it is known what it is: no state, and nearest to none
  const auto near = states().nearest_names(name, 1);
  const StateId guess = near.empty() ? StateId{} : states().by_name(near[0], last_day).state;
  if (guess) out = {guess, 0.1, How::nearest, {}, {}, true}, out.candidates.add({guess, 0.1, How::nearest});
  return out;
}

}  // namespace comity::world
