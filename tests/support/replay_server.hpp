// A gateway that replays publishers' answers for tests: it is asked as `comity --through` asks, by the publishers' own addresses, and
// answers with specimens, with what a test makes of them, or with trouble. Hosts that a test names as empty answer what nobody asked
// for in particular with their form of nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/loopback_server.hpp"

namespace comity::test {

class ReplayServer {
 public:
  ReplayServer() {
    server_.otherwise([this](const HttpRequest& request, const Answering& answering) { answer_otherwise(request, answering); });
  }
  std::string address() const { return server_.url(""); }

  // The answer to one address of a publisher ("https://host/path?query").
  void replay(const std::string& url, const std::string& body, const std::string& media_type = "application/json", const std::string& head = "") {
    server_.on(path_of(url), [this, body, media_type, head](const HttpRequest& request, const Answering& answering) {
      if (in_trouble(request, answering)) return;
      answering.send_whole(body, fmt::format("Content-Type: {}\r\n{}", media_type, head));
    });
  }
  void on(const std::string& url, LoopbackServer::Handler handler) { server_.on(path_of(url), std::move(handler)); }
  // Nothing, in the host's form.
  void empty(const std::string& host, const std::string& body) {
    const std::lock_guard lock(mutex_);
    empty_[host] = body;
  }
  // From now on every request to the host gets this status; an empty one ends it.
  void trouble(const std::string& host, const std::string& status, const std::string& head = "", const std::string& body = "out of order") {
    const std::lock_guard lock(mutex_);
    if (status.empty()) trouble_.erase(host);
    else trouble_[host] = {status, head, body};
  }
  // Addresses asked for since the last call, as the publishers know them.
  std::vector<std::string> asked() {
    std::vector<std::string> out;
    for (const auto& request : server_.asked()) out.push_back("https:/" + request.path);
    server_.forget_asked();
    return out;
  }
  std::vector<HttpRequest> requests() const { return server_.asked(); }

 private:
  struct Trouble {
    std::string status, head, body;
  };
  static std::string path_of(const std::string& url) { return url.substr(url.find("://") + 2); }
  static std::string host_of(const HttpRequest& request) { return request.path.substr(1, request.path.find('/', 1) - 1); }

  bool in_trouble(const HttpRequest& request, const Answering& answering) {
    Trouble trouble;
    {
      const std::lock_guard lock(mutex_);
      const auto it = trouble_.find(host_of(request));
      if (it == trouble_.end()) return false;
      trouble = it->second;
    }
    answering.send_whole(trouble.body, trouble.head, trouble.status);
    return true;
  }
  void answer_otherwise(const HttpRequest& request, const Answering& answering) {
    if (in_trouble(request, answering)) return;
    std::string body;
    {
      const std::lock_guard lock(mutex_);
      const auto it = empty_.find(host_of(request));
      if (it == empty_.end()) return answering.send_whole("there is no such page", "", "404 Not Found");
      body = it->second;
    }
    answering.send_whole(body, "Content-Type: application/json\r\n");
  }

  std::mutex mutex_;
  std::map<std::string, std::string> empty_;
  std::map<std::string, Trouble> trouble_;
  LoopbackServer server_;  // last: it ends before what it answers with
};

}  // namespace comity::test
