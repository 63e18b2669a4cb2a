// The pages of sources: the list with what became of every record, and one page a source with terms, coverage and rejects.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "comity/pages/frame.hpp"

namespace comity::pages {

struct SourceData {
  SourceId source;
  std::uint64_t records_read = 0, used = 0, rejected = 0, unwanted = 0, facts = 0, absences = 0;
  std::vector<std::pair<std::string, std::uint64_t>> rejects;   // reason, records
  std::vector<std::pair<std::string, std::uint64_t>> unwanted_why;
  bool left_out = false;   // its facts are not on this site: its terms are unknown or forbid passing them on
};

std::string sources_page(const Site& site, const std::vector<SourceData>& sources);
std::string source_page(const Site& site, const SourceData& source);
// What a site left out, and why.
std::string left_out_page(const Site& site, const std::vector<SourceData>& sources);

}  // namespace comity::pages
