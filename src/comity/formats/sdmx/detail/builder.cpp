#include "comity/formats/sdmx/detail/builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/detail/known_ids.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kFirstRows = 4096;
constexpr std::size_t kRenewBytes = 4u << 20;     // a dictionary larger than this begins anew with the next batch
constexpr std::size_t kMostComponents = 4096;     // no data structure has as many; a message may try

}  // namespace

Builder::Builder(const ReadOptions& options, std::string file) : options_(options), file_(std::move(file)) {
  batch_.components = &components_;
  grow();
}

// ---------------------------------------------------------------------------------------------- components

std::uint32_t Builder::component(std::string_view id, Kind hint) {
  // Some servers call the time TIME_PERIOD or TIME whatever their structure calls it.
  if (structure_ && kind_by_id(id) == Kind::time && !structure_->find_component(id)) {
    const auto time = std::find_if(structure_->components.begin(), structure_->components.end(), [](const auto& one) { return one.kind == "time_dimension"; });
    if (time != structure_->components.end()) id = time->id;
  }
  if (const auto found = by_id_.find(std::string(id)); found != by_id_.end()) {
    const std::uint32_t at = found->second;
    if (hint != Kind::unknown && components_[at].kind == Kind::unknown && hint != Kind::measure) set_kind(at, hint);
    return at;
  }
  if (components_.size() == kMostComponents) {
    throw DataError(fmt::format("{}: more than {} different components ('{}' is one more)", file_, kMostComponents, shortened(id)),
                    "No data structure has as many: the file is damaged, or made to fill the memory.");
  }
  const auto at = std::uint32_t(components_.size());
  by_id_.emplace(id, at);
  components_.push_back({std::string(id), Kind::unknown});
  dictionaries_.push_back(std::make_unique<Dictionary>());
  states_.emplace_back();
  auto& column = batch_.columns.emplace_back();
  column.dictionary = dictionaries_.back().get();
  states_[at].dictionary = dictionaries_.back().get();
  column.codes.assign(capacity_, 0);
  states_[at].codes = column.codes.data();
  Kind kind = hint == Kind::unknown ? kind_by_id(id) : hint;
  // The syntax says more than an id, but for the time, which generic messages give among the other dimensions.
  if (hint == Kind::dimension && kind_by_id(id) == Kind::time) kind = Kind::time;
  if (hint == Kind::attribute && kind_by_id(id) != Kind::unknown) kind = kind_by_id(id);
  if (std::find(options_.measures.begin(), options_.measures.end(), id) != options_.measures.end()) kind = Kind::measure;
  define(at);
  if (const auto* definition = states_[at].definition) kind = kind_of(*definition);
  if (states_[at].foreign && kind == Kind::unknown) kind = Kind::attribute;
  set_kind(at, kind);
  if (is_obs_status_id(id)) status_.push_back(at);
  if (is_conf_status_id(id)) conf_status_.push_back(at);
  if (is_unit_mult_id(id)) unit_mult_.push_back(at);
  return at;
}

void Builder::set_kind(std::uint32_t at, Kind kind) {
  State& state = states_[at];
  components_[at].kind = kind;
  state.counts_as_attribute = kind == Kind::attribute;
  if (kind != Kind::measure || state.measure) return;
  state.measure = true;
  measures_.push_back(at);
  auto& column = batch_.columns[at];
  column.dictionary = nullptr;
  column.codes.clear();
  column.numbers.assign(capacity_, 0);
  column.cells.assign(capacity_, Cell::none);
  column.ends.assign(capacity_, 0);
}

void Builder::define(std::uint32_t at) {
  State& state = states_[at];
  state.definition = nullptr, state.code_list = nullptr;
  state.foreign = false;
  state.code_is_bad.clear(), state.any_bad = false;
  if (!structure_) return;
  state.definition = structure_->find_component(components_[at].id);
  state.foreign = !state.definition;
  if (!state.definition) return;
  if (options_.check_codes) state.code_list = options_.structures->code_list_of(*state.definition);
  components_[at].multiple |= state.definition->multiple;
  components_[at].multilingual |= state.definition->multilingual;
  state.at_observation |= state.definition->attached_to == "observation";
}

