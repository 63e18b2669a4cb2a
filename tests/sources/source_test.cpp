// Every source with a folder tests/sources/<id>: its excerpt is read alone and compared with expected.txt; its control
// figures (control.sql) are asked of the full edition, which is built once per run where COMITY_DATA_DIR is set.
// Cases are registered by folder, so a new source needs no line here.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/sources/fragment.hpp"
#include "comity/store/register_functions.hpp"
#include "sources/expectations.hpp"

namespace comity::tests {
namespace {

namespace fs = std::filesystem;
using sources::Places;
using sources::Source;

std::string environment(const char* name, const std::string& otherwise = {}) {
  const char* value = std::getenv(name);
  return value && *value ? value : otherwise;
}

const fs::path share = COMITY_SOURCE_DIR;

fs::path cache() { return environment("COMITY_TEST_CACHE", (fs::temp_directory_path() / "comity-source-tests").string()); }

const std::shared_ptr<const world::Register>& states() {
  static const auto loaded = world::Register::load(share / "data");
  return loaded;
}

std::string message_of(const Error& error) { return fmt::format("{} {}", error.what(), error.hint()); }

void read_excerpt(const std::string& id) {
  const fs::path excerpt = share / "tests" / "sources" / id;
  try {
    const Source source = sources::read_source(share / "sources" / id);
    ASSERT_FALSE(source.shipped()) << id << " ships with Comity; excerpts are for publishers' files";
    // A mirror that holds nothing but this excerpt, under the folder's own name.
    const fs::path mirror = cache() / "mirror" / id;
    fs::remove_all(mirror);
    fs::create_directories(mirror);
    fs::create_directory_symlink(excerpt, mirror / source.folder);
    const Places places{share, share / "node_modules", mirror};
    const auto fragment = sources::make_fragment({&source, &places, states().get(), cache() / "excerpts"});
    store::Database database({}, {.may_read_files = true, .temp_folder = cache().string()});
    auto connection = database.connect();
    connection.run(fmt::format("ATTACH {} AS fragment (READ_ONLY)", store::sql_text(fragment.file.string())));
    for (const auto& line : differences(connection, read_expectations(excerpt / "expected.txt"), *states())) ADD_FAILURE() << line;
    connection.run("DETACH fragment");
    fs::remove(fragment.file);
  } catch (const Error& error) {
    FAIL() << message_of(error);
  }
}

// The edition of all sources that the mirror holds; built at the first question. Empty: why it is not there.
struct FullEdition {
  std::unique_ptr<store::Database> database;
  std::vector<std::string> missing;
  std::string why_not;
};

FullEdition& full_edition() {
  static FullEdition edition = [] {
    FullEdition made;
    const std::string mirror = environment("COMITY_DATA_DIR");
    if (mirror.empty()) {
      made.why_not = "COMITY_DATA_DIR is not set: the publishers' files are not here";
      return made;
    }
    sources::BuildOptions options;
    options.places = {share, share / "node_modules", mirror};
    options.states = states();
    options.output = cache() / "edition.duckdb";
    options.cache = environment("COMITY_TEST_FRAGMENTS", (cache() / "fragments").string());
    options.overwrite = true;
    fs::create_directories(cache());
    std::istringstream only(environment("COMITY_TEST_SOURCES"));
    for (std::string id; only >> id;) options.only.push_back(id);
    Progress silent;
    try {
      const auto outcome = sources::build_edition(options, silent);
      for (const auto& source : outcome.sources) {
        if (source.was_missing) made.missing.push_back(source.id);
      }
      made.database = std::make_unique<store::Database>(options.output, store::Opening{.read_only = true, .threads = 2, .memory = "1GB"});
      auto connection = made.database->connect();
      store::register_world_functions(connection, *states());  // for all connections to it
    } catch (const Error& error) {
      made.why_not = "the edition could not be built: " + message_of(error);
    }
    return made;
  }();
  return edition;
}

void ask_control_figures(const std::string& id) {
  auto& edition = full_edition();
  if (environment("COMITY_DATA_DIR").empty()) GTEST_SKIP() << edition.why_not;
  ASSERT_TRUE(edition.database) << edition.why_not;
  if (std::ranges::find(edition.missing, id) != edition.missing.end()) GTEST_SKIP() << "the mirror holds no files of " << id;
  const std::string only = environment("COMITY_TEST_SOURCES");
  if (!only.empty() && (" " + only + " ").find(" " + id + " ") == std::string::npos) GTEST_SKIP() << "not among COMITY_TEST_SOURCES";
  const fs::path file = share / "tests" / "sources" / id / "control.sql";
  auto connection = edition.database->connect();
  connection.run(read_file(share / "tests" / "sources" / "control_prelude.sql"));
  std::istringstream lines(read_file(file));
  std::string line;
  int asked = 0;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.starts_with("--")) continue;
    ++asked;
    try {
      auto result = connection.query(fmt::format("SELECT bool_and(coalesce(answer, false)) AND count(*) > 0 FROM ({}) AS control(answer)",
                                                 line.substr(0, line.find_last_not_of("; \r") + 1)));
      const auto chunk = result.next();
      const bool holds = chunk && !chunk.is_null(0, 0) && chunk.get<bool>(0, 0);
      // "SELECT whole('x') = '…'": what it is instead.
      const std::size_t equals = line.starts_with("SELECT whole") ? line.find(" = '") : std::string::npos;
      const std::string instead = holds || equals == std::string::npos ? "" : "\n  it is " + connection.text(line.substr(0, equals));
      EXPECT_TRUE(holds) << "control.sql, line " << number << ": " << line << instead;
    } catch (const Error& error) {
      ADD_FAILURE() << "control.sql, line " << number << ": " << message_of(error);
    }
  }
  EXPECT_GT(asked, 0) << "control.sql asks nothing";
}

