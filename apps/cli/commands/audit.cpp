// comity audit: a document's claims held against an edition. Exit code 3 when one is contradicted (or outdated, if asked).
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/document_file.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/audit/write.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

class AuditCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("FILE", "a document: plain text, Markdown, HTML or MediaWiki wikitext; - is stdin", files_);
    document_.add_to(arguments);
    edition_.add_to(arguments);
    format_.add_to(arguments, {"html", "markdown", "json", "text"}, "text");
    arguments.flag("--suggest", "write the document with wrong dates replaced and newer figures added, cited", suggest_);
    arguments.choice("--fail-on", "VERDICT", "exit with 3 for this verdict as well: contradicted (always), outdated, confused", fail_on_, {"contradicted", "outdated", "confused"});
    arguments.text("--corpus", "DIR", "audit every document of a folder, and print a table of verdicts", corpus_);
    arguments.number("--threads", "N", "for --corpus: how many documents at once", threads_, 1, 64);
    output_.add_to(arguments);
  }

  int run() override {
    const auto states = load_register();
    const claims::Extractor extractor(share_folder() / "data", load_resolver(states));
    const store::Edition edition(edition_.path(), states);
    if (!corpus_.empty()) return run_corpus(extractor, edition);
    if (files_.size() != 1) throw UsageError("comity audit takes one FILE", "Several documents at once: --corpus DIR.");
    const DocumentFile file(files_[0]);
    auto read = extractor.extract(file.bytes(), document_.options(*states, files_[0]));
    say_what_was_read(files_[0], read);
    Output out = output_.open();
    audit::Report report;
    if (read.a) {
      store::Session session(edition);
      report = audit::check(std::move(read.claims), session.pair_facts(read.a, read.b), edition.context(), {read.title, files_[0]});
    }
    const audit::Heading heading{files_[0], read.title, read.a ? states->state(read.a).name : "", read.b ? states->state(read.b).name : "", edition.context().edition, edition.context().edition_date};
    out.write(product(report, heading, edition.context(), file, read));
    out.finish();
    return exit_code(report);
  }

 private:
  std::string product(const audit::Report& report, const audit::Heading& heading, const facts::Context& context, const DocumentFile& file, const claims::Extractor::Result& read) const {
    if (suggest_) {
      if (read.encoding != "utf-8" && !read.encoding.empty()) throw DataError(fmt::format("{} is {}: a suggestion can be written for UTF-8 only", heading.file, read.encoding), "Convert it first: iconv -t UTF-8.");
      return audit::suggest(report, context, file.bytes(), read.format);
    }
    if (format_.name == "json") return audit::write_json(report, heading, context);
    if (format_.name == "markdown") return audit::write_markdown(report, heading, context);
    if (format_.name == "text") return audit::write_text(report, heading, context);
    claims::SourceText source;
    claims::read_source_text(file.bytes(), source);
    claims::PlainText plain;
    claims::read_markup(read.format, source.text, plain);
    return audit::write_html(report, heading, context, plain.text, plain.blocks);
  }

  int exit_code(const audit::Report& report) const {
    const bool outdated = fail_on_ == "outdated" && report.count(audit::Verdict::outdated) > 0;
    const bool confused = fail_on_ == "confused" && report.count(audit::Verdict::confused) > 0;
    return report.count(audit::Verdict::contradicted) > 0 || outdated || confused ? 3 : 0;
  }

  struct Tally {
    std::map<std::pair<std::string, std::string>, std::array<std::size_t, audit::verdict_count>> by_kind_and_pair;
    std::size_t documents = 0, without_pair = 0, failed = 0;
    bool finding = false;
  };

  // The facts of the pairs asked for last: a corpus often has many documents on one pair.
  class PairCache {
   public:
    explicit PairCache(store::Session& session) : session_(session) {}
    const facts::PairFacts& facts(StateId a, StateId b) {
      const auto key = std::make_pair(a, b);
      const auto known = kept_.find(key);
      if (known != kept_.end()) return known->second;
      if (kept_.size() >= 64) kept_.clear();
      return kept_.emplace(key, session_.pair_facts(a, b)).first->second;
    }

   private:
    store::Session& session_;
    std::map<std::pair<StateId, StateId>, facts::PairFacts> kept_;
  };

  // Each thread has its own reader of the edition; documents are taken in the order of their names, tables are sums.
  int run_corpus(const claims::Extractor& extractor, const store::Edition& edition) const {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(corpus_, error)) {
      const std::string ending = entry.path().extension().string();
      if (entry.is_regular_file() && (ending == ".txt" || ending == ".md" || ending == ".html" || ending == ".htm" || ending == ".wiki" || ending == ".wikitext")) files.push_back(entry.path());
    }
    if (error) throw NotFound(fmt::format("{}: {}", corpus_, error.message()), "Give a folder that holds .txt, .md, .html or .wikitext files.");
    if (files.empty()) throw NotFound(fmt::format("{} holds no document", corpus_), "Documents end in .txt, .md, .html, .htm, .wiki or .wikitext.");
    std::sort(files.begin(), files.end());
    const std::size_t workers = std::min<std::size_t>(files.size(), threads_ > 0 ? static_cast<std::size_t>(threads_) : std::max(1u, std::thread::hardware_concurrency()));
    std::vector<Tally> tallies(workers);
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (std::size_t w = 0; w < workers; ++w) {
      threads.emplace_back([&, w] {
        store::Session session(edition);
        PairCache cache(session);
        for (std::size_t i; (i = next++) < files.size();) audit_one(extractor, edition, cache, files[i], tallies[w]);
      });
    }
    for (std::thread& thread : threads) thread.join();
    return print_table(tallies);
  }

  void audit_one(const claims::Extractor& extractor, const store::Edition& edition, PairCache& cache, const fs::path& path, Tally& tally) const {
    ++tally.documents;
    try {
      const DocumentFile file(path.string());
      claims::Extractor::Options options;
      options.file_name = path.filename().string();
      auto read = extractor.extract(file.bytes(), options);
      if (!read.a) {
        ++tally.without_pair;
        return;
      }
      std::string pair = extractor.grammar("en").code(read.a) + "-" + extractor.grammar("en").code(read.b);
      const auto report = audit::check(std::move(read.claims), cache.facts(read.a, read.b), edition.context(), {read.title, options.file_name});
      for (const audit::Finding& finding : report.findings) {
        auto& row = tally.by_kind_and_pair[{std::string(claims::name_of(report.claims[finding.claim].kind)), pair}];
        ++row[static_cast<std::size_t>(finding.verdict)];
      }
      tally.finding = tally.finding || exit_code(report) == 3;
    } catch (const Error&) {
      ++tally.failed;
    }
  }

  int print_table(const std::vector<Tally>& tallies) const {
    Tally all;
    for (const Tally& one : tallies) {
      for (const auto& [key, row] : one.by_kind_and_pair) {
        auto& sum = all.by_kind_and_pair[key];
        for (std::size_t i = 0; i < row.size(); ++i) sum[i] += row[i];
      }
      all.documents += one.documents;
      all.without_pair += one.without_pair;
      all.failed += one.failed;
      all.finding = all.finding || one.finding;
    }
    Output out = output_.open();
    const auto rows = make_row_writer(format_.name == "json" ? "json" : "table", out);
    std::vector<Column> columns = {{"kind"}, {"pair"}};
    for (std::size_t i = 0; i < audit::verdict_count; ++i) columns.push_back({std::string(audit::name_of(static_cast<audit::Verdict>(i))), Column::number});
    rows->begin(columns);
    for (const auto& [key, row] : all.by_kind_and_pair) {
      std::vector<Cell> cells = {key.first, key.second};
      for (const std::size_t n : row) cells.push_back(std::to_string(n));
      rows->row(cells);
    }
    rows->end();
    out.finish();
    fmt::print(stderr, "{} documents, {} on no pair, {} that could not be read\n", all.documents, all.without_pair, all.failed);
    return all.finding ? 3 : 0;
  }

  std::vector<std::string> files_;
  std::string fail_on_, corpus_;
  bool suggest_ = false;
  int threads_ = 0;
  DocumentOptions document_;
  EditionOption edition_;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_audit_command() { return std::make_unique<AuditCommand>(); }

}  // namespace comity::cli
