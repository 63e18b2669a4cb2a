// SDMX-CSV data messages as a DataReader, over the reader of delimited text: a row is an observation.
#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/delimited.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/sdmx/detail/builder.hpp"
#include "comity/formats/sdmx/detail/csv_header.hpp"
#include "comity/formats/sdmx/detail/known_ids.hpp"
#include "comity/formats/sdmx/detail/readers.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kBatchRows = 8192;

class CsvDataReader : public DataReader {
 public:
  CsvDataReader(const std::filesystem::path& file, const ReadOptions& options)
      : options_(options), shown_(formats::detail::shown_name(file)), builder_(options_, shown_) {
    char head[4096];
    const std::size_t size = open_bytes(file, options.limits)->read(head, sizeof head);
    layout_ = csv_layout_of({head, size});
    Dialect dialect;
    dialect.delimiter = layout_.delimiter;
    rows_ = open_delimited(file, dialect, options.limits);
    columns_ = csv_columns_of(rows_->columns(), layout_);
    format_ = fmt::format("SDMX-CSV {}.0", layout_.version);
    const bool has_structure = std::any_of(columns_.begin(), columns_.end(), [](const CsvColumn& one) { return one.what == CsvColumn::What::structure_id; });
    if (!has_structure && layout_.version == 2) {
      throw DataError(fmt::format("{}: no column STRUCTURE_ID, which SDMX-CSV 2.0 has", shown_), "Check that the header line is whole.");
    }
  }

  bool next() override {
    if (started_) builder_.start_batch();
    started_ = true;
    while (builder_.rows() < kBatchRows && rows_->next(record_)) read_row();
    if (components_.empty()) declare(DataSet{});
    builder_.finish_batch();
    builder_.counts.data_sets = builder_.data_sets.size();
    return builder_.rows() > 0;
  }

  const Batch& batch() const override { return const_cast<Builder&>(builder_).batch(); }
  const std::vector<Component>& components() const override { return builder_.components(); }
  const std::vector<DataSet>& data_sets() const override { return builder_.data_sets; }
  const Header& header() const override { return header_; }
  const std::vector<FooterMessage>& footer() const override { return footer_; }
  const Counts& counts() const override { return builder_.counts; }
  std::string_view format() const override { return format_; }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Without a structure: dimensions stand before the measure, attributes behind it, as the standard recommends.
  void declare(const DataSet& data_set) {
    if (!data_set.structure.empty() || !components_.empty()) builder_.begin_data_set(data_set);
    if (!components_.empty()) return;
    const auto is_measure = [](const CsvColumn& one) { return one.what == CsvColumn::What::component && one.id.starts_with("OBS_VALUE"); };
    const bool any = std::any_of(columns_.begin(), columns_.end(), is_measure);
    bool behind = false;
    for (const auto& column : columns_) {
      if (column.what != CsvColumn::What::component || column.id.empty()) {
        components_.push_back(kNone);
        continue;
      }
      Kind hint = Kind::unknown;
      if (is_measure(column)) {
        behind = true, hint = Kind::measure;
      } else if (kind_by_id(column.id) == Kind::unknown) {
        const bool bracketed = column.multiple || column.multilingual;
        hint = behind || bracketed || column.id.find(' ') != std::string::npos ? Kind::attribute : any ? Kind::dimension : Kind::unknown;
      }
      components_.push_back(builder_.component(column.id, hint));
      builder_.mark(components_.back(), column.multiple, column.multilingual);
    }
  }

  void read_row() {
    follow_data_set();
    builder_.begin_observation(record_.line);
    if (!record_.problem.empty()) builder_.problem(std::string(record_.problem));
    for (std::size_t i = 0; i < components_.size(); ++i) {
      if (components_[i] == kNone) continue;
      std::string_view text = record_.fields[i];
      if (text.empty()) continue;
      const CsvColumn& column = columns_[i];
      if (column.multiple || column.multilingual) {
        builder_.set(components_[i], in_notation(text, column));
      } else {
        builder_.set(components_[i], column.labelled ? without_label(text) : text);
      }
    }
    builder_.end_observation();
  }

  // The structure and the action of a row, looked at only where they change.
  void follow_data_set() {
    bool same = !components_.empty();
    for (std::size_t i = 0; i < columns_.size() && same; ++i) {
      const auto what = columns_[i].what;
      if (what == CsvColumn::What::structure_type) same = record_.fields[i] == type_;
      if (what == CsvColumn::What::structure_id) same = record_.fields[i] == structure_;
      if (what == CsvColumn::What::action) same = record_.fields[i] == action_;
    }
    if (same) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].what == CsvColumn::What::structure_type) type_ = record_.fields[i];
      if (columns_[i].what == CsvColumn::What::structure_id) structure_ = record_.fields[i];
      if (columns_[i].what == CsvColumn::What::action) action_ = record_.fields[i];
    }
    DataSet data_set;
    const std::string_view id = structure_;
    data_set.structure = id.substr(0, id.find(": "));  // "ECB:EXR(1.0): Exchange rates"
    data_set.structure_class = layout_.version == 1 ? "dataflow" : type_;
    data_set.dimension_at_observation = "AllDimensions";
    data_set.action = action_of(action_);
    declare(data_set);
    if (!builder_.in_data_set()) builder_.begin_data_set(data_set);
  }

  // "A: Annual" → "A"; what is no code in front ("Note: see below") stays as it is.
  static std::string_view without_label(std::string_view text) {
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos || colon == 0) return text;
    const auto is_code = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == '@' || c == '$' || c == '+' || c == '.'; };
    return std::all_of(text.begin(), text.begin() + std::ptrdiff_t(colon), is_code) ? text.substr(0, colon) : text;
  }

  std::string in_notation(std::string_view text, const CsvColumn& column) const {
    if (layout_.sub_delimiter == ';' && !column.labelled) return std::string(text);
    auto values = split_values(text, layout_.sub_delimiter);
    if (column.labelled && !column.multilingual) {
      for (auto& one : values) one = without_label(one);
    }
    return join_values(values);
  }

  ReadOptions options_;
  std::string shown_, format_, type_, structure_, action_;
  Builder builder_;
  CsvLayout layout_;
  std::unique_ptr<RecordReader> rows_;
  std::vector<CsvColumn> columns_;
  std::vector<std::uint32_t> components_;
  Record record_;
  Header header_;
  std::vector<FooterMessage> footer_;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<DataReader> open_csv_data(const std::filesystem::path& file, const ReadOptions& options) { return std::make_unique<CsvDataReader>(file, options); }

}  // namespace comity::formats::sdmx::detail
