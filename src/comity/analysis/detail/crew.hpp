// A few threads that work through numbered pieces of one task. The pieces are fixed by the data alone, and results are
// joined in their order, so that sums have the same bits for any number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
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

  void serve();
  void take_pieces();

  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable begin_, end_;
  const std::function<void(std::size_t)>* work_ = nullptr;
  std::size_t pieces_ = 0;
  std::atomic<std::size_t> next_{0};
  std::uint64_t task_ = 0;
  int busy_ = 0;
  bool stop_ = false;
};

}  // namespace comity::analysis::detail
