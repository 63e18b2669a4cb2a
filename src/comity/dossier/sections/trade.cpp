// Trade in goods: what each side books, on lines of its own, with valuation, origin and source; balance, growth and shares
// within one set of books only; and what an expert reads into the distance between the two (rules.md 7, 11 to 17, 19, 20).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/mirror.hpp"
#include "comity/dossier/detail/mirror_table.hpp"
#include "comity/dossier/detail/money.hpp"
#include "comity/dossier/detail/out_of_line.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/detail/trade_chart.hpp"
#include "comity/dossier/detail/trade_more.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Inlines;
using document::Section;
using facts::Observation;

// "1.7 times", "15 times"
// Beside three dollars no digit of a quotient means anything.
document::Figure times(double factor) { return {factor > 1000 ? "over 1000 times" : fmt::format("{} times", human_number(factor, factor < 10 ? 1 : 0)), factor, "factor"}; }

// The finding, in each one's own books: who buys how much more than it sells.
void add_finding(Section& section, const Shelf& shelf, const TradeBooks& books) {
  Words words(shelf);
  for (const StateId reporter : {shelf.facts.a, shelf.facts.b}) {
    const Ends ends = latest_balance(books, reporter);
    if (!ends || ends.one->value <= 0 || ends.other->value <= 0) continue;
    const double factor = std::max(ends.one->value, ends.other->value) / std::min(ends.one->value, ends.other->value);
    const bool buys_more = ends.other->value > ends.one->value;
    const std::string self = in_text(shelf.state(reporter));
    const std::string partner = in_text(shelf.state(reporter == shelf.facts.a ? shelf.facts.b : shelf.facts.a));
    words.text(words.empty() ? "" : " ").text(capitalised(self));
    if (factor < 1.05) {
      words.text(fmt::format(" buys from {} about as much as it sells there", partner));
    } else {
      words.text(buys_more ? " buys " : " sells ").figure(times(factor)).text(buys_more ? fmt::format(" as much from {} as it sells there", partner) : fmt::format(" as much to {} as it buys there", partner));
    }
    words.text(fmt::format(", as {} books it ({})", self, period_words(*ends.one))).cite(std::vector{ends.one->from_where, ends.other->from_where}).text(".");
  }
  if (!words.empty()) section.blocks.push_back(words.paragraph());
}

// "Germany’s exports to Kazakhstan"
std::string flow_words(const Shelf& shelf, const Book& book) {
  return fmt::format("{} {} {}", capitalised(possessive(in_text(shelf.state(book.reporter)))), book.exports ? "exports to" : "imports from",
                     in_text(shelf.state(book.exports ? book.to : book.from)));
}

document::Figure share(double part, double total) { return {share_text(part, total), 100 * part / total, "percent"}; }

struct Line {
  const Book* book;
  const Observation* o;
};

// The lines of the latest common year, then what is newer on either side.
std::vector<Line> headline(const TradeBooks& books) {
  std::vector<Line> out;
  for (const Book* book : books.all()) {
    const Observation* o = books.common_year ? book->at(*books.common_year) : nullptr;
    if (o) out.push_back({book, o});
  }
  for (const Book* book : books.all()) {
    const Observation* o = book->newest();
    const bool had = std::ranges::any_of(out, [&](const Line& line) { return line.o == o; });
    if (o && !had && (!books.common_year || o->year() != *books.common_year)) out.push_back({book, o});
  }
  return out;
}

Inlines amount_in(const Shelf& shelf, const Observation& o, std::string_view currency, Money& money) {
  Words words(shelf);
  if (o.currency == currency) return words.figure(figure_of(o)).done();
  const auto converted = money.convert(o, currency);
  if (!converted) return plain(o.currency.empty() ? "currency not known" : "no rate");
  document::Figure figure = document::Figure{converted_money(converted->value, currency), converted->value, std::string(currency)};
  return words.figure(std::move(figure)).done();
}

