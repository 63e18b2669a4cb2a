// A few threads for what waits: the database, packing. A bounded line before them; what nobody waits for comes last.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace comity::serve {

class Workers {
 public:
  using Work = std::function<void()>;
  Workers(int threads, std::size_t most_waiting);
  // Finishes what has begun; what waits is dropped.
  ~Workers();

  // False: too many are waiting already.
  bool post(Work work);
  // Done when nothing else is to do; dropped where much waits already.
  void later(Work work);
  std::size_t waiting() const;

 private:
  void run();

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> first_, last_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace comity::serve
