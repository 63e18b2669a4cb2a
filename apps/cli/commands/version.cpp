// comity version: of the program, of DuckDB, and of the edition that would be read.
#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

class VersionCommand : public Command {
 public:
  void setup(Arguments& arguments) override { edition_.add_to(arguments); }

  int run() override {
    Output out("-");
    out.write(fmt::format("comity {}\nDuckDB {}\n", COMITY_VERSION, duckdb_library_version()));
    try {
      const auto file = edition_.path();
      auto database = edition_.open_database();
      auto connection = database.connect();
      const auto value = [&](const char* name) { return connection.text(fmt::format("SELECT value FROM edition WHERE name = {}", store::sql_text(name))); };
      out.write(fmt::format("schema {}\nedition {} of {}, {}\n", value("schema"), value("hash").substr(0, 12), value("date"), file.string()));
    } catch (const Error& error) {
      if (!edition_.file.empty()) throw;  // it was asked for by name
      out.write(fmt::format("edition none ({})\n", error.what()));
    }
    out.finish();
    return 0;
  }

 private:
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_version_command() { return std::make_unique<VersionCommand>(); }

}  // namespace comity::cli
