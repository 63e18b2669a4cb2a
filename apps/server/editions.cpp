#include "apps/server/editions.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::serve {

Editions::Editions(std::function<std::filesystem::path()> find, std::shared_ptr<const world::Register> states) : find_(std::move(find)), states_(std::move(states)) {
  current_.store(std::make_shared<const server::Holding>(find_(), states_));
}

bool Editions::look() {
  try {
    const auto file = find_();
    if (current()->is_current(file)) return false;
    auto next = std::make_shared<const server::Holding>(file, states_);
    const std::string before = current()->name();
    current_.store(std::move(next));
    complaint_.clear();
    fmt::print(stderr, "comity: edition {} takes the place of {}\n", current()->name(), before);
    return true;
  } catch (const std::exception& error) {
    if (complaint_ == error.what()) return false;
    complaint_ = error.what();
    fmt::print(stderr, "comity: the edition stays {}: {}\n", current()->name(), complaint_);
    return false;
  }
}

}  // namespace comity::serve
