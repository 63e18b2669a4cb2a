#include "comity/sources/update.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/fragment.hpp"

namespace comity::sources {
namespace {

namespace fs = std::filesystem;

// Where answers wait until all of a source have come: <mirror>/.waiting/<folder>, with a lock of its own. It outlives a failure, so that
// the next run goes on there.
class WaitingRoom {
 public:
  WaitingRoom(const fs::path& mirror, const Source& source) : root_(mirror / ".waiting"), folder_(root_ / source.folder), lock_(folder_ / "comity.lock") {}
  const fs::path& folder() const { return folder_; }
  const LockFile& lock() const { return lock_; }
  void note(const Source& source, const Answer& answer) {
    lock_.set(source.folder + "/" + answer.to, answer.locked);
    fs::create_directories(folder_);
    lock_.save();
  }
  void clear() const {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    fs::remove(root_, ignored);  // when no other source waits
  }

 private:
  fs::path root_, folder_;
  LockFile lock_;
};

// The source's folder as it would be: a mirror of its own whose files are links to those that are there, so that what comes can be read, and
// be thrown away, without touching them.
class NextMirror {
 public:
  NextMirror(const fs::path& mirror, const Source& source) : mirror_(mirror), root_(mirror / fmt::format(".next-{}", source.id)), folder_(root_ / source.folder) {
    fs::remove_all(root_);
    fs::create_directories(folder_);
    const fs::path now = mirror / source.folder;
    if (!fs::is_directory(now)) return;
    for (const auto& entry : fs::recursive_directory_iterator(now)) {
      if (entry.is_regular_file()) link(entry.path(), entry.path().lexically_relative(now));
    }
  }
  ~NextMirror() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  NextMirror(const NextMirror&) = delete;
  NextMirror& operator=(const NextMirror&) = delete;

  const fs::path& root() const { return root_; }
  const fs::path& folder() const { return folder_; }
  // A file beside those that are there, or in the place of one.
  void link(const fs::path& file, const fs::path& path) const {
    fs::create_directories((folder_ / path).parent_path());
    std::error_code problem;
    fs::remove(folder_ / path, problem);
    fs::create_hard_link(file, folder_ / path, problem);
    if (problem) fs::create_symlink(fs::absolute(file), folder_ / path);  // another file system, or one without links
  }
  void remove(const fs::path& path) const {
    std::error_code ignored;
    fs::remove(folder_ / path, ignored);
  }

 private:
  fs::path mirror_, root_, folder_;
};

void take_place(const fs::path& file, const fs::path& place) {
  sync_file(file);
  fs::create_directories(place.parent_path());
  std::error_code problem;
  fs::rename(file, place, problem);
  if (problem) throw StoreError(fmt::format("cannot write {}: {}", place.string(), problem.message()), "Is the folder writable?");
  sync_file(place);
}

// Reads the source as it would be. Throws what the build would throw.
void check_reads(const Source& source, const NextMirror& next, const UpdateOptions& options) {
  Places places = options.places;
  places.mirror = next.root();
  make_fragment({&source, &places, options.states.get(), options.cache});
}

// Pages of an earlier, longer answer that this one does not have.
void find_surplus(const PlannedRequest& request, std::size_t pages, const fs::path& folder, std::vector<std::string>& surplus) {
  if (!request.declaration->is_paged()) return;
  for (auto number = static_cast<unsigned>(pages);; ++number) {
    const std::string to = request.to_of(number);
    if (!fs::exists(folder / to)) return;
    surplus.push_back(to);
  }
}

// A block that was asked for as a whole makes what had changed of the earlier one void.
void find_void_changes(const PlannedRequest& request, const fs::path& folder, std::vector<std::string>& surplus) {
  if (request.declaration->changes.empty() || request.only_changes || !fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string file = entry.path().lexically_relative(folder).string();
    if (is_changes_file(request.to, file)) surplus.push_back(file);
  }
}

std::string how_to_get(const Source& source, const UpdateOptions& options) {
  for (const auto& request : source.requests) {
    const auto provider = options.plan.providers->find(request.provider);
    if (provider == options.plan.providers->end() || request.key != "needed") continue;
    return fmt::format("{} wants a key: {}", provider->second.title, provider->second.key_terms);
  }
  return source.by_hand.empty() ? fmt::format("No address that a program may load from is known. Look at {} .", source.url) : source.by_hand;
}

class Updating {
 public:
  Updating(const Source& source, const UpdateOptions& options, LockFile& lock, Asking& asking, Progress& progress)
      : source_(source), options_(options), lock_(lock), asking_(asking), progress_(progress), folder_(options.places.mirror / source.folder) {}

