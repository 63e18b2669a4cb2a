// How long does a three-way gravity model by PPML take (exporter-year, importer-year and pair effects, five regressors,
// errors clustered by pair), and does it grow with the rows? Generated panels of 198,000, 966,600 and 1,927,200 rows, a
// weakly connected design of a million rows, and fixest's trade data where COMITY_DATA_DIR is set; with a number N
// also N countries over 97 years. The answer is checked first: the likelihood's first-order conditions, summed anew over
// every level of every effect. One row a run: input, rows, seconds, iterations, rounds, peak memory.
// With PROGRAM, first the whole process `PROGRAM estimate ppml … --data FILE.csv` on the same panels: seconds from its start to its
// end, reading the file included, and its own peak memory; its coefficients are held against those of the library.
// Usage: ppml_bench [PROGRAM] [N]
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "comity/analysis/fixed_effects.hpp"
#include "comity/analysis/ppml.hpp"
#include "comity/analysis/standard_errors.hpp"
#include "comity/base/bytes.hpp"
#include "comity/formats/delimited.hpp"

namespace {

using namespace comity::analysis;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  double uniform() {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return double(state_ >> 11) * 0x1p-53;
  }
  double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform()); }

 private:
  std::uint64_t state_;
};

Grouping group(const char* name, std::uint32_t levels, std::size_t rows) {
  Grouping out{name, {}, levels};
  out.level.reserve(rows);
  return out;
}

// Some 30 % zeros, heavy tails, agreements that come with the effects, all-zero pairs.
Problem make_panel(std::uint32_t countries, std::uint32_t years) {
  Dice dice(countries * 1000 + years);
  const std::size_t rows = std::size_t(countries) * (countries - 1) * years;
  Problem p;
  p.y_name = "trade";
  p.x_names = {"rta", "cu", "sanct", "contig_t", "lndist_t"};
  p.x.resize(5);
  for (auto& column : p.x) column.reserve(rows);
  p.y.reserve(rows);
  auto from = group("exp^year", countries * years, rows), to = group("imp^year", countries * years, rows), pair = group("exp^imp", countries * (countries - 1), rows);
  std::vector<double> size_from(countries * years), size_to(countries * years);
  for (std::uint32_t c = 0; c < countries; ++c) {
    const double country = 1.5 * dice.normal();
    for (std::uint32_t t = 0; t < years; ++t) size_from[c * years + t] = country + 0.2 * dice.normal() + 0.03 * t, size_to[c * years + t] = country + 0.2 * dice.normal() + 0.03 * t;
  }
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < countries; ++i) {
    for (std::uint32_t j = 0; j < countries; ++j) {
      if (i == j) continue;
      const double distance = 7 + 2.5 * dice.uniform(), tie = dice.normal(), never = dice.uniform();
      const std::uint32_t agreement = std::uint32_t(dice.uniform() * 2.5 * years), union_from = agreement + std::uint32_t(dice.uniform() * 3 * years);
      const bool neighbours = dice.uniform() < 0.03;
      for (std::uint32_t t = 0; t < years; ++t) {
        const double x[5] = {double(t >= agreement), double(t >= union_from), double(dice.uniform() < 0.02), neighbours * double(t), std::round(1e6 * distance * t / years) / 1e6};
        const double eta = size_from[i * years + t] + size_to[j * years + t] + tie - 0.8 * (distance - 8) + 0.4 * x[0] + 0.3 * x[1] - 0.4 * x[2] + 0.003 * x[3] - 0.05 * x[4];
        const double mean = std::exp(eta + 0.7 * dice.normal() - 0.245);
        p.y.push_back(never < 0.03 || dice.uniform() < 0.25 ? 0 : std::floor(20 * mean));
        for (int k = 0; k < 5; ++k) p.x[std::size_t(k)].push_back(x[k]);
        from.level.push_back(i * years + t), to.level.push_back(j * years + t), pair.level.push_back(number);
      }
      ++number;
    }
  }
  p.clusters = {pair};
  p.effects = {{std::move(from), {}}, {std::move(to), {}}, {std::move(pair), {}}};
  return p;
}

// Persons meet ten neighbouring firms in turn: one long ring of thousands of firms.
Problem make_difficult(std::uint32_t rows) {
  Dice dice(7);
  const std::uint32_t years = 10, people = rows / years, firms = people / 23;
  Problem p;
  p.x_names = {"x1"}, p.x.resize(1);
  auto person = group("person", people, rows), year = group("year", years, rows), firm = group("firm", firms, rows);
  std::vector<double> of_person(people), of_firm(firms);
  for (double& v : of_person) v = 0.5 * dice.normal();
  for (double& v : of_firm) v = 0.5 * dice.normal();
  for (std::uint32_t i = 0; i < people * years; ++i) {
    person.level.push_back(i / years), year.level.push_back(i % years), firm.level.push_back(i % firms);
    p.x[0].push_back(dice.normal());
    p.y.push_back(std::exp(p.x[0].back() * 0.5 + of_person[i / years] + of_firm[i % firms] + 0.3 * dice.normal()));
  }
  p.clusters = {person};
  p.effects = {{std::move(person), {}}, {std::move(year), {}}, {std::move(firm), {}}};
  return p;
}

