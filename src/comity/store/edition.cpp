#include "comity/store/edition.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/context.hpp"
#include "comity/store/schema.hpp"
#include "comity/store/rows.hpp"

namespace comity::store {

using namespace facts;

std::string_view TextPool::keep(std::string_view text) {
  if (text.empty()) return {};
  const auto found = texts_.find(text);
  return found != texts_.end() ? std::string_view(*found) : std::string_view(*texts_.emplace(text).first);
}

namespace {

// Facts of sources that only serve to check, to estimate or to show a format stay out of PairFacts. Asked of each fact that was
// read: the same condition in SQL would cost a tenth of the reading.
class Shown {
 public:
  Shown() = default;
  explicit Shown(const Context& context) : hidden_(context.sources.size()) {
    for (std::size_t id = 1; id < context.sources.size(); ++id) {
      const std::string& role = context.sources[id].role;
      hidden_[id] = role == "reference" || role == "estimation" || role == "fixture";
    }
  }
  template <class Fact>
  bool operator()(const Fact& fact) const {
    if constexpr (requires { fact.from_where; }) return !hidden_[fact.from_where.source.value];
    else if constexpr (requires { fact.source; }) return !hidden_[fact.source.value];
    else return true;  // a disagreement has no source of its own
  }
  // " AND source NOT IN (…)"
  std::string condition() const {
    std::string ids;
    for (std::size_t id = 1; id < hidden_.size(); ++id) {
      if (hidden_[id]) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id);
    }
    return ids.empty() ? std::string() : fmt::format(" AND source NOT IN ({})", ids);
  }

 private:
  std::vector<bool> hidden_;
};

}  // namespace

struct Edition::Impl {
  std::filesystem::path file;
  Database database;
  Context context;
  Shown shown;
  // Facts of states alone, kept once read, since every pair of a state needs them: under 100 MB for the whole world.
  std::mutex mutex;
  std::map<StateId, std::shared_ptr<const StateFacts>> alone;

  Impl(const std::filesystem::path& path, const Opening& opening) : file(path), database(path, opening) {}
};

Edition::Edition(const std::filesystem::path& file, std::shared_ptr<const world::Register> states, const Opening& opening) {
  if (!std::filesystem::exists(file)) throw NotFound(fmt::format("there is no edition {}", file.string()), "Make one with: comity build");
  impl_ = std::make_unique<Impl>(file, opening);
  auto connection = impl_->database.connect();
  // duckdb_tables() would read the statistics of every table: the edition's own table answers in a tenth of the time.
  std::string schema;
  try {
    schema = connection.text("SELECT value FROM edition WHERE name = 'schema'");
  } catch (const StoreError&) {
    throw StoreError(fmt::format("{} is a DuckDB file, but no edition", file.string()), "Make one with: comity build");
  }
  if (schema != schema_version) {
    throw StoreError(fmt::format("{} was made by another version of Comity", file.string()), "Make it again with: comity build --overwrite");
  }
  impl_->context = load_context(connection, std::move(states));
  impl_->shown = Shown(impl_->context);
}

Edition::~Edition() = default;
const Context& Edition::context() const { return impl_->context; }
const std::filesystem::path& Edition::file() const { return impl_->file; }

void Edition::load_shapes() {
  if (!impl_->context.shapes.empty()) return;
  auto connection = impl_->database.connect();
  store::load_shapes(connection, impl_->context);
}

std::size_t Edition::pair_count() const {
  auto connection = impl_->database.connect();
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

// Rows read for the pair low-high, shown to one who asked for high-low.
void turn(PairFacts& facts) {
  if (facts.a < facts.b) return;
  for (auto& agreement : facts.agreements) {
    std::swap(agreement.capacity_a, agreement.capacity_b);
    std::swap(agreement.a_in_force, agreement.b_in_force);
  }
}

void sort_events(std::vector<Event>& events) {
  // An unknown date sorts last, not first.
  std::ranges::stable_sort(events, {}, [](const Event& e) { return e.date.known() ? e.date.from : last_day; });
}

}  // namespace

struct Session::Impl {
  Edition::Impl& edition;
  Connection connection;
  const Shown& shown;
  TextPool pool;

