// The stage that finds persons: a title with a name ("President Felipe Calderón"), a demonym with a title ("the German
// president"), or two capitalised words and more that are no other name ("Angela Merkel"). Whose they are, where it is said.
#include <algorithm>

#include "comity/claims/sentence.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

class Reader {
 public:
  Reader(const Words& words, Sentence& sentence) : w_(words), s_(sentence) {}

  void run() {
    std::size_t c = 0;
    for (std::uint32_t i = s_.range.begin; i < s_.range.end;) {
      while (c < s_.cues.size() && s_.cues[c].begin < i) ++c;
      PersonSpot person;
      const CueSpot* title = nullptr;
      for (std::size_t k = c; k < s_.cues.size() && s_.cues[k].begin == i; ++k) {
        if (s_.cues[k].cue == Cue::title || s_.cues[k].cue == Cue::minor_title) title = &s_.cues[k];
      }
      if (title && titled(*title, person)) {
        s_.persons.push_back(person);
        i = std::max(person.end, i + 1);
        continue;
      }
      if (!title && w_.tokens[i].capital && untitled(i, person)) {
        s_.persons.push_back(person);
        i = person.end;
        continue;
      }
      i = title ? title->end : i + 1;
    }
  }

 private:
  static bool is_former(std::string_view word) { return word == "former" || word == "then" || word == "late" || word == "new" || word == "acting" || word == "incumbent" || word == "visiting" || word == "ex" || word == "current"; }

  const Token& token(std::uint32_t i) const { return w_.tokens[i]; }
  bool in(std::uint32_t i) const { return i < s_.range.end; }

  const CueSpot* cue_at(std::uint32_t i, Cue cue) const { return s_.has(cue) ? s_.cue_at(i, cue) : nullptr; }
  const NameSpot* name_at(std::uint32_t i) const {
    for (const NameSpot& one : s_.names) {
      if (one.begin > i) break;
      if (i < one.end) return &one;
    }
    return nullptr;
  }
  bool cue_ending(std::uint32_t i, Cue cue) const {
    return std::any_of(s_.cues.begin(), s_.cues.end(), [&](const CueSpot& one) { return one.cue == cue && one.end == i; });
  }

  const NameSpot* name_ending(std::uint32_t i) const {
    for (const NameSpot& one : s_.names) {
      if (one.end == i) return &one;
    }
    return nullptr;
  }
  bool closed(std::uint32_t i) const {  // a capitalised word that is part of no person's name
    for (const CueSpot& one : s_.cues) {
      if (one.begin > i) break;
      if (one.begin == i && one.cue == Cue::month && (w_.of(token(i)) == "Jan" || w_.of(token(i)) == "Ján") && in(i + 1) && token(i + 1).is_word() && token(i + 1).capital) continue;  // "Jan Egeland"
      if (one.begin == i && (one.cue == Cue::org || one.cue == Cue::month || one.cue == Cue::no_person || one.cue == Cue::mission_noun || one.cue == Cue::treaty_noun ||
                             one.cue == Cue::title || one.cue == Cue::minor_title || one.cue == Cue::treaty_topic || one.cue == Cue::in_word || one.cue == Cue::day_word || one.cue == Cue::number_word || one.cue == Cue::event || one.cue == Cue::pronoun || one.cue == Cue::region))
        return true;
    }
    return false;
  }

