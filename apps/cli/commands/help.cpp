// comity help: the list of commands, one command, or a page that Comity writes about itself.
#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/help_pages.hpp"
#include "apps/cli/output.hpp"
#include "comity/store/schema.hpp"

namespace comity::cli {
namespace {

class HelpCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("TOPIC", "a command; schema (the tables of an edition); sources (every source that can be read); completion bash or zsh", topic_);
  }

  int run() override {
    Output out("-");
    out.write(text());
    out.finish();
    return 0;
  }

 private:
  std::string text() const {
    if (topic_.empty()) return commands_help();
    if (topic_[0] == "completion") return completion_script(topic_.size() > 1 ? topic_[1] : "");
    if (topic_.size() > 1) throw UsageError(fmt::format("help on one thing at a time, not on {}", topic_.size()));
    if (topic_[0] == "schema") return store::schema_page();
    if (topic_[0] == "sources") return sources_page();
    const CommandDefinition* definition = find_command(topic_[0]);
    if (!definition) throw unknown_command(topic_[0]);
    const auto command = definition->make();
    Arguments arguments;
    command->setup(arguments);
    return command_help(*definition, arguments);
  }

  std::vector<std::string> topic_;
};

}  // namespace

std::unique_ptr<Command> make_help_command() { return std::make_unique<HelpCommand>(); }

}  // namespace comity::cli
