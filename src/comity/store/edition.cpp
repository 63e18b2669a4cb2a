#include "comity/store/edition.hpp"

#include <future>

#include "comity/base/error.hpp"
#include "comity/store/context.hpp"
#include "comity/store/edition_impl.hpp"
#include "comity/store/schema.hpp"
#include "comity/store/rows.hpp"

namespace comity::store {

std::string_view TextPool::keep(std::string_view text) {
  if (text.empty()) return {};
  // Its length, its ends and its middle: enough to tell most short texts apart, and no more than a few instructions.
  const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(text[at])); };
  std::string_view& recent = recent_[(text.size() * 7 + letter(0) * 31 + letter(text.size() / 2) * 131 + letter(text.size() - 1) * 523) % recent_places];
  if (recent == text) return recent;
  return recent = texts_.text(texts_.of(text));
}

namespace {

// duckdb_tables() would read the statistics of every table: the edition's own table answers in a tenth of the time.
std::string schema_of(Database& database, const std::filesystem::path& file) {
  try {
    return database.connect().text("SELECT value FROM edition WHERE name = 'schema'");
  } catch (const StoreError&) {
    throw StoreError(fmt::format("{} is a DuckDB file, but no edition", file.string()), "Make one with: comity build");
  }
}

}  // namespace

bool is_of_another_version(const std::filesystem::path& file) {
  if (PairFile::try_open(file)) return false;
  try {
    Database database(file, {.read_only = true});
    return schema_of(database, file) != schema_version;
  } catch (const StoreError&) {
    return false;  // Whoever opens it says what is wrong with it.
  }
}

Edition::Edition(const std::filesystem::path& file, std::shared_ptr<const world::Register> states, const Opening& opening) {
  if (!std::filesystem::exists(file)) throw NotFound(fmt::format("there is no edition {}", file.string()), "Make one with: comity build");
  impl_ = std::make_unique<Impl>(file, opening);
  impl_->pairs = PairFile::try_open(file);
  if (impl_->pairs) {
    impl_->context = impl_->pairs->context(std::move(states));
    impl_->shown = Shown(impl_->context);
    return;
  }
  if (schema_of(impl_->database(), file) != schema_version) {
    throw StoreError(fmt::format("{} was made by another version of Comity", file.string()), "Make it again with: comity build --overwrite");
  }
  impl_->context = load_context(impl_->database(), std::move(states));
  impl_->shown = Shown(impl_->context);
}

// What was read from the file of pairs is of the edition that lay there then: its numbers of sources and files mean others in another.
void Edition::Impl::open_database() {
  database_.emplace(file, opening);
  if (pairs && database_->connect().text("SELECT substr(value, 1, 12) FROM edition WHERE name = 'hash'") != context.edition) {
    throw StoreError(fmt::format("{} was replaced while it was read", file.string()), "Run the command again.");
  }
}

Edition::~Edition() = default;
const Context& Edition::context() const { return impl_->context; }
const std::filesystem::path& Edition::file() const { return impl_->file; }

void Edition::load_shapes() {
  if (!impl_->context.shapes.empty()) return;
  auto connection = impl_->database().connect();
  store::load_shapes(connection, impl_->context);
}

bool Edition::keeps_facts_of_states() const { return impl_->pairs == nullptr; }

std::size_t Edition::pair_count() const {
  if (impl_->pairs) return impl_->pairs->pair_count();
  auto connection = impl_->database().connect();
  std::string pairs;
  for (const char* table : {"observation", "event", "mission", "agreement", "presence"}) {
    pairs += fmt::format("{}SELECT pair FROM {} WHERE pair >= 65536{}", pairs.empty() ? "" : " UNION ", table, impl_->shown.condition());
  }
  return static_cast<std::size_t>(connection.number(fmt::format("SELECT count(*) FROM ({})", pairs)));
}

namespace {

// Rows come in the order in which they lie in the table, which DuckDB keeps (preserve_insertion_order, its default); to sort them by
// rowid would cost a tenth of the whole. Asked for one pair as text with the numbers in it: DuckDB plans a prepared question again at every run (only then does
// it know which parts of a table to leave out), so that preparing would cost twice.
template <class Fact, class Read>
void read_rows(Connection& connection, const char* columns, const std::string& where, TextPool& pool, const Shown& shown, Read read, std::vector<Fact>& out) {
  auto result = connection.query(fmt::format("SELECT {} FROM {}", columns, where));
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      Fact fact = read(chunk, i, pool);
      if (shown(fact)) out.push_back(std::move(fact));
    }
  }
}

}  // namespace

