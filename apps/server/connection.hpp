// One connection: request after request, each with a deadline for its header, its body and its answer. Lives on one thread of
// the server; only the work for an answer is done elsewhere.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "apps/server/access_log.hpp"
#include "apps/server/editions.hpp"
#include "apps/server/server.hpp"
#include "apps/server/workers.hpp"

namespace comity::serve {

class Connection;

// What all connections share. Lives longer than they do.
struct Shared {
  const Options& options;
  server::Front& front;
  Editions& editions;
  Workers& workers;       // for the database
  Workers& child_workers;  // for child processes
  AccessLog& log;
  std::atomic<bool> stopping{false};
};

// A thread that serves connections, and those that it serves. Its members are touched on that thread only.
struct Lane {
  boost::asio::io_context context{1};
  std::unordered_set<Connection*> connections;
};

// Takes a socket that was accepted for this lane and counted (connections_now), and serves it until it ends. On the lane's thread.
void start_connection(boost::asio::ip::tcp::socket socket, Shared& shared, Lane& lane);
// Idle connections are closed, the others after their answer. On the lane's thread.
void stop_connections(Lane& lane);

// The Date of now, "Thu, 26 Nov 2026 19:42:08 GMT", and the time as the log writes it. Kept for a second.
std::string http_date();
std::string log_time();

}  // namespace comity::serve
