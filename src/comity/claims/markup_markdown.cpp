// Markdown: links become their text, images and footnote marks go, emphasis and code ticks go, tables stay rows.
#include "comity/claims/markup.hpp"

namespace comity::claims {

void read_markdown(std::string_view source, PlainText& out) {
  std::size_t done = 0;
  const auto drop = [&](std::size_t from, std::size_t to) {
    out.copy(source, done, from);
    done = to;
  };
  for (std::size_t i = 0; i < source.size();) {
    const char c = source[i];
    const bool image = c == '!' && i + 1 < source.size() && source[i + 1] == '[';
    if (c == '[' || image) {
      const std::size_t open = i + image;
      const std::size_t close = source.substr(0, std::min(source.size(), open + 2000)).find(']', open);
      if (close != std::string_view::npos && close + 1 < source.size() && source[close + 1] == '(') {
        const std::size_t end = source.substr(0, std::min(source.size(), close + 2000)).find(')', close);
        if (end != std::string_view::npos) {
          if (image) {
            drop(i, end + 1);
          } else {
            drop(i, open + 1);
            drop(close, end + 1);
          }
          i = end + 1;
          continue;
        }
      }
      if (close != std::string_view::npos && open + 1 < source.size() && source[open + 1] == '^') {
        drop(i, close + 1);
        i = close + 1;
        continue;
      }
    } else if (c == '*' || c == '`' || (c == '_' && i + 1 < source.size() && source[i + 1] == '_')) {
      std::size_t end = i;
      while (end < source.size() && source[end] == c) ++end;
      const bool bullet = c == '*' && end < source.size() && source[end] == ' ' && (i == 0 || source[i - 1] == '\n' || source[i - 1] == ' ');
      if (!bullet) drop(i, end);
      i = end;
      continue;
    } else if (c == '&') {
      std::string text;
      if (const std::size_t length = read_entity(source, i, text)) {
        drop(i, i + length);
        out.put(text, i);
        i += length;
        continue;
      }
    } else if (c == '<' && source.substr(i, 4) == "<!--") {
      const std::size_t end = source.find("-->", i);
      drop(i, end == std::string_view::npos ? source.size() : end + 3);
      i = done;
      continue;
    }
    ++i;
  }
  out.copy(source, done, source.size());
  out.text = out.made;
  split_lines(out);
}

}  // namespace comity::claims
