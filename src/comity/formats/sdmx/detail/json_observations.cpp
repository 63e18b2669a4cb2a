#include "comity/formats/sdmx/detail/json_observations.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {

using simdjson::dom::element;

void JsonObservations::fail(const std::string& what) const {
  const std::string_view near = shortened({at_, std::size_t(end_ - at_)}, 60);
  throw DataError(fmt::format("{}: {} at '{}'", builder_.file(), what, near), "The message is damaged or contradicts itself: fetch it again, or ask the publisher.");
}

std::size_t JsonObservations::checked(std::uint64_t index, const JsonComponent& component) const {
  if (index >= component.texts.size()) {
    throw DataError(fmt::format("{}: index {} of {}, which has {} values", builder_.file(), index, component.id, component.texts.size()),
                    "The message contradicts itself: fetch it again, or ask the publisher.");
  }
  return std::size_t(index);
}

std::uint64_t JsonObservations::index_here() {
  std::uint64_t index = 0;
  for (; at_ < end_ && *at_ >= '0' && *at_ <= '9' && index <= UINT32_MAX; ++at_) index = index * 10 + std::uint64_t(*at_ - '0');
  return index;
}

std::size_t JsonObservations::index_of(const JsonComponent& component) {
  const std::uint64_t index = index_here();
  return index < component.texts.size() ? std::size_t(index) : checked(index, component);
}

void JsonObservations::read_observations(std::string_view object, const JsonStructure& structure, bool flat) {
  at_ = object.data(), end_ = at_ + object.size();
  const auto& dimensions = flat ? structure.flat_dimensions : structure.observation_dimensions;
  find_places(dimensions, structure);
  read_members(dimensions, structure);
  note_places();
}

void JsonObservations::read_members(const std::vector<JsonComponent>& dimensions, const JsonStructure& structure) {
  expect('{');
  if (take('}')) return;
  do {
    expect('"');
    builder_.begin_observation(0);
    if (builder_.capacity() != capacity_) note_places(), find_places(dimensions, structure);
    if (!read_usual_key()) read_key(dimensions, [&](std::uint32_t component, std::uint32_t code) { builder_.set_code(component, code); });
    skip_blanks();
    if (at_ < end_ && *at_ == '[') {
      const std::size_t read = read_usual_list();
      if (read != kWholeList && !(read == 0 && take(']'))) read_list_from(read, structure.measures, structure.observation_attributes, false);
    } else if (whole_value() != "null") {
      fail("no list of values");
    }
    builder_.end_observation();
  } while (take(','));
  expect('}');
}

void JsonObservations::read_all_series(std::string_view object, const JsonStructure& structure) {
  at_ = object.data(), end_ = at_ + object.size();
  find_places(structure.observation_dimensions, structure);
  expect('{');
  if (take('}')) return;
  do {
    expect('"');
    builder_.begin_series();
    read_key(structure.series_dimensions, [&](std::uint32_t component, std::uint32_t code) { builder_.set_series_code(component, code); });
    read_series(structure);
    builder_.end_series();
  } while (take(','));
  expect('}');
  note_places();
}

// ---------------------------------------------------------------------------------------------- what is as usual

JsonObservations::Place JsonObservations::place_of(const JsonComponent& component) {
  Place place;
  place.component = component.component;
  const bool is_measure = builder_.is_measure(component.component);
  if (component.has_values && !is_measure) {
    place.meanings = component.codes.data(), place.count = component.codes.size();
    place.codes = builder_.codes_of(component.component);
  } else if (!component.has_values && is_measure) {
    place.numbers = builder_.numbers_of(component.component), place.cells = builder_.cells_of(component.component);
  }
  return place;
}

void JsonObservations::find_places(const std::vector<JsonComponent>& dimensions, const JsonStructure& structure) {
  capacity_ = builder_.capacity();
  key_.clear(), list_.clear();
  for (const auto& one : dimensions) key_.push_back(place_of(one));
  for (const auto* level : {&structure.measures, &structure.observation_attributes}) {
    for (const auto& one : *level) list_.push_back(place_of(one));
  }
}

void JsonObservations::note_places() {
  for (auto* places : {&key_, &list_}) {
    for (Place& place : *places) {
      if (!place.numbers) builder_.note_rows(place.component, place.rows);
      place.rows = 0;
    }
  }
}

