#include "comity/formats/xlsx.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/cells.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/number_text.hpp"
#include "comity/formats/detail/serial_date.hpp"
#include "comity/formats/detail/workbook.hpp"
#include "comity/formats/detail/xml_parser.hpp"

namespace comity::formats {
namespace {

using detail::Attributes;
using detail::Cell;
using detail::CellType;
using detail::local_name;

// "BC12" → column 55, row 12; false when it is no reference inside a sheet.
bool parse_reference(std::string_view text, std::uint32_t& row, std::uint32_t& column) {
  std::size_t i = 0;
  std::uint32_t c = 0, r = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && c <= detail::kMaxColumn; ++i) c = c * 26 + std::uint32_t(text[i] - 'A' + 1);
  const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), r);
  if (error != std::errc() || end != text.data() + text.size() || c == 0 || r == 0) return false;
  row = r, column = c;
  return c <= detail::kMaxColumn && r <= detail::kMaxRow;
}

// The elements of one sheet → cells.
class SheetHandler : public detail::XmlHandler {
 public:
  SheetHandler(const detail::Workbook& book, std::string file, std::uint64_t longest) : book_(book), file_(std::move(file)), longest_(longest) {}

  std::vector<Cell> cells;  // finished and not yet taken: the first `count`
  std::size_t count = 0;

  void start(std::string_view name, const Attributes& attributes) override {
    const auto local = local_name(name);
    if (local == "c") {
      begin_cell(attributes);
    } else if (local == "row") {
      begin_row(attributes);
    } else if (local == "v" || (local == "t" && phonetic_ == 0)) {
      into_ = &value_;
    } else if (local == "f") {
      into_ = &formula_;
    } else if (local == "rPh") {
      ++phonetic_;
    }
  }

  void end(std::string_view name) override {
    const auto local = local_name(name);
    if (local == "c") end_cell();
    if (local == "rPh") --phonetic_;
    into_ = nullptr;
  }

  void text(std::string_view piece) override {
    if (!into_) return;
    if (into_->size() + piece.size() > longest_) {
      throw DataError(fmt::format("{}, row {}: a cell longer than {} bytes", file_, row_, longest_), "Raise the limit on a record if the cell is right.");
    }
    *into_ += piece;
  }

 private:
  void begin_row(const Attributes& attributes) {
    column_ = 0;
    const auto r = attributes.find("r");
    std::uint32_t row = row_ + 1;
    if (r.data() && (std::from_chars(r.data(), r.data() + r.size(), row).ec != std::errc() || row == 0)) fail_place(r);
    if (row > detail::kMaxRow) fail_place(r);
    row_ = row;
  }

  void begin_cell(const Attributes& attributes) {
    const auto r = attributes.find("r");
    if (!r.data()) {
      ++column_;
      if (column_ > detail::kMaxColumn) fail_place("behind the last column");
    } else if (!parse_reference(r, row_, column_)) {
      fail_place(r);
    }
    type_ = attributes.find("t");
    style_ = 0;
    const auto s = attributes.find("s");
    std::from_chars(s.data(), s.data() + s.size(), style_);
    value_.clear(), formula_.clear();
  }

  void end_cell() {
    if (value_.empty() && formula_.empty()) return;
    if (count == cells.size()) cells.emplace_back();
    Cell& cell = cells[count];
    cell.row = row_, cell.column = column_;
    cell.text.clear(), cell.formula.assign(formula_), cell.problem.clear();
    fill(cell);
    if (!cell.text.empty() || !cell.formula.empty()) ++count;
  }

  void fill(Cell& cell) const {
    if (type_ == "s") {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
      cell.type = CellType::text;
      if (error != std::errc() || index >= book_.strings.size()) {
        cell.text = value_, cell.problem = fmt::format("text number {} of {}", value_, book_.strings.size());
      } else {
        cell.text = book_.strings.at(index);
      }
    } else if (type_ == "inlineStr" || type_ == "str") {
      cell.type = CellType::text;
      detail::append_unescaped(cell.text, value_);
    } else if (type_ == "b") {
      cell.type = CellType::boolean;
      cell.text = value_ == "1" || value_ == "true" ? "true" : "false";
    } else if (type_ == "e") {
      cell.type = CellType::error, cell.text = value_;
    } else if (type_ == "d") {
      cell.type = CellType::date, cell.text = value_;
    } else {
      fill_number(cell);
    }
  }

  void fill_number(Cell& cell) const {
    cell.type = CellType::number;
    if (value_.empty()) return;  // a formula never worked out
    double value = 0;
    const char* from = value_.data() + (value_[0] == '+' ? 1 : 0);
    const auto [end, error] = std::from_chars(from, value_.data() + value_.size(), value);
    if (error != std::errc() || end != value_.data() + value_.size()) {
      cell.text = value_, cell.type = CellType::text, cell.problem = fmt::format("not a number: '{}'", std::string_view(value_).substr(0, 60));
      return;
    }
    if (style_ < book_.date_styles.size() && book_.date_styles[style_]) {
      if (auto date = detail::serial_to_text(value, book_.from_1904)) {
        cell.type = CellType::date, cell.text = std::move(*date);
        return;
      }
    }
    detail::append_round_trip(cell.text, value);
  }

