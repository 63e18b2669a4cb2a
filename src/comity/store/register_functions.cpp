#include "comity/store/register_functions.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <atomic>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::store {
namespace {

using world::Register;

// The arguments of one call, row by row.
class Arguments {
 public:
  explicit Arguments(duckdb_data_chunk input) : rows_(duckdb_data_chunk_get_size(input)) {
    for (idx_t i = 0; i < duckdb_data_chunk_get_column_count(input); ++i) {
      duckdb_vector vector = duckdb_data_chunk_get_vector(input, i);
      data_.push_back(duckdb_vector_get_data(vector));
      valid_.push_back(duckdb_vector_get_validity(vector));
      duckdb_logical_type type = duckdb_vector_get_column_type(vector);
      is_text_.push_back(duckdb_get_type_id(type) == DUCKDB_TYPE_VARCHAR);
      duckdb_destroy_logical_type(&type);
    }
  }
  idx_t rows() const { return rows_; }
  bool any_null(idx_t row) const {
    for (auto* valid : valid_) {
      if (valid && !duckdb_validity_row_is_valid(valid, row)) return true;
    }
    return false;
  }
  std::string_view text(std::size_t argument, idx_t row) const {
    auto* string = static_cast<duckdb_string_t*>(data_[argument]) + row;
    return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
  }
  Day day(std::size_t argument, idx_t row) const { return Day{std::chrono::days{static_cast<std::int32_t*>(data_[argument])[row]}}; }
  std::int32_t number(std::size_t argument, idx_t row) const { return static_cast<std::int32_t*>(data_[argument])[row]; }
  // The bytes of all of them, which are those of no other row unless it asks the same: texts, days and numbers of four bytes.
  void append_to(std::string& out, idx_t row) const {
    for (std::size_t i = 0; i < data_.size(); ++i) {
      const std::string_view bytes = is_text_[i] ? text(i, row) : std::string_view(reinterpret_cast<const char*>(static_cast<std::int32_t*>(data_[i]) + row), 4);
      const auto length = static_cast<std::uint32_t>(bytes.size());
      out.append(reinterpret_cast<const char*>(&length), sizeof length).append(bytes);
    }
  }

 private:
  idx_t rows_;
  std::vector<bool> is_text_;
  std::vector<void*> data_;
  std::vector<std::uint64_t*> valid_;
};

// Where a row's answer goes; a row not answered is NULL.
class Answers {
 public:
  explicit Answers(duckdb_vector vector) : vector_(vector), data_(duckdb_vector_get_data(vector)) {
    duckdb_vector_ensure_validity_writable(vector_);
    valid_ = duckdb_vector_get_validity(vector_);
  }
  void none(idx_t row) { duckdb_validity_set_row_invalid(valid_, row); }
  void put(idx_t row, StateId state) {
    if (!state) return none(row);
    static_cast<std::uint16_t*>(data_)[row] = state.value;
  }
  void put(idx_t row, std::uint64_t number) { static_cast<std::uint64_t*>(data_)[row] = number; }
  void put(idx_t row, double number) { static_cast<double*>(data_)[row] = number; }
  void put(idx_t row, std::int32_t number) { static_cast<std::int32_t*>(data_)[row] = number; }
  void put(idx_t row, Day day) { static_cast<std::int32_t*>(data_)[row] = day.time_since_epoch().count(); }
  void put(idx_t row, std::string_view text) {
    if (text.empty()) return none(row);
    duckdb_vector_assign_string_element_len(vector_, row, text.data(), text.size());
  }

 private:
  duckdb_vector vector_;
  void* data_;
  std::uint64_t* valid_;
};

// The register behind the functions of one connection, with a number that no other has.
struct Asked {
  const Register* states;
  std::uint64_t number;
};

// What was asked lately and answered: a file says the same few hundred names and codes over and over. One a function and thread.
class Memo {
 public:
  void belong_to(std::uint64_t number) {
    if (number_ == number) return;
    number_ = number;
    slots_.assign(size, {});
  }
  // The answer to what the arguments of the row ask; find() gives it where it is not known.
  template <class Find>
  StateId answer(const Arguments& in, idx_t row, Find find) {
    key_.clear();
    in.append_to(key_, row);
    Slot& slot = slots_[XXH3_64bits(key_.data(), key_.size()) % size];
    if (slot.key != key_) {
      slot.state = find();
      slot.key = key_;
    }
    return slot.state;
  }

