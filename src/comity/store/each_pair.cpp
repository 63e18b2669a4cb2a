// Every pair of an edition in one walk: the sorted tables streamed side by side, facts of states alone read once.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <thread>

#include "comity/base/error.hpp"
#include "comity/store/edition_impl.hpp"
#include "comity/store/rows.hpp"

namespace comity::store {

namespace {

// One sorted table streamed beside the others: gives the rows of a pair when that pair's turn comes. Which facts are shown is asked of
// each: a list of sources in SQL becomes a join, and a join gives rows in an order of its own. A row of a source that is not shown
// is passed over before anything else of it is read.
template <class Fact, Fact (*read)(const Chunk&, std::size_t, TextPool&)>
class Stream {
 public:
  Stream(Database& database, const char* columns, const char* table, const Shown& shown, TextPool& pool, const std::string& condition)
      : connection_(database.connect()), result_(connection_.stream(fmt::format("SELECT {} FROM {} WHERE pair >= 65536{}", columns, table, condition))), shown_(shown), pool_(pool) {
    while (source_column_ < result_.columns() && result_.name(source_column_) != "source") ++source_column_;
    has_source_ = source_column_ < result_.columns();
    next();
  }
  // Of the fact at hand; 0 at the end.
  std::uint32_t pair() const { return pair_; }
  // Rows of pairs that nobody asked for are passed over: a disagreement may be one of facts that are not shown.
  void take(std::uint32_t wanted, std::vector<Fact>& out) {
    while (pair_ && pair_ <= wanted) {
      if (pair_ == wanted) out.push_back(std::move(head_));
      next();
    }
  }

 private:
  // The next fact that is shown becomes the head.
  void next() {
    const std::uint32_t before = pair_;
    for (;;) {
      while (!chunk_ || row_ == chunk_.rows()) {
        chunk_ = result_.next();
        row_ = 0;
        if (!chunk_) {
          pair_ = 0;
          return;
        }
      }
      pair_ = chunk_.get<std::uint32_t>(0, row_);
      if (pair_ < before) throw StoreError("the facts of an edition came out of their order", "This is a fault of Comity: please report it with what `comity version` prints.");
      const std::size_t row = row_++;
      if (has_source_ && !shown_.of(chunk_.is_null(source_column_, row) ? std::uint16_t{0} : chunk_.get<std::uint16_t>(source_column_, row))) continue;
      head_ = read(chunk_, row, pool_);
      if (shown_(head_)) return;
    }
  }
  Connection connection_;
  Result result_;
  const Shown& shown_;
  TextPool& pool_;
  Chunk chunk_;
  std::size_t row_ = 0, source_column_ = 0;
  bool has_source_ = false;
  std::uint32_t pair_ = 0;
  Fact head_;
};

// The tables side by side, pair by pair. `condition` holds for each (" AND …"), `of_figures` for observations beside it.
class Streams {
 public:
  Streams(Database& database, const Shown& shown, TextPool& pool, const std::string& condition, const std::string& of_figures = {})
      : observations_(database, observation_columns, "observation", shown, pool, of_figures + condition),
        events_(database, event_columns, "event", shown, pool, condition),
        missions_(database, mission_columns, "mission", shown, pool, condition),
        agreements_(database, agreement_columns, "agreement", shown, pool, condition),
        presences_(database, presence_columns, "presence", shown, pool, condition),
        standings_(database, standing_columns, "standing", shown, pool, condition),
        disagreements_(database, disagreement_columns, "disagreement", shown, pool, condition) {}
  // The next pair that has any fact; false at the end. Not yet what is known of either state alone.
  bool next(PairFacts& facts) {
    std::uint32_t pair = 0;
    for (const std::uint32_t candidate : {observations_.pair(), events_.pair(), missions_.pair(), agreements_.pair(), presences_.pair(), standings_.pair()}) {
      if (candidate && (!pair || candidate < pair)) pair = candidate;
    }
    if (!pair) return false;
    facts.a = Pair(pair).low;
    facts.b = Pair(pair).high;
    observations_.take(pair, facts.observations);
    events_.take(pair, facts.events);
    missions_.take(pair, facts.missions);
    agreements_.take(pair, facts.agreements);
    presences_.take(pair, facts.presences);
    standings_.take(pair, facts.standings);
    disagreements_.take(pair, facts.disagreements);
    sort_events(facts.events);
    return true;
  }

