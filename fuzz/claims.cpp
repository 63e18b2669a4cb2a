// Any bytes as a document: read for claims in the markup and language that its first byte chooses. Every claim must lie
// within the document, and the same bytes must give the same claims.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "comity/claims/extract.hpp"
#include "comity/claims/write.hpp"

namespace {

using namespace comity;

const claims::Extractor& extractor() {
  static const claims::Extractor one(COMITY_SOURCE_DIR "/data", world::Resolver::make(world::Register::load(COMITY_SOURCE_DIR "/data"), COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  return one;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  claims::Extractor::Options options;
  options.format = static_cast<claims::Format>(data[0] & 3);
  options.language = data[0] & 4 ? "de" : "en";
  if (data[0] & 8) options.pair = {extractor().states().by_key("DEU"), extractor().states().by_key("KAZ")};
  const auto first = extractor().extract(bytes, options);
  const auto again = extractor().extract(bytes, options);
  if (first.claims.size() != again.claims.size()) std::abort();
  std::string out;
  for (const claims::Claim& claim : first.claims) {
    if (claim.start_byte > bytes.size() || claim.end_byte > bytes.size() || claim.start_byte > claim.end_byte || claim.start > claim.start_byte) std::abort();
    claims::append_jsonl(out, claim);
  }
  return 0;
}
