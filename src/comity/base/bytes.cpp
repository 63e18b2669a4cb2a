#include "comity/base/bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity {
namespace {

struct Descriptor {
  int fd;
  explicit Descriptor(int opened) : fd(opened) {}
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

[[noreturn]] void fail_writing(const std::filesystem::path& file, int error) {
  throw StoreError(fmt::format("cannot write {}: {}", file.string(), std::strerror(error)),
                   error == ENOSPC ? "The disk is full. Free some space, or name another place with --output."
                                   : "Check that the folder exists and that you may write to it, or name another place with --output.");
}

void sync_path(const std::filesystem::path& path, int flags) {
  const Descriptor d(::open(path.c_str(), flags | O_CLOEXEC));
  if (d.fd < 0 || ::fsync(d.fd) != 0) fail_writing(path, errno);
}

}  // namespace

std::string read_file(const std::filesystem::path& file) {
  const Descriptor d(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (d.fd < 0) throw NotFound(fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)), "Check the path.");
  struct stat info {};
  if (::fstat(d.fd, &info) == 0 && S_ISDIR(info.st_mode)) throw NotFound(file.string() + " is a folder, not a file", "Name a file.");
  std::string out;
  out.resize(static_cast<std::size_t>(info.st_size));
  std::size_t got = 0;
  for (;;) {
    if (got == out.size()) out.resize(out.size() + 65536);
    const ssize_t n = ::read(d.fd, out.data() + got, out.size() - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw DataError(fmt::format("cannot read {}: {}", file.string(), std::strerror(errno)));
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  out.resize(got);
  return out;
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  auto part = file;
  part += fmt::format(".{}.part", ::getpid());
  {
    const Descriptor d(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (d.fd < 0) fail_writing(file, errno);
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t n = ::write(d.fd, bytes.data() + done, bytes.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) {
        const int error = errno;
        ::unlink(part.c_str());
        fail_writing(file, error);
      }
      done += static_cast<std::size_t>(n);
    }
    if (::fsync(d.fd) != 0) fail_writing(file, errno);
  }
  if (::rename(part.c_str(), file.c_str()) != 0) fail_writing(file, errno);
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

void sync_file(const std::filesystem::path& file) {
  sync_path(file, O_RDONLY);
  sync_path(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."), O_RDONLY | O_DIRECTORY);
}

struct Sha256::State {
  sha256_ctx context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view bytes) {
  sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return *this;
}

std::string Sha256::hex() {
  std::uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&state_->context, sizeof digest, digest);
  std::string out;
  for (const std::uint8_t byte : digest) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
  return out;
}

std::string sha256_of(std::string_view bytes) { return Sha256().add(bytes).hex(); }

std::string sha256_of_file(const std::filesystem::path& file) {
  const Descriptor d(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (d.fd < 0) throw NotFound(fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)), "Check the path.");
  Sha256 sha;
  const auto buffer = std::make_unique<char[]>(1 << 18);
  for (;;) {
    const ssize_t n = ::read(d.fd, buffer.get(), 1 << 18);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw DataError(fmt::format("cannot read {}: {}", file.string(), std::strerror(errno)));
    if (n == 0) return sha.hex();
    sha.add({buffer.get(), static_cast<std::size_t>(n)});
  }
}

}  // namespace comity
