#include "comity/sources/control_totals.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace comity::sources {

ControlTotals control_totals(store::Connection& edition) {
  // A derived figure counts for the source it is cited under as well: a derivation that fell silent is a loss like another.
  constexpr const char* sql = R"(
SELECT s.key || ', ' || what || ', ' || kind AS name, sum(n)::BIGINT AS total FROM (
  SELECT o.source, 'observation' AS what, i.key AS kind, count(*) FILTER (value IS NOT NULL) AS n FROM observation o JOIN indicator i ON i.id = o.indicator GROUP BY ALL
  UNION ALL SELECT source, 'event', kind, count(*) FROM event GROUP BY ALL
  UNION ALL SELECT source, 'mission', kind, count(*) FROM mission GROUP BY ALL
  UNION ALL SELECT source, 'membership', kind, count(*) FROM membership GROUP BY ALL
  UNION ALL SELECT source, 'agreement', kind, count(*) FROM agreement GROUP BY ALL
  UNION ALL SELECT source, 'presence', kind, count(*) FROM presence GROUP BY ALL
  UNION ALL SELECT source, 'fx_rate', currency, count(*) FROM fx_rate GROUP BY ALL) JOIN source s ON s.id = source
GROUP BY ALL ORDER BY name)";
  ControlTotals out;
  auto result = edition.query(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out[std::string(chunk.text(0, i))] = chunk.get<std::int64_t>(1, i);
  }
  return out;
}

std::vector<std::string> fallen(const ControlTotals& before, const ControlTotals& after) {
  std::vector<std::pair<std::int64_t, std::string>> losses;
  for (const auto& [name, total] : before) {
    const auto it = after.find(name);
    const std::int64_t now = it == after.end() ? 0 : it->second;
    if (now < total) losses.emplace_back(now - total, fmt::format("{}: {} before, {} now", name, total, now));
  }
  std::ranges::sort(losses);
  std::vector<std::string> out;
  for (auto& [loss, words] : losses) out.push_back(std::move(words));
  return out;
}

}  // namespace comity::sources
