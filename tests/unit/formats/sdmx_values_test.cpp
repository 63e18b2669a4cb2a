#include "comity/formats/sdmx/values.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <random>

#include <fmt/format.h>

#include "comity/formats/sdmx/dictionary.hpp"

namespace comity::formats::sdmx {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(SdmxValues, nothing_in_every_spelling) {
  for (const char* text : {"", " ", "NaN", "nan", "NAN", "-NaN", "NaN(ind)", "1.#QNAN", "1.#IND", "-1.#IND", "#N/A", "n/a", "NA", "null", "NULL", ":", "..", "...", "-", "."}) {
    EXPECT_TRUE(is_missing(text)) << text;
    EXPECT_FALSE(try_parse_number(text).has_value()) << text;
  }
  for (const char* text : {"0", "-1", "1.5", "inf", "INF", "abc", "1 000", "nano", "NaN1"}) EXPECT_FALSE(is_missing(text)) << text;
}

TEST(SdmxValues, numbers_as_the_standard_library_reads_them) {
  for (const char* text : {"0", "-0.0", "1", "-1.5", "1.3413", "123456789012345", "1234567890123456789", "0.000001", "1e10", "1.5E-3", "99999999999999.9", "9007199254740993", "1.7976931348623157e308", ".5", "5."}) {
    ASSERT_TRUE(try_parse_number(text).has_value()) << text;
    EXPECT_EQ(*try_parse_number(text), std::strtod(text, nullptr)) << text;
  }
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = fmt::format("{}{}.{}", random() % 2 ? "-" : "", random() % 1000000000, random() % 1000000);
    ASSERT_EQ(try_parse_number(text).value(), std::strtod(text.c_str(), nullptr)) << text;
  }
  // The same with whatever may stand behind them, as in the middle of a message.
  for (int i = 0; i < 20000; ++i) {
    std::string digits = std::to_string(random() >> (random() % 64));
    if (random() % 4) digits.insert(random() % (digits.size() + 1), ".");
    if (random() % 8 == 0) digits += fmt::format("e{}", random() % 30);
    const std::string text = digits + std::string(1, ",;]}\" \n\xff:x"[random() % 10]) + "123456789012345678901234567890";
    double value = 0;
    const char* behind = nullptr;
    const bool read = read_number(text.data(), text.data() + text.size(), value, behind);
    ASSERT_EQ(read, digits != ".") << digits;
    if (!read) continue;
    ASSERT_EQ(value, std::strtod(digits.c_str(), nullptr)) << digits;
    ASSERT_EQ(behind, text.data() + digits.size()) << digits;
  }
  EXPECT_EQ(try_parse_number(" +12.5\n"), 12.5);
  EXPECT_EQ(try_parse_number("1e-400"), 0.0);
  for (const char* text : {"1e400", "inf", "-INF", "infinity", "1,5", "1 5", "0x10", "12a", "--1", "+-1", "e5"}) EXPECT_FALSE(try_parse_number(text).has_value()) << text;
}

TEST(SdmxValues, why_there_is_none) {
  EXPECT_EQ(absence_for("M", "F"), Absence::not_applicable);
  EXPECT_EQ(absence_for("O", ""), Absence::not_reported);
  EXPECT_EQ(absence_for("L", ""), Absence::not_reported);
  EXPECT_EQ(absence_for("Q", ""), Absence::confidential);
  EXPECT_EQ(absence_for("A", "C"), Absence::confidential);
  EXPECT_EQ(absence_for("", "N"), Absence::confidential);
  EXPECT_EQ(absence_for("c", ""), Absence::confidential);
  EXPECT_EQ(absence_for("bc", ""), Absence::confidential);
  EXPECT_EQ(absence_for("z", ""), Absence::not_applicable);
  EXPECT_EQ(absence_for("n", ""), Absence::below_unit);
  EXPECT_EQ(absence_for("", ""), Absence::not_reported);
  // Several in one text; codes of a publisher's own, whose letters mean nothing.
  EXPECT_EQ(absence_for("E;Q", ""), Absence::confidential);
  EXPECT_EQ(absence_for("O, M", ""), Absence::not_applicable);
  EXPECT_EQ(absence_for("bep", ""), Absence::not_reported);
  EXPECT_EQ(absence_for("NA", ""), Absence::not_reported);
  EXPECT_EQ(absence_for("NORMAL", ""), Absence::not_reported);
  EXPECT_EQ(absence_for("_Z", ""), Absence::not_applicable);
  EXPECT_EQ(absence_for("A", "_Z"), Absence::not_reported);
  EXPECT_EQ(absence_for("A;", "F"), Absence::not_reported);
}

TEST(SdmxValues, powers_of_ten) {
  EXPECT_EQ(try_parse_unit_mult("6"), 6);
  EXPECT_EQ(try_parse_unit_mult("-2"), -2);
  EXPECT_FALSE(try_parse_unit_mult("thousands").has_value());
  EXPECT_FALSE(try_parse_unit_mult("99").has_value());
  EXPECT_EQ(try_parse_unit_mult("_Z"), 0);
  EXPECT_EQ(try_parse_unit_mult("_U"), 0);
  EXPECT_EQ(scaled(1.5, 6), 1500000);
  EXPECT_EQ(scaled(12345, -2), 123.45);
  EXPECT_EQ(scaled(7, 0), 7);
}

TEST(SdmxValues, lists_in_one_text) {
  const std::vector<std::string> values = {"a", "b;c", "say \"d\"", ""};
  EXPECT_EQ(join_values(values), "a;\"b;c\";say \"d\";");
  EXPECT_EQ(split_values(join_values(values)), values);
  EXPECT_THAT(split_values("M, N & O|P & Q", '|'), ElementsAre("M, N & O", "P & Q"));
  EXPECT_THAT(split_languages("en:Any: Value;fr:N'importe"), ElementsAre(Pair("en", "Any: Value"), Pair("fr", "N'importe")));
  EXPECT_THAT(split_languages("no language"), ElementsAre(Pair("", "no language")));
  EXPECT_EQ(join_languages({{"en", "a"}, {"fr", "b"}}), "en:a;fr:b");
}

TEST(SdmxValues, a_dictionary_numbers_texts_as_they_come) {
  Dictionary dictionary;
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back(std::string(std::size_t(i % 40), 'x') + std::to_string(i));
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(dictionary.code(texts[i]), i + 1);
  }
  for (std::size_t i = texts.size(); i-- > 0;) ASSERT_EQ(dictionary.text(dictionary.code(texts[i])), texts[i]);
  EXPECT_EQ(dictionary.size(), 5000u);
  EXPECT_EQ(dictionary.try_find("nothing"), 0u);
  for (const char* text : {"ab", "aa", "b", "abcdefgh", "abcdefgx", "xbcdefgh", "abcdefghijklmnopqrst", "abcdefghiXklmnopqrst"}) EXPECT_EQ(dictionary.text(dictionary.code(text)), text);
  dictionary.clear();
  EXPECT_EQ(dictionary.code("again"), 1u);
  EXPECT_EQ(dictionary.generation(), 1u);
}

}  // namespace
}  // namespace comity::formats::sdmx
