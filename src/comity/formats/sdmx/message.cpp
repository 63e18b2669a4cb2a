#include "comity/formats/sdmx/message.hpp"

#include <charconv>

#include <fmt/format.h>

#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx {

std::string_view words_for(Kind kind) {
  switch (kind) {
    case Kind::dimension: return "dimension";
    case Kind::time: return "time";
    case Kind::measure: return "measure";
    case Kind::attribute: return "attribute";
    case Kind::unknown: break;
  }
  return "unknown";
}

std::string_view id_of(Action action) {
  switch (action) {
    case Action::information: return "I";
    case Action::append: return "A";
    case Action::replace: return "R";
    case Action::remove: return "D";
    case Action::merge: return "M";
  }
  return "I";
}

Action action_of(std::string_view text) {
  std::string word(text.substr(0, text.find(':')));  // "D: Delete"
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  if (word == "a" || word == "append") return Action::append;
  if (word == "r" || word == "replace") return Action::replace;
  if (word == "d" || word == "delete") return Action::remove;
  if (word == "m" || word == "merge") return Action::merge;
  return Action::information;
}

std::string_view LocalText::best() const {
  for (const auto& [language, text] : all) {
    if (language == "en" || language.starts_with("en-")) return text;
  }
  for (const auto& [language, text] : all) {
    if (language.empty()) return text;
  }
  return all.empty() ? std::string_view() : std::string_view(all.front().second);
}

std::string LocalText::notation() const { return all.size() == 1 && all.front().first.empty() ? all.front().second : join_languages(all); }

bool FooterMessage::means_partial() const {
  if (severity == "Error" || severity == "error") return true;
  int number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  return error == std::errc{} && end == code.data() + code.size() && number >= 100 && number < 600;
}

std::string FooterMessage::words() const {
  std::string words = code;
  if (!severity.empty()) words += words.empty() ? severity : " " + severity;
  std::string texts;
  const auto& languages = text.all;
  const std::string language = languages.empty() ? "" : languages.front().first;
  for (const auto& [one, what] : languages) {
    if (one != language) continue;  // the same again in another language
    texts += texts.empty() ? what : " " + what;
  }
  return words.empty() ? texts : texts.empty() ? words : fmt::format("{}: {}", words, texts);
}

}  // namespace comity::formats::sdmx
