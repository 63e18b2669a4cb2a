#include "comity/dossier/sections.hpp"

#include <algorithm>
#include <array>

#include "comity/dossier/dossier.hpp"

namespace comity::dossier {
namespace {

constexpr std::array<SectionDefinition, 22> table = {{
    {"at_glance", "At a glance", "Twelve dated lines: what matters most between the two.", at_glance_section},
    {"relations", "Diplomatic relations", "Recognition, relations and their breaks, with the status at a date.", relations_section},
    {"missions", "Resident missions", "Embassies, consulates and other posts, by the list that names them and its date.", missions_section},
    {"history", "History", "What happened between the two, and between their predecessors.", history_section},
    {"trade", "Trade in goods", "Each side's own figures, their balance, growth, shares and rank.", trade_section, "economy"},
    {"products", "What is traded", "Main products each way.", products_section, "economy"},
    {"tariffs", "Tariffs", "Preferential tariffs on each other's goods, and what each levies as a rule.", tariffs_section, "economy"},
    {"services", "Trade in services", "Services each way, by reporter.", services_section, "economy"},
    {"investment", "Direct investment", "Positions and flows, by investor and by host.", investment_section, "economy"},
    {"portfolio", "Portfolio investment", "Securities of one held in the other, in the holder's books.", portfolio_section, "economy"},
    {"companies", "Companies", "Counts of companies, each with its basis, and those that are named.", companies_section, "economy"},
    {"finance", "Finance and export credits", "Export credits, guarantees, loans, development aid.", finance_section, "economy"},
    {"agreements", "Agreements", "Treaties between the two and those both belong to, with their four dates.", agreements_section, "economy"},
    {"expected", "More or less than expected", "Trade and investment against what two such states would have.", expected_section, "economy"},
    {"people", "People", "Migrants, diaspora, displaced people, students, visas, flights.", people_section},
    {"culture", "Culture", "Institutes, conventions, languages, twin towns.", culture_section},
    {"climate", "Climate and environment", "Initiatives and agreements on climate and the environment.", climate_section},
    {"politics", "Politics", "Votes at the United Nations, shared organisations, sanctions and disputes.", politics_section},
    {"visits", "Visits", "Who travelled to whom, counted as trips.", visits_section},
    {"disagreements", "Where the sources disagree", "Statements that cannot both be right, or that need reading.", disagreements_section},
    {"not_known", "What is not known", "What was looked for and not found, and why.", not_known_section},
    {"sources", "Sources", "Who said all this, in which edition and under which terms.", sources_section},
}};

using namespace std::string_view_literals;

constexpr std::array full = {"at_glance"sv, "relations"sv,  "missions"sv,   "history"sv,  "trade"sv,   "products"sv, "tariffs"sv, "services"sv,
                             "investment"sv, "portfolio"sv, "companies"sv, "finance"sv,    "agreements"sv, "expected"sv, "people"sv,  "culture"sv,
                             "climate"sv,   "politics"sv,   "visits"sv,     "disagreements"sv, "not_known"sv, "sources"sv};
constexpr std::array article = {"relations"sv,  "history"sv, "culture"sv,  "trade"sv,   "products"sv, "services"sv, "investment"sv, "companies"sv,
                                "finance"sv, "agreements"sv, "climate"sv, "visits"sv, "missions"sv};
constexpr std::array brief = {"at_glance"sv, "relations"sv, "missions"sv, "trade"sv, "investment"sv, "people"sv, "politics"sv, "visits"sv,
                              "disagreements"sv, "not_known"sv, "sources"sv};

}  // namespace

std::span<const SectionDefinition> sections() { return table; }

const SectionDefinition* find_section(std::string_view id) {
  const auto it = std::ranges::find(table, id, &SectionDefinition::id);
  return it == table.end() ? nullptr : &*it;
}

std::span<const std::string_view> sections_of(Profile profile) {
  switch (profile) {
    case Profile::brief: return brief;
    case Profile::article: return article;
    case Profile::full: break;
  }
  return full;
}

std::string_view id_of(Profile profile) {
  return profile == Profile::brief ? "brief" : profile == Profile::article ? "article" : "full";
}

std::optional<Profile> try_profile(std::string_view id) {
  for (Profile profile : {Profile::brief, Profile::article, Profile::full}) {
    if (id_of(profile) == id) return profile;
  }
  return std::nullopt;
}

bool is_empty(const document::Section& section) {
  const auto says = [](const document::Block& block) { return !std::holds_alternative<document::Gap>(block); };
  return std::ranges::none_of(section.blocks, says) && std::ranges::all_of(section.children, is_empty);
}

}  // namespace comity::dossier
