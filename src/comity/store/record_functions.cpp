#include "comity/store/record_functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "comity/base/error.hpp"

namespace comity::store {
namespace {

using formats::Record;
using formats::RecordReader;

constexpr const char* names[] = {"read_delimited", "read_xlsx", "read_xls", "read_json_records", "read_xml_records", "read_sdmx", "sdmx_structure"};

struct SpecialColumn {
  const char* name;
  duckdb_type type;
};
constexpr SpecialColumn specials[] = {{"_file", DUCKDB_TYPE_ENUM},
                                      {"_record", DUCKDB_TYPE_UBIGINT},
                                      {"_line", DUCKDB_TYPE_UBIGINT},
                                      {"_raw", DUCKDB_TYPE_VARCHAR},
                                      {"_problem", DUCKDB_TYPE_VARCHAR}};
enum Special : std::size_t { at_file, at_record, at_line, at_raw, at_problem };

// Which file a record is of is an enumeration: a name in every row would cost more than many a column.
duckdb_logical_type file_type(const std::vector<std::string>& files) {
  std::vector<const char*> members;
  for (const auto& file : files) members.push_back(file.c_str());
  return duckdb_create_enum_type(members.data(), members.size());
}

void put_file(void* data, idx_t row, std::size_t file, std::size_t files) {
  if (files <= 0xff) static_cast<std::uint8_t*>(data)[row] = static_cast<std::uint8_t>(file);
  else if (files <= 0xffff) static_cast<std::uint16_t*>(data)[row] = static_cast<std::uint16_t>(file);
  else static_cast<std::uint32_t*>(data)[row] = static_cast<std::uint32_t>(file);
}

struct Binding {
  RecordCatalog* catalog;
  std::string name, structure;
  std::vector<std::string> files, columns;
};

// One scan. Columns of later files are matched by name to those of the first.
struct Scan {
  const Binding* binding;
  std::vector<idx_t> wanted;  // projected column → index into columns, or columns.size() + Special
  std::size_t file = 0;
  std::unique_ptr<RecordReader> reader;
  std::vector<std::size_t> position;  // column of the first file → field of this one
  std::uint64_t records = 0;
  Record record;
};

// Callbacks are called from C++ code that expects C: nothing may be thrown through them.
template <class Report, class Work>
void guarded(Report report, Work work) {
  try {
    work();
  } catch (const Error& error) {
    report(error.hint().empty() ? error.what() : fmt::format("{}. {}", error.what(), error.hint()));
  } catch (const std::exception& error) {
    report(error.what());
  }
}

void bind(duckdb_bind_info info) {
  guarded([&](const std::string& why) { duckdb_bind_set_error(info, why.c_str()); }, [&] {
    auto binding = std::make_unique<Binding>();
    binding->catalog = static_cast<RecordCatalog*>(duckdb_bind_get_extra_info(info));
    duckdb_value value = duckdb_bind_get_parameter(info, 0);
    char* text = duckdb_get_varchar(value);
    binding->name = text;
    duckdb_free(text);
    duckdb_destroy_value(&value);
    if (duckdb_value named = duckdb_bind_get_named_parameter(info, "structure")) {
      char* structure = duckdb_get_varchar(named);
      binding->structure = structure;
      duckdb_free(structure);
      duckdb_destroy_value(&named);
    }
    binding->files = binding->catalog->files(binding->name);
    binding->columns = binding->catalog->open(binding->name, binding->files.at(0), binding->structure)->columns();
    duckdb_logical_type varchar = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    for (const auto& column : binding->columns) duckdb_bind_add_result_column(info, column.c_str(), varchar);
    duckdb_destroy_logical_type(&varchar);
    for (const auto& special : specials) {
      duckdb_logical_type type = special.type == DUCKDB_TYPE_ENUM ? file_type(binding->files) : duckdb_create_logical_type(special.type);
      duckdb_bind_add_result_column(info, special.name, type);
      duckdb_destroy_logical_type(&type);
    }
    duckdb_bind_set_bind_data(info, binding.release(), [](void* p) { delete static_cast<Binding*>(p); });
  });
}

void init(duckdb_init_info info) {
  auto scan = std::make_unique<Scan>();
  scan->binding = static_cast<const Binding*>(duckdb_init_get_bind_data(info));
  for (idx_t i = 0; i < duckdb_init_get_column_count(info); ++i) scan->wanted.push_back(duckdb_init_get_column_index(info, i));
  duckdb_init_set_max_threads(info, 1);
  duckdb_init_set_init_data(info, scan.release(), [](void* p) { delete static_cast<Scan*>(p); });
}

void open_next(Scan& scan) {
  const Binding& binding = *scan.binding;
  scan.reader = binding.catalog->open(binding.name, binding.files[scan.file], binding.structure);
  scan.records = 0;
  const auto& here = scan.reader->columns();
  scan.position.clear();
  for (const auto& column : binding.columns) {
    const auto found = std::find(here.begin(), here.end(), column);
    if (found == here.end()) {
      throw DataError(fmt::format("{} has no column '{}', which {} has", binding.files[scan.file], column, binding.files[0]),
                      "Files declared under one name must have the same columns; declare this one apart.");
    }
    scan.position.push_back(static_cast<std::size_t>(found - here.begin()));
  }
}

// The next record of any of the files; false at the end of all.
bool advance(Scan& scan) {
  const Binding& binding = *scan.binding;
  for (;;) {
    if (!scan.reader) {
      if (scan.file >= binding.files.size()) return false;
      open_next(scan);
    }
    if (scan.reader->next(scan.record)) {
      ++scan.records;
      return true;
    }
    binding.catalog->counted(binding.files[scan.file], *scan.reader, scan.records);
    scan.reader.reset();
    ++scan.file;
  }
}

// At most twelve bytes, without asking for the library's help to copy a few bytes: pieces that overlap.
void copy_few(char* to, const char* from, std::size_t count) {
  if (count >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + count - 8, from + count - 8, 8);
  } else if (count >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + count - 4, from + count - 4, 4);
  } else {
    for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
  }
}

