// Options that several commands share, each with one meaning wherever it stands: --edition, --format, --output.
// They are bound to the arguments in setup() and asked in run().
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/output.hpp"
#include "apps/cli/places.hpp"
#include "comity/store/edition.hpp"

namespace comity::cli {

struct EditionOption {
  std::string file;

  void add_to(Arguments& arguments);
  std::filesystem::path path() const { return find_edition(file); }
  // A database for SQL, read-only and without access to other files unless asked.
  store::Database open_database(bool may_read_files = false, int threads = 1) const;
};

struct FormatOption {
  std::string name;  // what was asked for, or the default

  void add_to(Arguments& arguments, std::vector<std::string> formats, std::string otherwise);
};

struct OutputOption {
  std::string target;  // a file, "-" or empty for stdout

  void add_to(Arguments& arguments, const char* help = "write here instead of to stdout (-)");
  Output open() const { return Output(target); }
};

}  // namespace comity::cli