 private:
  static constexpr std::size_t size = 4096;
  struct Slot {
    std::string key;  // none is empty
    StateId state;
  };
  std::uint64_t number_ = 0;
  std::vector<Slot> slots_;
  std::string key_;
};

using Find = StateId (*)(const Register&, const Arguments&, idx_t);

template <Find find>
void look_up(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  try {
    const auto& asked = *static_cast<const Asked*>(duckdb_scalar_function_get_extra_info(info));
    thread_local Memo memo;
    memo.belong_to(asked.number);
    const Arguments arguments(input);
    Answers answers(output);
    for (idx_t i = 0; i < arguments.rows(); ++i) {
      if (arguments.any_null(i)) answers.none(i);
      else answers.put(i, memo.answer(arguments, i, [&] { return find(*asked.states, arguments, i); }));
    }
  } catch (const std::exception& error) {
    duckdb_scalar_function_set_error(info, error.what());
  }
}

using Row = void (*)(const Register&, const Arguments&, Answers&, idx_t);

template <Row row>
void call(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  try {
    const auto& states = *static_cast<const Asked*>(duckdb_scalar_function_get_extra_info(info))->states;
    const Arguments arguments(input);
    Answers answers(output);
    for (idx_t i = 0; i < arguments.rows(); ++i) {
      if (arguments.any_null(i)) {
        answers.none(i);
      } else {
        row(states, arguments, answers, i);
      }
    }
  } catch (const std::exception& error) {
    duckdb_scalar_function_set_error(info, error.what());
  }
}

StateId by_code(const Register& states, const Arguments& in, idx_t i) { return states.by_code(in.text(0, i), in.text(1, i), in.day(2, i)); }
StateId by_code_in_year(const Register& states, const Arguments& in, idx_t i) { return states.by_code_in_year(in.text(0, i), in.text(1, i), in.number(2, i)); }
StateId by_name(const Register& states, const Arguments& in, idx_t i) { return states.by_name(in.text(0, i), in.day(1, i)).state; }

// The state that bears the name on the year's last day, else on its middle, else on its first.
StateId by_name_in_year(const Register& states, const Arguments& in, idx_t i) {
  const int year = in.number(1, i);
  for (const Day day : {make_day(year, 12, 31), make_day(year, 7, 1), make_day(year, 1, 1)}) {
    if (const StateId state = states.by_name(in.text(0, i), day).state) return state;
  }
  return {};
}
StateId by_key(const Register& states, const Arguments& in, idx_t i) { return states.by_key(in.text(0, i)); }
void non_state(const Register& states, const Arguments& in, Answers& out, idx_t i) { out.put(i, states.non_state_kind(in.text(0, i))); }
void city_of(const Register& states, const Arguments& in, Answers& out, idx_t i) { out.put(i, states.city_of(in.text(0, i))); }

// The one state of kind "state" whose capital bears the name on the day: Hong Kong and Nuuk lie in no other state than their own.
StateId by_capital(const Register& states, const Arguments& in, idx_t i) {
  const std::string_view place = in.text(0, i), known = states.city_of(place), city = known.empty() ? place : known;
  StateId found;
  for (const auto& one : states.capitals()) {
    if (one.city != city || !one.span.contains(in.day(1, i)) || states.state(one.state).kind != "state" || one.state == found) continue;
    if (found) return {};
    found = one.state;
  }
  return found;
}

void name_of(const Register& states, const Arguments& in, Answers& out, idx_t i) {
  const auto* state = states.try_state(StateId(static_cast<std::uint16_t>(in.number(0, i))));
  out.put(i, state ? std::string_view(state->name) : std::string_view());
}

template <Day EdtfDate::*bound>
void edtf(const Register&, const Arguments& in, Answers& out, idx_t i) {
  const auto date = try_parse_edtf(in.text(0, i));
  if (!date || !date->known() || (*date).*bound == first_day || (*date).*bound == last_day) return out.none(i);
  out.put(i, (*date).*bound);
}
void is_edtf(const Register&, const Arguments& in, Answers& out, idx_t i) {
  const auto date = try_parse_edtf(in.text(0, i));
  out.put(i, date && date->known() ? in.text(0, i) : std::string_view());
}
void fact_key(const Register&, const Arguments& in, Answers& out, idx_t i) {
  const auto text = in.text(0, i);
  out.put(i, std::uint64_t{XXH3_64bits(text.data(), text.size())});
}

// A plain number, blanks around it allowed; anything else is NULL, whatever DuckDB's own cast may make of it (infinity, 1_000, .5). The same
// number as that cast's, without the copies of trim() and nullif() and at a third of its time.
std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}
std::size_t digits_from(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}
void plain_number(const Register&, const Arguments& in, Answers& out, idx_t i) {
  const auto text = without_blanks(in.text(0, i));
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t at = digits_from(text, first);
  double value = 0;
  if (at == first) return out.none(i);
  if (at + 1 < text.size() && text[at] == '.') at = digits_from(text, at + 1);
  if (at != text.size() || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return out.none(i);
  out.put(i, value);
}
void plain_whole(const Register&, const Arguments& in, Answers& out, idx_t i) {
  const auto text = without_blanks(in.text(0, i));
  std::int32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return out.none(i);
  out.put(i, value);
}

// One column of arguments, written as DuckDB writes its values as text.
class Written {
 public:
  explicit Written(duckdb_vector vector) : data_(duckdb_vector_get_data(vector)), valid_(duckdb_vector_get_validity(vector)) {
    duckdb_logical_type type = duckdb_vector_get_column_type(vector);
    type_ = duckdb_get_type_id(type);
    duckdb_destroy_logical_type(&type);
  }
  bool is_null(idx_t row) const { return valid_ && !duckdb_validity_row_is_valid(valid_, row); }
  void append(std::string& out, idx_t row) const {
    switch (type_) {
      case DUCKDB_TYPE_VARCHAR: {
        auto* string = static_cast<duckdb_string_t*>(data_) + row;
        out.append(duckdb_string_t_data(string), duckdb_string_t_length(*string));
        return;
      }
      case DUCKDB_TYPE_BOOLEAN: out += at<bool>(row) ? "true" : "false"; return;
      case DUCKDB_TYPE_UTINYINT: return number(out, at<std::uint8_t>(row));
      case DUCKDB_TYPE_USMALLINT: return number(out, at<std::uint16_t>(row));
      case DUCKDB_TYPE_UINTEGER: return number(out, at<std::uint32_t>(row));
      case DUCKDB_TYPE_UBIGINT: return number(out, at<std::uint64_t>(row));
      case DUCKDB_TYPE_SMALLINT: return number(out, at<std::int16_t>(row));
      case DUCKDB_TYPE_INTEGER: return number(out, at<std::int32_t>(row));
      case DUCKDB_TYPE_BIGINT: return number(out, at<std::int64_t>(row));
      case DUCKDB_TYPE_DATE: return date(out, at<std::int32_t>(row));
      default: throw StoreError("fact_key_of takes texts, whole numbers, truths and dates", "Cast what it is given to VARCHAR.");
    }
  }

 private:
  template <class Value>
  Value at(idx_t row) const { return static_cast<const Value*>(data_)[row]; }
  template <class Number>
  static void number(std::string& out, Number value) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  static void date(std::string& out, std::int32_t days) {
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
    const int year = int(day.year());
    fmt::format_to(std::back_inserter(out), "{:04}-{:02}-{:02}{}", year > 0 ? year : 1 - year, unsigned(day.month()), unsigned(day.day()), year > 0 ? "" : " (BC)");
  }

  void* data_;
  std::uint64_t* valid_;
  duckdb_type type_;
};

// Every fact that is read has one made, most of them of a dozen columns: no text of it is ever a value of DuckDB's.
void fact_key_of(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  try {
    const idx_t rows = duckdb_data_chunk_get_size(input);
    std::vector<Written> columns;
    for (idx_t i = 0; i < duckdb_data_chunk_get_column_count(input); ++i) columns.emplace_back(duckdb_data_chunk_get_vector(input, i));
    auto* keys = static_cast<std::uint64_t*>(duckdb_vector_get_data(output));
    std::string text;
    for (idx_t row = 0; row < rows; ++row) {
      text.clear();
      bool is_first = true;
      for (const Written& column : columns) {
        if (column.is_null(row)) continue;
        if (!is_first) text += '|';
        is_first = false;
        column.append(text, row);
      }
      keys[row] = XXH3_64bits(text.data(), text.size());
    }
  } catch (const std::exception& error) {
    duckdb_scalar_function_set_error(info, error.what());
  }
}

void register_function(Connection& connection, const Asked& asked, const char* name, duckdb_scalar_function function) {
  duckdb_scalar_function_set_name(function, name);
  duckdb_scalar_function_set_special_handling(function);
  duckdb_scalar_function_set_extra_info(function, new Asked(asked), [](void* p) { delete static_cast<Asked*>(p); });
  const auto done = duckdb_register_scalar_function(connection.handle(), function);
  duckdb_destroy_scalar_function(&function);
  if (done != DuckDBSuccess) throw StoreError(fmt::format("DuckDB refused the function {}", name));
}

void register_key_of(Connection& connection, const Asked& asked) {
  duckdb_scalar_function function = duckdb_create_scalar_function();
  duckdb_logical_type any = duckdb_create_logical_type(DUCKDB_TYPE_ANY), key = duckdb_create_logical_type(DUCKDB_TYPE_UBIGINT);
  duckdb_scalar_function_set_varargs(function, any);
  duckdb_scalar_function_set_return_type(function, key);
  duckdb_destroy_logical_type(&any);
  duckdb_destroy_logical_type(&key);
  duckdb_scalar_function_set_function(function, fact_key_of);
  register_function(connection, asked, "fact_key_of", function);
}

struct Definition {
  const char* name;
  std::initializer_list<duckdb_type> parameters;
  duckdb_type result;
  duckdb_scalar_function_t function;
};

}  // namespace

