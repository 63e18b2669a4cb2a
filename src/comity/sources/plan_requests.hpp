// Which addresses a live source would ask on a day: its requests with their placeholders filled, less what is here and still new. Pure:
// the clock, the keys and the lock file are told. Further pages follow from the first answer (ask.hpp).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "comity/sources/lock_file.hpp"
#include "comity/sources/provider.hpp"
#include "comity/sources/source.hpp"
#include "comity/world/register.hpp"

namespace comity::sources {

struct PlanOptions {
  std::string today;                       // ISO day
  const Providers* providers = nullptr;
  const world::Register* states = nullptr;
  std::vector<std::string> reporters;      // keys of states, for requests that go by reporter and name none; empty: all
  std::function<std::string(const Provider&)> key;  // empty text, or no function: there is none
  bool all_years = false;                  // blocks of years that are settled are asked again
  bool again = false;                      // and answers that are still new
};

struct PlannedRequest {
  enum State { ask, fresh, settled } state = ask;  // fresh: asked lately; settled: a block of years not revised any more
  const RequestDeclaration* declaration = nullptr;
  const Provider* provider = nullptr;
  std::string url;      // of the first page, without a key; {page}, {offset} filled with their first
  std::string page_url, page_to;  // the same with {page} and {offset} open
  std::string to;
  std::string accept;
  std::string date;     // of the answer that is here; empty: none
  bool only_changes = false;  // what has changed since `date` is asked for, not the whole block
  bool with_key = false;

  // Of a further page, from 0.
  std::string url_of(unsigned page) const;
  std::string to_of(unsigned page) const;
};

// In the order of source.toml, then of values, reporters and years. Throws DataError (an unknown provider, a placeholder that
// nothing fills, a reporter without a code), UsageError (a state that the register does not know).
std::vector<PlannedRequest> plan_requests(const Source& source, const LockFile& lock, const PlanOptions& options);

// The file beside `to` that holds what had changed when it was asked on `day`: EXR-2025.csv and 2026-11-26 give EXR-2025~2026-11-26.csv.
std::string changes_file(const std::string& to, std::string_view day);
// Whether `file` is such a file of `to`.
bool is_changes_file(const std::string& to, const std::string& file);

// Text as it may stand behind the ? of an address: everything but letters, digits and -._~ as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace comity::sources
