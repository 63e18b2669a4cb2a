// Facts as bytes and back, in the order in which they are used: of each fact only what differs from the one before it, texts and dates as
// numbers of a list. What lies in an edition's pair file (pair_file.hpp) and nowhere else; not a format to exchange.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "comity/facts/pair_facts.hpp"
#include "comity/store/text_numbers.hpp"

namespace comity::store {

// Raised with every change of a fact's fields, of what is packed or of how: a pair file of another number is not read.
inline constexpr std::uint32_t packing_version = 2;

// Texts and dates of a whole file by number, as they come. 0 is the empty text and the unknown date. The facts of one entry (a pair, a state) say a text by its
// place among those of their own entry, and the entry begins with the numbers of these: so an entry that stays while the file's numbers change is copied as it is behind
// a new beginning.
class PackedTexts {
 public:
  PackedTexts();
  std::uint32_t of(std::string_view text);
  std::uint32_t of(const EdtfDate& date);

  // An entry begins that has named nothing.
  void begin_entry();
  // Its place in the entry, from 1; 0 as above.
  template <class Value>
  std::uint64_t in_entry(const Value& value) {
    const std::uint64_t number = of(value);
    return number ? place(number << 1 | std::uint64_t(std::is_same_v<Value, EdtfDate>)) : 0;
  }
  // What it named, by place: twice the number of a text; of a date one more.
  const std::vector<std::uint64_t>& entry() const { return entry_; }

  struct Date {
    std::uint32_t text;
    std::int32_t from, to;  // days since 1970
    std::uint32_t flags;    // 1 approximate, 2 uncertain
  };
  const std::string& bytes() const { return bytes_; }
  const std::vector<std::uint64_t>& ends() const { return ends_; }  // of text n in bytes()
  const std::vector<Date>& dates() const { return dates_; }

 private:
  std::uint64_t place(std::uint64_t named);

  TextNumbers texts_, known_dates_;  // one less than their numbers here
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<Date> dates_;
  std::vector<std::uint64_t> entry_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // by what is named: the entry that named it last, and its place there
  std::uint32_t entries_ = 0;
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
  [[noreturn]] static void fail();

 private:
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

// The entries of one file as those of another: what pack() would give for the same facts after the same entries before. Throws StoreError as unpack() does.
class Repacking {
 public:
  Repacking(const TextsByNumber& from, PackedTexts& to) : from_(from), to_(to) {}
  std::string operator()(std::string_view bytes);

 private:
  std::uint64_t number_of(std::uint64_t named);

  const TextsByNumber& from_;
  PackedTexts& to_;
  std::vector<std::uint64_t> known_;  // by what `from` names: what `to` does, 0 where that was not asked yet
};

}  // namespace comity::store
