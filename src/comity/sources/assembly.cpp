#include "comity/sources/assembly.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/expect/expectations.hpp"
#include "comity/sources/code_hashes.hpp"
#include "comity/sources/disagreements.hpp"
#include "comity/sources/mirror_facts.hpp"
#include "comity/sources/own_tables.hpp"
#include "comity/sources/register_tables.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/store/register_functions.hpp"
#include "comity/store/schema.hpp"
#include "comity/store/views.hpp"

namespace comity::sources {
namespace {

using store::Connection;
using store::sql_name;
using store::sql_text;

std::vector<std::string> texts(Connection& connection, const std::string& sql) {
  std::vector<std::string> out;
  auto result = connection.query(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace_back(chunk.text(0, i));
  }
  return out;
}

std::vector<std::filesystem::path> derive_scripts(const Places& places) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(places.share / "derive")) {
    if (entry.path().extension() == ".sql") out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

std::string enum_type(const std::set<std::string>& members) {
  std::string out;
  for (const auto& member : members) out += (out.empty() ? "" : ", ") + sql_text(member);
  return fmt::format("ENUM ({})", out);
}

class Assembler {
 public:
  Assembler(Connection& connection, const Assembly& assembly, Progress& progress) : connection_(connection), assembly_(assembly), progress_(progress) {}

  void run() {
    attach();
    load_own_tables(connection_, assembly_.options.places.share / "data");
    load_indicators(connection_, assembly_.options.places.share / "data");
    for (const auto& table : store::tables()) connection_.run(create_statements(table));
    make_types();
    write_sources();
    write_files();
    make_fact_tables();
    gather_facts(true);
    write_register_tables(connection_, *assembly_.options.states);
    write_policies(connection_);
    write_shapes(connection_, assembly_.options.places, *assembly_.options.states);
    for (const auto& script : derive_scripts(assembly_.options.places)) {
      progress_.step("deriving " + script.stem().string(), 0);
      connection_.run(read_file(script));
      // What SQL cannot: regression over all mirror flows.
      if (script.stem() == "70-mirror") compute_mirror(connection_, *assembly_.options.states, assembly_.options.places);
    }
    progress_.step("deriving expected figures", 0);
    expect::add_expectations(connection_, *assembly_.options.states, assembly_.options.threads);
    // Rule 10: samples and data for estimation join when everything is derived, so that no sum, rank or mark rests on them.
    gather_facts(false);
    progress_.step("sorting facts", 0);
    write_facts();
    write_accounts();
    for (const auto& view : store::views()) connection_.run(create_statements(view));
  }

 private:
  static std::string fragment(std::size_t i) { return fmt::format("f{}", i); }
  bool has(std::size_t i, std::string_view table) const { return tables_[i].contains(std::string(table)); }

  void attach() {
    for (std::size_t i = 0; i < assembly_.fragments.size(); ++i) {
      connection_.run(fmt::format("ATTACH {} AS {} (READ_ONLY)", sql_text(assembly_.fragments[i].file.string()), fragment(i)));
      const auto names = texts(connection_, fmt::format("SELECT table_name FROM duckdb_tables() WHERE database_name = '{}'", fragment(i)));
      tables_.emplace_back(names.begin(), names.end());
    }
  }

  // Sources and indicators are enumerations over sorted names: the number of a name is its place, plus one.
  void make_types() {
    std::set<std::string> sources, indicators;
    for (const auto& source : assembly_.sources) sources.insert(source.id);
    for (auto& key : texts(connection_, "SELECT key FROM own_indicators")) indicators.insert(std::move(key));
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      for (const auto& table : store::tables()) {
        if (!table.is_fact || std::string_view(table.name) == "state_name" || !has(i, table.name)) continue;
        for (auto& id : texts(connection_, fmt::format("SELECT DISTINCT reference FROM {}.{} WHERE reference IS NOT NULL", fragment(i), table.name))) {
          references_.insert(id);
          sources.insert(std::move(id));
        }
      }
      for (const char* table : {"observation", "series"}) {
        if (!has(i, table)) continue;
        for (const auto& key : texts(connection_, fmt::format("SELECT DISTINCT indicator FROM {}.{}", fragment(i), table))) {
          if (!indicators.contains(key)) {
            throw DataError(fmt::format("{} gives the indicator '{}', which the vocabulary does not know", assembly_.sources[i].id, key), "Add it to data/indicators/.");
          }
        }
      }
    }
    for (const auto& column : store::table("observation").columns) {
      const std::string name = column.name;
      if (name == "absence" || name == "valuation" || name == "origin") connection_.run(fmt::format("CREATE TEMP TYPE {}_t AS {}", name, column.type));
    }
    connection_.run("CREATE TEMP TABLE source_ids (key VARCHAR, id USMALLINT); CREATE TEMP TABLE indicator_ids (key VARCHAR, id USMALLINT)");
    connection_.run(fmt::format("CREATE TEMP TYPE source_t AS {}; CREATE TEMP TYPE indicator_t AS {}", enum_type(sources), enum_type(indicators)));
    connection_.run("INSERT INTO source_ids SELECT unnest(enum_range(NULL::source_t)), generate_subscripts(enum_range(NULL::source_t), 1)");
    connection_.run("INSERT INTO indicator_ids SELECT unnest(enum_range(NULL::indicator_t)), generate_subscripts(enum_range(NULL::indicator_t), 1)");
    connection_.run(
        "INSERT INTO indicator SELECT i.id, o.key, o.title, o.measure, o.unit, o.direction, o.description, o.undirected, o.may_be_negative, o.sums_over_time "
        "FROM own_indicators o JOIN indicator_ids i USING (key) ORDER BY i.id");
  }

  void write_sources() {
    connection_.run("CREATE TEMP TABLE declared AS SELECT * FROM source LIMIT 0");
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      const Source& s = assembly_.sources[i];
      std::string values = "0";
      for (const auto* text : {&s.id, &s.title, &s.publisher, &s.version, &s.licence, &s.terms, &s.citation, &s.url, &s.role, &s.independence, &s.derives_from}) {
        values += ", " + sql_text(*text);
      }
      connection_.run(fmt::format("INSERT INTO declared VALUES ({}, {}, {}, {}, {}, {})", values, s.citable, s.redistributable, sql_text(s.as_of),
                                  sql_text(assembly_.fragments[i].hash), sql_text(assembly_.fragments[i].files_hash)));
      for (const auto& c : s.coverage) {
        connection_.run(fmt::format("INSERT INTO coverage SELECT id, {}, {}, {}, {}, {}, {}, {}, {} FROM source_ids WHERE key = {}", sql_text(c.indicator), c.from_year,
                                    c.to_year, sql_text(c.reporters), sql_text(c.blank), sql_text(c.zero), c.covers_breaks, sql_text(c.note), sql_text(s.id)));
      }
    }
    // A curated row speaks with the voice of its reference, which is a source of its own.
    connection_.run(
        "INSERT INTO declared SELECT 0, id, title, publisher, edition, licence, NULL, NULL, url, 'facts', class || coalesce(':' || of_state, ''), derives_from, "
        "class <> 'crowd' AND class <> 'own', coalesce(licence, '') <> 'unknown', NULL, NULL, NULL FROM own_references WHERE id IN (SELECT key FROM source_ids) AND id NOT IN (SELECT key FROM declared)");
    connection_.run("INSERT INTO source SELECT i.id, d.* EXCLUDE (id) FROM declared d JOIN source_ids i ON i.key = d.key ORDER BY i.id");
    const std::string lost = connection_.text("SELECT key FROM source_ids WHERE key NOT IN (SELECT key FROM declared) ORDER BY 1 LIMIT 1");
    if (!lost.empty()) throw DataError(fmt::format("a curated row names the reference '{}', which no table of data/references/ holds", lost), "Add the reference.");
  }

