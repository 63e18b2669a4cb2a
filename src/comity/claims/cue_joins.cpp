// Phrases that a list of phrases cannot hold, as anything may stand within them: "paid his first three-day state visit to", "led a
// large Ghanaian delegation to". Each becomes one cue over the whole. Part of the stage that finds cues.
#include <algorithm>
#include <string_view>

#include "comity/claims/sentence.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t most_between = 9;

class Joiner {
 public:
  Joiner(const Words& words, Sentence& sentence) : w_(words), s_(sentence) {}

  // "led a large Ghanaian delegation to", "headed the trade mission to": one verb of going, whatever the delegation is called.
  void join_delegations() {
    for (std::size_t c = 0; c < s_.cues.size(); ++c) {
      if (s_.cues[c].cue != Cue::lead_verb) continue;
      const std::uint32_t begin = s_.cues[c].begin, from = s_.cues[c].end;
      for (std::size_t k = c + 1; k < s_.cues.size() && s_.cues[k].begin <= from + 6; ++k) {
        if (s_.cues[k].cue != Cue::delegation || s_.cues[k].begin < from) continue;
        const std::uint32_t to = s_.cues[k].end;
        if (to < s_.range.end && s_.cue_at(to, Cue::to_word)) {
          s_.cues.insert(s_.cues.begin() + static_cast<std::ptrdiff_t>(c), {{begin, to + 1}, Cue::visit_go, 0});
          ++c;
        }
        break;
      }
    }
  }

  // "paid a historic four-day visit", "made her maiden official trip", "is undertaking his second tour": a verb of making, a
  // determiner and whatever describes the visit.
  void join_visits() {
    if (w_.grammar.language != "en") return;
    for (std::size_t c = 0; c < s_.cues.size(); ++c) {
      if (s_.cues[c].cue != Cue::visit_noun) continue;
      const CueSpot noun = s_.cues[c];
      const std::uint32_t verb = verb_of_making(noun.begin);
      if (verb == noun.begin) continue;
      std::erase_if(s_.cues, [&](const CueSpot& one) { return one.cue == Cue::visit_verb && one.begin >= verb && one.end <= noun.end; });
      const auto place = std::find_if(s_.cues.begin(), s_.cues.end(), [&](const CueSpot& one) { return one.begin >= verb; });
      s_.cues.insert(place, {{verb, noun.end}, Cue::visit_verb, 0});
      c = 0;
      while (c < s_.cues.size() && !(s_.cues[c].cue == Cue::visit_noun && s_.cues[c].begin == noun.begin)) ++c;
    }
  }

  // "flew from Lima to Oslo": going, wherever from.
  void join_journeys() {
    static constexpr WordSet going("flew", "travelled", "traveled", "went", "came", "journeyed", "sailed", "moved", "continued", "proceeded", "returned", "drove");
    if (w_.grammar.language != "en") return;
    for (std::size_t c = 0; c < s_.cues.size(); ++c) {
      const CueSpot from = s_.cues[c];
      if (from.cue != Cue::from_word || from.begin == s_.range.begin || !going.has(of(from.begin - 1))) continue;
      for (std::uint32_t k = from.end; k < s_.range.end && k - from.end <= 6 && w_.tokens[k].is_word(); ++k) {
        if (!s_.cue_at(k, Cue::to_word)) continue;
        insert({{from.begin - 1, k + 1}, Cue::visit_go, 0});
        ++c;
        break;
      }
    }
  }

  // "The monarchs would later pay a visit": told as done, not planned.
  void drop_narrative_would() {
    std::erase_if(s_.cues, [&](const CueSpot& one) {
      if (one.cue != Cue::plan || of(one.begin) != "would" || one.end - one.begin != 1 || one.end >= s_.range.end) return false;
      return one_of(of(one.end), {"later", "subsequently", "eventually", "again", "soon", "then", "also", "become", "go", "return", "finally"});
    });
  }

  // "Schifffahrtsvertrag", "Rückübernahmeabkommen": a German word that ends in one for a treaty is one, whatever it is on.
  void join_compounds() {
    constexpr std::size_t shortest = 11;
    if (w_.grammar.language != "de") return;
    for (std::uint32_t i = s_.range.begin; i < s_.range.end; ++i) {
      const std::string_view word = of(i);
      if (!w_.tokens[i].capital || word.size() < shortest || w_.tokens[i].word != 0) continue;
      if (!(word.ends_with("abkommen") || word.ends_with("vertrag") || word.ends_with("vertrags") || word.ends_with("vereinbarung"))) continue;
      const auto place = std::find_if(s_.cues.begin(), s_.cues.end(), [&](const CueSpot& one) { return one.begin > i; });
      s_.cues.insert(place, {{i, i + 1}, Cue::treaty_noun, 0});
    }
  }

