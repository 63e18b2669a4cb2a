// Everything an edition holds about one pair of states, and what any pair needs to be read beside it.
// PairFacts is filled once per pair; Context once per edition. A dossier section is a pure function of both.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "comity/facts/facts.hpp"
#include "comity/world/register.hpp"

namespace comity::facts {

// Facts of one state alone: population, GDP, totals; independence and leaders as events; memberships. Read once, shared by all
// pairs of the state, never changed.
struct StateFacts {
  std::vector<Observation> observations;  // sorted by indicator, period_start, reporter
  std::vector<Event> events;              // sorted by date.from
  std::vector<Membership> memberships;    // sorted by organization
  std::shared_ptr<const void> texts;      // what the texts of these facts lie in; none where somebody else keeps them

  std::span<const Observation> of(IndicatorId indicator) const;
  std::span<const Membership> in(std::string_view organization) const;

  static const std::shared_ptr<const StateFacts>& none();
};

struct PairFacts {
  StateId a, b;                        // as asked, not sorted
  std::vector<Observation> observations;  // of the pair; sorted by indicator, period_start, reporter
  std::vector<Event> events;              // sorted by date.from
  std::vector<Mission> missions;          // both directions
  std::vector<Agreement> agreements;
  std::vector<Presence> presences;
  std::vector<Standing> standings;
  std::vector<Disagreement> disagreements;
  // Never null. Of a state with itself both are the same.
  std::shared_ptr<const StateFacts> of_a = StateFacts::none(), of_b = StateFacts::none();
};

inline std::span<const Observation> StateFacts::of(IndicatorId indicator) const {
  return std::span(std::ranges::equal_range(observations, indicator, {}, &Observation::indicator));
}

inline std::span<const Membership> StateFacts::in(std::string_view organization) const {
  return std::span(std::ranges::equal_range(memberships, organization, {}, &Membership::organization));
}

inline const std::shared_ptr<const StateFacts>& StateFacts::none() {
  static const auto nothing = std::make_shared<const StateFacts>();
  return nothing;
}

// A row of data/indicators/*.toml.
struct Indicator {
  std::string id, title, measure, unit, direction, description;
  bool symmetric = false;
  bool may_be_negative = false;
  bool sums_over_time = false;
};

// Who published a source, and under what terms; one per folder of sources/, or per curated reference.
struct Source {
  std::string id, title, publisher, version, licence, terms, citation, url;
  std::string independence;   // class: official:DEU, depositary, statistical_office, scholarly, crowd, press, own
  std::string derives_from;   // comma-separated ids
  std::string role;           // facts, reference, fixture, estimation
  bool citable = true;        // may stand behind a statement in an encyclopaedia (rules.md 9)
  bool redistributable = false;
  std::string as_of;          // the day its content ends, EDTF
};

struct SourceFile {
  SourceId source;
  std::string path;                  // relative to the source's folder
  std::vector<std::string> columns;  // names; column n of a Provenance is columns[n-1]

  // Of a workbook read cell by cell: where its records stand, by record; a column of a Provenance is then the sheet's own.
  struct Rows {
    std::uint64_t record = 0;
    std::string sheet;
    std::uint32_t row = 0, rows = 0, cells = 0;
  };
  std::vector<Rows> sheet_rows;
  // The sheet and row of a record; none where the file is not such a workbook or holds no such record.
  struct Place {
    std::string_view sheet;
    std::uint32_t row = 0;
  };
  std::optional<Place> place_of(std::uint64_t record) const;
};

// What a source claims to hold: inside it a missing fact is an absence, outside it is "not covered".
struct Coverage {
  SourceId source;
  IndicatorId indicator;   // none for events and missions: `what` then says what
  std::string what;
  int from_year = 0, to_year = 0;
  std::string reporters;   // all, or a |-separated list of state keys
  bool covers_breaks = false;  // for relations: whether severances would be listed
  std::string note;
};

// Mean of a period: units of `currency` per one `base`.
struct Rate {
  std::string base, currency, kind;  // kind: annual_mean, end_of_year
  int year = 0;
  double rate = 0;
  Provenance from_where;
};

// A row of data/organizations.csv.
struct Organization {
  std::string key, name, short_name, kind;
  int importance = 9;        // 1 = named first
  std::string coverage_to;   // the day to which its memberships are known, ISO
};

// An outline of a state or of a territory that several claim, for maps. Rings of (longitude, latitude) in degrees.
struct Shape {
  StateId state;             // none for a disputed territory that is drawn as nobody's
  std::string territory;     // "Crimea"; empty for a state's own outline
  bool disputed = false;     // hatched
  std::vector<std::vector<std::pair<double, double>>> rings;
};

// A row of the policy tables (data/dossier/*.csv): how to read the figures of a state, of a source or of a span of years.
struct PolicyRow {
  std::string table;       // capital_notes, former_names, oil_first_destination, transit_hubs, fdi_hubs, fob_importers, series_breaks, source_readings
  std::string id;
  std::string kind;        // of a break: method, territory, …; of a reading: its topic; of a hub: its basis
  StateId state;           // none: any state
  std::string side;        // which side of a pair the state is on: from, to; both and any mean either
  std::vector<StateId> partners;   // empty: all
  int from_year = 0, to_year = 0;  // 0 = open
  std::string indicator, data_source;  // ids; empty or "any": all
  std::string text;        // the reading as a sentence
  std::string detail;      // ports of a hub, commodity, last day of a name
  std::string reference;   // id in data/references, which is a source's id in an edition that has it
};

struct Context {
  std::shared_ptr<const world::Register> states;
  std::vector<Indicator> indicators;    // index = IndicatorId.value; [0] is none
  std::vector<Source> sources;          // index = SourceId.value
  std::vector<SourceFile> files;        // index = FileId.value
  std::vector<Coverage> coverage;
  std::vector<Rate> rates;
  std::vector<Organization> organizations;   // sorted by key
  std::vector<Shape> shapes;
  std::vector<PolicyRow> policies;
  std::unordered_map<std::string, IndicatorId> indicator_by_id;
  std::unordered_map<std::string, std::string> notes;   // small texts of data/policy/*, by key
  std::string edition;        // content hash, short
  std::string edition_date;   // newest as_of among the sources, ISO day

  IndicatorId indicator(std::string_view id) const {
    const auto it = indicator_by_id.find(std::string(id));
    return it == indicator_by_id.end() ? IndicatorId{} : it->second;
  }
};

// Gives each membership the place of its organisation: one walk through two sorted lists.
inline void find_organizations(StateFacts& facts, const Context& context) {
  std::size_t at = 0;
  for (Membership& one : facts.memberships) {
    while (at < context.organizations.size() && context.organizations[at].key < one.organization) ++at;
    if (at < context.organizations.size() && context.organizations[at].key == one.organization) one.place = static_cast<std::uint16_t>(at);
  }
}

}  // namespace comity::facts
