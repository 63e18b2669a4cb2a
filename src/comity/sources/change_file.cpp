#include "comity/sources/change_file.hpp"

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/edition_diff.hpp"
#include "comity/sources/part_file.hpp"

namespace comity::sources {
namespace {

namespace fs = std::filesystem;
using store::sql_text;

constexpr int examples_of_a_kind = 3, examples_of_a_pair = 8;          // kept
constexpr int shown_of_a_pair = 8, shown_of_a_state = 20, pairs_of_a_state = 12;
constexpr std::size_t letters_of_a_name = 12;                          // of a hash, as context.edition has them

// One edition's facts that were chosen as examples, in columns that every table can fill.
std::string told(std::string_view table, std::string_view database) {
  // Facts lie by pair: what is of others need not be looked at.
  const std::string in_pairs = table == "membership" ? "" : fmt::format("AND t.pair IN (SELECT pair FROM chosen WHERE fact_table = '{}')", table);
  const auto select = [&](std::string_view subject, std::string_view when, std::string_view words, std::string_view from, std::string_view to, std::string_view more) {
    return fmt::format("SELECT t.key, {} AS subject, {} AS happened, {} AS words, {}::USMALLINT AS from_state, {}::USMALLINT AS to_state, {} FROM {}.{} t WHERE t.key IN (SELECT key FROM chosen WHERE fact_table = '{}') {} "
                       "QUALIFY row_number() OVER (PARTITION BY t.key ORDER BY t.record, t.col) = 1",
                       subject, when, words, from, to, more, database, table, table, in_pairs);
  };
  constexpr std::string_view no_figure = "NULL::USMALLINT AS reporter, NULL::VARCHAR AS unit, NULL::VARCHAR AS currency, NULL::DOUBLE AS value";
  if (table == "observation") {
    return select(fmt::format("(SELECT i.key FROM {}.indicator i WHERE i.id = t.indicator)", database), "left(t.period_start::VARCHAR, CASE WHEN t.period_months = 1 THEN 7 ELSE 4 END)",
                  "concat_ws(' ', CASE WHEN t.product <> 'total' THEN t.product END, t.variant)", "t.from_state", "t.to_state", "t.reporter, t.unit, t.currency, t.value");
  }
  if (table == "event") return select("t.kind", "t.date_edtf", "concat_ws(': ', t.title, t.person)", "t.actor_state", "NULL", no_figure);
  if (table == "mission") return select("t.kind", "t.as_listed_on", "concat_ws(', ', t.city, t.name)", "t.sending", "t.receiving", no_figure);
  if (table == "membership") return select("t.organization", "t.date_from", "t.kind", "t.state", "NULL", no_figure);
  if (table == "agreement") return select("t.kind", "t.signed_on", "t.title", "NULL", "NULL", no_figure);
  return select("t.kind", "t.as_of", "concat_ws(', ', t.name, t.place, t.basis)", "t.home_state", "t.host_state", no_figure);
}

std::string examples_of(std::string_view table) {
  std::string columns;
  for (const char* column : {"subject", "happened", "words", "from_state", "to_state", "reporter", "unit", "currency"}) columns += fmt::format("coalesce(a.{0}, b.{0}) AS {0}, ", column);
  return fmt::format("SELECT c.*, {} b.value AS before, a.value AS after FROM chosen c LEFT JOIN ({}) a ON a.key = c.key LEFT JOIN ({}) b ON b.key = c.key WHERE c.fact_table = '{}'", columns, told(table, "after_edition"),
                     told(table, "before_edition"), table);
}

constexpr const char* tables[] = {"observation", "event", "mission", "membership", "agreement", "presence"};

// Facts that a dossier would show, of a pair or a state.
constexpr const char* shown_facts =
    "(SELECT * FROM fact_diff WHERE pair > 0 AND source NOT IN (SELECT key FROM after_edition.source WHERE role IN ('reference', 'estimation', 'fixture', 'document') "
    "UNION SELECT key FROM before_edition.source WHERE role IN ('reference', 'estimation', 'fixture', 'document')))";

// Of a source that one edition alone holds, each fact differs: they are counted, not compared. A source may be millions of them.
// `what`: columns over the rows t of a table.
std::string alone(std::string_view what) {
  std::string out;
  for (const char* table : tables) {
    const std::string_view pair = std::string_view(table) == "membership" ? "t.state::UINTEGER" : "t.pair";
    for (const bool added : {true, false}) {
      out += fmt::format("{}SELECT {} AS pair, s.key AS source, '{}' AS reason, '{}' AS fact_table, '{}' AS change, {} FROM {}.{} t JOIN {}.source s ON s.id = t.source "
                         "WHERE s.role NOT IN ('reference', 'estimation', 'fixture', 'document') AND s.key NOT IN (SELECT key FROM {}.source) AND {} > 0 GROUP BY ALL",
                         out.empty() ? "" : " UNION ALL ", pair, added ? "new_source" : "source_gone", table, added ? "added" : "gone", what, added ? "after_edition" : "before_edition", table,
                         added ? "after_edition" : "before_edition", added ? "before_edition" : "after_edition", pair);
    }
  }
  return out;
}

void fill(store::Connection& connection) {
  const auto said = [](std::string_view database, std::string_view name) { return fmt::format("(SELECT value FROM {}.edition WHERE name = '{}')", database, name); };
  connection.run(fmt::format("CREATE TABLE book.compared AS SELECT left({}, {}) AS before, {} AS before_date, left({}, {}) AS after, {} AS after_date", said("before_edition", "hash"), letters_of_a_name,
                             said("before_edition", "date"), said("after_edition", "hash"), letters_of_a_name, said("after_edition", "date")));
  connection.run(fmt::format("CREATE TABLE book.change AS SELECT pair, source, reason, fact_table, count(*) FILTER (change = 'added') AS added, count(*) FILTER (change = 'gone') AS gone, "
                             "count(*) FILTER (change = 'changed') AS changed FROM {} GROUP BY ALL UNION ALL "
                             "SELECT pair, source, reason, fact_table, CASE WHEN change = 'added' THEN n ELSE 0 END, CASE WHEN change = 'gone' THEN n ELSE 0 END, 0 FROM ({}) ORDER BY pair, source, reason, fact_table",
                             shown_facts, alone("count(*) AS n")));
  // What sources say otherwise comes before what was derived of it.
  connection.run(fmt::format(
      "CREATE TEMP TABLE chosen AS SELECT *, row_number() OVER (PARTITION BY pair ORDER BY fact_table = 'observation', reason = 'derived', nth, source, fact_table, key) AS place FROM "
      "(SELECT *, row_number() OVER (PARTITION BY pair, source, fact_table, reason, change ORDER BY key) AS nth FROM (SELECT pair, source, reason, fact_table, change, key FROM {} UNION ALL {})) WHERE nth <= {} QUALIFY place <= {}",
      shown_facts, alone("min(t.key) AS key"), examples_of_a_kind, examples_of_a_pair));
  std::string all;
  for (const char* table : tables) all += (all.empty() ? "" : " UNION ALL ") + examples_of(table);
  connection.run(fmt::format("CREATE TABLE book.example AS SELECT pair, place::UTINYINT AS place, fact_table, key, source, reason, change, subject, happened, words, from_state, to_state, reporter, unit, currency, before, after "
                             "FROM ({}) ORDER BY pair, place",
                             all));
}

std::string source_condition(const std::vector<std::string>& shown) {
  if (shown.empty()) return "true";
  std::string keys;
  for (const std::string& key : shown) keys += (keys.empty() ? "" : ", ") + sql_text(key);
  // A derived fact may rest on sources that are not shown.
  return fmt::format("reason <> 'derived' AND source IN ({})", keys);
}

std::pair<StateId, StateId> states_of(std::uint32_t code) {
  if (code < 65536) return {StateId{static_cast<std::uint16_t>(code)}, {}};
  const Pair pair(code);
  return {pair.low, pair.high};
}

std::optional<double> number(const store::Chunk& chunk, std::size_t column, std::size_t row) {
  if (chunk.is_null(column, row)) return std::nullopt;
  return chunk.get<double>(column, row);
}
StateId state(const store::Chunk& chunk, std::size_t column, std::size_t row) { return chunk.is_null(column, row) ? StateId{} : StateId{chunk.get<std::uint16_t>(column, row)}; }

facts::ChangedFact read_example(const store::Chunk& chunk, std::size_t i) {
  facts::ChangedFact out;
  std::tie(out.a, out.b) = states_of(chunk.get<std::uint32_t>(0, i));
  const auto text = [&](std::size_t column) { return std::string(chunk.text(column, i)); };
  out.table = text(1), out.key = chunk.get<std::uint64_t>(2, i), out.source = text(3), out.reason = text(4), out.change = text(5);
  out.subject = text(6), out.when = text(7), out.words = text(8);
  out.from = state(chunk, 9, i), out.to = state(chunk, 10, i), out.reporter = state(chunk, 11, i);
  out.unit = text(12), out.currency = text(13), out.before = number(chunk, 14, i), out.after = number(chunk, 15, i);
  return out;
}

}  // namespace

fs::path change_file_of(const fs::path& edition) { return edition.string() + ".changes"; }

void write_change_file(const fs::path& before, const fs::path& after, const fs::path& file) {
  // Named as an edition under way is: who cleans up after a kill finds it (comity build).
  fs::path edition = file;
  if (edition.extension() == ".changes") edition.replace_extension();
  PartFile part(edition, ".changes.part");
  {
    store::Database database({}, {.may_read_files = true, .threads = 2, .memory = "4GB", .temp_folder = fs::temp_directory_path().string()});
    auto connection = database.connect();
    make_fact_diff(connection, {.before = before, .after = after, .source = {}, .pair = 0, .in_words = false, .shared_only = true});
    connection.run(fmt::format("ATTACH {} AS book", sql_text(part.path().string())));
    fill(connection);
    connection.run("CHECKPOINT book");
    connection.run("DETACH book");
  }
  sync_file(part.path());
  part.put_at(file);
}

std::shared_ptr<const ChangeFile> ChangeFile::try_open(const fs::path& edition, const std::string& name) {
  const fs::path file = change_file_of(edition);
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return nullptr;
  std::shared_ptr<ChangeFile> out(new ChangeFile);
  try {
    out->database_ = std::make_unique<store::Database>(file, store::Opening{.read_only = true, .threads = 1, .memory = "64MB"});
    auto connection = out->connect();
    auto result = connection.query("SELECT before, before_date, after, after_date FROM compared");
    const auto chunk = result.next();
    if (!chunk || chunk.rows() != 1) return nullptr;
    const auto text = [&](std::size_t column) { return std::string(chunk.text(column, 0)); };
    out->editions_ = {text(0), text(1), text(2), text(3)};
  } catch (const Error&) {
    // Of another DuckDB, or cut short: as good as none.
    return nullptr;
  }
  if (!out->editions_.after.starts_with(name) && !name.starts_with(out->editions_.after)) return nullptr;
  return out;
}

facts::EditionChanges ChangeFile::read(const std::string& whose, const std::vector<std::string>& shown, int most) const {
  facts::EditionChanges out;
  out.editions = editions_;
  auto connection = connect();
  const std::string where = fmt::format("WHERE {} AND {}", whose, source_condition(shown));
  auto counts = connection.query(fmt::format("SELECT source, reason, sum(added)::UBIGINT, sum(gone)::UBIGINT, sum(changed)::UBIGINT FROM change {} GROUP BY source, reason ORDER BY reason = 'derived', sum(added + gone + changed) DESC, source, reason", where));
  while (const auto chunk = counts.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      out.counts.push_back({std::string(chunk.text(0, i)), std::string(chunk.text(1, i)), chunk.get<std::uint64_t>(2, i), chunk.get<std::uint64_t>(3, i), chunk.get<std::uint64_t>(4, i)});
    }
  }
  if (out.counts.empty()) return out;
  auto examples = connection.query(
      fmt::format("SELECT pair, fact_table, key, source, reason, change, subject, happened, words, from_state, to_state, reporter, unit, currency, before, after FROM example {} "
                  "AND NOT (reason = 'derived' AND before IS NOT DISTINCT FROM after AND before IS NOT NULL) "  // the same figure, another note
                  "ORDER BY fact_table = 'observation', reason = 'derived', place, pair, key LIMIT {}",
                  where, most));
  while (const auto chunk = examples.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.examples.push_back(read_example(chunk, i));
  }
  return out;
}

