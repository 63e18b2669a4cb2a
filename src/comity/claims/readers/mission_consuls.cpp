// Consuls listed by their names: "honorary consuls: Ola Nordli in Arequipa, Kari Berg (Cusco) and Per Lund in Piura". Each stands
// for his consulate.
#include <algorithm>

#include "comity/claims/readers/mission_parts.hpp"

namespace comity::claims {
namespace {

// The town of a person in such a list: behind "in", "on" or within brackets.
bool town_behind(const Document& d, const Sentence& s, const PersonSpot& person, City& city) {
  const std::uint32_t i = person.end;
  if (i + 1 >= s.range.end) return false;
  const bool linked = find_cue(s, Cue::in_word, i, i + 1) || find_cue(s, Cue::on_word, i, i + 1) || d.tokens[i].is(Token::Kind::open);
  return linked && city_at(d, s, i + 1, city);
}

}  // namespace

void read_consul_lists(Document& d, const Sentence& s) {
  if (s.block == Block::Kind::heading || !s.has(Cue::mission_noun) || s.persons.size() < 2) return;
  for (const CueSpot& noun : s.cues) {
    if (noun.cue != Cue::mission_noun || d.grammar.texts[noun.data] != "honorary consulate") continue;
    Side sender = sender_at_noun(d, s, noun);
    if (!Document::is_pair(sender)) sender = sender_before(d, noun.begin, s.range.begin);
    if (!Document::is_pair(sender)) sender = label_of(d, s);
    if (!Document::is_pair(sender)) continue;
    std::vector<std::pair<Spot, City>> found;
    std::uint32_t last = noun.end;
    for (const PersonSpot& one : s.persons) {
      City city;
      if (one.begin < last || one.begin - last > 6 || !town_behind(d, s, one, city)) continue;
      if (city.host != Side::none && city.host != Document::other(sender)) continue;
      found.emplace_back(one, city);
      last = city.end;
    }
    if (found.size() < 2) continue;
    // What another reader made of the first of them ("represented by …") is a consul as well.
    const Range here{d.tokens[noun.begin].begin, d.tokens[last - 1].end};
    const auto in_list = [&](const Claim& one) { return one.kind == Kind::mission && one.plain.overlaps(here); };
    d.claims.erase(std::remove_if(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), in_list), d.claims.end());
    for (const auto& [person, city] : found) {
      Claim& claim = d.add(Kind::mission, span(person, city));
      claim.unit = d.grammar.texts[noun.data];
      claim.subject = d.code(sender), claim.object = d.code(Document::other(sender));
      claim.place = d.of(city);
    }
    return;
  }
}

}  // namespace comity::claims
