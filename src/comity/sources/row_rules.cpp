#include "comity/sources/row_rules.hpp"

#include <fmt/format.h>

#include "comity/store/duckdb.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {

using store::sql_name;

std::string reject_expression(std::string_view table) {
  std::string out = "CASE ";
  // 4 = undated (docs/schema.md): the only figures that may stand without a period.
  if (table == "observation") out += "WHEN period_start IS NULL AND flags & 4 = 0 THEN 'no period' ";
  for (const char* column : store::required_columns(table)) out += fmt::format("WHEN {} IS NULL THEN 'no {}' ", sql_name(column), column);
  if (table == "observation") {
    out += "WHEN value IS NULL AND absence = 'value' THEN 'no value and no reason for its absence' WHEN isnan(value) OR isinf(value) THEN 'the value is no number' ";
    out += "WHEN from_state = to_state THEN 'a state with itself' ";
  }
  if (table == "series") out += "WHEN isnan(value) OR isinf(value) THEN 'the value is no number' WHEN from_code = to_code THEN 'a state with itself' WHEN day_to < day_from THEN 'ends before it begins' ";
  if (table == "event" ) out += "WHEN date_edtf IS NOT NULL AND edtf_checked(date_edtf) IS NULL THEN 'not a date: ' || date_edtf ";
  if (table == "agreement") out += "WHEN signed_on IS NOT NULL AND edtf_checked(signed_on) IS NULL THEN 'not a date: ' || signed_on ";
  if (table == "mission") out += "WHEN sending = receiving THEN 'a state with itself' ";
  if (table == "presence") out += "WHEN home_state = host_state THEN 'a state with itself' ";
  return out + "END";
}

}  // namespace comity::sources
