// Child processes of this program for what strangers ask for and could be too much: SQL, panels, Parquet. Each has a deadline of
// the clock here and limits on memory and processor time that it sets itself (comity query --confined).
#pragma once

#include "comity/server/metrics.hpp"
#include "comity/server/service.hpp"

namespace comity::serve {

class Children {
 public:
  Children(std::filesystem::path share, server::Metrics& metrics) : share_(std::move(share)), metrics_(metrics) {}
  // Runs to the end, the deadline or the limit of output, and waits for it. How many run at once is whoever's who calls.
  server::Outcome run(const server::Task& task, const server::Holding& holding);

 private:
  const std::filesystem::path share_;
  server::Metrics& metrics_;
};

}  // namespace comity::serve
