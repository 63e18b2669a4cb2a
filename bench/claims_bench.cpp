// How fast are claims read on one core, and how long do 10,000 audits take on two? The claims of the sample are counted
// while it is written, and checked before anything is timed. One row a run: what, size, claims, seconds, MB/s, peak memory.
// The audits need an edition: COMITY_TEST_EDITION; without it that half is left out and says so.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "comity/audit/audit.hpp"
#include "comity/claims/extract.hpp"
#include "comity/store/edition.hpp"

namespace {

using namespace comity;

// An article of some three kilobytes with 20 claims and prose between them, as articles have; the numbers vary.
std::string article(unsigned n) {
  return fmt::format(
      "Germany–Kazakhstan relations\n\n## History\n\nThe plains between the two rivers were crossed by caravans long before either state had a name, and travellers left accounts "
      "of markets, wells and winters that historians still read with care. Diplomatic relations were established on {} February 1992. In {}, Germany opened an embassy in "
      "Astana. The first years were hard ones for both, and much of what was planned on paper had to wait until railways, customs houses and banks "
      "were able to carry it.\n\n## Visits\n\nGerman president Karl Muster visited Kazakhstan in {}. He was shown a steelworks, a theatre and a school, and spoke about rivers and seed. "
      "President Ana Probe travelled to Berlin in May {}. Guests of lesser rank came and went without leaving much of a trace in the newspapers of the day.\n\n"
      "## Economy\n\nBilateral trade between the two countries amounted to EUR {} million in 2016. Grain, ore, machinery and medicine made up most of it, though the share of each moved with prices that "
      "neither side set. German exports to Kazakhstan amounted to {} million euros in 2015. Over {} German companies operate in Kazakhstan, including Aster, Birke, "
      "Cedar and Dorn. Direct investment from Germany in Kazakhstan reached ${} million in 2012.\n\nIn 1998, the two countries signed an extradition treaty. Both nations are members of the United Nations, "
      "the World Trade Organization and the OSCE. About {} people of Kazakh descent live in Germany. The rest of the story belongs to the many who taught, built, sang and traded without "
      "asking whose report would count them.\n\n## Resident diplomatic missions\n\n* Germany has an embassy in Astana and a consulate-general in Almaty.\n* Kazakhstan has an embassy in Berlin.\n\n",
      1 + n % 28, 1993 + n % 9, 2001 + n % 20, 2001 + n % 20, 4000 + n % 900, 200 + n % 700, 100 + n % 800, 30 + n % 500, 10000 + n % 5000);
}
constexpr std::size_t claims_in_article = 20;

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
  std::string text;
  std::size_t expected = 0;
  for (unsigned n = 0; text.size() < 50'000'000; ++n) text += article(n), expected += claims_in_article;
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

int bench_audits(const claims::Extractor& extractor, const std::string& file) {
  const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
  const store::Edition edition(file, states);
  constexpr unsigned articles = 10'000;
  std::atomic<std::size_t> claims_found{0}, confused{0};
  const auto work = [&] {
    claims_found = confused = 0;
    std::atomic<unsigned> next{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
      threads.emplace_back([&] {
        store::Session session(edition);
        const auto facts = session.pair_facts(states->by_key("DEU"), states->by_key("KAZ"));  // once a pair, as --corpus does
        for (unsigned n; (n = next++) < articles;) {
          auto read = extractor.extract(article(n), {});
          const auto report = audit::check(std::move(read.claims), facts, edition.context(), {read.title, "article"});
          claims_found += report.findings.size();
          confused += report.count(audit::Verdict::contradicted);
        }
      });
    }
    for (auto& thread : threads) thread.join();
  };
  const double seconds = seconds_of(work);
  if (claims_found != articles * claims_in_article) {
    fmt::print(stderr, "audit: {} findings, {} expected\n", claims_found.load(), articles * claims_in_article);
    return 1;
  }
  fmt::print("{:10} {:6} articles {:9} findings {:7.3f} s on 2 threads {:6} MB peak\n", "audit", articles, claims_found.load(), seconds, peak_mb());
  return 0;
}

}  // namespace

int main() {
  const claims::Extractor extractor(COMITY_SOURCE_DIR "/data", world::Resolver::make(world::Register::load(COMITY_SOURCE_DIR "/data"), COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  if (const int failed = bench_claims(extractor)) return failed;
  const char* edition = std::getenv("COMITY_TEST_EDITION");
  if (!edition) {
    fmt::print("audit: COMITY_TEST_EDITION is not set, not measured\n");
    return 0;
  }
  return bench_audits(extractor, edition);
}
