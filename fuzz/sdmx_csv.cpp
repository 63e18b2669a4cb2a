// Any bytes as an SDMX-CSV message; and converted.
#include <cstdint>

#include "comity/formats/sdmx/sdmx.hpp"
#include "memory_file.hpp"
#include "sdmx_message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  read_sdmx_message(file.path());
  return 0;
}
