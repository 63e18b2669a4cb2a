// comity audit: a document's claims held against an edition. Exit code 3 when one is contradicted (or outdated, if asked).
#include <algorithm>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/audit_corpus.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/document_file.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/audit/write.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

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
    if (!corpus_.empty() && (!files_.empty() || suggest_)) throw UsageError("comity audit takes a FILE or --corpus, not both", "A folder has no suggestion: --suggest is for one FILE.");
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
      report = audit::check(std::move(read.claims), session.pair_facts(read.a, read.b), edition.context(), {read.title, files_[0], read.language});
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

  // One document a line of the table's sums; documents are grouped by pair, so that a pair's facts are read once.
  int run_corpus(const claims::Extractor& extractor, const store::Edition& edition) const {
    CorpusAudit corpus(extractor, edition, threads_ > 0 ? static_cast<std::size_t>(threads_) : std::max(1u, std::thread::hardware_concurrency()));
    const CorpusTally all = corpus.run(documents_in(corpus_));
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
    const auto found = [&](audit::Verdict verdict) { return all.verdicts[static_cast<std::size_t>(verdict)] > 0; };
    return found(audit::Verdict::contradicted) || (fail_on_ == "outdated" && found(audit::Verdict::outdated)) || (fail_on_ == "confused" && found(audit::Verdict::confused)) ? 3 : 0;
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
