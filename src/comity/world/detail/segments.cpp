// A name with a remark on it ("Hong Kong SAR, China", "Bouvet Island (NO)", "Congo (Kinshasa)"), and bytes in the wrong encoding.
#include <algorithm>

#include "comity/world/detail/meaning.hpp"
#include "comity/world/detail/resolver_index.hpp"
#include "comity/world/detail/word_forms.hpp"

namespace comity::world::detail {
namespace {

struct Segments {
  std::array<std::string_view, 6> parts;
  std::size_t size = 0;
};

Segments split(std::string_view text) {
  Segments out;
  while (!text.empty() && out.size < out.parts.size()) {
    const std::size_t end = text.find_first_of(",;:()[]/+-");
    const std::string_view part = text.substr(0, end);
    if (part.find_first_not_of(" \t") != std::string_view::npos) out.parts[out.size++] = part;
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
  if (!text.empty()) out.size = 0;  // a list, not a name
  return out;
}

bool only_forms(const Folded& name) {
  for (std::size_t i = 0; i < name.words; ++i) {
    if (!is_government_word(name.word(i)) && !is_stop_word(name.word(i))) return false;
  }
  return true;
}

bool is_territory(const Register& states, StateId id) { return states.state(id).kind == "territory"; }

}  // namespace

bool Attempt::by_segments(Resolution& out) const {
  const Segments segments = split(text);
  if (segments.size < 2) return false;
  ResolveOptions exact = options;
  exact.metonyms = true;  // a capital tells the two Congos apart
  Resolution head;
  for (std::size_t i = 0; i < segments.size; ++i) {
    Attempt part{store, states, exact, {}, {}, 0};
    part.fold(segments.parts[i]);
    if (part.name.size == 0 || only_forms(part.name)) continue;
    Resolution found;
    std::string_view code = segments.parts[i];
    while (code.ends_with(' ')) code.remove_suffix(1);
    while (code.starts_with(' ')) code.remove_prefix(1);
    Attempt coded{store, states, exact, code, {}, 0};
    const auto misspelt = [&] { return head.candidates.empty() && part.by_edits(found); };  // what follows is short, and may be anything
    if (!coded.by_code(found) && !part.by_letters(found) && !part.by_words(found) && !part.without_form(found) && !misspelt()) return false;
    if (found.how == How::non_state || found.candidates.empty()) return false;
    if (head.candidates.empty()) {
      if (found.how == How::adjective || found.how == How::capital) return false;
      head = found;
      continue;
    }
    const StateId other = found.state;
    if (head.how == How::ambiguous) {
      const auto hit = std::find_if(head.candidates.begin(), head.candidates.end(), [&](const Candidate& one) {
        return std::any_of(found.candidates.begin(), found.candidates.end(), [&](const Candidate& too) { return too.state == one.state; });
      });
      if (hit == head.candidates.end()) return false;
      head.state = hit->state, head.confidence = 1, head.how = How::name;
    } else if (!other || !head.state) {
      return false;
    } else if (other != head.state) {
      // Of a territory and the state that it belongs to, the territory is meant.
      if (is_territory(states, head.state)) continue;
      if (!is_territory(states, other)) return false;
      head = found;
    }
  }
  if (!head.state && head.how != How::ambiguous) return false;
  out = head;
  for (std::size_t i = 0; i < out.candidates.size(); ++i) out.candidates[i].score *= 0.9;
  out.confidence *= 0.9;
  if (out.state) out.how = How::shortened;
  return true;
}

// Text in UTF-8 that was read as Windows-1252 and written as UTF-8 again: "CÃ´te d'Ivoire".
bool Attempt::by_mending(Resolution& out) const {
  if (text.find("\xc3\x83") == std::string_view::npos && text.find("\xc3\x82") == std::string_view::npos && text.find("\xc3\x85") == std::string_view::npos) return false;
  static constexpr char32_t high[] = {0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
                                      0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (const auto found = std::find(std::begin(high), std::end(high), c); found != std::end(high)) c = static_cast<char32_t>(0x80 + (found - high));
    if (c > 0xff) return false;
    bytes += static_cast<char>(c);
  }
  Attempt mended{store, states, options, {}, {}, 0};
  mended.fold(bytes);
  if (mended.name.size == 0) return false;
  if (!mended.by_letters(out) && !mended.by_words(out) && !mended.by_mending(out)) return false;
  out.confidence *= 0.9;
  return out.state || out.how == How::ambiguous;
}

}  // namespace comity::world::detail
