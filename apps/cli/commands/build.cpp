// comity build: an edition out of the sources' files. The last edition stays whatever happens on the way.
#include <signal.h>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "apps/cli/terminal.hpp"
#include "comity/base/error.hpp"
#include "comity/dossier/disagreements.hpp"
#include "comity/sources/edition_builder.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

// A build that was killed leaves "<output>.<process>.part"; it goes once that process is no more.
void remove_leftovers(const fs::path& output) {
  const fs::path folder = output.has_parent_path() ? output.parent_path() : fs::path(".");
  const std::string prefix = output.filename().string() + ".";
  std::error_code problem;
  for (auto it = fs::directory_iterator(folder, problem); !problem && it != fs::directory_iterator(); it.increment(problem)) {
    const std::string name = it->path().filename().string();
    if (!name.starts_with(prefix) || name.find(".part", prefix.size()) == std::string::npos) continue;
    const int process = std::atoi(name.c_str() + prefix.size());
    if (process <= 0 || ::kill(process, 0) == 0 || errno != ESRCH) continue;
    std::error_code ignored;
    fs::remove(it->path(), ignored);
  }
}

std::string source_line(const sources::SourceOutcome& source) {
  return fmt::format("  {:<36} {}\n", source.id, source.was_missing ? "missing: its files are not in the data folder" : source.was_cached ? "unchanged, from the cache" : "read");
}

class BuildCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.file("--data", "DIR", "the mirror of the publishers' files, one folder per source (else COMITY_DATA_DIR)", data_);
    arguments.list("--only", "ID,…", "of the sources with files, these only; what Comity ships is always part", only_);
    arguments.file("--output", "FILE", "the edition to make (else comity/editions/comity.duckdb in your data folder, which is replaced)", output_);
    arguments.flag("--overwrite", "replace FILE where it holds another edition", overwrite_);
    arguments.flag("--check", "keep the edition in place if the new one holds less of anything: exit 1, and what fell", check_);
    arguments.flag("--base", "only what Comity ships: no data folder is read", base_);
    arguments.number("--threads", "N", "how many sources to read at once (usually as many as there are cores)", threads_, 1, 64);
  }

  int run() override {
    sources::BuildOptions options;
    options.places = find_places(data_);
    check_data_folder(options.places);
    options.states = world::Register::load(options.places.share / "data");
    options.output = output_.empty() ? default_edition(base_) : fs::path(output_);
    if (fs::is_directory(options.output)) throw UsageError(fmt::format("{} is a folder", options.output.string()), "Name a file with --output.");
    options.cache = fragment_cache(options.output);
    fs::create_directories(options.cache);
    options.only = only_;
    options.base_only = base_;
    options.overwrite = overwrite_ || output_.empty();
    options.check = check_;
    options.find_disagreements = dossier::find_disagreements;
    options.disagreement_indicators = dossier::indicators_disagreed_on();
    options.threads = threads_ ? threads_ : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    remove_leftovers(options.output);
    TerminalProgress progress;
    const auto outcome = sources::build_edition(options, progress);
    if (base_) write_start_files(*options.states, options.output);
    progress.step("", 0);
    report(options.output, outcome);
    return 0;
  }

 private:
  void check_data_folder(const sources::Places& places) const {
    if (base_ && !only_.empty()) throw UsageError("--base and --only exclude one another", "--base reads only what Comity ships.");
    if (base_ || places.mirror.empty() || fs::is_directory(places.mirror)) return;
    throw NotFound(fmt::format("the data folder {} is not there", places.mirror.string()), "Name the mirror of the publishers' files with --data or COMITY_DATA_DIR, or build with --base.");
  }

  static void report(const fs::path& file, const sources::BuildOutcome& outcome) {
    Output out("-");
    out.write("Sources\n");
    for (const auto& source : outcome.sources) out.write(source_line(source));
    out.write("\nFacts\n");
    store::Database database(file, {.read_only = true});
    auto connection = database.connect();
    auto result = connection.query(
        "SELECT table_name, rows::BIGINT FROM table_hash WHERE table_name IN ('observation', 'event', 'mission', 'membership', 'agreement', 'presence', 'fx_rate', "
        "'standing', 'disagreement', 'reject') ORDER BY table_name");
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) out.write(fmt::format("  {:<14} {:>12}\n", chunk.text(0, i), chunk.get<std::int64_t>(1, i)));
    }
    out.write(fmt::format("\n{} {}\n  edition {}\n", file.string(), outcome.unchanged ? "holds exactly this already" : "is made", outcome.edition.substr(0, 12)));
    if (!outcome.not_compared.empty()) out.write(fmt::format("  What changed is not kept: {}.\n", outcome.not_compared));
    out.finish();
  }

  std::string data_, output_;
  std::vector<std::string> only_;
  bool overwrite_ = false, base_ = false, check_ = false;
  int threads_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_build_command() { return std::make_unique<BuildCommand>(); }

}  // namespace comity::cli
