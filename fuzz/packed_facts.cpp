// Any bytes as the facts of a pair, of a state alone, as a context, and as those of another file: facts or a StoreError, and nothing outside of the bytes is read.
#include <array>
#include <cstdint>
#include <string_view>

#include "comity/base/error.hpp"
#include "comity/store/packed_context.hpp"
#include "comity/store/packed_facts.hpp"

namespace {

using namespace comity;

template <class Facts>
void read(std::string_view bytes, const store::TextsByNumber& texts) {
  try {
    Facts facts;
    store::unpack(bytes, texts, facts);
  } catch (const StoreError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Three texts and a date; the last text ends behind the bytes, as in a damaged file.
  static constexpr std::string_view text = "totalmoney";
  static constexpr std::array<std::uint64_t, 4> ends = {0, 5, 10, 99};
  static const std::array<store::PackedTexts::Date, 2> dates = {store::PackedTexts::Date{}, store::PackedTexts::Date{1, -10, 10, 3}};
  const store::TextsByNumber texts(text, ends.data(), ends.size(), dates.data(), dates.size());
  read<facts::PairFacts>(bytes, texts);
  read<facts::StateFacts>(bytes, texts);
  try {
    store::PackedTexts others;
    store::Repacking{texts, others}(bytes);
  } catch (const StoreError&) {
  }
  try {
    facts::Context context;
    store::unpack(bytes, context);
  } catch (const StoreError&) {
  }
  return 0;
}
