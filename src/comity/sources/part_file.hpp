// A file under way: made beside its place under a name that carries the process, put there by one rename when it is whole, and gone,
// with DuckDB's log beside it, where anything fails on the way (docs/design.md, law 5). Not the making: that is whoever holds it.
#pragma once

#include <filesystem>
#include <string_view>

namespace comity::sources {

class PartFile {
 public:
  // "<place>.<process><ending>". What an earlier process of this number left there goes.
  explicit PartFile(std::filesystem::path place, std::string_view ending = ".part");
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Throws std::filesystem::filesystem_error.
  void put() { put_at(place_); }
  void put_at(const std::filesystem::path& place);

 private:
  void clean() const;
  std::filesystem::path place_, path_;
};

}  // namespace comity::sources