// One column of the output: what is filled in it, and where.
struct Filled {
  duckdb_vector vector;
  void* data;
  std::size_t field;  // of the record, or `special`
  std::size_t special;
};
constexpr std::size_t no_field = std::size_t(-1);

// A text of twelve bytes stands in its own place in the column, as most cells of a table do; only longer ones are handed to DuckDB.
void put_text(const Filled& column, idx_t row, std::string_view text) {
  if (text.size() > 12) return duckdb_vector_assign_string_element_len(column.vector, row, text.data(), text.size());
  duckdb_string_t out{};  // the bytes behind a short text are compared too
  out.value.inlined.length = static_cast<std::uint32_t>(text.size());
  copy_few(out.value.inlined.inlined, text.data(), text.size());
  static_cast<duckdb_string_t*>(column.data)[row] = out;
}

void put_null(const Filled& column, idx_t row) {
  duckdb_vector_ensure_validity_writable(column.vector);
  duckdb_validity_set_row_invalid(duckdb_vector_get_validity(column.vector), row);
}

void put_special(const Scan& scan, const Filled& column, idx_t row) {
  const Record& record = scan.record;
  switch (column.special) {
    case at_file: return put_file(column.data, row, scan.file, scan.binding->files.size());
    case at_record: static_cast<std::uint64_t*>(column.data)[row] = record.number; return;
    case at_line: static_cast<std::uint64_t*>(column.data)[row] = record.line; return;
    case at_raw: return put_text(column, row, record.raw);
    default: return record.problem.empty() ? put_null(column, row) : put_text(column, row, record.problem);
  }
}

void fill_row(const Scan& scan, const std::vector<Filled>& columns, idx_t row) {
  const Record& record = scan.record;
  for (const Filled& column : columns) {
    if (column.field == no_field) {
      put_special(scan, column, row);
    } else if (column.field >= record.fields.size() || (column.field < record.is_null.size() && record.is_null[column.field])) {
      put_null(column, row);
    } else {
      put_text(column, row, record.fields[column.field]);
    }
  }
}

// count(*) asks for no column at all; DuckDB then gives one to fill that nobody reads.
std::vector<Filled> columns_to_fill(const Scan& scan, duckdb_data_chunk output) {
  const std::size_t width = std::min<std::size_t>(scan.wanted.size(), duckdb_data_chunk_get_column_count(output)), own = scan.binding->columns.size();
  std::vector<Filled> out;
  for (std::size_t i = 0; i < width; ++i) {
    duckdb_vector vector = duckdb_data_chunk_get_vector(output, i);
    const idx_t column = scan.wanted[i];
    out.push_back({vector, duckdb_vector_get_data(vector), no_field, column < own ? 0 : column - own});
  }
  return out;
}

// Where the columns stand in the file that is being read.
void find_fields(const Scan& scan, std::vector<Filled>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (scan.wanted[i] < scan.binding->columns.size()) columns[i].field = scan.position[scan.wanted[i]];
  }
}

void produce(duckdb_function_info info, duckdb_data_chunk output) {
  guarded([&](const std::string& why) { duckdb_function_set_error(info, why.c_str()); }, [&] {
    Scan& scan = *static_cast<Scan*>(duckdb_function_get_init_data(info));
    auto columns = columns_to_fill(scan, output);
    const idx_t capacity = duckdb_vector_size();
    idx_t rows = 0;
    for (std::size_t file = no_field; rows < capacity && advance(scan); ++rows) {
      if (file != scan.file) find_fields(scan, columns), file = scan.file;
      fill_row(scan, columns, rows);
    }
    duckdb_data_chunk_set_size(output, rows);
  });
}

}  // namespace

std::unique_ptr<RecordReader> RecordCatalog::open(const std::string& name, const std::string& file, const std::string& structure) {
  if (!structure.empty()) throw UsageError(fmt::format("a structure ('{}') is named for {}, which takes none", structure, name), "Declare it in the source's [[file]].");
  return open(name, file);
}

void register_record_function(Connection& connection, RecordCatalog& catalog, const char* name) {
  duckdb_table_function function = duckdb_create_table_function();
  duckdb_table_function_set_name(function, name);
  duckdb_logical_type varchar = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
  duckdb_table_function_add_parameter(function, varchar);
  if (std::string_view(name) == "read_sdmx") duckdb_table_function_add_named_parameter(function, "structure", varchar);
  duckdb_destroy_logical_type(&varchar);
  duckdb_table_function_set_extra_info(function, &catalog, nullptr);
  duckdb_table_function_set_bind(function, bind);
  duckdb_table_function_set_init(function, init);
  duckdb_table_function_set_function(function, produce);
  duckdb_table_function_supports_projection_pushdown(function, true);
  const auto state = duckdb_register_table_function(connection.handle(), function);
  duckdb_destroy_table_function(&function);
  if (state != DuckDBSuccess) throw StoreError(fmt::format("DuckDB refused the table function {}", name));
}

void register_record_functions(Connection& connection, RecordCatalog& catalog) {
  for (const char* name : names) register_record_function(connection, catalog, name);
}

}  // namespace comity::store
