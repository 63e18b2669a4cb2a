// Any bytes as wikitext, HTML or Markdown: blocks must be in order and within the plain text, and every byte of the plain
// text must stand within the source.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "comity/claims/markup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
  using namespace comity::claims;
  PlainText out;
  read_markup(data[0] % 4 == 1 ? Format::markdown : data[0] % 4 == 2 ? Format::html : data[0] % 4 == 3 ? Format::text : Format::wikitext, source, out);
  std::size_t last = 0;
  for (const Block& block : out.blocks) {
    if (block.begin < last || block.end <= block.begin || block.end > out.text.size()) std::abort();
    last = block.end;
    for (std::size_t at = block.begin; at < block.end; ++at) {
      if (out.source_of(at) > source.size()) std::abort();
    }
  }
  return 0;
}
