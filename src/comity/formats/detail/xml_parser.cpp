#include "comity/formats/detail/xml_parser.hpp"

#include <new>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/expat_guard.hpp"

namespace comity::formats::detail {

std::string_view Attributes::find(std::string_view local) const {
  for (const char** at = all_; *at; at += 2) {
    if (local_name(at[0]) == local) return at[1];
  }
  return {};
}

struct XmlParser::Hooks {
  template <typename Work>
  static void guarded(void* self, Work work) {
    auto& parser = *static_cast<XmlParser*>(self);
    detail::guarded(parser.parser_, parser.thrown_, [&] { work(parser); });
  }
  static void start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](XmlParser& p) { p.handler_.start(name, Attributes(attributes)); });
  }
  static void end(void* self, const char* name) {
    guarded(self, [&](XmlParser& p) { p.handler_.end(name); });
  }
  static void text(void* self, const char* piece, int size) {
    guarded(self, [&](XmlParser& p) { p.handler_.text({piece, std::size_t(size)}); });
  }
  static void doctype(void* self, const char* name, const char* system, const char* id, int) {
    guarded(self, [&](XmlParser& p) {
      if (system || id) p.refuse_external(name);
    });
  }
  static void entity(void* self, const char* name, int, const char*, int, const char*, const char*, const char*, const char*) {
    guarded(self, [&](XmlParser& p) {
      throw DataError(fmt::format("{}, line {}: declares the entity '{}'; entities are refused", p.file_, p.line(), name),
                      "Data files need none, and they can be made to fill the memory. Check where this file came from.");
    });
  }
};

void XmlParser::refuse_external(const char* name) const {
  throw DataError(fmt::format("{}, line {}: refers to an external document type ('{}'); that is refused", file_, line(), name),
                  "If this is a web page, the publisher answered with a page where a file was expected: fetch the file again.");
}

XmlParser::XmlParser(XmlHandler& handler, std::string file) : parser_(XML_ParserCreate(nullptr)), handler_(handler), file_(std::move(file)) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Hooks::start, Hooks::end);
  XML_SetCharacterDataHandler(parser_, Hooks::text);
  XML_SetStartDoctypeDeclHandler(parser_, Hooks::doctype);
  XML_SetEntityDeclHandler(parser_, Hooks::entity);
}

XmlParser::~XmlParser() { XML_ParserFree(parser_); }

void XmlParser::feed(const char* bytes, std::size_t size, bool last) {
  const XML_Status status = XML_Parse(parser_, bytes, int(size), last);
  if (thrown_) std::rethrow_exception(thrown_);
  if (status == XML_STATUS_OK) return;
  const XML_Error code = XML_GetErrorCode(parser_);
  const bool cut = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_UNCLOSED_CDATA_SECTION || last;
  throw DataError(fmt::format("{}, line {}: no well-formed XML ({})", file_, line(), XML_ErrorString(code)),
                  cut ? "The file seems to be cut off. Fetch it again." : "Check that this is the right file and that its declared encoding is true.");
}

std::uint64_t XmlParser::line() const { return XML_GetCurrentLineNumber(parser_); }
std::uint64_t XmlParser::offset() const {
  const auto index = XML_GetCurrentByteIndex(parser_);
  return index < 0 ? 0 : std::uint64_t(index);
}

}  // namespace comity::formats::detail
