// A source cut into lines (LF or CRLF), for formats with one document a line.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "comity/formats/bytes_source.hpp"

namespace comity::formats::detail {

class LineReader {
 public:
  // file: for messages. Lines longer than `longest` bytes throw DataError.
  LineReader(std::unique_ptr<BytesSource> source, std::string file, std::uint64_t longest)
      : source_(std::move(source)), file_(std::move(file)), longest_(longest) {}
  // False at the end; valid until the next call.
  bool next(std::string_view& line);
  std::uint64_t number() const { return number_; }  // of the line just given

 private:
  std::unique_ptr<BytesSource> source_;
  std::string file_, buffer_;
  std::uint64_t longest_, number_ = 0;
  std::size_t begin_ = 0, end_ = 0;
  bool at_end_ = false;
};

}  // namespace comity::formats::detail