// "2.1 %, rank 14 of 190"; the reason where no rank may be given goes into `reasons`.
Inlines share_cell(const Shelf& shelf, const Line& line, std::vector<std::string>& reasons) {
  const facts::Standing* s = standing_of(shelf, *line.o, line.book->reporter);
  if (s && !s->rank && !s->why_no_rank.empty() && std::ranges::find(reasons, s->why_no_rank) == reasons.end()) reasons.emplace_back(s->why_no_rank);
  if (!s || s->total <= 0) return plain("–");
  Words words(shelf);
  words.figure(share(s->value, s->total));
  if (s->rank) words.text(fmt::format(", rank {} of {}", s->rank, s->partners));
  return words.done();
}

std::string valuation_cell(const Shelf& shelf, const Observation& o) {
  const auto known = words_for(o.valuation);
  for (const PolicyRow* row : policies_of(shelf, "fob_importers", o.reporter, o.year())) {
    // The reporter's own note on how it values imports, where the copy at hand does not say.
    const bool import = o.reporter == o.to;
    if (import && o.valuation != facts::Valuation::fob && row->kind != "fob") return "valuation not known";
    if (import && o.valuation != facts::Valuation::fob && known != "FOB") return "FOB by the reporter’s own note";
  }
  return known.empty() ? "valuation not known" : std::string(known);
}

void add_lines(Section& section, const Shelf& shelf, const TradeBooks& books, Money& money) {
  const std::vector<Line> lines = headline(books);
  if (lines.empty()) return;
  document::Table table;
  table.caption = books.common_year ? fmt::format("What each side books; {} is the latest year with a figure of both", *books.common_year)
                                    : std::string("What the books say; there is no year with a figure of both");
  table.columns = {{"Figure", "", false}, {"In dollars", "USD", true}, {"In euros", "EUR", true}, {"Share in its total", "", true}, {"Valued, said by", "", false}};
  std::vector<std::string> reasons;
  for (const Line& line : lines) {
    const Observation& o = *line.o;
    Words source(shelf);
    source.text(fmt::format("{}; {}", valuation_cell(shelf, o), publisher_words(shelf.source(o.from_where.source))));
    if (o.origin != facts::Origin::reported) source.text(fmt::format("{} {}", o.origin == facts::Origin::unknown ? ";" : ",", words_for(o.origin)));
    for (auto& badge : badges_of(o)) source.badge(std::move(badge));
    table.rows.push_back({plain(fmt::format("{}, {}", flow_words(shelf, *line.book), period_words(o))), amount_in(shelf, o, "USD", money), amount_in(shelf, o, "EUR", money),
                          share_cell(shelf, line, reasons), source.cite(o).done()});
  }
  section.blocks.push_back(std::move(table));
  Words notes(shelf);
  if (Inlines rates = money.used_rates(); !rates.empty()) notes.text("≈ converted at ").add(std::move(rates)).text(".");
  for (const std::string& reason : reasons) notes.text(fmt::format("{}No rank: {}.", notes.empty() ? "" : " ", reason));
  if (!notes.empty()) section.blocks.push_back(notes.paragraph());
}

// Figures of a table that do not speak of the two as the register has them: of more than the state, or of a trade that is not booked
// as foreign.
void add_other_extent(Section& section, const Shelf& shelf, const TradeBooks& books) {
  std::vector<const PolicyRow*> told;
  for (const Line& line : headline(books)) {
    for (const PolicyRow* row : remarks_on(shelf, *line.o)) {
      const bool wanted = row->kind == "wider_territory" || row->kind == "not_foreign_trade";
      const bool again = std::ranges::any_of(told, [&](const PolicyRow* other) { return other->text == row->text; });
      if (wanted && !again && holds_in(*row, line.o->year())) told.push_back(row);
    }
  }
  for (const PolicyRow* row : told) section.blocks.push_back(document::Paragraph{policy_sentence(shelf, *row)});
}

void add_age(Section& section, const Shelf& shelf, const TradeBooks& books) {
  const Observation* last = nullptr;
  for (const Book* book : books.all()) {
    const Observation* o = book->newest();
    if (o && (!last || end_of(*o) > end_of(*last))) last = o;
  }
  if (!last || !is_history(end_of(*last), shelf.context)) return;
  Words words(shelf);
  words.badge(age_badge(end_of(*last), shelf.context)).text(fmt::format(" The newest figure is of {}: history, not the state of today.", period_words(*last)));
  section.blocks.push_back(words.cite(*last).paragraph());
}

