// What makes columns quick must not change them: arrays in large pages, observations as usual and otherwise, numbers at the
// end of a piece.
#include <cstdlib>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "comity/base/error.hpp"
#include "sdmx_support.hpp"

namespace comity::formats::sdmx {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(SdmxColumns, arrays_keep_what_they_hold_wherever_they_grow) {
  Array<std::uint32_t> numbers;
  std::uint32_t next = 0;
  // From a few bytes over the first large page to several, in steps of every size.
  for (std::size_t step = 1; numbers.size() < 3'000'000; step = step * 3 % 70'001 + 1) {
    std::uint32_t* const added = numbers.extend(step);
    for (std::size_t i = 0; i < step; ++i) added[i] = next++;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], i);
  Array<std::uint32_t> other = std::move(numbers);
  numbers = Array<std::uint32_t>();
  EXPECT_TRUE(numbers.empty());
  numbers.append(other.data(), other.size());
  other = Array<std::uint32_t>();
  ASSERT_EQ(numbers.size(), next);
  EXPECT_EQ(numbers[next - 1], next - 1);
  numbers.append_zeros(1'000'000);
  EXPECT_EQ(numbers[numbers.size() - 1], 0u);
  EXPECT_EQ(numbers[next - 1], next - 1);
}

std::string json(const std::string& observations, const std::string& attributes = R"([{"id":"S","values":[{"id":"A"},{"id":"P"},null]},{"id":"FREE"}])") {
  return R"({"data":{"dataSets":[{"series":{"0":{"observations":{)" + observations + R"(}}}}],"structures":[{"dimensions":{"series":[{"id":"A","values":[{"id":"x"}]}],"observation":[{"id":"TIME_PERIOD","values":[)"
         R"({"id":"2019"},{"id":"2020"},{"id":"2021"},{"id":"2022"},{"id":"2023"},{"id":"2024"},{"id":"2025"},{"id":"2026"},{"id":"2027"},{"id":"2028"},{"id":"2029"}]}]},)"
         R"("measures":{"observation":[{"id":"OBS_VALUE"}]},"attributes":{"observation":)" + attributes + "}}]}}";
}

// The same observations as servers write them, with blanks, texts, spare values, a key's index in two digits: one by one or straight.
TEST(SdmxColumns, json_observations_as_usual_and_otherwise) {
  const Folder folder;
  const auto usual = folder.write("u.json", json(R"("0":[1.5,0,null],"10":[-2,1,null],"3":[null,2],"4":[0.125])"));
  const std::vector<std::string> expected = {"A=x OBS_VALUE=-2 S=P TIME_PERIOD=2029", "A=x OBS_VALUE=0.125 TIME_PERIOD=2023", "A=x OBS_VALUE=1.5 S=A TIME_PERIOD=2019", "A=x TIME_PERIOD=2022"};
  EXPECT_EQ(facts(usual), expected);
  EXPECT_EQ(facts(folder.write("o.json", json(R"( "0" : [ 1.5 , 0 , null ] , "10":["-2", 1,null, [0], "more"],"3" :[null ,2],"4":[ 0.125])"))), expected);
  EXPECT_EQ(facts(folder.write("q.json", json(R"("0":["1.5",0,null],"10":["-2",1,null],"3":[null,2],"4":["0.125"])"))), expected);
  EXPECT_THAT(facts(folder.write("w.json", json(R"("0":["1.5 "],"1":["1.5x"],"2":["NaN"],"3":["1e3"])"))),
              ElementsAre("A=x OBS_VALUE=1.5  TIME_PERIOD=2019", "A=x OBS_VALUE=1.5x TIME_PERIOD=2020 ! OBS_VALUE '1.5x' is no number", "A=x OBS_VALUE=1e3 TIME_PERIOD=2022", "A=x OBS_VALUE=NaN TIME_PERIOD=2021"));
  for (const auto& file : {usual, folder.path("o.json"), folder.path("q.json")}) {
    const Table table = read_table(file);
    EXPECT_EQ(table.counts.observation_attributes, 2u);
    EXPECT_EQ(table.rows(), 4u);
  }
  // A list and a null in place of one, a free text, an empty list, an attribute that is none.
  EXPECT_THAT(facts(folder.write("f.json", json(R"("0":[],"1":null,"2":[1,null,"t, ]"],"3":[2,[0,1],{"en":"e"}],"5":[3,7])"))),
              ElementsAre("A=x FREE=en:e OBS_VALUE=2 S=A;P TIME_PERIOD=2022", "A=x FREE=t, ] OBS_VALUE=1 TIME_PERIOD=2021", "A=x OBS_VALUE=3 TIME_PERIOD=2024 ! index 7 of S, which has 3 values", "A=x TIME_PERIOD=2019", "A=x TIME_PERIOD=2020"));
  for (const char* bad : {R"("0":[1.5,0)", R"("0":[1,])", R"("11":[1])", R"("":[1)", R"("0":[1 2])", R"("0":[nul])", R"("0":[1.5,0,nulls])"}) {
    EXPECT_THAT(error_of<DataError>([&] { facts(folder.write("b.json", json(bad))); }), HasSubstr("b.json")) << bad;
  }
}

