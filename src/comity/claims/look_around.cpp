// Looking around in a sentence: cues near a place, the clause around it, the date that goes with it.
#include <algorithm>
#include <array>
#include <iterator>

#include "comity/claims/document.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

using Kind_ = Token::Kind;

const CueSpot* find_cue(const Sentence& s, Cue cue, std::uint32_t from, std::uint32_t to) {
  if (!s.has(cue)) return nullptr;
  for (const CueSpot& one : s.cues) {
    if (one.begin >= to) return nullptr;
    if (one.begin >= from && one.cue == cue) return &one;
  }
  return nullptr;
}

const CueSpot* find_cue_back(const Sentence& s, Cue cue, std::uint32_t before, std::uint32_t from) {
  if (!s.has(cue)) return nullptr;
  const CueSpot* out = nullptr;
  for (const CueSpot& one : s.cues) {
    if (one.begin >= before) break;
    if (one.begin >= from && one.end <= before && one.cue == cue) out = &one;
  }
  return out;
}

bool has_cue(const Sentence& s, Cue cue, Spot where) { return find_cue(s, cue, where.begin, where.end) != nullptr; }

namespace {

// "President X meeting President Y in Oslo; November 2015.": a caption's date belongs to what stands before it.
bool is_captions_date(const Document& d, const Sentence& s, std::uint32_t semicolon) {
  for (const When& when : s.dates) {
    if (when.begin == semicolon + 1) return when.end == s.range.end || (when.end + 1 == s.range.end && d.tokens[when.end].is(Kind_::stop));
  }
  return false;
}

// Words that open a German subordinate clause behind its comma.
bool is_subordinate(std::string_view word) {
  for (const std::string_view one : {"das", "die", "der", "dem", "den", "dessen", "deren", "welches", "welche", "wo", "nachdem", "als", "bevor", "weil", "da", "sodass", "womit", "wobei"}) {
    if (word == one) return true;
  }
  return false;
}

// "während des Krieges" parts nothing; "während Peru …" does.
bool is_preposition(const Document& d, const Sentence& s, const CueSpot& cue) {
  if (d.grammar.language != "de" || cue.end >= s.range.end || d.of(cue) != "während") return false;
  for (const std::string_view one : {"des", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "dieses", "dieser"}) {
    if (d.of(cue.end) == one) return true;
  }
  return false;
}

}  // namespace

namespace {

constexpr Cue telling[] = {Cue::visit_verb, Cue::visit_go, Cue::receive_verb, Cue::sign_verb, Cue::open_verb, Cue::reopen_verb, Cue::close_verb, Cue::establish, Cue::sever, Cue::resume, Cue::recognise, Cue::mission_have, Cue::mission_located, Cue::accredited, Cue::join_verb, Cue::member_of};

constexpr auto telling_table = [] {
  std::array<bool, 512> out{};
  for (const Cue one : telling) out[static_cast<std::size_t>(one)] = true;
  return out;
}();

bool is_telling(Cue cue) { return telling_table[static_cast<std::size_t>(cue)]; }

// Whether what may be the subject ends just before the "and" begins with no verb of its own: "to Chile and Peru opened", but "Chile and Peru opened".
bool joins_subjects(const Document& d, const Sentence& s, std::uint32_t joint) {
  for (const Mention& one : d.mentions) {
    if (one.end != joint || one.form >= NameForm::capital) continue;
    if (one.begin <= s.range.begin) return true;
    const std::uint32_t before = one.begin - 1 - (one.begin >= s.range.begin + 2 && d.of(one.begin - 1) == "the");
    if (one_of(d.of(before), {"in", "to", "with", "from"})) return false;
    return std::none_of(s.cues.begin(), s.cues.end(), [&](const CueSpot& cue) { return cue.end == before + 1 && is_telling(cue.cue); });
  }
  return false;
}

// "and" at which another clause begins, with a subject and a verb of its own: "signed a treaty in 1996 and Peru opened an embassy in 1997".
bool begins_clause(const Document& d, const Sentence& s, std::uint32_t joint) {
  constexpr std::uint32_t nearest = 2;  // tokens from the subject to its verb: "and the Peruvian side then opened"
  std::uint32_t subject = joint + 1;
  if (subject < s.range.end && d.of(subject) == "the") ++subject;
  if (subject >= s.range.end) return false;
  std::uint32_t end = one_of(d.of(subject), {"it", "he", "she", "they"}) ? subject + 1 : 0;
  for (const Mention& one : d.mentions) {
    if (one.begin == subject && one.form < NameForm::capital) end = std::max(end, one.end);
  }
  for (const PersonSpot& one : s.persons) {
    if (one.title && (one.begin == subject || one.begin == joint + 1)) end = std::max(end, one.end);
  }
  if (end == 0) return false;
  bool verb = false, before = false;
  for (const CueSpot& cue : s.cues) {
    if (!is_telling(cue.cue)) continue;
    before = before || cue.end <= joint;
    verb = verb || (cue.begin >= end && cue.begin <= end + nearest);
  }
  return verb && before && !joins_subjects(d, s, joint);
}

}  // namespace

