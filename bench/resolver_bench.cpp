// How many distinct names does the resolver understand in a second on one core, how many lines of garbage does it turn
// away, and how much text does it read? The names are all that the index knows, each in some twenty dresses (capitals,
// blanks, quotes, articles), so that no line comes twice; every answer is checked first. One row a run: question, lines,
// seconds of one core, million a second, peak memory.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <random>
#include <unordered_set>

#include <fmt/format.h>

#include "comity/world/resolver.hpp"

namespace {

using namespace comity;

[[noreturn]] void fail(const std::string& what) {
  fmt::print(stderr, "wrong answer: {}\n", what);
  std::exit(1);
}

// Seconds that this process had of a core: one thread, and other programs on the machine do not count.
double core_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <typename Work>
void run(const char* what, std::size_t lines, Work work) {
  work();
  for (int i = 0; i < 5; ++i) {
    const double start = core_seconds();
    work();
    const double seconds = core_seconds() - start;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:24} {:9} {:9.5f} s {:9.3f} M/s {:6} MB peak\n", what, lines, seconds, double(lines) / seconds / 1e6, usage.ru_maxrss / 1024);
  }
}

std::string changed(std::string_view text, bool upper, unsigned every) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i % every != 0) continue;
    if (upper && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
    if (!upper && out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
  }
  return out;
}

// A name as people and files write it; none of it changes its meaning.
std::string dressed(std::string_view name, unsigned dress) {
  static constexpr const char* before[] = {"", " ", "\"", "(", "the ", "The "};
  static constexpr const char* behind[] = {"", " ", "\"", ")", ".", " *"};
  return fmt::format("{}{}{}", before[dress % 6], changed(name, dress & 1, 1 + dress % 4), behind[dress / 6 % 6]);
}

std::vector<std::string> distinct_names(const world::Resolver& resolver, std::size_t count) {
  std::vector<std::string_view> known;
  for (const auto& state : resolver.states().states()) {
    for (const auto& name : resolver.names_of(state.id)) known.push_back(name.text);
  }
  std::unordered_set<std::string> seen;
  std::vector<std::string> out;
  for (unsigned dress = 0; out.size() < count && dress < 200; ++dress) {
    for (const auto name : known) {
      if (out.size() == count) break;
      std::string text = dressed(name, dress);
      if (seen.insert(text).second) out.push_back(std::move(text));
    }
  }
  std::shuffle(out.begin(), out.end(), std::mt19937(1));
  return out;
}

std::vector<std::string> garbage(std::size_t count) {
  std::mt19937 random(2);
  std::unordered_set<std::string> seen;
  std::vector<std::string> out;
  while (out.size() < count) {
    std::string text;
    for (unsigned size = 8 + random() % 24; text.size() < size;) text += random() % 7 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
    if (seen.insert(text).second) out.push_back(std::move(text));
  }
  return out;
}

std::string news(std::size_t size) {
  std::string out;
  const char* const sentences[] = {"Germany recognised Kazakhstan on 31 December 1991, and the embassy in Almaty was opened in 1992. ",
                                   "Officials from Papua New Guinea, the Democratic People's Republic of Korea and Côte d'Ivoire met the Nigerian delegation in Geneva. ",
                                   "Trade grew by a third within five years, while investment stayed where it had been since the crisis. "};
  for (std::size_t i = 0; out.size() < size; ++i) out += sentences[i % 3];
  return out;
}

}  // namespace

int main() {
  const std::filesystem::path data = std::filesystem::path(COMITY_SOURCE_DIR) / "data";
  const auto states = world::Register::load(data);
  const auto resolver = world::Resolver::make(states, data, COMITY_PARTS);
  const auto is = [&](const char* name, const char* key) {
    if (resolver->resolve(name).state != states->by_key(key)) fail(name);
  };
  is("Korea, Dem. People's Rep. of", "PRK"), is("Германия", "DEU"), is("哈萨克斯坦", "KAZ"), is("Kazakstann", "KAZ"), is("SER", "");

  const auto names = distinct_names(*resolver, 1'000'000);
  std::size_t answered = 0, unsure = 0;
  for (const auto& name : names) {
    const auto found = resolver->resolve(name);
    answered += found.state ? 1 : 0, unsure += found.how == world::How::ambiguous ? 1 : 0;
  }
  // Every dress leaves the name known; what is not answered may mean several states.
  if (names.size() != 1'000'000 || answered + unsure < names.size() * 999 / 1000) fail(fmt::format("{} of {} names answered, {} ambiguous", answered, names.size(), unsure));
  fmt::print("{} distinct names: {} answered, {} ambiguous\n", names.size(), answered, unsure);
  std::size_t sum = 0;
  run("names", names.size(), [&] {
    for (const auto& name : names) sum += resolver->resolve(name).state.value;
  });

  const auto lines = garbage(1'000'000);
  std::size_t taken = 0;
  for (const auto& line : lines) taken += resolver->resolve(line).state ? 1 : 0;
  if (taken > lines.size() / 10'000) fail(fmt::format("{} lines of garbage taken for states", taken));
  fmt::print("{} lines of garbage: {} taken for a state\n", lines.size(), taken);
  run("garbage", lines.size(), [&] {
    for (const auto& line : lines) sum += resolver->resolve(line).state.value;
  });

  const std::string text = news(1 << 20);
  const auto mentions = resolver->find_in_text(text).size();
  run("text, bytes", text.size(), [&] { sum += resolver->find_in_text(text).size(); });
  fmt::print("{} mentions\n", mentions);
  if (sum == 0 || mentions == 0) fail("nothing at all");
}
