// comity sources ask: the part of the command `sources` that turns a question in words into a query of an SDMX interface.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"

namespace comity::cli {

class SourcesAsk {
 public:
  void add_to(Arguments& arguments);
  // Its options mean nothing without `ask`. Throws UsageError.
  void check_unused() const;
  int run(const std::vector<std::string>& question) const;

 private:
  std::string provider_, flow_;
  std::vector<std::string> structures_;
};

}  // namespace comity::cli