 private:
  Stream<Observation, read_observation> observations_;
  Stream<Event, read_event> events_;
  Stream<Mission, read_mission> missions_;
  Stream<Agreement, read_agreement> agreements_;
  Stream<Presence, read_presence> presences_;
  Stream<Standing, read_standing> standings_;
  Stream<Disagreement, read_disagreement> disagreements_;
};

// What every pair needs of either state alone, read once for all states.
struct Alone {
  std::map<StateId, std::shared_ptr<StateFacts>> states;

  Alone(Connection& connection, TextPool& pool, const Shown& shown, const Context& context) {
    const auto of = [&](std::uint32_t state) -> StateFacts& {
      auto& facts = states[StateId(static_cast<std::uint16_t>(state))];
      if (!facts) facts = std::make_shared<StateFacts>();
      return *facts;
    };
    const auto each = [&](const std::string& sql, auto read, auto put) {
      auto result = connection.query(sql);
      while (const Chunk chunk = result.next()) {
        for (std::size_t i = 0; i < chunk.rows(); ++i) {
          auto fact = read(chunk, i, pool);
          if (shown(fact)) put(chunk, i, std::move(fact));
        }
      }
    };
    each(fmt::format("SELECT {} FROM observation WHERE pair < 65536", observation_columns), read_observation,
         [&](const Chunk& c, std::size_t i, Observation one) { of(c.get<std::uint32_t>(0, i)).observations.push_back(std::move(one)); });
    each(fmt::format("SELECT {} FROM event WHERE pair < 65536", event_columns), read_event,
         [&](const Chunk& c, std::size_t i, Event one) { of(c.get<std::uint32_t>(0, i)).events.push_back(std::move(one)); });
    each(fmt::format("SELECT {} FROM membership", membership_columns), read_membership,
         [&](const Chunk& c, std::size_t i, Membership one) { of(c.get<std::uint16_t>(0, i)).memberships.push_back(std::move(one)); });
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
  // Closes at the end, also where reading fails: who works would wait for ever.
  struct Closing {
    Queue& queue;
    ~Closing() { queue.close(); }
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;
  bool closed_ = false;
};

}  // namespace

namespace {

// Pairs are taken one by one by all threads. The first error stops them and is thrown.
void walk_pairs(int threads, std::size_t pairs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failed;
  std::mutex mutex;
  const auto take = [&] {
    try {
      for (std::size_t number; (number = next++) < pairs;) work(number);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failed) failed = std::current_exception();
      next = pairs;
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < std::max(threads, 1); ++i) workers.emplace_back(take);
  workers.clear();
  if (failed) std::rethrow_exception(failed);
}

}  // namespace

void Edition::for_each_pair(int threads, const std::function<void(std::size_t, PairFacts&)>& work, const std::vector<std::string>& indicators,
                            const std::vector<SourceId>& sources) const {
  // Of some sources or indicators alone the tables give less to read.
  if (impl_->pairs && indicators.empty() && sources.empty()) {
    walk_pairs(threads, impl_->pairs->pair_count(), [&](std::size_t number) {
      const Pair pair = impl_->pairs->pair(number);
      PairFacts facts = impl_->facts_of_pairs(pair.low, pair.high);
      work(number, facts);
    });
    return;
  }
  Database& database = impl_->database();
  TextPool pool;
  auto connection = database.connect();
  Shown shown = impl_->shown;
  shown.restrict_to(sources);
  const Alone alone(connection, pool, shown, impl_->context);  // whole, whatever the indicators
  shown.restrict_to(impl_->context, indicators);
  Streams tables(database, shown, pool, {}, shown.indicator_condition());
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
  const Queue::Closing closing{queue};
  for (int i = 0; i < std::max(threads, 1); ++i) workers.emplace_back(consume);
  for (std::size_t number = 0; !queue.closed(); ++number) {
    PairFacts facts;
    if (!tables.next(facts)) break;
    facts.of_a = alone[facts.a];
    facts.of_b = alone[facts.b];
    queue.push({number, std::move(facts)});
  }
  queue.close();
  workers.clear();
  if (failed) std::rethrow_exception(failed);
}

// A list becomes a join, whose rows come in an order of its own: few, so they are sorted.
void Edition::for_pairs(const std::vector<std::uint32_t>& codes, const std::function<void(PairFacts&)>& work) const {
  std::string list;
  for (const std::uint32_t code : codes) {
    if (code >= 65536) list += fmt::format("{}{}", list.empty() ? "" : ", ", code);
  }
  if (list.empty()) return;
  TextPool pool;
  Streams tables(impl_->database(), impl_->shown, pool, fmt::format(" AND pair IN (SELECT unnest([{}]::UINTEGER[])) ORDER BY rowid", list));
  for (;;) {
    PairFacts facts;
    if (!tables.next(facts)) return;
    work(facts);
  }
}

}  // namespace comity::store
