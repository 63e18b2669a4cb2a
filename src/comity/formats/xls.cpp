#include "comity/formats/xls.hpp"

#include <freexl.h>

#include <algorithm>
#include <mutex>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/cells.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/number_text.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/detail/trial.hpp"

namespace comity::formats {
namespace {

using detail::Cell;
using detail::CellType;
using detail::Kind;

constexpr std::uint64_t kMaxBytes = 512u << 20;  // freexl holds the book in memory

std::string_view words_for_code(int code) {
  switch (code) {
    case FREEXL_INSUFFICIENT_MEMORY: return "not enough memory";
    case FREEXL_CFBF_READ_ERROR:
    case FREEXL_CFBF_SEEK_ERROR: return "it ends too early";
    case FREEXL_INVALID_CFBF_HEADER:
    case FREEXL_CFBF_INVALID_SIGNATURE:
    case FREEXL_CFBF_INVALID_SECTOR_SIZE: return "its first bytes are not those of a workbook";
    case FREEXL_CFBF_EMPTY_FAT_CHAIN:
    case FREEXL_CFBF_ILLEGAL_FAT_ENTRY:
    case FREEXL_INVALID_MINI_STREAM:
    case FREEXL_CFBF_ILLEGAL_MINI_FAT_ENTRY: return "its table of contents is damaged";
    case FREEXL_BIFF_INVALID_BOF:
    case FREEXL_BIFF_WORKBOOK_NOT_FOUND: return "there is no workbook in it";
    case FREEXL_BIFF_INVALID_SST:
    case FREEXL_BIFF_ILLEGAL_SST_INDEX: return "its table of texts is damaged";
    case FREEXL_INVALID_CHARACTER: return "a text is not in the code page it declares";
    case FREEXL_UNSUPPORTED_CHARSET: return "its code page is not known";
    case FREEXL_ILLEGAL_RK_VALUE: return "a number is damaged";
    case FREEXL_CRAFTED_FILE: return "it contradicts itself in a way no spreadsheet program writes";
    default: return "it cannot be read";
  }
}

// Opens the book and looks at every cell, as a reader will; freexl's code.
int read_once(const char* path) {
  const void* book = nullptr;
  unsigned int sheets = 0;
  int code = freexl_open(path, &book);
  if (code == FREEXL_OK) code = freexl_get_info(book, FREEXL_BIFF_SHEET_COUNT, &sheets);
  for (unsigned int i = 0; i < sheets && code == FREEXL_OK; ++i) {
    unsigned int rows = 0;
    unsigned short columns = 0;
    code = freexl_select_active_worksheet(book, static_cast<unsigned short>(i));
    if (code == FREEXL_OK) code = freexl_worksheet_dimensions(book, &rows, &columns);
    FreeXL_CellValue value{};
    for (unsigned int row = 0; row < rows && code == FREEXL_OK; ++row) {
      for (unsigned short column = 0; column < columns && code == FREEXL_OK; ++column) code = freexl_get_cell_value(book, row, column, &value);
    }
  }
  return code;
}

// One book is opened at a time: a child made while another thread is inside iconv would wait for ever.
std::mutex opening;

class Book {
 public:
  Book(const std::filesystem::path& file, const Limits& limits) : local_(file, limits) {
    const Kind kind = detail::sniff(local_.head());
    // Books of before 1993 stand bare, without the container.
    const std::string head = local_.head();
    const bool bare = head.size() > 4 && head[0] == '\x09' && (head[1] == '\x08' || head[1] == '\x04' || head[1] == '\x02' || head[1] == '\0');
    if (kind == Kind::zip) throw DataError(fmt::format("{}: a newer Excel workbook (.xlsx), whatever its name says", name()), "Read it as xlsx.");
    if (kind != Kind::ole && !bare) throw DataError(fmt::format("{}: not an Excel workbook but {}", name(), detail::words_for(kind)), std::string(detail::advice_for(kind)));
    const auto size = std::filesystem::file_size(local_.path());
    if (size > std::min(kMaxBytes, limits.file_bytes)) throw DataError(fmt::format("{}: longer than {} bytes", name(), std::min(kMaxBytes, limits.file_bytes)), "Save it as .xlsx or as text.");
    const std::lock_guard lock(opening);
    // freexl's codes are negative, a process answers with a small positive number.
    check(-detail::try_in_child([this] { return -read_once(local_.path().c_str()); }).value_or(-FREEXL_CRAFTED_FILE));
    check(freexl_open(local_.path().c_str(), &handle_));
    try {
      read_sheets();
    } catch (...) {
      freexl_close(handle_);
      throw;
    }
  }
  ~Book() { freexl_close(handle_); }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  const std::string& name() const { return local_.name(); }
  const std::vector<std::string>& sheets() const { return sheets_; }
  const void* handle() const { return handle_; }

  // Throws unless the code says that all is well.
  void check(int code) const {
    if (code == FREEXL_OK) return;
    throw DataError(fmt::format("{}: a damaged workbook: {}", name(), words_for_code(code)), "Fetch it again; if it opens in a spreadsheet program, save a copy as .xlsx.");
  }

  std::vector<unsigned short> find(const std::string& sheet) const {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      if (sheets_[i] == sheet) return {static_cast<unsigned short>(i)};
    }
    throw DataError(fmt::format("{}: no sheet '{}'", name(), sheet), fmt::format("It has: '{}'.", fmt::join(sheets_, "', '")));
  }

