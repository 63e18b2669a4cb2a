// The inner part of SDMX-JSON data, where all the bytes are: `{"0:1": [1.5, 0, null], …}` and lists of attributes, read
// straight into a Builder. An observation that is written as nearly all are goes straight into the batch's columns; its
// first value that is otherwise (a text, a blank in front), and all behind it, one by one; lists, objects and escapes through simdjson.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

#include "comity/formats/sdmx/detail/json_components.hpp"

namespace comity::formats::sdmx::detail {

class JsonObservations {
 public:
  explicit JsonObservations(Builder& builder) : builder_(builder) {}

  // All observations of an object's text; flat: directly in a data set, with all dimensions in their keys. Throws DataError (not JSON of this form, an index without value).
  void read_observations(std::string_view object, const JsonStructure& structure, bool flat);
  // `{"0:3": {"attributes": […], "observations": {…}}, …}`: all series of an object's text.
  void read_all_series(std::string_view object, const JsonStructure& structure);
  // Several codes by their indexes → `A;B`.
  std::string listed(const JsonComponent& component, simdjson::dom::element indexes) const;
  // Throws where there is no such value.
  std::size_t checked(std::uint64_t index, const JsonComponent& component) const;

 private:
  void skip_blanks() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool take(char c) {
    skip_blanks();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail("no list of values");
  }
  [[noreturn]] void fail(const std::string& what) const;
  std::size_t index_of(const JsonComponent& component);
  std::uint64_t index_here();
  // `0:1:4"`, the quote before it taken: the dimensions' codes, each handed to `set`.
  template <typename Set>
  void read_key(const std::vector<JsonComponent>& dimensions, Set set) {
    for (const auto& dimension : dimensions) {
      if (at_ < end_ && *at_ >= '0' && *at_ <= '9') set(dimension.component, dimension.codes[index_of(dimension)]);
      if (at_ < end_ && *at_ == ':') ++at_;
    }
    if (at_ == end_ || *at_ != '"') fail("a key that does not fit its dimensions");
    ++at_;
    expect(':');
  }
  // Where the values of a component go, for as long as the batch's columns stay where they are.
  struct Place {
    const std::uint32_t* meanings = nullptr;  // of the indexes, `count` of them
    std::size_t count = 0;
    std::uint32_t component = 0;
    std::uint32_t* codes = nullptr;           // of what has values, but for measures
    double* numbers = nullptr;                // of measures that have none
    Cell* cells = nullptr;
    std::uint64_t rows = 0;                   // laid down, and not yet told the Builder
  };
  Place place_of(const JsonComponent& component);
  void find_places(const std::vector<JsonComponent>& dimensions, const JsonStructure& structure);
  void note_places();
  [[gnu::always_inline]] inline bool read_usual_key();
  [[gnu::always_inline]] inline std::size_t read_usual_list();
  void read_series(const JsonStructure& structure);
  void read_members(const std::vector<JsonComponent>& dimensions, const JsonStructure& structure);
  void read_list(const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes, bool series);
  void read_list_from(std::size_t first, const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes, bool series);
  void read_value(const JsonComponent* component, bool measure, bool series);
  void read_number(const JsonComponent* component, bool measure, bool series);
  void read_not_a_number(const JsonComponent* component, bool measure);
  void read_other(const JsonComponent* component, bool measure, bool series);
  bool starts_without_measure(const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes) const;
  void set_text(const JsonComponent& component, std::string_view text, bool measure, bool series);
  std::string_view whole_value();

  static constexpr std::size_t kWholeList = SIZE_MAX;

  Builder& builder_;
  std::vector<Place> key_, list_;  // of the block's observations
  std::size_t capacity_ = 0;       // of the batch, when they were found
  simdjson::dom::parser parser_;
  const char *at_ = nullptr, *end_ = nullptr;
};

}  // namespace comity::formats::sdmx::detail
