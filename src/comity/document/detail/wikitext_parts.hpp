// Parts of the wikitext renderer: text made safe against the markup, sentences cut apart, and named references that
// are written out once and called by name after that. Not here: which statements stand; that is wikitext.cpp.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/document/report.hpp"

namespace comity::document {

// Pipes, brackets, braces, angle brackets, quotes in a row and the like as entities: shown, never read as markup.
std::string wiki_escaped(std::string_view text);
// A paragraph as its sentences, marks that follow a full stop kept with it. An abbreviation's full stop ends nothing
// ("U.S. Department": one letter before it).
std::vector<Inlines> split_sentences(const Inlines& content);
// A sentence cut before each "; " that follows a mark; the semicolon begins the next clause.
std::vector<Inlines> split_clauses(const Inlines& sentence);

class WikiReferences {
 public:
  explicit WikiReferences(const Report& report);
  bool is_citable(CitationIndex index) const;
  // <ref>s for the citable ones, one per source and file.
  std::string marks(std::span<const CitationIndex> cites);

 private:
  std::string template_of(CitationIndex index) const;

  const Report& report_;
  std::vector<std::string> names_;             // per citation: its reference's name
  std::map<std::string, std::vector<std::string>> places_;  // per name: the records that the report cites
  std::map<std::string, bool> written_;
};

}  // namespace comity::document
