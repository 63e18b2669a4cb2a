// Treaties between the two and those both belong to. A treaty has four dates (signed, in force, terminated, its status on a
// day) and each party a capacity, its own or through the European Union (rules.md 25). A data set's code is no treaty.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Agreement;

// "a bilateral investment treaty (signed 22 September 1992, in force since …)": dates, never more than the source says.
void add_one(Words& words, const Shelf& shelf, const Agreement& g) {
  const ToldAgreement told = told_agreement(shelf, g);
  words.text(fmt::format("{} ({})", agreement_phrase(shelf, told.row), agreement_dates(told.row))).cite(told.from());
}

// One list says when a tax treaty was signed, the other when it came into force: of two states it is the same one more often than not.
bool may_be_one(const Agreement& told, const Agreement& g) {
  if (told.kind != "double_taxation" || g.kind != told.kind || g.from_where.source == told.from_where.source) return false;
  return told.in_force.known() && !told.signed_on.known() && g.signed_on.known() && !g.in_force.known() && g.signed_on.from <= told.in_force.to;
}

void add_finding(Section& section, const Shelf& shelf, const std::vector<const Agreement*>& own) {
  std::vector<const Agreement*> named;
  for (const Agreement* g : own) {
    // Neighbours have dozens on waters and reactors: one of each of these kinds stands for the rest in the table; and the newest of
    // those of which only the beginning is listed, since the earlier may have been replaced.
    const bool many = g->kind == "environment" || g->kind == "nuclear_cooperation" || g->kind == "double_taxation" || g->status == "entered_into_force" || g->status == "in_force_as_a_whole" || g->status == "signed";
    if (std::ranges::any_of(named, [&](const Agreement* told) { return may_be_one(*told, *g) || is_same_pact(*told, *g); })) continue;
    if (const Agreement* governs = g->kind == "trade_agreement" ? standing_agreement(shelf, g->kind) : nullptr; governs && governs != g && !is_same_pact(*governs, *g)) continue;
    if (many && std::ranges::find(named, g->kind, &Agreement::kind) != named.end()) continue;
    if (g->kind != "other" && !has_ended(shelf, *g) && named.size() < 4) named.push_back(g);
  }
  if (named.empty()) return;
  Words words(shelf);
  words.text(fmt::format("Between {} and {} the sources record ", in_text(shelf.a()), in_text(shelf.b())));
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (i > 0) words.text(i + 1 == named.size() ? " and " : ", ");
    add_one(words, shelf, *named[i]);
  }
  section.blocks.push_back(words.text(".").paragraph());
}

void add_multilateral(Section& section, const Shelf& shelf, const std::vector<const Agreement*>& shared) {
  if (shared.empty()) return;
  std::vector<facts::Provenance> from;
  for (const Agreement* g : shared) from.push_back(g->from_where);
  Words words(shelf);
  words.text("Both are party to ").figure(count(static_cast<double>(shared.size()), "treaties"));
  words.text(fmt::format(" multilateral {} of those read here", shared.size() == 1 ? "treaty" : "treaties")).cite_rows(from);
  std::vector<std::string> names;
  std::set<facts::Text> subjects;
  for (const Agreement* g : shared) {
    if (names.size() < 6 && subjects.insert(g->subject).second) names.emplace_back(g->title);
  }
  for (const Agreement* g : shared) {
    if (names.size() < 6 && std::ranges::find(names, g->title) == names.end()) names.emplace_back(g->title);
  }
  if (shared.size() > 1) words.text(fmt::format(", among them {}", join_words(names)));
  section.blocks.push_back(words.text(".").paragraph());
}

// A list that names no treaty, only its kind and year.
bool is_known_by_kind(const Agreement& g) { return g.kind == "nuclear_cooperation" && g.title.starts_with("Nuclear cooperation: "); }

std::string date_cell(const EdtfDate& date) { return date.known() ? human_date(date) : ""; }

// Agreements known by kind and year alone, a row per kind: "Nuclear cooperation: research", signed 1955, 1969 and 1987.
void add_by_kind(document::Table& table, const Shelf& shelf, const std::vector<const Agreement*>& own) {
  std::map<facts::Text, std::vector<const Agreement*>> kinds;
  for (const Agreement* g : own) {
    if (is_known_by_kind(*g)) kinds[g->subject].push_back(g);
  }
  for (auto& [subject, all] : kinds) {
    std::ranges::stable_sort(all, {}, [](const Agreement* g) { return g->signed_on.from; });
    std::vector<std::string> years;
    std::vector<facts::Provenance> from;
    for (const Agreement* g : all) {
      if (std::string year = date_cell(g->signed_on); years.empty() || years.back() != year) years.push_back(std::move(year));
      from.push_back(g->from_where);
    }
    table.rows.push_back({plain(fmt::format("{} on nuclear cooperation: {}", capitalised(count_of(all.size(), "agreement", "agreements")), subject)), plain(join_words(years)), {}, {},
                          plain("not given"), Words(shelf).text(publisher_words(shelf.source(all.front()->from_where.source))).cite_rows(from).done()});
  }
}

