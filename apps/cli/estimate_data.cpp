#include "apps/cli/estimate_data.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "apps/cli/arguments.hpp"
#include "comity/analysis/fixed_effects.hpp"
#include "comity/base/error.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli {
namespace {

using store::sql_name;
using store::sql_text;

// "log(dist)" → the column dist, and that its logarithm is meant.
std::pair<std::string, bool> column_of(const std::string& term) {
  for (const char* start : {"log(", "ln("}) {
    const std::string_view begin = start;
    if (term.starts_with(begin) && term.ends_with(')')) return {term.substr(begin.size(), term.size() - begin.size() - 1), true};
  }
  return {term, false};
}

// `as_text`: columns whose cells are taken as they are written ("0101" is not 101, and a long number not its first digits).
std::string table_of(const std::filesystem::path& file, bool all_text, const std::vector<std::string>& as_text = {}) {
  std::string name = file.filename().string();
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  const std::string quoted = sql_text(file.string());
  if (name.ends_with(".parquet")) return fmt::format("read_parquet({})", quoted);
  std::string types;
  for (const auto& column : as_text) types += fmt::format("{}{}: 'VARCHAR'", types.empty() ? "" : ", ", sql_text(column));
  return fmt::format("read_csv({}, nullstr = ['', 'NA', '.'], header = true{}{})", quoted, all_text ? ", all_varchar = true" : "", types.empty() ? "" : ", types = {" + types + "}");
}

bool is_number(duckdb_type type) {
  return type == DUCKDB_TYPE_TINYINT || type == DUCKDB_TYPE_SMALLINT || type == DUCKDB_TYPE_INTEGER || type == DUCKDB_TYPE_BIGINT || type == DUCKDB_TYPE_HUGEINT ||
         type == DUCKDB_TYPE_UTINYINT || type == DUCKDB_TYPE_USMALLINT || type == DUCKDB_TYPE_UINTEGER || type == DUCKDB_TYPE_UBIGINT || type == DUCKDB_TYPE_DECIMAL ||
         type == DUCKDB_TYPE_FLOAT || type == DUCKDB_TYPE_DOUBLE || type == DUCKDB_TYPE_BOOLEAN;
}

std::string first_line(std::string text) {
  text.resize(std::min(text.find('\n'), text.size()));
  return text;
}

// Numbers keys in the order in which they come; neighbouring rows mostly share theirs.
class KeyReader {
 public:
  explicit KeyReader(KeyColumn& into) : into_(into) {}