std::pair<std::string, std::string> Builder::cross_measure(std::string_view element) const {
  if (structure_) {
    for (const auto& one : structure_->components) {
      if (one.kind == "cross_measure" && one.id == element && one.attachment.size() == 2) return {one.attachment[0], one.attachment[1]};
    }
  }
  return {"MEASURE", std::string(element)};
}

bool Builder::may_be_coded(std::uint32_t at) const {
  const State& state = states_[at];
  if (state.definition) return state.code_list || !state.definition->representation.enumeration.empty() || state.definition->representation.empty();
  return !is_free_text_id(components_[at].id);
}

void Builder::mark(std::uint32_t at, bool multiple, bool multilingual) {
  components_[at].multiple |= multiple;
  components_[at].multilingual |= multilingual;
}

// ---------------------------------------------------------------------------------------------- data sets, groups

void Builder::begin_data_set(const DataSet& data_set) {
  if (in_data_set_) end_data_set();
  const auto same = std::find_if(data_sets.begin(), data_sets.end(), [&](const DataSet& one) {
    return one.structure == data_set.structure && one.structure_class == data_set.structure_class && one.action == data_set.action &&
           one.dimension_at_observation == data_set.dimension_at_observation && one.valid_from == data_set.valid_from && one.valid_to == data_set.valid_to;
  });
  data_set_at_ = std::uint32_t(same - data_sets.begin());
  if (same == data_sets.end()) data_sets.push_back(data_set);
  ++counts.data_sets;
  in_data_set_ = true;
  data_set_from_ = batch_.rows, data_set_first_ = counts.observations;
  data_set_values_.clear();
  groups_.clear(), groups_indexed_ = false;
  if (has_groups_given && counts.data_sets <= group_texts.size()) {
    for (const auto& texts : group_texts[counts.data_sets - 1]) {
      begin_group();
      for (const auto& [id, text, kind] : texts) set_group(component(id, kind), text);
      groups_.add(group_);
    }
  }
  const Artefact* structure = options_.structures ? options_.structures->data_structure_of(data_set) : nullptr;
  if (structure == structure_) return;
  structure_ = structure;
  for (std::uint32_t at = 0; at < components_.size(); ++at) define(at);
  if (structure_) {
    // In their order, and all of them: what the message never mentions is a column without values.
    for (const auto& one : structure_->components) {
      if (one.kind != "cross_measure") component(one.id, kind_of(one));
    }
  }
}

void Builder::end_data_set() {
  if (in_series_) end_series();
  // To be deleted whole: a row without a key but what the data set has of one, as in SDMX-CSV.
  const bool is_empty = in_data_set_ && counts.observations == data_set_first_;
  if (is_empty && data_sets[data_set_at_].action == Action::remove) begin_observation(0), end_observation();
  fill_data_set();
  in_data_set_ = false;
}

void Builder::set_data_set(std::uint32_t at, std::string_view text) {
  if (text.empty()) return;
  counts.data_set_attributes += components_[at].kind != Kind::dimension && components_[at].kind != Kind::time;
  if (!is_measure(at)) data_set_values_.push_back({at, code(at, text)});
}

void Builder::set_group(std::uint32_t at, std::string_view text) {
  if (text.empty() || is_measure(at)) return;
  pin(at);
  group_.push_back({at, code(at, text)});
}

void Builder::end_group() {
  ++counts.groups;
  if (counts.observations > data_set_first_) ++counts.late_groups;
  if (collects_groups) {
    group_texts.resize(counts.data_sets);
    auto& texts = group_texts.back().emplace_back();
    for (const Value& value : group_) texts.push_back({components_[value.component].id, std::string(states_[value.component].dictionary->text(value.code)), components_[value.component].kind});
  }
  if (!has_groups_given) groups_.add(group_);
}

// At the first observation: what it and its series have of a group is the group's key.
void Builder::index_groups() {
  groups_indexed_ = true;
  const auto is_key = [&](std::uint32_t at) {
    const Kind kind = components_[at].kind;
    if (kind == Kind::dimension || kind == Kind::time) return true;
    if (kind == Kind::attribute) return false;
    const bool here = states_[at].series_code != 0 || states_[at].codes[batch_.rows] != 0;
    set_kind(at, here ? Kind::dimension : Kind::attribute);
    return here;
  };
  for (const auto& group : groups_.waiting()) {
    for (const Value& value : group) counts.group_attributes += !is_key(value.component);
  }
  groups_.index(is_key, [&](std::uint32_t at) { return states_[at].series_code != 0; });
}

