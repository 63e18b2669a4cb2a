#include <fmt/format.h>

#include <algorithm>

#include "comity/pages/detail/slices.hpp"
#include "comity/pages/gather.hpp"

namespace comity::pages {
namespace {

using Countries = std::unordered_map<std::uint16_t, CountryData>;

constexpr int rows_of_a_list = 10, events_of_a_country = 25;

// Every usable total seen from the states that `only` names, from each side; the best slice of each list; its first rows.
std::string partners_sql(const facts::Context& context, std::optional<StateId> only, const Limits& limits) {
  const auto side = [&](std::string_view of, std::string_view partner, std::string_view outgoing, std::string_view own) {
    const std::string condition = only ? fmt::format(" WHERE {} = {}", of, only->value) : std::string();
    return fmt::format("SELECT {0} AS of_state, {1} AS partner, i.undirected OR {2} AS outgoing, books = '{3}' AS own, v.* FROM v JOIN indicator i ON i.id = v.indicator{4}", of, partner, outgoing, own, condition);
  };
  return fmt::format(
      "WITH v AS MATERIALIZED (SELECT {}, from_state, to_state, coalesce(reporter, 0)::USMALLINT AS reporter, value, key FROM {} WHERE {}),\n"
      "p AS ({} UNION ALL {}),\n"
      "g AS (SELECT of_state, outgoing, indicator, source, variant, books, period_start, period_months, at_end, unit, currency, estimated, own, count(*) AS n, CASE WHEN min(value) >= 0 THEN sum(value) ELSE 0 END AS total FROM p GROUP BY ALL),\n"
      "m AS (SELECT *, max(n) OVER (PARTITION BY of_state, outgoing, indicator) AS most FROM g),\n"
      "b AS (SELECT * FROM m QUALIFY row_number() OVER (PARTITION BY of_state, outgoing, indicator ORDER BY n * 2 >= most DESC, estimated, own DESC, period_start DESC, n DESC, source, variant, books, period_months, at_end, unit, currency) = 1)\n"
      "SELECT p.indicator, p.source, p.variant, p.books, p.period_start, p.period_months, p.at_end, p.unit, p.currency, p.estimated,\n"
      "  p.of_state, p.outgoing, b.n::UINTEGER, b.total, p.from_state, p.to_state, p.reporter, p.value, p.key\n"
      "FROM p JOIN b USING (of_state, outgoing, indicator, source, variant, books, period_start, period_months, at_end, unit, currency, estimated, own)\n"
      "QUALIFY row_number() OVER (PARTITION BY p.of_state, p.outgoing, p.indicator ORDER BY p.value DESC, p.partner) <= {}\n"
      "ORDER BY p.of_state, p.indicator, p.outgoing DESC, p.value DESC, p.partner",
      slice_columns, limits.totals, usable_totals(context, limits) + (only ? fmt::format(" AND (from_state = {0} OR to_state = {0})", only->value) : ""), side("from_state", "to_state", "true", "from_side"), side("to_state", "from_state", "false", "to_side"), rows_of_a_list);
}

void read_partners(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits, Countries& out) {
  auto result = connection.query(partners_sql(context, only, limits));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      CountryData& country = out[chunk.get<std::uint16_t>(10, i)];
      const IndicatorId indicator{chunk.get<std::uint16_t>(0, i)};
      const bool outgoing = chunk.get<bool>(11, i);
      if (country.partners.empty() || country.partners.back().slice.indicator != indicator || country.partners.back().outgoing != outgoing) {
        PartnerList list{.slice = read_slice(chunk, i, 0), .outgoing = outgoing, .partners = chunk.get<std::uint32_t>(12, i), .total = chunk.get<double>(13, i)};
        country.partners.push_back(std::move(list));
      }
      country.partners.back().rows.push_back({StateId{chunk.get<std::uint16_t>(14, i)}, StateId{chunk.get<std::uint16_t>(15, i)}, StateId{chunk.get<std::uint16_t>(16, i)}, chunk.get<double>(17, i), SourceId{chunk.get<std::uint16_t>(1, i)},
                                              chunk.get<std::uint64_t>(18, i)});
    }
  }
}

// One row a partner and kind of post, from the list that is newest; posts known to be closed are left out.
void read_missions(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits, Countries& out) {
  for (const bool sent : {true, false}) {
    const std::string_view of = sent ? "sending" : "receiving", partner = sent ? "receiving" : "sending";
    auto result = connection.query(fmt::format(
        "SELECT {0}, {1}, kind, string_agg(DISTINCT city, ', ' ORDER BY city) FILTER (city IS NOT NULL), max(coalesce(as_listed_on, '')), arg_max(source, coalesce(as_listed_on, '') || printf('|%05d', source))::USMALLINT FROM mission "
        "WHERE resident AND closed IS NULL AND {0} <> {1}{2}{3} GROUP BY ALL ORDER BY {0}, {1}, kind",
        of, partner, only ? fmt::format(" AND {} = {}", of, only->value) : "", shown_facts(context, limits)));
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        out[chunk.get<std::uint16_t>(0, i)].missions.push_back({StateId{chunk.get<std::uint16_t>(1, i)}, sent, std::string(chunk.text(2, i)), std::string(chunk.text(3, i)), std::string(chunk.text(4, i)), SourceId{chunk.get<std::uint16_t>(5, i)}});
      }
    }
  }
}

