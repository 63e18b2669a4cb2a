// One sentence with everything the stages have seen in it: cues, names, numbers and money, dates, persons. What the
// readers of claims look at. Places are tokens of the document, half open.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/claim.hpp"
#include "comity/claims/grammar.hpp"
#include "comity/claims/markup.hpp"
#include "comity/claims/tokens.hpp"
#include "comity/claims/word_set.hpp"

namespace comity::claims {

struct Spot {
  std::uint32_t begin = 0, end = 0;  // tokens
};

struct CueSpot : Spot {
  Cue cue{};
  std::uint32_t data = 0;
};

enum class Side : std::uint8_t { none, first, second, both, third };

struct NameSpot : Spot {
  std::uint32_t entry = 0;  // into Grammar::names
  NameForm form{};
  Side side = Side::none;
  StateId state;
};

// A number as written. Money has a currency or, by its scale word and its neighbours, the look of money.
struct Amount : Spot {
  enum class Kind : std::uint8_t { number, money, percent, ordinal };
  Kind kind = Kind::number;
  double value = 0, tolerance = 0;
  double upper = 0;               // of a range; 0 = none
  std::uint32_t currency = 0;     // into Grammar::texts
  std::string_view hedge;         // "", gt, ge, lt, le, approx
  bool scaled = false;            // "million" stood behind it
};

// A date or a span of them. month and day are 0 where not given; year 0 = not given (then a month or day is).
struct When : Spot {
  int year = 0, month = 0, day = 0;
  int year2 = 0, month2 = 0, day2 = 0;  // the end of a span; 0 = none
  bool since = false, until = false;    // open spans
  bool decade = false, century = false, about = false;  // of the years from `year` on
  bool relative = false;                // points at another date: shift units from it
  bool from_reference = false;          // year came from another date
  bool following = false;               // "the following October"
  bool published = false;               // "this year", "last year": of the year in which the text was written
  int shift = 0;
  char unit = 0;                        // y, m, d; e = the last day of the span before
  bool parens = false;                  // stands in brackets
  std::string text() const;             // EDTF; empty when no year is known
  bool dated() const { return year != 0; }
};

struct PersonSpot : Spot {
  std::uint32_t name_begin = 0;   // where the name begins behind its title
  std::uint32_t title = 0;        // into Grammar::texts; 0 = none
  std::uint32_t office = 0;       // into Grammar::texts: which states have the title's office; 0 = not known
  bool titled = false, minor = false;
  bool nameless = false;          // "the German president": a title alone
  Side side = Side::none;         // whose, where the sentence says so
  StateId state;
};

// Where one clause ends and the next begins: a semicolon, "but", an "and" with a subject and a verb of its own behind it.
struct Break : Spot {
  std::uint32_t reaches = 0;  // the first token of the next clause, or the word that begins it
  bool closes = false;        // the break itself is the end of the clause before
};

struct Sentence {
  Spot range;
  Block::Kind block = Block::Kind::paragraph;
  std::vector<CueSpot> cues;      // ascending by begin
  std::vector<NameSpot> names;
  std::vector<Amount> amounts;
  std::vector<When> dates;
  std::vector<PersonSpot> persons;
  std::vector<Break> breaks;
  std::uint64_t seen[4] = {};     // which cues there are
  WordBits words;                 // which words there may be

  // The cue of a kind that begins at a token; nullptr: none.
  const CueSpot* cue_at(std::uint32_t token, Cue cue) const {
    auto one = std::lower_bound(cues.begin(), cues.end(), token, [](const CueSpot& spot, std::uint32_t at) { return spot.begin < at; });
    for (; one != cues.end() && one->begin == token; ++one) {
      if (one->cue == cue) return &*one;
    }
    return nullptr;
  }

  bool has(Cue cue) const { return seen[static_cast<unsigned>(cue) / 64] >> (static_cast<unsigned>(cue) % 64) & 1; }
  void see(Cue cue) { seen[static_cast<unsigned>(cue) / 64] |= std::uint64_t{1} << (static_cast<unsigned>(cue) % 64); }
  void clear() {
    cues.clear();
    names.clear();
    amounts.clear();
    dates.clear();
    persons.clear();
    breaks.clear();
    for (auto& word : seen) word = 0;
    words.clear();
  }
};

// The stages from tokens to a sentence's contents; each in its own file. They read tokens [range) of `tokens`.
struct Words {
  const Grammar& grammar;
  std::string_view text;                 // plain text
  const std::vector<Token>& tokens;
  std::string_view of(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
  std::string_view of(Spot spot) const;
};

void find_cues(const Words& words, Sentence& sentence);                 // cues.cpp: phrases and names
void join_cues(const Words& words, Sentence& sentence);                 // cue_joins.cpp: phrases with anything within
void find_amounts(const Words& words, Sentence& sentence);              // amounts.cpp
void find_dates(const Words& words, Sentence& sentence);                // dates.cpp
void find_long_dates(const Words& words, Sentence& sentence);           // dates_long.cpp; find_dates calls it
void find_persons(const Words& words, Sentence& sentence);              // persons.cpp

}  // namespace comity::claims
