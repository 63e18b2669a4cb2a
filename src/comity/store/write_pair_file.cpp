// Writes the file of pairs beside an edition (pair_file.hpp).
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <map>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"
#include "comity/store/packed_context.hpp"
#include "comity/store/pair_file.hpp"
#include "comity/store/pair_file_layout.hpp"
#include "comity/store/schema.hpp"

namespace comity::store {

namespace fs = std::filesystem;

std::uint32_t schema_number() {
  std::uint32_t out = 0;
  std::from_chars(schema_version.data(), schema_version.data() + schema_version.size(), out);
  return out;
}

namespace {

// Fills what tells the edition's file from any other. False where its hash does not stand in it as it is.
bool describe(const fs::path& edition, const std::string& hash, PairHead& head) {
  const int file = ::open(edition.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw StoreError(fmt::format("{} cannot be read: {}", edition.string(), std::strerror(errno)));
  struct stat found {};
  ::fstat(file, &found);
  const auto size = static_cast<std::size_t>(found.st_size);
  head.edition_size = size;
  head.edition_head = head_hash_of(file);
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) return false;
  const void* place = hash.size() == sizeof head.seal ? ::memmem(mapped, size, hash.data(), hash.size()) : nullptr;
  if (place) {
    head.seal_at = static_cast<std::uint64_t>(static_cast<const char*>(place) - static_cast<const char*>(mapped));
    std::memcpy(head.seal, hash.data(), sizeof head.seal);
  }
  ::munmap(mapped, size);
  return place != nullptr;
}

class Writer {
 public:
  explicit Writer(const fs::path& file) : path_(file), file_(std::fopen(file.c_str(), "wb")) {
    if (!file_) fail();
    put(std::string(sizeof(PairHead), '\0'));
  }
  ~Writer() {
    if (file_) std::fclose(file_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Where it begins.
  std::uint64_t put(std::string_view bytes) {
    const std::uint64_t begin = at_;
    if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
    at_ += bytes.size();
    return begin;
  }
  template <class Value>
  PairSection section(const Value* values, std::size_t count) {
    if (at_ % 8 != 0) put(std::string_view("\0\0\0\0\0\0\0", 8 - at_ % 8));
    const std::uint64_t begin = put({reinterpret_cast<const char*>(values), count * sizeof(Value)});
    return {begin, count};
  }
  void finish(PairHead& head) {
    head.size = at_;
    head.hash = hash_of({reinterpret_cast<const char*>(&head), offsetof(PairHead, hash)}, 0);
    if (std::fseek(file_, 0, SEEK_SET) != 0) fail();
    put({reinterpret_cast<const char*>(&head), sizeof head});
    std::FILE* closing = std::exchange(file_, nullptr);
    if (std::fclose(closing) != 0) fail();
    sync_file(path_);
  }

 private:
  [[noreturn]] void fail() const {
    const int why = errno;
    throw StoreError(fmt::format("{} cannot be written: {}", path_.string(), std::strerror(why)), why == ENOSPC ? "Make room on the disk." : "");
  }
  fs::path path_;
  std::FILE* file_;
  std::uint64_t at_ = 0;
};

// The index as it grows: code, place.
struct Index {
  std::vector<std::uint32_t> codes;
  std::vector<PairEntry> entries;

  void add(std::uint32_t code, const std::string& bytes, Writer& writer) {
    codes.push_back(code);
    entries.push_back({writer.put(bytes), bytes.size(), hash_of(bytes, code)});
  }
};

// What the walk over all pairs does not give: disagreements of facts that are not shown.
void add_disagreements_alone(Session& session, PackedTexts& texts, const Index& pairs, std::map<std::uint32_t, std::string>& rest) {
  auto result = session.connection().query("SELECT DISTINCT pair FROM disagreement WHERE pair >= 65536");
  std::vector<std::uint32_t> codes;
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) codes.push_back(chunk.get<std::uint32_t>(0, i));
  }
  std::ranges::sort(codes);
  for (const std::uint32_t code : codes) {
    if (std::ranges::binary_search(pairs.codes, code)) continue;
    const Pair pair(code);
    rest.emplace(code, pack(session.pair_facts(pair.low, pair.high), texts));
  }
}

}  // namespace

bool write_pair_file(const fs::path& edition, std::shared_ptr<const world::Register> states, const fs::path& file) {
  // Facts would be read from it, and not from the tables.
  if (PairFile::try_open(edition)) throw StoreError(fmt::format("{} is there already", pair_file_of(edition).string()), "Delete it first.");
  const Edition opened(edition, std::move(states), {.read_only = true});
  Session session(opened);
  PairHead head{};
  std::memcpy(head.magic, pair_file_magic, sizeof head.magic);
  head.packing = packing_version;
  head.schema = schema_number();
  if (!describe(edition, session.connection().text("SELECT value FROM edition WHERE name = 'hash'"), head)) return false;
  Writer writer(file);
  PackedTexts texts;
  Index index;
  std::map<std::uint32_t, std::string> rest;  // by code
  const auto add_state = [&](StateId state, const facts::StateFacts& facts) {
    if (facts.observations.empty() && facts.events.empty() && facts.memberships.empty()) return;
    if (!rest.contains(state.value)) rest.emplace(state.value, pack(facts, texts));
  };
  // The texts of facts last as long as the walk.
  opened.for_each_pair(1, [&](std::size_t, facts::PairFacts& facts) {
    index.add(Pair(facts.a, facts.b).code(), pack(facts, texts), writer);
    add_state(facts.a, *facts.of_a), add_state(facts.b, *facts.of_b);
  });
  head.pairs = index.codes.size();
  for (const auto& state : opened.context().states->states()) {
    if (!rest.contains(state.id.value)) add_state(state.id, *session.pair_facts(state.id, state.id).of_a);
  }
  add_disagreements_alone(session, texts, index, rest);
  for (const auto& [code, bytes] : rest) index.add(code, bytes, writer);
  const std::string context = pack(opened.context());
  head.context = writer.section(context.data(), context.size());
  head.context_hash = hash_of(context, 0);
  head.texts = writer.section(texts.bytes().data(), texts.bytes().size());
  head.ends = writer.section(texts.ends().data(), texts.ends().size());
  head.dates = writer.section(texts.dates().data(), texts.dates().size());
  head.codes = writer.section(index.codes.data(), index.codes.size());
  head.entries = writer.section(index.entries.data(), index.entries.size());
  writer.finish(head);
  return true;
}

}  // namespace comity::store
