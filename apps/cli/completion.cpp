// Completion for bash and zsh, written out of the table of commands.
#include <fmt/format.h>

#include "apps/cli/help_pages.hpp"

namespace comity::cli {
namespace {

struct Known {
  const CommandDefinition* definition;
  std::unique_ptr<Command> command;  // the arguments are bound to it
  Arguments arguments;
};

std::vector<Known> all_commands() {
  std::vector<Known> out;
  for (const CommandDefinition& definition : commands()) {
    Known& known = out.emplace_back(Known{&definition, definition.make(), {}});
    known.command->setup(known.arguments);
  }
  return out;
}

std::string names_of_commands() {
  std::string out;
  for (const CommandDefinition& one : commands()) out += (out.empty() ? "" : " ") + std::string(one.name);
  return out;
}

std::string bash_script() {
  std::string out = fmt::format(R"sh(# bash completion of comity: eval "$(comity help completion bash)"
_comity() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{} --help --version" -- "$word"))
    return
  fi
  case $command:$before in
)sh", names_of_commands());
  for (const Known& known : all_commands()) {
    for (const Option& option : known.arguments.options()) {
      if (!option.choices.empty()) {
        out += fmt::format("    {}:{}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n", known.definition->name, option.name, fmt::join(option.choices, " "));
      } else if (option.is_file) {
        out += fmt::format("    {}:{}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", known.definition->name, option.name);
      }
    }
  }
  out += fmt::format("    help:help) COMPREPLY=($(compgen -W \"{} schema completion\" -- \"$word\")); return ;;\n", names_of_commands());
  out += "    help:completion) COMPREPLY=($(compgen -W \"bash zsh\" -- \"$word\")); return ;;\n  esac\n  case $command in\n";
  for (const Known& known : all_commands()) {
    std::string names = "--help";
    for (const Option& option : known.arguments.options()) {
      if (!option.is_positional) names += " " + option.name;
    }
    out += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")) ;;\n", known.definition->name, names);
  }
  return out + "  esac\n}\ncomplete -o default -F _comity comity\n";
}

// Quotes and brackets mean something to _arguments.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_script() {
  std::string out =
      "#compdef comity\n# zsh completion of comity: eval \"$(comity help completion zsh)\"\n_comity() {\n"
      "  if (( CURRENT == 2 )); then\n    local -a names=(\n";
  for (const CommandDefinition& one : commands()) out += fmt::format("      '{}:{}'\n", one.name, zsh_text(one.purpose));
  out += "    )\n    _describe command names\n    return\n  fi\n  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Known& known : all_commands()) {
    out += fmt::format("    {}) _arguments '--help[more on this command]'", known.definition->name);
    for (const Option& option : known.arguments.options()) {
      if (option.is_positional) continue;
      out += fmt::format(" \\\n      '{}{}[{}]", option.may_repeat ? "*" : "", option.name, zsh_text(option.help));
      if (!option.value.empty()) out += ":" + zsh_text(option.value) + ":";
      if (!option.choices.empty()) out += fmt::format("({})", fmt::join(option.choices, " "));
      if (option.is_file) out += "_files";
      out += '\'';
    }
    if (std::string_view(known.definition->name) == "help") {
      out += fmt::format(" \\\n      '1:topic:({} schema completion)' '2:shell:(bash zsh)'", names_of_commands());
    }
    out += " ;;\n";
  }
  return out + "  esac\n}\n(( $+functions[compdef] )) && compdef _comity comity\n";
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  throw UsageError(shell.empty() ? "completion for which shell?" : fmt::format("there is no completion for '{}'", shell), "Say: comity help completion bash, or zsh.");
}

}  // namespace comity::cli
