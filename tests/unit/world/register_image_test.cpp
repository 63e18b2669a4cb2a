// The register from its image: the same answers, and refused when anything is not as it was.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "unit/world/specimen.hpp"

namespace comity::world {
namespace {

namespace fs = std::filesystem;

class ImageFile {
 public:
  explicit ImageFile(const std::string& bytes) : path_(fs::temp_directory_path() / ("comity-image." + std::to_string(::getpid()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ImageFile() { fs::remove(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

const fs::path data = fs::path(COMITY_SOURCE_DIR) / "data";

TEST(RegisterImage, gives_the_same_register) {
  const std::string bytes = real_register().image(data);
  const auto opened = Register::open(data, ImageFile(bytes).path());
  EXPECT_EQ(opened->image(data), bytes) << "nothing is lost on the way";
  ASSERT_EQ(opened->states().size(), real_register().states().size());
  for (const auto& state : real_register().states()) {
    const State& other = opened->state(state.id);
    EXPECT_EQ(other.key, state.key);
    EXPECT_EQ(other.name, state.name);
    EXPECT_EQ(other.note, state.note);
    EXPECT_EQ(other.spans.size(), state.spans.size());
    EXPECT_EQ(opened->by_key(state.key), state.id);
    for (const auto& scheme : real_register().code_schemes()) EXPECT_EQ(opened->code(scheme, state.id), real_register().code(scheme, state.id)) << state.key << " " << scheme;
    for (const Day day : {make_day(1900, 1, 1), make_day(1960, 1, 1), last_day}) {
      EXPECT_EQ(opened->by_name(state.name, day).state, real_register().by_name(state.name, day).state) << state.name;
      const Capital *a = opened->capital(state.id, day), *b = real_register().capital(state.id, day);
      ASSERT_EQ(a == nullptr, b == nullptr) << state.key;
      if (a) EXPECT_EQ(a->city, b->city);
    }
  }
  EXPECT_EQ(opened->non_state_kind("World"), real_register().non_state_kind("World"));
  EXPECT_EQ(opened->declared_ambiguous("Korea"), real_register().declared_ambiguous("Korea"));
  EXPECT_EQ(opened->city_of("Nur-Sultan"), "Astana");
  EXPECT_EQ(opened->lineage().size(), real_register().lineage().size());
  EXPECT_EQ(opened->region("central_asia")->members.size(), real_register().region("central_asia")->members.size());
}

TEST(RegisterImage, is_refused_when_the_tables_have_changed) {
  Specimen specimen;
  const std::string bytes = specimen.load()->image(specimen.folder());
  EXPECT_NO_THROW(Register::open(specimen.folder(), ImageFile(bytes).path()));
  EXPECT_THROW(Register::open(data, ImageFile(bytes).path()), DataError);
  specimen.add("names.csv", "DDR,en,variant,Another Name,,").load();
  EXPECT_THROW(Register::open(specimen.folder(), ImageFile(bytes).path()), DataError);
}

TEST(RegisterImage, is_refused_when_it_is_damaged) {
  const std::string bytes = real_register().image(data);
  std::string flipped = bytes;
  flipped[bytes.size() / 2] = static_cast<char>(flipped[bytes.size() / 2] ^ 1);
  EXPECT_THROW(Register::open(data, ImageFile(flipped).path()), DataError);
  EXPECT_THROW(Register::open(data, ImageFile(bytes.substr(0, bytes.size() / 2)).path()), DataError);
  EXPECT_THROW(Register::open(data, ImageFile("").path()), DataError);
  EXPECT_THROW(Register::open(data, ImageFile("nothing of the kind, though long enough to hold a head").path()), DataError);
}

}  // namespace
}  // namespace comity::world
