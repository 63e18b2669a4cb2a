// How a sentence speaks of states: names and demonyms, "both countries", "it", "our country", "the Kingdom", "the latter".
#include <algorithm>

#include "comity/claims/document.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

using Kind_ = Token::Kind;

// Who "it" is: the side that a clause of this sentence begins with, else the last sentence's.
Side Document::subject_before(const Sentence& sentence, std::uint32_t before, bool owning) const {
  Side out = last_subject;
  for (const NameSpot& name : sentence.names) {
    if (name.begin >= before) break;
    if (!is_pair(name.side) || name.form != NameForm::name || (!owning && name.end < sentence.range.end && tokens[name.end].is(Kind_::possessive))) continue;
    const std::uint32_t at = name.begin - (name.begin > sentence.range.begin && (of(name.begin - 1) == "The" || of(name.begin - 1) == "the"));
    if (at == sentence.range.begin || tokens[at - 1].is(Kind_::semicolon)) out = name.side;
  }
  return out;
}

// "Our President visited Tanzania", "our embassy in Dar es Salaam", "our trade with Tanzania": the other one speaks.
void Document::find_own(const Sentence& s) {
  // "Ministry of Foreign Affairs of Serbia" at the top
  if (blocks <= 2) {
    for (const NameSpot& name : s.names) {
      if (name.form != NameForm::name || !is_pair(name.side) || name.begin < s.range.begin + 2) continue;
      const CueSpot* of_cue = find_cue_back(s, Cue::of_word, name.begin, name.begin - std::min<std::uint32_t>(name.begin, 4));
      for (std::uint32_t i = s.range.begin; of_cue && i < of_cue->begin; ++i) {
        if (of(i) == "Ministry" || of(i) == "MINISTRY") own = name.side;
      }
    }
  }
  // "Embassy of Norway, Lima", "Norwegian Embassy in Lima" on a line of its own at the top
  if (blocks <= 2 && !is_pair(own) && s.range.end - s.range.begin <= 12 && !tokens[s.range.end - 1].is(Token::Kind::stop) && s.has(Cue::mission_noun) && s.names.size() <= 3) {
    for (const NameSpot& name : s.names) {
      if (!is_pair(name.side) || is_pair(own) || name.form >= NameForm::capital) continue;
      const bool behind = name.form == NameForm::name && find_cue_back(s, Cue::of_word, name.begin, name.begin - std::min<std::uint32_t>(name.begin, 4)) && find_cue(s, Cue::mission_noun, s.range.begin, name.begin);
      const bool before = name.form == NameForm::adjective && find_cue(s, Cue::mission_noun, name.end, name.end + 1);
      if (behind || before) own = name.side;
    }
  }
  for (std::uint32_t i = s.range.begin; i + 1 < s.range.end && !is_pair(own); ++i) {
    if (of(i) != "our" && of(i) != "Our") continue;
    for (const NameSpot& name : s.names) {
      if (name.begin <= i + 1 || name.begin - i > 7 || !is_pair(name.side) || name.form == NameForm::adjective || name.form == NameForm::people) continue;
      const std::uint32_t before = name.begin - 1;
      const bool mission = name.form >= NameForm::capital && find_cue(s, Cue::in_word, before, before + 1) && find_cue(s, Cue::mission_noun, i + 1, before);
      const bool partner = name.form == NameForm::name && (find_cue(s, Cue::with_word, before, before + 1) || find_cue(s, Cue::to_word, before, before + 1)) && (find_cue(s, Cue::trade_noun, i + 1, before) || find_cue(s, Cue::relations_noun, i + 1, before) || find_cue(s, Cue::export_noun, i + 1, before));
      if (mission || partner) own = other(name.side);
      break;
    }
  }
}

// "55,000 Thai tourists", "New Zealand students": words that are names as well tell a nation before people.
void Document::find_nations(Sentence& sentence) const {
  if (grammar.language != "en") return;
  for (NameSpot& name : sentence.names) {
    if (name.form != NameForm::name || name.end >= sentence.range.end || tokens[name.end].capital) continue;
    const auto people = [&](Cue cue) { return sentence.has(cue) && sentence.cue_at(name.end, cue); };
    if (!people(Cue::people_noun) && !people(Cue::student_noun) && !people(Cue::tourist_noun) && !people(Cue::worker_noun) && !people(Cue::refugee_noun)) continue;
    const auto led = [&](Cue cue) { return name.begin > sentence.range.begin && find_cue(sentence, cue, name.begin - 1, name.begin); };
    if (!led(Cue::in_word) && !led(Cue::to_word) && !led(Cue::from_word) && !led(Cue::with_word) && !led(Cue::of_word)) name.form = NameForm::adjective;
  }
}

