#include "comity/formats/detail/line_reader.hpp"

#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::formats::detail {

bool LineReader::next(std::string_view& line) {
  std::size_t looked = begin_;
  for (;;) {
    const void* found = end_ > looked ? std::memchr(buffer_.data() + looked, '\n', end_ - looked) : nullptr;
    if (found || at_end_) {
      if (!found && begin_ == end_) return false;
      const std::size_t stop = found ? std::size_t(static_cast<const char*>(found) - buffer_.data()) : end_;
      line = std::string_view(buffer_).substr(begin_, stop - begin_);
      if (line.ends_with('\r')) line.remove_suffix(1);
      begin_ = found ? stop + 1 : end_;
      ++number_;
      return true;
    }
    if (end_ - begin_ > longest_) {
      throw DataError(fmt::format("{}, line {}: longer than {} bytes", file_, number_ + 1, longest_), "If this is one JSON document and not one a line, say so; else raise the limit.");
    }
    buffer_.erase(0, begin_);
    end_ -= begin_, begin_ = 0, looked = end_;
    if (buffer_.size() < end_ + (1 << 16)) buffer_.resize(std::max<std::size_t>(2 * end_, 1 << 18));
    const std::size_t n = source_->read(buffer_.data() + end_, buffer_.size() - end_);
    end_ += n, at_end_ = n == 0;
  }
}

}  // namespace comity::formats::detail
