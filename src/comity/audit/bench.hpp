// What every check needs: the facts that may be evidence, words for sources and dates, tolerances, conversion.
#pragma once

#include <cmath>
#include <string>

#include "comity/audit/audit.hpp"
#include "comity/base/date.hpp"

namespace comity::audit {

class Bench {
 public:
  Bench(const facts::PairFacts& facts, const facts::Context& context, const Document& document, std::span<const claims::Claim> claims)
      : facts(facts), context(context), document(document), claims(claims) {}

  const facts::PairFacts& facts;
  const facts::Context& context;
  const Document& document;
  std::span<const claims::Claim> claims;

  bool usable(SourceId source) const { return may_be_evidence(context.sources[source.value], document); }
  bool crowd(SourceId source) const { return may_stand_beside(context.sources[source.value], document); }
  StateId state_of(std::string_view code) const { return context.states->by_key(code); }
  std::string name_of(std::string_view code) const;
  // As it stands in a sentence: "the United States"; and what is its: "the United States' books".
  std::string in_text(StateId id) const;
  std::string books_of(StateId id) const;
  const facts::Source& source(SourceId id) const { return context.sources[id.value]; }
  Evidence evidence(std::string text, const facts::Provenance& from) const;
  // "Embassy of Kazakhstan in Berlin, Page on the relations …"; of many authors the first, and no version that is a sentence.
  std::string source_words(SourceId id) const;
  // "data/curated/events.csv, row 33, date"
  std::string place_words(const facts::Provenance& from) const;

  // How near a figure must be to the claim's to be the same: half a unit of the last digit written, at least half a percent.
  double tolerance(const claims::Claim& claim) const;
  std::string tolerance_words(const claims::Claim& claim) const;
  bool same(const claims::Claim& claim, double figure) const;
  // A figure in another currency at the mean rate of a year; nothing when there is no rate.
  std::optional<double> convert(double value, std::string_view from, std::string_view to, int year) const;

  std::string_view indicator(const facts::Observation& one) const { return context.indicators[one.indicator.value].id; }
};

// "2017" → 2017; 0 where the period is none or spans years.
int year_of_period(std::string_view period);
bool precise_to_day(const EdtfDate& date);

// "on 11 February 1992", "in February 1992", "from 20 July 2015 to 31 December 2024"
std::string when(const EdtfDate& date);
// A date or a year as the document's language writes it: "am 11. Februar 1992".
std::string when_in(std::string_view language, const EdtfDate& date);
// "€8.75 billion", "US$61,755", "1.2 million KZT": as an article writes it.
std::string prose_money(double value, std::string_view currency);
// Which source would tell, by kind of claim; empty for kinds that no list keeps.
std::string_view would_settle(claims::Kind kind);

// The checks, by kind of claim. Each fills verdict, reason and evidence.
void check_dates(const Bench& bench, const claims::Claim& claim, Finding& out);        // relations, recognition, missions opened
void check_mission(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_visit(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_treaty(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_membership(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_trade(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_share(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_investment(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_companies(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_people(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_growth(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_aid(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_conflict(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_force(const Bench& bench, const claims::Claim& claim, Finding& out);  // a treaty's entry into force, or its end
void check_institute(const Bench& bench, const claims::Claim& claim, Finding& out);
void check_rest(const Bench& bench, const claims::Claim& claim, Finding& out);

// "Outward direct investment, stock (gross), Germany's books"
std::string context_title(const Bench& bench, const facts::Observation& one);

std::vector<Clash> find_clashes(std::span<const claims::Claim> claims);

}  // namespace comity::audit