  // The end of a run of capitalised words from `i`; initials, particles and hyphens are part of it. Number of words in `count`.
  std::uint32_t run_of_capitals(std::uint32_t i, int& count, bool behind_title) const {
    count = 0;
    std::uint32_t end = i;
    for (std::uint32_t k = i; in(k) && count < 6;) {
      const Token& one = token(k);
      if (one.is_word() && one.capital && !closed(k)) {
        const NameSpot* name = name_at(k);
        // "besuchte Präsident X Berlin": the town is where he went
        if (name && count > 1 && w_.grammar.language == "de" && name->form >= NameForm::capital && (name->side == Side::first || name->side == Side::second) && !cue_at(k - 1, Cue::particle)) break;
        // "Präsident Santos": a surname that is a town of a third state
        const bool surname = name && behind_title && count == 0 && name->form == NameForm::city && name->side == Side::third && k > 0 && (cue_ending(k, Cue::title) || cue_ending(k, Cue::minor_title));
        // "Victoria Nuland", "Mary Akol": a first name that is a town of a third state too
        const bool first_name = name && count == 0 && name->form == NameForm::city && name->side == Side::third && name->end == k + 1 && in(k + 1) && token(k + 1).is_word() && token(k + 1).capital && !name_at(k + 1) && !closed(k + 1);
        if (name && !surname && !first_name && !(behind_title && count > 0 && name->form >= NameForm::capital) && !(count == 0 && behind_title && name->form >= NameForm::capital && in(k + 1) && token(k + 1).capital && token(k + 1).is_word() && !name_at(k + 1))) break;
        ++count;
        end = ++k;
        if (in(k) && token(k).is(Kind::stop) && one.end - one.begin <= 2 && !token(k).spaced) ++k;  // "S.", "Jr."
      } else if (one.is(Kind::hyphen) && k > i && in(k + 1) && !token(k + 1).spaced && token(k + 1).is_word()) {
        k += 2;
        end = k;
      } else if (count > 0 && one.is_word() && cue_at(k, Cue::particle) && in(k + 2) && token(k + 1).is(Kind::hyphen) && !token(k + 1).spaced && token(k + 2).is_word() && token(k + 2).capital) {
        k += 2;  // "Omar al-Bashir"
      } else if (count > 0 && one.is_word() && cue_at(k, Cue::particle) && in(k + 1) && token(k + 1).is_word() && (token(k + 1).capital || cue_at(k + 1, Cue::particle))) {
        ++k;
      } else {
        break;
      }
    }
    return end;
  }

