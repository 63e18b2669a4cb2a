#include "tests/support/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/world_line.hpp"

namespace comity::test {

using namespace facts;

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] == ' ' || text[i] == '\t') {
      ++i;
    } else if (text[i] == '#') {
      break;
    } else if (text[i] == '"') {
      const std::size_t end = std::min(text.find('"', i + 1), text.size());
      out.emplace_back(text.substr(i + 1, end - i - 1));
      i = end + 1;
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t", i), text.size());
      out.emplace_back(text.substr(i, end - i));
      i = end;
    }
  }
  return out;
}

std::vector<Indicator> read_indicators() {
  std::stringstream in;
  for (const auto& entry : std::filesystem::directory_iterator(COMITY_SOURCE_DIR "/data/indicators")) {
    if (entry.path().extension() == ".toml") in << std::ifstream(entry.path()).rdbuf();
  }
  std::vector<Indicator> out(1);
  std::string line;
  while (std::getline(in, line)) {
    const auto value = [&](std::string_view name) -> std::optional<std::string> {
      if (!line.starts_with(fmt::format("{} = ", name))) return std::nullopt;
      std::string text = line.substr(name.size() + 3);
      if (text.size() > 1 && text.front() == '"') text = text.substr(1, text.size() - 2);
      return text;
    };
    if (line.starts_with("[[indicator]]")) out.emplace_back();
    if (auto v = value("id")) out.back().id = *v;
    if (auto v = value("title")) out.back().title = *v;
    if (auto v = value("unit")) out.back().unit = *v;
    if (auto v = value("measure")) out.back().measure = *v;
    if (auto v = value("description")) out.back().description = *v;
    if (auto v = value("symmetric")) out.back().symmetric = *v == "true";
  }
  return out;
}


}  // namespace

std::shared_ptr<const world::Register> test_register() {
  static const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
  return states;
}

// --- reading ----------------------------------------------------------------------------------------------------

World::World(std::string_view text) {
  context_.states = test_register();
  context_.indicators = read_indicators();
  for (std::size_t i = 1; i < context_.indicators.size(); ++i) {
    context_.indicator_by_id[context_.indicators[i].id] = IndicatorId(static_cast<std::uint16_t>(i));
  }
  context_.sources.emplace_back();
  context_.files.emplace_back();
  context_.edition = "test";
  context_.edition_date = "2025-12-31";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    Line line{std::string(text.substr(0, end)), split(text.substr(0, end)), 0, {}};
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.words.empty()) read(line);
  }
  const auto order = [](const Observation& o) { return std::tuple(o.indicator, o.period_start, o.reporter); };
  std::ranges::stable_sort(facts_.observations, {}, order);
  std::ranges::stable_sort(facts_.events, {}, [](const Event& e) { return e.date.from; });
  for (auto& alone : {of_a_, of_b_}) {
    std::ranges::stable_sort(alone->observations, {}, order);
    std::ranges::stable_sort(alone->memberships, {}, &facts::Membership::organization);
  }
  std::ranges::stable_sort(context_.organizations, {}, &facts::Organization::key);
  for (auto& alone : {of_a_, of_b_}) find_organizations(*alone, context_);
  facts_.of_a = of_a_, facts_.of_b = of_b_;
}

StateId World::state(std::string_view key) const {
  const StateId id = context_.states->by_key(key);
  if (!id) throw std::runtime_error(fmt::format("world: no state {}", key));
  return id;
}

facts::Text World::keep(std::string_view text) {
  if (text.empty()) return {};
  return pool_.emplace_back(text);
}

SourceId World::source(std::string_view id) {
  for (std::size_t i = 1; i < context_.sources.size(); ++i) {
    if (context_.sources[i].id == id) return SourceId(static_cast<std::uint16_t>(i));
  }
  Source source;
  source.id = source.title = source.publisher = id;
  source.independence = "scholarly";
  source.role = "facts";
  context_.sources.push_back(source);
  const SourceId number(static_cast<std::uint16_t>(context_.sources.size() - 1));
  context_.files.push_back({number, fmt::format("{}.csv", id), {"column"}});
  return number;
}

Provenance World::provenance(Line& line) {
  Provenance out;
  out.source = source(line["source"].empty() ? "unnamed" : line["source"]);
  for (std::size_t i = 1; i < context_.files.size(); ++i) {
    if (context_.files[i].source == out.source) out.file = FileId(static_cast<std::uint32_t>(i));
  }
  out.record = next_record_++;
  out.key = line["key"].empty() ? 0x1000 + out.record : static_cast<std::uint64_t>(line.number("key"));
  return out;
}

void World::read(Line& line) {
  const std::string& verb = line.words[0];
  static const std::map<std::string, void (World::*)(Line&)> readers = {
      {"trade", &World::read_observation}, {"observe", &World::read_observation}, {"relations", &World::read_event},
      {"severed", &World::read_event}, {"suspended", &World::read_event}, {"resumed", &World::read_event},
      {"recognition", &World::read_event}, {"event", &World::read_event}, {"visit", &World::read_event},
      {"embassy", &World::read_mission}, {"mission", &World::read_mission}, {"agreement", &World::read_other},
      {"member", &World::read_other}, {"presence", &World::read_other}, {"standing", &World::read_other},
      {"disagreement", &World::read_other}, {"pair", &World::read_declaration}, {"edition", &World::read_declaration},
      {"source", &World::read_declaration}, {"coverage", &World::read_declaration}, {"organization", &World::read_declaration},
      {"shape", &World::read_declaration}, {"rate", &World::read_declaration}, {"note", &World::read_declaration}};
  const auto it = readers.find(verb);
  if (it == readers.end()) line.fail("no such verb");
  (this->*it->second)(line);
}

document::Report World::dossier(dossier::Profile profile) const { return dossier::make_dossier(facts_, context_, {profile, 0, 0}); }

document::Section World::section(document::Section (*make)(const dossier::Shelf&), dossier::Profile profile) const {
  dossier::CitationBook book(context_);
  const dossier::Request request{profile, 0, 0};
  document::Section out = make({facts_, context_, request, book});
  citations_ = book.take();
  return out;
}

}  // namespace comity::test