bool read_trade(Problem& p) {
  const char* folder = std::getenv("COMITY_DATA_DIR");
  const auto file = std::filesystem::path(folder ? folder : "") / "fixest-trade" / "trade.csv";
  if (!folder || !std::filesystem::exists(file)) return false;
  const auto reader = comity::formats::open_delimited(file, {});
  std::vector<std::string> to, from, product, year;
  p.x_names = {"log(dist_km)"}, p.x.resize(1);
  for (comity::formats::Record record; reader->next(record);) {
    to.emplace_back(record.fields[0]), from.emplace_back(record.fields[1]), product.emplace_back(record.fields[2]), year.emplace_back(record.fields[3]);
    p.x[0].push_back(std::log(std::strtod(std::string(record.fields[4]).c_str(), nullptr)));
    p.y.push_back(std::strtod(std::string(record.fields[5]).c_str(), nullptr));
  }
  const auto grouped = [](const char* name, const std::vector<std::string>& keys) { return make_grouping(name, std::vector<std::string_view>(keys.begin(), keys.end())); };
  const auto origin = grouped("Origin", from), destination = grouped("Destination", to), of_year = grouped("Year", year);
  p.effects = {{cross_groupings(origin, of_year), {}}, {cross_groupings(destination, of_year), {}}, {grouped("Product", product), {}}};
  p.clusters = {cross_groupings(origin, destination)};
  return true;
}

// The fit's residuals must add up to nothing over every level of every effect and along every regressor.
bool is_right(const Problem& p, const Estimate& e) {
  if (!e.convergence.converged || e.names.size() != p.x_names.size()) {
    fmt::print(stderr, "{} after {} iterations; {} of {} regressors kept; {}\n", e.convergence.converged ? "converged" : "not converged", e.convergence.iterations, e.names.size(),
               p.x_names.size(), e.convergence.diagnosis);
    return false;
  }
  for (const auto& of : e.effect_levels) {
    std::vector<double> y(of.levels), rest(of.levels);
    for (std::size_t i = 0; i < e.rows; ++i) y[of.level[i]] += p.y[e.design.row[i]], rest[of.level[i]] += p.y[e.design.row[i]] - std::exp(e.fitted[i]);
    // The last step is judged by all rows together: a pair with one small trade in a century may be a step behind the others.
    double all = 0, left = 0;
    for (std::size_t l = 0; l < y.size(); ++l) all += y[l], left += std::abs(rest[l]);
    if (left > 1e-7 * all) {
      fmt::print(stderr, "{}: {} of {} is left over its levels\n", of.name, left, all);
      return false;
    }
    for (std::size_t l = 0; l < y.size(); ++l) {
      if (std::abs(rest[l]) > 1e-3 * (1 + y[l])) {
        fmt::print(stderr, "{}, level {}: outcomes add up to {}, what is left to {}\n", of.name, l, y[l], rest[l]);
        return false;
      }
    }
  }
  for (const auto& x : p.x) {
    double all = 0, rest = 0;
    for (std::size_t i = 0; i < e.rows; ++i) all += std::abs(x[e.design.row[i]]) * p.y[e.design.row[i]], rest += x[e.design.row[i]] * (p.y[e.design.row[i]] - std::exp(e.fitted[i]));
    if (std::abs(rest) > 1e-7 * all) {
      fmt::print(stderr, "a regressor leaves {} of {}\n", rest, all);
      return false;
    }
  }
  return true;
}

bool run(const char* what, const Problem& problem, int times) {
  if (!is_right(problem, estimate_ppml(problem))) {
    fmt::print(stderr, "{}: the answer is wrong\n", what);
    return false;
  }
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    const Estimate e = estimate_ppml(problem);
    const auto errors = covariance(e, ErrorKind::cluster);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:28} {:9} rows {:7.3f} s {:7.3f} s of processor {:3} iterations {:5} rounds {:6} MB peak\n", what, problem.y.size(), seconds, double(std::clock() - cpu) / CLOCKS_PER_SEC,
               e.convergence.iterations, e.convergence.rounds, usage.ru_maxrss / 1024);
  }
  return true;
}

