#include "comity/panel/variables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::panel {
namespace {

constexpr auto each = Side::each, pair = Side::pair, one = Side::one, two = Side::two;
constexpr auto last = Rule::last, first = Rule::first, least = Rule::least, most = Rule::most;

constexpr Variable table[] = {
    {"ccode", each, Sort::code, "cow", last, "", "Code in the Correlates of War list; in panels of another list that of the same state on its last day in the period"},
    {"gwcode", each, Sort::code, "gw", last, "", "Code in Gleditsch and Ward's list; in panels of another list that of the same state on its last day in the period"},
    {"state", each, Sort::key, "iso", last, "", "The register's key of the state on the last day of the period"},
    {"year", pair, Sort::period, "year", last, "", "Year"},
    {"month", pair, Sort::period, "month", last, "", "Month of the year"},
    {"day", pair, Sort::period, "day", last, "", "Day of the month"},
    {"common_day", pair, Sort::common_day, "", last, "", "1: the two exist on a common day of the period; 0: one ended before the other began"},
    {"contiguity", pair, Sort::pair, "contiguity", least, "0 to 5", "Contiguity (COW 3.2): 1 land or river, 2 to 5 at most 12, 24, 150, 400 miles of water, 0 none recorded; the closest of the period"},
    {"conttype", pair, Sort::pair, "contiguity_peacesciencer", first, "0 to 5", "Contiguity as peacesciencer gives it: 0 too for pairs that its table has as not contiguous over their whole existence beside true spells (Italy and Yugoslavia); prefer contiguity"},
    {"cowmaj", each, Sort::state, "cow_major_power", most, "", "Major power by the Correlates of War"},
    {"milex", each, Sort::state, "milex", last, "thousand current GBP to 1913, then thousand current USD", "Military expenditure"},
    {"milper", each, Sort::state, "milper", last, "thousands", "Military personnel"},
    {"irst", each, Sort::state, "irst", last, "thousand tons", "Iron and steel production"},
    {"pec", each, Sort::state, "pec", last, "thousand coal-ton equivalents", "Primary energy consumption"},
    {"tpop", each, Sort::state, "tpop", last, "thousands", "Total population"},
    {"upop", each, Sort::state, "upop", last, "thousands", "Urban population"},
    {"cinc", each, Sort::state, "cinc", last, "share of the system", "Composite index of national capability"},
    {"atop_alliance", pair, Sort::pair, "atop_alliance", most, "", "Any alliance in ATOP"},
    {"atop_defense", pair, Sort::pair, "atop_defense", most, "", "ATOP: pledge to defend the other"},
    {"atop_offense", pair, Sort::pair, "atop_offense", most, "", "ATOP: pledge to join the other in attack"},
    {"atop_neutral", pair, Sort::pair, "atop_neutral", most, "", "ATOP: pledge to stay neutral"},
    {"atop_nonagg", pair, Sort::pair, "atop_nonagg", most, "", "ATOP: pledge not to attack the other"},
    {"atop_consul", pair, Sort::pair, "atop_consul", most, "", "ATOP: pledge to consult in a crisis"},
    {"dyadigos", pair, Sort::joint_igos, "igo_membership", last, "organisations", "Intergovernmental organisations in which both are full or associate members"},
    {"capdist", pair, Sort::capital_distance, "capital_latitude", first, "km", "Great circle between the capitals of the year's first day, on a sphere of 6,378.137 km"},
    {"mindist", pair, Sort::pair, "mindist", last, "km", "Shortest distance between the territories"},
    {"euds", each, Sort::state, "euds", last, "", "Extended unified democracy score"},
    {"aeuds", each, Sort::state, "aeuds", last, "", "Extended unified democracy score, adjusted"},
    {"polity2", each, Sort::state, "polity2", last, "-10 to 10", "Polity score"},
    {"v2x_polyarchy", each, Sort::state, "v2x_polyarchy", last, "0 to 1", "Electoral democracy index"},
    {"mrgdppc", each, Sort::state, "mrgdppc", last, "2011 international dollars", "GDP a head, simulated"},
    {"sd_mrgdppc", each, Sort::state, "sd_mrgdppc", last, "2011 international dollars", "GDP a head, simulated: standard deviation"},
    {"pwtrgdp", each, Sort::state, "pwtrgdp", last, "million 2017 international dollars", "GDP, simulated"},
    {"sd_pwtrgdp", each, Sort::state, "sd_pwtrgdp", last, "million 2017 international dollars", "GDP, simulated: standard deviation"},
    {"pwtpop", each, Sort::state, "pwtpop", last, "millions", "Population, simulated"},
    {"sd_pwtpop", each, Sort::state, "sd_pwtpop", last, "millions", "Population, simulated: standard deviation"},
    {"flow", each, Sort::trade, "flow", last, "million current USD", "Goods that this side imported from the other, as the publisher has them; 0 may be a small flow"},
    {"smoothflow", each, Sort::trade, "smooth", last, "million current USD", "The same, smoothed by the publisher"},
    {"tssr_id", pair, Sort::rivalry_number, "rivalry", last, "", "Number of the strategic rivalry"},
    {"positional", pair, Sort::pair, "rivalry_positional", most, "", "Strategic rivalry over position"},
    {"spatial", pair, Sort::pair, "rivalry_spatial", most, "", "Strategic rivalry over territory"},
    {"ideological", pair, Sort::pair, "rivalry_ideological", most, "", "Strategic rivalry over ideology"},
    {"interventionary", pair, Sort::pair, "rivalry_interventionary", most, "", "Strategic rivalry over intervention"},
    {"ongoingrivalry", pair, Sort::pair, "rivalry", most, "", "Strategic rivalry going on"},
    {"dispnum", pair, Sort::dispute, "number", last, "", "Number of the dispute kept for the year"},
    {"gmlmidongoing", pair, Sort::dispute, "gml_ongoing", last, "", "Militarized dispute going on"},
    {"gmlmidonset", pair, Sort::dispute, "gml_onset", last, "", "Militarized dispute begun"},
    {"sidea", each, Sort::dispute, "gml_sidea", last, "", "Dispute: on side A"},
    {"fatality", each, Sort::dispute, "gml_fatality", last, "0 to 6, -9 unknown", "Dispute: level of deaths of this side"},
    {"fatalpre", each, Sort::dispute, "gml_fatalpre", last, "deaths, -9 unknown", "Dispute: deaths of this side"},
    {"hiact", each, Sort::dispute, "gml_hiact", last, "0 to 21", "Dispute: highest action of this side"},
    {"hostlev", each, Sort::dispute, "gml_hostlev", last, "1 to 5", "Dispute: hostility of this side"},
    {"orig", each, Sort::dispute, "gml_orig", last, "", "Dispute: party from its first day"},
    {"fatality", pair, Sort::dispute, "gml_dispute_fatality", last, "0 to 6, -9 unknown", "Dispute: level of deaths"},
    {"hostlev", pair, Sort::dispute, "gml_dispute_hostlev", last, "1 to 5", "Dispute: highest hostility"},
    {"recip", pair, Sort::dispute, "gml_dispute_recip", last, "", "Dispute: reciprocated"},
    {"mindur", pair, Sort::dispute, "gml_dispute_mindur", last, "days", "Dispute: shortest duration"},
    {"maxdur", pair, Sort::dispute, "gml_dispute_maxdur", last, "days", "Dispute: longest duration"},
    {"stmon", pair, Sort::dispute, "gml_dispute_stmon", last, "1 to 12", "Dispute: month of its beginning"},
    {"init", each, Sort::dispute, "init", last, "", "Dispute: this side began it (on side A, or joined later)"},
    {"shared_memberships", pair, Sort::memberships, "memberships", last, "organisations", "Organisations that both are members of on a common day (dated table)"},
    {"agreements_in_force", pair, Sort::agreements, "agreements", last, "agreements", "Agreements between the two in force on a day of the period"},
    {"visits_12", pair, Sort::visits, "12", last, "visits", "Visits from the first to the second"},
    {"visits_21", pair, Sort::visits, "21", last, "visits", "Visits from the second to the first"},
    {"missions_12", pair, Sort::missions, "12", last, "posts", "Posts of embassy class of the first in the second, by the fullest list of the period"},
    {"missions_21", pair, Sort::missions, "21", last, "posts", "Posts of embassy class of the second in the first, by the fullest list of the period"},
};

constexpr std::string_view peacesciencer[] = {
    "ccode1", "ccode2", "year", "conttype", "cowmaj1", "cowmaj2", "milex1", "milper1", "irst1", "pec1", "tpop1", "upop1", "cinc1", "milex2", "milper2", "irst2", "pec2", "tpop2",
    "upop2", "cinc2", "atop_alliance", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul", "dyadigos", "capdist", "mindist", "euds1", "aeuds1", "polity21",
    "v2x_polyarchy1", "euds2", "aeuds2", "polity22", "v2x_polyarchy2", "mrgdppc1", "sd_mrgdppc1", "pwtrgdp1", "sd_pwtrgdp1", "pwtpop1", "sd_pwtpop1", "mrgdppc2", "sd_mrgdppc2",
    "pwtrgdp2", "sd_pwtrgdp2", "pwtpop2", "sd_pwtpop2", "flow1", "flow2", "smoothflow1", "smoothflow2", "tssr_id", "positional", "spatial", "ideological", "interventionary",
    "ongoingrivalry", "dispnum", "gmlmidongoing", "gmlmidonset", "sidea1", "sidea2", "fatality1", "fatality2", "fatalpre1", "fatalpre2", "hiact1", "hiact2", "hostlev1", "hostlev2",
    "orig1", "orig2", "fatality", "hostlev", "recip", "mindur", "maxdur", "stmon", "init1", "init2", "gwcode1", "gwcode2"};

// Columns that make sense for a single state.
bool of_states(const Variable& variable) {
  switch (variable.sort) {
    case Sort::code:
    case Sort::key:
    case Sort::period:
    case Sort::state: return true;
    default: return false;
  }
}

}  // namespace

