// How long does an edition take to build, against DuckDB's bare read (count of rows, all text) of those files of it that
// read_csv reads by itself? Usage: build_bench MIRROR [RUNS], five runs unless said. Rows counted by DuckDB are held against the edition's ledger first.
// One row a run: input, rows, seconds, seconds of processor, peak memory. Builds: without fragments, with, after a change of one small source (each is
// held first against an edition for which that source is read, everything derived and all merged anew), and of the same files only.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/dossier/disagreements.hpp"
#include "comity/sources/assembly.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/store/pair_file.hpp"
#include "comity/store/pair_file_layout.hpp"

namespace {

using namespace comity;
using store::sql_text;

struct BareFile {
  std::string source, shown, sql;
  std::uint64_t rows = 0;
};

template <typename Work>
double seconds_of(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

int runs = 5;

// Warms up once where there is more than one run; gives the median.
template <typename Work>
double run(const char* what, std::uint64_t rows, Work work) {
  if (runs > 1) work();
  std::vector<double> all;
  for (int i = 0; i < runs; ++i) {
    const double before = processor_seconds();
    all.push_back(seconds_of(work));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:40} {:9} rows {:8.3f} s {:8.3f} s of processor {:6} MB peak\n", what, rows, all.back(), processor_seconds() - before, usage.ru_maxrss / 1024);
    std::fflush(stdout);
  }
  std::ranges::sort(all);
  return all[all.size() / 2];
}

std::string bare_read(const sources::FileDeclaration& file, const std::filesystem::path& path) {
  return fmt::format("SELECT count(*) FROM read_csv({}, all_varchar = true, header = {}, skip = {}, delim = {}, quote = {}, null_padding = {})", sql_text(path.string()),
                     file.header_row > 0, file.skip_lines + (file.header_row ? file.header_row - 1 : 0), sql_text(std::string(1, file.delimiter)),
                     sql_text(file.quote ? std::string(1, file.quote) : std::string()), file.ragged);
}

// The delimited files outside archives that DuckDB gets through. `whole` takes the sources of which that is every file.
std::vector<BareFile> bare_files(const std::vector<sources::Source>& all, const sources::Places& places, store::Connection& connection, std::set<std::string>& whole) {
  std::vector<BareFile> out;
  for (const auto& source : all) {
    if (source.shipped() || !sources::is_available(source, places)) continue;
    bool every = true;
    for (const auto& file : source.files) {
      for (const auto& [shown, path] : sources::find_files(source, file, places)) {
        BareFile one{source.id, shown, bare_read(file, path)};
        try {
          if (file.format != "delimited" || shown.find('!') != std::string::npos) throw StoreError("not plain delimited text");
          one.rows = std::uint64_t(connection.number(one.sql));
          out.push_back(std::move(one));
        } catch (const Error&) {
          every = false;
        }
      }
    }
    if (every) whole.insert(source.id);
  }
  return out;
}

// Whether both read as many records, file by file.
bool check_rows(const std::filesystem::path& edition, const std::vector<BareFile>& files) {
  store::Database database(edition, {.read_only = true});
  auto connection = database.connect();
  bool good = true;
  for (const auto& file : files) {
    const auto found = connection.number(fmt::format("SELECT sum(records_read)::BIGINT FROM ledger l JOIN source_file f ON f.id = l.file JOIN source s ON s.id = l.source "
                                                     "WHERE s.key = {} AND f.path = {}", sql_text(file.source), sql_text(file.shown)));
    if (std::uint64_t(found) == file.rows) continue;
    fmt::print(stderr, "rows differ: {} {}: {} records here, {} rows by read_csv\n", file.source, file.shown, found, file.rows);
    good = false;
  }
  return good;
}

std::uint64_t records(const std::filesystem::path& edition) {
  store::Database database(edition, {.read_only = true});
  return std::uint64_t(database.connect().number("SELECT sum(records_read)::BIGINT FROM ledger"));
}

// Figures with the place at which each lies: a table that holds the same rows in another order has another.
std::string order_of_figures(const std::filesystem::path& edition) {
  store::Database database(edition, {.read_only = true});
  return database.connect().text("SELECT (sum(hash(n, t)::HUGEINT) % 18446744073709551616) || ' ' || count(*) FROM (SELECT row_number() OVER () AS n, t FROM observation t)");
}

// What lies beside it for dossiers, but the head, which says where things stand in the edition's own file.
std::string pairs_of(const std::filesystem::path& edition) { return sha256_of(read_file(store::pair_file_of(edition)).substr(sizeof(store::PairHead))); }

// Small sources whose last row comes and goes: posts that no figure rests on, figures that none rests on, figures that others rest on.
struct SmallChange {
  const char *id, *folder, *file;
};
constexpr SmallChange small_changes[] = {
    {"confucius_institutes", "confucius-institutes", "confucius_institutes.csv"}, {"passport_index", "passport-index", "passport-index-tidy-iso3.csv"}, {"eurostat_comext_extracts", "eurostat-comext-extracts", "kazahstan_export_eurostat.csv"}};

// A mirror of links to `mirror`, but for the sources that are to change.
void make_changeable_mirror(const std::filesystem::path& mirror, const std::filesystem::path& copy) {
  std::filesystem::create_directories(copy);
  for (const auto& entry : std::filesystem::directory_iterator(mirror)) {
    const auto name = entry.path().filename();
    const bool changes = std::ranges::any_of(small_changes, [&](const auto& one) { return name == one.folder; });
    if (changes) {
      std::filesystem::copy(entry.path(), copy / name, std::filesystem::copy_options::recursive);
    } else {
      std::filesystem::create_directory_symlink(entry.path(), copy / name);
    }
  }
}

// Of the cache: what was derived, and what was read of one source.
void forget(const std::filesystem::path& cache, const std::string& id) {
  std::vector<std::filesystem::path> gone;
  for (const auto& entry : std::filesystem::directory_iterator(cache)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with("derived-") || name.starts_with(id + "-")) gone.push_back(entry.path());
  }
  for (const auto& file : gone) std::filesystem::remove(file);
}

