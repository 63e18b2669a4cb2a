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

// Removes from `folder` what processes that were killed left half made: "<stem>….<process>….part" and its log, where no process of
// that number runs and nothing was written to it for an hour (a folder can be shared with a machine whose processes are not seen here).
// An empty stem means any. What cannot be removed stays.
void forget_dead_parts(const std::filesystem::path& folder, std::string_view stem);

}  // namespace comity::sources
