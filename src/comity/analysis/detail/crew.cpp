#include "comity/analysis/detail/crew.hpp"

#include <algorithm>

namespace comity::analysis::detail {

Crew::Crew(int threads) {
  for (int i = 1; i < std::clamp(threads, 1, 64); ++i) threads_.emplace_back([this] { serve(); });
}

Crew::~Crew() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  begin_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Crew::take_pieces() {
  for (std::size_t i = next_.fetch_add(1); i < pieces_; i = next_.fetch_add(1)) (*work_)(i);
}

void Crew::serve() {
  std::unique_lock lock(mutex_);
  for (std::uint64_t seen = 0;;) {
    begin_.wait(lock, [&] { return stop_ || task_ != seen; });
    if (stop_) return;
    seen = task_;
    lock.unlock();
    take_pieces();
    lock.lock();
    if (--busy_ == 0) end_.notify_one();
  }
}

void Crew::run(std::size_t pieces, const std::function<void(std::size_t)>& work) {
  if (threads_.empty() || pieces < 2) {
    for (std::size_t i = 0; i < pieces; ++i) work(i);
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    work_ = &work, pieces_ = pieces, next_ = 0, busy_ = static_cast<int>(threads_.size()), ++task_;
  }
  begin_.notify_all();
  take_pieces();
  std::unique_lock lock(mutex_);
  end_.wait(lock, [&] { return busy_ == 0; });
}

}  // namespace comity::analysis::detail
