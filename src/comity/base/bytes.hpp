// Whole files as bytes: read, written so that a kill leaves the old file or the new one, hashed (SHA-256).
// Publishers' archives are opened by the room formats. Errors name the file and what the system said.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace comity {

std::string read_file(const std::filesystem::path& file);  // throws NotFound or DataError
// Writes beside the file, fsyncs, renames, fsyncs the folder. Throws StoreError (full disk, unwritable folder).
void write_file(const std::filesystem::path& file, std::string_view bytes);
// fsync of a file, then of the folder that holds it: after this a rename survives a crash.
void sync_file(const std::filesystem::path& file);

// SHA-256 in lower-case hexadecimal, fed in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  Sha256& add(std::string_view bytes);
  std::string hex();  // ends it

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of(std::string_view bytes);
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace comity
