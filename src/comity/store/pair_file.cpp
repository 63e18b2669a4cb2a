#include "comity/store/pair_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "comity/base/error.hpp"
#include "comity/store/packed_bytes.hpp"
#include "comity/store/packed_context.hpp"
#include "comity/store/pair_file_layout.hpp"

namespace comity::store {

namespace fs = std::filesystem;

fs::path pair_file_of(const fs::path& edition) { return edition.string() + ".pairs"; }

std::uint64_t head_hash_of(int edition) {
  // DuckDB's own headers: they count every writing to the file.
  char bytes[12288];
  if (::pread(edition, bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) return 0;
  return XXH3_64bits(bytes, sizeof bytes);
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) { return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed); }

const PairHead& PairFile::head() const { return *reinterpret_cast<const PairHead*>(file_.data()); }

// Its sizes are those that it names, and inside of it.
bool PairFile::is_whole() const {
  if (file_.size() < sizeof(PairHead)) return false;
  const PairHead& h = head();
  if (std::memcmp(h.magic, pair_file_magic, sizeof h.magic) != 0 || h.packing != packing_version || h.schema != schema_number() || h.size != file_.size()) return false;
  if (h.hash != hash_of({file_.data(), offsetof(PairHead, hash)}, 0)) return false;
  const auto inside = [&](const PairSection& s, std::uint64_t each) { return s.at % 8 == 0 && s.at <= file_.size() && s.count <= (file_.size() - s.at) / each; };
  return inside(h.codes, sizeof(std::uint32_t)) && inside(h.entries, sizeof(PairEntry)) && inside(h.context, 1) && inside(h.texts, 1) && inside(h.ends, sizeof(std::uint64_t)) &&
         inside(h.dates, sizeof(PackedTexts::Date)) && h.codes.count == h.entries.count && h.pairs <= h.entries.count;
}

bool PairFile::is_of(const fs::path& edition) const {
  const int file = ::open(edition.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat found {};
  char seal[sizeof head().seal];
  const bool is = ::fstat(file, &found) == 0 && static_cast<std::uint64_t>(found.st_size) == head().edition_size && head_hash_of(file) == head().edition_head &&
                  ::pread(file, seal, sizeof seal, static_cast<off_t>(head().seal_at)) == static_cast<ssize_t>(sizeof seal) && std::memcmp(seal, head().seal, sizeof seal) == 0;
  ::close(file);
  // Somebody writes to the edition, against the rules.
  return is && ::access((edition.string() + ".wal").c_str(), F_OK) != 0;
}

std::shared_ptr<const PairFile> PairFile::try_open(const fs::path& edition) {
  std::shared_ptr<PairFile> out(new PairFile());
  out->descriptor_ = ::open(pair_file_of(edition).c_str(), O_RDONLY | O_CLOEXEC);
  struct stat found {};
  if (out->descriptor_ < 0 || ::fstat(out->descriptor_, &found) != 0 || found.st_size < static_cast<off_t>(sizeof(PairHead))) return nullptr;
  const auto size = static_cast<std::size_t>(found.st_size);
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, out->descriptor_, 0);
  if (mapped == MAP_FAILED) return nullptr;
  out->file_ = {static_cast<const char*>(mapped), size};
  if (!out->is_whole() || !out->is_of(edition)) return nullptr;
  const PairHead& h = out->head();
  out->entry_count_ = h.entries.count;
  out->pair_count_ = h.pairs;
  const auto at = [&](const PairSection& section) { return out->file_.data() + section.at; };
  out->codes_ = reinterpret_cast<const std::uint32_t*>(at(h.codes));
  out->entries_ = reinterpret_cast<const PairEntry*>(at(h.entries));
  out->texts_ = TextsByNumber({at(h.texts), h.texts.count}, reinterpret_cast<const std::uint64_t*>(at(h.ends)), h.ends.count,
                              reinterpret_cast<const PackedTexts::Date*>(at(h.dates)), h.dates.count);
  return out;
}

PairFile::~PairFile() {
  if (!file_.empty()) ::munmap(const_cast<char*>(file_.data()), file_.size());
  if (descriptor_ >= 0) ::close(descriptor_);
}

Pair PairFile::pair(std::size_t number) const { return Pair(codes_[number]); }

facts::Context PairFile::context(std::shared_ptr<const world::Register> states) const {
  const std::string_view bytes = file_.substr(head().context.at, head().context.count);
  if (hash_of(bytes, 0) != head().context_hash) ByteReader::fail();
  facts::Context out;
  out.states = std::move(states);
  unpack(bytes, out);
  return out;
}

// Read, not mapped: a walk over all pairs would leave the whole file in the memory of a process.
bool PairFile::read_bytes(std::uint32_t code, std::string& out) const {
  const auto find = [&](std::size_t from, std::size_t to) -> const PairEntry* {
    const auto* found = std::lower_bound(codes_ + from, codes_ + to, code);
    return found != codes_ + to && *found == code ? entries_ + (found - codes_) : nullptr;
  };
  const PairEntry* entry = find(0, pair_count_);
  if (!entry) entry = find(pair_count_, entry_count_);
  if (!entry) return false;
  if (entry->size > file_.size()) ByteReader::fail();
  out.resize(entry->size);
  for (std::size_t done = 0; done < out.size();) {
    const ssize_t got = ::pread(descriptor_, out.data() + done, out.size() - done, static_cast<off_t>(entry->at + done));
    if (got <= 0) ByteReader::fail();
    done += static_cast<std::size_t>(got);
  }
  if (hash_of(out, code) != entry->hash) ByteReader::fail();
  return true;
}

template <class Facts>
void PairFile::read_entry(std::uint32_t code, Facts& out) const {
  thread_local std::string bytes;
  if (read_bytes(code, bytes)) unpack(bytes, texts_, out);
}

void PairFile::read(Pair pair, facts::PairFacts& out) const { read_entry(pair.code(), out); }
void PairFile::read(StateId state, facts::StateFacts& out) const { read_entry(state.value, out); }

}  // namespace comity::store
