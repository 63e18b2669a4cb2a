#include "apps/cli/sql_rows.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

bool is_real(duckdb_type type) { return type == DUCKDB_TYPE_DOUBLE || type == DUCKDB_TYPE_FLOAT; }

// "VARCHAR", "BIGINT", "DECIMAL(18,3)": nested types by their outermost word.
std::string type_name(const store::Result& result, std::size_t column) {
  switch (result.type(column)) {
    case DUCKDB_TYPE_BOOLEAN: return "BOOLEAN";
    case DUCKDB_TYPE_TINYINT: case DUCKDB_TYPE_SMALLINT: case DUCKDB_TYPE_INTEGER: case DUCKDB_TYPE_BIGINT: case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UTINYINT: case DUCKDB_TYPE_USMALLINT: case DUCKDB_TYPE_UINTEGER: case DUCKDB_TYPE_UBIGINT: case DUCKDB_TYPE_UHUGEINT: return "INTEGER";
    case DUCKDB_TYPE_DECIMAL: return "DECIMAL";
    case DUCKDB_TYPE_FLOAT: case DUCKDB_TYPE_DOUBLE: return "DOUBLE";
    case DUCKDB_TYPE_DATE: return "DATE";
    case DUCKDB_TYPE_LIST: case DUCKDB_TYPE_ARRAY: return "LIST";
    case DUCKDB_TYPE_STRUCT: case DUCKDB_TYPE_MAP: return "STRUCT";
    default: return "VARCHAR";
  }
}

Column::Kind kind_of(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN: return Column::boolean;
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_DECIMAL:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE: return Column::number;
    default: return Column::text;
  }
}

}  // namespace

std::string as_subquery(std::string sql) {
  while (!sql.empty() && (sql.back() == ';' || sql.back() == ' ' || sql.back() == '\n' || sql.back() == '\t' || sql.back() == '\r')) sql.pop_back();
  if (sql.empty()) throw UsageError("the query is empty", "For example: comity query \"SELECT key, name FROM state LIMIT 5\"");
  return "(\n" + sql + "\n)";  // a comment at the end must not swallow the bracket
}

bool write_query(store::Connection& connection, const std::string& sql, RowWriter& rows, std::size_t most) {
  const std::string from = as_subquery(sql);
  std::vector<Column> columns;
  std::vector<bool> real;
  std::string select, names;
  {
    const auto shape = connection.query("SELECT * FROM " + from + " LIMIT 0");
    for (std::size_t i = 0; i < shape.columns(); ++i) {
      columns.push_back({shape.name(i), kind_of(shape.type(i)), type_name(shape, i)});
      real.push_back(is_real(shape.type(i)));
      const char* separator = i ? ", " : "";
      select += fmt::format("{}CAST(c{} AS {})", separator, i, real.back() ? "DOUBLE" : "VARCHAR");
      names += fmt::format("{}c{}", separator, i);
    }
  }
  auto result = connection.stream(fmt::format("SELECT {} FROM {} AS q({})", select, from, names));
  rows.begin(columns);
  std::vector<Cell> cells(columns.size());
  std::size_t count = 0;
  while (const auto chunk = result.next()) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (most && ++count > most) {
        rows.cut();
        rows.end();
        return false;
      }
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (chunk.is_null(i, row)) {
          cells[i].reset();
        } else if (real[i]) {
          cells[i] = exact(chunk.get<double>(i, row));
        } else {
          cells[i] = chunk.text(i, row);
        }
      }
      rows.row(cells);
    }
  }
  rows.end();
  return true;
}

}  // namespace comity::cli
