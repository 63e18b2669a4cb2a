// What a section of the dossier is given, and the book in which it enters its sources. A section is a function
// Section(const Shelf&): it reads the facts of one pair, writes blocks, cites every figure, and holds no SQL. An
// empty shelf is answered with a Gap that says what was looked for and where.
#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "comity/document/report.hpp"
#include "comity/facts/pair_facts.hpp"

namespace comity::dossier {

enum class Profile : std::uint8_t { brief, article, full };

struct Request {
  Profile profile = Profile::full;
  int since = 0, until = 0;  // years; 0 = no bound
  bool with_facts = true;    // every fact as a record besides: what a page does not show, and JSON has
};

document::CitedSource as_cited(const facts::Source& source);

// Turns provenances into the report's citations; the same row of the same file is one citation.
class CitationBook {
 public:
  explicit CitationBook(const facts::Context& context) : context_(context) {}

  document::CitationIndex enter(const facts::Provenance& from);
  document::Cite cite(const facts::Provenance& from) { return {{enter(from)}}; }
  document::Cite cite(std::span<const facts::Provenance> from);
  // Rows of each file as one citation, "rows 3, 12–23": for a chart or a sum of many.
  std::vector<document::CitationIndex> enter_rows(std::span<const facts::Provenance> from);
  // A table of the project's own that no source of the edition stands for: the register's capitals.
  document::CitationIndex enter_table(const std::string& file, const std::string& title);
  void reserve(std::size_t more) {
    citations_.reserve(citations_.size() + more);
    known_.reserve(known_.size() + more);
  }
  std::span<const document::Citation> citations() const { return citations_; }
  std::vector<document::Citation> take() { return std::move(citations_); }

 private:
  const facts::Context& context_;
  std::vector<document::Citation> citations_;
  std::vector<std::shared_ptr<const document::CitedSource>> sources_;  // by the source's number, made when first cited
  const std::shared_ptr<const document::CitedSource>& cited(SourceId id);
  document::Citation describe(const facts::Provenance& from);  // without record and column

  // Source, file, record, column.
  using Row = std::tuple<std::uint16_t, std::uint32_t, std::uint64_t, std::uint16_t>;
  struct RowHash {
    std::size_t operator()(const Row& row) const {
      std::uint64_t hash = std::get<2>(row) * 0x9e3779b97f4a7c15u + std::get<1>(row);
      hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u + (std::uint64_t{std::get<0>(row)} << 16) + std::get<3>(row);
      return hash ^ (hash >> 32);
    }
  };
  std::unordered_map<Row, document::CitationIndex, RowHash> known_;
  std::map<std::string, document::CitationIndex> known_rows_;
};

struct Shelf {
  const facts::PairFacts& facts;
  const facts::Context& context;
  const Request& request;
  CitationBook& book;

  const world::State& a() const { return context.states->state(facts.a); }
  const world::State& b() const { return context.states->state(facts.b); }
  const world::State& state(StateId id) const { return context.states->state(id); }
  document::Hue hue(StateId id) const {
    return id == facts.a ? document::Hue::a : id == facts.b ? document::Hue::b : document::Hue::none;
  }
  const facts::Source& source(SourceId id) const { return context.sources[id.value]; }
  // The pair's observations of one indicator; a contiguous run, sorted by period_start and reporter.
  std::span<const facts::Observation> observations(std::string_view indicator) const;
  // What is known of one of the two alone.
  const facts::StateFacts& alone(StateId state) const { return state == facts.a ? *facts.of_a : *facts.of_b; }
};

}  // namespace comity::dossier