 private:
  void read_sheets() {
    unsigned int locked = 0, count = 0;
    check(freexl_get_info(handle_, FREEXL_BIFF_PASSWORD, &locked));
    if (locked == FREEXL_BIFF_OBFUSCATED) {
      throw DataError(fmt::format("{}: the workbook is protected by a password", name()), "Open it with the password, save a copy without one, and put that in its place.");
    }
    check(freexl_get_info(handle_, FREEXL_BIFF_SHEET_COUNT, &count));
    for (unsigned int i = 0; i < count; ++i) {
      const char* sheet = nullptr;
      check(freexl_get_worksheet_name(handle_, static_cast<unsigned short>(i), &sheet));
      sheets_.emplace_back(sheet ? sheet : "");
    }
  }

  detail::LocalFile local_;
  const void* handle_ = nullptr;
  std::vector<std::string> sheets_;
};

class XlsCells : public detail::CellSource {
 public:
  XlsCells(std::shared_ptr<const Book> book, std::vector<unsigned short> sheets) : book_(std::move(book)), sheets_(std::move(sheets)) {}

  const Cell* next() override {
    for (;;) {
      if (column_ == columns_) column_ = 0, ++row_;
      if (row_ >= rows_ || columns_ == 0) {
        if (at_ == sheets_.size()) return nullptr;
        open_sheet(sheets_[at_++]);
        continue;
      }
      FreeXL_CellValue value{};
      book_->check(freexl_get_cell_value(book_->handle(), row_, column_, &value));
      cell_.row = row_ + 1, cell_.column = ++column_, cell_.text.clear(), cell_.problem.clear();
      if (fill(value) && !cell_.text.empty()) return &cell_;
    }
  }
  const std::string& sheet() const override { return book_->sheets()[sheets_[at_ - 1]]; }

  std::uint32_t width() {
    std::uint32_t widest = 0;
    for (const auto sheet : sheets_) {
      open_sheet(sheet);
      widest = std::max<std::uint32_t>(widest, columns_);
    }
    rows_ = 0, columns_ = 0;
    return widest;
  }

 private:
  void open_sheet(unsigned short index) {
    book_->check(freexl_select_active_worksheet(book_->handle(), index));
    rows_ = 0, columns_ = 0, row_ = 0, column_ = 0;
    book_->check(freexl_worksheet_dimensions(book_->handle(), &rows_, &columns_));
  }

  bool fill(const FreeXL_CellValue& value) {
    switch (value.type) {
      case FREEXL_CELL_INT:
        cell_.type = CellType::number;
        detail::append_round_trip(cell_.text, value.value.int_value);
        return true;
      case FREEXL_CELL_DOUBLE:
        cell_.type = CellType::number;
        detail::append_round_trip(cell_.text, value.value.double_value);
        return true;
      case FREEXL_CELL_TEXT:
      case FREEXL_CELL_SST_TEXT: fill_text(CellType::text, value.value.text_value); return true;
      case FREEXL_CELL_DATE:
      case FREEXL_CELL_TIME: fill_text(CellType::date, value.value.text_value); return true;
      case FREEXL_CELL_DATETIME:
        fill_text(CellType::date, value.value.text_value);
        if (cell_.text.size() > 10 && cell_.text[10] == ' ') cell_.text[10] = 'T';
        return true;
      default: return false;
    }
  }

  void fill_text(CellType type, const char* text) {
    cell_.type = type;
    if (!text) return;
    cell_.text = text;
    if (detail::is_utf8(cell_.text)) return;
    std::string repaired;
    detail::append_repaired_utf8(repaired, cell_.text);
    cell_.text = std::move(repaired), cell_.problem = "bytes that are not in the code page of the workbook";
  }

  std::shared_ptr<const Book> book_;
  std::vector<unsigned short> sheets_;
  std::size_t at_ = 0;
  unsigned int rows_ = 0, row_ = 0;
  unsigned short columns_ = 0, column_ = 0;
  Cell cell_;
};

std::vector<unsigned short> all_sheets(const Book& book) {
  std::vector<unsigned short> out;
  for (std::size_t i = 0; i < book.sheets().size(); ++i) out.push_back(static_cast<unsigned short>(i));
  return out;
}

}  // namespace

std::unique_ptr<RecordReader> open_xls(const std::filesystem::path& file, const std::string& sheet, const Limits& limits) {
  auto book = std::make_shared<const Book>(file, limits);
  auto sheets = sheet.empty() ? all_sheets(*book) : book->find(sheet);
  return detail::make_cell_reader(std::make_unique<XlsCells>(std::move(book), std::move(sheets)));
}

std::unique_ptr<RecordReader> open_xls_rows(const std::filesystem::path& file, const std::string& sheet, std::uint32_t header_row,
                                            const std::vector<std::string>& columns_expected, const Limits& limits) {
  auto book = std::make_shared<const Book>(file, limits);
  if (book->sheets().empty()) throw DataError(fmt::format("{}: the workbook has no sheets", book->name()), "Check that this is the right file.");
  auto sheets = sheet.empty() ? std::vector<unsigned short>{0} : book->find(sheet);
  auto cells = std::make_unique<XlsCells>(book, std::move(sheets));
  const std::uint32_t width = header_row == 0 ? cells->width() : 0;
  return detail::make_row_reader(std::move(cells), header_row, width, columns_expected, book->name());
}

std::vector<std::string> list_xls_sheets(const std::filesystem::path& file, const Limits& limits) { return Book(file, limits).sheets(); }

}  // namespace comity::formats
