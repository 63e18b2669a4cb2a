// What the commands that ask publishers' interfaces share: the day, keys, settings and gateway of this machine, as the library is told
// them, and the lines in which requests and their outcomes are shown.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/output.hpp"
#include "comity/sources/live_settings.hpp"
#include "comity/sources/update.hpp"

namespace comity::cli {

// The ISO day: `asked` (--today), else COMITY_TODAY, else the machine's clock. Throws UsageError.
std::string day_of_today(const std::string& asked);

class LiveOptions {
 public:
  void add_to(Arguments& arguments);
  bool any_set() const { return again_ || all_years_ || !reporters_.empty() || !through_.empty() || !today_.empty(); }
  // Everything but `cache`, which the caller sets. Reads the settings and the providers. Throws UsageError, DataError.
  sources::UpdateOptions make(const sources::Places& places) const;
  const sources::LiveSettings& settings() const { return settings_; }

 private:
  std::vector<std::string> reporters_;
  std::string through_, today_;
  bool again_ = false, all_years_ = false;
  mutable sources::LiveSettings settings_;
  mutable sources::Providers providers_;
};

// The sources of these ids, in the order of their ids. Throws UsageError with the nearest word.
std::vector<sources::Source> sources_named(const std::vector<std::string>& ids);

// Each request that would be made, and how many need not be. A key is never shown.
void print_requests(Output& out, const sources::Source& source, const std::vector<sources::PlannedRequest>& planned);
// One line, and for a failure a second one with what to do.
void print_updated(Output& out, const sources::UpdatedSource& updated);

}  // namespace comity::cli
