// The stage that finds phrases and names in a sentence: at each word the longest of each class; a name within a longer
// name is none ("Congo" in "Republic of the Congo").
#include <algorithm>

#include "comity/claims/sentence.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

class Reader {
 public:
  Reader(const Words& words, Sentence& sentence) : w_(words), s_(sentence) {}

  void run() {
    for (std::uint32_t i = s_.range.begin; i < s_.range.end; ++i) {
      if (w_.tokens[i].is_word()) s_.words.add(w_.of(w_.tokens[i]));
      if (!w_.grammar.phrases.begins(w_.tokens[i].word)) continue;
      first_cue_ = s_.cues.size();
      org_ = {};
      name_ = {};
      walk(i);
      drop_covered();
      keep_names();
    }
    join_cues(w_, s_);
    for (const CueSpot& cue : s_.cues) s_.see(cue.cue);
    if (!s_.names.empty()) s_.see(Cue::name);
  }

 private:
  void walk(std::uint32_t i) {
    std::uint32_t node = 0;
    comma_ = false;
    adverb_ = false;
    for (std::uint32_t k = i; k < s_.range.end; ++k) {
      const Token& token = w_.tokens[k];
      if (k > i && (token.is(Kind::hyphen) || token.is(Kind::dash)) && (!token.spaced || (k + 1 < s_.range.end && !w_.tokens[k + 1].spaced))) continue;
      if (k > i && token.is(Kind::comma) && k + 1 < s_.range.end) {  // "Friendship, Commerce and Navigation"
        comma_ = true;
        continue;
      }
      if (k > i && token.is(Kind::stop) && !token.spaced && k + 1 < s_.range.end && w_.tokens[k + 1].is_word()) continue;  // "St. Petersburg"
      const std::uint32_t next = w_.grammar.phrases.step(node, token.word);
      if (next == 0 && k > i && !adverb_ && is_adverb(token)) {  // "is primarily represented in", "have also signed"
        adverb_ = true;
        continue;
      }
      node = next;
      if (node == 0) return;
      for (const Meaning& meaning : w_.grammar.phrases.meanings(node)) take(meaning, i, k + 1);
    }
  }

  static bool is_verbal(Cue cue) {
    for (const Cue one : {Cue::visit_verb, Cue::visit_go, Cue::receive_verb, Cue::sign_verb, Cue::force, Cue::open_verb, Cue::reopen_verb, Cue::close_verb, Cue::upgrade, Cue::establish, Cue::have_since, Cue::sever, Cue::resume, Cue::recognise,
                          Cue::mission_have, Cue::mission_located, Cue::accredited, Cue::member_of, Cue::join_verb, Cue::apply_verb, Cue::leave_verb, Cue::initiative_verb, Cue::institute_verb}) {
      if (cue == one) return true;
    }
    return false;
  }

  // A word that may stand within a verb's phrase and changes nothing of it.
  bool is_adverb(const Token& token) const {
    if (!english_ || !token.is_word() || token.capital) return false;
    const std::string_view word = w_.of(token);
    if (word.size() > 5 && word.ends_with("ly")) return word != "family" && word != "supply" && word != "assembly" && word != "monthly" && word != "yearly" && word != "hardly" && word != "scarcely";
    static constexpr WordSet unchanging{"also", "both", "since", "again", "then", "now", "still", "later", "each", "first", "soon", "all", "once", "already"};
    return unchanging.has(word);
  }

  void take(const Meaning& meaning, std::uint32_t begin, std::uint32_t end) {
    const Cue cue = static_cast<Cue>(meaning.cls);
    if (comma_ && cue != Cue::org && cue != Cue::treaty_topic) return;
    if (adverb_ && !is_verbal(cue)) return;
    if (cue == Cue::name) {
      const NameEntry& entry = w_.grammar.names[meaning.data];
      const bool lower_fits = entry.form == NameForm::adjective && w_.grammar.language == "de";
      if (w_.tokens[begin].capital || lower_fits) name_ = {{begin, end}, meaning.data, entry.form, Side::none, {}};
      return;
    }
    if (cue == Cue::org) {
      if (w_.tokens[begin].capital) org_ = {{begin, end}, Cue::org, meaning.data};
      return;
    }
    if (cue == Cue::currency && end - begin == 1 && w_.tokens[begin].end - w_.tokens[begin].begin <= 3 && !w_.tokens[begin].capital && w_.of(w_.tokens[begin]) != "yen") return;  // "try" is no lira, "won" no money
    for (std::size_t c = first_cue_; c < s_.cues.size(); ++c) {
      if (s_.cues[c].cue != cue) continue;
      s_.cues[c].end = end;
      s_.cues[c].data = meaning.data;
      return;
    }
    // Within a longer phrase of its class that began before, a phrase says nothing of its own.
    for (std::size_t c = first_cue_; c-- > 0 && s_.cues[c].begin + 8 > begin;) {
      if (s_.cues[c].cue == cue && s_.cues[c].end >= end) return;
    }
    s_.cues.push_back({{begin, end}, cue, meaning.data});
  }

  // A short form that was kept first and then grew may now lie within an older one; one pass is enough, as ends only grow.
  void drop_covered() {
    for (std::size_t c = first_cue_; c < s_.cues.size();) {
      bool covered = false;
      for (std::size_t k = first_cue_; k-- > 0 && s_.cues[k].begin + 8 > s_.cues[c].begin;) covered = covered || (s_.cues[k].cue == s_.cues[c].cue && s_.cues[k].end >= s_.cues[c].end);
      if (covered) s_.cues.erase(s_.cues.begin() + static_cast<std::ptrdiff_t>(c));
      else ++c;
    }
  }

  void keep_names() {
    if (org_.end && org_.begin < taken_) org_ = {};
    if (name_.end && name_.begin < taken_) name_ = {};
    if (org_.end && org_.end >= name_.end) {
      s_.cues.push_back(org_);
      taken_ = org_.end;
    } else if (name_.end) {
      s_.names.push_back(name_);
      taken_ = name_.end;
    }
  }

  const Words& w_;
  Sentence& s_;
  const bool english_ = w_.grammar.language == "en";
  std::size_t first_cue_ = 0;
  CueSpot org_;
  NameSpot name_;
  std::uint32_t taken_ = 0;
  bool comma_ = false;   // the phrase being walked goes over a comma
  bool adverb_ = false;  // … or over an adverb
};

}  // namespace

std::string_view Words::of(Spot spot) const {
  if (spot.begin >= spot.end) return {};
  const std::size_t begin = tokens[spot.begin].begin;
  return text.substr(begin, tokens[spot.end - 1].end - begin);
}

void find_cues(const Words& words, Sentence& sentence) { Reader(words, sentence).run(); }

}  // namespace comity::claims
