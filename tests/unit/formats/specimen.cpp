#include "specimen.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include <cstdlib>

#include "comity/base/bytes.hpp"

namespace comity::formats::test {

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "comity-formats-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}
std::filesystem::path Folder::write(const std::string& name, std::string_view bytes) const {
  write_file(path_ / name, bytes);
  return path_ / name;
}

namespace {

template <typename SetUp>
std::string pack(const Members& members, SetUp set_up) {
  std::size_t room = 1 << 20;
  for (const auto& [name, bytes] : members) room += 2 * (name.size() + bytes.size() + 2048);
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  set_up(a);
  archive_write_set_bytes_in_last_block(a, 1);
  EXPECT_EQ(archive_write_open_memory(a, out.data(), out.size(), &used), ARCHIVE_OK) << archive_error_string(a);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, la_int64_t(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(a, entry), ARCHIVE_OK) << archive_error_string(a);
    EXPECT_EQ(archive_write_data(a, bytes.data(), bytes.size()), la_ssize_t(bytes.size()));
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

}  // namespace

std::string make_zip(const Members& members) {
  return pack(members, [](archive* a) { archive_write_set_format_zip(a); });
}
std::string make_tar_gz(const Members& members) {
  return pack(members, [](archive* a) {
    archive_write_set_format_pax_restricted(a);
    archive_write_add_filter_gzip(a);
  });
}
std::string compress(std::string_view bytes, const std::string& filter) {
  return pack({{"data", std::string(bytes)}}, [&](archive* a) {
    archive_write_set_format_raw(a);
    archive_write_add_filter_by_name(a, filter.c_str());
  });
}

std::vector<Row> read_all(RecordReader& reader) {
  std::vector<Row> rows;
  for (Record record; reader.next(record);) {
    Row row{{}, record.number, record.line, std::string(record.raw), std::string(record.problem)};
    EXPECT_EQ(record.fields.size(), reader.columns().size());
    EXPECT_EQ(record.is_null.size(), record.fields.size());
    for (std::size_t i = 0; i < record.fields.size(); ++i) row.fields.push_back(record.is_null[i] ? "<null>" : std::string(record.fields[i]));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string joined(const std::vector<Row>& rows) {
  std::string out;
  for (const auto& row : rows) {
    if (!out.empty()) out += '\n';
    for (std::size_t i = 0; i < row.fields.size(); ++i) out += (i ? "|" : "") + row.fields[i];
  }
  return out;
}

std::filesystem::path data_file(const std::string& name) {
  const char* folder = std::getenv("COMITY_DATA_DIR");
  return folder ? std::filesystem::path(folder) / name : std::filesystem::path();
}

}  // namespace comity::formats::test
