// Direct investment one way: positions as the investor and as the host books them, and flows. Stocks and flows, net and
// gross, reported and said stay apart (rules.md 18); a change of position is never read as a flow.
#pragma once

#include <string_view>
#include <vector>

#include "comity/dossier/detail/series.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

struct InvestmentSide {
  StateId from, to;
  std::vector<FactSeries> by_investor, by_host;  // positions
  std::vector<FactSeries> outflows, inflows;     // series only, no statements
  std::vector<FactSeries> through_spes;          // the part of by_investor that special-purpose entities hold, a publisher each

  bool any_position() const { return !by_investor.empty() || !by_host.empty(); }
  bool any_flow() const { return !outflows.empty() || !inflows.empty(); }
};
InvestmentSide investment_side(const Shelf& shelf, StateId from, StateId to);

// "Germany’s position in Kazakhstan was 541.6 million USD at the end of 2018, as Germany reports it; confidential from 2020."
// One line a reporter, with share and rank where it may be given and the reason where not.
void add_positions(document::List& list, const Shelf& shelf, const InvestmentSide& side);
void add_flows(document::List& list, const Shelf& shelf, const InvestmentSide& side);
// What entities without a business of their own hold, each publisher's figure on a line of its own: a part, never the position.
void add_through_spes(document::List& list, const Shelf& shelf, const InvestmentSide& side);
// Cells behind the last figure of a series that the publisher withholds, oldest first, and "confidential from 2020 to 2022: …".
std::vector<const facts::Observation*> withheld(const FactSeries& series);
// "from 2020 to 2022", "in 2011 and 2019 to 2022": years that follow each other are a run, others are told one by one.
std::string withheld_years(const std::vector<const facts::Observation*>& hidden);
void say_withheld(Words& words, const std::vector<const facts::Observation*>& hidden);
// "; of its positions abroad 0.1 % published, rank 53 of 120", or why there is no rank; nothing where the edition has no standing.
void say_standing(Words& words, const Shelf& shelf, const facts::Observation& figure, StateId of, std::string_view among);
document::LineChart positions_chart(const Shelf& shelf, const InvestmentSide& one, const InvestmentSide& other);

}  // namespace comity::dossier
