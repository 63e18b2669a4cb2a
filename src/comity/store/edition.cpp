#include "comity/store/edition.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
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

// Facts of sources that only serve to check, to estimate or to show a format stay out of PairFacts: " AND source NOT IN (…)".
std::string shown_sources(const Context& context) {
  std::string ids;
  for (std::size_t id = 1; id < context.sources.size(); ++id) {
    const std::string& role = context.sources[id].role;
    if (role == "reference" || role == "estimation" || role == "fixture") ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id);
  }
  return ids.empty() ? std::string() : fmt::format(" AND source NOT IN ({})", ids);
}

}  // namespace

struct Edition::Impl {
  std::filesystem::path file;
  Database database;
  Context context;
  std::string shown;  // the condition on sources, behind a WHERE

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
  impl_->shown = shown_sources(impl_->context);
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
    pairs += fmt::format("{}SELECT pair FROM {} WHERE pair >= 65536{}", pairs.empty() ? "" : " UNION ", table, impl_->shown);
  }
  return static_cast<std::size_t>(connection.number(fmt::format("SELECT count(*) FROM ({})", pairs)));
}

namespace {

// Asked for one pair as text with the numbers in it: DuckDB plans a prepared question again at every run (only then does
// it know which parts of a table to leave out), so that preparing would cost twice.
template <class Read, class Take>
void each_row(Connection& connection, const char* columns, std::string_view where, TextPool& pool, Read read, Take take) {
  auto result = connection.query(fmt::format("SELECT {} FROM {} ORDER BY rowid", columns, where));
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) take(chunk, i, read(chunk, i, pool));
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
  Connection connection;
  std::string shown;
  TextPool pool;

  Impl(Connection opened, std::string condition) : connection(std::move(opened)), shown(std::move(condition)) {}

  // A disagreement has no source of its own.
  template <class Fact, class Read>
  void of_pair(std::uint32_t pair, const char* table, const char* columns, Read read, std::vector<Fact>& out) {
    const std::string_view condition = std::string_view(table) == "disagreement" ? std::string_view() : std::string_view(shown);
    each_row(connection, columns, fmt::format("{} WHERE pair = {}{}", table, pair, condition), pool, read, [&](const Chunk&, std::size_t, Fact fact) { out.push_back(std::move(fact)); });
  }
  // Facts of the pair and of either state alone. A question each: DuckDB skips the parts of a table that cannot hold one number, but
  // of a list of numbers it reads ten times as much.
  template <class Fact, class Read>
  void of_pair_and_states(const PairFacts& facts, const char* table, const char* columns, Read read, std::vector<Fact>& pair, std::vector<Fact>& of_a,
                          std::vector<Fact>& of_b) {
    of_pair(Pair(facts.a, facts.b).code(), table, columns, read, pair);
    of_pair(facts.a.value, table, columns, read, of_a);
    if (facts.a == facts.b) of_b = of_a;
    else of_pair(facts.b.value, table, columns, read, of_b);
  }
};

Session::Session(const Edition& edition) : impl_(std::make_unique<Impl>(edition.impl_->database.connect(), edition.impl_->shown)) {}
Session::~Session() = default;
Connection& Session::connection() { return impl_->connection; }

PairFacts Session::pair_facts(StateId a, StateId b) {
  PairFacts out;
  out.a = a;
  out.b = b;
  Impl& s = *impl_;
  const std::uint32_t pair = Pair(a, b).code();
  s.of_pair_and_states(out, "observation", observation_columns, read_observation, out.observations, out.of_a, out.of_b);
  s.of_pair_and_states(out, "event", event_columns, read_event, out.events, out.events_a, out.events_b);
  s.of_pair(pair, "mission", mission_columns, read_mission, out.missions);
  s.of_pair(pair, "agreement", agreement_columns, read_agreement, out.agreements);
  s.of_pair(pair, "presence", presence_columns, read_presence, out.presences);
  s.of_pair(pair, "standing", standing_columns, read_standing, out.standings);
  s.of_pair(pair, "disagreement", disagreement_columns, read_disagreement, out.disagreements);
  for (const auto& [state, members] : {std::pair(a, &out.memberships_a), std::pair(b, &out.memberships_b)}) {
    each_row(s.connection, membership_columns, fmt::format("membership WHERE state = {}{}", state.value, s.shown), s.pool, read_membership,
             [&](const Chunk&, std::size_t, Membership one) { members->push_back(std::move(one)); });
  }
  for (auto* events : {&out.events, &out.events_a, &out.events_b}) sort_events(*events);
  turn(out);
  return out;
}

namespace {

// One sorted table streamed beside the others: gives the rows of a pair when that pair's turn comes.
template <class Fact, Fact (*read)(const Chunk&, std::size_t, TextPool&)>
class Stream {
 public:
  Stream(Database& database, const char* columns, const char* table, const std::string& condition)
      : connection_(database.connect()), result_(connection_.stream(fmt::format("SELECT {} FROM {} WHERE pair >= 65536{} ORDER BY rowid", columns, table, condition))) {
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
  std::vector<std::vector<Observation>> observations;
  std::vector<std::vector<Event>> events;
  std::vector<std::vector<Membership>> memberships;

  Alone(Connection& connection, TextPool& pool, const std::string& shown) : observations(65536), events(65536), memberships(65536) {
    const auto each = [&](const std::string& sql, auto work) {
      auto result = connection.query(sql);
      while (const Chunk chunk = result.next()) {
        for (std::size_t i = 0; i < chunk.rows(); ++i) work(chunk, i);
      }
    };
    each(fmt::format("SELECT {} FROM observation WHERE pair < 65536{} ORDER BY rowid", observation_columns, shown),
         [&](const Chunk& c, std::size_t i) { observations[c.get<std::uint32_t>(0, i)].push_back(read_observation(c, i, pool)); });
    each(fmt::format("SELECT {} FROM event WHERE pair < 65536{} ORDER BY rowid", event_columns, shown),
         [&](const Chunk& c, std::size_t i) { events[c.get<std::uint32_t>(0, i)].push_back(read_event(c, i, pool)); });
    each(fmt::format("SELECT {} FROM membership WHERE true{} ORDER BY rowid", membership_columns, shown),
         [&](const Chunk& c, std::size_t i) { memberships[c.get<std::uint16_t>(0, i)].push_back(read_membership(c, i, pool)); });
    for (auto& list : events) sort_events(list);
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
  const std::string shown = impl_->shown + condition_on(sources);
  const Alone alone(connection, pool, shown);
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
    facts.of_a = alone.observations[facts.a.value];
    facts.of_b = alone.observations[facts.b.value];
    facts.events_a = alone.events[facts.a.value];
    facts.events_b = alone.events[facts.b.value];
    facts.memberships_a = alone.memberships[facts.a.value];
    facts.memberships_b = alone.memberships[facts.b.value];
    sort_events(facts.events);
    queue.push({number, std::move(facts)});
  }
  queue.close();
  workers.clear();
  if (failed) std::rethrow_exception(failed);
}

}  // namespace comity::store
