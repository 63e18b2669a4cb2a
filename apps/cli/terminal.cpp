#include "apps/cli/terminal.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "apps/cli/places.hpp"

namespace comity::cli {

bool stdout_has_color() {
  const std::string terminal = environment("TERM");
  return ::isatty(STDOUT_FILENO) && environment("NO_COLOR").empty() && !terminal.empty() && terminal != "dumb";
}

int stdout_width() {
  winsize size{};
  if (!::isatty(STDOUT_FILENO) || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<int>(size.ws_col, 40, 110);  // longer lines are hard to read
}

TerminalProgress::TerminalProgress() : shown_(::isatty(STDERR_FILENO) && environment("TERM") != "dumb"), began_(std::chrono::steady_clock::now()) {}

TerminalProgress::~TerminalProgress() {
  const std::lock_guard lock(mutex_);
  wipe();
}

void TerminalProgress::step(std::string_view what, std::uint64_t total) {
  const std::lock_guard lock(mutex_);
  what_ = what;
  total_ = total;
  done_ = 0;
  draw();
}

void TerminalProgress::advance(std::uint64_t done) {
  const std::lock_guard lock(mutex_);
  done_ = done;
  draw();
}

void TerminalProgress::note(std::string_view line) {
  const std::lock_guard lock(mutex_);
  wipe();
  std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  draw();
}

void TerminalProgress::draw() {
  if (!shown_ || what_.empty()) return;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began_).count();
  const std::string far = total_ ? fmt::format(" {}/{}", done_, total_) : "";
  std::fprintf(stderr, "\r\033[K%s%s, %lld s", what_.c_str(), far.c_str(), static_cast<long long>(seconds));
  std::fflush(stderr);
  drawn_ = true;
}

void TerminalProgress::wipe() {
  if (drawn_) std::fprintf(stderr, "\r\033[K");
  drawn_ = false;
}

}  // namespace comity::cli
