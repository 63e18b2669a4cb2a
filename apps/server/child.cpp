#include "apps/server/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <chrono>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::serve {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int edition_descriptor = 3;

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() {
    if (::pipe2(ends, O_CLOEXEC) != 0) throw StoreError(fmt::format("no pipe for a child process: {}", std::strerror(errno)));
  }
  ~Pipe() { close_end(0), close_end(1); }
  void close_end(int which) {
    if (ends[which] >= 0) ::close(ends[which]);
    ends[which] = -1;
  }
};

// Sees to it that the child is gone and waited for, whatever happens here.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (!ended_) kill(), wait();
  }
  void kill() const { ::kill(pid_, SIGKILL); }
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_;
  bool ended_ = false;
};

pid_t spawn(const server::Task& task, int descriptor, const std::string& share, Pipe& in, Pipe& out, Pipe& talk) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.ends[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, talk.ends[1], 2);
  posix_spawn_file_actions_adddup2(&actions, descriptor, edition_descriptor);
  std::vector<std::string> words = {"comity"};
  words.insert(words.end(), task.arguments.begin(), task.arguments.end());
  words.insert(words.end(), {"--edition", fmt::format("/proc/self/fd/{}", edition_descriptor)});
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // Nothing of this process's own surroundings: no home, no other edition.
  std::string variables[] = {"LC_ALL=C.UTF-8", "TZ=UTC", "COMITY_SHARE=" + share};
  char* environment[] = {variables[0].data(), variables[1].data(), variables[2].data(), nullptr};
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, usual;
  sigemptyset(&none);
  sigfillset(&usual);  // this process passes over SIGPIPE; a child ends by it
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t pid = -1;
  const int problem = ::posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, arguments.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (problem) throw StoreError(fmt::format("a child process could not be started: {}", std::strerror(problem)));
  return pid;
}

// Feeds stdin and collects stdout and stderr until both are closed. False: the deadline or the limit was passed first.
bool talk_with(const server::Task& task, Pipe& in, Pipe& out, Pipe& talk, Clock::time_point end, server::Outcome& outcome) {
  ::fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
  std::size_t fed = 0;
  std::vector<char> buffer(64u << 10);
  while (out.ends[0] >= 0 || talk.ends[0] >= 0) {
    if (fed == task.input.size()) in.close_end(1);
    pollfd waits[3] = {{in.ends[1], POLLOUT, 0}, {out.ends[0], POLLIN, 0}, {talk.ends[0], POLLIN, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) {
      outcome.out_of_time = true;
      return false;
    }
    if (::poll(waits, 3, static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (waits[0].revents) {
      const ssize_t n = ::write(in.ends[1], task.input.data() + fed, task.input.size() - fed);
      if (n > 0) fed += static_cast<std::size_t>(n);
      else if (n < 0 && errno != EAGAIN && errno != EINTR) fed = task.input.size();  // it does not read on
    }
    const auto take = [&](Pipe& pipe, std::string& into) {
      const ssize_t n = ::read(pipe.ends[0], buffer.data(), buffer.size());
      if (n > 0) into.append(buffer.data(), static_cast<std::size_t>(n));
      else if (n == 0 || errno != EINTR) pipe.close_end(0);
    };
    if (waits[1].revents) take(out, outcome.output);
    if (waits[2].revents) take(talk, outcome.talk);
    if (outcome.output.size() > task.most_output || outcome.talk.size() > (1u << 20)) {
      outcome.too_long = true;
      return false;
    }
  }
  return true;
}

}  // namespace

server::Outcome Children::run(const server::Task& task, const server::Holding& holding) {
  server::Outcome outcome;
  ++metrics_.children_run;
  Pipe in, out, talk;
  Child child(spawn(task, holding.descriptor(), share_.string(), in, out, talk));
  in.close_end(0), out.close_end(1), talk.close_end(1);
  if (!talk_with(task, in, out, talk, Clock::now() + task.deadline, outcome)) {
    ++metrics_.children_killed;
    child.kill();
  }
  outcome.exit_code = child.wait();
  return outcome;
}

}  // namespace comity::serve
