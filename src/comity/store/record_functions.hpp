// Any RecordReader as a DuckDB table function: read_delimited('name'), read_xlsx('name'), read_xls('name'),
// read_json_records('name'), read_xml_records('name'), read_sdmx('name'), sdmx_structure('name'), where name is a file that
// the source declares. Every column is text; besides the file's own there are _file, _record, _line, _raw and _problem. Records are counted as they pass.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::store {

// What the functions read: the files that one source declares, by name.
class RecordCatalog {
 public:
  virtual ~RecordCatalog() = default;
  // Paths (as the source names them) that stand behind a declared name. Throws UsageError when it is not declared.
  virtual std::vector<std::string> files(const std::string& name) = 0;
  virtual std::unique_ptr<formats::RecordReader> open(const std::string& name, const std::string& file) = 0;
  // With the structure that read_sdmx('name', structure = '…') names; "" when it names none.
  virtual std::unique_ptr<formats::RecordReader> open(const std::string& name, const std::string& file, const std::string& structure);
  // A file was read to its end by this reader: it holds so many records.
  virtual void counted(const std::string& file, const formats::RecordReader& reader, std::uint64_t records) = 0;
};

// One of them, under this name. The catalog must outlive the connection.
void register_record_function(Connection& connection, RecordCatalog& catalog, const char* name);
// All of them.
void register_record_functions(Connection& connection, RecordCatalog& catalog);

}  // namespace comity::store
