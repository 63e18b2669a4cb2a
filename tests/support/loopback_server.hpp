// A small HTTP server on the loopback for tests: each path has an answer written by the test, byte by byte if it likes. It
// takes one connection after the other, tells what was asked, and ends with the object. Not for anything but tests.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>

namespace comity::test {

struct HttpRequest {
  std::string method, path, head;  // head: all lines, as they came
  // Value of a header, empty when it is not there. `name` as libcurl writes it.
  std::string header(const std::string& name) const {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

class Answering {
 public:
  explicit Answering(int socket) : socket_(socket) {}
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  void send_whole(std::string_view body, std::string_view headers = "", std::string_view status = "200 OK") const {
    send(fmt::format("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n{}\r\n", status, body.size(), headers));
    send(body);
  }
  static void wait(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

 private:
  int socket_;
};

class LoopbackServer {
 public:
  using Handler = std::function<void(const HttpRequest&, const Answering&)>;

  LoopbackServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0 || ::listen(socket_, 16) != 0) throw std::runtime_error("no loopback");
    socklen_t size = sizeof(address);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
  }
  ~LoopbackServer() {
    over_ = true;
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }

  void on(const std::string& path, Handler handler) {
    const std::lock_guard lock(mutex_);
    handlers_[path] = std::move(handler);
  }
  // For every path that has no answer of its own.
  void otherwise(Handler handler) {
    const std::lock_guard lock(mutex_);
    otherwise_ = std::move(handler);
  }
  std::string url(const std::string& path) const { return fmt::format("http://127.0.0.1:{}{}", port_, path); }
  void forget_asked() {
    const std::lock_guard lock(mutex_);
    asked_.clear();
  }
  std::vector<HttpRequest> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  void serve() {
    while (!over_) {
      const int peer = ::accept(socket_, nullptr, nullptr);
      if (peer < 0) return;
      answer(peer);
      ::close(peer);
    }
  }
  void answer(int peer) {
    HttpRequest request;
    char buffer[4096];
    while (request.head.find("\r\n\r\n") == std::string::npos) {
      const auto got = ::recv(peer, buffer, sizeof(buffer), 0);
      if (got <= 0) return;
      request.head.append(buffer, static_cast<std::size_t>(got));
    }
    const auto blank = request.head.find(' ');
    request.method = request.head.substr(0, blank);
    request.path = request.head.substr(blank + 1, request.head.find(' ', blank + 1) - blank - 1);
    Handler handler;
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(request);
      const auto it = handlers_.find(request.path);
      handler = it != handlers_.end() ? it->second : otherwise_;
    }
    const Answering answering(peer);
    handler ? handler(request, answering) : answering.send_whole("there is no such page", "", "404 Not Found");
  }

  int socket_, port_ = 0;
  std::atomic<bool> over_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  Handler otherwise_;
  std::vector<HttpRequest> asked_;
  std::jthread thread_;
};

}  // namespace comity::test
