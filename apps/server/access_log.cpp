#include "apps/server/access_log.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::serve {
namespace {

constexpr std::size_t most_held = 64u << 10, longest_target = 2048;

void append_quoted(std::string& out, std::string_view text) {
  for (const char c : text.substr(0, longest_target)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\') out += fmt::format("\\x{:02x}", byte);
    else out += c;
  }
}

}  // namespace

AccessLog::AccessLog(const std::string& target) : target_(target) { reopen(); }

AccessLog::~AccessLog() {
  flush();
  if (file_ && file_ != stderr) std::fclose(file_);
}

void AccessLog::reopen() {
  flush();
  const std::lock_guard lock(mutex_);
  if (target_.empty()) return;
  if (target_ == "-") {
    file_ = stderr;
    return;
  }
  std::FILE* opened = std::fopen(target_.c_str(), "ae");
  if (!opened) {
    if (file_) return;  // goes on with the old one
    throw StoreError(fmt::format("cannot write the access log {}: {}", target_, std::strerror(errno)), "Name another file with --access-log, or - for stderr.");
  }
  if (file_) std::fclose(file_);
  file_ = opened;
}

void AccessLog::add(std::string_view time, std::string_view who, std::string_view method, std::string_view target, int status, std::size_t bytes, double seconds) {
  if (!file_) return;
  std::string line = fmt::format("{} {} \"{} ", time, who, method);
  append_quoted(line, target);
  line += fmt::format("\" {} {} {:.1f}ms\n", status, bytes, seconds * 1000);
  const std::lock_guard lock(mutex_);
  lines_ += line;
  if (lines_.size() >= most_held) {
    std::fwrite(lines_.data(), 1, lines_.size(), file_);
    lines_.clear();
  }
}

void AccessLog::flush() {
  const std::lock_guard lock(mutex_);
  if (!file_ || lines_.empty()) return;
  std::fwrite(lines_.data(), 1, lines_.size(), file_);
  std::fflush(file_);
  lines_.clear();
}

}  // namespace comity::serve
