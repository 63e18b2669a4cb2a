#include "comity/server/target.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/server/problem.hpp"

namespace comity::server {
namespace {

constexpr std::size_t most_parameters = 64;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

[[noreturn]] void fail(const std::string& what, std::string hint = {}) { throw Problem(400, "bad_target", what, std::move(hint)); }

std::string decode_part(std::string_view part, bool plus, const char* where) {
  auto out = percent_decode(part, plus);
  if (!out) fail(fmt::format("the {} has a % that is not followed by two hexadecimal digits", where), "A percent sign itself is written %25.");
  if (!is_utf8(*out)) fail(fmt::format("the {} is not UTF-8", where), "Encode names as UTF-8, then each byte as %XX.");
  return std::move(*out);
}

// "http://host:port/path" is a target too; who the host is does not matter here.
std::string_view without_authority(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::size_t slash = text.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : text.substr(slash);
  }
  return text;
}

void read_path(std::string_view path, Target& out) {
  out.path = path;
  for (std::size_t at = 1; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    std::string segment = decode_part(path.substr(at, end - at), false, "path");
    if (segment.empty()) throw Problem(404, "unknown_path", "the path has an empty part", "Leave out the doubled slash.");
    if (segment == "." || segment == "..") fail("the path goes up or stays with . or ..", "Name the page itself.");
    if (std::ranges::any_of(segment, is_control)) fail("the path holds a control character");
    out.segments.push_back(std::move(segment));
    at = end + 1;
  }
  out.closed = path.ends_with('/');
}

void read_query(std::string_view query, Target& out) {
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    at = end + 1;
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string name = decode_part(pair.substr(0, equals), true, "query");
    std::string value = equals < pair.size() ? decode_part(pair.substr(equals + 1), true, "query") : std::string();
    if (std::ranges::any_of(out.query, [&](const auto& one) { return one.first == name; })) {
      throw Problem(400, "repeated_parameter", fmt::format("the parameter {} is given twice", name), "Give it once; lists are separated by commas.", name);
    }
    if (out.query.size() >= most_parameters) fail(fmt::format("more than {} parameters", most_parameters));
    out.query.emplace_back(std::move(name), std::move(value));
  }
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 1 < text.size() ? digit_of(text[i + 1]) : -1, low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    const unsigned first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((byte(i + k) & 0xc0) != 0x80) return false;
    }
    const unsigned second = length > 1 ? byte(i + 1) : 0;
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return false;
    i += length;
  }
  return true;
}

Target parse_target(std::string_view text) {
  text = without_authority(text);
  if (text.empty() || text.front() != '/') fail("the target is no path", "A path begins with /.");
  if (text.find('#') != std::string_view::npos) fail("the target holds a #", "What stands behind # stays with the browser.");
  Target out;
  const std::size_t mark = std::min(text.find('?'), text.size());
  read_path(text.substr(0, mark), out);
  if (mark < text.size()) read_query(text.substr(mark + 1), out);
  return out;
}

}  // namespace comity::server
