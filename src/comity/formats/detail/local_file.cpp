#include "comity/formats/detail/local_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/sniff.hpp"

namespace comity::formats::detail {
namespace {

std::string read_head(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw NotFound(fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)), "Check the path.");
  std::string head(4096, '\0');
  const ssize_t n = ::read(fd, head.data(), head.size());
  ::close(fd);
  if (n < 0) throw NotFound(fmt::format("cannot read {}: {}", file.string(), std::strerror(errno)), "Name a file.");
  head.resize(std::size_t(n));
  return head;
}

}  // namespace

std::string shown_name(const std::filesystem::path& file) {
  const std::string text = file.string();
  const auto bang = text.find('!');
  if (bang == std::string::npos) return file.filename().string();
  return std::filesystem::path(text.substr(0, bang)).filename().string() + text.substr(bang);
}

LocalFile::LocalFile(const std::filesystem::path& file, const Limits& limits) : name_(shown_name(file)) {
  const FileAndMember at = split_member(file);
  path_ = at.file;
  const Kind kind = sniff(read_head(at.file));
  const bool packed = kind == Kind::gzip || kind == Kind::zstd || kind == Kind::bzip2 || kind == Kind::xz || kind == Kind::tar;
  if (at.member.empty() && !packed) return;
  Limits in_memory = limits;
  in_memory.file_bytes = std::min<std::uint64_t>(limits.file_bytes, 1ull << 30);
  const std::string bytes = read_all_bytes(file, in_memory);
  fd_ = ::memfd_create("comity", MFD_CLOEXEC);
  std::size_t done = 0;
  while (fd_ >= 0 && done < bytes.size()) {
    const ssize_t n = ::write(fd_, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += std::size_t(n);
  }
  if (fd_ < 0 || done < bytes.size()) {
    const int error = errno;
    if (fd_ >= 0) ::close(fd_);
    throw DataError(fmt::format("{}: cannot be unpacked into memory: {}", name_, std::strerror(error)), "Unpack it by hand and name the file itself.");
  }
  path_ = fmt::format("/proc/self/fd/{}", fd_);
}

LocalFile::~LocalFile() {
  if (fd_ >= 0) ::close(fd_);
}

std::string LocalFile::head() const { return read_head(path_); }

}  // namespace comity::formats::detail
