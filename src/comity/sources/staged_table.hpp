// The rows that the views of a load.sql give for one table of facts, with their class (used, rejected, unwanted), and from there into the fragment.
// What no view gives, and what is the same in every row, is no column of a table here but a constant of a view: most sources say nothing of most columns,
// and texts that repeat in every row cost most of a load.
#pragma once

#include <string>
#include <vector>

#include "comity/sources/source.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::sources {

struct StagedTable {
  std::string table;
  std::vector<std::string> given;  // its columns that some view gives
};

// Makes staged_<table>, a view over the table given_<table>, both temporary: all rows of the views with their class. Rows of one key: the first stays; a later one with the
// same content is unwanted, another content is a reject. Throws DataError where a view lacks a column or gives one that the table has not.
StagedTable stage(store::Connection& connection, const Source& source, const std::string& table, const std::vector<std::string>& views);

// Makes <table> in the database `fragment`: what is used, figures in the order of an edition, so that assembly merges them and does not sort. Needs the functions of record_account.hpp.
void write_facts(store::Connection& connection, const StagedTable& staged);

}  // namespace comity::sources
