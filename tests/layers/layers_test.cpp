// The rooms' rules (docs/design.md, docs of CMakeLists.txt), held against the sources themselves. Each rule
// is also tried on a made-up file that breaks it, so that a check that sees nothing cannot pass.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/source_tree.hpp"

namespace comity::layers {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string text_of(const std::string& path) {
  std::ifstream in(std::string(COMITY_SOURCE_DIR "/") + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const std::vector<SourceFile>& tree() {
  static const std::vector<SourceFile> files = read_source_tree(COMITY_SOURCE_DIR);
  return files;
}

std::string listed(const Breaches& breaches) {
  std::string text;
  for (const std::string& one : breaches) text += "\n  " + one;
  return text;
}

SourceFile file(std::string path, std::string room, std::vector<std::string> lines) {
  return {std::move(path), std::move(room), std::move(lines)};
}

const char* const kRooms = "comity_room(base LINK fmt::fmt)\ncomity_room(world ROOMS base LINK x)\ncomity_room(facts ROOMS world)\n";

}  // namespace

TEST(Layers, EveryRoomOfTheTreeIsRead) {
  EXPECT_GT(tree().size(), 10u);
  const RoomRules rules = read_room_rules(text_of("CMakeLists.txt"));
  EXPECT_TRUE(rules.contains("base"));
  EXPECT_TRUE(rules.contains("dossier"));
  for (const char* name : {"common", "util", "utils", "core", "manager"}) EXPECT_FALSE(rules.contains(name)) << name;
}

TEST(Layers, RulesFollowThrough) {
  const RoomRules rules = read_room_rules(kRooms);
  EXPECT_THAT(rules.at("facts"), ElementsAre("base", "facts", "world"));
  EXPECT_THAT(rules.at("base"), ElementsAre("base"));
}

TEST(Layers, IncludesGoOneWay) {
  const RoomRules rules = read_room_rules(text_of("CMakeLists.txt"));
  const Breaches breaches = check_includes_go_one_way(tree(), rules);
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, AnUpwardIncludeIsSeen) {
  const RoomRules rules = read_room_rules(kRooms);
  const auto check = [&](const char* line) {
    return check_includes_go_one_way({file("comity/world/x.hpp", "world", {"// x", line})}, rules);
  };
  EXPECT_THAT(check("#include \"comity/facts/event.hpp\""), ElementsAre("comity/world/x.hpp:2: world may not include facts"));
  EXPECT_THAT(check("#  include \"x.hpp\""), ElementsAre(HasSubstr("write \"comity/")));
  EXPECT_THAT(check("#include \"comity/base/detail/y.hpp\""), ElementsAre(HasSubstr("inner part of base")));
  EXPECT_THAT(check("#include \"comity/base/date.hpp\""), IsEmpty());
  EXPECT_THAT(check_includes_go_one_way({file("comity/util/x.hpp", "util", {"//"})}, rules), ElementsAre(HasSubstr("not named")));
}

TEST(Layers, LibrariesStayInTheirRoom) {
  const Breaches breaches = check_libraries_stay_in_their_room(tree());
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, ALibraryOutOfPlaceIsSeen) {
  const auto count = [](const char* path, const char* line) {
    return check_libraries_stay_in_their_room({file(path, "", {line})}).size();
  };
  EXPECT_EQ(count("comity/dossier/a.cpp", "#include <duckdb.h>"), 1u);
  EXPECT_EQ(count("comity/store/a.cpp", "#include <duckdb.h>"), 0u);
  EXPECT_EQ(count("comity/store/a.cpp", "#include \"duckdb.hpp\""), 1u);
  EXPECT_EQ(count("comity/base/a.cpp", "#include <regex>"), 1u);
  EXPECT_EQ(count("apps/cli/main.cpp", "#include <regex>"), 1u);
  EXPECT_EQ(count("apps/cli/main.cpp", "#include <CLI/CLI.hpp>"), 0u);
  EXPECT_EQ(count("comity/base/a.cpp", "#include <CLI/CLI.hpp>"), 1u);
  EXPECT_EQ(count("comity/document/a.hpp", "#include <nlohmann/json.hpp>"), 1u);
  EXPECT_EQ(count("comity/document/a.cpp", "#include <nlohmann/json.hpp>"), 0u);
  EXPECT_EQ(count("comity/document/a.hpp", "#include <nlohmann/json_fwd.hpp>"), 0u);
}

TEST(Layers, EveryHeaderIsInstalled) {
  const Breaches breaches = check_headers_are_installed(tree(), text_of("scripts/debian-packages.txt"));
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, AHeaderFromNowhereIsSeen) {
  const auto check = [](const char* line) { return check_headers_are_installed({file("apps/a.cpp", "", {line})}, "# list\nlibfmt-dev\n"); };
  EXPECT_THAT(check("#include <fmt/core.h>"), IsEmpty());
  EXPECT_THAT(check("#include <vector>"), IsEmpty());
  EXPECT_THAT(check("#include <expat.h>"), ElementsAre(HasSubstr("needs libexpat1-dev")));
  EXPECT_THAT(check("#include <boost/any.hpp>"), ElementsAre(HasSubstr("which package")));
}

TEST(Layers, TheLibraryNeverPrintsNorReadsClockNorEnvironment) {
  const Breaches breaches = check_library_has_no_edges(tree());
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, AnEdgeInTheLibraryIsSeen) {
  const auto count = [](const char* line) { return check_library_has_no_edges({file("comity/base/a.cpp", "base", {line})}).size(); };
  EXPECT_EQ(count("#include <iostream>"), 1u);
  EXPECT_EQ(count("  const char* home = std::getenv(\"HOME\");"), 1u);
  EXPECT_EQ(count("  auto now = std::chrono::system_clock::now();"), 1u);
  EXPECT_EQ(count("  std::snprintf(buffer, 5, \"x\");  // not printf"), 0u);
  EXPECT_EQ(count("  throw Error(\"printf\");"), 0u);
  EXPECT_EQ(count("  // std::cout is for the edges"), 0u);
}

TEST(Layers, HeadersSayWhatTheyAreFor) {
  const Breaches breaches = check_headers_say_what_they_are_for(tree());
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, FilesStayShort) {
  const Breaches breaches = check_file_lengths(tree(), text_of("tests/layers/long_files.txt"));
  EXPECT_THAT(breaches, IsEmpty()) << listed(breaches);
}

TEST(Layers, ALongFileNeedsAReason) {
  const std::vector<SourceFile> files = {file("comity/base/a.cpp", "base", std::vector<std::string>(401))};
  EXPECT_THAT(check_file_lengths(files, ""), ElementsAre(HasSubstr("401 lines")));
  EXPECT_THAT(check_file_lengths(files, "comity/base/a.cpp: one table\n"), IsEmpty());
  EXPECT_THAT(check_file_lengths(files, "comity/base/a.cpp:\n"), ElementsAre(HasSubstr("no reason")));
  EXPECT_THAT(check_file_lengths({}, "comity/base/b.cpp: gone\n"), ElementsAre(HasSubstr("no such file")));
}

}  // namespace comity::layers