std::string status_words(const Agreement& g) {
  if (g.status == "in_force") return "in force";
  if (g.status == "entered_into_force") return "no end listed";
  if (g.status == "in_force_as_a_whole") return "no end listed, nor who is bound";
  if (g.status == "signed" && !g.in_force.known()) return "signed, entry into force not recorded";
  return g.status.empty() || g.status == "unknown" ? "not given" : std::string(g.status);
}

// "Double taxation agreement, applied from 2016", "Double taxation treaty": what it is stands in its name.
bool says_its_kind(const Agreement& g) {
  const std::string title = world::fold_name(g.title), kind = world::fold_name(agreement_kind_words(g));
  return title.starts_with(kind) || (g.kind == "double_taxation" && title.starts_with("double taxation"));
}

void add_table(Section& section, const Shelf& shelf, const std::vector<const Agreement*>& own) {
  document::Table table;
  table.caption = "Agreements between the two";
  table.columns = {{"Agreement", "", false}, {"Signed", "", false}, {"In force", "", false}, {"Ended", "", false}, {"Status", "", false},
                   {"Said by", "", false}};
  table.folded = true;
  std::vector<const Agreement*> told;
  for (const Agreement* own_row : own) {
    if (is_known_by_kind(*own_row)) continue;
    if (std::ranges::any_of(told, [&](const Agreement* before) { return is_one_treaty(shelf, *before, *own_row); })) continue;
    told.push_back(own_row);
    const ToldAgreement whole = told_agreement(shelf, *own_row);
    const Agreement* g = &whole.row;
    std::string status = status_words(*g);
    if (const auto as_of = try_parse_edtf(shelf.source(whole.status_from).as_of); as_of && as_of->known() && g->status != "unknown") status += fmt::format(" ({})", human_date(*as_of));
    std::string name = g->title.empty() ? capitalised(std::string(agreement_kind_words(*g))) : std::string(g->title);
    std::string mark = g->title.empty() || says_its_kind(*g) ? "" : std::string(agreement_kind_words(*g));
    if (const std::string capacity = capacity_words(shelf, *g); capacity != "own" && !capacity.empty()) mark += (mark.empty() ? "" : "; ") + capacity;
    if (!mark.empty()) name += fmt::format(" ({})", mark);
    std::vector<std::string> publishers;
    for (const Agreement* row : whole.all) publishers.push_back(publisher_words(shelf.source(row->from_where.source)));
    table.rows.push_back({plain(name), plain(date_cell(g->signed_on)), plain(date_cell(g->in_force)), plain(date_cell(g->terminated)), plain(status),
                          Words(shelf).text(fmt::format("{}", fmt::join(publishers, "; "))).cite(whole.from()).done()});
  }
  add_by_kind(table, shelf, own);
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
}

void add_shared_table(Section& section, const Shelf& shelf, const std::vector<const Agreement*>& shared) {
  if (shared.empty()) return;
  document::Table table;
  table.caption = "Multilateral treaties to which both are party";
  table.columns = {{"Treaty", "", false}, {fmt::format("In force for {}", in_text(shelf.a())), "", false},
                   {fmt::format("In force for {}", in_text(shelf.b())), "", false}, {"Said by", "", false}};
  table.folded = true;
  for (const Agreement* g : shared) {
    table.rows.push_back({plain(g->title), plain(date_cell(g->a_in_force)), plain(date_cell(g->b_in_force)),
                          Words(shelf).text(publisher_words(shelf.source(g->from_where.source))).cite(*g).done()});
  }
  section.blocks.push_back(std::move(table));
}

void add_events(Section& section, const Shelf& shelf) {
  document::List list;
  const auto wanted = [](const facts::Event& e) { return e.kind.starts_with("agreement_"); };
  for (const MergedEvent& merged : merge_events(shelf, wanted)) {
    const facts::Event& e = *merged.event;
    Words words(shelf);
    words.text(fmt::format("{}: {} ({})", human_date(e.date), event_title(e), e.kind == "agreement_signed" ? "signed" : event_kind_words(e.kind)));
    list.items.push_back(words.cite(merged.from()).done());
  }
  if (list.items.empty()) return;
  section.blocks.push_back(Words(shelf).text("Recorded as events, without a text at hand:").paragraph());
  section.blocks.push_back(std::move(list));
}

}  // namespace

Section agreements_section(const Shelf& shelf) {
  Section section;
  section.id = "agreements";
  section.title = "Agreements";
  const auto own = own_agreements(shelf), shared = shared_treaties(shelf);
  add_finding(section, shelf, own);
  add_multilateral(section, shelf, shared);
  add_table(section, shelf, own);
  if (shelf.request.profile == Profile::full) add_shared_table(section, shelf, shared);
  add_events(section, shelf);
  if (section.blocks.empty()) {
    section.blocks.push_back(gap("investment, tax, trade and other agreements between the two", covering_words(shelf, "agreements"),
                                 "the United Nations Treaty Collection"));
  }
  return section;
}

}  // namespace comity::dossier
