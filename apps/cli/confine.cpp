#include "apps/cli/confine.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::cli {
namespace {

void bound(decltype(RLIMIT_AS) what, rlim_t most, const char* name) {
  const rlimit limit{most, most};
  if (::setrlimit(what, &limit) != 0) throw StoreError(fmt::format("the limit on {} could not be set: {}", name, std::strerror(errno)));
}

rlim_t address_space() {
  std::ifstream in("/proc/self/statm");
  rlim_t pages = 0;
  in >> pages;
  return pages * 4096;
}

}  // namespace

void confine(const Bounds& bounds) {
  constexpr rlim_t megabyte = 1u << 20;
  duckdb_library_version();  // opens the library, whose own room is not to be taken from what a question may have
  ::signal(SIGXFSZ, SIG_IGN);  // a write that is too long fails, and says so
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  bound(RLIMIT_AS, address_space() + static_cast<rlim_t>(bounds.memory_mb) * megabyte, "memory");
  bound(RLIMIT_CPU, static_cast<rlim_t>(bounds.processor_seconds), "processor time");
  bound(RLIMIT_FSIZE, static_cast<rlim_t>(bounds.file_mb) * megabyte, "the size of files");
  bound(RLIMIT_CORE, 0, "core files");
}

}  // namespace comity::cli
