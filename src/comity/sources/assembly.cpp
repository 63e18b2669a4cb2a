#include "comity/sources/assembly.hpp"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/amendment.hpp"
#include "comity/sources/code_hashes.hpp"
#include "comity/sources/derived_facts.hpp"
#include "comity/sources/disagreements.hpp"
#include "comity/sources/groundwork.hpp"
#include "comity/sources/moved_pairs.hpp"
#include "comity/sources/own_tables.hpp"
#include "comity/sources/predecessor.hpp"
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

// What is already known when the tables are written.
struct Plan {
  Numbering numbering;
  DerivedFacts derived;
  std::map<std::string, std::string> inputs;  // table_inputs
  Predecessor before;
  // Tables that stand in the file as they are to be, because it began as a copy of `before`. Empty: a new file.
  std::set<std::string> kept;
  bool takes_disagreements = false;  // those of `before` are those of this edition
  std::optional<Amendment> amendment;  // how the figures of `before` become those of this edition, where that is short; then `kept` holds observation

  bool keeps(std::string_view table) const { return kept.contains(std::string(table)); }
};

class Assembler {
 public:
  Assembler(Connection& connection, const Assembly& assembly, const Plan& plan) : connection_(connection), assembly_(assembly), plan_(plan), numbering_(plan.numbering) {}

  // All that waits for no derived fact; of the plan it needs the numbering, and what is kept.
  void begin(Progress& progress) {
    progress.step("laying the groundwork", 0);
    if (!plan_.kept.empty()) drop_others();
    load_own_tables(connection_, assembly_.options.places.share / "data");
    load_indicators(connection_, assembly_.options.places.share / "data");
    lay_groundwork(connection_, assembly_, numbering_, plan_.kept);
    write_shapes(connection_, assembly_.options.places, *assembly_.options.states);
    progress.step("writing facts", 0);
    write_facts();
    write_accounts();
  }

  void finish(Progress& progress) {
    connection_.run(fmt::format("ATTACH {} AS derived (READ_ONLY)", sql_text(plan_.derived.file.string())));
    write_figures(progress);
    progress.step("writing the rest", 0);
    write_derived();
    if (plan_.kept.empty()) {
      for (const auto& view : store::views()) connection_.run(create_statements(view));
    }
  }
  // What figures must be that were not merged but replaced, and of which pairs they differ.
  const std::optional<Predecessor::Content>& amended() const { return amended_; }
  const std::vector<std::uint32_t>& moved() const { return moved_; }

 private:
  void write_figures(Progress& progress) {
    if (plan_.amendment) {
      progress.step("replacing figures", 0);
      FigureAmender amender(connection_, assembly_, numbering_, *plan_.amendment, plan_.before);
      amender.run();
      amended_ = amender.expected();
      moved_ = amender.moved();
    } else if (!plan_.keeps("observation")) {
      progress.step("merging figures", 0);
      write_observations();
    }
  }

  bool has(std::size_t i, std::string_view table) const { return assembly_.summaries[i].has(table); }

  // Of the copied edition only what is kept stays; its views are this edition's, being made by the same code.
  void drop_others() {
    for (const auto& table : store::tables()) {
      if (!plan_.keeps(table.name)) connection_.run(fmt::format("DROP TABLE {}", sql_name(table.name)));
    }
  }

  void write_derived() {
    for (const char* table : {"standing", "mirror", "derivation"}) {
      if (!plan_.keeps(table)) connection_.run(fmt::format("INSERT INTO {0} SELECT * FROM derived.{0}", table));
    }
    if (plan_.keeps("disagreement")) return;
    if (plan_.takes_disagreements) connection_.run(fmt::format("ATTACH {} AS before (READ_ONLY)", sql_text(plan_.before.file.string())));
    connection_.run(fmt::format("INSERT INTO disagreement SELECT * FROM {}.disagreement", plan_.takes_disagreements ? "before" : "derived"));
  }

  std::string contribution(std::size_t i, const std::string& table) const { return sources::contribution(assembly_, numbering_, i, assembly_.summaries[i], fragment_name(i), table); }

  static void add(std::string& all, const std::string& part) { all += (all.empty() ? "" : " UNION ALL ") + part; }

