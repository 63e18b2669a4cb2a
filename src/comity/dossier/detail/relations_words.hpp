// The sentences on recognition and the status of relations, for the section and for "At a glance".
#pragma once

#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

// Status on the edition's day, or on the last common day of two states of which one has ended.
RelationsState status_of(const Shelf& shelf);
Day status_day(const Shelf& shelf);
// "Czechoslovakia existed until 31 December 1992.": the last day, since a successor counts from the next; empty while both exist.
std::string end_words(const Shelf& shelf);

// One or two sentences with marks. Never "since" where breaks are not covered.
document::Inlines status_sentence(const Shelf& shelf, const RelationsState& state);
// "Germany recognised Kazakhstan on 31 December 1991."
// Recognitions of these two, not of a predecessor; one told mutual and by one of them is one.
// That the two agreed to resume relations after the event that made the status, which is not yet to have resumed them; null when no source says so.
const facts::Event* resumption_agreed(const Shelf& shelf, const RelationsState& state);
// Other days that are given for the beginning of these relations, a predecessor's left out.
std::vector<MergedEvent> other_starts(const Shelf& shelf, const RelationsState& state);
// Days years behind the first, under which a page that has the first has something that it does not name.
std::vector<MergedEvent> later_days(const Shelf& shelf, const RelationsState& state);
std::vector<MergedEvent> recognitions(const Shelf& shelf);
void add_recognition(Words& words, const Shelf& shelf, const MergedEvent& merged);
// "16 January 1928 is given for the beginning of relations, a predecessor’s date": where no source has one of the two's own.
void say_predecessors_date(Words& words, const Shelf& shelf);
// What stands beside the status of one of whom it is disputed, or who is no state: a sentence each, from the register.
std::vector<std::string> standing_notes(const Shelf& shelf);
bool is_territory_pair(const Shelf& shelf);  // one of the two is or was a territory (world::State::is_territory)
inline constexpr const char* no_relations_of_a_territory = "None recorded: a territory keeps no diplomatic relations of its own";
// "the foreign ministries of A and B"; of a state that is no more its archives.
std::string whom_to_ask(const Shelf& shelf);
document::Gap no_relations_gap(const Shelf& shelf);

}  // namespace comity::dossier
