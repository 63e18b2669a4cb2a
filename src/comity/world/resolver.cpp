#include "comity/world/resolver.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "comity/base/error.hpp"
#include "comity/world/detail/name_sources.hpp"
#include "comity/world/detail/resolver_index.hpp"

namespace comity::world {

namespace fs = std::filesystem;

std::string_view how_text(How how) {
  switch (how) {
    case How::none: return "no match";
    case How::empty: return "empty";
    case How::key: return "key";
    case How::code: return "code";
    case How::name: return "name";
    case How::former_name: return "former name";
    case How::reordered: return "words of the name";
    case How::shortened: return "name with an addition";
    case How::adjective: return "adjective";
    case How::capital: return "capital";
    case How::part: return "part of";
    case How::misspelling: return "misspelling of";
    case How::ambiguous: return "ambiguous";
    case How::non_state: return "no state";
    case How::nearest: return "nearest name";
  }
  return "";
}

void Candidates::add(const Candidate& candidate) {
  for (std::size_t i = 0; i < size_; ++i) {
    if (items_[i].state != candidate.state) continue;
    if (items_[i].score < candidate.score) items_[i] = candidate;
    return;
  }
  if (size_ < items_.size()) {
    items_[size_++] = candidate;
    return;
  }
  auto worst = std::min_element(items_.begin(), items_.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
  if (worst->score < candidate.score) *worst = candidate;
}

void Candidates::rank() {
  std::stable_sort(items_.begin(), items_.begin() + size_, [](const auto& a, const auto& b) { return a.score > b.score; });
}

Resolver::Index::~Index() {
  if (mapped) ::munmap(const_cast<char*>(mapped), mapped_size);
}

Resolver::Resolver(std::unique_ptr<const Index> index) : index_(std::move(index)) {}
Resolver::~Resolver() = default;

std::vector<std::string_view> Resolver::names_in(std::string_view language) const {
  const auto& store = index_->store;
  const auto names = store.language_names();
  const auto found = std::find(names.begin(), names.end(), language);
  std::vector<std::string_view> out;
  if (found == names.end()) return out;
  const auto number = static_cast<std::uint16_t>((found - names.begin()) | detail::display_bit);
  for (const auto& group : store.groups()) {
    for (const auto& row : store.rows(group)) {
      const auto languages = store.languages(row);
      if (std::find(languages.begin(), languages.end(), number) == languages.end()) continue;
      if (out.size() <= row.state) out.resize(row.state + 1u);
      out[row.state] = store.text(row);
    }
  }
  return out;
}

std::vector<std::string> Resolver::languages() const {
  const auto names = index_->store.language_names();
  return {names.begin(), names.end()};
}

const Register& Resolver::states() const { return *index_->states; }

std::string Resolver::make_bytes(const Register& states, const fs::path& data, const fs::path& parts) {
  detail::NameBook book;
  detail::add_register_names(book, states, data);
  if (!parts.empty()) {
    detail::add_cldr_names(book, states, parts);
    detail::add_icu_names(book, states);
    detail::add_world_countries(book, states, parts);
  }
  return book.bytes(detail::names_fingerprint(data));
}

std::shared_ptr<const Resolver> Resolver::make(std::shared_ptr<const Register> states, std::string bytes) {
  auto index = std::make_unique<Index>();
  index->memory = std::move(bytes);
  index->store = detail::NameStore(index->memory);
  index->states = std::move(states);
  return std::make_shared<Resolver>(std::move(index));
}

std::shared_ptr<const Resolver> Resolver::make(std::shared_ptr<const Register> states, const fs::path& data, const fs::path& parts) {
  std::string bytes = make_bytes(*states, data, parts);
  return make(std::move(states), std::move(bytes));
}

std::shared_ptr<const Resolver> Resolver::open(std::shared_ptr<const Register> states, const fs::path& data, const fs::path& file) {
  auto index = std::make_unique<Index>();
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || status.st_size <= 0) {
    if (descriptor >= 0) ::close(descriptor);
    throw DataError(fmt::format("{} cannot be read", file.string()), "Make it anew: comity build --base");
  }
  index->mapped_size = static_cast<std::size_t>(status.st_size);
  void* place = ::mmap(nullptr, index->mapped_size, PROT_READ, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (place == MAP_FAILED) throw DataError(fmt::format("{} cannot be mapped", file.string()), "Is there memory left?");
  index->mapped = static_cast<const char*>(place);
  index->store = detail::NameStore({index->mapped, index->mapped_size});
  if (index->store.fingerprint() != detail::names_fingerprint(data))
    throw DataError(fmt::format("{} was made from other tables", file.string()), "Make it anew: comity build --base");
  index->states = std::move(states);
  return std::make_shared<Resolver>(std::move(index));
}

std::string Resolver::explain(const Resolution& resolution) const {
  const auto list = [&] {
    std::string out;
    for (const auto& candidate : resolution.candidates) out += (out.empty() ? "" : " or ") + states().state(candidate.state).key;
    return out;
  };
  std::string out(how_text(resolution.how));
  const std::string own = resolution.state ? states().state(resolution.state).name : std::string();
  switch (resolution.how) {
    case How::ambiguous: out += ": " + list() + (resolution.candidates.size() == 1 ? " or something else" : ""); break;
    case How::misspelling:
    case How::part: out += " " + own; break;
    case How::reordered:
    case How::shortened: out += fmt::format(" ({})", resolution.matched); break;
    case How::nearest: out += fmt::format(" {}", own); break;
    case How::non_state:
      if (const auto kind = states().non_state_kind(resolution.matched); !kind.empty()) out += fmt::format(": {}", kind);
      break;
    default: break;
  }
  if (!resolution.existed) out += "; not there on that day";
  return out;
}

namespace {

constexpr std::string_view kind_texts[] = {"name", "listed", "former", "name", "official", "adjective", "capital", "part", "no state", "ambiguous", "phrase"};

// Calls work(state, name) for each name of a state in each of its languages; once without a language where it has none.
template <class Work>
void each_name(const detail::NameStore& store, Work work) {
  for (const auto& group : store.groups()) {
    for (const auto& row : store.rows(group)) {
      if (row.state == 0 || row.kind >= detail::NameKind::capital) continue;
      Resolver::Name name{store.text(row), {}, kind_texts[static_cast<std::size_t>(row.kind)], false};
      if (row.language_count == 0) work(StateId(row.state), name);
      for (const auto language : store.languages(row)) {
        name.language = store.language_names()[language & ~detail::display_bit];
        name.shown = (language & detail::display_bit) != 0;
        work(StateId(row.state), name);
      }
    }
  }
}

}  // namespace

std::vector<Resolver::Name> Resolver::names_of(StateId state) const {
  std::vector<Name> out;
  each_name(index_->store, [&](StateId of, const Name& name) {
    if (of == state) out.push_back(name);
  });
  std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return std::tie(a.language, a.kind, a.text) < std::tie(b.language, b.kind, b.text); });
  return out;
}

std::vector<Resolver::Called> Resolver::called_in(std::string_view language) const {
  const auto known = index_->store.language_names();
  if (std::find(known.begin(), known.end(), language) == known.end()) return {};
  std::vector<Called> out;
  each_name(index_->store, [&](StateId of, const Name& name) {
    if (name.language.empty() || name.language == language) out.push_back({of, name});
  });
  std::stable_sort(out.begin(), out.end(), [](const Called& a, const Called& b) { return a.state.value < b.state.value; });
  return out;
}

}  // namespace comity::world