void find_breaks(const Document& d, Sentence& s) {
  for (std::uint32_t i = s.range.begin; i < s.range.end; ++i) {
    if (d.tokens[i].is(Kind_::semicolon) && !is_captions_date(d, s, i)) s.breaks.push_back({{i, i + 1}, i + 1, true});
  }
  const bool joined = d.grammar.language == "en" && s.has(Cue::and_word) && std::any_of(std::begin(telling), std::end(telling), [&](Cue one) { return s.has(one); });
  for (const CueSpot& cue : s.cues) {
    if (cue.cue == Cue::but && cue.begin != s.range.begin && !is_preposition(d, s, cue)) s.breaks.push_back({cue, cue.begin, false});
    else if (joined && cue.cue == Cue::and_word && begins_clause(d, s, cue.begin)) s.breaks.push_back({cue, cue.end, false});
  }
  std::sort(s.breaks.begin(), s.breaks.end(), [](const Break& x, const Break& y) { return x.begin < y.begin; });
}

Spot clause_of(const Document&, const Sentence& s, std::uint32_t token) {
  Spot out = s.range;
  for (const Break& one : s.breaks) {
    if (one.reaches <= token) {
      out.begin = one.end;
    } else if (one.begin > token || one.closes) {
      out.end = one.begin;
      break;
    }
  }
  return out;
}

bool leads_next(const Document& d, const Sentence& s, const When& when) {
  const bool joined = when.begin >= s.range.begin + 2 && find_cue(s, Cue::and_word, when.begin - 2, when.begin - 1);
  if (!joined || when.end >= s.range.end) return false;
  const std::uint32_t lead = when.end + d.tokens[when.end].is(Kind_::comma);
  for (const PersonSpot& one : s.persons) {
    if (one.begin >= lead && one.begin - lead <= 2) return true;
  }
  if (find_cue(s, Cue::title, lead, lead + 3)) return true;
  // "and in October 1992 in Ankara the embassy of …"
  const bool placed = find_cue(s, Cue::in_word, lead, lead + 1) && std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin == lead + 1 && one.form >= NameForm::capital && one.end < s.range.end && d.tokens[one.end].is_word(); });
  if (placed) return true;
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& one) { return one.begin >= lead && one.begin - lead <= 1 && one.form < NameForm::capital; });
}

