#include "comity/formats/bytes_source.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/sniff.hpp"

namespace comity::formats {
namespace {

using detail::Kind;

constexpr std::uint64_t kRatioFrom = 64u << 20;  // small files may be very repetitive

// Counts what was unpacked and stops at the limits.
class Meter {
 public:
  Meter(std::string name, std::uint64_t packed, const Limits& limits) : name_(std::move(name)), packed_(packed), limits_(limits) {}

  void add(std::uint64_t bytes) {
    total_ += bytes;
    if (total_ > limits_.file_bytes) {
      throw DataError(fmt::format("{}: longer than {} bytes", name_, limits_.file_bytes), "If the file is right, raise the limit on a file's length.");
    }
    if (packed_ && total_ > kRatioFrom && double(total_) > limits_.ratio * double(packed_)) {
      throw DataError(fmt::format("{}: unpacks to more than {} times its size", name_, limits_.ratio),
                      "This looks like a bomb: a small file made to fill the disk. Check where it came from.");
    }
  }

 private:
  std::string name_;
  std::uint64_t packed_, total_ = 0;
  Limits limits_;
};

class FileSource : public BytesSource {
 public:
  FileSource(const std::filesystem::path& file, const Limits& limits) : name_(file.filename().string()), meter_(name_, 0, limits) {
    fd_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ < 0) throw NotFound(fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)), "Check the path.");
    struct stat info {};
    if (::fstat(fd_, &info) == 0 && S_ISDIR(info.st_mode)) {
      ::close(fd_);
      throw NotFound(file.string() + " is a folder, not a file", "Name a file.");
    }
  }
  ~FileSource() override { ::close(fd_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* to, std::size_t capacity) override {
    for (;;) {
      const ssize_t n = ::read(fd_, to, capacity);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) throw DataError(fmt::format("cannot read {}: {}", name_, std::strerror(errno)), "Check the disk.");
      meter_.add(std::uint64_t(n));
      return std::size_t(n);
    }
  }

 private:
  std::string name_;
  Meter meter_;
  int fd_ = -1;
};

// libarchive over one file; `raw` for a compressed file that is no archive.
class Archive {
 public:
  Archive(const std::filesystem::path& file, bool raw) : name_(file.filename().string()), a_(archive_read_new()) {
    archive_read_support_filter_all(a_);
    if (raw) {
      archive_read_support_format_raw(a_);
      archive_read_support_format_empty(a_);
    } else {
      archive_read_support_format_zip(a_);
      archive_read_support_format_tar(a_);
    }
    std::error_code ignored;
    packed_ = std::filesystem::file_size(file, ignored);
    if (archive_read_open_filename(a_, file.c_str(), 1 << 16) != ARCHIVE_OK) {
      const std::string why = error_text();
      archive_read_free(a_);
      fail_with(why);
    }
  }
  ~Archive() { archive_read_free(a_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Moves to the next regular file; false at the end.
  bool next(std::string& member) {
    for (;;) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(a_, &entry);
      if (code == ARCHIVE_EOF) return at_end_ = true, false;
      if (code == ARCHIVE_RETRY) continue;
      if (code < ARCHIVE_WARN) fail_with(error_text());
      if (archive_entry_filetype(entry) == AE_IFDIR) continue;
      const char* path = archive_entry_pathname_utf8(entry);
      if (!path) path = archive_entry_pathname(entry);
      member = path ? path : "";
      encrypted_ = archive_entry_is_encrypted(entry) != 0;
      return true;
    }
  }

  std::size_t read(char* to, std::size_t capacity) {
    if (at_end_) return 0;
    if (encrypted_) {
      throw DataError(fmt::format("{}: protected by a password", name_), "Unpack it with the password and put the file itself in its place.");
    }
    for (;;) {
      const la_ssize_t n = archive_read_data(a_, to, capacity);
      if (n == ARCHIVE_RETRY) continue;
      if (n < 0) fail_with(error_text());
      return std::size_t(n);
    }
  }

  std::uint64_t packed() const { return packed_; }

 private:
  std::string error_text() const {
    const char* text = archive_error_string(a_);
    return text ? text : "unreadable";
  }
  [[noreturn]] void fail_with(const std::string& why) const {
    throw DataError(fmt::format("{}: damaged archive ({})", name_, why),
                    "It was probably cut off while it was downloaded. Fetch it again and compare its size with the publisher's.");
  }

  std::string name_;
  archive* a_;
  std::uint64_t packed_ = 0;
  bool encrypted_ = false, at_end_ = false;
};

class ArchiveSource : public BytesSource {
 public:
  ArchiveSource(std::unique_ptr<Archive> archive, std::string name, const Limits& limits)
      : archive_(std::move(archive)), meter_(std::move(name), archive_->packed(), limits) {}
  std::size_t read(char* to, std::size_t capacity) override {
    const std::size_t n = archive_->read(to, capacity);
    meter_.add(n);
    return n;
  }

