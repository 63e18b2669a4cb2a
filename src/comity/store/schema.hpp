// The tables of an edition as data: name, meaning, columns with type, meaning and unit. The statements that make an
// edition, the comments in it, what a source's load.sql must give, and docs/schema.md all come from here.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace comity::store {

struct ColumnDefinition {
  const char* name;
  const char* type;     // DuckDB's
  const char* meaning;  // what one value stands for, its unit, what missing looks like
};

struct TableDefinition {
  const char* name;
  const char* meaning;  // what a row is
  std::span<const ColumnDefinition> columns;
  const char* order;    // how the rows are sorted in the file; empty = as made
  bool is_fact;         // filled from the staging views of load.sql
};

// Counts up with every change of these tables. An edition of another number is not read.
inline constexpr std::string_view schema_version = "5";

std::span<const TableDefinition> tables();
const TableDefinition& table(std::string_view name);  // throws StoreError

// CREATE TABLE with COMMENT ON for the table and its columns, in `catalog` (empty = the main one).
std::string create_statements(const TableDefinition& table, std::string_view catalog = {});

// A source's staging view for a fact table gives these columns, each under its name or not at all; what is missing
// takes the default. Besides them: _file, _record, _col, _reject, _unwanted.
struct StagedColumn {
  const char* name;
  const char* type;      // cast to this
  const char* fallback;  // SQL used where the view has no such column
};
std::span<const StagedColumn> staged_columns(std::string_view fact_table);
// SQL of the values that a fact's key is made of (fact_key_of), one after another: its natural key without the source.
std::string_view natural_key(std::string_view fact_table);
// Columns that must not be null in a used row.
std::span<const char* const> required_columns(std::string_view fact_table);

// The page docs/schema.md.
std::string schema_page();

}  // namespace comity::store