void read_memberships(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits, Countries& out) {
  std::unordered_map<std::string, const facts::Organization*> organizations;
  for (const auto& one : context.organizations) {
    // What a list of scholars that ended years ago has is no membership of today.
    if (!one.kind.ends_with("treaty") && !one.kind.starts_with("listed")) organizations.emplace(one.key, &one);
  }
  auto result = connection.query(fmt::format("SELECT state, organization, kind, coalesce(date_from, ''), coalesce(date_to, ''), source FROM membership WHERE true{}{} ORDER BY rowid", only ? fmt::format(" AND state = {}", only->value) : "",
                                             shown_facts(context, limits)));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto found = organizations.find(std::string(chunk.text(1, i)));
      if (found == organizations.end()) continue;
      out[chunk.get<std::uint16_t>(0, i)].memberships.push_back(
          {found->first, found->second->name, std::string(chunk.text(2, i)), std::string(chunk.text(3, i)), std::string(chunk.text(4, i)), found->second->importance, SourceId{chunk.get<std::uint16_t>(5, i)}});
    }
  }
  for (auto& [id, country] : out) {
    std::ranges::stable_sort(country.memberships, [](const MembershipLine& a, const MembershipLine& b) { return std::pair(a.importance, a.name) < std::pair(b.importance, b.name); });
  }
}

void read_events(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits, Countries& out) {
  const auto side = [&](std::string_view of, std::string_view other) {
    return fmt::format("SELECT {} AS of_state, {} AS other, kind, coalesce(date_edtf, '') AS date, coalesce(title, '') AS title, coalesce(person, '') AS person, source, day_from, key FROM event "
                       "WHERE pair >= 65536 AND day_from IS NOT NULL AND status IS DISTINCT FROM 'planned'{}{}", of, other, only ? fmt::format(" AND {} = {}", of, only->value) : "", shown_facts(context, limits));
  };
  auto result = connection.query(fmt::format("SELECT of_state, coalesce(other, 0)::USMALLINT, kind, date, title, person, source FROM ({} UNION ALL {}) WHERE of_state IS NOT NULL "
                                             "QUALIFY row_number() OVER (PARTITION BY of_state ORDER BY day_from DESC, key, other, date, title, person, source) <= {} ORDER BY of_state, day_from DESC, key, other, date, title, person, source", side("state_a", "state_b"), side("state_b", "state_a"), events_of_a_country));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      out[chunk.get<std::uint16_t>(0, i)].events.push_back(
          {StateId{chunk.get<std::uint16_t>(1, i)}, std::string(chunk.text(2, i)), std::string(chunk.text(3, i)), std::string(chunk.text(4, i)), std::string(chunk.text(5, i)), SourceId{chunk.get<std::uint16_t>(6, i)}});
    }
  }
}

void read_pairs(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits, Countries& out) {
  std::string pairs;
  for (const char* table : {"observation", "event", "mission", "agreement", "presence"}) {
    pairs += fmt::format("{}SELECT DISTINCT pair FROM {} WHERE pair >= 65536{}{}", pairs.empty() ? "" : " UNION ", table,
                         only ? fmt::format(" AND (pair >> 16 = {0} OR pair & 65535 = {0})", only->value) : "", shown_facts(context, limits));
  }
  auto result = connection.query(pairs + " ORDER BY pair");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const Pair pair(chunk.get<std::uint32_t>(0, i));
      if (!only || pair.low == *only) out[pair.low.value].pairs.push_back(pair.high);
      if (pair.low != pair.high && (!only || pair.high == *only)) out[pair.high.value].pairs.push_back(pair.low);
    }
  }
}

}  // namespace

std::unordered_map<std::uint16_t, CountryData> gather_countries(store::Connection& connection, const facts::Context& context, std::optional<StateId> only, const Limits& limits) {
  Countries out;
  read_partners(connection, context, only, limits, out);
  read_missions(connection, context, only, limits, out);
  read_memberships(connection, context, only, limits, out);
  read_events(connection, context, only, limits, out);
  read_pairs(connection, context, only, limits, out);
  if (only) out[only->value];
  const auto order = rankable_indicators(context);
  for (auto& [id, country] : out) {
    country.state = StateId{id};
    std::ranges::stable_sort(country.partners, {}, [&](const PartnerList& list) { return std::ranges::find(order, list.slice.indicator) - order.begin(); });
  }
  return out;
}

}  // namespace comity::pages
