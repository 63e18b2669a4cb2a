#include "comity/sources/part_file.hpp"

#include <unistd.h>

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

}  // namespace comity::sources
