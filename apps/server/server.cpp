#include "apps/server/server.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <thread>

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>

#include "apps/server/child.hpp"
#include "apps/server/connection.hpp"
#include "comity/base/error.hpp"
#include "comity/server/page_shelf.hpp"

namespace comity::serve {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;

constexpr std::chrono::milliseconds beat{500};  // the log is written
constexpr int beats_between_looks = 4;          // for another edition
constexpr int beats_between_tidyings = 20;      // of memory
constexpr std::uint64_t worth_tidying = 300u << 20;  // bytes in memory

// A connection is a descriptor.
void allow_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Bodies of a megabyte come and go by the hundred: given back to the system when they go, and not scattered over an arena for
// each thread, they do not pile up.
void keep_memory_small() {
  ::mallopt(M_ARENA_MAX, 2);
  ::mallopt(M_MMAP_THRESHOLD, 256 << 10);
  ::mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

std::uint64_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t pages = 0, resident = 0;
  in >> pages >> resident;
  return resident * 4096;
}

tcp::acceptor listen(net::io_context& context, const Options& options) {
  boost::system::error_code error;
  const auto address = net::ip::make_address(options.host, error);
  if (error) throw UsageError(fmt::format("'{}' is no address of this machine", options.host), "Give an address, as 127.0.0.1 (this machine only), 0.0.0.0 or ::1.");
  const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(options.port));
  tcp::acceptor acceptor(context);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(1024, error);
  if (error) throw UsageError(fmt::format("cannot listen on {} port {}: {}", options.host, options.port, error.message()), "Another port: --port 8081; any free one: --port 0.");
  return acceptor;
}

// This thread runs when others leave it the time. What cannot be lowered stays as it is.
void give_way() { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 15); }

// All that runs, in the order in which it is made; taken apart the other way round.
class Server {
 public:
  Server(const Options& options, server::Ports ports, std::shared_ptr<const world::Register> states)
      : options_(options), editions_(options.find_edition, states), acceptor_(listen(control_, options)), log_(options.access_log),
        service_(with_children(std::move(ports)), std::move(states)), front_(options.front, service_), workers_(options.workers, options.most_waiting),
        child_workers_(options.child_slots, 32), shared_{options_, front_, editions_, workers_, child_workers_, log_} {
    front_.later = [this](auto work) { workers_.later(std::move(work)); };
    front_.resident_bytes = resident_bytes;
    ++front_.metrics().editions_opened;
    children_ = std::make_unique<Children>(service_.ports().share, front_.metrics());
    for (int i = 0; i < options_.io_threads; ++i) lanes_.push_back(std::make_unique<Lane>());
  }

  std::string address() const {
    const auto endpoint = acceptor_.local_endpoint();
    const bool six = endpoint.address().is_v6();
    return fmt::format("http://{}{}{}:{}/", six ? "[" : "", endpoint.address().to_string(), six ? "]" : "", endpoint.port());
  }

  void run() {
    std::vector<std::thread> threads;
    for (auto& lane : lanes_) {
      works_.emplace_back(lane->context.get_executor());
      threads.emplace_back([&lane] { lane->context.run(); });
    }
    warm();
    accept();
    watch_signals();
    keep_time();
    control_.run();
    for (std::thread& thread : threads) thread.join();
    log_.flush();
  }

 private:
  server::Ports with_children(server::Ports ports) {
    ports.run = [this](const server::Task& task, const server::Holding& holding) { return children_->run(task, holding); };
    return ports;
  }

  // What first visitors would wait for. Reading all figures for the start page takes seconds of a core: that is left to a thread which gives way,
  // or on two cores the first answers would come half as fast.
  void warm() {
    workers_.later([this, holding = editions_.current()] {
      draw_one(*holding);
      if (holding->edition().keeps_facts_of_states()) read_states(holding, 0);
    });
    background_.later([this, holding = editions_.current()] {
      // Not on a worker: where no index of names lies ready this takes a second, and all others would wait behind it.
      service_.suggester();
      give_way();
      try {
        holding->shelf(service_).start();
      } catch (const std::exception& error) {
        fmt::print(stderr, "comity: rankings cannot be made: {}\n", error.what());
      }
    });
  }

  // The first dossier finds what all others share: the database's own tables, the page's frame and words.
  void draw_one(const server::Holding& holding) {
    const auto& states = service_.states();
    const auto one = states.match("DEU", last_day).state, other = states.match("FRA", last_day).state;
    if (!one || !other) return;
    server::Request request;
    request.target = fmt::format("/pair/{}/{}/", states.state(one).key, states.state(other).key);
    front_.work(request, holding);
  }

