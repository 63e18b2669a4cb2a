// Answers kept, with their packed forms, up to a number of bytes; what was not asked for longest goes first. Safe to use from
// many threads. A key names an edition and a target, so that a new edition never meets an old one's answers.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "comity/server/compress.hpp"
#include "comity/server/request.hpp"

namespace comity::server {

using Bytes = std::shared_ptr<const std::string>;

// One answer. The packed forms come later than the entry; none is ever taken back.
struct Kept {
  std::string media_type, etag;  // etag without quotes and without the mark of a packing
  std::vector<Header> headers;
  Keeping keeping = Keeping::by_edition;
  std::size_t route = 0;
  Bytes plain;
  std::atomic<std::uint32_t> asked{0};
  std::atomic<bool> being_packed{false};

  Bytes form(Packing packing) const { return packing == Packing::none ? plain : forms_[static_cast<std::size_t>(packing)].load(); }
  bool is_packed_well() const { return packed_well_; }

 private:
  friend class Cache;
  std::array<std::atomic<Bytes>, 3> forms_;
  std::atomic<bool> packed_well_{false};
  std::size_t bytes_ = 0;  // counted in the cache; under its mutex
};

class Cache {
 public:
  explicit Cache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  std::shared_ptr<Kept> find(const std::string& key);
  // Not kept when it alone would take an eighth of the room.
  void put(const std::string& key, std::shared_ptr<Kept> entry);
  // Adds or replaces a packed form of an entry that may have gone from the cache meanwhile.
  void add_form(const std::string& key, Kept& entry, Packing packing, std::string bytes, bool well);
  void clear();

  struct Counts {
    std::uint64_t hits = 0, misses = 0, evictions = 0;
    std::size_t entries = 0, bytes = 0;
  };
  Counts counts() const;
  std::size_t most_bytes() const { return most_bytes_; }

 private:
  struct Slot {
    std::string key;
    std::shared_ptr<Kept> entry;
  };
  void shrink();

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::list<Slot> slots_;  // last asked for first
  std::unordered_map<std::string_view, std::list<Slot>::iterator> by_key_;
  Counts counts_;
};

}  // namespace comity::server
