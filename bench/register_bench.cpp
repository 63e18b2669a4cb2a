// How long does the register of states take to load, and how many codes and names does it look up in a second?
// One row a run: question, number of look-ups, seconds, million a second, peak memory. The answers are checked first.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "comity/world/geography.hpp"
#include "comity/world/register.hpp"
#include "comity/world/territories.hpp"

namespace {

using namespace comity;

const std::filesystem::path data = std::filesystem::path(COMITY_SOURCE_DIR) / "data";

void check(bool good, const char* what) {
  if (good) return;
  fmt::print(stderr, "wrong answer: {}\n", what);
  std::exit(1);
}

template <typename Work>
void run(const char* what, std::size_t times, Work work) {
  work();
  for (int i = 0; i < 5; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:24} {:9} {:9.5f} s {:9.3f} M/s {:6} MB peak\n", what, times, seconds, double(times) / seconds / 1e6, usage.ru_maxrss / 1024);
  }
}

}  // namespace

int main() {
  const auto states = world::Register::load(data);
  const Day day = make_day(1995, 6, 1);
  check(states->by_code("cow", "255", day) == states->by_key("DEU"), "COW 255 in 1995");
  check(states->by_name("Korea, Republic of", day).state == states->by_key("KOR"), "an inverted name");

  run("load", 1, [] { return world::Register::load(data); });
  // The image must give the same register: what is asked below is asked of it.
  const auto image = std::filesystem::temp_directory_path() / fmt::format("comity-register-bench.{}", getpid());
  std::ofstream(image, std::ios::binary) << states->image(data);
  const auto opened = world::Register::open(data, image);
  check(opened->states().size() == states->states().size() && opened->image(data) == states->image(data), "the register from its image");
  run("open the image", 1, [&] { return world::Register::open(data, image); });
  std::filesystem::remove(image);
  const char* const codes[] = {"255", "345", "565", "710", "365", "2", "20", "9999"};
  std::size_t sum = 0;
  run("by_code", 1'000'000, [&] {
    for (std::size_t i = 0; i < 1'000'000; ++i) sum += states->by_code("cow", codes[i % 8], day).value;
  });
  run("by_code_in_year", 1'000'000, [&] {
    for (std::size_t i = 0; i < 1'000'000; ++i) sum += states->by_code_in_year("cow", codes[i % 8], 1995).value;
  });
  const char* const names[] = {"Kazakhstan", "Korea, Republic of", "Côte d’Ivoire", "United States of America"};
  run("by_name", 100'000, [&] {
    for (std::size_t i = 0; i < 100'000; ++i) sum += states->by_name(names[i % 4], day).state.value;
  });
  run("nearest_names", 1, [&] { sum += states->nearest_names("Untied States", 3).size(); });

  const auto territories = world::Territories::load(data, *states);
  run("geography 1:50 million", 1, [&] { return world::Geography::load(*states, *territories, data, COMITY_PARTS); });
  const auto map = world::Geography::load(*states, *territories, data, COMITY_PARTS);
  check(map->state_at(44.9521, 34.1024) == states->by_key("UKR"), "Simferopol");
  run("state_at", 64'800, [&] {
    for (int latitude = -90; latitude < 90; ++latitude) {
      for (int longitude = -180; longitude < 180; ++longitude) sum += map->state_at(latitude + 0.5, longitude + 0.5).value;
    }
  });
  check(sum > 0, "nothing found at all");
}
