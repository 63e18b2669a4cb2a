// Any bytes as a name: an answer has a state and a score, no answer has none, and asking twice gives the same.
#include "resolver_under_test.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace comity;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& resolver = fuzz::resolver();
  for (const Day day : {last_day, make_day(1960, 1, 1)}) {
    world::ResolveOptions options;
    options.day = day;
    const auto found = resolver.resolve(text, options);
    fuzz::require(found.confidence >= 0 && found.confidence <= 1, "a confidence is a share");
    fuzz::require(!found.state || (found.confidence > 0 && !found.candidates.empty() && found.candidates[0].score > 0), "an answer has a score");
    fuzz::require(!found.state || found.how != world::How::ambiguous, "what is ambiguous is not answered");
    fuzz::require(resolver.resolve(text, options).state == found.state, "the same question has the same answer");
    for (const auto& candidate : found.candidates) resolver.states().state(candidate.state);
    fuzz::require(!resolver.explain(found).empty(), "an answer can be explained");
    options.misspellings = false;
    const auto exact = resolver.resolve(text, options);
    fuzz::require(!exact.state || exact.state == found.state, "misspellings only add");
  }
  return 0;
}