  explicit Impl(Edition::Impl& of) : edition(of), connection(of.database.connect()), shown(of.shown) {}

  // A question for each pair and each state: DuckDB skips the parts of a table that cannot hold one number, but of a list of
  // numbers it reads ten times as much.
  template <class Fact, class Read>
  void of_pair(std::uint32_t pair, const char* table, const char* columns, Read read, std::vector<Fact>& out) {
    read_rows(connection, columns, fmt::format("{} WHERE pair = {}", table, pair), pool, shown, read, out);
  }

  std::shared_ptr<const StateFacts> known_alone(StateId state) {
    const std::lock_guard lock(edition.mutex);
    const auto found = edition.alone.find(state);
    return found == edition.alone.end() ? nullptr : found->second;
  }

  // Over a connection of its own, so that it can be read beside the pair's facts.
  std::shared_ptr<const StateFacts> alone(StateId state) {
    if (auto known = known_alone(state)) return known;
    auto facts = read_alone(state);
    const std::lock_guard lock(edition.mutex);
    return edition.alone.try_emplace(state, std::move(facts)).first->second;
  }

  std::shared_ptr<const StateFacts> read_alone(StateId state) {
    Connection connection = edition.database.connect();
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
};

Session::Session(const Edition& edition) : impl_(std::make_unique<Impl>(*edition.impl_)) {}
Session::~Session() = default;
Connection& Session::connection() { return impl_->connection; }

PairFacts Session::pair_facts(StateId a, StateId b) {
  PairFacts out;
  out.a = a;
  out.b = b;
  Impl& s = *impl_;
  const auto alone = [&s, a, b] { return std::pair(s.alone(a), s.alone(b)); };
  const bool is_read = s.known_alone(a) && s.known_alone(b);
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

namespace {

// One sorted table streamed beside the others: gives the rows of a pair when that pair's turn comes.
template <class Fact, Fact (*read)(const Chunk&, std::size_t, TextPool&)>
class Stream {
 public:
  Stream(Database& database, const char* columns, const char* table, const std::string& condition)
      : connection_(database.connect()), result_(connection_.stream(fmt::format("SELECT {} FROM {} WHERE pair >= 65536{}", columns, table, condition))) {
    fetch();
  }
  // 0 at the end.
  std::uint32_t pair() const { return chunk_ ? chunk_.get<std::uint32_t>(0, row_) : 0; }
  // Rows of pairs that nobody asked for are passed over: a disagreement may be one of facts that are not shown.
  void take(std::uint32_t wanted, std::vector<Fact>& out, TextPool& pool) {
    while (pair() && pair() <= wanted) {
      if (pair() == wanted) out.push_back(read(chunk_, row_, pool));
      if (++row_ == chunk_.rows()) fetch();
    }
  }

 private:
  void fetch() {
    row_ = 0;
    do {
      chunk_ = result_.next();
    } while (chunk_ && chunk_.rows() == 0);
  }
  Connection connection_;
  Result result_;
  Chunk chunk_;
  std::size_t row_ = 0;
};

// What every pair needs of either state alone, read once for all states.
struct Alone {
  std::map<StateId, std::shared_ptr<StateFacts>> states;

  Alone(Connection& connection, TextPool& pool, const std::string& shown, const Context& context) {
    const auto of = [&](std::uint32_t state) -> StateFacts& {
      auto& facts = states[StateId(static_cast<std::uint16_t>(state))];
      if (!facts) facts = std::make_shared<StateFacts>();
      return *facts;
    };
    const auto each = [&](const std::string& sql, auto work) {
      auto result = connection.query(sql);
      while (const Chunk chunk = result.next()) {
        for (std::size_t i = 0; i < chunk.rows(); ++i) work(chunk, i);
      }
    };
    each(fmt::format("SELECT {} FROM observation WHERE pair < 65536{}", observation_columns, shown),
         [&](const Chunk& c, std::size_t i) { of(c.get<std::uint32_t>(0, i)).observations.push_back(read_observation(c, i, pool)); });
    each(fmt::format("SELECT {} FROM event WHERE pair < 65536{}", event_columns, shown),
         [&](const Chunk& c, std::size_t i) { of(c.get<std::uint32_t>(0, i)).events.push_back(read_event(c, i, pool)); });
    each(fmt::format("SELECT {} FROM membership WHERE true{}", membership_columns, shown),
         [&](const Chunk& c, std::size_t i) { of(c.get<std::uint16_t>(0, i)).memberships.push_back(read_membership(c, i, pool)); });
    for (auto& [state, facts] : states) {
      sort_events(facts->events);
      find_organizations(*facts, context);
    }
  }
  std::shared_ptr<const StateFacts> operator[](StateId state) const {
    const auto found = states.find(state);
    return found == states.end() ? StateFacts::none() : found->second;
  }
};

// A bounded queue from the one that reads to those that work.
class Queue {
 public:
  struct Item {
    std::size_t number;
    PairFacts facts;
  };
  void push(Item item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return items_.size() < 256 || closed_; });
    items_.push_back(std::move(item));
    changed_.notify_all();
  }
  bool pop(Item& item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !items_.empty() || closed_; });
    if (items_.empty()) return false;
    item = std::move(items_.front());
    items_.pop_front();
    changed_.notify_all();
    return true;
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  bool closed() {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;
  bool closed_ = false;
};

std::string condition_on(const std::vector<SourceId>& sources) {
  std::string ids;
  for (const SourceId id : sources) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id.value);
  return ids.empty() ? ids : fmt::format(" AND source IN ({})", ids);
}

