// Posts as lists give them: which list, at which date, and what a list can and cannot show (rules.md 3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comity/dossier/detail/relations_status.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// One post: the rows of all lists that name it.
struct Post {
  const facts::Mission* mission = nullptr;         // the row that says most
  std::vector<const facts::Mission*> all;          // newest list first
  std::vector<facts::Provenance> from() const;
};

// Whether the last that the lists say of the post is that it was closed. A closing of long ago is no end where a later list names the
// post, or a row has it opened again: the embassy in Paris closed in 1942.
bool is_closed(const Shelf& shelf, const Post& post);

// What a sentence counts: posts that are open. A "consulate" in the town where another list names the embassy is its section; the
// table has both, since what is said of the one is not said of the other.
std::vector<Post> open_posts(const Shelf& shelf, StateId sending, StateId receiving);

// Posts of one state in the other, embassies first, then by kind and city. Non-resident accreditation is apart, and left out where a list
// as new names an embassy.
std::vector<Post> resident_posts(const Shelf& shelf, StateId sending, StateId receiving);
std::vector<Post> accreditations(const Shelf& shelf, StateId sending, StateId receiving);
// Where a resident embassy stands on older lists alone: the newer list's row that has the sender accredited from a third state; null where there is none.
const facts::Mission* accredited_since(const Shelf& shelf, StateId sending, StateId receiving);

// "embassy", and what it is called between these two: high commission, apostolic nunciature.
std::string_view post_words(const Shelf& shelf, const facts::Mission& mission, bool plural = false);
std::string listed_words(const facts::Mission& mission);  // " on 16 November 2022", " without a date"
// A list that says from when to when a post was there, often in more than one town.
bool lists_a_span(const facts::Mission& mission);
std::string last_listed_words(const facts::Mission& mission);  // of such a list " up to 31 December 2024"
// Whether the newest list that names the post reaches the edition's date: only then may a sentence say "has".
bool reaches_edition(const Shelf& shelf, const facts::Mission& mission);

// A break that a later event ended, and that event.
struct Break {
  const facts::Event* made_by;
  const facts::Event* ended_by;
};
// The break in which the day lies wholly; nullopt when it lies in none.
std::optional<Break> break_on(const RelationsState& state, const EdtfDate& day);
// Embassies on lists whose day lies in such a break, though there are relations again today.
std::vector<const facts::Mission*> embassies_during_breaks(const Shelf& shelf, const RelationsState& state);

// Embassies on lists made after relations were cut or while there were none.
std::vector<const facts::Mission*> embassies_without_relations(const Shelf& shelf, const RelationsState& state);

}  // namespace comity::dossier
