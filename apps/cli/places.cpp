#include "apps/cli/places.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <vector>

#include <fmt/format.h>

#include "apps/cli/output.hpp"
#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"

namespace comity::cli {

namespace fs = std::filesystem;

namespace {

fs::path program_folder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

// $name, else $HOME/otherwise; empty when there is no home either.
fs::path home_folder(const char* name, const char* otherwise) {
  if (const std::string set = environment(name); !set.empty()) return set;
  const std::string home = environment("HOME");
  return home.empty() ? fs::path() : fs::path(home) / otherwise;
}

fs::path data_home() {
  const fs::path home = home_folder("XDG_DATA_HOME", ".local/share");
  return home.empty() ? home : home / "comity";
}

struct Candidate {
  fs::path file;
  fs::file_time_type when;
};

// The editions of a folder; other files and unfinished ones are not looked at.
void look_for_editions(const fs::path& folder, std::vector<Candidate>& found) {
  std::error_code problem;
  for (auto it = fs::directory_iterator(folder, problem); !problem && it != fs::directory_iterator(); it.increment(problem)) {
    if (it->path().extension() != ".duckdb") continue;
    std::error_code ignored;
    const auto time = it->last_write_time(ignored);
    if (!ignored) found.push_back({it->path(), time});
  }
}

// Said once: a server asks for its edition again and again.
void say_passed_over(const fs::path& file, const fs::path& read) {
  static std::once_flag said;
  std::call_once(said, [&] {
    fmt::print(stderr, "note: {} was made by another version of Comity and is passed over; read is {}\n  Make it again with: comity build --overwrite\n", file.string(), read.string());
  });
}

// COMITY_DATA_DIR, else what `comity sources get` has filled.
fs::path usual_mirror() {
  if (const std::string set = environment("COMITY_DATA_DIR"); !set.empty()) return set;
  const fs::path own = own_mirror();
  return !own.empty() && fs::is_directory(own) ? own : fs::path();
}

}  // namespace

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path share_folder() {
  const auto holds_tables = [](const fs::path& folder) { return fs::exists(folder / "data" / "states.csv"); };
  for (const char* name : {"COMITY_SHARE", "COMITY_HOME"}) {
    const fs::path set = environment(name);
    if (set.empty()) continue;
    if (!holds_tables(set)) throw NotFound(fmt::format("{} is {}, which holds no data/states.csv", name, set.string()), fmt::format("Unset {}, or name Comity's own folder.", name));
    return set;
  }
  for (const fs::path& folder : {program_folder().parent_path() / "share" / "comity", fs::path(COMITY_SOURCE_DIR)}) {
    if (holds_tables(folder)) return folder;
  }
  throw NotFound("Comity's own tables (data/states.csv) are not where they were when it was built", "Set COMITY_SHARE to the folder that holds data/, sources/ and derive/.");
}

sources::Places find_places(const std::string& mirror) {
  const fs::path installed = program_folder().parent_path() / "lib" / "comity" / "packages";
  return {share_folder(), fs::is_directory(installed) ? installed : fs::path(COMITY_PARTS), mirror.empty() ? usual_mirror() : fs::path(mirror), own_documents()};
}

fs::path own_documents() {
  const fs::path home = data_home();
  return home.empty() ? home : home / "documents";
}

fs::path own_mirror() {
  const fs::path home = data_home();
  return home.empty() ? home : home / "mirror";
}

namespace {

constexpr const char* index_name = "names.index";
constexpr const char* image_name = "register.image";

// Installed, the base edition lies with the library; built, beside the folder of the program.
fs::path base_edition() {
  if (const std::string set = environment("COMITY_BASE_EDITION"); !set.empty()) return set;
  const fs::path above = program_folder().parent_path(), installed = above / "lib" / "comity" / "base.duckdb";
  std::error_code ignored;
  return fs::exists(installed, ignored) ? installed : above / "base.duckdb";
}

// What is made from the project's tables lies beside the base edition.
fs::path beside_base(const char* name) { return base_edition().parent_path() / name; }

void write_whole(const fs::path& file, std::string_view bytes) {
  Output out(file.string());
  out.write(bytes);
  out.finish();
}

// Leaves it for the next start. Only where there is a base edition already: the folder is ours then.
void leave(const fs::path& file, std::string_view bytes) {
  std::error_code ignored;
  if (!fs::exists(base_edition(), ignored)) return;
  try {
    write_whole(file, bytes);
  } catch (const Error&) {
    // A folder that cannot be written, a full disk: the next start makes it again.
  }
}

}  // namespace

std::shared_ptr<const world::Register> load_register() {
  const fs::path data = share_folder() / "data", image = beside_base(image_name);
  std::error_code ignored;
  if (fs::exists(image, ignored)) {
    try {
      return world::Register::open(data, image);
    } catch (const DataError&) {
      // Of other tables or of another program: the tables themselves are read, and checked.
    }
  }
  auto states = world::Register::load(data);
  leave(image, states->image(data));
  return states;
}

std::shared_ptr<const world::Resolver> load_resolver(std::shared_ptr<const world::Register> states) {
  const fs::path file = beside_base(index_name), data = share_folder() / "data";
  std::error_code ignored;
  if (fs::exists(file, ignored)) {
    try {
      return world::Resolver::open(states, data, file);
    } catch (const DataError&) {
      // Of another version of the tables or of the program: made anew below.
    }
  }
  std::string bytes = world::Resolver::make_bytes(*states, data, find_places().packages);
  leave(file, bytes);
  return world::Resolver::make(std::move(states), std::move(bytes));
}

void write_start_files(const world::Register& states, const fs::path& base) {
  std::error_code ignored;
  if (!fs::equivalent(fs::absolute(base).parent_path(), base_edition().parent_path(), ignored)) return;
  const fs::path data = share_folder() / "data";
  write_whole(beside_base(image_name), states.image(data));
  write_whole(beside_base(index_name), world::Resolver::make_bytes(states, data, find_places().packages));
}

fs::path find_edition(const std::string& named) {
  if (!named.empty()) return named;
  if (const std::string set = environment("COMITY_EDITION"); !set.empty()) return set;
  std::vector<Candidate> found;
  if (const fs::path home = data_home(); !home.empty()) {
    look_for_editions(home / "editions", found);
    look_for_editions(home, found);
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.when > b.when; });
  const auto readable = std::find_if(found.begin(), found.end(), [](const Candidate& one) { return !store::is_of_another_version(one.file); });
  fs::path read = readable != found.end() ? readable->file : base_edition();
  // With nothing else to read the newest is named by whoever fails to open it.
  if (readable == found.end() && !fs::exists(read)) read = found.empty() ? fs::path() : found.front().file;
  if (!found.empty() && readable != found.begin() && read != found.front().file) say_passed_over(found.front().file, read);
  if (!read.empty()) return read;
  throw NotFound("there is no edition to read yet", "Make one with: comity build   (or name one with --edition or COMITY_EDITION)");
}

fs::path default_edition(bool base) {
  const fs::path home = data_home();
  if (home.empty()) throw UsageError("neither XDG_DATA_HOME nor HOME is set, so there is no usual place for an edition", "Name one with --output.");
  return base ? home / "base.duckdb" : home / "editions" / "comity.duckdb";
}

fs::path fragment_cache(const fs::path& output) {
  const fs::path home = home_folder("XDG_CACHE_HOME", ".cache");
  if (!home.empty()) return home / "comity" / "fragments";
  return output.parent_path() / "fragments";
}

}  // namespace comity::cli
