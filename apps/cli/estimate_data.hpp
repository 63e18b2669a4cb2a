// Columns of a file as estimators take them: numbers, and groups of keys. CSV (also .gz), Parquet and whatever else
// DuckDB reads by its ending. A cell that is empty, NA or . is missing; any other text in a number column stops with
// row and column.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "apps/cli/estimate_spec.hpp"
#include "comity/analysis/estimation.hpp"
#include "comity/base/column.hpp"
#include "comity/formats/key_column.hpp"

namespace comity::cli {

using formats::KeyColumn;

class EstimationData {
 public:
  // Reads what the models need, once. `name`: what errors call the file. `where`: an SQL condition over the file's columns, or empty. Throws NotFound,
  // DataError, UsageError (a column that is not there; the nearest one is named).
  EstimationData(const std::filesystem::path& file, const std::string& name, const std::vector<ModelSpec>& models, const std::vector<std::string>& extra_numbers, const std::vector<std::string>& extra_keys,
                 const std::string& where, int threads);

  std::size_t rows() const { return rows_; }
  const Column& numbers(const std::string& term) const { return numbers_.at(term); }
  Column take_numbers(const std::string& term) { return std::move(numbers_.at(term)); }
  const KeyColumn& keys(const std::string& column) const { return keys_.at(column); }
  const std::map<std::string, KeyColumn>& all_keys() const { return keys_; }
  analysis::Grouping group(const std::vector<std::string>& crossing) const;
  // Of all crossings, several at once; one that stands twice is made once.
  std::vector<analysis::Grouping> groups(const std::vector<std::vector<std::string>>& crossings, int threads) const;
  // When no group will be asked for any more.
  void forget_keys() { keys_.clear(); }
  // "DEU^1999": the keys of a level, from a row that has it.
  std::string level_text(const std::vector<std::string>& crossing, std::size_t row) const;

 private:
  std::map<std::string, Column> numbers_;  // by term: "trade", "log(dist)"
  std::map<std::string, KeyColumn> keys_;
  std::size_t rows_ = 0;
};

}  // namespace comity::cli
