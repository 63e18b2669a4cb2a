// The readings an expert keeps in mind, out of the policy tables in Context.policies: hubs, oil's first destination, breaks
// of a series, who values imports FOB. Says how a figure is to be read; never changes one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

using facts::PolicyRow;

// Rows of a table for one state that hold in the year; year 0: at any time.
std::vector<const PolicyRow*> policies_of(const Shelf& shelf, std::string_view table, StateId state, int year = 0);
// Breaks and remarks of series_breaks.csv that speak of this figure's indicator, source and states, whatever their years.
std::vector<const PolicyRow*> remarks_on(const Shelf& shelf, const facts::Observation& observation);
bool holds_in(const PolicyRow& row, int year);  // a row without years holds in all
// "between 1990 and 1991": where a break stands that no single year has; empty where one has it.
std::string between_words(const PolicyRow& row);
// The break between two figures of one series (the earlier first), or null. No growth is computed across one (rules.md 17).
const PolicyRow* break_between(const Shelf& shelf, const facts::Observation& earlier, const facts::Observation& later);
// How a source is to be read on a topic ("origin", "zero", "independence"); empty when the table says nothing.
const PolicyRow* reading_of(const Shelf& shelf, SourceId source, std::string_view topic);

// The sentence of a row with its mark, where the edition holds its reference. Ends with a full stop.
document::Inlines policy_sentence(const Shelf& shelf, const PolicyRow& row);

}  // namespace comity::dossier
