// The chart of trade and the table folded under it: two flows, each in two sets of books. The exporter's hue for a flow;
// solid for the exporter's own books, dashed for the partner's, the band between them tinted; gaps with their reasons.
#pragma once

#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/detail/money.hpp"

namespace comity::dossier {

// No chart (no series) where fewer than three years have a figure: an empty frame says nothing.
document::LineChart trade_chart(const Shelf& shelf, const TradeBooks& books, Money& money);
// Every series as its source gives it, in its own currency. Folded.
document::Table trade_table(const Shelf& shelf, const TradeBooks& books);

}  // namespace comity::dossier