// `0:1:4":`, an index for each dimension. False, and nothing read, where it is otherwise: what it laid down then is laid
// down again. Here and below the `}` behind the last member, which no value has, ends what goes astray.
bool JsonObservations::read_usual_key() {
  const char* at = at_;
  const std::size_t row = builder_.rows();
  for (Place& place : key_) {
    const char* const first = at;
    std::size_t index = 0;
    for (; unsigned(*at - '0') < 10 && index < place.count; ++at) index = index * 10 + std::size_t(*at - '0');
    if (at == first || index >= place.count || !place.codes) return false;
    const std::uint32_t code = place.meanings[index];
    place.codes[row] = code;
    place.rows += code != 0;
    if (*at == ':') ++at;
  }
  if (at[0] != '"' || at[1] != ':') return false;
  at_ = at + 2;
  return true;
}

// `[1.5,0,null]`: kWholeList where all of it is so, else the number of the value before which it stopped.
std::size_t JsonObservations::read_usual_list() {
  const char* at = at_ + 1;
  const std::size_t row = builder_.rows();
  std::size_t i = 0;
  for (; i < list_.size(); ++i) {
    Place& place = list_[i];
    const char *const first = at, *behind = at;
    std::uint64_t laid_down = 0;
    std::string_view text;
    if (*at == 'n' && at[1] == 'u' && at[2] == 'l' && at[3] == 'l') {
      behind = at + 4;
    } else if (place.codes) {
      std::size_t index = 0;
      for (; unsigned(*behind - '0') < 10 && index < place.count; ++behind) index = index * 10 + std::size_t(*behind - '0');
      if (behind == first || index >= place.count) break;
      const std::uint32_t code = place.meanings[index];
      place.codes[row] = code;
      laid_down = code != 0;
    } else if (place.numbers && (unsigned(*at - '0') < 10 || *at == '-' || *at == '"')) {
      const bool quoted = *at == '"';  // registries write numbers as texts
      double number = 0;
      if (!sdmx::read_number(at + quoted, end_, number, behind) || (quoted && *behind != '"')) break;
      place.numbers[row] = number, place.cells[row] = Cell::number;
      text = {at + quoted, std::size_t(behind - at) - quoted};
      behind += quoted;
    } else {
      break;
    }
    if (*behind != ',' && *behind != ']') break;
    place.rows += laid_down;
    if (!text.empty()) builder_.add_text(place.component, text);
    at = behind + 1;
    if (*behind == ']') return at_ = at, kWholeList;
  }
  at_ = at;
  return i;
}

// ---------------------------------------------------------------------------------------------- what is otherwise

void JsonObservations::read_series(const JsonStructure& structure) {
  expect('{');
  if (take('}')) return;
  do {
    expect('"');
    const std::string_view rest(at_, std::size_t(end_ - at_));
    const std::string_view name = rest.substr(0, rest.find('"'));
    at_ += std::min(name.size() + 1, rest.size());
    expect(':');
    skip_blanks();
    const char c = at_ < end_ ? *at_ : 0;
    if (name == "observations" && c == '{') {
      read_members(structure.observation_dimensions, structure);
    } else if (name == "attributes" && c == '[') {
      read_list({}, structure.series_attributes, true);
    } else {
      const std::string_view value = whole_value();
      if (name == "annotations" && value.size() > 2) builder_.counts.annotations += 1 + std::uint64_t(std::count(value.begin(), value.end(), ','));
    }
  } while (take(','));
  expect('}');
}

// Measures, then attributes, then (left aside) annotations.
void JsonObservations::read_list(const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes, bool series) {
  expect('[');
  if (!take(']')) read_list_from(0, measures, attributes, series);
}

// The same from the value of this number on, before which it stands.
void JsonObservations::read_list_from(std::size_t i, const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes, bool series) {
  skip_blanks();
  if (i == 0 && starts_without_measure(measures, attributes)) i = measures.size();
  do {
    const bool measure = i < measures.size();
    const JsonComponent* component = measure ? &measures[i] : i < measures.size() + attributes.size() ? &attributes[i - measures.size()] : nullptr;
    ++i;
    skip_blanks();
    read_value(component, measure, series);
  } while (take(','));
  expect(']');
}

// Answers without data ("detail=nodata") leave the measures out, and their attributes stand in front.
bool JsonObservations::starts_without_measure(const std::vector<JsonComponent>& measures, const std::vector<JsonComponent>& attributes) const {
  if (at_ == end_ || *at_ != '"' || measures.empty() || !measures.front().numeric || attributes.empty() || attributes.front().has_values) return false;
  const std::string_view rest(at_ + 1, std::size_t(end_ - at_ - 1));
  const std::string_view text = rest.substr(0, rest.find('"'));
  return !try_parse_number(text) && !is_missing(text);
}

