#include "comity/formats/sdmx/detail/ml_parser.hpp"

#include <algorithm>
#include <cstring>
#include <new>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/expat_guard.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/sniff.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::size_t kPiece = 256u << 10;
constexpr int kDeepest = 256;

// What one byte means; -1 for none. The text is UTF-8 of one character.
int code_point_of(std::string_view utf8) {
  if (utf8.empty() || utf8 == "\xef\xbf\xbd") return -1;
  const auto byte = [&](std::size_t i) { return int(static_cast<unsigned char>(utf8[i])); };
  if (byte(0) < 0x80) return byte(0);
  if (utf8.size() == 2) return (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f);
  return utf8.size() == 3 ? (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f) : -1;
}

}  // namespace

struct MlParser::Hooks {
  template <typename Work>
  static void guarded(void* self, Work work) {
    auto& parser = *static_cast<MlParser*>(self);
    formats::detail::guarded(parser.parser_, parser.thrown_, [&] { work(parser); });
  }
  static void start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](MlParser& p) {
      if (++p.depth_ > kDeepest) p.fail(fmt::format("elements nested more than {} deep", kDeepest), "No SDMX message is: the file is damaged, or made to fill the memory.");
      p.handler_.start(name, attributes);
    });
  }
  static void end(void* self, const char* name) {
    guarded(self, [&](MlParser& p) {
      --p.depth_;
      p.handler_.end(name);
    });
  }
  static void text(void* self, const char* piece, int size) {
    guarded(self, [&](MlParser& p) { p.handler_.text({piece, std::size_t(size)}); });
  }
  static void doctype(void* self, const char* name, const char*, const char*, int) {
    guarded(self, [&](MlParser& p) {
      p.fail(fmt::format("declares a document type ('{}'); that is refused", name),
             local_name(name) == "html" ? "This is a web page: the publisher answered with a page where a message was expected. Fetch the file again."
                                        : "SDMX messages have none, and entities can be made to fill the memory or to read other files. Check where this file came from.");
    });
  }
  static int encoding(void* self, const char* name, XML_Encoding* info) {
    int known = XML_STATUS_ERROR;
    guarded(self, [&](MlParser& p) {
      std::unique_ptr<formats::detail::SingleByteEncoding> table;
      try {
        table = formats::detail::SingleByteEncoding::try_make(name, p.file_);
      } catch (const Error&) {
        return;  // nobody knows it: Expat says so
      }
      if (!table) return;
      for (int byte = 0; byte < 256; ++byte) {
        const char c = char(byte);
        std::string utf8;
        table->append(utf8, {&c, 1});
        info->map[byte] = byte < 0x80 ? byte : code_point_of(utf8);
      }
      info->data = nullptr, info->convert = nullptr, info->release = nullptr;
      known = XML_STATUS_OK;
    });
    return known;
  }
};

MlParser::MlParser(MlHandler& handler, const std::filesystem::path& file, const Limits& limits)
    : parser_(nullptr), handler_(handler), file_(formats::detail::shown_name(file)), limits_(limits), source_(open_bytes(file, limits)) {
  parser_ = XML_ParserCreate(nullptr);
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Hooks::start, Hooks::end);
  XML_SetStartDoctypeDeclHandler(parser_, Hooks::doctype);
  XML_SetUnknownEncodingHandler(parser_, Hooks::encoding, this);
  now_.bytes = std::make_unique_for_overwrite<char[]>(kPiece);
  before_.bytes = std::make_unique_for_overwrite<char[]>(kPiece);
}

MlParser::~MlParser() { XML_ParserFree(parser_); }

bool MlParser::advance() {
  std::swap(now_, before_);
  now_.from = fed_;
  now_.size = 0;
  // Packed files come in small pieces; Expat likes large ones.
  while (now_.size < kPiece) {
    const std::size_t n = source_->read(now_.bytes.get() + now_.size, kPiece - now_.size);
    if (n == 0) break;
    now_.size += n;
  }
  std::size_t first = 0;
  if (fed_ == 0) {
    refuse_other_kinds({now_.bytes.get(), std::min<std::size_t>(now_.size, 4096)});
    first = skip_blanks({now_.bytes.get(), now_.size});
  }
  const bool last = now_.size < kPiece;
  fed_ += now_.size;
  const XML_Status status = XML_Parse(parser_, now_.bytes.get() + first, int(now_.size - first), last);
  if (thrown_) std::rethrow_exception(thrown_);
  if (status != XML_STATUS_OK) fail_to_parse(last);
  if (fed_ - std::min(offset(), fed_) > limits_.record_bytes && !last) {
    fail(fmt::format("an element or text longer than {} bytes", limits_.record_bytes), "No SDMX message has one: the file is damaged, or made to fill the memory.");
  }
  return !last;
}

// Blanks in front of the declaration, which XML does not allow and some servers send.
std::size_t MlParser::skip_blanks(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || first == 0 || start[first] != '<') return 0;
  skipped_bytes_ = first;
  skipped_lines_ = std::uint64_t(std::count(start.begin(), start.begin() + std::ptrdiff_t(first), '\n'));
  return first;
}

void MlParser::fail_to_parse(bool last) const {
  const XML_Error code = XML_GetErrorCode(parser_);
  const bool cut = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_UNCLOSED_CDATA_SECTION || (last && code == XML_ERROR_PARTIAL_CHAR);
  if (code == XML_ERROR_UNKNOWN_ENCODING) fail("declares an encoding that nobody knows", "Correct the declaration in the first line, or write the file in UTF-8.");
  fail(fmt::format("no well-formed XML ({})", XML_ErrorString(code)),
       cut ? "The file seems to be cut off. Fetch it again." : "Check that this is the right file and that the encoding it declares is the one it is in.");
}

void MlParser::refuse_other_kinds(std::string_view head) const {
  using formats::detail::Kind;
  const auto kind = formats::detail::sniff(head);
  if (kind == Kind::xml || kind == Kind::text || kind == Kind::utf16 || kind == Kind::tar) return;
  throw DataError(kind == Kind::empty ? fmt::format("{}: the file is empty", file_) : fmt::format("{}: not XML but {}", file_, formats::detail::words_for(kind)),
                  std::string(formats::detail::advice_for(kind)));
}

void MlParser::want_text(bool wanted) { XML_SetCharacterDataHandler(parser_, wanted ? Hooks::text : nullptr); }

std::uint64_t MlParser::line() const { return XML_GetCurrentLineNumber(parser_) + skipped_lines_; }

std::uint64_t MlParser::offset() const {
  const auto index = XML_GetCurrentByteIndex(parser_);
  return index < 0 ? 0 : std::uint64_t(index) + skipped_bytes_;
}

std::uint64_t MlParser::line_at(std::uint64_t offset) {
  for (const Piece* piece : {&before_, &now_}) {
    if (counted_to_ >= offset) break;
    const std::uint64_t from = std::max(counted_to_, piece->from), to = std::min(offset, piece->from + piece->size);
    if (from >= to) continue;
    const char* bytes = piece->bytes.get();
    line_ += std::uint64_t(std::count(bytes + (from - piece->from), bytes + (to - piece->from), '\n'));
    counted_to_ = to;
  }
  return line_;
}

void MlParser::fail(const std::string& what, const std::string& hint) const {
  throw DataError(fmt::format("{}, line {}: {}", file_, line(), what), hint);
}

}  // namespace comity::formats::sdmx::detail
