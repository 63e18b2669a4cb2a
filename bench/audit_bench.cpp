// How long do 10,000 articles of some three kilobytes, on thousands of pairs of states, take to be audited? Asked of the program as
// users ask it: `comity audit --corpus`. Usage: audit_bench COMITY EDITION [PAIRS] (default 5000; each has as many articles as any other).
// Checked before anything is timed: one thread and two print the same table, every article has all its claims, none is
// on no pair. One row a run: articles, pairs, findings, seconds, articles a second, peak memory of the program. Goal: 120 s on two cores.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "bench/article.hpp"
#include "comity/claims/extract.hpp"
#include "comity/world/register.hpp"

namespace {

using namespace comity;
namespace fs = std::filesystem;

constexpr unsigned articles = 10'000;
constexpr std::size_t claims_in_each = bench::claims_in_article - 1;

// States whose article with Germany has all its claims: those whose name or demonym is not another's as well.
std::vector<bench::Party> parties(const claims::Extractor& extractor, const world::Register& states) {
  const bench::Party partner{"Germany", "German", "Berlin", ""};
  std::vector<bench::Party> out;
  for (const world::Capital& capital : states.capitals()) {
    const world::State& state = states.state(capital.state);
    if (state.kind != "state" || !state.is_current() || state.adjective.empty() || state.key == "DEU" || capital.span.to != last_day) continue;
    if (!out.empty() && out.back().name == state.name) continue;
    const bench::Party party{state.name, state.adjective, capital.city, ""};
    const auto there = extractor.extract(bench::article(partner, party, 1), {}), back = extractor.extract(bench::article(party, partner, 1), {});
    if (there.claims.size() == claims_in_each && back.claims.size() == claims_in_each) out.push_back(party);
  }
  return out;
}

// Writes the articles to a folder; how many pairs they are on.
std::size_t write_articles(const fs::path& folder, const std::vector<bench::Party>& parties, const claims::Extractor& extractor, std::size_t wanted) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t step = 1; step < parties.size() && pairs.size() < wanted; ++step) {
    for (std::size_t i = 0; i + step < parties.size() && pairs.size() < wanted; ++i) {
      if (extractor.extract(bench::article(parties[i], parties[i + step], 1), {}).claims.size() == claims_in_each) pairs.emplace_back(i, i + step);
    }
  }
  for (unsigned n = 0; n < articles && !pairs.empty(); ++n) {
    const auto& [a, b] = pairs[n % pairs.size()];
    std::ofstream(folder / fmt::format("{:05}.md", n)) << bench::article(parties[a], parties[b], n);
  }
  return pairs.size();
}

struct Answer {
  std::string table;
  double seconds = 0, processor = 0;  // of the clock; of all cores, where the machine is shared
};

double processor_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

Answer ask(const std::string& command, int threads, const fs::path& out) {
  const auto start = std::chrono::steady_clock::now();
  const double before = processor_of_children();
  const int status = std::system(fmt::format("{} --threads {} --format json > {} 2> {}.err", command, threads, out.string(), out.string()).c_str());
  Answer answer;
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  answer.processor = processor_of_children() - before;
  if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3)) return answer;
  std::stringstream text;
  text << std::ifstream(out).rdbuf();
  answer.table = text.str();
  return answer;
}

// The sum of all verdicts in a table.
std::size_t findings_in(const std::string& table) {
  simdjson::dom::parser parser;
  simdjson::dom::array rows;
  if (parser.parse(table).get_array().get(rows)) return 0;
  std::size_t sum = 0;
  for (const simdjson::dom::element row : rows) {
    for (const auto& [key, value] : simdjson::dom::object(row)) {
      if (key == "kind" || key == "pair") continue;
      std::int64_t number = 0;
      std::string_view text;
      if (!value.get_int64().get(number)) sum += static_cast<std::size_t>(number);
      else if (!value.get_string().get(text)) sum += static_cast<std::size_t>(std::atoll(std::string(text).c_str()));
    }
  }
  return sum;
}

int run(const std::string& program, const std::string& edition, std::size_t wanted, const fs::path& folder) {
  const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
  const claims::Extractor extractor(COMITY_SOURCE_DIR "/data", world::Resolver::make(states, COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  fs::create_directories(folder / "articles");
  const std::size_t pairs = write_articles(folder / "articles", parties(extractor, *states), extractor, wanted);
  const std::string command = fmt::format("{} audit --corpus {} --edition {}", program, (folder / "articles").string(), edition);
  const Answer alone = ask(command, 1, folder / "one.json"), both = ask(command, 2, folder / "two.json");
  const std::size_t findings = findings_in(alone.table);
  if (alone.table.empty() || alone.table != both.table || findings != articles * claims_in_each) {
    fmt::print(stderr, "audit: {} findings, {} expected; one thread and two print {}\n", findings, articles * claims_in_each, alone.table == both.table ? "the same" : "different tables");
    return 1;
  }
  const auto say = [&](const Answer& answer, int threads) {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    fmt::print("audit {:6} articles {:6} pairs {:8} findings {} threads {:7.2f} s ({:.2f} s CPU) {:6.0f} a second {:6} MB peak\n", articles, pairs, findings, threads, answer.seconds, answer.processor, articles / answer.seconds, usage.ru_maxrss / 1024);
    std::fflush(stdout);
  };
  say(alone, 1);
  say(both, 2);
  for (int i = 0; i < 3; ++i) {
    const Answer answer = ask(command, 2, folder / "more.json");
    if (answer.table != alone.table) return 1;
    say(answer, 2);
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3 || count > 4) {
    fmt::print(stderr, "Usage: {} COMITY EDITION [PAIRS]\n", words[0]);
    return 2;
  }
  const fs::path folder = fs::temp_directory_path() / fmt::format("comity-audit-bench-{}", ::getpid());
  const int failed = run(words[1], words[2], count == 4 ? static_cast<std::size_t>(std::atoll(words[3])) : 5000, folder);
  fs::remove_all(folder);
  return failed;
}
