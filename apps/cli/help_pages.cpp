#include "apps/cli/help_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "apps/cli/output.hpp"

namespace comity::cli {
namespace {

// Words in lines of at most 100 columns, each line after the first begun with `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column > indent && column + 1 + end > 100) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, end);
    column += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string left_side(const Option& option) {
  if (option.is_positional) return option.name;
  return option.value.empty() ? option.name : option.name + " " + option.value;
}

}  // namespace

std::string commands_help() {
  std::string out =
      "Comity: what is between two countries, with a source for every figure.\n\n"
      "  comity dossier Germany Kazakhstan\n\nCommands\n";
  for (const CommandDefinition& one : commands()) out += fmt::format("  {:<13} {}\n", one.name, one.purpose);
  out +=
      "\nMore on one: comity help COMMAND. Exit code: 0 done, 1 failed, 2 bad command line, 3 a finding.\n"
      "Environment: COMITY_DATA_DIR, a mirror of the publishers' files; COMITY_EDITION, the edition to read.\n";
  return out;
}

std::string command_help(const CommandDefinition& command, const Arguments& arguments) {
  std::string out = fmt::format("comity {}: {}\n\n  comity {}{}{}\n", command.name, command.purpose, command.name, *command.synopsis ? " " : "", command.synopsis);
  if (!arguments.options().empty()) out += '\n';
  std::size_t widest = 0;
  for (const Option& option : arguments.options()) widest = std::max(widest, left_side(option).size());
  for (const Option& option : arguments.options()) {
    out += fmt::format("  {:<{}}  {}\n", left_side(option), widest, wrapped(option.help, widest + 4));
  }
  return out;
}

int print_help(const CommandDefinition& command, const Arguments& arguments) {
  Output output("-");
  output.write(command_help(command, arguments));
  output.finish();
  return 0;
}

UsageError unknown_command(std::string_view name) {
  std::vector<std::string> known;
  for (const CommandDefinition& one : commands()) known.emplace_back(one.name);
  const std::string near = nearest_word(name, known);
  return UsageError(fmt::format("there is no command '{}'", name), near.empty() ? "See: comity help" : fmt::format("Did you mean: comity {}? All: comity help", near));
}

}  // namespace comity::cli
