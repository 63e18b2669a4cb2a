#include "comity/sources/predecessor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/code_hashes.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

constexpr std::string_view inputs_of = "inputs of ";

// The content of those facts that `wanted` picks, source by source.
template <class Wanted>
std::string hash_of_contents(const Assembly& assembly, Wanted wanted) {
  Sha256 sha;
  for (std::size_t i = 0; i < assembly.sources.size(); ++i) {
    sha.add(assembly.sources[i].id);
    for (const auto& one : assembly.summaries[i].contents) {
      if (wanted(one)) sha.add(one.table).add(one.kind).add(one.hash);
    }
  }
  return sha.hex();
}

}  // namespace

std::map<std::string, std::string> table_inputs(const Assembly& assembly, const Numbering& numbering, const DerivedFacts& derived) {
  const std::string ground = table_ground(numbering);
  const auto facts_of = [&](std::string_view table) { return hash_of_contents(assembly, [&](const ContentDigest& one) { return one.table == table; }); };
  std::map<std::string, std::string> out;
  out["observation"] = sha256_of(ground + facts_of("observation") + derived.hash);
  for (const char* table : {"series", "event", "mission", "membership", "agreement", "presence", "fx_rate"}) out[table] = sha256_of(ground + facts_of(table));
  for (const char* table : {"standing", "mirror", "derivation"}) out[table] = sha256_of(ground + derived.hash);
  // The rule looks at a pair's facts but presences, of figures only at its own indicators (what is derived has them in derived.hash), and at
  // what every section may know of the sources.
  Sha256 judged;
  judged.add(ground).add(derived.hash).add(hash_of_tables(assembly.options.places)).add(assembly.options.find_disagreements ? judging_code() : "");
  const auto& looked_at = assembly.options.disagreement_indicators;
  judged.add(hash_of_contents(assembly, [&](const ContentDigest& one) {
    return one.table != "series" && one.table != "presence" && (one.table != "observation" || looked_at.empty() || std::ranges::find(looked_at, one.indicator()) != looked_at.end());
  }));
  for (const Source& source : assembly.sources) judged.add(read_file(source.place / "source.toml")).add(source.as_of);
  out["disagreement"] = judged.hex();
  return out;
}

std::string table_ground(const Numbering& numbering) { return numbering.hash() + std::string(store::schema_version) + std::string(assembling_code()); }

std::string input_property(const std::string& table) { return std::string(inputs_of) + table; }

bool Predecessor::holds(const std::string& table, const std::map<std::string, std::string>& wanted) const {
  const auto mine = inputs.find(table), theirs = wanted.find(table);
  return mine != inputs.end() && theirs != wanted.end() && mine->second == theirs->second && contents.contains(table);
}

Predecessor read_predecessor(const std::filesystem::path& file) {
  Predecessor out;
  if (!std::filesystem::exists(file)) return out;
  try {
    store::Database database(file, {.read_only = true});
    auto connection = database.connect();
    if (connection.text("SELECT value FROM edition WHERE name = 'schema'") != store::schema_version) return out;
    auto properties = connection.query("SELECT name, value FROM edition");
    while (const auto chunk = properties.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        const std::string_view name = chunk.text(0, i);
        if (name.starts_with(inputs_of)) out.inputs.emplace(name.substr(inputs_of.size()), chunk.text(1, i));
        if (name == "ground") out.ground = chunk.text(1, i);
        if (name == "derived") out.derived = chunk.text(1, i);
        if (name == "packing") out.packing = chunk.text(1, i);
      }
    }
    auto fragments = connection.query("SELECT key, hash FROM source WHERE hash IS NOT NULL");
    while (const auto chunk = fragments.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) out.fragments.emplace(chunk.text(0, i), chunk.text(1, i));
    }
    auto hashes = connection.query("SELECT table_name, hash, rows::BIGINT FROM table_hash");
    while (const auto chunk = hashes.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) out.contents[std::string(chunk.text(0, i))] = {std::string(chunk.text(1, i)), chunk.get<std::int64_t>(2, i)};
    }
    out.file = file;
  } catch (const StoreError&) {
    return {};
  }
  return out;
}

}  // namespace comity::sources
