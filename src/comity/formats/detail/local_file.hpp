// A file that stands on disk under a path, for readers that need one: the file itself, or what a member of an
// archive or a compressed file unpacks to, held in memory under a path of the system's.
#pragma once

#include <filesystem>
#include <string>

#include "comity/formats/record_reader.hpp"

namespace comity::formats::detail {

// "a.zip!b.csv" of "/x/a.zip!y/b.csv"-like paths: what messages call a file.
std::string shown_name(const std::filesystem::path& file);

class LocalFile {
 public:
  LocalFile(const std::filesystem::path& file, const Limits& limits);
  ~LocalFile();
  LocalFile(const LocalFile&) = delete;
  LocalFile& operator=(const LocalFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::string& name() const { return name_; }  // for messages
  std::string head() const;                          // the first 4096 bytes

 private:
  std::filesystem::path path_;
  std::string name_;
  int fd_ = -1;
};

}  // namespace comity::formats::detail
