#include "comity/fetch/detail/answer_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"

namespace comity::fetch {

namespace fs = std::filesystem;

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
  return problem == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

// One line of a refusal's body, without control characters.
std::string beginning_of(std::string_view body) {
  std::string out;
  for (const char c : trimmed(body)) {
    if (out.size() >= 120) break;
    out += static_cast<unsigned char>(c) < 32 ? ' ' : c;
  }
  return out;
}

// "90 seconds", "15 minutes", "24 hours"
std::string span_words(double seconds) {
  if (seconds <= 120) return fmt::format("{:.0f} seconds", seconds);
  return seconds <= 7200 ? fmt::format("{:.0f} minutes", seconds / 60) : fmt::format("{:.0f} hours", seconds / 3600);
}

// Whether what came begins as a page of HTML does. XHTML without its DOCTYPE counts too.
bool is_page(const fs::path& file) {
  std::FILE* in = std::fopen(file.c_str(), "rb");
  if (!in) return false;
  char buffer[512];
  std::string begin(buffer, std::fread(buffer, 1, sizeof(buffer), in));
  std::fclose(in);
  if (begin.starts_with("\xef\xbb\xbf")) begin.erase(0, 3);
  begin = lower(trimmed(begin));
  if (begin.starts_with("<?xml")) begin = trimmed(std::string_view(begin).substr(std::min(begin.find("?>"), begin.size() - 2) + 2));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

// What a page calls itself, for people; else how it begins.
std::string title_of(const fs::path& file) {
  const std::string text = read_file(file).substr(0, 20'000), folded = lower(text);
  auto from = folded.find("<title");
  if (from != std::string::npos) from = folded.find('>', from);
  const auto to = from == std::string::npos ? from : folded.find("</title", from);
  return to == std::string::npos ? std::string("a page without a title") : fmt::format("“{}”", beginning_of(std::string_view(text).substr(from + 1, to - from - 1)));
}

}  // namespace comity::fetch
