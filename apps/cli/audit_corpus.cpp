#include "apps/cli/audit_corpus.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/document_file.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t batch = 20'000;        // documents whose claims are held at once: some 200 MB
constexpr std::size_t many_pairs = 1'500;    // from here one pass over all pairs is faster than a question for each

// Calls work(worker, i) for every i below count, on so many threads.
void in_parallel(std::size_t threads, std::size_t count, const std::function<void(std::size_t worker, std::size_t i)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> running;
  for (std::size_t w = 0; w < std::min(threads, count); ++w) {
    running.emplace_back([&, w] {
      for (std::size_t i; (i = next++) < count;) work(w, i);
    });
  }
  for (std::thread& one : running) one.join();
}

void add(CorpusTally& sum, const CorpusTally& one) {
  for (const auto& [key, row] : one.by_kind_and_pair) {
    auto& into = sum.by_kind_and_pair[key];
    for (std::size_t i = 0; i < row.size(); ++i) into[i] += row[i];
  }
  for (std::size_t i = 0; i < sum.verdicts.size(); ++i) sum.verdicts[i] += one.verdicts[i];
  sum.documents += one.documents;
  sum.without_pair += one.without_pair;
  sum.failed += one.failed;
}

}  // namespace

std::vector<fs::path> documents_in(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && (ending == ".txt" || ending == ".md" || ending == ".html" || ending == ".htm" || ending == ".wiki" || ending == ".wikitext")) files.push_back(entry.path());
  }
  if (error) throw NotFound(fmt::format("{}: {}", folder, error.message()), "Give a folder that holds .txt, .md, .html or .wikitext files.");
  if (files.empty()) throw NotFound(fmt::format("{} holds no document", folder), "Documents end in .txt, .md, .html, .htm, .wiki or .wikitext.");
  std::sort(files.begin(), files.end());
  return files;
}

CorpusTally CorpusAudit::run(const std::vector<fs::path>& files) const {
  std::vector<CorpusTally> tallies(threads_);
  for (std::size_t begin = 0; begin < files.size(); begin += batch) run_batch(files, begin, std::min(files.size(), begin + batch), tallies);
  CorpusTally all;
  for (const CorpusTally& one : tallies) add(all, one);
  return all;
}

void CorpusAudit::run_batch(const std::vector<fs::path>& files, std::size_t begin, std::size_t end, std::vector<CorpusTally>& tallies) const {
  std::vector<Groups> read(threads_);
  in_parallel(threads_, end - begin, [&](std::size_t worker, std::size_t i) { read_one(files[begin + i], read[worker], tallies[worker]); });
  Groups groups = std::move(read[0]);
  for (std::size_t w = 1; w < read.size(); ++w) {
    for (auto& [pair, documents] : read[w]) {
      auto& into = groups[pair];
      std::move(documents.begin(), documents.end(), std::back_inserter(into));
    }
  }
  check_groups(groups, tallies);
}

void CorpusAudit::read_one(const fs::path& path, Groups& groups, CorpusTally& tally) const {
  ++tally.documents;
  try {
    const DocumentFile file(path.string());
    claims::Extractor::Options options;
    options.file_name = path.filename().string();
    auto read = extractor_.extract(file.bytes(), options);
    if (!read.a) {
      ++tally.without_pair;
      return;
    }
    groups[std::minmax(read.a, read.b)].push_back({std::move(read.title), std::move(options.file_name), std::move(read.claims)});
  } catch (const Error&) {
    ++tally.failed;
  }
}

void CorpusAudit::check_groups(Groups& groups, std::vector<CorpusTally>& tallies) const {
  if (groups.size() >= many_pairs) {
    std::mutex taking;
    std::atomic<std::size_t> visitor{0};
    edition_.for_each_pair(static_cast<int>(threads_), [&](std::size_t, facts::PairFacts& facts) {
      thread_local std::size_t worker = 0;
      thread_local const void* whose = nullptr;
      if (whose != &groups) whose = &groups, worker = visitor++ % tallies.size();
      std::vector<Read> documents;
      {
        const std::lock_guard lock(taking);
        const auto found = groups.find(std::minmax(facts.a, facts.b));
        if (found == groups.end()) return;
        documents = std::move(found->second);
        groups.erase(found);
      }
      check_group(documents, facts, tallies[worker]);
    });
  }
  std::vector<std::pair<Pair, std::vector<Read>*>> rest;
  for (auto& [pair, documents] : groups) rest.emplace_back(pair, &documents);
  std::vector<std::unique_ptr<store::Session>> sessions(threads_);
  in_parallel(threads_, rest.size(), [&](std::size_t worker, std::size_t i) {
    if (!sessions[worker] || i % 64 == 0) sessions[worker] = std::make_unique<store::Session>(edition_);  // a session keeps the texts it has read
    const facts::PairFacts facts = sessions[worker]->pair_facts(rest[i].first.first, rest[i].first.second);
    check_group(*rest[i].second, facts, tallies[worker]);
  });
}

void CorpusAudit::check_group(std::vector<Read>& documents, const facts::PairFacts& facts, CorpusTally& tally) const {
  const claims::Grammar& grammar = extractor_.grammar("en");
  std::string a = grammar.code(facts.a), b = grammar.code(facts.b);
  if (b < a) std::swap(a, b);
  const std::string pair = a + "-" + b;
  for (Read& one : documents) {
    const auto report = audit::check(std::move(one.claims), facts, edition_.context(), {one.title, one.file});
    for (const audit::Finding& finding : report.findings) {
      ++tally.by_kind_and_pair[{std::string(claims::name_of(report.claims[finding.claim].kind)), pair}][static_cast<std::size_t>(finding.verdict)];
      ++tally.verdicts[static_cast<std::size_t>(finding.verdict)];
    }
  }
}

}  // namespace comity::cli