const When* date_for(const Document& d, const Sentence& s, Spot anchor, Spot clause, std::uint32_t reach) {
  const When* best = nullptr;
  std::uint32_t best_cost = ~0u;
  // "During the stay of …  in September 2007, …": what stands before the first comma holds for the whole sentence.
  std::uint32_t comma = s.range.begin;
  while (comma < s.range.end && !d.tokens[comma].is(Kind_::comma)) ++comma;
  for (const When& when : s.dates) {
    std::uint32_t cost;
    if (when.begin >= anchor.begin && when.end <= anchor.end) {
      cost = 0;
    } else if (when.begin >= anchor.end) {
      cost = when.begin - anchor.end;
      if (cost > reach) continue;
      if (when.parens) cost += 3;
      // Behind ", and" another thing is told.
      for (std::uint32_t i = anchor.end; i + 1 < when.begin; ++i) {
        if (d.tokens[i].is(Kind_::comma) && find_cue(s, Cue::and_word, i + 1, i + 2)) cost += 6;
        // "wurde 1995 unterzeichnet und ist 1998 in Kraft getreten": a German verb closes what it tells
        if (d.grammar.language == "de" && i + 2 < when.begin && find_cue(s, Cue::and_word, i, i + 1) && find_cue(s, Cue::have, i + 1, i + 2)) cost += 8;
      }
      // "reiste nach Peru, im November folgte Y": a German date behind a comma, with the next verb behind it
      if (d.grammar.language == "de" && when.begin >= anchor.end + 2 && when.end < s.range.end && d.tokens[when.begin - 2].is(Kind_::comma) && d.tokens[when.end].is_word() && !d.tokens[when.end].capital && !find_cue(s, Cue::and_word, when.end, when.end + 1) && !find_cue(s, Cue::in_word, when.end, when.end + 1) && !find_cue(s, Cue::to_word, when.end, when.end + 1)) cost += 9;
      // "2015 besuchte X Peru, 2017 folgte Y"
      if (d.grammar.language == "de" && when.begin > anchor.end && d.tokens[when.begin - 1].is(Kind_::comma) && when.end < s.range.end && d.tokens[when.end].is_word() && !d.tokens[when.end].capital && !find_cue(s, Cue::and_word, when.end, when.end + 1) && !find_cue(s, Cue::in_word, when.end, when.end + 1)) cost += 9;
      // "…, das 2010 wieder geschlossen wurde": another clause has its own
      for (std::uint32_t i = anchor.end; d.grammar.language == "de" && i + 1 < when.begin; ++i) {
        if (d.tokens[i].is(Kind_::comma) && is_subordinate(d.of(i + 1))) cost += 8;
      }
      // "… to Egypt and in 1981, President X": the date leads what comes next
      if (when.begin >= 2 && when.begin - 2 >= anchor.end && leads_next(d, s, when)) cost += 9;
    } else {
      cost = anchor.begin >= when.end ? anchor.begin - when.end + 4 : 4;
      if (when.end + 1 == anchor.begin && d.tokens[when.end].is(Kind_::colon)) cost = 0;  // "(2017: 144 Mio. Euro)"
      // "According to the ministry, in 1992, both …"
      const bool second = comma > s.range.begin && when.begin > comma && when.begin <= comma + 2 && when.end < s.range.end && d.tokens[when.end].is(Kind_::comma) && comma <= s.range.begin + 8;
      const bool front = second || when.begin <= s.range.begin + 3 || (when.end <= comma + 1 && comma < anchor.begin && comma + 2 != clause.begin);
      if (front) cost = std::min<std::uint32_t>(cost, 8);
      // ", and on 10 March 2023 both agreed": the date that its own clause begins with
      std::uint32_t before = when.begin;
      if (before > s.range.begin && (find_cue(s, Cue::on_word, before - 1, before) || find_cue(s, Cue::in_word, before - 1, before))) --before;
      const bool joined = before >= s.range.begin + 2 && find_cue(s, Cue::and_word, before - 1, before);
      const bool closed = when.end < s.range.end && d.tokens[when.end].is(Kind_::comma) && before < when.begin;
      // "…between 2006 and 2010, and X was received": the clause before told its own
      for (std::uint32_t i = when.end; i + 1 < anchor.begin && !front; ++i) {
        if (d.tokens[i].is(Token::Kind::comma) && find_cue(s, Cue::and_word, i + 1, i + 2)) cost += 4;
      }
      // "but it was not until May 1848 that both …"
      const bool that = when.end < s.range.end && d.of(when.end) == "that" && before > s.range.begin;
      const bool leads = that || (joined && (d.tokens[before - 2].is(Kind_::comma) || closed || leads_next(d, s, when)));
      if (leads) cost = std::min<std::uint32_t>(cost, 7);
      // "recognised Y on 5 May and established relations with it on 9 June", "which had recognised Y in 1963, established …": that
      // date has its own verb.
      if (!front && !leads) cost += find_cue(s, Cue::and_word, when.end, anchor.begin) ? 6 : d.tokens[when.end].is(Kind_::comma) ? 3 : 0;
      if (!front && !leads && cost > reach) continue;
      if (!front && when.end <= clause.begin && clause.begin > s.range.begin && d.grammar.language == "en") continue;  // "signed in 1950, and Norway opened": the clause before has its own
      if (when.parens) cost += 8;
    }
    if (when.begin < clause.begin || when.end > clause.end) cost += 8;
    // Of two before it that are as good, the nearer: "On 16 December X recognised Y, and a year later both signed".
    const bool nearer = best && cost == best_cost && when.end <= anchor.begin && best->end <= anchor.begin;
    if (cost < best_cost || nearer) best = &when, best_cost = cost;
  }
  // "visited Peru to attend the first meeting of the ministers of trade in Lima on 7 August 2012": the only date, and nothing else is told
  constexpr std::uint32_t farthest = 24;
  if (!best && s.dates.size() == 1 && s.dates[0].begin >= anchor.end && s.dates[0].begin - anchor.end <= farthest && s.dates[0].end <= clause.end && !s.dates[0].relative && !s.dates[0].parens && reach >= 8) {
    bool parted = false;
    for (std::uint32_t i = anchor.end; i < s.dates[0].begin && !parted; ++i) parted = d.tokens[i].is(Kind_::comma) || d.tokens[i].is(Kind_::colon) || find_cue(s, Cue::and_word, i, i + 1) || d.of(i) == "that" || d.of(i) == "which" || d.of(i) == "who" || d.of(i) == "when";
    if (!parted) best = &s.dates[0];
  }
  // "1991  X visited Peru for a second time in July 1991": the year that labels a row says less than the row.
  for (const When& when : s.dates) {
    const bool label = best && best->begin == s.range.begin && !best->month && !best->year2 && anchor.begin >= best->end;
    if (label && when.month && when.year == best->year && when.begin >= anchor.end && when.begin - anchor.end <= reach) return &when;
  }
  return best;
}

