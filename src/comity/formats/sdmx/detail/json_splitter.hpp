// An SDMX-JSON data message of any length, cut while it streams past: the skeleton (all but the observations, small) and
// where the observations lie, in blocks of a quarter of a megabyte that are JSON objects of their own once braces are put
// around them. One look at each byte; knows of JSON no more than strings and brackets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity::formats::sdmx::detail {

struct JsonBlock {
  std::uint64_t from = 0, to = 0;  // bytes of the file, without the braces around all members
};

// The members of one "series" or "observations" object of a data set.
struct JsonBulk {
  std::size_t data_set = 0;        // index in "dataSets"
  bool series = false;             // else observations
  std::vector<JsonBlock> blocks;
};

class JsonSplitter {
 public:
  explicit JsonSplitter(std::size_t block_bytes = 256u << 10) : block_bytes_(block_bytes) {}
  void feed(std::string_view piece);
  // Whether every bracket and string was closed.
  bool complete() const { return depth_ == 0 && !in_string_ && !in_bulk_; }
  const std::string& skeleton() const { return skeleton_; }
  const std::vector<JsonBulk>& bulks() const { return bulks_; }

 private:
  struct Level {
    bool array = false;
    std::string key;               // of the object it is the value of
    std::size_t children = 0;
  };
  void feed_skeleton(char c);
  struct Brackets;
  static Brackets look(const char* at);
  std::size_t feed_bulk(const char* bytes, std::size_t size);
  bool pass_over(const Brackets& found, std::uint64_t here);
  bool meet(char c, std::uint64_t here);
  bool close_in_bulk(std::uint64_t behind);
  bool at_bulk() const;

  std::size_t block_bytes_;
  std::uint64_t at_ = 0;           // of the next byte in the file
  std::string skeleton_, key_, last_string_;
  std::vector<Level> open_;
  std::vector<JsonBulk> bulks_;
  bool in_string_ = false, escaped_ = false, in_bulk_ = false, key_is_next_ = false;
  std::int64_t depth_ = 0, bulk_depth_ = 0;
  std::uint64_t skip_ = UINT64_MAX;  // position of an escaped character
};

}  // namespace comity::formats::sdmx::detail
