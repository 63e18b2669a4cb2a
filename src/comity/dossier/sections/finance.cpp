// Finance: export credits, guarantees, loans and aid, each by donor or lender; commitments and disbursements apart, gross
// said as gross (rules.md 14, 19), remittances with the badge of a model (rules.md 23).
#include <fmt/format.h>

#include <array>

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

// The newest figure, an estimate as well: remittances are nothing else.
const Observation* newest(const FactSeries& s) {
  for (auto it = s.cells.rbegin(); it != s.cells.rend(); ++it) {
    if ((*it)->usable()) return *it;
  }
  return nullptr;
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
      for (FactSeries& s : series_of(shelf, kind.indicator, from, to)) {
        const Observation* o = newest(s);
        if (!o) continue;
        Words words(shelf);
        words.text(fmt::format("{}, {} to {}: ", kind.title, in_text(shelf.state(from)), in_text(shelf.state(to)))).figure(*o);
        words.text(fmt::format(" {} ({}; {})", in_period(*o), kind.caveat, source_words(shelf, s))).age(end_of(*o)).cite(*o);
        list.items.push_back(words.done());
        heads.push_back(fmt::format("{}, {} to {}", kind.title, shelf.state(from).name, shelf.state(to).name));
        kept.push_back(std::move(s));
      }
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
    section.blocks.push_back(gap("export credits, guarantees, loans and aid", covering_words(shelf.context, "oda_gross_disbursement"),
                                 "the export credit agencies and development ministries of either"));
  }
  return section;
}

}  // namespace comity::dossier
