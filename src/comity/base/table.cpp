#include "comity/base/table.hpp"

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity {
namespace {

// Walks RFC 4180 text record by record. Quoted fields are unquoted where they stand, so that every field is a view.
class Scanner {
 public:
  Scanner(std::string& text, const std::string& name) : text_(text), name_(name) {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
  }

  std::uint64_t line() const { return line_; }

  // Adds the fields of one record; false at the end.
  bool next(std::vector<std::string_view>& fields) {
    if (at_ >= text_.size()) return false;
    do {
      fields.push_back(field());
    } while (at_ < text_.size() && text_[at_] == ',' && ++at_);
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] != '\n') fail("a character behind a closing quote");
    ++at_;
    ++line_;
    return true;
  }

 private:
  std::string_view field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const char* stop = begin;
    while (stop != end && *stop != ',' && *stop != '\n' && *stop != '\r') ++stop;
    at_ += static_cast<std::size_t>(stop - begin);
    return {begin, stop};
  }

  std::string_view quoted() {
    const std::uint64_t opened = line_;
    const std::size_t begin = ++at_;
    std::size_t write = begin;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') return ++at_, std::string_view(text_).substr(begin, write - begin);
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      text_[write++] = text_[at_];
    }
    line_ = opened;
    fail("a quote that is never closed");
  }

  [[noreturn]] void fail(const char* why) const {
    throw DataError(fmt::format("{}, line {}: {}", name_, line_, why), "Mend the table; it is one of the project's own.");
  }

  std::string& text_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace

Table Table::parse(std::string_view text, std::string name) {
  Table table;
  table.name_ = std::move(name);
  table.text_ = std::make_shared<std::string>(text);
  Scanner scanner(*table.text_, table.name_);
  if (!scanner.next(table.fields_)) throw DataError(table.name_ + ": empty, not even a header", "Restore the table.");
  table.columns_.assign(table.fields_.begin(), table.fields_.end());
  const std::size_t width = table.columns_.size();
  table.fields_.clear();
  table.fields_.reserve(text.size() / 8);
  for (std::uint64_t line = scanner.line(); scanner.next(table.fields_); line = scanner.line()) {
    table.lines_.push_back(line);
    if (table.fields_.size() != width * table.lines_.size()) {
      throw DataError(fmt::format("{}, line {}: {} fields where the header has {}", table.name_, line,
                                  table.fields_.size() - width * (table.lines_.size() - 1), width),
                      "Quote fields that hold commas, and write every column of the header.");
    }
  }
  return table;
}

Table Table::read(const std::filesystem::path& file) { return parse(read_file(file), file.filename().string()); }

std::size_t Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] == name) return i;
  }
  throw DataError(fmt::format("{}: no column '{}'", name_, name), fmt::format("Its columns are: {}.", fmt::join(columns_, ", ")));
}

void Table::fail(std::size_t row, std::string_view column, const std::string& why) const {
  throw DataError(fmt::format("{}, line {}, column {}: {}", name_, lines_[row], column, why), "Mend the table; it is one of the project's own.");
}

}  // namespace comity
