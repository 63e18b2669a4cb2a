#include "comity/site/folder.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity::site {
namespace {

namespace fs = std::filesystem;

// Its first line marks a folder as ours; the others are pairs with the hash of what they were made from.
constexpr const char* memory_file = ".comity-site";
constexpr std::string_view first_line = "comity-site 1";

[[noreturn]] void fail(const fs::path& file, const char* what) {
  throw StoreError(fmt::format("{}: {}: {}", file.string(), what, std::strerror(errno)), "Is the disk full, or the folder not yours to write in?");
}

void write_whole(const fs::path& part, std::string_view bytes) {
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(part, "cannot be written");
  for (std::size_t done = 0; done < bytes.size();) {
    const auto n = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int error = errno;
      ::close(descriptor);
      ::unlink(part.c_str());
      errno = error;
      fail(part, "cannot be written");
    }
    done += static_cast<std::size_t>(n);
  }
  if (::close(descriptor) != 0) fail(part, "cannot be written");
}

}  // namespace

Folder::Folder(fs::path root) : root_(std::move(root)) {
  if (fs::exists(root_) && !fs::is_directory(root_)) throw UsageError(fmt::format("{} is no folder", root_.string()), "Name a folder with --output.");
  const fs::path memory = root_ / memory_file;
  if (fs::exists(root_) && !fs::is_empty(root_) && !fs::exists(memory)) {
    throw StoreError(fmt::format("{} holds something and is no site of Comity's", root_.string()), "Name an empty folder, or one that comity site has written.");
  }
  std::error_code error;
  fs::create_directories(root_, error);
  if (error) throw StoreError(fmt::format("{} cannot be made: {}", root_.string(), error.message()), "Name a folder that you may write in.");
  if (!fs::exists(memory)) {
    // First of all: a run that is killed leaves a folder that the next one takes for ours.
    write_file(memory, std::string(first_line) + "\n");
    return;
  }
  std::ifstream in(memory);
  std::string line;
  std::getline(in, line);
  if (line != first_line) throw StoreError(fmt::format("{} was written by another version of Comity", root_.string()), "Empty the folder, or name another.");
  while (std::getline(in, line)) {
    const auto blank = line.rfind(' ');
    if (blank == std::string::npos) continue;
    before_[line.substr(0, blank)] = std::strtoull(line.c_str() + blank + 1, nullptr, 16);
  }
}

bool Folder::make_folder_of(const fs::path& file) {
  const std::string folder = file.parent_path().string();
  {
    const std::lock_guard lock(mutex_);
    if (made_.contains(folder)) return false;
  }
  // Mostly its own parent is there: one call instead of a look at each folder above it.
  const bool is_new = ::mkdir(folder.c_str(), 0777) == 0;
  if (!is_new && errno != EEXIST) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw StoreError(fmt::format("{} cannot be made: {}", folder, error.message()), "Is the disk full?");
  }
  const std::lock_guard lock(mutex_);
  made_.insert(folder);
  return is_new;
}

void Folder::write(const std::string& path, std::string_view bytes) {
  const fs::path file = root_ / path;
  std::error_code error;
  // A folder that was just made holds nothing to compare with.
  if (!make_folder_of(file) && fs::file_size(file, error) == bytes.size() && !error && read_file(file) == bytes) return;
  const fs::path part = file.string() + fmt::format(".{}.part", next_++);
  write_whole(part, bytes);
  if (::rename(part.c_str(), file.c_str()) != 0) fail(file, "cannot be put in its place");
  ++files_;
  bytes_ += bytes.size();
}

void Folder::remove(const std::string& path) {
  std::error_code error;
  fs::remove_all(root_ / path, error);
}

std::uint64_t Folder::known(const std::string& pair) const {
  const auto found = before_.find(pair);
  return found == before_.end() ? 0 : found->second;
}

void Folder::remember(const std::string& pair, std::uint64_t hash) {
  const std::lock_guard lock(mutex_);
  now_[pair] = hash;
}

std::vector<std::string> Folder::forgotten() const {
  std::vector<std::string> out;
  for (const auto& [pair, hash] : before_) {
    if (!now_.contains(pair)) out.push_back(pair);
  }
  return out;
}

void Folder::finish() {
  const std::map<std::string, std::uint64_t> sorted(now_.begin(), now_.end());
  std::string out = std::string(first_line) + "\n";
  for (const auto& [pair, hash] : sorted) out += fmt::format("{} {:016x}\n", pair, hash);
  write_file(root_ / memory_file, out);
}

}  // namespace comity::site
