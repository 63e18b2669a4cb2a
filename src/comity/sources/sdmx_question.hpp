// From words to a query of an SDMX interface: "goods exports, Germany to Kazakhstan, since 2015" over a structure's code lists
// becomes the key of a series and an address. Says for each dimension what was chosen and why, and what was left open. Not
// here: any connection, and which structure a question is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/sdmx/structure.hpp"
#include "comity/sources/provider.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

struct SdmxQuestion {
  std::vector<std::string> words;  // what is asked for, folded: "good", "export"
  StateId from, to;                // to is none where one state is asked about
  bool to_side_reports = false;    // imports, and what is said to be received, are in the books of `to`
  int since = 0, until = 0;        // years; 0 = not said
  char frequency = 'A';            // A, Q or M
};

// Parts between commas, in any order: "A to B" or "A", "since 2015", "2015 to 2020", "in 2020", "monthly", and what is asked for.
// Throws UsageError (a part that says nothing, no state, nothing asked for), NotFound (an unknown state).
SdmxQuestion parse_question(std::string_view text, const world::Register& states);

struct SdmxChoice {
  std::string dimension;
  std::vector<std::string> codes;  // empty: left open
  std::string why;                 // "Germany", "Exports of goods, FOB", "the total", "nothing in the question fits"
};

struct SdmxQuery {
  std::vector<SdmxChoice> choices;  // in the order of the key
  std::string key;                  // "DEU.XG_FOB_USD.KAZ.A"
  std::string url;
};

// The query for the structure of `flow` (a Dataflow or a DataStructure of `structures`). A reporter's and a partner's code are those whose names
// the register understands as the states, not what looks like an ISO code. Throws NotFound (no such flow, a state without a code), DataError
// (a structure without dimensions or code lists).
SdmxQuery make_query(const SdmxQuestion& question, const formats::sdmx::Structures& structures, std::string_view flow, const Provider& provider,
                     const world::Register& states, Day today);

}  // namespace comity::sources
