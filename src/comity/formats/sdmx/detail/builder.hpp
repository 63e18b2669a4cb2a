// What all readers of data messages share: they say what they meet (a data set, a group, a series, an observation and
// its values), the Builder lays it down in columns. Values attached above the observation are written into all their
// rows when their series or batch ends, never over a value of the observation itself. Knows no syntax.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/detail/groups.hpp"
#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx::detail {

class Builder {
 public:
  Builder(const ReadOptions& options, std::string file);

  // ---- components: found by id or added. A hint says what the message's syntax tells of it.
  std::uint32_t component(std::string_view id, Kind hint = Kind::unknown);
  void mark(std::uint32_t component, bool multiple, bool multilingual);
  // A measure of codes or of several values: that one is no number is no fault.
  void expect_texts(std::uint32_t measure) { states_[measure].takes_texts = true; }
  const std::vector<Component>& components() const { return components_; }
  // The codes of its dictionary stay as they are to the message's end.
  void pin(std::uint32_t component) { states_[component].pinned = true; }
  [[gnu::always_inline]] std::uint32_t code(std::uint32_t component, std::string_view text) { return states_[component].dictionary->code(text); }
  // The dimension and its code that an element of an SDMX 2.0 cross-section stands for; MEASURE and its name where no structure says.
  std::pair<std::string, std::string> cross_measure(std::string_view element) const;
  // False where the structure says that its values are no codes, or its id that they are sentences.
  bool may_be_coded(std::uint32_t component) const;
  bool is_measure(std::uint32_t component) const { return components_[component].kind == Kind::measure; }

  // ---- what the message says, in its order
  void begin_data_set(const DataSet& data_set);
  void end_data_set();
  void set_data_set(std::uint32_t component, std::string_view text);
  // Of the data set's rows that say nothing else, on any level; behind all set_data_set of the data set.
  void set_default(std::uint32_t component, std::string_view text) {
    if (!text.empty() && !is_measure(component)) data_set_values_.push_back({component, code(component, text)});
  }
  void begin_group() { group_.clear(); }
  void set_group(std::uint32_t component, std::string_view text);
  void end_group();
  void begin_series();
  void set_series(std::uint32_t component, std::string_view text) { set_series_code(component, text.empty() ? 0 : code(component, text)); }
  void set_series_code(std::uint32_t component, std::uint32_t code);
  // `place`: of a row for a key that is to be deleted whole.
  void end_series(std::uint64_t place = 0);
  void begin_observation(std::uint64_t line) {
    if (batch_.rows == capacity_) grow();
    batch_.lines[batch_.rows] = line;
    in_observation_ = true;
  }
  void set(std::uint32_t component, std::string_view text) {
    State& state = states_[component];
    if (state.measure) return set_measure(component, text);
    if (text.empty()) return;
    state.codes[batch_.rows] = state.dictionary->code(text);
    state.at_observation = true;
    counts.observation_attributes += state.counts_as_attribute;
  }
  void set_code(std::uint32_t component, std::uint32_t code) {
    State& state = states_[component];
    state.codes[batch_.rows] = code;
    state.at_observation |= code != 0;
    counts.observation_attributes += state.counts_as_attribute && code != 0;
  }
  // Where a reader of rows may lay down itself what its columns hold, in rows that have begun; a row is 0, or none, until
  // then. They hold until the next start_batch(), begin_data_set() or component(). It says afterwards how many rows it has set.
  Dictionary* dictionary_of(std::uint32_t component) { return states_[component].dictionary; }
  std::uint32_t* codes_of(std::uint32_t component) { return states_[component].codes; }
  double* numbers_of(std::uint32_t measure) { return batch_.columns[measure].numbers.data(); }
  Cell* cells_of(std::uint32_t measure) { return batch_.columns[measure].cells.data(); }
  void note_rows(std::uint32_t component, std::uint64_t rows) {
    if (rows == 0) return;
    State& state = states_[component];
    state.at_observation = true;
    if (state.counts_as_attribute) counts.observation_attributes += rows;
  }
  void set_measure(std::uint32_t component, std::string_view text);
  void set_number(std::uint32_t component, double number, std::string_view text) {
    auto& column = batch_.columns[component];
    column.numbers[batch_.rows] = number;
    column.cells[batch_.rows] = Cell::number;
    if (options_.texts) column.texts += text;
  }
  // Of a number that a reader has laid down itself.
  void add_text(std::uint32_t measure, std::string_view text) {
    if (options_.texts) batch_.columns[measure].texts += text;
  }
  void end_observation() {
    if (options_.texts) end_texts();
    if (!groups_.empty()) apply_groups();
    ++series_rows_;
    ++counts.observations;
    ++batch_.rows;
    in_observation_ = false;
  }
  void problem(std::string what) { batch_.problems.push_back({std::uint32_t(batch_.rows), std::move(what)}); }