// A rule of data over the whole edition (rules/<name>.sql): each line asks for what breaks it, and must find nothing.
void look_for_breaches(const fs::path& file) {
  auto& edition = full_edition();
  if (environment("COMITY_DATA_DIR").empty()) GTEST_SKIP() << edition.why_not;
  ASSERT_TRUE(edition.database) << edition.why_not;
  auto connection = edition.database->connect();
  connection.run(read_file(share / "tests" / "sources" / "control_prelude.sql"));
  std::istringstream lines(read_file(file));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.starts_with("--")) continue;
    try {
      auto result = connection.query(fmt::format("SELECT count(*)::BIGINT, coalesce(any_value(breach::VARCHAR), '') FROM ({}) AS breach", line));
      const auto chunk = result.next();
      ASSERT_TRUE(static_cast<bool>(chunk));
      EXPECT_EQ(chunk.get<std::int64_t>(0, 0), 0) << file.filename() << ", line " << number << " finds for one " << chunk.text(1, 0);
    } catch (const Error& error) {
      ADD_FAILURE() << file.filename() << ", line " << number << ": " << message_of(error);
    }
  }
}

class Case : public testing::Test {
 public:
  explicit Case(std::function<void()> body) : body_(std::move(body)) {}
  void TestBody() override { body_(); }

 private:
  std::function<void()> body_;
};

void add_case(const char* suite, const std::string& name, const fs::path& file, std::function<void()> body) {
  testing::RegisterTest(suite, name.c_str(), nullptr, nullptr, file.c_str(), 1, [body]() -> Case* { return new Case(body); });
}

const bool registered = [] {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(share / "tests" / "sources")) {
    if (entry.is_directory()) ids.push_back(entry.path().filename().string());
  }
  std::ranges::sort(ids);
  for (const auto& id : ids) {
    const fs::path folder = share / "tests" / "sources" / id;
    if (fs::exists(folder / "expected.txt")) add_case("Excerpt", id, folder / "expected.txt", [id] { read_excerpt(id); });
    if (fs::exists(folder / "control.sql")) add_case("ControlFigures", id, folder / "control.sql", [id] { ask_control_figures(id); });
  }
  for (const auto& entry : fs::directory_iterator(share / "tests" / "sources" / "rules")) {
    const fs::path file = entry.path();
    add_case("WholeEdition", file.stem().string(), file, [file] { look_for_breaches(file); });
  }
  return true;
}();

