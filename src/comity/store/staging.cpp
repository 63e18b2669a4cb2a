// What a load.sql gives per fact table: the columns of its staging views, their defaults, and the natural keys.
#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/schema.hpp"

namespace comity::store {
namespace {

constexpr StagedColumn observation[] = {
    {"indicator", "VARCHAR", "NULL"},   {"from_state", "USMALLINT", "NULL"}, {"to_state", "USMALLINT", "NULL"},
    {"reporter", "USMALLINT", "NULL"},  {"period_start", "DATE", "NULL"},    {"period_months", "UTINYINT", "12"},
    {"at_end", "BOOLEAN", "false"},     {"product", "VARCHAR", "'total'"},   {"product_scheme", "VARCHAR", "NULL"},
    {"variant", "VARCHAR", "NULL"},     {"value", "DOUBLE", "NULL"},         {"absence", "absence_t", "'value'"},
    {"unit", "VARCHAR", "NULL"},        {"currency", "VARCHAR", "NULL"},     {"valuation", "valuation_t", "'none'"},
    {"price_base", "SMALLINT", "NULL"}, {"origin", "origin_t", "'reported'"}, {"flags", "UINTEGER", "0"},
    {"note", "VARCHAR", "NULL"},        {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn event[] = {
    {"kind", "VARCHAR", "NULL"},     {"state_a", "USMALLINT", "NULL"},     {"state_b", "USMALLINT", "NULL"},
    {"date_edtf", "VARCHAR", "NULL"}, {"actor_state", "USMALLINT", "NULL"}, {"third_state", "USMALLINT", "NULL"},
    {"person", "VARCHAR", "NULL"},   {"office", "VARCHAR", "NULL"},        {"host", "VARCHAR", "NULL"},
    {"place", "VARCHAR", "NULL"},    {"occasion", "VARCHAR", "NULL"},      {"title", "VARCHAR", "NULL"},
    {"detail", "VARCHAR", "NULL"},   {"status", "VARCHAR", "'asserted'"},  {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn mission[] = {
    {"sending", "USMALLINT", "NULL"}, {"receiving", "USMALLINT", "NULL"}, {"kind", "VARCHAR", "NULL"},
    {"resident", "BOOLEAN", "true"},  {"covered_from_state", "USMALLINT", "NULL"}, {"city", "VARCHAR", "NULL"},
    {"lat", "DOUBLE", "NULL"},        {"lon", "DOUBLE", "NULL"},          {"opened", "VARCHAR", "NULL"},
    {"closed", "VARCHAR", "NULL"},    {"as_listed_on", "VARCHAR", "NULL"}, {"name", "VARCHAR", "NULL"},
    {"note", "VARCHAR", "NULL"},      {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn membership[] = {
    {"state", "USMALLINT", "NULL"},   {"organization", "VARCHAR", "NULL"}, {"kind", "VARCHAR", "'member'"},
    {"date_from", "VARCHAR", "NULL"}, {"date_to", "VARCHAR", "NULL"},      {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn agreement[] = {
    {"state_a", "USMALLINT", "NULL"},  {"state_b", "USMALLINT", "NULL"},  {"title", "VARCHAR", "NULL"},
    {"subject", "VARCHAR", "NULL"},    {"kind", "VARCHAR", "NULL"},       {"signed_on", "VARCHAR", "NULL"},
    {"in_force", "VARCHAR", "NULL"},   {"terminated", "VARCHAR", "NULL"}, {"status", "VARCHAR", "'unknown'"},
    {"capacity_a", "VARCHAR", "'own'"}, {"capacity_b", "VARCHAR", "'own'"}, {"a_in_force", "VARCHAR", "NULL"},
    {"b_in_force", "VARCHAR", "NULL"}, {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn presence[] = {
    {"home_state", "USMALLINT", "NULL"}, {"host_state", "USMALLINT", "NULL"}, {"kind", "VARCHAR", "NULL"},
    {"name", "VARCHAR", "NULL"},         {"sector", "VARCHAR", "NULL"},       {"place", "VARCHAR", "NULL"},
    {"count", "DOUBLE", "NULL"},         {"basis", "VARCHAR", "NULL"},        {"as_of", "VARCHAR", "NULL"},
    {"flags", "UINTEGER", "0"},          {"note", "VARCHAR", "NULL"},         {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn series[] = {
    {"indicator", "VARCHAR", "NULL"}, {"scheme", "VARCHAR", "'cow'"}, {"from_code", "USMALLINT", "NULL"},
    {"to_code", "USMALLINT", "0"},    {"item", "UINTEGER", "0"},      {"day_from", "DATE", "NULL"},
    {"day_to", "DATE", "NULL"},       {"value", "DOUBLE", "NULL"},    {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn fx_rate[] = {
    {"base", "VARCHAR", "NULL"},    {"currency", "VARCHAR", "NULL"}, {"kind", "VARCHAR", "'annual_mean'"},
    {"year", "SMALLINT", "NULL"},   {"rate", "DOUBLE", "NULL"},      {"days", "USMALLINT", "0"},
    {"reference", "VARCHAR", "NULL"},
};
constexpr StagedColumn state_name[] = {
    {"state", "USMALLINT", "NULL"}, {"language", "VARCHAR", "NULL"}, {"kind", "VARCHAR", "'short'"},
    {"name", "VARCHAR", "NULL"},    {"day_from", "DATE", "NULL"},    {"day_to", "DATE", "NULL"},
};

constexpr const char* needs_observation[] = {"indicator", "from_state"};
constexpr const char* needs_event[] = {"kind", "state_a"};
constexpr const char* needs_mission[] = {"sending", "receiving", "kind"};
constexpr const char* needs_membership[] = {"state", "organization", "kind"};
constexpr const char* needs_agreement[] = {"state_a", "state_b", "kind"};
constexpr const char* needs_presence[] = {"home_state", "host_state", "kind"};
constexpr const char* needs_series[] = {"indicator", "scheme", "from_code", "day_from", "day_to", "value"};
constexpr const char* needs_fx_rate[] = {"base", "currency", "year", "rate"};
constexpr const char* needs_state_name[] = {"state", "name"};

struct Staging {
  std::string_view table;
  std::span<const StagedColumn> columns;
  std::span<const char* const> needs;
  std::string_view natural_key;
};
constexpr Staging stagings[] = {
    {"observation", observation, needs_observation,
     "indicator, from_state, coalesce(to_state, 0), coalesce(reporter, 0), period_start, period_months, at_end, product, "
     "coalesce(variant, ''), coalesce(currency, ''), coalesce(price_base, 0), coalesce(reference, '')"},
    {"event", event, needs_event,
     "kind, state_a, coalesce(state_b, 0), coalesce(date_edtf, ''), coalesce(person, ''), coalesce(place, ''), coalesce(title, ''), "
     "coalesce(reference, '')"},
    {"mission", mission, needs_mission,
     "sending, receiving, kind, coalesce(city, ''), coalesce(as_listed_on, ''), coalesce(name, ''), coalesce(reference, '')"},
    {"membership", membership, needs_membership, "state, organization, kind, coalesce(date_from, '')"},
    {"agreement", agreement, needs_agreement, "state_a, state_b, kind, coalesce(title, ''), coalesce(signed_on, '')"},
    {"presence", presence, needs_presence,
     "home_state, host_state, kind, coalesce(name, ''), coalesce(place, ''), coalesce(basis, ''), coalesce(as_of, ''), coalesce(count, 0)::VARCHAR, coalesce(reference, '')"},
    {"series", series, needs_series, "indicator, scheme, from_code, to_code, item, day_from"},
    {"fx_rate", fx_rate, needs_fx_rate, "base, currency, kind, year"},
    {"state_name", state_name, needs_state_name, "state, language, kind, name"},
};

const Staging& staging(std::string_view table) {
  for (const auto& one : stagings) {
    if (one.table == table) return one;
  }
  throw StoreError(fmt::format("'{}' is no fact table that a load.sql can fill", table));
}

}  // namespace

std::span<const StagedColumn> staged_columns(std::string_view table) { return staging(table).columns; }
std::string_view natural_key(std::string_view table) { return staging(table).natural_key; }
std::span<const char* const> required_columns(std::string_view table) { return staging(table).needs; }

}  // namespace comity::store
