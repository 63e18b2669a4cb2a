// What the files of an edition share: which facts are shown, what an open edition holds. For store/ alone.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "comity/store/edition.hpp"
#include "comity/store/pair_file.hpp"

namespace comity::store {

using namespace facts;

// Facts of sources that only serve to check, to estimate or to show a format stay out of PairFacts. Asked of each fact that was
// read: the same condition in SQL would cost a tenth of the reading.
class Shown {
 public:
  Shown() = default;
  explicit Shown(const Context& context) : hidden_(context.sources.size()) {
    for (std::size_t id = 1; id < context.sources.size(); ++id) {
      const std::string& role = context.sources[id].role;
      hidden_[id] = role == "reference" || role == "estimation" || role == "fixture" || role == "document";
    }
  }
  template <class Fact>
  bool operator()(const Fact& fact) const {
    if constexpr (std::is_same_v<Fact, Observation>) {
      if (!wanted_.empty() && !wanted_[fact.indicator.value]) return false;
    }
    if constexpr (requires { fact.from_where; }) return !hidden_[fact.from_where.source.value];
    else if constexpr (requires { fact.source; }) return !hidden_[fact.source.value];
    else return true;  // a disagreement has no source of its own
  }
  bool of(std::uint16_t source) const { return !hidden_[source]; }
  friend bool operator==(const Shown&, const Shown&) = default;
  // Of these alone; of none named, of all.
  void restrict_to(const std::vector<SourceId>& sources) {
    if (sources.empty()) return;
    std::vector<bool> hidden(hidden_.size(), true);
    for (const SourceId id : sources) hidden[id.value] = hidden_[id.value];
    hidden_ = std::move(hidden);
  }
  // Observations of these indicators alone; of none named, of all.
  void restrict_to(const Context& context, const std::vector<std::string>& indicators) {
    if (indicators.empty()) return;
    wanted_.assign(context.indicators.size(), false);
    for (const auto& key : indicators) wanted_[context.indicator(key).value] = true;
    wanted_[0] = false;
  }
  // " AND …" of figures alone: of these indicators. By a look at a bit, which is no join as a list would be: rows stay in their order.
  std::string indicator_condition() const {
    if (wanted_.empty()) return {};
    std::string bits;
    for (const bool wanted : wanted_) bits += wanted ? '1' : '0';
    return fmt::format(" AND get_bit('{}'::BIT, indicator::INTEGER) = 1", bits);
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
  std::vector<bool> hidden_, wanted_;  // by source, by indicator
};

// An unknown date sorts last, not first.
inline void sort_events(std::vector<Event>& events) {
  std::ranges::stable_sort(events, {}, [](const Event& e) { return e.date.known() ? e.date.from : last_day; });
}

struct Edition::Impl {
  std::filesystem::path file;
  Opening opening;
  std::shared_ptr<const PairFile> pairs;  // none: everything is read from the tables
  Context context;
  Shown shown;
  // Facts of states alone as read from the tables, kept since every pair of a state needs them: under 100 MB for the whole world.
  std::mutex mutex;
  std::map<StateId, std::shared_ptr<const StateFacts>> alone;

  Impl(const std::filesystem::path& path, const Opening& how) : file(path), opening(how) {}
  // Opened when it is first asked for.
  Database& database() {
    std::call_once(opened_, [this] { open_database(); });
    return *database_;
  }
  // Facts of a state alone, which `read` reads where nobody has asked for them yet.
  template <class Read>
  std::shared_ptr<const StateFacts> of_state(StateId state, Read read) {
    if (auto known = known_alone(state)) return known;
    std::shared_ptr<const StateFacts> facts = read();
    const std::lock_guard lock(mutex);
    return alone.try_emplace(state, std::move(facts)).first->second;
  }
  std::shared_ptr<const StateFacts> known_alone(StateId state) {
    const std::lock_guard lock(mutex);
    const auto found = alone.find(state);
    return found == alone.end() ? nullptr : found->second;
  }
  // From the file of pairs. The facts hold on to it.
  std::shared_ptr<const StateFacts> alone_of_pairs(StateId state);
  PairFacts facts_of_pairs(StateId a, StateId b);

 private:
  void open_database();

  std::once_flag opened_;
  std::optional<Database> database_;
};

// Rows read for the pair low-high, shown to one who asked for high-low.
void turn(PairFacts& facts);

}  // namespace comity::store
