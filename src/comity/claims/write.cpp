#include "comity/claims/write.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/number.hpp"

namespace comity::claims {
namespace {

// Length of the well-formed UTF-8 character at i; 0 when it is broken.
std::size_t character(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return 1;
  const std::size_t length = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
  if (length == 0 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return 0;
  }
  return length;
}

void field(std::string& out, std::string_view name, std::string_view value, bool always) {
  if (value.empty() && !always) return;
  out += ", \"";
  out += name;
  out += "\": ";
  append_json_text(out, value);
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += text[i++];
    } else if (c == '\n') {
      out += "\\n";
      ++i;
    } else if (c < 0x20) {
      out += fmt::format("\\u{:04x}", c);
      ++i;
    } else if (const std::size_t length = character(text, i)) {
      out += text.substr(i, length);
      i += length;
    } else {
      out += "\xef\xbf\xbd";
      ++i;
    }
  }
  out += '"';
}

void append_jsonl(std::string& out, const Claim& claim) {
  out += "{\"pair\": [";
  append_json_text(out, claim.pair[0]);
  out += ", ";
  append_json_text(out, claim.pair[1]);
  out += "]";
  field(out, "kind", name_of(claim.kind), true);
  field(out, "subject", claim.subject, true);
  field(out, "object", claim.object, true);
  if (claim.number) {
    out += ", \"value\": ";
    append_exact(out, *claim.number);
  } else {
    field(out, "value", claim.word, true);
  }
  field(out, "unit", claim.unit, true);
  field(out, "currency", claim.currency, true);
  field(out, "period", claim.period, true);
  field(out, "place", claim.place, true);
  field(out, "person", claim.person, true);
  field(out, "quote", claim.quote, true);
  out += fmt::format(", \"start\": {}, \"start_byte\": {}, \"end_byte\": {}", claim.start, claim.start_byte, claim.end_byte);
  field(out, "hedge", claim.hedge, false);
  field(out, "status", claim.status, true);
  field(out, "host", claim.host, false);
  field(out, "sub", claim.sub, false);
  field(out, "polarity", claim.polarity, false);
  field(out, "denominator", claim.denominator, false);
  field(out, "scope", claim.scope, false);
  field(out, "accredited_from", claim.accredited_from, false);
  field(out, "note", claim.note, false);
  out += "}\n";
}

std::string human_value(const Claim& claim) {
  if (!claim.number) return claim.word;
  if (!claim.currency.empty()) return human_money(*claim.number, claim.currency);
  if (claim.unit == "percent") return human_percent(*claim.number);
  if (claim.unit == "rank") return fmt::format("rank {}", *claim.number);
  std::string out = human_number(*claim.number);
  if (!claim.unit.empty()) out += "\xc2\xa0" + claim.unit;
  return out;
}

void append_html_text(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    switch (text[i]) {
      case '<': out += "&lt;"; ++i; break;
      case '>': out += "&gt;"; ++i; break;
      case '&': out += "&amp;"; ++i; break;
      case '"': out += "&quot;"; ++i; break;
      default:
        if (const std::size_t length = character(text, i)) {
          out += text.substr(i, length);
          i += length;
        } else {
          out += "\xef\xbf\xbd";
          ++i;
        }
    }
  }
}

std::string claims_page(std::string_view title, std::string_view text, std::span<const Claim> claims) {
  std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>";
  append_html_text(out, title);
  out += "</title><style>body{font:16px/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;font:inherit}mark{background:#fff1b8;border-bottom:2px solid #b58900}mark:focus,mark:hover{background:#ffe08a}sup{font:11px sans-serif;color:#666}@media(prefers-color-scheme:dark){body{background:#16181c;color:#e6e6e6}mark{background:#4a3f12;color:inherit}}</style></head><body>\n<pre>";
  std::size_t done = 0;
  for (const Claim& claim : claims) {
    const std::size_t begin = std::max(claim.plain.begin, done), end = std::min(claim.plain.end, text.size());
    if (begin >= end) continue;
    append_html_text(out, text.substr(done, begin - done));
    out += "<mark tabindex=\"0\" title=\"";
    append_html_text(out, fmt::format("{} {} {} {} {}", name_of(claim.kind), claim.subject, claim.object, human_value(claim), claim.period));
    out += "\">";
    append_html_text(out, text.substr(begin, end - begin));
    out += "</mark><sup>";
    out += name_of(claim.kind);
    out += "</sup>";
    done = end;
  }
  append_html_text(out, text.substr(std::min(done, text.size())));
  out += "</pre>\n</body></html>\n";
  return out;
}

}  // namespace comity::claims
