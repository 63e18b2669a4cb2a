#include "comity/dossier/detail/policy.hpp"

#include <algorithm>
#include <array>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

// Kinds of series_breaks.csv that part a series in two. The others are remarks on coverage, rounding and the like.
constexpr std::array<std::string_view, 11> parting = {"method",   "territory",      "state_succession", "border_moved", "definition", "new_category",
                                                      "seat",     "classification", "partial_year",     "not_collected", "emergency"};

bool names_state(const PolicyRow& row, StateId state, StateId other) {
  return row.state == state && (row.partners.empty() || std::ranges::find(row.partners, other) != row.partners.end());
}

bool fits_states(const PolicyRow& row, const Observation& o) {
  if (!row.state) return true;
  const bool as_from = names_state(row, o.from, o.to), as_to = o.to && names_state(row, o.to, o.from);
  if (row.side == "from") return as_from;
  if (row.side == "to") return as_to;
  return as_from || as_to;
}

bool fits(const Shelf& shelf, const PolicyRow& row, const Observation& o) {
  if (row.table != "series_breaks" || row.indicator != shelf.context.indicators[o.indicator.value].id) return false;
  if (row.data_source != "any" && !row.data_source.empty() && row.data_source != shelf.source(o.from_where.source).id) return false;
  return fits_states(row, o);
}

// Whether a step from one year to a later one crosses the break.
bool crosses(const PolicyRow& row, int earlier, int later) {
  if (!row.from_year && !row.to_year) return false;
  if (!row.from_year) return earlier <= row.to_year && later > row.to_year;
  if (!row.to_year) return earlier < row.from_year && later >= row.from_year;
  if (row.from_year == row.to_year) return earlier <= row.from_year && later >= row.from_year;
  return earlier < row.to_year && later > row.from_year;
}

}  // namespace

std::vector<const PolicyRow*> policies_of(const Shelf& shelf, std::string_view table, StateId state, int year) {
  std::vector<const PolicyRow*> out;
  for (const PolicyRow& row : shelf.context.policies) {
    if (row.table != table || row.state != state) continue;
    if (year && ((row.from_year && year < row.from_year) || (row.to_year && year > row.to_year))) continue;
    out.push_back(&row);
  }
  return out;
}

std::vector<const PolicyRow*> remarks_on(const Shelf& shelf, const Observation& o) {
  std::vector<const PolicyRow*> out;
  for (const PolicyRow& row : shelf.context.policies) {
    if (fits(shelf, row, o)) out.push_back(&row);
  }
  return out;
}

std::string between_words(const PolicyRow& row) {
  const bool apart = row.from_year && row.to_year && row.from_year != row.to_year;
  return apart ? fmt::format("between {} and {}", row.from_year, row.to_year) : std::string();
}

bool holds_in(const PolicyRow& row, int year) { return (!row.from_year || year >= row.from_year) && (!row.to_year || year <= row.to_year); }

const PolicyRow* break_between(const Shelf& shelf, const Observation& earlier, const Observation& later) {
  for (const PolicyRow& row : shelf.context.policies) {
    if (!fits(shelf, row, later) || std::ranges::find(parting, row.kind) == parting.end()) continue;
    if (crosses(row, earlier.year(), later.year())) return &row;
  }
  return nullptr;
}

const PolicyRow* reading_of(const Shelf& shelf, SourceId source, std::string_view topic) {
  const std::string& id = shelf.source(source).id;
  const auto it = std::ranges::find_if(shelf.context.policies, [&](const PolicyRow& row) { return row.table == "source_readings" && row.data_source == id && row.kind == topic; });
  return it == shelf.context.policies.end() ? nullptr : &*it;
}

document::Inlines policy_sentence(const Shelf& shelf, const PolicyRow& row) {
  Words words(shelf);
  words.text(row.text);
  const auto it = std::ranges::find(shelf.context.sources, row.reference, &facts::Source::id);
  if (!row.reference.empty() && it != shelf.context.sources.end()) {
    words.cite(facts::Provenance{SourceId(static_cast<std::uint16_t>(it - shelf.context.sources.begin()))});
  }
  return words.done();
}

}  // namespace comity::dossier
