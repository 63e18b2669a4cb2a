// From words to columns: "milex", "goods_imports@cow_trade_4_0", "gmlmidongoing:peace:lag1". An unknown word is an error
// that names the nearest ones.
#pragma once

#include <string>
#include <vector>

#include "comity/panel/panel.hpp"
#include "comity/panel/variables.hpp"

namespace comity::panel {

// At least one column. Throws UsageError or NotFound.
std::vector<ColumnRequest> resolve_word(store::Connection& connection, const Frame& frame, const std::string& word);

// The coverage that a column stands under: an indicator or a kind of fact ("events:visit").
std::string coverage_key(const Variable& variable);
void describe_observation(store::Connection& connection, const ColumnRequest& request, ColumnReport& report);

std::string unit_name(Unit unit);
std::string step_name(Step step);
Unit unit_of(const std::string& name);  // throws UsageError
Step step_of(const std::string& name);

}  // namespace comity::panel
