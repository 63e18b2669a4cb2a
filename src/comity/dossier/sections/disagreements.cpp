// Statements of independent classes that cannot both be right, or that need reading (rules.md 1, 3 and 8). Each says who
// says what; a reading is offered where one is known, and nobody is declared right.
#include <fmt/format.h>

#include <algorithm>

#include "comity/dossier/detail/disputes.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

document::Section disagreements_section(const Shelf& shelf) {
  document::Section section;
  section.id = "disagreements";
  section.title = "Where the sources disagree";
  std::vector<Disputed> found = disputes_of_pair(shelf);
  for (Disputed& one : disputed_by_edition(shelf)) found.push_back(std::move(one));
  if (found.empty()) return section;
  const bool brief = shelf.request.profile == Profile::brief;
  const std::size_t most = brief ? 2 : found.size();
  document::List list;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
    Words words(shelf);
    words.strong(found[i].title).text(" ").add(std::move(found[i].said)).text(".");
    if (!found[i].reading.empty() && (!brief || found[i].reading.size() <= 160)) words.text(fmt::format(" {}", found[i].reading));
    list.items.push_back(words.done());
  }
  // A publisher that revised its own figures contradicts nobody.
  const auto revised = static_cast<std::size_t>(std::ranges::count(found, "revision", &Disputed::kind));
  std::vector<std::string> parts;
  if (found.size() > revised) parts.push_back(fmt::format("on {} the sources contradict each other, counting independent voices only", count_of(found.size() - revised, "point", "points")));
  if (revised > 0) parts.push_back(fmt::format("on {} two editions of one publisher differ", count_of(revised, "point", "points")));
  const std::string_view rest = found.size() > most ? "; the most consequential of them:" : ".";
  section.blocks.push_back(Words(shelf).text(capitalised(fmt::format("{}{}", fmt::join(parts, "; "), rest))).paragraph());
  section.blocks.push_back(std::move(list));
  return section;
}

}  // namespace comity::dossier
