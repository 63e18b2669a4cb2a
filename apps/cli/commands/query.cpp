// comity query: one SELECT over the tables of an edition (docs/schema.md). Read-only; may read other files beside it.
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "apps/cli/command.hpp"
#include "apps/cli/confine.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/sdmx_functions.hpp"
#include "comity/store/statements.hpp"

namespace comity::cli {
namespace {

class QueryCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("SQL", "one SELECT; - reads it from stdin. The tables: comity help schema", words_);
    format_.add_to(arguments, {"table", "csv", "json", "rows", "parquet"}, "table");
    arguments.number("--limit", "N", "at most so many rows; more are left out, and that is said", limit_, 1, 100'000'000);
    arguments.flag("--confined", "for a stranger's SQL: one SELECT, no other file, bounds on memory and processor time", confined_);
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    if (words_.size() != 1) {
      throw UsageError(words_.empty() ? "query needs a SELECT" : "query takes one SELECT", "Put it in quotes: comity query \"SELECT key, name FROM state LIMIT 5\"");
    }
    const std::string sql = words_[0] == "-" ? read_file("/dev/stdin") : words_[0];
    if (confined_) confine({});
    auto database = open();
    auto connection = database.connect();
    if (!confined_) store::register_sdmx_functions(connection);  // they open files
    try {
      if (confined_) check_confined(connection, sql);
      if (format_.name == "parquet") return write_parquet(connection, sql);
      Output out = output_.open();
      const auto rows = make_row_writer(format_.name, out);
      const bool whole = write_query(connection, sql, *rows, static_cast<std::size_t>(limit_));
      out.finish();
      if (!whole) fmt::print(stderr, "comity: only the first {} rows are shown\n", limit_);
    } catch (const StoreError& error) {
      fail_in_words(error);
    }
    return 0;
  }

 private:
  store::Database open() const {
    if (confined_) return store::Database(edition_.path(), {.read_only = true, .threads = 2, .memory = "512MB"});
    return edition_.open_database(true, static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
  }

  // Whatever the text does with brackets, it must be one SELECT; and nothing of the database's settings can be changed by it.
  void check_confined(store::Connection& connection, const std::string& sql) const {
    if (format_.name == "parquet") throw UsageError("--confined writes no Parquet", "Take csv or json.");
    if (!store::is_one_select(connection, sql)) throw UsageError("this is not one SELECT", "One statement, which reads: SELECT, WITH, FROM, VALUES, DESCRIBE or SHOW.");
    connection.run("SET lock_configuration = true");
  }

  // DuckDB quotes the statement twice, in the form that it was wrapped in; its first sentence is enough.
  [[noreturn]] static void fail_in_words(const StoreError& error) {
    std::string what = error.what();
    for (const char* end : {"\n\nLINE", "\n  in: "}) what.resize(std::min(what.find(end), what.size()));
    if (what.empty()) what = "the query was stopped: it needs more memory than it may have";  // DuckDB has no words left then
    throw StoreError(what, error.hint().empty() ? "query takes one SELECT. The tables: comity help schema" : error.hint());
  }

  int write_parquet(store::Connection& connection, const std::string& sql) const {
    if (output_.target.empty()) throw UsageError("Parquet is not for a terminal", "Name a file: --format parquet --output FILE");
    const std::string target = output_.target == "-" ? "/dev/stdout" : output_.target;
    const std::string part = output_.target == "-" ? target : fmt::format("{}.{}.part", target, ::getpid());
    try {
      const std::string rows = limit_ ? fmt::format("(SELECT * FROM {} LIMIT {})", as_subquery(sql), limit_) : as_subquery(sql);
      connection.run(fmt::format("COPY {} TO {} (FORMAT parquet)", rows, store::sql_text(part)));
    } catch (...) {
      if (part != target) std::remove(part.c_str());
      throw;
    }
    if (part != target) std::filesystem::rename(part, target);
    return 0;
  }

  std::vector<std::string> words_;
  int limit_ = 0;
  bool confined_ = false;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_query_command() { return std::make_unique<QueryCommand>(); }

}  // namespace comity::cli
