// From what people write to a state: exact names on a day, codes, and names turned round at their comma.
#include <fmt/format.h>

#include <algorithm>

#include "comity/base/error.hpp"
#include "comity/world/detail/tables.hpp"

namespace comity::world {
namespace {

void add_once(std::vector<StateId>& list, StateId state) {
  if (std::find(list.begin(), list.end(), state) == list.end()) list.push_back(state);
}

// "Korea, Republic of" and "Iran (Islamic Republic of)" as "Republic of Korea" and "Islamic Republic of Iran". Empty: neither.
std::string turned_round(std::string_view name) {
  const std::size_t open = name.find_first_of(",(");
  if (open == std::string_view::npos || open == 0) return {};
  std::string_view tail = name.substr(open + 1);
  if (name[open] == '(') tail = tail.substr(0, tail.find(')'));
  return fmt::format("{} {}", tail, name.substr(0, open));
}

// Rows of one name → the state that it means on the day, or else the one that it ever meant.
Match judge(std::span<const detail::NameSpan> rows, Day day) {
  Match out;
  const detail::NameSpan* hit = nullptr;
  for (const auto& row : rows) {
    if (row.span.contains(day)) add_once(out.candidates, row.state), hit = &row;
  }
  const bool in_use = !out.candidates.empty();
  if (!in_use) {
    for (const auto& row : rows) add_once(out.candidates, row.state), hit = &row;
  }
  if (out.candidates.empty()) return out;
  out.name = hit->name;
  out.how = out.candidates.size() > 1 ? "ambiguous" : in_use ? "name" : "former name";
  if (out.candidates.size() == 1) out.state = out.candidates.front();
  return out;
}

}  // namespace

Match Register::by_name(std::string_view name, Day day) const {
  const std::string folded = fold_name(name);
  Match found = judge(tables_->names.find(folded), day);
  const auto non_state = tables_->non_states.find(folded);
  // On a day on which "Bavaria" is no state, it is what the table of non-states says.
  if (!found.candidates.empty() && (found.how != "former name" || non_state == tables_->non_states.end())) return found;
  if (const auto declared = tables_->ambiguous.find(folded); declared != tables_->ambiguous.end()) {
    const auto& states = declared->second;
    return {states.size() == 1 ? states.front() : StateId{}, states, states.size() == 1 ? "name" : "ambiguous", std::string(name)};
  }
  if (non_state != tables_->non_states.end()) return {{}, {}, "non-state", std::string(non_state->second.name)};
  if (const std::string turned = fold_name(turned_round(name)); !turned.empty()) {
    if (found = judge(tables_->names.find(turned), day); !found.candidates.empty()) return found;
  }
  return {{}, {}, "none", {}};
}

std::string_view Register::non_state_kind(std::string_view name) const {
  const auto found = tables_->non_states.find(fold_name(name));
  return found == tables_->non_states.end() ? std::string_view{} : found->second.kind;
}

std::vector<StateId> Register::declared_ambiguous(std::string_view name) const {
  const auto found = tables_->ambiguous.find(fold_name(name));
  return found == tables_->ambiguous.end() ? std::vector<StateId>{} : found->second;
}

namespace {

// The code's state today, else the last that had it: "YU" is still understood.
StateId last_holder(std::span<const detail::CodeSpan> rows) { return rows.empty() ? StateId{} : rows.back().state; }

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_upper_word(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What a name is that is known for no state, and what to name instead.
std::pair<std::string_view, std::string_view> non_state_words(std::string_view kind) {
  if (kind == "organization") return {"an organisation", "Name one of its members."};
  if (kind == "region") return {"a region", "Name one of its states."};
  if (kind == "part_of" || kind == "subnational") return {"a part of a state", "Name the state that it belongs to."};
  if (kind == "aggregate") return {"a group that statistics sum up", "Name one of its states."};
  return {"a heading of statistics", "Give a name, an ISO code or a key, such as Kazakhstan, KAZ or KZ."};
}

}  // namespace

Match Register::match(std::string_view text, Day day) const {
  text = trimmed(text);
  const auto found = [&](StateId state, const char* how) { return Match{state, {state}, how, this->state(state).name}; };
  if (const StateId key = by_key(text)) return found(key, "key");
  if (is_upper_word(text, 3, 3)) {
    if (const StateId state = last_holder(tables_->codes.states_of("iso3", text))) return found(state, "iso3");
  }
  if (is_upper_word(text, 2, 2)) {
    if (const StateId state = last_holder(tables_->codes.states_of("iso2", text))) return found(state, "iso2");
  }
  if (text.size() > 1 && text[0] == 'Q' && text.find_first_not_of("0123456789", 1) == std::string_view::npos) {
    for (const auto& state : states()) {
      if (state.wikidata == text) return found(state.id, "wikidata");
    }
    for (const char* scheme : {"wikidata", "wikidata_alias"}) {
      if (const StateId state = last_holder(tables_->codes.states_of(scheme, text))) return found(state, "wikidata");
    }
  }
  return by_name(text, day);
}

StateId Register::understand(std::string_view text) const {
  text = trimmed(text);
  if (text.empty()) throw UsageError("the name of a country is empty", "Give a name, an ISO code or a key, such as Kazakhstan, KAZ or KZ.");
  Match match = this->match(text, last_day);
  // A name that lists use for one state and people for several ("Congo") is asked back, unless it is a state's own name.
  const auto declared = declared_ambiguous(text);
  if (match.state && declared.size() > 1 && fold_name(state(match.state).name) != fold_name(text) && match.how.ends_with("name")) {
    match = {{}, declared, "ambiguous", std::string(text)};
  }
  if (match.state) return match.state;
  if (match.how == "none" && text.size() <= 3) {  // "kaz": a code in small letters, where no name says otherwise
    std::string upper(text);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (const Match code = this->match(upper, last_day); code.state) return code.state;
  }
  if (match.candidates.size() > 1) {
    std::vector<std::string> names;
    for (const StateId id : match.candidates) names.push_back(fmt::format("{} ({})", state(id).name, state(id).key));
    throw NotFound(fmt::format("'{}' may mean {}", text, fmt::join(names, " or ")), "Give the full name or the code in brackets.");
  }
  const auto near = nearest_names(text, 3);
  const std::string hint = near.empty() ? "" : fmt::format("The nearest names: {}.", fmt::join(near, ", "));
  if (match.how == "non-state") {
    const auto [what, remedy] = non_state_words(non_state_kind(text));
    throw NotFound(fmt::format("'{}' is {}, not a state", text, what), std::string(remedy));
  }
  throw NotFound(fmt::format("no state is called '{}'", text), hint);
}

}  // namespace comity::world
