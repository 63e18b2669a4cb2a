#include "comity/sources/sdmx_question.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

using formats::sdmx::Artefact;
using formats::sdmx::ComponentDefinition;
using formats::sdmx::Item;
using formats::sdmx::Structures;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> out;
  for (;;) {
    const auto end = text.find(at);
    out.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + at.size());
  }
}

// Words of a name or a question in one form: folded, without plural, one word for what offices of statistics call alike.
std::vector<std::string> folded_words(std::string_view text) {
  static const std::set<std::string, std::less<>> empty_words = {"of", "and", "in", "by", "to", "from", "all", "a", "at", "for", "on"};
  std::vector<std::string> out;
  for (std::string word : split(world::fold_name(text), " ")) {
    if (word.size() > 3 && word.ends_with('s')) word.pop_back();
    if (word == "merchandise") word = "good";
    if (!word.empty() && !empty_words.contains(word)) out.push_back(std::move(word));
  }
  return out;
}

std::optional<int> try_year(std::string_view text) {
  int out = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
  return problem == std::errc() && end == text.data() + text.size() && out >= 1000 && out <= 9999 ? std::optional(out) : std::nullopt;
}

// "since 2015", "until 2020", "in 2020", "2015 to 2020".
bool read_years(const std::string& part, SdmxQuestion& out) {
  const auto words = split(part, " ");
  const auto last = try_year(words.back());
  if (!last) return false;
  if (words.size() == 2 && words[0] == "since") return out.since = *last, true;
  if (words.size() == 2 && words[0] == "until") return out.until = *last, true;
  if (words.size() == 1 || (words.size() == 2 && words[0] == "in")) return out.since = out.until = *last, true;
  if (words.size() == 3 && words[1] == "to" && try_year(words[0])) return out.since = *try_year(words[0]), out.until = *last, true;
  return false;
}

bool read_frequency(const std::string& part, SdmxQuestion& out) {
  for (const auto& [word, code] : {std::pair{"annual", 'A'}, {"yearly", 'A'}, {"quarterly", 'Q'}, {"monthly", 'M'}}) {
    if (part == word) return out.frequency = code, true;
  }
  return false;
}

enum class Role { reporter, partner, frequency, other };

Role role_of(const ComponentDefinition& dimension) {
  std::string id = dimension.id;
  std::ranges::transform(id, id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (id == "FREQ" || id == "FREQUENCY") return Role::frequency;
  for (const char* name : {"COUNTERPART_AREA", "COUNTERPART_COUNTRY", "PARTNER", "RECIPIENT", "COUNTERP", "CITIZEN", "VIS_VIS_AREA"}) {
    if (id == name) return Role::partner;
  }
  for (const char* name : {"REF_AREA", "COUNTRY", "REPORTER", "GEO", "DONOR", "REPORTING_COUNTRY"}) {
    if (id == name) return Role::reporter;
  }
  return Role::other;
}

// The code whose name is the state's; failing that one that is a code of the state in a scheme of letters.
const Item* code_of_state(const Artefact& list, StateId state, const world::Register& states, Day today) {
  for (const Item& item : list.items) {
    for (const auto& [language, name] : item.name.all) {
      if (states.by_name(name, today).state == state) return &item;
    }
  }
  for (const char* scheme : {"iso3", "eurostat", "iso2"}) {
    const auto code = states.code(scheme, state, today);
    if (code.empty()) continue;
    if (const Item* item = list.find_item(code)) return item;
  }
  return nullptr;
}

// The codes whose names hold most of the question's words; none when no word fits.
std::vector<const Item*> codes_of_words(const Artefact& list, const std::vector<std::string>& words) {
  std::vector<const Item*> out;
  std::size_t best = 0, shortest = 0;
  for (const Item& item : list.items) {
    const auto in_name = folded_words(item.name.best());
    const auto hits = static_cast<std::size_t>(std::ranges::count_if(words, [&](const auto& word) { return std::ranges::find(in_name, word) != in_name.end(); }));
    if (hits == 0 || hits < best) continue;
    if (hits > best) out.clear(), best = hits, shortest = in_name.size();
    shortest = std::min(shortest, in_name.size());
    out.push_back(&item);
  }
  // "Exports" rather than "Exports, seasonally adjusted, index": of equal hits those that say little else.
  std::erase_if(out, [&](const Item* item) { return folded_words(item->name.best()).size() > shortest + 3; });
  return out.size() > 8 ? std::vector<const Item*>() : out;
}

const Item* total_of(const Artefact& list) {
  for (const char* id : {"_T", "TOTAL", "T", "TOT", "ALL", "S1", "_Z"}) {
    if (const Item* item = list.find_item(id)) return item;
  }
  return nullptr;
}

SdmxChoice choose(const ComponentDefinition& dimension, const Artefact* list, const SdmxQuestion& question, const world::Register& states, Day today) {
  SdmxChoice out{dimension.id, {}, {}};
  const auto take = [&](const Item* item, std::string why) { out.codes.push_back(item->id), out.why = std::move(why); };
  const auto take_state = [&](StateId state) {
    const Item* item = list ? code_of_state(*list, state, states, today) : nullptr;
    if (!item) throw NotFound(fmt::format("the code list of {} has no code for {}", dimension.id, states.state(state).name), "The publisher may not cover it.");
    take(item, states.state(state).name);
  };
  switch (role_of(dimension)) {
    case Role::frequency:
      out.codes.emplace_back(1, question.frequency);
      out.why = "frequency";
      return out;
    case Role::reporter: take_state(question.to_side_reports && question.to ? question.to : question.from); return out;
    case Role::partner:
      if (question.to) take_state(question.to_side_reports ? question.from : question.to);
      else out.why = "no partner is asked for";
      return out;
    case Role::other: break;
  }
  if (!list) return out.why = "it has no code list here", out;
  const auto fitting = codes_of_words(*list, question.words);
  for (const Item* item : fitting) out.codes.push_back(item->id), out.why += fmt::format("{}{}", out.why.empty() ? "" : "; ", item->name.best());
  if (fitting.empty()) {
    if (const Item* total = total_of(*list)) take(total, "the total");
    else out.why = "nothing in the question fits";
  }
  return out;
}

const Artefact& structure_of_flow(const Structures& structures, std::string_view flow, const Artefact*& as_flow) {
  as_flow = nullptr;
  for (const Artefact& one : structures.artefacts) {
    if (one.class_name == "Dataflow" && one.id == flow) as_flow = &one;
  }
  if (as_flow) {
    for (const auto& reference : as_flow->references) {
      if (const Artefact* found = structures.find("DataStructure", reference)) return *found;
    }
  }
  const Artefact* found = nullptr;
  for (const Artefact& one : structures.artefacts) {
    if (one.class_name == "DataStructure" && (one.id == flow || flow.empty())) found = &one;
  }
  if (!found) throw NotFound(fmt::format("the structures hold neither a flow nor a data structure '{}'", flow), "comity sdmx schema lists what a message holds.");
  return *found;
}

std::string with(std::string text, const std::string& mark, const std::string& value) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size()) text.replace(at, mark.size(), value);
  return text;
}

}  // namespace

