// The edition in service, and the change to another one while requests run: each holds the one that it began with.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "comity/server/service.hpp"

namespace comity::serve {

class Editions {
 public:
  // Opens the first one. Throws NotFound, StoreError.
  Editions(std::function<std::filesystem::path()> find, std::shared_ptr<const world::Register> states);

  std::shared_ptr<const server::Holding> current() const { return current_.load(); }
  // Looks whether the name leads to another file now, and opens it. A file that cannot be opened leaves the old edition in
  // service. True: another one is in service. Says what happened on stderr. Called from one thread at a time.
  bool look();

 private:
  std::function<std::filesystem::path()> find_;
  std::shared_ptr<const world::Register> states_;
  std::atomic<std::shared_ptr<const server::Holding>> current_;
  std::string complaint_;  // the last one, so that it is said once
};

}  // namespace comity::serve
