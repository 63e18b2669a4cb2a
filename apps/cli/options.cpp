#include "apps/cli/options.hpp"

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::cli {

void EditionOption::add_to(Arguments& arguments) {
  arguments.file("--edition", "FILE", "the edition to read (else COMITY_EDITION, else the newest of yours, else the base edition)", file);
}

store::Database EditionOption::open_database(bool may_read_files, int threads) const {
  const auto edition = path();
  if (!std::filesystem::exists(edition)) throw NotFound(fmt::format("there is no edition {}", edition.string()), "Make one with: comity build");
  // Beside the edition nothing may be writable; where files may be read at all, large sorts may spill into the usual place.
  const std::string spill = may_read_files ? std::filesystem::temp_directory_path().string() : "";
  return store::Database(edition, {.read_only = true, .may_read_files = may_read_files, .threads = threads, .temp_folder = spill});
}

void FormatOption::add_to(Arguments& arguments, std::vector<std::string> formats, std::string otherwise) {
  name = std::move(otherwise);
  const std::string help = name.empty() ? or_list(formats) : fmt::format("{} (usually {})", or_list(formats), name);
  arguments.choice("--format", "FORMAT", help.c_str(), name, std::move(formats));
}

void OutputOption::add_to(Arguments& arguments, const char* help) { arguments.file("--output", "FILE", help, target); }

}  // namespace comity::cli
