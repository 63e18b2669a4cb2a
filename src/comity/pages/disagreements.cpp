#include "comity/pages/disagreements.hpp"

#include <fmt/format.h>

#include "comity/pages/elements.hpp"

namespace comity::pages {

std::string disagreements_page(const Site& site, const std::vector<DisagreementRow>& rows, std::size_t most) {
  const Words& w = site.words;
  Page page{.kind = "disagreements", .path = "disagreements/", .title = std::string(w("disagreements.title")), .description = std::string(w("disagreements.lead"))};
  page.body_class = "site-wide";
  const Place place(site, page.path);
  page.text = paragraph(w("disagreements.lead"), "lead");
  const std::size_t shown = std::min(most, rows.size());
  page.text += paragraph(w.with("ranking.first", {number_text(site, static_cast<double>(shown)), number_text(site, static_cast<double>(rows.size()))}), "note");
  if (site.has_server && shown < rows.size()) {
    page.text += fmt::format("<p class=\"note\">{}</p>\n", link(fmt::format("{}api/v1/disagreements?format=csv&limit={}", place.root(), rows.size()), w("disagreements.all")));
  }
  const auto title = [&](std::string_view key) { return std::string(w(key)); };
  TableWriter table(w("disagreements.title"),
                    {{title("column.pair")}, {title("column.kind")}, {title("column.question")}, {title("column.said")}, {title("column.size"), true}, {title("column.weight"), true}}, false,
                    TableWriter::Shape::texts);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& row = rows[i];
    const std::string who = row.b ? pair_anchor(site, place, row.a, row.b, fmt::format("{} – {}", site.names.of(row.a), site.names.of(row.b))) : country_link(site, place, row.a);
    const std::string_view kind = w.find("disagreement." + row.kind);
    table.row().html(who).text(kind.empty() ? std::string_view(row.kind) : kind).text(row.title).text(row.said);
    const std::string_view unit = w.find("unit." + row.unit);
    table.number(row.size, row.size > 0 ? fmt::format("{} {}", number_text(site, row.size, row.unit == "days" ? 0 : 1), unit.empty() ? std::string_view(row.unit) : unit) : "");
    table.number(row.consequence, std::to_string(row.consequence));
  }
  page.text += table.take();
  return write_page(site, page);
}

}  // namespace comity::pages
