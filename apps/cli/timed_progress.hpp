// Progress on the terminal that also remembers how long each step took: `comity build --timings`.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/terminal.hpp"

namespace comity::cli {

class TimedProgress : public TerminalProgress {
 public:
  void step(std::string_view what, std::uint64_t total) override;
  // A line for each step that ended, in order, and one for all: seconds on the wall, of processor, name.
  std::string table() const;

 private:
  struct Step {
    std::string what;
    double wall = 0, processor = 0;  // when it began, then how long it took
  };
  std::vector<Step> steps_;
  bool running_ = false;
};

}  // namespace comity::cli