  bool titled(const CueSpot& title, PersonSpot& out) {
    out.begin = title.begin;
    out.end = title.end;
    out.title = title.data;
    out.titled = true;
    out.minor = title.cue == Cue::minor_title;
    if (const CueSpot* office = cue_at(title.begin, Cue::office); office && office->end == title.end) out.office = office->data;
    // "Mexico's President", "Mongolia's former President"
    std::uint32_t owner = title.begin;
    while (owner > s_.range.begin + 1 && is_former(w_.of(token(owner - 1)))) --owner;
    if (owner > s_.range.begin + 1 && token(owner - 1).is(Kind::possessive)) --owner;
    if (const NameSpot* before = name_ending(owner); before && before->form != NameForm::city) take(*before, out);
    for (const CueSpot& one : s_.cues) {  // "the EU's High Representative", "UN Secretary General": nobody of the two
      if (one.cue == Cue::org && (one.end == title.begin || (one.end + 1 == title.begin && token(one.end).is(Kind::possessive)))) out.side = Side::third;
    }
    std::uint32_t i = title.end;
    // "President of Mexico, Felipe Calderón"; "Präsident der Republik …" has no of.
    if (const CueSpot* of = in(i) ? cue_at(i, Cue::of_word) : nullptr) {
      std::uint32_t k = of->end;
      if (in(k) && (w_.of(token(k)) == "the" || w_.of(token(k)) == "The")) ++k;
      // "President of the European Commission": of an organisation, not of a state
      if (in(k) && (cue_at(k, Cue::org) || cue_at(k, Cue::region) || w_.of(token(k)) == "European")) {
        out.side = Side::third;
        i = cue_at(k, Cue::org) ? cue_at(k, Cue::org)->end : cue_at(k, Cue::region) ? cue_at(k, Cue::region)->end : k + 1;
        while (in(i) && token(i).is_word() && (w_.of(token(i)) == "Commission" || w_.of(token(i)) == "Council" || w_.of(token(i)) == "Parliament")) ++i;
        out.end = i;
      }
      // "Chairman of the House of Representatives X", "Deputy Minister of Environment Y"
      if (const std::uint32_t behind = behind_institution(k); behind > k && !name_at(k)) {
        out.end = i = behind;
        if (const CueSpot* again = in(i) ? cue_at(i, Cue::of_word) : nullptr) k = again->end;
        else k = i;
        if (in(k) && k > i && w_.of(token(k)) == "the") ++k;
        if (k == i) k = s_.range.end;
      }
      if (const NameSpot* name = in(k) ? name_at(k) : nullptr; name && (name->form == NameForm::name || (name->form == NameForm::adjective && w_.grammar.language == "en"))) {  // "of Israel", "of the Knesset"
        take(*name, out);
        out.end = name->end;
        i = name->end;
        if (in(i) && token(i).is(Kind::comma)) ++i;
      }
    }
    // "Minister for Trade and Industry of Uganda"
    if (const CueSpot* field = i == title.end && w_.grammar.language == "en" && in(i) ? cue_at(i, Cue::for_word) : nullptr) {
      const std::uint32_t behind = behind_institution(field->end);
      const CueSpot* of = behind > field->end && in(behind) ? cue_at(behind, Cue::of_word) : nullptr;
      const std::uint32_t k = of ? of->end + (in(of->end) && w_.of(token(of->end)) == "the") : behind;
      if (const NameSpot* name = of && in(k) ? name_at(k) : nullptr; name && name->form == NameForm::name) {
        take(*name, out);
        out.end = i = name->end;
        if (in(i) && token(i).is(Kind::comma) && in(i + 1) && token(i + 1).capital) ++i;
      }
    }
    // A second title on the first: "President and Prime Minister", "Prime Minister Sheikh".
    for (int more = 0; more < 3 && in(i); ++more) {
      const CueSpot* second = cue_at(i, Cue::title);
      if (!second) second = cue_at(i, Cue::minor_title);
      if (!second) break;
      i = second->end;
      out.end = i;
    }
    // "Prime Minister, Helen Clark", "Governor-General, Sir Paul Reeves"
    if (in(i + 1) && i == out.end && token(i).is(Kind::comma)) {
      const CueSpot* second = cue_at(i + 1, Cue::minor_title);
      const std::uint32_t name = second ? second->end : i + 1;
      int words = 0;
      if (in(name)) run_of_capitals(name, words, true);
      if (words >= 2) i = name;
    }
    int count = 0;
    const std::uint32_t end = in(i) ? run_of_capitals(i, count, true) : i;
    if (count == 0) {
      // "the German president", "Indian presidents": a title with a nation and no name.
      out.nameless = true;
      out.name_begin = out.end;
      // "four Peruvian Presidents have visited": nobody in particular
      const std::string_view last_word = w_.of(token(title.end - 1));
      if (last_word == "Presidents" || last_word == "Ministers" || last_word == "Chancellors" || last_word == "Kings" || last_word == "Emperors") return false;
      // "Our Minister visited Argentina", "Mr. President": somebody, whoever it is
      const std::string_view whose = title.begin > s_.range.begin ? w_.of(token(title.begin - 1)) : std::string_view();
      if (whose == "our" || whose == "Our" || (i > title.begin + 1 && w_.of(token(title.begin)) == "Mr")) return true;
      // "des Bundespräsidenten": whose office it is tells the nation
      const std::string& offices = w_.grammar.texts[out.office];
      if (out.office && !offices.starts_with('!') && (whose == "des" || whose == "der" || whose == "dem" || whose == "Der")) return true;
      // "EAM visited Oslo": an office that one state alone has
      if (out.office && offices.size() == 3 && whose != "the" && whose != "The" && title.begin == out.begin && w_.grammar.language == "en" && w_.tokens[title.begin].capital) return true;
      // "The Crown Prince visited X": where one goes tells whose
      if ((whose == "The" || whose == "the") && !out.minor && in(i) && (cue_at(i, Cue::visit_verb) || cue_at(i, Cue::visit_go))) return true;
      return out.side != Side::none || out.state;
    }
    out.name_begin = i;
    out.end = end;
    // "President Boateng of Ghana"
    if (const CueSpot* of = out.side == Side::none && w_.grammar.language == "en" && in(end) ? cue_at(end, Cue::of_word) : nullptr) {
      const std::uint32_t k = in(of->end) && w_.of(token(of->end)) == "the" ? of->end + 1 : of->end;
      if (const NameSpot* name = in(k) ? name_at(k) : nullptr; name && name->form == NameForm::name && !(in(name->end) && token(name->end).is(Kind::possessive))) take(*name, out);
    }
    return true;
  }

