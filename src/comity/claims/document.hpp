// A document as it is read: its pair, what its headings say, who was spoken of last, and the claims found so far. The
// readers of claims (readers.hpp) take one sentence at a time and the document. Resolves what points elsewhere: "the two
// countries", "that year", "Merkel".
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/sentence.hpp"

namespace comity::claims {

// What the headings above a sentence say.
struct Heading {
  Side from = Side::none, to = Side::none;  // "Visits from A to B"
  Side alone = Side::none;                  // a heading that names one side
  bool visits = false, missions = false, treaties = false, trade = false, twins = false, exports = false, imports = false, aid = false, envoys = false;
  std::string period;                       // "Exports (2018)"
  bool dated_line = false;                  // the period stands on a line of its own under "Visits from A to B"
};

// "Peruvian visitors to Norway (2019):" on a line of its own: what the number on the next line counts.
struct PeopleCaption {
  Kind kind = Kind::other;  // other: none
  Side of = Side::none;
  std::string period;
};

// A way in which a sentence speaks of a state: a name, "both countries", "it".
struct Mention : Spot {
  Side side = Side::none;
  NameForm form = NameForm::name;
  StateId state;
  bool person = false, reference = false;
};

class Document {
 public:
  Document(const Grammar& grammar, StateId a, StateId b);

  const Grammar& grammar;
  StateId states[2];
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Claim> claims;
  Heading heading;
  std::vector<Mention> mentions;       // of the sentence at hand, ascending
  Side last_subject = Side::none;      // of the sentence before
  Side last_first = Side::none;        // the one named first of the two in the sentence before; none where it named but one
  Side last_traveller = Side::none;
  std::string last_person;             // whom the sentence before spoke of first: "He visited …" is he
  std::string last_trade_period;       // of the trade told last in this paragraph: a part of it without a year is of that year
  std::size_t last_trade_block = 0;    // which paragraph told it
  std::string last_currency;           // of the last sum with one under this heading: "442 million" behind it is in it too
  std::string told_when;               // of what was told last in this block
  bool told_meeting = false;           // that was a visit or a meeting
  bool first_block = true;             // before the end of the first sentence: a date alone there is the page's own
  When published;                      // the day that a line of its own near the top gives the page; year 0 = none
  std::size_t blocks = 0;              // read so far
  Side own = Side::none;               // whose page it is, where "our embassy in X", "our trade with X" tells
  bool listing_treaties = false;       // the sentence before said that treaties follow, or an item did
  Side listing_members = Side::none;   // the sentence before said that the organisations follow to which they belong
  PeopleCaption caption;                     // of people, on the line before
  std::size_t sentence_claims = 0;     // claims found before the sentence at hand

  // Cues, amounts, dates, persons of a sentence; then its references.
  void annotate(Sentence& sentence);
  void take_heading(const Sentence& sentence);
  // "Guest | Host | Place | Date": the rows behind tell visits. False: it is no head of a table.
  bool take_column_head(const Sentence& sentence);
  // "Published 13.07.2019", "26 November, 2011" near the top: what "this year" and "last year" count from.
  void take_published(const Sentence& sentence);
  // What the sentence tells without a date, of the day of what the one before told (carried_dates.cpp).
  void carry_dates(const Sentence& sentence, std::size_t claims_before);
  void end_sentence(const Sentence& sentence);
  // Visits whose direction only another part of the document tells; drops what stays unknown and what is said twice on one span.
  void settle();

  const std::string& code(Side side) const;
  static Side other(Side side) { return side == Side::first ? Side::second : side == Side::second ? Side::first : Side::none; }
  static bool is_pair(Side side) { return side == Side::first || side == Side::second; }
  Side side_of(StateId state) const;
  Side side_of_code(std::string_view alpha3) const { return alpha3 == code(Side::first) ? Side::first : alpha3 == code(Side::second) ? Side::second : Side::third; }
  Words words() const { return {grammar, text, tokens}; }
  std::string_view of(Spot spot) const { return words().of(spot); }
  std::string_view of(std::uint32_t token) const { return text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin); }

  // A new claim on these tokens, with the pair set.
  Claim& add(Kind kind, Spot quote);
  std::string currency_of_pair(std::string_view table) const;
  void set_amount(Claim& claim, const Amount& amount) const;

  // The fullest form of a person's name known so far.
  std::string person_name(const PersonSpot& person) const;
  // The side that alone of the two has the office ("King" of Norway and Peru); none where both or neither have.
  Side side_of_office(const PersonSpot& person) const;
  void remember(const PersonSpot& person, Side side);
  Side side_of_person(std::string_view name) const;

 private:
  void take_last_person(const Sentence& s);
  Side side_of_heir(std::string_view former) const;
  Side side_of_leader(std::string_view name) const;
  struct Known {
    std::string name;
    Side side = Side::none;
  };
  void take_fiscal_years(Sentence& sentence) const;
  void find_own(const Sentence& sentence);
  bool is_column_head(const Sentence& sentence) const;
  Side side_of_bare_way(const Sentence& sentence) const;
  void take_dateline(Sentence& sentence);
  void take_short_forms(Sentence& sentence);
  void find_bare_missions(Sentence& sentence);
  void find_nations(Sentence& sentence) const;
  void resolve_names(Sentence& sentence);
  void resolve_dates(Sentence& sentence);
  Side subject_before(const Sentence& sentence, std::uint32_t before, bool owning) const;
  void gather_mentions(const Sentence& sentence);
  void find_former_and_latter(const Sentence& sentence);
  void find_form_of_state(const Sentence& sentence);
  std::vector<Known> people_;
  std::vector<std::pair<std::string_view, Side>> short_forms_;  // "RoC" for the Republic of Cyprus, as this page introduced it
  std::vector<std::pair<std::string_view, Side>> forms_of_state_;  // "Kingdom" for Saudi Arabia; none where both are one
  When last_;
  std::string empty_;
};

// Looking around in a sentence.
const CueSpot* find_cue(const Sentence& s, Cue cue, std::uint32_t from = 0, std::uint32_t to = ~0u);
const CueSpot* find_cue_back(const Sentence& s, Cue cue, std::uint32_t before, std::uint32_t from = 0);
bool has_cue(const Sentence& s, Cue cue, Spot where);
// The part of the sentence between semicolons and "but"s that holds a token.
Spot clause_of(const Document& d, const Sentence& s, std::uint32_t token);
void find_breaks(const Document& d, Sentence& s);
// Whether a date begins what is told next: "… and in 1981, President X", "… and in September 1989 Mexico".
bool leads_next(const Document& d, const Sentence& s, const When& when);
// The date that goes with an anchor: behind it, before it, at the front of the sentence. nullptr: none.
const When* date_for(const Document& d, const Sentence& s, Spot anchor, Spot clause, std::uint32_t reach = 14);
// "During his visit, both signed", "During the King's visit": what the sentence tells took place on the visit told before.
bool is_during_visit(const Document& d, const Sentence& s);
Spot span(Spot a, Spot b);
// Whether a claim of one of these kinds that this sentence gave already overlaps a place.
bool is_told(const Document& d, Spot where, std::initializer_list<Kind> kinds);
// The years of an event that a sentence names as its time ("at the collapse of the Soviet Union"); empty: none.
std::string era_of(const Document& d, const Sentence& s);
// Keeps a quote short: at most `most` tokens around `anchor`.
Spot trimmed(Spot quote, Spot anchor, std::uint32_t most = 16);

}  // namespace comity::claims
