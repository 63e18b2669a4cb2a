// Names of states inside a text (Resolver::find_in_text): at each word the longest name of the index that begins there,
// then what stands around it is asked whether a state can be meant.
#include <algorithm>

#include "comity/world/detail/meaning.hpp"
#include "comity/world/detail/resolver_index.hpp"
#include "comity/world/detail/text_words.hpp"

namespace comity::world {
namespace detail {
namespace {

class Finder {
 public:
  Finder(const NameStore& store, const Register& states, std::string_view text, const TextOptions& options)
      : store_(store), states_(states), text_(text), options_(options), words_(store.fold_table(), text) {
    const auto names = store.language_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view base = names[i].substr(0, names[i].find('-'));
      const auto asked = [&](const std::string& language) { return language == base || language == names[i]; };
      if (std::any_of(options.languages.begin(), options.languages.end(), asked)) languages_.push_back(static_cast<std::uint16_t>(i));
    }
  }

  std::vector<Mention> run() {
    std::vector<Mention> out;
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t next = words_[at].may_begin ? longest_at(at, out) : at;
      at = std::max(next, at + 1);
    }
    return out;
  }

 private:
  // The word behind the longest name that begins at a word; adds its mention. `first` itself when there is none.
  std::size_t longest_at(std::size_t first, std::vector<Mention>& out) {
    std::uint64_t hash = 1;
    std::array<char32_t, Folded::capacity> letters;
    std::size_t size = 0, end = first;
    Mention best;
    bool phrase = false;
    for (std::size_t i = first; i < words_.size() && (i == first || !words_[i].breaks_before); ++i) {
      const std::u32string_view word = words_.letters(i);
      if (size + word.size() > letters.size()) break;
      // "Germany's": the name without its ending may be the longest.
      const std::size_t bare = words_[i].possessive ? word.size() - 1 : word.size();
      for (std::size_t n = 0; n < word.size(); ++n) {
        if (n == bare && judge(first, i, hash, {letters.data(), size}, true, best, phrase)) end = i + 1;
        letters[size++] = word[n], hash = add_letter(hash, word[n]);
      }
      const bool bare_is_name = bare < word.size() && end == i + 1;
      if (!bare_is_name && judge(first, i, hash, {letters.data(), size}, false, best, phrase)) end = i + 1;
      if (!store_.begins_name(hash)) break;
    }
    if (end == first) return first;
    if (!phrase && (best.how != How::non_state || options_.non_states)) {
      weigh_surroundings(words_, first, end, best);
      out.push_back(best);
    }
    return end;
  }

  bool judge(std::size_t first, std::size_t last, std::uint64_t hash, std::u32string_view letters, bool possessive, Mention& best, bool& phrase) const {
    const std::uint32_t group = store_.find(letters, hash);
    if (group == NameStore::none || !may_count(group, first, last)) return false;
    phrase = is_phrase(group);
    ResolveOptions options;
    options.day = options_.day, options.metonyms = options_.metonyms;
    const Resolution found = meaning(store_, states_, group, options);
    if (found.state && !is_called(group, found.state)) return false;
    if (!phrase) {
      if (found.how == How::none || (found.how == How::adjective && !options_.adjectives)) return false;
      // A capital not asked for, and what is no state, hide shorter names inside them, and say nothing.
      if (found.candidates.empty() && found.how != How::non_state) return false;
    }
    best = {};
    best.begin = words_[first].begin, best.end = possessive ? words_[last].bare_end : words_[last].end;
    best.candidates = found.candidates;
    best.how = found.how;
    best.score = found.candidates.empty() ? 0 : found.candidates[0].score;
    return true;
  }

  // Whether a language that counts calls this state so ("EU" is a state in Portuguese alone).
  bool is_called(std::uint32_t group, StateId state) const {
    const auto& store_group = store_.groups()[group];
    if (store_.letters(store_group)[0] >= 0x250) return true;
    const auto rows = store_.rows(store_group);
    return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) { return StateId(row.state) == state && is_counted(row); });
  }

  bool is_counted(const NameRow& row) const {
    if (row.kind <= NameKind::former && row.language_count == 0) return true;
    for (const auto language : store_.languages(row)) {
      if (std::binary_search(languages_.begin(), languages_.end(), language & ~display_bit)) return true;
    }
    return false;
  }

  bool is_phrase(std::uint32_t group) const {
    for (const auto& row : store_.rows(store_.groups()[group])) {
      if (row.kind == NameKind::phrase) return true;
    }
    return false;
  }

  // Names in Latin letters count in the languages asked for, and only with a capital (short ones in capitals alone).
  bool may_count(std::uint32_t group, std::size_t first, std::size_t last) const {
    const auto& store_group = store_.groups()[group];
    const char32_t letter = store_.letters(store_group)[0];
    const bool latin = letter < 0x250;
    if (words_[first].is_cased && !words_[first].is_capital && !(is_phrase(group))) return false;
    if (latin && store_group.size <= 3 && first == last && !words_[first].is_all_capitals) return false;
    if (!latin) return store_group.size > 1;
    const auto rows = store_.rows(store_group);
    return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) { return is_counted(row); });
  }

  const NameStore& store_;
  const Register& states_;
  std::string_view text_;
  const TextOptions& options_;
  TextWords words_;
  std::vector<std::uint16_t> languages_;
};

}  // namespace
}  // namespace detail

std::vector<Mention> Resolver::find_in_text(std::string_view text, const TextOptions& options) const {
  return detail::Finder(index_->store, *index_->states, text, options).run();
}

}  // namespace comity::world
