#include "comity/formats/plain_columns.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "comity/base/bytes.hpp"

namespace comity::formats {
namespace {

class PlainColumnsTest : public testing::Test {
 protected:
  PlainColumnsTest() { std::filesystem::create_directories(folder_); }
  ~PlainColumnsTest() override { std::filesystem::remove_all(folder_); }

  std::optional<PlainColumns> read(const std::string& text, const std::vector<std::string>& numbers, const std::vector<std::string>& keys, int threads = 1) {
    write_file(folder_ / "file.csv", text);
    return read_plain_columns(folder_ / "file.csv", numbers, keys, threads);
  }
  bool is_plain(const std::string& text) { return read(text, {"y"}, {"k"}).has_value(); }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / fmt::format("comity-plain-columns-{}", getpid());
};

TEST_F(PlainColumnsTest, NumbersAndKeys) {
  const auto found = read("a,y,k\nx,1,DEU\nx,-2.5e3,KAZ\n\"x,\"\"y\",0.1,DEU\r\nx,NA, DEU \nx,.,\"Côte d'Ivoire\"\nx,12345678901234567890,\n", {"y"}, {"k", "y"});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->rows, 6u);
  const Column& y = found->numbers[0];
  EXPECT_EQ(y[0], 1);
  EXPECT_EQ(y[1], -2500);
  EXPECT_EQ(y[2], 0.1);
  EXPECT_TRUE(std::isnan(y[3]) && std::isnan(y[4]));
  EXPECT_EQ(y[5], 12345678901234567890.0);
  const KeyColumn& k = found->keys[0];
  EXPECT_EQ(k.text, (std::vector<std::string>{"DEU", "KAZ", "Côte d'Ivoire"}));
  EXPECT_EQ(k.code, (std::vector<std::uint32_t>{0, 1, 0, 0, 2, no_key}));
  EXPECT_EQ(k.blanks, 1u);
  EXPECT_EQ(k.first_blank, 4u);
  EXPECT_EQ(found->keys[1].text.front(), "1");
}

TEST_F(PlainColumnsTest, EveryNumberHasTheBitsOfStrtod) {
  std::string text = "y,k\n";
  std::vector<std::string> written;
  std::uint64_t state = 7;
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    const double value = double(state >> 11) * 0x1p-53 * std::pow(10.0, double(i % 40) - 20);
    written.push_back(i % 4 == 0 ? fmt::format("{:.{}f}", value, i % 17) : i % 4 == 1 ? fmt::format("{:.{}e}", -value, i % 18) : i % 4 == 2 ? fmt::format("{}", state >> (i % 60)) : fmt::format("{:.15g}", value));
    text += written.back() + ",a\n";
  }
  const auto found = read(text, {"y"}, {"k"});
  ASSERT_TRUE(found);
  for (std::size_t i = 0; i < written.size(); ++i) ASSERT_EQ(found->numbers[0][i], std::strtod(written[i].c_str(), nullptr)) << written[i];
}

TEST_F(PlainColumnsTest, DelimitersMarksAndLastLines) {
  for (const char* text : {"y;k\n1;a\n2;b\n", "y\tk\n1\ta\n2\tb", "\xef\xbb\xbfy|k\r\n1|a\r\n2|b\r\n", "\"k\",\"y\"\n\"a\",\"1\"\n\"b\",\"2\"\n"}) {
    const auto found = read(text, {"y"}, {"k"});
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->rows, 2u);
    EXPECT_EQ(found->numbers[0][1], 2);
    EXPECT_EQ(found->keys[0].text, (std::vector<std::string>{"a", "b"}));
  }
}

TEST_F(PlainColumnsTest, WhatIsNotPlainIsLeftToOthers) {
  EXPECT_TRUE(is_plain("y,k\n1,a\n"));
  for (const char* text : {"", "y\n1\n", "y,x\n1,a\n", "y,k,k\n1,a,b\n", "y,k\n1,a,b\n", "y,k\n1\n", "y,k\n\n1,a\n", "y,k\none,a\n", "y,k\n 1,a\n", "y,k\n+1,a\n", "y,k\n1.,a\n", "y,k\n.5,a\n", "y,k\ninf,a\n",
                          "y,k\n0x10,a\n", "y,k\n1e999,a\n", "y,k\n1,'a'\n", "y,k\n1,a\"b\"\n", "y,k\n1,\"a\nb\"\n", "y,k\n1,\"a\\\"b\"\n", "y,k\n1,\"a\"b\n", "y,k\n1,\"a\n", "y,k\n1,\xff\n", "y,k\n1,\xc3\n",
                          "y,k\n1,\xed\xa0\x80\n", "title\ny,k\n1,a\n"}) {
    EXPECT_FALSE(is_plain(text)) << text;
  }
  EXPECT_FALSE(is_plain(std::string("y,k\n1,a\0b\n", 10)));
  EXPECT_FALSE(is_plain("y,k\n1," + std::string(5u << 20, 'a') + "\n2,b\n"));
  EXPECT_FALSE(read_plain_columns(folder_ / "nothing.csv", {"y"}, {}, 1));
}

// Some megabytes: pieces, and the same answer from any number of threads.
TEST_F(PlainColumnsTest, PiecesAreJoinedInTheirOrder) {
  std::string text = "k,y,z,year\n";
  for (int i = 0; i < 300000; ++i) text += fmt::format("firm {}{},{},{},{}\n", i / 7, i == 250001 ? " " : "", i, i % 3, 1990 + i % 7);
  const auto one = read(text, {"y", "z"}, {"k", "year"}, 1), three = read(text, {"y", "z"}, {"k", "year"}, 3);
  ASSERT_TRUE(one && three);
  ASSERT_EQ(one->rows, 300000u);
  EXPECT_TRUE(one->numbers[1].is_packed());
  for (std::size_t i = 0; i < one->rows; ++i) {
    ASSERT_EQ(one->numbers[0][i], double(i));
    ASSERT_EQ(one->numbers[1][i], double(i % 3));
    ASSERT_EQ(one->keys[0].code[i], i / 7);
    ASSERT_EQ(one->keys[1].code[i], i % 7);
  }
  EXPECT_EQ(one->keys[0].text[42], "firm 42");
  EXPECT_EQ(one->keys[0].first_blank, 250002u);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_EQ(one->keys[k].code, three->keys[k].code);
    EXPECT_EQ(one->keys[k].text, three->keys[k].text);
    EXPECT_EQ(one->keys[k].first_blank, three->keys[k].first_blank);
    EXPECT_EQ(one->numbers[k].values(), three->numbers[k].values());
  }
}

}  // namespace
}  // namespace comity::formats
