// The page of a country: its partners by the indicators that the edition has for it, its missions, its memberships, the
// newest events known, what changed since the last edition, and the way to each of its pairs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comity/facts/edition_changes.hpp"
#include "comity/pages/rankings.hpp"

namespace comity::pages {

// The largest partners in one slice. Largest first; partners without a figure are not in it.
struct PartnerList {
  Slice slice;
  bool outgoing = true;   // the country is the side that the indicator begins at
  std::uint32_t partners = 0;  // with a figure; `rows` holds the first of them
  double total = 0;       // over those partners; 0 where one of them is negative, for then no share of it means anything
  std::vector<RankedRow> rows;
};

// Posts of one state in another, as lists give them.
struct MissionsWith {
  StateId partner;
  bool sent = true;       // the country's own abroad; false: the partner's in the country
  std::string kind, cities;  // cities: those of the posts, with commas
  std::string listed;     // date of the newest list, EDTF
  SourceId source;
};

struct MembershipLine {
  std::string organization, name, kind, from, to;  // dates EDTF
  int importance = 9;
  SourceId source;
};

struct EventLine {
  StateId other;
  std::string kind, date, title, person;
  SourceId source;
};

struct CountryData {
  StateId state;
  std::vector<PartnerList> partners;      // in the order of data/pages/rankings.csv
  std::vector<MissionsWith> missions;     // by partner
  std::vector<MembershipLine> memberships;
  std::vector<EventLine> events;          // newest first
  std::optional<facts::EditionChanges> changes;  // since the last edition; none: no former one was at hand
  std::vector<StateId> pairs;             // all partners with whom the edition has any fact
};

std::string country_page(const Site& site, const CountryData& country);

}  // namespace comity::pages
