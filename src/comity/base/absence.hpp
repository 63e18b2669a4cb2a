// Why there is no value, or no plain one (rules.md 11). A fact carries one of the explicit kinds; the others are
// computed from a source's declared coverage and from the register of states. Never NaN, never -9, never 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace comity {

enum class Absence : std::uint8_t {
  value,                 // there is a value
  true_zero,             // the publisher says: nothing, and means it
  zero_or_not_reported,  // a zero that cannot be told from a gap
  below_unit,            // less than the unit of publication
  confidential,          // known to the publisher, withheld
  not_reported,          // inside coverage, the cell is blank
  suppressed_in_copy,    // the publisher has it, the copy at hand lost it
  not_covered,           // outside what the source covers (computed)
  no_state,              // the state did not exist (computed)
  not_collected,         // not collected within a customs union
  not_applicable,
};

std::string_view id_of(Absence absence);     // "zero_or_not_reported"
std::string_view words_for(Absence absence);  // "zero or not reported": for people
bool parse_absence(std::string_view id, Absence& out);

}  // namespace comity
