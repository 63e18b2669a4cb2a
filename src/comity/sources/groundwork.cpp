#include "comity/sources/groundwork.hpp"

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/own_tables.hpp"
#include "comity/sources/register_tables.hpp"
#include "comity/store/register_functions.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::Connection;
using store::sql_text;

std::map<std::string, std::uint16_t> numbered(const std::set<std::string>& names) {
  std::map<std::string, std::uint16_t> out;
  for (const auto& name : names) out.emplace(name, static_cast<std::uint16_t>(out.size() + 1));
  return out;
}

std::string enum_type(const std::map<std::string, std::uint16_t>& members) {
  std::string out;
  for (const auto& [member, number] : members) out += (out.empty() ? "" : ", ") + sql_text(member);
  return fmt::format("ENUM ({})", out);
}

void make_ids(Connection& connection, const char* table, const std::map<std::string, std::uint16_t>& ids) {
  std::string rows;
  for (const auto& [key, id] : ids) rows += fmt::format("{}({}, {})", rows.empty() ? "" : ", ", sql_text(key), id);
  connection.run(fmt::format("CREATE TEMP TABLE {} (key VARCHAR, id USMALLINT)", table));
  if (!rows.empty()) connection.run(fmt::format("INSERT INTO {} VALUES {}", table, rows));
}

void make_types(Connection& connection, const Numbering& numbering) {
  for (const auto& column : store::table("observation").columns) {
    const std::string name = column.name;
    if (name == "absence" || name == "valuation" || name == "origin" || name == "reporter_kind") connection.run(fmt::format("CREATE TEMP TYPE {}_t AS {}", name, column.type));
  }
  connection.run(fmt::format("CREATE TEMP TYPE source_t AS {}; CREATE TEMP TYPE indicator_t AS {}", enum_type(numbering.sources), enum_type(numbering.indicators)));
  make_ids(connection, "source_ids", numbering.sources);
  make_ids(connection, "indicator_ids", numbering.indicators);
  connection.run(
      "INSERT INTO indicator SELECT i.id, o.key, o.title, o.measure, o.unit, o.direction, o.description, o.undirected, o.may_be_negative, o.sums_over_time "
      "FROM own_indicators o JOIN indicator_ids i USING (key) ORDER BY i.id");
}

void write_sources(Connection& connection, const Assembly& assembly, const Numbering& numbering) {
  connection.run("CREATE TEMP TABLE declared AS SELECT * FROM source LIMIT 0");
  for (std::size_t i = 0; i < assembly.sources.size(); ++i) {
    const Source& s = assembly.sources[i];
    std::string values = "0";
    for (const auto* text : {&s.id, &s.title, &s.publisher, &s.version, &s.licence, &s.terms, &s.citation, &s.url, &s.role, &s.independence, &s.derives_from}) {
      values += ", " + sql_text(*text);
    }
    connection.run(fmt::format("INSERT INTO declared VALUES ({}, {}, {}, {}, {}, {})", values, s.citable, s.redistributable, sql_text(s.as_of), sql_text(assembly.fragments[i].hash),
                               sql_text(assembly.fragments[i].files_hash)));
    std::string rows;
    for (const auto& c : s.coverage) {
      rows += fmt::format("{}({}, {}, {}, {}, {}, {}, {}, {}, {})", rows.empty() ? "" : ", ", numbering.sources.at(s.id), sql_text(c.indicator), c.from_year, c.to_year, sql_text(c.reporters),
                          sql_text(c.blank), sql_text(c.zero), c.covers_breaks, sql_text(c.note));
    }
    if (!rows.empty()) connection.run("INSERT INTO coverage VALUES " + rows);
  }
  // A curated row speaks with the voice of its reference, which is a source of its own.
  connection.run(
      "INSERT INTO declared SELECT 0, id, title, publisher, edition, licence, NULL, NULL, url, 'facts', class || coalesce(':' || of_state, ''), derives_from, "
      "class <> 'crowd' AND class <> 'own', coalesce(licence, '') <> 'unknown', NULL, NULL, NULL FROM own_references WHERE id IN (SELECT key FROM source_ids) AND id NOT IN (SELECT key FROM declared)");
  connection.run("INSERT INTO source SELECT i.id, d.* EXCLUDE (id) FROM declared d JOIN source_ids i ON i.key = d.key ORDER BY i.id");
  const std::string lost = connection.text("SELECT key FROM source_ids WHERE key NOT IN (SELECT key FROM declared) ORDER BY 1 LIMIT 1");
  if (!lost.empty()) throw DataError(fmt::format("a curated row names the reference '{}', which no table of data/references/ holds", lost), "Add the reference.");
}

void write_files(Connection& connection, const Assembly& assembly, const Numbering& numbering) {
  for (std::size_t i = 0; i < assembly.sources.size(); ++i) {
    connection.run(fmt::format("INSERT INTO source_file SELECT id + {}, {}, path, columns FROM {}.file ORDER BY id", numbering.file_offset[i], numbering.sources.at(assembly.sources[i].id), fragment_name(i)));
    connection.run(fmt::format("INSERT INTO sheet_row SELECT file + {}, * EXCLUDE (file) FROM {}.sheet_row ORDER BY ALL", numbering.file_offset[i], fragment_name(i)));
  }
}

}  // namespace

std::string fragment_name(std::size_t source) { return fmt::format("f{}", source); }

std::string Numbering::hash() const {
  Sha256 sha;
  for (const auto* names : {&sources, &indicators}) {
    for (const auto& [name, number] : *names) sha.add(name);
    sha.add("|");
  }
  for (const auto offset : file_offset) sha.add(std::to_string(offset));
  return sha.hex();
}

Numbering number_all(Connection& connection, const Assembly& assembly) {
  std::set<std::string> sources, indicators;
  auto result = connection.query("SELECT key FROM own_indicators");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) indicators.emplace(chunk.text(0, i));
  }
  Numbering out;
  std::uint32_t files = 0;
  for (std::size_t i = 0; i < assembly.sources.size(); ++i) {
    const FragmentSummary& summary = assembly.summaries[i];
    sources.insert(assembly.sources[i].id);
    sources.insert(summary.references.begin(), summary.references.end());
    for (const auto& one : summary.contents) {
      if ((one.table == "observation" || one.table == "series") && !indicators.contains(std::string(one.indicator()))) {
        throw DataError(fmt::format("{} gives the indicator '{}', which the vocabulary does not know", assembly.sources[i].id, one.indicator()), "Add it to data/indicators/.");
      }
    }
    out.file_offset.push_back(files);
    files += summary.files;
  }
  out.sources = numbered(sources);
  out.indicators = numbered(indicators);
  return out;
}

void lay_groundwork(Connection& connection, const Assembly& assembly, const Numbering& numbering, const std::set<std::string>& there) {
  for (std::size_t i = 0; i < assembly.fragments.size(); ++i) {
    connection.run(fmt::format("ATTACH {} AS {} (READ_ONLY)", sql_text(assembly.fragments[i].file.string()), fragment_name(i)));
  }
  for (const auto& table : store::tables()) {
    if (!there.contains(table.name)) connection.run(create_statements(table));
  }
  make_types(connection, numbering);
  write_sources(connection, assembly, numbering);
  write_files(connection, assembly, numbering);
  write_register_tables(connection, *assembly.options.states);
  write_policies(connection);
}

}  // namespace comity::sources
