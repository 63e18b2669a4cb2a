#include "apps/cli/timed_progress.hpp"

#include <sys/resource.h>

#include <fmt/format.h>

namespace comity::cli {
namespace {

double wall_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double processor_now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string line(double wall, double processor, std::string_view what) { return fmt::format("{:8.2f} s {:8.2f} s of processor  {}\n", wall, processor, what); }

}  // namespace

// Steps come from one thread at a time.
void TimedProgress::step(std::string_view what, std::uint64_t total) {
  TerminalProgress::step(what, total);
  const double wall = wall_now(), processor = processor_now();
  if (running_) {
    steps_.back().wall = wall - steps_.back().wall;
    steps_.back().processor = processor - steps_.back().processor;
  }
  running_ = !what.empty();
  if (running_) steps_.push_back({std::string(what), wall, processor});
}

std::string TimedProgress::table() const {
  std::string out;
  double wall = 0, processor = 0;
  for (const Step& step : steps_) {
    out += line(step.wall, step.processor, step.what);
    wall += step.wall;
    processor += step.processor;
  }
  return out + line(wall, processor, "together");
}

}  // namespace comity::cli
