// Lines of stdin as they come, however many: a line is at hand until the next is asked for. Line ends are LF or CR LF.
#pragma once

#include <string>
#include <string_view>

namespace comity::cli {

class LineReader {
 public:
  // False at the end.
  bool next(std::string_view& line);
  // What stood behind the line: "\n", "\r\n", or nothing at the end.
  std::string_view line_end() const { return line_end_; }

 private:
  bool fill();

  std::string block_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::string_view line_end_;
};

}  // namespace comity::cli
