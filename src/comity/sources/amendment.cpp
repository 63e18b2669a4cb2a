#include "comity/sources/amendment.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/sources/fact_columns.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::sql_name;
using store::sql_text;

std::vector<ContentDigest> figures_of(const FragmentSummary& summary) {
  std::vector<ContentDigest> out;
  std::ranges::copy_if(summary.contents, std::back_inserter(out), [](const auto& one) { return one.table == "observation"; });
  return out;
}

bool is_same(const ContentDigest& a, const ContentDigest& b) { return a.kind == b.kind && a.rows == b.rows && a.hash == b.hash; }

// Rows of kinds that are others in `b`.
std::uint64_t rows_not_in(const std::vector<ContentDigest>& a, const std::vector<ContentDigest>& b) {
  std::uint64_t out = 0;
  for (const auto& one : a) out += std::ranges::any_of(b, [&](const auto& other) { return is_same(one, other); }) ? 0 : one.rows;
  return out;
}

// The columns of the table, each after `prefix`.
std::string columns(std::string_view prefix) {
  std::string out;
  for (const auto& column : store::table("observation").columns) out += fmt::format("{}{}.{}", out.empty() ? "" : ", ", prefix, sql_name(column.name));
  return out;
}

std::string hash_of(std::string_view row) { return fmt::format("hash({})", columns(row)); }

// The order of figures within one pair and indicator.
std::string order_within() {
  constexpr std::string_view ahead = "pair, indicator, ";
  const std::string_view order = store::table("observation").order;
  if (!order.starts_with(ahead)) throw StoreError("figures do not lie by pair and indicator");
  return std::string(order.substr(ahead.size()));
}

// Rows by key and hash that one of two selects has more often: the difference of two multisets.
std::string difference(const std::string& before, const std::string& after) {
  return fmt::format("SELECT key, said, sum(side)::BIGINT AS side FROM (SELECT o.key, {0} AS said, -1 AS side FROM ({1}) o UNION ALL SELECT o.key, {0}, 1 FROM ({2}) o) GROUP BY key, said HAVING sum(side) <> 0",
                     hash_of("o"), before, after);
}

}  // namespace

std::filesystem::path fragment_file(const std::filesystem::path& cache, const std::string& source, const std::string& hash) {
  return cache / fmt::format("{}-{}.duckdb", source, hash.substr(0, 16));
}

std::string contribution(const Assembly& assembly, const Numbering& numbering, std::size_t source, const FragmentSummary& summary, const std::string& database, const std::string& table) {
  Names names;
  names.source = fmt::format("{}::USMALLINT", numbering.sources.at(assembly.sources[source].id));
  if (!summary.references.empty()) names.source = fmt::format("CASE WHEN o.reference IS NULL THEN {} ELSE (enum_code(o.reference::source_t) + 1)::USMALLINT END", names.source);
  std::set<std::string_view> indicators;
  for (const auto& one : summary.contents) {
    if (one.table == table) indicators.insert(one.indicator());
  }
  const bool is_one = indicators.size() == 1 && numbering.indicators.contains(std::string(*indicators.begin()));
  names.indicator = is_one ? fmt::format("{}::USMALLINT", numbering.indicators.at(std::string(*indicators.begin()))) : "(enum_code(o.indicator::indicator_t) + 1)::USMALLINT";
  names.file = fmt::format("(o.file + {})::UINTEGER", numbering.file_offset[source]);
  names.has_pair = table == "observation";
  return fact_select(table, fmt::format("{}.{}", database, sql_name(table)), names);
}

std::string marked_figures(const std::string& figures, const std::string& marks) {
  return fmt::format("SELECT o.* REPLACE ((o.flags | coalesce(m.flags, 0))::UINTEGER AS flags, coalesce(m.origin, o.origin) AS origin) FROM ({}) o LEFT JOIN ({}) m ON m.key = o.key", figures, marks);
}

