#include "unit/claims/reading.hpp"

#include <fmt/format.h>

#include "comity/base/number.hpp"

namespace comity::claims {

const Extractor& extractor() {
  static const Extractor one(COMITY_SOURCE_DIR "/data", world::Resolver::make(world::Register::load(COMITY_SOURCE_DIR "/data"), COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  return one;
}

Extractor::Result read(std::string_view text, std::string_view file_name) {
  Extractor::Options options;
  options.file_name = file_name;
  return extractor().extract(text, options);
}

std::string line(const Claim& one) {
  std::string out(name_of(one.kind));
  const std::string value = one.number ? exact(*one.number) : one.word;
  for (const std::string& slot : {one.subject, one.object, value, one.unit, one.currency, one.period, one.place, one.person}) out += slot.empty() ? " -" : " " + slot;
  while (out.ends_with(" -")) out.resize(out.size() - 2);
  if (one.status != "asserted") out += " [" + one.status + "]";
  if (!one.polarity.empty()) out += " [" + one.polarity + "]";
  return out;
}

std::vector<std::string> lines(std::string_view text, std::string_view file_name) {
  std::vector<std::string> out;
  for (const Claim& one : read(text, file_name).claims) out.push_back(line(one));
  return out;
}

std::vector<std::string> about(std::string_view text) { return lines("Peru–Norway relations\n\n" + std::string(text) + "\n"); }

std::vector<std::string> auf_deutsch(std::string_view text) {
  return lines("Beziehungen zwischen Deutschland und Peru\n\nDie Beziehungen der beiden Länder sind gut.\n" + std::string(text) + "\n");
}

}  // namespace comity::claims
