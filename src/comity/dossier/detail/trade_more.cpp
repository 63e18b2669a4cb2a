#include "comity/dossier/detail/trade_more.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

unsigned month_of(const Observation& o) { return static_cast<unsigned>(std::chrono::year_month_day{o.period_start}.month()); }

// Months of one reporter, flow and source, by year and month.
using Months = std::map<int, std::map<unsigned, const Observation*>>;

// January to the last month without a gap.
std::vector<const Observation*> run_of(const Months& months, int year, std::size_t most = 12) {
  std::vector<const Observation*> out;
  const auto it = months.find(year);
  if (it == months.end()) return out;
  for (unsigned month = 1; month <= 12 && out.size() < most; ++month) {
    const auto cell = it->second.find(month);
    if (cell == it->second.end()) break;
    out.push_back(cell->second);
  }
  return out;
}

double sum(const std::vector<const Observation*>& cells) {
  double out = 0;
  for (const Observation* o : cells) out += o->value;
  return out;
}

std::string flow_words(const Shelf& shelf, const Observation& o) {
  const bool exports = o.reporter == o.from;
  return fmt::format("{} {} {}", capitalised(possessive(in_text(shelf.state(o.reporter)))), exports ? "exports to" : "imports from", in_text(shelf.state(exports ? o.to : o.from)));
}

void say_run(document::List& list, const Shelf& shelf, const Months& months) {
  const int year = months.rbegin()->first;
  const auto now = run_of(months, year);
  if (now.empty() || now.size() == 12) return;
  const auto before = run_of(months, year - 1, now.size());
  const Observation& first = *now.front();
  Observation span = first;  // for its words only
  span.period_months = static_cast<std::uint8_t>(now.size());
  std::vector<facts::Provenance> from;
  for (const Observation* o : now) from.push_back(o->from_where);
  Words words(shelf);
  words.text(fmt::format("{}, {}: ", flow_words(shelf, first), period_words(span))).figure(money(sum(now), first.currency));
  words.text(now.size() == 1 ? " (one month, no year)" : fmt::format(" (sum of {} months, no year)", number_in_words(now.size()))).cite_rows(from);
  if (before.size() == now.size() && sum(before) > 0) {
    const double change = 100 * (sum(now) / sum(before) - 1);
    for (const Observation* o : before) from.push_back(o->from_where);
    words.text("; against the same months of the year before ").figure({fmt::format("{}{}", change < 0 ? "−" : "+", human_percent(std::abs(change))), change, "percent"});
    words.cite_rows(from);
  }
  list.items.push_back(words.done());
}

}  // namespace

void add_partial_years(document::Section& section, const Shelf& shelf) {
  document::List list;
  for (const std::string_view indicator : {"goods_exports", "goods_imports"}) {
    std::map<std::tuple<StateId, StateId, StateId, SourceId>, Months> monthly;
    for (const Observation& o : shelf.observations(indicator)) {
      const bool total = o.product.empty() || o.product == "total";
      if (!total || !o.usable() || is_estimate(o) || o.price_base || !is_within(shelf, o) || is_fixture(shelf.source(o.from_where.source))) continue;
      if (o.period_months == 1) monthly[{o.from, o.to, o.reporter, o.from_where.source}][o.year()][month_of(o)] = &o;
      const bool part = o.period_months > 1 && o.period_months < 12 && !o.at_end && o.reporter;
      if (part) {
        list.items.push_back(Words(shelf).text(fmt::format("{}, {}: ", flow_words(shelf, o), period_words(o))).figure(o).text(" (part of a year, no year)").cite(o).done());
      }
    }
    for (const auto& [key, months] : monthly) say_run(list, shelf, months);
  }
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("Parts of years, which stand in no yearly series:").paragraph());
  section.blocks.push_back(std::move(list));
}

// --- regions ----------------------------------------------------------------------------------------------------

