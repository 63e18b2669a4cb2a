// The server as a whole: it listens, hands each connection to one of few threads, keeps the edition current, and stops when
// told to. Above it stands server::Front, which knows no sockets. The only folder that includes Boost.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "comity/server/front.hpp"

namespace comity::serve {

struct Options {
  std::string host = "127.0.0.1";
  int port = 8080;                 // 0: any that is free
  int io_threads = 2, workers = 2, child_slots = 2;
  std::size_t most_connections = 4096;
  std::size_t most_waiting = 256;  // requests for the workers; beyond, 503
  std::chrono::seconds header_deadline{10}, body_deadline{30}, idle_deadline{75}, write_deadline{120}, stop_deadline{10};
  std::string access_log;          // a file; "-": stderr; empty: none
  server::FrontOptions front;
  std::function<std::filesystem::path()> find_edition;  // asked again and again: its answer may change
};

// Serves until SIGTERM or SIGINT; then finishes what it has begun. `ready` gets the address when it listens. SIGHUP looks for
// another edition, and so does a change of the file, within two seconds. Throws NotFound, StoreError (edition), UsageError (address).
void run(const Options& options, server::Ports ports, std::shared_ptr<const world::Register> states, const std::function<void(const std::string& address)>& ready);

}  // namespace comity::serve