void Document::gather_mentions(const Sentence& sentence) {
  mentions.clear();
  for (const NameSpot& name : sentence.names) {
    // "US$412 million" names no state, and "President Mary Robinson" no town.
    const auto covers = [&](std::uint32_t begin, std::uint32_t end) { return begin <= name.begin && name.end <= end; };
    const bool money = std::any_of(sentence.amounts.begin(), sentence.amounts.end(), [&](const Amount& one) { return covers(one.begin, one.end); });
    const bool person = name.form >= NameForm::capital && std::any_of(sentence.persons.begin(), sentence.persons.end(), [&](const PersonSpot& one) { return one.titled && covers(one.name_begin, one.end); });
    // "South America" is a region, not the United States.
    const bool region = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const CueSpot& one) { return one.cue == Cue::region && covers(one.begin, one.end) && one.end - one.begin > name.end - name.begin; });
    // "the Knesset" tells whose its speaker is and is else no word for the state.
    static constexpr WordSet parliaments("Knesset", "Bundestag", "Sejm", "Saeima", "Seimas", "Riigikogu", "Riksdag", "Storting", "Folketing", "Eduskunta", "Althing", "Mazhilis", "Sabor", "Oireachtas", "Majlis", "Rada", "Duma", "Kenesh", "Sabha", "Sangsad", "Congress", "Assembly");
    const bool parliament = name.form == NameForm::adjective && grammar.language == "en" && parliaments.has(of(name.end - 1));
    if (money || person || region || parliament) continue;
    mentions.push_back({{name.begin, name.end}, name.side, name.form, name.state, false, false});
  }
  for (const CueSpot& cue : sentence.cues) {
    if (cue.cue == Cue::both) mentions.push_back({{cue.begin, cue.end}, Side::both, NameForm::name, {}, false, true});
    if (cue.cue == Cue::pronoun && grammar.texts[cue.data] == "both") mentions.push_back({{cue.begin, cue.end}, Side::both, NameForm::name, {}, false, true});
    else if (cue.cue == Cue::pronoun) {
      const Side side = subject_before(sentence, cue.begin, of(cue) == "its");  // "Peru's exports are …, its imports …"
      if (is_pair(side)) mentions.push_back({{cue.begin, cue.end}, side, NameForm::name, states[side == Side::second], false, true});
    }
  }
  if (!is_pair(own)) find_own(sentence);
  for (std::uint32_t i = sentence.range.begin; is_pair(own) && i + 1 < sentence.range.end; ++i) {
    if ((of(i) == "our" || of(i) == "Our") && (of(i + 1) == "country" || of(i + 1) == "Republic" || of(i + 1) == "exports" || of(i + 1) == "imports")) mentions.push_back({{i, i + (of(i + 1) == "country" || of(i + 1) == "Republic" ? 2u : 1u)}, own, NameForm::name, states[own == Side::second], false, false});
  }
  const auto sort = [&] { std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; }); };
  sort();
  const std::size_t named = mentions.size();
  if (grammar.language == "en") find_former_and_latter(sentence), find_form_of_state(sentence);
  if (mentions.size() > named) sort();
}

namespace {

// What comes behind a word that stands for a state; behind "the former" elsewhere stands whose former it was.
bool acts_behind(const Document& d, const Sentence& s, std::uint32_t at) {
  if (at >= s.range.end || !d.tokens[at].is_word()) return true;
  for (const Cue cue : {Cue::have, Cue::mission_have, Cue::open_verb, Cue::aid_verb, Cue::sell_verb, Cue::buy_verb, Cue::export_noun, Cue::import_noun, Cue::recognise, Cue::sever, Cue::invest_verb, Cue::visit_verb, Cue::to_word, Cue::and_word, Cue::in_word}) {
    if (s.cue_at(at, cue)) return true;
  }
  return one_of(d.of(at), {"is", "was", "exported", "imported", "exports", "imports", "sold", "bought", "ranks", "ranked"});
}

}  // namespace

// "The Kingdom opened its embassy in Manila", where the page has called one of the two, and only it, a kingdom by its full name.
void Document::find_form_of_state(const Sentence& s) {
  const auto is_form = [](std::string_view word) { return one_of(word, {"Kingdom", "Sultanate", "Emirate", "Principality"}); };
  for (const NameSpot& name : s.names) {
    if (name.form != NameForm::name || !is_pair(name.side)) continue;
    // The full name may be in the register or not: "the Kingdom of" can stand in the name or in front of it.
    const std::uint32_t at = is_form(of(name.begin)) ? name.begin : name.begin >= s.range.begin + 2 && of(name.begin - 1) == "of" && is_form(of(name.begin - 2)) ? name.begin - 2 : name.end;
    if (at == name.end) continue;
    const auto known = std::ranges::find(forms_of_state_, of(at), &std::pair<std::string_view, Side>::first);
    if (known == forms_of_state_.end()) forms_of_state_.emplace_back(of(at), name.side);
    else if (known->second != name.side) known->second = Side::none;
  }
  for (const auto& [form, side] : forms_of_state_) {
    if (!is_pair(side)) continue;
    for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
      if (of(i) != form || !one_of(of(i - 1), {"the", "The"}) || (i + 1 < s.range.end && (of(i + 1) == "of" || tokens[i + 1].capital))) continue;
      if (std::ranges::any_of(mentions, [&](const Mention& one) { return one.begin <= i && i < one.end; })) continue;
      mentions.push_back({{i, i + 1}, side, NameForm::name, states[side == Side::second], false, false});
    }
  }
}

// "The former exported goods worth 60 million to the latter": of the two named before, in this sentence or the one before it.
void Document::find_former_and_latter(const Sentence& s) {
  constexpr std::uint32_t length = 6;
  for (std::uint32_t i = s.range.begin + 1; i < s.range.end; ++i) {
    if (tokens[i].end - tokens[i].begin != length || (of(i) != "former" && of(i) != "latter") || (of(i - 1) != "the" && of(i - 1) != "The") || !acts_behind(*this, s, i + 1)) continue;
    Side first = Side::none, second = Side::none;
    for (const Mention& one : mentions) {
      if (one.begin >= i || one.reference || !is_pair(one.side)) continue;
      if (first == Side::none) first = one.side;
      else if (one.side != first) second = one.side;
    }
    if (second == Side::none && is_pair(last_first)) first = last_first, second = other(last_first);
    if (second == Side::none) continue;
    const Side side = of(i) == "former" ? first : second;
    mentions.push_back({{i - 1, i + 1}, side, NameForm::name, states[side == Side::second], false, true});
  }
}

}  // namespace comity::claims

