// Texts that the program writes about itself, from its own tables: help, completion, docs/sources.md. A new command or
// option appears in all of them by itself.
#pragma once

#include <string>
#include <string_view>

#include "apps/cli/command.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {

std::string commands_help();
std::string command_help(const CommandDefinition& command, const Arguments& arguments);
// Prints it; 0.
int print_help(const CommandDefinition& command, const Arguments& arguments);
UsageError unknown_command(std::string_view name);

// A script for "bash" or "zsh". Throws UsageError.
std::string completion_script(std::string_view shell);

// The page docs/sources.md: every folder of sources/ as it declares itself.
std::string sources_page();

}  // namespace comity::cli
