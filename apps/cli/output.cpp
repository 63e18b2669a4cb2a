#include "apps/cli/output.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <unistd.h>

#include "comity/base/error.hpp"

namespace comity::cli {

namespace fs = std::filesystem;

Output::Output(const std::string& target) {
  if (target.empty() || target == "-") {
    file_ = stdout;
    return;
  }
  target_ = target;
  if (fs::is_directory(target_)) throw UsageError(fmt::format("{} is a folder", target), "Name a file with --output.");
  if (!fs::exists(target_) || fs::is_regular_file(target_)) {
    part_ = target_;
    part_ += fmt::format(".{}.part", ::getpid());
  }
  file_ = std::fopen((part_.empty() ? target_ : part_).c_str(), "wb");
  if (!file_) fail("cannot be written");
}

Output::~Output() {
  if (file_ && file_ != stdout) std::fclose(file_);
  if (!part_.empty()) std::remove(part_.c_str());
}

void Output::fail(const char* what) const {
  const int why = errno;
  const std::string name = file_ == stdout ? "stdout" : target_.string();
  throw StoreError(fmt::format("{} {}: {}", name, what, std::strerror(why)), why == ENOSPC ? "Make room on the disk." : "Name another place with --output.");
}

void Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail("could not be written to the end");
}

void Output::finish() {
  if (std::fflush(file_) != 0) fail("could not be written to the end");
  if (file_ == stdout) return;
  std::FILE* closing = file_;
  file_ = nullptr;
  if (std::fclose(closing) != 0) fail("could not be written to the end");
  if (part_.empty()) return;
  std::error_code problem;
  fs::rename(part_, target_, problem);
  if (problem) throw StoreError(fmt::format("{} cannot be written: {}", target_.string(), problem.message()), "Name another place with --output.");
  part_.clear();
}

}  // namespace comity::cli
