#include "comity/world/register.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/world/detail/register_image.hpp"
#include "comity/world/detail/tables.hpp"

namespace comity::world {

bool State::exists_on(Day day) const { return exists_in({day, day}); }

// Of a state whose days are not known nothing says that it did not exist.
bool State::exists_in(const DaySpan& span) const {
  return spans.empty() || std::any_of(spans.begin(), spans.end(), [&](const DaySpan& own) { return own.overlaps(span); });
}

bool State::is_current() const { return spans.empty() ? kind != "former" && kind != "historical" : spans.back().to == last_day; }

Register::Register() : tables_(std::make_unique<Tables>()) {}
Register::~Register() = default;

std::shared_ptr<const Register> Register::load(const std::filesystem::path& data_folder) {
  auto out = std::make_shared<Register>();
  detail::load_tables(data_folder, *out->tables_);
  return out;
}

std::shared_ptr<const Register> Register::open(const std::filesystem::path& data_folder, const std::filesystem::path& image_file) {
  auto out = std::make_shared<Register>();
  detail::read_image(read_file(image_file), detail::tables_hash(data_folder), *out->tables_);
  return out;
}

std::string Register::image(const std::filesystem::path& data_folder) const { return detail::image_of(*tables_, detail::tables_hash(data_folder)); }

const std::vector<State>& Register::states() const { return tables_->states; }

const State* Register::try_state(StateId id) const {
  const auto& places = tables_->place_of_id;
  return id.value < places.size() && places[id.value] != 0 ? &tables_->states[places[id.value] - 1u] : nullptr;
}

const State& Register::state(StateId id) const {
  if (const State* found = try_state(id)) return *found;
  throw NotFound(fmt::format("no state has the number {}", id.value), "The numbers are those of data/states.csv.");
}

StateId Register::by_key(std::string_view key) const {
  const auto found = tables_->keys.find(key);
  return found == tables_->keys.end() ? StateId{} : found->second;
}

StateId Register::by_code(std::string_view scheme, std::string_view code, Day day) const {
  for (const auto& row : tables_->codes.states_of(scheme, code)) {
    if (row.span.contains(day)) return row.state;
  }
  return {};
}

StateId Register::by_code_in_year(std::string_view scheme, std::string_view code, int year) const {
  const auto rows = tables_->codes.states_of(scheme, code);
  if (rows.empty()) return {};
  const DaySpan days{make_day(year, 1, 1), make_day(year, 12, 31)};
  StateId best;
  int most = 0;
  // A state may come back within the year: its days are added up.
  for (const auto& row : rows) {
    int held = 0;
    for (const auto& other : rows) {
      if (other.state != row.state || !other.span.overlaps(days)) continue;
      held += static_cast<int>((std::min(other.span.to, days.to) - std::max(other.span.from, days.from)).count()) + 1;
    }
    if (held > most) most = held, best = row.state;
  }
  return best;
}

std::string_view Register::code(std::string_view scheme, StateId state, Day day) const {
  for (const auto& row : tables_->codes.codes_of(scheme, state)) {
    if (row.span.contains(day)) return row.code;
  }
  return {};
}

std::string_view Register::code(std::string_view scheme, StateId state) const {
  const auto rows = tables_->codes.codes_of(scheme, state);
  return rows.empty() ? std::string_view{} : rows.back().code;
}

const std::vector<std::string>& Register::code_schemes() const { return tables_->codes.schemes(); }

const std::vector<Capital>& Register::capitals() const { return tables_->capitals; }

const Capital* Register::capital(StateId state, Day day) const {
  const auto& all = tables_->capitals;
  auto at = std::lower_bound(all.begin(), all.end(), state, [](const Capital& row, StateId id) { return row.state < id; });
  const Capital* instead = nullptr;
  for (; at != all.end() && at->state == state; ++at) {
    if (at->role == "capital" && at->span.contains(day)) return &*at;
    if (!instead && at->role == "no_capital" && at->span.contains(day)) instead = &*at;
  }
  return instead;
}

std::string_view Register::city_of(std::string_view place) const {
  const auto found = tables_->cities.find(fold_name(place));
  return found == tables_->cities.end() ? place : found->second;
}

const std::vector<Lineage>& Register::lineage() const { return tables_->lineage; }
const std::vector<Region>& Register::regions() const { return tables_->regions; }

const Region* Register::region(std::string_view key) const {
  const auto& all = tables_->regions;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Region& region) { return region.key == key; });
  return found == all.end() ? nullptr : &*found;
}

const Region* Register::region_by_name(std::string_view text) const {
  if (const Region* found = region(text)) return found;
  const std::string folded = fold_name(text);
  for (const auto& region : tables_->regions) {
    if (fold_name(region.name) == folded) return &region;
  }
  return nullptr;
}

std::vector<const Region*> Register::regions_of(StateId state, Day day) const {
  std::vector<const Region*> out;
  for (const auto& region : tables_->regions) {
    const auto holds = [&](const auto& member) { return member.first == state && member.second.contains(day); };
    if (std::any_of(region.members.begin(), region.members.end(), holds)) out.push_back(&region);
  }
  std::stable_sort(out.begin(), out.end(), [](const Region* a, const Region* b) { return a->members.size() < b->members.size(); });
  return out;
}

}  // namespace comity::world
