// SDMX-CSV data messages as a DataReader, over the reader of delimited text: a row is an observation.
#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/sdmx/detail/builder.hpp"
#include "comity/formats/sdmx/detail/csv_header.hpp"
#include "comity/formats/sdmx/detail/csv_rows.hpp"
#include "comity/formats/sdmx/detail/csv_start.hpp"
#include "comity/formats/sdmx/detail/known_ids.hpp"
#include "comity/formats/sdmx/detail/readers.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kBatchRows = 4096;

class CsvDataReader : public DataReader {
 public:
  CsvDataReader(const std::filesystem::path& file, const ReadOptions& options)
      : options_(options), shown_(formats::detail::shown_name(file)), builder_(options_, shown_), start_(csv_start_of(file, options_.limits)), layout_(start_.layout), rows_(file, start_, options_.limits) {
    columns_ = csv_columns_of(rows_.columns(), layout_);
    format_ = fmt::format("SDMX-CSV {}.0", layout_.version);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto what = columns_[i].what;
      if (what == CsvColumn::What::structure_type) of_data_set_[0] = i;
      if (what == CsvColumn::What::structure_id) of_data_set_[1] = i;
      if (what == CsvColumn::What::action) of_data_set_[2] = i;
    }
    if (of_data_set_[1] == kNoColumn && layout_.version == 2) {
      throw DataError(fmt::format("{}: no column STRUCTURE_ID, which SDMX-CSV 2.0 has", shown_), "Check that the header line is whole.");
    }
  }

  bool next() override {
    if (started_) builder_.start_batch();
    started_ = true;
    all_anew_ = true;
    find_places();
    while (builder_.rows() < kBatchRows && rows_.next()) read_row();
    if (!declared_) declare(DataSet{});
    for (Used& one : used_) {
      end_run(one, builder_.rows());
      builder_.note_rows(one.component, one.rows);
      one.rows = 0;
    }
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
  static constexpr std::size_t kNoColumn = SIZE_MAX;
  struct Used {
    std::size_t column;
    std::uint32_t component;
    bool labelled, listed;           // "A: Annual"; several values
    Dictionary* dictionary = nullptr;
    std::uint32_t code = 0;          // of the rows from `from` on, not yet laid down
    std::size_t from = 0, rows = 0;  // rows: laid down in this batch
    std::uint32_t* codes = nullptr;  // of the batch
    double* numbers = nullptr;       // of measures
    Cell* cells = nullptr;
  };

  // Without a structure: dimensions stand before the measure, attributes behind it, as the standard recommends.
  void declare(const DataSet& data_set) {
    if (!data_set.structure.empty() || !declared_) builder_.begin_data_set(data_set);
    if (declared_) return;
    declared_ = true;
    const auto is_measure = [](const CsvColumn& one) { return one.what == CsvColumn::What::component && one.id.starts_with("OBS_VALUE"); };
    const bool any = std::any_of(columns_.begin(), columns_.end(), is_measure);
    bool behind = false;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto& column = columns_[i];
      if (column.what != CsvColumn::What::component || column.id.empty()) continue;
      Kind hint = Kind::unknown;
      if (is_measure(column)) {
        behind = true, hint = Kind::measure;
      } else if (kind_by_id(column.id) == Kind::unknown) {
        const bool bracketed = column.multiple || column.multilingual;
        hint = behind || bracketed || column.id.find(' ') != std::string::npos ? Kind::attribute : any ? Kind::dimension : Kind::unknown;
      }
      const auto component = builder_.component(column.id, hint);
      builder_.mark(component, column.multiple, column.multilingual);
      const bool listed = column.multiple || column.multilingual;
      const bool labelled = column.labelled && !listed && builder_.may_be_coded(component);
      (builder_.is_measure(component) ? measures_ : used_).push_back({i, component, labelled, listed, builder_.dictionary_of(component)});
    }
    for (std::size_t column = 0; column <= columns_.size(); ++column) {
      first_used_.push_back(std::size_t(std::find_if(used_.begin(), used_.end(), [&](const Used& one) { return one.column >= column; }) - used_.begin()));
    }
    find_places();
    last_of_data_set_ = 0;
    for (const std::size_t column : of_data_set_) {
      if (column != kNoColumn) last_of_data_set_ = std::max(last_of_data_set_, column);
    }
  }

  void find_places() {
    for (Used& one : used_) one.codes = builder_.codes_of(one.component);
    for (Used& one : measures_) one.numbers = builder_.numbers_of(one.component), one.cells = builder_.cells_of(one.component);
  }

  void read_row() {
    const std::size_t changed = all_anew_ ? 0 : rows_.first_changed();
    all_anew_ = false;
    if (changed <= last_of_data_set_ || !declared_) follow_data_set();
    builder_.begin_observation(rows_.line());
    if (!rows_.problem().empty()) builder_.problem(rows_.problem());
    const std::size_t row = builder_.rows();
    const bool plain = rows_.is_plain();
    for (std::size_t i = first_used_[std::min(changed, columns_.size())]; i < used_.size(); ++i) {
      Used& one = used_[i];
      const std::uint32_t code = plain && !one.labelled && !one.listed ? plain_code_of(one) : code_of(one);
      if (row != 0 && code == one.code) continue;
      if (row != 0) end_run(one, row);
      one.code = code, one.from = row;
    }
    for (const Used& one : measures_) set_measure(one, rows_.field(one.column), row);
    builder_.end_observation();
  }

  [[gnu::always_inline]] std::uint32_t plain_code_of(const Used& one) {
    const std::string_view text = rows_.plain_field(one.column);
    return text.empty() || (text.size() == 1 && text[0] == '~') ? 0 : one.dictionary->code(text);
  }
  std::uint32_t code_of(const Used& one) {
    const std::string_view text = rows_.field(one.column);
    if (text.empty() || text == "~") return 0;  // "~" (2.1): of no value of this dimension
    if (one.listed) return builder_.code(one.component, in_notation(text, columns_[one.column]));
    if (!one.labelled) return builder_.code(one.component, text);
    const std::string_view plain = without_label(text);
    return plain.empty() ? 0 : builder_.code(one.component, plain);
  }

  // Rows that share a value are laid down together, up to `row`.
  void end_run(Used& one, std::size_t row) {
    if (one.code != 0) {
      for (std::size_t at = one.from; at < row; ++at) one.codes[at] = one.code;
      one.rows += row - one.from;
    }
    one.code = 0, one.from = row;
  }

  void set_measure(const Used& one, std::string_view text, std::size_t row) {
    if (text.empty() || (text == "NaN" && !options_.texts)) return;
    if (one.listed) return builder_.set_measure(one.component, in_notation(text, columns_[one.column]));
    double number = 0;
    const char* behind = nullptr;
    if (text.front() <= '9' && read_number(text.data(), rows_.readable_end(text), number, behind) && behind == text.data() + text.size()) {
      if (options_.texts) return builder_.set_number(one.component, number, text);
      one.numbers[row] = number, one.cells[row] = Cell::number;
      return;
    }
    builder_.set_measure(one.component, columns_[one.column].labelled && try_parse_number(without_label(text)) ? without_label(text) : text);  // "1.5: 1.5"
  }

  // The structure and the action of a row, looked at only where they change.
  void follow_data_set() {
    bool same = declared_;
    for (std::size_t i = 0; i < 3 && same; ++i) same = of_data_set_[i] == kNoColumn || rows_.field(of_data_set_[i]) == said_[i];
    if (same) return;
    for (std::size_t i = 0; i < 3; ++i) {
      if (of_data_set_[i] != kNoColumn) said_[i] = rows_.field(of_data_set_[i]);
    }
    DataSet data_set;
    const std::string_view id = said_[1];
    data_set.structure = id.substr(0, id.find(": "));  // "ECB:EXR(1.0): Exchange rates"
    if (id.starts_with("urn:")) data_set.structure = parse_reference(id).text();
    data_set.structure_class = layout_.version == 1 ? "dataflow" : class_of(said_[0]);
    data_set.dimension_at_observation = "AllDimensions";
    data_set.action = action_of(said_[2]);
    declare(data_set);
    if (!builder_.in_data_set()) builder_.begin_data_set(data_set);
    find_places();
  }

  // dataflow, datastructure, dataprovision, in small or (OECD) in capital letters
  static std::string class_of(std::string_view type) {
    std::string out(type);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return out == "dataprovision" ? "provisionagreement" : out;
  }

  // "A: Annual" → "A"; what is no code in front stays as it is.
  static std::string_view without_label(std::string_view text) {
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos) return text;
    if (colon == 0) return text.size() == 2 ? std::string_view() : text;  // ": ", neither code nor name
    const auto is_code = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == '@' || c == '$' || c == '+' || c == '.'; };
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool is_word = text[0] >= 'A' && text[0] <= 'Z' && colon > 2 && std::all_of(text.begin() + 1, text.begin() + std::ptrdiff_t(colon), is_small);  // "Note: see below"
    return !is_word && std::all_of(text.begin(), text.begin() + std::ptrdiff_t(colon), is_code) ? text.substr(0, colon) : text;
  }

  std::string in_notation(std::string_view text, const CsvColumn& column) const {
    auto values = split_values(text, layout_.sub_delimiter);
    if (column.labelled && !column.multilingual) {
      for (auto& one : values) one = without_label(one);
    }
    return join_values(values);
  }

  ReadOptions options_;
  std::string shown_, format_;
  Builder builder_;
  CsvStart start_;
  CsvLayout layout_;
  CsvRows rows_;
  std::vector<CsvColumn> columns_;
  std::vector<Used> used_, measures_;
  std::vector<std::size_t> first_used_;                             // of those at or behind a column
  std::size_t last_of_data_set_ = 0;
  std::size_t of_data_set_[3] = {kNoColumn, kNoColumn, kNoColumn};  // columns of the structure's type, its id, the action
  std::string said_[3];                                             // by the last row
  Header header_;
  std::vector<FooterMessage> footer_;
  bool started_ = false, declared_ = false, all_anew_ = true;
};

}  // namespace

std::unique_ptr<DataReader> open_csv_data(const std::filesystem::path& file, const ReadOptions& options) { return std::make_unique<CsvDataReader>(file, options); }

}  // namespace comity::formats::sdmx::detail
