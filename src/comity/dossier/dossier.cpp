#include "comity/dossier/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/fact_records.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Report;
using document::Section;

// Sections of one group that follow each other stand under one heading.
void place(Report& report, Section section, std::string_view group) {
  if (group.empty()) {
    report.sections.push_back(std::move(section));
    return;
  }
  if (report.sections.empty() || report.sections.back().id != group) {
    Section parent;
    parent.id = group;
    parent.title = capitalised(std::string(group));
    report.sections.push_back(std::move(parent));
  }
  report.sections.back().children.push_back(std::move(section));
}

void collect_gaps(const Section& section, std::vector<document::Gap>& out) {
  for (const auto& block : section.blocks) {
    if (const auto* gap = std::get_if<document::Gap>(&block)) out.push_back(*gap);
  }
  for (const auto& child : section.children) collect_gaps(child, out);
}

std::string gap_line(const document::Gap& gap) {
  std::string line = capitalised(gap.looked_for);
  if (!gap.where.empty()) line += fmt::format(": looked for in {}; nothing found", gap.where);
  line += line.ends_with('.') ? "" : ".";
  if (!gap.ask.empty()) line += fmt::format(" Ask {}.", gap.ask);
  return line;
}

// What the empty sections looked for, as one list under "What is not known": a thin pair fits one screen. What no source
// claims to cover stands in one line, for it tells the reader one thing.
void fold_gaps(Report& report, const std::vector<document::Gap>& gaps, bool thin) {
  if (gaps.empty()) return;
  document::List list;
  std::string uncovered, not_found;
  const auto append = [](std::string& to, const std::string& what) { to += fmt::format("{}{}", to.empty() ? "" : "; ", what); };
  for (const auto& gap : gaps) {
    if (gap.where == nobody_covers) {
      append(uncovered, gap.looked_for);
    } else if (thin) {
      append(not_found, gap.looked_for);
    } else {
      list.items.push_back(plain(gap_line(gap)));
    }
  }
  if (!not_found.empty()) list.items.push_back(plain(fmt::format("Looked for, and not found in the sources of this edition that cover it: {}.", not_found)));
  if (!uncovered.empty()) {
    list.items.push_back(plain(fmt::format("Covered by no source of this edition, so that finding none says nothing: {}.", uncovered)));
  }
  auto it = std::ranges::find(report.sections, "not_known", &Section::id);
  if (it == report.sections.end()) {
    Section section;
    section.id = "not_known";
    section.title = "What is not known";
    const auto sources = std::ranges::find(report.sections, "sources", &Section::id);
    it = report.sections.insert(sources, std::move(section));
  }
  if (auto* before = it->blocks.empty() ? nullptr : std::get_if<document::List>(&it->blocks.back())) {
    for (auto& item : list.items) before->items.push_back(std::move(item));
  } else {
    it->blocks.push_back(std::move(list));
  }
}

Report begin_report(const Shelf& shelf) {
  Report report;
  report.id_a = shelf.a().key;
  report.id_b = shelf.b().key;
  report.name_a = shelf.a().name;
  report.name_b = shelf.b().name;
  report.text_a = in_text(shelf.a());
  report.text_b = in_text(shelf.b());
  report.title = fmt::format("{} – {}", report.name_a, report.name_b);
  report.subtitle = "What is between the two, by the sources that say so";
  report.profile = id_of(shelf.request.profile);
  report.edition = shelf.context.edition;
  report.edition_date = shelf.context.edition_date;
  return report;
}

void write_sections(Report& report, const Shelf& shelf) {
  std::vector<document::Gap> gaps;
  for (const std::string_view id : sections_of(shelf.request.profile)) {
    const SectionDefinition& definition = *find_section(id);
    Section section = definition.make(shelf);
    if (section.id.empty()) section.id = definition.id;
    if (section.title.empty()) section.title = definition.title;
    // Only the full profile says what it looked for; the others leave out.
    if (is_empty(section)) {
      collect_gaps(section, gaps);
    } else {
      place(report, std::move(section), definition.group);
    }
  }
  if (shelf.request.profile == Profile::full) fold_gaps(report, gaps, is_thin(shelf));
}

}  // namespace

Report make_dossier(const facts::PairFacts& facts, const facts::Context& context, const Request& request) {
  CitationBook book(context);
  const Shelf shelf{facts, context, request, book};
  Report report = begin_report(shelf);
  if (facts.a == facts.b) {
    report.sections.push_back(same_state_section(shelf));
  } else if (!coexisted(shelf.a(), shelf.b())) {
    report.sections.push_back(never_together_section(shelf));
  } else {
    write_sections(report, shelf);
  }
  if (request.with_facts) report.facts = fact_records(shelf);
  report.citations = book.take();
  return report;
}

}  // namespace comity::dossier