// Where the books of one flow stand apart, and what may lie behind it.
void add_mirrors(Section& section, const Shelf& shelf, const TradeBooks& books, Money& money) {
  std::vector<std::string> said;
  for (const StateId exporter : {shelf.facts.a, shelf.facts.b}) {
    const Ends ends = latest_mirror(books, exporter);
    if (!ends || ends.one->value <= 0 || ends.other->value <= 0) continue;
    const auto bought = money.value_in(*ends.other, ends.one->currency);
    if (!bought) continue;
    const auto [factor, rounded] = distance_of(shelf, *ends.one, ends.one->value, *ends.other, *bought);
    const std::string from = in_text(shelf.state(exporter)), to = in_text(shelf.state(ends.one->to));
    Words words(shelf);
    words.text(fmt::format("Of goods from {} to {}, {} books ", from, to, from)).figure(*ends.one).cite(*ends.one);
    words.text(fmt::format(" of exports and {} ", to)).figure(*ends.other).cite(*ends.other).text(fmt::format(" of imports in {}: ", period_words(*ends.one)));
    if (factor < 1.02) {
      words.text(rounded ? "one of the two is rounded to whole millions, and so far they agree." : "the two agree.");
    } else {
      const std::string who = possessive(*bought > ends.one->value ? to : from);
      words.text(fmt::format("{} figure is {}", who, rounded ? "at least " : "")).figure({factor < 2 ? human_percent((factor - 1) * 100, 0) : times(factor).text, factor, "factor"});
      words.text(factor < 2 ? " higher" : " as large").cite(std::vector{ends.one->from_where, ends.other->from_where}).text(".");
    }
    for (Inlines& reading : mirror_readings(shelf, ends, factor)) {
      const std::string text = to_plain(reading);
      if (std::ranges::find(said, text) != said.end()) continue;
      said.push_back(text);
      words.text(" ").add(std::move(reading));
    }
    section.blocks.push_back(words.paragraph());
  }
}

