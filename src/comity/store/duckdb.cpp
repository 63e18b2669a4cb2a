#include "comity/store/duckdb.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::store {
namespace {

// DuckDB opens nothing from the network, loads no extension and knows one time zone.
duckdb_config make_config(const Opening& opening) {
  duckdb_config config = nullptr;
  duckdb_create_config(&config);
  const auto set = [&](const char* name, const std::string& value) {
    if (duckdb_set_config(config, name, value.c_str()) != DuckDBSuccess) {
      throw StoreError(fmt::format("DuckDB does not know its option '{}'", name), "Run npm ci --ignore-scripts to restore the version that Comity needs.");
    }
  };
  set("access_mode", opening.read_only ? "READ_ONLY" : "AUTOMATIC");
  set("autoinstall_known_extensions", "false");
  set("autoload_known_extensions", "false");
  set("enable_external_access", opening.may_read_files ? "true" : "false");
  set("threads", std::to_string(opening.threads));
  set("memory_limit", opening.memory);
  set("preserve_insertion_order", "true");
  // Texts here repeat, so that dictionaries hold them in the same room; to try symbol tables on each costs a seventh of writing.
  if (!opening.read_only) set("disabled_compression_methods", "fsst");
  if (!opening.temp_folder.empty()) set("temp_directory", opening.temp_folder);
  return config;
}

[[noreturn]] void fail_query(const std::string& sql, const char* message) {
  const std::string head = sql.size() > 200 ? sql.substr(0, 200) + " …" : sql;
  throw StoreError(fmt::format("{}\n  in: {}", message ? message : "the query failed", head));
}

}  // namespace

Chunk::Chunk(duckdb_data_chunk chunk) : chunk_(chunk) {
  if (!chunk_) return;
  rows_ = duckdb_data_chunk_get_size(chunk_);
  const std::size_t columns = duckdb_data_chunk_get_column_count(chunk_);
  for (std::size_t i = 0; i < columns; ++i) {
    duckdb_vector vector = duckdb_data_chunk_get_vector(chunk_, i);
    data_.push_back(duckdb_vector_get_data(vector));
    valid_.push_back(duckdb_vector_get_validity(vector));
  }
}

Chunk::Chunk(Chunk&& other) noexcept
    : chunk_(std::exchange(other.chunk_, nullptr)), rows_(other.rows_), data_(std::move(other.data_)), valid_(std::move(other.valid_)) {}

Chunk& Chunk::operator=(Chunk&& other) noexcept {
  std::swap(chunk_, other.chunk_);
  std::swap(rows_, other.rows_);
  std::swap(data_, other.data_);
  std::swap(valid_, other.valid_);
  return *this;
}

Chunk::~Chunk() {
  if (chunk_) duckdb_destroy_data_chunk(&chunk_);
}

std::string_view Chunk::text(std::size_t column, std::size_t row) const {
  if (is_null(column, row)) return {};
  auto* string = const_cast<duckdb_string_t*>(static_cast<const duckdb_string_t*>(data_[column]) + row);
  return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
}

Day Chunk::day(std::size_t column, std::size_t row) const { return Day{std::chrono::days{get<std::int32_t>(column, row)}}; }

Chunk Result::next() { return Chunk(duckdb_fetch_chunk(result_)); }

std::string Result::name(std::size_t column) const { return duckdb_column_name(const_cast<duckdb_result*>(&result_), column); }

Database::Database(const std::filesystem::path& file, const Opening& opening) {
  if (std::string_view(duckdb_library_version()) != COMITY_DUCKDB_VERSION) {
    throw StoreError(fmt::format("libduckdb is of version {}, Comity was built for {}", duckdb_library_version(), COMITY_DUCKDB_VERSION),
                     "Build again, or restore the library with npm ci --ignore-scripts.");
  }
  duckdb_config config = make_config(opening);
  char* error = nullptr;
  const auto state = duckdb_open_ext(file.empty() || opening.as_edition ? nullptr : file.c_str(), &database_, config, &error);
  duckdb_destroy_config(&config);
  if (state == DuckDBSuccess) {
    if (opening.as_edition) attach(file);
    return;
  }
  const std::string why = error ? error : "unknown error";
  duckdb_free(error);
  throw StoreError(fmt::format("cannot open {}: {}", file.string(), why), "Name another edition with --edition, or make one with: comity build");
}

// Only ATTACH takes the size of row groups. The form that 0.10 wrote would cost 150,000 instructions a column to open: its
// sketches of distinct values are converted. In blocks of 64 KiB a file is smaller, and a pair is read with fewer bytes; a file that
// is there keeps the blocks it was made with.
void Database::attach(const std::filesystem::path& file) {
  const char* blocks = std::filesystem::exists(file) ? "" : ", BLOCK_SIZE 65536";
  try {
    connect().run(fmt::format("ATTACH {} AS edition (ROW_GROUP_SIZE 32768, STORAGE_VERSION 'v1.2.0'{})", sql_text(file.string()), blocks));
  } catch (const StoreError&) {
    duckdb_close(&database_);
    throw;
  }
  attached_ = true;
}

Database::~Database() { duckdb_close(&database_); }

Connection Database::connect() {
  duckdb_connection connection = nullptr;
  if (duckdb_connect(database_, &connection) != DuckDBSuccess) throw StoreError("DuckDB refused a connection");
  Connection out(connection);
  if (attached_) out.run("USE edition");
  return out;
}

Result Connection::query(const std::string& sql) {
  duckdb_result result{};
  if (duckdb_query(connection_, sql.c_str(), &result) == DuckDBSuccess) return Result(result);
  const Result owner(result);
  fail_query(sql, duckdb_result_error(&result));
}

Result Connection::stream(const std::string& sql) {
  duckdb_prepared_statement statement = nullptr;
  duckdb_result result{};
  const bool prepared = duckdb_prepare(connection_, sql.c_str(), &statement) == DuckDBSuccess;
  if (!prepared) {
    const std::string why = duckdb_prepare_error(statement);
    duckdb_destroy_prepare(&statement);
    fail_query(sql, why.c_str());
  }
  duckdb_pending_result pending = nullptr;
  bool fine = duckdb_pending_prepared_streaming(statement, &pending) == DuckDBSuccess;
  fine = fine && duckdb_execute_pending(pending, &result) == DuckDBSuccess;
  const std::string why = fine || !pending ? "" : duckdb_pending_error(pending) ? duckdb_pending_error(pending) : "";
  duckdb_destroy_pending(&pending);
  duckdb_destroy_prepare(&statement);
  if (!fine) fail_query(sql, why.c_str());
  return Result(result);
}

std::int64_t Connection::number(const std::string& sql) {
  Result result = query(fmt::format("SELECT CAST(({}) AS BIGINT)", sql));
  const Chunk chunk = result.next();
  return chunk && chunk.rows() && !chunk.is_null(0, 0) ? chunk.get<std::int64_t>(0, 0) : 0;
}

std::string Connection::text(const std::string& sql) {
  Result result = query(fmt::format("SELECT CAST(({}) AS VARCHAR)", sql));
  const Chunk chunk = result.next();
  return chunk && chunk.rows() ? std::string(chunk.text(0, 0)) : std::string();
}

std::string sql_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace comity::store