std::optional<Amendment> find_amendment(const Assembly& assembly, const Numbering& numbering, const DerivedFacts& derived, const Predecessor& before) {
  if (before.file.empty() || before.ground != table_ground(numbering) || !before.contents.contains("observation")) return {};
  Amendment out;
  std::uint64_t rows = 0;
  for (std::size_t i = 0; i < assembly.sources.size(); ++i) {
    const auto known = before.fragments.find(assembly.sources[i].id);
    if (known == before.fragments.end()) return {};
    if (known->second == assembly.fragments[i].hash) continue;
    Amendment::Part part{i, {fragment_file(assembly.options.cache, assembly.sources[i].id, known->second), known->second, {}, true}, {}};
    if (!std::filesystem::exists(part.before.file)) return {};
    part.summary = summarize(part.before);
    const auto was = figures_of(part.summary), is = figures_of(assembly.summaries[i]);
    if (std::ranges::equal(was, is, is_same)) continue;
    rows += rows_not_in(was, is) + rows_not_in(is, was);
    out.sources.push_back(std::move(part));
  }
  if (before.derived != derived.hash) {
    const auto file = derived_file(assembly.options.cache, before.derived);
    if (!std::filesystem::exists(file)) return {};
    out.derived_before = file.string();
    store::Database database({}, {.may_read_files = true, .threads = assembly.options.threads, .memory = "2GB", .temp_folder = assembly.options.cache.string()});
    auto connection = database.connect();
    connection.run(fmt::format("ATTACH {} AS was (READ_ONLY); ATTACH {} AS derived (READ_ONLY)", sql_text(out.derived_before), sql_text(derived.file.string())));
    constexpr const char* marks = "SELECT count(*) || ' ' || coalesce(sum(hash(m)::HUGEINT), 0) FROM {}.mark m";
    if (connection.text(fmt::format(fmt::runtime(marks), "was")) != connection.text(fmt::format(fmt::runtime(marks), "derived"))) return {};
    rows += std::uint64_t(connection.number(fmt::format("SELECT sum(abs(side)) FROM ({})", difference("SELECT * FROM was.observation", "SELECT * FROM derived.observation"))));
  }
  if (rows > assembly.options.rows_at_once) return {};
  return out;
}

// Temporary tables: removed and added, of rows as they stand in the edition.
void FigureAmender::find_differences() {
  connection_.run("CREATE TEMP TABLE removed AS SELECT * FROM observation LIMIT 0; CREATE TEMP TABLE added AS SELECT * FROM observation LIMIT 0");
  for (const auto& part : amendment_.sources) {
    const std::string was = fmt::format("was{}", part.source), empty = "SELECT * FROM observation LIMIT 0";
    connection_.run(fmt::format("ATTACH {} AS {} (READ_ONLY)", sql_text(part.before.file.string()), was));
    const auto& now = assembly_.summaries[part.source];
    add_differences(part.summary.has("observation") ? contribution(assembly_, numbering_, part.source, part.summary, was, "observation") : empty,
                    now.has("observation") ? contribution(assembly_, numbering_, part.source, now, fragment_name(part.source), "observation") : empty);
  }
  if (!amendment_.derived_before.empty()) {
    connection_.run(fmt::format("ATTACH {} AS was_derived (READ_ONLY)", sql_text(amendment_.derived_before)));
    add_differences("SELECT * FROM was_derived.observation", "SELECT * FROM derived.observation");
  }
}

void FigureAmender::add_differences(const std::string& before, const std::string& after) {
  connection_.run("CREATE TEMP TABLE differing AS " + difference(before, after));
  const auto add = [&](const char* table, const std::string& from, const char* side) {
    const std::string rows = fmt::format("SELECT o.* FROM ({}) o SEMI JOIN (SELECT key, said FROM differing WHERE side {} 0) d ON d.key = o.key AND d.said = {}", from, side, hash_of("o"));
    const auto count = [&] { return connection_.number(fmt::format("SELECT count(*) FROM {}", table)); };
    const auto first = count();
    connection_.run(fmt::format("INSERT INTO {} {}", table, marked_figures(rows, "SELECT key, flags, origin FROM derived.mark WHERE key IN (SELECT key FROM differing)")));
    if (count() - first != connection_.number(fmt::format("SELECT sum(abs(side)) FROM differing WHERE side {} 0", side))) {
      throw StoreError("a figure stands twice in what an edition is made of", "This is a fault of Comity: please report it. Delete the edition in place to build it whole.");
    }
  };
  add("removed", before, "<");
  add("added", after, ">");
  connection_.run("DROP TABLE differing");
}

