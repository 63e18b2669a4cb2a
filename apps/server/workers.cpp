#include "apps/server/workers.hpp"

namespace comity::serve {

Workers::Workers(int threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Workers::post(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (first_.size() >= most_waiting_) return false;
    first_.push_back(std::move(work));
  }
  changed_.notify_one();
  return true;
}

void Workers::later(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (last_.size() >= most_waiting_) return;
    last_.push_back(std::move(work));
  }
  changed_.notify_one();
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return first_.size();
}

void Workers::run() {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ended_ || !first_.empty() || !last_.empty(); });
      if (ended_) return;
      auto& line = first_.empty() ? last_ : first_;
      work = std::move(line.front());
      line.pop_front();
    }
    work();
  }
}

}  // namespace comity::serve
