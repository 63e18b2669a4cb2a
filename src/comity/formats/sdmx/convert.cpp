#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/sdmx/write.hpp"

namespace comity::formats::sdmx {

Survey survey(const std::filesystem::path& file, const ReadOptions& options) {
  Survey out;
  const auto reader = open_data(file, options);
  while (reader->next()) {
    const Batch& batch = reader->batch();
    for (const Absence absence : batch.absences) out.absent += absence != Absence::value;
    if (out.problems == 0 && !batch.problems.empty()) {
      const auto& first = batch.problems.front();
      const std::uint64_t line = batch.lines[first.row];
      out.first_problem = line ? fmt::format("line {}: {}", line, first.what) : fmt::format("observation {}: {}", batch.first_number + first.row, first.what);
    }
    out.problems += batch.problems.size();
  }
  out.format = reader->format();
  out.header = reader->header();
  out.data_sets = reader->data_sets();
  out.components = reader->components();
  out.footer = reader->footer();
  out.counts = reader->counts();
  return out;
}

Counts convert(const std::filesystem::path& file, const std::string& form, const Sink& sink, const ReadOptions& options) {
  if (form != "csv" && form != "xml" && form != "xml3") throw UsageError(fmt::format("'{}' is no form that is written", form), "Forms: csv (SDMX-CSV 2.0), xml (SDMX-ML 2.1), xml3 (SDMX-ML 3.0).");
  ReadOptions quick = options;
  quick.lines = false;
  const Survey known = survey(file, quick);
  quick.groups_anywhere = options.groups_anywhere || known.counts.late_groups > 0;
  const auto reader = open_data(file, quick);
  WriteOptions how;
  how.components = known.components;
  how.version = form == "xml3" ? "3.0" : "2.1";
  const auto writer = form == "csv" ? make_csv_writer(sink, how) : make_ml_writer(sink, how);
  while (reader->next()) writer->write(*reader, reader->batch());
  writer->finish();
  return reader->counts();
}

}  // namespace comity::formats::sdmx
