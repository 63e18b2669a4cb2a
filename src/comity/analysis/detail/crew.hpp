// A few threads that work through numbered pieces of one task. The pieces are fixed by the data alone, and results are
// joined in their order, so that sums have the same bits for any number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace comity::analysis::detail {

class Crew {
 public:
  explicit Crew(int threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // work(0) … work(pieces - 1), each once, and returns when all are done. work must not throw.
  void run(std::size_t pieces, const std::function<void(std::size_t)>& work);
  // work(run, first, last) for runs of rows of one length, whatever the number of threads.
  void run_rows(std::size_t rows, const std::function<void(std::size_t, std::size_t, std::size_t)>& work) {
    run(row_runs(rows), [&](std::size_t r) { work(r, r * rows_a_run, std::min(rows, (r + 1) * rows_a_run)); });
  }
  static std::size_t row_runs(std::size_t rows) { return (rows + rows_a_run - 1) / rows_a_run; }

 private:
  static constexpr std::size_t rows_a_run = 1 << 15;

  // A task's number, how many pieces it has, and which is next: in one word, so that who comes late takes nothing of another task.
  static constexpr int piece_bits = 20;
  static constexpr std::uint64_t one_task = 1ull << (2 * piece_bits), piece_mask = (1ull << piece_bits) - 1;
  static bool has_pieces(std::uint64_t ticket) { return (ticket & piece_mask) < (ticket >> piece_bits & piece_mask); }

  void serve();
  void take_pieces();

  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable begin_, end_;
  const std::function<void(std::size_t)>* work_ = nullptr;
  std::atomic<std::uint64_t> ticket_{0};
  std::atomic<std::size_t> done_{0};
  std::atomic<bool> stop_{false};
  int patience_ = 0;
};

}  // namespace comity::analysis::detail
