// comity sdmx: SDMX messages on the command line: their observations, what they hold, their structures, other forms.
#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/sdmx/sdmx.hpp"

namespace comity::cli {
namespace {

using namespace formats::sdmx;

class SdmxCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("ACTION FILE", "cat, head, schema or convert, and a message (also packed, and a member: a.zip!b.xml)", words_);
    arguments.list("--structure", "FILE", "a message with the data structure definition: data are held against it", structures_);
    arguments.number("--rows", "N", "how many observations head shows", rows_, 1, 1000000);
    arguments.choice("--to", "FORM", "what convert writes: SDMX-CSV 2.0, SDMX-ML 2.1 or 3.0 (structure-specific)", to_, {"csv", "xml", "xml3"});
    format_.add_to(arguments, row_formats, "table");
    output_.add_to(arguments);
  }

  int run() override {
    if (words_.size() != 2) throw UsageError("sdmx needs an action and one file", "For example: comity sdmx head exr.xml");
    const std::string& action = words_[0];
    const std::filesystem::path file = words_[1];
    if (action == "cat") return rows(file, SIZE_MAX);
    if (action == "head") return rows(file, std::size_t(rows_));
    if (action == "schema") return schema(file);
    if (action == "convert") return convert_to(file);
    throw UsageError(fmt::format("'{}' is nothing that sdmx does", action), "It does: cat, head, schema, convert.");
  }

 private:
  int rows(const std::filesystem::path& file, std::size_t most) {
    std::vector<std::filesystem::path> structures(structures_.begin(), structures_.end());
    const auto reader = open_sdmx_records(file, structures);
    Output out = output_.open();
    const auto writer = make_row_writer(format_.name, out);
    std::vector<Column> columns;
    for (const auto& name : reader->columns()) columns.push_back({name, name == "_value" || name == "_series" ? Column::number : Column::text});
    writer->begin(columns);
    std::uint64_t bad = 0;
    std::string first;
    formats::Record record;
    std::vector<Cell> cells(columns.size());
    for (std::size_t row = 0; row < most && reader->next(record); ++row) {
      for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = record.is_null[i] ? Cell() : Cell(std::string(record.fields[i]));
      if (!record.problem.empty()) {
        if (bad++ == 0) first = record.line ? fmt::format("line {}: {}", record.line, record.problem) : fmt::format("observation {}: {}", record.number, record.problem);
      }
      writer->row(cells);
    }
    writer->end();
    out.finish();
    if (bad > 0) fmt::print(stderr, "comity: {} of the observations shown {} a fault; the first, {}, {}\n", bad, bad == 1 ? "has" : "have", file.filename().string(), first);
    return 0;
  }

  // Of data: what a message holds; of structures: everything in it.
  int schema(const std::filesystem::path& file) {
    Output out = output_.open();
    const auto writer = make_row_writer(format_.name, out);
    if (is_data(file)) {
      describe(file, *writer);
    } else {
      const auto reader = open_sdmx_structure_records(file);
      std::vector<Column> columns;
      for (const auto& name : reader->columns()) columns.push_back({name, name == "position" ? Column::number : Column::text});
      writer->begin(columns);
      formats::Record record;
      std::vector<Cell> cells(columns.size());
      while (reader->next(record)) {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = record.is_null[i] ? Cell() : Cell(std::string(record.fields[i]));
        writer->row(cells);
      }
      writer->end();
    }
    out.finish();
    return 0;
  }

  static bool is_data(const std::filesystem::path& file) {
    try {
      open_data(file);
      return true;
    } catch (const DataError& of_data) {
      try {
        read_structures(file);
      } catch (const DataError&) {
        throw of_data;
      }
      return false;
    }
  }

  void describe(const std::filesystem::path& file, RowWriter& writer) {
    Structures structures;
    for (const auto& one : structures_) structures.add(read_structures(one), one);
    ReadOptions options;
    if (!structures_.empty()) options.structures = &structures;
    const Survey found = survey(file, options);
    writer.begin({{"what"}, {"is"}});
    const auto row = [&](const std::string& what, const std::string& is) {
      if (is.empty()) return;
      const std::vector<Cell> cells = {what, is};
      writer.row(cells);
    };
    row("format", found.format);
    row("id", found.header.id);
    row("prepared", found.header.prepared);
    row("sender", found.header.sender);
    for (const auto& one : found.data_sets) {
      row("data set", fmt::format("{} {}, {} at the observation, action {}", one.structure_class.empty() ? "of" : one.structure_class, one.structure.empty() ? "(structure not said)" : one.structure,
                                  one.dimension_at_observation.empty() ? "(not said)" : one.dimension_at_observation, id_of(one.action)));
    }
    for (const auto& one : found.components) row(std::string(words_for(one.kind)), one.id + (one.multiple ? " (several values)" : "") + (one.multilingual ? " (languages)" : ""));
    const Counts& counts = found.counts;
    row("observations", fmt::format("{}, {} of them without a value", counts.observations, found.absent));
    row("series", fmt::format("{}, {} of them without observations", counts.series, counts.series_without_observations));
    if (counts.groups > 0) row("groups", std::to_string(counts.groups));
    row("attributes", fmt::format("{} on data sets, {} on groups, {} on series, {} on observations", counts.data_set_attributes, counts.group_attributes, counts.series_attributes, counts.observation_attributes));
    if (found.problems > 0) row("faults", fmt::format("{}; the first, {}", found.problems, found.first_problem));
    for (const auto& one : found.footer) row("message", one.words());
    writer.end();
  }

  int convert_to(const std::filesystem::path& file) {
    if (to_.empty()) throw UsageError("convert needs a form", "For example: comity sdmx convert exr.xml --to csv");
    Structures structures;
    for (const auto& one : structures_) structures.add(read_structures(one), one);
    ReadOptions options;
    if (!structures_.empty()) options.structures = &structures;
    Output out = output_.open();
    convert(file, to_, [&](std::string_view bytes) { out.write(bytes); }, options);
    out.finish();
    return 0;
  }

  std::vector<std::string> words_, structures_;
  std::string to_;
  int rows_ = 10;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_sdmx_command() { return std::make_unique<SdmxCommand>(); }

}  // namespace comity::cli
