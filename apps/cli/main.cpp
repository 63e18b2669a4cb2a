// The command line of Comity. stdout is the product, stderr is talk; exit 0 done, 1 failed, 2 bad command line, 3 a finding.
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "apps/cli/command.hpp"
#include "apps/cli/errors.hpp"
#include "apps/cli/help_pages.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

// What people type for help and version, wherever they come from.
std::string_view command_of(std::string_view word) {
  if (word == "--help" || word == "-h") return "help";
  if (word == "--version" || word == "-V") return "version";
  return word;
}

int run(std::span<char* const> words) {
  const std::string_view name = words.empty() ? "help" : command_of(words[0]);
  const CommandDefinition* definition = find_command(name);
  if (!definition) throw unknown_command(name);
  const auto command = definition->make();
  Arguments arguments;
  command->setup(arguments);
  if (!arguments.parse(definition->name, words.empty() ? words : words.subspan(1))) return print_help(*definition, arguments);
  return command->run();
}

}  // namespace
}  // namespace comity::cli

int main(int argc, char** argv) {
  int code = 0;
  try {
    code = comity::cli::run(std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0));
  } catch (...) {
    code = comity::cli::report_error();
  }
  std::fflush(stdout);
  std::_Exit(code);  // the product is written and checked; nothing that destructors of globals would do is missed
}
