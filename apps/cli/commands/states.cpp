// comity states: the register of states as a table, or all that it holds on one of them.
#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/error.hpp"
#include "comity/base/table.hpp"

namespace comity::cli {
namespace {

using world::DaySpan;
using world::State;

Cell day_cell(Day day) { return day == first_day || day == last_day ? Cell() : Cell(to_string(day)); }

// Rows of one table of data/ that concern a state, as cells.
class StateTable {
 public:
  StateTable(const char* name, const std::string& state_column, const std::string& key)
      : table_(Table::read(share_folder() / "data" / name)), state_(table_.column(state_column)), key_(key) {}

  // work(get): get("column") is a cell's text.
  template <class Work>
  void each(Work work) const {
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      if (table_.at(row, state_) == key_) work([&](const char* column) { return std::string(table_.at(row, table_.column(column))); });
    }
  }

 private:
  Table table_;
  std::size_t state_;
  std::string key_;
};

class StatesCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("NAME", "one state, in detail: a name, an ISO code or a key", names_);
    arguments.text("--on", "DATE", "only what holds on this day, as 1990-10-02", on_);
    arguments.flag("--names", "what the state is called, in every language", all_names_);
    format_.add_to(arguments, row_formats, "table");
    output_.add_to(arguments);
  }

  int run() override {
    const auto states = load_register();
    day_ = ask_day(on_);
    std::string name;
    for (const std::string& word : names_) name += (name.empty() ? "" : " ") + word;
    const StateId one = names_.empty() ? StateId{} : ask_state(*states, name);
    if (all_names_ && !one) throw UsageError("--names is about one state; none is given", "For example: comity states Kazakhstan --names");
    Output out = output_.open();
    if (all_names_) {
      names(states, one, out);
    } else if (one) {
      detail(*states, states->state(one), out);
    } else {
      list(*states, out);
    }
    out.finish();
    return 0;
  }

 private:
  void list(const world::Register& states, Output& out) const {
    const auto rows = make_row_writer(format_.name, out);
    rows->begin({{"key"}, {"name"}, {"kind"}, {"iso2"}, {"iso3"}, {"m49"}, {"cow"}, {"gw"}, {"wikidata"}, {"from"}, {"to"}});
    for (const State& state : states.states()) {
      if (day_ && !state.exists_on(*day_)) continue;
      const auto code = [&](const char* scheme) {
        const auto text = day_ ? states.code(scheme, state.id, *day_) : states.code(scheme, state.id);
        return text.empty() ? Cell() : Cell(text);
      };
      const Cell cells[] = {state.key, state.name, state.kind, code("iso2"), code("iso3"), code("m49"), code("cow"), code("gw"),
                            state.wikidata.empty() ? Cell() : Cell(state.wikidata),
                            state.spans.empty() ? Cell() : day_cell(state.spans.front().from), state.spans.empty() ? Cell() : day_cell(state.spans.back().to)};
      rows->row(cells);
    }
    rows->end();
  }

  // A row each name: its language (CLDR's code; empty: of no language in particular) and what kind of name it is. "shown"
  // is the one that the language shows in lists.
  void names(const std::shared_ptr<const world::Register>& states, StateId state, Output& out) const {
    const auto resolver = load_resolver(states);
    const auto rows = make_row_writer(format_.name, out);
    rows->begin({{"language"}, {"kind"}, {"name"}});
    for (const auto& name : resolver->names_of(state)) {
      const Cell cells[] = {name.language.empty() ? Cell() : Cell(name.language), std::string(name.shown ? "shown" : name.kind), std::string(name.text)};
      rows->row(cells);
    }
    rows->end();
  }

  // One state: rows of what is said, its value, the days, a remark, and whose word it is.
  void detail(const world::Register& states, const State& state, Output& out) const {
    const bool for_people = format_.name == "table";
    if (for_people) out.write(fmt::format("{} ({}), {}\n{}\n", state.name, state.key, state.kind, state.note.empty() ? "" : state.note + "\n"));
    const auto rows = make_row_writer(format_.name, out);
    rows->begin({{"what"}, {"value"}, {"from"}, {"to"}, {"remark"}, {"source"}});
    const auto put = [&](std::string what, std::string value, std::string from, std::string to, std::string remark, std::string source) {
      if (day_ && !from.empty() && parse_day(from) > *day_) return;
      if (day_ && !to.empty() && parse_day(to) < *day_) return;
      const auto cell = [](std::string& text) { return text.empty() ? Cell() : Cell(std::move(text)); };
      const Cell cells[] = {what, value, cell(from), cell(to), cell(remark), cell(source)};
      rows->row(cells);
    };
    const auto with_table = [&](const char* table, const char* column, auto row) { StateTable(table, column, state.key).each(row); };
    with_table("state_spans.csv", "state", [&](auto get) { put("exists", get("basis"), get("day_from"), get("day_to"), "", get("source")); });
    with_table("names.csv", "state", [&](auto get) {
      const std::string kind = get("kind");
      if (get("language") == "en" && (kind == "official" || kind == "former")) put(kind + " name", get("name"), get("day_from"), get("day_to"), "", get("source"));
    });
    with_table("codes.csv", "state", [&](auto get) { put(get("scheme"), get("code"), get("day_from"), get("day_to"), "", get("source")); });
    with_table("capitals.csv", "state", [&](auto get) {
      put(get("role"), get("city"), get("day_from"), get("day_to"), fmt::format("{}, {}, {}", get("lat"), get("lon"), get("timezone")), get("source"));
    });
    put_lineage(states, state, put);
    with_table("recognition_status.csv", "state", [&](auto get) {
      put("recognition", fmt::format("{}: {}", get("by"), get("status")), get("day_from"), get("day_to"), get("note"), get("source"));
    });
    with_table("reporting_territories.csv", "member", [&](auto get) {
      put("reports as", get("code").empty() ? get("name") : fmt::format("{} ({} {})", get("name"), get("scheme"), get("code")), get("day_from"), get("day_to"), get("note"), get("source"));
    });
    put_regions(states, state, put);
    rows->end();
  }

  template <class Put>
  static void put_lineage(const world::Register& states, const State& state, Put put) {
    const auto name = [&](const std::string& key) {
      const StateId id = states.by_key(key);
      return id ? fmt::format("{} ({})", states.state(id).name, key) : key;
    };
    StateTable("lineage.csv", "successor", state.key).each([&](auto get) { put("came out of", name(get("predecessor")), get("day"), "", join(get("kind"), get("note")), get("source")); });
    StateTable("lineage.csv", "predecessor", state.key).each([&](auto get) { put("led to", name(get("successor")), get("day"), "", join(get("kind"), get("note")), get("source")); });
  }

  template <class Put>
  static void put_regions(const world::Register& states, const State& state, Put put) {
    StateTable("region_members.csv", "state", state.key).each([&](auto get) {
      const world::Region* region = states.region(get("region"));
      put("region", region ? region->name : get("region"), get("day_from"), get("day_to"), region ? region->scheme : "", get("source"));
    });
  }

  static std::string join(const std::string& kind, const std::string& note) { return note.empty() ? kind : kind + "; " + note; }

  std::vector<std::string> names_;
  std::string on_;
  std::optional<Day> day_;
  bool all_names_ = false;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_states_command() { return std::make_unique<StatesCommand>(); }

}  // namespace comity::cli
