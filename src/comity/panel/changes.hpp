// Columns made of columns of the same panel: lags and leads, onsets and durations of spells, and peace-years with the powers
// that Carter and Signorino (2010) put into models of binary data. All within one pair (or state); never across a gap.
#pragma once

#include "comity/panel/column.hpp"
#include "comity/panel/frame.hpp"

namespace comity::panel {

// Throws UsageError, quoting the word, when it is none: lagN, leadN, onset, duration, peace, peaceN (1 to 3).
void check_change(const std::string& word, const std::string& change);

//   lagN      the value N periods before; missing where the pair did not exist then or nothing is known
//   leadN     the value N periods after
//   onset     1 in a period whose value is not 0 after one whose value is 0 (or as the pair's first), else 0
//   duration  periods since the spell of values other than 0 began, its first period being 1; 0 outside a spell
//   peace     periods since the last one whose value is not 0, or since the pair's first; a period with an event counts those
//             before it; missing while the value is missing
//   peace2    its square divided by 100; peace3: its cube divided by 1000 (so scaled that estimates stay readable)
Column changed(const Frame& frame, const Column& column, const std::string& change);

}  // namespace comity::panel
