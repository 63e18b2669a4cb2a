// How many kept dossiers a second does the server give, how long does one wait for one that is not kept, and how much memory
// does it take, also after many requests and many minutes? Usage: serve_bench PROGRAM EDITION [SECONDS [REQUESTS [MINUTES]]]. Loopback only; wrk gives the load of kept answers on the same cores,
// this program that of others: so many a second whether or not earlier ones have been answered, each timed from the moment at which
// it was due. Answers are compared with the command line's bytes first.
// Goals: 10,000 a second kept; p50 under 15 ms and p99 under 60 ms at 100 random pairs a second; under 500 MB.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/store/duckdb.hpp"

extern char** environ;

namespace {

using namespace comity;
using Clock = std::chrono::steady_clock;

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  char buffer[65536];
  for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  if (pipe) ::pclose(pipe);
  return out;
}

// One keep-alive connection.
class Client {
 public:
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET, to.sin_port = htons(static_cast<std::uint16_t>(port)), to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) std::exit(1);
  }
  ~Client() { ::close(socket_); }
  // The body; empty where the answer is not 200.
  std::string get(const std::string& target, const char* headers = "") {
    const std::string request = fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n{}\r\n", target, headers);
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) return {};
    std::string bytes;
    std::size_t end = std::string::npos, length = 0;
    while (end == std::string::npos || bytes.size() < end + 4 + length) {
      char buffer[262144];
      const ssize_t n = ::recv(socket_, buffer, sizeof buffer, 0);
      if (n <= 0) return {};
      bytes.append(buffer, static_cast<std::size_t>(n));
      if (end == std::string::npos && (end = bytes.find("\r\n\r\n")) != std::string::npos) {
        const std::size_t at = bytes.find("Content-Length: ");
        length = at == std::string::npos ? 0 : std::strtoul(bytes.c_str() + at + 16, nullptr, 10);
      }
    }
    return bytes.compare(9, 3, "200") == 0 ? bytes.substr(end + 4) : std::string();
  }

 private:
  int socket_;
};

class Served {
 public:
  Served(const std::string& program, const std::string& edition) {
    const std::string address = fmt::format("/tmp/comity-serve-bench-{}", ::getpid());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, address.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::vector<std::string> words = {program, "serve", "--port", "0", "--edition", edition, "--access-log", "/dev/null"};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto began = Clock::now();
    if (::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0) return;
    while (port_ == 0 && Clock::now() - began < std::chrono::seconds(30)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      std::ifstream in(address);
      const std::string text(std::istreambuf_iterator<char>(in), {});
      if (text.ends_with("/\n")) port_ = std::atoi(text.c_str() + text.rfind(':') + 1);
    }
    seconds_ = std::chrono::duration<double>(Clock::now() - began).count();
    std::remove(address.c_str());
  }
  ~Served() {
    if (pid_ > 0) ::kill(pid_, SIGTERM), ::waitpid(pid_, nullptr, 0);
  }
  int port() const { return port_; }
  double seconds() const { return seconds_; }
  double memory(const char* row = "VmRSS:") const {
    std::ifstream in(fmt::format("/proc/{}/status", pid_));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with(row)) return std::atof(line.c_str() + std::char_traits<char>::length(row)) / 1024;
    }
    return 0;
  }

 private:
  pid_t pid_ = -1;
  int port_ = 0;
  double seconds_ = 0;
};

void wrk(const Served& served, const char* what, const std::string& target, const char* headers, int seconds) {
  for (int run = 0; run < 3; ++run) {
    const std::string said = output_of(fmt::format("wrk -t 1 -c 32 -d {}s {} http://127.0.0.1:{}{}", seconds, headers, served.port(), target));
    const std::size_t at = said.find("Requests/sec:");
    const bool bad = said.find("Non-2xx") != std::string::npos && std::string_view(what).find("304") == std::string_view::npos;
    fmt::print("kept\t{}\t{:.0f} requests/s{}\t{:.0f} MB\n", what, at == std::string::npos ? 0.0 : std::atof(said.c_str() + at + 13), bad ? " WITH ERRORS" : "", served.memory());
    std::fflush(stdout);
  }
}

// `rate` requests a second, each for another pair, by as many connections as it takes.
void open_loop(const Served& served, std::vector<std::string> targets, double rate, int seconds) {
  std::shuffle(targets.begin(), targets.end(), std::mt19937(7));
  const std::size_t count = std::min(targets.size(), static_cast<std::size_t>(rate * seconds));
  std::vector<double> took(count);
  std::atomic<std::size_t> next{0}, failed{0}, bytes{0};
  const auto began = Clock::now() + std::chrono::milliseconds(100);
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&] {
      Client client(served.port());
      for (std::size_t at; (at = next++) < count;) {
        const auto due = began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(static_cast<double>(at) / rate));
        std::this_thread::sleep_until(due);
        const std::string body = client.get(targets[at]);
        took[at] = std::chrono::duration<double>(Clock::now() - due).count() * 1000;
        bytes += body.size();
        if (!body.ends_with("\n")) ++failed;
      }
    });
  }
  for (auto& client : clients) client.join();
  std::sort(took.begin(), took.end());
  const auto share = [&](double p) { return took[std::min(count - 1, static_cast<std::size_t>(p * static_cast<double>(count)))]; };
  fmt::print("not kept\t{} random pairs at {}/s, {:.0f} kB each\tp50 {:.1f} ms\tp90 {:.1f}\tp99 {:.1f}\tlargest {:.1f}\t{} failed\t{:.0f} MB\n", count, rate, static_cast<double>(bytes) / static_cast<double>(count) / 1000, share(.5), share(.9),
             share(.99), took.back(), failed.load(), served.memory());
  std::fflush(stdout);
}

