// Runs a fuzz target over its corpus without a fuzzer: every file as it is, then variants of those files made
// by a generator with a fixed seed, the same on every machine.
//   replay_<name> CORPUS [VARIANTS]
// A crash leaves the input that caused it in <program>.crash (add it to the corpus once it is mended).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace std::string_view_literals;
using Input = std::vector<char>;

void run(const Input& input, const std::string& crash_file) {
  std::ofstream(crash_file, std::ios::binary).write(input.data(), std::streamsize(input.size()));
  // An exact copy on the heap, so that a sanitizer sees a read of one byte past the end.
  const auto bytes = std::make_unique<std::uint8_t[]>(input.size());
  std::copy(input.begin(), input.end(), bytes.get());
  LLVMFuzzerTestOneInput(bytes.get(), input.size());
}

// One to four small harms: flip, overwrite, cut, repeat, insert, or go on as another file does.
Input harmed(Input input, const std::vector<Input>& corpus, std::mt19937_64& random) {
  static constexpr auto kSalt = ",;\t\"'\n\r\\<>&[]{}()-/.0159 \xff\xfe\xef\xbb\xbf\x80\xc3\0"sv;
  const auto below = [&](std::size_t n) { return n ? std::size_t(random() % n) : 0; };
  for (std::size_t harms = 1 + below(4); harms > 0; --harms) {
    const std::size_t at = below(input.size() + 1), length = std::min(below(64), input.size() - at);
    const auto from = input.begin() + std::ptrdiff_t(at), to = from + std::ptrdiff_t(length);
    const char grain = kSalt[below(kSalt.size())];
    const std::size_t kind = below(6);
    if (kind == 0 && at < input.size()) {
      *from = char(*from ^ (1 << below(8)));
    } else if (kind == 1 && at < input.size()) {
      *from = grain;
    } else if (kind == 2) {
      input.erase(from, to);
    } else if (kind == 3) {
      const Input piece(from, to);
      input.insert(from, piece.begin(), piece.end());
    } else if (kind == 4) {
      input.insert(from, grain);
    } else if (kind == 5) {
      const Input& other = corpus[below(corpus.size())];
      input.resize(at);
      input.insert(input.end(), other.begin() + std::ptrdiff_t(below(other.size() + 1)), other.end());
    }
  }
  return input;
}

std::vector<Input> read_corpus(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Input> corpus;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return corpus;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: %s CORPUS [VARIANTS]\n", argv[0]), 2;
  const std::vector<Input> corpus = read_corpus(argv[1]);
  if (corpus.empty()) return std::fprintf(stderr, "%s holds no file to start from\n", argv[1]), 1;
  const std::string name = std::filesystem::path(argv[0]).filename().string();
  const std::string crash_file = name + ".crash";

  run({}, crash_file);
  for (const Input& input : corpus) run(input, crash_file);
  std::mt19937_64 random(20180101);
  const long variants = argc > 2 ? std::atol(argv[2]) : 2000;
  for (long i = 0; i < variants; ++i) run(harmed(corpus[random() % corpus.size()], corpus, random), crash_file);

  std::filesystem::remove(crash_file);
  if (const char* path = std::getenv("COMITY_TEST_RESULT")) std::ofstream(path) << "PASSED\tfuzz." << name << "\t0\t\n";
  std::printf("%zu files and %ld variants of them, no harm\n", corpus.size(), variants);
  return 0;
}
