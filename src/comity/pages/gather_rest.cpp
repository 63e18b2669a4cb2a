#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comity/pages/detail/slices.hpp"
#include "comity/pages/gather.hpp"

namespace comity::pages {
namespace {

constexpr std::size_t most_reasons = 40;
constexpr std::uint32_t pairs_to_stand_out = 300;  // the largest of a few is nothing that strikes

void read_reasons(store::Connection& connection, std::string_view table, std::string_view records, std::map<std::uint16_t, SourceData>& sources, std::vector<std::pair<std::string, std::uint64_t>> SourceData::* list) {
  auto result = connection.query(fmt::format("SELECT source, reason, {}::UBIGINT AS n FROM {} GROUP BY ALL ORDER BY source, n DESC, reason", records, table));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      auto& reasons = sources[chunk.get<std::uint16_t>(0, i)].*list;
      if (reasons.size() < most_reasons) reasons.emplace_back(std::string(chunk.text(1, i)), chunk.get<std::uint64_t>(2, i));
    }
  }
}

}  // namespace

std::vector<SourceData> gather_sources(store::Connection& connection, const facts::Context& context) {
  std::map<std::uint16_t, SourceData> sources;
  for (std::size_t id = 1; id < context.sources.size(); ++id) {
    if (!context.sources[id].id.empty()) sources[static_cast<std::uint16_t>(id)];
  }
  auto result = connection.query("SELECT source, sum(records_read)::UBIGINT, sum(used)::UBIGINT, sum(rejected)::UBIGINT, sum(unwanted)::UBIGINT, sum(facts)::UBIGINT, sum(absences)::UBIGINT FROM ledger GROUP BY 1");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      auto& one = sources[chunk.get<std::uint16_t>(0, i)];
      const auto count = [&](std::size_t column) { return chunk.get<std::uint64_t>(column, i); };
      one.records_read = count(1), one.used = count(2), one.rejected = count(3), one.unwanted = count(4), one.facts = count(5), one.absences = count(6);
    }
  }
  read_reasons(connection, "reject", "count(*)", sources, &SourceData::rejects);
  read_reasons(connection, "unwanted", "sum(records)", sources, &SourceData::unwanted_why);
  std::vector<SourceData> out;
  for (auto& [id, one] : sources) {
    one.source = SourceId{id};
    if (id < context.sources.size()) out.push_back(std::move(one));
  }
  std::ranges::stable_sort(out, [](const SourceData& a, const SourceData& b) { return a.facts > b.facts; });
  return out;
}

std::vector<DisagreementRow> gather_disagreements(store::Connection& connection, const Limits& limits) {
  // A disagreement is shown where both of its facts are.
  std::string condition;
  if (!limits.facts.empty()) {
    std::string shown;
    for (const char* table : {"observation", "event", "mission", "membership", "agreement", "presence"}) {
      shown += fmt::format("{}SELECT key FROM {} WHERE key IN (SELECT key_a FROM disagreement UNION SELECT key_b FROM disagreement){}", shown.empty() ? "" : " UNION ", table, limits.facts);
    }
    condition = fmt::format(" WHERE key_a IN (SELECT key FROM shown) AND key_b IN (SELECT key FROM shown)");
    condition = fmt::format("WITH shown AS MATERIALIZED ({}) SELECT pair, kind, coalesce(title, ''), coalesce(said, ''), coalesce(unit, ''), consequence::INTEGER, coalesce(size, 0) FROM disagreement{}", shown, condition);
  } else {
    condition = "SELECT pair, kind, coalesce(title, ''), coalesce(said, ''), coalesce(unit, ''), consequence::INTEGER, coalesce(size, 0) FROM disagreement";
  }
  auto result = connection.query(condition + " ORDER BY consequence, coalesce(size, 0) DESC, pair, kind, key_a, key_b");
  std::vector<DisagreementRow> out;
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto code = chunk.get<std::uint32_t>(0, i);
      const Pair pair(code);
      DisagreementRow row{.kind = std::string(chunk.text(1, i)), .title = std::string(chunk.text(2, i)), .said = std::string(chunk.text(3, i)), .unit = std::string(chunk.text(4, i)), .consequence = chunk.get<std::int32_t>(5, i), .size = chunk.get<double>(6, i)};
      if (code >= 65536) row.a = pair.low, row.b = pair.high;
      else row.a = StateId{static_cast<std::uint16_t>(code)};
      out.push_back(std::move(row));
    }
  }
  return out;
}

StartData gather_start(store::Connection& connection, const facts::Context& context, const std::vector<Slice>& slices, const Limits& limits) {
  StartData out;
  // The first of some rankings, and the last of one: rules, no choice of ours.
  struct Rule {
    std::string_view words, indicator;
    bool largest;
  };
  static constexpr Rule rules[] = {{"striking.largest_imports", "goods_imports", true}, {"striking.largest_migration", "migrant_stock_born", true},       {"striking.largest_refugees", "refugees", true},
                                   {"striking.largest_investment", "fdi_outward_stock", true}, {"striking.least_agreement", "un_vote_agreement", false}, {"striking.longest_border", "border_km", true},
                                   {"striking.most_aid", "oda_gross_disbursement", true}, {"striking.most_flights", "flights", true}};
  for (const auto& rule : rules) {
    const auto slice = std::ranges::find_if(slices, [&](const Slice& s) { return context.indicators[s.indicator.value].id == rule.indicator; });
    if (slice == slices.end() || slice->pairs < pairs_to_stand_out) continue;
    auto rows = gather_ranking(connection, context, *slice, limits);
    // A country with itself (refugees within, say) is no pair.
    std::erase_if(rows, [](const RankedRow& row) { return row.from == row.to; });
    if (!rows.empty()) out.striking.push_back({std::string(rule.words), *slice, rule.largest ? rows.front() : rows.back()});
  }
  for (const char* table : {"observation", "event", "mission", "membership", "agreement", "presence"}) out.facts += static_cast<std::size_t>(connection.number(fmt::format("SELECT count(*) FROM {} WHERE true{}", table, shown_facts(context, limits))));
  out.sources = static_cast<std::size_t>(connection.number(fmt::format("SELECT count(DISTINCT source) FROM (SELECT source, 0 AS key FROM ledger WHERE facts > 0) WHERE true{}", shown_facts(context, {}))));
  return out;
}

}  // namespace comity::pages
