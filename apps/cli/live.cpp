#include "apps/cli/live.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <fmt/format.h>

#include "apps/cli/places.hpp"
#include "comity/base/date.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

namespace fs = std::filesystem;

// COMITY_CONFIG, else comity/config.toml under $XDG_CONFIG_HOME (~/.config).
fs::path settings_file() {
  if (const std::string set = environment("COMITY_CONFIG"); !set.empty()) return set;
  const std::string home = environment("HOME"), config = environment("XDG_CONFIG_HOME");
  if (config.empty() && home.empty()) return {};
  return (config.empty() ? fs::path(home) / ".config" : fs::path(config)) / "comity" / "config.toml";
}

// un_comtrade → COMITY_KEY_UN_COMTRADE
std::string key_variable(const std::string& provider) {
  std::string out = "COMITY_KEY_" + provider;
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::isalnum(c) ? static_cast<char>(std::toupper(c)) : '_'; });
  return out;
}

// A factor on the pauses between calls: 1, or what COMITY_PACE says.
double pace() {
  const std::string set = environment("COMITY_PACE");
  if (set.empty()) return 1;
  char* end = nullptr;
  const double out = std::strtod(set.c_str(), &end);
  if (*end || out < 0 || out > 100) throw UsageError(fmt::format("COMITY_PACE is '{}', which is no factor from 0 to 100", set));
  return out;
}

}  // namespace

std::string day_of_today(const std::string& asked) {
  const std::string set = asked.empty() ? environment("COMITY_TODAY") : asked;
  if (set.empty()) return to_string(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  if (!try_parse_day(set)) throw UsageError(fmt::format("'{}' is no day", set), "A day is written 2026-12-26 (--today, COMITY_TODAY).");
  return set;
}

void LiveOptions::add_to(Arguments& arguments) {
  arguments.list("--reporters", "KEY,…", "of requests that go by reporting state, only these states' (else those of your settings, else all)", reporters_);
  arguments.flag("--again", "ask for what was asked lately, too", again_);
  arguments.flag("--all-years", "ask for years that are not revised any more, too", all_years_);
  arguments.text("--through", "URL", "ask a gateway instead of the publishers: https://HOST/PATH becomes URL/HOST/PATH (else COMITY_THROUGH)", through_);
  arguments.text("--today", "DAY", "the day of today (else COMITY_TODAY, else the clock)", today_);
}

sources::UpdateOptions LiveOptions::make(const sources::Places& places) const {
  settings_ = sources::read_live_settings(settings_file());
  providers_ = sources::read_providers(places.share / "data" / "providers");
  sources::UpdateOptions out;
  out.places = places;
  out.states = world::Register::load(places.share / "data");
  out.plan.today = out.asking.today = day_of_today(today_);
  out.plan.providers = &providers_;
  out.plan.states = out.states.get();
  out.plan.reporters = reporters_.empty() ? settings_.reporters : reporters_;
  out.plan.again = again_;
  out.plan.all_years = all_years_;
  out.plan.key = out.asking.key = [this](const sources::Provider& provider) {
    const std::string set = environment(key_variable(provider.id).c_str());
    const auto written = settings_.keys.find(provider.id);
    return !set.empty() || written == settings_.keys.end() ? set : written->second;
  };
  out.asking.through = through_.empty() ? environment("COMITY_THROUGH") : through_;
  const double factor = pace();
  out.asking.pause = [factor](double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds * factor)); };
  out.asking.download.attempts = 8;
  out.asking.download.first_pause_seconds = 2 * factor;
  out.asking.download.user_agent = fmt::format("comity/{}{}", COMITY_VERSION, settings_.contact.empty() ? "" : fmt::format(" ({})", settings_.contact));
  return out;
}

std::vector<sources::Source> sources_named(const std::vector<std::string>& ids) {
  auto known = sources::read_sources(share_folder() / "sources");
  std::vector<std::string> names;
  for (const auto& source : known) names.push_back(source.id);
  for (const auto& id : ids) {
    if (std::ranges::find(names, id) != names.end()) continue;
    const std::string near = nearest_word(id, names);
    throw UsageError(fmt::format("there is no source '{}'", id), near.empty() ? "`comity sources` lists them." : fmt::format("Did you mean {}?", near));
  }
  std::erase_if(known, [&](const auto& s) { return std::ranges::find(ids, s.id) == ids.end(); });
  return known;
}

void print_requests(Output& out, const sources::Source& source, const std::vector<sources::PlannedRequest>& planned) {
  std::size_t fresh = 0, settled = 0;
  for (const auto& one : planned) {
    fresh += one.state == sources::PlannedRequest::fresh;
    settled += one.state == sources::PlannedRequest::settled;
    if (one.state != sources::PlannedRequest::ask) continue;
    std::string head = one.accept.empty() ? std::string() : fmt::format("  Accept: {}\n", one.accept);
    if (one.with_key) {
      const auto& p = *one.provider;
      head += p.key_header.empty() ? fmt::format("  &{}=(key {})\n", p.key_parameter, key_variable(p.id)) : fmt::format("  {}: (key {})\n", p.key_header, key_variable(p.id));
    }
    out.write(fmt::format("{}: GET {}\n{}  → {}/{}{}\n", source.id, one.url, head, source.folder, one.to,
                          one.declaration->is_paged() ? " and further pages, if there are any" : !one.declaration->follow.empty() ? ", and each file that it lists" : ""));
  }
  for (const auto& get : source.gets) {
    if (!source.live()) out.write(fmt::format("{}: GET {}\n  → {}/{}\n", source.id, get.url, source.folder, get.to));
  }
  if (fresh + settled > 0) out.write(fmt::format("{}: {} answers are still new, {} are of years that are not revised any more\n", source.id, fresh, settled));
  if (planned.empty() && source.gets.empty()) out.write(fmt::format("{}: nothing can be asked\n", source.id));
}

void print_updated(Output& out, const sources::UpdatedSource& updated) {
  std::string words;
  switch (updated.status) {
    case sources::UpdatedSource::renewed: words = fmt::format("new: {} files of {} requests", updated.changed.size(), updated.due); break;
    case sources::UpdatedSource::unchanged: words = updated.due == 0 ? "nothing is due" : fmt::format("nothing new in {} requests", updated.due); break;
    case sources::UpdatedSource::failed:
      words = updated.date.empty() ? "not there yet" : fmt::format("stays as it was on {}", updated.date);
      break;
    case sources::UpdatedSource::by_hand: words = "by hand"; break;
  }
  out.write(fmt::format("  {:<28} {}\n", updated.id, words));
  if (!updated.trouble.empty()) out.write(fmt::format("    {}\n", updated.trouble));
  if (!updated.hint.empty()) out.write(fmt::format("    {}\n", updated.hint));
}

}  // namespace comity::cli
