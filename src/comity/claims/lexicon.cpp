// The names of states, cities and organisations from the project's own tables.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "comity/base/table.hpp"
#include "comity/claims/grammar.hpp"

namespace comity::claims {
namespace {

namespace fs = std::filesystem;

class RegisterLexicon : public Lexicon {
 public:
  RegisterLexicon(fs::path folder, std::shared_ptr<const world::Register> states) : folder_(std::move(folder)), states_(std::move(states)) {}

  std::string code(StateId id) const override {
    const world::State& state = states_->state(id);
    const std::size_t era = state.key.find('_');
    if (era == std::string::npos) return state.key.size() == 3 ? state.key : state.key;
    // "DEU_1871" is DEU to an author; "RUS_EMPIRE" RUS. Others stay themselves.
    const std::string base = state.key.substr(0, era);
    return states_->by_key(base) ? base : state.key;
  }

  std::vector<NameEntry> names(std::string_view language) const override {
    found_.clear();
    order_.clear();
    if (language == "en") {
      for (const world::State& state : states_->states()) {
        if (state.name.find('(') != std::string::npos) continue;
        add(state.name, NameForm::name, state.id);
        if (!state.adjective.empty() && !unfit(state)) add(state.adjective, NameForm::adjective, state.id);
      }
    } else {
      add_from_icu(language);
    }
    add_table_names(language);
    add_claims_table("demonyms." + std::string(language) + ".csv");
    for (const world::Capital& capital : states_->capitals()) add(capital.city, capital.role == "capital" ? NameForm::capital : NameForm::city, capital.state);
    add_cities();
    return order_sorted();
  }

  std::vector<Organisation> organisations(std::string_view language) const override {
    std::vector<Organisation> out;
    std::map<std::string, std::size_t, std::less<>> places;
    const auto at = [&](std::string_view short_name) -> Organisation& {
      const auto [place, fresh] = places.try_emplace(std::string(short_name), out.size());
      if (fresh) out.push_back({std::string(short_name), {}});
      return out[place->second];
    };
    const Table table = Table::read(folder_ / "organizations.csv");
    const std::size_t name = table.column("name"), short_name = table.column("short_name");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      Organisation& one = at(table.at(row, short_name));
      for (const auto text : {table.at(row, name), table.at(row, short_name)}) one.names.emplace_back(text);
    }
    const fs::path more = folder_ / "claims" / ("organizations." + std::string(language) + ".csv");
    if (fs::exists(more)) {
      const Table aliases = Table::read(more);
      const std::size_t of = aliases.column("short_name"), text = aliases.column("name");
      for (std::size_t row = 0; row < aliases.rows(); ++row) at(aliases.at(row, of)).names.emplace_back(aliases.at(row, text));
    }
    return out;
  }

 private:
  // Adjectives of states that no text means by them today.
  static bool unfit(const world::State& state) { return state.kind == "historical" && (state.adjective == "Central American" || state.adjective == "Colombian" || state.adjective == "Parmesan" || state.adjective == "Baden"); }

  void add(std::string_view text, NameForm form, StateId state) const {
    if (text.size() < 2 || !state) return;
    auto& entry = found_[world::fold_name(text)];
    if (entry.states.empty()) {
      entry.text = text;
      entry.form = form;
      order_.push_back(world::fold_name(text));
    }
    if (std::find(entry.states.begin(), entry.states.end(), state) == entry.states.end()) entry.states.push_back(state);
    if (form < entry.form && form != NameForm::adjective) entry.form = form;  // Luxembourg, Singapore: the state before the city
  }

  std::vector<NameEntry> order_sorted() const {
    std::vector<NameEntry> out;
    for (const auto& key : order_) {
      NameEntry entry = found_[key];
      // States of today before those that were.
      std::stable_sort(entry.states.begin(), entry.states.end(), [&](StateId a, StateId b) { return rank(a) < rank(b); });
      out.push_back(std::move(entry));
    }
    return out;
  }

  int rank(StateId id) const {
    const std::string& kind = states_->state(id).kind;
    return kind == "state" ? 0 : kind == "disputed" ? 1 : kind == "territory" ? 2 : 3;
  }

  void add_table_names(std::string_view language) const {
    const Table table = Table::read(folder_ / "names.csv");
    const std::size_t state = table.column("state"), lang = table.column("language"), kind = table.column("kind"), name = table.column("name");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (table.at(row, lang) != language || table.at(row, kind) == "inverted") continue;
      const std::string_view text = table.at(row, name);
      if (text.find_first_of("(,;&`:") != std::string_view::npos || text == "Russia") continue;
      add(text, NameForm::name, states_->by_key(table.at(row, state)));
    }
  }

  void add_claims_table(const std::string& file) const {
    const fs::path path = folder_ / "claims" / file;
    if (!fs::exists(path)) return;
    const Table table = Table::read(path);
    const std::size_t state = table.column("state"), form = table.column("form"), name = table.column("name");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string_view kind = table.at(row, form);
      add(table.at(row, name), kind == "name" ? NameForm::name : kind == "people" ? NameForm::people : NameForm::adjective, states_->by_key(table.at(row, state)));
    }
  }

  void add_cities() const {
    const fs::path path = folder_ / "claims" / "cities.csv";
    if (!fs::exists(path)) return;
    const Table table = Table::read(path);
    const std::size_t state = table.column("state"), city = table.column("city");
    for (std::size_t row = 0; row < table.rows(); ++row) add(table.at(row, city), NameForm::city, states_->by_key(table.at(row, state)));
  }

  void add_from_icu(std::string_view language) const {
    const icu::Locale locale{std::string(language).c_str()};
    for (const world::State& state : states_->states()) {
      const std::string_view iso2 = states_->code("iso2", state.id);
      if (iso2.size() != 2) continue;
      icu::UnicodeString shown;
      icu::Locale("", std::string(iso2).c_str()).getDisplayCountry(locale, shown);
      std::string text;
      shown.toUTF8String(text);
      if (text.size() > 2 && text.find('(') == std::string::npos) add(text, NameForm::name, state.id);
    }
  }

  fs::path folder_;
  std::shared_ptr<const world::Register> states_;
  mutable std::map<std::string, NameEntry> found_;
  mutable std::vector<std::string> order_;
};

}  // namespace

std::unique_ptr<Lexicon> make_register_lexicon(const std::filesystem::path& data_folder, std::shared_ptr<const world::Register> states) {
  return std::make_unique<RegisterLexicon>(data_folder, std::move(states));
}

}  // namespace comity::claims
