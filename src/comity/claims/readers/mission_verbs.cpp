// Whether a verb of opening or closing tells what was done, or only what was meant.
#include "comity/claims/readers/mission_verbs.hpp"

#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

// "was the only Baltic country to establish an embassy", "the first to open a consulate": it did
bool is_distinction(const Document& d, const Sentence& s, const CueSpot& verb) {
  if (verb.begin <= s.range.begin || !find_cue(s, Cue::to_word, verb.begin - 1, verb.begin)) return false;
  static constexpr WordSet words("country", "countries", "state", "states", "nation", "nations", "first", "only");
  for (std::uint32_t i = verb.begin - 1; i-- > s.range.begin && verb.begin - i <= 5;) {
    if (words.has(d.of(i))) return true;
  }
  return false;
}

}  // namespace

// "it is symbolic to open the embassy", "no plans of opening an embassy", "where Armenia opens its embassy": without a date
// nothing was opened yet.
bool is_unfinished(const Document& d, const Sentence& s, const CueSpot& verb) {
  const std::string_view word = d.of(verb.begin);
  if (is_distinction(d, s, verb)) return false;
  for (const std::string_view one : {"open", "opens", "opening", "establish", "establishing", "close", "closing", "reopen", "reopening", "inaugurating"}) {
    if (word == one && !find_cue(s, Cue::of_word, verb.end - 1, verb.end + 1)) return true;
  }
  if (verb.begin > s.range.begin && find_cue(s, Cue::to_word, verb.begin - 1, verb.begin)) return word != "inaugurate" && !is_distinction(d, s, verb);  // "came to inaugurate"
  // "the fourth embassy to be established"
  return verb.begin >= s.range.begin + 2 && d.of(verb.begin - 1) == "be" && find_cue(s, Cue::to_word, verb.begin - 2, verb.begin - 1);
}

// "decided in 2019 to open an embassy", "discussed the opening of embassies", "is keen on Peru's reopening its embassy": meant, not done
bool is_decided(const Document& d, const Sentence& s, const CueSpot& verb, Spot clause) {
  static constexpr WordSet words("decided", "decides", "resolved", "vowed", "wishes", "wished", "offered", "intention", "intends");
  static constexpr WordSet thoughts("discuss", "discusses", "discussed", "discussing", "promise", "promised", "promises", "consider", "considers", "considered", "proposes", "proposed", "proposal", "urged", "urges", "called", "calls", "keen", "interested", "interest", "hope", "hopes", "hoped", "desire", "desirous",
                                    "wish", "wishes", "wished", "possibility", "possibilities", "idea", "prospect", "prospects", "negotiations", "discussions", "talks", "contemplating", "contemplated", "explore", "explored", "exploring", "feasibility", "agree", "agreed", "resolution", "ready", "readiness", "expect", "expects", "looks", "looking", "request", "requested",
                                    "invited", "encouraged", "suggested", "preparing", "preparations", "working", "announcing", "seeks", "seek", "sought", "mulls", "eyes", "decision");
  const std::string_view form = d.of(verb.begin);
  if (is_distinction(d, s, verb)) return false;
  if (form == "opening" && verb.begin > clause.begin && (d.of(verb.begin - 1) == "are" || d.of(verb.begin - 1) == "is")) return true;
  const bool bare = form == "open" || form == "reopen" || form == "establish" || form == "close" || form.ends_with("ing") || form == "establishment" || form == "set" || form == "re-open";
  const bool noun = find_cue(s, Cue::of_word, verb.end - 1, verb.end + 1);
  constexpr std::uint32_t farthest_thought = 9;
  for (std::uint32_t i = verb.begin; bare && i-- > clause.begin && verb.begin - i <= farthest_thought;) {
    if (!thoughts.has(d.of(i))) continue;
    // "agreed on cooperation. The opening of …" tells what was done: a noun needs its thought right before it
    if (noun && verb.begin - i > 4) return false;
    return true;
  }
  if (verb.begin <= clause.begin || !find_cue(s, Cue::to_word, verb.begin - 1, verb.begin)) return false;
  for (std::uint32_t i = verb.begin; i-- > clause.begin && verb.begin - i <= 6;) {
    if (words.has(d.of(i))) return true;
  }
  return false;
}

bool is_word_of_saying(std::string_view word) {
  static constexpr WordSet words("announced", "decided", "said", "declared", "stated", "informed", "pledged", "confirmed", "reported", "promised", "indicated", "revealed", "told");
  return words.has(word);
}

bool is_thought(std::string_view what, std::string_view link) {
  if (link != "of" && link != "on" && link != "about") return false;
  for (const std::string_view one : {"talks", "possibility", "possibilities", "idea", "plans", "plan", "hope", "question", "prospect", "intention", "negotiations", "discussions", "aim", "purpose"}) {
    if (what == one) return true;
  }
  return false;
}

}  // namespace comity::claims
