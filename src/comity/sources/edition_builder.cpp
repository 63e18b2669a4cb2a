#include "comity/sources/edition_builder.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/sources/assembly.hpp"
#include "comity/sources/change_file.hpp"
#include "comity/sources/control_totals.hpp"
#include "comity/sources/fragment.hpp"
#include "comity/sources/part_file.hpp"
#include "comity/sources/update.hpp"
#include "comity/store/pair_file.hpp"

namespace comity::sources {
namespace {

std::vector<Source> chosen_sources(const BuildOptions& options, std::vector<SourceOutcome>& outcomes) {
  std::vector<Source> all = read_sources(options.places.share / "sources");
  if (!options.base_only && !options.places.documents.empty() && std::filesystem::is_directory(options.places.documents)) {
    for (auto& document : read_sources(options.places.documents)) {
      if (!document.is_document()) {
        throw DataError(fmt::format("{} is no document's folder: its role is '{}'", document.place.string(), document.role), "Folders of documents are made by comity claims FILE --add; take this one away.");
      }
      if (std::ranges::find(all, document.id, &Source::id) == all.end()) all.push_back(std::move(document));
    }
    std::ranges::sort(all, {}, &Source::id);
  }
  date_live_sources(all, options.places);
  for (const auto& id : options.only) {
    if (std::ranges::find(all, id, &Source::id) == all.end()) {
      throw UsageError(fmt::format("there is no source '{}'", id), "`comity sources` lists them.");
    }
  }
  std::vector<Source> out;
  for (auto& source : all) {
    const bool named = std::ranges::find(options.only, source.id) != options.only.end();
    if ((!source.shipped() || source.is_document()) && (options.base_only || (!options.only.empty() && !named))) continue;
    if (!is_available(source, options.places)) {
      if (named) {
        throw DataError(fmt::format("the files of {} are not here: {}", source.id, (options.places.mirror / source.folder).string()),
                        "Set COMITY_DATA_DIR, or --data, to the folder that holds the sources' folders.");
      }
      outcomes.push_back({source.id, false, true});
      continue;
    }
    out.push_back(std::move(source));
  }
  return out;
}

// The longest first, so that no thread is left with one long source at the end while the others have nothing: by what their files weigh, packed
// ones several times. The order decides nothing but when.
std::vector<std::size_t> longest_first(const std::vector<Source>& sources, const Places& places) {
  std::vector<std::pair<std::uintmax_t, std::size_t>> weights;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::set<std::filesystem::path> files;
    std::uintmax_t weight = 0;
    for (const auto& declared : sources[i].files) {
      for (const auto& found : find_files(sources[i], declared, places)) {
        const auto file = formats::split_member(found.path).file;
        const std::string ending = file.extension().string();
        const bool is_packed = ending == ".zst" || ending == ".gz" || ending == ".zip" || ending == ".xlsx";
        std::error_code unknown;
        const std::uintmax_t size = std::filesystem::file_size(file, unknown);
        if (files.insert(file).second && !unknown) weight += size * (is_packed ? 8 : 1);
      }
    }
    weights.emplace_back(weight, i);
  }
  std::ranges::sort(weights, [](const auto& a, const auto& b) { return std::pair(b.first, a.second) < std::pair(a.first, b.second); });
  std::vector<std::size_t> out;
  for (const auto& [weight, i] : weights) out.push_back(i);
  return out;
}

// All fragments, on as many threads as asked; the first error stops the rest and is thrown.
std::vector<FragmentInfo> make_fragments(const std::vector<Source>& sources, const BuildOptions& options, std::vector<FragmentSummary>& summaries, Progress& progress) {
  std::vector<FragmentInfo> out(sources.size());
  summaries.resize(sources.size());
  std::atomic<std::size_t> next = 0, done = 0;
  std::exception_ptr failed;
  std::mutex mutex;
  std::filesystem::create_directories(options.cache);
  FileHashes hashes(options.cache / "file-hashes.tsv");
  progress.step("reading sources", sources.size());
  const auto order = longest_first(sources, options.places);
  const auto work = [&] {
    for (std::size_t n; (n = next++) < sources.size();) {
      const std::size_t i = order[n];
      try {
        out[i] = make_fragment({&sources[i], &options.places, options.states.get(), options.cache, &hashes});
        summaries[i] = summarize(out[i]);
        const std::lock_guard lock(mutex);
        if (!out[i].was_cached) progress.note(fmt::format("read {}", sources[i].id));
        progress.advance(++done);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failed) failed = std::current_exception();
        next = sources.size();
      }
    }
  };
  std::vector<std::jthread> threads;
  for (int i = 1; i < options.threads; ++i) threads.emplace_back(work);
  work();
  threads.clear();
  if (failed) std::rethrow_exception(failed);
  return out;
}

// Fragments of sources that are not of this build stay for the next; older ones of the same source go.
void forget_old_fragments(const std::filesystem::path& cache, const std::vector<Source>& sources, const std::vector<FragmentInfo>& fragments) {
  for (const auto& entry : std::filesystem::directory_iterator(cache)) {
    const std::string name = entry.path().filename().string();
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const std::string prefix = sources[i].id + "-";
      const bool is_its = name.starts_with(prefix) && entry.path().stem().string().size() == prefix.size() + 16 && (name.ends_with(".duckdb") || name.ends_with(".summary"));
      if (is_its && entry.path().stem() != fragments[i].file.stem()) {
        std::error_code ignored;
        std::filesystem::remove(entry.path(), ignored);
      }
    }
  }
}

