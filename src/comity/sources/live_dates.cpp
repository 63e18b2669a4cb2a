// What a live source knows of time: the day of its newest answer.
#include <algorithm>

#include <fmt/format.h>

#include "comity/base/date.hpp"
#include "comity/sources/update.hpp"

namespace comity::sources {

std::string newest_answer(const Source& source, const LockFile& lock) {
  std::string newest;
  for (auto it = lock.files().lower_bound(source.folder + "/"); it != lock.files().end() && it->first.starts_with(source.folder + "/"); ++it) newest = std::max(newest, it->second.date);
  return newest;
}

void date_live_sources(std::vector<Source>& sources, const Places& places) {
  if (places.mirror.empty() || std::ranges::none_of(sources, &Source::live)) return;
  const LockFile lock(places.mirror / "comity.lock");
  for (Source& source : sources) {
    if (!source.live()) continue;
    const std::string newest = newest_answer(source, lock);
    const auto day = try_parse_day(newest);
    if (day) {
      source.as_of = newest;
      source.version = fmt::format("{}, answers to {}", source.version, newest);
    }
    for (auto& coverage : source.coverage) {
      if (coverage.to_year != 0) continue;
      const auto end = try_parse_edtf(source.as_of);
      coverage.to_year = end && end->known() ? year_of(end->to) : coverage.from_year;
    }
  }
}

}  // namespace comity::sources
