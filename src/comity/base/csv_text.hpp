// One field of CSV as RFC 4180 has it: in quotes where a comma, a quote, a line's end or a blank at an edge would not come back as it was.
#pragma once

#include <string>
#include <string_view>

namespace comity {

inline void append_csv(std::string& out, std::string_view text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace comity
