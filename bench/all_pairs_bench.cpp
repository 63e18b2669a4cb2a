// How many dossiers a second does one process write as JSON, every pair of an edition on two threads?
// Usage: all_pairs_bench EDITION [THREADS]. Checked: as many as the edition has pairs, and the same bytes in every run.
// One row a run: input, dossiers, seconds, dossiers a second, peak memory. Goal: over 1,000 a second.
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "comity/document/render.hpp"
#include "comity/dossier/dossier.hpp"
#include "comity/store/edition.hpp"
#include "comity/world/register.hpp"

namespace {

using namespace comity;

struct Answer {
  std::uint64_t dossiers = 0, bytes = 0, hash = 0;  // the sum of hashes does not depend on the order
  bool operator==(const Answer&) const = default;
};

Answer write_all(const store::Edition& edition, int threads) {
  std::atomic<std::uint64_t> dossiers = 0, bytes = 0, hash = 0;
  edition.for_each_pair(threads, [&](std::size_t, const facts::PairFacts& facts) {
    const std::string text = document::render_json(dossier::make_dossier(facts, edition.context()), {});
    ++dossiers;
    bytes += text.size();
    hash += std::hash<std::string>{}(text);
  });
  return {dossiers, bytes, hash};
}

}  // namespace

int main(int count, char** words) {
  if (count < 2 || count > 3) {
    fmt::print(stderr, "Usage: {} EDITION [THREADS]\n", words[0]);
    return 2;
  }
  // As `comity dossier --all` does (apps/cli/keep_memory.cpp): memory is kept between dossiers.
  ::mallopt(M_TOP_PAD, 32 << 20);
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
  const int threads = count == 3 ? std::max(1, std::atoi(words[2])) : 2;
  const store::Edition edition(words[1], world::Register::load(std::filesystem::path(COMITY_SOURCE_DIR) / "data"));
  const Answer first = write_all(edition, threads);  // warm-up, and what the others must give
  if (first.dossiers != edition.pair_count()) {
    fmt::print(stderr, "wrong answer: {} dossiers of {} pairs\n", first.dossiers, edition.pair_count());
    return 1;
  }
  std::vector<double> rates;
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const Answer answer = write_all(edition, threads);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!(answer == first)) {
      fmt::print(stderr, "wrong answer: run {} gave {} bytes, hash {:016x}; the first {} and {:016x}\n", i + 1, answer.bytes, answer.hash, first.bytes, first.hash);
      return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    rates.push_back(double(answer.dossiers) / seconds);
    fmt::print("all pairs, {} threads {:7} dossiers {:8} MB of JSON {:8.2f} s {:7.0f} a second {:6} MB peak\n", threads, answer.dossiers, answer.bytes / 1'000'000, seconds,
               rates.back(), usage.ru_maxrss / 1024);
    std::fflush(stdout);
  }
  std::ranges::sort(rates);
  fmt::print("median {:.0f} dossiers a second (goal 1000)\n", rates[2]);
}
