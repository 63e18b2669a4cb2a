// Any bytes as a text: mentions come in order, do not overlap, and lie on whole characters inside the text.
#include "resolver_under_test.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace comity;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  world::TextOptions options;
  options.metonyms = true, options.non_states = true;
  std::size_t at = 0;
  for (const auto& mention : fuzz::resolver().find_in_text(text, options)) {
    fuzz::require(mention.begin >= at && mention.begin < mention.end && mention.end <= text.size(), "mentions are in order");
    fuzz::require((static_cast<unsigned char>(text[mention.begin]) & 0xc0) != 0x80, "a mention begins with a character");
    fuzz::require(mention.score >= 0 && mention.score <= 1, "a score is a share");
    fuzz::require(!mention.state() || mention.score >= 0.5, "a state has a score");
    at = mention.end;
  }
  return 0;
}