  [[noreturn]] void fail_place(std::string_view what) const {
    throw DataError(fmt::format("{}: a cell at '{}', which no sheet has", file_, what.substr(0, 40)), "The workbook is damaged. Fetch it again.");
  }

  const detail::Workbook& book_;
  std::string file_;
  std::uint64_t longest_;
  std::uint32_t row_ = 0, column_ = 0;
  std::size_t style_ = 0;
  std::string type_, value_, formula_;
  std::string* into_ = nullptr;
  int phonetic_ = 0;
};

class XlsxCells : public detail::CellSource {
 public:
  XlsxCells(std::shared_ptr<const detail::LocalFile> file, std::shared_ptr<const detail::Workbook> book, std::vector<detail::SheetPart> sheets, const Limits& limits)
      : file_(std::move(file)), book_(std::move(book)), sheets_(std::move(sheets)), limits_(limits) {}

  const Cell* next() override {
    while (!handler_ || taken_ == handler_->count) {
      if (!parser_ && !open_next_sheet()) return nullptr;
      handler_->count = taken_ = 0;
      const std::size_t n = source_->read(buffer_, sizeof buffer_);
      parser_->feed(buffer_, n, n == 0);
      if (n == 0) parser_.reset();
    }
    return &handler_->cells[taken_++];
  }
  const std::string& sheet() const override { return sheets_[at_ - 1].name; }

 private:
  bool open_next_sheet() {
    if (at_ == sheets_.size()) return false;
    const auto& sheet = sheets_[at_++];
    source_ = open_bytes(file_->path().string() + "!" + sheet.part, limits_);
    handler_.emplace(*book_, fmt::format("{}, sheet '{}'", file_->name(), sheet.name), limits_.record_bytes);
    parser_ = std::make_unique<detail::XmlParser>(*handler_, fmt::format("{}!{}", file_->name(), sheet.part));
    taken_ = 0;
    return true;
  }

  std::shared_ptr<const detail::LocalFile> file_;
  std::shared_ptr<const detail::Workbook> book_;
  std::vector<detail::SheetPart> sheets_;
  Limits limits_;
  std::size_t at_ = 0, taken_ = 0;
  std::unique_ptr<BytesSource> source_;
  std::optional<SheetHandler> handler_;
  std::unique_ptr<detail::XmlParser> parser_;
  char buffer_[1 << 16];
};

struct Opened {
  std::shared_ptr<const detail::LocalFile> file;
  std::shared_ptr<const detail::Workbook> book;
};

Opened open_book(const std::filesystem::path& file, const Limits& limits) {
  auto local = std::make_shared<const detail::LocalFile>(file, limits);
  auto book = std::make_shared<const detail::Workbook>(detail::read_workbook(*local, limits));
  return {std::move(local), std::move(book)};
}

std::vector<detail::SheetPart> find_sheet(const Opened& opened, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& sheet : opened.book->sheets) {
    if (sheet.name == name) return {sheet};
    names.push_back(sheet.name);
  }
  throw DataError(fmt::format("{}: no sheet '{}'", opened.file->name(), name), fmt::format("It has: '{}'.", fmt::join(names, "', '")));
}

}  // namespace

std::unique_ptr<RecordReader> open_xlsx(const std::filesystem::path& file, const std::string& sheet, const Limits& limits) {
  const Opened opened = open_book(file, limits);
  auto sheets = sheet.empty() ? opened.book->sheets : find_sheet(opened, sheet);
  return detail::make_cell_reader(std::make_unique<XlsxCells>(opened.file, opened.book, std::move(sheets), limits));
}

std::unique_ptr<RecordReader> open_xlsx_rows(const std::filesystem::path& file, const std::string& sheet, std::uint32_t header_row,
                                             const std::vector<std::string>& columns_expected, const Limits& limits) {
  const Opened opened = open_book(file, limits);
  const std::vector<detail::SheetPart> sheets = sheet.empty() ? std::vector{opened.book->sheets.front()} : find_sheet(opened, sheet);
  std::uint32_t width = 0;
  if (header_row == 0) {  // nobody says how wide the sheet is but the sheet itself
    XlsxCells cells(opened.file, opened.book, sheets, limits);
    while (const Cell* cell = cells.next()) width = std::max(width, cell->column);
  }
  return detail::make_row_reader(std::make_unique<XlsxCells>(opened.file, opened.book, sheets, limits), header_row, width, columns_expected, opened.file->name());
}

std::vector<std::string> list_xlsx_sheets(const std::filesystem::path& file, const Limits& limits) {
  std::vector<std::string> names;
  const Opened opened = open_book(file, limits);
  for (const auto& sheet : opened.book->sheets) names.push_back(sheet.name);
  return names;
}

}  // namespace comity::formats
