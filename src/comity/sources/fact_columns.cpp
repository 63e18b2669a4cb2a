#include "comity/sources/fact_columns.hpp"

#include <fmt/format.h>

#include "comity/store/duckdb.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::sql_name;

std::string pair_of(std::string_view a, std::string_view b) {
  return fmt::format("(CASE WHEN {1} IS NULL THEN {0}::UINTEGER ELSE least({0}, {1})::UINTEGER * 65536 + greatest({0}, {1})::UINTEGER END)", a, b);
}

// How a column of the edition comes about, where it is not simply of the same name.
std::string expression(std::string_view table, std::string_view column, const Names& names) {
  if (column == "pair") return names.has_pair ? "o.pair" : pair_expression(table);
  if (column == "source") return names.source;
  if (column == "indicator") return names.indicator;
  if (column == "file") return names.file;
  if (column == "reporter_kind") {
    return "CASE WHEN o.reporter = o.from_state THEN 'from_side'::reporter_kind_t WHEN o.reporter = o.to_state THEN 'to_side'::reporter_kind_t ELSE 'third'::reporter_kind_t END";
  }
  if (table == "event" && column == "day_from") return "edtf_from(o.date_edtf)";
  if (table == "event" && column == "day_to") return "edtf_to(o.date_edtf)";
  return "o." + sql_name(column);
}

}  // namespace

std::string pair_expression(std::string_view table) {
  if (table == "observation") return pair_of("o.from_state", "o.to_state");
  if (table == "mission") return pair_of("o.sending", "o.receiving");
  if (table == "presence") return pair_of("o.home_state", "o.host_state");
  if (table == "event" || table == "agreement") return pair_of("o.state_a", "o.state_b");
  return {};
}

std::string fact_select(std::string_view table, const std::string& from, const Names& names) {
  std::string columns;
  for (const auto& column : store::table(table).columns) {
    columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", expression(table, column.name, names), sql_name(column.name));
  }
  return fmt::format("SELECT {} FROM {} o", columns, from);
}

}  // namespace comity::sources
