// How long work tells what it is doing. The library calls it; the edges decide whether anything is shown.
#pragma once

#include <cstdint>
#include <string_view>

namespace comity {

class Progress {
 public:
  virtual ~Progress() = default;
  // A step begins; total is in the step's own units, 0 when it is not known. May come from any thread.
  virtual void step(std::string_view what, std::uint64_t total) { (void)what, (void)total; }
  virtual void advance(std::uint64_t done) { (void)done; }
  // Something worth a line even where no terminal is: a warning, a count.
  virtual void note(std::string_view line) { (void)line; }
};

}  // namespace comity
