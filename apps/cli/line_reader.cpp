#include "apps/cli/line_reader.hpp"

#include <cstdio>

namespace comity::cli {

bool LineReader::fill() {
  if (ended_) return false;
  constexpr std::size_t piece = 256 * 1024;
  block_.erase(0, at_);
  at_ = 0;
  const std::size_t old = block_.size();
  block_.resize(old + piece);
  const std::size_t got = std::fread(block_.data() + old, 1, piece, stdin);
  block_.resize(old + got);
  ended_ = got < piece;
  return got > 0;
}

bool LineReader::next(std::string_view& line) {
  std::size_t end = block_.find('\n', at_);
  while (end == std::string::npos) {
    const std::size_t left = block_.size() - at_;
    if (!fill()) break;
    end = block_.find('\n', left);
  }
  if (end == std::string::npos) {
    if (at_ >= block_.size()) return false;
    end = block_.size();
  }
  const bool closed = end < block_.size();
  line = std::string_view(block_).substr(at_, end - at_);
  at_ = std::min(end + 1, block_.size());
  line_end_ = closed ? "\n" : "";
  if (line.ends_with('\r')) line.remove_suffix(1), line_end_ = closed ? "\r\n" : "\r";
  return true;
}

}  // namespace comity::cli
