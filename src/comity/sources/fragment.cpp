#include "comity/sources/fragment.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/sources/code_hashes.hpp"
#include "comity/sources/corrections.hpp"
#include "comity/sources/detail/declared_structure.hpp"
#include "comity/sources/fragment_summary.hpp"
#include "comity/sources/part_file.hpp"
#include "comity/sources/staged_table.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/store/record_account.hpp"
#include "comity/store/record_functions.hpp"
#include "comity/store/register_functions.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::Connection;
using store::RecordAccount;
using store::sql_name;
using store::sql_text;

// The files a source declares, for the table functions; remembers how many records each held.
class Catalog : public store::RecordCatalog {
 public:
  Catalog(const Source& source, const Places& places) : source_(source) {
    for (const auto& file : source.files) {
      auto found = find_files(source, file, places);
      if (found.empty() && !file.optional) {
        throw DataError(fmt::format("{}: there is no file {}{}{}", source.id, source.folder, source.folder.empty() ? "" : "/", file.path),
                        source.shipped() ? "Run npm ci --ignore-scripts, or restore data/." : "Put the publisher's file there; `comity sources " + source.id + "` says where it comes from.");
      }
      const auto mark = file.path.find('!');
      if (found.size() > 2 && mark != std::string::npos) held_.emplace_back(std::make_unique<formats::HeldMembers>(formats::split_member(found[0].path).file.string() + file.path.substr(mark)));
      declared_[file.name] = {&file, std::move(found)};
    }
  }

  std::vector<std::string> files(const std::string& name) override {
    std::vector<std::string> out;
    for (const auto& found : entry(name).found) out.push_back(found.shown);
    if (out.empty()) throw DataError(fmt::format("no file of '{}' is here", name));
    return out;
  }
  std::unique_ptr<formats::RecordReader> open(const std::string& name, const std::string& file) override {
    const auto& one = entry(name);
    const auto found = std::ranges::find(one.found, file, &FoundFile::shown);
    return open_declared(*one.declaration, found->path);
  }
  void counted(const std::string& file, const formats::RecordReader& reader, std::uint64_t records) override {
    const std::lock_guard lock(mutex_);
    auto& count = counts_[file];
    count.records = records;
    count.columns = reader.columns();
    count.sheet_rows = reader.sheet_rows();
  }

  struct Count {
    std::uint64_t records = 0;
    std::vector<std::string> columns;
    std::vector<formats::SheetRows> sheet_rows;
  };
  const std::map<std::string, Count>& counts() const { return counts_; }
  // Every declared file must have been read, or the account would not be whole.
  void check_all_read() const {
    for (const auto& [name, one] : declared_) {
      for (const auto& found : one.found) {
        if (counts_.contains(found.shown)) continue;
        throw DataError(fmt::format("{}: load.sql never reads '{}' ({}) to its end", source_.id, name, found.shown),
                        "Read it, or take it out of source.toml.");
      }
    }
  }
  std::vector<FoundFile> all() const {
    std::vector<FoundFile> out;
    for (const auto& [name, one] : declared_) out.insert(out.end(), one.found.begin(), one.found.end());
    return out;
  }
  std::string name_of(const std::string& file) const {
    for (const auto& [name, one] : declared_) {
      if (std::ranges::find(one.found, file, &FoundFile::shown) != one.found.end()) return name;
    }
    return {};
  }

 private:
  struct Entry {
    const FileDeclaration* declaration = nullptr;
    std::vector<FoundFile> found;
  };
  const Entry& entry(const std::string& name) {
    const auto it = declared_.find(name);
    if (it == declared_.end()) throw DataError(fmt::format("{}: load.sql reads '{}', which source.toml does not declare", source_.id, name));
    return it->second;
  }

  const Source& source_;
  std::map<std::string, Entry> declared_;
  std::vector<std::unique_ptr<formats::HeldMembers>> held_;
  std::map<std::string, Count> counts_;
  std::mutex mutex_;
};

// The views that load.sql made. Asked once: DuckDB writes a hundred of its own to answer.
std::set<std::string> views_made(Connection& connection) {
  std::set<std::string> out;
  auto result = connection.query("SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.emplace(chunk.text(0, i));
  }
  return out;
}

