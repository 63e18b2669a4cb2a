// Between connections and routes: what is kept, what form a client takes it in, whether it has it already (ETag, 304), HEAD, and
// the headers that every answer carries. Still without sockets. quick() never waits for the database; work() may.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "comity/server/cache.hpp"
#include "comity/server/metrics.hpp"
#include "comity/server/router.hpp"

namespace comity::server {

// An answer ready to be written: the edge adds Date, Connection and Content-Length.
struct Sending {
  int status = 200;
  std::vector<Header> headers;
  Bytes body;                 // never null
  std::size_t length = 0;     // what Content-Length says: of HEAD, that of GET
  std::size_t route = Metrics::no_route;
};

struct FrontOptions {
  std::size_t cache_bytes = 64u << 20;
  std::string cross_origin;   // who else's pages may read the API: an origin, or *; empty: nobody
  std::string build;          // names the program: another one may write other bytes for the same edition
};

class Front {
 public:
  Front(FrontOptions options, Service& service);

  // The largest body that a request for this target may carry: known before it is read.
  std::size_t most_body(Method method, std::string_view target) const;
  // The answer, when it can be had at once.
  std::optional<Sending> quick(const Request& request, const Holding& holding);
  Sending work(const Request& request, const Holding& holding);
  // Which of the edge's threads work() is for.
  Lane lane(Method method, std::string_view target) const;
  // An answer of the edge's own: 408, 413, 431, 503, …
  Sending refuse(const Problem& problem) const;

  // Work that nobody waits for (packing well what is asked for often) is given here. None: it is not done.
  std::function<void(std::function<void()>)> later;
  // What /metrics needs of the machine.
  std::function<std::uint64_t()> resident_bytes;

  Metrics& metrics() { return metrics_; }
  Cache& cache() { return cache_; }

 private:
  Sending send_kept(const Request& request, const std::string& key, const std::shared_ptr<Kept>& kept, Packing packing, const Holding& holding);
  Sending send(const Request& request, Response response, std::size_t route) const;
  void add_common(Sending& out, std::string_view media_type) const;
  Packing packing_for(const Request& request, std::string_view media_type, std::size_t bytes) const;
  std::optional<Sending> own(const Request& request, const Holding& holding) const;
  void pack_well(const std::string& key, const std::shared_ptr<Kept>& kept);

  FrontOptions options_;
  Service& service_;
  Router router_;
  Cache cache_;
  Metrics metrics_;
};

}  // namespace comity::server