  // Facts of states alone, which every pair of a state needs: two states at a time, whenever nobody waits for an answer.
  void read_states(const std::shared_ptr<const server::Holding>& holding, std::size_t next) {
    const auto& states = service_.states().states();
    const auto is_wanted = [&](std::size_t at) { return at >= states.size() || states[at].is_current(); };
    while (!is_wanted(next)) ++next;
    std::size_t other = next + 1;
    while (!is_wanted(other)) ++other;
    if (next >= states.size() || holding != editions_.current()) return;
    try {
      holding->edition().session().pair_facts(states[next].id, states[std::min(other, states.size() - 1)].id);
    } catch (const std::exception& error) {
      fmt::print(stderr, "comity: facts of states cannot be read: {}\n", error.what());
      return;
    }
    workers_.later([this, holding, next = other + 1] { read_states(holding, next); });
  }

  void accept() {
    Lane& lane = *lanes_[next_++ % lanes_.size()];
    acceptor_.async_accept(lane.context, [this, &lane](boost::system::error_code error, tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error) {
        // Counted here: many may be accepted before the first of them is begun on its lane.
        auto& now = front_.metrics().connections_now;
        if (now < static_cast<std::int64_t>(options_.most_connections)) {
          ++now;
          net::post(lane.context, [this, &lane, socket = std::move(socket)]() mutable { start_connection(std::move(socket), shared_, lane); });
        } else {
          ++front_.metrics().connections_refused;
        }
        return accept();
      }
      // Out of descriptors, for example: some will close.
      pause_.expires_after(std::chrono::milliseconds(50));
      pause_.async_wait([this](boost::system::error_code) {
        if (acceptor_.is_open()) accept();
      });
    });
  }

  void watch_signals() {
    signals_.async_wait([this](boost::system::error_code error, int signal) {
      if (error) return;
      if (signal == SIGHUP) {
        log_.reopen();
        look();
        return watch_signals();
      }
      if (stopping_) return stop_now();  // asked twice
      stop();
      watch_signals();
    });
  }

  void look() {
    if (looking_.exchange(true)) return;
    const bool taken = workers_.post([this] {
      if (editions_.look()) {
        ++front_.metrics().editions_opened;
        front_.cache().clear();
        warm();
      }
      looking_ = false;
    });
    if (!taken) looking_ = false;
  }

  void keep_time() {
    timer_.expires_after(beat);
    timer_.async_wait([this](boost::system::error_code error) {
      if (error) return;
      log_.flush();
      if (!stopping_ && ++beats_ % beats_between_looks == 0) look();
      // Small blocks that were freed among others go back to the system too: of a million answers some 50 MB else remain.
      if (beats_ % beats_between_tidyings == 0 && resident_bytes() > worth_tidying) ::malloc_trim(0);
      if (stopping_ && (front_.metrics().connections_now == 0 || std::chrono::steady_clock::now() > stop_by_)) return stop_now();
      keep_time();
    });
  }

  void stop() {
    stopping_ = shared_.stopping = true;
    stop_by_ = std::chrono::steady_clock::now() + options_.stop_deadline;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (auto& lane : lanes_) net::post(lane->context, [&lane] { stop_connections(*lane); });
  }

  void stop_now() {
    works_.clear();
    for (auto& lane : lanes_) lane->context.stop();
    control_.stop();
  }

  const Options options_;
  Editions editions_;
  net::io_context control_{1};
  tcp::acceptor acceptor_;
  AccessLog log_;
  server::Service service_;
  server::Front front_;
  std::unique_ptr<Children> children_;
  std::vector<std::unique_ptr<Lane>> lanes_;  // connections end with them, and workers may hold connections: so workers end first
  Workers workers_, child_workers_, background_{1, 16};
  Shared shared_;
  std::vector<net::executor_work_guard<net::io_context::executor_type>> works_;
  net::steady_timer timer_{control_}, pause_{control_};
  net::signal_set signals_{control_, SIGTERM, SIGINT, SIGHUP};
  std::chrono::steady_clock::time_point stop_by_;
  std::size_t next_ = 0;
  int beats_ = 0;
  bool stopping_ = false;
  std::atomic<bool> looking_{false};
};

}  // namespace

void run(const Options& options, server::Ports ports, std::shared_ptr<const world::Register> states, const std::function<void(const std::string&)>& ready) {
  allow_descriptors();
  keep_memory_small();
  std::signal(SIGPIPE, SIG_IGN);
  Server server(options, std::move(ports), std::move(states));
  ready(server.address());
  server.run();
}

}  // namespace comity::serve