// Of those, by the fact table they fill: "observation" and "observation_monthly" both fill observation.
std::map<std::string, std::vector<std::string>> staging_views(const std::set<std::string>& views, const std::string& id) {
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& view : views) {
    std::string best;
    for (const auto& table : store::tables()) {
      const std::string name = table.name;
      if (table.is_fact && (view == name || view.starts_with(name + "_")) && name.size() > best.size()) best = name;
    }
    if (!best.empty()) out[best].push_back(view);
  }
  if (out.empty()) {
    throw DataError(fmt::format("sources/{}/load.sql makes no staging view", id), "Name its views after fact tables: CREATE VIEW observation AS SELECT …");
  }
  return out;
}

// The files of the source, with the numbers they have inside this fragment: in the order of their paths.
RecordAccount open_account(Connection& connection, const Catalog& catalog) {
  connection.run("CREATE TABLE fragment.file (id UINTEGER, path VARCHAR, columns VARCHAR[], records UBIGINT)");
  connection.run(store::create_statements(store::table("sheet_row"), "fragment"));
  std::map<std::string, std::uint32_t> numbers;
  std::string rows;  // one statement for all: some sources have hundreds of files
  for (const auto& [path, count] : catalog.counts()) {
    std::string columns;
    for (const auto& column : count.columns) columns += (columns.empty() ? "" : ", ") + sql_text(column);
    const auto id = numbers.emplace(path, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
    rows += fmt::format("{}({}, {}, [{}]::VARCHAR[], {})", rows.empty() ? "" : ", ", id, sql_text(path), columns, count.records);
    std::string sheets;
    for (const auto& one : count.sheet_rows) {
      sheets += fmt::format("{}({}, {}, {}, {}, {}, {})", sheets.empty() ? "" : ", ", id, one.record, sql_text(one.sheet), one.row, one.rows, one.cells);
    }
    if (!sheets.empty()) connection.run("INSERT INTO fragment.sheet_row VALUES " + sheets);
  }
  if (!rows.empty()) connection.run("INSERT INTO fragment.file VALUES " + rows);
  std::vector<RecordAccount::File> files;
  for (const auto& file : catalog.all()) {
    const auto& count = catalog.counts().at(file.shown);
    files.push_back({.path = file.shown, .number = numbers.at(file.shown), .columns = count.columns, .records = count.records});
  }
  return RecordAccount(std::move(files));
}

// A view organization names what the source's memberships belong to; it holds no facts and is in no account.
void write_organizations(Connection& connection) {
  connection.run(
      "CREATE TABLE fragment.organization AS SELECT key, name, short_name, kind, founded, dissolved, importance::UTINYINT AS importance, coverage_to, note "
      "FROM organization ORDER BY key");
}

// Law 6: each record of each file falls into exactly one class: used where it gave any fact, else rejected where anything of it was,
// else unwanted. A fact made of the whole file has record 0, which is no record of it.
void class_records(Connection& connection, const std::vector<std::string>& tables, const std::set<std::string>& views, RecordAccount& account) {
  for (const auto& table : tables) {
    const std::string is_used = "_reject IS NULL AND _unwanted IS NULL";
    account.take(connection, fmt::format("SELECT enum_code(_file)::UINTEGER, _record, CASE WHEN _reject IS NOT NULL THEN 1 WHEN _unwanted IS NOT NULL THEN 2 ELSE 0 END::UTINYINT, {0}, {1} FROM staged_{2}",
                                         is_used, table == "observation" ? is_used + " AND absence <> 'value'" : "false", table));
  }
  // Records that give a fact only together with others (the days of an annual mean) are named in a view of their own.
  if (views.contains("also_used")) {
    account.take(connection, "SELECT enum_code(_file::file_t)::UINTEGER, _record::UBIGINT, 0::UTINYINT, false, false FROM also_used");
  }
}

void write_ledger(Connection& connection, const Source& source, const RecordAccount& account) {
  connection.run("CREATE TABLE fragment.ledger (file UINTEGER, records_read UBIGINT, used UBIGINT, rejected UBIGINT, unwanted UBIGINT, facts UBIGINT, absences UBIGINT, last UBIGINT)");
  std::string rows;
  for (const auto& file : account.files()) {
    const auto used = file.count_used(), rejected = file.count(RecordAccount::rejected), unwanted = file.count(RecordAccount::unwanted);
    if (file.records != used + rejected + unwanted || file.last > file.records) {
      throw DataError(fmt::format("{}: {}: {} records read, but {} used + {} rejected + {} unwanted", source.id, file.path, file.records, used, rejected, unwanted),
                      "Every record must come out of load.sql: as a fact, with _reject, or with _unwanted (docs/design.md, law 6).");
    }
    rows += fmt::format("{}({}, {}, {}, {}, {}, {}, {}, {})", rows.empty() ? "" : ", ", file.number, file.records, used, rejected, unwanted, file.facts, file.absences, file.last);
  }
  if (!rows.empty()) connection.run("INSERT INTO fragment.ledger VALUES " + rows);
}

// Of records without any fact: each reject, and how many are left out by each rule.
void write_left_out(Connection& connection, const std::vector<std::string>& tables, const RecordAccount& account) {
  std::uint64_t records = 0;
  for (const auto& file : account.files()) records += file.count(RecordAccount::unwanted);
  std::string rows;
  for (const auto& table : tables) {
    rows += fmt::format("{}SELECT enum_code(_file)::UINTEGER AS code, _record, _col, _reject, _unwanted FROM staged_{} WHERE _reject IS NOT NULL OR _unwanted IS NOT NULL", rows.empty() ? "" : " UNION ALL ", table);
  }
  connection.run(fmt::format("CREATE TABLE fragment.reject AS SELECT file_number(code) AS file, _record AS record, 0::UBIGINT AS line, min(_col) AS col, min(_reject) AS reason, NULL::VARCHAR AS raw "
                             "FROM ({}) WHERE _reject IS NOT NULL AND record_class(code, _record) = 1 GROUP BY code, _record",
                             rows));
  // Most records that are left out are so in one row, and then need not be gathered first.
  const std::string unwanted = fmt::format("({}) WHERE _unwanted IS NOT NULL AND record_class(code, _record) = 2", rows);
  connection.run("CREATE TABLE fragment.unwanted AS SELECT _unwanted AS reason, count(*)::UBIGINT AS records FROM " + unwanted + " GROUP BY 1");
  if (std::uint64_t(connection.number("SELECT sum(records) FROM fragment.unwanted")) == records) return;
  connection.run(fmt::format("DROP TABLE fragment.unwanted; CREATE TABLE fragment.unwanted AS SELECT reason, count(*)::UBIGINT AS records FROM (SELECT min(_unwanted) AS reason FROM {} GROUP BY code, _record) GROUP BY reason", unwanted));
}

// Rejects get their line and raw text by a second reading of the files concerned, which is rare and short.
void fill_rejects(Connection& connection, const Catalog& catalog) {
  auto result = connection.query("SELECT DISTINCT f.path FROM fragment.reject r JOIN fragment.file f ON f.id = r.file ORDER BY 1");
  std::vector<std::string> files;
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) files.emplace_back(chunk.text(0, i));
  }
  for (const auto& file : files) {
    connection.run(fmt::format(
        "UPDATE fragment.reject SET line = t._line, raw = t._raw FROM (SELECT _record, _line, left(_raw, 500) AS _raw FROM read_delimited({}) WHERE _file = {}) t, "
        "fragment.file f WHERE f.path = {} AND f.id = reject.file AND reject.record = t._record "
        "AND reject.record IN (SELECT record FROM fragment.reject r2 WHERE r2.file = f.id ORDER BY record LIMIT 1000)",
        sql_text(catalog.name_of(file)), sql_text(file), sql_text(file)));
  }
}

