#include "comity/dossier/detail/out_of_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

constexpr double far_above = 300, far_below = 1000, worth_a_word = 1e7;

bool is_out_of_line(double before, double figure, double after) {
  const double low = std::min(before, after), high = std::max(before, after);
  return (figure >= worth_a_word && figure >= far_above * high) || (low >= worth_a_word && figure * far_below <= low);
}

// What the other side's books have of the same flow and year, where it is of the same size.
const Observation* confirmed_by(const Shelf& shelf, const Observation& figure) {
  constexpr double same_size = 3;
  for (const std::string_view indicator : {"goods_exports", "goods_imports"}) {
    for (const Observation& o : shelf.observations(indicator)) {
      if (o.from != figure.from || o.to != figure.to || o.reporter == figure.reporter || !o.reporter || !figure.reporter) continue;
      if (o.period_start != figure.period_start || o.period_months != figure.period_months || o.product != figure.product || o.currency != figure.currency) continue;
      if (speaks_for_itself(o) && o.value < same_size * figure.value && figure.value < same_size * o.value) return &o;
    }
  }
  return nullptr;
}

double size_of(const OutOfLine& one) { return std::max(one.figure->value, one.before->value); }

}  // namespace

std::vector<OutOfLine> out_of_line(const FactSeries& series) {
  std::vector<OutOfLine> out;
  if (series.statement) return out;
  std::vector<const Observation*> cells;
  for (const Observation* o : series.cells) {
    if (speaks_for_itself(*o) && o->value > 0) cells.push_back(o);
  }
  for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
    const Observation &before = *cells[i - 1], &figure = *cells[i], &after = *cells[i + 1];
    if (is_out_of_line(before.value, figure.value, after.value)) out.push_back({&before, &figure, &after});
  }
  return out;
}

void add_out_of_line(document::Section& section, const Shelf& shelf, const std::vector<const FactSeries*>& all) {
  std::vector<OutOfLine> found;
  for (const FactSeries* series : all) {
    for (const OutOfLine& one : out_of_line(*series)) found.push_back(one);
  }
  std::ranges::stable_sort(found, std::greater{}, size_of);
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 2); ++i) {
    const auto& [before, figure, after] = found[i];
    Words words(shelf);
    words.figure(*figure).cite(*figure).text(fmt::format(" {}, from {} to {} by {}, stands {} what the same source has {} (", in_period(*figure), in_text(shelf.state(figure->from)),
                                                         in_text(shelf.state(figure->to)), publisher_words(shelf.source(figure->from_where.source)),
                                                         figure->value > before->value ? "more than 300 times above" : "more than a thousand times below", in_period(*before)));
    words.figure(*before).cite(*before).text(fmt::format(") and {} (", in_period(*after))).figure(*after).cite(*after);
    if (const Observation* other = confirmed_by(shelf, *figure)) {
      words.text("): the other side’s books have it as well, with ").figure(*other).cite(*other);
      section.blocks.push_back(words.text(".").paragraph());
      continue;
    }
    words.text(figure->value > before->value ? "): one large transaction, or a slip of the source." : "): a slip of the source, or only a part of the whole.");
    section.blocks.push_back(words.text(" It is shown as published.").paragraph());
  }
}

}  // namespace comity::dossier
