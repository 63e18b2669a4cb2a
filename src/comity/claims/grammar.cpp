#include "comity/claims/grammar.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/claims/tokens.hpp"

namespace comity::claims {
namespace {

constexpr std::string_view cue_names[] = {
#define COMITY_CUE_NAME(name) #name,
    COMITY_CUES(COMITY_CUE_NAME)
#undef COMITY_CUE_NAME
};

}  // namespace

std::string_view name_of(Cue cue) { return cue_names[static_cast<std::size_t>(cue)]; }

std::optional<Cue> try_cue(std::string_view name) {
  const auto found = std::find(std::begin(cue_names), std::end(cue_names), name);
  if (found == std::end(cue_names)) return std::nullopt;
  return static_cast<Cue>(found - std::begin(cue_names));
}

std::uint32_t Grammar::text(std::string_view wanted) {
  const auto found = std::find(texts.begin(), texts.end(), wanted);
  if (found != texts.end()) return static_cast<std::uint32_t>(found - texts.begin());
  texts.emplace_back(wanted);
  return static_cast<std::uint32_t>(texts.size() - 1);
}

// A phrase is read as a text is, so that both mean the same words; signs between its words do not count.
void Grammar::add_phrase(std::string_view phrase, Cue cue, std::uint32_t data) {
  std::vector<Token> tokens;
  read_tokens(phrase, 0, phrase.size(), words, tokens);
  std::vector<WordId> ids;
  std::string folded;
  for (const Token& token : tokens) {
    if (!token.is_word() && !token.is(Token::Kind::number) && !token.is(Token::Kind::possessive)) continue;
    fold_word(phrase.substr(token.begin, token.end - token.begin), folded);
    if (token.is_word() && folded.find('.') != std::string::npos) std::erase(folded, '.');
    if (token.is(Token::Kind::possessive)) folded = "'s";
    ids.push_back(words.add(folded));
  }
  phrases.add(ids, {static_cast<std::uint16_t>(cue), data});
}

void Grammar::read_file(const std::filesystem::path& file) {
  toml::table table;
  const std::string bytes = comity::read_file(file);
  try {
    table = toml::parse(std::string_view(bytes));
  } catch (const toml::parse_error& error) {
    throw DataError(fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()), "Mend the grammar file; docs/claims.md says how it is written.");
  }
  for (const auto& [key, value] : table) {
    const auto cue = try_cue(key.str());
    if (!cue) throw DataError(fmt::format("{}: '{}' is no class of phrases", file.string(), key.str()), "The classes are listed in src/comity/claims/cues.hpp.");
    const auto add_all = [&](const toml::node& list, std::uint32_t data) {
      if (const toml::array* phrases_of = list.as_array()) {
        for (const toml::node& one : *phrases_of) add_phrase(one.value_or(std::string_view{}), *cue, data);
      }
    };
    if (const toml::table* meanings = value.as_table()) {
      for (const auto& [meaning, list] : *meanings) add_all(list, text(meaning.str()));
    } else {
      add_all(value, 0);
    }
  }
}

void Grammar::take_names(const Lexicon& lexicon) {
  for (NameEntry& entry : [&] { return lexicon.names(language); }()) {
    const auto index = static_cast<std::uint32_t>(names.size());
    add_phrase(entry.text, Cue::name, index);
    // "Estlands", "Sri Lankas": a German genitive is the name with one letter more.
    if (language == "de" && entry.form == NameForm::name && entry.text.size() > 3 && !entry.text.ends_with('s') && !entry.text.ends_with('x') && !entry.text.ends_with('z')) add_phrase(entry.text + "s", Cue::name, index);
    for (const StateId state : entry.states) {
      if (state.value >= codes.size()) codes.resize(state.value + 1u), past.resize(state.value + 1u);
      if (codes[state.value].empty()) codes[state.value] = lexicon.code(state), past[state.value] = lexicon.is_past(state);
    }
    names.push_back(entry);
  }
  for (const auto& organisation : lexicon.organisations(language)) {
    for (const std::string& name : organisation.names) add_phrase(name, Cue::org, text(organisation.short_name));
  }
}

void Grammar::take_leaders(const Lexicon& lexicon) {
  std::string folded;
  for (const Lexicon::Leader& one : lexicon.leaders()) {
    fold_word(one.name, folded);
    leaders_.emplace_back(folded, one.code);
    const std::size_t space = one.name.rfind(' ');
    if (space == std::string::npos) continue;
    fold_word(std::string_view(one.name).substr(space + 1), folded);
    last_names_.emplace_back(folded, one.code);
  }
  std::sort(leaders_.begin(), leaders_.end());
  std::sort(last_names_.begin(), last_names_.end());
}

std::string_view Grammar::state_of_leader(std::string_view name) const {
  if (name.find(' ') == std::string_view::npos) return {};
  std::string folded;
  fold_word(name, folded);
  const auto found = std::lower_bound(leaders_.begin(), leaders_.end(), folded, [](const auto& one, const std::string& wanted) { return one.first < wanted; });
  if (found == leaders_.end() || found->first != folded) return {};
  const bool two = found + 1 != leaders_.end() && found[1].first == folded && found[1].second != found->second;  // of two states: nobody knows
  return two ? std::string_view() : std::string_view(found->second);
}

bool Grammar::has_leader_called(std::string_view last_name, std::string_view code) const {
  std::string folded;
  fold_word(last_name, folded);
  return std::binary_search(last_names_.begin(), last_names_.end(), std::pair<std::string, std::string>(folded, code));
}

std::shared_ptr<const Grammar> Grammar::load(const std::filesystem::path& data_folder, std::string_view language, const Lexicon& lexicon) {
  auto grammar = std::make_shared<Grammar>();
  grammar->language = Language(language);
  grammar->texts.emplace_back();
  grammar->codes.emplace_back();
  std::vector<std::filesystem::path> files;
  const std::string ending = fmt::format(".{}.toml", language);
  const std::filesystem::path folder = data_folder / "claims";
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().filename().string().ends_with(ending)) files.push_back(entry.path());
    }
  }
  if (files.empty()) throw NotFound(fmt::format("no grammar for the language '{}' in {}", language, folder.string()), "Grammars are files data/claims/<topic>.<language>.toml.");
  std::sort(files.begin(), files.end());
  for (const auto& file : files) grammar->read_file(file);
  grammar->take_names(lexicon);
  grammar->take_leaders(lexicon);
  grammar->stops.assign(grammar->words.size(), 0);
  for (WordId word = 1; word < grammar->words.size(); ++word) {
    const std::uint32_t node = grammar->phrases.step(0, word);
    if (node == 0) continue;
    for (const Meaning& meaning : grammar->phrases.meanings(node)) {
      if (meaning.cls == static_cast<std::uint16_t>(Cue::abbreviation)) grammar->stops[word] |= 1;
      if (meaning.cls == static_cast<std::uint16_t>(Cue::month)) grammar->stops[word] |= 2;
      if (meaning.cls == static_cast<std::uint16_t>(Cue::currency)) grammar->stops[word] |= 4;
    }
  }
  return grammar;
}

}  // namespace comity::claims
