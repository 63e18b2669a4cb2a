// SDMX data messages → columns: SDMX-ML 2.0, 2.1 and 3.0 (generic, structure-specific; time-series, flat, cross-sectional;
// groups), SDMX-JSON 1.0 and 2.0, SDMX-CSV 1.0 and 2.0, plain or packed (.gz, .zip!member), told from their first bytes.
// A message is streamed in batches of observations; what is in memory does not grow with it (but for its groups, which
// come before their series). docs/sdmx.md says what is read of which version. Not for structures: structure.hpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/base/absence.hpp"
#include "comity/formats/record_reader.hpp"
#include "comity/formats/sdmx/array.hpp"
#include "comity/formats/sdmx/codes.hpp"
#include "comity/formats/sdmx/dictionary.hpp"
#include "comity/formats/sdmx/message.hpp"
#include "comity/formats/sdmx/period.hpp"

namespace comity::formats::sdmx {

class Structures;

// What a column is. Without the structure at hand a structure-specific message does not say which of a series' XML
// attributes are dimensions: those are `unknown`, unless their name, their place or a group tells.
enum class Kind : std::uint8_t { unknown, dimension, time, measure, attribute };
std::string_view words_for(Kind kind);  // "dimension"

struct Component {
  std::string id;             // "REF_AREA"
  Kind kind = Kind::unknown;
  bool multiple = false;      // its texts are lists in SDMX-CSV's notation, `a;b` (see values.hpp)
  bool multilingual = false;  // its texts are `en:…;fr:…`
  bool at_observation = false;  // has stood on an observation so far, or the structure attaches it there
};

enum class Cell : std::uint8_t { none, number, text };  // of a measure: nothing usable; a number; something else (coded, not a number)

// Observations one after the other, column by column; valid until the next call of DataReader::next.
struct Batch {
  // A column for each of `components`, which only ever grow from batch to batch. Measures have numbers and texts and no
  // codes, all others codes into their dictionary (0 = no value).
  struct Column {
    const Dictionary* dictionary = nullptr;
    std::vector<std::uint32_t> codes;
    std::vector<double> numbers;       // as published, before UNIT_MULT; 0 where the cell is no number
    std::vector<Cell> cells;
    std::string texts;                 // of all cells, as published
    std::vector<std::uint32_t> ends;   // of each cell's text in `texts`
    std::string_view text(std::size_t row) const {
      if (dictionary) return dictionary->text(codes[row]);
      const std::uint32_t from = row == 0 ? 0 : ends[row - 1];
      return std::string_view(texts).substr(from, ends[row] - from);
    }
    bool is_null(std::size_t row) const { return dictionary ? codes[row] == 0 : cells[row] == Cell::none && text(row).empty(); }
  };
  struct Problem {
    std::uint32_t row;
    std::string what;
  };
  std::size_t rows = 0;
  std::uint64_t first_number = 1;          // of the first row among the message's observations, from 1
  const std::vector<Component>* components = nullptr;
  std::vector<Column> columns;             // as many as components had at the end of the batch
  std::vector<double> values;              // of the main measure times ten to the power of UNIT_MULT; 0 where absent
  std::vector<Absence> absences;           // why there is no value; Absence::value where there is one
  std::vector<std::uint32_t> data_sets;    // index into DataReader::data_sets()
  std::vector<std::uint64_t> series;       // running number of the series, from 1; 0 in flat messages
  std::vector<std::uint64_t> lines;        // of the file; 0 where lines mean nothing
  std::vector<Problem> problems;           // sorted by row: what is wrong with it; it is still there as far as it could be read
};

struct DataSet {
  std::string structure;                    // "ECB:EXR(1.0)"; empty where the message does not say
  std::string structure_class;              // "dataflow", "datastructure", "provisionagreement"
  std::string dimension_at_observation;     // "TIME_PERIOD", "AllDimensions", an id; empty where not said
  Action action = Action::information;
  std::string valid_from, valid_to;
};

struct ReadOptions {
  Limits limits;
  // Tells dimensions from attributes, which codes there are, which components must be there. Must outlive the reader.
  const Structures* structures = nullptr;
  bool check_codes = true;                  // with structures: a code that its list does not have is a problem of the row
  // Groups that stand behind their series (SDMX 2.0 allows it) are only met when it is too late for a single pass.
  bool groups_anywhere = false;             // true: the message is read twice
  // Ids of measures, where there is no structure and the message does not say: what is called OBS_VALUE is one in any case.
  std::vector<std::string> measures;
  bool texts = true;                        // false: Batch::Column::texts stay empty, measures are numbers only
  bool lines = true;                        // false: Batch::lines stay 0 (counting them takes a twentieth of the time)
};

class DataReader {
 public:
  virtual ~DataReader() = default;
  // False at the end. Throws DataError (file, line, remedy): not well-formed, cut off, refused, an error message in
  // place of data, a limit passed.
  virtual bool next() = 0;
  virtual const Batch& batch() const = 0;
  virtual const std::vector<Component>& components() const = 0;
  virtual const std::vector<DataSet>& data_sets() const = 0;
  virtual const Header& header() const = 0;                 // complete after the first next()
  virtual const std::vector<FooterMessage>& footer() const = 0;  // complete at the end
  virtual const Counts& counts() const = 0;                 // so far
  virtual std::string_view format() const = 0;              // "SDMX-ML 2.1 structure-specific data"
};

// Throws NotFound, DataError (neither of these formats, a structure message, a web page, an empty file).
std::unique_ptr<DataReader> open_data(const std::filesystem::path& file, const ReadOptions& options = {});

// A whole message as columns, a dictionary each; of measures only numbers (text ones are in Batch).
struct Table {
  struct Column {
    Component component;
    Dictionary dictionary;               // not for measures
    Codes codes;
    Array<double> numbers;               // of measures beside the main one, as published; 0 where absent
    Array<Cell> cells;
  };
  std::vector<Column> columns;
  Array<double> values;                  // as in Batch
  Array<Absence> absences;
  Header header;
  std::vector<FooterMessage> footer;
  Counts counts;
  std::size_t rows() const { return values.size(); }
  const Column* find(std::string_view id) const;
};
Table read_table(const std::filesystem::path& file, const ReadOptions& options = {});

}  // namespace comity::formats::sdmx