void turn(PairFacts& facts) {
  if (facts.a < facts.b) return;
  for (auto& agreement : facts.agreements) {
    std::swap(agreement.capacity_a, agreement.capacity_b);
    std::swap(agreement.a_in_force, agreement.b_in_force);
  }
}

// Not kept: it takes a millisecond or less, and those of all states a hundred megabytes.
std::shared_ptr<const StateFacts> Edition::Impl::alone_of_pairs(StateId state) {
  auto out = std::make_shared<StateFacts>();
  pairs->read(state, *out);
  find_organizations(*out, context);
  out->texts = pairs;
  return out;
}

PairFacts Edition::Impl::facts_of_pairs(StateId a, StateId b) {
  PairFacts out;
  out.a = a;
  out.b = b;
  pairs->read(Pair(a, b), out);
  out.of_a = alone_of_pairs(a);
  out.of_b = a == b ? out.of_a : alone_of_pairs(b);
  turn(out);
  return out;
}

struct Session::Impl {
  Edition::Impl& edition;
  const Shown& shown;
  TextPool pool;

  explicit Impl(Edition::Impl& of) : edition(of), shown(of.shown) {}

  Connection& connection() {
    if (!connection_) connection_.emplace(edition.database().connect());
    return *connection_;
  }

  // A question for each pair and each state: DuckDB skips the parts of a table that cannot hold one number, but of a list of
  // numbers it reads ten times as much.
  template <class Fact, class Read>
  void of_pair(std::uint32_t pair, const char* table, const char* columns, Read read, std::vector<Fact>& out) {
    read_rows(connection(), columns, fmt::format("{} WHERE pair = {}", table, pair), pool, shown, read, out);
  }

  std::shared_ptr<const StateFacts> alone(StateId state) {
    return edition.of_state(state, [&] { return read_alone(state); });
  }

  // Over a connection of its own, so that it can be read beside the pair's facts.
  std::shared_ptr<const StateFacts> read_alone(StateId state) {
    Connection connection = edition.database().connect();
    auto out = std::make_shared<StateFacts>();
    auto texts = std::make_shared<TextPool>();
    read_rows(connection, observation_columns, fmt::format("observation WHERE pair = {}", state.value), *texts, shown, read_observation, out->observations);
    read_rows(connection, event_columns, fmt::format("event WHERE pair = {}", state.value), *texts, shown, read_event, out->events);
    read_rows(connection, membership_columns, fmt::format("membership WHERE state = {}", state.value), *texts, shown, read_membership, out->memberships);
    sort_events(out->events);
    find_organizations(*out, edition.context);
    out->texts = std::move(texts);
    return out;
  }

 private:
  std::optional<Connection> connection_;
};

Session::Session(const Edition& edition) : impl_(std::make_unique<Impl>(*edition.impl_)) {}
Session::~Session() = default;
Connection& Session::connection() { return impl_->connection(); }

PairFacts Session::pair_facts(StateId a, StateId b) {
  if (impl_->edition.pairs) return impl_->edition.facts_of_pairs(a, b);
  PairFacts out;
  out.a = a;
  out.b = b;
  Impl& s = *impl_;
  const auto alone = [&s, a, b] { return std::pair(s.alone(a), s.alone(b)); };
  const bool is_read = s.edition.known_alone(a) && s.edition.known_alone(b);
  s.connection();  // before two threads could both open the database
  auto both = std::async(is_read ? std::launch::deferred : std::launch::async, alone);
  const std::uint32_t pair = Pair(a, b).code();
  s.of_pair(pair, "observation", observation_columns, read_observation, out.observations);
  s.of_pair(pair, "event", event_columns, read_event, out.events);
  s.of_pair(pair, "mission", mission_columns, read_mission, out.missions);
  s.of_pair(pair, "agreement", agreement_columns, read_agreement, out.agreements);
  s.of_pair(pair, "presence", presence_columns, read_presence, out.presences);
  s.of_pair(pair, "standing", standing_columns, read_standing, out.standings);
  s.of_pair(pair, "disagreement", disagreement_columns, read_disagreement, out.disagreements);
  std::tie(out.of_a, out.of_b) = both.get();
  sort_events(out.events);
  turn(out);
  return out;
}

}  // namespace comity::store