// The last record of the file goes, or comes back.
class ChangingFile {
 public:
  explicit ChangingFile(std::filesystem::path file) : file_(std::move(file)), whole_(read_file(file_)), less_(whole_) {
    less_.erase(less_.find_last_of('\n', less_.size() - 2) + 1);
    std::filesystem::permissions(file_.parent_path(), std::filesystem::perms::owner_all, std::filesystem::perm_options::add);
  }
  void change() { write_file(file_, (is_less_ = !is_less_) ? less_ : whole_); }

 private:
  std::filesystem::path file_;
  std::string whole_, less_;
  bool is_less_ = false;
};

int compare(const std::filesystem::path& mirror, const std::filesystem::path& folder) {
  sources::BuildOptions options;
  options.places = {COMITY_SOURCE_DIR, COMITY_PARTS, mirror};
  options.states = world::Register::load(options.places.share / "data");
  options.output = folder / "edition.duckdb";
  options.cache = folder / "fragments";
  options.overwrite = true;
  Progress quiet;
  const auto build = [&](bool cold) {
    if (cold) std::filesystem::remove_all(options.cache);
    std::filesystem::create_directories(options.cache);
    std::filesystem::remove(options.output);
    sources::build_edition(options, quiet);
  };

  options.find_disagreements = dossier::find_disagreements;
  options.disagreement_indicators = dossier::indicators_disagreed_on();
  store::Database memory({}, {.may_read_files = true, .threads = 2});
  auto connection = memory.connect();
  std::set<std::string> whole;
  const auto files = bare_files(sources::read_sources(options.places.share / "sources"), options.places, connection, whole);
  std::uint64_t bare_rows = 0;
  for (const auto& file : files) bare_rows += file.rows;
  build(true);
  bool good = check_rows(options.output, files);
  const std::uint64_t all_rows = records(options.output);

  const double bare = run("DuckDB's bare read", bare_rows, [&] {
    for (const auto& file : files) connection.number(file.sql);
  });
  const double cold = run("edition, no fragments", all_rows, [&] { build(true); });
  const double warm = run("edition, fragments at hand", all_rows, [&] { build(false); });
  const double unchanged = run("edition there already", all_rows, [&] { sources::build_edition(options, quiet); });
  make_changeable_mirror(mirror, folder / "mirror");
  options.places.mirror = folder / "mirror";
  for (const auto& one : small_changes) {
    if (!std::filesystem::exists(folder / "mirror" / one.folder / one.file)) continue;
    ChangingFile file(folder / "mirror" / one.folder / one.file);
    sources::build_edition(options, quiet);
    const std::string before = sources::edition_hash(options.output);
    file.change();
    const std::string rebuilt = sources::build_edition(options, quiet).edition, order = order_of_figures(options.output), pairs = pairs_of(options.output);
    if (rebuilt == before) {
      fmt::print(stderr, "a change of {} changed nothing\n", one.folder);
      good = false;
    }
    forget(options.cache, one.id);
    build(false);
    if (sources::edition_hash(options.output) != rebuilt || order_of_figures(options.output) != order || pairs_of(options.output) != pairs) {
      fmt::print(stderr, "a change of {} made another edition than a build from nothing\n", one.folder);
      good = false;
    }
    run(fmt::format("one source changed: {}", one.folder).c_str(), all_rows, [&] {
      file.change();
      sources::build_edition(options, quiet);
    });
  }
  options.places.mirror = mirror;
  options.only.assign(whole.begin(), whole.end());
  build(true);
  const std::uint64_t same_rows = records(options.output);
  const double same = run("edition of files DuckDB reads", same_rows, [&] { build(true); });
  fmt::print("bare read {:.2f} s; cold {:.2f} s = {:.1f} times; with fragments {:.2f} s; unchanged {:.3f} s; of the files DuckDB reads {:.2f} s = {:.1f} times (goal 3)\n", bare, cold,
             cold / bare, warm, unchanged, same, same / bare);
  return good ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count == 3) runs = std::atoi(words[2]);
  if (count < 2 || count > 3 || runs < 1) {
    fmt::print(stderr, "Usage: {} MIRROR [RUNS]\n", words[0]);
    return 2;
  }
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("comity-build-bench-{}", getpid());
  std::filesystem::create_directories(folder);
  int code = 1;
  try {
    code = compare(words[1], folder);
  } catch (const Error& error) {
    fmt::print(stderr, "{}\n{}\n", error.what(), error.hint());
  }
  std::filesystem::remove_all(folder);
  return code;
}
