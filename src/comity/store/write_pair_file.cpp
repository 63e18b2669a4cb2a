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
#include <optional>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/edition_impl.hpp"
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

// The entries as they come: those of pairs in their order, then the rest. What is not packed anew is taken from `former`.
class Layout {
 public:
  Layout(Writer& writer, const PairFile* former, const std::vector<std::uint32_t>* moved) : writer_(writer), former_(former), moved_(moved) {
    if (former) repacking_.emplace(former->texts(), texts_);
  }
  const PackedTexts& texts() const { return texts_; }
  std::size_t kept_count() const { return kept_count_; }
  bool holds(std::uint32_t pair) const { return std::ranges::binary_search(codes_, pair); }
  // Of which nothing can be kept.
  bool is_moved(std::uint32_t code) const { return !former_ || std::ranges::binary_search(*moved_, code); }

  void add(const facts::PairFacts& facts) { write(Pair(facts.a, facts.b).code(), pack(facts, texts_)); }
  void keep(std::uint32_t pair) { write(pair, kept(pair)); }
  // Once each, as soon as a pair names it; `facts` gives them where they moved.
  template <class Facts>
  void add_state(StateId state, Facts facts) {
    if (!rest_seen_.insert(state.value).second) return;
    if (!is_moved(state.value)) return add_rest(state.value, kept(state.value));
    const std::shared_ptr<const facts::StateFacts> now = facts();
    if (!now->observations.empty() || !now->events.empty() || !now->memberships.empty()) add_rest(state.value, pack(*now, texts_));
  }
  void add_alone(std::uint32_t pair, const facts::PairFacts& facts) { add_rest(pair, pack(facts, texts_)); }
  void keep_alone(std::uint32_t pair) { add_rest(pair, kept(pair)); }

  void finish(PairHead& head) {
    head.pairs = codes_.size();
    for (const auto& [code, bytes] : rest_) write(code, bytes);
    head.texts = writer_.section(texts_.bytes().data(), texts_.bytes().size());
    head.ends = writer_.section(texts_.ends().data(), texts_.ends().size());
    head.dates = writer_.section(texts_.dates().data(), texts_.dates().size());
    head.codes = writer_.section(codes_.data(), codes_.size());
    head.entries = writer_.section(entries_.data(), entries_.size());
  }

 private:
  // Empty where there is nothing.
  std::string kept(std::uint32_t code) {
    if (!former_->read_bytes(code, read_)) return {};
    ++kept_count_;
    return (*repacking_)(read_);
  }
  void add_rest(std::uint32_t code, std::string bytes) {
    if (!bytes.empty()) rest_.emplace(code, std::move(bytes));
  }
  void write(std::uint32_t code, const std::string& bytes) {
    codes_.push_back(code);
    entries_.push_back({writer_.put(bytes), bytes.size(), hash_of(bytes, code)});
  }

  Writer& writer_;
  const PairFile* former_;
  const std::vector<std::uint32_t>* moved_;
  PackedTexts texts_;
  std::optional<Repacking> repacking_;
  std::string read_;
  std::size_t kept_count_ = 0;
  std::vector<std::uint32_t> codes_;
  std::vector<PairEntry> entries_;
  std::map<std::uint32_t, std::string> rest_;  // by code
  std::set<std::uint16_t> rest_seen_;
};

// What the walk over all pairs does not give: disagreements of facts that are not shown.
void add_disagreements_alone(Session& session, Layout& layout) {
  auto result = session.connection().query("SELECT DISTINCT pair FROM disagreement WHERE pair >= 65536");
  std::vector<std::uint32_t> codes;
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) codes.push_back(chunk.get<std::uint32_t>(0, i));
  }
  std::ranges::sort(codes);
  for (const std::uint32_t code : codes) {
    if (layout.holds(code)) continue;
    const Pair pair(code);
    if (layout.is_moved(code)) layout.add_alone(code, session.pair_facts(pair.low, pair.high));
    else layout.keep_alone(code);
  }
}

void lay_all_pairs(const Edition& edition, Layout& layout) {
  // The texts of facts last as long as the walk.
  edition.for_each_pair(1, [&](std::size_t, facts::PairFacts& facts) {
    layout.add(facts);
    layout.add_state(facts.a, [&] { return facts.of_a; });
    layout.add_state(facts.b, [&] { return facts.of_b; });
  });
}

// The same entries in the same order: pairs that stay between those that moved.
void lay_moved_pairs(const Edition& edition, Session& session, const PairFile& former, const std::vector<std::uint32_t>& moved, Layout& layout) {
  const auto states = [&](Pair pair) {
    for (const StateId state : {pair.low, pair.high}) {
      layout.add_state(state, [&] { return session.pair_facts(state, state).of_a; });
    }
  };
  const std::uint32_t *next = former.codes(), *end = next + former.pair_count();
  const auto keep_before = [&](std::uint64_t code) {
    for (; next != end && *next < code; ++next) {
      if (layout.is_moved(*next)) continue;
      layout.keep(*next);
      states(Pair(*next));
    }
  };
  edition.for_pairs(moved, [&](facts::PairFacts& facts) {
    const Pair pair(facts.a, facts.b);
    keep_before(pair.code());
    layout.add(facts);
    states(pair);
  });
  keep_before(std::uint64_t{1} << 32);
}

// The file of pairs of the edition before, where its entries are those of this edition for all that did not move.
std::shared_ptr<const PairFile> former_file(const SamePairs* same, const Edition& edition) {
  if (!same) return nullptr;
  auto out = PairFile::try_open(same->before);
  // Worth it while most stays, and of a handful always.
  if (!out || (same->moved.size() > 16 && same->moved.size() > out->code_count() / 4)) return nullptr;
  return Shown(out->context(edition.context().states)) == Shown(edition.context()) ? out : nullptr;
}

}  // namespace

PairLayout write_pair_file(const fs::path& edition, std::shared_ptr<const world::Register> states, const fs::path& file, const SamePairs* same) {
  // Facts would be read from it, and not from the tables.
  if (PairFile::try_open(edition)) throw StoreError(fmt::format("{} is there already", pair_file_of(edition).string()), "Delete it first.");
  const Edition opened(edition, std::move(states), {.read_only = true});
  Session session(opened);
  PairHead head{};
  std::memcpy(head.magic, pair_file_magic, sizeof head.magic);
  head.packing = packing_version;
  head.schema = schema_number();
  if (!describe(edition, session.connection().text("SELECT value FROM edition WHERE name = 'hash'"), head)) return {};
  const auto former = former_file(same, opened);
  Writer writer(file);
  Layout layout(writer, former.get(), former ? &same->moved : nullptr);
  if (former) lay_moved_pairs(opened, session, *former, same->moved, layout);
  else lay_all_pairs(opened, layout);
  for (const auto& state : opened.context().states->states()) {
    layout.add_state(state.id, [&] { return session.pair_facts(state.id, state.id).of_a; });
  }
  add_disagreements_alone(session, layout);
  const std::string context = pack(opened.context());
  head.context = writer.section(context.data(), context.size());
  head.context_hash = hash_of(context, 0);
  layout.finish(head);
  writer.finish(head);
  return {true, layout.kept_count()};
}

}  // namespace comity::store
