// comity panel: a table of pairs of states (or states) by period with the variables asked for, as a file with its codebook,
// citations and join report beside it. The join report goes to stderr, or as JSON with --report FILE.
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/confine.hpp"
#include "apps/cli/options.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/facts/citations.hpp"
#include "comity/panel/resolve.hpp"
#include "comity/panel/write.hpp"
#include "comity/store/edition.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

class PanelCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.choice("--preset", "NAME", "columns as another program names and orders them: peacesciencer", preset_, panel::preset_names());
    arguments.choice("--system", "LIST", "whose list of states: cow, gw or iso (usually cow)", system_, {"cow", "gw", "iso"});
    arguments.choice("--unit", "UNIT", "what a row is (usually dyad-year)", unit_, {"directed-dyad-year", "dyad-year", "state-year", "state-organization-year"});
    arguments.choice("--step", "STEP", "length of a period: year, month or day (usually year)", step_, {"year", "month", "day"});
    arguments.flag("--directed", "each pair both ways: --unit directed-dyad-year", directed_);
    arguments.number("--from", "YEAR", "first year (usually the list's)", from_, 1, 9999);
    arguments.number("--to", "YEAR", "last year (usually the list's)", to_, 1, 9999);
    arguments.list("--variables", "A,B,…", "variables; comity panel --list names them all", variables_);
    arguments.text("--where", "SQL", "only rows for which this holds, in the panel's own columns", where_);
    arguments.flag("--status", "beside each variable a column that says why a cell is missing", status_);
    arguments.flag("--same-year", "also pairs that share a period but no day, marked in a column common_day", same_year_);
    arguments.flag("--no-microstates", "leave microstates out of Gleditsch and Ward's list", no_microstates_);
    arguments.flag("--strict", "fail where the join report holds a surprise: rows unmatched or dropped, a variable without a value", strict_);
    arguments.file("--report", "FILE", "write the join report as JSON here as well", report_);
    arguments.choice("--format", "FORMAT", "with --output -: csv (usual), csv.gz, json or parquet", format_, {"csv", "csv.gz", "json", "parquet"});
    arguments.number("--limit", "N", "at most so many rows, the first; that there are more is said (usually all)", limit_, 0, 2'000'000'000);
    arguments.flag("--confined", "for a stranger's request: no other file, bounds on memory and processor time", confined_);
    arguments.flag("--list", "list every variable of the edition", list_);
    output_.add_to(arguments, "the panel: .csv, .csv.gz, .csv.zst, .parquet, .dta or .xlsx; - is CSV on stdout");
    edition_.add_to(arguments);
  }

  int run() override {
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    if (confined_) confine({.memory_mb = 3072, .processor_seconds = 90});
    if (list_) return list_variables();
    if (output_.target.empty()) throw UsageError("panel needs a file", "Name one with --output FILE.csv (.csv.gz, .csv.zst, .parquet, .dta, .xlsx), or - for CSV on stdout.");
    if (output_.target != "-") panel::format_of(output_.target);
    if (output_.target != "-" && !format_.empty()) throw UsageError("--format is for stdout", "A file's ending names its format; or write to stdout with --output -.");
    const auto request = make_request(threads);
    auto database = edition_.open_database(false, threads);
    auto connection = database.connect();
    const auto states = load_register();
    panel::Panel panel = panel::make_panel(connection, *states, request);
    std::fputs(panel::report_text(panel).c_str(), stderr);
    if (!report_.empty()) write_file(report_, panel::report_json(panel));
    if (strict_) check_surprises(panel);
    if (limit_ > 0 && panel.rows > static_cast<std::size_t>(limit_)) {
      panel.rows = static_cast<std::size_t>(limit_);
      fmt::print(stderr, "comity: only the first {} rows are shown\n", limit_);
    }
    if (output_.target == "-") return write_to_stdout(panel, threads);
    panel::write_panel(panel, output_.target, threads);
    describe(connection, panel);
    return 0;
  }

 private:
  int write_to_stdout(const panel::Panel& panel, int threads) {
    if (format_ == "csv.gz" || format_ == "parquet") {
      panel::write_panel_through(panel, format_, "/dev/stdout", threads);
      return 0;
    }
    Output out = output_.open();
    const auto write = [&](std::string_view text) { out.write(text); };
    if (format_ == "json") panel::write_json(panel, write);
    else panel::write_csv(panel, write);
    out.finish();
    return 0;
  }

  panel::PanelRequest make_request(int threads) const {
    panel::PanelRequest out;
    out.preset = preset_;
    out.system = system_.empty() ? "cow" : system_;
    const bool preset = !preset_.empty();
    if (preset && out.system != "cow") {
      throw UsageError(fmt::format("the preset {} is of the list cow, not {}", preset_, out.system), "Leave --system out, or name the variables with --variables.");
    }
    const std::string unit = !unit_.empty() ? unit_ : directed_ || preset ? "directed-dyad-year" : "dyad-year";
    if (directed_ && unit != "directed-dyad-year") throw UsageError(fmt::format("--directed and --unit {} exclude each other", unit), "Leave one of them out.");
    if (preset && (unit != "directed-dyad-year" || !(step_.empty() || step_ == "year"))) {
      throw UsageError(fmt::format("the preset {} is of directed pairs by year", preset_), "Leave --unit and --step out.");
    }
    if (no_microstates_ && out.system != "gw") throw UsageError("--no-microstates is for --system gw", "The other lists mark no microstates.");
    out.frame.unit = panel::unit_of(unit);
    out.frame.step = panel::step_of(step_.empty() ? "year" : step_);
    out.frame.from_year = from_;
    out.frame.to_year = to_;
    out.frame.same_year = same_year_;
    out.microstates = !no_microstates_;
    for (const auto& words : variables_) {  // "a,b" and repeated options alike
      for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(',', at), words.size());
        if (end > at) out.variables.push_back(words.substr(at, end - at));
        at = end + 1;
      }
    }
    out.where = where_;
    out.status = status_;
    out.threads = threads;
    return out;
  }

  int list_variables() {
    auto database = edition_.open_database();
    auto connection = database.connect();
    std::string out;
    for (const auto& word : panel::known_words(connection)) out += word + "\n";
    std::fputs(out.c_str(), stdout);
    return 0;
  }

  static void check_surprises(const panel::Panel& panel) {
    std::string all;
    std::size_t count = 0;
    for (const auto& report : panel.reports) {
      const std::string surprise = report.surprise();
      if (!surprise.empty() && ++count <= 5) all += "\n  " + surprise;
    }
    if (count) throw DataError(fmt::format("--strict: {} variables hold a surprise:{}", count, all), "Leave --strict out to take the panel as it is; --report FILE has all of them.");
  }

  // What describes the panel, in its folder.
  void describe(store::Connection& connection, const panel::Panel& panel) const {
    const fs::path file = output_.target, folder = file.parent_path();
    const std::string name = file.filename().string();
    const std::string hash = connection.text("SELECT value FROM edition WHERE name = 'hash'");
    write_file(folder / "datapackage.json", panel::data_package(panel, name, hash));
    write_file(folder / "codebook.md", panel::codebook(panel, name, hash));
    write_file(folder / "join_report.json", panel::report_json(panel));
    write_file(folder / "references.bib", bibliography(connection, panel));
  }

  static std::string bibliography(store::Connection& connection, const panel::Panel& panel) {
    std::string keys = "''";
    for (const auto& report : panel.reports) {
      for (const auto& source : report.sources) keys += ", " + store::sql_text(source);
    }
    std::string out;
    auto result = connection.query(fmt::format("SELECT key, title, publisher, version, coalesce(licence, ''), coalesce(citation, ''), coalesce(url, ''), coalesce(as_of, '') "
                                               "FROM source WHERE key IN ({}) ORDER BY key", keys));
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        facts::Source source;
        source.id = chunk.text(0, i);
        source.title = chunk.text(1, i);
        source.publisher = chunk.text(2, i);
        source.version = chunk.text(3, i);
        source.licence = chunk.text(4, i);
        source.citation = chunk.text(5, i);
        source.url = chunk.text(6, i);
        source.as_of = chunk.text(7, i);
        out += facts::bibtex_entry(source, {});
      }
    }
    return out;
  }

  std::string preset_, system_, unit_, step_, where_, report_, format_;
  std::vector<std::string> variables_;
  int from_ = 0, to_ = 0, limit_ = 0;
  bool directed_ = false, status_ = false, same_year_ = false, no_microstates_ = false, strict_ = false, list_ = false, confined_ = false;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_panel_command() { return std::make_unique<PanelCommand>(); }

}  // namespace comity::cli