  void write_facts() {
    for (const auto& table : store::tables()) {
      const std::string name = table.name;
      if (!table.is_fact || name == "state_name" || name == "observation" || plan_.keeps(name)) continue;
      std::string all;
      for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
        if (has(i, name)) add(all, contribution(i, name));
      }
      if (!all.empty()) connection_.run(fmt::format("INSERT INTO {} SELECT * FROM ({}) ORDER BY {}", name, all, table.order));
    }
    std::string names;
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      if (has(i, "state_name")) names += fmt::format(" UNION ALL SELECT state, language, kind, name, day_from, day_to FROM {}.state_name", fragment_name(i));
    }
    connection_.run(fmt::format("INSERT INTO state_name SELECT DISTINCT * FROM (SELECT * FROM register_name{}) ORDER BY ALL", names));
  }

  // Small sources are gathered first. Every table that figures come from then lies in the order of pairs, so that a slice of all of them is read without the rest, merged in
  // memory and written behind the last: nothing spills, and no slice is larger than it must be.
  void write_observations() {
    std::vector<std::string> parts = {"SELECT * FROM derived.observation o"};
    std::string few;
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      if (!has(i, "observation")) continue;
      if (assembly_.summaries[i].rows("observation") < assembly_.options.rows_at_once / 8) {
        add(few, contribution(i, "observation"));
      } else {
        parts.push_back(contribution(i, "observation"));
      }
    }
    if (!few.empty()) {
      connection_.run(fmt::format("CREATE TEMP TABLE few AS SELECT * FROM ({}) ORDER BY pair", few));
      parts.push_back("SELECT * FROM few o");
    }
    for (const std::string& condition : slices(parts)) {
      std::string all;
      for (const auto& part : parts) add(all, fmt::format("{} WHERE {}", part, condition));
      const std::string marks = fmt::format("SELECT o.key, o.flags, o.origin FROM derived.mark o WHERE {}", condition);
      connection_.run(fmt::format("INSERT INTO observation SELECT * FROM ({}) ORDER BY {}", marked_figures(all, marks), store::table("observation").order));
    }
    connection_.run("DROP TABLE IF EXISTS few");
  }

  // Conditions on o.pair that part all figures into slices of about the same size, in order.
  std::vector<std::string> slices(const std::vector<std::string>& parts) {
    std::string pairs;
    for (const auto& part : parts) add(pairs, fmt::format("SELECT pair FROM ({})", part));
    std::vector<std::pair<std::uint32_t, std::uint64_t>> sizes;
    std::uint64_t all = 0, before = 0;
    auto result = connection_.query(fmt::format("SELECT pair, count(*)::UBIGINT FROM ({}) GROUP BY pair ORDER BY pair", pairs));
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        sizes.emplace_back(chunk.get<std::uint32_t>(0, i), chunk.get<std::uint64_t>(1, i));
        all += sizes.back().second;
      }
    }
    const std::uint64_t count = all / assembly_.options.rows_at_once + 1, most = all / count + 1;
    std::vector<std::string> out;
    std::uint32_t from = 0;
    for (const auto& [pair, size] : sizes) {
      if (before > 0 && before + size > most) {
        out.push_back(fmt::format("o.pair >= {} AND o.pair < {}", from, pair));
        from = pair, before = 0;
      }
      before += size;
    }
    out.push_back(fmt::format("o.pair >= {}", from));
    return out;
  }

  void write_accounts() {
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      const std::string f = fragment_name(i);
      const auto id = numbering_.sources.at(assembly_.sources[i].id);
      const auto offset = numbering_.file_offset[i];
      connection_.run(fmt::format("INSERT INTO ledger SELECT {}, file + {}, records_read, used, rejected, unwanted, facts, absences FROM {}.ledger ORDER BY file", id, offset, f));
      connection_.run(fmt::format("INSERT INTO reject SELECT {}, file + {}, record, line, col, reason, raw FROM {}.reject ORDER BY file, record", id, offset, f));
      connection_.run(fmt::format("INSERT INTO unwanted SELECT {}, reason, records FROM {}.unwanted ORDER BY reason", id, f));
      connection_.run(fmt::format("INSERT INTO correction SELECT {}, id, reason, reported, status, records FROM {}.correction ORDER BY id", id, f));
    }
    connection_.run(
        "INSERT INTO organization SELECT key, name, short_name, kind, founded, dissolved, TRY_CAST(importance AS UTINYINT), coverage_to, note FROM own_organizations ORDER BY key");
    for (std::size_t i = 0; i < assembly_.sources.size(); ++i) {
      if (!has(i, "organization")) continue;
      connection_.run(fmt::format(
          "INSERT INTO organization SELECT key, name, short_name, kind, founded, dissolved, importance, coverage_to, note FROM {}.organization "
          "WHERE key NOT IN (SELECT key FROM organization) ORDER BY key",
          fragment_name(i)));
    }
  }

  Connection& connection_;
  const Assembly& assembly_;
  const Plan& plan_;
  const Numbering& numbering_;
  std::optional<Predecessor::Content> amended_;
  std::vector<std::uint32_t> moved_;
};

