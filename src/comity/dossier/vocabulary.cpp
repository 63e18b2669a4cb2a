// The plain words for the kinds of data/event_kinds.toml and data/mission_kinds.toml, and what a source's class means.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

struct Term {
  std::string_view id, words, plural;
};

constexpr std::array<Term, 29> event_kinds = {{
    {"recognition", "recognition", ""},
    {"recognition_withdrawn", "recognition withdrawn", ""},
    {"independence", "independence", ""},
    {"relations_established", "diplomatic relations established", ""},
    {"relations_severed", "diplomatic relations severed", ""},
    {"relations_suspended", "diplomatic relations suspended", ""},
    {"relations_resumed", "diplomatic relations resumed", ""},
    {"relations_resumption_agreed", "resumption of relations agreed", ""},
    {"relations_level_changed", "level of relations changed", ""},
    {"no_relations", "no diplomatic relations", ""},
    {"leader", "effective leader", ""},
    {"protecting_power_named", "protecting power named", ""},
    {"visit", "visit", ""},
    {"meeting", "meeting", ""},
    {"ceremony", "ceremony", ""},
    {"agreement_signed", "agreement signed", ""},
    {"agreement_in_force", "agreement in force", ""},
    {"agreement_terminated", "agreement terminated", ""},
    {"mission_opened", "mission opened", ""},
    {"mission_closed", "mission closed", ""},
    {"dispute", "dispute", ""},
    {"war", "war", ""},
    {"sanction_imposed", "sanctions imposed", ""},
    {"sanction_lifted", "sanctions lifted", ""},
    {"initiative_launched", "initiative launched", ""},
    {"institution_founded", "institution founded", ""},
    {"credit_extended", "credit or cover extended", ""},
    {"population_transfer", "movement of a population", ""},
    {"territory_transferred", "territory transferred", ""},
}};

constexpr std::array<Term, 10> mission_kinds = {{
    {"embassy", "embassy", "embassies"},
    {"legation", "legation", "legations"},
    {"consulate_general", "consulate general", "consulates general"},
    {"consulate", "consulate", "consulates"},
    {"honorary_consulate", "honorary consulate", "honorary consulates"},
    {"permanent_mission", "permanent mission", "permanent missions"},
    {"branch", "branch office of the embassy", "branch offices of the embassy"},
    {"interests_section", "interests section", "interests sections"},
    {"liaison_office", "liaison office", "liaison offices"},
    {"representative_office", "representative office", "representative offices"},
}};

}  // namespace

std::string_view event_kind_words(std::string_view kind) {
  const auto it = std::ranges::find(event_kinds, kind, &Term::id);
  return it == event_kinds.end() ? kind : it->words;
}

std::string event_title(const facts::Event& event) {
  return event.title.empty() ? capitalised(std::string(event_kind_words(event.kind))) : std::string(event.title);
}

std::string_view mission_words(std::string_view kind, bool plural) {
  const auto it = std::ranges::find(mission_kinds, kind, &Term::id);
  return it == mission_kinds.end() ? kind : plural ? it->plural : it->words;
}

bool is_embassy_class(std::string_view kind) { return kind == "embassy" || kind == "legation"; }

bool is_consular_class(std::string_view kind) {
  return kind == "consulate_general" || kind == "consulate" || kind == "honorary_consulate";
}

std::string voice_of(const facts::Context& context, const facts::Source& source) {
  // What derives from another speaks with that one's voice; three steps are more than any chain here has.
  const facts::Source* speaker = &source;
  for (int step = 0; step < 3 && !speaker->derives_from.empty(); ++step) {
    const auto parent = speaker->derives_from.substr(0, speaker->derives_from.find(','));
    const auto it = std::ranges::find(context.sources, parent, &facts::Source::id);
    if (it == context.sources.end()) break;
    speaker = &*it;
  }
  return speaker->independence == "own" ? std::string() : speaker->independence;
}

std::string publisher_words(const facts::Source& source) {
  return source.publisher.empty() ? source.title : source.publisher;
}

std::string publisher_in_text(const facts::Source& source) {
  constexpr std::array<std::string_view, 17> bodies = {"Board of", "Bureau of", "Central European", "Correlates of War", "European Central", "German Federal", "Government of", "International ", "Laboratory for", "Ministry of",
                                                       "National ", "Office of", "Organisation for", "US Central", "U.S. ", "Unicode ", "database-of-embassies"};
  std::string name = publisher_words(source);
  const bool article = name.starts_with("United Nations") || name.starts_with("World Bank") || name.starts_with("World Trade") || std::ranges::any_of(bodies, [&](auto start) { return name.starts_with(start); });
  return article ? "the " + name : name;
}

bool is_fixture(const facts::Source& source) { return source.role == "fixture" || source.role == "estimation" || source.role == "document"; }

bool is_kept_out(const facts::Source& source) { return is_fixture(source) || source.role == "reference" || source.role == "estimation"; }

}  // namespace comity::dossier
