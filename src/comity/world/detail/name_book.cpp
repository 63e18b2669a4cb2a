#include "comity/world/detail/name_book.hpp"

#include <algorithm>
#include <cstring>
#include <set>
#include <tuple>
#include <unordered_map>

#include "comity/world/detail/word_forms.hpp"

namespace comity::world::detail {
namespace {

// Languages in which longer names are compared with two letters wrong; in the others with one.
constexpr std::string_view corrected_languages[] = {"", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr"};
constexpr std::size_t least_for_one = 5, least_for_two = 8, most_for_two = 40;

bool is_register(NameKind kind) { return kind == NameKind::own || kind == NameKind::listed || kind == NameKind::former; }
bool names_state(NameKind kind) { return is_register(kind) || kind == NameKind::common || kind == NameKind::official; }

template <class T>
void append(std::string& out, const std::vector<T>& items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
}

// Open addressing, at most half full. Several values of one key stand behind each other.
std::vector<NameSlot> slots_of(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries) {
  std::vector<NameSlot> out(std::bit_ceil(entries.size() * 2 + 2));
  for (const auto& [hash, group] : entries) {
    const std::uint64_t mixed = finished(hash);
    std::size_t at = mixed & (out.size() - 1);
    while (out[at].group != 0) at = (at + 1) & (out.size() - 1);
    out[at] = {static_cast<std::uint32_t>(mixed >> 32), group + 1};
  }
  return out;
}

class Writer {
 public:
  explicit Writer(std::uint64_t fingerprint) : fingerprint_(fingerprint), sections_(static_cast<std::size_t>(Section::count)) {}

  template <class T>
  void put(Section which, const std::vector<T>& items) {
    append(sections_[static_cast<std::size_t>(which)], items);
  }
  void put(Section which, std::string bytes) { sections_[static_cast<std::size_t>(which)] = std::move(bytes); }

  std::string bytes() const {
    constexpr std::size_t head = 32 + 16 * static_cast<std::size_t>(Section::count);
    std::string out("COMITYNM");
    std::uint64_t size = head;
    for (const auto& section : sections_) size += padded(section.size());
    number<std::uint32_t>(out, NameStore::version), number<std::uint32_t>(out, static_cast<std::uint32_t>(Section::count));
    number<std::uint64_t>(out, fingerprint_), number<std::uint64_t>(out, size);
    std::uint64_t at = head;
    for (const auto& section : sections_) {
      number<std::uint64_t>(out, at), number<std::uint64_t>(out, section.size());
      at += padded(section.size());
    }
    for (const auto& section : sections_) out += section, out.append(padded(section.size()) - section.size(), '\0');
    return out;
  }

 private:
  static std::uint64_t padded(std::uint64_t size) { return (size + 7) / 8 * 8; }
  template <class T>
  static void number(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::uint64_t fingerprint_;
  std::vector<std::string> sections_;
};

// Every way to leave out one letter, and two where `twice` says so, as hashes.
void add_deletions(std::u32string_view text, bool twice, std::vector<std::uint64_t>& out) {
  out.clear();
  out.push_back(hash_letters(text));
  const auto without = [&](std::size_t a, std::size_t b) {
    std::uint64_t hash = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i != a && i != b) hash = add_letter(hash, text[i]);
    }
    out.push_back(hash);
  };
  for (std::size_t a = 0; a < text.size(); ++a) {
    without(a, a);
    for (std::size_t b = a + 1; twice && b < text.size(); ++b) without(a, b);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

void put_deletions(Writer& writer, std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries) {
  for (auto& entry : entries) entry.first = finished(entry.first);
  std::sort(entries.begin(), entries.end());
  std::vector<std::uint32_t> buckets(65537), groups;
  std::vector<std::uint64_t> bloom(std::bit_ceil(entries.size() * 8 / 64 + 1));
  for (const auto& [mixed, group] : entries) {
    ++buckets[(mixed >> 48) + 1];
    groups.push_back(static_cast<std::uint32_t>(mixed >> 16)), groups.push_back(group);
    const std::uint64_t bit = mixed & (bloom.size() * 64 - 1);
    bloom[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  }
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
  writer.put(Section::deletes, buckets);
  writer.put(Section::delete_groups, groups);
  writer.put(Section::bloom, bloom);
}

void add_edges(std::u32string_view text, std::size_t edits, std::vector<std::uint64_t>& out) {
  for (std::size_t length = text.size() - edits; length <= text.size() + edits; ++length) {
    for (const bool last : {false, true}) {
      const std::size_t bit = edge_bit(last ? text.substr(text.size() - edge_letters) : text.substr(0, edge_letters), length, last);
      out[bit >> 6] |= std::uint64_t{1} << (bit & 63);
    }
  }
}

std::vector<std::uint32_t> prefix_slots(const std::set<std::uint64_t>& hashes) {
  std::vector<std::uint32_t> out(std::bit_ceil(hashes.size() * 2 + 2));
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t mixed = finished(hash);
    std::size_t at = mixed & (out.size() - 1);
    const auto tag = static_cast<std::uint32_t>(mixed >> 32) | 1u;
    while (out[at] != 0 && out[at] != tag) at = (at + 1) & (out.size() - 1);
    out[at] = tag;
  }
  return out;
}

void add_prefixes(const Folded& name, std::set<std::uint64_t>& out) {
  std::uint64_t hash = 1;
  std::size_t word = 1;
  for (std::size_t i = 0; i + 1 < name.size; ++i) {
    hash = add_letter(hash, name.letters[i]);
    const bool ends_word = word < name.words && name.starts[word] == i + 1;
    if (ends_word) ++word;
    if (ends_word || is_unspaced(name.letters[i]) || is_unspaced(name.letters[i + 1]) || is_hangul(name.letters[i])) out.insert(hash);
  }
}

// The rows of a group, with the languages that share a spelling and a meaning put together.
class RowWriter {
 public:
  RowWriter(std::map<std::string, std::uint16_t>& numbers) : numbers_(numbers) {}

  std::uint16_t add(const std::vector<BookName>& names) {
    using Key = std::tuple<NameKind, int, std::uint16_t, std::string, Day, Day>;
    std::map<Key, std::set<std::uint16_t>> merged;
    for (const auto& name : names) {
      auto& languages = merged[{name.kind, name.order, name.state.value, name.text, name.span.from, name.span.to}];
      if (name.language.empty()) continue;
      const std::uint16_t number = numbers_.at(name.language);
      if (name.display) {
        languages.erase(number), languages.insert(number | display_bit);
      } else if (!languages.contains(number | display_bit)) {
        languages.insert(number);
      }
    }
    for (const auto& [key, languages] : merged) {
      const auto& [kind, order, state, text, from, to] = key;
      const auto [at, added] = places_.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
      if (added) texts += text;
      rows.push_back({at->second, static_cast<std::uint16_t>(text.size()), state, static_cast<std::int32_t>(from.time_since_epoch().count()),
                      static_cast<std::int32_t>(to.time_since_epoch().count()), static_cast<std::uint32_t>(lists.size()),
                      static_cast<std::uint16_t>(languages.size()), kind, static_cast<std::uint8_t>(order)});
      lists.insert(lists.end(), languages.begin(), languages.end());
    }
    return static_cast<std::uint16_t>(merged.size());
  }

  std::vector<NameRow> rows;
  std::vector<std::uint16_t> lists;
  std::string texts;

 private:
  std::map<std::string, std::uint16_t>& numbers_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

bool is_corrected(const std::vector<BookName>& names) {
  return std::any_of(names.begin(), names.end(), [](const BookName& name) {
    return is_register(name.kind) || std::find(std::begin(corrected_languages), std::end(corrected_languages), name.language) != std::end(corrected_languages);
  });
}

std::set<std::uint16_t> states_of(const std::vector<BookName>& names) {
  std::set<std::uint16_t> out;
  for (const auto& name : names) out.insert(name.state.value);
  return out;
}

int weight_of(const std::vector<BookName>& names) {
  int out = 0;
  for (const auto& name : names) out += is_register(name.kind) ? 1000 : 1;
  return out;
}

using Groups = std::map<std::u32string, std::vector<BookName>>;

std::map<std::string, std::uint16_t> language_numbers(const Groups& groups, Writer& writer) {
  std::map<std::string, std::uint16_t> numbers;
  for (const auto& [letters, names] : groups) {
    for (const auto& name : names) {
      if (!name.language.empty()) numbers.emplace(name.language, 0);
    }
  }
  std::string languages;
  for (std::uint16_t count = 0; auto& [language, number] : numbers) number = count++, languages += language + '\n';
  writer.put(Section::languages, std::move(languages));
  return numbers;
}

// Takes the groups in order and keeps, for each way to look a name up, what leads to it.
class Builder {
 public:
  Builder(const FoldTable& fold, std::map<std::string, std::uint16_t> numbers) : fold_(fold), numbers_(std::move(numbers)), rows_(numbers_) {}

  void add(const std::u32string& text, const std::vector<BookName>& names) {
    number_ = static_cast<std::uint32_t>(groups_.size());
    const auto first = static_cast<std::uint32_t>(rows_.rows.size());
    groups_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint16_t>(text.size()), rows_.add(names), first});
    letters_.insert(letters_.end(), text.begin(), text.end());
    slots_.emplace_back(hash_letters(text), number_);
    bool correctable = false;
    for (const auto& name : names) {
      if (name.kind == NameKind::own) put_own(name.state);
      correctable |= names_state(name.kind) || name.kind == NameKind::non_state || name.kind == NameKind::part;
      fold_.fold(name.text, folded_);
      add_prefixes(folded_, prefixes_);
      if (names_state(name.kind) || name.kind == NameKind::part) add_words(name, names);
    }
    if (correctable && text.size() >= least_for_one && !std::any_of(text.begin(), text.end(), is_unspaced)) add_edits(text, names);
  }

  void finish(Writer& writer) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> bags;
    for (const auto& [hash, entry] : bags_) {
      if (entry.group != NameStore::none) bags.emplace_back(hash, entry.group);
    }
    std::sort(initials_.begin(), initials_.end());
    initials_.erase(std::unique(initials_.begin(), initials_.end()), initials_.end());
    writer.put(Section::letters, letters_);
    writer.put(Section::texts, std::move(rows_.texts));
    writer.put(Section::groups, groups_);
    writer.put(Section::rows, rows_.rows);
    writer.put(Section::language_lists, rows_.lists);
    writer.put(Section::slots, slots_of(slots_));
    writer.put(Section::bags, slots_of(bags));
    writer.put(Section::initials, slots_of(initials_));
    writer.put(Section::prefixes, prefix_slots(prefixes_));
    writer.put(Section::own_groups, own_);
    writer.put(Section::edges, edges_);
    put_deletions(writer, deletions_);
  }

 private:
  struct BagEntry {
    const std::vector<BookName>* names;
    std::uint32_t group;  // none: two names of the same words that mean different states
  };

  void put_own(StateId state) {
    if (own_.size() <= state.value) own_.resize(state.value + 1u, NameStore::none);
    own_[state.value] = number_;
  }

  // The words of the name in folded_, as a bag and by their first letters.
  void add_words(const BookName& name, const std::vector<BookName>& names) {
    const Bag bag = bag_of(folded_);
    if (folded_.words < 2 || bag.too_long || bag.size == 0) return;
    const auto [at, added] = bags_.try_emplace(bag.hash(), BagEntry{&names, number_});
    if (!added && at->second.names != &names) {
      // The weightier name; between equals of different states neither.
      const int old = weight_of(*at->second.names), now = weight_of(names);
      if (now > old) {
        at->second = {&names, number_};
      } else if (now == old && states_of(names) != states_of(*at->second.names)) {
        at->second.group = NameStore::none;
      }
    }
    if (is_register(name.kind) || name.language == "en") initials_.emplace_back(initials_of(folded_), number_);
  }

  void add_edits(std::u32string_view text, const std::vector<BookName>& names) {
    const bool twice = is_corrected(names) && text.size() >= least_for_two && text.size() <= most_for_two;
    add_deletions(text, twice, left_out_);
    for (const std::uint64_t hash : left_out_) deletions_.emplace_back(hash, number_);
    add_edges(text, twice ? 2 : 1, edges_);
  }

  const FoldTable& fold_;
  std::map<std::string, std::uint16_t> numbers_;
  RowWriter rows_;
  std::uint32_t number_ = 0;  // of the group at hand
  std::vector<NameGroup> groups_;
  std::vector<char32_t> letters_;
  std::vector<std::uint32_t> own_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_, initials_, deletions_;
  std::map<std::uint64_t, BagEntry> bags_;
  std::set<std::uint64_t> prefixes_;
  std::vector<std::uint64_t> left_out_, edges_ = std::vector<std::uint64_t>(edge_bits / 64);
  Folded folded_;
};

}  // namespace

NameBook::NameBook() : fold_words_(FoldTable::make()), fold_(fold_words_) {}

std::u32string NameBook::folded(std::string_view text) const {
  Folded folded;
  fold_.fold(text, folded);
  return folded.too_long ? std::u32string() : std::u32string(folded.text());
}

void NameBook::add(BookName name) {
  if (auto letters = folded(name.text); !letters.empty()) groups_[std::move(letters)].push_back(std::move(name));
}

void NameBook::add_further(BookName name) { further_.push_back(std::move(name)); }

void NameBook::settle_further() {
  std::map<std::u32string, std::vector<BookName>> fresh;
  for (auto& name : further_) {
    auto letters = folded(name.text);
    if (letters.size() > 1 && !groups_.contains(letters)) fresh[std::move(letters)].push_back(std::move(name));
  }
  further_.clear();
  for (auto& [letters, names] : fresh) {
    const bool one = std::all_of(names.begin(), names.end(), [&](const BookName& name) { return name.state == names[0].state; });
    if (one) groups_.emplace(letters, std::move(names));
  }
}

std::string NameBook::bytes(std::uint64_t fingerprint) {
  settle_further();
  Writer writer(fingerprint);
  writer.put(Section::fold, fold_words_);
  Builder builder(fold_, language_numbers(groups_, writer));
  for (const auto& [letters, names] : groups_) builder.add(letters, names);
  builder.finish(writer);
  return writer.bytes();
}

}  // namespace comity::world::detail
