#include <charconv>
#include <cmath>

#include "comity/base/csv_text.hpp"
#include "comity/base/number.hpp"
#include "comity/panel/write.hpp"

namespace comity::panel {
namespace {

void append_whole(std::string& out, std::int32_t value) {
  char digits[12];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_cell(std::string& out, const Column& column, std::size_t row) {
  if (!column.has(row)) return;
  switch (column.kind()) {
    case Kind::int8: return append_whole(out, column.as<std::int8_t>()[row]);
    case Kind::int16: return append_whole(out, column.as<std::int16_t>()[row]);
    case Kind::int32: return append_whole(out, column.as<std::int32_t>()[row]);
    case Kind::text: return append_csv(out, column.dictionary()[static_cast<std::size_t>(column.as<std::int16_t>()[row])]);
    case Kind::float64: return append_exact(out, column.as<double>()[row]);
  }
}

}  // namespace

void write_csv(const Panel& panel, const std::function<void(std::string_view)>& write) {
  std::string out;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    if (i) out += ',';
    append_csv(out, panel.columns[i].name());
  }
  out += '\n';
  // Neighbouring rows often repeat a real number: it is formatted once.
  struct Last {
    double value = 0;
    std::string text;
  };
  std::vector<Last> last(panel.columns.size(), Last{0, "0"});
  for (std::size_t row = 0; row < panel.rows; ++row) {
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      if (i) out += ',';
      const Column& column = panel.columns[i];
      if (column.kind() != Kind::float64) {
        append_cell(out, column, row);
      } else if (column.has(row)) {
        const double value = column.as<double>()[row];
        if (value != last[i].value) {
          last[i].value = value;
          last[i].text.clear();
          append_exact(last[i].text, value);
        }
        out += last[i].text;
      }
    }
    out += '\n';
    if (out.size() > (1u << 20)) {
      write(out);
      out.clear();
    }
  }
  write(out);
}

}  // namespace comity::panel