 private:
  std::unique_ptr<Archive> archive_;
  Meter meter_;
};

// What HeldMembers hold, by "archive!member".
struct HeldBytes {
  std::uint64_t packed = 0;
  std::string bytes;
};
std::map<std::string, HeldBytes>& held_members() {
  static thread_local std::map<std::string, HeldBytes> all;
  return all;
}

// A copy of the bytes, bounded as if they were unpacked now.
class HeldSource : public BytesSource {
 public:
  HeldSource(const HeldBytes& held, std::string name, const Limits& limits) : bytes_(held.bytes), meter_(std::move(name), held.packed, limits) {}
  std::size_t read(char* to, std::size_t capacity) override {
    const std::size_t n = bytes_.copy(to, capacity, at_);
    at_ += n;
    meter_.add(n);
    return n;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  Meter meter_;
};

// * stands for any run of characters, ? for one.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++, mark = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1, t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

Kind kind_of_file(const std::filesystem::path& file) {
  FileSource source(file, {});
  char head[512];
  const std::size_t n = source.read(head, sizeof head);
  const Kind kind = detail::sniff({head, n});
  const bool packed = kind == Kind::gzip || kind == Kind::zstd || kind == Kind::bzip2 || kind == Kind::xz;
  return packed && detail::has_name_of_tar(file.filename().string()) ? Kind::tar : kind;
}

// The members that match, or all of them when the pattern is empty; sorted.
std::vector<std::string> find_members(const FileAndMember& at) {
  const Kind kind = kind_of_file(at.file);
  if (kind != Kind::zip && kind != Kind::tar) {
    throw DataError(fmt::format("{}: no archive, so it has no member '{}' (it is {})", at.file.filename().string(), at.member, detail::words_for(kind)),
                    "Name the file without '!'.");
  }
  Archive archive(at.file, false);
  std::vector<std::string> all, found;
  for (std::string name; archive.next(name);) {
    if (name == at.member) return {name};
    if (at.member.empty() || matches(at.member, name)) found.push_back(name);
    all.push_back(name);
  }
  if (found.empty()) {
    std::sort(all.begin(), all.end());
    if (all.size() > 12) all.resize(12), all.push_back("…");
    throw NotFound(fmt::format("{}: no member '{}'", at.file.filename().string(), at.member),
                   all.empty() ? "The archive is empty." : fmt::format("It holds: {}.", fmt::join(all, ", ")));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::unique_ptr<BytesSource> open_member(const FileAndMember& at, const Limits& limits) {
  const std::string shown = at.file.filename().string();
  if (const auto held = held_members().find(at.file.string() + "!" + at.member); held != held_members().end()) {
    return std::make_unique<HeldSource>(held->second, shown + "!" + at.member, limits);
  }
  auto found = find_members(at);
  if (found.size() > 1) {
    const std::size_t count = found.size();
    for (const auto& name : found) {
      if (name == "[Content_Types].xml") throw DataError(fmt::format("{}: an Excel workbook (.xlsx), not text", shown), "Read it as xlsx.");
    }
    if (found.size() > 8) found.resize(8), found.push_back("…");
    throw DataError(fmt::format("{}: {} members match, one is wanted", shown, count), fmt::format("Name one behind '!': {}.", fmt::join(found, ", ")));
  }
  auto archive = std::make_unique<Archive>(at.file, false);
  for (std::string name; archive->next(name);) {
    if (name == found.front()) return std::make_unique<ArchiveSource>(std::move(archive), shown + "!" + name, limits);
  }
  throw NotFound(fmt::format("{}: no member '{}'", shown, at.member));
}

}  // namespace

FileAndMember split_member(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return {file, ""};
  const std::string text = file.string();
  for (std::size_t at = text.find('!'); at != std::string::npos; at = text.find('!', at + 1)) {
    const std::filesystem::path before = text.substr(0, at);
    if (std::filesystem::is_regular_file(before, ignored)) return {before, text.substr(at + 1)};
  }
  throw NotFound(fmt::format("cannot open {}: no such file", text), "Check the path.");
}

std::unique_ptr<BytesSource> open_bytes(const std::filesystem::path& file, const Limits& limits) {
  const FileAndMember at = split_member(file);
  if (!at.member.empty()) return open_member(at, limits);
  switch (kind_of_file(at.file)) {
    case Kind::zip:
    case Kind::tar: return open_member(at, limits);
    case Kind::gzip:
    case Kind::zstd:
    case Kind::bzip2:
    case Kind::xz: {
      auto archive = std::make_unique<Archive>(at.file, true);
      std::string name;
      archive->next(name);
      return std::make_unique<ArchiveSource>(std::move(archive), at.file.filename().string(), limits);
    }
    default: return std::make_unique<FileSource>(at.file, limits);
  }
}

namespace {

template <typename Read>
std::string read_to_end(Read read) {
  std::string out;
  std::size_t got = 0;
  for (;;) {
    if (out.size() - got < 4096) out.resize(std::max<std::size_t>(out.size() * 2, 1 << 16));
    const std::size_t n = read(out.data() + got, out.size() - got);
    if (n == 0) break;
    got += n;
  }
  out.resize(got);
  return out;
}

}  // namespace

std::string read_all_bytes(const std::filesystem::path& file, const Limits& limits) {
  const auto source = open_bytes(file, limits);
  return read_to_end([&](char* to, std::size_t capacity) { return source->read(to, capacity); });
}

std::vector<std::filesystem::path> expand_members(const std::filesystem::path& file) {
  const FileAndMember at = split_member(file);
  if (at.member.empty()) return {file};
  std::vector<std::filesystem::path> out;
  for (const auto& name : find_members(at)) out.push_back(at.file.string() + "!" + name);
  return out;
}

std::vector<Member> read_members(const std::filesystem::path& file, const Limits& limits) {
  const FileAndMember at = split_member(file);
  std::vector<Member> one;
  if (held_members().contains(at.file.string() + "!" + at.member)) {
    one.push_back({at.member, read_all_bytes(file, limits)});
    return one;
  }
  const Kind kind = kind_of_file(at.file);
  if (kind != Kind::zip && kind != Kind::tar) {
    if (!at.member.empty()) find_members(at);  // throws: no archive
    one.push_back({at.file.filename().string(), read_all_bytes(file, limits)});
    return one;
  }
  const auto wanted = find_members(at);
  Archive archive(at.file, false);
  Meter meter(at.file.filename().string(), archive.packed(), limits);
  std::vector<Member> out;
  for (std::string name; archive.next(name);) {
    if (!std::binary_search(wanted.begin(), wanted.end(), name)) continue;
    out.push_back({name, read_to_end([&](char* to, std::size_t capacity) {
                     const std::size_t n = archive.read(to, capacity);
                     meter.add(n);
                     return n;
                   })});
  }
  std::stable_sort(out.begin(), out.end(), [](const Member& a, const Member& b) { return a.name < b.name; });
  return out;
}

HeldMembers::HeldMembers(const std::filesystem::path& file, std::size_t most_bytes) {
  try {
    const FileAndMember at = split_member(file);
    const auto wanted = find_members(at);
    Archive archive(at.file, false);
    std::size_t total = 0;
    for (std::string name; archive.next(name);) {
      if (!std::binary_search(wanted.begin(), wanted.end(), name)) continue;
      std::string bytes = read_to_end([&](char* to, std::size_t capacity) {
        const std::size_t n = archive.read(to, capacity);
        if ((total += n) > most_bytes) throw DataError("too much to hold");
        return n;
      });
      const std::string place = at.file.string() + "!" + name;
      if (held_members().try_emplace(place, HeldBytes{archive.packed(), std::move(bytes)}).second) names_.push_back(place);
    }
  } catch (const Error&) {
    for (const auto& name : names_) held_members().erase(name);
    names_.clear();
  }
}

HeldMembers::~HeldMembers() {
  for (const auto& name : names_) held_members().erase(name);
}

}  // namespace comity::formats
