// comity sources: what an edition was made from, and what became of every record; or one source in detail.
#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sources_ask.hpp"
#include "apps/cli/sources_get.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

using store::sql_text;

// One line a source: the account of its records, summed over its files. A curated row counts for the reference it cites.
constexpr const char* list_sql = R"(
WITH account AS (SELECT source, sum(records_read) AS records, sum(used) AS used, sum(rejected) AS rejected, sum(unwanted) AS unwanted,
                        sum(facts) AS facts, sum(absences) AS absences FROM ledger GROUP BY source),
     fact AS (SELECT source, count(*) AS facts FROM (SELECT source FROM observation UNION ALL SELECT source FROM event UNION ALL SELECT source FROM mission
              UNION ALL SELECT source FROM membership UNION ALL SELECT source FROM agreement UNION ALL SELECT source FROM presence UNION ALL
              SELECT source FROM fx_rate) GROUP BY source)
SELECT s.key AS id, s.role, s.licence, s.as_of, a.records::BIGINT AS records, a.used::BIGINT AS used, a.rejected::BIGINT AS rejected,
       a.unwanted::BIGINT AS unwanted, coalesce(a.facts, f.facts, 0)::BIGINT AS facts, a.absences::BIGINT AS absences, true AS in_edition
FROM source s LEFT JOIN account a ON a.source = s.id LEFT JOIN fact f ON f.source = s.id)";

struct Part {
  const char* name;   // JSON key
  const char* title;  // for people
  std::string sql;
};

std::vector<Part> parts_of(const std::string& id) {
  const std::string source = fmt::format("(SELECT id FROM source WHERE key = {})", sql_text(id));
  return {
      {"coverage", "What it claims to hold",
       fmt::format("SELECT indicator, from_year, to_year, reporters, blank AS blank_means, zero AS zero_means, note FROM coverage WHERE source = {} ORDER BY ALL", source)},
      {"files", "Files: records = used + rejected + unwanted",
       fmt::format("SELECT f.path AS file, records_read::BIGINT AS records, used::BIGINT AS used, rejected::BIGINT AS rejected, unwanted::BIGINT AS unwanted, "
                   "facts::BIGINT AS facts, absences::BIGINT AS absences FROM ledger l JOIN source_file f ON f.id = l.file WHERE l.source = {} ORDER BY f.path", source)},
      {"rejected", "Rejected records, by reason, each with an example",
       fmt::format("SELECT regexp_replace(reason, ': .*', '') AS why, count(*) AS records, arg_min(f.path || ', record ' || record, record) AS example_at, "
                   "arg_min(left(raw, 60), record) AS example FROM reject r JOIN source_file f ON f.id = r.file WHERE r.source = {} GROUP BY 1 ORDER BY 2 DESC, 1", source)},
      {"unwanted", "Records left out by a declared rule", fmt::format("SELECT reason, records::BIGINT AS records FROM unwanted WHERE source = {} ORDER BY ALL", source)},
      {"corrections", "Declared repairs",
       fmt::format("SELECT id, reason, reported, status, records::BIGINT AS records FROM correction WHERE source = {} ORDER BY id", source)},
  };
}

class SourcesCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("ID", "one source, in detail: its files, coverage, rejects by reason, terms; behind get, those to load", ids_);
    get_.add_to(arguments);
    ask_.add_to(arguments);
    format_.add_to(arguments, row_formats, "table");
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    if (!ids_.empty() && ids_[0] == "get") return get_.run({ids_.begin() + 1, ids_.end()});
    get_.check_unused();
    if (!ids_.empty() && ids_[0] == "ask") return ask_.run({ids_.begin() + 1, ids_.end()});
    ask_.check_unused();
    if (ids_.size() > 1) throw UsageError("sources takes one id, or none", "See: comity sources --help");
    auto database = edition_.open_database();
    auto connection = database.connect();
    Output out = output_.open();
    if (ids_.empty()) {
      list(connection, out);
    } else {
      detail(connection, ids_[0], out);
    }
    out.finish();
    return 0;
  }

 private:
  static std::vector<sources::Source> declared() { return sources::read_sources(share_folder() / "sources"); }

  void list(store::Connection& connection, Output& out) const {
    std::string sql = list_sql;
    for (const auto& source : declared()) {
      sql += fmt::format(" UNION ALL SELECT {0}, {1}, {2}, {3}, NULL, NULL, NULL, NULL, NULL, NULL, false WHERE {0} NOT IN (SELECT key FROM source)", sql_text(source.id),
                         sql_text(source.role), sql_text(source.licence), sql_text(source.as_of));
    }
    sql = fmt::format("SELECT * FROM ({}) ORDER BY records IS NULL, in_edition DESC, id", sql);
    // Licences may be sentences; a table for people has no room for them.
    if (format_.name == "table") {
      sql = fmt::format("SELECT id, role, CASE WHEN length(licence) > 22 THEN left(licence, 21) || '…' ELSE licence END AS licence, as_of, records, used, rejected, unwanted, facts, "
                        "absences, CASE WHEN in_edition THEN '' ELSE 'not in this edition' END AS remark FROM ({})", sql);
    }
    write_query(connection, sql, *make_row_writer(format_.name, out));
  }

  void detail(store::Connection& connection, const std::string& id, Output& out) const {
    if (connection.number(fmt::format("SELECT count(*) FROM source WHERE key = {}", sql_text(id))) == 0) fail_absent(connection, id);
    if (format_.name == "csv") {
      write_query(connection, parts_of(id)[1].sql, *make_row_writer("csv", out));
      return;
    }
    const bool json = format_.name == "json";
    head(connection, id, out, json);
    for (const Part& part : parts_of(id)) {
      if (json) {
        out.write(fmt::format(",{}:", json_text(part.name)));
        write_query(connection, part.sql, *make_row_writer("json part", out));
      } else if (connection.number(fmt::format("SELECT count(*) FROM ({})", part.sql)) > 0) {
        out.write(fmt::format("\n{}\n\n", part.title));
        write_query(connection, part.sql, *make_row_writer("table", out));
      }
    }
    if (json) out.write("}\n");
  }

  void head(store::Connection& connection, const std::string& id, Output& out, bool json) const {
    std::string folder;
    for (const auto& source : declared()) {
      if (source.id == id) folder = source.shipped() ? "shipped with Comity" : source.folder + "/ in the data folder";
    }
    const auto cell = [&](const char* column) { return connection.text(fmt::format("SELECT {} FROM source WHERE key = {}", column, sql_text(id))); };
    if (!json) out.write(cell("title") + "\n\n");
    bool first = true;
    const auto line = [&](const char* name, const std::string& value) {
      if (json) {
        out.write(fmt::format("{}{}:{}", first ? "{" : ",", json_text(name), json_text(value)));
      } else if (!value.empty()) {
        out.write(fmt::format("  {:<14} {}\n", name, value));
      }
      first = false;
    };
    line("id", id);
    if (json) line("title", cell("title"));
    for (const char* column : {"publisher", "version", "as_of", "role", "independence", "derives_from", "licence", "terms", "citation", "url"}) line(column, cell(column));
    line("files_from", folder);
  }

  [[noreturn]] void fail_absent(store::Connection& connection, const std::string& id) const {
    for (const auto& source : declared()) {
      if (source.id != id) continue;
      throw NotFound(fmt::format("{} is not in this edition", id),
                     fmt::format("Put its files ({}: {}) into the folder {}/ of the data folder, then: comity build. They come from {}", source.publisher, source.title, source.folder, source.url));
    }
    std::vector<std::string> known;
    for (const auto& source : declared()) known.push_back(source.id);
    auto result = connection.query("SELECT key FROM source ORDER BY key");
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) known.emplace_back(chunk.text(0, i));
    }
    const std::string near = nearest_word(id, known);
    throw NotFound(fmt::format("there is no source '{}'", id), near.empty() ? "All: comity sources" : fmt::format("Did you mean {}? All: comity sources", near));
  }

  std::vector<std::string> ids_;
  SourcesAsk ask_;
  SourcesGet get_;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_sources_command() { return std::make_unique<SourcesCommand>(); }

}  // namespace comity::cli