void register_world_functions(Connection& connection, const Register& states) {
  static std::atomic<std::uint64_t> made = 0;
  const Asked asked{&states, ++made};
  constexpr auto text = DUCKDB_TYPE_VARCHAR, date = DUCKDB_TYPE_DATE, number = DUCKDB_TYPE_INTEGER, state = DUCKDB_TYPE_USMALLINT;
  const Definition definitions[] = {
      {"state_by_code", {text, text, date}, state, look_up<by_code>},
      {"state_by_code_in_year", {text, text, number}, state, look_up<by_code_in_year>},
      {"state_by_name", {text, date}, state, look_up<by_name>},
      {"state_by_name_in_year", {text, number}, state, look_up<by_name_in_year>},
      {"state_by_key", {text}, state, look_up<by_key>},
      {"state_name_of", {number}, text, call<name_of>},
      {"non_state", {text}, text, call<non_state>},
      {"city_of", {text}, text, call<city_of>},
      {"state_by_capital", {text, date}, state, look_up<by_capital>},
      {"edtf_from", {text}, date, call<edtf<&EdtfDate::from>>},
      {"edtf_to", {text}, date, call<edtf<&EdtfDate::to>>},
      {"edtf_checked", {text}, text, call<is_edtf>},
      {"fact_key", {text}, DUCKDB_TYPE_UBIGINT, call<fact_key>},
      {"plain_number", {text}, DUCKDB_TYPE_DOUBLE, call<plain_number>},
      {"plain_whole", {text}, number, call<plain_whole>},
  };
  for (const auto& definition : definitions) {
    duckdb_scalar_function function = duckdb_create_scalar_function();
    for (const auto parameter : definition.parameters) {
      duckdb_logical_type type = duckdb_create_logical_type(parameter);
      duckdb_scalar_function_add_parameter(function, type);
      duckdb_destroy_logical_type(&type);
    }
    duckdb_logical_type type = duckdb_create_logical_type(definition.result);
    duckdb_scalar_function_set_return_type(function, type);
    duckdb_destroy_logical_type(&type);
    duckdb_scalar_function_set_function(function, definition.function);
    register_function(connection, asked, definition.name, function);
  }
  register_key_of(connection, asked);
}

}  // namespace comity::store
