// Stata's .dta (format 118, Unicode) through ReadStat. Missing cells are Stata's "."; variables carry their titles as labels.
#include <readstat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/panel/write.hpp"

namespace comity::panel {
namespace {

struct Sink {
  std::FILE* file = nullptr;
  int why = 0;
};

ssize_t take(const void* data, size_t size, void* context) {
  Sink& sink = *static_cast<Sink*>(context);
  if (std::fwrite(data, 1, size, sink.file) == size) return static_cast<ssize_t>(size);
  sink.why = errno;
  return -1;
}

// Stata keeps the top of each integer type for its missing values.
readstat_type_t type_of(const Column& column) {
  double most = 0;
  switch (column.kind()) {
    case Kind::int8:
    case Kind::int16:
    case Kind::int32:
      for (std::size_t row = 0; row < column.rows(); ++row) {
        if (column.has(row)) most = std::max(most, column.at(row));
      }
      if (column.kind() == Kind::int8) return most <= 100 ? READSTAT_TYPE_INT8 : READSTAT_TYPE_INT16;
      if (column.kind() == Kind::int16) return most <= 32740 ? READSTAT_TYPE_INT16 : READSTAT_TYPE_INT32;
      return most <= 2147483620 ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE;
    case Kind::text: return READSTAT_TYPE_STRING;
    case Kind::float64: return READSTAT_TYPE_DOUBLE;
  }
  return READSTAT_TYPE_DOUBLE;
}

std::string label_of(const ColumnReport& report) {
  std::string label = report.unit.empty() ? report.title : fmt::format("{} ({})", report.title, report.unit);
  while (label.size() > 80) label.pop_back();  // titles are ASCII
  return label;
}

}  // namespace

void write_stata(const Panel& panel, const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
  Sink sink{file.get()};
  const auto fail = [&](const std::string& what) {
    throw StoreError(fmt::format("{} cannot be written: {}", path.string(), what), sink.why == ENOSPC ? "Make room on the disk." : "Name another place with --output.");
  };
  if (!file) fail(std::strerror(errno));
  const std::unique_ptr<readstat_writer_t, void (*)(readstat_writer_t*)> writer(readstat_writer_init(), readstat_writer_free);
  readstat_set_data_writer(writer.get(), take);
  readstat_writer_set_file_label(writer.get(), "Comity panel");
  readstat_writer_set_file_timestamp(writer.get(), 0);
  readstat_writer_set_file_format_version(writer.get(), 118);
  std::vector<readstat_variable_t*> variables;
  std::vector<readstat_type_t> types;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const Column& column = panel.columns[i];
    if (column.name().size() > 32) {
      throw UsageError(fmt::format("Stata knows no variable of {} letters: '{}'", column.name().size(), column.name()), "Its names have at most 32. Take CSV or Parquet.");
    }
    std::size_t length = 0;
    for (const auto& text : column.dictionary()) length = std::max(length, text.size());
    types.push_back(type_of(column));
    variables.push_back(readstat_add_variable(writer.get(), column.name().c_str(), types.back(), types.back() == READSTAT_TYPE_STRING ? std::max<std::size_t>(1, length) : 0));
    readstat_variable_set_label(variables.back(), label_of(panel.reports[i]).c_str());
  }
  const auto check = [&](readstat_error_t error) {
    if (error != READSTAT_OK) fail(sink.why ? std::strerror(sink.why) : readstat_error_message(error));
  };
  check(readstat_begin_writing_dta(writer.get(), &sink, static_cast<long>(panel.rows)));
  for (std::size_t row = 0; row < panel.rows; ++row) {
    check(readstat_begin_row(writer.get()));
    for (std::size_t i = 0; i < variables.size(); ++i) {
      const Column& column = panel.columns[i];
      if (!column.has(row)) {
        check(types[i] == READSTAT_TYPE_STRING ? readstat_insert_string_value(writer.get(), variables[i], "") : readstat_insert_missing_value(writer.get(), variables[i]));
        continue;
      }
      switch (types[i]) {
        case READSTAT_TYPE_INT8: check(readstat_insert_int8_value(writer.get(), variables[i], static_cast<std::int8_t>(column.at(row)))); break;
        case READSTAT_TYPE_INT16: check(readstat_insert_int16_value(writer.get(), variables[i], static_cast<std::int16_t>(column.at(row)))); break;
        case READSTAT_TYPE_INT32: check(readstat_insert_int32_value(writer.get(), variables[i], static_cast<std::int32_t>(column.at(row)))); break;
        case READSTAT_TYPE_STRING:
          check(readstat_insert_string_value(writer.get(), variables[i], column.dictionary()[static_cast<std::size_t>(column.as<std::int16_t>()[row])].c_str()));
          break;
        default: check(readstat_insert_double_value(writer.get(), variables[i], column.at(row)));
      }
    }
    check(readstat_end_row(writer.get()));
  }
  check(readstat_end_writing(writer.get()));
  if (std::fflush(file.get()) != 0) {
    sink.why = errno;
    fail(std::strerror(sink.why));
  }
}

}  // namespace comity::panel
