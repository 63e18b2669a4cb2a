#include "comity/dossier/detail/trade_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Drawn {
  const Book* book;
  const FactSeries* series;
  int from = 0, to = 0;  // years that better series hold already and this one leaves out; 0: none

  bool leads() const { return from == 0; }
  bool draws(int year) const { return leads() || year < from || year > to; }
};

// The series that leads, and others for the years before and after it: two sources of one book never cross in the chart,
// are never joined, and both stand in the table.
std::vector<Drawn> drawn_of(const Book& book) {
  std::vector<Drawn> out;
  int begin = 0, end = 0;
  for (const FactSeries& s : book.series) {
    const Observation* first = s.statement ? nullptr : s.first_usable();
    if (!first) continue;
    const Drawn d{&book, &s, begin, end};
    if (std::ranges::none_of(s.cells, [&](const Observation* o) { return speaks_for_itself(*o) && d.draws(o->year()); })) continue;
    out.push_back(d);
    begin = begin ? std::min(begin, first->year()) : first->year();
    end = std::max(end, s.last_usable()->year());
  }
  return out;
}

std::string_view chart_currency(const std::vector<Drawn>& drawn) {
  for (const Drawn& d : drawn) {
    if (d.series->currency == "USD") return "USD";
  }
  return drawn.empty() ? std::string_view() : drawn.front().series->currency;
}

std::string line_name(const Shelf& shelf, const Drawn& d) {
  // One line of a label each: the brief's chart is half as tall.
  if (shelf.request.profile == Profile::brief) return fmt::format("{} {}", possessive(shelf.state(d.book->reporter).name), d.book->exports ? "exports" : "imports");
  const std::string flow = fmt::format("{} to {}", in_text(shelf.state(d.book->from)), in_text(shelf.state(d.book->to)));
  return fmt::format("{}, {} books", capitalised(flow), possessive(in_text(shelf.state(d.book->reporter))));
}

document::Series draw(const Shelf& shelf, const Drawn& d, Money& money, std::string_view currency) {
  FactSeries shown = *d.series;
  std::erase_if(shown.cells, [&](const Observation* o) { return !d.draws(o->year()); });
  const int spacing = shown.spacing();
  document::Series line = line_of(shelf, shown, [&](const Observation& o) { return money.value_in(o, currency); }, spacing > 1);
  line.name = line_name(shelf, d);
  // An older source's stretch stands apart from the one that leads, with its name.
  if (!d.leads()) line.name += fmt::format(" ({})", publisher_words(shelf.source(d.series->source)));
  if (spacing > 1) line.name += fmt::format(", every {} years", number_in_words(static_cast<std::size_t>(spacing)));
  line.hue = shelf.hue(d.book->from);
  line.dashed = !d.book->exports;
  line.cites = shelf.book.enter_rows(shown.from_where());
  return line;
}

// Ends of a line that hold no figure say nothing.
void trim(document::Series& line) {
  const auto holds = [](const document::Series::Point& p) { return p.y.has_value(); };
  const auto first = std::ranges::find_if(line.points, holds);
  line.points.erase(line.points.begin(), first);
}

void label_last(document::Series& line, std::string_view currency) {
  const auto it = std::ranges::find_if(line.points.rbegin(), line.points.rend(), [](const auto& p) { return p.y && !p.suspect; });
  if (it != line.points.rend()) it->label = human_money(*it->y, currency);
}

std::string valuations(const Shelf& shelf, const std::vector<Drawn>& drawn) {
  std::set<std::string> exports, imports;
  for (const Drawn& d : drawn) {
    for (const Observation* o : d.series->cells) {
      // What a reporter says of its imports goes before the copy's column, here as in the table.
      if (!d.book->exports && o->valuation == facts::Valuation::cif && !policies_of(shelf, "fob_importers", o->reporter, o->year()).empty()) imports.insert("FOB");
      else if (o->valuation == facts::Valuation::fob || o->valuation == facts::Valuation::cif) (d.book->exports ? exports : imports).insert(std::string(words_for(o->valuation)));
    }
  }
  std::vector<std::string> parts;
  if (!exports.empty()) parts.push_back(fmt::format("exports {}", fmt::join(exports, " or ")));
  if (!imports.empty()) parts.push_back(fmt::format("imports {}", fmt::join(imports, " or ")));
  return parts.empty() ? "valuation not known" : join_words(parts);
}

