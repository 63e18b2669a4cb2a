// The rows of an estimate from the edition itself: a panel of directed pairs by year (room panel), made for the one command.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/options.hpp"

namespace comity::cli {

class PanelOption {
 public:
  void add_to(Arguments& arguments);
  bool is_asked() const { return !variables_.empty(); }
  // Throws UsageError where only parts of it were given.
  void check() const;
  // Makes the panel and writes it as Parquet; its join report goes to stderr. Whoever asked removes the file.
  void write(const std::filesystem::path& file, int threads) const;

 private:
  std::vector<std::string> variables_;
  std::string system_;
  int from_ = 0, to_ = 0;
  EditionOption edition_;
};

// A file in the folder for passing things, named after this process and removed with this object.
class PassingFile {
 public:
  explicit PassingFile(const std::string& ending);
  ~PassingFile();
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace comity::cli