// Derived facts of the last few builds stay: the base edition has others than the one with all sources.
void forget_old_derivations(const std::filesystem::path& cache) {
  constexpr std::size_t kept = 3;
  std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(cache)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("derived-") && name.ends_with(".duckdb")) found.emplace_back(entry.last_write_time(problem), entry.path());
  }
  std::ranges::sort(found, std::greater<>());
  for (std::size_t i = kept; i < found.size(); ++i) std::filesystem::remove(found[i].second, problem);
}

// Throws DataError with what fell.
void check_totals(const std::filesystem::path& before, const std::filesystem::path& after) {
  const auto totals_of = [](const std::filesystem::path& edition) {
    store::Database database(edition, {.read_only = true});
    auto connection = database.connect();
    return control_totals(connection);
  };
  const auto losses = fallen(totals_of(before), totals_of(after));
  if (losses.empty()) return;
  std::string shown;
  for (std::size_t i = 0; i < std::min<std::size_t>(losses.size(), 10); ++i) shown += "\n  " + losses[i];
  if (losses.size() > 10) shown += fmt::format("\n  and {} more", losses.size() - 10);
  throw DataError(fmt::format("{} control totals fell, so {} stays as it is:{}", losses.size(), before.string(), shown),
                  "If the publishers did withdraw these, build without --check; else look at the source's files and rejects (comity sources ID).");
}

}  // namespace

std::string hash_of_tables(const Places& places) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(places.share / "data")) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Sha256 sha;
  for (const auto& file : files) sha.add(file.filename().string()).add(read_file(file));
  return sha.hex();
}

namespace {

// While both are at hand. Before the rename, so that an edition is never in place with the changes of another: they name theirs. That they
// cannot be compared (an older schema) is no reason not to make the edition.
void compare(const std::filesystem::path& before, const std::filesystem::path& after, BuildOutcome& outcome) {
  std::error_code ignored;
  const auto file = change_file_of(before);
  if (!std::filesystem::exists(before)) {
    std::filesystem::remove(file, ignored);
    return;
  }
  try {
    write_change_file(before, after, file);
    outcome.compared = true;
  } catch (const Error& error) {
    outcome.not_compared = error.what();
    std::filesystem::remove(file, ignored);
  }
}

// The file of pairs comes into its place before the edition of which it is: beside the one before it is not taken for its own.
class PairsPart {
 public:
  PairsPart(const BuildOptions& options, const std::filesystem::path& edition, const store::SamePairs* same = nullptr) : part_(store::pair_file_of(options.output)) {
    try {
      laid_out_ = store::write_pair_file(edition, options.states, part_.path(), same);
    } catch (const StoreError&) {
      if (!same) throw;
      // What lies beside the edition in place is damaged; all is at hand to lay it out anew.
      laid_out_ = store::write_pair_file(edition, options.states, part_.path());
    }
  }
  std::size_t kept() const { return laid_out_.kept; }
  void put_beside(const std::filesystem::path& edition) {
    std::error_code ignored;
    if (laid_out_.written) part_.put_at(store::pair_file_of(edition));
    else std::filesystem::remove(store::pair_file_of(edition), ignored);
  }

 private:
  PartFile part_;
  store::PairLayout laid_out_;
};

// For an edition that stays, where its file of pairs has gone or is another version's. It reads without.
void keep_pairs(const BuildOptions& options) {
  if (store::PairFile::try_open(options.output)) return;
  try {
    PairsPart(options, options.output).put_beside(options.output);
  } catch (const Error&) {
  }
}

}  // namespace

BuildOutcome build_edition(const BuildOptions& options, Progress& progress) {
  BuildOutcome outcome;
  const auto sources = chosen_sources(options, outcome.sources);
  std::vector<FragmentSummary> summaries;
  const auto fragments = make_fragments(sources, options, summaries, progress);
  for (std::size_t i = 0; i < sources.size(); ++i) outcome.sources.push_back({sources[i].id, fragments[i].was_cached, false});
  std::ranges::sort(outcome.sources, {}, &SourceOutcome::id);
  const Assembly assembly{sources, fragments, summaries, options};
  const std::string wanted = assembly.inputs_hash();
  if (std::filesystem::exists(options.output)) {
    if (edition_inputs_hash(options.output) == wanted) {
      outcome.unchanged = true;
      outcome.edition = edition_hash(options.output);
      if (options.beside.empty()) keep_pairs(options);
      return outcome;
    }
    if (!options.overwrite) {
      throw UsageError(fmt::format("{} is there already and holds something else", options.output.string()), "Use --overwrite to replace it.");
    }
  }
  if (options.output.has_parent_path()) std::filesystem::create_directories(options.output.parent_path());
  forget_dead_parts(options.output.parent_path(), options.output.filename().string() + ".");
  PartFile part(options.output);
  const Assembly::Written written = assembly.write(part.path(), progress);
  outcome.edition = written.hash;
  if (options.check && std::filesystem::exists(options.output)) check_totals(options.output, part.path());
  sync_file(part.path());
  progress.step("laying out pairs", 0);
  PairsPart pairs(options, part.path(), written.same_pairs ? &*written.same_pairs : nullptr);
  outcome.kept_pairs = pairs.kept();
  progress.step("comparing with the edition before", 0);
  compare(options.output, part.path(), outcome);
  const auto& place = options.beside.empty() ? options.output : options.beside;
  pairs.put_beside(place);
  part.put_at(place);
  sync_file(place);
  forget_old_fragments(options.cache, sources, fragments);
  forget_old_derivations(options.cache);
  forget_dead_parts(options.cache, "");
  return outcome;
}

}  // namespace comity::sources