namespace {

struct Share {
  const facts::Standing* standing = nullptr;
  const Observation* o = nullptr;
};

// The figure behind a standing, for its mark.
const Observation* figure_behind(const TradeBooks& books, const facts::Standing& s) {
  for (const Book* book : books.of(s.reporter)) {
    if (book->exports != s.outgoing) continue;
    for (const FactSeries& series : book->series) {
      const Observation* o = series.source == s.source ? series.at(year_of(s.period_start)) : nullptr;
      if (o && o->indicator == s.indicator && o->period_start == s.period_start && o->variant == s.variant && speaks_for_itself(*o)) return o;
    }
  }
  return nullptr;
}

struct RegionShares {
  Share exports, imports;
  Day newest{};
};

std::map<std::string, RegionShares> shares_of(const Shelf& shelf, const TradeBooks& books, StateId reporter) {
  std::map<std::string, RegionShares> out;
  for (const facts::Standing& s : shelf.facts.standings) {
    if (s.region.empty() || s.of != reporter || s.reporter != reporter || s.total <= 0) continue;
    const Observation* o = figure_behind(books, s);
    if (!o) continue;
    RegionShares& region = out[std::string(s.region)];
    Share& share = s.outgoing ? region.exports : region.imports;
    const bool newer = !share.standing || s.period_start > share.standing->period_start;
    const bool same = share.standing && s.period_start == share.standing->period_start && o->origin == facts::Origin::reported && share.o->origin != o->origin;
    if (newer || same) share = {&s, o};
    region.newest = std::max(region.newest, s.period_start);
  }
  return out;
}

void say_share(Words& words, const Share& share, std::string_view before) {
  words.text(before).figure(percent(100 * share.standing->value / share.standing->total)).text(fmt::format(" in {}", period_words(*share.o)));
  if (share.standing->rank) words.text(fmt::format(" (rank {} of {})", share.standing->rank, share.standing->partners));
  words.cite(*share.o);
}

std::string members_words(const Shelf& shelf, const world::Region& region, Day day, std::size_t& count) {
  std::vector<std::string> names;
  for (const auto& [member, span] : region.members) {
    if (span.contains(day) && shelf.state(member).exists_on(day)) names.push_back(in_text(shelf.state(member)));
  }
  count = names.size();
  std::ranges::sort(names);
  return join_words(names);
}

void say_region(document::Section& section, const Shelf& shelf, StateId reporter, const std::string& key, const RegionShares& shares) {
  const world::Region* region = shelf.context.states->region(key);
  const std::string name = region ? region->name : key;
  const StateId partner = reporter == shelf.facts.a ? shelf.facts.b : shelf.facts.a;
  Words words(shelf);
  words.text(fmt::format("{} share in {} trade with {}, in {} own books: ", capitalised(possessive(in_text(shelf.state(partner)))),
                         possessive(in_text(shelf.state(reporter))), name, possessive(in_text(shelf.state(reporter)))));
  if (shares.exports.o) say_share(words, shares.exports, "of exports ");
  if (shares.imports.o) say_share(words, shares.imports, shares.exports.o ? "; of imports " : "of imports ");
  const bool both = shares.exports.o && shares.imports.o && shares.exports.standing->period_start == shares.imports.standing->period_start &&
                    shares.exports.standing->source == shares.imports.standing->source && shares.exports.o->currency == shares.imports.o->currency;
  if (both) {
    const auto &x = *shares.exports.standing, &m = *shares.imports.standing;
    words.text("; of both added: ").figure(percent(100 * (x.value + m.value) / (x.total + m.total))).cite(std::vector{shares.exports.o->from_where, shares.imports.o->from_where});
  }
  const facts::Standing& s = *(shares.exports.standing ? shares.exports.standing : shares.imports.standing);
  std::size_t count = 0;
  const std::string members = region ? members_words(shelf, *region, s.period_start, count) : "";
  if (count && count <= 12) words.text(fmt::format(". {} here: {}", name, members));
  if (count > 12) words.text(fmt::format(". {} has {} members", name, count));
  if (s.absent) words.text(fmt::format("; {} of them without a figure in this source, so the share is one of those that have", number_in_words(s.absent)));
  if (!s.absent && !s.rank && !s.why_no_rank.empty()) words.text(fmt::format("; no rank: {}", s.why_no_rank));
  section.blocks.push_back(words.text(".").paragraph());
}

}  // namespace

void add_regions(document::Section& section, const Shelf& shelf, const TradeBooks& books) {
  for (const StateId reporter : {shelf.facts.a, shelf.facts.b}) {
    const auto all = shares_of(shelf, books, reporter);
    // The smallest region says most; a brief has room for one only.
    const std::pair<const std::string, RegionShares>* best = nullptr;
    std::size_t fewest = 0;
    for (const auto& one : all) {
      const world::Region* region = shelf.context.states->region(one.first);
      const std::size_t size = region ? region->members.size() : 999;
      if (!best || size < fewest) best = &one, fewest = size;
    }
    if (best) say_region(section, shelf, reporter, best->first, best->second);
  }
}

// --- statements -------------------------------------------------------------------------------------------------

namespace {

// A source that keeps both flows adds nothing by their sum.
bool in_books(const TradeBooks& books, SourceId source) {
  return std::ranges::any_of(books.all(), [&](const Book* book) {
    return std::ranges::any_of(book->series, [&](const FactSeries& s) { return s.source == source && !s.statement; });
  });
}

}  // namespace

void add_trade_statements(document::Section& section, const Shelf& shelf, const TradeBooks& books) {
  document::List list;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kinds = {{{"goods_trade_total", "Trade both ways"}, {"trade_share_region", "Share"}}};
  for (const auto& [indicator, title] : kinds) {
    for (const Observation& o : shelf.observations(indicator)) {
      if (!o.has_value || is_fixture(shelf.source(o.from_where.source)) || !is_within(shelf, o) || in_books(books, o.from_where.source)) continue;
      Words words(shelf);
      if (indicator == "trade_share_region") {
        words.text(fmt::format("Share of {} in {}: ", in_text(shelf.state(o.to)), o.variant.empty() ? fmt::format("a total of {}", in_text(shelf.state(o.from))) : std::string(o.variant)));
      } else {
        words.text(fmt::format("{}, {}: ", title, period_words(o)));
      }
      words.figure(o);
      if (indicator == "goods_trade_total" && o.currency.empty()) words.text(" in a currency that is not known");
      if (indicator == "trade_share_region") words.text(fmt::format(" ({})", period_words(o)));
      words.text(o.reporter ? fmt::format(", {} side", shelf.state(o.reporter).adjective.empty() ? possessive(shelf.state(o.reporter).name) : shelf.state(o.reporter).adjective) : std::string());
      list.items.push_back(words.text(fmt::format(" – {}", publisher_words(shelf.source(o.from_where.source)))).cite(o).done());
    }
  }
  for (auto& line : statement_lines(shelf, "trade")) list.items.push_back(std::move(line));
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("As said, without saying whose books were added:").paragraph());
  section.blocks.push_back(std::move(list));
}

}  // namespace comity::dossier
