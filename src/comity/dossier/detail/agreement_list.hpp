// The agreements of a pair, sorted for reading, and the phrases for their kinds, dates and capacities (rules.md 25).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// Agreements of the two themselves, in their own capacity or through the EU; the ones in force first, then by kind and date.
std::vector<const facts::Agreement*> own_agreements(const Shelf& shelf);
// Multilateral treaties that bind both: each has a date of its own, and no end is known.
std::vector<const facts::Agreement*> shared_treaties(const Shelf& shelf);
// By its own list or by another's row of the same pact: a list that only knows how a treaty began does not outweigh one that knows its end.
bool has_ended(const Shelf& shelf, const facts::Agreement& agreement);
// Two lists tell of a free trade agreement signed in one year: of two states that is one.
bool is_same_pact(const facts::Agreement& one, const facts::Agreement& other);
// The newest of a kind that is not known to have ended, of trade agreements the one that governs; null when there is none.
const facts::Agreement* standing_agreement(const Shelf& shelf, std::string_view kind);

// A treaty and what the other lists that have it add: one knows the days, another when it came into force, a third that it still is.
struct ToldAgreement {
  facts::Agreement row;                        // the row itself, completed
  std::vector<const facts::Agreement*> all;    // the rows behind it, its own first
  SourceId status_from;                        // whose word the status is
  std::vector<facts::Provenance> from() const;
};
ToldAgreement told_agreement(const Shelf& shelf, const facts::Agreement& agreement);
// Two rows of two lists that mean one treaty, and no other row of either could be meant.
bool is_one_treaty(const Shelf& shelf, const facts::Agreement& one, const facts::Agreement& other);

std::string_view agreement_kind_words(std::string_view kind);   // "double taxation agreement"
// "a double taxation agreement", "a trade agreement of Kazakhstan with the EU".
std::string_view agreement_kind_words(const facts::Agreement& agreement);
std::string agreement_phrase(const Shelf& shelf, const facts::Agreement& agreement);
std::string agreement_dates(const facts::Agreement& agreement);  // "signed 26 November 1997, in force 21 December 1998"
std::string capacity_words(const Shelf& shelf, const facts::Agreement& agreement);  // "own", "Germany through the EU"

}  // namespace comity::dossier
