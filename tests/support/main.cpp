// main() of every test program. Beside GoogleTest's own output it writes one line per case to the
// file that COMITY_TEST_RESULT names: RUNNING when a case starts, then PASSED, FAILED or SKIPPED
// with the first message. Each line is flushed, so that after a crash the last RUNNING line names
// the case that died.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

std::string one_line(const char* text) {
  std::string line = text ? text : "";
  for (char& c : line) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return line;
}

class ResultFile : public testing::EmptyTestEventListener {
 public:
  explicit ResultFile(std::FILE* file) : file_(file) {}
  ~ResultFile() override { std::fclose(file_); }

  void OnTestStart(const testing::TestInfo& test) override { write("RUNNING", test, 0, ""); }

  void OnTestPartResult(const testing::TestPartResult& part) override {
    if (message_.empty() && !part.passed()) message_ = one_line(part.message());
  }

  void OnTestEnd(const testing::TestInfo& test) override {
    const testing::TestResult& result = *test.result();
    const char* verdict = result.Failed() ? "FAILED" : result.Skipped() ? "SKIPPED" : "PASSED";
    write(verdict, test, result.elapsed_time(), message_);
    message_.clear();
  }

  // A fixture that fails in SetUpTestSuite fails outside any case.
  void OnTestSuiteEnd(const testing::TestSuite& suite) override {
    if (suite.ad_hoc_test_result().Failed()) {
      std::fprintf(file_, "FAILED\t%s.(set-up)\t0\t%s\n", suite.name(), message_.c_str());
      std::fflush(file_);
    }
    message_.clear();
  }

 private:
  void write(const char* verdict, const testing::TestInfo& test, long long milliseconds, const std::string& message) {
    std::fprintf(file_, "%s\t%s.%s\t%lld\t%s\n", verdict, test.test_suite_name(), test.name(), milliseconds,
                 message.c_str());
    std::fflush(file_);
  }

  std::FILE* file_;
  std::string message_;
};

}  // namespace

// Programs that make their cases at run time (tests/cli) define this; it is called before the run.
__attribute__((weak)) void register_cases(int argc, char** argv);

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  if (const char* path = std::getenv("COMITY_TEST_RESULT")) {
    std::FILE* file = std::fopen(path, "w");
    if (!file) {
      std::fprintf(stderr, "cannot write %s\n", path);
      return 1;
    }
    testing::UnitTest::GetInstance()->listeners().Append(new ResultFile(file));
  }
  if (register_cases) register_cases(argc, argv);
  return RUN_ALL_TESTS();
}