SdmxQuestion parse_question(std::string_view text, const world::Register& states) {
  SdmxQuestion out;
  for (const std::string& part : split(text, ",")) {
    if (part.empty()) throw UsageError(fmt::format("'{}' has an empty part", text), "For example: goods exports, Germany to Kazakhstan, since 2015");
    if (read_years(part, out) || read_frequency(part, out)) continue;
    const auto to = part.find(" to ");
    if (to != std::string::npos) {
      out.from = states.understand(trimmed(std::string_view(part).substr(0, to)));
      out.to = states.understand(trimmed(std::string_view(part).substr(to + 4)));
    } else if (const auto match = states.match(part, last_day - std::chrono::days(1)); match.state && !out.from) {
      out.from = match.state;
    } else {
      for (auto& word : folded_words(part)) out.words.push_back(std::move(word));
    }
  }
  if (!out.from) throw UsageError(fmt::format("'{}' names no state", text), "For example: goods exports, Germany to Kazakhstan, since 2015");
  if (out.words.empty()) throw UsageError(fmt::format("'{}' does not say what is asked for", text), "For example: goods exports, Germany to Kazakhstan, since 2015");
  out.to_side_reports = std::ranges::any_of(out.words, [](const auto& word) { return word == "import" || word == "inward" || word == "received"; });
  return out;
}

SdmxQuery make_query(const SdmxQuestion& question, const Structures& structures, std::string_view flow, const Provider& provider, const world::Register& states, Day today) {
  const Artefact* as_flow = nullptr;
  const Artefact& structure = structure_of_flow(structures, flow, as_flow);
  std::vector<const ComponentDefinition*> dimensions;
  for (const auto& component : structure.components) {
    if (component.kind == "dimension" || component.kind == "measure_dimension") dimensions.push_back(&component);
  }
  if (dimensions.empty()) throw DataError(fmt::format("{} has no dimensions", structure.text()), "It may be a stub; ask for the structure with its references.");
  std::ranges::stable_sort(dimensions, {}, &ComponentDefinition::position);
  SdmxQuery out;
  for (const auto* dimension : dimensions) {
    out.choices.push_back(choose(*dimension, structures.code_list_of(*dimension), question, states, today));
    const auto& codes = out.choices.back().codes;
    out.key += fmt::format("{}{}", out.key.empty() && out.choices.size() == 1 ? "" : ".", codes.empty() ? provider.open_dimension : fmt::format("{}", fmt::join(codes, "+")));
  }
  const Artefact& named = as_flow ? *as_flow : structure;
  const int until = question.until ? question.until : year_of(today), since = question.since ? question.since : until - 10;
  out.url = provider.data_url.empty() ? "{base}/data/{agency},{flow},{version}/{key}?startPeriod={since}&endPeriod={until}" : provider.data_url;
  for (const auto& [mark, value] : {std::pair<std::string, std::string>{"{base}", provider.base}, {"{agency}", named.agency}, {"{flow}", named.id}, {"{version}", named.version},
                                    {"{key}", out.key}, {"{since}", std::to_string(since)}, {"{until}", std::to_string(until)}}) {
    out.url = with(out.url, mark, value);
  }
  return out;
}

}  // namespace comity::sources
