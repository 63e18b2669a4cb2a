// The numbers and dates that number.hpp and date.hpp write, in the form that German readers know: 8,75 Mrd. EUR, 2,3 %, 1.128.201,
// 11. Februar 1992. For what people read on a German page; JSON and CSV stay as they are. Not a translation of sentences.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace comity {

// The text in German form where it consists of numbers, dates, units, codes of currencies and the few words that stand with them, and
// of nothing else ("about 1910 to 1939", "5.01 bn USD", "2.3 %"); nullopt for any other text: that is then a sentence or a name.
std::optional<std::string> try_in_german(std::string_view text);
// ... or the text as it was.
std::string in_german(std::string_view text);

}  // namespace comity
