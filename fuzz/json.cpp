// Any bytes as JSON: the first byte chooses pointer, columns and what to unfold.
#include <cstdint>

#include "comity/formats/json.hpp"
#include "memory_file.hpp"
#include "read_records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  comity::formats::JsonShape shape;
  static constexpr const char* kPointers[] = {"", "/a", "/a/b", "/0"};
  static constexpr const char* kUnfolded[] = {"", "/c", "/*", "/c/*/d", ".", "/*/*"};
  shape.pointer = kPointers[data[0] & 3];
  shape.explode = kUnfolded[(data[0] >> 2) % 6];
  shape.columns = {"!", "#", "", "/name", "/c/0", "@*", "@#", "whole=@", "@/x"};
  if (data[0] & 64) shape.columns.push_back("*");
  shape.lines = data[0] & 128;
  const MemoryFile file(data + 1, size - 1);
  read_records([&] { return comity::formats::open_json_records(file.path(), shape); });
  return 0;
}
