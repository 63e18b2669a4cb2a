#include "comity/base/bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
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

constexpr std::uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

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

Sha256::Sha256() : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, buffer_{} {}

void Sha256::block(const unsigned char* p) {
  std::uint32_t w[64];
  for (int i = 0; i < 16; ++i) {
    w[i] = std::uint32_t{p[4 * i]} << 24 | std::uint32_t{p[4 * i + 1]} << 16 | std::uint32_t{p[4 * i + 2]} << 8 | p[4 * i + 3];
  }
  for (int i = 16; i < 64; ++i) {
    const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
    const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  std::uint32_t a = state_[0], b = state_[1], c = state_[2], d = state_[3], e = state_[4], f = state_[5], g = state_[6], h = state_[7];
  for (int i = 0; i < 64; ++i) {
    const std::uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
    const std::uint32_t t2 = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  state_[0] += a, state_[1] += b, state_[2] += c, state_[3] += d, state_[4] += e, state_[5] += f, state_[6] += g, state_[7] += h;
}

Sha256& Sha256::add(std::string_view bytes) {
  std::size_t used = size_ % 64;
  size_ += bytes.size();
  while (!bytes.empty()) {
    if (used == 0 && bytes.size() >= 64) {
      block(reinterpret_cast<const unsigned char*>(bytes.data()));
      bytes.remove_prefix(64);
      continue;
    }
    const std::size_t n = std::min<std::size_t>(64 - used, bytes.size());
    std::memcpy(buffer_ + used, bytes.data(), n);
    bytes.remove_prefix(n);
    used += n;
    if (used == 64) block(buffer_), used = 0;
  }
  return *this;
}

std::string Sha256::hex() {
  const std::uint64_t bits = size_ * 8;
  add(std::string_view("\x80", 1));
  while (size_ % 64 != 56) add(std::string_view("\0", 1));
  std::string tail;
  for (int shift = 56; shift >= 0; shift -= 8) tail += static_cast<char>(bits >> shift);
  add(tail);
  std::string out;
  for (const std::uint32_t word : state_) out += fmt::format("{:08x}", word);
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
