#include "comity/sources/file_hashes.hpp"

#include <sys/stat.h>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * second + time.tv_nsec; }

struct FileState {
  std::string text;
  std::int64_t changed = 0;  // the later of the two times
};

FileState state_of(const std::filesystem::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return {};
  const auto written = nanoseconds(info.st_mtim), changed = nanoseconds(info.st_ctim);
  return {fmt::format("{} {} {} {}:{}", info.st_size, written, changed, info.st_dev, info.st_ino), std::max(written, changed)};
}

}  // namespace

FileHashes::FileHashes(std::filesystem::path memory) : memory_(std::move(memory)) {
  if (memory_.empty() || !std::filesystem::exists(memory_)) return;
  remembered_at_ = state_of(memory_).changed;
  std::string text;
  try {
    text = read_file(memory_);
  } catch (const Error&) {
    return;
  }
  // hash TAB state TAB path, a line each.
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t one = line.find('\t'), two = line.find('\t', one + 1);
    if (one != 64 || two == std::string_view::npos) continue;
    known_[std::string(line.substr(two + 1))] = {std::string(line.substr(one + 1, two - one - 1)), std::string(line.substr(0, one))};
  }
}

FileHashes::~FileHashes() {
  if (!changed_ || memory_.empty()) return;
  std::string text;
  for (const auto& [path, known] : known_) text += fmt::format("{}\t{}\t{}\n", known.hash, known.state, path);
  try {
    write_file(memory_, text);
  } catch (const Error&) {
    // A memory that cannot be kept costs time at the next build, nothing else.
  }
}

std::string FileHashes::of(const std::filesystem::path& file) {
  std::error_code problem;
  const std::string name = std::filesystem::absolute(file, problem).string();
  const FileState state = state_of(file);
  {
    const std::lock_guard lock(mutex_);
    const auto it = known_.find(name);
    if (it != known_.end() && !state.text.empty() && it->second.state == state.text && state.changed + 2 * second < remembered_at_) return it->second.hash;
  }
  std::string hash = sha256_of_file(file);
  const std::lock_guard lock(mutex_);
  known_[name] = {state.text, hash};
  changed_ = true;
  return hash;
}

}  // namespace comity::sources