// More observations than a batch has room for at first, in one block.
TEST(SdmxColumns, json_observations_that_outgrow_the_batch) {
  const Folder folder;
  std::string all;
  double sum = 0;
  for (int i = 0; i < 20'000; ++i) {
    all += fmt::format("{}\"{}\":[{}.5,{}]", i ? "," : "", i % 11, i, i % 2);
    sum += i + 0.5;
  }
  const auto reader = open_data(folder.write("m.json", json(all)));
  double found = 0;
  std::size_t rows = 0, provisional = 0;
  while (reader->next()) {
    const Batch& batch = reader->batch();
    for (std::size_t row = 0; row < batch.rows; ++row, ++rows) {
      found += batch.values[row];
      EXPECT_EQ(batch.columns[1].text(row), std::to_string(2019 + int(rows) % 11));
      for (std::size_t at = 0; at < batch.columns.size(); ++at) {
        const std::string_view text = batch.columns[at].text(row);
        if ((*batch.components)[at].id == "S") provisional += text == "P";
        if ((*batch.components)[at].id == "OBS_VALUE") {
          ASSERT_EQ(text, fmt::format("{}.5", rows));
        }
      }
    }
  }
  EXPECT_EQ(rows, 20'000u);
  EXPECT_EQ(provisional, 10'000u);
  EXPECT_EQ(found, sum);
  EXPECT_EQ(reader->counts().observation_attributes, 20'000u);
}

// Brackets and quotes in texts, escapes at every distance from where the splitter's blocks of 64 bytes begin.
TEST(SdmxColumns, json_texts_across_the_blocks_of_the_splitter) {
  const Folder folder;
  for (int shift = 0; shift < 70; ++shift) {
    const std::string blanks(std::size_t(shift), ' ');
    const auto file = folder.write("t.json", json("\"0\":" + blanks + R"([1,0,"a\"]}{[\\"],"1":[2,1,"\\\"{{{{"],"2":[3,0,"}"])"));
    ASSERT_THAT(facts(file), ElementsAre("A=x FREE=\\\"{{{{ OBS_VALUE=2 S=P TIME_PERIOD=2020", "A=x FREE=a\"]}{[\\ OBS_VALUE=1 S=A TIME_PERIOD=2019", "A=x FREE=} OBS_VALUE=3 S=A TIME_PERIOD=2021")) << shift;
  }
}

// Numbers of every length in front of what may follow a field, to the last byte of the file.
TEST(SdmxColumns, csv_numbers_end_where_their_field_does) {
  const Folder folder;
  std::string text = "DATAFLOW,A,TIME_PERIOD,OBS_VALUE,N\n";
  std::vector<std::string> expected;
  for (const char* number : {"1", "12345678", "123456789", "1.12345678", "1.123456789", "12345678.5", "-0.5", "1.", ".5", "1e3", "1.5E-2", "123456789012345", "1234567890123456"}) {
    text += fmt::format("X:Y(1.0),{0},2020,{0},7\nX:Y(1.0),q,2020,\"{0}\",8\n", number);
    expected.push_back(number), expected.push_back(number);
  }
  text += "X:Y(1.0),r,2020,42";
  expected.push_back("42");
  const auto file = folder.write("n.csv", text);
  EXPECT_EQ(column(file, "OBS_VALUE"), expected);
  const Table table = read_table(file);
  ASSERT_EQ(table.rows(), expected.size());
  for (std::size_t row = 0; row < expected.size(); ++row) EXPECT_EQ(table.values[row], std::strtod(expected[row].c_str(), nullptr)) << expected[row];
}

}  // namespace
}  // namespace comity::formats::sdmx
