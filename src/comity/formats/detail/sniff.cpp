#include "comity/formats/detail/sniff.hpp"

#include <algorithm>
#include <string>

namespace comity::formats::detail {
namespace {

using namespace std::string_view_literals;

bool looks_like_html(std::string_view head) {
  const auto first = head.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first == std::string_view::npos || head[first] != '<') return false;
  std::string lower(head.substr(first, 1024));
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (const auto tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv}) {
    const auto at = lower.find(tag);
    // <header> is an element of many XML documents, <head> is one of web pages.
    if (at != std::string::npos && (at + tag.size() == lower.size() || lower[at + tag.size()] < 'a' || lower[at + tag.size()] > 'z')) return true;
  }
  return false;
}

}  // namespace

Kind sniff(std::string_view head) {
  if (head.empty()) return Kind::empty;
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return Kind::zip;
  if (head.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return Kind::ole;
  if (head.starts_with("\x1f\x8b"sv)) return Kind::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return Kind::zstd;
  if (head.starts_with("\xfd" "7zXZ"sv)) return Kind::xz;
  if (head.starts_with("BZh"sv) && head.size() > 9 && head.substr(4, 3) == "1AY"sv) return Kind::bzip2;
  if (head.starts_with("%PDF-"sv)) return Kind::pdf;
  if (head.starts_with("\xff\xfe"sv) || head.starts_with("\xfe\xff"sv)) return Kind::utf16;
  if (head.size() > 262 && head.substr(257, 5) == "ustar"sv) return Kind::tar;
  if (looks_like_html(head)) return Kind::html;
  if (head.starts_with("<?xml"sv) || head.starts_with("\xef\xbb\xbf<?xml"sv)) return Kind::xml;
  return Kind::text;
}

std::string_view words_for(Kind kind) {
  switch (kind) {
    case Kind::empty: return "empty";
    case Kind::html: return "a web page (HTML)";
    case Kind::xml: return "an XML document";
    case Kind::zip: return "a ZIP archive or an Excel workbook (.xlsx)";
    case Kind::ole: return "an old Office file (.xls) or an encrypted workbook";
    case Kind::pdf: return "a PDF document";
    case Kind::gzip: return "compressed with gzip";
    case Kind::zstd: return "compressed with zstd";
    case Kind::bzip2: return "compressed with bzip2";
    case Kind::xz: return "compressed with xz";
    case Kind::tar: return "a tar archive";
    case Kind::utf16: return "UTF-16 text";
    case Kind::text: return "text";
  }
  return "unknown";
}

bool has_name_of_tar(std::string_view name) {
  for (const auto end : {".tar"sv, ".tgz"sv, ".tar.gz"sv, ".tar.zst"sv, ".tar.xz"sv, ".tar.bz2"sv, ".tzst"sv, ".txz"sv}) {
    if (name.ends_with(end)) return true;
  }
  return false;
}

std::string_view advice_for(Kind kind) {
  switch (kind) {
    case Kind::html:
      return "The publisher answered with a page, often a login or an error page. Open the address in a browser, download the file again and put it in its place.";
    case Kind::zip: return "If it is a workbook, read it as xlsx; if it is an archive, name the member: file.zip!member.";
    case Kind::ole: return "Read it as xls; if it is a protected workbook, save a copy without a password.";
    case Kind::pdf: return "Find the publisher's table in a machine-readable form.";
    case Kind::utf16: return "Set encoding = \"utf-16\" for this file.";
    case Kind::xml: return "Read it as XML.";
    case Kind::empty: return "The download probably failed. Fetch the file again.";
    default: return "";
  }
}

}  // namespace comity::formats::detail
