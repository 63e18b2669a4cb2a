#include "comity/sources/get.hpp"

#include <fnmatch.h>

#include <cstdio>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/sources/ask.hpp"

namespace comity::sources {
namespace {

namespace fs = std::filesystem;

// Files on their way: a folder inside the source's own, so that the last step is a rename. Gone at the end.
class Incoming {
 public:
  explicit Incoming(const fs::path& folder) : folder_(folder / ".incoming") { fs::create_directories(folder_); }
  ~Incoming() {
    // A part that a broken connection left is kept for the next time.
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (entry.path().extension() != ".part" && entry.path().extension() != ".etag") fs::remove(entry.path(), ignored);
    }
    fs::remove(folder_, ignored);  // when it is empty
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  fs::path file(const std::string& name) const { return folder_ / fs::path(name).filename(); }

 private:
  fs::path folder_;
};

// The first record of every declared file that `path` stands for, read from where the new file waits: whatever a reader refuses,
// it refuses now.
void check_opens(const Source& source, const std::string& path, const fs::path& waiting) {
  for (const FileDeclaration& file : source.files) {
    const auto mark = file.path.find('!');
    if (fnmatch(file.path.substr(0, mark).c_str(), path.c_str(), 0) != 0) continue;
    std::vector<fs::path> all(1, waiting);
    if (mark != std::string::npos) all = formats::expand_members(waiting.string() + file.path.substr(mark));
    for (const auto& one : all) {
      const auto reader = open_declared(file, one);
      formats::Record record;
      if (!reader->next(record)) throw DataError(fmt::format("{}: {} holds no record", source.id, path), "The publisher may have sent an empty file; try again later.");
    }
  }
}

void put_in_place(const fs::path& waiting, const fs::path& place) {
  sync_file(waiting);
  if (place.has_parent_path()) fs::create_directories(place.parent_path());
  std::error_code problem;
  fs::rename(waiting, place, problem);
  if (problem) throw StoreError(fmt::format("cannot write {}: {}", place.string(), problem.message()), "Is the folder writable?");
  sync_file(place);
}

// A member of the archive that came, as a file of its own; bounded by the formats' limits on what an archive may unfold to.
void unpack(const fs::path& archive, const std::string& member, const fs::path& to) {
  const auto bytes = formats::open_bytes(archive.string() + "!" + member);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(to.c_str(), "wb"), std::fclose);
  if (!out) throw StoreError(fmt::format("cannot write {}", to.string()), "Is the folder writable?");
  std::string buffer(1 << 16, '\0');
  while (const std::size_t got = bytes->read(buffer.data(), buffer.size())) {
    if (std::fwrite(buffer.data(), 1, got, out.get()) != got) throw StoreError(fmt::format("cannot write {}", to.string()), "Is the disk full?");
  }
  if (std::fflush(out.get()) != 0) throw StoreError(fmt::format("cannot write {}", to.string()), "Is the disk full?");
}

// Whether the file that is here is the one the lock speaks of: only then may the server be asked by its mark.
bool is_as_locked(const LockedFile* locked, const fs::path& file) {
  return locked && !locked->mark.empty() && fs::exists(file) && fs::file_size(file) == locked->bytes && sha256_of_file(file) == locked->sha256;
}

GotFile load(const Source& source, const GetDeclaration& get, const GetOptions& options, LockFile& lock, Progress& progress) {
  const fs::path folder = options.to / source.folder, place = folder / get.to;
  const std::string key = source.folder + "/" + get.to;
  const Incoming incoming(folder);
  const fs::path waiting = incoming.file(get.to + (get.unpack.empty() ? "" : ".archive"));
  fetch::DownloadOptions how = options.download;
  if (get.most_mb > 0) how.most_bytes = std::uint64_t{get.most_mb} << 20;
  const LockedFile* locked = lock.find(key);
  const bool have = is_as_locked(locked, place) && locked->url == get.url;
  if (have) how.mark = locked->mark;
  const auto came = fetch::download(redirected(get.url, options.through), waiting, how, progress);
  if (came.not_modified && have) {
    LockedFile again = *locked;
    again.date = options.today;
    lock.set(key, again);
    return {GotFile::unchanged, get.to, again.bytes};
  }
  if (came.not_modified) throw DataError(fmt::format("{}: the server says that nothing has changed, but was not asked", get.url), "Try again later.");
  if (const std::string sum = sha256_of_file(waiting); !get.sha256.empty() && sum != get.sha256) {
    throw DataError(fmt::format("{}: its SHA-256 is {}, not {} as sources/{}/source.toml has it", get.url, sum, get.sha256, source.id),
                    "The publisher may have revised the file: look at what changed before you change the checksum.");
  }
  fs::path file = waiting;
  if (!get.unpack.empty()) {
    file = incoming.file(get.to);
    unpack(waiting, get.unpack, file);
  }
  check_opens(source, get.to, file);
  LockedFile fresh{sha256_of_file(file), fs::file_size(file), options.today, came.mark(), get.url};
  put_in_place(file, place);
  lock.set(key, fresh);
  return {GotFile::loaded, get.to, fresh.bytes};
}

GotSource copy_from_mirror(const Source& source, const GetOptions& options, LockFile& lock) {
  GotSource out{source.id, {}, {}};
  Places other;
  other.mirror = options.from;
  std::set<fs::path> wanted;
  for (const FileDeclaration& file : source.files) {
    for (const FoundFile& found : find_files(source, file, other)) wanted.insert(formats::split_member(found.path).file);
  }
  if (wanted.empty()) {
    throw NotFound(fmt::format("{} holds no file of {}", options.from.string(), source.id), fmt::format("They are looked for in its folder {}/.", source.folder));
  }
  const fs::path folder = options.to / source.folder;
  const Incoming incoming(folder);
  for (const fs::path& file : wanted) {
    const std::string path = file.lexically_relative(options.from / source.folder).string();
    const std::string sum = sha256_of_file(file);
    if (fs::exists(folder / path) && sha256_of_file(folder / path) == sum) {
      out.files.push_back({GotFile::unchanged, path, fs::file_size(file)});
    } else {
      check_opens(source, path, file);
      const fs::path waiting = incoming.file(path);
      std::error_code problem;
      fs::copy_file(file, waiting, fs::copy_options::overwrite_existing, problem);
      if (problem) throw StoreError(fmt::format("cannot copy {} to {}: {}", file.string(), waiting.string(), problem.message()), "Is the disk full, or the folder not writable?");
      if (sha256_of_file(waiting) != sum) throw StoreError(fmt::format("{} came otherwise than it is", path), "Is the disk sound?");
      put_in_place(waiting, folder / path);
      out.files.push_back({GotFile::copied, path, fs::file_size(folder / path)});
    }
    lock.set(source.folder + "/" + path, {sum, fs::file_size(file), options.today, {}, {}});
  }
  return out;
}

}  // namespace

GotSource get_source(const Source& source, const GetOptions& options, LockFile& lock, Progress& progress) {
  if (source.shipped()) throw UsageError(fmt::format("{} is shipped with Comity; there is nothing to get", source.id));
  if (!options.from.empty()) return copy_from_mirror(source, options, lock);
  GotSource out{source.id, {}, {}};
  if (source.gets.empty()) {
    const std::string where = fmt::format("Put the file into {}/.", (options.to / source.folder).string());
    if (source.live()) {
      out.by_hand = fmt::format("Its figures are asked of a live interface: comity sources get {} --live.", source.id);
      return out;
    }
    out.by_hand = source.by_hand.empty() ? fmt::format("No address that a program may load from is known. Look at {} . {}", source.url, where) : fmt::format("{} {}", source.by_hand, where);
    return out;
  }
  for (const GetDeclaration& get : source.gets) out.files.push_back(load(source, get, options, lock, progress));
  return out;
}

}  // namespace comity::sources
