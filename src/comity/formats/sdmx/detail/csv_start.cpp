#include "comity/formats/sdmx/detail/csv_start.hpp"

#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/sniff.hpp"

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf";

std::string head_of(BytesSource& source) {
  std::string head(64u << 10, '\0');  // longer than any header line
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t n = source.read(head.data() + size, head.size() - size);
    if (n == 0) break;
    size += n;
  }
  head.resize(size);
  return head;
}

// Whether a line says nothing: it is blank, or tells a spreadsheet its separator.
bool is_no_header(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || (line.starts_with("sep=") && line.substr(0, line.find('\r')).size() == 5);
}

}  // namespace

std::unique_ptr<BytesSource> open_csv_bytes(const std::filesystem::path& file, const Limits& limits, bool utf16) {
  auto bytes = open_bytes(file, limits);
  return utf16 ? formats::detail::make_transcoder(std::move(bytes), "utf-16", formats::detail::shown_name(file)) : std::move(bytes);
}

CsvStart csv_start_of(const std::filesystem::path& file, const Limits& limits) {
  CsvStart out;
  std::string head = head_of(*open_csv_bytes(file, limits, false));
  out.utf16 = formats::detail::sniff(head) == formats::detail::Kind::utf16;
  if (out.utf16) head = head_of(*open_csv_bytes(file, limits, true));
  std::string_view text = head;
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  for (auto end = text.find('\n'); end != std::string_view::npos && is_no_header(text.substr(0, end)); end = text.find('\n')) {
    text.remove_prefix(end + 1);
    out.bytes += end + 1, ++out.lines;
  }
  out.layout = csv_layout_of(text);
  return out;
}

}  // namespace comity::formats::sdmx::detail
