// The folder of a site: whole files or none, and the memory of what each pair's page was made from. Safe to use from many threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comity::site {

class Folder {
 public:
  // Makes the folder, or opens it when it is a site of Comity's. Throws StoreError when it holds something else.
  explicit Folder(std::filesystem::path root);

  // Writes beside the place and renames. A file that holds these bytes already is left alone.
  void write(const std::string& path, std::string_view bytes);
  void remove(const std::string& path);

  // What the page of a pair was made from when the last run ended; 0: not known.
  std::uint64_t known(const std::string& pair) const;
  bool has(const std::string& path) const { return std::filesystem::exists(root_ / path); }
  // What it is made from now. The memory is written by finish() alone: a run that ends before it begins again.
  void remember(const std::string& pair, std::uint64_t hash);
  // Pairs of the last run that this one did not name.
  std::vector<std::string> forgotten() const;
  void finish();

  std::size_t files_written() const { return files_; }
  std::uint64_t bytes_written() const { return bytes_; }

 private:
  bool make_folder_of(const std::filesystem::path& file);  // true: it was not there, and is empty

  std::filesystem::path root_;
  std::unordered_map<std::string, std::uint64_t> before_, now_;
  std::set<std::string> made_;
  std::mutex mutex_;
  std::atomic<std::size_t> files_ = 0, next_ = 0;
  std::atomic<std::uint64_t> bytes_ = 0;
};

}  // namespace comity::site
