// How long does a panel take: the directed COW pairs of 1816 to 2016 with the 84 columns of the preset peacesciencer?
// Usage: panel_bench PROGRAM EDITION. Four questions, each five times after a warm-up: the panel joined in memory (goal 1.5 s);
// the whole process to Parquet, against DuckDB's own ordered write of the same finished table in the same run (goal at most 1.5
// times that, under 1.5 GB); a panel of ten variables, the whole process (goal 1 s). The answers are checked first: rows, control
// figures of columns, and the same bytes from two runs. One row a run: what, rows, seconds, of these on a processor, peak memory.
// The last line has medians; those on a processor hold on a machine that others use too.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/panel/panel.hpp"
#include "comity/store/duckdb.hpp"

extern char** environ;

namespace {

using namespace comity;
namespace fs = std::filesystem;

struct Run {
  bool good = false;
  double seconds = 0, processor = 0;
  long peak_kb = 0;
};

double of(const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; }

// The work in a child process, so that time and memory are its own.
Run measure(const std::function<bool()>& work) {
  std::fflush(nullptr);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stderr)) _exit(1);
    _exit(work() ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) return {};
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, seconds, of(usage.ru_utime) + of(usage.ru_stime), usage.ru_maxrss};
}

Run spawn(std::vector<std::string> words) {
  return measure([&] {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    return false;
  });
}

struct Median {
  double seconds = -1, processor = -1;  // -1: a run failed
};

double middle(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

Median five(const char* name, std::size_t rows, const std::function<Run()>& run) {
  std::vector<double> seconds, processor;
  for (int i = 0; i < 6; ++i) {
    const Run one = run();
    if (!one.good) {
      fmt::print(stderr, "{}: failed\n", name);
      return {};
    }
    if (i == 0) continue;  // warm-up
    seconds.push_back(one.seconds);
    processor.push_back(one.processor);
    fmt::print("{:<28} {:>9} rows {:7.3f} s {:7.3f} s processor {:6} MB peak\n", name, rows, one.seconds, one.processor, one.peak_kb / 1024);
    std::fflush(stdout);
  }
  return {middle(seconds), middle(processor)};
}

constexpr std::size_t all_rows = 1'912'290;
constexpr const char* ten_variables = "conttype,cinc1,cinc2,polity21,polity22,dyadigos,capdist,atop_defense,gmlmidonset,tpop1";

panel::Panel join(const fs::path& edition) {
  store::Database database(edition, {.read_only = true, .threads = 2});
  auto connection = database.connect();
  panel::PanelRequest request;
  request.preset = "peacesciencer";
  request.threads = 2;
  return panel::make_panel(connection, *world::Register::load(COMITY_SOURCE_DIR "/data"), request);
}

double total(const panel::Panel& panel, const char* name) {
  const auto& column = panel.column(name);
  double sum = 0;
  for (std::size_t row = 0; row < panel.rows; ++row) sum += column.has(row) ? column.at(row) : 0;
  return sum;
}

// Figures of whole columns that the R package's own panel has.
bool check(const panel::Panel& panel) {
  bool good = panel.rows == all_rows && panel.columns.size() == 84;
  const std::pair<const char*, double> control[] = {{"dispnum", 18973416}, {"gmlmidongoing", 9284}, {"atop_defense", 128568}};
  for (const auto& [name, wanted] : control) {
    const double found = total(panel, name);
    if (found == wanted) continue;
    fmt::print(stderr, "wrong answer: {} adds up to {}, not {}\n", name, found, wanted);
    good = false;
  }
  return good;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "Usage: {} PROGRAM EDITION\n", words[0]);
    return 2;
  }
  const std::string program = words[1], edition = words[2];
  const fs::path folder = fs::temp_directory_path() / fmt::format("comity-panel-bench-{}", getpid());
  fs::create_directories(folder / "a");
  fs::create_directories(folder / "b");
  const auto clean = [&] { fs::remove_all(folder); };
  if (!measure([&] { return check(join(edition)); }).good) {
    fmt::print(stderr, "wrong answer\n");
    clean();
    return 1;
  }
  const std::string a = folder / "a" / "panel.parquet", b = folder / "b" / "panel.parquet", table = folder / "table.duckdb";
  const auto preset = [&](const std::string& output) { return spawn({program, "panel", "--preset", "peacesciencer", "--edition", edition, "--output", output}); };
  if (!preset(a).good || !preset(b).good || sha256_of_file(a) != sha256_of_file(b)) {
    fmt::print(stderr, "wrong answer: two runs do not give the same bytes\n");
    clean();
    return 1;
  }
  const store::Opening opening{.may_read_files = true, .threads = 2};
  measure([&] {
    store::Database database(table, opening);
    auto connection = database.connect();
    connection.run(fmt::format("CREATE TABLE t AS SELECT * FROM {}", store::sql_text(a)));
    connection.run("CHECKPOINT");
    return true;
  });
  const Median joined = five("joined in memory", all_rows, [&] { return measure([&] { return join(edition).rows == all_rows; }); });
  const Median duckdb = five("DuckDB's own ordered write", all_rows, [&] {
    return measure([&] {
      store::Database database(table, opening);
      database.connect().run(fmt::format("COPY t TO {} (FORMAT parquet, COMPRESSION zstd)", store::sql_text((folder / "own.parquet").string())));
      return true;
    });
  });
  const Median whole = five("whole process to Parquet", all_rows, [&] { return preset(a); });
  const Median ten = five("ten variables to Parquet", all_rows, [&] {
    return spawn({program, "panel", "--directed", "--variables", ten_variables, "--edition", edition, "--output", b});
  });
  clean();
  if (joined.seconds < 0 || duckdb.seconds < 0 || whole.seconds < 0 || ten.seconds < 0) return 1;
  const auto line = [&](const char* unit, auto of) {
    fmt::print("medians, {}: joined {:.2f} (goal 1.5); whole process {:.2f}, {:.2f} times DuckDB's write of {:.2f} (goal 1.5); ten variables {:.2f} (goal 1)\n", unit, of(joined),
               of(whole), of(whole) / of(duckdb), of(duckdb), of(ten));
  };
  line("seconds", [](const Median& median) { return median.seconds; });
  line("seconds on a processor", [](const Median& median) { return median.processor; });
  return 0;
}
