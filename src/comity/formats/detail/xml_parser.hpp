// Expat behind C++: elements and text to a handler, exceptions carried across the C code, entities and external
// document types refused. Knows no document format.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace comity::formats::detail {

// Attributes of an element as Expat gives them: name, value, name, value, …, nullptr.
class Attributes {
 public:
  explicit Attributes(const char** all) : all_(all) {}
  // By local name ("id" finds r:id); empty view with a null pointer when there is none.
  std::string_view find(std::string_view local) const;
  bool has(std::string_view local) const { return find(local).data() != nullptr; }
  const char** begin() const { return all_; }

 private:
  const char** all_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

// "x:row" → "row"
inline std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class XmlParser {
 public:
  // file: for messages.
  XmlParser(XmlHandler& handler, std::string file);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // Throws DataError (file, line) when this is no XML or is refused, and what the handler threw.
  void feed(const char* bytes, std::size_t size, bool last);
  std::uint64_t line() const;
  std::uint64_t offset() const;  // of the event being handled, in bytes from the start

 private:
  struct Hooks;
  [[noreturn]] void refuse_external(const char* name) const;
  XML_ParserStruct* parser_;
  XmlHandler& handler_;
  std::string file_;
  std::exception_ptr thrown_;
};

}  // namespace comity::formats::detail
