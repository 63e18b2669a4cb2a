// What was loaded into a mirror of publishers' files: of each file its SHA-256, length, the day, the address and what the server calls this file.
// One text file, comity.lock, at the top of the mirror; sorted, so that two of them can be compared line by line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace comity::sources {

struct LockedFile {
  std::string sha256;      // of the file as it lies in the mirror
  std::uint64_t bytes = 0;
  std::string date;        // ISO day on which it was loaded or, since then, found unchanged
  std::string mark;        // the server's ETag, else its Last-Modified; empty: it gave neither
  std::string url;         // empty: put there by hand or copied from another mirror
};

class LockFile {
 public:
  // Reads it if it is there. Throws DataError (file and line) when it is not of this form.
  explicit LockFile(std::filesystem::path file);
  const LockedFile* find(const std::string& path) const;  // path relative to the mirror; nullptr when it is not locked
  void set(const std::string& path, LockedFile file) { files_[path] = std::move(file); }
  void forget(const std::string& path) { files_.erase(path); }
  const std::map<std::string, LockedFile>& files() const { return files_; }
  void save() const;  // throws StoreError

 private:
  std::filesystem::path file_;
  std::map<std::string, LockedFile> files_;
};

}  // namespace comity::sources
