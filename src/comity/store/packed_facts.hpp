// Facts as bytes and back, in the order in which they are used: of each fact only what differs from the one before it, texts and dates as
// numbers of a list. What lies in an edition's pair file (pair_file.hpp) and nowhere else; not a format to exchange.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::store {

// Raised with every change of a fact's fields, of what is packed or of how: a pair file of another number is not read.
inline constexpr std::uint32_t packing_version = 1;

// Texts and dates by number, as they come. 0 is the empty text and the unknown date.
class PackedTexts {
 public:
  PackedTexts();
  std::uint32_t of(std::string_view text);
  std::uint32_t of(const EdtfDate& date);

  struct Date {
    std::uint32_t text;
    std::int32_t from, to;  // days since 1970
    std::uint32_t flags;    // 1 approximate, 2 uncertain
  };
  const std::string& bytes() const { return bytes_; }
  const std::vector<std::uint64_t>& ends() const { return ends_; }  // of text n in bytes()
  const std::vector<Date>& dates() const { return dates_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> texts_, known_dates_;
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<Date> dates_;
};

// The same to read, views of somebody's bytes. Throws StoreError for a number that it does not have.
class TextsByNumber {
 public:
  TextsByNumber() = default;
  // `ends` and `dates` are arrays as PackedTexts gives them; all live as long as whoever asks.
  TextsByNumber(std::string_view bytes, const std::uint64_t* ends, std::size_t texts, const PackedTexts::Date* dates, std::size_t count)
      : bytes_(bytes), ends_(ends), dates_(dates), text_count_(texts), date_count_(count) {}
  std::string_view text(std::uint64_t number) const {
    if (number == 0) return {};
    if (number >= text_count_) fail();
    const std::uint64_t from = ends_[number - 1], to = ends_[number];
    if (from > to || to > bytes_.size()) fail();
    return {bytes_.data() + from, static_cast<std::size_t>(to - from)};
  }
  EdtfDate date(std::uint64_t number) const;

 private:
  [[noreturn]] static void fail();
  std::string_view bytes_;
  const std::uint64_t* ends_ = nullptr;
  const PackedTexts::Date* dates_ = nullptr;
  std::size_t text_count_ = 0, date_count_ = 0;
};

// The bytes of one pair (without the facts of either state alone), and of one state alone.
std::string pack(const facts::PairFacts& facts, PackedTexts& texts);
std::string pack(const facts::StateFacts& facts, PackedTexts& texts);
// Into facts that hold nothing yet. Throws StoreError when the bytes are none of pack().
void unpack(std::string_view bytes, const TextsByNumber& texts, facts::PairFacts& out);
void unpack(std::string_view bytes, const TextsByNumber& texts, facts::StateFacts& out);

}  // namespace comity::store
