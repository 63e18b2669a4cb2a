#include "comity/formats/sdmx/data.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/sdmx/detail/csv_start.hpp"
#include "comity/formats/sdmx/detail/readers.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx {
namespace {

// Codes of a batch's dictionary → codes of the table's own. As long as both have grown alike, a code means itself.
class Recoder {
 public:
  void add(const Batch::Column& column, std::size_t rows, Table::Column& to) {
    const Dictionary& from = *column.dictionary;
    if (from.generation() != generation_) codes_.clear(), generation_ = from.generation();
    if (codes_.empty()) codes_.push_back(0);
    for (std::uint32_t code = std::uint32_t(codes_.size()); code <= from.size(); ++code) {
      codes_.push_back(to.dictionary.code(from.text(code)));
      alike_ &= codes_.back() == code;
    }
    if (alike_ && generation_ == 0) return to.codes.append(column.codes.data(), rows, to.dictionary.size());
    scratch_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) scratch_[row] = codes_[column.codes[row]];
    to.codes.append(scratch_.data(), rows, to.dictionary.size());
  }

 private:
  std::vector<std::uint32_t> codes_, scratch_;
  std::uint64_t generation_ = 0;
  bool alike_ = true;
};

// The measure that Batch::values speaks of.
std::size_t main_measure_of(const std::vector<Component>& components) {
  std::size_t first = components.size();
  for (std::size_t i = 0; i < components.size(); ++i) {
    if (components[i].kind != Kind::measure) continue;
    if (components[i].id == "OBS_VALUE") return i;
    first = std::min(first, i);
  }
  return first;
}

void append(Table& table, std::vector<Recoder>& recoders, const Batch& batch) {
  const std::size_t before = table.values.size();
  const std::size_t main = main_measure_of(*batch.components);
  for (std::size_t i = 0; i < batch.columns.size(); ++i) {
    const Component& component = (*batch.components)[i];
    const bool is_measure = component.kind == Kind::measure;
    const bool is_main = is_measure && main == i;
    if (table.columns.size() == i) {
      table.columns.emplace_back();
      recoders.emplace_back();
      if (!is_measure) table.columns[i].codes.append_zeros(before);
      if (is_measure && !is_main) table.columns[i].numbers.append_zeros(before), table.columns[i].cells.append_zeros(before);
    }
    auto& column = table.columns[i];
    column.component = component;
    const auto& from = batch.columns[i];
    if (from.dictionary) {
      recoders[i].add(from, batch.rows, column);
    } else if (!is_main) {
      column.numbers.append(from.numbers.data(), batch.rows);
      column.cells.append(from.cells.data(), batch.rows);
    }
  }
  table.values.append(batch.values.data(), batch.rows);
  table.absences.append(batch.absences.data(), batch.rows);
}

}  // namespace

std::unique_ptr<DataReader> open_data(const std::filesystem::path& file, const ReadOptions& options) {
  const std::string shown = formats::detail::shown_name(file);
  char bytes[4096];
  const std::size_t size = open_bytes(file, options.limits)->read(bytes, sizeof bytes);
  std::string_view head(bytes, size);
  if (detail::csv_start_of(file, options.limits).layout.is_sdmx) return detail::open_csv_data(file, options);
  std::string_view text = head;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && text[first] == '{') return detail::open_json_data(file, options);
  const auto kind = formats::detail::sniff(head);
  using formats::detail::Kind;
  if (kind == Kind::xml || kind == Kind::utf16 || (first != std::string_view::npos && text[first] == '<' && kind != Kind::html)) return detail::open_ml_data(file, options);
  if (kind == Kind::empty) throw DataError(fmt::format("{}: the file is empty", shown), "Fetch it again.");
  std::string advice(formats::detail::advice_for(kind));
  if (advice.empty()) advice = "SDMX-ML begins with <, SDMX-JSON with {, SDMX-CSV with a header line that begins with DATAFLOW or STRUCTURE.";
  std::string what(formats::detail::words_for(kind));
  if (kind == formats::detail::Kind::text) {  // "NoRecordsFound"
    text.remove_prefix(std::min(first, text.size()));
    what += fmt::format(" that begins '{}'", shortened(text.substr(0, text.find_first_of("\r\n")), 60));
  }
  throw DataError(fmt::format("{}: no SDMX message but {}", shown, what), advice);
}

const Table::Column* Table::find(std::string_view id) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.component.id == id; });
  return found == columns.end() ? nullptr : &*found;
}

Table read_table(const std::filesystem::path& file, const ReadOptions& options) {
  ReadOptions quick = options;
  quick.lines = quick.texts = false;
  const auto reader = open_data(file, quick);
  Table table;
  std::vector<Recoder> recoders;
  while (reader->next()) append(table, recoders, reader->batch());
  table.header = reader->header();
  table.footer = reader->footer();
  table.counts = reader->counts();
  return table;
}

}  // namespace comity::formats::sdmx