  // Behind the name of a house or of what a ministry is for, which begins at a token; the token itself where none does.
  std::uint32_t behind_institution(std::uint32_t k) const {
    constexpr std::string_view names[] = {"Assembly", "Parliament", "Senate", "House", "Representatives", "Deputies", "Congress", "Council", "Duma", "Chamber", "Committee", "Court", "Party", "State", "Environment", "Agriculture", "Industry",
                                          "Trade", "Commerce", "Transport", "Energy", "Health", "Education", "Labour", "Labor", "Justice", "Culture", "Tourism", "Defence", "Defense", "Interior", "Economy", "Finance", "Science", "Technology",
                                          "Development", "Planning", "Cooperation", "Security", "Sport", "Sports", "Youth", "Communications", "Information", "Infrastructure", "Water", "Resources", "Mines", "Petroleum", "Innovation",
                                          "Construction", "Works", "Food", "Forestry", "Fisheries", "Policy", "Employment", "Investment", "Investments", "Affairs"};
    std::uint32_t end = k;
    for (std::uint32_t i = k; in(i) && i < k + 9 && token(i).is_word(); ++i) {
      const std::string_view word = w_.of(token(i));
      const bool link = word == "of" || word == "the" || word == "and" || word == "for";
      if (!token(i).capital && !link && word != "representatives") break;
      if (link && i > end) break;  // two links on end, or a link behind a word that is none of them
      if (name_at(i) || cue_at(i, Cue::title) || cue_at(i, Cue::minor_title)) break;
      for (const std::string_view one : names) {
        if (word == one || word == "representatives") end = i + 1;
      }
    }
    return end;
  }

  void take(const NameSpot& name, PersonSpot& out) {
    out.begin = std::min(out.begin, name.begin);
    out.side = name.side;
    out.state = name.state;
  }

  // "In May 1999 Fujimori visited Norway": a surname that no title was told of. "Tourists visited", "Islam came to" are none.
  bool travels(std::uint32_t i, std::uint32_t end) const {
    const std::string_view word = w_.of(token(i));
    if (w_.grammar.language != "en" || word.size() < 4 || !in(end) || name_ending(i)) return false;
    const CueSpot *visit = cue_at(end, Cue::visit_verb), *go = cue_at(end, Cue::visit_go);
    if (visit && w_.of(*visit) == "visits") return false;  // "Reciprocal visits"
    if (std::count_if(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1 || word.ends_with("who")) return false;  // words run together
    if (!visit && (!go || w_.of(*go).starts_with("came") || w_.of(*go).starts_with("arriv") || w_.of(*go).starts_with("return"))) return false;
    if (i > s_.range.begin) {
      const std::string_view before = w_.of(token(i - 1));
      if (before == "the" || before == "The" || before == "a" || before == "an" || (token(i - 1).is_word() && token(i - 1).capital && !cue_at(i - 1, Cue::month) && !cue_at(i - 1, Cue::no_person))) return false;
    }
    for (const std::string_view noun : {"s", "ers", "ion", "ment", "ity", "ism", "ing", "team", "Team", "People", "people", "Senate", "Congress"}) {
      if (word.ends_with(noun) && !(noun == "s" && i > s_.range.begin)) return false;
    }
    return true;
  }

  bool untitled(std::uint32_t i, PersonSpot& out) {
    if (token(i).capitals && token(i).end - token(i).begin > 3) return false;
    int count = 0;
    const std::uint32_t end = run_of_capitals(i, count, false);
    if (count == 0) return false;
    if (count > 1 && w_.grammar.language == "en" && token(end - 1).capitals && token(end - 1).end - token(end - 1).begin > 1 && token(end - 1).end - token(end - 1).begin < 5 && !token(i).capitals) return false;  // "Höegh LNG"
    // One word alone is a person only where the document knows the name (Reading::settle).
    if (count == 1 && i == s_.range.begin && token(i).word != 0) return false;
    out.begin = out.name_begin = i;
    out.end = end;
    out.minor = count == 1 && !travels(i, end);
    if (const NameSpot* before = name_ending(i); before && before->form == NameForm::adjective) out.side = before->side, out.state = before->state;
    return true;
  }

  const Words& w_;
  Sentence& s_;
};

}  // namespace

void find_persons(const Words& words, Sentence& sentence) { Reader(words, sentence).run(); }

}  // namespace comity::claims