  void write_files() {
    std::uint32_t offset = 0;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      file_offset_.push_back(offset);
      connection_.run(fmt::format("INSERT INTO source_file SELECT f.id + {}, s.id, f.path, f.columns FROM {}.file f, source_ids s WHERE s.key = {} ORDER BY f.id", offset,
                                  fragment(i), sql_text(assembly_.sources[i].id)));
      offset += static_cast<std::uint32_t>(connection_.number(fmt::format("SELECT count(*) FROM {}.file", fragment(i))));
    }
  }

  // all_<table>: facts together, with keys for source and indicator, for the derive scripts.
  void make_fact_tables() {
    for (const auto& table : store::tables()) {
      if (!table.is_fact || std::string_view(table.name) == "state_name") continue;
      std::string types;
      for (const auto& column : store::staged_columns(table.name)) {
        const std::string name = column.name;
        if (name != "reference") types += fmt::format("{} {}, ", sql_name(name), staged_type(column));
      }
      connection_.run(fmt::format("CREATE TEMP TABLE all_{} ({} key UBIGINT, source source_t, file UINTEGER, record UBIGINT, col USMALLINT)", table.name, types));
    }
    connection_.run("CREATE TEMP TABLE marked (key UBIGINT, flags UINTEGER, origin VARCHAR)");  // what derive scripts find out about facts
    connection_.run("CREATE TEMP TABLE all_standing AS SELECT * FROM standing LIMIT 0");
    connection_.run("CREATE TEMP TABLE all_disagreement AS SELECT * FROM disagreement LIMIT 0");
  }

  static std::string staged_type(const store::StagedColumn& column) { return std::string_view(column.name) == "indicator" ? "indicator_t" : column.type; }

  // The facts of the sources that speak, or of those that do not (samples, data for estimation).
  void gather_facts(bool speaking) {
    for (const auto& table : store::tables()) {
      if (!table.is_fact || std::string_view(table.name) == "state_name") continue;
      std::string columns;
      for (const auto& column : store::staged_columns(table.name)) {
        const std::string name = column.name;
        if (name != "reference") columns += fmt::format("{}::{} AS {}, ", sql_name(name), staged_type(column), sql_name(name));
      }
      for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (!has(i, table.name) || assembly_.sources[i].speaks() != speaking) continue;
        connection_.run(fmt::format("INSERT INTO all_{} SELECT {} key, coalesce(reference, {})::source_t, file + {}, record, col FROM {}.{}", table.name, columns,
                                    sql_text(assembly_.sources[i].id), file_offset_[i], fragment(i), table.name));
      }
    }
  }

  static std::string pair_of(std::string_view a, std::string_view b) {
    return fmt::format("(CASE WHEN {1} IS NULL THEN {0}::UINTEGER ELSE least({0}, {1})::UINTEGER * 65536 + greatest({0}, {1})::UINTEGER END)", a, b);
  }

  // How a column of the edition comes out of all_<table>, where it is not simply of the same name.
  static std::string expression(std::string_view table, std::string_view column) {
    if (column == "pair") {
      if (table == "observation") return pair_of("o.from_state", "o.to_state");
      if (table == "mission") return pair_of("o.sending", "o.receiving");
      if (table == "presence") return pair_of("o.home_state", "o.host_state");
      return pair_of("o.state_a", "o.state_b");
    }
    if (column == "source") return "(enum_code(o.source) + 1)::USMALLINT";
    if (column == "indicator") return "(enum_code(o.indicator) + 1)::USMALLINT";
    if (column == "reporter_kind") return "CASE WHEN o.reporter = o.from_state THEN 'from_side' WHEN o.reporter = o.to_state THEN 'to_side' ELSE 'third' END";
    if (table == "event" && column == "day_from") return "edtf_from(o.date_edtf)";
    if (table == "event" && column == "day_to") return "edtf_to(o.date_edtf)";
    if (table == "observation" && column == "flags") return "(o.flags | coalesce(m.flags, 0))::UINTEGER";
    if (table == "observation" && column == "origin") return "coalesce(m.origin::origin_t, o.origin)";
    return "o." + sql_name(column);
  }

  void write_facts() {
    connection_.run("CREATE TEMP TABLE mark AS SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key");
    for (const auto& table : store::tables()) {
      const std::string name = table.name;
      if (name == "standing" || name == "disagreement") {
        connection_.run(fmt::format("INSERT INTO {0} SELECT * FROM all_{0} ORDER BY {1}", name, table.order));
        continue;
      }
      if (!table.is_fact || name == "state_name") continue;
      std::string columns;
      for (const auto& column : table.columns) columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", expression(name, column.name), sql_name(column.name));
      connection_.run(fmt::format("INSERT INTO {0} SELECT * FROM (SELECT {1} FROM all_{0} o {2}) ORDER BY {3}", name, columns,
                                  name == "observation" ? "LEFT JOIN mark m ON m.key = o.key" : "", table.order));
    }
    std::string names;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      if (has(i, "state_name")) names += fmt::format(" UNION ALL SELECT state, language, kind, name, day_from, day_to FROM {}.state_name", fragment(i));
    }
    connection_.run(fmt::format("INSERT INTO state_name SELECT DISTINCT * FROM (SELECT * FROM register_name{}) ORDER BY ALL", names));
  }

  void write_accounts() {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const std::string f = fragment(i), id = fmt::format("(SELECT id FROM source_ids WHERE key = {})", sql_text(assembly_.sources[i].id));
      connection_.run(fmt::format("INSERT INTO ledger SELECT {}, file + {}, records_read, used, rejected, unwanted, facts, absences FROM {}.ledger ORDER BY file", id, file_offset_[i], f));
      connection_.run(fmt::format("INSERT INTO reject SELECT {}, file + {}, record, line, col, reason, raw FROM {}.reject ORDER BY file, record", id, file_offset_[i], f));
      connection_.run(fmt::format("INSERT INTO unwanted SELECT {}, reason, records FROM {}.unwanted ORDER BY reason", id, f));
      connection_.run(fmt::format("INSERT INTO correction SELECT {}, id, reason, reported, status, records FROM {}.correction ORDER BY id", id, f));
    }
    connection_.run(
        "INSERT INTO organization SELECT key, name, short_name, kind, founded, dissolved, TRY_CAST(importance AS UTINYINT), coverage_to, note FROM own_organizations ORDER BY key");
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      if (!has(i, "organization")) continue;
      connection_.run(fmt::format(
          "INSERT INTO organization SELECT key, name, short_name, kind, founded, dissolved, importance, coverage_to, note FROM {}.organization "
          "WHERE key NOT IN (SELECT key FROM organization) ORDER BY key",
          fragment(i)));
    }
  }

  Connection& connection_;
  const Assembly& assembly_;
  Progress& progress_;
  std::vector<std::set<std::string>> tables_;
  std::vector<std::uint32_t> file_offset_;
  std::set<std::string> references_;
};

