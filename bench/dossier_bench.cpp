// How long does one dossier take, the whole process: start, open the edition, write JSON?
// Usage: dossier_bench PROGRAM EDITION. The output is checked for control figures before it is timed.
// One row a run: input, bytes of JSON, seconds, of these on a processor, peak memory of the process. Goal: under 50 ms.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"

extern char** environ;

namespace {

using namespace comity;

struct Run {
  bool good = false;
  double seconds = 0, processor = 0;
  long peak_kb = 0;
};

Run spawn(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) return {};
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) return {};
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto of = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, seconds, of(usage.ru_utime) + of(usage.ru_stime), usage.ru_maxrss};
}

struct Question {
  const char *a, *b;
  std::vector<const char*> must_hold;
};

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "Usage: {} PROGRAM EDITION\n", words[0]);
    return 2;
  }
  const auto file = std::filesystem::temp_directory_path() / fmt::format("comity-dossier-bench-{}.json", getpid());
  const Question questions[] = {{"DEU", "KAZ", {"541585000", "1128201", "\"id\":\"DEU\""}}, {"NRU", "BTN", {"\"id\":\"NRU\"", "\"id\":\"BTN\""}}};
  int code = 0;
  for (const auto& question : questions) {
    const std::vector<std::string> command = {words[1], "dossier", question.a, question.b, "--format", "json", "--edition", words[2], "--output", file.string()};
    bool good = spawn(command).good;  // also the warm-up
    const std::string text = good ? read_file(file) : "";
    for (const char* figure : question.must_hold) {
      if (text.find(figure) != std::string::npos) continue;
      fmt::print(stderr, "wrong answer: the dossier of {} and {} does not hold {}\n", question.a, question.b, figure);
      good = false;
    }
    if (!good) {
      code = 1;
      continue;
    }
    std::vector<double> seconds;
    for (int i = 0; i < 5; ++i) {
      const Run run = spawn(command);
      if (!run.good) code = 1;
      seconds.push_back(run.seconds);
      fmt::print("{}-{} {:9} bytes {:8.4f} s {:8.4f} s processor {:6} MB peak\n", question.a, question.b, text.size(), run.seconds, run.processor, run.peak_kb / 1024);
    }
    std::ranges::sort(seconds);
    fmt::print("{}-{} median {:.1f} ms (goal 50)\n", question.a, question.b, seconds[2] * 1e3);
  }
  std::filesystem::remove(file);
  return code;
}
