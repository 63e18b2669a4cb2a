// comity query: one SELECT over the tables of an edition (docs/schema.md). Read-only; may read other files beside it.
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/sdmx_functions.hpp"

namespace comity::cli {
namespace {

class QueryCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("SQL", "one SELECT; - reads it from stdin. The tables: comity help schema", words_);
    format_.add_to(arguments, {"table", "csv", "json", "parquet"}, "table");
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    if (words_.size() != 1) {
      throw UsageError(words_.empty() ? "query needs a SELECT" : "query takes one SELECT", "Put it in quotes: comity query \"SELECT key, name FROM state LIMIT 5\"");
    }
    const std::string sql = words_[0] == "-" ? read_file("/dev/stdin") : words_[0];
    auto database = edition_.open_database(true, static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
    auto connection = database.connect();
    store::register_sdmx_functions(connection);
    try {
      if (format_.name == "parquet") return write_parquet(connection, sql);
      Output out = output_.open();
      const auto rows = make_row_writer(format_.name, out);
      write_query(connection, sql, *rows);
      out.finish();
    } catch (const StoreError& error) {
      fail_in_words(error);
    }
    return 0;
  }

 private:
  // DuckDB quotes the statement twice, in the form that it was wrapped in; its first sentence is enough.
  [[noreturn]] static void fail_in_words(const StoreError& error) {
    std::string what = error.what();
    for (const char* end : {"\n\nLINE", "\n  in: "}) what.resize(std::min(what.find(end), what.size()));
    throw StoreError(what, error.hint().empty() ? "query takes one SELECT. The tables: comity help schema" : error.hint());
  }

  int write_parquet(store::Connection& connection, const std::string& sql) const {
    if (output_.target.empty()) throw UsageError("Parquet is not for a terminal", "Name a file: --format parquet --output FILE");
    const std::string target = output_.target == "-" ? "/dev/stdout" : output_.target;
    const std::string part = output_.target == "-" ? target : fmt::format("{}.{}.part", target, ::getpid());
    try {
      connection.run(fmt::format("COPY {} TO {} (FORMAT parquet)", as_subquery(sql), store::sql_text(part)));
    } catch (...) {
      if (part != target) std::remove(part.c_str());
      throw;
    }
    if (part != target) std::filesystem::rename(part, target);
    return 0;
  }

  std::vector<std::string> words_;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_query_command() { return std::make_unique<QueryCommand>(); }

}  // namespace comity::cli
