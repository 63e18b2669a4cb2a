#include "comity/formats/bytes_source.hpp"

#include <gmock/gmock.h>

#include "specimen.hpp"

namespace comity::formats {
namespace {

using namespace test;
using testing::HasSubstr;

const std::string text = "a,b\n1,2\n";

TEST(BytesSource, reads_plain_and_packed_files_alike) {
  const Folder folder;
  EXPECT_EQ(read_all_bytes(folder.write("a.csv", text)), text);
  EXPECT_EQ(read_all_bytes(folder.write("a.csv.gz", compress(text, "gzip"))), text);
  EXPECT_EQ(read_all_bytes(folder.write("a.csv.zst", compress(text, "zstd"))), text);
  EXPECT_EQ(read_all_bytes(folder.write("packed_without_saying.csv", compress(text, "gzip"))), text);
  EXPECT_EQ(read_all_bytes(folder.write("one.zip", make_zip({{"only.csv", text}}))), text);
  EXPECT_EQ(read_all_bytes(folder.write("empty.csv", "")), "");
  EXPECT_EQ(read_all_bytes(folder.write("empty.csv.gz", compress("", "gzip"))), "");
}

TEST(BytesSource, reads_members) {
  const Folder folder;
  const Members members = {{"z/2.json", "two"}, {"readme.txt", "no"}, {"a/1.json", "one"}};
  for (const auto& archive : {folder.write("a.zip", make_zip(members)), folder.write("a.tar.gz", make_tar_gz(members))}) {
    const std::string name = archive.string();
    EXPECT_EQ(read_all_bytes(name + "!z/2.json"), "two");
    EXPECT_EQ(read_all_bytes(name + "!*.txt"), "no");
    EXPECT_EQ(expand_members(name + "!*.json"), (std::vector<std::filesystem::path>{name + "!a/1.json", name + "!z/2.json"}));
    const auto read = read_members(name + "!*.json");
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].name + read[0].bytes + read[1].name + read[1].bytes, "a/1.jsononez/2.jsontwo");
  }
}

TEST(BytesSource, members_that_are_held_are_read_without_the_archive) {
  const Folder folder;
  const Members members = {{"z/2.json", "two"}, {"readme.txt", "no"}, {"a/1.json", "one"}};
  const std::string name = folder.write("a.tar.gz", make_tar_gz(members)).string();
  {
    const HeldMembers held(name + "!*.json");
    EXPECT_EQ(held.count(), 2u);
    folder.write("a.tar.gz", "no archive any more");
    EXPECT_EQ(read_all_bytes(name + "!z/2.json") + read_all_bytes(name + "!a/1.json") + read_all_bytes(name + "!a/1.json"), "twooneone");
    EXPECT_EQ(read_members(name + "!z/2.json").at(0).bytes, "two");
    EXPECT_THROW(read_all_bytes(name + "!readme.txt"), DataError);
    EXPECT_THROW(read_all_bytes(name + "!z/2.json", {.file_bytes = 2}), DataError);
  }
  EXPECT_THROW(read_all_bytes(name + "!z/2.json"), DataError);
  // A damaged archive, a missing one, or one that unpacks to too much: nothing is held, and nothing said.
  EXPECT_EQ(HeldMembers(name + "!*.json").count(), 0u);
  EXPECT_EQ(HeldMembers((folder.write("b.zip", make_zip(members)).parent_path() / "nowhere.zip!*").string()).count(), 0u);
  const std::string other = folder.write("b.zip", make_zip(members)).string();
  EXPECT_EQ(HeldMembers(other + "!*.json", 5).count(), 0u);
  EXPECT_EQ(read_all_bytes(other + "!z/2.json"), "two");
  EXPECT_EQ(HeldMembers(other + "!*.json", 6).count(), 2u);
}

TEST(BytesSource, a_file_whose_name_holds_the_mark_is_a_file) {
  const Folder folder;
  EXPECT_EQ(read_all_bytes(folder.write("what!.csv", text)), text);
}

TEST(BytesSource, says_which_members_there_are) {
  const Folder folder;
  const std::string zip = folder.write("a.zip", make_zip({{"b.csv", text}, {"c.csv", text}})).string();
  const auto none = error_of<NotFound>([&] { read_all_bytes(zip + "!d.csv"); });
  EXPECT_THAT(none, HasSubstr("a.zip: no member 'd.csv'"));
  EXPECT_THAT(none, HasSubstr("b.csv, c.csv"));
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(zip); }), HasSubstr("2 members match"));
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(folder.write("p.csv", text).string() + "!x"); }), HasSubstr("no archive"));
  EXPECT_THAT(error_of<NotFound>([&] { read_all_bytes(folder.path("none.csv")); }), HasSubstr("none.csv"));
  EXPECT_THAT(error_of<NotFound>([&] { read_all_bytes(folder.path("")); }), HasSubstr("folder"));
}

TEST(BytesSource, truncated_archives_say_so) {
  const Folder folder;
  std::string noise;
  for (unsigned i = 0, x = 1; i < 200000; ++i) noise += char((x = x * 1103515245u + 12345u) >> 16);
  for (const char* filter : {"gzip", "zstd"}) {
    const auto packed = compress(noise, filter);
    const auto file = folder.write(std::string("t.csv.") + filter, packed.substr(0, packed.size() / 2));
    const auto error = error_of<DataError>([&] { read_all_bytes(file); });
    EXPECT_THAT(error, HasSubstr(std::string("t.csv.") + filter + ": damaged archive")) << filter;
    EXPECT_THAT(error, HasSubstr("Fetch it again"));
  }
  const auto zip = make_zip({{"n.csv", noise}});
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(folder.write("t.zip", zip.substr(0, zip.size() / 2))); }), HasSubstr("t.zip: damaged archive"));
  const auto tar = make_tar_gz({{"n.csv", noise}});
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(folder.write("t.tar.gz", tar.substr(0, tar.size() / 2))); }), HasSubstr("t.tar.gz: damaged archive"));
}

TEST(BytesSource, bombs_are_stopped) {
  const Folder folder;
  const auto bomb = folder.write("b.csv.gz", compress(std::string(70u << 20, 'x'), "gzip"));
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(bomb); }), HasSubstr("b.csv.gz: unpacks to more than 500 times its size"));
  Limits limits;
  limits.file_bytes = 1000;
  EXPECT_THAT(error_of<DataError>([&] { read_all_bytes(folder.write("l.csv", std::string(1001, 'x')), limits); }), HasSubstr("longer than 1000 bytes"));
}

}  // namespace
}  // namespace comity::formats