  UpdatedSource run() {
    out_.id = source_.id;
    // A source.toml that cannot be understood is not the publisher's trouble.
    const auto planned = plan_requests(source_, lock_, options_.plan);
    try {
      if (planned.empty() && source_.gets.empty()) {
        out_.status = UpdatedSource::by_hand;
        out_.trouble = how_to_get(source_, options_);
      } else if (planned.empty()) {
        get_files();
      } else {
        ask_all(planned);
      }
    } catch (const StoreError&) {
      throw;
    } catch (const Error& error) {
      out_.status = UpdatedSource::failed;
      out_.changed.clear();
      out_.trouble = error.what();
      out_.hint = error.hint();
    }
    out_.date = newest_answer(source_, lock_);
    return out_;
  }

 private:
  void ask_all(const std::vector<PlannedRequest>& planned) {
    WaitingRoom waiting(options_.places.mirror, source_);
    std::vector<Answer> answers;
    std::vector<std::string> surplus;
    out_.kept = static_cast<unsigned>(std::ranges::count_if(planned, [](const auto& one) { return one.state != PlannedRequest::ask; }));
    progress_.step("asking " + source_.id, planned.size() - out_.kept);
    for (const auto& request : planned) {
      if (request.state != PlannedRequest::ask) continue;
      ++out_.due;
      const auto pages = asking_.ask(request, source_, waiting.folder(), waiting.lock(), folder_, lock_, progress_);
      find_surplus(request, pages.size(), folder_, surplus);
      if (!pages.empty()) find_void_changes(request, folder_, surplus);
      for (const auto& page : pages) {
        if (!page.unchanged) waiting.note(source_, page);
        answers.push_back(page);
      }
      progress_.advance(out_.due);
    }
    // A wrong address looks the same to a publisher that says "no rows" by a status.
    if (answers.empty() && out_.due > 0 && newest_answer(source_, lock_).empty()) {
      throw DataError(fmt::format("{}: the publisher had no rows for any of {} requests", planned.front().url, out_.due), fmt::format("An address may have changed: comity sources get {} --live --dry-run shows them all.", source_.id));
    }
    for (const auto& answer : answers) {
      if (!answer.unchanged) out_.changed.push_back(answer.to);
    }
    out_.changed.insert(out_.changed.end(), surplus.begin(), surplus.end());
    std::ranges::sort(out_.changed);
    if (!out_.changed.empty()) replace(waiting, answers, surplus);
    for (const auto& answer : answers) lock_.set(source_.folder + "/" + answer.to, answer.locked);
    waiting.clear();
  }

  void replace(const WaitingRoom& waiting, const std::vector<Answer>& answers, const std::vector<std::string>& surplus) {
    {
      const NextMirror next(options_.places.mirror, source_);
      for (const auto& answer : answers) {
        if (!answer.unchanged) next.link(waiting.folder() / answer.to, answer.to);
      }
      for (const auto& path : surplus) next.remove(path);
      try {
        check_reads(source_, next, options_);
      } catch (const Error&) {
        waiting.clear();  // what cannot be read is not worth keeping
        throw;
      }
    }
    for (const auto& answer : answers) {
      if (!answer.unchanged) take_place(waiting.folder() / answer.to, folder_ / answer.to);
    }
    std::error_code ignored;
    for (const auto& path : surplus) {
      fs::remove(folder_ / path, ignored);
      lock_.forget(source_.folder + "/" + path);
    }
    out_.status = UpdatedSource::renewed;
  }

  // A source of whole files: as `sources get` loads them, but beside what is there until load.sql has read them.
  void get_files() {
    const NextMirror next(options_.places.mirror, source_);
    LockFile next_lock = lock_;
    GetOptions get;
    get.to = next.root();
    get.today = options_.plan.today;
    get.download = options_.asking.download;
    get.through = options_.asking.through;
    const GotSource got = get_source(source_, get, next_lock, progress_);
    out_.due = static_cast<unsigned>(got.files.size());
    for (const auto& file : got.files) {
      const std::string key = source_.folder + "/" + file.path;
      const LockedFile *before = lock_.find(key), *after = next_lock.find(key);
      if (file.status == GotFile::loaded && !(before && before->sha256 == after->sha256 && fs::exists(folder_ / file.path))) out_.changed.push_back(file.path);
    }
    if (!out_.changed.empty()) {
      check_reads(source_, next, options_);
      for (const auto& path : out_.changed) take_place(next.folder() / path, folder_ / path);
      out_.status = UpdatedSource::renewed;
    }
    for (const auto& file : got.files) lock_.set(source_.folder + "/" + file.path, *next_lock.find(source_.folder + "/" + file.path));
  }

  const Source& source_;
  const UpdateOptions& options_;
  LockFile& lock_;
  Asking& asking_;
  Progress& progress_;
  const fs::path folder_;
  UpdatedSource out_;
};

}  // namespace

UpdatedSource update_source(const Source& source, const UpdateOptions& options, LockFile& lock, Asking& asking, Progress& progress) {
  if (source.shipped()) throw UsageError(fmt::format("{} is shipped with Comity; there is nothing to update", source.id));
  return Updating(source, options, lock, asking, progress).run();
}

}  // namespace comity::sources
