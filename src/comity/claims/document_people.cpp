// Persons that a document has spoken of: their fullest names, and whose they are.
#include "comity/claims/document.hpp"

namespace comity::claims {

std::string Document::person_name(const PersonSpot& person) const {
  std::string name(of(Spot{person.name_begin, person.end}));
  if (name.find(' ') == std::string::npos) {
    for (auto known = people_.rbegin(); known != people_.rend(); ++known) {
      const std::string& full = known->name;
      if (full.size() <= name.size()) continue;
      const bool front = full.compare(0, name.size(), name) == 0 && full[name.size()] == ' ';
      const bool back = full.compare(full.size() - name.size(), name.size(), name) == 0 && full[full.size() - name.size() - 1] == ' ';
      if (front || back) return full;
    }
  }
  return name;
}

void Document::remember(const PersonSpot& person, Side side) {
  if (person.nameless) return;
  std::string name = person_name(person);
  for (Known& known : people_) {
    if (known.name == name) {
      if (known.side == Side::none) known.side = side;
      return;
    }
  }
  if (people_.size() < 2000) people_.push_back({std::move(name), side});
}

// "He …" goes on about whom it was said of before.
void Document::take_last_person(const Sentence& s) {
  const std::string_view first = of(s.range.begin);
  if (first == "He" || first == "She") return;
  last_person.clear();
  for (const PersonSpot& person : s.persons) {
    if (person.nameless || (person.minor && !person.titled) || person.side == Side::third) continue;
    last_person = of(Spot{person.name_begin, person.end});
    return;
  }
}

Side Document::side_of_office(const PersonSpot& person) const {
  // "GBR NLD NOR": only these have it; "!GBR NLD": these do not.
  std::string_view states_of = grammar.texts[person.office];
  if (!person.titled || states_of.empty()) return Side::none;
  const bool others = states_of.front() == '!';
  const auto has = [&](Side side) { return (states_of.find(code(side)) != std::string_view::npos) != others; };
  const bool first = has(Side::first), second = has(Side::second);
  return first == second ? Side::none : first ? Side::first : Side::second;
}

// Of a leader whom the list knows; the text's own word for it comes first.
Side Document::side_of_leader(std::string_view name) const {
  // "President Modi": of the only one of the two that a leader of this name led
  if (name.find(' ') == std::string_view::npos) {
    const bool first = name.size() > 3 && grammar.has_leader_called(name, code(Side::first)), second = name.size() > 3 && grammar.has_leader_called(name, code(Side::second));
    return first == second ? Side::none : first ? Side::first : Side::second;
  }
  const std::string_view of = grammar.state_of_leader(name);
  if (of.empty()) return Side::none;
  return of == code(Side::first) ? Side::first : of == code(Side::second) ? Side::second : Side::none;
}

Side Document::side_of_person(std::string_view name) const {
  for (const Known& known : people_) {
    if (known.name == name) return known.side == Side::none ? side_of_leader(name) : known.side;
    const std::size_t space = name.rfind(' '), known_space = known.name.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? name : name.substr(space + 1);
    const std::string_view known_last = known_space == std::string::npos ? std::string_view(known.name) : std::string_view(known.name).substr(known_space + 1);
    if (last == known_last && last.size() > 3 && known.side != Side::none) return known.side;
  }
  return side_of_leader(name);
}

}  // namespace comity::claims
