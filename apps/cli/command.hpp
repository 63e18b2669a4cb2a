// One command of the program: a file commands/<name>.cpp and a row of the table in commands.cpp. setup() says what the
// command takes and opens nothing (help and completion call it); run() works, and returns the exit code.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "apps/cli/arguments.hpp"

namespace comity::cli {

class Command {
 public:
  virtual ~Command() = default;
  virtual void setup(Arguments& arguments) = 0;
  virtual int run() = 0;
};

struct CommandDefinition {
  const char* name;
  const char* synopsis;  // what stands behind "comity <name>"
  const char* purpose;   // one line
  std::unique_ptr<Command> (*make)();
};

// The table, in the order of help.
std::span<const CommandDefinition> commands();
const CommandDefinition* find_command(std::string_view name);

// Each in commands/<name>.cpp.
std::unique_ptr<Command> make_dossier_command();
std::unique_ptr<Command> make_audit_command();
std::unique_ptr<Command> make_claims_command();
std::unique_ptr<Command> make_states_command();
std::unique_ptr<Command> make_resolve_command();
std::unique_ptr<Command> make_sources_command();
std::unique_ptr<Command> make_cite_command();
std::unique_ptr<Command> make_query_command();
std::unique_ptr<Command> make_sdmx_command();
std::unique_ptr<Command> make_estimate_command();
std::unique_ptr<Command> make_expect_command();
std::unique_ptr<Command> make_panel_command();
std::unique_ptr<Command> make_build_command();
std::unique_ptr<Command> make_update_command();
std::unique_ptr<Command> make_diff_command();
std::unique_ptr<Command> make_disagreements_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_site_command();
std::unique_ptr<Command> make_serve_command();
std::unique_ptr<Command> make_help_command();
std::unique_ptr<Command> make_version_command();

}  // namespace comity::cli
