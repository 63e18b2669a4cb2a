// One column of numbers, as estimators take them. A switch or a year has few different values in millions of rows: packed, such a
// column holds a byte a row and a table of its values. What comes out has the bits of what went in, NaN too.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "comity/base/give_back.hpp"

namespace comity {

class Column {
 public:
  Column() = default;
  Column(std::vector<double> values) : plain_(std::move(values)) {}
  Column(std::initializer_list<double> values) : plain_(values) {}
  Column(std::size_t rows, double value) : plain_(rows, value) {}

  std::size_t size() const { return plain_.size() + code_.size(); }
  bool empty() const { return size() == 0; }
  double operator[](std::size_t row) const { return code_.empty() ? plain_[row] : value_[code_[row]]; }
  // To write is to unpack.
  double& operator[](std::size_t row) { return unpacked()[row]; }
  void push_back(double value) { unpacked().push_back(value); }
  void reserve(std::size_t rows) { unpacked().reserve(rows); }
  double back() const { return (*this)[size() - 1]; }

  // Packs where there are at most 256 different values (by their bits), else leaves the column as it is. Linear.
  void pack();
  bool is_packed() const { return !code_.empty(); }
  // Each value by f of it; of a packed column f is asked once a different value.
  template <class F>
  void transform(const F& f) {
    for (double& value : is_packed() ? value_ : plain_) value = f(value);
  }
  // Whether f holds for a value of the column.
  template <class F>
  bool has(const F& f) const {
    for (const double value : is_packed() ? value_ : plain_) {
      if (f(value)) return true;
    }
    return false;
  }
  // A copy, and the column itself given away.
  std::vector<double> values() const;
  std::vector<double> take() { return std::move(unpacked()); }

 private:
  std::vector<double>& unpacked() {
    if (is_packed()) {
      plain_ = values();
      give_back(code_, value_);
    }
    return plain_;
  }

  std::vector<double> plain_;        // either this
  std::vector<std::uint8_t> code_;   // or these
  std::vector<double> value_;
};

}  // namespace comity
