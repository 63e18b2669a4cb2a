#include "comity/pages/words.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/base/table.hpp"

namespace comity::pages {
namespace {

Table words_table(const std::filesystem::path& data_folder) { return Table::read(data_folder / "pages" / "words.csv"); }

}  // namespace

Words Words::load(const std::filesystem::path& data_folder, std::string_view language) {
  const Table table = words_table(data_folder);
  const std::size_t key = table.column("key"), text = table.column(language);
  Words out;
  out.language_ = language;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.at(row, text).empty()) table.fail(row, language, "a key without a text");
    if (!out.texts_.emplace(table.at(row, key), table.at(row, text)).second) table.fail(row, "key", "the same key twice");
  }
  return out;
}

std::string_view Words::find(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Words::operator()(std::string_view key) const {
  const std::string_view text = find(key);
  if (text.empty()) throw DataError(fmt::format("data/pages/words.csv has no text '{}'", key), "Add a row with that key and a text in each language.");
  return text;
}

std::string Words::with(std::string_view key, std::initializer_list<std::string_view> values) const {
  std::string out;
  const std::string_view text = (*this)(key);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && static_cast<std::size_t>(text[i + 1] - '0') < values.size()) {
      out += values.begin()[text[i + 1] - '0'];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::vector<std::string> languages_of_words(const std::filesystem::path& data_folder) {
  const Table table = words_table(data_folder);
  std::vector<std::string> out(table.columns().begin(), table.columns().end());
  std::erase(out, "key");
  return out;
}

StateNames::StateNames(const world::Register& states, const world::Resolver* names, std::string_view language) {
  for (const auto& state : states.states()) {
    if (names_.size() <= state.id.value) names_.resize(state.id.value + 1u);
    names_[state.id.value] = state.name;
  }
  // English is the register's own language.
  if (!names || language == "en") return;
  const auto shown = names->names_in(language);
  for (std::size_t id = 0; id < shown.size() && id < names_.size(); ++id) {
    if (!shown[id].empty()) names_[id] = shown[id];
  }
}

std::string_view StateNames::of(StateId state) const { return state.value < names_.size() ? std::string_view(names_[state.value]) : std::string_view(); }

}  // namespace comity::pages
