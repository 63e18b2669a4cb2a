// Any bytes as a workbook; bytes that begin with '<' as the first sheet of one, so that the variants reach the cells.
#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "comity/formats/xlsx.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

namespace {

void add(archive* zip, const char* name, std::string_view bytes) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_size(entry, la_int64_t(bytes.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(zip, entry);
  archive_write_data(zip, bytes.data(), bytes.size());
  archive_entry_free(entry);
}

std::string book_with(std::string_view sheet) {
  std::string out(sheet.size() * 2 + 16384, '\0');
  std::size_t used = 0;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_set_options(zip, "zip:compression=store");
  archive_write_set_bytes_in_last_block(zip, 1);
  archive_write_open_memory(zip, out.data(), out.size(), &used);
  add(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"1\"/></sheets></workbook>");
  add(zip, "xl/_rels/workbook.xml.rels",
      "<R><Relationship Id=\"1\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"2\" Type=\"x/styles\" Target=\"y.xml\"/><Relationship Id=\"3\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></R>");
  add(zip, "xl/y.xml", "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></s>");
  add(zip, "xl/t.xml", "<sst><si><t>one</t></si><si><t>two</t></si></sst>");
  add(zip, "xl/s.xml", sheet);
  archive_write_close(zip);
  archive_write_free(zip);
  out.resize(used);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with('<')) bytes = book_with(bytes);
  const MemoryFile file(bytes.data(), bytes.size());
  read_records([&] { return comity::formats::open_xlsx(file.path()); });
  read_records([&] { return comity::formats::open_xlsx_rows(file.path(), "", 1); });
  read_records([&] { return comity::formats::open_xlsx_rows(file.path(), "", 0); });
  return 0;
}
