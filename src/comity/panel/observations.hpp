// Every indicator of the edition's observations as columns: a figure of a pair by direction and by whose books it stands in, a
// figure of a state on either side. Sources are never mixed in one column; two reports never become one figure.
#pragma once

#include <string>
#include <vector>

#include "comity/panel/fill.hpp"
#include "comity/panel/panel.hpp"

namespace comity::panel {

// The columns behind a word that names an indicator: "population" (population1, population2), "goods_imports",
// "goods_imports@cow_trade_4_0", "goods_imports_12". Names: _12 from the first side to the second, _21 the other way, behind it
// _by1, _by2, _by3 (a third party) where the source has several reporters. Empty when the edition has no such indicator.
// Throws UsageError where the frame cannot hold it, naming why.
std::vector<ColumnRequest> observation_columns(store::Connection& connection, const Frame& frame, const std::string& word);

// One column; `states` gets, where it is not null, for each row the number of the absence kind of an explicit absence, plus one.
Column observation_column(Shelf& shelf, const ColumnRequest& request, ColumnReport& report, std::vector<std::uint8_t>* absences);

}  // namespace comity::panel
