#include "comity/dossier/detail/mirror_table.hpp"

#include <fmt/format.h>

#include <map>

#include "comity/base/number.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Compared {
  const Observation *ratio = nullptr, *larger = nullptr, *weighted = nullptr;
};

// "3 302": millions, as the other tables of trade have them.
std::string millions(const Observation* o) { return o && o->has_value ? human_number(o->value / 1e6, 1) : "–"; }

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
                   {"Interval", "USD", false}};
  for (const auto& [key, row] : rows) {
    if (!row.ratio) continue;
    const Observation& o = *row.ratio;
    const std::string note = row.weighted ? std::string(row.weighted->note) : "";
    table.rows.push_back({Words(shelf).text(std::to_string(o.year())).cite(o).done(), plain(shelf.state(o.from).name), plain(human_number(o.value, 2)), plain(millions(row.larger)),
                          plain(millions(row.weighted)), plain(note)});
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

}  // namespace comity::dossier
