// Expat for SDMX-ML: bytes in, elements out, at the price of a virtual call an element; text only where it is asked for.
// Document types, entities, elements nested too deep and tokens too long are refused; encodings of one byte a character
// are read whatever their name. Names come as they stand in the file, with their prefix.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/xml_parser.hpp"

struct XML_ParserStruct;

namespace comity::formats::sdmx::detail {

// name, value, name, value, …, nullptr; terminated texts that live until the handler returns. A name's address stays
// the same for the whole document.
using RawAttributes = const char**;

using formats::detail::local_name;
// By local name; a null pointer when there is none.
inline std::string_view find_attribute(RawAttributes attributes, std::string_view local) { return formats::detail::Attributes(attributes).find(local); }

class MlHandler {
 public:
  virtual ~MlHandler() = default;
  virtual void start(std::string_view name, RawAttributes attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
};

class MlParser {
 public:
  MlParser(MlHandler& handler, const std::filesystem::path& file, const Limits& limits);
  ~MlParser();
  MlParser(const MlParser&) = delete;
  MlParser& operator=(const MlParser&) = delete;

  // Reads on by one piece; false at the end. Throws DataError (file, line) and what the handler threw.
  bool advance();
  // Whether text() is called, from the next event on.
  void want_text(bool wanted);
  std::uint64_t line() const;    // of the event being handled: slow, for messages
  std::uint64_t offset() const;  // of the event being handled, in bytes
  // Lines of offsets, which must rise, in the piece just read and the one before it.
  std::uint64_t line_at(std::uint64_t offset);
  const std::string& file() const { return file_; }
  // Throws DataError at the event being handled.
  [[noreturn]] void fail(const std::string& what, const std::string& hint) const;

 private:
  struct Hooks;
  struct Piece {
    std::unique_ptr<char[]> bytes;
    std::uint64_t from = 0;
    std::size_t size = 0;
  };
  void refuse_other_kinds(std::string_view head) const;
  std::size_t skip_blanks(std::string_view start);
  [[noreturn]] void fail_to_parse(bool last) const;

  XML_ParserStruct* parser_;
  MlHandler& handler_;
  std::string file_;
  Limits limits_;
  std::unique_ptr<BytesSource> source_;
  std::exception_ptr thrown_;
  Piece now_, before_;
  std::uint64_t fed_ = 0, counted_to_ = 0, line_ = 1;
  std::uint64_t skipped_bytes_ = 0, skipped_lines_ = 0;  // in front of the declaration
  int depth_ = 0;
};

}  // namespace comity::formats::sdmx::detail
