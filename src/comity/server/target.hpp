// The target of a request (RFC 9112, section 3.2) taken apart: a path of decoded segments and the parameters behind the
// question mark. The first thing that reads what strangers send. Not here: what a path or a parameter means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::server {

struct Target {
  std::string path;                      // as sent, without the query
  std::vector<std::string> segments;     // decoded UTF-8; none is empty, "." or ".."
  bool closed = false;                   // the path ends with a slash: a folder, in the manner of pages
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in the order given, each name once
};

// Throws Problem with status 400: no path, a broken %XX, no UTF-8, a control character, "." or ".." as a segment, a
// parameter given twice, more than 64 parameters; with status 404 for an empty segment in the middle.
Target parse_target(std::string_view text);

// %XX as bytes, and + as a blank where `plus` is set. Nothing where a % is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, bool plus);
// Text as a segment of a path or a value of a query: everything but letters, digits and -._~ becomes %XX.
std::string percent_encode(std::string_view text);
// Well-formed UTF-8: no overlong form, no surrogate, nothing past U+10FFFF.
bool is_utf8(std::string_view text);

}  // namespace comity::server