  // ---- batches. One may end inside an observation: that goes on as the first row of the next.
  void start_batch();
  void finish_batch();
  Batch& batch() { return batch_; }
  std::size_t rows() const { return batch_.rows; }
  std::size_t capacity() const { return capacity_; }  // where it rises, columns have moved
  bool in_series() const { return in_series_; }
  bool in_data_set() const { return in_data_set_; }

  std::vector<DataSet> data_sets;
  Counts counts;
  // For messages whose groups may stand behind their series: a first reading collects them, by data set in the message's
  // order, a second one is given them.
  struct GroupText {
    std::string id, text;
    Kind kind;
  };
  using GroupTexts = std::vector<std::vector<std::vector<GroupText>>>;
  bool collects_groups = false, has_groups_given = false;
  GroupTexts group_texts;
  const std::string& file() const { return file_; }

 private:
  struct State {
    Dictionary* dictionary = nullptr;
    std::uint32_t* codes = nullptr;            // of the batch's column: its data()
    bool measure = false, pinned = false, counts_as_attribute = true, at_observation = false, takes_texts = false;
    std::uint32_t series_code = 0;
    // With structures at hand:
    const ComponentDefinition* definition = nullptr;
    const Artefact* code_list = nullptr;
    bool foreign = false;
    std::vector<std::uint8_t> code_is_bad;     // by code, as far as looked at
    bool any_bad = false;
  };

  void set_kind(std::uint32_t component, Kind kind);
  void define(std::uint32_t component);
  void grow();
  void fill_series();
  void fill_data_set();
  void fill(const std::vector<Value>& values, std::size_t from);
  void index_groups();
  void end_texts();
  void apply_groups();
  void apply_groups_to_row();
  void carry_open_row();
  void renew_dictionaries();
  void find_values();
  void check_rows();
  void check_dimensions();
  void check_codes();
  int unit_mult_of(std::size_t row);

  const ReadOptions& options_;
  std::string file_;
  std::vector<Component> components_;
  std::vector<State> states_;
  std::vector<std::unique_ptr<Dictionary>> dictionaries_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::vector<std::uint32_t> measures_;
  std::vector<std::uint32_t> status_, conf_status_, unit_mult_;
  std::vector<std::int8_t> exponents_;         // by code of the first unit_mult_ component; 127: not looked at, 126: none
  std::uint64_t exponents_generation_ = 0;

  Batch batch_;
  std::size_t capacity_ = 0;
  bool in_series_ = false, in_data_set_ = false, in_observation_ = false;
  std::vector<Batch::Problem> open_problems_;  // of an observation that goes on in the next batch
  std::vector<Value> data_set_values_, series_values_, group_;
  std::size_t series_from_ = 0, data_set_from_ = 0;
  std::uint64_t series_rows_ = 0, data_set_first_ = 0;  // of the series; observations before the data set
  std::uint32_t data_set_at_ = 0;
  Groups groups_;
  bool groups_indexed_ = false;
  std::vector<std::vector<bool>> seen_;        // data set → component: has had a value there
  const Artefact* structure_ = nullptr;        // of the data set
};

}  // namespace comity::formats::sdmx::detail
