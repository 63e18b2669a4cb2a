// What a server counts, and the text that Prometheus reads (exposition format 0.0.4). Times come from the edge: the library has no clock.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "comity/server/cache.hpp"
#include "comity/server/router.hpp"

namespace comity::server {

class Metrics {
 public:
  explicit Metrics(std::span<const Route> routes);

  static constexpr std::size_t no_route = static_cast<std::size_t>(-1);
  // One answer: its route, status, seconds from the whole request to the whole answer, bytes of the body as sent.
  void observe(std::size_t route, int status, double seconds, std::size_t bytes);

  std::atomic<std::uint64_t> connections_opened{0}, connections_refused{0}, connections_cut{0}, editions_opened{0}, children_run{0}, children_killed{0};
  std::atomic<std::int64_t> connections_now{0}, waiting_now{0};

  // `edition` and `version` are labels of comity_info; resident: bytes of the process, 0 where not known.
  std::string text(const Cache::Counts& cache, std::string_view edition, std::string_view version, std::uint64_t resident) const;

 private:
  static constexpr std::array<double, 11> bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30};  // seconds
  struct Row {
    std::array<std::atomic<std::uint64_t>, 6> by_class{};  // of the status: 1xx to 5xx
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> times{};
    std::atomic<std::uint64_t> microseconds{0}, bytes{0};
  };
  std::vector<std::string> names_;
  std::unique_ptr<Row[]> rows_;  // one a route, and one for what had none
};

}  // namespace comity::server
