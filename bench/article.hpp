// An article of some three kilobytes with its claims and prose between them, as articles have, on any two states; the numbers
// vary with n. For the benches of claims and audits.
#pragma once

#include <cstddef>
#include <string>

#include <fmt/format.h>

namespace comity::bench {

struct Party {
  std::string name, adjective, capital;
  std::string town;  // a second town of it; empty: no consulate there
};

inline std::string article(const Party& a, const Party& b, unsigned n) {
  return fmt::format(
      fmt::runtime(
          "{A}–{B} relations\n\n## History\n\nThe plains between the two rivers were crossed by caravans long before either state had a name, and travellers left accounts "
          "of markets, wells and winters that historians still read with care. Diplomatic relations were established on {day} February 1992. In {opened}, {A} opened an embassy in "
          "{capB}. The first years were hard ones for both, and much of what was planned on paper had to wait until railways, customs houses and banks "
          "were able to carry it.\n\n## Visits\n\n{adjA} president Karl Muster visited {B} in {visit}. He was shown a steelworks, a theatre and a school, and spoke about rivers and seed. "
          "President Ana Probe travelled to {capA} in May {visit}. Guests of lesser rank came and went without leaving much of a trace in the newspapers of the day.\n\n"
          "## Economy\n\nBilateral trade between the two countries amounted to EUR {trade} million in 2016. Grain, ore, machinery and medicine made up most of it, though the share of each moved with prices that "
          "neither side set. {adjA} exports to {B} amounted to {exports} million euros in 2015. Over {firms} {adjA} companies operate in {B}, including Aster, Birke, "
          "Cedar and Dorn. Direct investment from {A} in {B} reached ${invested} million in 2012.\n\nIn 1998, the two countries signed an extradition treaty. Both nations are members of the United Nations, "
          "the World Trade Organization and the OSCE. About {people} people of {adjB} descent live in {A}. The rest of the story belongs to the many who taught, built, sang and traded without "
          "asking whose report would count them.\n\n## Resident diplomatic missions\n\n* {A} has an embassy in {capB}{consulate}.\n* {B} has an embassy in {capA}.\n\n"),
      fmt::arg("A", a.name), fmt::arg("B", b.name), fmt::arg("adjA", a.adjective), fmt::arg("adjB", b.adjective), fmt::arg("capA", a.capital), fmt::arg("capB", b.capital),
      fmt::arg("day", 1 + n % 28), fmt::arg("opened", 1993 + n % 9), fmt::arg("visit", 2001 + n % 20), fmt::arg("trade", 4000 + n % 900), fmt::arg("exports", 200 + n % 700),
      fmt::arg("firms", 100 + n % 800), fmt::arg("invested", 30 + n % 500), fmt::arg("people", 10000 + n % 5000), fmt::arg("consulate", b.town.empty() ? std::string() : " and a consulate-general in " + b.town));
}

inline constexpr std::size_t claims_in_article = 20;  // one fewer without a second town

}  // namespace comity::bench
