// Fact tables of an edition as answers: which columns a row has, how it is asked for, a page of rows as JSON, CSV or Parquet.
// One place for paging, formats and marks, so that every list of the API behaves alike.
#pragma once

#include <string>
#include <vector>

#include "comity/server/json.hpp"
#include "comity/server/router.hpp"

namespace comity::server {

// A column of an answer. `sql` is over the table's row `t` and the tables joined to it.
struct Field {
  const char* name;
  const char* sql;
  enum Form { text, number, integer, boolean } form = text;  // number: a double, at most 15 significant digits
};

struct FactTable {
  const char* name;                // of the store
  std::vector<Field> fields;
  std::string joins;               // LEFT JOINs behind the table `t`
  std::string order = "t.n";       // n: the place in the table, which is sorted
  std::string place = "rowid";     // what n is; NULL where `name` is a sub-select
};

const FactTable& observation_table();
const FactTable& event_table();
const FactTable& mission_table();
const FactTable& membership_table();
const FactTable& agreement_table();
const FactTable& presence_table();

// Rows of the table for which `where` (SQL over its own columns) holds, in its order.
struct RowQuery {
  const FactTable* table = nullptr;
  std::string where = "true";
  std::size_t limit = 0, offset = 0;
};
// `typed`: numbers and days as themselves, for Parquet; else everything but doubles as text.
std::string sql_of(const RowQuery& query, bool typed = false);

// Every row as an object of an array that is open. How many were written; at most query.limit (sql_of asks for one more).
struct Written {
  std::size_t rows = 0;
  bool more = false;
};
Written write_rows(Json& json, store::Connection& connection, const std::vector<Field>& fields, const std::string& sql, std::size_t most);
Written write_csv(std::string& out, store::Connection& connection, const std::vector<Field>& fields, const std::string& sql, std::size_t most);

// The parameters limit, offset and format that every list takes, behind those given.
std::vector<Parameter> with_paging(std::vector<Parameter> parameters);
extern const std::vector<std::string> list_media_types;
// The same list from another row on, as a path of this server.
std::string next_path(const Call& call, std::size_t offset);
// The answer of a list: a page of rows in the form asked for, with a link to the next.
Response page_of_rows(Call& call, const FactTable& table, const std::string& where);

// Conditions over the two columns that hold a row's states, from the parameters a and b: both: the pair, in either direction; one: every
// row that it has a part in. Empty: neither is given.
std::string states_condition(const Call& call, const char* one, const char* other);
std::string text_condition(const Call& call, const char* parameter, const char* column);  // "" where it is not given; a list takes any of it
// Facts of sources that only serve to check, to estimate or to show a format stay out, unless the source is asked for by name.
std::string source_condition(const Call& call);
// Joined by AND, the empty ones left out.
std::string all_of(const std::vector<std::string>& conditions);

}  // namespace comity::server
