#include "comity/base/number.hpp"
#include "comity/panel/write.hpp"

namespace comity::panel {
namespace {

void append_text(std::string& out, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (static_cast<unsigned char>(c) < 0x20) out += "\\u00", out += digits[c >> 4], out += digits[c & 15];
    else out += c;
  }
  out += '"';
}

void append_cell(std::string& out, const Column& column, std::size_t row) {
  if (!column.has(row)) {
    out += "null";
    return;
  }
  switch (column.kind()) {
    case Kind::int8: out += std::to_string(column.as<std::int8_t>()[row]); break;
    case Kind::int16: out += std::to_string(column.as<std::int16_t>()[row]); break;
    case Kind::int32: out += std::to_string(column.as<std::int32_t>()[row]); break;
    case Kind::text: append_text(out, column.dictionary()[static_cast<std::size_t>(column.as<std::int16_t>()[row])]); break;
    case Kind::float64: append_exact(out, column.as<double>()[row]); break;
  }
}

}  // namespace

void write_json(const Panel& panel, const std::function<void(std::string_view)>& write) {
  std::string out = "[";
  for (std::size_t row = 0; row < panel.rows; ++row) {
    out += row ? ",{" : "{";
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      if (i) out += ',';
      append_text(out, panel.columns[i].name());
      out += ':';
      append_cell(out, panel.columns[i], row);
    }
    out += '}';
    if (out.size() > (1u << 20)) {
      write(out);
      out.clear();
    }
  }
  write(out += "]\n");
}

}  // namespace comity::panel
