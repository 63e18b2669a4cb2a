#include "comity/sources/derived_facts.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <map>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/base/table.hpp"
#include "comity/expect/expectations.hpp"
#include "comity/sources/code_hashes.hpp"
#include "comity/sources/fact_columns.hpp"
#include "comity/sources/mirror_facts.hpp"
#include "comity/sources/own_tables.hpp"
#include "comity/sources/part_file.hpp"
#include "comity/store/register_functions.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::Connection;
using store::sql_name;
using store::sql_text;

// Kinds of facts that no derivation sees, but of the sources named beside them. A table that is not read at all does not exist
// while deriving, so that a script that asks for it fails.
class Unread {
 public:
  explicit Unread(const std::filesystem::path& file) {
    const Table table = Table::read(file);
    const std::size_t name = table.column("table"), kind = table.column("kind"), but_of = table.column("but_of");
    for (std::size_t i = 0; i < table.rows(); ++i) kinds_[{std::string(table.at(i, name)), std::string(table.at(i, kind))}] = fmt::format("|{}|", table.at(i, but_of));
  }
  bool holds(const std::string& table, const std::string& kind, const std::string& source) const {
    for (const auto& one : {kind, std::string("*")}) {
      const auto found = kinds_.find({table, one});
      if (found != kinds_.end()) return found->second.find("|" + source + "|") == std::string::npos;
    }
    return false;
  }
  // Of no source at all.
  bool holds(const std::string& table) const {
    const auto found = kinds_.find({table, "*"});
    return found != kinds_.end() && found->second == "||";
  }

 private:
  std::map<std::pair<std::string, std::string>, std::string> kinds_;  // sources that are read nonetheless, between bars
};

class Derivation {
 public:
  Derivation(const Assembly& assembly, const Numbering& numbering, Progress& progress)
      : assembly_(assembly), numbering_(numbering), progress_(progress), unread_(assembly.options.places.share / "derive" / "unread.csv") {}

