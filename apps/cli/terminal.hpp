// What the terminal can do, and progress on it. Colours and progress only where a person looks on: not into files and
// pipes, not with NO_COLOR, not on a dumb terminal.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "comity/base/progress.hpp"

namespace comity::cli {

bool stdout_has_color();
// Columns of the terminal that stdout is; 80 where it is none.
int stdout_width();

// One line on stderr that is written over: "reading sources 12/27". Notes stay. Says nothing but notes off a terminal.
class TerminalProgress : public Progress {
 public:
  TerminalProgress();
  ~TerminalProgress() override;
  void step(std::string_view what, std::uint64_t total) override;
  void advance(std::uint64_t done) override;
  void note(std::string_view line) override;

 private:
  void draw();
  void wipe();

  std::mutex mutex_;
  bool shown_ = false, drawn_ = false;
  std::string what_;
  std::uint64_t total_ = 0, done_ = 0;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace comity::cli
