#include "comity/formats/detail/trial.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity::formats::detail {
namespace {

[[noreturn]] void run_and_leave(const std::function<int()>& work) {
  const rlimit processor{30, 30}, no_core{0, 0};
  ::setrlimit(RLIMIT_CPU, &processor);
  ::setrlimit(RLIMIT_CORE, &no_core);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, 2);  // the library's last words are not for the user
  ::_exit(work());
}

// Its state (R, S, D, …) and the processor time it has used, from /proc; empty when that cannot be read.
std::string state_and_time(pid_t process) {
  std::string text;
  try {
    text = read_file("/proc/" + std::to_string(process) + "/stat");
  } catch (const Error&) {
    return {};
  }
  // "pid (name) S ppid …": the name may hold anything, so fields are counted behind the last bracket; 12 and 13 are the times.
  const auto bracket = text.rfind(')');
  if (bracket == std::string::npos) return {};
  std::string out;
  std::size_t at = bracket + 2;
  for (int field = 0; field < 13 && at < text.size(); ++field) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (field == 0 || field >= 11) out += text.substr(at, end - at) + " ";
    at = end + 1;
  }
  return out;
}

enum class Ending { done, stuck, lost };

// Another thread may have held a lock at the moment of the fork: nobody will ever open it in the child, which then sleeps for good and
// uses no processor. Five seconds of that, looked at every half second, are taken for such a sleep.
Ending wait_for(pid_t child, int& status) {
  std::string before;
  for (int idle = 0, naps = 0;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return Ending::done;
    if (ended < 0 && errno != EINTR) return Ending::lost;
    // Most files are through in milliseconds.
    ::usleep(++naps < 200 ? 500 : 50'000);
    if (naps < 200 || naps % 10 != 0) continue;
    std::string now = state_and_time(child);
    idle = now == before && now.starts_with("S") ? idle + 1 : 0;
    before = std::move(now);
    if (idle >= 10) break;
  }
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return Ending::stuck;
}

}  // namespace

std::optional<int> try_in_child(const std::function<int()>& work) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    const pid_t child = ::fork();
    if (child < 0) return 0;
    if (child == 0) run_and_leave(work);
    int status = 0;
    const Ending ending = wait_for(child, status);
    if (ending == Ending::lost) return 0;
    if (ending == Ending::stuck) continue;
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    return std::nullopt;
  }
  return 0;
}

}  // namespace comity::formats::detail
