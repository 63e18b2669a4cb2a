#include <cstdio>

#include "comity/base/error.hpp"
#include "comity/sources/edition_builder.hpp"

namespace {
struct Talk : comity::Progress {
  void step(std::string_view what, std::uint64_t) override { std::fprintf(stderr, "%.*s\n", int(what.size()), what.data()); }
  void note(std::string_view what) override { std::fprintf(stderr, "  %.*s\n", int(what.size()), what.data()); }
};
}  // namespace

int main(int argc, char** argv) {
  try {
    comity::sources::BuildOptions o;
    o.places = {COMITY_SOURCE_DIR, COMITY_PARTS, argc > 2 ? argv[2] : ""};
    o.states = comity::world::Register::load(o.places.share / "data");
    o.output = argv[1];
    o.cache = "/tmp/comity-cache";
    o.overwrite = true;
    o.program_hash = comity::sources::hash_of_tables(o.places);
    for (int i = 3; i < argc; ++i) o.only.push_back(argv[i]);
    Talk talk;
    const auto out = comity::sources::build_edition(o, talk);
    std::printf("%s%s\n", out.edition.c_str(), out.unchanged ? " unchanged" : "");
  } catch (const comity::Error& e) {
    std::fprintf(stderr, "error: %s\n%s\n", e.what(), e.hint().c_str());
    return 1;
  }
}
