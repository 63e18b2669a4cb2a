// Direct investment: positions and flows each way, whose books, confidential where it is, hubs marked, ranks only where they
// may be given; sums that somebody names without a basis stand apart as said (rules.md 18).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/investment_lines.hpp"
#include "comity/dossier/detail/out_of_line.hpp"
#include "comity/dossier/detail/policy.hpp"
#include "comity/dossier/detail/statements.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Observation;

// How the source is to be read, once each.
void add_readings(Section& section, const Shelf& shelf, const std::vector<const InvestmentSide*>& sides) {
  std::vector<const PolicyRow*> rows;
  std::vector<std::string> whose;  // of which source's figures each speaks
  const auto add = [&](const PolicyRow* row, SourceId source) {
    if (row && std::ranges::find(rows, row) == rows.end()) rows.push_back(row), whose.push_back(publisher_words(shelf.source(source)));
  };
  for (const InvestmentSide* side : sides) {
    for (const auto* all : {&side->by_investor, &side->by_host, &side->outflows, &side->inflows}) {
      for (const FactSeries& s : *all) {
        for (const std::string_view topic : {"side", "independence", "zero"}) add(reading_of(shelf, s.source, topic), s.source);
        for (const PolicyRow* row : remarks_on(shelf, *s.cells.front())) {
          const bool foreign = row->kind == "gross" && row->state != s.reporter;
          if ((row->kind == "gross" || row->kind == "confidential") && !foreign) add(row, s.source);
        }
      }
    }
  }
  for (const StateId state : {shelf.facts.a, shelf.facts.b}) {
    for (const PolicyRow* row : policies_of(shelf, "fdi_hubs", state)) {
      Words words(shelf);
      words.strong(shelf.state(state).name).badge({"hub", document::Badge::warning}).text(" ").add(policy_sentence(shelf, *row));
      section.blocks.push_back(words.paragraph());
    }
  }
  if (rows.empty()) return;
  Words words(shelf);
  words.text("How to read this. ");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    words.text(i ? " " : "");
    if (i == 0 || whose[i] != whose[i - 1]) words.text(fmt::format("{}: ", whose[i]));
    words.add(policy_sentence(shelf, *rows[i]));
  }
  section.blocks.push_back(words.paragraph());
}

void add_tables(Section& section, const Shelf& shelf, const std::vector<const InvestmentSide*>& sides) {
  std::vector<const FactSeries*> positions, flows;
  std::vector<std::string> position_heads, flow_heads;
  for (const InvestmentSide* side : sides) {
    const auto add = [&](const std::vector<FactSeries>& all, auto& series, auto& heads) {
      for (const FactSeries& s : all) {
        series.push_back(&s);
        heads.push_back(capitalised(fmt::format("{} in {}, {} books", in_text(shelf.state(s.from)), in_text(shelf.state(s.to)), s.reporter ? possessive(in_text(shelf.state(s.reporter))) : "unnamed")));
      }
    };
    add(side->by_investor, positions, position_heads);
    add(side->by_host, positions, position_heads);
    add(side->outflows, flows, flow_heads);
    add(side->inflows, flows, flow_heads);
  }
  if (!positions.empty()) section.blocks.push_back(table_of(shelf, positions, position_heads, "Positions at the end of the year", 1e6, "", 3));
  if (!flows.empty()) section.blocks.push_back(table_of(shelf, flows, flow_heads, "Flows in the year; a change of position is not a flow", 1e6, "", 3));
}

// What an office, a paper or a page names, with what it does not say.
void add_said(Section& section, const Shelf& shelf) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kinds = {{{"fdi_outward_stock", "direct investment held"},
                                                                                  {"fdi_inward_stock", "direct investment held"},
                                                                                  {"fdi_outflow", "direct investment made"},
                                                                                  {"fdi_inflow", "direct investment received"},
                                                                                  {"investment_unspecified", "investment, stock or flow not said"}}};
  document::List list;
  for (const auto& [indicator, what] : kinds) {
    for (const auto& [from, to] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
      for (const FactSeries& s : series_of(shelf, indicator, from, to)) {
        if (!s.statement && indicator != "investment_unspecified") continue;
        for (const Observation* o : s.cells) {
          if (!o->has_value) continue;
          Words words(shelf);
          words.text(fmt::format("{} in {}, {}: ", capitalised(in_text(shelf.state(from))), in_text(shelf.state(to)), what)).figure(*o).text(fmt::format(" {}", in_period(*o)));
          if (!o->reporter) words.badge({"basis not known", document::Badge::warning});
          list.items.push_back(words.text(fmt::format(" – {}", publisher_words(shelf.source(o->from_where.source)))).cite(*o).done());
        }
      }
    }
  }
  for (auto& line : statement_lines(shelf, "investment")) list.items.push_back(std::move(line));
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("As said, part of no series:").paragraph());
  section.blocks.push_back(std::move(list));
}

}  // namespace

Section investment_section(const Shelf& shelf) {
  Section section;
  section.id = "investment";
  section.title = "Direct investment";
  const InvestmentSide ours = investment_side(shelf, shelf.facts.a, shelf.facts.b), theirs = investment_side(shelf, shelf.facts.b, shelf.facts.a);
  const std::vector<const InvestmentSide*> sides = {&ours, &theirs};
  document::List list;
  for (const InvestmentSide* side : sides) add_positions(list, shelf, *side);
  for (const InvestmentSide* side : sides) add_through_spes(list, shelf, *side);
  const bool brief = shelf.request.profile == Profile::brief;
  const bool positions = !list.items.empty();
  // The brief has two pages: positions suffice where they are known.
  if (!brief || !positions) {
    for (const InvestmentSide* side : sides) add_flows(list, shelf, *side);
  }
  const bool any = !list.items.empty();
  if (any) section.blocks.push_back(std::move(list));
  if (!brief) {
    std::vector<const FactSeries*> all;
    for (const InvestmentSide* side : sides) {
      for (const auto* part : {&side->by_investor, &side->by_host, &side->outflows, &side->inflows}) {
        for (const FactSeries& s : *part) all.push_back(&s);
      }
    }
    add_out_of_line(section, shelf, all);
    document::LineChart chart = positions_chart(shelf, ours, theirs);
    if (!chart.series.empty()) section.blocks.push_back(std::move(chart));
    if (any) add_readings(section, shelf, sides);
    if (any) add_tables(section, shelf, sides);
  }
  if (!brief || !any) add_said(section, shelf);
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("direct investment between the two", covering_words(shelf, "fdi_outward_stock"), "the central banks of either"));
  }
  return section;
}

}  // namespace comity::dossier
