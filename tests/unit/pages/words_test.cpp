#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "comity/base/error.hpp"
#include "comity/base/table.hpp"
#include "comity/pages/words.hpp"

namespace comity::pages {
namespace {

namespace fs = std::filesystem;

const fs::path data = COMITY_SOURCE_DIR "/data";

std::string code_of_rooms() {
  std::string out;
  for (const char* room : {"pages", "site", "server"}) {
    const fs::path folder = fs::path(COMITY_SOURCE_DIR "/src/comity") / room;
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      std::ifstream in(entry.path());
      std::stringstream text;
      text << in.rdbuf();
      if (entry.is_regular_file()) out += text.str();
    }
  }
  return out;
}

// Keys that are made from data: the whole family stands in the table.
bool is_of_a_family(std::string_view key) {
  for (const std::string_view family : {"indicator.", "event.", "mission.", "disagreement.", "language.", "unit.", "reason.", "fact.", "class."}) {
    if (key.starts_with(family)) return true;
  }
  return false;
}

TEST(PagesWords, EveryKeyThatCodeAsksForIsInTheTableAndEveryOtherWouldBeDead) {
  const std::string code = code_of_rooms();
  const Table table = Table::read(data / "pages" / "words.csv");
  std::set<std::string> known;
  for (std::size_t row = 0; row < table.rows(); ++row) known.emplace(table.at(row, table.column("key")));
  // What stands in quotes where words are asked for: w("x"), words("x"), w.with("x", …), find("x").
  const std::regex asked(R"re((?:^|[^_a-z])(?:w|words|with|find)\((?:[a-z_.]+ \? )?"([a-z_]+(?:\.[a-z_]+)*)")re");
  std::size_t found = 0;
  for (auto at = std::sregex_iterator(code.begin(), code.end(), asked); at != std::sregex_iterator(); ++at) {
    const std::string key = (*at)[1];
    // Other things are found by words without a dot; of ours there are few.
    const bool has_dot = key.find('.') != std::string::npos;
    if (key.ends_with(".js") || key.ends_with(".css") || (!has_dot && !known.contains(key))) continue;
    EXPECT_TRUE(known.contains(key)) << key;
    ++found;
  }
  EXPECT_GT(found, 100u);
  for (const auto& key : known) {
    EXPECT_TRUE(is_of_a_family(key) || code.find('"' + key + '"') != std::string::npos) << key << " is asked for by nobody";
  }
}

TEST(PagesWords, EachLanguageHasThePlacesOfTheOthers) {
  const Table table = Table::read(data / "pages" / "words.csv");
  const auto places = [](std::string_view text) {
    std::set<char> out;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
      if (text[i] == '{' && text[i + 2] == '}') out.insert(text[i + 1]);
    }
    return out;
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    EXPECT_EQ(places(table.at(row, table.column("en"))), places(table.at(row, table.column("de")))) << table.at(row, table.column("key"));
  }
}

TEST(PagesWords, PlacesAreFilledOnceAndNothingIsReadTwice) {
  const Words words = Words::load(data, "en");
  EXPECT_EQ(words.with("pair.title", {"{1}", "B"}), "{1} and B");
  EXPECT_EQ(words.find("no.such.key"), "");
  EXPECT_THROW(words("no.such.key"), DataError);
  EXPECT_THROW(Words::load(data, "tlh"), DataError);
  EXPECT_EQ(languages_of_words(data), (std::vector<std::string>{"en", "de"}));
}

TEST(PagesWords, NamesFallBackOnTheRegister) {
  const auto states = world::Register::load(data);
  const StateNames names(*states, nullptr, "de");
  EXPECT_EQ(names.of(states->by_key("KAZ")), "Kazakhstan");
  EXPECT_EQ(names.of(StateId{}), "");
}

}  // namespace
}  // namespace comity::pages
