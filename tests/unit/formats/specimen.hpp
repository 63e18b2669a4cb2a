// Small files written by the tests themselves: plain, packed, archived; and whole readers as vectors of strings.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "comity/base/error.hpp"
#include "comity/formats/record_reader.hpp"

namespace comity::formats::test {

// A folder of its own for the running test, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;
  std::filesystem::path path(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

using Members = std::vector<std::pair<std::string, std::string>>;
std::string make_zip(const Members& members);
std::string make_tar_gz(const Members& members);
// "gzip" or "zstd"
std::string compress(std::string_view bytes, const std::string& filter);

struct Row {
  std::vector<std::string> fields;  // "<null>" where is_null
  std::uint64_t number, line;
  std::string raw, problem;
};
std::vector<Row> read_all(RecordReader& reader);
// The fields of all records, joined: "a|b\nc|d".
std::string joined(const std::vector<Row>& rows);

// $COMITY_DATA_DIR/name; empty when there is no such folder set.
std::filesystem::path data_file(const std::string& name);
#define SKIP_WITHOUT_DATA(variable, name)                                                                  \
  const auto variable = ::comity::formats::test::data_file(name);                                          \
  if (variable.empty()) GTEST_SKIP() << "COMITY_DATA_DIR is not set: the publisher's " << name << " is not read"

// Calls and returns what() + "\n" + hint() of the error thrown; fails the test when nothing is thrown.
template <typename E, typename Call>
std::string error_of(Call call) {
  try {
    call();
  } catch (const E& error) {
    return std::string(error.what()) + "\n" + error.hint();
  } catch (const std::exception& error) {
    ADD_FAILURE() << "another error: " << error.what();
    return error.what();
  }
  ADD_FAILURE() << "nothing thrown";
  return {};
}

}  // namespace comity::formats::test