// ---------------------------------------------------------------------------------------------- series, observations

void Builder::begin_series() {
  if (in_series_) end_series();
  ++counts.series;
  in_series_ = true;
  series_from_ = batch_.rows, series_rows_ = 0;
}

void Builder::set_series_code(std::uint32_t at, std::uint32_t code) {
  if (code == 0 || is_measure(at)) return;
  counts.series_attributes += states_[at].counts_as_attribute;
  states_[at].series_code = code;
  series_values_.push_back({at, code});
}

void Builder::end_series(std::uint64_t place) {
  if (!in_series_) return;
  if (series_rows_ == 0) {
    ++counts.series_without_observations;
    if (!groups_indexed_ && !groups_.empty()) index_groups();
    // A key that is to be deleted is a row, as in SDMX-CSV.
    if (data_sets[data_set_at_].action == Action::remove) begin_observation(place), end_observation();
  }
  fill_series();
  for (const Value& value : series_values_) states_[value.component].series_code = 0;
  series_values_.clear();
  in_series_ = false;
}

void Builder::end_texts() {
  for (const auto at : measures_) {
    auto& column = batch_.columns[at];
    column.ends[batch_.rows] = std::uint32_t(column.texts.size());
  }
}

void Builder::apply_groups() {
  if (!groups_indexed_) index_groups();
  apply_groups_to_row();
}

void Builder::apply_groups_to_row() {
  if (!groups_.waiting().empty()) {
    groups_.index([&](std::uint32_t at) { return components_[at].kind == Kind::dimension || components_[at].kind == Kind::time; },
                  [&](std::uint32_t at) { return states_[at].series_code != 0; });
  }
  if (series_rows_ == 0 && in_series_ && groups_.any(false)) {
    groups_.look_up(false, [&](std::uint32_t at) { return states_[at].series_code; },
                    [&](std::uint32_t at, std::uint32_t code) {
                      if (states_[at].series_code != 0) return;
                      states_[at].series_code = code;
                      series_values_.push_back({at, code});
                    });
  }
  const bool flat = !in_series_;
  for (const bool per_row : {true, false}) {
    if (!per_row && !flat) break;
    if (!groups_.any(per_row)) continue;
    groups_.look_up(per_row,
                    [&](std::uint32_t at) {
                      const std::uint32_t own = states_[at].codes[batch_.rows];
                      return own != 0 ? own : states_[at].series_code;
                    },
                    [&](std::uint32_t at, std::uint32_t code) {
                      if (!states_[at].measure && states_[at].codes[batch_.rows] == 0) states_[at].codes[batch_.rows] = code;
                    });
  }
}

void Builder::set_measure(std::uint32_t at, std::string_view text) {
  auto& column = batch_.columns[at];
  const std::size_t row = batch_.rows;
  if (const auto number = try_parse_number(text)) {
    column.numbers[row] = *number;
    column.cells[row] = Cell::number;
  } else if (is_missing(text)) {
    column.cells[row] = Cell::none;
  } else {
    column.cells[row] = Cell::text;
    const auto* definition = states_[at].definition;
    const bool number_expected = definition ? is_numeric(definition->representation) && !definition->multiple : !states_[at].takes_texts && !components_[at].multiple;
    if (number_expected) problem(fmt::format("{} '{}' is no number", components_[at].id, shortened(text)));
  }
  if (column.texts.size() + text.size() > UINT32_MAX) throw DataError(fmt::format("{}: values of {} that are too long", file_, components_[at].id), "");
  if (options_.texts) column.texts += text;
}

// ---------------------------------------------------------------------------------------------- batches

void Builder::grow() {
  capacity_ = std::max(kFirstRows, 2 * capacity_);
  for (std::size_t at = 0; at < states_.size(); ++at) {
    auto& column = batch_.columns[at];
    if (states_[at].measure) {
      column.numbers.resize(capacity_), column.cells.resize(capacity_), column.ends.resize(capacity_);
    } else {
      column.codes.resize(capacity_);
      states_[at].codes = column.codes.data();
    }
  }
  batch_.series.resize(capacity_), batch_.data_sets.resize(capacity_), batch_.lines.resize(capacity_);
}