// A hash per table that does not depend on the order of rows, and one over all of them.
std::string write_hashes(Connection& connection) {
  Sha256 sha;
  for (const auto& table : store::tables()) {
    const std::string name = table.name;
    if (name == "table_hash" || name == "edition") continue;
    const std::string hash = connection.text(fmt::format("SELECT printf('%016x', (coalesce(sum(hash(t)::HUGEINT), 0) % 18446744073709551616)::UBIGINT) FROM {} t", sql_name(name)));
    connection.run(fmt::format("INSERT INTO table_hash SELECT {}, count(*), {} FROM {}", sql_text(name), sql_text(hash), sql_name(name)));
    sha.add(name).add(hash);
  }
  return sha.hex();
}

void write_property(Connection& connection, const char* name, const std::string& value) {
  connection.run(fmt::format("INSERT INTO edition VALUES ({}, {})", sql_text(name), sql_text(value)));
}

std::string edition_value(const std::filesystem::path& file, const char* name) {
  try {
    store::Database database(file, {.read_only = true});
    return database.connect().text(fmt::format("SELECT value FROM edition WHERE name = {}", sql_text(name)));
  } catch (const StoreError&) {
    return {};
  }
}

}  // namespace

std::string Assembly::inputs_hash() const {
  Sha256 sha;
  for (std::size_t i = 0; i < sources.size(); ++i) sha.add(sources[i].id).add(fragments[i].hash).add(sources[i].live() ? sources[i].as_of : "");
  sha.add(assembling_code()).add(options.find_disagreements ? judging_code() : "").add(hash_of_tables(options.places));
  for (const auto& script : derive_scripts(options.places)) sha.add(read_file(script));
  return sha.hex();
}

