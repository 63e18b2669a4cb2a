// The names of npm cldr-localenames-full and npm world-countries, as JSON.
#include <fmt/format.h>
#include <unicode/locid.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/world/detail/name_sources.hpp"

namespace comity::world::detail {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json read_json(const fs::path& file) {
  try {
    return json::parse(read_file(file));
  } catch (const json::exception&) {
    throw DataError(fmt::format("{} is no JSON", file.string()), "Install the packages anew: npm ci --ignore-scripts");
  }
}

// CLDR's codes of parts of states that ISO reserves or that are CLDR's own.
constexpr std::pair<std::string_view, std::string_view> parts_of_states[] = {{"AC", "SHN"}, {"CP", "FRA"}, {"CQ", "GGY"}, {"DG", "IOT"},
                                                                              {"EA", "ESP"}, {"IC", "ESP"}, {"TA", "SHN"}};

// "de-AT" is German; "sr-Latn" is kept apart.
std::string language_of(const std::string& locale) {
  std::string out = locale.substr(0, locale.find('-'));
  for (std::size_t at = out.size(); at < locale.size();) {
    const std::size_t end = std::min(locale.find('-', at + 1), locale.size());
    if (end - at - 1 == 4) out += locale.substr(at, end - at);
    at = end;
  }
  return out;
}

// Of "Cocos (Keeling) Islands" and "Myanmar (Burma)": the name without the bracket, and, of a state, what is inside it.
void add_without_bracket(NameBook& book, StateId state, bool inside, const std::string& language, const std::string& text) {
  const std::size_t open = std::min(text.find('('), text.find("\xef\xbc\x88"));
  const std::size_t close = std::min(text.find(')'), text.find("\xef\xbc\x89"));
  if (open == std::string::npos || close == std::string::npos || close < open || open == 0) return;
  const std::size_t wide = text[open] == '(' ? 1 : 3;
  book.add_further({text.substr(0, open) + text.substr(close + (text[close] == ')' ? 1 : 3)), state, NameKind::official, language, {}, 0});
  if (inside) book.add_further({text.substr(open + wide, close - open - wide), state, NameKind::official, language, {}, 0});
}

void add_territories(NameBook& book, const Register& states, const std::string& locale, const json& names) {
  const std::string language = language_of(locale);
  const bool shown = language == locale;  // and not one country's way to write it
  for (const auto& [code, name] : names.items()) {
    const std::string region = code.substr(0, code.find('-'));
    std::string text = name.get<std::string>();
    const StateId named = states.by_code("iso2", region, last_day);
    if ((text == region && named) || text == code || region == "ZZ" || region == "XA" || region == "XB") continue;
    if (const StateId state = named) {
      add_without_bracket(book, state, states.state(state).kind == "state" && region != "CD" && region != "CG", language, text);
      book.add({std::move(text), state, NameKind::common, language, {}, 0, shown && code == region});
      continue;
    }
    const auto part = std::find_if(std::begin(parts_of_states), std::end(parts_of_states), [&](const auto& one) { return one.first == region; });
    const StateId whole = part == std::end(parts_of_states) ? StateId{} : states.by_key(part->second);
    book.add({std::move(text), whole, whole ? NameKind::part : NameKind::non_state, language, {}, 0});
  }
}

// A language of world-countries, ISO 639-3, as CLDR writes it.
std::string short_language(const std::string& language) {
  if (language == "per") return "fa";
  const std::string out = icu::Locale(language.c_str()).getLanguage();
  return out.empty() ? language : out;
}

void add_forms(NameBook& book, StateId state, const json& by_language) {
  for (const auto& [language, forms] : by_language.items()) {
    const std::string code = short_language(language);
    // CLDR has the word on what a language calls a state; this is a second voice.
    book.add({forms.at("common").get<std::string>(), state, NameKind::official, code, {}, 0});
    book.add({forms.at("official").get<std::string>(), state, NameKind::official, code, {}, 0});
  }
}

// Two or three letters are codes, or look like them.
bool is_code(const std::string& text) { return text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }); }

void add_country(NameBook& book, const Register& states, const json& country) {
  StateId state = states.by_code("iso3", country.at("cca3").get<std::string>(), last_day);
  if (!state) state = states.by_code("iso2", country.at("cca2").get<std::string>(), last_day);
  if (!state) return;
  book.add({country.at("name").at("common").get<std::string>(), state, NameKind::common, "en", {}, 0});
  book.add({country.at("name").at("official").get<std::string>(), state, NameKind::official, "en", {}, 0});
  add_forms(book, state, country.at("name").at("native"));
  add_forms(book, state, country.at("translations"));
  for (const auto& spelling : country.at("altSpellings")) {
    // "England" is among them; the register knows better.
    if (std::string text = spelling.get<std::string>(); !is_code(text) && states.non_state_kind(text).empty()) book.add({std::move(text), state, NameKind::official, "", {}, 0});
  }
  for (const auto& [language, demonyms] : country.at("demonyms").items()) {
    for (const auto& demonym : demonyms) {
      if (std::string text = demonym.get<std::string>(); !text.empty()) book.add_further({std::move(text), state, NameKind::adjective, short_language(language), {}, 0});
    }
  }
}

}  // namespace

void add_cldr_names(NameBook& book, const Register& states, const fs::path& parts) {
  const fs::path folder = parts / "cldr-localenames-full" / "main";
  std::vector<fs::path> files;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    if (fs::exists(entry.path() / "territories.json")) files.push_back(entry.path() / "territories.json");
  }
  if (files.empty()) throw DataError(fmt::format("no names of countries in {}", folder.string()), "Install the packages: npm ci --ignore-scripts");
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const std::string locale = file.parent_path().filename().string();
    try {
      add_territories(book, states, locale, read_json(file).at("main").at(locale).at("localeDisplayNames").at("territories"));
    } catch (const json::exception&) {
      throw DataError(fmt::format("{} is not built as CLDR 48 is", file.string()), "Install the packages anew: npm ci --ignore-scripts");
    }
  }
}

void add_world_countries(NameBook& book, const Register& states, const fs::path& parts) {
  const fs::path file = parts / "world-countries" / "countries.json";
  try {
    for (const auto& country : read_json(file)) add_country(book, states, country);
  } catch (const json::exception&) {
    throw DataError(fmt::format("{} is not built as world-countries 5 is", file.string()), "Install the packages anew: npm ci --ignore-scripts");
  }
}

}  // namespace comity::world::detail
