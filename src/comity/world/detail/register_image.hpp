// The register's tables as one run of bytes, so that a program that starts for one answer does not parse and check
// eleven files again: written from tables that were checked, read only for tables of the same content (a hash of every
// byte of them), and itself hashed. Not a format to exchange: each version of the program writes its own.
#pragma once

#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>

#include "comity/base/error.hpp"
#include "comity/world/register.hpp"

namespace comity::world::detail {

struct Tables;

class ImageWriter {
 public:
  template <class Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
  }
  void span(const DaySpan& value) { number(static_cast<std::int32_t>(value.from.time_since_epoch().count())), number(static_cast<std::int32_t>(value.to.time_since_epoch().count())); }
  void state(StateId id) { number(id.value); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Texts are views of the bytes.
class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view text() { return take(number<std::uint32_t>()); }
  DaySpan span() {
    const auto from = number<std::int32_t>(), to = number<std::int32_t>();
    return {Day{std::chrono::days{from}}, Day{std::chrono::days{to}}};
  }
  StateId state() { return StateId(number<std::uint16_t>()); }
  std::uint32_t count() { return number<std::uint32_t>(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw DataError("the image of the register is cut short", "Delete it; it is made anew.");
    const auto out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }

  std::string_view bytes_;
};

// A hash of the names and bytes of all tables of the register in a folder.
std::uint64_t tables_hash(const std::filesystem::path& folder);

std::string image_of(const Tables& tables, std::uint64_t hash);
// Throws DataError when the bytes are no image of tables with this hash.
void read_image(std::string bytes, std::uint64_t hash, Tables& tables);

}  // namespace comity::world::detail
