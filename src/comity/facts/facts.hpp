// The facts that Comity holds, as plain values: what one row of each fact table stands for, its unit and direction,
// and where it came from. Rooms above read them; nothing here computes, formats or stores.
// Text fields are views into a pool that the edition owns: they live as long as it does.
#pragma once

#include <cstdint>
#include <string_view>

#include "comity/base/absence.hpp"
#include "comity/base/date.hpp"
#include "comity/base/ids.hpp"

namespace comity::facts {

using Text = std::string_view;

// The publisher's row behind a fact. `column` is the 1-based column of the file, 0 where the whole record speaks.
struct Provenance {
  SourceId source;
  FileId file;
  std::uint64_t record = 0;
  std::uint16_t column = 0;
  std::uint64_t key = 0;  // hash of the natural key: stable over editions; permalinks and corrections use it
};

enum class Side : std::uint8_t { from_side, to_side, third };  // whose books
enum class Valuation : std::uint8_t { fob, cif, unknown, none };
enum class Origin : std::uint8_t { reported, partner_based, compiler, modelled, derived, unknown };

// Bits of Observation::flags.
enum Flag : std::uint32_t {
  suspect_zero = 1u << 0,     // a zero that neighbours, the partner or another source contradict (rules.md 12)
  implausible_jump = 1u << 1,  // a break declared in data/policy/series_breaks.csv lies between this and the value before
  undated = 1u << 2,          // the period is the publisher's snapshot, not the value's own
  hedge_gt = 1u << 3,         // "over"
  hedge_ge = 1u << 4,
  hedge_lt = 1u << 5,         // "under", "nearly"
  hedge_le = 1u << 6,
  hedge_approx = 1u << 7,
  imputed = 1u << 8,          // the publisher imputed it
  by_citizenship = 1u << 9,   // counts citizens where the indicator counts births
  planned = 1u << 10,         // a target, not a figure
  incomplete_books = 1u << 11,  // the reporter's figures by partner add up to well under its own total (derive/35-incomplete-books.sql)
};

// One figure in one set of books. For pairs both states are set and the direction is the indicator's
// (data/indicators/); for one state alone `to` is none. The unit is plain: 5e9, not 5 of "bn".
struct Observation {
  IndicatorId indicator;
  StateId from, to;
  StateId reporter;  // none where nobody's books are meant (distances)
  Side side = Side::third;
  Day period_start{};
  std::uint8_t period_months = 12;  // 12 a year, 1 a month, 0 a point in time
  bool at_end = false;              // a stock at the end of the period
  bool has_value = false;           // false: `absence` says why; true with absence != value: a qualified zero
  Absence absence = Absence::value;
  Valuation valuation = Valuation::none;
  Origin origin = Origin::unknown;
  std::int16_t price_base = 0;      // year of constant prices; 0 = current prices
  std::uint32_t flags = 0;
  double value = 0;
  Text product, product_scheme;     // "total" or a code of HS/SITC; scheme empty for totals
  Text variant;                     // method or revision ("rev2020"), never mixed in one series
  Text unit, currency;              // currency: ISO 4217, empty for counts
  Text note;                        // the publisher's or curator's remark on this figure
  Provenance from_where;

  int year() const { return year_of(period_start); }
  bool is(Flag flag) const { return (flags & flag) != 0; }
  // A plain number that may be plotted, summed and ranked.
  bool usable() const { return has_value && (absence == Absence::value || absence == Absence::true_zero) && !is(suspect_zero); }
};

// Something that happened between two states on a date, or is said to have. `kind` is an id of data/event_kinds.toml.
struct Event {
  Text kind;
  EdtfDate date;
  StateId a, b;       // the pair; b is none for an event of one state
  StateId actor;      // who acted: the visitor's state, the recogniser; none when mutual
  StateId third;      // a state that matters besides (protecting power, host of a meeting)
  Text person, office, host, place, occasion, title, detail;
  Text status;        // asserted, planned, vague, disputed
  Provenance from_where;
};

// One post as one list gives it. Two lists that name the same post are two Missions.
struct Mission {
  StateId sending, receiving;
  Text kind;                // id of data/mission_kinds.toml
  bool resident = true;     // false: accredited from elsewhere, `covered_from` says from where
  StateId covered_from;
  Text city;                // city as mapped by data/city_names.csv (a district is its city)
  bool has_position = false;
  double latitude = 0, longitude = 0;
  EdtfDate opened, closed, as_listed_on;  // as_listed_on: the date of the list
  Text name, note;
  Provenance from_where;
};

struct Membership {
  Text organization;        // key of data/organizations.csv
  std::uint16_t place = 0xffff;  // of the organisation in Context::organizations, where it is there (find_organizations)
  StateId state;
  Text kind;                // member, observer, party, signatory, …
  EdtfDate from, to;        // `to` unknown = still so up to the source's coverage
  Provenance from_where;
};

// A treaty on one pair: the agreement and what it is for each of the two. A treaty has four dates (rules.md 25).
struct Agreement {
  Text title, subject, kind;  // kind: bilateral_investment_treaty, double_taxation, trade_agreement, multilateral, …
  EdtfDate signed_on, in_force, terminated;
  Text status;                // in_force, signed, terminated, unknown: as the source gives it on its day
  Text capacity_a, capacity_b;  // own, through:EU
  EdtfDate a_in_force, b_in_force;  // for multilateral treaties: each party's own date
  Provenance from_where;
};

// Companies, institutes, schools of one state in another: named ones (count 0) or counts.
struct Presence {
  StateId home, host;
  Text kind, name, sector, basis, place;
  bool has_count = false;
  double count = 0;
  EdtfDate as_of;
  std::uint32_t flags = 0;    // Flag hedges
  Text note;
  Provenance from_where;
};

// Where a figure of this pair stands among the partners of one of the two, all from one reporter's books, one source,
// one flow and one period (rules.md 17). Made when the edition is assembled.
struct Standing {
  IndicatorId indicator;
  StateId of;                 // whose partners are compared
  bool outgoing = true;       // true: `of` is the from side
  StateId reporter;           // whose books; none for symmetric measures
  Day period_start{};
  std::uint8_t period_months = 12;
  double value = 0, total = 0;   // total over all partners of that reporter in those books
  std::uint16_t rank = 0;        // 1 = largest; 0 = may not be given, `why_no_rank` says why
  std::uint16_t partners = 0;    // partners with a usable value
  std::uint16_t absent = 0;      // partners confidential or absent within coverage
  Text region;                   // empty: among all; else the key of the region among whose members is compared
  Text why_no_rank;
  Text variant;
  SourceId source;
};

// Two statements of independent classes that cannot both be right (or one of which needs reading). Made when the edition
// is assembled; the rule is dossier/disagreements.hpp for what one pair's facts show, derive/80-disagreements.sql for the rest.
struct Disagreement {
  Text kind;          // relations_date, mission_without_relations, trade_mirror, fdi_mirror, total, count, revision, state_span
  int consequence = 5;  // 1 weighs most: whether there are relations; 5 least
  Text title, said, reading;  // what is asked; who says what; how an expert reads it (may be empty)
  double size = 0;    // factor for figures, days for dates
  Text unit;          // of size: factor, days
  std::uint64_t key_a = 0, key_b = 0;
};

}  // namespace comity::facts
