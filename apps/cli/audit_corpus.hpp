// Many documents audited at once: claims are read on all threads, then the documents of each pair are held against that
// pair's facts, which are read once however many documents are on it. A corpus on many pairs takes the facts of all pairs in
// one pass over the edition. Memory is bounded: some thousands of documents at a time. Sums do not depend on the threads.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "comity/audit/audit.hpp"
#include "comity/claims/extract.hpp"
#include "comity/store/edition.hpp"

namespace comity::cli {

struct CorpusTally {
  std::map<std::pair<std::string, std::string>, std::array<std::size_t, audit::verdict_count>> by_kind_and_pair;  // "visit", "DEU-KAZ"
  std::array<std::size_t, audit::verdict_count> verdicts{};
  std::size_t documents = 0, without_pair = 0, failed = 0;
};

// The documents below a folder, by ending, in the order of their names. Throws NotFound where there are none.
std::vector<std::filesystem::path> documents_in(const std::string& folder);

class CorpusAudit {
 public:
  CorpusAudit(const claims::Extractor& extractor, const store::Edition& edition, std::size_t threads) : extractor_(extractor), edition_(edition), threads_(threads) {}
  CorpusTally run(const std::vector<std::filesystem::path>& files) const;

 private:
  struct Read {
    std::string title, file;
    std::vector<claims::Claim> claims;
  };
  using Pair = std::pair<StateId, StateId>;
  using Groups = std::map<Pair, std::vector<Read>>;

  void read_one(const std::filesystem::path& path, Groups& groups, CorpusTally& tally) const;
  void check_group(std::vector<Read>& documents, const facts::PairFacts& facts, CorpusTally& tally) const;
  void check_groups(Groups& groups, std::vector<CorpusTally>& tallies) const;
  void run_batch(const std::vector<std::filesystem::path>& files, std::size_t begin, std::size_t end, std::vector<CorpusTally>& tallies) const;

  const claims::Extractor& extractor_;
  const store::Edition& edition_;
  std::size_t threads_;
};

}  // namespace comity::cli
