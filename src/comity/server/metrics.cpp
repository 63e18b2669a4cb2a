#include "comity/server/metrics.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace comity::server {
namespace {

void line(std::string& out, const char* name, const char* type, const char* help, std::string_view value) {
  out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, type, help, value);
}

}  // namespace

Metrics::Metrics(std::span<const Route> routes) : rows_(std::make_unique<Row[]>(routes.size() + 1)) {
  for (const Route& route : routes) names_.push_back((route.method == Method::post ? "POST " : "") + route.pattern);
  names_.emplace_back("none");
}

void Metrics::observe(std::size_t route, int status, double seconds, std::size_t bytes) {
  Row& row = rows_[std::min(route, names_.size() - 1)];
  row.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))].fetch_add(1, std::memory_order_relaxed);
  const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(bounds, seconds) - bounds.begin());
  row.times[bucket].fetch_add(1, std::memory_order_relaxed);
  row.microseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
  row.bytes.fetch_add(bytes, std::memory_order_relaxed);
}

std::string Metrics::text(const Cache::Counts& cache, std::string_view edition, std::string_view version, std::uint64_t resident) const {
  std::string out = fmt::format("# HELP comity_info Version and edition in service.\n# TYPE comity_info gauge\ncomity_info{{version=\"{}\",edition=\"{}\"}} 1\n", version, edition);
  out += "# HELP comity_requests_total Answers by route and class of status.\n# TYPE comity_requests_total counter\n";
  for (std::size_t i = 0; i < names_.size(); ++i) {
    for (std::size_t c = 1; c < 6; ++c) {
      if (const auto n = rows_[i].by_class[c].load(std::memory_order_relaxed)) out += fmt::format("comity_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", names_[i], c, n);
    }
  }
  out += "# HELP comity_response_bytes_total Bytes of bodies as sent.\n# TYPE comity_response_bytes_total counter\n";
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (const auto n = rows_[i].bytes.load(std::memory_order_relaxed)) out += fmt::format("comity_response_bytes_total{{route=\"{}\"}} {}\n", names_[i], n);
  }
  out += "# HELP comity_request_seconds Time from the whole request to the whole answer.\n# TYPE comity_request_seconds histogram\n";
  for (std::size_t i = 0; i < names_.size(); ++i) {
    std::uint64_t sum = 0;
    for (const auto& n : rows_[i].times) sum += n.load(std::memory_order_relaxed);
    if (!sum) continue;
    std::uint64_t below = 0;
    for (std::size_t b = 0; b < bounds.size(); ++b) {
      below += rows_[i].times[b].load(std::memory_order_relaxed);
      out += fmt::format("comity_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", names_[i], bounds[b], below);
    }
    out += fmt::format("comity_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\ncomity_request_seconds_sum{{route=\"{0}\"}} {2}\ncomity_request_seconds_count{{route=\"{0}\"}} {1}\n", names_[i], sum,
                       static_cast<double>(rows_[i].microseconds.load(std::memory_order_relaxed)) / 1e6);
  }
  line(out, "comity_connections", "gauge", "Connections that are open.", std::to_string(connections_now.load()));
  line(out, "comity_connections_opened_total", "counter", "Connections taken.", std::to_string(connections_opened.load()));
  line(out, "comity_connections_refused_total", "counter", "Connections closed at once, because there were too many.", std::to_string(connections_refused.load()));
  line(out, "comity_connections_cut_total", "counter", "Connections closed because a deadline had passed.", std::to_string(connections_cut.load()));
  line(out, "comity_waiting", "gauge", "Requests that wait for a worker.", std::to_string(waiting_now.load()));
  line(out, "comity_editions_opened_total", "counter", "Editions opened, the first included.", std::to_string(editions_opened.load()));
  line(out, "comity_children_total", "counter", "Child processes run.", std::to_string(children_run.load()));
  line(out, "comity_children_killed_total", "counter", "Child processes killed at their deadline.", std::to_string(children_killed.load()));
  line(out, "comity_cache_hits_total", "counter", "Answers that were kept.", std::to_string(cache.hits));
  line(out, "comity_cache_misses_total", "counter", "Answers that were not.", std::to_string(cache.misses));
  line(out, "comity_cache_evictions_total", "counter", "Answers thrown out for others.", std::to_string(cache.evictions));
  line(out, "comity_cache_entries", "gauge", "Answers kept.", std::to_string(cache.entries));
  line(out, "comity_cache_bytes", "gauge", "Bytes of the answers kept.", std::to_string(cache.bytes));
  if (resident) line(out, "process_resident_memory_bytes", "gauge", "Memory of the process.", std::to_string(resident));
  return out;
}

}  // namespace comity::server
