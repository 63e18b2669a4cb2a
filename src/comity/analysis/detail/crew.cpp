#include "comity/analysis/detail/crew.hpp"

#include <algorithm>

namespace comity::analysis::detail {
namespace {

constexpr int most_patience = 4096;  // some fifty microseconds

void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

// To be woken costs more than most pieces take: waits awake for a little while, and less where that was in vain.
template <class F>
bool comes_soon(int& patience, const F& is_there) {
  for (int i = 0; i < patience; ++i) {
    if (is_there()) {
      patience = std::min(2 * patience, most_patience);
      return true;
    }
    pause();
  }
  patience = std::max(patience / 2, most_patience / 64);
  return is_there();
}

}  // namespace

Crew::Crew(int threads) : patience_(most_patience) {
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
  for (std::uint64_t ticket = ticket_.load(); has_pieces(ticket);) {
    if (!ticket_.compare_exchange_weak(ticket, ticket + 1)) continue;
    (*work_)(ticket & piece_mask);
    const std::size_t pieces = ticket >> piece_bits & piece_mask;
    if (done_.fetch_add(1) + 1 == pieces) {
      const std::lock_guard lock(mutex_);
      end_.notify_one();
    }
    ticket = ticket_.load();
  }
}

void Crew::serve() {
  int patience = most_patience;
  const auto is_called = [&] { return stop_ || has_pieces(ticket_); };
  while (true) {
    if (!comes_soon(patience, is_called)) {
      std::unique_lock lock(mutex_);
      begin_.wait(lock, is_called);
    }
    if (stop_) return;
    take_pieces();
  }
}

void Crew::run(std::size_t pieces, const std::function<void(std::size_t)>& work) {
  if (threads_.empty() || pieces < 2 || pieces > piece_mask) {
    for (std::size_t i = 0; i < pieces; ++i) work(i);
    return;
  }
  work_ = &work, done_ = 0;
  {
    const std::lock_guard lock(mutex_);
    ticket_ = (ticket_ / one_task + 1) * one_task | pieces << piece_bits;
  }
  begin_.notify_all();
  take_pieces();
  const auto is_done = [&] { return done_ == pieces; };
  if (comes_soon(patience_, is_done)) return;
  std::unique_lock lock(mutex_);
  end_.wait(lock, is_done);
}

}  // namespace comity::analysis::detail
