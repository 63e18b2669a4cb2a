#include "comity/store/column_rows.hpp"

#include <cerrno>
#include <memory>
#include <numeric>

#include <fmt/format.h>

#include "comity/base/error.hpp"

// The Arrow C data interface: its layout is a fixed specification, not a library's.
extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}

namespace comity::store {
namespace {

constexpr std::size_t batch_rows = 122'880;  // DuckDB's row group
constexpr std::int64_t nullable = 2;

// A dictionary's texts as Arrow lays them out: all bytes, and where each begins.
struct Texts {
  std::vector<std::int32_t> starts{0};
  std::string bytes;
};

// What outlives every batch: the views and their dictionaries. The caller's arrays outlive it.
struct Table {
  std::vector<ColumnView> columns;
  std::vector<Texts> texts;
  std::size_t rows = 0, given = 0;
};

struct SchemaParts {
  std::vector<std::unique_ptr<ArrowSchema>> owned;
  std::vector<ArrowSchema*> children;
};

void release_schema(ArrowSchema* schema) {
  delete static_cast<SchemaParts*>(schema->private_data);
  schema->release = nullptr;
}
void keep_schema(ArrowSchema* schema) { schema->release = nullptr; }

ArrowSchema leaf(const char* format, const char* name) { return {format, name, nullptr, nullable, 0, nullptr, nullptr, keep_schema, nullptr}; }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  const Table& table = *static_cast<Table*>(stream->private_data);
  auto parts = std::make_unique<SchemaParts>();
  for (const ColumnView& column : table.columns) {
    parts->owned.push_back(std::make_unique<ArrowSchema>(leaf(column.format, column.name.c_str())));
    parts->children.push_back(parts->owned.back().get());
    if (!column.dictionary) continue;
    parts->owned.push_back(std::make_unique<ArrowSchema>(leaf("u", "")));
    parts->children.back()->dictionary = parts->owned.back().get();
  }
  *out = {"+s", "", nullptr, 0, static_cast<std::int64_t>(parts->children.size()), parts->children.data(), nullptr, release_schema, nullptr};
  out->private_data = parts.release();
  return 0;
}

struct ArrayParts {
  std::vector<std::unique_ptr<ArrowArray>> owned;
  std::vector<ArrowArray*> children;
  std::vector<std::unique_ptr<const void*[]>> buffers;
  const void* none[1] = {nullptr};
};

void release_array(ArrowArray* array) {
  delete static_cast<ArrayParts*>(array->private_data);
  array->release = nullptr;
}
void keep_array(ArrowArray* array) { array->release = nullptr; }

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  Table& table = *static_cast<Table*>(stream->private_data);
  *out = {};
  if (table.given >= table.rows) return 0;  // released: the end
  const auto start = static_cast<std::int64_t>(table.given);
  const auto count = static_cast<std::int64_t>(std::min(batch_rows, table.rows - table.given));
  table.given += static_cast<std::size_t>(count);
  auto parts = std::make_unique<ArrayParts>();
  const auto make = [&](std::int64_t length, std::int64_t offset, std::initializer_list<const void*> buffers) {
    auto list = std::make_unique<const void*[]>(buffers.size());
    std::copy(buffers.begin(), buffers.end(), list.get());
    parts->owned.push_back(std::make_unique<ArrowArray>(
        ArrowArray{length, buffers.size() == 3 ? 0 : -1, offset, static_cast<std::int64_t>(buffers.size()), 0, list.get(), nullptr, nullptr, keep_array, nullptr}));
    parts->buffers.push_back(std::move(list));
    return parts->owned.back().get();
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnView& column = table.columns[i];
    ArrowArray* child = make(count, start, {column.valid, column.data});
    parts->children.push_back(child);
    if (!column.dictionary) continue;
    const Texts& texts = table.texts[i];
    child->dictionary = make(static_cast<std::int64_t>(texts.starts.size()) - 1, 0, {nullptr, texts.starts.data(), texts.bytes.data()});
  }
  *out = {count, 0, 0, 1, static_cast<std::int64_t>(parts->children.size()), parts->none, parts->children.data(), nullptr, release_array, nullptr};
  out->private_data = parts.release();
  return 0;
}

const char* get_last_error(ArrowArrayStream*) { return ""; }
void release_stream(ArrowArrayStream* stream) { stream->release = nullptr; }

// A view over the columns that can be read once.
class View {
 public:
  View(Connection& connection, std::span<const ColumnView> columns, std::size_t rows) {
    table_.columns.assign(columns.begin(), columns.end());
    table_.rows = rows;
    for (const ColumnView& column : columns) {
      Texts& texts = table_.texts.emplace_back();
      if (!column.dictionary) continue;
      for (const auto& text : *column.dictionary) {
        texts.bytes += text;
        texts.starts.push_back(static_cast<std::int32_t>(texts.bytes.size()));
      }
    }
    stream_ = {get_schema, get_next, get_last_error, release_stream, &table_};
    // DuckDB would ask the stream for fewer columns and to filter by itself; a stream of plain arrays gives all it has.
    connection.run("SET disabled_optimizers = 'unused_columns,filter_pushdown'");
    if (duckdb_arrow_scan(connection.handle(), "panel", reinterpret_cast<duckdb_arrow_stream>(&stream_)) != DuckDBSuccess) {
      throw StoreError("the columns cannot be handed to DuckDB");
    }
  }

 private:
  Table table_;
  ArrowArrayStream stream_{};
};

}  // namespace

void write_parquet(Connection& connection, std::span<const ColumnView> columns, std::size_t rows, const std::filesystem::path& file) {
  const View view(connection, columns, rows);
  try {
    connection.run(fmt::format("COPY (SELECT * FROM panel) TO {} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {})", sql_text(file.string()), batch_rows));
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

std::vector<std::uint32_t> rows_where(Connection& connection, std::span<const ColumnView> columns, std::size_t rows, const std::string& condition) {
  std::vector<std::int32_t> numbers(rows);
  std::iota(numbers.begin(), numbers.end(), 0);
  const std::vector<std::uint64_t> all(rows / 64 + 1, ~std::uint64_t{0});
  std::vector<ColumnView> with_number(columns.begin(), columns.end());
  with_number.push_back({"_row", "i", numbers.data(), all.data(), nullptr});
  const View view(connection, with_number, rows);
  std::vector<std::uint32_t> out;
  auto result = connection.query(fmt::format("SELECT _row FROM panel WHERE ({})", condition));
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) out.push_back(static_cast<std::uint32_t>(chunk.get<std::int32_t>(0, i)));
  }
  return out;
}

}  // namespace comity::store
