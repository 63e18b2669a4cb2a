#include "comity/store/statements.hpp"

#include "comity/base/error.hpp"

namespace comity::store {

bool is_one_select(Connection& connection, const std::string& sql) {
  duckdb_extracted_statements statements = nullptr;
  const idx_t count = duckdb_extract_statements(connection.handle(), sql.c_str(), &statements);
  if (count == 0) {
    const char* why = duckdb_extract_statements_error(statements);
    const std::string said = why ? why : "";
    duckdb_destroy_extracted(&statements);
    if (said.empty()) return false;  // nothing but blanks and comments
    throw StoreError(said);
  }
  bool reads = false;
  std::string said;
  if (count == 1) {
    duckdb_prepared_statement prepared = nullptr;
    if (duckdb_prepare_extracted_statement(connection.handle(), statements, 0, &prepared) == DuckDBSuccess) {
      reads = duckdb_prepared_statement_type(prepared) == DUCKDB_STATEMENT_TYPE_SELECT;
    } else {
      said = duckdb_prepare_error(prepared);
    }
    duckdb_destroy_prepare(&prepared);
  }
  duckdb_destroy_extracted(&statements);
  if (!said.empty()) throw StoreError(said);
  return reads;
}

}  // namespace comity::store
