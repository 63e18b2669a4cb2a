// How fast are claims read on one core? The claims of the sample are counted while it is written, and checked before anything
// is timed. One row a run: what, size, claims, seconds, MB/s, peak memory. Audits of many documents: audit_bench.
#include <sys/resource.h>

#include <chrono>
#include <ctime>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/article.hpp"
#include "comity/claims/extract.hpp"

namespace {

using namespace comity;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

long peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

int bench_claims(const claims::Extractor& extractor) {
  const bench::Party germany{"Germany", "German", "Berlin", ""}, kazakhstan{"Kazakhstan", "Kazakh", "Astana", "Almaty"};
  std::string text;
  std::size_t expected = 0;
  for (unsigned n = 0; text.size() < 50'000'000; ++n) text += bench::article(germany, kazakhstan, n), expected += bench::claims_in_article;
  std::size_t found = 0;
  const auto read = [&] {
    found = 0;
    extractor.extract(text, {}, [&](std::vector<claims::Claim>& some) { found += some.size(); });
  };
  read();
  if (found != expected) {
    fmt::print(stderr, "claims: {} found, {} written: not timed\n", found, expected);
    return 1;
  }
  for (int run = 0; run < 5; ++run) {
    const std::clock_t before = std::clock();
    const double wall = seconds_of(read);
    const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;  // of the processor: the machine may be shared
    fmt::print("{:10} {:6.1f} MB {:9} claims {:7.3f} s CPU ({:.3f} s wall) {:6.1f} MB/s {:6} MB peak\n", "claims", double(text.size()) / 1e6, found, seconds, wall, double(text.size()) / 1e6 / seconds, peak_mb());
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main() {
  const claims::Extractor extractor(COMITY_SOURCE_DIR "/data", world::Resolver::make(world::Register::load(COMITY_SOURCE_DIR "/data"), COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  return bench_claims(extractor);
}
