#include "comity/dossier/detail/investment_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

std::vector<FactSeries> kept(std::vector<FactSeries> all) {
  std::erase_if(all, [](const FactSeries& s) { return s.statement; });
  return all;
}

void add_position(document::List& list, const Shelf& shelf, const FactSeries& s) {
  const Observation* last = s.last_usable();
  const auto hidden = withheld(s);
  if (!last && hidden.empty()) return;
  const bool investor = s.reporter == s.from;
  Words words(shelf);
  words.text(fmt::format("{} direct investment in {}", capitalised(possessive(in_text(shelf.state(s.from)))), in_text(shelf.state(s.to))));
  words.text(fmt::format(", {} ({}): ", s.reporter ? fmt::format("as {} books it", in_text(shelf.state(s.reporter))) : "no reporter named", source_words(shelf, s)));
  if (last) {
    words.figure(*last).text(fmt::format(" {}", in_period(*last))).age(end_of(*last)).cite(*last);
    if (last->value < 0) words.text(" (negative: the enterprise has lent its owners more than they hold in it)");
    if (s.reporter) say_standing(words, shelf, *last, s.reporter, investor ? "its positions abroad" : "the positions it hosts");
  }
  if (!hidden.empty() && last) words.text(";");
  say_withheld(words, hidden);
  list.items.push_back(words.done());
}

bool is_gross(const Shelf& shelf, const Observation& o) {
  return std::ranges::any_of(remarks_on(shelf, o), [&](const PolicyRow* row) {
    // Gross are the books of the state that the remark names, not those of its partner.
    return row->kind == "gross" && row->state == o.reporter;
  });
}

// The source says of some states that theirs are gross: the others' are net.
bool marks_gross(const Shelf& shelf, SourceId source) {
  return std::ranges::any_of(shelf.context.policies, [&](const PolicyRow& row) { return row.kind == "gross" && row.data_source == shelf.source(source).id; });
}

void add_flow(document::List& list, const Shelf& shelf, const FactSeries& s) {
  const Observation* last = s.last_usable();
  if (!last) return;
  Words words(shelf);
  words.text(fmt::format("Flow from {} to {}, {} ({}): ", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)),
                         s.reporter ? fmt::format("as {} books it", in_text(shelf.state(s.reporter))) : "no reporter named", source_words(shelf, s)));
  words.figure(*last).text(fmt::format(" {}", in_period(*last)));
  if (s.variant != "net" && s.variant != "gross") words.text(is_gross(shelf, *last) ? ", gross" : last->value < 0 ? ", net: more was withdrawn than invested" : marks_gross(shelf, s.source) ? ", net" : "");
  words.age(end_of(*last)).cite(*last);
  std::vector<int> doubtful;
  std::vector<facts::Provenance> from;
  for (const Observation* o : s.cells) {
    if (o->absence == Absence::zero_or_not_reported) doubtful.push_back(o->year()), from.push_back(o->from_where);
  }
  if (!doubtful.empty()) words.text(fmt::format("; zero or not reported in {}", years_words(std::move(doubtful)))).cite_rows(from);
  list.items.push_back(words.done());
}

}  // namespace

// The years of cells behind the last figure that the publisher withholds.
std::vector<const Observation*> withheld(const FactSeries& s) {
  const Observation* last = s.last_usable();
  std::vector<const Observation*> out;
  for (const Observation* o : s.cells) {
    if (!o->has_value && o->absence == Absence::confidential && (!last || o->year() > last->year())) out.push_back(o);
  }
  return out;
}

void say_standing(Words& words, const Shelf& shelf, const Observation& o, StateId of, std::string_view among) {
  const facts::Standing* s = standing_of(shelf, o, of);
  if (!s || s->partners == 1) return;  // all of one partner is no share, and the first of one no rank
  if (s->total > 0) {
    if (s->value < 0) return;  // a negative position is no part of a whole
    words.text("; ").figure({share_text(s->value, s->total), 100 * s->value / s->total, "percent"}).text(fmt::format(" of {} as far as published", among)).cite(o);
    if (s->absent) words.text(fmt::format(" ({} confidential or without a figure)", count_of(s->absent, "partner", "partners")));
  }
  if (s->rank) words.text(fmt::format(", rank {} of {}", s->rank, s->partners));
  if (!s->rank && !s->why_no_rank.empty()) words.text(fmt::format("; no rank: {}", s->why_no_rank));
}

