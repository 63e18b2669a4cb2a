// Batches of observations → SDMX-CSV 2.0 and SDMX-ML structure-specific data (2.1 and 3.0), as they come, into a sink of
// bytes. What was read comes out again: every component, several values and languages, the action, the structure.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "comity/formats/sdmx/data.hpp"

namespace comity::formats::sdmx {

using Sink = std::function<void(std::string_view bytes)>;

class DataWriter {
 public:
  virtual ~DataWriter() = default;
  virtual void write(const DataReader& reader, const Batch& batch) = 0;
  // Must be called once, at the end.
  virtual void finish() = 0;
};

struct WriteOptions {
  // All components that will come; the columns of CSV, and what stands on a series and what on its observations.
  std::vector<Component> components;
  std::string version = "2.1";      // of SDMX-ML: "2.1" or "3.0"
  std::string prepared;             // the header's time of making; left out when empty, so that the same input gives the same bytes
};

// SDMX-CSV 2.0: STRUCTURE[;], STRUCTURE_ID, ACTION, then dimensions, time, measures, attributes.
std::unique_ptr<DataWriter> make_csv_writer(Sink sink, const WriteOptions& options);
// SDMX-ML structure-specific: series as they were read, flat where there were none. Values that do not change within a
// series stand on it. Throws UsageError for another version.
std::unique_ptr<DataWriter> make_ml_writer(Sink sink, const WriteOptions& options);

// A message in another form, read and written at once. `form`: "csv", "xml" (2.1), "xml3" (3.0). An SDMX-ML message is
// read twice, first for its components. Throws UsageError (another form) and as open_data.
Counts convert(const std::filesystem::path& file, const std::string& form, const Sink& sink, const ReadOptions& options = {});

// What a message holds, without keeping any of it: a reading to the end.
struct Survey {
  std::string format;
  Header header;
  std::vector<DataSet> data_sets;
  std::vector<Component> components;
  std::vector<FooterMessage> footer;
  Counts counts;
  std::uint64_t absent = 0, problems = 0;
  std::string first_problem;        // with its line
};
Survey survey(const std::filesystem::path& file, const ReadOptions& options = {});

}  // namespace comity::formats::sdmx
