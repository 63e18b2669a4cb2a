// SHA-256 of the publishers' files, remembered between builds: a file whose size, times and inode are as they were is
// not read again. What was remembered within two seconds of the file's own time is not trusted (a later write could
// bear the same time). Not here: any clock; only the times of files are compared.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace comity::sources {

class FileHashes {
 public:
  // `memory` is a file of ours, read if it is there; a damaged or unreadable one is as good as none. Empty: no memory.
  explicit FileHashes(std::filesystem::path memory);
  // Keeps what is new in `memory`, if that can be written. Never throws: at worst the next build hashes again.
  ~FileHashes();
  FileHashes(const FileHashes&) = delete;
  FileHashes& operator=(const FileHashes&) = delete;

  // From any thread. Throws NotFound or DataError, as sha256_of_file does.
  std::string of(const std::filesystem::path& file);

 private:
  struct Known {
    std::string state, hash;  // state: size, times and inode as text
  };

  std::filesystem::path memory_;
  std::int64_t remembered_at_ = 0;  // time of the memory itself, nanoseconds
  std::map<std::string, Known> known_;
  bool changed_ = false;
  std::mutex mutex_;
};

}  // namespace comity::sources
