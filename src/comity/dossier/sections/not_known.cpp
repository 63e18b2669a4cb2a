// What is not known and why: breaks that no source covers, figures withheld, zeros that cannot be believed, series that have
// ended. What the empty sections looked for is added by dossier.cpp (rules.md 2, 5, 11 to 13, 20).
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/pick.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Inlines;
using facts::Observation;

std::string subject_words(const Shelf& shelf, const Observation& o) {
  const facts::Indicator& indicator = shelf.context.indicators[o.indicator.value];
  if (indicator.symmetric || !o.to) return fmt::format("{}", indicator.title);
  return fmt::format("{}, {} to {}", indicator.title, in_text(shelf.state(o.from)), in_text(shelf.state(o.to)));
}

void add_breaks(std::vector<Inlines>& out, const Shelf& shelf) {
  const RelationsState state = status_of(shelf);
  if (state.status != RelationsStatus::in_relations || state.breaks_covered_on(status_day(shelf))) return;
  Words words(shelf);
  words.text("Whether relations were broken later");
  words.text(state.breaks_covered_to ? fmt::format(": sources that list breaks reach {}.", human_date(*state.breaks_covered_to))
                                     : ": no source read here lists breaks of relations for these two.");
  out.push_back(words.done());
}

// Cells of one kind of absence, one line per indicator, direction and set of books.
void add_cells(std::vector<Inlines>& out, const Shelf& shelf, std::string_view why, bool (*wanted)(const Observation&), std::size_t most) {
  std::map<std::tuple<IndicatorId, StateId, StateId, StateId>, std::vector<const Observation*>> groups;
  for (const Observation& o : shelf.facts.observations) {
    if (wanted(o) && is_headline(shelf, o)) groups[{o.indicator, o.from, o.to, o.reporter}].push_back(&o);
  }
  std::size_t written = 0;
  for (const auto& [key, cells] : groups) {
    if (written++ == most) break;
    std::vector<int> years;
    std::vector<facts::Provenance> from;
    for (const Observation* o : cells) years.push_back(o->year()), from.push_back(o->from_where);
    out.push_back(Words(shelf)
                      .text(fmt::format("{} ({}), {}: {}", subject_words(shelf, *cells.front()), reporter_words(shelf, *cells.front()),
                                        years_words(std::move(years), 5), why))
                      .cite_rows(from)
                      .text(".")
                      .done());
  }
}

void add_ended(std::vector<Inlines>& out, const Shelf& shelf) {
  struct Series {
    std::string_view title;
    std::vector<std::string_view> indicators;
  };
  const std::vector<Series> all = {{"Trade in goods", {"goods_exports", "goods_imports"}},
                                   {"Direct investment", {"fdi_outward_stock", "fdi_inward_stock"}},
                                   {"Migrants", {"migrant_stock_born", "migrant_stock_citizen", "migrant_stock_mixed"}},
                                   {"Votes at the United Nations", {"un_vote_agreement"}}};
  for (const Series& series : all) {
    const Observation* last = nullptr;
    for (const std::string_view indicator : series.indicators) {
      const Observation* o = pick_latest(shelf, {indicator, {}, {}, {}});
      if (o && (!last || end_of(*o) > end_of(*last))) last = o;
    }
    if (!last || !is_history(end_of(*last), shelf.context)) continue;
    if (is_thin(shelf)) continue;  // its badge says so where the figure stands
    if (status_day(shelf) < edition_day(shelf.context)) continue;  // of a state that is no more nothing is current
    const std::string period = period_words(*last);
    out.push_back(Words(shelf)
                      .text(fmt::format("{} after {}{}: the newest figure read here is of that time; it is history, not current", series.title, period.starts_with("end of") ? "the " : "", period))
                      .age(end_of(*last))
                      .cite(*last)
                      .text(".")
                      .done());
  }
}

void add_consulates(std::vector<Inlines>& out, const Shelf& shelf) {
  const bool any = std::ranges::any_of(shelf.facts.missions, [](const auto& m) { return is_embassy_class(m.kind); });
  const bool consular = std::ranges::any_of(shelf.facts.missions, [](const auto& m) { return is_consular_class(m.kind); });
  if (any && !consular) out.push_back(plain("Consulates: few lists cover them, and none of these names one."));
}

bool is_confidential(const Observation& o) { return !o.has_value && o.absence == Absence::confidential; }
bool is_suspect(const Observation& o) { return o.has_value && o.is(facts::suspect_zero); }
bool is_uncollected(const Observation& o) { return !o.has_value && o.absence == Absence::not_collected; }

}  // namespace

document::Section not_known_section(const Shelf& shelf) {
  document::Section section;
  section.id = "not_known";
  section.title = "What is not known";
  document::List list;
  add_breaks(list.items, shelf);
  add_consulates(list.items, shelf);
  add_cells(list.items, shelf, "confidential, the publisher knows and withholds it", is_confidential, 4);
  add_cells(list.items, shelf, "a zero that neighbouring years, the partner or another source contradict; not used", is_suspect, 4);
  add_cells(list.items, shelf, "not collected within a customs union; it was not zero", is_uncollected, 2);
  add_ended(list.items, shelf);
  if (shelf.request.profile == Profile::brief && list.items.size() > 3) list.items.resize(3);
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  return section;
}

}  // namespace comity::dossier
