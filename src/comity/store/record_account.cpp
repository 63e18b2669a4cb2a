#include "comity/store/record_account.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::store {
namespace {

// The arguments of a call: a code of a file in the first, something else in the second.
struct Arguments {
  idx_t rows;
  const std::uint32_t* codes;
  const void* second = nullptr;
  std::uint64_t* second_valid = nullptr;

  explicit Arguments(duckdb_data_chunk input)
      : rows(duckdb_data_chunk_get_size(input)), codes(static_cast<const std::uint32_t*>(duckdb_vector_get_data(duckdb_data_chunk_get_vector(input, 0)))) {
    if (duckdb_data_chunk_get_column_count(input) < 2) return;
    duckdb_vector vector = duckdb_data_chunk_get_vector(input, 1);
    second = duckdb_vector_get_data(vector);
    second_valid = duckdb_vector_get_validity(vector);
  }
  bool has_second(idx_t row) const { return !second_valid || duckdb_validity_row_is_valid(second_valid, row); }
  std::string_view text(idx_t row) const {
    auto* string = const_cast<duckdb_string_t*>(static_cast<const duckdb_string_t*>(second) + row);
    return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
  }
};

const RecordAccount& account_of(duckdb_function_info info) { return *static_cast<const RecordAccount*>(duckdb_scalar_function_get_extra_info(info)); }

// Nothing may be thrown through DuckDB.
template <class Work>
void guarded(duckdb_function_info info, Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    duckdb_scalar_function_set_error(info, error.what());
  }
}

void file_number(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  guarded(info, [&] {
    const auto& files = account_of(info).files();
    const Arguments in(input);
    auto* out = static_cast<std::uint32_t*>(duckdb_vector_get_data(output));
    for (idx_t i = 0; i < in.rows; ++i) out[i] = files.at(in.codes[i]).number;
  });
}

// Columns come in runs or by turns: what was asked last is remembered.
void column_number(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  guarded(info, [&] {
    const auto& account = account_of(info);
    const Arguments in(input);
    auto* out = static_cast<std::uint16_t*>(duckdb_vector_get_data(output));
    std::uint32_t file = 0;
    std::string name;
    bool is_known = false;
    std::uint16_t number = 0;
    for (idx_t i = 0; i < in.rows; ++i) {
      if (!in.has_second(i)) {
        out[i] = 0;
        continue;
      }
      const std::string_view asked = in.text(i);
      if (!is_known || file != in.codes[i] || name != asked) {
        file = in.codes[i], name = asked, is_known = true;
        number = account.column_number(file, asked);
      }
      out[i] = number;
    }
  });
}

void record_class(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  guarded(info, [&] {
    const auto& account = account_of(info);
    const Arguments in(input);
    auto* out = static_cast<std::uint8_t*>(duckdb_vector_get_data(output));
    for (idx_t i = 0; i < in.rows; ++i) out[i] = in.has_second(i) ? account.class_of(in.codes[i], static_cast<const std::uint64_t*>(in.second)[i]) : std::uint8_t{RecordAccount::unmentioned};
  });
}

void register_one(Connection& connection, const RecordAccount& account, const char* name, std::initializer_list<duckdb_type> parameters, duckdb_type result, duckdb_scalar_function_t work) {
  duckdb_scalar_function function = duckdb_create_scalar_function();
  duckdb_scalar_function_set_name(function, name);
  for (const auto parameter : parameters) {
    duckdb_logical_type type = duckdb_create_logical_type(parameter);
    duckdb_scalar_function_add_parameter(function, type);
    duckdb_destroy_logical_type(&type);
  }
  duckdb_logical_type type = duckdb_create_logical_type(result);
  duckdb_scalar_function_set_return_type(function, type);
  duckdb_destroy_logical_type(&type);
  duckdb_scalar_function_set_special_handling(function);
  duckdb_scalar_function_set_extra_info(function, const_cast<RecordAccount*>(&account), nullptr);
  duckdb_scalar_function_set_function(function, work);
  const auto done = duckdb_register_scalar_function(connection.handle(), function);
  duckdb_destroy_scalar_function(&function);
  if (done != DuckDBSuccess) throw StoreError(fmt::format("DuckDB refused the function {}", name));
}

}  // namespace

std::uint64_t RecordAccount::File::count(Class one) const { return static_cast<std::uint64_t>(std::ranges::count(classes, static_cast<std::uint8_t>(one))); }

RecordAccount::RecordAccount(std::vector<File> files) : files_(std::move(files)) {
  for (File& file : files_) file.classes.assign(file.records + 1, unmentioned);
}

void RecordAccount::take(Connection& connection, const std::string& sql) {
  auto result = connection.stream(sql);
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      if (chunk.is_null(0, i) || chunk.is_null(1, i)) continue;
      File& file = files_.at(chunk.get<std::uint32_t>(0, i));
      const auto record = chunk.get<std::uint64_t>(1, i);
      file.last = std::max(file.last, record);
      file.facts += chunk.get<bool>(3, i);
      file.absences += chunk.get<bool>(4, i);
      // A record that the file does not have breaks the account by being the last.
      if (record < file.classes.size()) file.classes[record] = std::min(file.classes[record], chunk.get<std::uint8_t>(2, i));
    }
  }
}

std::uint8_t RecordAccount::class_of(std::uint32_t file, std::uint64_t record) const {
  const auto& classes = files_.at(file).classes;
  return record < classes.size() ? classes[record] : std::uint8_t{unmentioned};
}

std::uint16_t RecordAccount::column_number(std::uint32_t file, std::string_view name) const {
  std::uint16_t number = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (problem == std::errc() && end == name.data() + name.size()) return number;
  const auto& columns = files_.at(file).columns;
  const auto found = std::ranges::find(columns, name);
  return found == columns.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(found - columns.begin() + 1);
}

void register_account_functions(Connection& connection, const RecordAccount& account) {
  register_one(connection, account, "file_number", {DUCKDB_TYPE_UINTEGER}, DUCKDB_TYPE_UINTEGER, file_number);
  register_one(connection, account, "column_number", {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_VARCHAR}, DUCKDB_TYPE_USMALLINT, column_number);
  register_one(connection, account, "record_class", {DUCKDB_TYPE_UINTEGER, DUCKDB_TYPE_UBIGINT}, DUCKDB_TYPE_UTINYINT, record_class);
}

}  // namespace comity::store
