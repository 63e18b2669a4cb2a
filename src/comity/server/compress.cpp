#include "comity/server/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <new>

namespace comity::server {
namespace {

std::string gzip(std::string_view bytes, int level) {
  z_stream stream{};
  constexpr int window_of_gzip = 15 + 16;  // with gzip's own header, which names no file and no time
  if (deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::bad_alloc();
  return out;
}

std::string brotli(std::string_view bytes, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const auto done = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data()));
  if (done != BROTLI_TRUE) throw std::bad_alloc();
  out.resize(size);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() && std::ranges::equal(text, word, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// The weight behind ";q="; 1 where there is none or it is not a number.
double weight_of(std::string_view part) {
  const std::size_t at = part.find("q=");
  if (at == std::string_view::npos) return 1;
  const std::string_view text = trimmed(part.substr(at + 2));
  double weight = 1;
  std::from_chars(text.data(), text.data() + text.size(), weight);
  return weight;
}

}  // namespace

std::string_view name_of(Packing packing) { return packing == Packing::gzip ? "gzip" : packing == Packing::brotli ? "br" : ""; }

std::string pack(std::string_view bytes, Packing packing, bool well) {
  if (packing == Packing::gzip) return gzip(bytes, well ? 9 : 1);
  if (packing == Packing::brotli) return brotli(bytes, well ? 9 : 1);
  return std::string(bytes);
}

Packing wanted_packing(std::string_view accept) {
  double gzip_weight = -1, brotli_weight = -1, any = -1;
  for (std::size_t at = 0; at < accept.size();) {
    const std::size_t end = std::min(accept.find(',', at), accept.size());
    const std::string_view part = accept.substr(at, end - at);
    at = end + 1;
    const std::size_t semicolon = std::min(part.find(';'), part.size());
    const std::string_view word = trimmed(part.substr(0, semicolon));
    const double weight = weight_of(part.substr(semicolon));
    if (is_word(word, "gzip") || is_word(word, "x-gzip")) gzip_weight = weight;
    else if (is_word(word, "br")) brotli_weight = weight;
    else if (word == "*") any = weight;
  }
  if (gzip_weight < 0) gzip_weight = any;
  if (brotli_weight < 0) brotli_weight = any;
  if (brotli_weight > 0 && brotli_weight >= gzip_weight) return Packing::brotli;
  return gzip_weight > 0 ? Packing::gzip : Packing::none;
}

bool is_packable(std::string_view media_type) {
  const std::string_view type = media_type.substr(0, media_type.find(';'));
  return type.starts_with("text/") || type.find("json") != std::string_view::npos || type.find("javascript") != std::string_view::npos || type.find("xml") != std::string_view::npos ||
         type == "application/x-bibtex";
}

}  // namespace comity::server
