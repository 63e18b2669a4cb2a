#include "apps/cli/estimate_data.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/arguments.hpp"
#include "comity/analysis/fixed_effects.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/plain_columns.hpp"
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
  std::vector<std::string> terms;           // numbers
  std::vector<std::string> column_of_term;
  std::vector<bool> log;
  std::vector<std::string> columns;         // of the terms, each once
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
    out.terms.push_back(term), out.column_of_term.push_back(column), out.log.push_back(log);
    if (std::ranges::find(out.columns, column) == out.columns.end()) out.columns.push_back(column);
  }
  out.keys.assign(keys.begin(), keys.end());
  return out;
}

// What DuckDB makes of a file, for everything that is no plain CSV.
class AnyFile {
 public:
  AnyFile(const std::filesystem::path& file, const std::string& name, int threads)
      : file_(file), name_(name), database_({}, {.may_read_files = true, .threads = threads}), connection_(database_.connect()) {
    try {
      const auto shape = connection_.query(fmt::format("SELECT * FROM {} LIMIT 0", table_of(file_, false)));
      for (std::size_t i = 0; i < shape.columns(); ++i) known_.push_back(shape.name(i)), types_[shape.name(i)] = shape.type(i);
    } catch (const StoreError& error) {
      throw DataError(fmt::format("{} cannot be read: {}", name_, first_line(error.what())), "The file must be CSV with a header, CSV in .gz, or Parquet.");
    }
  }

  formats::PlainColumns read(const std::vector<std::string>& numbers, const std::vector<std::string>& keys, const std::string& where) {
    const std::string select = selection(numbers, keys);
    // Keys are text, but for one that --where speaks of: its condition was written for the type that the column looks like.
    std::vector<std::string> as_text;
    std::ranges::copy_if(keys, std::back_inserter(as_text), [&](const auto& key) { return where.find(key) == std::string::npos; });
    formats::PlainColumns out;
    std::vector<std::vector<double>> values(numbers.size());
    out.keys.resize(keys.size());
    std::vector<formats::KeyReader> readers;
    for (auto& column : out.keys) readers.emplace_back(column);
    try {
      auto result = connection_.stream(fmt::format("SELECT {} FROM {}{}", select, table_of(file_, false, as_text), where.empty() ? "" : fmt::format(" WHERE ({}\n)", where)));
      while (const auto chunk = result.next()) take(chunk, values, readers), out.rows += chunk.rows();
    } catch (const StoreError& error) {
      if (!where.empty()) throw UsageError(fmt::format("--where: {}", first_line(error.what())), "It takes an SQL condition over the file's columns, such as: year >= 1990");
      fail_text_in_number(connection_, file_, name_, numbers, fmt::format("{} cannot be read: {}", name_, first_line(error.what())));
    }
    for (auto& column : values) out.numbers.emplace_back(std::move(column)).pack();
    return out;
  }

 private:
  std::string selection(const std::vector<std::string>& numbers, const std::vector<std::string>& keys) {
    std::string select;
    std::vector<std::string> texts;
    for (const auto* names : {&numbers, &keys}) {
      for (const auto& column : *names) {
        if (!types_.contains(column)) fail_no_column(column, name_, known_);
        const bool number = names == &numbers;
        if (number && !is_number(types_[column])) texts.push_back(column);
        select += fmt::format("{}CAST({} AS {})", select.empty() ? "" : ", ", sql_name(column), number ? "DOUBLE" : "VARCHAR");
      }
    }
    // A column that is empty throughout has no type of its own; anything else holds text.
    if (!texts.empty()) fail_text_in_number(connection_, file_, name_, texts, fmt::format("{}: column {} holds no numbers", name_, texts[0]));
    return select;
  }

  static void take(const store::Chunk& chunk, std::vector<std::vector<double>>& values, std::vector<formats::KeyReader>& readers) {
    for (std::size_t c = 0; c < values.size(); ++c) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) values[c].push_back(chunk.is_null(c, i) ? std::nan("") : chunk.get<double>(c, i));
    }
    for (std::size_t k = 0; k < readers.size(); ++k) {
      const std::size_t c = values.size() + k;
      for (std::size_t i = 0; i < chunk.rows(); ++i) chunk.is_null(c, i) ? readers[k].add_missing() : readers[k].add(chunk.text(c, i));
    }
  }

  const std::filesystem::path& file_;
  const std::string& name_;
  store::Database database_;
  store::Connection connection_;
  std::vector<std::string> known_;
  std::map<std::string, duckdb_type> types_;
};

}  // namespace

EstimationData::EstimationData(const std::filesystem::path& file, const std::string& name, const std::vector<ModelSpec>& models, const std::vector<std::string>& extra_numbers,
                               const std::vector<std::string>& extra_keys, const std::string& where, int threads) {
  if (!std::filesystem::exists(file)) throw NotFound(fmt::format("{} is not there", name), "--data names a CSV file (also .gz) or a Parquet file.");
  const Wanted want = wanted(models, extra_numbers, extra_keys);
  // Most files are plain, and are read so in a third of the time; DuckDB takes all others, and knows what is wrong with a file.
  std::optional<formats::PlainColumns> read;
  if (where.empty() && std::filesystem::is_regular_file(file)) read = formats::read_plain_columns(file, want.columns, want.keys, threads);
  if (!read) read = AnyFile(file, name, threads).read(want.columns, want.keys, where);
  rows_ = read->rows;
  for (std::size_t k = 0; k < want.keys.size(); ++k) keys_[want.keys[k]] = std::move(read->keys[k]);
  for (std::size_t t = 0; t < want.terms.size(); ++t) {
    const auto c = std::size_t(std::ranges::find(want.columns, want.column_of_term[t]) - want.columns.begin());
    // dist and log(dist) are one column.
    const bool again = std::find(want.column_of_term.begin() + std::ptrdiff_t(t) + 1, want.column_of_term.end(), want.columns[c]) != want.column_of_term.end();
    Column& column = numbers_[want.terms[t]] = again ? read->numbers[c] : std::move(read->numbers[c]);
    if (want.log[t]) column.transform([](double value) { return std::log(value); });
  }
}

analysis::Grouping EstimationData::group(const std::vector<std::string>& crossing) const {
  analysis::Grouping out;
  static_assert(formats::no_key == analysis::no_level);
  for (std::size_t i = 0; i < crossing.size(); ++i) {
    const KeyColumn& column = keys(crossing[i]);
    analysis::Grouping one{crossing[i], column.code, std::uint32_t(column.text.size())};
    out = i == 0 ? std::move(one) : analysis::cross_groupings(out, one);
  }
  return out;
}

std::vector<analysis::Grouping> EstimationData::groups(const std::vector<std::vector<std::string>>& crossings, int threads) const {
  std::vector<analysis::Grouping> out(crossings.size());
  const auto first = [&](std::size_t i) { return std::size_t(std::ranges::find(crossings, crossings[i]) - crossings.begin()); };
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < crossings.size(); i = next++) {
      if (first(i) == i) out[i] = group(crossings[i]);
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads && std::size_t(i) < crossings.size(); ++i) others.emplace_back(work);
    work();
  }
  for (std::size_t i = 0; i < crossings.size(); ++i) {
    if (first(i) != i) out[i] = out[first(i)];
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
