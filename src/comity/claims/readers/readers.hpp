// The last stage: one reader per group of kinds, each a function of a sentence and its document that adds claims. Words
// come from data/claims/; what they do together is here. A reader that is not sure adds nothing.
#pragma once

#include <span>
#include <string_view>

#include "comity/claims/document.hpp"

namespace comity::claims {

struct ReaderDefinition {
  std::string_view name;
  void (*read)(Document& document, const Sentence& sentence);
};

// "…, the first Indian foreign minister to do so": whose visitors a sentence speaks of (visit_lists.cpp).
Side nation_of_visitor(const Document& document, const Sentence& sentence);

// A row of a list that begins with its date and names offices (visit_rows.cpp); false: it is none.
bool read_visit_row(Document& document, const Sentence& sentence);

// The table, in the order in which they run.
std::span<const ReaderDefinition> readers();

void read_relations(Document& document, const Sentence& sentence);
void read_relations_third(Document& document, const Sentence& sentence);
void read_anniversaries(Document& document, const Sentence& sentence);
void read_recognition(Document& document, const Sentence& sentence);
void read_missions(Document& document, const Sentence& sentence);
void read_missions_named(Document& document, const Sentence& sentence);
void read_mission_changes(Document& document, const Sentence& sentence);
void read_mission_sequels(Document& document, const Sentence& sentence);
void read_missions_served(Document& document, const Sentence& sentence);
void read_consul_lists(Document& document, const Sentence& sentence);
void read_visit_returns(Document& document, const Sentence& sentence);
void read_visit_sequels(Document& document, const Sentence& sentence);
void read_visits(Document& document, const Sentence& sentence);
void read_visit_openers(Document& document, const Sentence& sentence);
void read_visit_followers(Document& document, const Sentence& sentence);
void read_visit_turns(Document& document, const Sentence& sentence);
void read_german_receptions(Document& document, const Sentence& sentence);
void read_delegations(Document& document, const Sentence& sentence);
void read_receptions(Document& document, const Sentence& sentence);
void read_visit_meetings(Document& document, const Sentence& sentence);
void read_visit_doubles(Document& document, const Sentence& sentence);
void read_visit_lists(Document& document, const Sentence& sentence);
void read_visit_presence(Document& document, const Sentence& sentence);
void read_visits_vague(Document& document, const Sentence& sentence);
void read_visits_elsewhere(Document& document, const Sentence& sentence);
void read_treaties(Document& document, const Sentence& sentence);
void read_treaty_lists(Document& document, const Sentence& sentence);
void read_treaty_series(Document& document, const Sentence& sentence);
void read_bare_treaty_lists(Document& document, const Sentence& sentence);
void read_standing_treaties(Document& document, const Sentence& sentence);
void read_visa_abolitions(Document& document, const Sentence& sentence);
void read_memberships(Document& document, const Sentence& sentence);
void read_trade(Document& document, const Sentence& sentence);
void read_trade_ranks(Document& document, const Sentence& sentence);
void read_german_goods(Document& document, const Sentence& sentence);
void read_trade_told(Document& document, const Sentence& sentence);
void read_trade_plain(Document& document, const Sentence& sentence);
void read_companies_plain(Document& document, const Sentence& sentence);
void read_investment(Document& document, const Sentence& sentence);
void read_companies(Document& document, const Sentence& sentence);
void read_companies_told(Document& document, const Sentence& sentence);
void read_aid(Document& document, const Sentence& sentence);
void read_aid_told(Document& document, const Sentence& sentence);
void read_aid_plain(Document& document, const Sentence& sentence);
void read_people(Document& document, const Sentence& sentence);
// "Peruvian visitors to Norway (2019)" and, on the next line, "29,600": called for lines without any cue too.
void read_people_captions(Document& document, const Sentence& sentence);
void read_people_told(Document& document, const Sentence& sentence);
void read_people_plain(Document& document, const Sentence& sentence);
void read_initiatives_told(Document& document, const Sentence& sentence);
void read_twin_towns(Document& document, const Sentence& sentence);
void read_culture(Document& document, const Sentence& sentence);
void read_institutes_plain(Document& document, const Sentence& sentence);
void read_conflicts(Document& document, const Sentence& sentence);
void read_side_by_side(Document& document, const Sentence& sentence);
void read_soldiers(Document& document, const Sentence& sentence);
void read_visit_dates(Document& document, const Sentence& sentence);
void read_third_conflicts(Document& document, const Sentence& sentence);
void read_conflicts_told(Document& document, const Sentence& sentence);
void read_fora(Document& document, const Sentence& sentence);
void read_german(Document& document, const Sentence& sentence);  // german.cpp: what German says in its own order
void read_ministry_pages(Document& document, const Sentence& sentence);
void read_events(Document& document, const Sentence& sentence);

}  // namespace comity::claims
