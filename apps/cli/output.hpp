// Where the product goes: stdout, or a file that is whole or not there at all (written beside, then renamed).
// Every write is checked, so that a full disk is an error and not a short file. Throws StoreError.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace comity::cli {

class Output {
 public:
  // A file, or "-" or an empty text for stdout. Devices and pipes are written to as they are.
  explicit Output(const std::string& target);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  bool is_stdout() const { return target_.empty(); }
  void write(std::string_view bytes);
  // Must be called at the end: what was not finished is thrown away.
  void finish();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::FILE* file_ = nullptr;
  std::filesystem::path target_, part_;  // part_ empty: no rename
};

}  // namespace comity::cli
