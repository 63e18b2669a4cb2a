#include "comity/base/table.hpp"

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity {
namespace {

// Walks RFC 4180 text record by record.
class Scanner {
 public:
  Scanner(std::string_view text, const std::string& name) : text_(text), name_(name) {
    if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
  }

  std::uint64_t line() const { return line_; }

  // False at the end.
  bool next(std::vector<std::string>& fields) {
    fields.clear();
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
  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string out(text_.substr(at_, end - at_));
    at_ = end;
    return out;
  }

  std::string quoted() {
    const std::uint64_t opened = line_;
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') return ++at_, out;
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      out += text_[at_];
    }
    line_ = opened;
    fail("a quote that is never closed");
  }

  [[noreturn]] void fail(const char* why) const {
    throw DataError(fmt::format("{}, line {}: {}", name_, line_, why), "Mend the table; it is one of the project's own.");
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace

Table Table::parse(std::string_view text, std::string name) {
  Table table;
  table.name_ = std::move(name);
  Scanner scanner(text, table.name_);
  std::vector<std::string> fields;
  if (!scanner.next(table.columns_)) throw DataError(table.name_ + ": empty, not even a header", "Restore the table.");
  for (std::uint64_t line = scanner.line(); scanner.next(fields); line = scanner.line()) {
    if (fields.size() != table.columns_.size()) {
      throw DataError(fmt::format("{}, line {}: {} fields where the header has {}", table.name_, line, fields.size(), table.columns_.size()),
                      "Quote fields that hold commas, and write every column of the header.");
    }
    table.lines_.push_back(line);
    for (auto& field : fields) table.fields_.push_back(std::move(field));
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
