#include "comity/server/cache.hpp"

namespace comity::server {
namespace {

constexpr std::size_t overhead = 512;  // of an entry beside its bodies, about

}  // namespace

std::shared_ptr<Kept> Cache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto known = by_key_.find(key);
  if (known == by_key_.end()) {
    ++counts_.misses;
    return nullptr;
  }
  ++counts_.hits;
  slots_.splice(slots_.begin(), slots_, known->second);
  return known->second->entry;
}

void Cache::put(const std::string& key, std::shared_ptr<Kept> entry) {
  const std::size_t bytes = entry->plain->size() + key.size() + overhead;
  if (bytes > most_bytes_ / 8) return;
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;  // another request was first
  entry->bytes_ = bytes;
  counts_.bytes += bytes;
  slots_.push_front({key, std::move(entry)});
  by_key_.emplace(slots_.front().key, slots_.begin());
  shrink();
}

void Cache::add_form(const std::string& key, Kept& entry, Packing packing, std::string bytes, bool well) {
  const std::size_t size = bytes.size();
  const Bytes form = std::make_shared<const std::string>(std::move(bytes));
  const std::lock_guard lock(mutex_);
  auto& place = entry.forms_[static_cast<std::size_t>(packing)];
  const Bytes old = place.exchange(form);
  const std::size_t before = old ? old->size() : 0;
  if (well) entry.packed_well_ = true;
  const auto known = by_key_.find(key);
  if (known == by_key_.end() || known->second->entry.get() != &entry) return;
  entry.bytes_ += size - before;
  counts_.bytes += size - before;
  shrink();
}

void Cache::shrink() {
  while (counts_.bytes > most_bytes_ && !slots_.empty()) {
    counts_.bytes -= slots_.back().entry->bytes_;
    by_key_.erase(slots_.back().key);
    slots_.pop_back();
    ++counts_.evictions;
  }
}

void Cache::clear() {
  const std::lock_guard lock(mutex_);
  by_key_.clear();
  slots_.clear();
  counts_.bytes = 0;
}

Cache::Counts Cache::counts() const {
  const std::lock_guard lock(mutex_);
  Counts out = counts_;
  out.entries = slots_.size();
  return out;
}

}  // namespace comity::server
