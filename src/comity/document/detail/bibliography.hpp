// A report's citations for people: those of one source under one head, what to call a source and the place in it.
// Not here: markup, and which citations a reader needs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

// Citations of one source in one edition, in the order of their numbers; the first speaks for all.
struct SourceGroup {
  std::vector<CitationIndex> members;
};
// In the order of their first members. `cites` must be sorted (inlines.hpp, distinct).
std::vector<SourceGroup> group_by_source(const Report& report, std::span<const CitationIndex> cites);

std::string source_name(const Citation& citation);   // "Publisher: Title, edition"; the id when nothing else is known
std::string short_name(const Citation& citation);    // "Title, edition"
std::string place_in_source(const Citation& citation);  // "file, record, column"; may be empty
std::string terms_words(const Citation& citation);   // "CC BY 4.0; …", may be empty
std::string voice_words(std::string_view independence);  // "official, USA" of "official:USA"
// Only http and https may become a link: anything else stays text.
bool is_web_address(std::string_view url);
// "Migration since 2021: nothing in A and B. Ask C."
std::string gap_line(const Gap& gap);

}  // namespace comity::document
