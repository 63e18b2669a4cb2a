#include <fmt/format.h>

#include <array>

#include "comity/base/error.hpp"
#include "comity/document/render.hpp"

namespace comity::document {

std::span<const Renderer> renderers() {
  static constexpr std::array<Renderer, 5> table = {{
      {"html", "html", "one self-contained page: charts, maps, side notes, print", render_html},
      {"markdown", "md", "GitHub-flavoured Markdown with footnotes", render_markdown},
      {"wikitext", "wiki", "a draft for an encyclopaedia, with sources that are citable there only", render_wikitext},
      {"json", "json", "everything, exact values and facts included (docs/dossier-json.md)", render_json},
      {"text", "txt", "for the terminal, 80 columns", render_text},
  }};
  return table;
}

const Renderer& find_renderer(std::string_view name) {
  std::string names;
  for (const Renderer& renderer : renderers()) {
    if (name == renderer.name) return renderer;
    names += names.empty() ? "" : ", ";
    names += renderer.name;
  }
  throw UsageError(fmt::format("there is no format \"{}\"", name), fmt::format("The formats are {}.", names));
}

}  // namespace comity::document