// Balance and growth, each within one set of books.
void add_movement(Section& section, const Shelf& shelf, const TradeBooks& books) {
  document::List list;
  for (const StateId reporter : {shelf.facts.a, shelf.facts.b}) {
    const Ends ends = latest_balance(books, reporter);
    if (!ends) continue;
    const double balance = ends.one->value - ends.other->value;
    const std::string partner = in_text(shelf.state(reporter == shelf.facts.a ? shelf.facts.b : shelf.facts.a));
    Words words(shelf);
    words.text(fmt::format("{} of {} with {} in {}: ", balance < 0 ? "Deficit" : "Surplus", in_text(shelf.state(reporter)), partner, period_words(*ends.one)));
    words.figure(document::Figure{human_money(std::abs(balance), ends.one->currency), balance, std::string(ends.one->currency)});
    words.cite(std::vector{ends.one->from_where, ends.other->from_where});
    const auto valuation = [](const Observation& o) { return words_for(o.valuation).empty() ? std::string_view("valuation not known") : words_for(o.valuation); };
    const auto sold = valuation(*ends.one), bought = valuation(*ends.other);
    words.text(sold == bought ? fmt::format(" in its own books ({})", sold) : fmt::format(" in its own books (exports {}, imports {})", sold, bought));
    list.items.push_back(words.done());
  }
  for (const Book* book : books.all()) {
    const Ends ends = latest_growth(shelf, *book);
    if (!ends) continue;
    const double change = 100 * (ends.one->value / ends.other->value - 1);
    Words words(shelf);
    words.text(fmt::format("{}, {} to {}: ", flow_words(shelf, *book), ends.other->year(), ends.one->year()));
    const bool still = std::abs(change) < 0.05;  // what prints as nought
    words.figure({still ? "no change" : fmt::format("{}{}", change < 0 ? "−" : "+", human_percent(std::abs(change))), change, "percent"});
    words.text(fmt::format(" in {} at current prices", ends.one->currency)).cite(std::vector{ends.one->from_where, ends.other->from_where});
    list.items.push_back(words.done());
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

void add_suspects(Section& section, const Shelf& shelf, const TradeBooks& books) {
  for (const Book* book : books.all()) {
    std::vector<int> years;
    std::vector<facts::Provenance> from;
    for (const FactSeries& s : book->series) {
      for (const Observation* o : s.cells) {
        if (is_suspect(*o)) years.push_back(o->year()), from.push_back(o->from_where);
      }
    }
    if (years.empty()) continue;
    Words words(shelf);
    words.text(fmt::format("Zeros of {} {} {} in {} are contradicted by neighbouring years, by the partner or by another source; they are not drawn, summed or ranked.",
                           book->exports ? "exports to" : "imports from", in_text(shelf.state(book->exports ? book->to : book->from)), reporter_words(shelf, *book->series[0].cells[0]),
                           years_words(std::move(years))));
    section.blocks.push_back(words.badge({"zero, contradicted", document::Badge::warning}).cite_rows(from).paragraph());
  }
}

// Books of exports that are not all there: what the mark means, said once a book.
void add_incomplete_books(Section& section, const Shelf& shelf, const TradeBooks& books) {
  for (const Book* book : books.all()) {
    std::vector<int> years;
    std::vector<facts::Provenance> from;
    for (const FactSeries& s : book->series) {
      for (const Observation* o : s.cells) {
        if (o->is(facts::incomplete_books)) years.push_back(o->year()), from.push_back(o->from_where);
      }
    }
    if (years.empty()) continue;
    Words words(shelf);
    words.text(fmt::format("{} exports by partner of {} add up to well under its total by another source: partners or goods are missing from this copy, so that a figure "
                           "may be too low; none of them is told as a share or with a rank. ",
                           capitalised(possessive(in_text(shelf.state(book->reporter)))), years_words(std::move(years))));
    section.blocks.push_back(words.badge({"incomplete books", document::Badge::warning}).cite_rows(from).paragraph());
  }
}

void add_estimates(Section& section, const Shelf& shelf, const TradeBooks& books) {
  for (const Book* book : books.all()) {
    const Observation* last = nullptr;
    for (const FactSeries& s : book->series) {
      for (const Observation* o : s.cells) {
        if (o->usable() && is_estimate(*o) && (!last || o->year() > last->year())) last = o;
      }
    }
    const Observation* own = book->newest();
    if (!last || (own && own->year() >= last->year())) continue;
    Words words(shelf);
    words.text(fmt::format("{} in {}: ", flow_words(shelf, *book), period_words(*last)));
    words.figure(*last).cite(*last).text(fmt::format(" – {}, so no voice of its own beside the partner’s.", words_for(last->origin)));
    section.blocks.push_back(words.paragraph());
  }
}

}  // namespace

Section trade_section(const Shelf& shelf) {
  Section section;
  section.id = "trade";
  section.title = "Trade in goods";
  const TradeBooks books = trade_books(shelf);
  const bool full = shelf.request.profile != Profile::brief;
  Money money(shelf), chart_money(shelf);
  add_finding(section, shelf, books);
  add_lines(section, shelf, books, money);
  add_other_extent(section, shelf, books);
  add_age(section, shelf, books);
  if (full) add_mirrors(section, shelf, books, money);  // the brief tells them where the sources disagree
  if (full) add_movement(section, shelf, books);
  add_regions(section, shelf, books);
  if (full) add_partial_years(section, shelf);
  if (full) add_suspects(section, shelf, books);
  if (full) add_incomplete_books(section, shelf, books);
  add_estimates(section, shelf, books);
  if (full) add_out_of_line(section, shelf, books.series());
  document::LineChart chart = trade_chart(shelf, books, chart_money);
  if (!chart.series.empty()) section.blocks.push_back(std::move(chart));
  if (full && books.any()) section.blocks.push_back(trade_table(shelf, books));
  if (auto compared = full ? mirror_table(shelf) : std::nullopt) section.blocks.push_back(std::move(*compared));
  if (full || !books.any()) add_trade_statements(section, shelf, books);
  if (section.blocks.empty()) {
    section.blocks.push_back(gap(fmt::format("trade in goods between {} and {}", in_text(shelf.a()), in_text(shelf.b())), covering_words(shelf, "goods_imports"),
                                 "the customs or statistics office of either"));
  }
  return section;
}

}  // namespace comity::dossier