// Temporary tables: touched, the pairs and indicators of which any row differs; lying, their rows with their place; wanted, those rows as they are to be;
// slot, each wanted row with the place that it takes (none: more rows are wanted than lie there), and the places that nothing takes (key is null).
void FigureAmender::find_places() {
  connection_.run("CREATE TEMP TABLE touched AS SELECT DISTINCT pair, indicator FROM (SELECT pair, indicator FROM removed UNION ALL SELECT pair, indicator FROM added)");
  connection_.run("CREATE TEMP TABLE lying AS SELECT o.rowid AS place, o.* FROM observation o SEMI JOIN touched t ON t.pair = o.pair AND t.indicator = o.indicator");
  connection_.run(fmt::format("CREATE TEMP TABLE wanted AS SELECT row_number() OVER (PARTITION BY pair, indicator ORDER BY {}) AS nth, * FROM (SELECT l.* EXCLUDE (place) FROM lying l "
                              "ANTI JOIN removed r ON r.key = l.key AND {} = {} UNION ALL SELECT * FROM added)",
                              order_within(), hash_of("r"), hash_of("l")));
  const auto count = [&](const char* table) { return connection_.number(fmt::format("SELECT count(*) FROM {}", table)); };
  if (count("lying") - count("removed") + count("added") != count("wanted")) {
    throw StoreError(fmt::format("{} does not hold the figures that it was made of", before_.file.string()), "Delete it, and build again.");
  }
  connection_.run("CREATE TEMP TABLE slot AS SELECT l.place, coalesce(l.pair, w.pair) AS of_pair, w.* FROM "
                  "(SELECT place, pair, indicator, row_number() OVER (PARTITION BY pair, indicator ORDER BY place) AS nth FROM lying) l "
                  "FULL JOIN wanted w ON w.pair = l.pair AND w.indicator = l.indicator AND w.nth = l.nth");
}

// Before the first pair that needs more room: rows are written over or taken away where they lie.
void FigureAmender::write_in_place(std::int64_t first_surplus) {
  const std::string ahead = first_surplus < 0 ? "true" : fmt::format("s.of_pair < {}", first_surplus);
  connection_.run(fmt::format("CREATE TEMP TABLE written AS SELECT s.* FROM slot s JOIN lying l ON l.place = s.place WHERE s.key IS NOT NULL AND {} AND {} <> {}", ahead, hash_of("s"), hash_of("l")));
  std::string counts, set;
  for (const auto& column : store::table("observation").columns) {
    counts += fmt::format("{}CASE WHEN bool_or(w.{} IS DISTINCT FROM l.{}) THEN {} END", counts.empty() ? "" : ", ", sql_name(column.name), sql_name(column.name), sql_text(column.name));
  }
  auto differing = connection_.query(fmt::format("SELECT unnest([{}]) FROM written w JOIN lying l ON l.place = w.place", counts));
  while (const auto chunk = differing.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      if (!chunk.is_null(0, i)) set += fmt::format("{}{} = w.{}", set.empty() ? "" : ", ", sql_name(chunk.text(0, i)), sql_name(chunk.text(0, i)));
    }
  }
  if (!set.empty()) connection_.run(fmt::format("UPDATE observation SET {} FROM written w WHERE observation.rowid = w.place", set));
  connection_.run(fmt::format("DELETE FROM observation WHERE rowid IN (SELECT place FROM slot s WHERE s.key IS NULL AND {})", ahead));
}

