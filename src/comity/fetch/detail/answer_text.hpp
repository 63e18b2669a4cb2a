// What the room reads out of the text of an answer: numbers and words of its head, how a refusal begins, and whether a page of HTML came
// where a file should be.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace comity::fetch {

std::optional<std::uint64_t> whole_number(std::string_view text);  // digits and nothing else
std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);  // ASCII
// One line of a refusal's body, without control characters.
std::string beginning_of(std::string_view body);
std::string span_words(double seconds);  // "90 seconds", "15 minutes", "24 hours"
// Whether a file begins as a page of HTML does. XHTML without its DOCTYPE counts too.
bool is_page(const std::filesystem::path& file);
// What a page calls itself, for people.
std::string title_of(const std::filesystem::path& file);

}  // namespace comity::fetch
