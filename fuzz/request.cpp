// Any bytes as the target of a request, and as the fields that the server reads itself: nothing that is taken leaves its place, and what
// is taken reads back.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "comity/server/compress.hpp"
#include "comity/server/problem.hpp"
#include "comity/server/target.hpp"

namespace {

using namespace comity::server;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check(const Target& target) {
  std::string path;
  for (const std::string& segment : target.segments) {
    require(!segment.empty() && segment != "." && segment != "..", "a segment stays in its place");
    require(is_utf8(segment), "a segment is UTF-8");
    require(segment.find('\0') == std::string::npos && segment.find('\n') == std::string::npos, "a segment holds no control character");
    path += "/" + percent_encode(segment);
  }
  if (path.empty()) path = "/";
  std::string query;
  for (const auto& [name, value] : target.query) {
    require(is_utf8(name) && is_utf8(value), "a parameter is UTF-8");
    query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
  }
  const Target again = parse_target(path + query);
  require(again.segments == target.segments, "a path reads back");
  // A parameter without a name and a value is passed over when it is read.
  require(again.query.size() <= target.query.size(), "a query reads back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    check(parse_target(text));
  } catch (const Problem& problem) {
    require(problem.status == 400 || problem.status == 404, "what is refused is refused as the client's mistake");
    require(!problem.code.empty() && problem.what()[0] != '\0', "a refusal has words");
  }
  (void)wanted_packing(text);
  const auto decoded = percent_decode(text, false);
  if (decoded) require(decoded->size() <= text.size(), "decoding never grows");
  require(percent_decode(percent_encode(text), true) == text, "what is encoded reads back");
  return 0;
}
