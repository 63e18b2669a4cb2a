// Missions that a document calls by the bare word: "The Indian Mission in Lima", "opened its Mission in Lima".
#include <algorithm>

#include "comity/claims/document.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

// "The Indian Mission in X": the bare word, with a capital and behind one of the two, is a diplomatic mission.
void Document::find_bare_missions(Sentence& sentence) {
  const auto put = [&](std::uint32_t at, std::string_view what = "mission") {
    const auto unit = std::find(grammar.texts.begin(), grammar.texts.end(), what);
    if (unit == grammar.texts.end()) return;
    CueSpot cue;
    cue.begin = at, cue.end = at + 1, cue.cue = Cue::mission_noun, cue.data = static_cast<std::uint32_t>(unit - grammar.texts.begin());
    const auto place = std::find_if(sentence.cues.begin(), sentence.cues.end(), [&](const CueSpot& one) { return one.begin > at; });
    sentence.cues.insert(place, cue);
    sentence.see(Cue::mission_noun);
  };
  // "opened another in X", "Peru has one in Y": of the kind told before
  const bool kept = sentence.has(Cue::mission_have) || sentence.has(Cue::open_verb) || sentence.has(Cue::close_verb) || sentence.has(Cue::reopen_verb);
  const bool spoken_of = sentence.has(Cue::mission_noun) || (!claims.empty() && claims.back().kind >= Kind::mission && claims.back().kind <= Kind::mission_closed);
  for (std::uint32_t i = sentence.range.begin + 1; kept && spoken_of && i + 2 < sentence.range.end; ++i) {
    const bool own = of(i) == "own" && (of(i - 1) == "its" || of(i - 1) == "their");  // "and Peru set up its own in Oslo"
    if ((of(i) != "another" && of(i) != "one" && !own) || !find_cue(sentence, Cue::in_word, i + 1, i + 2) || !tokens[i + 2].capital) continue;
    const auto keeps = [&](const CueSpot& cue) { return cue.end <= i && cue.end + own >= i && (cue.cue == Cue::mission_have || cue.cue == Cue::open_verb || cue.cue == Cue::close_verb || cue.cue == Cue::reopen_verb); };
    if (std::none_of(sentence.cues.begin(), sentence.cues.end(), keeps)) continue;
    const CueSpot* noun = find_cue_back(sentence, Cue::mission_noun, i, sentence.range.begin);
    const bool told = !claims.empty() && (claims.back().kind == Kind::mission || claims.back().kind == Kind::mission_opened) && of(i) == "another";
    if (noun) put(i, std::string(grammar.texts[noun->data]));
    else if (told) put(i, claims.back().unit);
  }
  // "A Norwegian embassy has existed in Lima since 1994 and a Peruvian one in Oslo since 1996"
  for (const NameSpot& name : sentence.names) {
    const std::uint32_t at = name.end;
    if (!sentence.has(Cue::mission_noun) || name.form != NameForm::adjective || !is_pair(name.side) || at + 2 >= sentence.range.end || of(at) != "one" || !find_cue(sentence, Cue::in_word, at + 1, at + 2)) continue;
    if (const CueSpot* noun = find_cue_back(sentence, Cue::mission_noun, at, sentence.range.begin)) put(at, std::string(grammar.texts[noun->data]));
  }
  // "…; that of Peru in Oslo", "…; Peru's in Oslo dates from 1995"
  for (const NameSpot& name : sentence.names) {
    if (!sentence.has(Cue::mission_noun)) break;
    if (name.form != NameForm::name || !is_pair(name.side) || name.end + 2 >= sentence.range.end) continue;
    const bool owns = tokens[name.end].is(Token::Kind::possessive);
    const bool article = name.begin > sentence.range.begin && (of(name.begin - 1) == "the" || of(name.begin - 1) == "The");
    const std::uint32_t before = name.begin - article;
    const bool that = before >= sentence.range.begin + 2 && of(before - 2) == "that" && of(before - 1) == "of";
    if (owns == that || !find_cue(sentence, Cue::in_word, name.end + owns, name.end + owns + 1) || !tokens[name.end + owns + 1].capital) continue;
    const CueSpot* noun = find_cue_back(sentence, Cue::mission_noun, before, sentence.range.begin);
    if (noun) put(owns ? name.end : before - 2, std::string(grammar.texts[noun->data]));
  }
  // "Norway opened a mission in Lima", "The Norwegian mission in Lima has been working since 1995"
  const bool acts = sentence.has(Cue::open_verb) || sentence.has(Cue::close_verb) || sentence.has(Cue::reopen_verb) || sentence.has(Cue::mission_have) || sentence.has(Cue::mission_located);
  for (const NameSpot& town : sentence.names) {
    if (!acts) break;
    const std::uint32_t at = town.begin - std::min(town.begin, 2u);
    if (town.form < NameForm::capital || !is_pair(town.side) || at <= sentence.range.begin || of(at) != "mission" || !find_cue(sentence, Cue::in_word, at + 1, at + 2) || sentence.cue_at(at, Cue::mission_noun)) continue;
    const bool own = std::any_of(sentence.names.begin(), sentence.names.end(), [&](const NameSpot& name) { return name.end == at && name.form == NameForm::adjective && is_pair(name.side) && name.side != town.side; });
    if (own || of(at - 1) == "a" || of(at - 1) == "A" || of(at - 1) == "its" || of(at - 1) == "The" || of(at - 1) == "the" || of(at - 1) == "own") put(at);
  }
  // "opened its Mission in X"
  if (sentence.has(Cue::open_verb) || sentence.has(Cue::close_verb) || sentence.has(Cue::reopen_verb)) {
    for (std::uint32_t i = sentence.range.begin + 1; i + 2 < sentence.range.end; ++i) {
      if ((of(i) == "Mission" || (of(i) == "mission" && of(i - 1) == "its")) && (of(i - 1) == "its" || of(i - 1) == "resident" || of(i - 1) == "Resident") && of(i + 1) == "in" && !sentence.cue_at(i, Cue::mission_noun) && !sentence.cue_at(i - 1, Cue::mission_noun)) put(i);
      // "The Mission was closed in 1976", "the Government closed down the post": the one told last
      static constexpr WordSet words("Mission", "mission", "Post", "post", "office", "Office", "representation");
      const auto changes = [&](const CueSpot& cue) { return (cue.cue == Cue::open_verb || cue.cue == Cue::close_verb || cue.cue == Cue::reopen_verb) && (cue.end + 1 == i || (cue.begin > i && cue.begin - i <= 4)); };
      const bool told = words.has(of(i)) && (of(i - 1) == "The" || of(i - 1) == "the") && of(i + 1) != "of" && std::any_of(sentence.cues.begin(), sentence.cues.end(), changes) && !sentence.has(Cue::mission_noun) && !claims.empty() && claims.back().kind >= Kind::mission && claims.back().kind <= Kind::mission_closed;
      if (told && !sentence.cue_at(i, Cue::mission_noun)) put(i, claims.back().unit);
    }
  }
  // "India has had a Mission in Lusaka since"
  for (const NameSpot& name : sentence.names) {
    const std::uint32_t at = name.begin - std::min(name.begin, 2u);
    if (name.form < NameForm::capital || !is_pair(name.side) || at <= sentence.range.begin || of(at) != "Mission" || of(at + 1) != "in" || sentence.cue_at(at, Cue::mission_noun)) continue;
    if (of(at - 1) == "a" || of(at - 1) == "its" || of(at - 1) == "our" || of(at - 1) == "Our" || of(at - 1) == "the") put(at);
  }
  for (const NameSpot& name : sentence.names) {
    const std::uint32_t at = name.end;
    if (!is_pair(name.side) || name.form != NameForm::adjective || at + 1 >= sentence.range.end || (of(at) != "Mission" && of(at) != "Office") || sentence.cue_at(at, Cue::mission_noun)) continue;
    if (of(at) == "Office") {  // "the Australian Office in Taipei"
      if (of(at + 1) == "in" && at + 2 < sentence.range.end && tokens[at + 2].capital) put(at, "representative office");
      continue;
    }
    if (of(at + 1) != "in" && of(at + 1) != "was") continue;
    put(at);
  }
}

}  // namespace comity::claims