void Builder::start_batch() {
  if (batch_.rows == capacity_) grow();  // so that there is a row behind the last
  const std::size_t used = batch_.rows;
  batch_.first_number = counts.observations + 1;
  carry_open_row();
  const std::size_t first = in_observation_ ? 1 : 0;
  for (auto& column : batch_.columns) {
    if (column.dictionary) {
      std::fill(column.codes.begin() + std::ptrdiff_t(first), column.codes.begin() + std::ptrdiff_t(used + 1), 0u);
    } else {
      std::fill(column.numbers.begin() + std::ptrdiff_t(first), column.numbers.begin() + std::ptrdiff_t(used + 1), 0.0);
      std::fill(column.cells.begin() + std::ptrdiff_t(first), column.cells.begin() + std::ptrdiff_t(used + 1), Cell::none);
    }
  }
  std::fill_n(batch_.series.begin(), used + 1, 0);
  batch_.rows = 0;
  batch_.problems = std::move(open_problems_);
  open_problems_.clear();
  series_from_ = data_set_from_ = 0;
  renew_dictionaries();
}

// What an observation that is still open has so far becomes row 0.
void Builder::carry_open_row() {
  const std::size_t used = batch_.rows;
  for (auto& column : batch_.columns) {
    if (column.dictionary) {
      if (in_observation_) column.codes[0] = column.codes[used];
      continue;
    }
    column.texts.erase(0, used == 0 || !options_.texts ? 0 : column.ends[used - 1]);
    if (in_observation_) column.numbers[0] = column.numbers[used], column.cells[0] = column.cells[used];
  }
  if (in_observation_) batch_.lines[0] = batch_.lines[used];
}

void Builder::renew_dictionaries() {
  for (std::uint32_t at = 0; at < states_.size(); ++at) {
    State& state = states_[at];
    if (state.pinned || state.dictionary->bytes() < kRenewBytes) continue;
    std::vector<std::pair<std::uint32_t*, std::string>> kept;
    if (in_observation_ && !state.measure && state.codes[0] != 0) kept.emplace_back(state.codes, state.dictionary->text(state.codes[0]));
    for (auto* values : {&series_values_, &data_set_values_}) {
      for (Value& value : *values) {
        if (value.component == at) kept.emplace_back(&value.code, state.dictionary->text(value.code));
      }
    }
    state.dictionary->clear();
    state.code_is_bad.clear(), state.any_bad = false;
    for (auto& [code, text] : kept) *code = state.dictionary->code(text);
    if (state.series_code != 0) {
      for (const Value& value : series_values_) {
        if (value.component == at) state.series_code = value.code;
      }
    }
  }
}

void Builder::fill(const std::vector<Value>& values, std::size_t from) {
  for (const Value& value : values) {
    std::uint32_t* codes = states_[value.component].codes;
    for (std::size_t row = from; row < batch_.rows; ++row) codes[row] = codes[row] == 0 ? value.code : codes[row];
  }
}

void Builder::fill_series() {
  fill(series_values_, series_from_);
  std::fill(batch_.series.begin() + std::ptrdiff_t(series_from_), batch_.series.begin() + std::ptrdiff_t(batch_.rows), counts.series);
  series_from_ = batch_.rows;
}

void Builder::fill_data_set() {
  fill(data_set_values_, data_set_from_);
  std::fill(batch_.data_sets.begin() + std::ptrdiff_t(data_set_from_), batch_.data_sets.begin() + std::ptrdiff_t(batch_.rows), data_set_at_);
  data_set_from_ = batch_.rows;
}

void Builder::finish_batch() {
  if (in_series_) fill_series();
  if (in_data_set_) fill_data_set();
  for (std::size_t at = 0; at < states_.size(); ++at) components_[at].at_observation = states_[at].at_observation || states_[at].measure;
  for (auto& problem : batch_.problems) {
    if (problem.row >= batch_.rows) open_problems_.push_back({0, problem.what});
  }
  std::erase_if(batch_.problems, [&](const auto& problem) { return problem.row >= batch_.rows; });
  find_values();
  check_rows();
}

}  // namespace comity::formats::sdmx::detail
