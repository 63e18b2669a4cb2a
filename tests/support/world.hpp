// A little world drawn in text, for tests of the dossier: states come from the register, everything else from lines like
//   pair DEU KAZ
//   edition 2024-12-31
//   source cow scholarly "COW Trade 4.0" as_of 2014          coverage cow goods_exports 1870..2014
//   trade DEU->KAZ 2001 100 usd_million by DEU fob source cow
// Not a store: no database, no derived facts. Throws std::runtime_error naming the line that it does not understand.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "comity/document/report.hpp"
#include "comity/dossier/dossier.hpp"
#include "comity/dossier/shelf.hpp"
#include "comity/facts/pair_facts.hpp"

namespace comity::test {

// One fact a line. Words in "quotes" may hold blanks; # begins a remark. After the fixed words of a line come pairs of a
// name and a value in any order; `source ID` names who says so (declared by a `source` line, or made on first use).
//
//   trade A->B PERIOD VALUE UNIT by R [fob|cif]        goods_exports in A's books, goods_imports in B's
//   observe INDICATOR A->B PERIOD VALUE UNIT           any indicator of the pair; `observe gdp A …` of one state
//   relations|severed|suspended|resumed A B DATE       recognition A->B DATE
//   event KIND A B DATE ["title"]                      visit A->B DATE "person" (A travels to B)
//   embassy A->B CITY listed DATE                      mission KIND A->B CITY listed DATE
//   agreement KIND "title" signed D in_force D         member ORG A from D to D kind K
//   presence KIND A->B "name" | presence KIND A->B count N
//   standing INDICATOR A out|in YEAR value V total T rank N partners N absent N by R region KEY why "…"
//   disagreement KIND "title" reading "…" size X       organization KEY "name" importance N
//   shape A|- ["territory"] disputed yes ring "lon lat, lon lat, …"     rate BASE CURRENCY YEAR RATE     note KEY "text"
//
// Periods: 2018, 2023-06 (a month), 2024-01..2024-08 (months), end-2018 (a stock), 2020-07-01 (a day), undated.
// VALUE is a number, or an absence: confidential, not_reported, zero_or_not_reported, …
// Names after a fact: by, origin, flags (a,b), variant, product, scheme, months, note, person, office, host, place, occasion,
// title, detail, status, actor, third, opened, closed, from (covered from), at ("lat lon"), name, sector, basis, as_of, …
class World {
 public:
  explicit World(std::string_view text);
  World(const World&) = delete;  // facts point into the pool

  const facts::PairFacts& facts() const { return facts_; }
  const facts::Context& context() const { return context_; }
  facts::Context& context() { return context_; }

  StateId state(std::string_view key) const;  // throws when the register has none
  document::Report dossier(dossier::Profile profile = dossier::Profile::full) const;
  // One section alone, made by its maker, with its citations kept for cited().
  document::Section section(document::Section (*make)(const dossier::Shelf&), dossier::Profile profile = dossier::Profile::full) const;
  const std::vector<document::Citation>& citations() const { return citations_; }

 private:
  struct Line;
  void read(Line& line);
  void read_observation(Line& line);
  void read_event(Line& line);
  void read_mission(Line& line);
  void read_other(Line& line);
  void read_declaration(Line& line);
  facts::Text keep(std::string_view text);
  SourceId source(std::string_view id);
  facts::Provenance provenance(Line& line);
  template <class Fact>
  void file(std::vector<Fact>& of_pair, std::vector<Fact>& of_a, std::vector<Fact>& of_b, StateId first, StateId second, Fact fact);

  facts::PairFacts facts_;
  std::shared_ptr<facts::StateFacts> of_a_ = std::make_shared<facts::StateFacts>(), of_b_ = std::make_shared<facts::StateFacts>();
  facts::Context context_;
  std::deque<std::string> pool_;
  std::uint64_t next_record_ = 1;
  mutable std::vector<document::Citation> citations_;
};

// The words of a section, block by block, with "\n" between; tables and lists row by row. For EXPECT_THAT(…, HasSubstr).
std::string words_of(const document::Section& section);
std::string words_of(const document::Report& report);
std::string items_of(const document::Section& section);  // those of its lists alone, an item a line
// Figures without a mark after them in the same line: every number has a source (design.md, law 1). Empty is good.
std::vector<std::string> uncited_figures(const document::Section& section);
// How many terminal lines of 80 columns the report's sections take, roughly.
std::size_t lines_of(const document::Report& report);

std::shared_ptr<const world::Register> test_register();  // the project's own, read once

}  // namespace comity::test
