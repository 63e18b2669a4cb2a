#include "comity/formats/sdmx/detail/csv_header.hpp"

#include <algorithm>
#include <string>

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

// Whether every component's column is followed by one with names in words (labels=name): then a column STRUCTURE_NAME says
// so, and nothing that only an id can be called stands in a name's place.
bool have_names(const std::vector<std::string>& headers, const CsvLayout& layout) {
  if (std::find(headers.begin(), headers.end(), "STRUCTURE_NAME") == headers.end()) return false;
  std::size_t components = 0;
  for (const auto& header : headers) {
    const auto what = layout.version == 1 && header == "STRUCTURE" ? CsvColumn::What::component : what_of(header.substr(0, header.find(':')));
    if (what != CsvColumn::What::component) continue;
    if (components++ % 2 == 1 && (header == "OBS_VALUE" || header == "TIME_PERIOD")) return false;
  }
  return components % 2 == 0;
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

// Of a line without DATAFLOW or STRUCTURE in front, as some publishers write it (Norges Bank): the separator with which
// it has both a time and a value; 0 when there is none.
char delimiter_of_bare(std::string_view line) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    bool time = false, value = false;
    for (std::string_view rest = line; !rest.empty();) {
      const auto end = std::min(rest.find_first_of(std::string{delimiter, '\r'}), rest.size());
      std::string_view field = rest.substr(0, end);
      if (field.size() > 1 && field.front() == '"' && field.back() == '"') field = field.substr(1, field.size() - 2);
      time |= field == "TIME_PERIOD" || field.starts_with("TIME_PERIOD:");
      value |= field == "OBS_VALUE" || field.starts_with("OBS_VALUE:");
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (time && value) return delimiter;
  }
  return 0;
}

CsvLayout csv_layout_of(std::string_view head) {
  CsvLayout out;
  starts_and_skip(head, "\xef\xbb\xbf");
  const char bare = delimiter_of_bare(head.substr(0, head.find('\n')));
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
    if (bare == 0) return out;
  } else {
    out.is_sdmx = bare != 0;
    if (bare) out.delimiter = bare;
    if (head.substr(0, head.find('\n')).find("STRUCTURE_ID") != std::string_view::npos) out.version = 2;  // its columns in another order
    return out;
  }
  if (quoted && !starts_and_skip(head, "\"")) return out;
  if (head.starts_with("_")) {  // "STRUCTURE_ID" first, "KEY_…"
    out.is_sdmx = bare != 0 && out.version == 1;
    if (bare) out.delimiter = bare;
    return out;
  }
  if (out.version == 1 && head.starts_with(":")) {  // "DATAFLOW: Dataflow"
    head.remove_prefix(std::min(head.find_first_of(",;\t|\n"), head.size()));
  }
  out.is_sdmx = head.empty() || head.front() == ',' || head.front() == ';' || head.front() == '\t' || head.front() == '|' || head.front() == '\n' || head.front() == '\r';
  if (!head.empty() && head.front() != '\n' && head.front() != '\r') out.delimiter = head.front();
  return out;
}

std::vector<CsvColumn> csv_columns_of(const std::vector<std::string>& headers, const CsvLayout& layout) {
  std::vector<CsvColumn> out;
  const bool name_columns = have_names(headers, layout);
  bool is_name = false;
  const bool bare = std::none_of(headers.begin(), headers.end(), [](const std::string& one) { return one.starts_with("DATAFLOW") || one.starts_with("STRUCTURE") || one == "KEY"; });
  const auto is_id = [](std::string_view text) { return std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; }); };
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
    // Bare lines may have a component's words behind its id ("BASE_CUR;Base currency").
    if (bare && !is_id(column.id) && !out.empty() && is_id(out.back().id)) column.what = CsvColumn::What::ignored;
    out.push_back(std::move(column));
  }
  return out;
}

}  // namespace comity::formats::sdmx::detail
