// comity serve: the same knowledge over HTTP, for browsers and programs, from one edition, until it is told to stop.
#include <cstdio>

#include <fmt/format.h>

#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/server/server.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

class ServeCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    edition_.add_to(arguments);
    arguments.text("--host", "ADDRESS", "listen on this address (usually 127.0.0.1: this machine only; 0.0.0.0: every network it is in)", options_.host);
    arguments.number("--port", "PORT", "listen on this port (usually 8080; 0: any that is free)", options_.port, 0, 65535);
    arguments.text("--access-log", "FILE", "a line for each request (usually -: stderr; none: no log)", options_.access_log);
    arguments.number("--cache", "MB", "answers kept in memory, at most (usually 64)", cache_, 1, 65536);
    arguments.number("--workers", "N", "threads that ask the database (usually 2)", options_.workers, 1, 64);
    arguments.number("--connections", "N", "how many may be open at once (usually 4096)", connections_, 16, 1'000'000);
    arguments.number("--patience", "SECONDS", "how long a client may take to send the header of a request (usually 10)", patience_, 1, 600);
    arguments.text("--allow-origin", "ORIGIN", "pages of this origin may read the API (CORS), as https://example.org, or * for all; usually none may", options_.front.cross_origin);
  }

  int run() override {
    if (options_.access_log == "none") options_.access_log.clear();
    check_origin();
    options_.front.cache_bytes = static_cast<std::size_t>(cache_) << 20;
    options_.most_connections = static_cast<std::size_t>(connections_);
    options_.header_deadline = std::chrono::seconds(patience_);
    options_.front.build = COMITY_VERSION;
    options_.find_edition = [this] { return edition_.path(); };
    const auto states = load_register();
    server::Ports ports;
    ports.share = share_folder();
    ports.version = COMITY_VERSION;
    ports.complain = [](const std::string& what) { fmt::print(stderr, "comity: {}\n", what); };
    ports.load_resolver = [states] { return load_resolver(states); };
    serve::run(options_, std::move(ports), states, [](const std::string& address) {
      fmt::print("{}\n", address);
      std::fflush(stdout);
    });
    return 0;
  }

 private:
  // It becomes a header: no line ends, no lists.
  void check_origin() const {
    const std::string& origin = options_.front.cross_origin;
    const bool fine = origin.empty() || origin == "*" || ((origin.starts_with("https://") || origin.starts_with("http://")) && origin.find_first_of(" ,\r\n\t\"") == std::string::npos);
    if (!fine) throw UsageError(fmt::format("'{}' is no origin", origin), "Write it as https://example.org, or *.");
  }

  EditionOption edition_;
  serve::Options options_{.access_log = "-"};
  int cache_ = 64, connections_ = 4096, patience_ = 10;
};

}  // namespace

std::unique_ptr<Command> make_serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace comity::cli