std::string condition_on(const Context& context, const std::vector<std::string>& indicators) {
  if (indicators.empty()) return {};
  std::string ids;
  for (const auto& key : indicators) {
    if (const IndicatorId id = context.indicator(key)) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id.value);
  }
  return ids.empty() ? " AND false" : fmt::format(" AND indicator IN ({})", ids);
}

}  // namespace

void Edition::for_each_pair(int threads, const std::function<void(std::size_t, PairFacts&)>& work, const std::vector<std::string>& indicators,
                            const std::vector<SourceId>& sources) const {
  Database& database = impl_->database;
  TextPool pool;
  auto connection = database.connect();
  const std::string shown = impl_->shown.condition() + condition_on(sources);
  const Alone alone(connection, pool, shown, impl_->context);
  Stream<Observation, read_observation> observations(database, observation_columns, "observation", shown + condition_on(impl_->context, indicators));
  Stream<Event, read_event> events(database, event_columns, "event", shown);
  Stream<Mission, read_mission> missions(database, mission_columns, "mission", shown);
  Stream<Agreement, read_agreement> agreements(database, agreement_columns, "agreement", shown);
  Stream<Presence, read_presence> presences(database, presence_columns, "presence", shown);
  Stream<Standing, read_standing> standings(database, standing_columns, "standing", shown);
  Stream<Disagreement, read_disagreement> disagreements(database, disagreement_columns, "disagreement", "");
  Queue queue;
  std::exception_ptr failed;
  std::mutex mutex;
  const auto consume = [&] {
    try {
      for (Queue::Item item; queue.pop(item);) work(item.number, item.facts);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failed) failed = std::current_exception();
      queue.close();
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < std::max(threads, 1); ++i) workers.emplace_back(consume);
  for (std::size_t number = 0; !queue.closed(); ++number) {
    std::uint32_t pair = 0;
    for (const std::uint32_t candidate : {observations.pair(), events.pair(), missions.pair(), agreements.pair(), presences.pair(), standings.pair()}) {
      if (candidate && (!pair || candidate < pair)) pair = candidate;
    }
    if (!pair) break;
    PairFacts facts;
    facts.a = Pair(pair).low;
    facts.b = Pair(pair).high;
    observations.take(pair, facts.observations, pool);
    events.take(pair, facts.events, pool);
    missions.take(pair, facts.missions, pool);
    agreements.take(pair, facts.agreements, pool);
    presences.take(pair, facts.presences, pool);
    standings.take(pair, facts.standings, pool);
    disagreements.take(pair, facts.disagreements, pool);
    facts.of_a = alone[facts.a];
    facts.of_b = alone[facts.b];
    sort_events(facts.events);
    queue.push({number, std::move(facts)});
  }
  queue.close();
  workers.clear();
  if (failed) std::rethrow_exception(failed);
}

}  // namespace comity::store
