// comity update: what is new at the publishers, into the mirror; the next edition out of it; what moved. The edition in place stays
// whatever happens on the way, and a publisher's trouble leaves its source as it was.
#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/diff_text.hpp"
#include "apps/cli/live.hpp"
#include "apps/cli/places.hpp"
#include "apps/cli/terminal.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/dossier/disagreements.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/sources/edition_diff.hpp"
#include "comity/store/pair_file.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;
using sources::UpdatedSource;

constexpr int some_stayed = 3;

// The sources with files of an edition; empty when there is none yet.
std::vector<std::string> sources_of(const fs::path& edition) {
  std::vector<std::string> out;
  if (!fs::exists(edition)) return out;
  store::Database database(edition, {.read_only = true});
  auto connection = database.connect();
  auto result = connection.query("SELECT DISTINCT s.key FROM source s JOIN ledger l ON l.source = s.id ORDER BY 1");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace_back(chunk.text(0, i));
  }
  return out;
}

// A file beside the edition that readers do not take for one; gone at the end unless it took the edition's place.
class NextEdition {
 public:
  explicit NextEdition(const fs::path& output) : output_(output), file_(output.string() + ".next") { clean(); }
  ~NextEdition() { clean(); }
  NextEdition(const NextEdition&) = delete;
  NextEdition& operator=(const NextEdition&) = delete;
  const fs::path& file() const { return file_; }
  void take_place() const {
    sync_file(file_);
    std::error_code none;
    fs::rename(store::pair_file_of(file_), store::pair_file_of(output_), none);
    fs::rename(file_, output_);
    sync_file(output_);
  }

 private:
  void clean() const {
    std::error_code ignored;
    fs::remove(file_, ignored);
    fs::remove(store::pair_file_of(file_), ignored);
  }
  fs::path output_, file_;
};

class UpdateCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.list("--source", "ID,…", "these sources (else those of your settings, else the live ones that the mirror holds)", ids_);
    arguments.flag("--dry-run", "print each request that would be made, and make none", dry_run_);
    arguments.file("--data", "DIR", "the mirror to fill and to build from (else COMITY_DATA_DIR, else comity/mirror in your data folder)", data_);
    arguments.file("--output", "FILE", "the edition that the next one replaces (else comity/editions/comity.duckdb in your data folder)", output_);
    arguments.flag("--check", "keep the edition in place if the new one holds less of anything: exit 1, and what fell", check_);
    arguments.number("--threads", "N", "how many sources to read at once (usually as many as there are cores)", threads_, 1, 64);
    live_.add_to(arguments);
  }

  int run() override {
    const fs::path mirror = find_mirror();
    auto options = live_.make(find_places(mirror.string()));
    const fs::path output = output_.empty() ? default_edition(false) : fs::path(output_);
    options.cache = fragment_cache(output);
    sources::LockFile lock(mirror / "comity.lock");
    const auto chosen = sources_named(choose(lock));
    Output out("-");
    if (dry_run_) {
      for (const auto& source : chosen) print_requests(out, source, sources::plan_requests(source, lock, options.plan));
      out.finish();
      return 0;
    }
    fs::create_directories(mirror);
    const auto updated = ask(chosen, options, lock, out);
    const auto failed = std::ranges::count(updated, UpdatedSource::failed, &UpdatedSource::status);
    const bool anything = std::ranges::any_of(updated, [](const auto& one) { return one.status != UpdatedSource::failed && one.status != UpdatedSource::by_hand; });
    if (!anything) {
      out.write(fmt::format("\nNothing could be asked; {} stays as it is.\n", output.string()));
      out.finish();
      return 1;
    }
    make_next(output, options, chosen, out);
    if (failed > 0) out.write(fmt::format("\n{} of {} sources could not be updated and are as they were.\n", failed, updated.size()));
    out.finish();
    return failed > 0 ? some_stayed : 0;
  }

 private:
  fs::path find_mirror() const {
    const std::string set = environment("COMITY_DATA_DIR");
    const fs::path out = !data_.empty() ? fs::path(data_) : !set.empty() ? fs::path(set) : own_mirror();
    if (out.empty()) throw UsageError("neither XDG_DATA_HOME nor HOME is set, so there is no usual place for a mirror", "Name one with --data.");
    return out;
  }

  std::vector<std::string> choose(const sources::LockFile& lock) const {
    if (!ids_.empty()) return ids_;
    if (!live_.settings().sources.empty()) return live_.settings().sources;
    std::vector<std::string> out, known;
    for (const auto& source : sources::read_sources(share_folder() / "sources")) {
      if (!source.live()) continue;
      known.push_back(source.id);
      if (!sources::newest_answer(source, lock).empty()) out.push_back(source.id);
    }
    if (out.empty()) throw UsageError("update what? The mirror holds no answer of a live source yet", fmt::format("Name some with --source; there are {}.", fmt::join(known, ", ")));
    return out;
  }

  static std::vector<UpdatedSource> ask(const std::vector<sources::Source>& chosen, const sources::UpdateOptions& options, sources::LockFile& lock, Output& out) {
    TerminalProgress progress;
    sources::Asking asking(options.asking);
    std::vector<UpdatedSource> updated;
    out.write("Sources\n");
    for (const auto& source : chosen) {
      updated.push_back(sources::update_source(source, options, lock, asking, progress));
      progress.step("", 0);
      lock.save();
      print_updated(out, updated.back());
    }
    return updated;
  }

  // The sources of the edition in place and those that were asked; all of the mirror where there is none in place.
  static std::vector<std::string> sources_of_next(const fs::path& output, const sources::Places& places, const std::vector<sources::Source>& chosen) {
    const auto before = sources_of(output);
    if (before.empty()) return {};
    std::vector<std::string> out;
    for (const auto& source : sources::read_sources(places.share / "sources")) {
      const bool was = std::ranges::find(before, source.id) != before.end(), is_chosen = std::ranges::find(chosen, source.id, &sources::Source::id) != chosen.end();
      if (!source.shipped() && (was || (is_chosen && sources::is_available(source, places)))) out.push_back(source.id);
    }
    return out;
  }

  void make_next(const fs::path& output, const sources::UpdateOptions& live, const std::vector<sources::Source>& chosen, Output& out) const {
    const NextEdition next(output);
    sources::BuildOptions options;
    options.places = live.places;
    options.states = live.states;
    options.output = output;
    options.cache = live.cache;
    options.only = sources_of_next(output, live.places, chosen);
    options.check = check_;
    options.find_disagreements = dossier::find_disagreements;
    options.disagreement_indicators = dossier::indicators_disagreed_on();
    options.threads = threads_ ? threads_ : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    options.overwrite = true;
    options.beside = next.file();
    TerminalProgress progress;
    const auto outcome = sources::build_edition(options, progress);
    progress.step("", 0);
    out.write("\n");
    if (outcome.unchanged) {
      out.write(fmt::format("{} holds exactly this already\n  edition {}\n", output.string(), outcome.edition.substr(0, 12)));
      return;
    }
    const bool first = !fs::exists(output);
    if (!first) print_diff(output, next.file(), out);
    next.take_place();
    if (!outcome.not_compared.empty()) out.write(fmt::format("\nWhat changed is not kept for the pages: {}.\n", outcome.not_compared));
    out.write(fmt::format("{}{} is made\n  edition {}\n", first ? "" : "\n", output.string(), outcome.edition.substr(0, 12)));
  }

  static void print_diff(const fs::path& before, const fs::path& after, Output& out) {
    store::Database database({}, {.may_read_files = true, .threads = 2, .memory = "4GB", .temp_folder = fs::temp_directory_path().string()});
    auto connection = database.connect();
    sources::make_fact_diff(connection, {before, after, {}, 0, false});
    write_diff_text(connection, out, false);
  }

  std::vector<std::string> ids_;
  std::string data_, output_;
  bool dry_run_ = false, check_ = false;
  int threads_ = 0;
  LiveOptions live_;
};

}  // namespace

std::unique_ptr<Command> make_update_command() { return std::make_unique<UpdateCommand>(); }

}  // namespace comity::cli
