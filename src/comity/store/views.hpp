// Views that every edition carries for people who ask it in SQL, in the duckdb shell, R or Python: names in place of numbers,
// one row a fact, comments on every column. Plain SQL: no function of Comity stands in them.
#pragma once

#include <span>
#include <string>

#include "comity/store/schema.hpp"

namespace comity::store {

struct ViewDefinition {
  const char* name;
  const char* meaning;                        // what a row is
  std::span<const ColumnDefinition> columns;  // in the order of the select list; the type is for the documentation
  const char* select;
};

std::span<const ViewDefinition> views();
// CREATE VIEW with COMMENT ON for the view and its columns.
std::string create_statements(const ViewDefinition& view);
// Their part of docs/schema.md.
std::string views_page();

}  // namespace comity::store