std::span<const Variable> variables() { return table; }

std::vector<std::string> preset_names() { return {"peacesciencer"}; }

std::vector<std::string> preset_columns(std::string_view preset) {
  if (preset != "peacesciencer") {
    throw UsageError(fmt::format("there is no preset '{}'", preset), "There is one: --preset peacesciencer.");
  }
  return {std::begin(peacesciencer), std::end(peacesciencer)};
}

std::vector<ColumnRequest> table_columns(std::string_view word, bool pairs) {
  std::vector<ColumnRequest> out;
  const auto give = [&](const Variable& variable, Side side, std::string name) {
    ColumnRequest request;
    request.name = std::move(name);
    request.variable = &variable;
    request.side = side;
    out.push_back(std::move(request));
  };
  for (const Variable& variable : table) {
    if (variable.side == pair && word == variable.name && (pairs || of_states(variable))) give(variable, pair, std::string(word));
  }
  if (!out.empty()) return out;
  for (const Variable& variable : table) {
    if (variable.side != each || (!pairs && !of_states(variable))) continue;
    const std::string name = variable.name;
    if (word == name && !pairs) give(variable, one, name);
    if (!pairs) continue;
    if (word == name || word == name + "1") give(variable, one, name + "1");
    if (word == name || word == name + "2") give(variable, two, name + "2");
  }
  return out;
}

std::vector<std::string> variable_names() {
  std::vector<std::string> out;
  for (const Variable& variable : table) {
    if (std::ranges::find(out, variable.name) == out.end()) out.emplace_back(variable.name);
  }
  return out;
}

}  // namespace comity::panel
