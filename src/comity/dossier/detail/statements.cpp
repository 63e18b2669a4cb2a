#include "comity/dossier/detail/statements.hpp"

#include <fmt/format.h>

#include "comity/dossier/detail/merge.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

std::vector<document::Inlines> statement_lines(const Shelf& shelf, std::string_view topic) {
  std::vector<document::Inlines> out;
  for (const facts::Event& e : shelf.facts.events) {
    if (e.kind != "statement" || e.occasion != topic || !is_shown(shelf, e)) continue;
    Words words(shelf);
    words.text(e.detail.empty() ? e.title : e.title.empty() || e.title == e.detail ? e.detail : facts::Text());
    if (words.empty()) words.text(fmt::format("{}. {}", e.title, e.detail));
    if (e.date.known()) words.text(fmt::format(" ({})", human_date(e.date)));
    if (e.status == "vague") words.badge({"vague", document::Badge::warning});
    out.push_back(words.text(fmt::format(" – {}", publisher_words(shelf.source(e.from_where.source)))).cite(e).done());
  }
  return out;
}

}  // namespace comity::dossier
