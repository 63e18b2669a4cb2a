// comity diff: which facts one edition has and another has not, by source, with the reason.
#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/diff_text.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/change_file.hpp"
#include "comity/sources/edition_diff.hpp"

namespace comity::cli {
namespace {

constexpr const char* facts_sql =
    "SELECT source, reason, change, fact_table, lower(printf('%016x', key)) AS key, state_a, state_b, what, before, after FROM fact_diff ORDER BY source, fact_table, what, key";

class DiffCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("OLD NEW", "two editions", files_);
    arguments.pair("--pair", "A B", "only facts of these two states; each is then listed", pair_);
    arguments.text("--source", "ID", "only facts of this source; each is then listed", source_);
    arguments.flag("--keep", "leave the outcome beside NEW (NEW.changes): serve and site then show what changed", keep_);
    format_.add_to(arguments, {"text", "json", "csv"}, "text");
    output_.add_to(arguments);
  }

  int run() override {
    if (files_.size() != 2) throw UsageError("diff needs two editions", "comity diff OLD NEW");
    sources::DiffRequest request{files_[0], files_[1], source_, 0};
    if (!pair_.empty()) {
      const auto [a, b] = ask_pair(*load_register(), pair_, "diff");
      request.pair = Pair(a, b).code();
    }
    store::Database database({}, {.may_read_files = true, .threads = 2, .memory = "4GB", .temp_folder = std::filesystem::temp_directory_path().string()});
    auto connection = database.connect();
    if (keep_ && (request.pair || !source_.empty())) throw UsageError("--keep is for all that changed", "Leave out --pair and --source.");
    if (keep_) sources::write_change_file(files_[0], files_[1], sources::change_file_of(files_[1]));
    const bool each = request.pair || !source_.empty();
    request.in_words = each;
    sources::make_fact_diff(connection, request);
    Output out = output_.open();
    if (format_.name == "json") {
      write_json(connection, out, each);
    } else if (format_.name == "csv") {
      write_query(connection, each ? facts_sql : diff_summary_sql, *make_row_writer("csv", out));
    } else {
      write_diff_text(connection, out, each);
    }
    out.finish();
    return 0;
  }

 private:
  static void write_json(store::Connection& connection, Output& out, bool each) {
    out.write(fmt::format("{{\"before\":{},\"after\":{},\"sources\":", json_text(diffed_edition(connection, "before_edition")), json_text(diffed_edition(connection, "after_edition"))));
    write_query(connection, diff_summary_sql, *make_row_writer("json part", out));
    if (each) {
      out.write(",\"facts\":");
      write_query(connection, facts_sql, *make_row_writer("json part", out));
    }
    out.write("}\n");
  }

  std::vector<std::string> files_, pair_;
  std::string source_;
  bool keep_ = false;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace comity::cli