std::string withheld_years(const std::vector<const Observation*>& hidden) {
  std::vector<int> years;
  for (const Observation* o : hidden) years.push_back(o->year());
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  if (years.size() == 1) return fmt::format("{} {}", hidden.front()->at_end ? "at the end of" : "in", years.front());
  const bool run = years.back() - years.front() + 1 == static_cast<int>(years.size());
  return run ? fmt::format("from {} to {}", years.front(), years.back()) : "in " + years_words(std::move(years));
}

void say_withheld(Words& words, const std::vector<const Observation*>& hidden) {
  if (hidden.empty()) return;
  std::vector<facts::Provenance> from;
  for (const Observation* o : hidden) from.push_back(o->from_where);
  words.badge({"confidential", document::Badge::absence});
  words.text(" " + withheld_years(hidden));
  words.text(": it exists and is not published").cite_rows(from);
}

InvestmentSide investment_side(const Shelf& shelf, StateId from, StateId to) {
  return {from, to, kept(series_of(shelf, "fdi_outward_stock", from, to)), kept(series_of(shelf, "fdi_inward_stock", from, to)),
          kept(series_of(shelf, "fdi_outflow", from, to)), kept(series_of(shelf, "fdi_inflow", from, to)), part_series_of(shelf, "fdi_outward_stock", from, to, "spe")};
}

void add_positions(document::List& list, const Shelf& shelf, const InvestmentSide& side) {
  for (const auto* all : {&side.by_investor, &side.by_host}) {
    for (const FactSeries& s : *all) add_position(list, shelf, s);
  }
}

void add_flows(document::List& list, const Shelf& shelf, const InvestmentSide& side) {
  for (const auto* all : {&side.outflows, &side.inflows}) {
    for (const FactSeries& s : *all) add_flow(list, shelf, s);
  }
}

void add_through_spes(document::List& list, const Shelf& shelf, const InvestmentSide& side) {
  for (const FactSeries& s : side.through_spes) {
    const Observation* last = s.last_usable();
    if (!last) continue;
    Words words(shelf);
    words.text(fmt::format("Of {} positions in {}, through special-purpose entities: ", possessive(in_text(shelf.state(s.from))), in_text(shelf.state(s.to)))).figure(*last);
    words.text(fmt::format(" {}, as {} publishes it (a part of the position; the owners behind them are others)", in_period(*last), s.variant.empty() ? source_words(shelf, s) : std::string(s.variant)));
    list.items.push_back(words.age(end_of(*last)).cite(*last).done());
  }
}

document::LineChart positions_chart(const Shelf& shelf, const InvestmentSide& one, const InvestmentSide& other) {
  document::LineChart chart;
  chart.indicator = "fdi_outward_stock";
  std::vector<const FactSeries*> sources;
  std::set<int> years;
  std::string_view currency;
  for (const InvestmentSide* side : {&one, &other}) {
    std::size_t lines[2] = {0, 0};
    bool had[2] = {false, false};
    for (const auto* all : {&side->by_investor, &side->by_host}) {
      if (all->empty() || !all->front().last_usable()) continue;
      const FactSeries& s = all->front();
      if (currency.empty()) currency = s.currency;
      if (s.currency != currency) continue;
      document::Series line = line_of(shelf, s, [](const Observation& o) { return std::optional(o.value); });
      line.name = capitalised(fmt::format("{} in {}, {} books", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)), s.reporter ? possessive(in_text(shelf.state(s.reporter))) : "a compiler’s"));
      line.hue = shelf.hue(s.from);
      line.dashed = s.reporter == s.to;
      line.cites = shelf.book.enter_rows(s.from_where());
      for (const Observation* o : s.cells) {
        if (speaks_for_itself(*o)) years.insert(o->year());
      }
      const auto last = std::ranges::find_if(line.points.rbegin(), line.points.rend(), [](const auto& p) { return p.y && !p.suspect; });
      if (last != line.points.rend()) last->label = human_money(*last->y, currency);
      lines[line.dashed] = chart.series.size(), had[line.dashed] = true;
      chart.series.push_back(std::move(line));
      sources.push_back(&s);
    }
    if (had[0] && had[1]) chart.bands.emplace_back(lines[0], lines[1]);
  }
  if (years.size() < 3) return {};
  chart.title = fmt::format("Direct investment between {} and {}", in_text(shelf.a()), in_text(shelf.b()));
  chart.subtitle = fmt::format("positions at the end of each year, {}; immediate counterpart; solid: the investor’s books, dashed: the host’s", currency);
  chart.unit = currency;
  chart.source_line = source_line(shelf, sources);
  return chart;
}

}  // namespace comity::dossier