// Enumerations for what repeats in every row: texts cost most of a load.
void make_types(Connection& connection, const Catalog& catalog) {
  std::string files;
  for (const auto& file : catalog.all()) files += (files.empty() ? "" : ", ") + sql_text(file.shown);
  connection.run(fmt::format("CREATE TYPE file_t AS ENUM ({})", files));
  for (const auto& column : store::table("observation").columns) {
    const std::string name = column.name;
    if (name == "absence" || name == "valuation" || name == "origin") connection.run(fmt::format("CREATE TYPE {}_t AS {}", name, column.type));
  }
}

void fill(Connection& connection, const FragmentInputs& inputs) {
  const Source& source = *inputs.source;
  Catalog catalog(source, *inputs.places);
  store::register_world_functions(connection, *inputs.states);
  store::register_record_functions(connection, catalog);
  make_types(connection, catalog);
  make_corrections(connection, source);
  connection.run(read_file(inputs.places->share / "sources" / "prelude.sql"));
  connection.run(read_file(load_script(source, *inputs.places)));
  const std::set<std::string> views = views_made(connection);
  std::vector<std::string> tables;
  std::vector<StagedTable> staged;
  for (const auto& [table, its_views] : staging_views(views, source.id)) {
    staged.push_back(stage(connection, source, table, its_views));
    tables.push_back(table);
  }
  catalog.check_all_read();
  RecordAccount account = open_account(connection, catalog);
  store::register_account_functions(connection, account);
  for (const auto& table : staged) write_facts(connection, table);
  if (views.contains("organization")) write_organizations(connection);
  class_records(connection, tables, views, account);
  write_ledger(connection, source, account);
  write_left_out(connection, tables, account);
  fill_rejects(connection, catalog);
  check_corrections(connection, source);
  write_corrections(connection, source);
}

