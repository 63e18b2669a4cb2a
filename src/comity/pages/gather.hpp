// What pages need out of an edition, read in one question a table: of one state, or of all at once for a site. The only part
// of this room that knows the store. Each function takes a condition on facts ("" or SQL behind an AND) that leaves out what
// may not be shown, for example sources whose terms keep them here.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "comity/pages/compare.hpp"
#include "comity/pages/country.hpp"
#include "comity/pages/disagreements.hpp"
#include "comity/pages/rankings.hpp"
#include "comity/pages/sources.hpp"
#include "comity/pages/start.hpp"
#include "comity/store/edition.hpp"

namespace comity::pages {

// Facts that pages may show: `facts` behind an AND where a row has a source and a key. `totals`: the table of observations that
// rankings are read from, which make_totals() may have thinned out.
struct Limits {
  std::string facts;
  std::string totals = "observation";
};

// A temporary table of the rows that rankings, countries and comparisons read, for those who ask for many of them.
Limits make_totals(store::Connection& connection, const facts::Context& context, const Limits& limits);

// The facts of sources that only check, estimate or show a format stay out, as they do of dossiers.
std::string shown_facts(const facts::Context& context, const Limits& limits);

// One state, or every state that has anything (`only` not given), by its id.
std::unordered_map<std::uint16_t, CountryData> gather_countries(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits = {});

// Which indicators can be ranked, and over which rows: one slice each, the newest with most pairs.
std::vector<Slice> gather_slices(store::Connection& connection, const facts::Context& context, const Limits& limits = {});
std::vector<RankedRow> gather_ranking(store::Connection& connection, const facts::Context& context, const Slice& slice, const Limits& limits = {});

std::vector<SourceData> gather_sources(store::Connection& connection, const facts::Context& context);

std::vector<DisagreementRow> gather_disagreements(store::Connection& connection, const Limits& limits = {});
StartData gather_start(store::Connection& connection, const facts::Context& context, const std::vector<Slice>& slices, const Limits& limits = {});
std::vector<ComparedSeries> gather_compare(store::Connection& connection, const facts::Context& context, std::string_view indicator, const std::vector<std::pair<StateId, StateId>>& pairs, const Limits& limits = {});

}  // namespace comity::pages
