#include "comity/dossier/detail/mirror_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Compared {
  const Observation *ratio = nullptr, *larger = nullptr, *weighted = nullptr;
};

// "3 302": millions, as the other tables of trade have them.
std::string millions(const Observation* o) { return o && o->has_value ? scaled_number(o->value / 1e6, 1) : "–"; }

// The numbers of the note that derive/75-mirror-facts.sql writes, in its order: low, high, weight of the exporter's books.
std::vector<double> numbers_in(std::string_view note) {
  std::vector<double> out;
  for (std::size_t at = note.find_first_of("0123456789"); at != std::string_view::npos; at = note.find_first_of("0123456789", at)) {
    double value = 0;
    at = static_cast<std::size_t>(std::from_chars(note.data() + at, note.data() + note.size(), value).ptr - note.data());
    out.push_back(value);
  }
  return out;
}

// A ratio of a few rounded millions is one of roundings: 1 against 0.65 are one figure. Ten of them differ by a twentieth at most.
bool is_of_rounded(const Shelf& shelf, const Observation& ratio) {
  constexpr double ten_millions = 1e7;
  return std::ranges::any_of(shelf.observations("goods_imports"), [&](const Observation& o) {
    return o.from == ratio.from && o.to == ratio.to && o.year() == ratio.year() && o.usable() && o.value < ten_millions && reading_of(shelf, o.from_where.source, "rounding");
  });
}

}  // namespace

std::optional<document::Table> mirror_table(const Shelf& shelf) {
  // Newest first, the exporter asked for first before the other.
  std::map<std::pair<int, bool>, Compared> rows;
  const auto row_of = [&](const Observation& o) -> Compared& { return rows[{-o.year(), o.from != shelf.facts.a}]; };
  for (const Observation& o : shelf.observations("goods_trade_mirror_ratio")) row_of(o).ratio = &o;
  for (const Observation& o : shelf.observations("goods_trade_reconciled")) (o.variant == "larger" ? row_of(o).larger : row_of(o).weighted) = &o;
  document::Table table;
  table.caption = "Both sides' books compared and reconciled by calculation; no figure here was reported by anybody";
  table.folded = true;
  table.columns = {{"Year", "", false}, {"Exporter", "", false}, {"Importer's over exporter's", "", true}, {"larger", "million USD", true}, {"weighted", "million USD", true},
                   {"Interval of weighted", "million USD", true}, {"Weight of the exporter's books", "", true}};
  for (const auto& [key, row] : rows) {
    if (!row.ratio) continue;
    const Observation& o = *row.ratio;
    if (is_of_rounded(shelf, o)) continue;
    const auto numbers = row.weighted ? numbers_in(row.weighted->note) : std::vector<double>();
    const std::string interval = numbers.size() < 2 ? "–" : fmt::format("{} to {}", scaled_number(numbers[0] / 1e6, 1), scaled_number(numbers[1] / 1e6, 1));
    const std::string weight = numbers.size() < 3 ? "–" : fmt::format("{} %", numbers[2]);
    table.rows.push_back({Words(shelf).text(std::to_string(o.year())).cite(o).done(), plain(shelf.state(o.from).name), plain(human_number(o.value, 2)), plain(millions(row.larger)),
                          plain(millions(row.weighted)), plain(interval), plain(weight)});
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

}  // namespace comity::dossier
