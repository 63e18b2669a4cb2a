// What the readers of treaties share: the phrase of a treaty's noun, what it is about, the date that stands with it.
#pragma once

#include <string>

#include "comity/claims/readers/readers.hpp"

namespace comity::claims {

// The topic of a treaty noun: words before it in its phrase, behind "on", "of", "to", or the noun's own.
std::string topic_of(const Document& d, const Sentence& s, const CueSpot& noun, std::uint32_t end);
// The topic that a phrase without a noun names: "Industrial property" in a list; else its own words.
std::string own_topic(const Document& d, const Sentence& s, Spot phrase);
// A topic and what "and" adds to it: "energy and health".
std::string topic_with_second(const Document& d, const Sentence& s, const CueSpot& topic, std::uint32_t end);
// treaty_purposes.cpp: the topic of what was told without one, from its clause of purpose or the offices that sign it.
void take_purposes(Document& d, const Sentence& s);
// "agreements", "memoranda of understanding"
bool is_plural(std::string_view noun);
// A joint declaration or statement: a text that may be no treaty.
bool is_declaration(const Document& d, const CueSpot& noun);
// "field", "areas", "sphere"
bool is_field(std::string_view word);
// The phrase of a noun: from its adjectives to the next comma, verb or conjunction.
Spot phrase_of(const Document& d, const Sentence& s, const CueSpot& noun, Spot clause);
// A date in brackets behind the phrase: "Air Transport Agreement (1997)".
bool bracketed_date(const Document& d, const Sentence& s, Spot phrase, const When*& out);
// "the Treaty of 1920", "vom 26. Juni 1991"; nullptr: none.
const When* of_date(const Document& d, const Sentence& s, Spot phrase);
// "the 1995 agreement on", "under a 2011 protocol"; nullptr: none.
const When* leading_year(const Document& d, const Sentence& s, Spot phrase);
// "Memoranda were signed to increase cooperation in education", "agreements were signed on trade": the topic behind the verb;
// empty where none stands there.
std::string topic_behind_verb(const Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, const CueSpot& sign);
// Whether other parties than the two conclude it: "the EU's agreement", "signed with China".
bool of_others(const Document& d, const Sentence& s, Spot phrase, Spot clause);
// A claim of a treaty of the two (or of the organisation that is the party), with its topic.
Claim& add_treaty(Document& d, const Sentence& s, const CueSpot& noun, Spot quote, std::uint32_t end);
// The verb of signing that goes with a phrase; nullptr: none.
const CueSpot* signing_of(const Sentence& s, Spot phrase, Spot clause);
// Where it was signed; empty where the sentence does not say.
std::string place_of(const Document& d, const Sentence& s, Spot verb, Spot clause);

// treaty_plans.cpp
// Whether what a verb of signing tells is wanted or to come: "in talks to sign", "is to be signed".
bool is_sought(const Document& d, const Sentence& s, const CueSpot& sign, Spot clause);
// "willing to create an agreement", "announced a free trade agreement", where no verb of signing goes with it.
bool is_wanted(const Document& d, const Sentence& s, const CueSpot& noun);

// treaty_checks.cpp
// The date that is the treaty's, given the nearest one.
const When* settled_date(const Document& d, const Sentence& s, const CueSpot& noun, const CueSpot& sign, const When* when);
bool is_no_signing(const Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, const CueSpot& sign);
void take_worth(Document& d, const Sentence& s, const CueSpot& noun, Claim& claim);

// treaty_lists.cpp
// Where the list begins that a plural announces ("several agreements such as …", "the following agreements: …"); 0: none does.
std::uint32_t treaty_list_begin(const Document& d, const Sentence& s, const CueSpot& noun);
// Whether the words before a list say that what it lists is there or was signed.
bool tells_list(const Document& d, const Sentence& s, Spot head);

// treaty_counts.cpp
// "signed 11 agreements in: energy; trade; protection of investments": those that are named, beside their number. One topic
// alone is what all of them are about.
void counted_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot clause, std::size_t counted);
// "a number of agreements", "several MoUs": a count that nobody can hold against data.
void vague_count(Document& d, const Sentence& s, const CueSpot& noun, std::size_t counted);
// "agreements on tourism and on the abolition of visas": each topic behind the first, linked by a comma or "and", is one more.
void more_topics(Document& d, const Sentence& s, const CueSpot& noun, Spot phrase, Spot clause, std::size_t first);

}  // namespace comity::claims
