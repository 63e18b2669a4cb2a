#include "comity/world/detail/name_sources.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uversion.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "comity/base/bytes.hpp"
#include "comity/base/table.hpp"
#include "comity/world/detail/cells.hpp"

namespace comity::world::detail {
namespace {

namespace fs = std::filesystem;

// A name of states.csv holds on every day, unless names.csv has the same name for the same state and bounds its days.
void add_state_names(NameBook& book, const Register& states, const fs::path& data) {
  const Table t = Table::read(data / "names.csv");
  const auto state = t.column("state"), language = t.column("language"), kind = t.column("kind"), name = t.column("name");
  const SpanColumns columns(t);
  std::vector<bool> bounded(65536);
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const StateId id = state_cell(t, row, state, states);
    if (fold_name(t.at(row, name)) == fold_name(states.state(id).name)) bounded[id.value] = true;
  }
  for (const auto& one : states.states()) {
    const DaySpan no_day{last_day, first_day};
    book.add({one.name, one.id, NameKind::own, "en", bounded[one.id.value] ? no_day : DaySpan{}, 0});
  }
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const DaySpan span = columns.at(t, row);
    // Without days a name in another language is like those of CLDR: it follows the state's own name.
    const bool follows = t.at(row, language) != "en" && span.from == first_day && span.to == last_day;
    const NameKind what = t.at(row, kind) == "former" ? NameKind::former : follows ? NameKind::common : NameKind::listed;
    book.add({std::string(t.at(row, name)), state_cell(t, row, state, states), what, std::string(t.at(row, language)), span, 0});
  }
}

// "always", "never", or the days as "1945-06-05/1990-10-02" with either end left open.
std::optional<DaySpan> asked_cell(const Table& t, std::size_t row, std::size_t column) {
  const std::string_view text = t.at(row, column);
  if (text == "always") return DaySpan{};
  if (text == "never") return std::nullopt;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) t.fail(row, "asked", fmt::format("'{}' is neither always nor never nor days such as 1945-06-05/1990-10-02", text));
  DaySpan span;
  const auto read = [&](std::string_view part, Day& into) {
    if (part.empty()) return;
    const auto day = try_parse_day(part);
    if (!day) t.fail(row, "asked", fmt::format("'{}' is no day such as 1991-12-26", part));
    into = *day;
  };
  read(text.substr(0, slash), span.from), read(text.substr(slash + 1), span.to);
  return span;
}

void add_ambiguous(NameBook& book, const Register& states, const fs::path& data) {
  const Table t = Table::read(data / "ambiguous_names.csv");
  const auto name = t.column("name"), members = t.column("states"), asked = t.column("asked");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const auto span = asked_cell(t, row, asked);
    int order = 0;
    if (const auto only = states_cell(t, row, members, states); !span && only.size() == 1) book.add({std::string(t.at(row, name)), only[0], NameKind::official, "en", {}, 0});
    if (!span) continue;
    for (const StateId state : states_cell(t, row, members, states)) book.add({std::string(t.at(row, name)), state, NameKind::asked, "en", *span, order++});
  }
}

void add_non_states(NameBook& book, const Register& states, const fs::path& data) {
  const Table t = Table::read(data / "non_states.csv");
  const auto name = t.column("name"), kind = t.column("kind"), of = t.column("of_state");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const StateId whole = state_cell(t, row, of, states);
    const bool part = whole && (t.at(row, kind) == "part_of" || t.at(row, kind) == "subnational");
    book.add({std::string(t.at(row, name)), part ? whole : StateId{}, part ? NameKind::part : NameKind::non_state, "en", {}, 0});
  }
}

void add_capitals(NameBook& book, const Register& states, const fs::path& data) {
  std::map<std::string, std::vector<std::pair<StateId, DaySpan>>> seats;
  for (const auto& capital : states.capitals()) {
    book.add({capital.city, capital.state, NameKind::capital, "en", capital.span, 0});
    seats[capital.city].emplace_back(capital.state, capital.span);
  }
  const Table t = Table::read(data / "city_names.csv");
  const auto city = t.column("city"), name = t.column("name"), note = t.column("note");
  for (std::size_t row = 0; row < t.rows(); ++row) {
    const auto found = seats.find(std::string(t.at(row, city)));
    // Districts and regions around a city do not stand for a government.
    if (found == seats.end() || t.at(row, note).find("district") != std::string_view::npos || t.at(row, note).find("region") != std::string_view::npos ||
        t.at(row, note).find("municipality") != std::string_view::npos)
      continue;
    for (const auto& [state, span] : found->second) book.add({std::string(t.at(row, name)), state, NameKind::capital, "en", span, 0});
  }
}

// Adjectives and what people are called; the plural of English words by their ending.
void add_demonyms(NameBook& book, const Register& states, const fs::path& data) {
  const auto add = [&](const std::string& word, StateId state) {
    book.add({word, state, NameKind::adjective, "en", {}, 0});
    const bool takes_s = !word.ends_with("ese") && !word.ends_with("sh") && !word.ends_with("ch") && !word.ends_with("s") && !word.ends_with("z") && word.find(' ') == std::string::npos;
    if (takes_s) book.add({word + "s", state, NameKind::adjective, "en", {}, 0});
  };
  for (const auto& state : states.states()) {
    if (!state.adjective.empty()) add(state.adjective, state.id);
  }
  const Table t = Table::read(data / "demonyms.csv");
  const auto state = t.column("state"), name = t.column("name");
  for (std::size_t row = 0; row < t.rows(); ++row) add(std::string(t.at(row, name)), state_cell(t, row, state, states));
}

void add_phrases(NameBook& book, const fs::path& data) {
  const Table t = Table::read(data / "phrases.csv");
  const auto phrase = t.column("phrase"), language = t.column("language");
  for (std::size_t row = 0; row < t.rows(); ++row) book.add({std::string(t.at(row, phrase)), {}, NameKind::phrase, std::string(t.at(row, language)), {}, 0});
}

}  // namespace

void add_register_names(NameBook& book, const Register& states, const fs::path& data) {
  add_state_names(book, states, data);
  add_demonyms(book, states, data);
  add_ambiguous(book, states, data);
  add_non_states(book, states, data);
  add_capitals(book, states, data);
  add_phrases(book, data);
}

void add_icu_names(NameBook& book, const Register& states) {
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (const auto& state : states.states()) {
    const std::string_view code = states.code("iso2", state.id);
    // ICU reads a code of old as its successor's.
    if (code.empty() || !state.is_current() || states.by_code("iso2", code, last_day) != state.id) continue;
    const icu::Locale country("", std::string(code).c_str());
    for (std::int32_t i = 0; i < count; ++i) {
      icu::UnicodeString name;
      country.getDisplayCountry(locales[i], name);
      std::string text;
      name.toUTF8String(text);
      if (text == code) continue;
      std::string language = locales[i].getLanguage();
      if (*locales[i].getScript() != '\0') language += '-', language += locales[i].getScript();
      book.add({std::move(text), state.id, NameKind::common, std::move(language), {}, 0});
    }
  }
}

std::uint64_t names_fingerprint(const fs::path& data) {
  std::string all = U_ICU_VERSION;
  for (const char* table : {"states.csv", "names.csv", "ambiguous_names.csv", "non_states.csv", "capitals.csv", "city_names.csv", "demonyms.csv", "phrases.csv"}) all += read_file(data / table) + '\0';
  return XXH3_64bits(all.data(), all.size());
}

}  // namespace comity::world::detail