// The tables of data/ that decide what a name, a code or a city means. The others do not reach a fragment.
constexpr const char* understanding[] = {"ambiguous_names.csv", "city_names.csv", "codes.csv", "names.csv", "non_states.csv", "state_spans.csv", "states.csv"};

}  // namespace

FragmentHashes fragment_hashes(const FragmentInputs& inputs) {
  Sha256 files;
  std::set<std::filesystem::path> structures;
  for (const auto& file : inputs.source->files) {
    std::string last;
    for (const auto& found : find_files(*inputs.source, file, *inputs.places)) {
      const auto on_disk = formats::split_member(found.path).file.string();
      files.add(found.shown);
      if (on_disk != last) files.add(inputs.files ? inputs.files->of(on_disk) : sha256_of_file(on_disk));
      last = on_disk;
      // Not a file of its own, but read with each.
      if (const auto structure = declared_structure(file, found.path); !structure.empty() && std::filesystem::exists(structure)) structures.insert(structure);
    }
  }
  for (const auto& structure : structures) files.add(structure.filename().string()).add(sha256_of_file(structure));
  FragmentHashes out;
  out.files = files.hex();
  Sha256 sha;
  sha.add(out.files).add(reading_code()).add(read_file(inputs.places->share / "sources" / "prelude.sql"));
  for (const char* table : understanding) sha.add(table).add(read_file(inputs.places->share / "data" / table));
  for (const char* name : {"source.toml", "load.sql", "corrections.toml"}) {
    const auto path = name == std::string_view("load.sql") ? load_script(*inputs.source, *inputs.places) : inputs.source->place / name;
    if (std::filesystem::exists(path)) sha.add(name).add(read_file(path));
  }
  out.all = sha.hex();
  return out;
}

FragmentInfo make_fragment(const FragmentInputs& inputs) {
  FragmentInfo info;
  const FragmentHashes hashes = fragment_hashes(inputs);
  info.hash = hashes.all;
  info.files_hash = hashes.files;
  std::filesystem::create_directories(inputs.cache);
  info.file = inputs.cache / fmt::format("{}-{}.duckdb", inputs.source->id, info.hash.substr(0, 16));
  if (std::filesystem::exists(info.file)) {
    info.was_cached = true;
    return info;
  }
  PartFile part(info.file);
  try {
    store::Database database({}, {.may_read_files = true, .threads = 1, .memory = inputs.memory, .temp_folder = inputs.cache.string()});
    auto connection = database.connect();
    // In the form that opens fastest; small groups, so that a slice of pairs is read without the rest.
    connection.run(fmt::format("ATTACH {} AS fragment (ROW_GROUP_SIZE 32768, STORAGE_VERSION 'v1.2.0')", sql_text(part.path().string())));
    fill(connection, inputs);
    connection.run("CHECKPOINT fragment");
    write_summary(info, connection, "fragment");
    connection.run("DETACH fragment");
  } catch (const StoreError& error) {
    throw DataError(fmt::format("{}: {}", inputs.source->id, error.what()), error.hint());
  }
  part.put();
  return info;
}

}  // namespace comity::sources
