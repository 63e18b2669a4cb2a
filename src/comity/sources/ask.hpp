// One planned request, asked: every page of its answer into a folder where it waits, checked for what a status of 200 does not say (a
// page of HTML, an error in JSON, a cut answer, pages of two different states of the data). Not here: which requests, and
// what becomes of the answers (plan_requests.hpp, update.hpp).
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "comity/fetch/download.hpp"
#include "comity/sources/plan_requests.hpp"

namespace comity::sources {

struct AskOptions {
  std::string today;
  std::function<std::string(const Provider&)> key;
  // A gateway in place of the publishers' hosts: https://HOST/PATH is asked as <through>/HOST/PATH. Empty: none.
  std::string through;
  // Called with seconds to let pass between two calls of one provider; no function: no pause.
  std::function<void(double)> pause;
  fetch::DownloadOptions download;
};

struct Answer {
  std::string to;      // in the source's folder
  LockedFile locked;   // of the file that waits, or, when unchanged, of the one in the mirror
  bool unchanged = false;  // the server says that the mirror's file is still the answer: nothing waits
  bool nothing = false;    // the server says that there are no rows: no file
};

// Calls and their pauses, by provider, over all requests of a run.
class Asking {
 public:
  explicit Asking(const AskOptions& options) : options_(options) {}

  // All pages of one request, and what they list (follow), into `waiting` (the source's folder there); `mirror` is its folder as it is, for ETags. What waits
  // already of this day is not asked again. Without rows: no answer. Throws DataError.
  std::vector<Answer> ask(const PlannedRequest& request, const Source& source, const std::filesystem::path& waiting, const LockFile& waiting_lock,
                          const std::filesystem::path& mirror, const LockFile& lock, Progress& progress);
  unsigned calls() const { return calls_; }

 private:
  Answer ask_page(const PlannedRequest& request, const std::string& url, const std::string& to, const std::string& form, const Source& source, const std::filesystem::path& waiting,
                  const LockFile& waiting_lock, const std::filesystem::path& mirror, const LockFile& lock, Progress& progress);
  void before_call(const Provider& provider, const LockFile& lock, const LockFile& waiting_lock);

  const AskOptions& options_;
  std::set<std::string> asked_;               // providers that were asked in this run
  std::map<std::string, unsigned> by_provider_;
  unsigned calls_ = 0;
};

// An address as it is asked through a gateway: https://HOST/PATH becomes <through>/HOST/PATH. `through` empty: as it is.
std::string redirected(const std::string& url, const std::string& through);

}  // namespace comity::sources
