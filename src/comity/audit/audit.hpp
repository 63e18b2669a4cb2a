// A document's claims held against an edition's facts: one verdict a claim, each with the evidence it rests on. A pure
// function of claims, the pair's facts and the context. What it may not do is in its rules: facts taken from the document are
// never evidence for it, nor is any crowd-written source (rules 8 and 9); evidence of one class counts once; what no source
// covers is said to be so. Not here: reading documents (room claims), opening editions (room store).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/claim.hpp"
#include "comity/facts/pair_facts.hpp"

namespace comity::audit {

enum class Verdict : std::uint8_t {
  supported,      // an independent source says so, within the tolerance of how it was written
  contradicted,   // independent sources that cover it say otherwise, and nothing reads nearly so
  confused,       // the figure or date belongs to something else, which is named
  outdated,       // right for its date, and a newer figure exists
  imprecise,      // right within rounding of another reading, which is named
  unverifiable,   // no source in the edition covers it
  not_checkable,  // vague, planned, an opinion, or of a measure no statistics keep
};
inline constexpr std::size_t verdict_count = 7;
std::string_view name_of(Verdict verdict);  // "not checkable"

// One thing that a source says, with where it says it.
struct Evidence {
  std::string text;       // "Kazakhstan's embassy in Berlin: 11 February 1992"
  SourceId source;
  std::uint64_t key = 0;  // of the fact; 0 = none
  std::string classes;    // whose voice: "official:DEU"
  std::string place = {}; // in the source: "data/curated/events.csv, row 33, date"; empty where a ranking or the like is no row of its
};

struct Finding {
  std::size_t claim = 0;             // index into the claims
  Verdict verdict = Verdict::unverifiable;
  std::vector<Verdict> also;         // "supported, and imprecise"
  std::string reason;                // one sentence
  std::vector<Evidence> evidence;    // what the verdict rests on
  std::vector<Evidence> beside;      // what a reader should see besides: the other side's figures, newer ones
  std::string arithmetic;            // "EUR 4.856 bn is 81.3 % of 5.973 bn: …"
  std::string tolerance;             // how near counts as equal, and why
  std::string today;                 // what a correct sentence would say today; empty where nothing is known
  std::string replaces, with;        // for --suggest: this text of the quote by that one; empty: nothing to replace
  std::string would_settle;          // of unverifiable ones: which source would tell, "the United Nations Treaty Series"
  std::vector<SourceId> bases;       // the sources that say `today` and `with`, no others: what a suggestion cites
  bool append_today = false;         // for --suggest: say `today` behind the sentence
};

// Claims of one document that cannot both be right, or two sayings of one thing.
struct Clash {
  std::size_t first = 0, second = 0;
  std::string reading;
};

struct Report {
  std::vector<claims::Claim> claims;
  std::vector<Finding> findings;    // one a claim, in their order
  std::vector<Clash> clashes;
  std::size_t count(Verdict verdict) const;
};

// The document's own identity, so that nothing taken from it is used.
struct Document {
  std::string title, file;
  std::string language = "en";  // replacements are worded in it
};

// `facts` are those of the claims' pair, in any order of its sides.
Report check(std::vector<claims::Claim> claims, const facts::PairFacts& facts, const facts::Context& context, const Document& document);

// Whether a source may stand as evidence for a document: independent of it, not crowd-written, no fixture.
bool may_be_evidence(const facts::Source& source, const Document& document);

// Whether a crowd-written list may be shown beside a claim that nothing else covers: it is never evidence, and what was taken
// from the document or from one of its title is not even that.
bool may_stand_beside(const facts::Source& source, const Document& document);

}  // namespace comity::audit
