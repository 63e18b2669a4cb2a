// How much an edition holds of each source, kind by kind; and what a later edition holds less of. `comity build --check`
// keeps the old edition when anything fell: a publisher's cut file or a broken rule shows here first.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "comity/store/duckdb.hpp"

namespace comity::sources {

// "cow_trade_4_0, observation, goods_imports" → facts with a value (for observations) or rows (for the other tables).
using ControlTotals = std::map<std::string, std::int64_t>;

ControlTotals control_totals(store::Connection& edition);

// A sentence for each total of `before` that is smaller in `after` or gone; largest loss first. Empty: nothing fell.
std::vector<std::string> fallen(const ControlTotals& before, const ControlTotals& after);

}  // namespace comity::sources
