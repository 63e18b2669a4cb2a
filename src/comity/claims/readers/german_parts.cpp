#include "comity/claims/readers/german_parts.hpp"

#include <algorithm>

namespace comity::claims::german {

std::uint32_t find_word(const Document& d, std::uint32_t from, std::uint32_t to, std::initializer_list<std::string_view> words) {
  std::uint32_t i = from;
  while (i < to && !one_of(d.of(i), words)) ++i;
  return i;
}

bool has_claim(const Document& d, Kind kind) {
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return one.kind == kind; });
}

bool names_third(const Document& d, Spot where) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.side == Side::third && one.begin >= where.begin && one.end <= where.end; });
}

// Whether the token is one of the words, at the front of a sentence too: "Aus Ghana wurden …".
bool is_one_of(const Document& d, std::uint32_t i, std::initializer_list<std::string_view> words) {
  const std::string_view word = d.of(i);
  return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return word.size() == one.size() && !word.empty() && (word[0] | 0x20) == (one[0] | 0x20) && word.substr(1) == one.substr(1); });
}

const Mention* behind(const Document& d, Spot where, std::initializer_list<std::string_view> prepositions) {
  for (const Mention& one : d.mentions) {
    if (one.begin <= where.begin || one.end > where.end || !Document::is_pair(one.side) || one.form == NameForm::adjective || one.form == NameForm::people) continue;
    std::uint32_t before = one.begin - 1;
    if (before > where.begin && is_one_of(d, before, {"die", "der", "dem", "den", "das"})) --before;
    if (is_one_of(d, before, prepositions)) return &one;
  }
  return nullptr;
}

bool is_genitive(const Document& d, const Mention& one) {
  if (one.form != NameForm::name || !d.of(one).ends_with('s')) return false;
  const std::string_view word = d.of(one);
  return !one_of(word, {"Laos", "Honduras", "Barbados", "Zypern", "Belarus", "Niederlandes", "Mauritius", "Bahamas", "Seychellen", "Philippines", "Reiches"});
}

const Mention* subject(const Document& d, Spot where) {
  for (const Mention& one : d.mentions) {
    if (one.begin < where.begin || one.end > where.end || one.form != NameForm::name || !Document::is_pair(one.side) || one.reference || is_genitive(d, one)) continue;
    if (one.begin == where.begin) return &one;
    std::uint32_t before = one.begin - 1;
    // "der DDR", "des Reiches" are no subjects; "die Bundesrepublik" is one
    if (is_one_of(d, before, {"der", "des", "dem", "zur", "zum", "im", "beim", "ins"})) continue;
    if (before > where.begin && is_one_of(d, before, {"die", "das", "den"})) --before;
    if (is_one_of(d, before, {"nach", "aus", "in", "von", "mit", "zu", "für", "gegen", "durch", "an", "zwischen", "über", "seit", "bei", "vor", "unter", "wie", "als"})) continue;
    return &one;
  }
  return nullptr;
}

Side of_noun(const Document& d, Spot noun) {
  for (const Mention& one : d.mentions) {
    if (!Document::is_pair(one.side)) continue;
    const bool before = one.form == NameForm::adjective && one.end <= noun.begin && noun.begin - one.end <= 2;
    const bool owner = is_genitive(d, one) && ((one.end <= noun.begin && noun.begin - one.end <= 1) || one.begin == noun.end);
    if (before || owner) return one.side;
  }
  return Side::none;
}

std::string period_of(const Document& d, const Sentence& s, Spot anchor, Spot clause) {
  if (const When* when = date_for(d, s, anchor, clause, 12)) return when->text();
  return s.dates.size() == 1 ? s.dates.front().text() : std::string();
}

}  // namespace comity::claims::german