  // "führte 2019 Waren für 3 Mio. Euro aus", "griff im Mai 1940 an": a German verb and, at the end of its clause, its particle.
  void join_particles() {
    struct Verb {
      std::string_view first, second, particle;
      Cue cue;
    };
    static constexpr Verb verbs[] = {
        {"führte", "führten", "aus", Cue::sell_verb}, {"führt", "führen", "aus", Cue::sell_verb},     {"führte", "führten", "ein", Cue::buy_verb},   {"führt", "führen", "ein", Cue::buy_verb},
        {"weihte", "weihten", "ein", Cue::open_verb}, {"ging", "gingen", "zurück", Cue::fall_verb},   {"ging", "gingen", "zurueck", Cue::fall_verb}, {"nahm", "nahmen", "zu", Cue::grow_verb},
        {"nahm", "nahmen", "ab", Cue::fall_verb},     {"legte", "legten", "zu", Cue::grow_verb},      {"griff", "griffen", "an", Cue::war_verb},     {"marschierte", "marschierten", "ein", Cue::war_verb},
        {"gehörte", "gehörten", "an", Cue::member_of}, {"gehört", "gehören", "an", Cue::member_of},   {"erkannte", "erkannten", "an", Cue::recognise}, {"sagte", "sagten", "zu", Cue::aid_verb},
    };
    if (w_.grammar.language != "de") return;
    for (std::uint32_t i = s_.range.begin; i < s_.range.end; ++i) {
      constexpr std::uint32_t shortest = 4, longest = 12;
      const std::uint32_t size = w_.tokens[i].end - w_.tokens[i].begin;
      if ((w_.tokens[i].capital && i > s_.range.begin) || size < shortest || size > longest || std::string_view("fwgnlmes").find(of(i)[0]) == std::string_view::npos) continue;
      for (const Verb& one : verbs) {
        if ((of(i) != one.first && of(i) != one.second) || s_.cue_at(i, one.cue) || !has_particle(i, one.particle)) continue;
        const auto place = std::find_if(s_.cues.begin(), s_.cues.end(), [&](const CueSpot& cue) { return cue.begin > i; });
        s_.cues.insert(place, {{i, i + 1}, one.cue, 0});
        break;
      }
    }
  }

  // "the 26th largest source of Norwegian merchandise imports", "a destination for Peruvian goods": a partner, whatever stands between.
  void join_sources() {
    static constexpr WordSet partners("source", "sources", "destination", "destinations", "outlet");
    if (w_.grammar.language != "en") return;
    for (std::uint32_t i = s_.range.begin; i + 2 < s_.range.end; ++i) {
      if (!partners.has(of(i)) || !one_of(of(i + 1), {"of", "for"})) continue;
      const bool target = !of(i).starts_with("source");
      if (s_.cue_at(i, Cue::partner_noun)) continue;
      for (std::uint32_t k = i + 2; k < s_.range.end && k - i <= 7 && (w_.tokens[k].is_word() || w_.tokens[k].is(Kind::possessive)) && !s_.cue_at(k, Cue::in_word); ++k) {
        const bool goods = target ? s_.cue_at(k, Cue::export_noun) || one_of(of(k), {"goods", "products"}) : s_.cue_at(k, Cue::import_noun) != nullptr;
        if (!goods) continue;
        insert({{i, i + 1}, Cue::partner_noun, 0});
        break;
      }
    }
  }