// A hash per table that does not depend on the order of rows, and one over all of them. What was taken over has its hash.
std::string write_hashes(Connection& connection, const Plan& plan, const std::optional<Predecessor::Content>& amended) {
  Sha256 sha;
  for (const auto& table : store::tables()) {
    const std::string name = table.name;
    if (name == "table_hash" || name == "edition") continue;
    Predecessor::Content content;
    const bool is_amended = name == "observation" && amended;
    if (plan.keeps(name) && !is_amended) {
      content = plan.before.contents.at(name);
    } else {
      content.hash = connection.text(fmt::format("SELECT printf('%016x', (coalesce(sum(hash(t)::HUGEINT), 0) % 18446744073709551616)::UBIGINT) FROM {} t", sql_name(name)));
      content.rows = connection.number(fmt::format("SELECT count(*) FROM {}", sql_name(name)));
    }
    if (is_amended && (content.hash != amended->hash || content.rows != amended->rows)) {
      throw StoreError(fmt::format("{} does not hold the figures that it was made of", plan.before.file.string()), "Delete it, and build again.");
    }
    connection.run(fmt::format("INSERT INTO table_hash VALUES ({}, {}, {})", sql_text(name), content.rows, sql_text(content.hash)));
    sha.add(name).add(content.hash);
  }
  return sha.hex();
}

Plan begin_plan(const Assembly& assembly) {
  Plan plan;
  store::Database words({});
  auto connection = words.connect();
  load_indicators(connection, assembly.options.places.share / "data");
  plan.numbering = number_all(connection, assembly);
  plan.before = read_predecessor(assembly.options.output);
  return plan;
}

// Derives what is to be derived. Without an edition before, nothing is kept.
void finish_plan(Plan& plan, const Assembly& assembly, Progress& progress) {
  plan.derived = derive_facts(assembly, plan.numbering, progress);
  plan.inputs = table_inputs(assembly, plan.numbering, plan.derived);
  plan.takes_disagreements = plan.before.holds("disagreement", plan.inputs);
  // Most of an edition is its figures: where many changed, a copy would be written over.
  if (!plan.before.holds("observation", plan.inputs)) {
    progress.step("looking for figures that differ", 0);
    plan.amendment = find_amendment(assembly, plan.numbering, plan.derived, plan.before);
    if (!plan.amendment) return;
    plan.kept.insert("observation");
  }
  for (const auto& [table, hash] : plan.inputs) {
    if (plan.before.holds(table, plan.inputs)) plan.kept.insert(table);
  }
}

