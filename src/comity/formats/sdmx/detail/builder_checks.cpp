// What a Builder finds out of a batch once its rows are complete: plain values, why there is none, and what is wrong.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "comity/formats/sdmx/detail/builder.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::int8_t kNotLookedAt = 127, kNone = 126;

}  // namespace

int Builder::unit_mult_of(std::size_t row) {
  for (const auto at : unit_mult_) {
    const std::uint32_t code = states_[at].codes[row];
    if (code == 0) continue;
    const Dictionary& dictionary = *states_[at].dictionary;
    if (exponents_generation_ != dictionary.generation()) exponents_.clear(), exponents_generation_ = dictionary.generation();
    if (at != unit_mult_.front()) return try_parse_unit_mult(dictionary.text(code)).value_or(0);
    if (exponents_.size() <= code) exponents_.resize(dictionary.size() + 1, kNotLookedAt);
    if (exponents_[code] == kNotLookedAt) {
      const auto power = try_parse_unit_mult(dictionary.text(code));
      exponents_[code] = power ? std::int8_t(*power) : kNone;
    }
    if (exponents_[code] != kNone) return exponents_[code];
    batch_.problems.push_back({std::uint32_t(row), fmt::format("{} '{}' is no power of ten", components_[at].id, shortened(dictionary.text(code)))});
    return 0;
  }
  return 0;
}

void Builder::find_values() {
  batch_.values.assign(batch_.rows, 0.0);
  batch_.absences.assign(batch_.rows, Absence::value);
  const auto text_of = [&](const std::vector<std::uint32_t>& candidates, std::size_t row) {
    for (const auto at : candidates) {
      if (!states_[at].measure && states_[at].codes[row] != 0) return states_[at].dictionary->text(states_[at].codes[row]);
    }
    return std::string_view();
  };
  const auto main = std::find_if(measures_.begin(), measures_.end(), [&](std::uint32_t at) { return components_[at].id == "OBS_VALUE"; });
  const Batch::Column* column = measures_.empty() ? nullptr : &batch_.columns[main == measures_.end() ? measures_.front() : *main];
  const bool coded = column && !unit_mult_.empty();
  std::uint32_t last_code = UINT32_MAX;
  int last_power = 0;
  double factor = 1;  // of a power above 0
  const std::uint32_t* unit_mult = coded && !states_[unit_mult_.front()].measure ? states_[unit_mult_.front()].codes : nullptr;
  for (std::size_t row = 0; row < batch_.rows; ++row) {
    if (column && column->cells[row] == Cell::number) {
      const double number = column->numbers[row];
      if (number == 0 && means_below_unit(text_of(status_, row))) {
        batch_.absences[row] = Absence::below_unit;
        continue;
      }
      // The power hardly ever changes from row to row.
      if (unit_mult && (unit_mult[row] != last_code || unit_mult[row] == 0 || !batch_.problems.empty())) {
        last_power = unit_mult_of(row), last_code = unit_mult[row];
        factor = last_power > 0 ? scaled(1, last_power) : 1;
      }
      batch_.values[row] = last_power < 0 ? scaled(number, last_power) : number * factor;
    } else {
      batch_.absences[row] = absence_for(text_of(status_, row), text_of(conf_status_, row));
    }
  }
}

void Builder::check_rows() {
  check_dimensions();
  if (structure_) check_codes();
  std::stable_sort(batch_.problems.begin(), batch_.problems.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
}

// An observation with a value and without a dimension that others of its data set have.
void Builder::check_dimensions() {
  if (batch_.rows == 0) return;
  seen_.resize(data_sets.size());
  for (auto& seen : seen_) seen.resize(components_.size());
  const auto has_value = [&](std::size_t row) {
    return std::any_of(measures_.begin(), measures_.end(), [&](std::uint32_t at) { return batch_.columns[at].cells[row] != Cell::none; });
  };
  for (std::uint32_t at = 0; at < components_.size(); ++at) {
    const Kind kind = components_[at].kind;
    if (kind != Kind::dimension && kind != Kind::time) continue;
    const std::uint32_t* codes = states_[at].codes;
    if (std::find(codes, codes + batch_.rows, 0u) == codes + batch_.rows) {
      if (batch_.data_sets.front() == batch_.data_sets[batch_.rows - 1]) seen_[batch_.data_sets.front()][at] = true;
      continue;
    }
    for (std::size_t row = 0; row < batch_.rows; ++row) {
      if (codes[row] != 0) seen_[batch_.data_sets[row]][at] = true;
    }
    const bool required = states_[at].definition != nullptr;
    for (std::size_t row = 0; row < batch_.rows; ++row) {
      const DataSet& data_set = data_sets[batch_.data_sets[row]];
      const bool expected = seen_[batch_.data_sets[row]][at] || required || data_set.dimension_at_observation == components_[at].id;
      if (codes[row] != 0 || !has_value(row) || !expected || data_set.action == Action::remove) continue;
      batch_.problems.push_back({std::uint32_t(row), kind == Kind::time ? fmt::format("an observation without its time ({})", components_[at].id)
                                                                       : fmt::format("no value for the dimension {}", components_[at].id)});
    }
  }
}

void Builder::check_codes() {
  for (std::uint32_t at = 0; at < components_.size(); ++at) {
    State& state = states_[at];
    if (state.measure || (!state.foreign && !state.code_list)) continue;
    const Dictionary& dictionary = *state.dictionary;
    for (std::uint32_t code = std::uint32_t(state.code_is_bad.size()); code <= dictionary.size(); ++code) {
      bool bad = code != 0;
      if (bad && state.code_list) {
        bad = false;
        for (const auto& one : components_[at].multiple ? split_values(dictionary.text(code)) : std::vector<std::string>{std::string(dictionary.text(code))}) {
          bad |= !options_.structures->has_code(*state.code_list, one);
        }
      }
      state.code_is_bad.push_back(bad);
      state.any_bad |= bad;
    }
    if (!state.any_bad) continue;
    for (std::size_t row = 0; row < batch_.rows; ++row) {
      const std::uint32_t code = state.codes[row];
      if (!state.code_is_bad[code]) continue;
      batch_.problems.push_back({std::uint32_t(row), state.foreign ? fmt::format("{} is no component of {}", components_[at].id, structure_->text())
                                                                   : fmt::format("{} '{}' is no code of {}", components_[at].id, shortened(dictionary.text(code)), state.code_list->text())});
    }
  }
}

}  // namespace comity::formats::sdmx::detail
