// Runs a fuzz target over its corpus without a fuzzer: every file as it is, then `variants` inputs
// made from those files by a generator with a fixed seed, the same on every machine.
//   replay_<name> CORPUS [VARIANTS]
// A crash leaves the input that caused it in ./replay-crash.bin (name it in a report, add it to the corpus).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

using Input = std::vector<std::uint8_t>;

static void run(const Input& input) {
  // An exact copy on the heap, so that a sanitizer sees a read one byte past the end.
  std::ofstream("replay-crash.bin", std::ios::binary).write(reinterpret_cast<const char*>(input.data()), std::streamsize(input.size()));
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

// One small harm at a time: flip, overwrite, cut, repeat, insert, or splice with another file.
static Input harmed(Input input, const std::vector<Input>& corpus, std::mt19937_64& random) {
  static const std::string salt = ",;\t\"'\n\r\\<>&[]{}()-/.0159 \xff\xfe\xef\xbb\xbf\x00\x80\xc3";
  const auto below = [&](std::size_t n) { return n ? std::size_t(random() % n) : 0; };
  for (std::size_t harms = 1 + below(4); harms > 0; --harms) {
    const std::size_t at = below(input.size() + 1), length = std::min(below(64), input.size() - at);
    const auto place = input.begin() + std::ptrdiff_t(at);
    switch (below(6)) {
      case 0: if (at < input.size()) input[at] ^= std::uint8_t(1u << below(8)); break;
      case 1: if (at < input.size()) input[at] = std::uint8_t(salt[below(salt.size())]); break;
      case 2: input.erase(place, place + std::ptrdiff_t(length)); break;
      case 3: { const Input piece(place, place + std::ptrdiff_t(length)); input.insert(place, piece.begin(), piece.end()); break; }
      case 4: input.insert(place, std::uint8_t(salt[below(salt.size())])); break;
      default: { const Input& other = corpus[below(corpus.size())]; input.resize(at);
                 input.insert(input.end(), other.begin() + std::ptrdiff_t(below(other.size() + 1)), other.end()); }
    }
  }
  return input;
}

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: %s CORPUS [VARIANTS]\n", argv[0]), 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Input> corpus(1);
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  for (const Input& input : corpus) run(input);
  std::mt19937_64 random(20180101);
  const long variants = argc > 2 ? std::atol(argv[2]) : 2000;
  for (long i = 0; i < variants; ++i) run(harmed(corpus[random() % corpus.size()], corpus, random));
  std::filesystem::remove("replay-crash.bin");
  if (const char* path = std::getenv("COMITY_TEST_RESULT")) {
    std::ofstream(path) << "PASSED\tfuzz." << std::filesystem::path(argv[0]).filename().string() << "\t0\t"
                        << files.size() << " files, " << variants << " variants\n";
  }
  std::printf("%zu files and %ld variants, no harm\n", files.size(), variants);
  return 0;
}