void write_property(Connection& connection, const std::string& name, const std::string& value) {
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

std::vector<std::filesystem::path> derive_scripts(const Places& places) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(places.share / "derive")) {
    if (entry.path().extension() == ".sql") out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

std::string Assembly::inputs_hash() const {
  Sha256 sha;
  for (std::size_t i = 0; i < sources.size(); ++i) sha.add(sources[i].id).add(fragments[i].hash).add(sources[i].live() ? sources[i].as_of : "");
  sha.add(assembling_code()).add(options.find_disagreements ? judging_code() : "").add(hash_of_tables(options.places));
  for (const auto& script : derive_scripts(options.places)) sha.add(read_file(script));
  return sha.hex();
}

namespace {

// What the edition in place was laid out by the same code as this one, and taken over from.
std::optional<store::SamePairs> find_same_pairs(Connection& connection, const Plan& plan, const std::vector<std::uint32_t>& figures) {
  if (!plan.keeps("observation") || plan.before.packing != packing_code()) return {};
  connection.run(fmt::format("ATTACH IF NOT EXISTS {} AS before (READ_ONLY)", sql_text(plan.before.file.string())));
  store::SamePairs out{plan.before.file, find_moved_pairs(connection, plan.kept, figures)};
  connection.run("DETACH before");
  return out;
}

store::Opening opening_of(const BuildOptions& options) {
  return {.may_read_files = true, .threads = options.threads, .memory = "2GB", .temp_folder = options.cache.string(), .as_edition = true};
}

// An edition's file while its tables are filled.
struct Writing {
  Writing(const Assembly& assembly, const std::filesystem::path& file, const Plan& plan)
      : database(file, opening_of(assembly.options)), connection(database.connect()), assembler(connection, assembly, plan) {
    store::register_world_functions(connection, *assembly.options.states);
  }
  store::Database database;
  Connection connection;
  Assembler assembler;
};

Assembly::Written write_edition(const Assembly& assembly, const std::filesystem::path& file, const Plan& plan, Progress& progress, std::unique_ptr<Writing> begun) {
  const BuildOptions& options = assembly.options;
  if (!plan.kept.empty()) {
    progress.step("copying what stays", 0);
    std::filesystem::copy_file(plan.before.file, file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  }
  std::optional<Predecessor::Content> amended;
  std::vector<std::uint32_t> moved;
  {
    if (!begun) {
      begun = std::make_unique<Writing>(assembly, file, plan);
      begun->assembler.begin(progress);
    }
    const std::unique_ptr<Writing> writing = std::move(begun);
    Connection& connection = writing->connection;
    writing->assembler.finish(progress);
    amended = writing->assembler.amended(), moved = writing->assembler.moved();
    const std::string newest = connection.text("SELECT max(edtf_from(as_of)) FROM source WHERE role = 'facts'");
    for (const auto& [name, value] : {std::pair{"inputs", assembly.inputs_hash()}, {"date", newest}, {"schema", std::string(store::schema_version)}, {"register", hash_of_tables(options.places)}, {"ground", table_ground(plan.numbering)}, {"derived", plan.derived.hash}, {"packing", std::string(packing_code())}}) {
      write_property(connection, name, value);
    }
    for (const auto& [table, hash] : plan.inputs) write_property(connection, input_property(table), hash);
    progress.step("closing the tables", 0);
    connection.run("CHECKPOINT");
  }
  // The rule reads finished pairs, as a dossier does, so the edition is opened as one in between.
  std::vector<PairDisagreement> disagreements;
  const bool is_judged = !options.find_disagreements || plan.takes_disagreements;
  if (!is_judged) {
    progress.step("looking where sources disagree", 0);
    disagreements = find_all_disagreements(file, options.states, options.find_disagreements, options.disagreement_indicators, options.threads);
  }
  store::Database database(file, opening_of(options));
  auto connection = database.connect();
  add_disagreements(connection, disagreements);
  progress.step("hashing tables", 0);
  Assembly::Written out;
  out.hash = write_hashes(connection, plan, amended);
  write_property(connection, "hash", out.hash);
  out.same_pairs = find_same_pairs(connection, plan, moved);
  progress.step("closing the edition", 0);
  connection.run("CHECKPOINT");
  return out;
}

}  // namespace

Assembly::Written Assembly::write(const std::filesystem::path& file, Progress& progress) const {
  Plan plan = begin_plan(*this);
  // From nothing, the tables without derived facts are written while those are made, which does not keep two cores busy.
  std::unique_ptr<Writing> begun;
  std::future<void> beginning;
  if (plan.before.file.empty()) {
    beginning = std::async(std::launch::async, [&] {
      Progress unseen;
      auto writing = std::make_unique<Writing>(*this, file, plan);
      writing->assembler.begin(unseen);
      begun = std::move(writing);
    });
  }
  finish_plan(plan, *this, progress);
  if (beginning.valid()) beginning.get();
  if (plan.amendment) {
    try {
      return write_edition(*this, file, plan, progress, nullptr);
    } catch (const StoreError&) {
      // The edition in place is not what it says it was made of (someone wrote to it): nothing of it is taken over.
      progress.step("merging all anew: the edition in place is not as it was built", 0);
      for (const auto& left : {file, std::filesystem::path(file.string() + ".wal")}) std::filesystem::remove(left);
      plan.amendment.reset(), plan.kept.clear(), plan.takes_disagreements = false;
    }
  }
  return write_edition(*this, file, plan, progress, std::move(begun));
}

std::string edition_inputs_hash(const std::filesystem::path& file) { return edition_value(file, "inputs"); }
std::string edition_hash(const std::filesystem::path& file) { return edition_value(file, "hash"); }

}  // namespace comity::sources
