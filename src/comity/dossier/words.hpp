// Sentence makers that all sections share: lists of names, figures with their hedges and sources, periods and dates in
// their own precision, ages against the edition's date (never the clock), words for what is absent. English only.
// Not here: what to say; that is each section's.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// --- names ------------------------------------------------------------------------------------------------------
std::string join_words(std::span<const std::string> items, std::string_view last = "and");  // "A, B and C"
// "2009 to 2019 and 2021", at most a few spans; "14 years between 1998 and 2014" when there are more.
std::string years_words(std::vector<int> years, std::size_t most = 4);
std::string possessive(std::string_view name);      // "Germany's", "the Netherlands'"
std::string in_text(const world::State& state);     // "Kazakhstan", "the United States"
std::string capitalised(std::string text);          // first letter of a sentence
// "one embassy", "two embassies", "14 embassies": small numbers in words.
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural);
std::string number_in_words(std::size_t count);     // "one" … "twelve", then digits
// "Kazakhstani citizens"; "citizens of the Republic of the Congo" where both states share the adjective or the register has none.
std::string citizens_words(const Shelf& shelf, StateId of);

// --- dates ------------------------------------------------------------------------------------------------------
std::string on_date(const EdtfDate& date);          // "on 11 February 1992", "in July 2017", "from 1939 to 1945", "at an unknown date"
std::string on_date(Day day);
// The period of a figure: "2017", "July 2017", "January to August 2024", "end of 2018", "1 July 2020".
std::string period_words(const facts::Observation& observation);
std::string in_period(const facts::Observation& observation);  // "in 2017", "at the end of 2018", "on 1 July 2020"
Day end_of(const facts::Observation& observation);  // last day the figure speaks of
Day edition_day(const facts::Context& context);     // newest day of the edition's content; 1970-01-01 when unknown
int years_between(Day from, Day to);                // whole years, never below 0
// "7 years old", "under a year old"; five years or more are history, not current (rules.md 20): kind age.
document::Badge age_badge(Day of, const facts::Context& context);
bool is_history(Day of, const facts::Context& context);  // five years old or more
double decimal_year(Day day);                       // for charts and timelines: 2017.5
document::Timeline::Entry timeline_span(const EdtfDate& date);  // from, to, date; text is empty

// --- figures ----------------------------------------------------------------------------------------------------
std::string hedge_words(std::uint32_t flags);       // "over ", "at least ", "under ", "at most ", "about " or ""
std::string figure_text(const facts::Observation& observation);  // "over 1450", "8.75 bn EUR", "confidential", "zero or not reported"
document::Figure figure_of(const facts::Observation& observation);
// A number in a table's unit: 5413 dollars in millions are "0.005", never "0", which would say that there was nothing.
std::string scaled_number(double value, int decimals);
// "≈ 730 000 EUR": three digits, since a mean rate has no more to give.
std::string converted_money(double value, std::string_view currency);
document::Figure money(double value, std::string_view currency);
document::Figure count(double value, std::string_view unit);
document::Figure percent(double value, int decimals = 1);
std::string share_text(double part, double whole);  // "4.6 %", "under 0.1 %", "0 %" only for nothing
// "partner-based estimate", "modelled", "zero, contradicted", "undated", …: what a reader must know beside the figure.
std::vector<document::Badge> badges_of(const facts::Observation& observation);
std::string_view words_for(facts::Origin origin);   // "reported", "estimated from the partner's figure"
std::string_view words_for(facts::Valuation valuation);  // "FOB", "CIF", "valuation not known", ""
// "as Germany reports it"; by source when nobody's books are named.
std::string reporter_words(const Shelf& shelf, const facts::Observation& observation);

// --- vocabulary -------------------------------------------------------------------------------------------------
std::string event_title(const facts::Event& event);  // its own title, else the kind's
std::string_view event_kind_words(std::string_view kind);      // "diplomatic relations established"
std::string_view mission_words(std::string_view kind, bool plural = false);  // "consulate general"
bool is_embassy_class(std::string_view mission_kind);  // embassy, high commission, nunciature, legation (rules.md 3)
bool is_consular_class(std::string_view mission_kind);
// The voice behind a source, its class ("official:DEU", "crowd"), or that of the source it derives from; empty for what
// has none of its own. Two sources with one voice can neither confirm nor contradict each other (rules.md 8).
std::string voice_of(const facts::Context& context, const facts::Source& source);
// "Foreign Office (Germany)"; the title when there is no publisher.
std::string publisher_words(const facts::Source& source);
std::string publisher_in_text(const facts::Source& source);  // with its article: "the German Federal Foreign Office"
bool is_fixture(const facts::Source& source);       // a sample of a format, or data for estimation: never a fact here (rules.md 10)
bool is_kept_out(const facts::Source& source);      // serves to check, to estimate or to show a format: its coverage is none of a dossier's

// --- what was looked for ----------------------------------------------------------------------------------------
// Whether a coverage row's `what` speaks of a topic: "relations", "missions", "visits", "agreements", "events", "presences",
// "memberships". Event kinds count to their topic ("relations_severed" to "relations", "visit" to "visits").
bool speaks_of(std::string_view what, std::string_view topic);
inline constexpr std::string_view nobody_covers = "no source of this edition";
document::Gap gap(std::string looked_for, std::string where, std::string ask = {});

// Hardly anything lies between the two: no posts, hardly an event, treaty or figure of their own. Sections then keep to
// their first sentences, so that the dossier fits one screen.
bool is_thin(const Shelf& shelf);

// --- inline text ------------------------------------------------------------------------------------------------
// A line under construction: Words(shelf).text("Germany bought goods worth ").figure(o).cite(o).text(".").done().
class Words {
 public:
  explicit Words(const Shelf& shelf) : shelf_(&shelf) {}

  Words& text(std::string_view text);
  Words& strong(std::string_view text);
  Words& figure(const facts::Observation& observation);  // text for people, exact value, badges
  Words& figure(document::Figure figure);
  Words& badge(document::Badge badge);
  Words& age(Day of);                                    // age badge against the edition's date
  Words& cite(const facts::Provenance& from);
  Words& cite(std::span<const facts::Provenance> from);
  Words& cite_rows(std::span<const facts::Provenance> from);  // many rows of a file as one mark, for sums and counts
  Words& cite_table(const std::string& file, const std::string& title);  // one of the project's own
  template <class Fact>
    requires requires(const Fact& fact) { fact.from_where.record; }
  Words& cite(const Fact& fact) { return cite(fact.from_where); }
  Words& add(document::Inlines more);

  bool empty() const { return line_.empty(); }
  bool ends_with(char last) const;                       // of the text so far
  document::Inlines done() { return std::move(line_); }
  document::Paragraph paragraph() { return {std::move(line_)}; }

 private:
  const Shelf* shelf_;
  document::Inlines line_;
};

document::Inlines plain(std::string_view text);  // a cell or item of text alone
std::string to_plain(const document::Inlines& line);  // the words alone, without marks: tests and titles

// All provenances of a range of facts, for one joint mark.
template <class Facts>
std::vector<facts::Provenance> provenances(const Facts& range) {
  std::vector<facts::Provenance> out;
  for (const auto& fact : range) out.push_back(fact.from_where);
  return out;
}

}  // namespace comity::dossier
