// One trip told twice in one sentence is one: "The first visit by a Chilean president took place in 2007, when Michelle Bachelet
// travelled to Helsinki".
#include <algorithm>

#include "comity/claims/readers/visit_parts.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {
namespace {

bool is_part(const std::string& whole, const std::string& part) { return part.empty() || whole == part || (whole.starts_with(part) && whole.size() > part.size() && whole[part.size()] == '-'); }

bool same_person(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string &longer = a.size() > b.size() ? a : b, &shorter = a.size() > b.size() ? b : a;
  return !shorter.empty() && longer.ends_with(" " + shorter);
}

// "the first visit by a Chilean president", "the only one by a head of state": of one who is named elsewhere.
bool is_said_of(const Document& d, const Sentence& s, const Claim& claim) {
  for (std::uint32_t i = s.range.begin; i < s.range.end && d.tokens[i].begin < claim.plain.end; ++i) {
    const std::string_view word = d.of(i);
    if (word == "first" || word == "only" || word == "last" || word == "latest" || word == "second" || (word == "Visits" && i == s.range.begin)) return true;
  }
  return false;
}

// Whether `other` tells all that `one` tells.
bool is_double(const Document& d, const Sentence& s, const Claim& one, const Claim& other) {
  const bool open = one.subject.empty() && !one.person.empty();  // whose he was, another reader found out
  if ((!open && (one.subject.empty() || one.subject != other.subject || one.object != other.object)) || one.status != other.status) return false;
  if (!same_person(one.person, other.person) && !(one.person.empty() && is_said_of(d, s, one))) return false;
  if (!is_part(other.period, one.period)) return false;
  if (same_person(one.person, other.person) && one.period != other.period) return false;  // "visited twice, in 2007 and in May 2007"
  return one.place.empty() || other.place.empty() || one.place == other.place;
}

// "had a virtual meeting with", "met online", "telefonierte": nobody went anywhere.
bool is_remote(const Document& d, const Sentence& s) {
  static constexpr WordSet remote("virtual", "Virtual", "virtually", "online", "videoconference", "teleconference", "telephone", "video", "Video", "webinar", "phone", "virtuellen", "virtuelle", "virtuell", "Videokonferenz", "telefonierte", "Telefonat");
  if (s.has(Cue::visit_noun) || d.claims.size() == d.sentence_claims) return false;
  static constexpr WordBits any = bits_of(remote);
  if (!s.words.meet(any)) return false;
  bool there = false;
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (one_of(d.of(i), {"visited", "visits", "besuchte", "reiste", "travelled", "traveled"})) return false;
    there = there || remote.has(d.of(i));
  }
  return there;
}

}  // namespace

void read_visit_doubles(Document& d, const Sentence& s) {
  if (is_remote(d, s)) std::erase_if(d.claims, [&](const Claim& one) { return &one >= d.claims.data() + d.sentence_claims && one.kind == Kind::visit; });
  for (std::size_t i = d.sentence_claims; i < d.claims.size(); ++i) {
    if (d.claims[i].kind != Kind::visit || d.claims[i].period.empty() || d.claims[i].number) continue;
    for (std::size_t k = d.sentence_claims; k < d.claims.size(); ++k) {
      if (k == i || d.claims[k].kind != Kind::visit || d.claims[k].number || !is_double(d, s, d.claims[i], d.claims[k])) continue;
      if (d.claims[k].place.empty()) d.claims[k].place = d.claims[i].place;
      if (d.claims[i].person.size() > d.claims[k].person.size()) d.claims[k].person = d.claims[i].person;
      d.claims.erase(d.claims.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
      break;
    }
  }
}

}  // namespace comity::claims
