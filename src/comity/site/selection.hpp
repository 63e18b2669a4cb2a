// Which facts a site may show: the rule of `comity export`, laid over the facts of one pair and over the context.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "comity/facts/pair_facts.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::site {

class Selection {
 public:
  // Marks the connection (sources/redistribution.hpp). Throws UsageError: a source that the edition does not have.
  Selection(store::Connection& connection, const facts::Context& context, const std::vector<std::string>& include);

  // The context without what the sources left out say that they cover, and without their rates: a page must not claim to have looked there.
  const facts::Context& context() const { return context_; }
  const std::vector<SourceId>& sources() const { return sources_; }  // whose facts are shown
  bool shows(SourceId source) const { return source.value < shown_.size() && shown_[source.value]; }

  // Takes out facts derived from those that stay, and disagreements one side of which is not shown. The facts are of shown
  // sources already, where they were read so.
  void apply(facts::PairFacts& facts) const;
  // Whether anything is left of the pair itself.
  static bool has_anything(const facts::PairFacts& facts);

 private:
  // A state's facts without those that stay: made once a state, as they are read once a state.
  std::shared_ptr<const facts::StateFacts> shown(const std::shared_ptr<const facts::StateFacts>& whole) const;

  facts::Context context_;
  std::vector<SourceId> sources_;
  std::vector<bool> shown_;
  std::unordered_set<std::uint64_t> stay_;
  mutable std::mutex mutex_;  // for states_
  mutable std::unordered_map<std::shared_ptr<const facts::StateFacts>, std::shared_ptr<const facts::StateFacts>> states_;
};

// The same facts seen from the other side.
void turn(facts::PairFacts& facts);

}  // namespace comity::site
