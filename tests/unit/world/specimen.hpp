// A little register in a temporary folder, for tests of what load() checks. Not for facts: see real_register().
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "comity/world/geography.hpp"
#include "comity/world/register.hpp"
#include "comity/world/resolver.hpp"
#include "comity/world/territories.hpp"

namespace comity::world {

class Specimen {
 public:
  Specimen();
  ~Specimen();
  // Adds a row to a table ("codes.csv"), without the columns source and locator.
  Specimen& add(const std::string& table, const std::string& row);
  const std::filesystem::path& folder() const { return folder_; }
  std::shared_ptr<const Register> load() const;
  // What load() says when it throws DataError; empty when it does not throw.
  std::string complaint() const;

 private:
  void write() const;
  std::filesystem::path folder_;
  std::map<std::string, std::string> tables_;
};

// The project's own tables, loaded once.
const Register& real_register();
// Over the project's own names and those of the packages, made once.
const Resolver& real_resolver();
const Territories& real_territories();
const Geography& real_geography();
// The folder of COMITY_DATA_DIR, empty when it is not set.
std::filesystem::path shared_data();

}  // namespace comity::world