  std::string key() const {
    Sha256 sha;
    sha.add(numbering_.hash()).add(assembling_code()).add(hash_of_tables(assembly_.options.places)).add(read_file(assembly_.options.places.share / "derive" / "unread.csv"));
    for (const auto& script : derive_scripts(assembly_.options.places)) sha.add(read_file(script));
    const auto coasts = assembly_.options.places.packages / "world-countries" / "countries.json";
    sha.add(std::filesystem::exists(coasts) ? read_file(coasts) : "");
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      bool is_read = false;
      for (const auto& one : assembly_.summaries[i].contents) {
        if (!reads(i, one)) continue;
        is_read = true;
        sha.add(one.table).add(one.kind).add(one.hash);
      }
      // How a source is to be taken: its class, role, coverage, day.
      const Source& s = assembly_.sources[i];
      if (is_read) sha.add(s.id).add(read_file(s.place / "source.toml")).add(s.as_of);
    }
    return sha.hex();
  }

  void make(const std::filesystem::path& file) {
    store::Database database({}, {.may_read_files = true, .threads = assembly_.options.threads, .memory = "2GB", .temp_folder = assembly_.options.cache.string()});
    auto connection = database.connect();
    store::register_world_functions(connection, *assembly_.options.states);
    load_own_tables(connection, assembly_.options.places.share / "data");
    load_indicators(connection, assembly_.options.places.share / "data");
    lay_groundwork(connection, assembly_, numbering_);
    progress_.step("gathering what derivations read", 0);
    make_fact_tables(connection);
    gather(connection);
    const auto before = counts(connection);
    for (const auto& script : derive_scripts(assembly_.options.places)) {
      progress_.step("deriving " + script.stem().string(), 0);
      connection.run(read_file(script));
      // What SQL cannot: regression over all mirror flows.
      if (script.stem() == "70-mirror") compute_mirror(connection, *assembly_.options.states, assembly_.options.places);
    }
    progress_.step("deriving expected figures", 0);
    expect::add_expectations(connection, *assembly_.options.states, assembly_.options.threads);
    progress_.step("keeping derived facts", 0);
    drop_what_scripts_left(connection);
    for (const auto& [table, rows] : counts(connection)) {
      if (table != "observation" && rows != before.at(table)) throw StoreError(fmt::format("a derivation added to all_{}", table), "Derived facts are observations, standings or disagreements.");
    }
    keep(connection, file, before.at("observation"));
  }

 private:
  bool reads(std::size_t source, const ContentDigest& one) const { return assembly_.sources[source].speaks() && !unread_.holds(one.table, one.kind, assembly_.sources[source].id); }
  bool is_gathered(const store::TableDefinition& table) const { return table.is_fact && std::string_view(table.name) != "state_name" && !unread_.holds(table.name); }

  // all_<table>: facts together, with keys for source and indicator.
  void make_fact_tables(Connection& connection) const {
    for (const auto& table : store::tables()) {
      if (!is_gathered(table)) continue;
      std::string types;
      for (const auto& column : store::staged_columns(table.name)) {
        if (std::string_view(column.name) != "reference") types += fmt::format("{} {}, ", sql_name(column.name), type_of(column));
      }
      connection.run(fmt::format("CREATE TEMP TABLE all_{} ({} key UBIGINT, source source_t, file UINTEGER, record UBIGINT, col USMALLINT)", table.name, types));
    }
    connection.run("CREATE TEMP TABLE marked (key UBIGINT, flags UINTEGER, origin VARCHAR)");  // what derive scripts find out about facts
    connection.run("CREATE TEMP TABLE all_standing AS SELECT * FROM standing LIMIT 0");
    connection.run("CREATE TEMP TABLE all_disagreement AS SELECT * FROM disagreement LIMIT 0");
  }
  static std::string type_of(const store::StagedColumn& column) { return std::string_view(column.name) == "indicator" ? "indicator_t" : column.type; }

  // Samples and data for estimation stay outside (rule 10): no sum, rank or mark can rest on them.
  void gather(Connection& connection) const {
    for (const auto& table : store::tables()) {
      if (!is_gathered(table)) continue;
      std::string columns;
      for (const auto& column : store::staged_columns(table.name)) {
        const std::string_view name = column.name;
        // Remarks are written for readers: no script reads one, and they would be half of what is gathered.
        if (name == "note") columns += fmt::format("NULL::{}, ", type_of(column));
        else if (name != "reference") columns += fmt::format("{}::{}, ", sql_name(name), type_of(column));
      }
      for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
        if (!assembly_.sources[i].speaks()) continue;
        std::string unread;
        bool any = false;
        for (const auto& one : assembly_.summaries[i].contents) {
          if (one.table != table.name) continue;
          any = any || reads(i, one);
          if (!reads(i, one)) unread += (unread.empty() ? "" : ", ") + sql_text(one.kind);
        }
        if (!any) continue;
        // Months are summed whatever they count.
        const char* kind = std::string_view(table.name) == "observation" ? "period_months = 1 OR indicator" : "kind";
        connection.run(fmt::format("INSERT INTO all_{0} SELECT {1} key, coalesce(reference, {2})::source_t, file + {3}, record, col FROM {4}.{0} {5}", table.name, columns,
                                   sql_text(assembly_.sources[i].id), numbering_.file_offset[i], fragment_name(i), unread.empty() ? "" : fmt::format("WHERE {} NOT IN ({})", kind, unread)));
      }
    }
  }

  std::map<std::string, std::int64_t> counts(Connection& connection) const {
    std::map<std::string, std::int64_t> out;
    for (const auto& table : store::tables()) {
      if (is_gathered(table)) out[table.name] = connection.number(fmt::format("SELECT count(*) FROM all_{}", table.name));
    }
    return out;
  }

  // What is large the scripts drop themselves as soon as they have done with it: what does not fit into memory is written to the disk.
  void drop_what_scripts_left(Connection& connection) const {
    auto result = connection.query("SELECT table_name FROM duckdb_tables() WHERE temporary AND NOT starts_with(table_name, 'all_') AND NOT starts_with(table_name, 'expect') AND table_name <> 'marked'");
    std::string drops;
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) drops += fmt::format("DROP TABLE {};", sql_name(chunk.text(0, i)));
    }
    if (!drops.empty()) connection.run(drops);
  }

  void keep(Connection& connection, const std::filesystem::path& file, std::int64_t first) const {
    connection.run(fmt::format("ATTACH {} AS kept (ROW_GROUP_SIZE 32768, STORAGE_VERSION 'v1.2.0')", sql_text(file.string())));
    const Names names{"(enum_code(o.source) + 1)::USMALLINT", "(enum_code(o.indicator) + 1)::USMALLINT", "o.file", false};
    // By pair, so that assembly reads a slice of them; the order within a pair is its business.
    connection.run(fmt::format("CREATE TABLE kept.mark AS SELECT DISTINCT {} AS pair, o.key, m.flags, m.origin::origin_t AS origin FROM all_observation o JOIN "
                               "(SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key) m ON m.key = o.key ORDER BY ALL",
                               pair_expression("observation")));
    // What was gathered goes before what was derived is sorted: there is not room in memory for both.
    connection.run(fmt::format("CREATE TEMP TABLE derived_figure AS SELECT * FROM all_observation a WHERE a.rowid >= {}; DROP TABLE all_observation; ALTER TABLE derived_figure RENAME TO all_observation", first));
    constexpr const char* derived = "(SELECT * FROM all_observation UNION ALL BY NAME SELECT * FROM expected_observation)";
    connection.run(fmt::format("CREATE TABLE kept.observation AS SELECT * FROM ({}) ORDER BY pair", fact_select("observation", derived, names)));
    for (const char* table : {"standing", "disagreement"}) {
      connection.run(fmt::format("CREATE TABLE kept.{0} AS SELECT * FROM all_{0} ORDER BY {1}", table, store::table(table).order));
    }
    for (const char* table : {"mirror", "derivation"}) connection.run(fmt::format("CREATE TABLE kept.{0} AS SELECT * FROM {0}", table));
    connection.run("CHECKPOINT kept; DETACH kept");
  }

  const Assembly& assembly_;
  const Numbering& numbering_;
  Progress& progress_;
  Unread unread_;
};

}  // namespace

std::filesystem::path derived_file(const std::filesystem::path& cache, const std::string& hash) { return cache / fmt::format("derived-{}.duckdb", hash.substr(0, 16)); }

DerivedFacts derive_facts(const Assembly& assembly, const Numbering& numbering, Progress& progress) {
  Derivation derivation(assembly, numbering, progress);
  DerivedFacts out;
  out.hash = derivation.key();
  out.file = derived_file(assembly.options.cache, out.hash);
  if (std::filesystem::exists(out.file)) {
    // Used now, so that it outlives older ones (edition_builder.cpp). Where its time cannot be set, it is made again one day.
    (void)::utimensat(AT_FDCWD, out.file.c_str(), nullptr, 0);
    return out;
  }
  PartFile part(out.file);
  derivation.make(part.path());
  part.put();
  return out;
}

}  // namespace comity::sources
