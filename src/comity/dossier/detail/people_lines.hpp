// People of one state in the other, as the state where they live counts them: migrants by birth or citizenship, displaced
// people by category, who may travel how. Bases, revisions and categories stay apart (rules.md 21 to 23).
#pragma once

#include "comity/dossier/detail/series.hpp"

namespace comity::dossier {

// The stock of one direction: the newest revision leads, older ones stand in the table.
struct MigrantStock {
  StateId from, to;
  std::vector<FactSeries> series;  // newest revision first, over all bases
};
MigrantStock migrant_stock(const Shelf& shelf, StateId from, StateId to);
// Whether a stock of migrants is mostly one of refugees, which the United Nations add: more than half by UNHCR's own figures of that year or the
// next to it, and always where people of Palestine are counted. Such a stock is neither of the born nor of citizens.
bool is_mostly_refugees(const Shelf& shelf, const facts::Observation& stock);
// One paragraph with its change and every break across it; false when there is nothing to say.
bool add_stock(document::Section& section, const Shelf& shelf, const MigrantStock& stock);
document::LineChart stock_chart(const Shelf& shelf, const MigrantStock& one, const MigrantStock& other);

// Refugees, asylum seekers and others in need of one year, summed with its parts; sudden falls read as definitions.
bool add_displaced(document::Section& section, const Shelf& shelf, StateId from, StateId to);
// Palestine refugees under UNRWA's mandate, who are in none of UNHCR's categories.
bool add_unrwa(document::Section& section, const Shelf& shelf, StateId from, StateId to);
// "visa required", "30 days without a visa": the text of a rule, or the days; empty where neither is given.
std::string visa_rule_words(const facts::Observation& o);
// The rule of the newest snapshot, and how it changed; bans of the pandemic are no rule.
bool add_visa(document::List& list, const Shelf& shelf, StateId from, StateId to);

}  // namespace comity::dossier
