// Runs scripts of commands (cli_script.hpp) with the real program, each script in an empty folder of its own.
//   run_cli_tests --program build/bin/comity --cli|--docs [--update]
// --update writes what the program printed into the scripts instead of failing: look at the diff afterwards.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/cli_script.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli_tests {

namespace {

namespace fs = std::filesystem;

fs::path g_program;
bool g_update = false;

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// The folder everything of one process goes to; gone at its end.
const fs::path& workshop() {
  struct Folder {
    fs::path path;
    Folder() {
      std::string name = (fs::temp_directory_path() / "comity-cli-XXXXXX").string();
      if (!mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
      path = name;
    }
    ~Folder() {
      std::error_code ignored;
      fs::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

struct Outcome {
  Lines out, err;
  int exit = 0;
};

// Through sh, so that scripts may use pipes and redirections.
Outcome run(const std::string& command, const fs::path& folder, bool merged) {
  const fs::path talk = workshop() / "talk";
  write_text(talk / "command", command + "\n");
  const std::string line = fmt::format("cd '{0}' && exec timeout 120 sh '{1}/command' </dev/null >'{1}/out' {2}", folder.string(),
                                       talk.string(), merged ? "2>&1" : fmt::format("2>'{}/err'", talk.string()));
  const int status = std::system(line.c_str());
  Outcome outcome;
  outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = as_lines(read_text(talk / "out"));
  if (!merged) outcome.err = as_lines(read_text(talk / "err"));
  return outcome;
}

// Nothing of the user's own may reach a script: another home, no editions, no colours.
void set_environment() {
  const std::string path = std::getenv("PATH") ? std::getenv("PATH") : "/usr/bin:/bin";
  setenv("PATH", (g_program.parent_path().string() + ":" + path).c_str(), 1);
  setenv("HOME", (workshop() / "home").c_str(), 1);
  for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "COMITY_EDITION"}) unsetenv(name);
  setenv("NO_COLOR", "1", 1);
  setenv("COMITY_SOURCE", COMITY_SOURCE_DIR, 1);  // for scripts that hold docs/ against the program
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TZ", "UTC", 1);
  setenv("COLUMNS", "100", 1);
  fs::create_directories(workshop() / "home");
}

// The base edition that scripts read unless they name another: the one ./test made, else one made here.
void provide_edition() {
  static bool done = false;
  if (done) return;
  done = true;
  std::string edition;
  if (const char* made = std::getenv("COMITY_TEST_EDITION"); made && *made) {
    edition = made;
  } else {
    edition = (workshop() / "base.duckdb").string();
    const Outcome built = run(fmt::format("comity build --base --output '{}'", edition), workshop(), true);
    if (built.exit != 0) ADD_FAILURE() << "`comity build --base` failed: " << as_text(built.out);
  }
  setenv("COMITY_EDITION", edition.c_str(), 1);
}

// What a user finds after an update: an edition that this version cannot read.
void provide_edition_of_another_version() {
  const fs::path file = workshop() / "another-version.duckdb";
  if (fs::exists(file)) return;
  comity::store::Database database(file);
  database.connect().run("CREATE TABLE edition (name VARCHAR, value VARCHAR); INSERT INTO edition VALUES ('schema', '0')");
  setenv("COMITY_TEST_ANOTHER_VERSION", file.c_str(), 1);
}

class ScriptTest : public testing::Test {
 public:
  ScriptTest(fs::path file, bool markdown) : file_(std::move(file)), markdown_(markdown) {}

  void TestBody() override {
    provide_edition();
    provide_edition_of_another_version();
    Script script = parse_script(read_text(file_), markdown_);
    const fs::path folder = workshop() / "scripts" / file_.stem();
    fs::create_directories(folder);
    std::size_t commands = 0;
    for (Block& block : script.blocks) {
      if (block.kind == Block::Kind::kNeeds && !std::getenv(block.argument.c_str()))
        GTEST_SKIP() << file_.filename().string() << " needs " << block.argument << ", which is not set";
      if (block.kind == Block::Kind::kFile) write_text(folder / block.argument, as_text(block.out));
      if (block.kind == Block::Kind::kCommand) {
        run_command(block, folder);
        ++commands;
      }
    }
    if (!markdown_ && commands == 0) ADD_FAILURE() << file_ << " has no command: no line begins with \"$ \"";
    if (g_update && script_text(script) != read_text(file_)) write_text(file_, script_text(script));
    fs::remove_all(folder);
  }

 private:
  void run_command(Block& block, const fs::path& folder) {
    const Outcome outcome = run(block.argument, folder, markdown_);
    const bool good = matches(block.out, outcome.out) && matches(block.err, outcome.err) &&
                      (markdown_ ? outcome.exit < 124 : outcome.exit == block.exit);
    if (good) return;
    if (g_update) {
      block.raw = rewritten(block, markdown_, outcome.out, outcome.err, outcome.exit);
      return;
    }
    const std::string where = fmt::format("{}:{}: $ {}\n", file_.string(), block.line, block.argument);
    if (!matches(block.out, outcome.out)) ADD_FAILURE() << where << "stdout " << difference(block.out, outcome.out);
    if (!matches(block.err, outcome.err)) ADD_FAILURE() << where << "stderr " << difference(block.err, outcome.err);
    if (markdown_ ? outcome.exit >= 124 : outcome.exit != block.exit)
      ADD_FAILURE() << where << "exit code " << outcome.exit << ", expected " << block.exit;
  }

  fs::path file_;
  bool markdown_;
};

void register_scripts(const fs::path& folder, const std::string& ending, const char* suite) {
  if (!fs::is_directory(folder)) return;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ending) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const bool markdown = ending == ".md";
    testing::RegisterTest(suite, file.stem().string().c_str(), nullptr, nullptr, file.string().c_str(), 1,
                          [=]() -> ScriptTest* { return new ScriptTest(file, markdown); });
  }
}

}  // namespace

void prepare(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--program" && i + 1 < argc) g_program = fs::absolute(argv[++i]);
    if (argument == "--update") g_update = true;
    if (argument == "--cli") register_scripts(COMITY_SOURCE_DIR "/tests/cli", ".test", "Cli");
    if (argument == "--docs") register_scripts(COMITY_SOURCE_DIR "/docs/commands", ".md", "Docs");
  }
  set_environment();
}

}  // namespace comity::cli_tests

void register_cases(int argc, char** argv) { comity::cli_tests::prepare(argc, argv); }
