// The bytes of a publisher's file, unpacked as they are read: a plain file, a compressed one (.gz, .zst, .xz, .bz2),
// a member of an archive ("a.zip!b.csv", "a.tar.gz!data/*.json"). Bounded by Limits; every error names the file and
// says what to do. Not for writing, not for hashing (base/bytes.hpp hashes the packed file).
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

class BytesSource {
 public:
  virtual ~BytesSource() = default;
  // Fills up to `capacity` bytes and returns how many; 0 only at the end. Throws DataError (damaged archive, limit).
  virtual std::size_t read(char* to, std::size_t capacity) = 0;
};

// A file as named by a source: the part before '!' is on disk, the part behind it is the member (with * and ? as
// wildcards, * also across folders). An archive that holds a single file needs no member. What a file is packed with
// is told from its first bytes, not from its name. Throws NotFound (no such file or member), DataError (damaged
// archive, password, several members match).
std::unique_ptr<BytesSource> open_bytes(const std::filesystem::path& file, const Limits& limits = {});

// The whole of it. Throws as above, and when it is longer than limits.file_bytes.
std::string read_all_bytes(const std::filesystem::path& file, const Limits& limits = {});

// "a.tar.gz!x/*.json" → "a.tar.gz!x/1.json", "a.tar.gz!x/2.json", …: the members that match, sorted by name. A path
// without '!' comes back as it is. Throws NotFound when no member matches.
std::vector<std::filesystem::path> expand_members(const std::filesystem::path& file);

struct Member {
  std::string name;   // inside the archive; for a file that is no archive, its own name
  std::string bytes;
};
// All members that match, in one pass over the archive, sorted by name; all of them in memory at once.
std::vector<Member> read_members(const std::filesystem::path& file, const Limits& limits = {});

// While it lives, the members that match `file` are opened from memory on this thread, so that an archive of hundreds of members is
// unpacked once and not once for each. Of no effect where they take more than `most_bytes`, or the archive is damaged: who opens a member then
// reads it as before, and hears what is wrong with it.
class HeldMembers {
 public:
  explicit HeldMembers(const std::filesystem::path& file, std::size_t most_bytes = std::size_t{256} << 20);
  ~HeldMembers();
  HeldMembers(const HeldMembers&) = delete;
  HeldMembers& operator=(const HeldMembers&) = delete;
  std::size_t count() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

// The file on disk and the member behind '!' ("" when there is none).
struct FileAndMember {
  std::filesystem::path file;
  std::string member;
};
FileAndMember split_member(const std::filesystem::path& file);

}  // namespace comity::formats