// From `pair` on, in order: stretches that stay as they were, and those in which a pair is touched.
std::vector<FigureAmender::Run> FigureAmender::runs_from(std::int64_t pair) {
  // A stretch shorter than this is sorted with its neighbours rather than copied by itself.
  constexpr std::int64_t worth_copying = 100'000;
  std::vector<Run> out;
  auto result = connection_.query(fmt::format("SELECT pair, sum(n)::BIGINT, bool_or(touched) FROM (SELECT pair, count(*) AS n, false AS touched FROM former.observation WHERE pair >= {0} GROUP BY pair "
                                              "UNION ALL SELECT pair, 0, true FROM touched WHERE pair >= {0}) GROUP BY pair ORDER BY pair",
                                              pair));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const Run one{chunk.get<std::uint32_t>(0, i), chunk.get<std::uint32_t>(0, i) + 1, chunk.get<std::int64_t>(1, i), chunk.get<bool>(2, i)};
      const auto room = std::int64_t(assembly_.options.rows_at_once);
      const bool joins = !out.empty() && (out.back().touched == one.touched || (one.touched && out.back().rows < worth_copying)) && (!(one.touched || out.back().touched) || out.back().rows + one.rows <= room);
      if (joins) {
        out.back().to = one.to, out.back().rows += one.rows, out.back().touched |= one.touched;
      } else {
        out.push_back(one);
      }
    }
  }
  return out;
}

// From the first pair that needs more room: all is written anew behind what stays.
void FigureAmender::write_behind(std::int64_t first_surplus) {
  const auto first = connection_.number(fmt::format("SELECT coalesce(min(rowid), -1) FROM observation WHERE pair >= {}", first_surplus));
  if (first >= 0) connection_.run(fmt::format("DELETE FROM observation WHERE rowid >= {}", first));
  connection_.run("CHECKPOINT");
  connection_.run(fmt::format("ATTACH {} AS former (READ_ONLY)", sql_text(before_.file.string())));
  for (const Run& run : runs_from(first_surplus)) {
    const std::string range = fmt::format("o.pair >= {} AND o.pair < {}", run.from, run.to);
    if (!run.touched) {
      connection_.run(fmt::format("INSERT INTO observation SELECT * FROM former.observation o WHERE {}", range));
    } else {
      connection_.run(fmt::format("INSERT INTO observation SELECT * FROM (SELECT o.* FROM former.observation o ANTI JOIN touched t ON t.pair = o.pair AND t.indicator = o.indicator WHERE {0} "
                                  "UNION ALL SELECT o.* EXCLUDE (nth) FROM wanted o WHERE {0}) ORDER BY {1}",
                                  range, store::table("observation").order));
    }
  }
  connection_.run("DETACH former");
}

Predecessor::Content FigureAmender::what_is_expected() {
  const auto number_of = [](const std::string& text, int base) {
    std::uint64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out, base);
    return out;
  };
  const auto sum = [&](const char* table) { return number_of(connection_.text(fmt::format("SELECT (coalesce(sum(hash(t)::HUGEINT), 0) % 18446744073709551616)::UBIGINT FROM {} t", table)), 10); };
  const auto& was = before_.contents.at("observation");
  // Sums of hashes run round at 64 bits, as the table's own does.
  return {fmt::format("{:016x}", number_of(was.hash, 16) - sum("removed") + sum("added")), was.rows + connection_.number("SELECT (SELECT count(*) FROM added) - (SELECT count(*) FROM removed)")};
}

void FigureAmender::run() {
  find_differences();
  find_places();
  expected_ = what_is_expected();
  const auto first_surplus = connection_.number("SELECT coalesce(min(of_pair)::BIGINT, -1) FROM slot WHERE place IS NULL");
  write_in_place(first_surplus);
  if (first_surplus >= 0) write_behind(first_surplus);
  auto pairs = connection_.query("SELECT DISTINCT pair FROM touched ORDER BY pair");
  while (const auto chunk = pairs.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) moved_.push_back(chunk.get<std::uint32_t>(0, i));
  }
  connection_.run("DROP TABLE removed; DROP TABLE added; DROP TABLE touched; DROP TABLE lying; DROP TABLE wanted; DROP TABLE slot; DROP TABLE written");
}

}  // namespace comity::sources
