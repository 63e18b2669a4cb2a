// One number for everything that a pair's page is made from: equal numbers, equal pages. Numbers of sources and files mean
// something in one edition only and are taken as the texts they stand for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "comity/facts/pair_facts.hpp"

namespace comity::site {

class FactHash {
 public:
  // `basis` is what every page depends on besides facts: the program, the languages, the address.
  FactHash(const facts::Context& context, std::string_view basis);
  // `changed_from`: the edition against which the page tells what changed of this pair; empty: nothing did.
  std::uint64_t of(const facts::PairFacts& facts, std::string_view changed_from = {}) const;

 private:
  const facts::Context& context_;
  std::uint64_t basis_ = 0;
  std::vector<std::uint64_t> sources_, files_;
};

}  // namespace comity::site
