#include "apps/cli/rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/csv_text.hpp"

namespace comity::cli {
namespace {

// Columns that a text takes on a terminal: code points; East Asian wide ones count twice.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0) == 0x80) continue;
    width += byte >= 0xe3 && byte <= 0xed ? 2 : 1;
  }
  return width;
}

class TableWriter : public RowWriter {
 public:
  explicit TableWriter(Output& output) : output_(output) {}

  void begin(std::vector<Column> columns) override {
    columns_ = std::move(columns);
    for (const Column& column : columns_) widths_.push_back(width_of(column.name));
  }

  // Widths are known only at the end: a table for people is never long.
  void row(std::span<const Cell> cells) override {
    std::vector<std::string>& line = lines_.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line.push_back(cells[i].value_or(""));
      std::ranges::replace_if(line.back(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
      widths_[i] = std::max(widths_[i], width_of(line.back()));
    }
  }

  void end() override {
    std::vector<std::string> titles, rules;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      titles.push_back(columns_[i].name);
      std::string rule;
      for (std::size_t n = 0; n < widths_[i]; ++n) rule += "─";
      rules.push_back(rule);
    }
    write_line(titles);
    write_line(rules);
    for (const auto& line : lines_) write_line(line);
  }

 private:
  void write_line(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string blanks(widths_[i] - width_of(cells[i]), ' ');
      const bool right = columns_[i].kind == Column::number;
      out += (i ? "  " : "") + (right ? blanks + cells[i] : cells[i] + blanks);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    output_.write(out + "\n");
  }

  Output& output_;
  std::vector<Column> columns_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> lines_;
};

class CsvWriter : public RowWriter {
 public:
  explicit CsvWriter(Output& output) : output_(output) {}

  void begin(std::vector<Column> columns) override {
    std::vector<Cell> names;
    for (Column& column : columns) names.emplace_back(std::move(column.name));
    row(names);
  }

  void row(std::span<const Cell> cells) override {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i) line_ += ',';
      if (cells[i]) append_csv(line_, *cells[i]);
    }
    line_ += '\n';
    output_.write(line_);
  }

  void end() override {}

 private:
  Output& output_;
  std::string line_;
};

// "nan" and "inf" are no JSON numbers.
bool is_bare(const std::string& text) {
  return text == "true" || text == "false" || (!text.empty() && text.find_first_not_of("0123456789+-.eE") == std::string::npos);
}

std::string json_cell(const Cell& cell, Column::Kind kind) { return !cell ? "null" : kind == Column::text || !is_bare(*cell) ? json_text(*cell) : *cell; }

class JsonRows : public RowWriter {
 public:
  JsonRows(Output& output, const char* end) : output_(output), end_(end) {}

  void begin(std::vector<Column> columns) override {
    for (Column& column : columns) {
      keys_.push_back(json_text(column.name) + ":");
      kinds_.push_back(column.kind);
    }
    output_.write("[");
  }

  void row(std::span<const Cell> cells) override {
    line_ = first_ ? "{" : ",{";
    first_ = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i) line_ += ',';
      line_ += keys_[i];
      line_ += json_cell(cells[i], kinds_[i]);
    }
    line_ += '}';
    output_.write(line_);
  }

  void end() override { output_.write(end_); }

 private:
  Output& output_;
  const char* end_;
  std::vector<std::string> keys_;
  std::vector<Column::Kind> kinds_;
  std::string line_;
  bool first_ = true;
};

class RowArrays : public RowWriter {
 public:
  explicit RowArrays(Output& output) : output_(output) {}

  void begin(std::vector<Column> columns) override {
    line_ = "{\"columns\":[";
    for (const Column& column : columns) {
      line_ += fmt::format("{}{{\"name\":{},\"type\":{}}}", kinds_.empty() ? "" : ",", json_text(column.name), json_text(column.type));
      kinds_.push_back(column.kind);
    }
    output_.write(line_ + "],\"rows\":[");
  }

  void row(std::span<const Cell> cells) override {
    line_ = first_ ? "[" : ",[";
    first_ = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i) line_ += ',';
      line_ += json_cell(cells[i], kinds_[i]);
    }
    line_ += ']';
    output_.write(line_);
  }

  void cut() override { cut_ = true; }
  void end() override { output_.write(fmt::format("],\"truncated\":{}}}\n", cut_)); }

 private:
  Output& output_;
  std::vector<Column::Kind> kinds_;
  std::string line_;
  bool first_ = true, cut_ = false;
};

}  // namespace

std::unique_ptr<RowWriter> make_row_writer(std::string_view format, Output& output) {
  if (format == "csv") return std::make_unique<CsvWriter>(output);
  if (format == "json") return std::make_unique<JsonRows>(output, "]\n");
  if (format == "rows") return std::make_unique<RowArrays>(output);
  if (format == "json part") return std::make_unique<JsonRows>(output, "]");
  return std::make_unique<TableWriter>(output);
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

}  // namespace comity::cli