  // "has funded many infrastructure projects", "carried out several reconstruction projects": help, whatever the projects are.
  void join_projects() {
    static constexpr WordSet paying("funded", "funds", "finances", "financed", "sponsored", "sponsors", "subsidised", "subsidized");
    static constexpr WordSet doing("implemented", "undertaken", "undertook", "undertakes", "executed", "implements", "completed", "supported", "supports");
    static constexpr WordSet carrying("carried", "carries", "carry");
    static constexpr WordBits any = bits_of(paying, doing, carrying);
    if (w_.grammar.language != "en" || !s_.words.meet(any)) return;
    for (std::uint32_t i = s_.range.begin; i + 1 < s_.range.end; ++i) {
      const bool pays = paying.has(of(i)), does = doing.has(of(i)) || (carrying.has(of(i)) && of(i + 1) == "out");
      if (!pays && !does) continue;
      bool kind = pays;
      for (std::uint32_t k = i + 1; k < s_.range.end && k - i <= 8 && (w_.tokens[k].is_word() || w_.tokens[k].is(Kind::number) || w_.tokens[k].is(Kind::comma) || w_.tokens[k].is(Kind::hyphen)); ++k) {
        if (one_of(of(k), {"in", "by", "with", "to", "from", "through", "joint"})) break;
        kind = kind || one_of(of(k), {"development", "reconstruction", "humanitarian", "infrastructure", "health", "education", "educational", "water", "assistance", "rehabilitation", "relief", "rural", "agricultural", "community", "aid", "sanitation", "irrigation"});
        if (!one_of(of(k), {"project", "projects", "programmes", "programs"})) continue;
        if (kind && !s_.cue_at(i, Cue::aid_help)) insert({{i, k + 1}, Cue::aid_help, 0});
        break;
      }
    }
  }

 private:
  void insert(const CueSpot& cue) {
    const auto place = std::find_if(s_.cues.begin(), s_.cues.end(), [&](const CueSpot& one) { return one.begin > cue.begin; });
    s_.cues.insert(place, cue);
  }

  std::string_view of(std::uint32_t i) const { return w_.of(w_.tokens[i]); }

  bool has_particle(std::uint32_t verb, std::string_view particle) const {
    constexpr std::uint32_t longest_clause = 30;
    for (std::uint32_t i = verb + 1; i < s_.range.end && i - verb < longest_clause; ++i) {
      if (w_.tokens[i].is(Kind::semicolon)) return false;
      if (of(i) != particle) continue;
      if (i + 1 >= s_.range.end || !w_.tokens[i + 1].is_word() || one_of(of(i + 1), {"und", "sowie", "oder", "aber"})) return !(i + 1 < s_.range.end && (w_.tokens[i + 1].is(Kind::number) || w_.tokens[i + 1].is(Kind::ordinal)));
    }
    return false;
  }

  // Where the verb of making begins that has the noun at `noun` for its object; `noun` itself: none.
  std::uint32_t verb_of_making(std::uint32_t noun) const {
    bool determined = false;
    for (std::uint32_t i = noun; i-- > s_.range.begin && noun - i <= most_between;) {
      const Token& token = w_.tokens[i];
      const std::string_view word = of(i);
      if (determined) {
        if (one_of(word, {"paid", "pays", "pay", "paying", "made", "makes", "make", "making", "undertook", "undertakes", "undertake", "undertaking", "undertaken", "conducted", "conducts", "conducting", "began", "begins", "started", "starts", "concludes", "concluded", "completed", "performed", "executed", "held"})) return i;
        if (i > s_.range.begin && one_of(word, {"out", "on", "up", "off"}) && one_of(of(i - 1), {"carried", "carries", "carrying", "embarked", "embarks", "embarking", "went", "goes", "wrapped", "kicked", "set"})) return i - 1;
        return noun;
      }
      if (one_of(word, {"a", "an", "his", "her", "their", "its", "several", "two", "three", "another", "numerous", "multiple", "many", "repeated", "official", "state", "working", "the"})) {
        determined = !one_of(word, {"official", "state", "working"});
        if (i + 1 == noun && one_of(word, {"his", "her", "their", "its"})) return noun;  // "conducted his visit": spoken of before
        if (word == "the" && !(noun - i >= 2 && one_of(of(i + 1), {"first", "second", "third", "last"}))) return noun;  // "paid the visit": told already
        continue;
      }
      if (!(token.is_word() || token.is(Kind::hyphen) || token.is(Kind::number) || token.is(Kind::ordinal))) return noun;
      if (s_.cue_at(i, Cue::and_word) || s_.cue_at(i, Cue::in_word) || s_.cue_at(i, Cue::to_word) || s_.cue_at(i, Cue::of_word) || s_.cue_at(i, Cue::with_word)) return noun;
    }
    return noun;
  }

  const Words& w_;
  Sentence& s_;
};

}  // namespace

void join_cues(const Words& words, Sentence& sentence) {
  Joiner joiner(words, sentence);
  joiner.join_delegations();
  joiner.join_visits();
  joiner.join_journeys();
  joiner.drop_narrative_would();
  joiner.join_compounds();
  joiner.join_particles();
  joiner.join_sources();
  joiner.join_projects();
  for (const CueSpot& cue : sentence.cues) sentence.see(cue.cue);
}

}  // namespace comity::claims
