#include "comity/document/detail/svg.hpp"

#include <fmt/format.h>

#include "comity/document/detail/html_text.hpp"

namespace comity::document {

std::string_view hue_class(Hue hue) {
  constexpr std::string_view classes[] = {"hue-none", "hue-a", "hue-b", "hue-c", "hue-d", "hue-e", "hue-f"};
  return classes[static_cast<std::size_t>(hue)];
}

std::string svg_open(const std::string& id, std::string_view attributes, std::string_view title, std::string_view description) {
  return fmt::format(R"(<svg {0} role="img" aria-labelledby="{1}-title {1}-desc"><title id="{1}-title">{2}</title><desc id="{1}-desc">{3}</desc>)",
                     attributes, id, html_escaped(title), html_escaped(description));
}

std::string place_sign(std::string_view kind, Hue hue, double x, double y) {
  const auto has = [&](std::string_view word) { return kind.find(word) != std::string_view::npos; };
  const std::string_view color = hue_class(hue);
  if (has("honorary")) {
    return fmt::format(R"(<path class="sign hollow {}" d="M{} {}l5 9h-10z"/>)", color, px(x), px(y - 5.5));
  }
  if (has("embassy") || has("high commission") || has("nunciature")) {
    return fmt::format(R"(<circle class="sign {}" cx="{}" cy="{}" r="5"/>)", color, px(x), px(y));
  }
  if (has("consulate general")) return fmt::format(R"(<rect class="sign {}" x="{}" y="{}" width="8.5" height="8.5"/>)", color, px(x - 4.25), px(y - 4.25));
  if (has("consulate")) return fmt::format(R"(<path class="sign {}" d="M{} {}l5.5 5.5-5.5 5.5-5.5-5.5z"/>)", color, px(x), px(y - 5.5));
  if (has("twin") || has("sister")) return fmt::format(R"(<path class="sign stroke {}" d="M{} {}l6 6m0-6l-6 6"/>)", color, px(x - 3), px(y - 3));
  return fmt::format(R"(<rect class="sign hollow {}" x="{}" y="{}" width="7.5" height="7.5"/>)", color, px(x - 3.75), px(y - 3.75));
}

}  // namespace comity::document