void add_marks(document::LineChart& chart, const Shelf& shelf, const std::vector<Drawn>& drawn) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"method", "another method"}, {"territory", "another territory"}, {"state_succession", "another state"}, {"definition", "another definition"}};
  for (const Drawn& d : drawn) {
    if (d.series->cells.empty()) continue;
    for (const PolicyRow* row : remarks_on(shelf, *d.series->cells.front())) {
      const auto kind = std::ranges::find(kinds, row->kind, [](const auto& k) { return k.first; });
      const int year = row->to_year ? row->to_year : row->from_year;
      if (kind == std::end(kinds) || year < d.series->cells.front()->year() || year > d.series->cells.back()->year()) continue;
      const double x = row->from_year && row->to_year ? (row->from_year + row->to_year) / 2.0 : year;
      const bool had = std::ranges::any_of(chart.marks, [&](const auto& m) { return m.x == x; });
      if (!had && chart.marks.size() < 3) chart.marks.push_back({x, std::string(kind->second), between_words(*row)});
    }
  }
}

// Two books of one flow: the first line of each.
void add_bands(document::LineChart& chart, const std::vector<Drawn>& drawn) {
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    for (std::size_t j = i + 1; j < drawn.size(); ++j) {
      const bool mirror = drawn[i].book->from == drawn[j].book->from && drawn[i].book->reporter != drawn[j].book->reporter;
      if (mirror && drawn[i].leads() && drawn[j].leads()) chart.bands.emplace_back(i, j);
    }
  }
}

}  // namespace

document::LineChart trade_chart(const Shelf& shelf, const TradeBooks& books, Money& money) {
  document::LineChart chart;
  chart.indicator = "goods_exports";
  std::vector<Drawn> drawn;
  for (const Book* book : {&books.a_exports, &books.b_imports, &books.b_exports, &books.a_imports}) {
    for (const Drawn& d : drawn_of(*book)) {
      // The brief has room for one line a book: the longest series.
      if (shelf.request.profile == Profile::brief && !drawn.empty() && drawn.back().book == book) {
        if (d.series->cells.size() > drawn.back().series->cells.size()) drawn.back() = Drawn{d.book, d.series};
        continue;
      }
      drawn.push_back(d);
    }
  }
  std::set<int> years;
  for (const Drawn& d : drawn) {
    for (const Observation* o : d.series->cells) {
      if (speaks_for_itself(*o)) years.insert(o->year());
    }
  }
  if (years.size() < 3) return chart;
  const std::string_view currency = chart_currency(drawn);
  std::vector<const FactSeries*> sources;
  for (const Drawn& d : drawn) {
    document::Series line = draw(shelf, d, money, currency);
    trim(line);
    label_last(line, currency);
    chart.series.push_back(std::move(line));
    sources.push_back(d.series);
  }
  chart.title = fmt::format("Trade in goods between {} and {}, in both sets of books", in_text(shelf.a()), in_text(shelf.b()));
  chart.subtitle = fmt::format("{} a year at current prices; {}; solid: the seller’s books, dashed: the buyer’s", currency, valuations(shelf, drawn));
  const bool converted = std::ranges::any_of(drawn, [&](const Drawn& d) { return d.series->currency != currency; });
  if (converted) chart.subtitle += "; other currencies at the mean of each year";
  chart.unit = currency;
  add_bands(chart, drawn);
  add_marks(chart, shelf, drawn);
  chart.source_line = source_line(shelf, sources);
  return chart;
}

document::Table trade_table(const Shelf& shelf, const TradeBooks& books) {
  std::vector<const FactSeries*> all;
  std::vector<std::string> heads;
  for (const Book* book : {&books.a_exports, &books.b_imports, &books.b_exports, &books.a_imports}) {
    for (const FactSeries& s : book->series) {
      all.push_back(&s);
      heads.push_back(capitalised(fmt::format("{} to {}, {} {}", in_text(shelf.state(book->from)), in_text(shelf.state(book->to)), possessive(in_text(shelf.state(book->reporter))),
                                              book->exports ? "exports" : "imports")));
    }
  }
  return table_of(shelf, all, heads, "Trade in goods, every source in its own currency; nothing is averaged", 1e6, "", 1);
}

}  // namespace comity::dossier
