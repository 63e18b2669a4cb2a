#include "comity/formats/sdmx/detail/csv_header.hpp"

#include <algorithm>

namespace comity::formats::sdmx::detail {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool starts_and_skip(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

CsvColumn::What what_of(std::string_view id) {
  using What = CsvColumn::What;
  if (id == "DATAFLOW" || id == "STRUCTURE_ID") return What::structure_id;
  if (id == "STRUCTURE") return What::structure_type;
  if (id == "STRUCTURE_NAME") return What::ignored;
  if (id == "ACTION") return What::action;
  return id == "SERIES_KEY" || id == "OBS_KEY" || id == "KEY" ? What::key : What::component;
}

// "ATTR[]", "TITLE[en;fr]", "CONTACT[].NAME[]" → the id, and what the brackets say.
void read_brackets(CsvColumn& column, std::string_view text) {
  for (;;) {
    const auto open = text.find('[');
    column.id += text.substr(0, open);
    if (open == std::string_view::npos) return;
    const auto close = std::min(text.find(']', open), text.size());
    (close == open + 1 ? column.multiple : column.multilingual) = true;
    text.remove_prefix(std::min(close + 1, text.size()));
  }
}

}  // namespace

CsvLayout csv_layout_of(std::string_view head) {
  CsvLayout out;
  starts_and_skip(head, "\xef\xbb\xbf");
  const bool quoted = starts_and_skip(head, "\"");
  if (starts_and_skip(head, "DATAFLOW")) {
    out.version = 1;
  } else if (starts_and_skip(head, "STRUCTURE")) {
    out.version = 2;
    if (head.starts_with("[") && head.size() > 2 && head[2] == ']') {
      out.sub_delimiter = head[1];
      head.remove_prefix(3);
    }
  } else if (starts_and_skip(head, "KEY")) {
    // As the ECB writes it: SDMX-CSV 1.0 with the key in front in place of the flow.
    const std::string_view line = head.substr(0, head.find('\n'));
    if (line.find("OBS_VALUE") == std::string_view::npos) return out;
  } else {
    return out;
  }
  if (quoted && !starts_and_skip(head, "\"")) return out;
  if (head.starts_with("_")) return out;  // "STRUCTURE_ID" first, "KEY_…"
  if (out.version == 1 && head.starts_with(":")) {  // "DATAFLOW: Dataflow"
    head.remove_prefix(std::min(head.find_first_of(",;\t|\n"), head.size()));
  }
  out.is_sdmx = head.empty() || head.front() == ',' || head.front() == ';' || head.front() == '\t' || head.front() == '|' || head.front() == '\n' || head.front() == '\r';
  if (!head.empty() && head.front() != '\n' && head.front() != '\r') out.delimiter = head.front();
  return out;
}

std::vector<CsvColumn> csv_columns_of(const std::vector<std::string>& headers, const CsvLayout& layout) {
  std::vector<CsvColumn> out;
  const bool name_columns = std::find(headers.begin(), headers.end(), "STRUCTURE_NAME") != headers.end();
  bool is_name = false;
  for (const auto& header : headers) {
    CsvColumn column;
    std::string_view text = header;
    // A label stands behind a colon; the colon of "[en:…]" does not exist.
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
      column.labelled = true;
      text = trimmed(text.substr(0, colon));
    }
    read_brackets(column, text);
    column.what = what_of(column.id);
    if (layout.version == 1 && column.id == "STRUCTURE") column.what = CsvColumn::What::component;
    if (column.what == CsvColumn::What::component && name_columns) {
      // Each component's column is followed by one with names in words.
      if (is_name) column.what = CsvColumn::What::ignored;
      is_name = !is_name;
    }
    out.push_back(std::move(column));
  }
  return out;
}

}  // namespace comity::formats::sdmx::detail
