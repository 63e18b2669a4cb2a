#include "comity/sources/part_file.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace comity::sources {

PartFile::PartFile(std::filesystem::path place, std::string_view ending) : place_(std::move(place)), path_(fmt::format("{}.{}{}", place_.string(), ::getpid(), ending)) { clean(); }

PartFile::~PartFile() { clean(); }

void PartFile::put_at(const std::filesystem::path& place) { std::filesystem::rename(path_, place); }

void PartFile::clean() const {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  std::filesystem::remove(path_.string() + ".wal", ignored);
}

namespace {

// The process that makes a file of this name, if it is one under way: the last part of the name between dots that is a number.
std::optional<pid_t> maker_of(std::string_view name) {
  for (const std::string_view ending : {".wal", ".part"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
    else if (ending == ".part") return std::nullopt;
  }
  for (;;) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::string_view part = name.substr(dot + 1);
    pid_t process = 0;
    const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), process);
    if (problem == std::errc() && end == part.data() + part.size() && process > 0) return process;
    name = name.substr(0, dot);
  }
}

bool runs(pid_t process) { return ::kill(process, 0) == 0 || errno != ESRCH; }

}  // namespace

void forget_dead_parts(const std::filesystem::path& folder, std::string_view stem) {
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, problem)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(stem)) continue;
    const auto maker = maker_of(name);
    if (!maker || runs(*maker)) continue;
    const auto written = entry.last_write_time(problem);
    if (problem || std::filesystem::file_time_type::clock::now() - written < std::chrono::hours(1)) continue;
    std::filesystem::remove(entry.path(), problem);
  }
}

}  // namespace comity::sources
