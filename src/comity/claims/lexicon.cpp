// The names of states from the resolver, those of cities and organisations from the project's own tables.
#include <algorithm>
#include <map>

#include "comity/base/table.hpp"
#include "comity/claims/grammar.hpp"

namespace comity::claims {
namespace {

namespace fs = std::filesystem;

// Ways to speak of states, each once, in the order in which they came.
class NameList {
 public:
  explicit NameList(const world::Register& states) : states_(states) {}

  void add(std::string_view text, NameForm form, StateId state) {
    if (text.size() < 2 || !state) return;
    const auto [place, fresh] = places_.try_emplace(world::fold_name(text), entries_.size());
    if (fresh) entries_.push_back({std::string(text), form, {}, {}});
    NameEntry& entry = entries_[place->second];
    if (form == NameForm::capital && !entry.seat) entry.seat = state;
    if (std::find(entry.states.begin(), entry.states.end(), state) == entry.states.end()) entry.states.push_back(state);
    if (form < entry.form && form != NameForm::adjective) entry.form = form;  // Luxembourg, Singapore: the state before the city
  }

  // Of one text's states those of today come before those that were.
  std::vector<NameEntry> take() {
    for (NameEntry& entry : entries_) std::stable_sort(entry.states.begin(), entry.states.end(), [&](StateId a, StateId b) { return rank(a) < rank(b); });
    return std::move(entries_);
  }

 private:
  int rank(StateId id) const {
    const std::string& kind = states_.state(id).kind;
    return kind == "state" ? 0 : kind == "disputed" ? 1 : kind == "territory" ? 2 : 3;
  }

  const world::Register& states_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<NameEntry> entries_;
};

class ResolverLexicon : public Lexicon {
 public:
  ResolverLexicon(fs::path folder, std::shared_ptr<const world::Resolver> resolver) : folder_(std::move(folder)), resolver_(std::move(resolver)) {}

  // "DEU_1871" is DEU to an author; "RUS_EMPIRE" RUS. Others stay themselves.
  std::string code(StateId id) const override {
    const std::string& key = states().state(id).key;
    const std::string base = key.substr(0, key.find('_'));
    return states().by_key(base) ? base : key;
  }

  bool is_past(StateId id) const override {
    const world::State& state = states().state(id);
    return code(id) == state.key && !state.spans.empty() && state.spans.back().to != last_day;
  }

  std::vector<NameEntry> names(std::string_view language) const override {
    NameList list(states());
    for (const auto& [state, name] : resolver_->called_in(language)) {
      if (fits(states().state(state), name, language)) list.add(name.text, name.kind == "adjective" ? NameForm::adjective : NameForm::name, state);
    }
    add_demonyms(language, list);
    // Capitals of today first; of "Washington, D.C." a text says the first word.
    for (const bool today : {true, false}) {
      for (const world::Capital& capital : states().capitals()) {
        if (today != (capital.span.to == world::DaySpan{}.to)) continue;
        const NameForm form = capital.role == "capital" ? NameForm::capital : NameForm::city;
        list.add(capital.city, form, capital.state);
        if (const std::size_t comma = capital.city.find(','); comma != std::string::npos) list.add(std::string_view(capital.city).substr(0, comma), form, capital.state);
      }
    }
    add_cities(list);
    return list.take();
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

  std::vector<Leader> leaders() const override {
    std::vector<Leader> out;
    const fs::path path = folder_ / "claims" / "leaders.csv";
    if (!fs::exists(path)) return out;
    const Table table = Table::read(path);
    const std::size_t state = table.column("state"), name = table.column("name");
    for (std::size_t row = 0; row < table.rows(); ++row) out.push_back({std::string(table.at(row, name)), std::string(table.at(row, state))});
    return out;
  }

 private:
  const world::Register& states() const { return resolver_->states(); }

  // What a running text may mean by a name: no forms of lists ("Korea, Republic of", "Aruba (NL)"), no adjective that means
  // something else today, and the register's own names, which are English, in English texts.
  static bool fits(const world::State& state, const world::Resolver::Name& name, std::string_view language) {
    if (name.text.find_first_of("(,;&`:") != std::string_view::npos) return false;
    if (name.language.empty() && language != "en") return false;
    static constexpr std::string_view of_regions[] = {"Central American", "Colombian", "Parmesan", "Baden"};
    return name.kind != "adjective" || state.kind != "historical" || std::find(std::begin(of_regions), std::end(of_regions), name.text) == std::end(of_regions);
  }

  void add_demonyms(std::string_view language, NameList& list) const {
    const fs::path path = folder_ / "claims" / ("demonyms." + std::string(language) + ".csv");
    if (!fs::exists(path)) return;
    const Table table = Table::read(path);
    const std::size_t state = table.column("state"), form = table.column("form"), name = table.column("name");
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string_view kind = table.at(row, form);
      list.add(table.at(row, name), kind == "name" ? NameForm::name : kind == "people" ? NameForm::people : NameForm::adjective, states().by_key(table.at(row, state)));
    }
  }

  void add_cities(NameList& list) const {
    const fs::path path = folder_ / "claims" / "cities.csv";
    if (!fs::exists(path)) return;
    const Table table = Table::read(path);
    const std::size_t state = table.column("state"), city = table.column("city");
    for (std::size_t row = 0; row < table.rows(); ++row) list.add(table.at(row, city), NameForm::city, states().by_key(table.at(row, state)));
  }

  fs::path folder_;
  std::shared_ptr<const world::Resolver> resolver_;
};

}  // namespace

std::unique_ptr<Lexicon> make_lexicon(const std::filesystem::path& data_folder, std::shared_ptr<const world::Resolver> resolver) {
  return std::make_unique<ResolverLexicon>(data_folder, std::move(resolver));
}

}  // namespace comity::claims
