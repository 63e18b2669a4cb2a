// comity sources get: the part of the command `sources` that fills a mirror with the publishers' files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/live.hpp"

namespace comity::cli {

class SourcesGet {
 public:
  void add_to(Arguments& arguments);
  // Its options mean nothing without `get`. Throws UsageError.
  void check_unused() const;
  // 0, or 1 when a source could not be got; the others are got all the same. What needs a person is no failure.
  int run(const std::vector<std::string>& ids) const;

 private:
  int ask(const std::vector<sources::Source>& wanted, const std::filesystem::path& mirror) const;

  bool all_ = false, live_ = false, dry_run_ = false;
  LiveOptions live_options_;
  std::string to_, from_;
  int most_mb_ = 0;
};

}  // namespace comity::cli