  void add(std::string_view key) {
    if (!last_.empty() && key == last_) {
      into_.code.push_back(last_code_);
      return;
    }
    const auto from = key.find_first_not_of(" \t\r\n"), to = key.find_last_not_of(" \t\r\n");
    const std::string_view bare = from == std::string_view::npos ? std::string_view{} : key.substr(from, to - from + 1);
    if (bare.size() != key.size() && into_.blanks++ == 0) into_.first_blank = into_.code.size() + 1;
    if (bare.empty()) {
      add_missing();
      return;
    }
    const auto it = known_.find(bare);
    std::uint32_t code = 0;
    if (it != known_.end()) {
      code = it->second;
    } else {
      code = std::uint32_t(known_.size());
      known_.emplace(std::string(bare), code);
      into_.text.emplace_back(bare);
    }
    if (bare.size() == key.size()) last_ = key, last_code_ = code;
    into_.code.push_back(code);
  }
  void add_missing() { into_.code.push_back(analysis::no_level); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  KeyColumn& into_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> known_;
  std::string last_;
  std::uint32_t last_code_ = 0;
};

[[noreturn]] void fail_no_column(const std::string& column, const std::string& file, const std::vector<std::string>& known) {
  const std::string near = nearest_word(column, known);
  std::string all;
  for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
  throw UsageError(fmt::format("{} has no column '{}'", file, column), near.empty() ? "Its columns: " + all : fmt::format("Did you mean {}? Its columns: {}", near, all));
}

// The first cell of a column that is no number, found in a second reading as text.
[[noreturn]] void fail_text_in_number(store::Connection& connection, const std::filesystem::path& file, const std::string& name, const std::vector<std::string>& columns, const std::string& otherwise) {
  for (const auto& column : columns) {
    const std::string found = connection.text(
        fmt::format("SELECT row || chr(10) || cell FROM (SELECT row_number() OVER () AS row, CAST({0} AS VARCHAR) AS cell FROM {1}) "
                    "WHERE cell IS NOT NULL AND TRY_CAST(cell AS DOUBLE) IS NULL ORDER BY row LIMIT 1",
                    sql_name(column), table_of(file, true)));
    if (found.empty()) continue;
    const auto end = found.find('\n');
    throw DataError(fmt::format("{}: row {}, column {}: '{}' is no number", name, found.substr(0, end), column, found.substr(end + 1)),
                    "Leave the cell empty (or NA) where the value is missing.");
  }
  throw DataError(otherwise, "The file must be CSV with a header, CSV in .gz, or Parquet.");
}

struct Wanted {
  std::vector<std::string> terms;    // numbers
  std::vector<std::string> columns;  // of the terms
  std::vector<bool> log;
  std::vector<std::string> keys;
};

Wanted wanted(const std::vector<ModelSpec>& models, const std::vector<std::string>& extra_numbers, const std::vector<std::string>& extra_keys) {
  std::set<std::string> terms(extra_numbers.begin(), extra_numbers.end()), keys(extra_keys.begin(), extra_keys.end());
  for (const ModelSpec& model : models) {
    terms.insert(model.y);
    terms.insert(model.x.begin(), model.x.end());
    for (const auto& effect : model.effects) {
      keys.insert(effect.keys.begin(), effect.keys.end());
      if (!effect.slope.empty()) terms.insert(effect.slope);
    }
    for (const auto& cluster : model.clusters) keys.insert(cluster.begin(), cluster.end());
  }
  Wanted out;
  for (const auto& term : terms) {
    const auto [column, log] = column_of(term);
    out.terms.push_back(term), out.columns.push_back(column), out.log.push_back(log);
  }
  out.keys.assign(keys.begin(), keys.end());
  return out;
}

}  // namespace

EstimationData::EstimationData(const std::filesystem::path& file, const std::string& name, const std::vector<ModelSpec>& models, const std::vector<std::string>& extra_numbers,
                               const std::vector<std::string>& extra_keys, const std::string& where, int threads) {
  if (!std::filesystem::exists(file)) throw NotFound(fmt::format("{} is not there", name), "--data names a CSV file (also .gz) or a Parquet file.");
  const Wanted want = wanted(models, extra_numbers, extra_keys);
  store::Database database({}, {.may_read_files = true, .threads = threads});
  auto connection = database.connect();
  std::vector<std::string> known;
  std::map<std::string, duckdb_type> types;
  try {
    const auto shape = connection.query(fmt::format("SELECT * FROM {} LIMIT 0", table_of(file, false)));
    for (std::size_t i = 0; i < shape.columns(); ++i) known.push_back(shape.name(i)), types[shape.name(i)] = shape.type(i);
  } catch (const StoreError& error) {
    throw DataError(fmt::format("{} cannot be read: {}", name, first_line(error.what())), "The file must be CSV with a header, CSV in .gz, or Parquet.");
  }
  std::string select;
  std::vector<std::string> texts;
  for (const auto* names : {&want.columns, &want.keys}) {
    for (const auto& column : *names) {
      if (!types.contains(column)) fail_no_column(column, name, known);
      const bool number = names == &want.columns;
      if (number && !is_number(types[column])) texts.push_back(column);
      select += fmt::format("{}CAST({} AS {})", select.empty() ? "" : ", ", sql_name(column), number ? "DOUBLE" : "VARCHAR");
    }
  }
  if (!texts.empty()) {
    // A column that is empty throughout has no type of its own; anything else holds text.
    fail_text_in_number(connection, file, name, texts, fmt::format("{}: column {} holds no numbers", name, texts[0]));
  }
  // Keys are text, but for one that --where speaks of: its condition was written for the type that the column looks like.
  std::vector<std::string> as_text;
  for (const auto& key : want.keys) {
    if (std::ranges::find(want.columns, key) != want.columns.end()) continue;
    if (where.find(key) == std::string::npos) as_text.push_back(key);
  }
  std::vector<std::vector<double>*> numbers;
  for (const auto& term : want.terms) numbers.push_back(&numbers_[term]);
  std::vector<KeyReader> readers;
  for (const auto& key : want.keys) readers.emplace_back(keys_[key]);
  try {
    auto result = connection.stream(fmt::format("SELECT {} FROM {}{}", select, table_of(file, false, as_text), where.empty() ? "" : fmt::format(" WHERE ({}\n)", where)));
    while (const auto chunk = result.next()) {
      for (std::size_t c = 0; c < numbers.size(); ++c) {
        for (std::size_t i = 0; i < chunk.rows(); ++i) numbers[c]->push_back(chunk.is_null(c, i) ? std::nan("") : chunk.get<double>(c, i));
      }
      for (std::size_t k = 0; k < readers.size(); ++k) {
        const std::size_t c = numbers.size() + k;
        for (std::size_t i = 0; i < chunk.rows(); ++i) {
          if (chunk.is_null(c, i)) {
            readers[k].add_missing();
          } else {
            readers[k].add(chunk.text(c, i));
          }
        }
      }
      rows_ += chunk.rows();
    }
  } catch (const StoreError& error) {
    if (!where.empty()) throw UsageError(fmt::format("--where: {}", first_line(error.what())), "It takes an SQL condition over the file's columns, such as: year >= 1990");
    fail_text_in_number(connection, file, name, want.columns, fmt::format("{} cannot be read: {}", name, first_line(error.what())));
  }
  for (std::size_t t = 0; t < want.terms.size(); ++t) {
    if (!want.log[t]) continue;
    for (double& value : *numbers[t]) value = std::log(value);
  }
}

analysis::Grouping EstimationData::group(const std::vector<std::string>& crossing) const {
  analysis::Grouping out;
  for (std::size_t i = 0; i < crossing.size(); ++i) {
    const KeyColumn& column = keys(crossing[i]);
    analysis::Grouping one{crossing[i], column.code, std::uint32_t(column.text.size())};
    out = i == 0 ? std::move(one) : analysis::cross_groupings(out, one);
  }
  return out;
}

std::string EstimationData::level_text(const std::vector<std::string>& crossing, std::size_t row) const {
  std::string out;
  for (const auto& key : crossing) {
    const KeyColumn& column = keys(key);
    out += (out.empty() ? "" : "^") + column.text[column.code[row]];
  }
  return out;
}

}  // namespace comity::cli
