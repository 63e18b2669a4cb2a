// comity resolve: names and codes of states, one answer a line, in the order given. What is not understood has an
// empty answer and a reason, never a guess, unless --pick asks for one.
#include <cstdio>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/rows.hpp"
#include "comity/base/error.hpp"
#include "comity/base/number.hpp"

namespace comity::cli {
namespace {

const std::vector<std::string> schemes = {"iso3", "iso2", "iso3n", "cow", "cow_alpha", "gw", "gw_alpha", "m49", "comtrade", "imf", "wb", "gec", "unhcr", "ioc", "eurostat", "wikidata"};

struct Answer {
  StateId state;
  double confidence = 0;
  std::string reason;
};

std::vector<std::string> lines_of_stdin() {
  std::vector<std::string> out;
  std::string line;
  bool any = false;
  for (int c; (c = std::getchar()) != EOF;) {
    any = c != '\n';
    if (any) {
      line += static_cast<char>(c);
      continue;
    }
    out.push_back(std::exchange(line, {}));
  }
  if (any) out.push_back(line);
  for (std::string& one : out) {
    if (one.ends_with('\r')) one.pop_back();
  }
  return out;
}

class ResolveCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("NAME", "names, ISO codes, keys or Wikidata items; without any, lines of stdin", names_);
    std::vector<std::string> to = schemes;
    to.insert(to.end(), {"key", "name"});
    arguments.choice("--to", "SCHEME", "what to answer with: iso3 (the usual), iso2, cow, gw, m49, wikidata, name, …", to_, to);
    arguments.choice("--from", "SCHEME", "read the names as codes of this scheme", from_, schemes);
    arguments.text("--on", "DATE", "the day on which the name or code was in use, as 1991-12-26", on_);
    arguments.flag("--pick", "always answer: the first of several, the nearest of none", pick_);
    format_.add_to(arguments, {"csv", "json", "table"}, "csv");
    output_.add_to(arguments);
  }

  int run() override {
    const auto states = load_register();
    day_ = ask_day(on_);
    Output out = output_.open();
    const auto rows = make_row_writer(format_.name, out);
    rows->begin({{"name"}, {"answer"}, {"confidence", Column::number}, {"reason"}});
    for (const std::string& name : names_.empty() ? lines_of_stdin() : names_) {
      Answer answer = from_.empty() ? understand(*states, name) : read_code(*states, name);
      if (!answer.state && pick_) pick(*states, name, answer);
      const std::string text = in_scheme(*states, answer);
      const Cell cells[] = {name, text, exact(answer.confidence), answer.reason};
      rows->row(cells);
    }
    rows->end();
    out.finish();
    return 0;
  }

 private:
  Answer read_code(const world::Register& states, const std::string& code) const {
    if (code.empty()) return {{}, 0, "empty"};
    const StateId state = states.by_code(from_, code, day_.value_or(last_day));
    if (state) return {state, 1, from_};
    return {{}, 0, fmt::format("no state has this {} code{}", from_, day_ ? " on that day" : " today")};
  }

  Answer understand(const world::Register& states, const std::string& name) const {
    if (name.find_first_not_of(" \t") == std::string::npos) return {{}, 0, "empty"};
    const auto match = states.match(name, day_.value_or(last_day));
    auto candidates = match.candidates;
    if (const auto declared = states.declared_ambiguous(name); candidates.size() < 2 && declared.size() > 1 && match.how.ends_with("name")) {
      // Lists use such a name for one state; what a person means by it is open, unless it is the state's own name.
      if (!match.state || world::fold_name(states.state(match.state).name) != world::fold_name(name)) candidates = declared;
    }
    if (candidates.size() > 1) {
      std::string reason = "ambiguous: ";
      for (std::size_t i = 0; i < candidates.size(); ++i) reason += (i ? " or " : "") + states.state(candidates[i]).key;
      return pick_ ? Answer{candidates[0], 1.0 / static_cast<double>(candidates.size()), reason} : Answer{{}, 0, reason};
    }
    if (match.state) return {match.state, 1, match.how};
    if (match.how == "non-state") return {{}, 0, fmt::format("no state: {}", states.non_state_kind(name))};
    const auto near = states.nearest_names(name, 3);
    return {{}, 0, fmt::format("not known; nearest: {}", fmt::join(near, ", "))};
  }

  static void pick(const world::Register& states, const std::string& name, Answer& answer) {
    const auto near = states.nearest_names(name, 1);
    if (near.empty() || answer.reason == "empty") return;  // nothing is nearest to nothing
    answer.state = states.by_name(near.front(), last_day).state;
    answer.confidence = 0.1;
    answer.reason += "; picked the nearest name";
  }

  std::string in_scheme(const world::Register& states, Answer& answer) const {
    if (!answer.state) return {};
    const world::State& state = states.state(answer.state);
    if (to_ == "key") return state.key;
    if (to_ == "name") return state.name;
    std::string code(day_ ? states.code(to_, answer.state, *day_) : states.code(to_, answer.state));
    if (code.empty()) {
      answer.confidence = 0;
      answer.reason = fmt::format("{} has no {} code{}", state.name, to_, day_ ? " on that day" : "");
    }
    return code;
  }

  std::vector<std::string> names_;
  std::string to_ = "iso3", from_, on_;
  std::optional<Day> day_;
  bool pick_ = false;
  FormatOption format_;
  OutputOption output_;
};

}  // namespace

std::unique_ptr<Command> make_resolve_command() { return std::make_unique<ResolveCommand>(); }

}  // namespace comity::cli
