#include "comity/claims/vocabulary.hpp"

namespace comity::claims {
namespace {

// Latin-1 Supplement and Latin Extended-A (U+00C0 to U+017F) without their accents, in order. '.' = keep as it is.
constexpr std::string_view bare =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
    "lllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bare.size() == 192);
// Latin Extended Additional from U+1EA0 to U+1EF9: the vowels of Vietnamese.
constexpr std::string_view vietnamese =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

}  // namespace

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < word.size() && out.size() < 63; ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
      continue;
    }
    const auto d = i + 1 < word.size() ? static_cast<unsigned char>(word[i + 1]) : 0;
    if (c >= 0xc3 && c <= 0xc5 && d >= 0x80) {
      const std::size_t place = static_cast<std::size_t>(c - 0xc3) * 64 + (d - 0x80u);
      if (c == 0xc3 && d == 0x9f) {
        out += "ss";
      } else if (place < bare.size() && bare[place] != '.') {
        out += bare[place];
      } else {
        out.append(word.substr(i, 2));
      }
      ++i;
    } else if (c == 0xe2 && d == 0x80 && i + 2 < word.size() && static_cast<unsigned char>(word[i + 2]) == 0x99) {
      out += '\'';
      i += 2;
    } else if (c == 0xe1 && (d == 0xba || d == 0xbb) && i + 2 < word.size()) {
      const unsigned code = 0x1e80u + (d - 0xbau) * 64u + (static_cast<unsigned char>(word[i + 2]) & 0x3fu);
      if (code >= 0x1ea0 && code - 0x1ea0 < vietnamese.size()) out += vietnamese[code - 0x1ea0];
      i += 2;
    } else if (c == 0xd0 && d >= 0x90 && d <= 0xaf) {  // Cyrillic capitals
      const unsigned lower = 0x410u + (d - 0x90u) + 0x20u;
      out += static_cast<char>(0xc0 | lower >> 6);
      out += static_cast<char>(0x80 | (lower & 0x3f));
      ++i;
    } else {
      out += static_cast<char>(c);
    }
  }
}

Vocabulary::Vocabulary() : words_{""}, hashes_{0}, slots_(1 << 12, 0) {}

std::uint64_t Vocabulary::hash(std::string_view folded) {
  std::uint64_t h = 0x9e3779b97f4a7c15u;
  for (const char c : folded) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h ^ h >> 29;
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const WordId id = slots_[i];
    if (id == 0) return 0;
    if (hashes_[id] == hash && words_[id] == folded) return id;
  }
}

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t h = hash(folded);
  if (const WordId id = find(folded, h)) return id;
  if (words_.size() * 2 > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(folded);
  hashes_.push_back(h);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i] != 0) i = (i + 1) & mask;
  slots_[i] = id;
  return id;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (WordId id = 1; id < words_.size(); ++id) {
    std::size_t i = hashes_[id] & mask;
    while (slots_[i] != 0) i = (i + 1) & mask;
    slots_[i] = id;
  }
}

namespace {

constexpr std::uint64_t key_of(std::uint32_t node, WordId word) { return std::uint64_t{node} << 32 | word; }
constexpr std::size_t spread(std::uint64_t key) {
  key *= 0x9e3779b97f4a7c15u;
  return key ^ key >> 32;
}

}  // namespace

Phrases::Phrases() : edges_(1 << 12), meanings_(1) {}

std::uint32_t Phrases::step(std::uint32_t node, WordId word) const {
  if (word == 0) return 0;
  if (node == 0) return word < first_.size() ? first_[word] : 0;
  const std::uint64_t key = key_of(node, word);
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t i = spread(key) & mask;; i = (i + 1) & mask) {
    if (edges_[i].node == 0) return 0;
    if (edges_[i].key == key) return edges_[i].node;
  }
}

std::uint32_t Phrases::put(std::uint32_t node, WordId word) {
  if (const std::uint32_t found = step(node, word)) return found;
  const auto made = static_cast<std::uint32_t>(meanings_.size());
  meanings_.emplace_back();
  if (node == 0) {
    if (word >= first_.size()) first_.resize(word + 1u, 0);
    return first_[word] = made;
  }
  if (++used_ * 2 > edges_.size()) grow();
  const std::uint64_t key = key_of(node, word);
  const std::size_t mask = edges_.size() - 1;
  std::size_t i = spread(key) & mask;
  while (edges_[i].node != 0) i = (i + 1) & mask;
  edges_[i] = {key, made};
  return made;
}

void Phrases::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  const std::size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.node == 0) continue;
    std::size_t i = spread(edge.key) & mask;
    while (edges_[i].node != 0) i = (i + 1) & mask;
    edges_[i] = edge;
  }
}

void Phrases::add(const std::vector<WordId>& words, Meaning meaning) {
  std::uint32_t node = 0;
  for (const WordId word : words) node = put(node, word);
  if (node == 0) return;
  for (const Meaning& known : meanings_[node]) {
    if (known.cls == meaning.cls && known.data == meaning.data) return;
  }
  meanings_[node].push_back(meaning);
}

}  // namespace comity::claims
