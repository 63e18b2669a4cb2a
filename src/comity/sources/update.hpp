// What is new of one source, into the mirror: its live requests or its files are asked for, and take the place of what is there only when all of
// them have come and the source's own load.sql has read them. A publisher's trouble leaves the source as it was;
// what had come waits for the next time. Not here: editions (edition_builder.hpp).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/sources/ask.hpp"
#include "comity/sources/get.hpp"
#include "comity/sources/plan_requests.hpp"

namespace comity::sources {

struct UpdateOptions {
  Places places;                // places.mirror is filled
  std::shared_ptr<const world::Register> states;
  std::filesystem::path cache;  // of fragments: what was read to see whether it can be read is not read again by the build
  PlanOptions plan;
  AskOptions asking;
};

struct UpdatedSource {
  // renewed: files of the mirror are others now. unchanged: asked, and nothing is new; or nothing was due. failed: as it was before.
  // by_hand: a person has to do something first (a registration, a key).
  enum Status { renewed, unchanged, failed, by_hand } status = unchanged;
  std::string id;
  unsigned due = 0, kept = 0;   // requests asked for; requests whose answers are still new or settled
  std::vector<std::string> changed;  // files of the source's folder, sorted
  std::string date;             // newest answer in the mirror afterwards; empty: none
  std::string trouble, hint;    // of failed and by_hand
};

// Notes in `lock` what is in place; saving is the caller's. Errors of the publisher and of its files are in the result; throws StoreError
// (disk), and DataError or UsageError for a source.toml that cannot be understood.
UpdatedSource update_source(const Source& source, const UpdateOptions& options, LockFile& lock, Asking& asking, Progress& progress);

// Sets as_of, version and open ends of coverage of live sources by their newest answers in the mirror.
void date_live_sources(std::vector<Source>& sources, const Places& places);
// The newest day of an answer of this source; empty: none.
std::string newest_answer(const Source& source, const LockFile& lock);

}  // namespace comity::sources
