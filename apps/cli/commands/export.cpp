// comity export: an edition's tables for other programs, as a Data Package: the files, datapackage.json that describes
// them, references.bib that cites what is in them. Only what may be passed on, unless a source is asked for by name.
#include <cstdio>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/facts/citations.hpp"
#include "comity/sources/export.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

std::string media_type(std::string_view format) { return format == "csv" ? "text/csv" : "application/vnd.apache.parquet"; }

std::string resource_json(const sources::ExportedTable& table, const std::string& format) {
  std::string out = fmt::format(
      "    {{\"name\": {}, \"path\": {}, \"description\": {}, \"format\": {}, \"mediatype\": {}, \"encoding\": \"utf-8\", \"bytes\": {}, \"hash\": \"sha256:{}\", \"rows\": {},\n"
      "     \"profile\": \"tabular-data-resource\", \"schema\": {{\"missingValues\": [\"\"], \"fields\": [",
      json_text(table.name), json_text(table.file), json_text(table.meaning), json_text(format), json_text(media_type(format)), table.bytes, table.sha256, table.rows);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& c = table.columns[i];
    out += fmt::format("{}\n       {{\"name\": {}, \"type\": {}, \"description\": {}}}", i ? "," : "", json_text(c.name), json_text(c.type), json_text(c.meaning));
  }
  return out + "]}}";
}

std::string source_json(const facts::Source& s) {
  return fmt::format("    {{\"title\": {}, \"path\": {}, \"key\": {}, \"publisher\": {}, \"version\": {}, \"licence\": {}, \"terms\": {}, \"citation\": {}}}", json_text(s.title),
                     json_text(s.url), json_text(s.id), json_text(s.publisher), json_text(s.version), json_text(s.licence), json_text(s.terms), json_text(s.citation));
}

template <class Rows, class Write>
std::string joined(const Rows& rows, Write write) {
  std::string out;
  for (const auto& row : rows) out += (out.empty() ? "" : ",\n") + write(row);
  return out;
}

class ExportCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.file("--output", "DIR", "the folder to write into; it is made if it is not there. - is stdout, for one table alone", output_);
    format_.add_to(arguments, {"csv", "parquet"}, "csv");
    arguments.list("--tables", "TABLE,…", "these only (usually all; comity help schema lists them)", tables_);
    arguments.list("--include-unlicensed", "ID,…", "also these sources, although their terms are unknown or forbid passing them on: what you do with them is yours to answer for", include_);
    edition_.add_to(arguments);
  }

  int run() override {
    if (output_.empty()) throw UsageError("export needs a folder to write into", "Name it: comity export --output DIR");
    if (fs::exists(output_) && !fs::is_directory(output_)) throw UsageError(fmt::format("{} is no folder", output_), "Name a folder with --output.");
    auto database = edition_.open_database(true, 2);
    auto connection = database.connect();
    if (output_ == "-") return to_stdout(connection);
    const auto made = sources::export_edition(connection, {output_, format_.name, tables_, include_});
    const store::Edition edition(edition_.path(), load_register());
    write_package(made, edition.context());
    report(made);
    return 0;
  }

 private:
  // One table, without what describes it.
  int to_stdout(store::Connection& connection) const {
    if (tables_.size() != 1) throw UsageError("stdout takes one table", "Name it: --tables observation --output -");
    std::string pattern = (fs::temp_directory_path() / "comity-export-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw StoreError(fmt::format("no folder can be made in {}", fs::temp_directory_path().string()), "Set TMPDIR to a folder that may be written.");
    struct Folder {
      fs::path path;
      ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
      }
    } const folder{pattern};
    const auto made = sources::export_edition(connection, {folder.path, format_.name, tables_, include_});
    std::FILE* file = std::fopen((folder.path / made.tables.at(0).file).c_str(), "rb");
    if (!file) throw StoreError("the table that was just written cannot be read");
    Output out("-");
    std::vector<char> buffer(1u << 20);
    for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), file)) > 0;) out.write({buffer.data(), n});
    std::fclose(file);
    out.finish();
    return 0;
  }

  // The sources behind what was written, as the edition describes them.
  static std::vector<facts::Source> written(const sources::Exported& made, const facts::Context& context) {
    std::set<std::string> keys;
    for (const auto& source : made.sources) {
      if (source.is_in) keys.insert(source.key);
    }
    std::vector<facts::Source> out;
    for (const auto& source : context.sources) {
      if (keys.contains(source.id)) out.push_back(source);
    }
    return out;
  }

  void write_package(const sources::Exported& made, const facts::Context& context) const {
    const auto sources = written(made, context);
    std::set<std::string> licences;
    std::string bib;
    for (const auto& source : sources) {
      licences.insert(source.licence);
      bib += facts::bibtex_entry(source, "") + "\n";
    }
    std::string left_out;
    for (const auto& source : made.sources) {
      if (!source.is_in) left_out += (left_out.empty() ? "" : ", ") + json_text(source.key);
    }
    const std::string package = fmt::format(
        "{{\n  \"profile\": \"tabular-data-package\", \"name\": \"comity-edition\", \"id\": {}, \"title\": \"Comity: relations between states\",\n"
        "  \"description\": \"Tables of a Comity edition. Every fact names its source; the terms of each source are its own.\", \"version\": {},\n"
        "  \"licenses\": [\n{}\n  ],\n  \"sources\": [\n{}\n  ],\n  \"sources_left_out\": [{}],\n  \"resources\": [\n{}\n  ]\n}}\n",
        json_text(context.edition), json_text(context.edition_date), joined(licences, [](const std::string& l) { return fmt::format("    {{\"name\": {}, \"title\": {}}}", json_text(l), json_text(l)); }),
        joined(sources, source_json), left_out, joined(made.tables, [&](const auto& table) { return resource_json(table, format_.name); }));
    write_file(fs::path(output_) / "datapackage.json", package);
    write_file(fs::path(output_) / "references.bib", bib);
  }

  void report(const sources::Exported& made) const {
    Output out("-");
    for (const auto& table : made.tables) {
      out.write(fmt::format("  {:<16} {:>10} rows{}\n", table.name, table.rows, table.left_out ? fmt::format("; {} stay here, their terms do not allow passing them on", table.left_out) : ""));
    }
    std::string stay, asked;
    for (const auto& source : made.sources) {
      if (!source.is_in) stay += (stay.empty() ? "" : ", ") + source.key;
      if (source.was_asked_for) asked += (asked.empty() ? "" : ", ") + source.key;
    }
    if (!stay.empty()) out.write(fmt::format("\nLeft out, because their terms are unknown or forbid it: {}\n", stay));
    if (!asked.empty()) out.write(fmt::format("\nAsked for by name, against their terms or without any: {}\n", asked));
    out.write(fmt::format("\n{}: datapackage.json describes the files, references.bib cites the sources\n", output_));
    out.finish();
  }

  std::string output_;
  FormatOption format_;
  std::vector<std::string> tables_, include_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace comity::cli