std::string Assembly::write(const std::filesystem::path& file, Progress& progress) const {
  const store::Opening opening{.may_read_files = true, .threads = options.threads, .memory = "2GB", .temp_folder = options.cache.string(), .as_edition = true};
  {
    store::Database database(file, opening);
    auto connection = database.connect();
    store::register_world_functions(connection, *options.states);
    progress.step("assembling", 0);
    Assembler(connection, *this, progress).run();
    const std::string newest = connection.text("SELECT max(edtf_from(as_of)) FROM source WHERE role = 'facts'");
    for (const auto& [name, value] : {std::pair{"inputs", inputs_hash()}, {"date", newest}, {"schema", std::string(store::schema_version)}, {"register", hash_of_tables(options.places)}}) {
      write_property(connection, name, value);
    }
    connection.run("CHECKPOINT");
  }
  // The rule reads finished pairs, as a dossier does, so the edition is opened as one in between.
  std::vector<PairDisagreement> disagreements;
  if (options.find_disagreements) {
    progress.step("looking where sources disagree", 0);
    disagreements = find_all_disagreements(file, options.states, options.find_disagreements, options.disagreement_indicators, options.threads);
  }
  store::Database database(file, opening);
  auto connection = database.connect();
  add_disagreements(connection, disagreements);
  progress.step("hashing tables", 0);
  const std::string hash = write_hashes(connection);
  write_property(connection, "hash", hash);
  connection.run("CHECKPOINT");
  return hash;
}

std::string edition_inputs_hash(const std::filesystem::path& file) { return edition_value(file, "inputs"); }
std::string edition_hash(const std::filesystem::path& file) { return edition_value(file, "hash"); }

}  // namespace comity::sources
