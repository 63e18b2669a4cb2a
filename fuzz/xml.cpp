// Any bytes as XML records.
#include <cstdint>

#include "comity/formats/xml.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  for (const char* element : {"r", "Cube/Cube"}) {
    read_records([&] { return comity::formats::open_xml_records(file.path(), element, {"@a", "b", "b/c", "b/@d", ".", "!", "../@time"}); });
  }
  return 0;
}
