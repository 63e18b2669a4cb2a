#include "comity/base/column.hpp"

#include <array>
#include <bit>

#include "comity/base/give_back.hpp"

namespace comity {
namespace {

constexpr std::size_t most_values = 256;

// Numbers up to 256 values by their bits, in a table with open addresses.
class Values {
 public:
  Values() { slot_.fill(none); }

  // -1: one too many.
  int number(double value, std::vector<double>& known) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (std::size_t at = (bits * 0x9e3779b97f4a7c15u) >> 54;; at = (at + 1) % slot_.size()) {
      if (slot_[at] == none) {
        if (known.size() == most_values) return -1;
        slot_[at] = static_cast<std::int16_t>(known.size());
        known.push_back(value);
        return slot_[at];
      }
      if (std::bit_cast<std::uint64_t>(known[std::size_t(slot_[at])]) == bits) return slot_[at];
    }
  }

 private:
  static constexpr std::int16_t none = -1;
  std::array<std::int16_t, 1024> slot_;
};

}  // namespace

void Column::pack() {
  if (is_packed() || plain_.empty()) return;
  Values values;
  std::vector<double> known;
  std::vector<std::uint8_t> code;
  code.reserve(plain_.size());
  for (const double value : plain_) {
    const int number = values.number(value, known);
    if (number < 0) return;
    code.push_back(static_cast<std::uint8_t>(number));
  }
  give_back(plain_);
  code_ = std::move(code), value_ = std::move(known);
}

std::vector<double> Column::values() const {
  if (!is_packed()) return plain_;
  std::vector<double> out;
  out.reserve(code_.size());
  for (const std::uint8_t code : code_) out.push_back(value_[code]);
  return out;
}

}  // namespace comity
