// How fast does open_delimited cut plain CSV into records, against adding up the same bytes in memory?
// One row a run: input, rows, seconds, MB/s, peak memory. The answer (rows, and a sum over a column) is checked first.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/formats/delimited.hpp"

namespace {

using namespace comity;

struct Answer {
  std::uint64_t rows = 0, bytes_of_fields = 0, sum = 0;
  bool operator==(const Answer&) const = default;
};

// Rows such as trade tables have them: codes, a year, figures. What must come out is counted while writing.
Answer write_table(const std::filesystem::path& file, bool quoted, std::size_t bytes) {
  Answer answer;
  std::string text = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,source\n";
  std::uint64_t state = 1;
  while (text.size() < bytes) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    const unsigned flow = unsigned(state >> 40);
    const auto row = quoted ? fmt::format("{},{},{},\"Germany, F.R.\",\"The \"\"Stans\"\"\",{}.{},\"{}\",\"a\nb\"\n", state >> 57, state % 997, 1870 + state % 140, flow, state % 10, flow, 3)
                            : fmt::format("{},{},{},Germany,Kazakhstan,{}.{},{},{}\n", state >> 57, state % 997, 1870 + state % 140, flow, state % 10, flow, 3);
    const std::size_t separators = 8;  // 7 commas and the line end
    answer.bytes_of_fields += row.size() - separators - (quoted ? 8 + 2 : 0);
    ++answer.rows, answer.sum += flow, text += row;
  }
  write_file(file, text);
  return answer;
}

Answer read(const std::filesystem::path& file) {
  Answer answer;
  const auto reader = formats::open_delimited(file, {});
  for (formats::Record record; reader->next(record);) {
    ++answer.rows;
    for (const auto field : record.fields) answer.bytes_of_fields += field.size();
    std::uint64_t value = 0;
    for (const char c : record.fields[6]) value = value * 10 + std::uint64_t(c - '0');
    answer.sum += value;
  }
  return answer;
}

Answer scan(const std::string& text) {
  Answer answer;
  for (const char c : text) answer.rows += c == '\n';
  return answer;
}

template <typename Work>
void run(const char* what, std::size_t bytes, Work work) {
  work();
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const Answer answer = work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:24} {:9} rows {:7.3f} s {:7.0f} MB/s {:6} MB peak\n", what, answer.rows, seconds, double(bytes) / seconds / 1e6, usage.ru_maxrss / 1024);
  }
}

}  // namespace

int main() {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("comity-delimited-bench-{}", getpid());
  std::filesystem::create_directories(folder);
  int code = 0;
  for (const bool quoted : {false, true}) {
    const auto file = folder / "t.csv";
    const Answer expected = write_table(file, quoted, 200u << 20);
    if (const Answer found = read(file); !(found == expected)) {
      fmt::print(stderr, "wrong answer: {} rows, sum {}; expected {} rows, sum {}\n", found.rows, found.sum, expected.rows, expected.sum);
      code = 1;
      break;
    }
    const std::size_t bytes = std::filesystem::file_size(file);
    run(quoted ? "read, quotes and lines" : "read, simple", bytes, [&] { return read(file); });
    const std::string text = read_file(file);
    run("memory, count of lines", bytes, [&] { return scan(text); });
  }
  std::filesystem::remove_all(folder);
  return code;
}
