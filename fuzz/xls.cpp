// Any bytes as an old workbook.
#include <cstdint>

#include "comity/formats/xls.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

// libfreexl forgets memory when a damaged book fills a cell twice; that is its own affair.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfreexl\n"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  read_records([&] { return comity::formats::open_xls(file.path()); });
  read_records([&] { return comity::formats::open_xls_rows(file.path(), "", 1); });
  return 0;
}