void JsonObservations::read_value(const JsonComponent* component, bool measure, bool series) {
  if (at_ == end_) fail("no list of values");
  const char c = *at_;
  if ((c >= '0' && c <= '9') || c == '-') return read_number(component, measure, series);
  if (c == 'n' && end_ - at_ >= 4 && std::string_view(at_, 4) == "null") {
    at_ += 4;
    return;
  }
  // NaN, Infinity: no JSON, but what several languages' libraries write as such.
  if (c == 'N' || c == 'n' || c == 'I' || c == 'i') return read_not_a_number(component, measure);
  if (c == '"') {
    const char* close = at_ + 1;
    while (close < end_ && *close != '"' && *close != '\\') ++close;
    if (close < end_ && *close == '"') {
      const std::string_view text(at_ + 1, std::size_t(close - at_ - 1));
      at_ = close + 1;
      if (component) set_text(*component, text, measure, series);
      return;
    }
  }
  read_other(component, measure, series);
}

void JsonObservations::read_number(const JsonComponent* component, bool measure, bool series) {
  if (measure && !component->has_values) {
    double number = 0;
    const char *from = at_, *behind = nullptr;
    const bool finite = sdmx::read_number(at_, end_, number, behind);
    at_ = behind;
    const std::string_view token(from, std::size_t(behind - from));
    if (finite) return builder_.set_number(component->component, number, token);
    return builder_.set_measure(component->component, token);
  }
  if (component && component->has_values && *at_ != '-') {
    const std::uint64_t index = index_here();
    // Without a dimension there is no observation; without an attribute there is one (OECD.Stat had such messages).
    if (index >= component->texts.size()) return builder_.problem(fmt::format("index {} of {}, which has {} values", index, component->id, component->texts.size()));
    if (measure) return builder_.set_measure(component->component, component->texts[index]);
    if (series) return builder_.set_series_code(component->component, component->codes[index]);
    return builder_.set_code(component->component, component->codes[index]);
  }
  const std::string_view token = whole_value();
  if (component && !component->has_values) set_text(*component, token, measure, series);
}

void JsonObservations::read_not_a_number(const JsonComponent* component, bool measure) {
  const char* const from = at_;
  while (at_ < end_ && ((*at_ | 0x20) >= 'a' && (*at_ | 0x20) <= 'z')) ++at_;
  const std::string_view word(from, std::size_t(at_ - from));
  if (word != "NaN" && word != "nan" && word != "Infinity" && word != "inf") {
    at_ = from;
    fail("no JSON");
  }
  if (measure) builder_.set_measure(component->component, word);
}

// From here to the end of the value, brackets and texts inside it whole.
std::string_view JsonObservations::whole_value() {
  const char* from = at_;
  int depth = 0;
  for (bool in_text = false; at_ < end_; ++at_) {
    const char c = *at_;
    if (in_text) {
      if (c == '\\') ++at_;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      if (depth-- == 0) break;
    } else if (c == ',' && depth == 0) {
      break;
    }
  }
  at_ = std::min(at_, end_);
  std::string_view text(from, std::size_t(at_ - from));
  while (!text.empty() && text.back() <= ' ') text.remove_suffix(1);
  return text;
}

void JsonObservations::read_other(const JsonComponent* component, bool measure, bool series) {
  const std::string_view raw = whole_value();
  element value;
  if (const auto error = parser_.parse(simdjson::padded_string(raw)).get(value)) fail(fmt::format("no JSON ({})", simdjson::error_message(error)));
  if (!component) return;
  bool multiple = false, multilingual = false;
  std::string text;
  if (component->has_values && value.is_array()) {
    text = listed(*component, value);
    multiple = true;
  } else {
    text = json_value_text(value, multiple, multilingual);
  }
  builder_.mark(component->component, multiple, multilingual);
  set_text(*component, text, measure, series);
}

void JsonObservations::set_text(const JsonComponent& component, std::string_view text, bool measure, bool series) {
  if (text.empty()) return;
  if (measure) {
    builder_.set_measure(component.component, text);
  } else if (series) {
    builder_.set_series(component.component, text);
  } else {
    builder_.set(component.component, text);
  }
}

std::string JsonObservations::listed(const JsonComponent& component, element indexes) const {
  std::vector<std::string> texts;
  for (const element one : simdjson::dom::array(indexes)) {
    std::uint64_t index = 0;
    if (one.get(index) == simdjson::SUCCESS) {
      texts.push_back(component.texts[checked(index, component)]);
    } else if (std::string_view text; one.get(text) == simdjson::SUCCESS) {
      texts.emplace_back(text);
    }
  }
  return join_values(texts);
}

}  // namespace comity::formats::sdmx::detail
