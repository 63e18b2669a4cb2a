// The rows of an SDMX-CSV message, which resemble each other: a row is compared with the one before, and only what stands
// behind the bytes that they share is looked at. From the first row on that is odd (a quote that is not closed or has
// text behind it, a NUL, bytes that are no UTF-8) the cutter of all delimited text takes over. Fields are views.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/splitter.hpp"
#include "comity/formats/record_reader.hpp"
#include "comity/formats/sdmx/detail/csv_start.hpp"

namespace comity::formats::sdmx::detail {

class CsvRows {
 public:
  // Throws as open_delimited does.
  CsvRows(const std::filesystem::path& file, const CsvStart& start, const Limits& limits);

  const std::vector<std::string>& columns() const { return columns_; }
  bool next();  // blank lines are no rows
  // The fields in front of this one are those of the row before.
  std::size_t first_changed() const { return first_changed_; }
  // Of a column; empty where the row is too short. Valid until the next call of next().
  std::string_view field(std::size_t i) {
    if (splitter_) return odd_field(i);
    if (i >= count_) return {};
    const std::string_view text = plain_field(i);
    return row_[i].doubled ? unquoted(text, i) : text;
  }
  // Whether every column has a field that stands in the bytes as it is: then plain_field is field.
  bool is_plain() const { return !splitter_ && !has_quotes_ && count_ == columns_.size(); }
  std::string_view plain_field(std::size_t i) const {
    const Field& one = row_[i];
    return {buffer_.data() + last_ + one.begin, one.end - one.begin};
  }
  // Up to where bytes behind a field may be looked at; the field's own end where none may.
  const char* readable_end(std::string_view field) const {
    const char* const end = buffer_.data() + buffer_.size();
    return field.data() >= buffer_.data() && field.data() < end ? end : field.data() + field.size();
  }
  std::uint64_t line() const { return row_line_; }
  const std::string& problem() const { return problem_; }

 private:
  // In bytes from the row's beginning, so that it holds for every row that begins alike.
  struct Field {
    std::uint32_t begin, end, behind;  // behind: of the delimiter or line end
    std::uint32_t lines;               // ends of lines inside quotes
    bool quoted, doubled;
  };
  enum class Found { row, blank, need_more, odd };
  [[gnu::always_inline]] inline Found scan();
  Found cut(std::size_t from, bool& high);
  [[gnu::always_inline]] inline Found finish(bool high, std::size_t looked_from);
  // Member by member: a whole Field that was just put together would be read back before its parts have arrived.
  void add_field(std::size_t begin, std::size_t end, std::size_t behind) {
    if (count_ == row_.size()) row_.resize(2 * count_ + 16);
    Field& field = row_[count_++];
    field.begin = std::uint32_t(begin), field.end = std::uint32_t(end), field.behind = std::uint32_t(behind), field.lines = 0;
    field.quoted = field.doubled = false;
  }
  std::size_t cut_quoted(std::size_t from);
  std::size_t scan_quoted(std::size_t from, Field& field) const;
  [[gnu::always_inline]] inline std::size_t shared_bytes(std::size_t limit) const;
  bool fill();
  void hand_over();
  bool next_odd();
  void look_closer();
  void check_count(std::size_t found);
  void repair();
  void add_problem(const std::string& what) { problem_ += (problem_.empty() ? "" : "; ") + what; }
  std::string_view odd_field(std::size_t i);
  std::string_view unquoted(std::string_view text, std::size_t i);

  std::string file_;
  char delimiter_;
  Limits limits_;
  std::vector<std::string> columns_;
  std::unique_ptr<BytesSource> source_;
  std::vector<char> buffer_;
  std::size_t last_ = 0, begin_ = 0, end_ = 0;  // of the row before, of the next one, of the bytes at hand
  std::size_t next_begin_ = 0;
  bool at_end_ = false, has_last_ = false, has_quotes_ = false;  // quotes: somewhere so far
  std::vector<Field> row_;
  std::size_t count_ = 0;                       // of its fields
  std::uint64_t lines_in_row_ = 0;
  std::size_t first_changed_ = 0;
  std::uint64_t line_ = 1, row_line_ = 1;
  std::unique_ptr<formats::detail::Splitter> splitter_;  // of what is odd and all behind it
  std::uint64_t lines_before_ = 0;
  formats::detail::Pieces pieces_;
  std::string problem_, repaired_;
  std::vector<std::string> scratch_;  // of fields with doubled quotes, by column
};

}  // namespace comity::formats::sdmx::detail
