// Amounts in the other currency, by the mean of the year that the edition holds, named with its publisher. Nothing is
// converted where there is no rate (rules.md 19): no euro before 1999, no chain over a third currency.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

struct Conversion {
  double value = 0;
  const facts::Rate* rate = nullptr;
};

// The rates of one report; remembers what it has looked up. A stock at a year's end is converted at the rate of that day only.
class Money {
 public:
  explicit Money(const Shelf& shelf) : shelf_(&shelf) {}

  // nullopt: no value, the same currency, no whole year, or no rate.
  std::optional<Conversion> convert(const facts::Observation& observation, std::string_view currency);
  // In this currency already, or converted; nullopt when neither.
  std::optional<double> value_in(const facts::Observation& observation, std::string_view currency);
  // The rates that were used so far: "2023: 1.0813 USD per EUR (European Central Bank)" with marks. Empty when none was.
  document::Inlines used_rates() const;
  // The same for one rate: "at the annual mean of 2023, 1.0813 USD per EUR".
  static std::string words_for(const facts::Rate& rate);

 private:
  const facts::Rate* find(std::string_view one, std::string_view other, std::string_view kind, int year);

  const Shelf* shelf_;
  std::map<std::pair<std::string, int>, const facts::Rate*> known_;
  std::map<int, const facts::Rate*> used_;
};

}  // namespace comity::dossier