// Every publisher's source has both, or nobody would notice when it stops being read right. What only a person may fetch
// (by_hand) has no control figures as long as no mirror holds it.
TEST(SourceFolders, EveryPublishersSourceHasAnExcerptAndControlFigures) {
  const std::string mirror = environment("COMITY_DATA_DIR");
  for (const auto& source : sources::read_sources(share / "sources")) {
    if (source.shipped()) continue;
    const fs::path folder = share / "tests" / "sources" / source.id;
    EXPECT_TRUE(fs::exists(folder / "expected.txt")) << source.id << " has no excerpt";
    if (mirror.empty() || !fs::exists(fs::path(mirror) / source.folder)) continue;
    EXPECT_TRUE(fs::exists(folder / "control.sql")) << source.id << " has no control figures";
  }
}

// The lines of a list that are neither blank nor a comment.
std::set<std::string> listed(const fs::path& file) {
  std::set<std::string> out;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && !line.starts_with("#")) out.insert(line);
  }
  return out;
}

// A folder of the mirror that no source reads would be figures that nobody knows to be missing. What is still to come
// stands in unclaimed_folders.txt, and not a day longer than it is.
TEST(SourceFolders, EveryFolderOfTheMirrorIsClaimedByExactlyOneSource) {
  const std::string mirror = environment("COMITY_DATA_DIR");
  if (mirror.empty()) GTEST_SKIP() << "COMITY_DATA_DIR is not set: the publishers' files are not here";
  std::set<std::string> claims;
  // A folder that holds facts beside a sample of a format is two sources; a file is only ever one's.
  std::map<std::string, std::string> reads;
  for (const auto& source : sources::read_sources(share / "sources")) {
    if (source.shipped()) continue;
    claims.insert(source.folder);
    for (const auto& file : source.files) {
      const auto [it, first] = reads.emplace(source.folder + "/" + file.path, source.id);
      EXPECT_TRUE(first || it->second == source.id) << it->first << " is read by " << it->second << " and by " << source.id;
    }
  }
  const auto to_come = listed(share / "tests" / "sources" / "unclaimed_folders.txt");
  std::vector<std::string> unclaimed;
  for (const auto& entry : fs::directory_iterator(mirror)) {
    const std::string folder = entry.path().filename().string();
    if (entry.is_directory() && !claims.contains(folder) && !to_come.contains(folder)) unclaimed.push_back(folder);
  }
  std::ranges::sort(unclaimed);
  EXPECT_TRUE(unclaimed.empty()) << "no source claims " << fmt::format("{}", fmt::join(unclaimed, ", "));
  for (const auto& folder : to_come) EXPECT_FALSE(claims.contains(folder)) << folder << " is claimed by now: take it out of unclaimed_folders.txt";
}

// Turkey, Namibia ("NA"), Kosovo, both Congos, both Koreas, Serbia, Yugoslavia and the Germanys are what a careless reader
// loses first. Each source declares how many of its facts speak of each (control_prelude.sql, whole and lost).
TEST(SourceFolders, EverySourceSaysWhoArrivesWhole) {
  const auto to_come = listed(share / "tests" / "sources" / "uncounted_sources.txt");
  for (const auto& source : sources::read_sources(share / "sources")) {
    if (source.shipped()) continue;
    const fs::path file = share / "tests" / "sources" / source.id / "control.sql";
    if (!fs::exists(file)) continue;  // no mirror holds its files: there is nothing to count
    const std::string text = read_file(file);
    const bool counted = text.find("SELECT whole('" + source.id + "')") != std::string::npos && text.find("SELECT lost('" + source.id + "')") != std::string::npos;
    if (source.live() && !counted) continue;  // what comes live nobody has counted before it is asked for
    EXPECT_NE(counted, to_come.contains(source.id)) << source.id << (counted ? " is counted by now: take it out of uncounted_sources.txt" : " does not say who arrives whole");
  }
}

}  // namespace
}  // namespace comity::tests
