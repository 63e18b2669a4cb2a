// comity claims: the checkable statements of a document about two countries, one a line, with the place where each stands.
#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/document_file.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/error.hpp"
#include "comity/claims/write.hpp"

namespace comity::cli {
namespace {

class ClaimsCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("FILE", "a document: plain text, Markdown, HTML or MediaWiki wikitext; - is stdin", files_);
    document_.add_to(arguments);
    arguments.flag("--trace", "to stderr: what each stage saw in each sentence", trace_);
    format_.add_to(arguments, {"jsonl", "table", "html"}, "jsonl");
    output_.add_to(arguments);
  }

  int run() override {
    if (files_.size() != 1) throw UsageError("comity claims takes one FILE", "Several documents at once: comity audit --corpus DIR.");
    const auto states = load_register();
    const claims::Extractor extractor(share_folder() / "data", load_resolver(states));
    const DocumentFile file(files_[0]);
    claims::Extractor::Options options = document_.options(*states, files_[0]);
    if (trace_) options.trace = [](std::string_view line) { std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data()); };
    Output out = output_.open();
    claims::Extractor::Result result;
    if (format_.name == "jsonl") {
      std::string lines;
      result = extractor.extract(file.bytes(), options, [&](std::vector<claims::Claim>& found) {
        lines.clear();
        for (const claims::Claim& claim : found) claims::append_jsonl(lines, claim);
        out.write(lines);
      });
    } else {
      result = extractor.extract(file.bytes(), options);
      if (format_.name == "table") write_table(out, result);
      else write_page(out, file, result);
    }
    out.finish();
    say_what_was_read(files_[0], result);
    return 0;
  }

 private:
  static void write_table(Output& out, const claims::Extractor::Result& result) {
    const auto rows = make_row_writer("table", out);
    rows->begin({{"start", Column::number}, {"kind"}, {"subject"}, {"object"}, {"value"}, {"unit"}, {"period"}, {"place"}, {"person"}, {"quote"}});
    for (const claims::Claim& one : result.claims) {
      const std::string start = std::to_string(one.start), value = claims::human_value(one), kind(claims::name_of(one.kind));
      const Cell cells[] = {start, kind, one.subject, one.object, value, one.unit, one.period, one.place, one.person, one.quote};
      rows->row(cells);
    }
    rows->end();
  }

  static void write_page(Output& out, const DocumentFile& file, const claims::Extractor::Result& result) {
    claims::SourceText source;
    claims::read_source_text(file.bytes(), source);
    claims::PlainText plain;
    claims::read_markup(result.format, source.text, plain);
    out.write(claims::claims_page(result.title.empty() ? "Claims" : result.title, plain.text, result.claims));
  }

  std::vector<std::string> files_;
  bool trace_ = false;
  DocumentOptions document_;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_claims_command() { return std::make_unique<ClaimsCommand>(); }

}  // namespace comity::cli
