// Finance: export credits, guarantees, loans and aid, each by donor or lender; commitments and disbursements apart, gross
// said as gross (rules.md 14, 19), remittances with the badge of a model (rules.md 23).
#include <fmt/format.h>

#include <array>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using facts::Observation;

struct Kind {
  std::string_view indicator, title, caveat;
};
constexpr std::array<Kind, 6> kinds = {{{"export_credit", "Export credits", "cover that is offered is not a credit used"},
                                        {"guarantee", "Guarantees", "cover granted is not money paid"},
                                        {"loan", "Loans", "a commitment is not a disbursement"},
                                        {"oda_commitment", "Development aid committed", "not yet paid"},
                                        {"oda_gross_disbursement", "Development aid paid out", "gross: repayments are not taken off"},
                                        {"remittances", "Remittances", "a model; no state reports it"}}};

// Current and constant prices, one after the other and never in one series.
std::vector<FactSeries> all_series_of(const Shelf& shelf, std::string_view indicator, StateId from, StateId to) {
  std::vector<FactSeries> out = series_of(shelf, indicator, from, to);
  for (FactSeries& s : constant_price_series_of(shelf, indicator, from, to)) out.push_back(std::move(s));
  return out;
}

// "3 projects, 1 without an amount": what a sum of loans is made of.
bool counts_projects(const Observation& o) { return o.note.find(" project") != facts::Text::npos; }

// A copy that lost the values at or below zero says so; what is left of them is no net figure (rules.md 14).
void add_lost_net(document::List& list, const Shelf& shelf, StateId from, StateId to) {
  std::vector<int> years;
  std::vector<facts::Provenance> rows;
  const Observation* any = nullptr;
  for (const Observation& o : shelf.observations("oda_net_disbursement")) {
    if (o.from != from || o.to != to || o.absence != Absence::suppressed_in_copy || !is_within(shelf, o) || is_fixture(shelf.source(o.from_where.source))) continue;
    years.push_back(o.year()), rows.push_back(o.from_where), any = &o;
  }
  if (!any) return;
  Words words(shelf);
  words.text(fmt::format("Development aid less repayments, {} to {}:", in_text(shelf.state(from)), in_text(shelf.state(to)))).badge({std::string(words_for(any->absence)), document::Badge::absence});
  words.text(fmt::format(" {} ({}): net figures at or below zero are lost, so that none is shown", years_words(std::move(years)), publisher_words(shelf.source(any->from_where.source))));
  list.items.push_back(words.cite_rows(rows).done());
}

void add_events(document::Section& section, const Shelf& shelf) {
  document::List list;
  for (const MergedEvent& merged : merge_events(shelf, [](const facts::Event& e) { return e.kind == "credit_extended"; })) {
    const facts::Event& e = *merged.event;
    Words words(shelf);
    const std::string when = e.date.known() ? human_date(e.date) : "at a date not given";
    words.text(e.actor ? fmt::format("{} ({}, {})", event_title(e), in_text(shelf.state(e.actor)), when) : fmt::format("{} ({})", event_title(e), when));
    if (!e.detail.empty()) words.text(fmt::format(": {}", e.detail));
    list.items.push_back(words.cite(merged.from()).done());
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
}

}  // namespace

document::Section finance_section(const Shelf& shelf) {
  document::Section section;
  section.id = "finance";
  section.title = "Finance and export credits";
  add_events(section, shelf);
  document::List list;
  std::vector<FactSeries> kept;
  std::vector<std::string> heads;
  for (const Kind& kind : kinds) {
    for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
      for (FactSeries& s : all_series_of(shelf, kind.indicator, from, to)) {
        const Observation* o = s.newest();
        if (!o) continue;
        Words words(shelf);
        words.text(fmt::format("{}, {} to {}: ", kind.title, in_text(shelf.state(from)), in_text(shelf.state(to)))).figure(*o);
        const std::string of = counts_projects(*o) ? fmt::format("{}; ", o->note) : std::string();
        words.text(fmt::format(" {} ({}{}; {})", in_period(*o), of, kind.caveat, source_words(shelf, s))).age(end_of(*o)).cite(*o);
        list.items.push_back(words.done());
        heads.push_back(fmt::format("{}, {} to {}", kind.title, in_text(shelf.state(from)), in_text(shelf.state(to))));
        kept.push_back(std::move(s));
      }
      if (kind.indicator == "oda_gross_disbursement") add_lost_net(list, shelf, from, to);
    }
  }
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  std::vector<const FactSeries*> all;
  for (const FactSeries& s : kept) all.push_back(&s);
  if (!all.empty() && shelf.request.profile != Profile::brief) {
    section.blocks.push_back(table_of(shelf, all, heads, "Finance, every kind and source apart; nothing is added up", 1e6, "", 2));
  }
  if (auto lines = statement_lines(shelf, "finance"); !lines.empty()) section.blocks.push_back(document::List{std::move(lines)});
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("export credits, guarantees, loans and aid", covering_words(shelf, "oda_gross_disbursement"),
                                 "the export credit agencies and development ministries of either"));
  }
  return section;
}

}  // namespace comity::dossier