facts::EditionChanges ChangeFile::of_pair(StateId a, StateId b, const std::vector<std::string>& shown) const { return read(fmt::format("pair = {}", Pair(a, b).code()), shown, shown_of_a_pair); }

facts::EditionChanges ChangeFile::of_state(StateId of, const std::vector<std::string>& shown) const {
  const std::string whose = fmt::format("(pair = {0} OR pair >> 16 = {0} OR (pair >= 65536 AND pair & 65535 = {0}))", of.value);
  auto out = read(whose, shown, shown_of_a_state);
  auto connection = connect();
  auto result = connection.query(fmt::format("SELECT pair, sum(added + gone + changed)::UBIGINT AS n FROM change WHERE pair >= 65536 AND {} AND {} GROUP BY pair ORDER BY n DESC, pair LIMIT {}", whose, source_condition(shown), pairs_of_a_state));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto [a, b] = states_of(chunk.get<std::uint32_t>(0, i));
      out.pairs.push_back({a, b, chunk.get<std::uint64_t>(1, i)});
    }
  }
  return out;
}

std::set<std::uint32_t> ChangeFile::pairs() const {
  std::set<std::uint32_t> out;
  auto connection = connect();
  auto result = connection.query("SELECT DISTINCT pair FROM change WHERE pair >= 65536");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.insert(chunk.get<std::uint32_t>(0, i));
  }
  return out;
}

}  // namespace comity::sources