// The panel as a file and the library's coefficients beside it, made by a child so that this process stays small: a child that
// is started from a large one counts the large one's memory as its own.
bool write_panel(std::uint32_t countries, std::uint32_t years, const std::filesystem::path& folder) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const Problem p = make_panel(countries, years);
    const Estimate e = estimate_ppml(p);
    if (!is_right(p, e)) _exit(1);
    std::string coefficients, text = "exp,imp,year,trade,rta,cu,sanct,contig_t,lndist_t\n";
    for (const double b : e.coefficients) coefficients += fmt::format("{}\n", b);
    for (std::size_t i = 0; i < p.y.size(); ++i) {
      text += fmt::format("C{},C{},{},{}", p.effects[0].of.level[i] / years, p.effects[1].of.level[i] / years, 1980 + p.effects[0].of.level[i] % years, p.y[i]);
      for (const auto& x : p.x) text += fmt::format(",{}", x[i]);
      text += '\n';
    }
    comity::write_file(folder / "panel.csv", text);
    comity::write_file(folder / "coefficients", coefficients);
    _exit(0);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

constexpr int estimate_column = 4;  // of `--format csv`: number, model, outcome, term, estimate

// The answer of the process against the coefficients of the library.
bool says_the_same(const std::string& answer, const std::string& coefficients) {
  std::size_t line = answer.find('\n'), from = 0;
  for (std::size_t end; (end = coefficients.find('\n', from)) != std::string::npos; from = end + 1) {
    if (line == std::string::npos) return false;
    const double ours = std::strtod(coefficients.c_str() + from, nullptr);
    std::size_t cell = line + 1;
    for (int column = 0; column < estimate_column; ++column) cell = answer.find(',', cell) + 1;
    const double theirs = std::strtod(answer.c_str() + cell, nullptr);
    if (!(std::abs(ours - theirs) <= 1e-9 * std::abs(ours))) {
      fmt::print(stderr, "the process says {}, the library {}\n", theirs, ours);
      return false;
    }
    line = answer.find('\n', line + 1);
  }
  return from > 0;
}

bool run_process(const std::string& program, std::uint32_t countries, std::uint32_t years, int times) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("comity-ppml-bench-{}", getpid());
  std::filesystem::create_directories(folder);
  bool right = write_panel(countries, years, folder);
  const std::string rows = std::to_string(std::size_t(countries) * (countries - 1) * years), panel = (folder / "panel.csv").string(), answer = (folder / "answer.csv").string();
  for (int i = -1; right && i < times; ++i) {  // the first warms up
    const auto start = std::chrono::steady_clock::now();
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      execl(program.c_str(), program.c_str(), "estimate", "ppml", "trade ~ rta + cu + sanct + contig_t + lndist_t | exp^year + imp^year + exp^imp | exp^imp", "--data", panel.c_str(), "--format", "csv",
            "--output", answer.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    int status = 0;
    rusage usage{};
    right = wait4(child, &status, 0, &usage) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    right = right && says_the_same(comity::read_file(answer), comity::read_file(folder / "coefficients"));
    const auto of = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    if (right && i >= 0) fmt::print("{:28} {:>9} rows {:7.3f} s {:7.3f} s of processor {:6} MB peak\n", "whole process, from CSV", rows, seconds, of(usage.ru_utime) + of(usage.ru_stime), usage.ru_maxrss / 1024);
    std::fflush(nullptr);
  }
  std::filesystem::remove_all(folder);
  if (!right) fmt::print(stderr, "whole process, {} rows: the answer is wrong\n", rows);
  return right;
}

}  // namespace

int main(int argc, char** argv) {
  const int times = std::getenv("COMITY_BENCH_RUNS") ? std::atoi(std::getenv("COMITY_BENCH_RUNS")) : 5;
  bool right = true;
  std::uint32_t more = 0;
  for (int i = 1; i < argc; ++i) {
    if (const int number = std::atoi(argv[i]); number > 0) {
      more = std::uint32_t(number);
      continue;
    }
    right = run_process(argv[i], 100, 20, times) && run_process(argv[i], 180, 30, times) && run_process(argv[i], 220, 40, times) && right;
  }
  right = run("gravity, 100 countries", make_panel(100, 20), times) && right;
  right = run("gravity, 180 countries", make_panel(180, 30), times) && right;
  right = run("gravity, 220 countries", make_panel(220, 40), times) && right;
  right = run("weakly connected", make_difficult(1000000), times) && right;
  Problem trade;
  if (read_trade(trade)) right = run("fixest's trade data", trade, times) && right;
  if (more > 0) mallopt(M_MMAP_MAX, 0), mallopt(M_TRIM_THRESHOLD, -1);  // as `comity estimate` does for many rows
  if (more > 0) right = run("gravity, many countries", make_panel(more, 97), 1) && right;
  return right ? 0 : 1;
}
