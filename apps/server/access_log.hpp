// One line a request: when, who, what, how it ended, how many bytes, how long. Collected and written twice a second, so that
// ten thousand requests a second do not wait for a disk.
#pragma once

#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

namespace comity::serve {

class AccessLog {
 public:
  // A file to add to, "-" for stderr, empty for none. Throws StoreError.
  explicit AccessLog(const std::string& target);
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  bool is_on() const { return file_ != nullptr; }
  // `target` comes from strangers: control characters, quotes and what is no ASCII are written as \xXX.
  void add(std::string_view time, std::string_view who, std::string_view method, std::string_view target, int status, std::size_t bytes, double seconds);
  void flush();
  // Closes and opens the file again, under the same name: after somebody has moved it away.
  void reopen();

 private:
  std::string target_;
  std::FILE* file_ = nullptr;
  std::mutex mutex_;
  std::string lines_;
};

}  // namespace comity::serve