// Four clients: 49 of 50 requests for one of a hundred pairs that many ask for, half of them packed; the fiftieth for any pair. Memory
// is written down each tenth, and no answer may be empty.
void many(const Served& served, const std::vector<std::string>& targets, long requests) {
  std::atomic<long> done{0};
  std::atomic<std::size_t> failed{0};
  const auto began = Clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&, i] {
      Client client(served.port());
      std::mt19937 random(static_cast<unsigned>(i));
      for (long n; (n = done++) < requests;) {
        const std::size_t at = random() % 50 ? random() % 100 * 37 % targets.size() : random() % targets.size();
        if (client.get(targets[at], random() % 2 ? "Accept-Encoding: br\r\n" : "").empty()) ++failed;
        if (n % (requests / 10) == 0) fmt::print("soak\t{} requests\t{:.0f} s\t{:.0f} MB\n", n, seconds(), served.memory()), std::fflush(stdout);
      }
    });
  }
  for (auto& client : clients) client.join();
  fmt::print("soak\t{} requests, {} failed\t{:.0f} s\t{:.0f} MB, at most {:.0f} MB\n", requests, failed.load(), seconds(), served.memory(), served.memory("VmHWM:"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "serve_bench PROGRAM EDITION [SECONDS [REQUESTS [MINUTES]]]\n");
    return 2;
  }
  const std::string program = argv[1], edition = argv[2];
  const int seconds = argc > 3 ? std::atoi(argv[3]) : 10;
  const long requests = argc > 4 ? std::atol(argv[4]) : 0;
  const int minutes = argc > 5 ? std::atoi(argv[5]) : 0;
  std::vector<std::string> targets;
  {
    store::Database database(edition, {.read_only = true});
    auto connection = database.connect();
    auto result = connection.query("SELECT a.key || '/' || b.key FROM (SELECT DISTINCT pair FROM observation WHERE pair >= 65536) p JOIN state a ON a.id = p.pair // 65536 JOIN state b ON b.id = p.pair % 65536 ORDER BY 1");
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) targets.push_back("/api/v1/pairs/" + std::string(chunk.text(0, i)));
    }
  }
  const Served served(program, edition);
  if (!served.port()) return fmt::print(stderr, "the server did not start\n"), 1;
  fmt::print("ready\tafter {:.2f} s\t{:.0f} MB\n", served.seconds(), served.memory());
  for (const char* pair : {"DEU KAZ", "NRU BTN"}) {
    const std::string words = pair, target = "/api/v1/pairs/" + words.substr(0, 3) + "/" + words.substr(4);
    const std::string own = output_of(fmt::format("{} dossier {} --format json --edition {}", program, words, edition));
    if (own.empty() || Client(served.port()).get(target) != own) return fmt::print(stderr, "{} is not what the command line prints\n", target), 1;
  }
  open_loop(served, targets, 100, 2);  // warm
  open_loop(served, targets, 100, 2 * seconds);
  for (int i = 0; i < 5; ++i) output_of(fmt::format("curl -s -o /dev/null -H 'Accept-Encoding: br' http://127.0.0.1:{}/api/v1/pairs/DEU/KAZ", served.port()));
  std::this_thread::sleep_for(std::chrono::seconds(2));  // packed well meanwhile
  wrk(served, "DEU/KAZ as br", "/api/v1/pairs/DEU/KAZ", "-H 'Accept-Encoding: br'", seconds);
  wrk(served, "DEU/KAZ, not packed", "/api/v1/pairs/DEU/KAZ", "", seconds);
  wrk(served, "NRU/BTN as br", "/api/v1/pairs/NRU/BTN", "-H 'Accept-Encoding: br'", seconds);
  wrk(served, "DEU/KAZ, If-None-Match *: 304", "/api/v1/pairs/DEU/KAZ", "-H 'If-None-Match: *'", seconds);
  if (requests > 0) many(served, targets, requests);
  if (minutes > 0) {
    for (int minute = 0; minute < minutes; ++minute) {
      std::rotate(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(targets.size() / static_cast<std::size_t>(minutes)), targets.end());
      open_loop(served, targets, 100, 60);  // others each minute
    }
    fmt::print("soak\t{} minutes\tat most {:.0f} MB\n", minutes, served.memory("VmHWM:"));
  }
  return 0;
}
