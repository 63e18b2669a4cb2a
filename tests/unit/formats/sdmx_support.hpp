// Small SDMX messages written by the tests, and what was read of them as lines of text.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "comity/formats/sdmx/sdmx.hpp"
#include "specimen.hpp"

namespace comity::formats::sdmx::test {

using formats::test::error_of;
using formats::test::Folder;
using formats::test::Row;

// "CURRENCY=CHF FREQ=M OBS_VALUE=1.3413 …" of each record: what is not null of the message's own columns, by name; sorted.
inline std::vector<std::string> facts(RecordReader& reader) {
  std::vector<std::string> out;
  const auto& columns = reader.columns();
  for (Record record; reader.next(record);) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!record.is_null[i] && columns[i][0] != '_') parts.push_back(columns[i] + "=" + std::string(record.fields[i]));
    }
    std::sort(parts.begin(), parts.end());
    std::string line;
    for (const auto& part : parts) line += (line.empty() ? "" : " ") + part;
    if (!record.problem.empty()) line += " ! " + std::string(record.problem);
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}
inline std::vector<std::string> facts(const std::filesystem::path& file) { return facts(*open_sdmx_records(file)); }

// One column of all records, nulls as "<null>".
inline std::vector<std::string> column(RecordReader& reader, const std::string& name) {
  std::vector<std::string> out;
  const auto& columns = reader.columns();
  const auto at = std::size_t(std::find(columns.begin(), columns.end(), name) - columns.begin());
  for (Record record; reader.next(record);) out.push_back(at == columns.size() ? "<no column>" : record.is_null[at] ? "<null>" : std::string(record.fields[at]));
  return out;
}
inline std::vector<std::string> column(const std::filesystem::path& file, const std::string& name) { return column(*open_sdmx_records(file), name); }

inline std::vector<std::string> problems(RecordReader& reader) {
  std::vector<std::string> out;
  for (Record record; reader.next(record);) out.push_back(record.problem.empty() ? "" : std::to_string(record.line) + ": " + std::string(record.problem));
  return out;
}

// A message of SDMX-ML 2.1 around this data set.
inline std::string message(const std::string& root, const std::string& data_set, const std::string& at_observation = "TIME_PERIOD") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<m:" + root +
         " xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\" xmlns:g=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\" "
         "xmlns:c=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common\" xmlns:s=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:n=\"urn:x\">\n<m:Header><m:ID>T1</m:ID><m:Test>false</m:Test><m:Prepared>2024-05-01T10:00:00</m:Prepared>"
         "<m:Sender id=\"XX\"><c:Name xml:lang=\"en\">An office</c:Name></m:Sender><m:Structure structureID=\"S1\" dimensionAtObservation=\"" +
         at_observation +
         "\"><c:Structure><Ref agencyID=\"XX\" id=\"TRADE\" version=\"1.0\"/></c:Structure></m:Structure></m:Header>\n" + data_set + "\n</m:" + root + ">\n";
}
inline std::string specific(const std::string& inside, const std::string& at_observation = "TIME_PERIOD", const std::string& more = "") {
  return message("StructureSpecificData", "<m:DataSet s:structureRef=\"S1\"" + more + ">\n" + inside + "</m:DataSet>", at_observation);
}
inline std::string generic(const std::string& inside, const std::string& at_observation = "TIME_PERIOD") {
  return message("GenericData", "<m:DataSet structureRef=\"S1\">\n" + inside + "</m:DataSet>", at_observation);
}

// The folder of specimens: $COMITY_SDMX_DIR, else the folder sdmx beside $COMITY_DATA_DIR; empty where neither is there.
inline std::filesystem::path specimens() {
  const char* own = std::getenv("COMITY_SDMX_DIR");
  const char* data = std::getenv("COMITY_DATA_DIR");
  const std::filesystem::path folder = own ? std::filesystem::path(own) : data ? std::filesystem::path(data).parent_path() / "sdmx" : std::filesystem::path();
  return folder.empty() || !std::filesystem::is_directory(folder) ? std::filesystem::path() : folder;
}
#define SKIP_WITHOUT_SPECIMENS(variable)                                          \
  const auto variable = ::comity::formats::sdmx::test::specimens();               \
  if (variable.empty()) GTEST_SKIP() << "neither COMITY_SDMX_DIR nor a folder sdmx beside COMITY_DATA_DIR: the agencies' messages are not read"

}  // namespace comity::formats::sdmx::test
