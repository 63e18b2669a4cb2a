// At most twelve lines, each with its date: what matters most between the two. Undated and modelled figures never stand
// here (rules.md 23), no reconciled figure leads (rules.md 16), and a line with nothing to say is left out.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/base/number.hpp"
#include "comity/dossier/detail/agreement_list.hpp"
#include "comity/dossier/detail/glance_lines.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {

document::Section at_glance_section(const Shelf& shelf) {
  using Maker = document::Inlines (*)(const Shelf&);
  struct Line {
    const char* term;
    Maker make;
  };
  constexpr std::array<Line, 12> lines = {{{"Relations", glance_relations},
                                           {"Missions", glance_missions},
                                           {"Leaders", glance_leaders},
                                           {"Distance", glance_distance},
                                           {"Size", glance_size},
                                           {"Trade in goods", glance_trade},
                                           {"Main products", glance_products},
                                           {"Direct investment", glance_investment},
                                           {"People", glance_people},
                                           {"Framework", glance_framework},
                                           {"Politics", glance_politics},
                                           {"Last contacts", glance_contacts}}};
  document::Section section;
  section.id = "at_glance";
  section.title = "At a glance";
  document::Definitions table;
  for (const Line& line : lines) {
    document::Inlines content = line.make(shelf);
    if (auto* start = content.empty() ? nullptr : std::get_if<document::Text>(&content.front())) start->text = capitalised(std::move(start->text));
    if (content.empty()) continue;
    // A treaty alone is no contact of today.
    constexpr std::string_view newest_treaty = "Newest treaty";
    auto* first = std::get_if<document::Text>(&content.front());
    const bool treaty = line.make == glance_contacts && first && first->text.starts_with(newest_treaty);
    if (treaty) first->text = "I" + first->text.substr(newest_treaty.size() + 2);  // "In the lists read here: …"
    table.rows.push_back({treaty ? std::string(newest_treaty) : std::string(line.term), std::move(content)});
  }
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace comity::dossier
