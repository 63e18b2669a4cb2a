// `comity serve` as a child of the test, on a free loopback port, and connections to it as plain sockets.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

namespace comity::http_test {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

inline std::string variable(const char* name, const std::string& otherwise = {}) {
  const char* value = std::getenv(name);
  return value ? value : otherwise;
}
inline std::string program() { return variable("COMITY_TEST_PROGRAM", COMITY_SOURCE_DIR "/build/bin/comity"); }
// The base edition beside the program, made by ./comity and by ./test before the tests.
inline fs::path base_edition() { return variable("COMITY_TEST_EDITION", (fs::path(program()).parent_path().parent_path() / "base.duckdb").string()); }

// One connection. Reads and writes end by a deadline, so that no test hangs.
class Wire {
 public:
  explicit Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }
  Wire(Wire&& other) noexcept : socket_(std::exchange(other.socket_, -1)), open_(other.open_), read_(std::move(other.read_)) {}
  ~Wire() {
    if (socket_ >= 0) ::close(socket_);
  }
  bool is_open() const { return open_; }
  void send(std::string_view bytes) { while (!bytes.empty()) {
      const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } }
  // More bytes; false at the end of the stream or of the time.
  bool more(double seconds) {
    pollfd wait{socket_, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(seconds * 1000)) <= 0) return false;
    char buffer[65536];
    const ssize_t n = ::recv(socket_, buffer, sizeof buffer, 0);
    if (n <= 0) {
      ended_ = true;
      return false;
    }
    read_.append(buffer, static_cast<std::size_t>(n));
    return true;
  }
  struct Answer {
    int status = 0;
    std::string head, body;
  };
  // The next answer with its Content-Length; status 0 when none comes.
  Answer answer(double seconds = 10, bool has_body = true) {
    Answer out;
    std::size_t end;
    while ((end = read_.find("\r\n\r\n")) == std::string::npos) {
      if (!more(seconds)) return out;
    }
    out.head = read_.substr(0, end + 2);
    read_.erase(0, end + 4);
    out.status = std::atoi(out.head.c_str() + 9);
    const std::size_t at = out.head.find("Content-Length: ");
    const std::size_t length = at == std::string::npos || !has_body ? 0 : std::strtoul(out.head.c_str() + at + 16, nullptr, 10);
    while (read_.size() < length) {
      if (!more(seconds)) break;
    }
    out.body = read_.substr(0, length);
    read_.erase(0, length);
    return out;
  }
  // Whether the other side closes within the time.
  bool is_closed(double seconds) {
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    while (!ended_ && Clock::now() < end) more(std::chrono::duration<double>(end - Clock::now()).count());
    return ended_;
  }

 private:
  int socket_;
  bool open_ = false, ended_ = false;
  std::string read_;
};

class Program {
 public:
  explicit Program(std::vector<std::string> options = {}) {
    folder_ = fs::temp_directory_path() / fmt::format("comity-http-{}-{}", ::getpid(), ++count());
    fs::create_directories(folder_);
    link_ = folder_ / "edition.duckdb";
    fs::create_symlink(base_edition(), link_);
    std::vector<std::string> words = {"comity", "serve", "--port", "0", "--edition", link_.string(), "--access-log", (folder_ / "log").string()};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, (folder_ / "address").c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, (folder_ / "talk").c_str(), O_WRONLY | O_CREAT, 0600);
    if (::posix_spawn(&pid_, program().c_str(), &actions, nullptr, arguments.data(), environ) != 0) pid_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    const auto began = Clock::now();
    while (port_ == 0 && Clock::now() - began < std::chrono::seconds(20)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      const std::string address = text_of("address");
      if (address.ends_with("/\n")) port_ = std::atoi(address.c_str() + address.rfind(':') + 1);
    }
  }
  ~Program() {
    if (pid_ > 0) ::kill(pid_, SIGKILL), ::waitpid(pid_, nullptr, 0);
    fs::remove_all(folder_);
  }
  int port() const { return port_; }
  pid_t pid() const { return pid_; }
  const fs::path& link() const { return link_; }
  const fs::path& folder() const { return folder_; }
  Wire connect() const { return Wire(port_); }
  std::string text_of(const char* name) const {
    std::ifstream in(folder_ / name);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  Wire::Answer get(const std::string& target, double seconds = 30) const {
    Wire wire(port_);
    wire.send(fmt::format("GET {} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", target));
    return wire.answer(seconds);
  }
  Wire::Answer post(const std::string& target, const std::string& body, double seconds = 40) const {
    Wire wire(port_);
    wire.send(fmt::format("POST {} HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n{}", target, body.size(), body));
    return wire.answer(seconds);
  }
  // Its exit code within the time; -1: it has not ended.
  int wait(double seconds) {
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    for (int status = 0; Clock::now() < end; std::this_thread::sleep_for(std::chrono::milliseconds(20))) {
      if (::waitpid(pid_, &status, WNOHANG) == pid_) {
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
      }
    }
    return -1;
  }

 private:
  static int& count() {
    static int n = 0;
    return n;
  }
  fs::path folder_, link_;
  pid_t pid_ = -1;
  int port_ = 0;
};

}  // namespace comity::http_test