std::string era_of(const Document& d, const Sentence& s) {
  const CueSpot* era = find_cue(s, Cue::era);
  return era ? d.grammar.texts[era->data] : std::string();
}

bool is_during_visit(const Document& d, const Sentence& s) {
  if (s.has(Cue::during_visit)) return true;
  const CueSpot* visit = d.of(s.range.begin) == "During" ? find_cue(s, Cue::visit_noun, s.range.begin, s.range.begin + 7) : nullptr;
  return visit && d.tokens[visit->begin - 1].is(Kind_::possessive) && s.dates.empty();
}

bool is_told(const Document& d, Spot where, std::initializer_list<Kind> kinds) {
  const Range here{d.tokens[where.begin].begin, d.tokens[where.end - 1].end};
  return std::any_of(d.claims.begin() + static_cast<std::ptrdiff_t>(d.sentence_claims), d.claims.end(), [&](const Claim& one) { return std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end() && one.plain.overlaps(here); });
}

Spot span(Spot a, Spot b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

Spot trimmed(Spot quote, Spot anchor, std::uint32_t most) {
  if (quote.end - quote.begin <= most) return quote;
  if (anchor.begin > quote.begin && quote.end - anchor.begin <= most) return {anchor.begin, quote.end};
  return {anchor.begin, std::min(quote.end, std::max(anchor.end, anchor.begin + most))};
}

}  // namespace comity::claims
